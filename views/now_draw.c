/* SPDX-License-Identifier: MIT */
/* How Now looks: the worklist, and beside it, where there is room, what is under the
 * cursor. */
#include <stdio.h>

#include "tui/chart.h"
#include "views/cases.h"
#include "views/columns.h"
#include "views/link.h"
#include "views/notes.h"
#include "views/now_own.h"
#include "views/pane.h"

static void draw_edge_row(
	const struct world *w, struct surface *s, int row, uint32_t place)
{
	const struct mesh *m = w->mesh;
	const struct edge *e = &m->edge[place];
	enum edge_trouble trouble = edge_shown(e, link_now(w));
	bool broken = trouble == EDGE_BROKEN, loses = trouble == EDGE_LOSES;
	int64_t since = link_now(w) - e->trouble_since;
	char edge[ROW_TEXT], rate[FORMAT_TEXT], age[FORMAT_TEXT], low[ROW_TEXT];
	int end = s->cols - 1, col;
	uint32_t of, below = edge_below(e, &of);

	pane_grave(s, row, 2, broken ? GRAVE_CRITICAL : GRAVE_WARNING);
	end -= 2 +
		surface_text_right(s, row, end, 5, STYLE_NORMAL,
			str_of(broken || loses ? format_span(since, age) : ""));
	end -= 2 +
		surface_text_right(s, row, end, 8, STYLE_NORMAL,
			str_of(format_often(edge_rate(e, link_now(w)), rate)));
	snprintf(edge, sizeof(edge), "%.64s>%.64s", m->agent[e->from].name,
		m->agent[e->to].name);
	col = 7 + surface_text(s, row, 5, 26, STYLE_NORMAL, str_of(edge));
	if (s->cols >= 70)
		col = 33;
	else if (s->cols >= 55 && col < 22)
		col = 22;
	if (end <= col + 12)
		return;
	if (broken)
		surface_fmt(s, row, col, end - col, STYLE_NORMAL, "BROKEN  %s",
			row_why_broken(e, link_now(w)));
	else if (loses)
		surface_fmt(s, row, col, end - col, STYLE_NORMAL, "%s  %s: %s",
			edge_trouble_name(trouble), row_broken(e, link_now(w), low),
			row_why_broken(e, link_now(w)));
	else if (end - col < 23)
		surface_fmt(s, row, col, end - col, STYLE_NORMAL, "%s  %u of %u",
			edge_trouble_name(trouble), below, of);
	else
		surface_fmt(s, row, col, end - col, STYLE_NORMAL, "%s  %s",
			edge_trouble_name(trouble),
			row_low(w->mesh, e, end - col < 32, low));
}

static void draw_dead_row(
	const struct world *w, struct surface *s, int row, uint32_t place)
{
	const struct mesh *m = w->mesh;
	const struct dead_group *g = &m->dead_group[place];
	const struct edge *e = &m->edge[g->edge];
	uint64_t came = rate_trouble(&g->came, link_now(w));
	char edge[ROW_TEXT], n[FORMAT_TEXT], more[FORMAT_TEXT], age[FORMAT_TEXT];
	struct order_item oldest = { w->now, 0 };
	bool wide = s->cols >= 70;
	int end = s->cols - 1, count = wide ? 30 : 26;

	order_at(&g->letters, 0, &oldest);
	pane_grave(s, row, 2, came > 0 ? GRAVE_WARNING : GRAVE_NONE);
	surface_text(s, row, 5, wide ? 18 : 17, STYLE_NORMAL, str_of(g->reason));
	surface_text_right(s, row, count, wide ? 6 : 4, STYLE_NORMAL,
		str_of(format_count(dead_letters(g), n)));
	format_span(w->now - oldest.key, age);
	if (wide)
		end -= 2 +
			surface_fmt(
				s, row, end - 12, 12, STYLE_NORMAL, "oldest %5s", age);
	else
		end -= 2 + surface_text_right(s, row, end, 4, STYLE_NORMAL, str_of(age));
	if (came > 0 || wide)
		end -= 2 +
			surface_text_right(s, row, end, 9, STYLE_NORMAL,
				str_of(format_growth(came, more)));
	snprintf(edge, sizeof(edge), "%.64s>%.64s", m->agent[e->from].name,
		m->agent[e->to].name);
	count += wide ? 3 : 2;
	surface_text(s, row, count, end - count, STYLE_NORMAL, str_of(edge));
}

