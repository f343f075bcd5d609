/* SPDX-License-Identifier: MIT */
/* `:ops`: all operations, and what became of each item of one. It looks; B asks anew. */
#include <stdio.h>
#include <string.h>

#include "tui/keys.h"
#include "views/ops.h"
#include "views/pane.h"

void ops_page_fini(struct ops_page *p)
{
	list_fini(&p->list);
}

/* Of the journal that answers: of another one nothing can be done here. */
static void ops_page_of(struct ops_page *p, const char *epoch)
{
	snprintf(p->epoch, sizeof(p->epoch), "%s", epoch != NULL ? epoch : "");
}

void ops_page_open(struct ops_page *p, const char *epoch)
{
	list_fini(&p->list);
	p->id[0] = '\0';
	p->open = true;
	ops_page_of(p, epoch);
}

static bool is_here(const struct ops_page *p, const struct op *op)
{
	return op->epoch[0] == '\0' || p->epoch[0] == '\0' ||
		strcmp(op->epoch, p->epoch) == 0;
}

static size_t count_here(const struct ops_page *p, const struct ops *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += is_here(p, &s->op[i]);
	return n;
}

static uint64_t id_at(const void *arg, size_t rank)
{
	(void)arg;
	return rank;
}

static size_t rank_of(const void *arg, uint64_t id)
{
	(void)arg;
	return id;
}

/* The one whose items are shown; NULL: all are. */
static struct op *opened(const struct ops_page *p, struct ops *s)
{
	return p->id[0] != '\0' ? ops_find(s, p->id) : NULL;
}

static struct list_items items_of(const struct ops_page *p, struct ops *s)
{
	const struct op *op = opened(p, s);

	return (struct list_items){ op != NULL ? op->n : count_here(p, s), id_at, rank_of,
		NULL };
}

/* The newest first. */
static struct op *op_at(const struct ops_page *p, struct ops *s, size_t rank)
{
	for (size_t i = s->n; i > 0; i--)
		if (is_here(p, &s->op[i - 1]) && rank-- == 0)
			return &s->op[i - 1];
	return NULL;
}

/* What a key is about: the one that is open, or the one under the cursor; NULL. */
static struct op *under(const struct ops_page *p, struct ops *s)
{
	uint64_t rank;

	if (p->id[0] != '\0')
		return opened(p, s);
	return list_selected(&p->list, &rank) ? op_at(p, s, rank) : NULL;
}

const char *ops_key(const struct op *op)
{
	return op == NULL || op->action == ACTION_REQUEUE ? "B"
		: op->action == ACTION_ESCALATE           ? "E"
							  : "X";
}

static void back(struct ops_page *p)
{
	if (p->id[0] != '\0') {
		p->id[0] = '\0';
		list_fini(&p->list);
	} else {
		p->open = false;
	}
}

enum ops_did ops_page_key(
	struct ops_page *p, struct ops *s, int key, bool resumes, struct op **op)
{
	enum action a = action_of_key(key, SCREEN_LOG, false);
	struct list_items items = items_of(p, s);

	list_pin(&p->list);
	list_sync(&p->list, &items, p->list.height);
	*op = under(p, s);
	if (pane_move(&p->list, &items, a))
		return OPS_PAGE_STAYS;
	if (a == ACTION_BACK || key == K_CTRL('c')) {
		back(p);
	} else if (a == ACTION_OPEN && p->id[0] == '\0' && *op != NULL) {
		memcpy(p->id, (*op)->id, sizeof(p->id));
		list_fini(&p->list);
	} else if (*op != NULL && key == 's') {
		return OPS_PAGE_STOP;
	} else if (*op != NULL && key == 'x') {
		return OPS_PAGE_CANCEL;
	} else if (*op != NULL && resumes) {
		return OPS_PAGE_RESUME;
	}
	return OPS_PAGE_STAYS;
}

/* --- drawing ----------------------------------------------------------------------- */

static enum style style_of(const struct op *op)
{
	if (op->state == OP_STOPPED)
		return STYLE_WARNING;
	return op->state == OP_RUNNING ? STYLE_NEEDS_YOU : STYLE_NORMAL;
}

static void draw_op(
	const struct op *op, const struct world *w, struct surface *out, int row)
{
	char time[FORMAT_TEXT], sum[ROW_TEXT], word[ROW_TEXT];
	int col = 1;

	col += surface_fmt(out, row, col, 10, STYLE_NORMAL, "%s",
		       format_time(w, op->began, time)) +
		2;
	op_word(op, w, word);
	op_sum(op, sum);
	col += surface_text(out, row, col, TO_EDGE, style_of(op), str_of(word)) + 2;
	if (out->cols >= 60)
		col += surface_text(out, row, col, TO_EDGE, STYLE_NORMAL, str_of(sum)) +
			2;
	if (col + 10 < out->cols)
		surface_text(out, row, col, TO_EDGE, STYLE_MUTED, str_of(op->name));
}

