/* SPDX-License-Identifier: MIT */
/*
 * What a string looks like, as bits: a date, a UUID, digits alone ... Used where a
 * contract is inferred: what all strings at one place have in common is a promise that
 * can be written down. What has a `format` of JSON Schema holds it. Keeps nothing.
 */
#ifndef CONTRACT_TEXT_KIND_H
#define CONTRACT_TEXT_KIND_H

#include "base/str.h"

enum text_kind {
	TEXT_DATE_TIME = 1 << 0,
	TEXT_DATE = 1 << 1,
	TEXT_UUID = 1 << 2,
	TEXT_URI = 1 << 3, /* with `//`: `order:17` is a reference, hardly an address */
	TEXT_EMAIL = 1 << 4,
	TEXT_FALLBACK = 1 << 5, /* docs/PROTOCOL.md, "Fallbacks" */
	TEXT_DIGITS = 1 << 6,
	TEXT_HEX = 1 << 7,       /* at least four, with a digit among them */
	TEXT_TAGGED = 1 << 8,    /* word:rest, as references are written */
	TEXT_NUMBERED = 1 << 9,  /* three digits in a row: names one of many */
	TEXT_LETTERED = 1 << 10, /* hexadecimal, with a letter among them */
	TEXT_PROSE = 1 << 11     /* four words or more */
};

/* All the bits that hold for `s`. */
unsigned text_kinds_of(struct str s);

/* One that a schema can ask for: `format` may be NULL, `pattern` is anchored. */
struct text_kind_row {
	enum text_kind bit;
	const char *format, *pattern;
};

/* The most telling of `kinds`, NULL if a schema has nothing to say about them. */
const struct text_kind_row *text_kind_row(unsigned kinds);

#endif
