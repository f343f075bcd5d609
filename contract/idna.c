/* SPDX-License-Identifier: MIT */
#include "contract/idna.h"

#include <stdint.h>

#include "base/text.h"
#include "contract/idna_table.h"

#define TABLE_LEN (sizeof(idna_table) / sizeof(*idna_table))
#define LONGEST 63 /* characters: each takes a byte at least */
#define PREFIX 4   /* "xn--" */

/* A label as characters, and what idna_table says of them. */
struct label {
	uint32_t c[LONGEST];
	unsigned kind[LONGEST];
	size_t n;
};

static unsigned kind_of(uint32_t c)
{
	size_t low = 0, high = TABLE_LEN;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (idna_table[middle] >> IDNA_BITS <= c)
			low = middle;
		else
			high = middle;
	}
	return idna_table[low] & ((1u << IDNA_BITS) - 1);
}

static unsigned bidi_of(unsigned kind)
{
	return kind & IDNA_BIDI;
}

/* ---- what depends on its neighbours: RFC 5892, appendix A */

static bool within(uint32_t c, uint32_t first, uint32_t last)
{
	return c >= first && c <= last;
}

static bool is_greek(uint32_t c)
{
	return (within(c, 0x370, 0x3ff) && !within(c, 0x3e2, 0x3ef)) ||
		within(c, 0x1f00, 0x1fff) || within(c, 0x1d26, 0x1d2a);
}

static bool is_hebrew(uint32_t c)
{
	return within(c, 0x591, 0x5f4) || within(c, 0xfb1d, 0xfb4f);
}

static bool is_japanese(uint32_t c)
{
	return within(c, 0x3041, 0x3096) || within(c, 0x309d, 0x309f) ||
		within(c, 0x30a1, 0x30fa) || within(c, 0x30fd, 0x30ff) ||
		within(c, 0x31f0, 0x31ff) || within(c, 0x1b000, 0x1b167) || c == 0x3005 ||
		c == 0x3007 || within(c, 0x3400, 0x4dbf) || within(c, 0x4e00, 0x9fff) ||
		within(c, 0xfa0e, 0xfa29) || within(c, 0x20000, 0x3134a);
}

static bool any_within(const struct label *l, uint32_t first, uint32_t last)
{
	for (size_t i = 0; i < l->n; i++) {
		if (within(l->c[i], first, last))
			return true;
	}
	return false;
}

/* The letters on both sides join across it; marks between do not count. */
static bool joins(const struct label *l, size_t at)
{
	size_t before = at, behind = at + 1;

	while (before > 0 && bidi_of(l->kind[before - 1]) == IDNA_NSM)
		before--;
	while (behind < l->n && bidi_of(l->kind[behind]) == IDNA_NSM)
		behind++;
	return before > 0 && behind < l->n && (l->kind[before - 1] & IDNA_JOINS_NEXT) &&
		(l->kind[behind] & IDNA_JOINS_LAST);
}

static bool is_japanese_label(const struct label *l)
{
	for (size_t i = 0; i < l->n; i++) {
		if (is_japanese(l->c[i]))
			return true;
	}
	return false;
}

static bool context_allows(const struct label *l, size_t at)
{
	uint32_t before = at > 0 ? l->c[at - 1] : 0;
	uint32_t behind = at + 1 < l->n ? l->c[at + 1] : 0;
	bool virama = at > 0 && (l->kind[at - 1] & IDNA_VIRAMA);

	switch (l->c[at]) {
	case 0x200c:
		return virama || joins(l, at);
	case 0x200d:
		return virama;
	case 0xb7:
		return before == 'l' && behind == 'l';
	case 0x375:
		return is_greek(behind);
	case 0x5f3:
	case 0x5f4:
		return is_hebrew(before);
	case 0x30fb:
		return is_japanese_label(l);
	default: /* two rows of Arabic digits, which look alike */
		return l->c[at] < 0x6f0 ? !any_within(l, 0x6f0, 0x6f9)
					: !any_within(l, 0x660, 0x669);
	}
}

/* ---- from right to left: RFC 5893, section 2 */

static bool has_bidi(const struct label *l, unsigned bidi)
{
	for (size_t i = 0; i < l->n; i++) {
		if (bidi_of(l->kind[i]) == bidi)
			return true;
	}
	return false;
}

/* The last that is no mark. */
static unsigned last_bidi(const struct label *l)
{
	size_t n = l->n;

	while (n > 1 && bidi_of(l->kind[n - 1]) == IDNA_NSM)
		n--;
	return bidi_of(l->kind[n - 1]);
}

static bool bidi_allows(const struct label *l)
{
	unsigned last = last_bidi(l);
	bool numbers = has_bidi(l, IDNA_AN);

	if (!has_bidi(l, IDNA_RTL) && !numbers)
		return true;
	return bidi_of(l->kind[0]) == IDNA_RTL && !has_bidi(l, IDNA_LTR) &&
		(last == IDNA_RTL || last == IDNA_EN || last == IDNA_AN) &&
		!(numbers && has_bidi(l, IDNA_EN));
}

/* ---- a label */

static bool is_allowed(struct label *l)
{
	if (l->n == 0 || l->c[0] == '-' || l->c[l->n - 1] == '-' ||
		(l->n >= 4 && l->c[2] == '-' && l->c[3] == '-'))
		return false;
	for (size_t i = 0; i < l->n; i++)
		l->kind[i] = kind_of(l->c[i]);
	if (l->kind[0] & IDNA_MARK)
		return false;
	for (size_t i = 0; i < l->n; i++) {
		if (!(l->kind[i] & (IDNA_VALID | IDNA_CONTEXT)) ||
			((l->kind[i] & IDNA_CONTEXT) && !context_allows(l, i)))
			return false;
	}
	return bidi_allows(l);
}

