/* SPDX-License-Identifier: MIT */
/*
 * Review in another order than by deadline: the first so many by deadline, sorted; what
 * is behind them stays behind them. Each handoff is a row by itself then.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/review_own.h"
#include "views/values.h"

#define MOST 4096
#define READS 64 /* artifacts that are read for their values, with one drawing */

static const char *const words[REVIEW_SORTS][2] = {
	[REVIEW_BY_DEADLINE] = { "by deadline", "the latest deadline first" },
	[REVIEW_BY_VALUE] = { "by value, the largest first", "the smallest value first" },
	[REVIEW_BY_CONFIDENCE] = { "by confidence, the lowest first",
		"the highest confidence first" },
	[REVIEW_BY_AGE] = { "by age, the oldest first", "the newest first" },
};

/* What was read of an artifact, by place: what was read once is not read again. */
struct read {
	uint64_t offer;
	double value;
	bool known;
};

struct item {
	double key; /* the smaller comes first */
	bool none;  /* it has none: behind the others, whichever way round */
	size_t rank;
	uint64_t id;
};

struct review_sort {
	struct item item[MOST];
	struct read read[MOST];
	size_t n, of;
	size_t unread; /* whose value has not come, and may */
	uint64_t hubsequence;
	int64_t tick;
	unsigned matched;
	enum review_by by;
	bool reversed, made, gone;
};

void review_sort_fini(struct review *r)
{
	free(r->sort);
}

bool review_is_sorted(const struct review *r)
{
	return r->by != REVIEW_BY_DEADLINE || r->reversed;
}

static double value_of(struct review_sort *s, const struct world *w, uint32_t place,
	size_t *reads, bool *none)
{
	const struct handoff *h = handoff_at(w->mesh, place);
	const struct contract *c = handoff_contract(w->mesh, h);
	struct read *x = &s->read[place % MOST];
	const struct value *v;

	*none = true;
	if (c == NULL || c->value_at == NULL)
		return 0;
	if (x->offer != h->offer) {
		v = *reads > 0 ? values_of(w, h) : NULL;
		*reads -= *reads > 0;
		s->unread += v == NULL;
		if (v == NULL)
			return 0;
		*x = (struct read){ h->offer, v->number, v->known };
	}
	*none = !x->known;
	return x->value;
}

static struct item item_of(
	struct review *r, const struct world *w, size_t rank, uint64_t id, size_t *reads)
{
	const struct handoff *h = handoff_at(w->mesh, (uint32_t)id);
	struct item i = { .rank = rank, .id = id, .none = h == NULL };

	switch (h != NULL ? r->by : REVIEW_SORTS) {
	case REVIEW_BY_VALUE:
		i.key = -value_of(r->sort, w, (uint32_t)id, reads, &i.none);
		break;
	case REVIEW_BY_CONFIDENCE:
		i.key = h->confidence;
		i.none = !h->has_confidence;
		break;
	case REVIEW_BY_AGE:
		i.key = (double)h->offered;
		break;
	case REVIEW_BY_DEADLINE:
		i.key = (double)rank;
		i.none = handoff_due(h) == 0;
		break;
	default:
		break;
	}
	if (r->reversed)
		i.key = -i.key;
	return i;
}

static int by_key(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->none != y->none)
		return x->none ? 1 : -1;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static uint64_t id_at(const void *arg, size_t rank)
{
	const struct review_found *f = arg;
	const struct review_sort *s = f->rows.r->sort;

	return rank < s->n ? s->item[rank].id : f->below.id_at(f->below.arg, rank);
}

static size_t rank_of(const void *arg, uint64_t id)
{
	const struct review_found *f = arg;
	const struct review_sort *s = f->rows.r->sort;
	size_t rank;

	for (size_t i = 0; i < s->n; i++) {
		if (s->item[i].id == id)
			return i;
	}
	rank = f->below.rank_of(f->below.arg, id);
	return rank < s->n ? LIST_NOWHERE : rank;
}

static void make(struct review *r, const struct world *w, const struct list_items *base)
{
	struct review_sort *s = r->sort;
	size_t reads = READS;

	s->n = base->n < MOST ? base->n : MOST;
	s->of = base->n;
	s->unread = 0;
	for (size_t i = 0; i < s->n; i++)
		s->item[i] = item_of(r, w, i, base->id_at(base->arg, i), &reads);
	qsort(s->item, s->n, sizeof(*s->item), by_key);
	s->hubsequence = w->mesh->hubsequence;
	s->tick = w->tick;
	s->matched = r->matched;
	s->by = r->by;
	s->reversed = r->reversed;
	s->gone = r->gone;
	s->made = true;
}

void review_sort(struct review *r, const struct world *w, struct review_found *f)
{
	struct review_sort *s = r->sort;

	if (s == NULL)
		s = r->sort = xcalloc(1, sizeof(*s));
	f->below = f->items;
	if (!s->made || s->hubsequence != w->mesh->hubsequence || s->of != f->items.n ||
		s->matched != r->matched || s->by != r->by ||
		s->reversed != r->reversed || s->gone != r->gone || r->regroup ||
		(s->unread > 0 && w->tick - s->tick >= SECOND / 4))
		make(r, w, &f->items);
	f->base = f->items = (struct list_items){ s->of, id_at, rank_of, f };
}

void review_sort_forget(struct review *r)
{
	if (r->sort != NULL)
		r->sort->made = false;
}

void review_sort_say(const struct review *r, char out[60])
{
	const struct review_sort *s = r->sort;

	if (s != NULL && s->made && s->of > MOST)
		snprintf(out, 60, "%s, of the first 4,096", words[r->by][r->reversed]);
	else if (s != NULL && s->made && s->unread > 0)
		snprintf(out, 60, "%s, %zu not read yet", words[r->by][r->reversed],
			s->unread);
	else
		snprintf(out, 60, "%s", words[r->by][r->reversed]);
}

bool review_sort_act(struct review *r, const struct world *w, struct review_found *f,
	enum action a, struct outcome *out)
{
	uint32_t place = r->place;

	if (a == ACTION_VIEW && review_is_sorted(r)) {
		snprintf(out->message, sizeof(out->message),
			"look-alikes are together by deadline: s or S goes there");
		return true;
	}
	if (a != ACTION_SORT && a != ACTION_REVERSE)
		return false;
	if (a == ACTION_SORT)
		r->by = (r->by + 1) % REVIEW_SORTS;
	else
		r->reversed = !r->reversed;
	review_look_again(r, w, f);
	if (place != NONE)
		review_goto(r, w, f, place);
	snprintf(out->message, sizeof(out->message), "%s", words[r->by][r->reversed]);
	return true;
}
