/* SPDX-License-Identifier: MIT */
/* Operations (views/ops.h) in the shell: what begins them, their page, leaving. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/shell_own.h"

bool shell_ops_load(struct shell *s, struct str text)
{
	return ops_load(&s->ops, text);
}

void shell_ops_failed(
	struct shell *s, const struct world *w, const char *op, const char *why)
{
	ops_failed(&s->ops, op, why);
	shell_tell(s, w, STYLE_WARNING, "STOPPED: %.150s (:ops)", why);
}

/* "contract-refused  billing>ledger", of what is in it first. */
static void name_of(const struct sheet *sheet, const struct mesh *m, char out[140])
{
	const struct handoff *h =
		handoff_at(m, mesh_find_handoff(m, str_of(sheet->bound[0].handoff)));
	const char *reason = h != NULL && h->dead_group != NONE && h->in_dead
		? m->dead_group[h->dead_group].reason
		: "restored";
	char edge[ROW_TEXT] = "";

	if (h != NULL)
		row_edge(m, h, edge);
	snprintf(out, 140, "%.40s  %.80s%s", reason, edge,
		sheet->mixed ? " and others" : "");
}

void shell_ops_begin(struct shell *s, const struct world *w)
{
	struct sheet *sheet = &s->sheet;
	struct op *going = ops_find(&s->ops, sheet->op);
	char name[140];
	struct op_order o = { .bound = sheet->bound,
		.artifact = sheet->artifact,
		.n = sheet->n,
		.name = name,
		.action = sheet->action,
		.target = str_of(sheet->target),
		.note = prompt_text(&sheet->note),
		.rate = sheet_rate(sheet),
		.share = sheet_share(sheet),
		.delay = s->desk.delay };

	name_of(sheet, w->mesh, name);
	if (sheet->op[0] == '\0')
		ops_add(&s->ops, w, &o);
	else if (going != NULL)
		ops_resume(&s->ops, w, going);
}

bool shell_ops_line(const struct shell *s, const struct world *w, char out[ROW_TEXT])
{
	const struct op *op = ops_running(&s->ops);
	char word[ROW_TEXT], sum[ROW_TEXT];

	if (op == NULL)
		return false;
	snprintf(out, ROW_TEXT, "%.100s: %.100s   %s", op_word(op, w, word),
		op_sum(op, sum), op->state == OP_PENDING ? "u undo" : ":ops");
	return true;
}

/* --- the page ------------------------------------------------------------------ */

/* What of it waits, and still stands as it did. */
static size_t waiting_of(const struct op *op, const struct world *w, uint32_t **out)
{
	size_t n = 0;
	char why[ROW_TEXT];

	*out = xmalloc((op->n + 1) * sizeof(**out));
	for (size_t i = 0; i < op->n; i++)
		if (op->item[i].fate == ITEM_WAITS &&
			bound_holds(&op->item[i].bound, w->mesh, &(*out)[n], why))
			n++;
	return n;
}

static void resume(struct shell *s, const struct world *w, struct op *op)
{
	struct sheet_items items = { .op = op };
	char why[ROW_TEXT];
	uint32_t *places;

	if (op->state != OP_STOPPED) {
		shell_tell(
			s, w, STYLE_NORMAL, "it is not stopped: %s", op_word(op, w, why));
		return;
	}
	if (w->epoch != NULL && op->epoch[0] != '\0' &&
		strcmp(op->epoch, w->epoch) != 0) {
		shell_tell(s, w, STYLE_WARNING, "it is of another journal");
		return;
	}
	if (ops_running(&s->ops) != NULL) {
		shell_tell(s, w, STYLE_WARNING, "another one goes on: one at a time");
		return;
	}
	items.n = waiting_of(op, w, &places);
	items.handoffs = places;
	if (items.n == 0)
		shell_tell(s, w, STYLE_NORMAL, "nothing of it waits any more");
	else if (!sheet_open(&s->sheet, w, op->action, &items, why))
		shell_tell(s, w, STYLE_WARNING, "%s", why);
	else
		shell_want(s, WISH_DROP_KEYS);
	free(places);
}

/* What has ended is neither stopped nor cancelled; true where that was said. */
static bool has_ended(struct shell *s, const struct world *w, const struct op *op)
{
	char word[ROW_TEXT];

	if (op->state != OP_DONE && op->state != OP_CANCELLED)
		return false;
	shell_tell(s, w, STYLE_NORMAL, "nothing of it is under way: it is %s",
		op_word(op, w, word));
	return true;
}

void shell_ops_key(struct shell *s, const struct world *w, int key)
{
	enum action a = action_of_key(key, SCREEN_DEAD, w->replay != NULL);
	struct op *op;

	switch (ops_page_key(&s->ops_page, &s->ops, key,
		a == ACTION_REQUEUE || a == ACTION_ESCALATE || a == ACTION_DISCARD,
		&op)) {
	case OPS_PAGE_STOP:
		if (has_ended(s, w, op))
			break;
		ops_stop(&s->ops, op, "by hand");
		shell_tell(s, w, STYLE_NORMAL, "nothing more of it is sent; %s goes on",
			ops_key(op));
		break;
	case OPS_PAGE_CANCEL:
		if (has_ended(s, w, op))
			break;
		if (op->state == OP_PENDING)
			ops_undo(&s->ops);
		else
			ops_cancel(&s->ops, op);
		shell_tell(s, w, STYLE_NORMAL, "cancelled: what was sent stays");
		break;
	case OPS_PAGE_RESUME:
		if (a != op->action)
			shell_tell(s, w, STYLE_NORMAL, "%s goes on with this one",
				ops_key(op));
		else if (!shell_is_off(s, w, a))
			resume(s, w, op);
		break;
	default:
		if (a == ACTION_UNDO && ops_undo(&s->ops) > 0)
			shell_tell(s, w, STYLE_NORMAL, "taken back, nothing sent");
	}
}

/* --- leaving ------------------------------------------------------------------- */

bool shell_ops_stays(struct shell *s)
{
	if (ops_running(&s->ops) == NULL)
		return false;
	s->input = INPUT_LEAVE;
	return true;
}

void shell_ops_leave_hint(const struct shell *s, struct surface *row)
{
	const struct op *op = ops_running(&s->ops);
	char sum[ROW_TEXT];

	surface_fmt(row, 0, 1, TO_EDGE, STYLE_NEEDS_YOU,
		"under way: %.60s.  l leave (:ops goes on later), any other key stays",
		op != NULL ? op_sum(op, sum) : "");
}

bool shell_ops_leaves(struct shell *s, const struct world *w, int key)
{
	struct op *op;

	s->input = INPUT_NONE;
	if (key != 'l') {
		shell_tell(s, w, STYLE_NORMAL, "stays");
		return false;
	}
	while (ops_undo(&s->ops) > 0)
		;
	while ((op = (struct op *)ops_running(&s->ops)) != NULL)
		ops_stop(&s->ops, op, "its console was left");
	return true;
}
