/* SPDX-License-Identifier: MIT */
/*
 * Events on their way to the disk: what was folded since the last commit, in
 * hub order. A batch owns its bytes; it goes from the hub to the writer and
 * back as a whole, and only one of them touches it at a time.
 */
#ifndef BUS_BATCH_H
#define BUS_BATCH_H

#include "bus/journal.h"

struct batch_entry {
	struct journal_row row;
	/* agents who are told on decision/NAME, or {NULL, 0} */
	struct str tell_from, tell_to;
	/* as it came on the events lane, from where nobody will send it again; or
	   {NULL, 0} */
	struct str unanswered;
};

struct batch_chunk;

/* Something the writer's thread does with its journal; false with the reason. */
typedef bool batch_chore(struct journal *j, struct err *e);

struct batch {
	struct batch_entry *entry;
	size_t count, cap;
	size_t bytes; /* of the events in it */
	/* private: chunks with what was copied, newest first, and empty ones */
	struct batch_chunk *chunk, *spare;
	size_t spares;
	/* rows to delete with it, as many as fit in a slice; the places are the hub's */
	struct journal_cut cut;
	batch_chore *chore; /* what an empty one is for; NULL: a probe */
	/* the writer's answer */
	bool written;
	bool let_go;  /* readers of the journal must open it anew: bus/journal.h */
	int64_t took; /* microseconds */
	struct err err;
};

struct batch *batch_new(void);
void batch_free(struct batch *b);
/* Empties it, keeping memory for the next. */
void batch_reset(struct batch *b);
/* A copy that lives as long as the batch (or until it is reset). */
struct str batch_copy(struct batch *b, struct str s);
/* Adds an entry whose slices were copied already; returns it, zeroed. */
struct batch_entry *batch_add(struct batch *b);

#endif
