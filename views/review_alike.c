/* SPDX-License-Identifier: MIT */
/*
 * Look-alikes in Review: those that wait for the same, under the same contract, between
 * the same two, with the same faults at the same places, the same evidence missing and
 * the same thing to come at 0:00. Three of them are one row. What always holds:
 *
 * - Who has not been looked at where its contract asks for evidence is alike to nobody.
 * - A cluster that was shown stays one until nobody of it waits, and one that comes up
 *   around the cursor's handoff is unfolded: nothing slides.
 * - Only the first WINDOW by deadline are compared, so that a frame costs the same
 * however many wait. Those behind stand one by one, and the title says so.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "views/desk.h"
#include "views/review_own.h"
#include "views/values.h"

#define WINDOW 4096
#define SLOTS (4 * WINDOW)  /* of looks; a power of two */
#define LOOKS 64            /* at bytes, in one turn */
#define PAUSE (SECOND / 50) /* after one whose bytes were not here */
#define AT_LEAST 3
#define DEPTH 72

/* What is known of a handoff as it stands since its last change. */
struct alike_look {
	uint32_t place; /* NONE: free */
	uint64_t changed;
	uint64_t key; /* 0: alike to nobody */
	/* what its bytes say, and of which events that is */
	uint64_t offer, flagged, said;
	struct digest digest;
	bool looked, valued;
	double value;
};

struct group {
	uint64_t key;
	struct cluster c;
	uint32_t last;  /* index in the window of the last one, for chaining */
	uint32_t known; /* NONE: it was no row yet */
	bool together;
};

/* Of a cluster that was shown, by its key. */
struct known {
	uint64_t key;
	bool open, seen;
};

struct alike {
	bool on;
	bool asked; /* just now, by a key: then the cursor goes with its handoff */
	/* what the rows were made of */
	uint64_t made_at;
	size_t made_n;
	bool made, short_of; /* some bytes were not here */
	int64_t pause;
	struct alike_look *look;
	size_t looks;
	/* the window, by deadline, and the group of each; NONE: single */
	uint32_t *place, *group_of, *next;
	struct group *group;
	uint32_t *slot; /* of groups by key */
	size_t n, groups, cap_group;
	uint64_t *row;
	size_t rows, cap_row;
	struct known *known;
	size_t knowns, cap_known;
	size_t beyond; /* of the list below: not compared */
};

struct alike *alike_new(void)
{
	return xcalloc(1, sizeof(struct alike));
}

void alike_free(struct alike *a)
{
	if (a == NULL)
		return;
	free(a->look);
	free(a->place);
	free(a->group_of);
	free(a->next);
	free(a->group);
	free(a->slot);
	free(a->row);
	free(a->known);
	free(a);
}

static void alloc(struct alike *a)
{
	if (a->look != NULL)
		return;
	a->look = xcalloc(SLOTS, sizeof(*a->look));
	a->place = xcalloc(WINDOW, sizeof(*a->place));
	a->group_of = xcalloc(WINDOW, sizeof(*a->group_of));
	a->next = xcalloc(WINDOW, sizeof(*a->next));
	a->slot = xcalloc(SLOTS, sizeof(*a->slot));
	for (size_t i = 0; i < SLOTS; i++)
		a->look[i].place = NONE;
}

/* --- what one handoff is like ------------------------------------------------- */

static struct alike_look *look_at(struct alike *a, uint32_t place)
{
	size_t i = place * 2654435761u % SLOTS;

	if (a->looks > SLOTS / 2) {
		for (size_t k = 0; k < SLOTS; k++)
			a->look[k].place = NONE;
		a->looks = 0;
	}
	while (a->look[i].place != NONE && a->look[i].place != place)
		i = (i + 1) % SLOTS;
	if (a->look[i].place == NONE) {
		a->look[i] = (struct alike_look){ .place = place, .changed = UINT64_MAX };
		a->looks++;
	}
	return &a->look[i];
}

static uint64_t mix(uint64_t key, uint64_t more)
{
	key ^= more + 0x9e3779b97f4a7c15u + (key << 6) + (key >> 2);
	return key * 0xff51afd7ed558ccdu;
}

/* What the fold knows of it. */
static uint64_t key_of(const struct handoff *h)
{
	const uint32_t parts[] = { h->edge, h->contract, h->kind, h->faults,
		h->violations, h->hold, h->on_deadline, h->taken,
		h->state == STATE_ESCALATED, h->violation != NULL ? h->violation_at : 0 };
	uint64_t key = hash64((struct str){ (const char *)parts, sizeof(parts) });

	if (h->target != NULL)
		key = mix(key, hash64(str_of(h->target)));
	if (h->violation != NULL)
		key = mix(key, hash64((struct str){ h->violation, h->violation_at }));
	return key;
}

