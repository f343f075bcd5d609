/* SPDX-License-Identifier: MIT */
/*
 * Review: what waits for a human, by deadline. What always holds: a row is a
 * handoff's place; the cursor stays on its handoff while others come and go,
 * and when that one leaves it stays there for ten seconds as a tombstone, so
 * that the cursor never slides onto another. Marks are of handoffs that wait.
 * Drawing asks the queue by rank and walks it only for a filter.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/columns.h"
#include "views/desk.h"
#include "views/link.h"
#include "views/pane.h"
#include "views/review_own.h"
#include "views/watch.h"

/* --- drawing ---------------------------------------------------------------- */

/* Measures the columns on what is on the screen. */
static void measure(const struct review *r, const struct world *w,
	const struct list_items *items, int width, struct columns *c)
{
	columns_begin(c, width);
	for (size_t line = 0; line < r->list.height; line++) {
		size_t rank = list_rank(&r->list, items, line);
		uint64_t id;

		if (rank == LIST_NOWHERE)
			break;
		id = items->id_at(items->arg, rank);
		if (review_is_cluster(id))
			review_measure_cluster(r, w, id, c);
		else
			columns_measure(c, w, (uint32_t)id);
	}
	columns_end(c);
}

static void draw_list(struct review *r, const struct world *w, struct surface *s)
{
	struct surface body = surface_sub(
		s, (struct rect){ 1, 0, s->rows > 1 ? s->rows - 1 : 0, s->cols });
	struct columns c;
	struct review_found f;

	review_look(r, w, &f, (size_t)body.rows);
	measure(r, w, &f.items, s->cols, &c);
	columns_heads(&c, s, 0);
	for (int line = 0; line < body.rows; line++) {
		size_t rank = list_rank(&r->list, &f.items, (size_t)line);
		uint64_t id;

		if (rank == LIST_NOWHERE)
			break;
		id = f.items.id_at(f.items.arg, rank);
		review_draw_row(r, w, &c, &body, line, id);
		if ((size_t)line != list_line(&r->list))
			continue;
		surface_text(&body, line, 0, 1, STYLE_NORMAL, STR(">"));
		surface_select(&body, line, 0, body.cols, !r->in_detail);
	}
}

/* --- the other panes -------------------------------------------------------- */

/* How many rows the window does not show. */
static void tell_outside(
	const struct review *r, const struct list_items *items, int cols, struct buf *out)
{
	size_t below = list_below(&r->list, items), above = r->list.top;
	const char *between = out->len > 0 ? "  " : "";

	if (above > 0)
		buf_fmt(out, "%s%zu above", between, above);
	if (above > 0 && below > 0)
		between = ", ";
	if (below > 0)
		buf_fmt(out, cols >= 60 ? "%s%zu more below" : "%s%zu below", between,
			below);
}

static void draw_title(const struct review *r, const struct world *w,
	const struct list_items *items, struct surface *s)
{
	char title[ROW_TEXT], count[FORMAT_TEXT], order[60];
	struct buf right = { 0 };
	size_t marks, beyond;
	bool alike = review_alike(r, &beyond);

	list_marks(&r->list, &marks);
	snprintf(title, sizeof(title), "REVIEW  %s waiting",
		format_count(mesh_waiting(w->mesh), count));
	if (filter_is_set(&r->sift.filter)) {
		struct filter_count n = sift_count(&r->sift, w->mesh->review.count);

		filter_title(&right, &r->sift.filter, &n, s->cols - 26);
	} else if (r->trouble_only)
		buf_fmt(&right, "%zu shown, only trouble", r->matches);
	else if (review_is_sorted(r)) {
		review_sort_say(r, order);
		buf_str(&right, order);
	} else if (s->cols >= 60)
		buf_str(&right,
			beyond > 0                      ? "alike in the first 4,096"
				: alike                 ? "alike together, v: each"
				: items->n > ALIKE_FROM ? "v: alike together"
							: "by deadline");
	if (!filter_is_set(&r->sift.filter) || right.len + 48 < (size_t)s->cols)
		tell_outside(r, items, s->cols, &right);
	pane_rule_marks(w, s, title, buf_view(&right), marks);
	buf_fini(&right);
}

