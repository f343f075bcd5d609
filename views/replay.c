/* SPDX-License-Identifier: MIT */
#include "views/replay.h"

#include <math.h>
#include <stdio.h>

#include "base/text.h"
#include "tui/chart.h"
#include "views/format.h"
#include "views/pane.h"
#include "views/row.h"

#define LEFT 10 /* column where the bars begin */
#define RIGHT 7 /* columns behind them */
#define WIDEST 512

int replay_wants(int rows)
{
	return rows >= 30 ? 4 : rows >= 16 ? 3 : 0;
}

static int width_of(const struct surface *s)
{
	int width = s->cols - LEFT - RIGHT;

	return width < 1 ? 0 : width > WIDEST ? WIDEST : width;
}

/* The mean of the slices that a column stands for. */
static double value_at(const double *slice, size_t n, int col, int width)
{
	size_t from = (size_t)col * n / (size_t)width;
	size_t to = ((size_t)col + 1) * n / (size_t)width;
	double sum = 0;

	if (to <= from)
		to = from + 1;
	for (size_t i = from; i < to && i < n; i++)
		sum += slice[i];
	return sum / (double)(to - from);
}

static void draw_series(const struct replay_view *r, struct surface *s, int row,
	const char *label, const double *slice)
{
	double values[WIDEST], peak, seconds;
	int width = width_of(s);
	struct chart c = { .values = values, .n = (size_t)width };
	char text[FORMAT_TEXT];

	surface_text(s, row, 1, LEFT - 2, STYLE_NORMAL, str_of(label));
	for (int i = 0; i < width; i++)
		values[i] = r->slices > 0 ? value_at(slice, r->slices, i, width) : NAN;
	peak = chart_spark(s, row, LEFT, width, &c);
	seconds = (double)(r->last - r->first) / (double)SECOND;
	if (seconds > 0 && r->slices > 0)
		surface_text(s, row, LEFT + width + 1, RIGHT - 1, STYLE_NORMAL,
			str_of(format_rate(peak * (double)r->slices / seconds, text)));
}

/* The column of an instant; clamped to the bar. */
static int column_of(const struct replay_view *r, int64_t t, int width)
{
	double part = r->last > r->first
		? (double)(t - r->first) / (double)(r->last - r->first)
		: 0;

	part = part < 0 ? 0 : part > 1 ? 1 : part;
	return (int)(part * (width - 1) + 0.5);
}

/* Trouble at that column that was not there just before. */
static bool begins(const struct replay_view *r, int col, int width)
{
	if (r->slices == 0 || value_at(r->trouble, r->slices, col, width) <= 0)
		return false;
	for (int i = col - 1; i >= 0 && i >= col - 3; i--)
		if (value_at(r->trouble, r->slices, i, width) > 0)
			return false;
	return true;
}

/* Around its column, which keeps what it shows; a sign beside it is not covered. */
static void draw_cursor(
	struct surface *s, int row, int col, int width, const bool *has_sign)
{
	int left = col > 0 ? col - 1 : 0;

	if (left + 3 > width)
		left = width > 3 ? width - 3 : 0;
	for (int i = left; i < left + 3 && i < width; i++) {
		if (i != left + 1 && has_sign[i])
			continue;
		if (i != left + 1)
			surface_put(
				s, row, LEFT + i, STYLE_REPLAY, i == left ? '[' : ']');
		surface_restyle(s, (struct rect){ row, LEFT + i, 1, 1 }, STYLE_REPLAY);
	}
}

static void draw_bar(const struct world *w, struct surface *s, int row)
{
	const struct replay_view *r = w->replay;
	int width = width_of(s);
	bool has_sign[WIDEST] = { false };
	char text[FORMAT_TEXT];

	surface_fmt(s, row, 1, LEFT - 2, STYLE_NORMAL, "%.5s",
		format_time(w, r->first, text));
	for (int i = 0; i < width; i++) {
		bool trouble = begins(r, i, width);

		has_sign[i] = trouble;
		surface_put(s, row, LEFT + i, trouble ? STYLE_WARNING : STYLE_RULE,
			trouble ? '!' : 0x2500);
	}
	for (size_t i = 0; i < r->marks && width > 0; i++) {
		int col = column_of(r, r->mark[i], width);

		has_sign[col] = true;
		surface_put(s, row, LEFT + col, STYLE_MARK, 'm');
	}
	if (width > 0)
		draw_cursor(s, row, column_of(r, w->now, width), width, has_sign);
	surface_fmt(s, row, LEFT + width + 1, RIGHT - 1, STYLE_NORMAL, "%.5s",
		format_time(w, r->last, text));
}

