/* SPDX-License-Identifier: MIT */
/*
 * A pattern as a deterministic automaton over bytes: one look into a table for each byte
 * of the text, whatever the pattern. Most that people write can be one, and it is small.
 */
#ifndef CONTRACT_PATTERN_DFA_H
#define CONTRACT_PATTERN_DFA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { DFA_LEAD_LEAST = 8, DFA_LEAD_MOST = 32 };

struct pattern_dfa {
	uint16_t column[256]; /* where that of a byte begins */
	uint16_t end;         /* and that of the end */
	/* What it is found in has this text first: so many bytes, or 0, and the state
	 * behind them. */
	uint16_t leading, behind;
	char lead[DFA_LEAD_MOST];
	/* Column by column: which one it is does not wait for the state. */
	uint16_t next[];
};

enum { DFA_NOWHERE, DFA_FOUND, DFA_START }; /* states; the first two are not left again */

/*
 * From what contract/pattern_translate.h has written. NULL where there is none: it is not
 * regular, or would be larger or take more work than its length allows. What it took
 * goes off *work, which may be NULL.
 */
struct pattern_dfa *pattern_dfa_make(struct str translation, uint64_t *work);
void pattern_dfa_free(struct pattern_dfa *d);

/* Where its first text ends for the first time; NULL: nowhere. */
static inline const char *pattern_dfa_lead(const struct pattern_dfa *d, struct str text)
{
	uint64_t word, begin;

	memcpy(&begin, d->lead, sizeof(begin));
	for (size_t i = 0; i + d->leading <= text.n; i++) {
		memcpy(&word, text.p + i, sizeof(word));
		if (word == begin && memcmp(text.p + i, d->lead, d->leading) == 0)
			return text.p + i + d->leading;
	}
	return NULL;
}

/* Whether it is found anywhere in the text, which is valid UTF-8. */
static inline bool pattern_dfa_finds(const struct pattern_dfa *d, struct str text)
{
	const unsigned char *p = (const unsigned char *)text.p;
	const uint16_t *next = d->next, *column = d->column;
	uint32_t at = DFA_START;
	const char *behind;
	size_t i = 0;

	if (d->leading > 0) {
		behind = pattern_dfa_lead(d, text);
		if (behind == NULL)
			return false;
		i = (size_t)(behind - text.p);
		at = d->behind;
	}
	for (; i + 4 <= text.n; i += 4) {
		at = next[column[p[i]] + at];
		at = next[column[p[i + 1]] + at];
		at = next[column[p[i + 2]] + at];
		at = next[column[p[i + 3]] + at];
		if (at <= DFA_FOUND) /* once is enough: there it stays */
			return at == DFA_FOUND;
	}
	for (; i < text.n; i++)
		at = next[column[p[i]] + at];
	return next[d->end + at] == DFA_FOUND;
}

#endif
