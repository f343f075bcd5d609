/* SPDX-License-Identifier: MIT */
/* Between the files that walk two schemas side by side: contract/diff_schema.c and
 * _parts.c. */
#ifndef CONTRACT_DIFF_OWN_H
#define CONTRACT_DIFF_OWN_H

#include "contract/diff.h"
#include "contract/outline_words.h"

/* Two schemas for the same place of an artifact. */
struct side {
	struct outline o;
	bool null; /* null is admitted besides */
};

struct pair {
	struct side was, is;
	unsigned types; /* that both may admit: others are told by the types alone */
};

struct diff_walk {
	struct diff *out;
	struct buf at;
	bool quiet;      /* only `breaks` is asked for */
	unsigned shared; /* above 0: other schemas speak of this place too */
	unsigned breaks;
	struct outline_walk walk;
	struct buf was, is; /* words under way */
};

/* Whether there is fuel left: when it is gone nothing more is told. */
bool walk_goes_on(const struct diff_walk *w);

/* A difference at the place of the walk, in the words of these keywords. */
void walk_note(struct diff_walk *w, const struct pair *p, unsigned breaks,
	const char *const *keywords);
/* The same in the words that stand in w->was and w->is, which are reset. */
void walk_note_words(struct diff_walk *w, unsigned breaks, const char *note);

/* What differs between two schemas, at the place of the walk. */
void walk_compare(struct diff_walk *w, struct outline was, struct outline is);
/* For whom it breaks, without a word. */
unsigned walk_breaks(struct diff_walk *w, struct outline was, struct outline is);

/* Deeper: returns what walk_back() needs. */
size_t walk_into(struct diff_walk *w, struct str name);
void walk_back(struct diff_walk *w, size_t at);

/*
 * A keyword that one side has and the other has not: it can only refuse more. 0 where
 * both or none have it.
 */
unsigned walk_alone(const struct pair *p, const char *name);

void walk_numbers(struct diff_walk *w, const struct pair *p);
void walk_strings(struct diff_walk *w, const struct pair *p);
void walk_arrays(struct diff_walk *w, const struct pair *p);
void walk_objects(struct diff_walk *w, const struct pair *p);

#endif
