/* SPDX-License-Identifier: MIT */
#include "mesh/sequence.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"

/* Numbers are a stranger's: what no longer fits stays at the most there is. */
static void more(uint64_t *total, uint64_t n)
{
	*total = n > UINT64_MAX - *total ? UINT64_MAX : *total + n;
}

static void less(uint64_t *total, uint64_t n)
{
	if (*total != UINT64_MAX)
		*total -= n;
}

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

/* --- the holes of a run ---------------------------------------------------- */

#define CHUNK_HOLES 256

/*
 * Holes are kept in chunks, so that a run of which every other number is
 * missing, in whatever order the rest comes, costs little. None is empty.
 */
struct hole_chunk {
	struct hole *hole;
	uint32_t n;
	size_t cap;
};

struct place { /* of a hole; chunk == run.chunks: behind the last one */
	uint32_t chunk, at;
};

static struct hole *hole_in(const struct run *r, struct place p)
{
	return p.chunk < r->chunks ? &r->chunk[p.chunk].hole[p.at] : NULL;
}

static struct place behind(const struct run *r, struct place p)
{
	if (p.at + 1 < r->chunk[p.chunk].n)
		return (struct place){ p.chunk, p.at + 1 };
	return (struct place){ p.chunk + 1, 0 };
}

/* The first hole that does not end before `number`. */
static struct place place_of(const struct run *r, uint64_t number)
{
	uint32_t lo = 0, hi = r->chunks, chunk;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;
		const struct hole_chunk *c = &r->chunk[mid];

		if (c->hole[c->n - 1].last < number)
			lo = mid + 1;
		else
			hi = mid;
	}
	chunk = lo;
	if (chunk == r->chunks)
		return (struct place){ chunk, 0 };
	lo = 0;
	hi = r->chunk[chunk].n;
	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (r->chunk[chunk].hole[mid].last < number)
			lo = mid + 1;
		else
			hi = mid;
	}
	return (struct place){ chunk, lo };
}

static void insert_chunk(struct run *r, uint32_t at)
{
	xgrow(&r->chunk, &r->cap, r->chunks + 1, sizeof(*r->chunk));
	memmove(r->chunk + at + 1, r->chunk + at, (r->chunks - at) * sizeof(*r->chunk));
	r->chunk[at] = (struct hole_chunk){ 0 };
	r->chunks++;
}

/* Moves the holes from `from` on into a new chunk behind. */
static void split_chunk(struct run *r, uint32_t chunk, uint32_t from)
{
	struct hole_chunk *left, *right;

	insert_chunk(r, chunk + 1);
	left = &r->chunk[chunk];
	right = left + 1;
	right->n = left->n - from;
	xgrow(&right->hole, &right->cap, right->n + 1, sizeof(*right->hole));
	memcpy(right->hole, left->hole + from, right->n * sizeof(*right->hole));
	left->n = from;
}

/* Puts `h` before the hole at `p`. */
static void insert_hole(struct run *r, struct place p, struct hole h)
{
	struct hole_chunk *c;

	if (p.chunk == r->chunks && p.chunk > 0)
		p = (struct place){ p.chunk - 1, r->chunk[p.chunk - 1].n };
	if (r->chunks == 0) {
		insert_chunk(r, 0);
	} else if (r->chunk[p.chunk].n == CHUNK_HOLES && p.at == CHUNK_HOLES) {
		insert_chunk(r, p.chunk + 1);
		p = (struct place){ p.chunk + 1, 0 };
	} else if (r->chunk[p.chunk].n == CHUNK_HOLES) {
		split_chunk(r, p.chunk, CHUNK_HOLES / 2);
		if (p.at > CHUNK_HOLES / 2)
			p = (struct place){ p.chunk + 1, p.at - CHUNK_HOLES / 2 };
	}
	c = &r->chunk[p.chunk];
	xgrow(&c->hole, &c->cap, c->n + 1, sizeof(*c->hole));
	memmove(c->hole + p.at + 1, c->hole + p.at, (c->n - p.at) * sizeof(*c->hole));
	c->hole[p.at] = h;
	c->n++;
}

static void remove_hole(struct run *r, struct place p)
{
	struct hole_chunk *c = &r->chunk[p.chunk];

	c->n--;
	memmove(c->hole + p.at, c->hole + p.at + 1, (c->n - p.at) * sizeof(*c->hole));
	if (c->n > 0)
		return;
	free(c->hole);
	r->chunks--;
	memmove(c, c + 1, (r->chunks - p.chunk) * sizeof(*c));
}

