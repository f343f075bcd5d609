/* SPDX-License-Identifier: MIT */
/*
 * Random patterns, and texts of the characters that they speak of, so that about as many
 * match as do not. The same seed gives the same on every machine.
 */
#ifndef TESTS_PATTERN_RANDOM_H
#define TESTS_PATTERN_RANDOM_H

#include <stdint.h>

#include "base/buf.h"

#define PATTERN_RANDOM_LEN(a) ((uint32_t)(sizeof(a) / sizeof(*(a))))

struct pattern_random {
	struct buf pattern, text;
	uint32_t state, names;
};

/* xorshift32 */
static inline uint32_t pattern_random_below(struct pattern_random *r, uint32_t limit)
{
	r->state ^= r->state << 13;
	r->state ^= r->state >> 17;
	r->state ^= r->state << 5;
	return (r->state >> 5) % limit;
}

#define PATTERN_RANDOM_PICK(r, list)                                                     \
	(list)[pattern_random_below((r), PATTERN_RANDOM_LEN(list))]

static inline void pattern_random_literal(struct pattern_random *r)
{
	static const char *const some[] = { "a", "a", "b", "0", "_", "-", " ", "\n",
		"\\n", "\\0", "\\x41", "\\u0062", "\\u{80}", "\\.", "\\/", "\\-",
		"\u00e9", "\u00ea", "\\u07ff", "\u0800", "\u2028", "\u20ac",
		"\xed\x9f\xbf", "\ue000", "\uffff", "\\ud83d\\udc32", "\U0001f432",
		"\U0001f433", "\\u{10000}", "\U0010ffff" };

	buf_str(&r->pattern, PATTERN_RANDOM_PICK(r, some));
}

static inline void pattern_random_class(struct pattern_random *r)
{
	static const char *const some[] = { "a-c", "0-9", "a-z0", "\\d", "\\D", "\\w",
		"\\W", "\\s", "\\S", "-", "\\-", "\\b", ".", "$", "[", "\u00e0-\u00ff",
		"\u00e9-\u20ac", "\u2000-\U0001f432", "\\ud800-\\udfff",
		"\\ud800-\\ue000", "\\u0000-\\u{7ff}", "\U00010000-\U0010ffff",
		"\u07f0-\uffff", "a-" };
	uint32_t members = pattern_random_below(r, 4);

	buf_str(&r->pattern, pattern_random_below(r, 3) == 0 ? "[^" : "[");
	for (uint32_t i = 0; i < members; i++) {
		if (pattern_random_below(r, 2) == 0)
			pattern_random_literal(r);
		else
			buf_str(&r->pattern, PATTERN_RANDOM_PICK(r, some));
	}
	buf_char(&r->pattern, ']');
}

static inline void pattern_random_quantifier(struct pattern_random *r)
{
	static const char *const some[] = { "*", "+", "?", "{2}", "{0}", "{1}", "{0,1}",
		"{1,2}", "{2,}", "{0,}", "{1,4}", "{0,3}", "{3}", "{2,5}" };

	buf_str(&r->pattern, PATTERN_RANDOM_PICK(r, some));
	if (pattern_random_below(r, 4) == 0)
		buf_char(&r->pattern, '?');
}

static inline void pattern_random_alternatives(struct pattern_random *r, uint32_t depth);

static inline void pattern_random_group(struct pattern_random *r, uint32_t depth)
{
	uint32_t kind = pattern_random_below(r, 4);

	if (kind == 0)
		buf_fmt(&r->pattern, "(?<n%u>", ++r->names);
	else
		buf_str(&r->pattern, kind == 1 ? "(" : "(?:");
	pattern_random_alternatives(r, depth + 1);
	buf_char(&r->pattern, ')');
}

static inline void pattern_random_term(struct pattern_random *r, uint32_t depth)
{
	static const char *const sets[] = { ".", "\\d", "\\D", "\\w", "\\W", "\\s",
		"\\S" };
	uint32_t kind = pattern_random_below(r, 16);

	if (kind == 0) {
		buf_char(&r->pattern, pattern_random_below(r, 2) == 0 ? '^' : '$');
		return;
	}
	if (kind < 5 && depth < 4)
		pattern_random_group(r, depth);
	else if (kind < 7)
		buf_str(&r->pattern, PATTERN_RANDOM_PICK(r, sets));
	else if (kind < 10)
		pattern_random_class(r);
	else
		pattern_random_literal(r);
	if (pattern_random_below(r, 3) == 0)
		pattern_random_quantifier(r);
}

static inline void pattern_random_alternatives(struct pattern_random *r, uint32_t depth)
{
	uint32_t more = pattern_random_below(r, 4) == 0 ? pattern_random_below(r, 3) : 0;

	for (uint32_t i = 0; i <= more; i++) {
		uint32_t terms = pattern_random_below(r, 4);

		if (i > 0)
			buf_char(&r->pattern, '|');
		while (terms-- > 0)
			pattern_random_term(r, depth);
	}
}

static inline void pattern_random_pattern(struct pattern_random *r)
{
	buf_reset(&r->pattern);
	r->names = 0;
	if (pattern_random_below(r, 3) > 0)
		buf_char(&r->pattern, '^');
	pattern_random_alternatives(r, 0);
	if (pattern_random_below(r, 3) > 0)
		buf_char(&r->pattern, '$');
}

static inline void pattern_random_text(struct pattern_random *r)
{
	static const struct str some[] = { STR("a"), STR("a"), STR("b"), STR("0"),
		STR("_"), STR("-"), STR(" "), STR("\n"), STR("\0"), STR("A"), STR("."),
		STR("\x7f"), STR("\xc2\x80"), STR("\u00e9"), STR("\u00ea"), STR("\u07ff"),
		STR("\u0800"), STR("\u2028"), STR("\u2029"), STR("\u20ac"), STR("\ud7ff"),
		STR("\ue000"), STR("\uffff"), STR("\U00010000"), STR("\U0001f432"),
		STR("\U0001f433"), STR("\U0010ffff") };
	uint32_t length = pattern_random_below(r, 9);

	buf_reset(&r->text);
	buf_room(&r->text, 1);
	while (length-- > 0)
		buf_slice(&r->text,
			pattern_random_below(r, 2) == 0 ? some[pattern_random_below(r, 8)]
							: PATTERN_RANDOM_PICK(r, some));
}

#endif