static void draw_incident_row(
	const struct world *w, struct surface *s, int row, uint32_t place)
{
	const struct incident *i = incident_at(w->mesh, place);
	const struct noted *n = i != NULL ? mesh_noted_incident(w->mesh, i) : NULL;
	char text[FORMAT_TEXT * 2], open[FORMAT_TEXT];
	int end = s->cols - 1, title;

	if (i == NULL)
		return;
	pane_grave(s, row, 2, case_grave(i));
	end -= 12;
	surface_text(s, row, end, 12, STYLE_NORMAL, str_of(notes_owner(w, n, text)));
	end -= 2 +
		surface_text_right(s, row, end - 2, 4, STYLE_NORMAL,
			str_of(format_span(w->now - i->first, text)));
	if (s->cols >= 60) {
		snprintf(open, sizeof(open), "%u open", incident_open(i));
		surface_text_right(s, row, end - 3, 10, STYLE_NORMAL, str_of(open));
		end -= 14;
	}
	title = 7 +
		surface_text(
			s, row, 5, s->cols >= 60 ? 22 : 14, STYLE_NORMAL, str_of(i->id));
	surface_text(s, row, title, end - title, STYLE_NORMAL,
		str_of(n != NULL && n->title != NULL ? n->title
						     : state_name(incident_worst(i))));
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
		else if (p == PART_INCIDENTS)
			draw_incident_row(w, s, row, place);
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
	size_t shown = n->in[PART_WAITING] - n->gone, all = now_waiting(n, w->mesh);
	uint32_t next;
	char count[FORMAT_TEXT], left[FORMAT_TEXT];
	int64_t due;

	/* the first that is not shown: the cursor's row may stand behind it */
	if (all <= shown || !now_waiting_at(n, w->mesh, shown - n->unfolded, &next))
		return row;
	due = handoff_due(handoff_at(w->mesh, next));
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
	char title[80], often[FORMAT_TEXT], agents[FORMAT_TEXT], right[80];

	if (w->mesh->agents == 0)
		snprintf(title, sizeof(title), "MESH  no agent heard yet");
	else
		snprintf(title, sizeof(title), "MESH  %u of %s heard", n->watch.heard,
			format_many(w->mesh->agents, "agent", agents));
	snprintf(right, sizeof(right), "last 15 min, %s", watch_rates(&n->watch, w));
	pane_rule(w, s, row, title, s->cols >= 60 ? right : NULL);
	for (int i = 0; i + 1 < rows && i < 3; i++) {
		double values[RATE_SLICES / 3];
		size_t wide = s->cols >= 60 ? RATE_SLICES / 3 : RATE_SLICES / 6;

		rate_series(rates[i], link_now(w), (unsigned)(RATE_SLICES / wide), values,
			wide);
		surface_text(s, row + 1 + i, 5, 10, STYLE_NORMAL, str_of(names[i]));
		chart_spark(s, row + 1 + i, 15, (int)wide,
			&(struct chart){
				.values = values, .n = wide, .style = STYLE_NORMAL });
		surface_fmt(s, row + 1 + i, 17 + (int)wide, TO_EDGE, STYLE_NORMAL, "%s%s",
			watch_lossy(&n->watch, w) ? ">=" : "",
			format_often(rate_pace(rates[i], link_now(w)), often));
	}
}

static void draw_worklist(struct now *n, const struct world *w, struct surface *s,
	const struct now_space *room)
{
	const struct mesh *m = w->mesh;
	struct filter_count hidden = now_count(n, m);
	struct buf filter = { 0 };
	bool waiting = n->zoom == 0 || n->zoom == PART_WAITING + 1;
	int row = waiting;

	filter_title(&filter, &n->sift.filter, &hidden, s->cols - 28);
	if (n->trouble_only)
		buf_fmt(&filter, "%sonly trouble", filter.len > 0 ? "  " : "");
	if (waiting)
		draw_part_title(w, s, 0, "WAITING FOR YOU", mesh_waiting(m),
			filter.len > 0          ? filter.data
				: n->zoom != 0  ? "zoomed, z shows all"
				: s->cols >= 60 ? "if nobody acts"
						: NULL);
	buf_fini(&filter);
	row = draw_rows(n, w, s, row, PART_WAITING, 0);
	if (waiting)
		row = draw_more(n, w, s, row);
	if (waiting && now_waiting(n, m) == 0 && !n->gone)
		surface_text(s, row++, 5, TO_EDGE, STYLE_MUTED,
			m->review.count == 0
				? STR("nothing")
				: STR("nothing that the filter lets through"));
	if (room->edges > 0) {
		draw_part_title(w, s, row++, "EDGES IN TROUBLE",
			n->watch.broken + n->watch.losing + n->watch.low_only,
			s->cols >= 60 ? watch_rates(&n->watch, w) : NULL);
		row = draw_rows(n, w, s, row, PART_EDGES, n->in[PART_WAITING]);
	}
	if (room->dead > 0) {
		draw_part_title(w, s, row++, "DEAD LETTERS", mesh_dead(m),
			s->cols >= 60 ? "new in 10m" : NULL);
		row = draw_rows(
			n, w, s, row, PART_DEAD, n->in[PART_WAITING] + n->in[PART_EDGES]);
	}
	if (room->incidents > 0) {
		draw_part_title(w, s, row++, "INCIDENTS", w->cases->bad,
			s->cols >= 60 ? "open, age, who" : NULL);
		row = draw_rows(n, w, s, row, PART_INCIDENTS,
			n->in[PART_WAITING] + n->in[PART_EDGES] + n->in[PART_DEAD]);
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
	case EV_ACCESS_DENIED:
	case EV_DELIVERY_REFUSED:
	case EV_CONTRACT_LOADED:
	case EV_CONTRACT_REFUSED:
		return true;
	default:
		return event_kinds[l->type].decision;
	}
}

