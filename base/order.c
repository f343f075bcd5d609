/* SPDX-License-Identifier: MIT */
#include "base/order.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define RUN_ITEMS 512

/* No run is empty; the last item of a run stands before the next run's first. */
struct order_run {
	uint32_t n;
	struct order_item item[RUN_ITEMS];
};

static bool before(struct order_item a, struct order_item b)
{
	return a.key != b.key ? a.key < b.key : a.id < b.id;
}

void order_fini(struct order *o)
{
	for (size_t i = 0; i < o->runs; i++)
		free(o->run[i]);
	free(o->run);
	*o = (struct order){ 0 };
}

/* The last run whose first item does not stand behind `x`; 0 if there is none. */
static size_t run_of(const struct order *o, struct order_item x)
{
	size_t lo = 0, hi = o->runs;

	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (before(x, o->run[mid]->item[0]))
			hi = mid;
		else
			lo = mid;
	}
	return lo;
}

/* How many items of the run stand before `x`. */
static uint32_t place_in(const struct order_run *r, struct order_item x)
{
	uint32_t lo = 0, hi = r->n;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (before(r->item[mid], x))
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static struct order_run *insert_run(struct order *o, size_t at)
{
	xgrow(&o->run, &o->cap, o->runs + 1, sizeof(*o->run));
	memmove(o->run + at + 1, o->run + at, (o->runs - at) * sizeof(*o->run));
	o->run[at] = xmalloc(sizeof(**o->run));
	o->run[at]->n = 0;
	o->runs++;
	return o->run[at];
}

/* Makes room in a full run. What is added at the end leaves it full behind. */
static size_t split(struct order *o, size_t at, struct order_item x)
{
	struct order_run *r = o->run[at], *next = insert_run(o, at + 1);
	uint32_t keep = before(r->item[RUN_ITEMS - 1], x) ? RUN_ITEMS : RUN_ITEMS / 2;

	if (keep == RUN_ITEMS)
		return at + 1;
	next->n = RUN_ITEMS - keep;
	memcpy(next->item, r->item + keep, next->n * sizeof(*next->item));
	r->n = keep;
	return before(x, next->item[0]) ? at : at + 1;
}

void order_add(struct order *o, int64_t key, uint32_t id)
{
	struct order_item x = { key, id };
	size_t at = run_of(o, x);
	struct order_run *r;
	uint32_t i;

	if (o->runs == 0)
		insert_run(o, 0);
	else if (o->run[at]->n == RUN_ITEMS)
		at = split(o, at, x);
	r = o->run[at];
	i = place_in(r, x);
	assert(i == r->n || r->item[i].key != key || r->item[i].id != id);
	memmove(r->item + i + 1, r->item + i, (r->n - i) * sizeof(*r->item));
	r->item[i] = x;
	r->n++;
	o->count++;
}

bool order_push(struct order *o, int64_t key, uint32_t id)
{
	struct order_item x = { key, id };
	struct order_run *last = o->runs > 0 ? o->run[o->runs - 1] : NULL;

	if (last != NULL && !before(last->item[last->n - 1], x))
		return false;
	if (last == NULL || last->n == RUN_ITEMS)
		last = insert_run(o, o->runs);
	last->item[last->n++] = x;
	o->count++;
	return true;
}

bool order_remove(struct order *o, int64_t key, uint32_t id)
{
	struct order_item x = { key, id };
	size_t at = run_of(o, x);
	struct order_run *r;
	uint32_t i;

	if (o->runs == 0)
		return false;
	r = o->run[at];
	i = place_in(r, x);
	if (i == r->n || r->item[i].key != key || r->item[i].id != id)
		return false;
	r->n--;
	memmove(r->item + i, r->item + i + 1, (r->n - i) * sizeof(*r->item));
	o->count--;
	if (r->n == 0) {
		free(r);
		o->runs--;
		memmove(o->run + at, o->run + at + 1, (o->runs - at) * sizeof(*o->run));
	}
	return true;
}

bool order_at(const struct order *o, size_t rank, struct order_item *out)
{
	for (size_t i = 0; i < o->runs; i++) {
		if (rank < o->run[i]->n) {
			*out = o->run[i]->item[rank];
			return true;
		}
		rank -= o->run[i]->n;
	}
	return false;
}

size_t order_rank(const struct order *o, int64_t key, uint32_t id)
{
	struct order_item x = { key, id };
	size_t at = run_of(o, x), rank = 0;

	if (o->runs == 0)
		return 0;
	for (size_t i = 0; i < at; i++)
		rank += o->run[i]->n;
	return rank + place_in(o->run[at], x);
}

size_t order_after(
	const struct order *o, int64_t key, uint32_t id, struct order_item *out, size_t n)
{
	struct order_item x = { key, id };
	size_t got = 0;
	uint32_t from;

	if (o->runs == 0)
		return 0;
	for (size_t at = run_of(o, x); at < o->runs && got < n; at++) {
		const struct order_run *r = o->run[at];

		from = place_in(r, x);
		if (from < r->n && !before(x, r->item[from]))
			from++;
		for (; from < r->n && got < n; from++)
			out[got++] = r->item[from];
	}
	return got;
}
