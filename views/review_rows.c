/* SPDX-License-Identifier: MIT */
/*
 * The rows of Review: the queue by rank, or what a filter lets through, and
 * the tombstone among them. Nothing walks the queue but the filter.
 */
#include <stdio.h>

#include "base/mem.h"
#include "views/review_own.h"

#define TOMBSTONE (10 * SECOND)
#define SMALL_QUEUE 2000 /* up to which a filter looks again at every change */

bool review_filtered(const struct review *r)
{
	return r->trouble_only || r->filter[0] != '\0';
}

static size_t tomb_rank(const struct review_rows *x)
{
	return x->r->gone ? order_rank(&x->m->review, x->r->key, x->r->place) : SIZE_MAX;
}

static uint64_t row_id_at(const void *arg, size_t rank)
{
	const struct review_rows *x = arg;
	size_t tomb = tomb_rank(x);
	struct order_item i = { 0, NONE };

	if (rank == tomb)
		return x->r->place;
	order_at(&x->m->review, rank > tomb ? rank - 1 : rank, &i);
	return i.id;
}

static size_t row_rank_of(const void *arg, uint64_t id)
{
	const struct review_rows *x = arg;
	size_t tomb = tomb_rank(x), rank;

	if (x->r->gone && id == x->r->place)
		return tomb;
	if (!row_waits(x->m, (uint32_t)id))
		return LIST_NOWHERE;
	rank = order_rank(&x->m->review, handoff_at(x->m, id)->review_key, (uint32_t)id);
	return rank >= tomb ? rank + 1 : rank;
}

static bool contains(const char *text, const char *what)
{
	return text != NULL && strstr(text, what) != NULL;
}

bool review_is_trouble(const struct world *w, const struct handoff *h)
{
	return row_grave(w, h) != GRAVE_NONE || handoff_due(h) == 0;
}

bool review_passes(const struct review *r, const struct world *w, uint32_t place)
{
	const struct handoff *h = handoff_at(w->mesh, place);
	char text[ROW_TEXT];

	if (r->trouble_only && !review_is_trouble(w, h))
		return false;
	if (r->filter[0] == '\0')
		return true;
	return contains(h->id, r->filter) || contains(h->summary, r->filter) ||
		contains(h->violation, r->filter) ||
		contains(row_edge(w->mesh, h, text), r->filter) ||
		contains(row_artifact(w->mesh, h, text), r->filter) ||
		contains(row_at_zero(w, h, text), r->filter) ||
		(h->incident != NONE &&
			contains(incident_at(w->mesh, h->incident)->id, r->filter));
}

static void add_match(struct review *r, uint32_t place)
{
	xgrow(&r->match, &r->cap_match, r->matches + 1, sizeof(*r->match));
	r->match[r->matches++] = place;
}

/* Walks the queue: at once while it is small, else twice a second. */
static void find_matches(struct review *r, const struct world *w)
{
	const struct mesh *m = w->mesh;
	size_t tomb = tomb_rank(&(struct review_rows){ r, m });
	struct order_item i;

	if (!r->stale && r->matched_at == m->hubsequence && !r->trouble_only)
		return;
	if (!r->stale && m->review.count > SMALL_QUEUE &&
		w->tick - r->matched_tick < SECOND / 2)
		return;
	r->matches = 0;
	for (size_t rank = 0; order_at(&m->review, rank, &i); rank++) {
		if (rank == tomb)
			add_match(r, r->place);
		if (review_passes(r, w, i.id))
			add_match(r, i.id);
	}
	if (tomb != SIZE_MAX && tomb >= m->review.count)
		add_match(r, r->place);
	r->regroup = true;
	r->matched_at = m->hubsequence;
	r->matched_tick = w->tick;
	r->stale = false;
}

