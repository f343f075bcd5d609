/* SPDX-License-Identifier: MIT */
/* How the incidents look: the list, and below it what is known of the one under the
 * cursor. */
#include <stdio.h>

#include "views/incidents_own.h"
#include "views/link.h"
#include "views/pane.h"

/* --- the list ----------------------------------------------------------------------- */

/* Columns; 0: not shown. */
struct layout {
	int title, worst, open, age, who, edge, edge_cols;
};

/* From the right: what tells least goes first where it is narrow. */
static struct layout lay_out(int cols, int id)
{
	struct layout l = { .title = 5 + id };
	int end = cols - 1;

	if (cols >= 110) {
		l.edge_cols = 26;
		l.edge = end - l.edge_cols;
		end = l.edge - 2;
	}
	l.who = end - (cols >= 76 ? 12 : 8);
	end = l.who - 2;
	l.age = end;
	end -= 5;
	if (cols >= 70) {
		l.open = end;
		end -= cols >= 76 ? 12 : 7;
	}
	l.worst = end - 9;
	return l;
}

static void draw_heads(const struct layout *l, struct surface *s)
{
	surface_text(s, 0, 4, 10, STYLE_TITLE, STR("INCIDENT"));
	if (l->worst > l->title + 8)
		surface_text(s, 0, l->title, 10, STYLE_TITLE, STR("TITLE"));
	surface_text(s, 0, l->worst, 9, STYLE_TITLE, STR("WORST"));
	if (l->open > 0)
		surface_text_right(s, 0, l->open, 11, STYLE_TITLE, STR("OPEN"));
	surface_text_right(s, 0, l->age, 4, STYLE_TITLE, STR("AGE"));
	surface_text(s, 0, l->who, 8, STYLE_TITLE, STR("WHO"));
	if (l->edge > 0)
		surface_text(s, 0, l->edge, 20, STYLE_TITLE, STR("EDGES IN TROUBLE"));
}

static void add_edges(
	struct buf *b, const struct world *w, const struct incident *i, size_t most)
{
	uint32_t edge[CASE_EDGES];
	size_t n = case_edges(w, i, edge);

	for (size_t k = 0; k < n && k < most; k++) {
		const struct edge *e = &w->mesh->edge[edge[k]];

		buf_fmt(b, "%s%s>%s", k > 0 ? ", " : "", w->mesh->agent[e->from].name,
			w->mesh->agent[e->to].name);
		if (most > 1)
			buf_fmt(b, " %s", row_trouble(e, edge_shown(e, link_now(w))));
	}
	if (n > most)
		buf_fmt(b, " +%zu", n - most);
}

static void draw_row(const struct layout *l, const struct world *w, struct surface *s,
	int line, const struct incident *i)
{
	const struct noted *n = mesh_noted_incident(w->mesh, i);
	const char *title = notes_title(w, i);
	char text[FORMAT_TEXT * 2];
	struct buf edges = { 0 };

	pane_grave(s, line, 1, case_grave(i));
	if (n != NULL && (n->notes > 0 || n->tags > 0)) /* as in its waterfall */
		surface_text(s, line, 3, 1, STYLE_MARK, STR("#"));
	surface_text(s, line, 4, l->title - 5, STYLE_NORMAL, str_of(i->id));
	if (title != NULL && l->worst > l->title + 5)
		surface_text(s, line, l->title, l->worst - l->title - 1, STYLE_NORMAL,
			str_of(title));
	surface_text(s, line, l->worst, 9, STYLE_NORMAL,
		str_of(state_name(incident_worst(i))));
	snprintf(text, sizeof(text), s->cols >= 76 ? "%u of %u" : "%u", incident_open(i),
		i->handoffs);
	if (l->open > 0)
		surface_text_right(s, line, l->open, s->cols >= 76 ? 11 : 6, STYLE_NORMAL,
			str_of(text));
	surface_text_right(s, line, l->age, 4, STYLE_NORMAL,
		str_of(format_span(w->now - i->first, text)));
	surface_text(
		s, line, l->who, TO_EDGE, STYLE_NORMAL, str_of(notes_owner(w, n, text)));
	if (l->edge > 0) {
		surface_fill(s, (struct rect){ line, l->edge - 1, 1, l->edge_cols + 2 },
			STYLE_NORMAL, ' ');
		add_edges(&edges, w, i, 1);
		surface_text(
			s, line, l->edge, l->edge_cols, STYLE_NORMAL, buf_view(&edges));
	}
	buf_fini(&edges);
}