/* What stands beside the mark under the cursor; "". */
static const char *note_here(const struct world *w, const struct surface *s)
{
	const struct replay_view *r = w->replay;
	int width = width_of(s), col = column_of(r, w->now, width);

	for (size_t i = 0; r->mark_note != NULL && i < r->marks; i++) {
		if (r->mark_note[i][0] != '\0' && column_of(r, r->mark[i], width) == col)
			return r->mark_note[i];
	}
	return "";
}

/* As much of the note as leaves room for what stands at the right. */
static void add_note(const struct world *w, const struct surface *s, char title[ROW_TEXT],
	struct str right)
{
	struct str note = str_of(note_here(w, s));
	size_t n = strlen(title);

	note = text_head(note, note.n < 160 ? note.n : 160);
	while (note.n > 0) {
		snprintf(title + n, ROW_TEXT - n, "  m %.*s", STR_ARG(note));
		if (surface_rule_fits(s, str_of(title), right))
			return;
		note = text_head(note, note.n - 1);
	}
	title[n] = '\0';
}

static void draw_rule(const struct world *w, struct surface *s, bool keys)
{
	const struct replay_view *r = w->replay;
	char title[ROW_TEXT], right[ROW_TEXT], at[FORMAT_TEXT], all[FORMAT_TEXT];
	char past[FORMAT_TEXT], span[FORMAT_TEXT];

	snprintf(title, sizeof(title), "%sREPLAY  x%.3g %s", keys ? "\xe2\x96\xba " : "",
		r->speed,
		r->playing                  ? "playing"
			: r->at < r->events ? "paused"
			: r->cut            ? "at the end, cut short"
					    : "at the end");
	snprintf(right, sizeof(right), "event %s of %s", format_count(r->at, at),
		format_count(r->events, all));
	if (s->cols >= 100)
		snprintf(right + strlen(right), sizeof(right) - strlen(right),
			"   %s of %s", format_age(w->now - r->first, past),
			format_age(r->last - r->first, span));
	if (r->cut && r->at < r->events)
		snprintf(right + strlen(right), sizeof(right) - strlen(right),
			"   cut short");
	if (r->bad_lines > 0)
		snprintf(right + strlen(right), sizeof(right) - strlen(right), "   %s",
			format_many(r->bad_lines, "bad line", at));
	add_note(w, s, title, str_of(right));
	surface_rule(s, 0,
		&(struct rule){ .line = RULE_LIGHT,
			.title = str_of(title),
			.title_style = keys ? STYLE_KEY : STYLE_NORMAL,
			.right = str_of(right) });
}

void replay_rows(const struct world *w, struct surface *s, bool keys)
{
	surface_clear(s);
	if (s->rows < 1 || w->replay == NULL)
		return;
	draw_rule(w, s, keys);
	if (s->rows >= 3)
		draw_series(w->replay, s, 1, "events/s", w->replay->rate);
	if (s->rows >= 4)
		draw_series(w->replay, s, 2, "trouble", w->replay->trouble);
	if (s->rows >= 2)
		draw_bar(w, s, s->rows >= 4 ? 3 : s->rows - 1);
}

/* A time in the middle of it, as :goto takes it; with seconds where minutes miss it. */
static const char *example(const struct replay_view *r, char out[TIME_TEXT])
{
	int64_t middle = r->first + (r->last - r->first) / 2;

	time_format(middle, out);
	out[middle - middle % MINUTE >= r->first ? 16 : 19] = '\0';
	return out + 11;
}

static void bar_hint(struct surface *s)
{
	static const struct pane_hint hints[] = {
		{ "Left Right", "1s" },
		{ "PgUp PgDn", "10s or a mark" },
		{ "Home End", "ends" },
		{ "Space", "play" },
		{ "m", "mark" },
		{ "Esc", "back" },
		{ "( )", "trouble" },
		{ ":marks", "all marks" },
	};
	int col = pane_hint_row(s, hints, sizeof(hints) / sizeof(*hints), s->cols - 8);

	pane_hint(s, 0, col, "?", "help");
}

void replay_hint(const struct world *w, struct surface *s, bool keys)
{
	bool close = s->cols < 70;
	char at[TIME_TEXT];
	const struct pane_hint hints[] = {
		{ "Space", w->replay->playing ? "pause" : "play" },
		{ close ? ",." : ", .", "step" },
		{ close ? "<>" : "< >", "10s" },
		{ close ? "()" : "( )", "trouble" },
		{ close ? "{}" : "{ }", "speed" },
		{ ":goto", example(w->replay, at) },
		{ "m", "mark" },
		{ "Enter", "open" },
		{ "Tab", "pane" },
		{ "/", "filter" },
	};
	int col;

	if (keys) {
		bar_hint(s);
		return;
	}
	col = pane_hint_row(s, hints, sizeof(hints) / sizeof(*hints), s->cols - 8);

	pane_hint(s, 0, col, "?", "help");
}
