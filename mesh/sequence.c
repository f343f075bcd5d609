/* SPDX-License-Identifier: MIT */
#include "mesh/sequence.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"

static struct str key_of(const void *owner, uint32_t place)
{
	const struct run *r = &((const struct sequences *)owner)->run[place];

	return (struct str){ r->key, (size_t)r->source_bytes + 1 + r->run_bytes };
}

void sequences_init(struct sequences *s)
{
	*s = (struct sequences){ 0 };
	table_init(&s->by_key, key_of, s);
}

void sequences_fini(struct sequences *s)
{
	for (uint32_t i = 0; i < s->runs; i++) {
		free(s->run[i].key);
		free(s->run[i].hole);
	}
	free(s->run);
	free(s->young);
	table_fini(&s->by_key);
}

/* A source is `agent:NAME` and a run an id: both are short. */
struct run_key {
	size_t n;
	char byte[512];
};

static struct str build_key(struct run_key *key, const struct numbered *n)
{
	assert(n->source.n + 1 + n->run.n <= sizeof(key->byte));
	memcpy(key->byte, n->source.p, n->source.n);
	key->byte[n->source.n] = '\0';
	if (n->run.n > 0)
		memcpy(key->byte + n->source.n + 1, n->run.p, n->run.n);
	key->n = n->source.n + 1 + n->run.n;
	return (struct str){ key->byte, key->n };
}

static uint32_t find(const struct sequences *s, const struct numbered *n)
{
	struct run_key key;

	return table_find(&s->by_key, build_key(&key, n));
}

static struct run *add_run(struct sequences *s, const struct numbered *n)
{
	struct run_key key;
	struct str k = build_key(&key, n);
	struct run *r;

	xgrow(&s->run, &s->cap, s->runs + 1, sizeof(*s->run));
	r = &s->run[s->runs];
	*r = (struct run){ .key = xmemdup(k.p, k.n),
		.source_bytes = (uint32_t)n->source.n,
		.run_bytes = (uint32_t)n->run.n,
		.first = n->number,
		.highest = n->number };
	table_add(&s->by_key, k, s->runs);
	s->runs++;
	s->unheard += n->number - 1;
	return r;
}

