/* SPDX-License-Identifier: MIT */
/*
 * The dead letters' screen as cells: groups, the letters of those that are
 * unfolded, and below what is known of the one under the cursor.
 */
#include <stdio.h>

#include "views/again.h"
#include "views/dead_own.h"
#include "views/desk.h"
#include "views/died.h"
#include "views/format.h"
#include "views/link.h"
#include "views/ops.h"
#include "views/pane.h"
#include "views/row.h"

#define HOUR (60 * MINUTE)
#define VALUE_COLS 14 /* with a blank before it */

/* Where columns are, at this width; 0: not shown. */
struct columns {
	int count, trend, reason;
	int oldest, newest, requeue, value; /* their right ends */
	int letter, reason_end;
};

static struct columns columns_of(const struct dead *d, int cols)
{
	struct columns c = { .count = 11, .trend = 13, .reason = 23, .letter = 25 };

	c.oldest = cols - 1;
	if (cols >= 100) {
		c.requeue = cols - 1 - (d->valued ? VALUE_COLS : 0);
		c.newest = c.requeue - 10;
		c.oldest = c.requeue - 18;
		c.value = d->valued ? cols - 1 : 0;
	}
	if (cols < 70)
		c.letter = 9; /* what it died of has the room instead */
	if (cols < 60) {
		c.trend = 0;
		c.reason = 13;
	}
	c.reason_end = c.oldest - 7;
	return c;
}

static void draw_head(const struct dead *d, struct surface *s, const struct columns *c)
{
	static const struct {
		const char *whole, *brief;
	} heads[] = { { "REASON / EDGE / CAUSE", "REASON" },
		{ "VERSION / EDGE", "VERSION" }, { "DIED / EDGE", "DIED" },
		{ "EDGE / REASON", "EDGE" } };
	int room = c->oldest - 8 - c->reason;
	const char *head = heads[d->by].whole;

	surface_text_right(s, 1, c->count, 6, STYLE_TITLE, STR("COUNT"));
	if (c->trend > 0)
		surface_text(s, 1, c->trend, TO_EDGE, STYLE_TITLE, STR("IN 10m"));
	if ((int)strlen(head) >
		room) /* two blanks before the next head, or a word less */
		head = heads[d->by].brief;
	surface_text(s, 1, c->reason, room, STYLE_TITLE, str_of(head));
	surface_text_right(s, 1, c->oldest, 7, STYLE_TITLE, STR("OLDEST"));
	if (c->newest > 0)
		surface_text_right(s, 1, c->newest, 7, STYLE_TITLE, STR("NEWEST"));
	if (c->requeue > 0)
		surface_text_right(s, 1, c->requeue, 9, STYLE_TITLE, STR("REQUEUE?"));
	if (c->value > 0)
		surface_text_right(s, 1, c->value, 9, STYLE_TITLE, STR("VALUE"));
}

static int64_t death_at(const struct order *letters, bool newest)
{
	struct order_item item = { 0 };

	order_at(letters, newest ? letters->count - 1 : 0, &item);
	return item.key;
}

static int grave_of(const struct dead_group *g, int64_t now)
{
	if (dead_is_growing(g, now))
		return GRAVE_CRITICAL;
	return now - death_at(&g->letters, true) < HOUR ? GRAVE_WARNING : GRAVE_NONE;
}

void dead_edge_text(const struct mesh *m, uint32_t edge, char out[ROW_TEXT])
{
	snprintf(out, ROW_TEXT, "%.70s>%.70s", m->agent[m->edge[edge].from].name,
		m->agent[m->edge[edge].to].name);
}

/* As many as the row stands for: those that the filter lets through, of all. */
static uint64_t count_of(const struct dead *d, uint32_t group, uint32_t why, uint64_t all)
{
	return d->sift.filter.query != NULL ? dead_shown_of(d, group, why).n : all;
}