/* Each place that breaks the contract; false while that is not here. */
static bool add_places(const struct world *w, const struct handoff *h, uint64_t *key)
{
	struct violations v = { 0 };
	struct violation one;
	uint32_t at = JSON_NONE;
	bool here = h->violations < 2 || violations_load(&v, w, h);

	while (h->violations > 1 && here && violations_next(&v, &at, &one))
		*key = mix(*key, hash64(one.at));
	violations_fini(&v);
	return here;
}

static bool add_evidence(const struct world *w, const struct handoff *h,
	const struct contract *c, struct alike_look *l, uint64_t *key)
{
	struct buf bytes = { 0 };
	struct json j = { 0 };
	bool here = w->event != NULL && w->event(w->event_arg, h->offer, &bytes);

	if (here && json_read(&j, bytes.data, bytes.len, DEPTH, NULL)) {
		uint32_t artifact =
			json_member(&j, json_member(&j, 0, "data"), "artifact");

		for (size_t i = 0; artifact != JSON_NONE && c->evidence != NULL &&
			c->evidence[i] != NULL;
			i++)
			*key = mix(*key,
				values_is_there(&j,
					json_pointer(
						&j, artifact, str_of(c->evidence[i])))
					? 2 * i
					: 2 * i + 1);
		if (artifact != JSON_NONE && c->value_at != NULL) {
			uint32_t n = json_pointer(&j, artifact, str_of(c->value_at));

			l->valued = json_is(&j, n, JSON_NUMBER);
			l->value = l->valued ? json_number(&j, n) : 0;
		}
	}
	json_fini(&j);
	buf_fini(&bytes);
	return here;
}

/* Whether it is still the same offer, flagged or not, that was looked at. */
static bool is_of(const struct alike_look *l, const struct handoff *h)
{
	return l->offer == h->offer && l->flagged == handoff_flagged(h) &&
		digest_eq(&l->digest, &h->digest);
}

static void look_into(struct review *r, const struct world *w, const struct handoff *h,
	struct alike_look *l, unsigned *left)
{
	struct alike *a = r->alike;
	const struct contract *c = handoff_contract(w->mesh, h);
	bool offer = c != NULL && (c->evidence != NULL || c->value_at != NULL);
	bool needed = h->violations > 1 || (c != NULL && c->evidence != NULL);
	uint64_t key;

	if (l->changed == h->changed && l->looked)
		return;
	if (!is_of(l, h))
		*l = (struct alike_look){ .place = l->place,
			.offer = h->offer,
			.flagged = handoff_flagged(h),
			.digest = h->digest,
			.looked = !needed && !offer };
	l->changed = h->changed;
	if (!l->looked && *left > 0 && w->tick >= a->pause) {
		--*left;
		l->said = 0;
		l->looked = add_places(w, h, &l->said) &&
			(!offer || add_evidence(w, h, c, l, &l->said));
		if (!l->looked) {
			a->pause = w->tick + PAUSE;
			*left = 0;
		}
	}
	a->short_of |= !l->looked;
	if (!l->looked && needed)
		return;
	key = mix(key_of(h), needed ? l->said : 0) & ~CLUSTER;
	l->key = key != 0 ? key : 1;
}

/* --- groups ------------------------------------------------------------------- */

static struct group *group_with(struct alike *a, uint64_t key)
{
	size_t i = key % SLOTS;

	while (a->slot[i] != NONE && a->group[a->slot[i]].key != key)
		i = (i + 1) % SLOTS;
	if (a->slot[i] == NONE) {
		xgrow(&a->group, &a->cap_group, a->groups + 1, sizeof(*a->group));
		a->group[a->groups] = (struct group){ .key = key,
			.c = { .first = NONE, .valued = true },
			.last = NONE,
			.known = NONE };
		a->slot[i] = (uint32_t)a->groups++;
	}
	return &a->group[a->slot[i]];
}

static struct group *find_group(const struct alike *a, uint64_t key)
{
	size_t i = key % SLOTS;

	if (a->slot == NULL || a->groups == 0)
		return NULL;
	while (a->slot[i] != NONE && a->group[a->slot[i]].key != key)
		i = (i + 1) % SLOTS;
	return a->slot[i] != NONE ? &a->group[a->slot[i]] : NULL;
}

