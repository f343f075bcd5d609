/* SPDX-License-Identifier: MIT */
/*
 * Now: one flat worklist of what is wrong or waits, worst first in each of its
 * parts. Enter opens a row where it belongs, with the right item selected.
 * What always holds: a row's id is its part and a place in the mesh, and a
 * handoff that leaves under the cursor stays there as a tombstone for ten
 * seconds.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "tui/chart.h"
#include "tui/list.h"
#include "views/columns.h"
#include "views/detail.h"
#include "views/link.h"
#include "views/pane.h"
#include "views/watch.h"

#define TOMBSTONE (10 * SECOND)
#define MOST_ROWS 160
#define GROUPS 256 /* of dead letters that are looked at */

enum part { PART_WAITING, PART_EDGES, PART_DEAD, PARTS };

struct now {
	struct list list;
	struct watch watch;
	struct detail detail;
	/* the rows as they are drawn: ids in order, so many in each part */
	uint64_t row[MOST_ROWS];
	size_t rows, in[PARTS];
	size_t dead_groups; /* all that hold letters */
	int room;           /* rows of the body at the last drawing */
	uint32_t place;     /* handoff under the cursor, NONE */
	size_t place_row;
	bool gone;
	int64_t gone_tick, now;
};

static uint64_t id_of(enum part p, uint32_t place)
{
	return (uint64_t)p << 32 | place;
}

/* --- which rows ------------------------------------------------------------------- */

/* Rows that each part may have in a body of this height; 0: the part is left out. */
struct space {
	int waiting, edges, dead, mesh;
};

static struct space divide(const struct now *n, const struct mesh *m, int rows)
{
	struct space s = { 0 };
	size_t edges = n->watch.n_edges;
	int left = rows - 1;

	s.mesh = rows >= 16 ? (rows >= 24 ? 4 : 2) : 0;
	left -= s.mesh;
	if (rows >= 8) {
		s.edges = 1 + (int)(edges < 8 ? edges : 8);
		if (s.edges > 1 + left / 4)
			s.edges = 1 + left / 4;
	}
	if (rows >= 11) {
		s.dead = 1 + (int)(n->dead_groups < 6 ? n->dead_groups : 6);
		if (s.dead > 1 + left / 4)
			s.dead = 1 + left / 4;
	}
	s.waiting = left - s.edges - s.dead;
	if (rows < 30 && (size_t)s.waiting > m->review.count + 1 && m->review.count > 0)
		s.waiting = (int)m->review.count + 1;
	return s;
}

static void add(struct now *n, enum part p, uint32_t place)
{
	if (n->rows == MOST_ROWS)
		return;
	n->row[n->rows++] = id_of(p, place);
	n->in[p]++;
}

static void add_waiting(struct now *n, const struct mesh *m, int most)
{
	struct order_item i;

	/* The last row says how many more there are. */
	if (m->review.count + n->gone > (size_t)most)
		most--;
	for (size_t rank = 0; (int)n->in[PART_WAITING] < most; rank++) {
		if (n->gone && n->in[PART_WAITING] == n->place_row) {
			add(n, PART_WAITING, n->place);
			if ((int)n->in[PART_WAITING] >= most)
				return;
		}
		if (!order_at(&m->review, rank, &i))
			break;
		add(n, PART_WAITING, i.id);
	}
	if (n->gone && n->in[PART_WAITING] <= n->place_row &&
		(int)n->in[PART_WAITING] < most)
		add(n, PART_WAITING, n->place);
}

/* The groups with the most letters. */
static void add_dead(struct now *n, const struct mesh *m, int most)
{
	for (int k = 0; k < most; k++) {
		uint32_t best = NONE;

		for (uint32_t i = 0; i < m->dead_groups && i < GROUPS; i++) {
			bool had = false;

			for (size_t r = n->rows - n->in[PART_DEAD]; r < n->rows; r++)
				had |= n->row[r] == id_of(PART_DEAD, i);
			if (had || m->dead_group[i].letters.count == 0)
				continue;
			if (best == NONE ||
				m->dead_group[i].letters.count >
					m->dead_group[best].letters.count)
				best = i;
		}
		if (best == NONE)
			return;
		add(n, PART_DEAD, best);
	}
}

