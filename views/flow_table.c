/* SPDX-License-Identifier: MIT */
/*
 * Edges as rows: the list of trouble below the graph, and the table of all,
 * worst first, where what does not fit is folded into a last line. Both show
 * model.row and move with flow.list.
 */
#include <stdio.h>

#include "tui/chart.h"
#include "views/flow_own.h"
#include "views/format.h"
#include "views/link.h"
#include "views/pane.h"
#include "views/row.h"

#define TREND_MAX 15 /* minutes */
#define TREND_LEAST 7
#define AT_EDGE 6 /* column of the name */

struct line {
	const struct world *w;
	const struct flow_edge *shown;
	const struct edge *e; /* NULL while the recording has not come to it */
	struct surface *s;
	int row;
	enum style style;
};

/* --- cells -------------------------------------------------------------------- */

static void text_state(const struct line *l, char out[FORMAT_TEXT])
{
	snprintf(out, FORMAT_TEXT, "%s", row_trouble(l->e, l->shown->shown));
}

static void text_rate(const struct line *l, char out[FORMAT_TEXT])
{
	format_often(edge_rate(l->e, link_now(l->w)), out);
}

static void text_confidence(const struct line *l, char out[FORMAT_TEXT])
{
	format_confidence(edge_confidence(l->e), out);
}

static void text_waits(const struct line *l, char out[FORMAT_TEXT])
{
	format_count(l->e->waiting, out);
}

static void text_dead(const struct line *l, char out[FORMAT_TEXT])
{
	format_count(l->shown->dead, out);
}

static void text_since(const struct line *l, char out[FORMAT_TEXT])
{
	out[0] = '\0';
	if (flow_loses(l->shown->shown) && l->e->trouble_since > 0)
		format_span(link_now(l->w) - l->e->trouble_since, out);
}

static void text_first(const struct line *l, char out[FORMAT_TEXT])
{
	out[0] = '\0';
	if (flow_loses(l->shown->shown) && l->e->trouble_since > 0)
		format_time(l->w, l->e->trouble_since, out);
}

static const struct column {
	const char *head;
	void (*text)(const struct line *l, char out[FORMAT_TEXT]);
	int width; /* with the blanks behind it */
	bool right;
	int from; /* columns of the screen from which it is shown */
} columns[] = {
	{ "STATE", text_state, 8, false, 0 },
	{ "RATE/1m", text_rate, 9, false, 50 },
	{ "CONF", text_confidence, 6, false, 66 },
	{ "WAIT", text_waits, 6, true, 40 },
	{ "DEAD", text_dead, 7, true, 40 },
	{ "SINCE", text_since, 7, true, 62 },
	{ "FIRST", text_first, 11, true, 110 },
};

#define COLUMNS (sizeof(columns) / sizeof(*columns))

static int width_of_columns(int cols)
{
	int width = 0;

	for (size_t i = 0; i < COLUMNS; i++)
		width += cols >= columns[i].from ? columns[i].width : 0;
	return width;
}

/* The name gets what is left, up to 20 before the trend has more than its least. */
static int width_of_trend(int cols)
{
	int room = cols - AT_EDGE - width_of_columns(cols) - 22;

	if (cols < 72)
		return 0;
	return room < TREND_LEAST ? TREND_LEAST : room > TREND_MAX ? TREND_MAX : room;
}

static int width_of_edge(int cols, int trend)
{
	int width = cols - AT_EDGE - width_of_columns(cols) - trend - 1;

	return width < 6 ? 6 : width > 44 ? 44 : width;
}

/* What a trend shows: how often the trouble came, or how much passed. */
static void draw_trend(const struct line *l, int col, int width)
{
	const struct rate *r = &l->e->offers;
	double values[TREND_MAX], dead[TREND_MAX];
	struct chart c = { .values = values, .n = (size_t)width };

	if (flow_loses(l->shown->shown))
		r = &l->e->refusals;
	else if (l->shown->shown == EDGE_LOW)
		r = &l->e->lows;
	rate_series(r, link_now(l->w), MINUTE / RATE_SLICE, values, c.n);
	rate_series(&l->e->deaths, link_now(l->w), MINUTE / RATE_SLICE, dead, c.n);
	for (size_t i = 0; flow_loses(l->shown->shown) && i < c.n; i++)
		values[i] += dead[i];
	chart_spark(l->s, l->row, col, width, &c);
}

static void draw_head(struct surface *s, int trend)
{
	int col = AT_EDGE + width_of_edge(s->cols, trend) + 1;

	surface_text(s, 0, AT_EDGE, TO_EDGE, STYLE_TITLE, STR("EDGE"));
	for (size_t i = 0; i < COLUMNS; i++) {
		const struct column *c = &columns[i];

		if (s->cols < c->from)
			continue;
		if (c->right)
			surface_text_right(s, 0, col + c->width - 2, c->width - 1,
				STYLE_TITLE, str_of(c->head));
		else
			surface_text(s, 0, col, TO_EDGE, STYLE_TITLE, str_of(c->head));
		col += c->width;
	}
	if (trend > 0)
		surface_text(s, 0, col, TO_EDGE, STYLE_TITLE, STR("TREND"));
}