/* "Nothing" is a finding: what was looked at, and when. */
static void draw_empty(const struct review *r, const struct world *w, struct surface *s)
{
	const struct mesh *m = w->mesh;
	char age[FORMAT_TEXT], time[FORMAT_TEXT], n[FORMAT_TEXT];

	if (review_filtered(r) && m->review.count > 0) {
		struct filter_count c = sift_count(&r->sift, m->review.count);
		struct buf text = { 0 };

		if (r->sift.filter.query != NULL)
			filter_none(&text, &r->sift.filter, &c);
		else
			buf_fmt(&text, "0 of %s shown, only trouble, Esc clears",
				format_count(m->review.count, n));
		surface_text(s, 3, 3, TO_EDGE, STYLE_NORMAL, buf_view(&text));
		buf_fini(&text);
		return;
	}
	surface_text(s, 3, 3, TO_EDGE, STYLE_NORMAL,
		STR("Nothing is waiting for a decision."));
	for (uint32_t i = m->decision.count, n_seen = 0; i-- > 0 && n_seen < 1000;
		n_seen++) {
		const struct decision *d = decision_at(m, i);

		if (d == NULL || d->type == EV_FALLBACK)
			continue;
		surface_fmt(s, 4, 3, TO_EDGE, STYLE_NORMAL,
			"Last decision: %s %s by %s, %s.", event_kinds[d->type].word,
			handoff_at(m, d->handoff)->id,
			d->operator_name != NULL ? d->operator_name : "?",
			format_time(w, d->time, time));
		break;
	}
	if (w->replay != NULL)
		surface_fmt(s, 5, 3, TO_EDGE, STYLE_NORMAL,
			"The recording is read up to event %s.",
			format_count(m->hubsequence, n));
	else
		surface_fmt(s, 5, 3, TO_EDGE, STYLE_NORMAL,
			"Read up to event %s, %s ago%s.", format_count(m->hubsequence, n),
			format_age(w->link.age, age),
			w->link.behind > 0 ? "; more are coming"
				: w->watch != NULL && watch_lossy(w->watch, w)
				? "; some were missed"
				: ", nothing behind");
}

static void review_draw(void *state, const struct world *w, struct surface *s)
{
	struct review *r = state;
	int strip = s->rows >= 18 ? 3 : 0, detail, list;
	struct surface part;
	struct review_found f;

	review_look_again(r, w, &f);
	if (detail_is_open(&r->detail)) {
		detail_draw_opened(&r->detail, w, s);
		return;
	}
	if (f.items.n == 0) {
		draw_title(r, w, &f.items, s);
		draw_empty(r, w, s);
		part = surface_sub(
			s, (struct rect){ s->rows - strip, 0, strip, s->cols });
		if (strip > 0 && w->desk != NULL && w->desk->n > 0)
			review_draw_strip(w, &part);
		return;
	}
	detail = s->rows >= 30 ? s->rows / 2 : s->rows >= 14 ? 7 : s->rows >= 9 ? 3 : 0;
	list = s->rows - 1 - detail - strip;
	part = surface_sub(s, (struct rect){ 1, 0, list, s->cols });
	draw_list(r, w, &part);
	review_look_again(r, w, &f);
	draw_title(r, w, &f.items, s);
	part = surface_sub(s, (struct rect){ 1 + list, 0, detail, s->cols });
	review_say_cluster(r, w, r->row, r->detail.above);
	if (detail > 0 && r->place != NONE)
		detail_draw(&r->detail, w, r->place, &part, r->in_detail);
	part = surface_sub(s, (struct rect){ s->rows - strip, 0, strip, s->cols });
	if (strip > 0)
		review_draw_strip(w, &part);
}

/* --- actions ---------------------------------------------------------------- */

/* What the key is about: the one that is open, else the marked ones, else the row. */
static void choose(
	struct review *r, const struct world *w, enum action a, struct outcome *out)
{
	size_t n, kept = 0;
	const uint64_t *marks = list_marks(&r->list, &n);
	uint32_t one = review_subject(r, w);

