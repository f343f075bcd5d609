/* SPDX-License-Identifier: MIT */
#include "views/sent.h"

#include "tui/keys.h"
#include "views/pane.h"

void sent_fini(struct sent *s)
{
	list_fini(&s->list);
}

void sent_open(struct sent *s)
{
	list_fini(&s->list);
	s->open = true;
}

/* A row's id is its rank: only what is oldest, and so last, is ever forgotten. */
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

static struct list_items items_of(const struct desk *d)
{
	return (struct list_items){ d->n, id_at, rank_of, NULL };
}

static const struct desk_entry *entry_at(const struct desk *d, size_t rank)
{
	return &d->entry[d->n - 1 - rank];
}

const char *sent_key(struct sent *s, const struct desk *d, int key)
{
	enum action a = action_of_key(key, SCREEN_LOG, false);
	struct list_items items = items_of(d);
	uint64_t rank;

	list_pin(&s->list);
	list_sync(&s->list, &items, s->list.height);
	if (pane_move(&s->list, &items, a))
		return NULL;
	if (a == ACTION_BACK || key == K_CTRL('c'))
		s->open = false;
	if (a != ACTION_OPEN || !list_selected(&s->list, &rank))
		return NULL;
	if (strcmp(entry_at(d, rank)->epoch, d->epoch) != 0)
		return NULL; /* its handoff is nowhere: another journal answers */
	s->open = false;
	return entry_at(d, rank)->handoff;
}

static void draw_row(
	const struct desk_entry *e, const struct world *w, struct surface *out, int row)
{
	char time[FORMAT_TEXT], state[ROW_TEXT];
	int col = 1;

	col += surface_fmt(out, row, col, TO_EDGE, STYLE_NORMAL,
		out->cols < 60 ? "%s %s %s  " : "%s  %-8s  %s  ",
		format_time(w, e->time, time), desk_verb(e->action), e->handoff);
	surface_text(
		out, row, col, TO_EDGE, desk_style(e), str_of(desk_state(e, w, state)));
}

void sent_draw(struct sent *s, const struct world *w, struct surface *out)
{
	const struct desk *d = w->desk;
	struct list_items items = items_of(d);
	char right[60];

	surface_clear(out);
	desk_tally(d, right);
	surface_rule(out, 0,
		&(struct rule){
			.title = STR("SENT  last 5 min"), .right = str_of(right) });
	list_sync(&s->list, &items, out->rows > 1 ? (size_t)out->rows - 1 : 1);
	if (d->n == 0)
		surface_text(out, 2, 3, TO_EDGE, STYLE_NORMAL,
			STR("Nothing was decided here."));
	for (size_t line = 0;; line++) {
		size_t rank = list_rank(&s->list, &items, line);
		int row = 1 + (int)line;

		if (rank == LIST_NOWHERE)
			break;
		draw_row(entry_at(d, rank), w, out, row);
		if (line != list_line(&s->list))
			continue;
		surface_text(out, row, 0, 1, STYLE_NORMAL, STR(">"));
		surface_select(out, row, 0, out->cols, true);
	}
}

void sent_draw_hint(struct surface *out)
{
	int col;

	surface_clear(out);
	col = pane_hint(out, 0, 1, "j/k", "move");
	col = pane_hint(out, 0, col, "Enter", "go there");
	pane_hint(out, 0, col, "Esc", "close");
}
