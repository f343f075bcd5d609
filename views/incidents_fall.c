/* SPDX-License-Identifier: MIT */
/* One incident over the whole screen: its waterfall, and the story of a row below it. */
#include <stdio.h>

#include "views/incidents_own.h"
#include "views/pane.h"

static void draw_title(const struct incidents *v, const struct world *w,
	const struct incident *i, const struct list_items *items, struct surface *s)
{
	const struct noted *n = mesh_noted_incident(w->mesh, i);
	char title[ROW_TEXT], count[FORMAT_TEXT], age[FORMAT_TEXT], who[FORMAT_TEXT * 2];
	struct buf right = { 0 };

	snprintf(title, sizeof(title), "%.80s%s%.110s", i->id,
		n != NULL && n->title != NULL ? "  " : "",
		n != NULL && n->title != NULL ? n->title : "");
	if (filter_is_set(&v->sift.filter)) {
		struct filter_count c = sift_count(&v->sift, v->fall.rows);

		filter_title(&right, &v->sift.filter, &c, s->cols - 40);
	} else if (v->failed_only)
		buf_fmt(&right, "%zu of %s shown, failed only", items->n,
			format_count(i->handoffs, count));
	else if (v->fall.cut)
		buf_fmt(&right, "the first %s of %u", format_count(v->fall.rows, count),
			i->handoffs);
	else
		buf_str(&right, format_many(i->handoffs, "handoff", count));
	buf_fmt(&right, "   %s   %s", format_age(w->now - i->first, age),
		notes_owner(w, n, who));
	/* what is hidden is told rather than what it is called */
	if (incidents_filtered(v) &&
		!surface_rule_fits(s, str_of(title), buf_view(&right)))
		snprintf(title, sizeof(title), "%.80s", i->id);
	pane_rule_marks(w, s, title, buf_view(&right), incidents_marks(v));
	buf_fini(&right);
}

static void draw_none(const struct incidents *v, struct surface *s)
{
	struct filter_count c = sift_count(&v->sift, v->fall.rows);
	struct buf b = { 0 };

	if (filter_is_set(&v->sift.filter))
		filter_none(&b, &v->sift.filter, &c);
	else
		buf_str(&b,
			incidents_filtered(v) ? "0 shown, Esc clears"
					      : "no handoff of it is here");
	surface_text(s, 1, 3, TO_EDGE, STYLE_NORMAL, buf_view(&b));
	buf_fini(&b);
}

static void draw_rows(struct incidents *v, const struct world *w, struct surface *s)
{
	int heads = fall_axis_cols(s->cols) > 0 ? 2 : 1;
	struct surface body = surface_sub(s,
		(struct rect){
			heads, 0, s->rows > heads ? s->rows - heads : 0, s->cols });
	struct list_ids ids;
	struct list_items items = incidents_look_rows(v, w, &ids, (size_t)body.rows);
	struct axis a = { 0 };

	axis_make(&a, &v->fall, w->now, fall_axis_cols(s->cols), !v->all_time);
	fall_draw_heads(&a, w, s);
	for (int line = 0; line < body.rows; line++) {
		size_t rank = list_rank(&v->rows, &items, (size_t)line);
		size_t row;

		if (rank == LIST_NOWHERE)
			break;
		row = fall_find(&v->fall, (uint32_t)items.id_at(items.arg, rank));
		if (row != LIST_NOWHERE)
			fall_draw_row(&v->fall, &a, w, &body, line, row);
		if (list_marked(&v->rows, items.id_at(items.arg, rank)))
			surface_put(&body, line, 1, STYLE_MARK, '*');
		if ((size_t)line != list_line(&v->rows))
			continue;
		surface_text(&body, line, 0, 1, STYLE_NORMAL, STR(">"));
		surface_select(&body, line, 0, body.cols, !v->in_detail);
	}
	if (items.n == 0)
		draw_none(v, &body);
}

void incidents_draw_fall(struct incidents *v, const struct world *w, struct surface *s)
{
	const struct incident *i = incident_at(w->mesh, incidents_open(v, w));
	int news = s->rows >= 28 ? 6 : 0, others = 0, detail, place_rows;
	struct others_count count;
	struct list_ids ids;
	struct list_items items;
	struct surface part;
	uint32_t place;

	if (i == NULL) {
		pane_rule(w, s, 0, v->id, "");
		surface_fmt(s, 1, 1, TO_EDGE, STYLE_WARNING, "%s is not known here %s",
			v->id, w->replay != NULL ? "yet" : "any more");
		return;
	}
	detail = s->rows >= 28 ? 10 : s->rows >= 16 ? 7 : s->rows >= 11 ? 4 : 0;
	if (news > 0 && incidents_others(v, w, &count))
		others = s->cols >= 118 ? 2 : 3;
	place_rows = s->rows - 1 - detail - news - others;
	items = incidents_look_rows(v, w, &ids, v->rows.height);
	draw_title(v, w, i, &items, s);
	part = surface_sub(s, (struct rect){ 1, 0, place_rows, s->cols });
	draw_rows(v, w, &part);
	place = incidents_handoff(v, w);
	part = surface_sub(s, (struct rect){ 1 + place_rows, 0, detail, s->cols });
	if (detail > 0 && place != NONE)
		detail_draw(&v->detail, w, place, &part, v->in_detail);
	part = surface_sub(s, (struct rect){ s->rows - others, 0, others, s->cols });
	if (others > 0)
		incidents_draw_others(v, w, &part, &count);
	part = surface_sub(s, (struct rect){ s->rows - news - others, 0, news, s->cols });
	if (news > 0)
		incidents_draw_news(v, w, &part);
}