static void draw_group(
	struct dead *d, const struct world *w, struct surface *s, int row, uint32_t group)
{
	const struct dead_group *g = &w->mesh->dead_group[group];
	struct columns c = columns_of(d, s->cols);
	int64_t now = link_now(w);
	char text[FORMAT_TEXT], edge[ROW_TEXT], fits[ROW_TEXT], stage[ROW_TEXT];
	int width = c.reason_end - c.reason, edge_width = width / 2, col = c.reason;
	int middle = c.reason + (width / 2 < 40 ? width / 2 : 40);

	pane_grave(s, row, 2, grave_of(g, now));
	surface_text_right(s, row, c.count, c.count - 4, STYLE_NORMAL,
		str_of(format_count(count_of(d, group, NONE, dead_letters(g)), text)));
	if (c.trend > 0)
		surface_text(s, row, c.trend, 9, STYLE_NORMAL,
			str_of(format_growth(rate_trouble(&g->came, now), text)));
	col += surface_fmt(s, row, col, TO_EDGE, STYLE_MUTED, "%c ",
		dead_rows_is_open(d, group) ? 'v' : '>');
	dead_edge_text(w->mesh, g->edge, edge);
	if (surface_measure(s, str_of(edge)) < edge_width)
		edge_width = surface_measure(s, str_of(edge));
	col += surface_text(
		s, row, col, width - 4 - edge_width, STYLE_NORMAL, str_of(g->reason));
	ops_stage(w->ops, w->mesh, group, false, stage);
	if (col < middle && middle + edge_width < c.reason_end &&
		(stage[0] == '\0' || s->cols >= 100))
		col = middle - 2;
	col += 2 + surface_text(s, row, col + 2, edge_width, STYLE_NORMAL, str_of(edge));
	if (col + 2 + surface_measure(s, str_of(stage)) > c.reason_end)
		ops_stage(w->ops, w->mesh, group, true, stage);
	if (col + 2 + surface_measure(s, str_of(stage)) <= c.reason_end)
		surface_text_right(s, row, c.reason_end, c.reason_end - col - 2,
			STYLE_KEY, str_of(stage));
	surface_text_right(s, row, c.oldest, 6, STYLE_NORMAL,
		str_of(format_span(now - death_at(&g->letters, false), text)));
	if (c.newest > 0)
		surface_text_right(s, row, c.newest, 6, STYLE_NORMAL,
			str_of(format_span(now - death_at(&g->letters, true), text)));
	if (c.requeue > 0)
		surface_text_right(s, row, c.requeue, 9, STYLE_NORMAL,
			str_of(dead_rehearsed(d, w, group, fits)));
}

/* "    38  +38       v invoice.draft@4.0.0    billing>ledger      8m" */
static void draw_bucket(struct dead *d, const struct world *w, struct surface *s, int row,
	uint32_t bucket)
{
	const struct dead_bucket *b = &d->bucket[bucket];
	struct columns c = columns_of(d, s->cols);
	int64_t now = link_now(w);
	char text[FORMAT_TEXT], title[ROW_TEXT], inside[ROW_TEXT], fits[ROW_TEXT];
	int width = c.reason_end - c.reason, col = c.reason, inner;
	int middle = c.reason + (width / 2 < 40 ? width / 2 : 40);

	pane_grave(s, row, 2,
		b->came > 0                      ? GRAVE_CRITICAL
			: now - b->newest < HOUR ? GRAVE_WARNING
						 : GRAVE_NONE);
	surface_text_right(s, row, c.count, c.count - 4, STYLE_NORMAL,
		str_of(format_count(b->n, text)));
	if (c.trend > 0)
		surface_text(s, row, c.trend, 9, STYLE_NORMAL,
			str_of(format_growth(b->came, text)));
	col += surface_fmt(s, row, col, TO_EDGE, STYLE_MUTED, "%c ",
		d->bucket_open[b->key] ? 'v' : '>');
	dead_by_title(d, bucket, title);
	dead_by_inside(d, bucket, inside);
	col += surface_text(s, row, col, c.reason_end - col, STYLE_NORMAL, str_of(title));
	inner = surface_measure(s, str_of(inside));
	if (col < middle && middle + inner < c.reason_end)
		col = middle - 2;
	if (c.reason_end - col - 2 >= 8)
		surface_text(s, row, col + 2, c.reason_end - col - 2, STYLE_NORMAL,
			str_of(inside));
	surface_text_right(s, row, c.oldest, 6, STYLE_NORMAL,
		str_of(format_span(now - b->oldest, text)));
	if (c.newest > 0)
		surface_text_right(s, row, c.newest, 6, STYLE_NORMAL,
			str_of(format_span(now - b->newest, text)));
	if (c.requeue > 0)
		surface_text_right(s, row, c.requeue, 9, STYLE_NORMAL,
			str_of(dead_rehearsed_bucket(d, w, bucket, fits)));
}