	if (detail_followed_why(&r->detail, a, out))
		return;
	if (detail_is_open(&r->detail))
		n = 0;
	if (n == 0 && !detail_is_open(&r->detail) && review_alike_choose(r, w, a, out))
		return;
	if (n == 0 && review_why_not(r, w, a, out))
		return;
	out->decide = a;
	if (n == 0 && one == NONE)
		return;
	out->handoffs = xcalloc(n > 0 ? n : 1, sizeof(*out->handoffs));
	for (size_t i = 0; i < n; i++) {
		uint32_t place = (uint32_t)marks[i];

		if (!row_waits(w->mesh, place))
			continue;
		out->n_hidden += review_filtered(r) && !review_passes(r, w, place);
		out->handoffs[kept++] = place;
	}
	if (n == 0)
		out->handoffs[kept++] = one;
	out->n_handoffs = kept;
}

static bool move(struct review *r, const struct list_items *items, enum action a)
{
	return r->in_detail ? detail_move(&r->detail, a) : pane_move(&r->list, items, a);
}

static void next_trouble(struct review *r, const struct world *w,
	const struct list_items *items, bool down, struct outcome *out)
{
	size_t at = r->list.top + list_line(&r->list);

	for (size_t n = 0; n < 5000; n++) {
		const struct cluster *c;
		uint64_t id;

		if (down ? ++at >= items->n : at-- == 0)
			break;
		id = items->id_at(items->arg, at);
		c = review_cluster_of(r, id);
		if ((c != NULL && c->n == 0) ||
			!review_is_trouble(w,
				handoff_at(w->mesh, c != NULL ? c->first : (uint32_t)id)))
			continue;
		list_select(&r->list, items, id);
		return;
	}
	snprintf(out->message, sizeof(out->message), "no more trouble that way");
}

static void clear_filter(struct review *r)
{
	r->trouble_only = false;
	sift_set(&r->sift, (struct str){ 0 }, QUERY_HANDOFFS);
	sift_again(&r->sift);
	r->stale = true;
}

static bool step_back(struct review *r, const struct world *w, struct outcome *out)
{
	size_t marks;

	list_marks(&r->list, &marks);
	if (r->detail.search[0] != '\0') {
		detail_search(&r->detail, (struct str){ 0 });
		return true;
	}
	if (detail_step_back(&r->detail))
		return true;
	if (detail_is_open(&r->detail) || r->in_detail)
		review_back_to_list(r, w, out);
	else if (marks > 0)
		pane_unmark(&r->list, out);
	else if (filter_is_set(&r->sift.filter) || r->trouble_only)
		clear_filter(r);
	else
		return false;
	return true;
}

static void copy(
	struct review *r, const struct world *w, struct str what, struct outcome *out)
{
	uint32_t place = review_subject(r, w);
	const struct handoff *h;
	char edge[ROW_TEXT], artifact[ROW_TEXT], conf[ROW_TEXT], zero[ROW_TEXT];
	struct buf b = { 0 };

	if (str_is(what, "id") && review_copy_ids(r, w, out))
		return;
	if (place == NONE || !str_is(what, "row")) {
		detail_copy(&r->detail, w, place, what, out);
		return;
	}
	h = handoff_at(w->mesh, place);
	buf_fmt(&b, "%s  %s  %s  %s  %s  %s", h->id, row_artifact(w->mesh, h, artifact),
		row_edge(w->mesh, h, edge), row_confidence(h, conf),
		row_at_zero(w, h, zero), h->summary != NULL ? h->summary : "");
	out->copy = buf_steal(&b);
}

/* The marks have been acted on; or the one that was open was, and they stay. */
static void unmark(struct review *r, const struct world *w)
{
	if (!detail_is_open(&r->detail))
		list_mark_clear(&r->list);
	else if (detail_opened(&r->detail, w) != NONE)
		list_mark(&r->list, detail_opened(&r->detail, w), false);
}

