/* SPDX-License-Identifier: MIT */
/* How far an operation is, beside the letters that it still has before it. */
#include <stdio.h>

#include "views/format.h"
#include "views/ops.h"

/* Of the next that is to go: who asks for a group asks for those that are still in it. */
static bool is_at(const struct op *op, const struct mesh *m, uint32_t group)
{
	const struct handoff *h;
	size_t next = op->next < op->n ? op->next : op->n;

	if (op->n == 0)
		return false;
	if (next == op->n)
		next--;
	h = handoff_at(m, mesh_find_handoff(m, str_of(op->item[next].bound.handoff)));
	return h != NULL && h->in_dead && h->dead_group == group;
}

const char *ops_stage(const struct ops *s, const struct mesh *m, uint32_t group,
	bool brief, char out[ROW_TEXT])
{
	char done[FORMAT_TEXT], all[FORMAT_TEXT];

	out[0] = '\0';
	for (size_t i = s != NULL ? s->n : 0; i-- > 0 && out[0] == '\0';) {
		const struct op *op = &s->op[i];

		if (op->state == OP_DONE || op->state == OP_CANCELLED ||
			!is_at(op, m, group))
			continue;
		format_count(op->next, done);
		format_count(op->n, all);
		if (brief)
			snprintf(out, ROW_TEXT, "%s %s/%s",
				op->state == OP_STOPPED        ? "STOPPED"
					: op->stage != OP_REST ? "canary"
					: op_watches(op)       ? "back"
							       : op_done(op),
				done, all);
		else if (op->state == OP_STOPPED)
			snprintf(out, ROW_TEXT, "STOPPED at %s of %s", done, all);
		else if (op->stage == OP_REST)
			snprintf(out, ROW_TEXT, "%s of %s %s", done, all, op_done(op));
		else
			snprintf(out, ROW_TEXT, "canary %s of %s", done, all);
	}
	return out;
}
