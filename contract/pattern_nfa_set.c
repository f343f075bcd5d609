/* SPDX-License-Identifier: MIT */
/* Sets of characters, and the bytes that they are in UTF-8. */
#include <stdlib.h>

#include "base/text.h"
#include "contract/pattern_nfa.h"

#define LAST 0x10ffff

void nfa_set_add(struct nfa *n, struct nfa_set *s, uint32_t first, uint32_t last)
{
	if (s->count == NFA_RANGES)
		n->beyond = true;
	else
		s->range[s->count++] = (struct nfa_range){ first, last };
}

static int by_first(const void *a, const void *b)
{
	const struct nfa_range *x = a, *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

/* In order, and none that touches the next. */
static void tidy(struct nfa_set *s)
{
	uint32_t kept = 0;

	qsort(s->range, s->count, sizeof(*s->range), by_first);
	for (uint32_t i = 0; i < s->count; i++) {
		struct nfa_range next = s->range[i];
		struct nfa_range *top = kept > 0 ? &s->range[kept - 1] : NULL;

		if (top == NULL || next.first > top->last + 1)
			s->range[kept++] = next;
		else if (next.last > top->last)
			top->last = next.last;
	}
	s->count = kept;
}

/* Adds to `out` all that are not in `s`. */
static void add_others(
	struct nfa *n, struct nfa_set *out, const struct nfa_range *range, uint32_t count)
{
	uint32_t next = 0;

	for (uint32_t i = 0; i < count; i++) {
		if (range[i].first > next)
			nfa_set_add(n, out, next, range[i].first - 1);
		next = range[i].last + 1;
	}
	if (next <= LAST)
		nfa_set_add(n, out, next, LAST);
}

void nfa_set_negate(struct nfa *n, struct nfa_set *s)
{
	struct nfa_set others = { .count = 0 };

	tidy(s);
	add_others(n, &others, s->range, s->count);
	*s = others;
}

bool nfa_set_add_named(struct nfa *n, struct nfa_set *s, char letter)
{
	static const struct nfa_range word[] = { { '0', '9' }, { 'A', 'Z' }, { '_', '_' },
		{ 'a', 'z' } };
	uint32_t count = letter == 'd' || letter == 'D' ? 1
		: letter == 'w' || letter == 'W'        ? 4
							: 0;

	if (letter == 'D' || letter == 'W')
		add_others(n, s, word, count);
	else
		for (uint32_t i = 0; i < count; i++)
			nfa_set_add(n, s, word[i].first, word[i].last);
	return count > 0;
}

/* ---- UTF-8 */

/* What is being made of a set: alternatives that all lead to one end. */
struct maker {
	struct nfa *n;
	uint16_t head;    /* the alternative that was added last */
	uint16_t tail[4]; /* so many bytes of any value before the end */
};

static uint16_t add_bytes(struct nfa *n, char first, char last, uint16_t to)
{
	uint16_t node = nfa_add(n, NFA_BYTES, to, NFA_NONE);

	n->node[node].first = (uint8_t)first;
	n->node[node].last = (uint8_t)last;
	return node;
}

static uint16_t tail(struct maker *m, int bytes)
{
	if (m->tail[bytes] == NFA_NONE)
		m->tail[bytes] = add_bytes(m->n, '\x80', '\xbf', tail(m, bytes - 1));
	return m->tail[bytes];
}

/*
 * Those from `first` to `last` have the same bytes but for one that is in a range, and
 * `any` behind it that have any value.
 */
static void add_sequence(struct maker *m, uint32_t first, uint32_t last, int any)
{
	char from[4], to[4];
	int at = (int)utf8_encode(first, from) - 1 - any;
	uint16_t node;

	utf8_encode(last, to);
	node = add_bytes(m->n, from[at], to[at], tail(m, any));
	while (at-- > 0)
		node = add_bytes(m->n, from[at], from[at], node);
	m->n->node[node].other = m->head;
	m->head = node;
}

/* The bits that so many bytes at the end of a character stand for. */
static uint32_t bits(int bytes)
{
	return (UINT32_C(1) << 6 * bytes) - 1;
}

/* All of them take `bytes`. */
static void add_alike(struct maker *m, uint32_t first, uint32_t last, int bytes)
{
	while (first <= last) {
		uint32_t top = last;
		int any = bytes - 1;

		while (any > 0 &&
			((first & bits(any)) != 0 || (first | bits(any)) > last))
			any--;
		if (any < bytes - 1 && (first | bits(any + 1)) < top)
			top = first | bits(any + 1);
		top = ((top + 1) & ~bits(any)) - 1;
		add_sequence(m, first, top, any);
		first = top + 1;
	}
}

/* Halves of pairs are in no text. */
static void add_range(struct maker *m, struct nfa_range r)
{
	static const struct {
		uint32_t last;
		int bytes;
	} rows[] = { { 0x7f, 1 }, { 0x7ff, 2 }, { 0xd7ff, 3 }, { 0xdfff, 0 },
		{ 0xffff, 3 }, { LAST, 4 } };

	for (size_t i = 0; r.first <= r.last; i++) {
		uint32_t last = r.last < rows[i].last ? r.last : rows[i].last;

		if (r.first > last)
			continue;
		if (rows[i].bytes > 0)
			add_alike(m, r.first, last, rows[i].bytes);
		r.first = last + 1;
	}
}

struct nfa_part nfa_set_part(struct nfa *n, struct nfa_set *s)
{
	uint16_t end = nfa_add(n, NFA_SKIP, NFA_NONE, NFA_NONE);
	struct maker m = {
		.n = n, .head = NFA_NONE, .tail = { end, NFA_NONE, NFA_NONE, NFA_NONE }
	};

	tidy(s);
	for (uint32_t i = 0; i < s->count && !n->beyond; i++)
		add_range(&m, s->range[i]);
	if (m.head == NFA_NONE) /* no character is in it */
		m.head = nfa_add(n, NFA_SKIP, NFA_NONE, NFA_NONE);
	return (struct nfa_part){ m.head, end };
}
