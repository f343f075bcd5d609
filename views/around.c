/* SPDX-License-Identifier: MIT */
#include "views/around.h"

#include <stdio.h>

#include "views/format.h"
#include "views/log_find.h"
#include "views/log_row.h"

#define ROWS_LEAST 36 /* of a screen with the pane */
#define COLS_LEAST 100
#define SHOWN_LEAST 4 /* events */
#define SHOWN_MOST 8
#define MARKS_COLS 34

/* How many events: one more for every six rows. */
static int shown_of(const struct surface *screen)
{
	int n = SHOWN_LEAST + (screen->rows - ROWS_LEAST) / 6;

	return n > SHOWN_MOST ? SHOWN_MOST : n;
}

int around_wants(const struct world *w, const struct surface *screen)
{
	return w->replay != NULL && screen->rows >= ROWS_LEAST &&
			screen->cols >= COLS_LEAST
		? 1 + shown_of(screen)
		: 0;
}

/* Of the line `by` events from the cursor, below 0 before it: it is there, and which
 * world it is drawn in: what comes next speaks of handoffs that are not here yet. */
static const struct log_line *line_at(const struct world *w, int by, struct world *of)
{
	const struct replay_view *r = w->replay;
	const struct mesh *m = w->mesh;
	uint64_t back = by < 0 ? (uint64_t)-by : 0;

	*of = *w;
	if (by > 0) {
		of->mesh = r->whole;
		return r->whole != NULL && (size_t)by <= r->nexts ? &r->next[by - 1]
								  : NULL;
	}
	if (m->log_lines < 1 + back || m->log_lines - 1 - back < log_first_line(m))
		return NULL;
	return &m->log[(m->log_lines - 1 - back) % LOG_LINES];
}

/* How many before the cursor: half of the rows; at the end of it as many as there are. */
static int before_of(const struct world *w, const struct surface *s)
{
	int after = s->rows - 1 - s->rows / 2, nexts = (int)w->replay->nexts;

	return s->rows - 1 - (nexts < after ? nexts : after);
}

static void draw_events(const struct world *w, struct surface *s)
{
	int before = before_of(w, s);
	const struct log_line *l;
	struct log_widths c;
	struct world of;

	log_widths_begin(&c, s);
	for (int i = 0; i < s->rows; i++) {
		if ((l = line_at(w, i - before, &of)) != NULL)
			log_widths_take(&c, of.mesh, s, l);
	}
	log_widths_end(&c, s);
	for (int i = 0; i < s->rows; i++) {
		if ((l = line_at(w, i - before, &of)) == NULL)
			continue;
		log_row_draw(&of, s, i, l, &c);
		if (i > before) /* it has not happened yet */
			surface_restyle(
				s, (struct rect){ i, 0, 1, s->cols }, STYLE_MUTED);
	}
	/* no row of a list: nothing is selected by it */
	surface_text(s, before, 0, 1, STYLE_KEY, STR(">"));
}

/* The first mark that is shown, so that the one where the cursor is has one before. */
static size_t first_mark(const struct world *w, size_t room)
{
	const struct replay_view *r = w->replay;
	size_t at = 0;

	while (at < r->marks && r->mark[at] <= w->now)
		at++;
	at = at > 2 ? at - 2 : 0;
	if (at + room > r->marks)
		at = r->marks > room ? r->marks - room : 0;
	return at;
}

static void draw_marks(const struct world *w, struct surface *s)
{
	const struct replay_view *r = w->replay;
	size_t first = first_mark(w, (size_t)s->rows);
	char time[FORMAT_TEXT];

	for (int row = 0; row < s->rows; row++) {
		size_t i = first + (size_t)row;
		const char *note;

		surface_put(s, row, 0, STYLE_RULE, 0x2502);
		if (i >= r->marks)
			continue;
		note = r->mark_note != NULL ? r->mark_note[i] : "";
		surface_put(s, row, 2, STYLE_MARK, 'm');
		surface_text(s, row, 4, 8, STYLE_NORMAL,
			str_of(format_time(w, r->mark[i], time)));
		surface_text(s, row, 13, TO_EDGE, STYLE_NORMAL, str_of(note));
	}
}

static void draw_pane(const struct world *w, struct surface *s)
{
	const struct replay_view *r = w->replay;
	int marks = r->marks > 0 ? MARKS_COLS : 0;
	char n[FORMAT_TEXT], right[ROW_TEXT] = "";
	struct surface part =
		surface_sub(s, (struct rect){ 1, 0, s->rows - 1, s->cols - marks });

	if (marks > 0)
		snprintf(right, sizeof(right), "MARKS  %s", format_count(r->marks, n));
	surface_clear(s);
	surface_rule(s, 0,
		&(struct rule){ .line = RULE_LIGHT,
			.title = STR("EVENTS around the cursor"),
			.right = str_of(right) });
	draw_events(w, &part);
	if (marks == 0)
		return;
	part = surface_sub(s, (struct rect){ 1, s->cols - marks, s->rows - 1, marks });
	draw_marks(w, &part);
}

static void draw_line(const struct world *w, struct surface *row)
{
	struct world of;
	const struct log_line *l = line_at(w, 0, &of);
	struct log_widths c;

	if (l == NULL)
		return;
	log_widths_begin(&c, row);
	log_widths_take(&c, w->mesh, row, l);
	log_widths_end(&c, row);
	log_row_draw(w, row, 0, l, &c);
}

void around_draw(
	const struct world *w, struct surface *screen, int bottom, struct surface *line)
{
	int rows = around_wants(w, screen);
	struct surface pane = surface_sub(
		screen, (struct rect){ bottom - rows, 0, rows, screen->cols });

	if (rows > 0)
		draw_pane(w, &pane);
	else if (w->replay != NULL && screen->rows >= 24)
		draw_line(w, line);
}