static void count_groups(struct now *n, const struct mesh *m)
{
	n->dead_groups = 0;
	for (uint32_t i = 0; i < m->dead_groups && i < GROUPS; i++)
		n->dead_groups += m->dead_group[i].letters.count > 0;
}

static void bury(struct now *n, const struct world *w)
{
	const struct mesh *m = w->mesh;
	uint64_t selected;
	bool same = list_selected(&n->list, &selected) && n->place != NONE &&
		selected == id_of(PART_WAITING, n->place);

	if (!same || w->now < n->now || n->place >= m->handoffs ||
		m->handoff[n->place].in_review) {
		n->gone = false;
	} else if (!n->gone) {
		n->gone = true;
		n->gone_tick = w->tick;
	} else if (w->tick - n->gone_tick > TOMBSTONE) {
		n->gone = false;
	}
	n->now = w->now;
}

static struct space look(struct now *n, const struct world *w, struct list_ids *ids)
{
	struct list_items items;
	struct space s;
	uint64_t id;

	watch_look(&n->watch, w);
	count_groups(n, w->mesh);
	bury(n, w);
	s = divide(n, w->mesh, n->room > 0 ? n->room : 18);
	n->rows = 0;
	memset(n->in, 0, sizeof(n->in));
	add_waiting(n, w->mesh, s.waiting);
	for (size_t i = 0; i < n->watch.n_edges && (int)i + 1 < s.edges; i++)
		add(n, PART_EDGES, n->watch.edge[i]);
	add_dead(n, w->mesh, s.dead - 1);
	*ids = (struct list_ids){ n->row, n->rows };
	items = list_of_ids(ids);
	list_sync(&n->list, &items, n->rows > 0 ? n->rows : 1);
	n->place = NONE;
	if (list_selected(&n->list, &id) && id >> 32 == PART_WAITING) {
		n->place = (uint32_t)id;
		n->place_row = list_line(&n->list);
	}
	return s;
}

/* --- drawing ------------------------------------------------------------------------ */

static void draw_edge_row(
	const struct world *w, struct surface *s, int row, uint32_t place)
{
	const struct mesh *m = w->mesh;
	const struct edge *e = &m->edge[place];
	enum edge_trouble trouble = edge_trouble(e, w->now);
	bool broken = trouble == EDGE_BROKEN;
	char edge[ROW_TEXT], rate[FORMAT_TEXT], age[FORMAT_TEXT], conf[FORMAT_TEXT];
	int end = s->cols - 1;

	pane_grave(s, row, 2, broken ? GRAVE_CRITICAL : GRAVE_WARNING);
	end -= 2 +
		surface_text_right(s, row, end, 5, STYLE_NORMAL,
			str_of(broken ? format_span(w->now - e->trouble_since, age)
				      : ""));
	end -= 2 +
		surface_text_right(s, row, end, 8, STYLE_NORMAL,
			str_of(format_often(
				broken ? watch_bad_rate(e, w->now) : edge_rate(e, w->now),
				rate)));
	snprintf(edge, sizeof(edge), "%.64s>%.64s", m->agent[e->from].name,
		m->agent[e->to].name);
	surface_text(s, row, 5, 26, STYLE_NORMAL, str_of(edge));
	if (end <= 33)
		return;
	if (broken)
		surface_fmt(s, row, 33, end - 33, STYLE_NORMAL, "BROKEN  %s",
			e->last_reason != NULL ? e->last_reason : "refused");
	else
		surface_fmt(s, row, 33, end - 33, STYLE_NORMAL, "%s  confidence %s",
			edge_trouble_name(trouble),
			format_confidence(edge_confidence(e), conf));
}