static void draw_item(const struct op *op, size_t i, struct surface *out, int row)
{
	static const enum style styles[ITEM_FATES] = {
		[ITEM_BAD] = STYLE_WARNING, [ITEM_LATE] = STYLE_WARNING
	};
	const struct op_item *item = &op->item[i];
	int col = 7;

	surface_fmt(out, row, 1, 8, STYLE_NORMAL, "%zu", i + 1);
	col += surface_text(out, row, col, out->cols / 3, STYLE_NORMAL,
		       str_of(item->bound.handoff)) +
		1;
	if (item->artifact != NULL)
		col += surface_text(out, row, col, TO_EDGE, STYLE_MUTED, STR("changed")) +
			1;
	surface_fmt(out, row, col, TO_EDGE, styles[item->fate], "%s%s%s",
		op_fate_name((enum op_fate)item->fate), item->why[0] != '\0' ? ": " : "",
		item->why);
}

static void draw_title(
	const struct op *op, size_t others, const struct world *w, struct surface *out)
{
	char title[ROW_TEXT + 40], sum[ROW_TEXT] = "";

	if (op == NULL && others > 0)
		snprintf(sum, sizeof(sum), "%zu of other journals", others);
	if (op == NULL) {
		pane_rule(w, out, 0, "OPERATIONS", sum);
		return;
	}
	snprintf(title, sizeof(title), "%s  %s", desk_verb_large(op->action), op->name);
	pane_rule(w, out, 0, title, op_sum(op, sum));
}

/* Below the list: all that is known of the one under the cursor. */
static int draw_foot(const struct op *op, const struct world *w, struct surface *out)
{
	char word[ROW_TEXT], sum[ROW_TEXT], how[ROW_TEXT];
	int rows = out->rows >= 10 ? 4 : 0, row = out->rows - rows;

	if (rows == 0 || op == NULL)
		return 0;
	surface_rule(out, row,
		&(struct rule){ .line = RULE_LIGHT, .title = str_of(op->name) });
	if (op_watches(op))
		snprintf(how, sizeof(how),
			"one, ten, then %u a minute; stops above %u%% bad; by %.80s",
			op->rate, op->share, op->operator_name);
	else
		snprintf(how, sizeof(how), "%s%u a minute; by %.80s",
			op->action == ACTION_DISCARD ? "a copy first, then " : "",
			op->rate, op->operator_name);
	pane_field(out, row + 1, "STATE", str_of(op_word(op, w, word)), style_of(op));
	pane_field(out, row + 2, "SO FAR", str_of(op_sum(op, sum)), STYLE_NORMAL);
	pane_field(out, row + 3, "HOW", str_of(how), STYLE_NORMAL);
	return rows;
}

void ops_page_draw(
	struct ops_page *p, struct ops *s, const struct world *w, struct surface *out)
{
	struct op *op = opened(p, s);
	struct list_items items = items_of(p, s);
	uint64_t rank_id = 0;
	int foot;

	surface_clear(out);
	if (w->epoch != NULL) {
		ops_page_of(p, w->epoch);
		items = items_of(p, s);
	}
	list_sync(&p->list, &items, 1);
	list_selected(&p->list, &rank_id);
	foot = draw_foot(op != NULL ? op : op_at(p, s, rank_id), w, out);
	draw_title(op, s->n - count_here(p, s), w, out);
	list_sync(&p->list, &items,
		out->rows > 1 + foot ? (size_t)(out->rows - 1 - foot) : 1);
	if (count_here(p, s) == 0)
		surface_text(out, 2, 3, TO_EDGE, STYLE_NORMAL,
			STR("Nothing was put back by canary."));
	for (size_t line = 0;; line++) {
		size_t rank = list_rank(&p->list, &items, line);
		int row = 1 + (int)line;

		if (rank == LIST_NOWHERE)
			break;
		if (op != NULL)
			draw_item(op, rank, out, row);
		else
			draw_op(op_at(p, s, rank), w, out, row);
		if (line != list_line(&p->list))
			continue;
		surface_text(out, row, 0, 1, STYLE_NORMAL, STR(">"));
		surface_select(out, row, 0, out->cols, true);
	}
}

void ops_page_hint(const struct ops_page *p, struct ops *s, const struct world *w,
	struct surface *out)
{
	const struct op *op = under(p, s);
	int col = 1;

	surface_clear(out);
	if (op != NULL && op->state == OP_STOPPED)
		col = pane_hint_of(w, out, col, op->action,
			&(struct pane_hint){ ops_key(op), "go on (asks)" });
	if (op != NULL && (op->state == OP_RUNNING || op->state == OP_PENDING))
		col = pane_hint(out, 0, col, "s", "stop");
	if (op != NULL && op->state != OP_DONE && op->state != OP_CANCELLED)
		col = pane_hint(out, 0, col, "x", "cancel");
	if (p->id[0] == '\0' && op != NULL)
		col = pane_hint(out, 0, col, "Enter", "items");
	pane_hint(out, 0, col, "Esc", p->id[0] != '\0' ? "back" : "close");
}