/* Columns that the ids of the rows want, within reason. */
static int measure(const struct incidents *v, const struct world *w,
	const struct list_items *items, const struct surface *s)
{
	int most = s->cols / 3, wide = 10;

	for (int line = 0; line < s->rows; line++) {
		size_t rank = list_rank(&v->list, items, (size_t)line);
		const struct incident *i;
		int cols;

		if (rank == LIST_NOWHERE)
			break;
		i = incident_at(w->mesh, (uint32_t)items->id_at(items->arg, rank));
		cols = i != NULL ? surface_measure(s, str_of(i->id)) + 1 : 0;
		if (cols > wide)
			wide = cols;
	}
	return wide < most ? wide : most;
}

static void draw_list(struct incidents *v, const struct world *w, struct surface *s)
{
	struct surface body = surface_sub(
		s, (struct rect){ 1, 0, s->rows > 1 ? s->rows - 1 : 0, s->cols });
	struct list_ids ids;
	struct list_items items = incidents_look(v, w, &ids, (size_t)body.rows);
	struct layout l = lay_out(s->cols, measure(v, w, &items, &body));

	draw_heads(&l, s);
	for (int line = 0; line < body.rows; line++) {
		size_t rank = list_rank(&v->list, &items, (size_t)line);
		const struct incident *i;

		if (rank == LIST_NOWHERE)
			break;
		i = incident_at(w->mesh, (uint32_t)items.id_at(items.arg, rank));
		if (i != NULL) {
			draw_row(&l, w, &body, line, i);
			incidents_draw_mark(v, w, &body, line,
				(uint32_t)items.id_at(items.arg, rank));
		}
		if ((size_t)line != list_line(&v->list))
			continue;
		surface_text(&body, line, 0, 1, STYLE_NORMAL, STR(">"));
		surface_select(&body, line, 0, body.cols, true);
	}
}

static void draw_title(const struct incidents *v, const struct world *w,
	const struct list_items *items, struct surface *s)
{
	char title[ROW_TEXT], n[FORMAT_TEXT], bad[FORMAT_TEXT], order[60];
	struct buf right = { 0 };

	snprintf(title, sizeof(title), "INCIDENTS  %s in trouble of %s",
		format_count(w->cases->bad, bad), format_count(w->cases->worst.count, n));
	if (w->cases->behind > 0)
		buf_fmt(&right, "%s not looked at yet  ",
			format_count(w->cases->behind, n));
	if (filter_is_set(&v->filter)) {
		struct filter_count c = { .shown = items->n,
			.hidden = w->cases->worst.count - items->n };

		if (v->pick.cut)
			buf_str(&right, "of the worst 20,000: ");
		filter_title(&right, &v->filter, &c, s->cols - 40);
	} else if (v->bad_only)
		buf_str(&right, "only trouble");
	incidents_sort_say(v, order);
	if (incidents_is_sorted(v) || !incidents_filtered(v))
		buf_fmt(&right, "%s%s", incidents_filtered(v) ? ", " : "", order);
	pane_rule_marks(w, s, title, buf_view(&right), incidents_marks(v));
	buf_fini(&right);
}

/* --- what is known of the one under the cursor
 * ------------------------------------------ */

static void add_states(struct buf *b, const struct incident *i)
{
	for (int st = STATE_NONE + 1; st < STATES; st++) {
		if (i->states[st] > 0)
			buf_fmt(b, "%s%u %s", b->len > 0 ? ", " : "", i->states[st],
				state_name((enum handoff_state)st));
	}
}

static int draw_notes(
	const struct world *w, struct surface *s, int row, const struct noted *n)
{
	char time[FORMAT_TEXT];
	struct buf b = { 0 };

	for (uint32_t k = 0; n != NULL && k < n->tags; k++)
		buf_fmt(&b, "%s%s", k > 0 ? ", " : "", n->tag[k]);
	if (b.len > 0)
		row += pane_wrap_field(s, row, 1, "TAGS", buf_view(&b), STYLE_NORMAL);
	for (uint32_t k = n != NULL ? n->notes : 0; k-- > 0 && row < s->rows;) {
		buf_reset(&b);
		buf_fmt(&b, "%s %s: %s", format_time(w, n->note[k].time, time),
			n->note[k].by != NULL ? n->note[k].by : "?", n->note[k].text);
		row += pane_wrap_field(s, row, 3, k + 1 == n->notes ? "NOTES" : "",
			buf_view(&b), STYLE_NORMAL);
	}
	buf_fini(&b);
	return row;
}