/* "    38          v @4  /due_date: string, not integer      8m" */
static void draw_why(const struct dead *d, const struct world *w, struct surface *s,
	int row, uint32_t why)
{
	const struct dead_why *y = &w->mesh->dead_why[why];
	struct columns c = columns_of(d, s->cols);
	int col = c.reason + 2, end = c.reason_end;
	char text[ROW_TEXT];
	struct buf words = { 0 };

	surface_text_right(s, row, c.count, c.count - 4, STYLE_NORMAL,
		str_of(format_count(
			count_of(d, y->group, why, dead_why_letters(y)), text)));
	col += surface_fmt(
		s, row, col, TO_EDGE, STYLE_MUTED, "%c ", d->why_open[why] ? 'v' : '>');
	dead_why_version(w->mesh, why, text);
	dead_why_text(&words, y);
	if (text[0] != '\0') { /* where, what was found: that comes first */
		int left = end - col - 2 - surface_measure(s, buf_view(&words));

		col += surface_text(s, row, col, left > 8 ? left : 8, STYLE_NORMAL,
			       str_of(text)) +
			2;
	}
	surface_text(s, row, col, end - col, STYLE_NORMAL, buf_view(&words));
	buf_fini(&words);
	surface_text_right(s, row, c.oldest, 6, STYLE_NORMAL,
		str_of(format_span(link_now(w) - death_at(&y->letters, false), text)));
	if (c.newest > 0)
		surface_text_right(s, row, c.newest, 6, STYLE_NORMAL,
			str_of(format_span(
				link_now(w) - death_at(&y->letters, true), text)));
}

/* A number that there is no room for is not shown in part: the pane has it. */
static void draw_value(
	const struct columns *c, struct surface *s, int row, const char *value)
{
	if (c->value > 0 && surface_measure(s, str_of(value)) < VALUE_COLS)
		surface_text_right(
			s, row, c->value, VALUE_COLS - 1, STYLE_NORMAL, str_of(value));
}

/* "requeued x2": it has come back; in warning where it always died of the same. */
static int draw_again(const struct world *w, struct surface *s, int row, int col,
	const struct handoff *h)
{
	struct again a = again_of(w->mesh, h);

	if (a.times == 0)
		return 0;
	return surface_fmt(s, row, col, TO_EDGE,
		       a.same && a.times > 1 ? STYLE_WARNING : STYLE_NORMAL,
		       s->cols >= 80 ? "requeued x%u" : "x%u", a.times) +
		1;
}

