/* SPDX-License-Identifier: MIT */
/*
 * The small pieces of JSON: runs of bytes, escapes, numbers. For json.c, which
 * says what the calls here may take for granted. All borrow what they read.
 */
#ifndef BASE_JSON_LEX_H
#define BASE_JSON_LEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/str.h"

/* These return the first byte in [p, end) that does not belong, or `end`. */

static inline bool lex_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline const char *lex_digits(const char *p, const char *end)
{
	while (p < end && lex_is_digit(*p))
		p++;
	return p;
}

static inline bool lex_is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static inline const char *lex_spaces(const char *p, const char *end)
{
	while (p < end && lex_is_space(*p))
		p++;
	return p;
}

/* What a string holds as it is: ASCII but for `"`, `\` and control characters. */
static inline const char *lex_plain(const char *p, const char *end)
{
#ifdef __SSE2__
	const __m128i quote = _mm_set1_epi8('"'), escape = _mm_set1_epi8('\\');
	const __m128i space = _mm_set1_epi8(' ');

	while (end - p >= 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
		/* Compared as signed, bytes above ASCII are below the space too. */
		__m128i stop = _mm_or_si128(_mm_cmplt_epi8(v, space),
			_mm_or_si128(
				_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, escape)));
		unsigned bits = (unsigned)_mm_movemask_epi8(stop);

		if (bits != 0)
			return p + __builtin_ctz(bits);
		p += 16;
	}
#endif
	while (p < end && *p != '"' && *p != '\\' && (unsigned char)*p - 0x20u < 0x60)
		p++;
	return p;
}

/*
 * Reads the escape that begins with the backslash at `p`, a pair of surrogates
 * as one. Returns its length and its character, or 0 if it is none.
 */
size_t lex_escape(const char *p, const char *end, uint32_t *c);

/* Of what stands between the quotes of a good string. */
size_t lex_unescape(struct str s, char *to); /* at most s.n bytes; how many */
bool lex_unescapes_to(struct str s, struct str want);

/* Of a good number. Beyond the range of a double it is ±HUGE_VAL. */
double lex_number(struct str s);
bool lex_is_finite(struct str s);
/* Of a good number without fraction and exponent: its value, if that fits. */
bool lex_int(struct str s, int64_t *value);

#endif