static void remove_holes(struct run *r)
{
	for (uint32_t i = 0; i < r->chunks; i++)
		free(r->chunk[i].hole);
	r->chunks = 0;
}

/* --- runs ------------------------------------------------------------------ */

void sequences_clear(struct sequences *s)
{
	for (uint32_t i = 0; i < s->runs; i++) {
		remove_holes(&s->run[i]);
		free(s->run[i].chunk);
		free(s->run[i].key);
	}
	s->runs = 0;
	s->youngs = s->aged = s->told = 0;
	table_fini(&s->by_key);
}

void sequences_fini(struct sequences *s)
{
	sequences_clear(s);
	free(s->run);
	free(s->young);
}

/* A source is `agent:NAME` and a run an id: both are short. */
struct run_key {
	size_t n;
	char byte[512];
};

static struct str build_key(struct run_key *key, const struct numbered *n)
{
	assert(n->source.n + 1 + n->run.n <= sizeof(key->byte));
	if (n->source.n > 0)
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
		.highest = n->number,
		.heard = n->at };
	table_add(&s->by_key, k, s->runs);
	s->runs++;
	more(&s->unheard, n->number - 1);
	return r;
}

static bool heard(const struct run *r, uint64_t number)
{
	const struct hole *h;

	if (number < r->first || number > r->highest)
		return false;
	h = hole_in(r, place_of(r, number));
	return h == NULL || h->first > number;
}

bool sequence_is_new(const struct sequences *s, const struct numbered *n)
{
	uint32_t i = find(s, n);

	return i == TABLE_NONE || !heard(&s->run[i], n->number);
}

static void new_hole(
	struct sequences *s, uint32_t run, uint64_t first, uint64_t last, int64_t now)
{
	struct run *r = &s->run[run];

	if (first > last)
		return;
	insert_hole(r, place_of(r, first),
		(struct hole){ .first = first, .last = last, .since = now });
	xgrow(&s->young, &s->young_cap, s->youngs + 1, sizeof(*s->young));
	s->young[s->youngs++] = (struct young_hole){ run, first, last, now };
}

static void close_part(struct sequences *s, struct run *r, uint64_t number)
{
	struct place p = place_of(r, number);
	struct hole *h = hole_in(r, p), right;

	if (h == NULL || h->first > number)
		return;
	if (h->lost) {
		less(&r->lost, 1);
		less(&s->lost, 1);
	}
	right = *h;
	right.first = number + 1;
	if (h->first == number) {
		if (right.first > right.last)
			remove_hole(r, p);
		else
			*h = right;
		return;
	}
	h->last = number - 1;
	if (right.first <= right.last)
		insert_hole(r, (struct place){ p.chunk, p.at + 1 }, right);
}

static void lose(struct sequences *s, struct run *r, struct hole *h)
{
	if (h->lost)
		return;
	h->lost = true;
	more(&r->lost, h->last - h->first + 1);
	more(&s->lost, h->last - h->first + 1);
}

/*
 * The run "" begins anew. Nothing can fill its holes any more: they are lost,
 * and stay counted.
 */
static void begin_again(struct sequences *s, struct run *r)
{
	for (struct place p = { 0 }; hole_in(r, p) != NULL; p = behind(r, p))
		lose(s, r, hole_in(r, p));
	remove_holes(r);
	r->first = r->highest = 1;
}

static void hear(struct sequences *s, const struct numbered *n, int64_t now, bool begins)
{
	uint32_t i = find(s, n);
	struct run *r;

	if (i == TABLE_NONE) {
		add_run(s, n);
		return;
	}
	r = &s->run[i];
	r->heard = n->at;
	if (n->run.n == 0 && n->number == 1 && begins) {
		begin_again(s, r);
	} else if (n->number > r->highest) {
		uint64_t from = r->highest + 1;

		r->highest = n->number;
		new_hole(s, i, from, n->number - 1, now);
	} else if (n->number < r->first) {
		uint64_t to = r->first - 1;

		less(&s->unheard, r->first - n->number);
		r->first = n->number;
		new_hole(s, i, n->number + 1, to, now);
	} else {
		close_part(s, r, n->number);
	}
}

void sequence_hear(struct sequences *s, const struct numbered *n, int64_t now)
{
	hear(s, n, now, true);
}