/* `in`: further in, below its cause. */
static void draw_letter(const struct dead *d, const struct world *w, struct surface *s,
	int row, int id, const struct handoff *h, bool in)
{
	const struct desk_entry *e =
		w->desk != NULL ? desk_find(w->desk, h->id, h->attempt) : NULL;
	struct columns c = columns_of(d, s->cols);
	int col = c.letter + (in ? 2 : 0),
	    end = c.value > 0 ? c.value - VALUE_COLS : TO_EDGE;
	char text[ROW_TEXT], time[FORMAT_TEXT];
	struct buf words = { 0 };

	surface_text(s, row, col, id, STYLE_NORMAL, str_of(h->id));
	col += id + 1;
	surface_text(
		s, row, col, 8, STYLE_NORMAL, str_of(format_time(w, h->since, time)));
	col += 10;
	if (s->cols >= 70) {
		surface_fmt(s, row, col, 8, STYLE_NORMAL, "%u %s", h->attempt,
			h->attempt == 1 ? "try" : "tries");
		col += 8;
	}
	col += draw_again(w, s, row, col, h);
	if (e != NULL)
		surface_fmt(s, row, col, TO_EDGE, desk_style(e), "%s %s",
			desk_verb(e->action), desk_state(e, w, text));
	else
		died_brief(&words, h);
	surface_text(
		s, row, col, end > col ? end - col : end, STYLE_NORMAL, buf_view(&words));
	buf_fini(&words);
	if (c.value > 0)
		draw_value(&c, s, row, dead_value_letter(w, h));
}

/* Whether all letters of a row are marked; a large one is not walked. */
static bool all_marked(const struct dead *d, const struct dead_shown *letters)
{
	size_t n;
	uint32_t letter;

	list_marks(&d->list, &n);
	if (n < letters->n)
		return false;
	for (size_t i = 0; i < letters->n; i++)
		if (!dead_shown_at(letters, i, &letter) || !list_marked(&d->list, letter))
			return false;
	return true;
}

/* Columns for the longest id that is shown, within reason. */
static int width_of_ids(const struct dead *d, const struct world *w,
	const struct surface *s, const struct list_items *items, int rows)
{
	int width = 10, most = s->cols / 4;

	for (int i = 0; i < rows; i++) {
		size_t rank = list_rank(&d->list, items, (size_t)i);
		struct dead_row r;
		int n;

		if (rank == LIST_NOWHERE)
			break;
		r = dead_rows_at(d, rank);
		n = r.handoff != NONE ? (int)strlen(handoff_at(w->mesh, r.handoff)->id)
				      : 0;
		if (n > width)
			width = n;
	}
	return width < most ? width : most;
}

static uint64_t row_id(const struct dead *d, const struct dead_row *r)
{
	if (r->bucket != NONE)
		return dead_by_id(d->bucket[r->bucket].key);
	return r->why != NONE ? dead_rows_why_id(r->why) : dead_rows_group_id(r->group);
}

static void draw_row(struct dead *d, const struct world *w, struct surface *s, int row,
	int id, size_t rank)
{
	struct dead_row r = dead_rows_at(d, rank);
	struct dead_shown shown;
	struct columns c = columns_of(d, s->cols);
	char value[ROW_TEXT];
	bool marked;

	if (r.handoff == NONE) {
		if (r.bucket != NONE)
			draw_bucket(d, w, s, row, r.bucket);
		else if (r.why != NONE)
			draw_why(d, w, s, row, r.why);
		else
			draw_group(d, w, s, row, r.group);
		shown = dead_shown_of_row(d, &r);
		marked = all_marked(d, &shown);
		if (c.value > 0)
			draw_value(&c, s, row,
				dead_value_row(d, w, row_id(d, &r), &shown, value));
	} else {
		draw_letter(
			d, w, s, row, id, handoff_at(w->mesh, r.handoff), r.why != NONE);
		marked = list_marked(&d->list, r.handoff);
	}
	if (marked)
		surface_put(s, row, 1, STYLE_MARK, '*');
}

static void draw_rows(struct dead *d, const struct world *w, struct surface *s, int rows)
{
	struct list_items items = dead_rows_items(d);
	size_t below;
	int id;

	list_sync(&d->list, &items, (size_t)rows);
	id = width_of_ids(d, w, s, &items, rows);
	for (int i = 0; i < rows; i++) {
		size_t rank = list_rank(&d->list, &items, (size_t)i);

		if (rank == LIST_NOWHERE)
			break;
		draw_row(d, w, s, 2 + i, id, rank);
		if (list_line(&d->list) == (size_t)i) {
			surface_put(s, 2 + i, 0, STYLE_NORMAL, '>');
			surface_select(s, 2 + i, 0, s->cols, true);
		}
	}
	below = list_below(&d->list, &items);
	if (below > 0)
		surface_fmt(s, 2 + rows, columns_of(d, s->cols).reason, TO_EDGE,
			STYLE_MUTED, "%zu more below", below);
}