static void draw_name(const struct line *l, int width)
{
	uint32_t edge = l->shown->edge;
	bool muted = edge != NONE && mesh_mute_of(l->w->mesh, edge, l->w->now) != NULL;

	pane_grave(l->s, l->row, 1, flow_grave(l->shown->shown));
	if (muted)
		surface_put(l->s, l->row, AT_EDGE + width - 1, STYLE_TITLE, 'm');
	if (flow_edge_is_noted(l->w, l->shown))
		surface_put(l->s, l->row, 3, STYLE_MARK, '#');
	if (l->shown->letter != 0)
		surface_put(l->s, l->row, 4, STYLE_TITLE, (uint32_t)l->shown->letter);
	surface_text(l->s, l->row, AT_EDGE, width - 2 * muted, STYLE_NORMAL,
		str_of(l->shown->name));
}

static void draw_table_row(const struct line *l)
{
	int trend = width_of_trend(l->s->cols);
	int width = width_of_edge(l->s->cols, trend);
	int col = AT_EDGE + width + 1;
	char text[FORMAT_TEXT];

	draw_name(l, width);
	for (size_t i = 0; i < COLUMNS && l->e != NULL; i++) {
		const struct column *c = &columns[i];
		enum style style = i == 0 ? l->style : STYLE_NORMAL;

		if (l->s->cols < c->from)
			continue;
		c->text(l, text);
		if (c->right)
			surface_text_right(l->s, l->row, col + c->width - 2, c->width - 1,
				style, str_of(text));
		else
			surface_text(
				l->s, l->row, col, c->width - 1, style, str_of(text));
		col += c->width;
	}
	if (l->e == NULL)
		surface_text(l->s, l->row, col, TO_EDGE, STYLE_MUTED, STR("not yet"));
	else if (trend > 0)
		draw_trend(l, col, trend);
}

/* --- the list of trouble -------------------------------------------------------- */

void flow_what(const struct edge *e, const struct world *w, enum edge_trouble t,
	char *out, size_t room)
{
	char is[FORMAT_TEXT], text[ROW_TEXT];

	if (flow_loses(t))
		snprintf(out, room, "%s", row_broken(e, link_now(w), text));
	else if (t == EDGE_WAITS && e->waiting == 0)
		snprintf(out, room, "none waits now");
	else if (t == EDGE_WAITS)
		snprintf(out, room, "%u wait%s for you", e->waiting,
			e->waiting == 1 ? "s" : "");
	else if (t == EDGE_LOW)
		snprintf(out, room, "%s", row_low(w->mesh, e, true, text));
	else
		snprintf(out, room, "conf %s", format_confidence(edge_confidence(e), is));
}

/* "5/min  conf .91": after what is wrong, the rest in short. */
static void draw_list_rest(const struct line *l, int col, int end)
{
	char text[FORMAT_TEXT], since[FORMAT_TEXT];

	text_since(l, since);
	surface_text_right(l->s, l->row, l->s->cols - 1, 5, STYLE_NORMAL, str_of(since));
	text_rate(l, text);
	if (col + (int)strlen(text) <= end)
		surface_text(l->s, l->row, col, end - col, STYLE_NORMAL, str_of(text));
	col += 9;
	if (col + 10 < end && l->shown->shown != EDGE_LOW && edge_confidence(l->e) >= 0) {
		text_confidence(l, text);
		surface_fmt(l->s, l->row, col, end - col, STYLE_NORMAL, "conf %s", text);
	}
	if (col + 10 < end && l->shown->shown == EDGE_LOW && l->e->waiting > 0)
		surface_fmt(l->s, l->row, col, end - col, STYLE_NORMAL, "%u wait%s",
			l->e->waiting, l->e->waiting == 1 ? "s" : "");
	col += 11;
	if (col + 20 < end)
		surface_fmt(l->s, l->row, col, end - col, STYLE_NORMAL,
			"dead %-6u waits %u", l->shown->dead, l->e->waiting);
}

/* What is wrong where a sentence has no room. */
static const char *brief(const struct line *l, char out[64])
{
	uint32_t of, below;

	if (l->shown->shown == EDGE_WAITS) {
		snprintf(out, 64, "%u", l->e->waiting);
	} else if (l->shown->shown == EDGE_LOW) {
		below = edge_below(l->e, &of);
		snprintf(out, 64, "%u/%u", below, of);
	} else {
		out[0] = '\0';
	}
	return out;
}

