/* SPDX-License-Identifier: MIT */
/* A cluster as a row of Review: what it says, and what keys do there. */
#include <stdio.h>
#include <stdlib.h>

#include "views/columns.h"
#include "views/pane.h"
#include "views/review_own.h"

#define MARK_MOST 10000 /* by * at once */

/* --- what it says ------------------------------------------------------------- */

/* ".41-.66", and of what all have alike, faults, how many. */
static void confidence(
	const struct handoff *h, const struct cluster *c, char out[ROW_TEXT])
{
	char low[FORMAT_TEXT], high[FORMAT_TEXT];

	if (h->faults != 0 || c->confident < c->n) {
		row_confidence(h, out);
		return;
	}
	format_confidence(c->low, low);
	format_confidence(c->high, high);
	snprintf(out, ROW_TEXT, "%s%s%s", low, strcmp(low, high) != 0 ? "-" : "",
		strcmp(low, high) != 0 ? high : "");
}

/* Where all of it is known, and there are units to count in. */
static void total(const struct world *w, const struct handoff *h, const struct cluster *c,
	char out[FORMAT_TEXT])
{
	const struct contract *k = handoff_contract(w->mesh, h);

	out[0] = '\0';
	if (c->n > 0 && c->valued && k != NULL && k->value_at != NULL)
		snprintf(out, FORMAT_TEXT, "%.8s%s%.12g",
			k->value_unit != NULL ? k->value_unit : "",
			k->value_unit != NULL ? " " : "", c->sum);
}

struct said {
	char conf[ROW_TEXT], total[FORMAT_TEXT];
	struct columns_alike a;
};

/* What is gone is shown as who was the first of it. */
static bool say(
	const struct review *r, const struct world *w, uint64_t id, struct said *s)
{
	const struct cluster *c = review_cluster_of(r, id);
	const struct handoff *h;

	if (c == NULL)
		return false;
	s->a = (struct columns_alike){ .first = c->n > 0 ? c->first : r->place,
		.n = c->n,
		.open = c->open,
		.conf = s->conf,
		.total = s->total,
		.gone = c->n == 0 };
	h = handoff_at(w->mesh, s->a.first);
	if (h == NULL)
		return false;
	confidence(h, c, s->conf);
	total(w, h, c, s->total);
	return true;
}

void review_measure_cluster(
	const struct review *r, const struct world *w, uint64_t id, struct columns *c)
{
	struct said s;

	if (say(r, w, id, &s))
		columns_measure_alike(c, w, &s.a);
}

/* '*': all of it, '+': some. */
static const char *mark_of(const struct review *r, const struct world *w, uint64_t id)
{
	uint32_t *place;
	size_t n = review_members(r, w, id, false, &place), marked = 0;

	for (size_t i = 0; i < n; i++)
		marked += list_marked(&r->list, place[i]);
	free(place);
	return marked == 0 ? "" : marked == n ? "*" : "+";
}

void review_draw_cluster(const struct review *r, const struct world *w, uint64_t id,
	const struct columns *c, struct surface *s, int row)
{
	size_t marks;
	struct said said;

	if (!say(r, w, id, &said))
		return;
	columns_draw_alike(c, w, s, row, &said.a);
	list_marks(&r->list, &marks);
	if (marks > 0)
		surface_text(s, row, 1, 1, STYLE_MARK, str_of(mark_of(r, w, id)));
}

void review_say_cluster(
	const struct review *r, const struct world *w, uint64_t id, char out[ROW_TEXT])
{
	struct said s;

	out[0] = '\0';
	if (review_is_cluster(id) && say(r, w, id, &s) && s.a.n > 0)
		snprintf(out, ROW_TEXT, "the first of %zu alike%s%.40s%s%.30s; %s", s.a.n,
			s.conf[0] == '.' || s.conf[0] == '1' ? ": confidence " : ": ",
			s.conf, s.total[0] != '\0' ? ", " : "", s.total,
			s.a.open ? "h folds" : "l shows each");
}

void review_draw_row(const struct review *r, const struct world *w,
	const struct columns *c, struct surface *body, int line, uint64_t id)
{
	uint32_t place = (uint32_t)id;

	if (review_is_cluster(id)) {
		review_draw_cluster(r, w, id, c, body, line);
		return;
	}
	columns_draw(c, w, body, line, place, r->gone && place == r->place);
	if (list_marked(&r->list, place))
		surface_text(body, line, 1, 1, STYLE_MARK, STR("*"));
	if (review_cluster_with(r, place) != 0)
		surface_text(body, line, 9, 1, STYLE_RULE, STR("|"));
}