static void draw_dead_row(
	const struct world *w, struct surface *s, int row, uint32_t place)
{
	const struct mesh *m = w->mesh;
	const struct dead_group *g = &m->dead_group[place];
	const struct edge *e = &m->edge[g->edge];
	double rate = (double)rate_sum(&g->came, w->now, 5 * MINUTE) / 300;
	char edge[ROW_TEXT], n[FORMAT_TEXT], often[FORMAT_TEXT], age[FORMAT_TEXT];
	struct order_item oldest = { w->now, 0 };
	int end = s->cols - 1;

	order_at(&g->letters, 0, &oldest);
	pane_grave(s, row, 2, rate > 0 ? GRAVE_WARNING : GRAVE_NONE);
	surface_text(s, row, 5, 18, STYLE_NORMAL, str_of(g->reason));
	surface_text_right(
		s, row, 30, 6, STYLE_NORMAL, str_of(format_count(g->letters.count, n)));
	if (s->cols >= 60) {
		end -= 2 +
			surface_fmt(s, row, end - 12, 12, STYLE_NORMAL, "oldest %5s",
				format_span(w->now - oldest.key, age));
		end -= 2 +
			surface_text_right(s, row, end, 9, STYLE_NORMAL,
				str_of(rate > 0 ? format_often(rate, often) : "steady"));
	}
	snprintf(edge, sizeof(edge), "%.64s>%.64s", m->agent[e->from].name,
		m->agent[e->to].name);
	surface_text(s, row, 33, end - 33, STYLE_NORMAL, str_of(edge));
}

static void draw_part_title(const struct world *w, struct surface *s, int row,
	const char *name, size_t n, const char *right)
{
	char title[80], count[FORMAT_TEXT];

	snprintf(title, sizeof(title), "%s  %s", name, format_count(n, count));
	pane_rule(w, s, row, title, right);
}

static int draw_rows(const struct now *n, const struct world *w, struct surface *s,
	int row, enum part p, size_t first)
{
	struct columns c;

	columns_begin(&c, s->cols);
	for (size_t i = 0; p == PART_WAITING && i < n->in[p]; i++)
		columns_measure(&c, w, (uint32_t)n->row[first + i]);
	columns_end(&c);
	for (size_t i = 0; i < n->in[p]; i++, row++) {
		uint32_t place = (uint32_t)n->row[first + i];

		if (p == PART_WAITING)
			columns_draw(&c, w, s, row, place, n->gone && place == n->place);
		else if (p == PART_EDGES)
			draw_edge_row(w, s, row, place);
		else
			draw_dead_row(w, s, row, place);
		if (first + i != list_line(&n->list))
			continue;
		surface_text(s, row, 0, 1, STYLE_NORMAL, STR(">"));
		surface_select(s, row, 0, s->cols, true);
	}
	return row;
}

static int draw_more(
	const struct now *n, const struct world *w, struct surface *s, int row)
{
	size_t shown = n->in[PART_WAITING] - n->gone, all = w->mesh->review.count;
	struct order_item i;
	char count[FORMAT_TEXT], left[FORMAT_TEXT];
	int64_t due;

	if (all <= shown || !order_at(&w->mesh->review, shown, &i))
		return row;
	due = handoff_due(&w->mesh->handoff[i.id]);
	surface_fmt(s, row, 11, TO_EDGE, STYLE_NORMAL, "%s more%s%s",
		format_count(all - shown, count), due != 0 ? ", next in " : "",
		due != 0 ? format_left(due - w->now, left) : "");
	return row + 1;
}