/* --- the whole ------------------------------------------------------------------- */

static void draw_title(const struct dead *d, const struct world *w, struct surface *s)
{
	static const char *const groups[] = { "by reason, edge", "by version", "by age",
		"by edge" };
	char title[ROW_TEXT], right[ROW_TEXT], count[FORMAT_TEXT], hidden[FORMAT_TEXT];
	struct filter_count n = sift_count(&d->sift, w->mesh->dead.count);
	struct buf filter = { 0 };
	size_t marks;

	list_marks(&d->list, &marks);
	snprintf(title, sizeof(title), "DEAD LETTERS  %s%s",
		format_count(mesh_dead(w->mesh), count),
		d->growing_only ? "  only what grows" : "");
	snprintf(right, sizeof(right), "%s%s", groups[d->by],
		d->reversed ? ", reversed" : "");
	if (d->hidden > 0)
		snprintf(right, sizeof(right), "%s hidden",
			format_count(d->hidden, hidden));
	n.hidden = d->hidden;
	filter_title(&filter, &d->sift.filter, &n, s->cols - 30);
	pane_rule_marks(
		w, s, title, filter.len > 0 ? buf_view(&filter) : str_of(right), marks);
	buf_fini(&filter);
}

static void draw_empty(const struct dead *d, const struct world *w, struct surface *s)
{
	const struct mesh *m = w->mesh;
	char count[FORMAT_TEXT], time[FORMAT_TEXT];

	if (link_loading(w)) {
		surface_text(s, 2, 3, TO_EDGE, STYLE_MUTED, STR("Not known yet."));
		return;
	}
	if (m->dead.count > 0) {
		struct filter_count n = sift_count(&d->sift, m->dead.count);
		struct buf text = { 0 };

		if (d->sift.filter.query != NULL)
			filter_none(&text, &d->sift.filter, &n);
		else
			buf_fmt(&text, "0 of %s shown, f shows what grows. Esc clears.",
				format_count(m->dead.count, count));
		surface_text(s, 2, 3, TO_EDGE, STYLE_MUTED, buf_view(&text));
		buf_fini(&text);
		return;
	}
	surface_text(s, 2, 3, TO_EDGE, STYLE_NORMAL, STR("No dead letters."));
	surface_fmt(s, 3, 3, TO_EDGE, STYLE_MUTED,
		"Checked: %s; none is dead, stopped, or refused or",
		format_many(mesh_handoffs(m), "handoff", count));
	surface_fmt(s, 4, 3, TO_EDGE, STYLE_MUTED,
		"failed without a fallback. Discarded so far: %u. As of %s.",
		m->states[STATE_DISCARDED], format_time(w, m->now, time));
}

void dead_draw(struct dead *d, const struct world *w, struct surface *s)
{
	struct columns c;
	int detail = s->rows >= 26 ? 11 : s->rows >= 18 ? 8 : s->rows >= 14 ? 7 : 0;
	int rows = s->rows - 2 - 1 - detail;
	struct surface part;

	dead_rows_sync(d, w);
	dead_value_begin(d, w);
	c = columns_of(d, s->cols);
	draw_title(d, w, s);
	if (d->rows == 0) {
		draw_empty(d, w, s);
		return;
	}
	draw_head(d, s, &c);
	d->around_more = false;
	if (c.requeue > 0)
		dead_rehearse_around(d, w);
	draw_rows(d, w, s, rows > 0 ? rows : 0);
	part = surface_sub(s, (struct rect){ s->rows - detail, 0, detail, s->cols });
	dead_fields_draw(d, w, &part);
}
