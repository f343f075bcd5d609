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

struct pattern_dfa {
	uint16_t column[256]; /* where that of a byte begins */
	uint16_t end;         /* and that of the end */
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

/* Whether it is found anywhere in the text, which is valid UTF-8. */
static inline bool pattern_dfa_finds(const struct pattern_dfa *d, struct str text)
{
	const unsigned char *p = (const unsigned char *)text.p;
	const uint16_t *next = d->next, *column = d->column;
	uint32_t at = DFA_START;
	size_t i = 0;

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