static void draw_detail(struct incidents *v, const struct world *w, struct surface *s)
{
	uint32_t place = incidents_under(v, w);
	const struct incident *i = incident_at(w->mesh, place);
	const struct noted *n;
	char title[ROW_TEXT], time[FORMAT_TEXT], text[FORMAT_TEXT * 2];
	struct buf b = { 0 };
	int row = 1, lines;

	if (i == NULL)
		return;
	n = mesh_noted_incident(w->mesh, i);
	lines = n != NULL && s->rows < 10 ? 1 : 2; /* what people wrote has room too */
	snprintf(title, sizeof(title), "%.80s%s%.120s", i->id,
		n != NULL && n->title != NULL ? "  " : "",
		n != NULL && n->title != NULL ? n->title : "");
	pane_rule(w, s, 0, title, "Enter: as a waterfall");
	buf_fmt(&b, "%s, the last event %s", format_time(w, i->first, text),
		format_time(w, i->last, time));
	pane_field(s, row++, "SINCE", buf_view(&b), STYLE_NORMAL);
	buf_reset(&b);
	add_states(&b, i);
	row += pane_wrap_field(s, row, lines, "HANDOFFS", buf_view(&b), STYLE_NORMAL);
	buf_reset(&b);
	add_edges(&b, w, i, CASE_EDGES);
	if (b.len > 0)
		row += pane_wrap_field(
			s, row, lines, "EDGES", buf_view(&b), STYLE_NORMAL);
	buf_reset(&b);
	if (noted_owner(n, w->now) != NULL)
		buf_fmt(&b, "%s, until %s", notes_owner(w, n, text),
			format_wall(w, n->owner_until, time));
	else
		buf_str(&b, "nobody is on it (C)");
	pane_field(s, row++, "WHO", buf_view(&b), STYLE_NORMAL);
	draw_notes(w, s, row, n);
	buf_fini(&b);
}

static void draw_empty(
	const struct incidents *v, const struct world *w, struct surface *s)
{
	char n[FORMAT_TEXT];

	if (incidents_filtered(v) && w->cases->worst.count > 0) {
		surface_fmt(s, 3, 3, TO_EDGE, STYLE_NORMAL,
			"0 of %s shown, %s%s, Esc clears",
			format_count(w->cases->worst.count, n),
			filter_is_set(&v->filter) ? "filter: " : "only trouble",
			v->filter.text);
		return;
	}
	surface_text(s, 3, 3, TO_EDGE, STYLE_NORMAL, STR("No incident is known."));
	surface_text(s, 4, 3, TO_EDGE, STYLE_NORMAL,
		STR("Handoffs whose events share a subject are one."));
}

void incidents_draw(void *state, const struct world *w, struct surface *s)
{
	struct incidents *v = state;
	int detail = s->rows >= 30 ? s->rows / 2
		: s->rows >= 14    ? 7
		: s->rows >= 11    ? 4
				   : 0;
	struct list_ids ids;
	struct list_items items;
	struct surface part;

	incidents_prune(v, w);
	if (detail_is_open(&v->detail)) {
		detail_draw_opened(&v->detail, w, s);
		return;
	}
	if (v->page == PAGE_RADIUS) {
		radius_draw(&v->radius, w, s);
		return;
	}
	if (v->page == PAGE_FALL) {
		incidents_draw_fall(v, w, s);
		return;
	}
	items = incidents_look(v, w, &ids, v->list.height);
	draw_title(v, w, &items, s);
	if (items.n == 0) {
		draw_empty(v, w, s);
		return;
	}
	part = surface_sub(s, (struct rect){ 1, 0, s->rows - 1 - detail, s->cols });
	draw_list(v, w, &part);
	part = surface_sub(s, (struct rect){ s->rows - detail, 0, detail, s->cols });
	if (detail > 0)
		draw_detail(v, w, &part);
}