static bool turn(
	struct review *r, const struct world *w, enum action a, struct outcome *out)
{
	switch (a) {
	case ACTION_OPEN:
		if (r->in_detail && r->detail.tab == TAB_EVIDENCE)
			review_follow(r, w, out);
		else if (!detail_is_open(&r->detail))
			review_open_row(r, w);
		return true;
	case ACTION_ZOOM:
		if (detail_is_open(&r->detail))
			review_back_to_list(r, w, out);
		else
			review_open_row(r, w);
		return true;
	case ACTION_NEXT_PANE:
	case ACTION_PREV_PANE:
		r->in_detail = !r->in_detail;
		return true;
	case ACTION_TROUBLE:
		r->trouble_only = !r->trouble_only;
		sift_again(&r->sift);
		return true;
	case ACTION_UNMARK:
		unmark(r, w);
		return true;
	default:
		return detail_turns(&r->detail, a, out);
	}
}

static void mark(struct review *r, const struct world *w, const struct list_items *items,
	struct outcome *out)
{
	uint64_t id;

	if (!list_selected(&r->list, &id))
		return;
	if (r->gone) /* one has just been decided, and the next are to be marked */
		snprintf(out->message, sizeof(out->message),
			"what has left is not marked; on to the next");
	else if (review_is_cluster(id))
		review_mark_cluster(r, w, id);
	else
		list_mark(&r->list, id, !list_marked(&r->list, id));
	list_move(&r->list, items, LIST_DOWN);
}

/* Whether the key needs a row and there is none. */
static bool is_idle(const struct review *r, size_t rows, enum action a, struct outcome *o)
{
	if (rows > 0 || r->place != NONE || a == ACTION_BACK || a == ACTION_UNMARK ||
		a == ACTION_FILTER || a == ACTION_TROUBLE || a == ACTION_WRAP)
		return false;
	snprintf(o->message, sizeof(o->message), "no handoff is shown");
	return true;
}

static void review_act(void *state, const struct world *w, enum action a, struct str arg,
	struct outcome *out)
{
	struct review *r = state;
	struct review_found f;

	list_pin(&r->list);
	review_look_again(r, w, &f);
	out->handled = true;
	if (detail_is_open(&r->detail) && review_is_of_list(a)) {
		snprintf(out->message, sizeof(out->message),
			"%s is for the list: Esc goes back to it", action_rows[a].brief);
		return;
	}
	if (move(r, &f.items, a) || is_idle(r, f.items.n, a, out) ||
		review_sort_act(r, w, &f, a, out) || review_alike_act(r, w, &f, a, out) ||
		turn(r, w, a, out))
		return;
	if (a == ACTION_MARK)
		mark(r, w, &f.items, out);
	else if (a == ACTION_MARK_ALL)
		review_mark_all(r, &f.base, out);
	else if (a == ACTION_FILTER && detail_is_open(&r->detail))
		detail_search(&r->detail, arg);
	else if (a == ACTION_FILTER)
		review_set_filter(r, arg);
	else if ((a == ACTION_NEXT_TROUBLE || a == ACTION_PREV_TROUBLE) && r->in_detail)
		detail_to_mark(&r->detail, a == ACTION_NEXT_TROUBLE, out);
	else if (a == ACTION_NEXT_TROUBLE || a == ACTION_PREV_TROUBLE)
		next_trouble(r, w, &f.items, a == ACTION_NEXT_TROUBLE, out);
	else if (a == ACTION_COPY)
		copy(r, w, arg, out);
	else if (a == ACTION_BACK)
		out->handled = step_back(r, w, out);
	else if (a == ACTION_EDIT)
		review_edit(r, w, out);
	else if (action_is_about_row(a))
		choose(r, w, a, out);
	else
		out->handled = false;
}

/* --- the screen ------------------------------------------------------------- */

static void *review_open(void)
{
	struct review *r = xcalloc(1, sizeof(*r));

	r->place = NONE;
	r->row = NONE;
	r->alike = alike_new();
	r->list.from_top = true; /* what comes in above is due sooner: it is seen */
	return r;
}

