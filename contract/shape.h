/* SPDX-License-Identifier: MIT */
/*
 * What a string looks like, as bits: a date, a UUID, digits alone ... Used where a
 * contract is inferred: what all strings at one place have in common is a promise that
 * can be written down. Looks at the bytes once and keeps nothing.
 */
#ifndef CONTRACT_SHAPE_H
#define CONTRACT_SHAPE_H

#include "base/str.h"

enum shape {
	SHAPE_DATE_TIME = 1 << 0,
	SHAPE_DATE = 1 << 1,
	SHAPE_UUID = 1 << 2,
	SHAPE_URI = 1 << 3, /* with `//`: `order:17` is a reference, hardly an address */
	SHAPE_EMAIL = 1 << 4,
	SHAPE_FALLBACK = 1 << 5, /* docs/PROTOCOL.md, "Fallbacks" */
	SHAPE_DIGITS = 1 << 6,
	SHAPE_HEX = 1 << 7,      /* at least four, with a digit among them */
	SHAPE_TAGGED = 1 << 8,   /* word:rest, as references are written */
	SHAPE_NUMBERED = 1 << 9, /* three digits in a row: names one of many */
	SHAPE_LETTERED = 1 << 10 /* hexadecimal, with a letter among them */
};

/* All the bits that hold for `s`. */
unsigned shapes_of(struct str s);

/* One that a schema can ask for: `format` may be NULL, `pattern` is anchored. */
struct shape_row {
	enum shape bit;
	const char *format, *pattern;
};

/* The most telling of `shapes`, NULL if a schema has nothing to say about them. */
const struct shape_row *shape_row(unsigned shapes);

#endif
