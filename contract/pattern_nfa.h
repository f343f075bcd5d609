/* SPDX-License-Identifier: MIT */
/*
 * A pattern as a nondeterministic automaton over the bytes of UTF-8, for
 * contract/pattern_dfa.h. It is read from the translation that PCRE2 gets
 * (contract/pattern_translate.h), so that both mean the same: that is ECMA-262 with few
 * spellings left. What is not regular there (assertions in brackets, \b, back
 * references), and properties, make no automaton.
 */
#ifndef CONTRACT_PATTERN_NFA_H
#define CONTRACT_PATTERN_NFA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define NFA_MOST 4000 /* nodes */
#define NFA_NONE UINT16_MAX
#define NFA_RANGES 400 /* of characters, in one class */

enum nfa_kind {
	NFA_BYTES, /* a byte from `first` to `last` leads to `to` */
	NFA_SKIP,  /* nothing leads to `to` */
	NFA_BEGIN, /* so it does where the text begins */
	NFA_END,   /* and where it ends */
	NFA_FOUND,
};

struct nfa_node {
	uint8_t kind, first, last;
	uint16_t to;
	uint16_t other; /* where this node is, that one is too */
};

struct nfa {
	struct nfa_node node[NFA_MOST];
	uint16_t count, start;
	bool beyond; /* it is none: not regular, or too large */
};

/* A part that begins at one node and ends in another: a NFA_SKIP that leads nowhere yet.
 */
struct nfa_part {
	uint16_t start, end;
};

struct nfa_range {
	uint32_t first, last;
};

struct nfa_set {
	struct nfa_range range[NFA_RANGES];
	uint32_t count;
};

/* False: there is none. Finds the pattern anywhere in a text. */
bool nfa_read(struct nfa *n, struct str translation);

uint16_t nfa_add(struct nfa *n, enum nfa_kind kind, uint16_t to, uint16_t other);

/* contract/pattern_nfa_set.c */

void nfa_set_add(struct nfa *n, struct nfa_set *s, uint32_t first, uint32_t last);
/* Adds what \d \w and their opposites stand for; false where `letter` is none of them. */
bool nfa_set_add_named(struct nfa *n, struct nfa_set *s, char letter);
/* Makes it all the other characters. */
void nfa_set_negate(struct nfa *n, struct nfa_set *s);
/* One character of the set. */
struct nfa_part nfa_set_part(struct nfa *n, struct nfa_set *s);

#endif
