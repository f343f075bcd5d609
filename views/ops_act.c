/* SPDX-License-Identifier: MIT */
/*
 * What of an operation depends on its act. What is put back has a fate on the bus; what
 * is escalated or discarded has one when the hub says so. What is to be discarded is
 * copied to a file first (views/keep.h), all of it.
 */
#include <stdio.h>

#include "base/text.h"
#include "views/ahead.h"
#include "views/keep.h"
#include "views/ops.h"

static const struct {
	enum action action;
	const char *done;
} acts[] = { { ACTION_REQUEUE, "put back" }, { ACTION_ESCALATE, "escalated" },
	{ ACTION_DISCARD, "discarded" } };

#define ACTS (sizeof(acts) / sizeof(*acts))

const char *op_done(const struct op *op)
{
	for (size_t i = 0; i < ACTS; i++)
		if (acts[i].action == op->action)
			return acts[i].done;
	return "";
}

bool op_action_named(struct str name, enum action *out)
{
	for (size_t i = 0; i < ACTS; i++) {
		if (!str_is(name, action_rows[acts[i].action].name))
			continue;
		*out = acts[i].action;
		return true;
	}
	return false;
}

void ops_judge_decided(struct op *op, size_t i)
{
	char why[ROW_TEXT];

	snprintf(why, sizeof(why), "%s%s%s", op_done(op),
		op->action == ACTION_ESCALATE ? " to " : "",
		op->action == ACTION_ESCALATE ? op->target : "");
	ops_settle(op, i, ITEM_GOOD, true, why);
}

/* --- the copy ---------------------------------------------------------------------- */

struct asked {
	const struct op *op;
	const struct mesh *mesh;
};

static uint32_t place_of(const void *arg, size_t i)
{
	const struct asked *a = arg;

	return mesh_find_handoff(a->mesh, str_of(a->op->item[i].bound.handoff));
}

/* Of what waits and stands as it did; false: one has to be waited for. */
static bool add_lines(struct op *op, const struct world *w, struct buf *out)
{
	struct asked a = { op, w->mesh };
	char why[ROW_TEXT];

	for (; op->copy_at < op->n && out->len < KEEP_LINES; op->copy_at++) {
		const struct bound *b = &op->item[op->copy_at].bound;
		struct keep_line line = { .bound = b,
			.operator_name = op->operator_name,
			.note = op->note,
			.epoch = op->epoch };

		if (op->item[op->copy_at].fate != ITEM_WAITS)
			continue;
		if (!bound_holds(b, w->mesh, NULL, why)) {
			/* not in the copy: so it is not discarded either */
			ops_settle(op, op->copy_at, ITEM_GONE, true, why);
			continue;
		}
		if (!keep_letter(out, w, &line)) {
			ahead_ask(w, &op->copy_asked, op->copy_at, op->n, place_of, &a);
			return false;
		}
		op->copy_lines++;
		op->copy_since = w->tick;
	}
	return true;
}

bool ops_copy(struct ops *s, struct op *op, const struct world *w, struct wish *out)
{
	bool here;

	if (op->copy_ended)
		return false;
	if (op->copy[0] == '\0') {
		keep_name(op->copy, w->now, op->id);
		op->copy_since = w->tick;
	}
	here = add_lines(op, w, &s->line);
	if (!here && s->line.len == 0) {
		if (w->tick - op->copy_since > KEEP_PATIENCE)
			ops_stop(s, op, "no copy: a letter's event does not come");
		return false;
	}
	op->copy_ended = op->copy_at == op->n;
	*out = (struct wish){
		.kind = WISH_KEEP, .line = buf_view(&s->line), .sync = op->copy_ended
	};
	text_copy(out->text, sizeof(out->text), str_of(op->copy));
	text_copy(s->keeping, sizeof(s->keeping), str_of(op->id));
	return true;
}

struct op *ops_kept(struct ops *s, bool ok, const char *what)
{
	struct op *op = s->keeping[0] != '\0' ? ops_find(s, s->keeping) : NULL;
	char why[ROW_TEXT];

	if (op == NULL)
		return NULL;
	op->copied = ok;
	op->copy_ended = ok;
	op->state_unsaved = true;
	if (ok)
		return op;
	snprintf(why, sizeof(why), "no copy: %.180s", what);
	ops_stop(s, op, why);
	return op;
}

void ops_copy_anew(struct op *op)
{
	if (op->copied)
		return;
	op->copy_ended = false;
	op->copy_at = op->copy_lines = op->copy_asked = 0;
	op->copy[0] = '\0';
}