/* Those of no event that are not older than `since`, from the `at`th on; the next one. */
static size_t draw_no_events(const struct now_news *k, const struct world *w,
	struct surface *s, int *row, size_t at, int64_t since)
{
	char time[FORMAT_TEXT];

	for (; at < k->n && k->item[at].time >= since && *row < s->rows; at++)
		surface_fmt(s, (*row)++, 1, TO_EDGE, STYLE_NORMAL, "%s  %-10s %s",
			format_time(w, k->item[at].time, time), k->item[at].word,
			k->item[at].text);
	return at;
}

static void draw_line(
	const struct world *w, struct surface *s, int row, const struct log_line *l)
{
	const struct handoff *h = handoff_at(w->mesh, l->handoff);
	const char *id = h != NULL ? h->id : log_unoffered(l);
	char time[FORMAT_TEXT], edge[ROW_TEXT] = "";

	if (h != NULL)
		row_edge(w->mesh, h, edge);
	surface_fmt(s, row, 1, TO_EDGE, STYLE_NORMAL, "%s  %-10s %s%s%s%s%s",
		format_time(w, l->time, time), log_word(l), id, id[0] != '\0' ? " " : "",
		edge, id[0] != '\0' ? "  " : "", log_text(l));
}

static void draw_news(struct now *n, const struct world *w, struct surface *s)
{
	const struct mesh *m = w->mesh;
	size_t at = 0;
	int row = 1;

	now_news_look(&n->news, w);
	pane_rule(w, s, 0, "JUST NOW", "last 5 min, trouble and changes");
	for (uint64_t i = m->log_lines;
		i-- > 0 && m->log_lines - i < 2000 && row < s->rows;) {
		const struct log_line *l = &m->log[i % LOG_LINES];

		if (w->now - l->time > NOW_NEWS_SPAN)
			break;
		if (!is_news(l))
			continue;
		at = draw_no_events(&n->news, w, s, &row, at, l->time);
		if (row < s->rows)
			draw_line(w, s, row++, l);
	}
	draw_no_events(&n->news, w, s, &row, at, w->now - NOW_NEWS_SPAN);
}

/* The graph of trouble, from row `top` on, as high as it is; the row below it. */
static int draw_inset(struct now *n, const struct world *w, struct surface *s, int top)
{
	int most = s->rows / 4, rows = 0;
	struct surface part;

	if (most >= FLOW_INSET_ROWS)
		rows = flow_inset_look(&n->inset, w, s->cols - 1, most);
	if (rows == 0)
		return top;
	part = surface_sub(s, (struct rect){ top, 0, 1 + rows, s->cols });
	flow_inset_draw(n->inset, w, &part);
	return top + 1 + rows;
}

/*
 * Beside the list where there is room: the handoff under the cursor, the edges in
 * trouble, and the news.
 */
static void draw_side(struct now *n, const struct world *w, struct surface *s)
{
	int detail = n->place != NONE ? s->rows * 2 / 5 : 0;
	int row = draw_inset(n, w, s, detail);
	struct surface part;

	if (row == detail && detail > 0)
		row = detail = s->rows / 2;
	part = surface_sub(s, (struct rect){ 0, 0, detail, s->cols });
	if (detail > 0)
		detail_draw(&n->detail, w, n->place, &part, false);
	part = surface_sub(s, (struct rect){ row, 0, s->rows - row, s->cols });
	draw_news(n, w, &part);
}

void now_draw(void *state, const struct world *w, struct surface *s)
{
	struct now *n = state;
	bool wide = s->cols >= NOW_WIDE_COLS && s->rows >= NOW_WIDE_ROWS && n->zoom == 0;
	int cols = wide ? s->cols * 6 / 11 : s->cols;
	struct surface left = surface_sub(s, (struct rect){ 0, 0, s->rows, cols });
	struct list_ids ids;
	struct now_space room;

	n->room = s->rows;
	n->wide = wide;
	room = now_look(n, w, &ids);
	draw_worklist(n, w, &left, &room);
	if (!wide)
		return;
	surface_fill(s, (struct rect){ 0, cols, s->rows, 1 }, STYLE_RULE, 0x2502);
	left = surface_sub(s, (struct rect){ 0, cols + 1, s->rows, s->cols - cols - 1 });
	draw_side(n, w, &left);
}

void now_hint(void *state, const struct world *w, struct surface *s)
{
	static const enum action rows[] = { ACTION_OPEN, ACTION_NEXT_PANE, ACTION_COMMAND,
		ACTION_FREEZE, ACTION_NONE };
	static const enum action waiting[] = { ACTION_OPEN, ACTION_APPROVE, ACTION_REJECT,
		ACTION_ESCALATE, ACTION_HOLD, ACTION_NEXT_PANE, ACTION_COMMAND,
		ACTION_NONE };
	const struct now *n = state;

	pane_hints(w, s, n->place != NONE ? waiting : rows);
}
