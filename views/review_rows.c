/* SPDX-License-Identifier: MIT */
/*
 * The rows of Review: the queue by rank, or what a filter lets through, and
 * the tombstone among them. Nothing walks the queue but the filter.
 */
#include <stdio.h>

#include "base/mem.h"
#include "views/review_own.h"

#define TOMBSTONE (10 * SECOND)
#define SMALL_QUEUE 2000 /* up to which marks are looked at again at every change */

bool review_filtered(const struct review *r)
{
	return r->trouble_only || r->sift.filter.query != NULL;
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

bool review_is_trouble(const struct world *w, const struct handoff *h)
{
	return row_grave(w, h) != GRAVE_NONE || handoff_due(h) == 0;
}

/* What happens at 0:00 in the words of the rows, too. */
static bool value_of(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct sift_row *x = row->arg;
	const struct handoff *h;

	if (query_of_handoff(row, name, member, nth, out))
		return true;
	h = handoff_at(x->about.mesh, x->about.place);
	if (name != QUERY_FALLBACK || h == NULL ||
		nth != (h->on_deadline == FALLBACK_NONE ? 0u : 1u + (h->target != NULL)))
		return false;
	return query_text(out, 0, row_at_zero(x->world, h, row->scratch));
}

static struct sift_over over(const struct review *r, const struct mesh *m)
{
	return (struct sift_over){ &m->review, value_of,
		r->trouble_only ? review_is_trouble : NULL };
}

bool review_passes(struct review *r, const struct world *w, uint32_t place)
{
	struct sift_over x = over(r, w->mesh);

	return sift_passes(&r->sift, w, &x, place);
}

static void add_match(struct review *r, uint64_t place)
{
	r->match[r->matches++] = place;
}

/* Where a row stands among the others: by deadline, then by place. */
static bool is_before(const struct review_rows *x, uint64_t row, int64_t key, uint64_t id)
{
	const struct handoff *h = handoff_at(x->m, row);
	int64_t its = x->r->gone && row == x->r->place ? x->r->key
		: h != NULL                            ? h->review_key
						       : INT64_MIN;

	return its != key ? its < key : row < id;
}

/* The rank of that key among the matches, or where it would stand. */
static size_t rank_of_key(const struct review_rows *x, int64_t key, uint64_t id)
{
	size_t low = 0, high = x->r->matches;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (is_before(x, x->r->match[middle], key, id))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static uint64_t match_id_at(const void *arg, size_t rank)
{
	return ((const struct review_rows *)arg)->r->match[rank];
}

static size_t match_rank_of(const void *arg, uint64_t id)
{
	const struct review_rows *x = arg;
	bool gone = x->r->gone && id == x->r->place;
	size_t rank;

	if (!gone && !row_waits(x->m, (uint32_t)id))
		return LIST_NOWHERE;
	rank = rank_of_key(x, gone ? x->r->key : handoff_at(x->m, id)->review_key, id);
	return rank < x->r->matches && x->r->match[rank] == id ? rank : LIST_NOWHERE;
}

/* The tombstone where it stood. */
static void put_tomb(struct review *r, const struct mesh *m)
{
	struct review_rows x = { r, m };
	size_t at = rank_of_key(&x, r->key, r->place);

	memmove(r->match + at + 1, r->match + at, (r->matches - at) * sizeof(*r->match));
	r->match[at] = r->place;
	r->matches++;
}

/* What the sift has found; while it only finds more, only that is added. */
static void find_matches(struct review *r, const struct world *w)
{
	struct sift_over x = over(r, w->mesh);
	bool more;

	sift_look(&r->sift, w, &x);
	if (!r->stale && r->matched == r->sift.version &&
		r->matched_at == w->mesh->hubsequence)
		return;
	more = !r->stale && !r->gone && r->sift.appends &&
		r->matched_at == w->mesh->hubsequence && r->taken == r->matches &&
		r->taken <= r->sift.matches;
	if (!more)
		r->taken = r->matches = 0;
	xgrow(&r->match, &r->cap_match, r->sift.matches + 2, sizeof(*r->match));
	for (; r->taken < r->sift.matches; r->taken++) {
		if (row_waits(w->mesh, (uint32_t)r->sift.match[r->taken]))
			add_match(r, r->sift.match[r->taken]);
	}
	if (r->gone)
		put_tomb(r, w->mesh);
	r->regroup = true;
	r->matched = r->sift.version;
	r->matched_at = w->mesh->hubsequence;
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
		review_sort_forget(r);
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
		f->items = (struct list_items){ r->matches, match_id_at, match_rank_of,
			&f->rows };
	} else {
		f->items = (struct list_items){ w->mesh->review.count + r->gone,
			row_id_at, row_rank_of, &f->rows };
	}
	if (review_is_sorted(r))
		review_sort(r, w, f);
	else
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
	review_close_row(r);
	if (sift_set(&r->sift, text, QUERY_HANDOFFS))
		r->stale = true;
}

bool review_to_edge(struct review *r, const struct world *w, struct str what)
{
	uint32_t edge = row_find_edge(w->mesh, what);
	struct buf text = { 0 };
	struct review_found f;

	if (edge == NONE || w->mesh->edge[edge].waiting == 0)
		return false;
	buf_str(&text, "edge=");
	query_quote_value(&text, what);
	review_set_filter(r, buf_view(&text));
	buf_fini(&text);
	r->trouble_only = false;
	review_look_again(r, w, &f);
	for (size_t i = 0; i < r->matches; i++) {
		if (handoff_at(w->mesh, r->match[i])->edge != edge)
			continue;
		return review_goto(r, w, &f, (uint32_t)r->match[i]);
	}
	return false;
}