static void draw_list_row(const struct line *l)
{
	int width = l->s->cols >= 100 ? 28 : l->s->cols >= 70 ? 18 : 16;
	int col = AT_EDGE + width + 1;
	char what[64];

	draw_name(l, width);
	if (l->e == NULL)
		return;
	surface_text(l->s, l->row, col, 7, l->style,
		str_of(row_trouble(l->e, l->shown->shown)));
	col += 8;
	flow_what(l->e, l->w, l->shown->shown, what, sizeof(what));
	if (col + (int)strlen(what) > l->s->cols - 6)
		brief(l, what);
	surface_text(l->s, l->row, col, 20, STYLE_NORMAL, str_of(what));
	draw_list_rest(l, col + 21, l->s->cols - 6);
}

/* --- rows ----------------------------------------------------------------------- */

static void draw_rows(struct flow *f, const struct world *w, struct surface *s, int first,
	int rows, void (*draw)(const struct line *l))
{
	struct list_items items = list_of_ids(&f->ids);
	uint64_t selected = 0;
	bool any = list_selected(&f->list, &selected);

	for (int i = 0; i < rows; i++) {
		size_t rank = list_rank(&f->list, &items, (size_t)i);
		uint32_t edge;
		struct line l;

		if (rank == LIST_NOWHERE)
			return;
		edge = (uint32_t)f->model.row[rank];
		l = (struct line){ w, &f->model.edge[edge],
			flow_model_edge(&f->model, w, edge), s, first + i,
			flow_style(f->model.edge[edge].shown) };
		draw(&l);
		if (any && selected == edge && !f->on_graph) {
			surface_put(s, first + i, 0, STYLE_NORMAL, '>');
			surface_select(s, first + i, 0, s->cols, true);
		}
	}
}

static void sync_list(struct flow *f, int height)
{
	struct list_items items = list_of_ids(&f->ids);

	list_sync(&f->list, &items, (size_t)(height > 0 ? height : 0));
	if (!f->moved)
		list_move(&f->list, &items, LIST_TOP);
}

static void draw_none(const struct flow *f, struct surface *s, int row, int col)
{
	struct filter_count n = { .hidden = f->model.edges };
	struct buf text = { 0 };

	filter_none(&text, &f->choice.filter, &n);
	surface_text(s, row, col, TO_EDGE, STYLE_MUTED, buf_view(&text));
	buf_fini(&text);
}

void flow_list_draw(struct flow *f, const struct world *w, struct surface *s)
{
	sync_list(f, s->rows);
	if (f->model.rows == 0 && f->choice.filter.query != NULL)
		draw_none(f, s, 0, 1);
	else if (f->model.rows == 0)
		surface_text(s, 0, 1, TO_EDGE, STYLE_MUTED,
			STR("no edge in trouble: no refusals or deaths in 10 min, no "
			    "confidence below its bar"));
	draw_rows(f, w, s, 0, s->rows, draw_list_row);
}

/* What is below the window, in one line. */
static void draw_fold(
	struct flow *f, const struct world *w, struct surface *s, size_t more, int row)
{
	int col = AT_EDGE + width_of_edge(s->cols, width_of_trend(s->cols)) + 1;
	int width = col - AT_EDGE + columns[0].width - 1;
	double rate = 0;
	size_t troubled = 0;
	char text[FORMAT_TEXT];

	for (size_t i = f->model.rows - more; i < f->model.rows; i++) {
		uint32_t edge = (uint32_t)f->model.row[i];
		const struct edge *e = flow_model_edge(&f->model, w, edge);

		rate += e != NULL ? edge_rate(e, link_now(w)) : 0;
		troubled += flow_is_trouble(f->model.edge[edge].shown);
	}
	if (troubled == 0)
		surface_fmt(s, row, AT_EDGE, width, STYLE_MUTED, "%zu more ok", more);
	else if (troubled == more)
		surface_fmt(
			s, row, AT_EDGE, width, STYLE_MUTED, "%zu more in trouble", more);
	else
		surface_fmt(s, row, AT_EDGE, width, STYLE_MUTED,
			"%zu more, %zu in trouble", more, troubled);
	if (s->cols >= columns[1].from)
		surface_text(s, row, col + columns[0].width, TO_EDGE, STYLE_MUTED,
			str_of(format_often(rate, text)));
}

void flow_table_draw(struct flow *f, const struct world *w, struct surface *s)
{
	int rows = s->rows - 1;
	bool folds = f->model.rows > (size_t)(rows > 0 ? rows : 0);
	struct list_items items = list_of_ids(&f->ids);
	size_t more;

	if (rows < 1)
		return;
	draw_head(s, width_of_trend(s->cols));
	rows -= folds && rows > 1;
	sync_list(f, rows);
	draw_rows(f, w, s, 1, rows, draw_table_row);
	more = list_below(&f->list, &items);
	if (folds && more > 0)
		draw_fold(f, w, s, more, rows + 1);
	if (f->model.rows == 0 && f->choice.filter.query != NULL)
		draw_none(f, s, 1, AT_EDGE);
	else if (f->model.rows == 0)
		surface_text(s, 1, AT_EDGE, TO_EDGE, STYLE_MUTED,
			f->choice.trouble_only ? STR("no edge is in trouble")
					       : STR("no handoff yet"));
}
