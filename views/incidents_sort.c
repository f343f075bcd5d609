/* SPDX-License-Identifier: MIT */
/*
 * The list of incidents in another order than worst first: the first so many of what is
 * shown, sorted; what is behind them stays behind them.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/incidents_own.h"

#define MOST 4096
#define OFTEN 500 /* up to so many they are sorted anew at every change */
#define AGAIN (SECOND / 2)

static const char *const words[INCIDENTS_SORTS][2] = {
	[INCIDENTS_BY_WORST] = { "worst first", "the least bad first" },
	[INCIDENTS_BY_NEWEST] = { "the newest first", "newest last" },
	[INCIDENTS_BY_OLDEST] = { "the oldest first", "oldest last" },
	[INCIDENTS_BY_HANDOFFS] = { "most handoffs first", "fewest handoffs first" },
	[INCIDENTS_BY_OWNER] = { "nobody's first, then by owner",
		"the last owner first" },
};

struct item {
	int64_t key;       /* the smaller comes first */
	const char *owner; /* foreign; read while it is sorted only */
	bool none;         /* it is gone: behind the others, whichever way round */
	size_t rank;
	uint64_t id;
};

struct incidents_sort {
	struct item item[MOST];
	size_t n, of;
	struct list_items below;
	uint64_t hubsequence;
	int64_t tick;
	const struct mesh *mesh; /* compared, never followed */
	unsigned version;        /* of the filter */
	enum incidents_by by;
	bool reversed, bad_only, made;
};

void incidents_sort_fini(struct incidents *v)
{
	free(v->sort);
}

bool incidents_is_sorted(const struct incidents *v)
{
	return v->by != INCIDENTS_BY_WORST || v->reversed;
}

static struct item item_of(
	const struct incidents *v, const struct world *w, size_t rank, uint64_t id)
{
	const struct incident *i = incident_at(w->mesh, (uint32_t)id);
	struct item x = { .rank = rank, .id = id, .none = i == NULL };

	if (i == NULL)
		return x;
	if (v->by == INCIDENTS_BY_NEWEST)
		x.key = -i->first;
	else if (v->by == INCIDENTS_BY_OLDEST)
		x.key = i->first;
	else if (v->by == INCIDENTS_BY_HANDOFFS)
		x.key = -(int64_t)i->handoffs;
	else if (v->by == INCIDENTS_BY_OWNER)
		x.owner = noted_owner(mesh_noted_incident(w->mesh, i), w->now);
	else
		x.key = (int64_t)rank;
	return x;
}

/* Nobody's before anybody's. */
static int by_owner(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return (a != NULL) - (b != NULL);
	return strcmp(a, b);
}

static int by_key(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int owner = by_owner(x->owner, y->owner);

	if (x->none != y->none)
		return x->none ? 1 : -1;
	if (owner != 0)
		return owner;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static int by_key_down(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	return x->none != y->none ? (x->none ? 1 : -1) : by_key(b, a);
}

static uint64_t id_at(const void *arg, size_t rank)
{
	const struct incidents_sort *s = arg;

	return rank < s->n ? s->item[rank].id : s->below.id_at(s->below.arg, rank);
}

static size_t rank_of(const void *arg, uint64_t id)
{
	const struct incidents_sort *s = arg;
	size_t rank;

	for (size_t i = 0; i < s->n; i++) {
		if (s->item[i].id == id)
			return i;
	}
	rank = s->below.rank_of(s->below.arg, id);
	return rank < s->n ? LIST_NOWHERE : rank;
}

static void make(struct incidents *v, const struct world *w)
{
	struct incidents_sort *s = v->sort;

	s->of = s->below.n;
	s->n = s->of < MOST ? s->of : MOST;
	for (size_t i = 0; i < s->n; i++)
		s->item[i] = item_of(v, w, i, s->below.id_at(s->below.arg, i));
	qsort(s->item, s->n, sizeof(*s->item), v->reversed ? by_key_down : by_key);
	s->hubsequence = w->mesh->hubsequence;
	s->tick = w->tick;
	s->mesh = w->mesh;
	s->version = v->filter.version;
	s->by = v->by;
	s->reversed = v->reversed;
	s->bad_only = v->bad_only;
	s->made = true;
}

/* An owner goes by himself, of which no event tells. */
static bool is_due(const struct incidents *v, const struct world *w)
{
	const struct incidents_sort *s = v->sort;

	if (!s->made || s->mesh != w->mesh || s->of != s->below.n ||
		s->version != v->filter.version || s->by != v->by ||
		s->reversed != v->reversed || s->bad_only != v->bad_only ||
		w->mesh->hubsequence < s->hubsequence)
		return true;
	if (s->n <= OFTEN && s->hubsequence != w->mesh->hubsequence)
		return true;
	return w->tick - s->tick >= AGAIN || w->tick < s->tick;
}

void incidents_sort(struct incidents *v, const struct world *w, struct list_items *items)
{
	struct incidents_sort *s = v->sort;

	if (s == NULL)
		s = v->sort = xcalloc(1, sizeof(*s));
	s->below = *items;
	if (is_due(v, w))
		make(v, w);
	*items = (struct list_items){ s->of, id_at, rank_of, s };
}

void incidents_sort_say(const struct incidents *v, char out[60])
{
	snprintf(out, 60, "%s%s", words[v->by][v->reversed],
		v->sort != NULL && incidents_is_sorted(v) && v->sort->of > MOST
			? ", of the worst 4,096"
			: "");
}

bool incidents_sort_act(
	struct incidents *v, const struct world *w, enum action a, struct outcome *out)
{
	uint32_t place = incidents_under(v, w);
	struct list_items items;
	struct list_ids ids;

	if (a != ACTION_SORT && a != ACTION_REVERSE)
		return false;
	if (a == ACTION_SORT)
		v->by = (v->by + 1) % INCIDENTS_SORTS;
	else
		v->reversed = !v->reversed;
	items = incidents_look(v, w, &ids, v->list.height);
	if (place != NONE)
		list_select(&v->list, &items, place);
	snprintf(out->message, sizeof(out->message), "%s", words[v->by][v->reversed]);
	return true;
}

/* In another order they need not stand together. */
void incidents_next_bad(struct incidents *v, const struct world *w,
	const struct list_items *items, bool down)
{
	size_t at = v->list.top + list_line(&v->list);

	if (!incidents_is_sorted(v) && v->filter.query == NULL) {
		list_move(&v->list, items,
			at + 1 >= w->cases->bad ? LIST_TOP
				: down          ? LIST_DOWN
						: LIST_UP);
		return;
	}
	for (size_t n = 0; n < items->n && n < 5000; n++) {
		uint64_t id;

		at = down ? (at + 1) % items->n : (at + items->n - 1) % items->n;
		id = items->id_at(items->arg, at);
		if (incident_at(w->mesh, (uint32_t)id) == NULL ||
			!case_is_bad(incident_at(w->mesh, (uint32_t)id)))
			continue;
		list_select(&v->list, items, id);
		return;
	}
}
