/* SPDX-License-Identifier: MIT */
/*
 * From ECMA-262 (2024, flag `u`) to PCRE2. Every character and class is written anew, so
 * that no syntax of PCRE2 gets through that ECMA-262 does not have:
 *
 *   \d \w \b           as they are: without UCP they are ASCII's
 *   \s .               classes of the very characters that ECMA-262 names
 *   literals, escapes  letters and digits of ASCII, \x{...} for all others
 *   \p{...}            names that PCRE2 knows too (contract/pattern_property.c)
 *   (?<name>...) \k    plain groups and their numbers
 *   \1 before the end of its group    nothing: it cannot have taken part yet
 *
 * Where ECMA-262's Annex B leaves no doubt it is followed, because schemas are written
 * so: ] { and } alone, - beside \w in a class, a backslash before any punctuation.
 *
 * Callouts pay for the work. One stands where a group or an alternative begins, and one
 * behind each quantifier that leaves a choice. So between two of them is only what was
 * written out (`run`), a scan from one position to another, and no going back.
 */
#ifndef CONTRACT_PATTERN_TRANSLATE_H
#define CONTRACT_PATTERN_TRANSLATE_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

/* Where a group begins, in both languages. */
struct pattern_place {
	size_t from, to;
};

struct pattern_text {
	struct buf regex;
	bool refers;        /* it has back references: groups must capture */
	bool looks;         /* it has assertions in brackets */
	uint32_t run;       /* characters that may be compared between two callouts */
	const char *beyond; /* what is valid and cannot be run; NULL if all can */
	size_t beyond_at;
	struct pattern_place *place;
	size_t places, place_cap;
};

/* False where `ecma` is none; `e` says at which byte and why. The caller calls fini
 * anyway. */
bool pattern_translate(struct str ecma, struct pattern_text *out, struct err *e);
void pattern_text_fini(struct pattern_text *t);
/* The byte where the group begins that byte `at` of the translation is in or behind. */
size_t pattern_place_of(const struct pattern_text *t, size_t at);

#endif
