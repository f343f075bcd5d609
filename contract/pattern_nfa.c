/* SPDX-License-Identifier: MIT */
/*
 * Thompson's construction. Every part has nodes of its own, the last ones that there are
 * while it is read, and they lead to no others: so a part is repeated by copying them.
 * Something that cannot be had sets `beyond`, and what is read on then is of no use.
 */
#include "contract/pattern_nfa.h"

struct reader {
	struct str in;
	size_t at;
	struct nfa *n;
};

static const uint32_t unlimited = UINT32_MAX;

/* ---- nodes */

uint16_t nfa_add(struct nfa *n, enum nfa_kind kind, uint16_t to, uint16_t other)
{
	if (n->count == NFA_MOST) {
		n->beyond = true;
		return 0;
	}
	n->node[n->count] = (struct nfa_node){ .kind = kind, .to = to, .other = other };
	return n->count++;
}

static uint16_t add_end(struct nfa *n)
{
	return nfa_add(n, NFA_SKIP, NFA_NONE, NFA_NONE);
}

static struct nfa_part empty(struct nfa *n)
{
	uint16_t node = add_end(n);

	return (struct nfa_part){ node, node };
}

static struct nfa_part anchor(struct nfa *n, enum nfa_kind kind)
{
	uint16_t end = add_end(n);

	return (struct nfa_part){ nfa_add(n, kind, end, NFA_NONE), end };
}

static void join(struct nfa *n, struct nfa_part *all, struct nfa_part next)
{
	n->node[all->end].to = next.start;
	all->end = next.end;
}

static struct nfa_part either(struct nfa *n, struct nfa_part a, struct nfa_part b)
{
	uint16_t end = add_end(n);

	n->node[a.end].to = end;
	n->node[b.end].to = end;
	return (struct nfa_part){ nfa_add(n, NFA_SKIP, a.start, b.start), end };
}

/* ---- repeats */

static uint16_t moved(uint16_t node, uint16_t by)
{
	return node == NFA_NONE ? NFA_NONE : (uint16_t)(node + by);
}

/* The nodes from `from` to before `to` once more. */
static void copy(struct nfa *n, uint16_t from, uint16_t to)
{
	uint16_t by = (uint16_t)(n->count - from);

	for (uint16_t i = from; i < to; i++) {
		struct nfa_node copied = n->node[i];

		copied.to = moved(copied.to, by);
		copied.other = moved(copied.other, by);
		n->node[n->count++] = copied;
	}
}

/* Piece by piece; behind the first `min` each may be the end, and the last one may come
 * again if there is no limit. */
static struct nfa_part chain(struct nfa *n, struct nfa_part piece, uint16_t size,
	uint32_t pieces, uint32_t min, bool again)
{
	struct nfa_part all = empty(n);
	uint16_t end = add_end(n);

	for (uint32_t i = 0; i < pieces; i++) {
		if (again && i + 1 == pieces)
			n->node[piece.end].other = piece.start;
		if (i >= min)
			n->node[all.end].other = end;
		join(n, &all, piece);
		piece.start = (uint16_t)(piece.start + size);
		piece.end = (uint16_t)(piece.end + size);
	}
	n->node[all.end].to = end;
	all.end = end;
	return all;
}

/* `part` has all nodes from `from`. */
static struct nfa_part repeat(
	struct nfa *n, struct nfa_part part, uint16_t from, uint32_t min, uint32_t max)
{
	uint16_t to = n->count, size = (uint16_t)(to - from);
	uint32_t pieces = max != unlimited ? max : min > 0 ? min : 1;

	if (pieces == 0) {
		n->count = from;
		return empty(n);
	}
	n->beyond = n->beyond || from + (uint64_t)pieces * size > NFA_MOST;
	if (n->beyond)
		return part;
	for (uint32_t i = 1; i < pieces; i++)
		copy(n, from, to);
	return chain(n, part, size, pieces, min, max == unlimited);
}

/* ---- what is written */

static bool take(struct reader *r, const char *word)
{
	if (!str_starts(str_skip(r->in, r->at), word))
		return false;
	r->at += strlen(word);
	return true;
}

static char peek(const struct reader *r)
{
	return r->at < r->in.n ? r->in.p[r->at] : '\0';
}

static void give_up(struct reader *r)
{
	r->n->beyond = true;
	r->at = r->in.n;
}

/* What was expected and does not come is none of the translator's. */
static void expect(struct reader *r, const char *word)
{
	if (!take(r, word))
		give_up(r);
}