static bool is_under_way(const struct world *w, const struct handoff *h)
{
	const struct desk_entry *e =
		w->desk != NULL ? desk_find(w->desk, h->id, h->attempt) : NULL;

	return e != NULL && e->stage <= DESK_NO_ANSWER;
}

static void count_in(struct cluster *c, const struct handoff *h,
	const struct alike_look *l, uint32_t place)
{
	if (c->n++ == 0)
		c->first = place;
	if (h->has_confidence && (c->confident++ == 0 || h->confidence < c->low))
		c->low = h->confidence;
	if (h->has_confidence && (c->confident == 1 || h->confidence > c->high))
		c->high = h->confidence;
	c->valued &= l->valued;
	c->sum += l->value;
}

static void add_to_group(
	struct review *r, const struct world *w, uint32_t i, unsigned *left)
{
	struct alike *a = r->alike;
	uint32_t place = a->place[i];
	const struct handoff *h = handoff_at(w->mesh, place);
	struct alike_look *l;
	struct group *g;

	a->group_of[i] = a->next[i] = NONE;
	if (h == NULL)
		return;
	l = look_at(a, place);
	if (h->in_review || l->key == 0) /* what has left is where it was */
		look_into(r, w, h, l, left);
	if (l->key == 0)
		return;
	g = group_with(a, l->key);
	a->group_of[i] = (uint32_t)(g - a->group);
	if (g->last != NONE)
		a->next[g->last] = i;
	else
		g->c.at = i;
	g->last = i;
	if (h->in_review)
		count_in(&g->c, h, l, place);
}

static struct known *make_known(struct alike *a, struct group *g)
{
	xgrow(&a->known, &a->cap_known, a->knowns + 1, sizeof(*a->known));
	a->known[a->knowns] = (struct known){ .key = g->key };
	g->known = (uint32_t)a->knowns++;
	return &a->known[g->known];
}

/* What has nobody left is forgotten; the others are found from their groups. */
static void match_known(struct alike *a)
{
	size_t kept = 0;

	for (size_t i = 0; i < a->knowns; i++) {
		struct group *g = find_group(a, a->known[i].key);

		if (g == NULL)
			continue;
		g->known = (uint32_t)kept;
		a->known[kept++] = a->known[i];
	}
	a->knowns = kept;
}

static uint64_t cluster_id(uint64_t key)
{
	return key | CLUSTER;
}

/* Which groups are rows; what was one and has nobody left is forgotten. */
static void settle_groups(struct review *r)
{
	struct alike *a = r->alike;
	uint64_t selected = 0;
	bool any = list_selected(&r->list, &selected) && list_pinned(&r->list);

	match_known(a);
	for (size_t i = 0; i < a->groups; i++) {
		struct group *g = &a->group[i];
		struct known *k = g->known != NONE ? &a->known[g->known] : NULL;

		if (k == NULL && g->c.n < AT_LEAST)
			continue;
		if (k == NULL)
			k = make_known(a, g);
		g->together = g->c.n > 0 || selected == cluster_id(g->key) || k->open;
		if (!k->seen && any && !a->asked && !review_is_cluster(selected)) {
			for (uint32_t m = g->c.at; m != NONE && !k->open; m = a->next[m])
				k->open = a->place[m] == selected;
		}
		k->seen = true;
		g->c.open = k->open;
	}
}

static void add_row(struct alike *a, uint64_t id)
{
	xgrow(&a->row, &a->cap_row, a->rows + 1, sizeof(*a->row));
	a->row[a->rows++] = id;
}

static void add_rows(struct alike *a)
{
	a->rows = 0;
	for (uint32_t i = 0; i < a->n; i++) {
		const struct group *g =
			a->group_of[i] != NONE ? &a->group[a->group_of[i]] : NULL;

		if (g == NULL || !g->together) {
			add_row(a, a->place[i]);
			continue;
		}
		if (g->c.at != i)
			continue;
		add_row(a, cluster_id(g->key));
		for (uint32_t m = i; g->c.open && m != NONE; m = a->next[m])
			add_row(a, a->place[m]);
	}
}

static void make_rows(
	struct review *r, const struct world *w, const struct list_items *base)
{
	struct alike *a = r->alike;
	unsigned left = LOOKS;