/* What the cursor was on has left: it stays as a tombstone, for a while. */
static void bury(struct review *r, const struct world *w)
{
	const struct mesh *m = w->mesh;
	uint64_t selected;
	bool was = r->gone;

	if (w->now < r->now || r->mesh != m || m->handoff.count < r->handoffs ||
		(r->place != NONE && handoff_at(m, r->place) == NULL)) {
		r->place = NONE;
		r->row = NONE;
		r->stale = true;
		review_forget_alike(r);
	}
	r->now = w->now;
	r->mesh = m;
	r->handoffs = m->handoff.count;
	if (!list_selected(&r->list, &selected) || selected != r->row ||
		r->place == NONE) {
		r->gone = false;
	} else if (row_waits(m, r->place)) {
		r->gone = false;
	} else if (!r->gone) {
		r->gone = true;
		r->gone_tick = w->tick;
	} else if (w->tick - r->gone_tick > TOMBSTONE) {
		r->gone = false;
		r->place = NONE;
		r->row = NONE;
	}
	r->stale |= was != r->gone;
}

static bool is_kept(const void *arg, uint64_t id)
{
	return row_waits(arg, (uint32_t)id);
}

/* What stands under the cursor: of a cluster the first that waits. */
static void take_row(struct review *r, const struct world *w, uint64_t id)
{
	const struct cluster *c = review_cluster_of(r, id);

	if (id == r->row && (c != NULL ? c->n == 0 : r->gone))
		return; /* a tombstone is of whom it was */
	r->row = id;
	r->place = review_is_cluster(id) ? (c != NULL ? c->first : NONE) : (uint32_t)id;
	if (r->place != NONE)
		r->key = handoff_at(w->mesh, r->place)->review_key;
}

void review_look(
	struct review *r, const struct world *w, struct review_found *f, size_t height)
{
	uint64_t selected;
	size_t marks;

	bury(r, w);
	list_marks(&r->list, &marks);
	if (marks > 0 && marks <= SMALL_QUEUE)
		list_mark_prune(&r->list, is_kept, w->mesh);
	f->rows = (struct review_rows){ r, w->mesh };
	if (review_filtered(r)) {
		find_matches(r, w);
		f->ids = (struct list_ids){ r->match, r->matches };
		f->items = list_of_ids(&f->ids);
	} else {
		f->items = (struct list_items){ w->mesh->review.count + r->gone,
			row_id_at, row_rank_of, &f->rows };
	}
	review_cluster(r, w, f);
	list_sync(&r->list, &f->items, height);
	if (!list_selected(&r->list, &selected)) {
		r->place = NONE;
		r->row = NONE;
		r->gone = false;
	} else {
		take_row(r, w, selected);
	}
}

void review_look_again(struct review *r, const struct world *w, struct review_found *f)
{
	review_look(r, w, f, r->list.height > 0 ? r->list.height : 10);
}

bool review_goto(
	struct review *r, const struct world *w, struct review_found *f, uint32_t place)
{
	bool found = list_select(&r->list, &f->items, place);
	uint64_t with = found ? 0 : review_cluster_with(r, place);

	if (with != 0) {
		review_unfold(r, with, true);
		review_look_again(r, w, f);
		found = list_select(&r->list, &f->items, place);
	}
	if (found)
		review_look_again(r, w, f);
	return found;
}

void review_set_filter(struct review *r, struct str text)
{
	size_t n = text.n < sizeof(r->filter) ? text.n : sizeof(r->filter) - 1;

	review_close_row(r);
	if (n > 0)
		memcpy(r->filter, text.p, n);
	r->filter[n] = '\0';
	r->stale = true;
}

bool review_to_edge(struct review *r, const struct world *w, struct str what)
{
	uint32_t edge = row_find_edge(w->mesh, what);
	struct review_found f;

	if (edge == NONE || w->mesh->edge[edge].waiting == 0)
		return false;
	review_set_filter(r, what);
	r->trouble_only = false;
	review_look_again(r, w, &f);
	/* the filter may be a part of another edge's name */
	for (size_t i = 0; i < r->matches; i++) {
		if (handoff_at(w->mesh, r->match[i])->edge != edge)
			continue;
		return review_goto(r, w, &f, (uint32_t)r->match[i]);
	}
	return false;
}