static void draw_mesh(
	const struct now *n, const struct world *w, struct surface *s, int row, int rows)
{
	static const char *const names[] = { "handoffs", "held", "refused" };
	const struct rate *rates[] = { &w->mesh->offers, &w->mesh->lows,
		&w->mesh->refusals };
	char title[80], often[FORMAT_TEXT];

	snprintf(title, sizeof(title), "MESH  %u of %u agents heard", n->watch.heard,
		w->mesh->agents);
	pane_rule(w, s, row, title, s->cols >= 60 ? "last 15 min" : NULL);
	for (int i = 0; i + 1 < rows && i < 3; i++) {
		double values[RATE_SLICES / 3];
		size_t wide = s->cols >= 60 ? RATE_SLICES / 3 : RATE_SLICES / 6;

		rate_series(
			rates[i], w->now, (unsigned)(RATE_SLICES / wide), values, wide);
		surface_text(s, row + 1 + i, 5, 10, STYLE_NORMAL, str_of(names[i]));
		chart_spark(s, row + 1 + i, 15, (int)wide,
			&(struct chart){
				.values = values, .n = wide, .style = STYLE_NORMAL });
		surface_text(s, row + 1 + i, 17 + (int)wide, TO_EDGE, STYLE_NORMAL,
			str_of(format_often(
				(double)rate_sum(rates[i], w->now, MINUTE) / 60, often)));
	}
}

static void draw_worklist(
	struct now *n, const struct world *w, struct surface *s, const struct space *room)
{
	const struct mesh *m = w->mesh;
	int row = 1;

	draw_part_title(w, s, 0, "WAITING FOR YOU", m->review.count,
		s->cols >= 60 ? "if nobody acts" : NULL);
	row = draw_rows(n, w, s, row, PART_WAITING, 0);
	row = draw_more(n, w, s, row);
	if (m->review.count == 0 && !n->gone)
		surface_text(s, row++, 5, TO_EDGE, STYLE_MUTED, STR("nothing"));
	if (room->edges > 0) {
		draw_part_title(w, s, row++, "EDGES IN TROUBLE",
			n->watch.broken + n->watch.low, NULL);
		row = draw_rows(n, w, s, row, PART_EDGES, n->in[PART_WAITING]);
	}
	if (room->dead > 0) {
		draw_part_title(w, s, row++, "DEAD LETTERS", m->dead.count, NULL);
		row = draw_rows(
			n, w, s, row, PART_DEAD, n->in[PART_WAITING] + n->in[PART_EDGES]);
	}
	if (room->mesh > 0)
		draw_mesh(n, w, s, row, room->mesh);
}

static bool is_news(const struct log_line *l)
{
	switch (l->type) {
	case EV_REFUSED:
	case EV_FAILED:
	case EV_DEAD_LETTERED:
	case EV_HELD:
	case EV_FALLBACK:
	case EV_GAP:
	case EV_QUARANTINED:
	case EV_DELIVERY_REFUSED:
		return true;
	default:
		return event_kinds[l->type].decision;
	}
}

static void draw_news(const struct world *w, struct surface *s)
{
	const struct mesh *m = w->mesh;
	int row = 1;

	pane_rule(w, s, 0, "JUST NOW", "last 5 min, trouble only");
	for (uint64_t i = m->log_lines;
		i-- > 0 && m->log_lines - i < 2000 && row < s->rows;) {
		const struct log_line *l = &m->log[i % LOG_LINES];
		char time[FORMAT_TEXT], edge[ROW_TEXT] = "";

		if (w->now - l->time > 5 * MINUTE)
			break;
		if (!is_news(l))
			continue;
		if (l->handoff < m->handoffs)
			row_edge(m, &m->handoff[l->handoff], edge);
		surface_fmt(s, row++, 1, TO_EDGE, STYLE_NORMAL, "%s  %-10s %s %s  %s",
			format_time(w, l->time, time), event_kinds[l->type].word,
			l->handoff < m->handoffs ? m->handoff[l->handoff].id : "", edge,
			l->text);
	}
}

