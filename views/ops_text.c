/* SPDX-License-Identifier: MIT */
/* How operations are told: names, sums, states. */
#include <stdio.h>

#include "views/ops.h"

void op_decision(const struct op *op, size_t i, char out[64])
{
	snprintf(out, 64, "op-%s-%zu", op->id, i);
}

const char *op_fate_name(enum op_fate f)
{
	static const char *const names[ITEM_FATES] = { "waits", "sent", "good", "bad",
		"late", "gone" };

	return names[f];
}

const char *op_sum(const struct op *op, char out[ROW_TEXT])
{
	char all[FORMAT_TEXT];
	int at = snprintf(out, ROW_TEXT, "%zu of %s %s",
		op->n - op->count[ITEM_WAITS] - op->count[ITEM_GONE],
		format_count(op->n, all), op_done(op));
	static const struct {
		enum op_fate fate;
		const char *word;
	} words[] = { { ITEM_GOOD, "good" }, { ITEM_BAD, "bad" }, { ITEM_LATE, "late" },
		{ ITEM_SENT, "under way" }, { ITEM_GONE, "gone" } };
	const char *between = ": ";

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (op->count[words[i].fate] == 0 ||
			(words[i].fate == ITEM_GOOD && !op_watches(op)))
			continue;
		at += snprintf(out + at, (size_t)(ROW_TEXT - at), "%s%zu %s", between,
			op->count[words[i].fate], words[i].word);
		between = ", ";
	}
	return out;
}

const char *op_word(const struct op *op, const struct world *w, char out[ROW_TEXT])
{
	int64_t left = op->due - w->tick;
	char all[FORMAT_TEXT];

	switch (op->state) {
	case OP_PENDING:
		snprintf(out, ROW_TEXT, "begins in %ds",
			left > 0 ? (int)((left + SECOND - 1) / SECOND) : 0);
		break;
	case OP_RUNNING:
		if (op->paused)
			snprintf(out, ROW_TEXT, "paused: no link");
		else if (op_copies(op))
			snprintf(out, ROW_TEXT, "copying first: %zu of %s", op->copy_at,
				format_count(op->n, all));
		else if (op->stage == OP_REST)
			snprintf(out, ROW_TEXT, "%s%u a minute",
				op_watches(op) ? "the rest, " : "", op->rate);
		else
			snprintf(out, ROW_TEXT, "canary: %s",
				op->stage == OP_ONE ? "the first" : "the first ten");
		break;
	case OP_STOPPED:
		snprintf(out, ROW_TEXT, "STOPPED: %.180s", op->why);
		break;
	case OP_CANCELLED:
		snprintf(out, ROW_TEXT, "cancelled");
		break;
	default:
		snprintf(out, ROW_TEXT, "done");
	}
	return out;
}