/* --- keys --------------------------------------------------------------------- */

void review_mark_cluster(struct review *r, const struct world *w, uint64_t id)
{
	uint32_t *place;
	size_t n = review_members(r, w, id, false, &place), marked = 0;

	for (size_t i = 0; i < n; i++)
		marked += list_marked(&r->list, place[i]);
	for (size_t i = 0; i < n; i++)
		list_mark(&r->list, place[i], marked < n);
	free(place);
}

bool review_alike_choose(
	const struct review *r, const struct world *w, enum action a, struct outcome *out)
{
	uint64_t id;

	if (!list_selected(&r->list, &id) || !review_is_cluster(id))
		return false;
	out->n_handoffs = review_members(r, w, id, action_rows[a].acts, &out->handoffs);
	if (out->n_handoffs > 0)
		out->decide = a;
	else
		snprintf(out->message, sizeof(out->message),
			"%s is off: none of these %s", action_rows[a].brief,
			r->gone ? "waits any more" : "is without a decision");
	return true;
}

/* More are not sent at once either, and nobody should wait while they are marked. */
void review_mark_all(
	struct review *r, const struct list_items *items, struct outcome *out)
{
	char count[FORMAT_TEXT];
	size_t marks;

	list_marks(&r->list, &marks);
	if (items->n <= MARK_MOST)
		list_mark_all(&r->list, items);
	else if (marks > 0)
		pane_unmark(&r->list, out);
	else
		snprintf(out->message, sizeof(out->message),
			"%s are too many to mark at once: / narrows them",
			format_count(items->n, count));
}

bool review_copy_ids(const struct review *r, const struct world *w, struct outcome *out)
{
	struct buf ids = { 0 };
	uint32_t *place;
	uint64_t id;
	size_t n;

	if (detail_is_open(&r->detail) || !list_selected(&r->list, &id) ||
		!review_is_cluster(id))
		return false;
	n = review_members(r, w, id, false, &place);
	for (size_t i = 0; i < n; i++)
		buf_fmt(&ids, "%s%s", i > 0 ? "\n" : "",
			handoff_at(w->mesh, place[i])->id);
	if (n > 0)
		out->copy = buf_steal(&ids);
	free(place);
	buf_fini(&ids);
	return true;
}

/* Folded, the cursor goes where its handoff has gone. */
static void fold(
	struct review *r, const struct world *w, struct review_found *f, uint64_t id)
{
	review_unfold(r, id, false);
	review_look_again(r, w, f);
	list_select(&r->list, &f->items, id);
	review_look_again(r, w, f);
}

static void turn_alike(struct review *r, const struct world *w, struct review_found *f,
	struct outcome *out)
{
	uint32_t was = r->place;
	uint64_t with;
	size_t beyond;

	review_turn_alike(r);
	review_look_again(r, w, f);
	with = was != NONE ? review_cluster_with(r, was) : 0;
	if (was != NONE)
		list_select(&r->list, &f->items, with != 0 ? with : was);
	review_look_again(r, w, f);
	snprintf(out->message, sizeof(out->message), "%s",
		review_alike(r, &beyond) ? "those that are alike are one row"
					 : "each by itself, by deadline");
}

bool review_alike_act(struct review *r, const struct world *w, struct review_found *f,
	enum action a, struct outcome *out)
{
	uint64_t id, with;
	const struct cluster *c;

	if (a == ACTION_VIEW && !detail_is_open(&r->detail)) {
		turn_alike(r, w, f, out);
		return true;
	}
	if (detail_is_open(&r->detail) || r->in_detail || !list_selected(&r->list, &id))
		return false;
	c = review_cluster_of(r, id);
	if (c != NULL && (a == ACTION_OPEN || a == ACTION_ZOOM || a == ACTION_RIGHT)) {
		review_unfold(r, id, a == ACTION_RIGHT || !c->open);
		review_look_again(r, w, f);
		return true;
	}
	with = c != NULL ? id : review_cluster_with(r, (uint32_t)id);
	if (a != ACTION_LEFT || with == 0 || (c == NULL && r->detail.tab != TAB_SUMMARY))
		return false;
	fold(r, w, f, with);
	return true;
}