/* Beside the list where there is room: the handoff under the cursor, and the news. */
static void draw_side(struct now *n, const struct world *w, struct surface *s)
{
	int detail = n->place != NONE ? s->rows / 2 : 0;
	struct surface part = surface_sub(s, (struct rect){ 0, 0, detail, s->cols });

	if (detail > 0)
		detail_draw(&n->detail, w, n->place, &part, false);
	part = surface_sub(s, (struct rect){ detail, 0, s->rows - detail, s->cols });
	draw_news(w, &part);
}

static void now_draw(void *state, const struct world *w, struct surface *s)
{
	struct now *n = state;
	bool wide = s->cols >= 120 && s->rows >= 24;
	int cols = wide ? s->cols * 6 / 11 : s->cols;
	struct surface left = surface_sub(s, (struct rect){ 0, 0, s->rows, cols });
	struct list_ids ids;
	struct space room;

	n->room = s->rows;
	room = look(n, w, &ids);
	draw_worklist(n, w, &left, &room);
	if (!wide)
		return;
	surface_fill(s, (struct rect){ 0, cols, s->rows, 1 }, STYLE_RULE, 0x2502);
	left = surface_sub(s, (struct rect){ 0, cols + 1, s->rows, s->cols - cols - 1 });
	draw_side(n, w, &left);
}

/* --- actions --------------------------------------------------------------------------
 */

static bool move(struct now *n, const struct list_items *items, enum action a)
{
	switch (a) {
	case ACTION_DOWN:
		list_move(&n->list, items, LIST_DOWN);
		return true;
	case ACTION_UP:
		list_move(&n->list, items, LIST_UP);
		return true;
	case ACTION_TOP:
	case ACTION_PAGE_UP:
	case ACTION_HALF_UP:
		list_move(&n->list, items, LIST_TOP);
		return true;
	case ACTION_BOTTOM:
	case ACTION_PAGE_DOWN:
	case ACTION_HALF_DOWN:
		list_move(&n->list, items, LIST_BOTTOM);
		return true;
	default:
		return false;
	}
}

/* To the next part: Tab. */
static void next_part(struct now *n, const struct list_items *items, bool back)
{
	uint64_t id;
	size_t first = 0;
	int part;

	if (!list_selected(&n->list, &id))
		return;
	part = (int)(id >> 32);
	for (int k = 0; k < PARTS; k++) {
		part = (part + (back ? PARTS - 1 : 1)) % PARTS;
		if (n->in[part] > 0)
			break;
	}
	for (int k = 0; k < part; k++)
		first += n->in[k];
	if (n->in[part] > 0)
		list_select(&n->list, items, n->row[first]);
}

static void open_row(const struct mesh *m, uint64_t id, struct outcome *out)
{
	uint32_t place = (uint32_t)id;
	struct order_item newest;
	const struct edge *e;

	switch ((enum part)(id >> 32)) {
	case PART_WAITING:
		out->go = SCREEN_REVIEW;
		snprintf(out->go_handoff, sizeof(out->go_handoff), "%s",
			m->handoff[place].id);
		break;
	case PART_EDGES:
		e = &m->edge[place];
		out->go = SCREEN_FLOW;
		snprintf(out->go_edge, sizeof(out->go_edge), "%s>%s",
			m->agent[e->from].name, m->agent[e->to].name);
		break;
	default:
		out->go = SCREEN_DEAD;
		if (order_at(&m->dead_group[place].letters,
			    m->dead_group[place].letters.count - 1, &newest))
			snprintf(out->go_handoff, sizeof(out->go_handoff), "%s",
				m->handoff[newest.id].id);
	}
}