/* The first hole that does not end before `number`. */
static uint32_t hole_at(const struct run *r, uint64_t number)
{
	uint32_t lo = 0, hi = r->holes;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (r->hole[mid].last < number)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static bool heard(const struct run *r, uint64_t number)
{
	uint32_t i = hole_at(r, number);

	if (number < r->first || number > r->highest)
		return false;
	return i == r->holes || r->hole[i].first > number;
}

bool sequence_is_new(const struct sequences *s, const struct numbered *n)
{
	uint32_t i = find(s, n);

	return i == TABLE_NONE || !heard(&s->run[i], n->number);
}

static void insert_hole(struct run *r, uint32_t at, struct hole h)
{
	xgrow(&r->hole, &r->cap, r->holes + 1, sizeof(*r->hole));
	memmove(r->hole + at + 1, r->hole + at, (r->holes - at) * sizeof(*r->hole));
	r->hole[at] = h;
	r->holes++;
}

static void remove_hole(struct run *r, uint32_t at)
{
	r->holes--;
	memmove(r->hole + at, r->hole + at + 1, (r->holes - at) * sizeof(*r->hole));
}

static void new_hole(
	struct sequences *s, uint32_t run, uint64_t first, uint64_t last, int64_t now)
{
	struct run *r = &s->run[run];

	if (first > last)
		return;
	insert_hole(r, hole_at(r, first),
		(struct hole){ .first = first, .last = last, .since = now });
	xgrow(&s->young, &s->young_cap, s->youngs + 1, sizeof(*s->young));
	s->young[s->youngs++] = (struct young_hole){ run, first, last, now };
}

static void close_part(struct sequences *s, struct run *r, uint64_t number)
{
	uint32_t i = hole_at(r, number);
	struct hole right;

	if (i == r->holes || r->hole[i].first > number)
		return;
	if (r->hole[i].lost) {
		r->lost--;
		s->lost--;
	}
	right = r->hole[i];
	right.first = number + 1;
	if (r->hole[i].first == number) {
		if (right.first > right.last)
			remove_hole(r, i);
		else
			r->hole[i] = right;
		return;
	}
	r->hole[i].last = number - 1;
	if (right.first <= right.last)
		insert_hole(r, i + 1, right);
}

/* The old numbers of the run "" keep their counts; it begins anew. */
static void begin_again(struct run *r)
{
	r->holes = 0;
	r->lost = 0;
	r->first = r->highest = 1;
}

void sequence_hear(struct sequences *s, const struct numbered *n, int64_t now)
{
	uint32_t i = find(s, n);
	struct run *r;

	if (i == TABLE_NONE) {
		add_run(s, n);
		return;
	}
	r = &s->run[i];
	if (n->run.n == 0 && n->number == 1) {
		begin_again(r);
	} else if (n->number > r->highest) {
		uint64_t from = r->highest + 1;

		r->highest = n->number;
		new_hole(s, i, from, n->number - 1, now);
	} else if (n->number < r->first) {
		uint64_t to = r->first - 1;

		s->unheard -= r->first - n->number;
		r->first = n->number;
		new_hole(s, i, n->number + 1, to, now);
	} else {
		close_part(s, r, n->number);
	}
}

static void lose(struct sequences *s, struct run *r, struct hole *h)
{
	if (h->lost)
		return;
	h->lost = true;
	r->lost += h->last - h->first + 1;
	s->lost += h->last - h->first + 1;
}

/* Drops what both walks over the young holes have left behind. */
static void drop_young(struct sequences *s)
{
	size_t n = s->aged < s->told ? s->aged : s->told;

	if (n < 1024 || n < s->youngs / 2)
		return;
	memmove(s->young, s->young + n, (s->youngs - n) * sizeof(*s->young));
	s->youngs -= n;
	s->aged -= n;
	s->told -= n;
}

void sequences_age(struct sequences *s, int64_t now)
{
	for (; s->aged < s->youngs; s->aged++) {
		const struct young_hole *y = &s->young[s->aged];
		struct run *r = &s->run[y->run];

		if (y->since + HOLE_AGE > now)
			break;
		for (uint32_t i = hole_at(r, y->first);
			i < r->holes && r->hole[i].first <= y->last; i++) {
			if (r->hole[i].since == y->since)
				lose(s, r, &r->hole[i]);
		}
	}
	drop_young(s);
}

void sequence_tell(struct sequences *s, const struct numbered *first, uint64_t last)
{
	uint32_t i = find(s, first);
	struct run *r;

	if (i == TABLE_NONE)
		return;
	r = &s->run[i];
	for (uint32_t k = hole_at(r, first->number);
		k < r->holes && r->hole[k].first <= last; k++) {
		lose(s, r, &r->hole[k]);
		r->hole[k].told = true;
	}
}

/* The first hole of `y` that is still open and not told, or NULL. */
static const struct hole *untold(const struct sequences *s, const struct young_hole *y)
{
	const struct run *r = &s->run[y->run];

	for (uint32_t i = hole_at(r, y->first);
		i < r->holes && r->hole[i].first <= y->last; i++) {
		if (!r->hole[i].told && r->hole[i].since == y->since)
			return &r->hole[i];
	}
	return NULL;
}

bool sequence_next_gap(
	struct sequences *s, int64_t now, struct numbered *first, uint64_t *last)
{
	for (; s->told < s->youngs; s->told++) {
		const struct young_hole *y = &s->young[s->told];
		const struct hole *h = untold(s, y);
		const struct run *r = &s->run[y->run];

		if (h == NULL)
			continue;
		if (y->since + HOLE_AGE > now)
			return false;
		first->source = (struct str){ r->key, r->source_bytes };
		first->run = (struct str){ r->key + r->source_bytes + 1, r->run_bytes };
		first->number = h->first;
		*last = h->last;
		return true;
	}
	return false;
}

int64_t sequences_next_due(struct sequences *s)
{
	while (s->told < s->youngs && untold(s, &s->young[s->told]) == NULL)
		s->told++;
	return s->told < s->youngs ? s->young[s->told].since + HOLE_AGE : 0;
}

uint64_t sequences_lost_of(const struct sequences *s, struct str source)
{
	uint64_t lost = 0;

	for (uint32_t i = 0; i < s->runs; i++) {
		if (str_eq(source, (struct str){ s->run[i].key, s->run[i].source_bytes }))
			lost += s->run[i].lost;
	}
	return lost;
}
