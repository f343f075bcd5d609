/* SPDX-License-Identifier: MIT */
/*
 * A pattern as a deterministic automaton over bytes: one look into a table for each byte
 * of the text, whatever the pattern. Most that people write can be one, and it is small.
 */
#ifndef CONTRACT_PATTERN_DFA_H
#define CONTRACT_PATTERN_DFA_H

#include <stdbool.h>

#include "base/str.h"

struct pattern_dfa;

/*
 * From what contract/pattern_translate.h has written. NULL where there is none: it is not
 * regular, or would be larger or take more work than its length allows.
 */
struct pattern_dfa *pattern_dfa_make(struct str translation);
void pattern_dfa_free(struct pattern_dfa *d);

/* Whether it is found anywhere in the text, which is valid UTF-8. */
bool pattern_dfa_finds(const struct pattern_dfa *d, struct str text);

#endif
