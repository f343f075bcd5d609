/* SPDX-License-Identifier: MIT */
/*
 * What changed between two versions of a contract, and for whom: docs/PROTOCOL.md, "Two
 * versions". A difference breaks a taker where who checks with the old version may refuse
 * an artifact of the new one, and a sender where the new version may refuse an artifact
 * of the old one. What cannot be told breaks both. Their words: contract/diff_words.h.
 */
#ifndef CONTRACT_DIFF_H
#define CONTRACT_DIFF_H

#include "contract/contract.h"

enum breaks {
	BREAKS_NOBODY,
	BREAKS_TAKER = 1 << 0,
	BREAKS_SENDER = 1 << 1,
	BREAKS_BOTH = BREAKS_TAKER | BREAKS_SENDER
};

/*
 * `at` is a JSON Pointer into the artifact (`*`: any element, any other member), or a
 * member of the contract, `confidence.at`. `was` and `is` are a few words each. All of it
 * is foreign: clean it before it is shown.
 */
struct difference {
	const char *at, *was, *is;
	const char *note; /* what it means, ""; not foreign */
	unsigned breaks;  /* enum breaks */
	bool in_artifact; /* `at` is a pointer */
	bool weaker;      /* less is found, or less is done about it, than before */
};

#define DIFF_MOST 1000     /* differences that are kept */
#define DIFF_FUEL 30000000 /* a second or two */

struct diff {
	uint64_t fuel; /* what it may cost: set it, DIFF_FUEL; diff_gave_up() */
	struct difference *list;
	size_t count, cap;
	size_t left_out; /* beyond DIFF_MOST; `breaks` knows them */
	unsigned breaks; /* of all */
	bool weaker;     /* one of them is */
};

void diff_fini(struct diff *d);

/* It cost too much: what was found is not all, and whom it breaks is not known. */
static inline bool diff_gave_up(const struct diff *d)
{
	return d->fuel == 0;
}

/* Adds what is different. Two contracts of any names and versions. */
void diff_contracts(
	struct diff *d, const struct contract *was, const struct contract *is);
/* The same of two schemas; each is the root of its document, "#" leads to it. */
void diff_schemas(struct diff *d, struct json *was, uint32_t was_root, struct json *is,
	uint32_t is_root);

/* Copies what it is given. */
void diff_add(struct diff *d, const struct difference *one);

#endif