static void decide(
	const struct now *n, const struct mesh *m, enum action a, struct outcome *out)
{
	char fate[ROW_TEXT];

	if (n->place == NONE) {
		snprintf(out->message, sizeof(out->message),
			"%s is for a handoff that waits: Enter opens this row",
			action_rows[a].brief);
	} else if (n->gone) {
		snprintf(out->message, sizeof(out->message), "%.60s has left: %.100s",
			m->handoff[n->place].id,
			row_fate(m, &m->handoff[n->place], fate));
	} else {
		out->decide = a;
		out->handoffs = xmalloc(sizeof(*out->handoffs));
		out->handoffs[0] = n->place;
		out->n_handoffs = 1;
	}
}

static void copy(struct now *n, const struct world *w, uint64_t id, struct str what,
	struct outcome *out)
{
	const struct mesh *m = w->mesh;
	struct outcome where = { .go = -1 };
	char edge[ROW_TEXT];

	open_row(m, id, &where);
	if (n->place != NONE && str_is(what, "payload"))
		out->copy = detail_payload(&n->detail, w, n->place);
	else if (n->place != NONE && str_is(what, "edge"))
		out->copy = xstrdup(row_edge(m, &m->handoff[n->place], edge));
	else
		out->copy = xstrdup(
			where.go_handoff[0] != '\0' ? where.go_handoff : where.go_edge);
	if (out->copy == NULL)
		snprintf(out->message, sizeof(out->message),
			"the payload is not here yet: try again");
}

static void now_act(void *state, const struct world *w, enum action a, struct str arg,
	struct outcome *out)
{
	struct now *n = state;
	struct list_ids ids;
	struct list_items items;
	uint64_t id;
	bool any;

	look(n, w, &ids);
	items = list_of_ids(&ids);
	any = list_selected(&n->list, &id);
	out->handled = true;
	if (move(n, &items, a))
		return;
	if (a == ACTION_OPEN || a == ACTION_RIGHT) {
		if (any)
			open_row(w->mesh, id, out);
	} else if (a == ACTION_NEXT_PANE || a == ACTION_PREV_PANE) {
		next_part(n, &items, a == ACTION_PREV_PANE);
	} else if (a == ACTION_NEXT_TAB || a == ACTION_PREV_TAB) {
		detail_turn(&n->detail, a == ACTION_NEXT_TAB ? 1 : -1);
	} else if (a == ACTION_COPY && any) {
		copy(n, w, id, arg, out);
	} else if (action_rows[a].acts) {
		decide(n, w->mesh, a, out);
	} else {
		out->handled = false;
	}
}

/* --- the screen ------------------------------------------------------------------------
 */

static void *now_open(void)
{
	struct now *n = xcalloc(1, sizeof(*n));

	n->place = NONE;
	return n;
}

static void now_close(void *state)
{
	struct now *n = state;

	list_fini(&n->list);
	detail_fini(&n->detail);
	free(n);
}

static void now_tab(const struct world *w, char *out, size_t room)
{
	(void)w;
	(void)room;
	out[0] = '\0';
}

static uint32_t now_under(void *state, const struct world *w)
{
	struct now *n = state;
	struct list_ids ids;

	look(n, w, &ids);
	return n->place;
}

static void now_hint(void *state, const struct world *w, struct surface *s)
{
	static const enum action rows[] = { ACTION_OPEN, ACTION_DOWN, ACTION_NEXT_PANE,
		ACTION_COMMAND, ACTION_FREEZE, ACTION_NONE };
	static const enum action waiting[] = { ACTION_OPEN, ACTION_APPROVE, ACTION_REJECT,
		ACTION_ESCALATE, ACTION_HOLD, ACTION_DOWN, ACTION_NEXT_PANE,
		ACTION_COMMAND, ACTION_NONE };
	const struct now *n = state;

	pane_hints(w, s, n->place != NONE ? waiting : rows);
}

const struct view view_now = {
	.name = "now",
	.title = "Now",
	.digit = '1',
	.open = now_open,
	.close = now_close,
	.tab = now_tab,
	.draw = now_draw,
	.act = now_act,
	.hint = now_hint,
	.under = now_under,
};