/* ---- Punycode: RFC 3492, section 5 and 6 */

enum {
	BASE = 36,
	T_MIN = 1,
	T_MAX = 26,
	SKEW = 38,
	DAMP = 700,
	FIRST_BIAS = 72,
	FIRST_CHARACTER = 128,
};

static uint32_t adapt(uint32_t delta, size_t points, bool first)
{
	uint32_t k = 0;

	delta = first ? delta / DAMP : delta / 2;
	delta += delta / (uint32_t)points;
	for (; delta > (BASE - T_MIN) * T_MAX / 2; k += BASE)
		delta /= BASE - T_MIN;
	return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
}

static uint32_t threshold(uint32_t k, uint32_t bias)
{
	if (k <= bias + T_MIN)
		return T_MIN;
	return k >= bias + T_MAX ? T_MAX : k - bias;
}

/* Digits that `delta` takes. */
static size_t digits_of(uint32_t delta, uint32_t bias)
{
	size_t n = 1;

	for (uint32_t k = BASE;; k += BASE, n++) {
		uint32_t t = threshold(k, bias);

		if (delta < t)
			return n;
		delta = (delta - t) / (BASE - t);
	}
}

/* Characters that are not ASCII, one after the other, cost digits; `done` are written. */
struct encoder {
	uint32_t n, delta, bias;
	size_t basic, done, length;
};

static void encode_all_of(const struct label *l, struct encoder *e)
{
	for (size_t i = 0; i < l->n; i++) {
		if (l->c[i] < e->n)
			e->delta++;
		if (l->c[i] != e->n)
			continue;
		e->length += digits_of(e->delta, e->bias);
		e->bias = adapt(e->delta, e->done + 1, e->done == e->basic);
		e->delta = 0;
		e->done++;
	}
}

static uint32_t next_character(const struct label *l, uint32_t at_least)
{
	uint32_t best = UINT32_MAX;

	for (size_t i = 0; i < l->n; i++) {
		if (l->c[i] >= at_least && l->c[i] < best)
			best = l->c[i];
	}
	return best;
}

/* 63 characters times 0x10ffff fit into delta. */
static size_t encoded_length(const struct label *l)
{
	struct encoder e = { .n = FIRST_CHARACTER, .bias = FIRST_BIAS };

	for (size_t i = 0; i < l->n; i++)
		e.basic += l->c[i] < FIRST_CHARACTER;
	e.done = e.basic;
	e.length = e.basic > 0 ? e.basic + 1 : 0;
	while (e.done < l->n) {
		uint32_t next = next_character(l, e.n);

		e.delta += (next - e.n) * (uint32_t)(e.done + 1);
		e.n = next;
		encode_all_of(l, &e);
		e.delta++;
		e.n++;
	}
	return e.length;
}

static int digit_value(char c)
{
	if (c >= 'a' && c <= 'z')
		return c - 'a';
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
}

/* One number of any length off the left end, added to *i. */
static bool take_delta(struct str *s, uint32_t bias, uint32_t *i)
{
	uint64_t weight = 1, sum = *i;

	for (uint32_t k = BASE;; k += BASE) {
		uint32_t t = threshold(k, bias);
		int digit = s->n > 0 ? digit_value(s->p[0]) : -1;

		if (digit < 0)
			return false;
		*s = str_skip(*s, 1);
		sum += (uint64_t)digit * weight;
		if (sum > INT32_MAX)
			return false;
		if ((uint32_t)digit < t) {
			*i = (uint32_t)sum;
			return true;
		}
		weight *= BASE - t;
		if (weight > INT32_MAX)
			return false;
	}
}

static void insert(struct label *l, size_t at, uint32_t c)
{
	memmove(l->c + at + 1, l->c + at, (l->n - at) * sizeof(*l->c));
	l->c[at] = c;
	l->n++;
}

/* Takes what is before the last hyphen as it is. */
static struct str take_basic(struct str s, struct label *l)
{
	size_t n = s.n;

	while (n > 0 && s.p[n - 1] != '-')
		n--;
	for (size_t i = 0; i + 1 < n; i++) {
		char c = s.p[i];

		l->c[l->n++] = (uint32_t)(c >= 'A' && c <= 'Z' ? c | 32 : c);
	}
	return str_skip(s, n);
}

static bool decode(struct str s, struct label *l)
{
	uint32_t n = FIRST_CHARACTER, i = 0, bias = FIRST_BIAS;
	bool first = true;

	s = take_basic(s, l);
	for (; s.n > 0; first = false) {
		uint32_t before = i, points = (uint32_t)l->n + 1;

		if (l->n == LONGEST || !take_delta(&s, bias, &i))
			return false;
		bias = adapt(i - before, points, first);
		n += i / points;
		i %= points;
		if (n > 0x10ffff)
			return false;
		insert(l, i++, n);
	}
	return !first; /* something that is not ASCII */
}

bool idna_punycode(struct str encoded)
{
	struct label l = { .n = 0 };

	return encoded.n <= LONGEST - PREFIX && decode(encoded, &l) && is_allowed(&l);
}

size_t idna_label(struct str label)
{
	struct label l = { .n = 0 };

	while (label.n > 0) {
		size_t n = l.n < LONGEST ? utf8_decode(label.p, label.n, &l.c[l.n]) : 0;

		if (n == 0)
			return 0;
		label = str_skip(label, n);
		l.n++;
	}
	return is_allowed(&l) ? PREFIX + encoded_length(&l) : 0;
}