void sequence_hear_again(struct sequences *s, const struct numbered *n, int64_t now)
{
	hear(s, n, now, false);
}

/* --- age ------------------------------------------------------------------- */

/*
 * The first hole of `y` that is still open and not told, or NULL. `y` then
 * begins there.
 */
static const struct hole *untold(const struct sequences *s, struct young_hole *y)
{
	const struct run *r = &s->run[y->run];
	struct place p = place_of(r, y->first);
	const struct hole *h;

	for (; (h = hole_in(r, p)) != NULL && h->first <= y->last; p = behind(r, p)) {
		if (!h->told && h->since == y->since) {
			y->first = h->first;
			return h;
		}
	}
	return NULL;
}

/* Drops what both walks over the young holes have left behind. */
static void drop_young(struct sequences *s)
{
	size_t n;

	if (s->youngs < 1024)
		return;
	/* who never asks for the next gap is told of them by events */
	while (s->told < s->aged && untold(s, &s->young[s->told]) == NULL)
		s->told++;
	n = s->aged < s->told ? s->aged : s->told;
	if (n < s->youngs / 2)
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
		struct place p = place_of(r, y->first);
		struct hole *h;

		if (y->since + HOLE_AGE > now)
			break;
		for (; (h = hole_in(r, p)) != NULL && h->first <= y->last;
			p = behind(r, p)) {
			if (h->since == y->since)
				lose(s, r, h);
		}
	}
	drop_young(s);
}

void sequence_tell(struct sequences *s, const struct numbered *first, uint64_t last)
{
	uint32_t i = find(s, first);
	struct place p;
	struct hole *h;
	struct run *r;

	if (i == TABLE_NONE)
		return;
	r = &s->run[i];
	p = place_of(r, first->number);
	for (; (h = hole_in(r, p)) != NULL && h->first <= last; p = behind(r, p)) {
		lose(s, r, h);
		h->told = true;
	}
}

bool sequence_next_gap(
	struct sequences *s, int64_t now, struct numbered *first, uint64_t *last)
{
	for (; s->told < s->youngs; s->told++) {
		struct young_hole *y = &s->young[s->told];
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
			more(&lost, s->run[i].lost);
	}
	return lost;
}

/* --- for an image ---------------------------------------------------------- */

void run_each_hole(const struct run *r, hole_visit *visit, void *user)
{
	for (struct place p = { 0 }; hole_in(r, p) != NULL; p = behind(r, p))
		visit(user, hole_in(r, p));
}

bool sequences_put_run(
	struct sequences *s, const struct numbered *key, const struct run *like)
{
	uint64_t unheard = s->unheard;
	struct run *r;

	if (key->source.n + key->run.n > 400 || find(s, key) != TABLE_NONE)
		return false;
	r = add_run(s, key);
	s->unheard = unheard;
	r->first = like->first;
	r->highest = like->highest;
	r->lost = like->lost;
	r->heard = like->heard;
	return true;
}

bool sequences_put_hole(struct sequences *s, struct hole h)
{
	struct run *r = &s->run[s->runs - 1];
	const struct hole_chunk *c = r->chunks > 0 ? &r->chunk[r->chunks - 1] : NULL;

	if (h.first > h.last || h.first <= r->first || h.last >= r->highest ||
		(c != NULL && h.first <= c->hole[c->n - 1].last))
		return false;
	insert_hole(r, (struct place){ r->chunks, 0 }, h);
	return true;
}

void sequences_each_young(const struct sequences *s, young_visit *visit, void *user)
{
	for (size_t i = 0; i < s->youngs; i++) {
		const struct young_hole *y = &s->young[i];
		const struct run *r = &s->run[y->run];
		struct place p = place_of(r, y->first);
		const struct hole *h;

		for (; (h = hole_in(r, p)) != NULL && h->first <= y->last;
			p = behind(r, p)) {
			if (!h->lost && h->since == y->since)
				visit(user, y->run, h);
		}
	}
}

bool sequences_put_young(struct sequences *s, uint32_t run, struct hole h)
{
	struct run *r = &s->run[run];
	struct place p = place_of(r, h.first);
	const struct hole *next = hole_in(r, p);

	if (h.first > h.last || h.first <= r->first || h.last >= r->highest ||
		(next != NULL && next->first <= h.last))
		return false;
	new_hole(s, run, h.first, h.last, h.since);
	return true;
}