static uint32_t read_number(struct reader *r)
{
	uint32_t value = 0;

	for (; peek(r) >= '0' && peek(r) <= '9'; r->at++)
		value = value * 10 + (uint32_t)(peek(r) - '0');
	return value;
}

static uint32_t read_hex(struct reader *r)
{
	uint32_t value = 0;

	for (; peek(r) != '}' && r->at < r->in.n; r->at++) {
		char c = peek(r);

		value = value << 4 | (uint32_t)(c >= 'a' ? c - 'a' + 10 : c - '0');
	}
	expect(r, "}");
	return value;
}

static uint32_t read_char(struct reader *r)
{
	char c = peek(r);

	if (take(r, "\\x{"))
		return read_hex(r);
	if (c == '\\' || r->at == r->in.n)
		give_up(r); /* \b, \p{...}, a back reference */
	else
		r->at++;
	return (unsigned char)c;
}

static bool read_named(struct reader *r, struct nfa_set *s)
{
	if (r->in.n - r->at < 2 || peek(r) != '\\' ||
		!nfa_set_add_named(r->n, s, r->in.p[r->at + 1]))
		return false;
	r->at += 2;
	return true;
}

static void read_member(struct reader *r, struct nfa_set *s)
{
	uint32_t first;

	if (read_named(r, s))
		return;
	first = read_char(r);
	nfa_set_add(r->n, s, first, take(r, "-") ? read_char(r) : first);
}

static struct nfa_part read_class(struct reader *r)
{
	struct nfa_set s = { .count = 0 };
	bool negated = take(r, "^");

	while (r->at < r->in.n && peek(r) != ']')
		read_member(r, &s);
	expect(r, "]");
	if (negated)
		nfa_set_negate(r->n, &s);
	return nfa_set_part(r->n, &s);
}

static struct nfa_part read_one(struct reader *r)
{
	struct nfa_set s = { .count = 0 };

	if (!read_named(r, &s)) {
		uint32_t c = read_char(r);

		nfa_set_add(r->n, &s, c, c);
	}
	return nfa_set_part(r->n, &s);
}

static struct nfa_part read_alternatives(struct reader *r);

static struct nfa_part read_group(struct reader *r)
{
	struct nfa_part part;

	if (!take(r, "?:") && peek(r) == '?')
		give_up(r);
	part = read_alternatives(r);
	expect(r, ")");
	return part;
}

static struct nfa_part read_atom(struct reader *r)
{
	if (take(r, "("))
		return read_group(r);
	if (take(r, "["))
		return read_class(r);
	if (take(r, "^"))
		return anchor(r->n, NFA_BEGIN);
	if (take(r, "$"))
		return anchor(r->n, NFA_END);
	return read_one(r);
}

/* {n,} or {n,m}, and ? which says only where to look first. */
static struct nfa_part read_quantified(struct reader *r)
{
	uint16_t from = r->n->count;
	struct nfa_part part = read_atom(r);
	uint32_t min, max = unlimited;

	if (!take(r, "{"))
		return part;
	min = read_number(r);
	expect(r, ",");
	if (peek(r) != '}')
		max = read_number(r);
	expect(r, "}");
	take(r, "?");
	return repeat(r->n, part, from, min, max);
}

static struct nfa_part read_sequence(struct reader *r)
{
	struct nfa_part all = empty(r->n);

	while (r->at < r->in.n && peek(r) != '|' && peek(r) != ')') {
		if (!take(r, "(?C)"))
			join(r->n, &all, read_quantified(r));
	}
	return all;
}

static struct nfa_part read_alternatives(struct reader *r)
{
	struct nfa_part all = read_sequence(r);

	while (take(r, "|"))
		all = either(r->n, all, read_sequence(r));
	return all;
}

bool nfa_read(struct nfa *n, struct str translation)
{
	struct reader r = { .in = translation, .n = n };
	struct nfa_part all;
	uint16_t any;

	n->count = 0;
	n->beyond = false;
	all = read_alternatives(&r);
	n->node[all.end].to = nfa_add(n, NFA_FOUND, NFA_NONE, NFA_NONE);
	/* Here, or behind one byte more. No part begins inside a character. */
	any = nfa_add(n, NFA_BYTES, NFA_NONE, NFA_NONE);
	n->node[any].last = 0xff;
	n->start = n->node[any].to = nfa_add(n, NFA_SKIP, all.start, any);
	return !n->beyond && r.at == r.in.n;
}
