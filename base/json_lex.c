/* SPDX-License-Identifier: MIT */
#include "base/json_lex.h"

#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"

#define SAFE_POWER 308                      /* what is below 10^308 is a finite double */
#define EXPONENT_MAX INT64_C(1000000000000) /* more than any text has digits */

static int hex_value(char c)
{
	if (lex_is_digit(c))
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Reads \uXXXX; false if there is none at `p`. */
static bool read_hex4(const char *p, const char *end, uint32_t *c)
{
	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return false;
	*c = 0;
	for (int i = 2; i < 6; i++) {
		int value = hex_value(p[i]);

		if (value < 0)
			return false;
		*c = *c << 4 | (uint32_t)value;
	}
	return true;
}

static size_t read_unicode_escape(const char *p, const char *end, uint32_t *c)
{
	uint32_t low;

	if (!read_hex4(p, end, c))
		return 0;
	if (*c < 0xd800 || *c > 0xdfff)
		return 6;
	if (*c > 0xdbff || !read_hex4(p + 6, end, &low) || low < 0xdc00 || low > 0xdfff)
		return 0;
	*c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);
	return 12;
}

size_t lex_escape(const char *p, const char *end, uint32_t *c)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *found;

	if (end - p < 2)
		return 0;
	if (p[1] == 'u')
		return read_unicode_escape(p, end, c);
	found = memchr(from, p[1], sizeof(from) - 1);
	if (found == NULL)
		return 0;
	*c = (uint32_t)to[found - from];
	return 2;
}

/*
 * Takes one piece of a string that is known to be good: a byte, or an escape.
 * Returns how many bytes it stands for.
 */
static size_t take_piece(struct str *s, char out[4])
{
	uint32_t c = 0;
	size_t n;

	if (*s->p != '\\') {
		out[0] = *s->p;
		*s = str_skip(*s, 1);
		return 1;
	}
	n = lex_escape(s->p, s->p + s->n, &c);
	*s = str_skip(*s, n);
	return utf8_encode(c, out);
}

size_t lex_unescape(struct str s, char *to)
{
	char *start = to, piece[4];

	while (s.n > 0) {
		const char *escape = memchr(s.p, '\\', s.n);
		size_t n = escape != NULL ? (size_t)(escape - s.p) : s.n;

		memcpy(to, s.p, n);
		to += n;
		s = str_skip(s, n);
		if (s.n > 0) {
			n = take_piece(&s, piece);
			memcpy(to, piece, n);
			to += n;
		}
	}
	return (size_t)(to - start);
}

bool lex_unescapes_to(struct str s, struct str want)
{
	char piece[4];

	while (s.n > 0) {
		size_t n = take_piece(&s, piece);

		if (want.n < n || memcmp(want.p, piece, n) != 0)
			return false;
		want = str_skip(want, n);
	}
	return want.n == 0;
}

/* The exponent behind the mantissa, far less than it can be at worst. */
static int64_t read_exponent(const char *p, const char *end)
{
	bool minus = p < end && p[1] == '-';
	int64_t value = 0;

	if (p == end)
		return 0;
	for (p += 1 + !lex_is_digit(p[1]); p < end && value < EXPONENT_MAX; p++)
		value = value * 10 + (*p - '0');
	return minus ? -value : value;
}

/*
 * Most numbers are short. Up to 15 digits and powers of ten up to 22 are exact as
 * doubles, so one division rounds as strtod() does.
 */
static bool short_number(struct str s, double *value)
{
	static const double tens[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
		1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
	size_t i = s.n > 0 && s.p[0] == '-', point = s.n;
	uint64_t digits = 0;

	if (FLT_EVAL_METHOD != 0 || s.n > 15)
		return false;
	for (; i < s.n; i++) {
		if (s.p[i] == '.')
			point = i + 1;
		else if (lex_is_digit(s.p[i]))
			digits = digits * 10 + (uint64_t)(s.p[i] - '0');
		else
			return false;
	}
	*value = (double)digits / tens[s.n - point];
	if (s.p[0] == '-')
		*value = -*value;
	return true;
}

/* strtod() goes by the locale's decimal point, so it gets none: 1.25e3 as 125e1. */
double lex_number(struct str s)
{
	const char *p = s.p, *end = s.p + s.n, *point = NULL;
	char small[64], *z, *to;
	int64_t power;
	double value;

	if (short_number(s, &value))
		return value;
	z = to = s.n + 24 < sizeof(small) ? small : xmalloc(s.n + 24);
	for (; p < end && (*p | 0x20) != 'e'; p++)
		if (*p == '.')
			point = p;
		else
			*to++ = *p;
	power = read_exponent(p, end) - (point != NULL ? p - point - 1 : 0);
	snprintf(to, 24, "e%" PRId64, power);
	value = strtod(z, NULL);
	if (z != small)
		free(z);
	return value;
}

/* Asks strtod(), which is slow, only about what is near the end of the range. */
bool lex_is_finite(struct str s)
{
	const char *p = s.p, *end = s.p + s.n;
	const char *whole = lex_digits(p + (*p == '-'), end), *mantissa = whole;

	if (mantissa < end && *mantissa == '.')
		mantissa = lex_digits(mantissa + 1, end);
	if (whole - p + read_exponent(mantissa, end) <= SAFE_POWER)
		return true;
	return isfinite(lex_number(s));
}

bool lex_int(struct str s, int64_t *value)
{
	bool minus = s.p[0] == '-';
	uint64_t limit = (uint64_t)INT64_MAX + minus, v = 0;

	for (size_t i = minus; i < s.n; i++) {
		uint64_t digit = (uint64_t)(s.p[i] - '0');

		if (v > (limit - digit) / 10)
			return false;
		v = v * 10 + digit;
	}
	*value = (int64_t)(minus ? -v : v);
	return true;
}