static void review_close(void *state)
{
	struct review *r = state;

	list_fini(&r->list);
	detail_fini(&r->detail);
	sift_fini(&r->sift);
	alike_free(r->alike);
	review_sort_fini(r);
	free(r->match);
	free(r);
}

static void review_tab(const struct world *w, char *out, size_t room)
{
	size_t n = mesh_waiting(w->mesh);
	struct order_item first;
	enum grave grave = GRAVE_NONE;
	char count[FORMAT_TEXT];

	if (order_at(&w->mesh->review, 0, &first))
		grave = row_grave(w, handoff_at(w->mesh, first.id));
	if (n > 0)
		snprintf(out, room, "%s%s", format_count(n, count), grave_mark(grave));
}

static bool review_select(void *state, const struct world *w, struct str what)
{
	struct review *r = state;
	uint32_t place = mesh_find_handoff(w->mesh, what);
	struct review_found f;

	/* Whoever asks for another does not want to see this one. */
	if (detail_is_open(&r->detail) && !str_is(what, r->detail.id))
		review_close_row(r);
	if (!row_waits(w->mesh, place))
		return review_to_edge(r, w, what);
	review_look_again(r, w, &f);
	if (review_goto(r, w, &f, place))
		return true;
	clear_filter(r);
	review_look_again(r, w, &f);
	return review_goto(r, w, &f, place);
}

static uint32_t review_under(void *state, const struct world *w)
{
	struct review *r = state;
	struct review_found f;

	review_look_again(r, w, &f);
	return review_subject(r, w);
}

static void review_hint(void *state, const struct world *w, struct surface *s)
{
	static const enum action list[] = { ACTION_APPROVE, ACTION_REJECT,
		ACTION_ESCALATE, ACTION_HOLD, ACTION_MARK, ACTION_OPEN, ACTION_NEXT_TAB,
		ACTION_FILTER, ACTION_NEXT_PANE, ACTION_COPY, ACTION_CLAIM, ACTION_EDIT,
		ACTION_NONE };
	static const enum action detail[] = { ACTION_APPROVE, ACTION_REJECT,
		ACTION_ESCALATE, ACTION_BACK, ACTION_NEXT_TAB, ACTION_DOWN, ACTION_WRAP,
		ACTION_COPY, ACTION_NONE };
	/* of the evidence, whose lines open; the three capitals first */
	static const enum action lines[] = { ACTION_APPROVE, ACTION_REJECT,
		ACTION_ESCALATE, ACTION_BACK, ACTION_NEXT_TAB, ACTION_DOWN, ACTION_OPEN,
		ACTION_COPY, ACTION_NONE };
	static const enum action left[] = { ACTION_BACK, ACTION_NEXT_TAB, ACTION_DOWN,
		ACTION_WRAP, ACTION_COPY, ACTION_NONE };
	const struct review *r = state;
	uint32_t place = review_subject(r, w);
	bool waits = row_waits(w->mesh, place) && !detail_followed(&r->detail);
	bool evidence = r->detail.tab == TAB_EVIDENCE;

	pane_hints(w, s,
		!r->in_detail                                  ? list
			: evidence && waits                    ? lines
			: waits || !detail_is_open(&r->detail) ? detail
			: evidence                             ? lines + 3
							       : left);
}

static const struct filter *review_filter(void *state)
{
	return &((struct review *)state)->sift.filter;
}

static bool review_busy(void *state, const struct world *w)
{
	struct review *r = state;

	(void)w;
	return review_filtered(r) && sift_busy(&r->sift);
}

static bool review_reads(void *state)
{
	return detail_is_open(&((struct review *)state)->detail);
}

const struct view view_review = {
	.name = "review",
	.title = "Review",
	.digit = '3',
	.open = review_open,
	.close = review_close,
	.tab = review_tab,
	.draw = review_draw,
	.act = review_act,
	.select = review_select,
	.hint = review_hint,
	.under = review_under,
	.filter = review_filter,
	.kinds = QUERY_HANDOFFS,
	.busy = review_busy,
	.reads = review_reads,
	.pane = review_pane,
	.knobs = review_knobs,
};