	alloc(a);
	a->short_of = false;
	a->n = base->n < WINDOW ? base->n : WINDOW;
	a->beyond = base->n - a->n;
	a->groups = 0;
	memset(a->slot, 0xff, SLOTS * sizeof(*a->slot));
	for (uint32_t i = 0; i < a->n; i++) {
		a->place[i] = (uint32_t)base->id_at(base->arg, i);
		add_to_group(r, w, i, &left);
	}
	settle_groups(r);
	add_rows(a);
	a->made = true;
	a->asked = false;
	a->made_at = w->mesh->hubsequence;
	a->made_n = base->n;
}

/* --- as rows ------------------------------------------------------------------ */

static uint64_t row_at(const void *arg, size_t rank)
{
	const struct review_found *f = arg;
	const struct alike *a = f->rows.r->alike;

	if (rank < a->rows)
		return a->row[rank];
	return f->base.id_at(f->base.arg, rank - a->rows + a->n);
}

static size_t rank_in(const void *arg, uint64_t id)
{
	const struct review_found *f = arg;
	const struct alike *a = f->rows.r->alike;
	size_t rank;

	for (size_t i = 0; i < a->rows; i++) {
		if (a->row[i] == id)
			return i;
	}
	if (review_is_cluster(id) || a->beyond == 0)
		return LIST_NOWHERE;
	rank = f->base.rank_of(f->base.arg, id);
	return rank == LIST_NOWHERE || rank < a->n ? LIST_NOWHERE : rank - a->n + a->rows;
}

void review_cluster(struct review *r, const struct world *w, struct review_found *f)
{
	struct alike *a = r->alike;

	f->base = f->items;
	if (r->alike_wish != ALIKE_UNASKED)
		a->on = r->alike_wish == ALIKE_ON;
	else if (!list_pinned(&r->list))
		a->on = f->base.n > ALIKE_FROM;
	if (!a->on)
		return;
	if (!a->made || a->made_at != w->mesh->hubsequence || a->made_n != f->base.n ||
		r->regroup || (a->short_of && w->tick >= a->pause))
		make_rows(r, w, &f->base);
	r->regroup = false;
	f->items = (struct list_items){ a->rows + a->beyond, row_at, rank_in, f };
}

const struct cluster *review_cluster_of(const struct review *r, uint64_t id)
{
	const struct alike *a = r->alike;

	for (size_t i = 0; review_is_cluster(id) && i < a->groups; i++) {
		if (cluster_id(a->group[i].key) == id)
			return &a->group[i].c;
	}
	return NULL;
}

size_t review_members(const struct review *r, const struct world *w, uint64_t id,
	bool free_only, uint32_t **out)
{
	const struct alike *a = r->alike;
	const struct cluster *c = review_cluster_of(r, id);
	size_t n = 0;

	*out = xcalloc(c != NULL && c->n > 0 ? c->n : 1, sizeof(**out));
	for (uint32_t m = c != NULL ? c->at : NONE; m != NONE; m = a->next[m]) {
		const struct handoff *h = handoff_at(w->mesh, a->place[m]);

		if (h == NULL || !h->in_review || n == c->n ||
			(free_only && is_under_way(w, h)))
			continue;
		(*out)[n++] = a->place[m];
	}
	return n;
}

uint64_t review_cluster_with(const struct review *r, uint32_t place)
{
	const struct alike *a = r->alike;

	for (uint32_t i = 0; a->on && i < a->n; i++) {
		if (a->place[i] == place && a->group_of[i] != NONE &&
			a->group[a->group_of[i]].together)
			return cluster_id(a->group[a->group_of[i]].key);
	}
	return 0;
}

void review_unfold(struct review *r, uint64_t id, bool open)
{
	struct alike *a = r->alike;

	for (size_t i = 0; i < a->knowns; i++) {
		if (cluster_id(a->known[i].key) == id)
			a->known[i].open = open;
	}
	r->regroup = true;
}

void review_turn_alike(struct review *r)
{
	struct alike *a = r->alike;

	a->on = !a->on;
	a->asked = true;
	r->alike_wish = a->on ? ALIKE_ON : ALIKE_OFF;
	a->knowns = 0;
	r->regroup = true;
}

bool review_alike(const struct review *r, size_t *beyond)
{
	*beyond = r->alike->on ? r->alike->beyond : 0;
	return r->alike->on;
}

void review_forget_alike(struct review *r)
{
	struct alike *a = r->alike;

	a->made = false;
	a->knowns = a->groups = a->n = a->rows = 0;
	a->looks = 0;
	for (size_t k = 0; a->look != NULL && k < SLOTS; k++)
		a->look[k].place = NONE;
}
