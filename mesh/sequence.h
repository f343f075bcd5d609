/* SPDX-License-Identifier: MIT */
/*
 * Which sequence numbers of which run have been heard: docs/PROTOCOL.md, "Events" and
 * "What is counted is journaled". A hole is young until it is two seconds old
 * or a seam.gap names it; only then does it count as lost. A number that
 * comes late closes its part of a hole again.
 */
#ifndef MESH_SEQUENCE_H
#define MESH_SEQUENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/str.h"
#include "base/table.h"

#define HOLE_AGE (2 * SECOND)

struct hole {
	uint64_t first, last;
	int64_t since; /* when the number behind it came */
	bool lost;     /* old enough to count */
	bool told;     /* a seam.gap named it */
};

struct hole_chunk;

/* The numbers of one start of one process. */
struct run {
	char *key;             /* source, NUL, run */
	uint32_t source_bytes; /* of the source in `key` */
	uint32_t run_bytes;
	uint64_t first, highest;
	struct hole_chunk *chunk; /* the holes: sorted, apart from each other */
	uint32_t chunks;
	size_t cap;
	uint64_t lost;  /* numbers in lost holes, of earlier runs "" too */
	uint64_t heard; /* hubsequence of its last number */
};

struct young_hole {
	uint32_t run;
	uint64_t first, last;
	int64_t since;
};

struct sequences {
	struct run *run;
	uint32_t runs;
	size_t cap;
	struct table by_key;
	/*
	 * Holes in the order in which they came about. What was told or closed
	 * of young[told] is taken off its start.
	 */
	struct young_hole *young;
	size_t youngs, young_cap;
	size_t aged; /* young[0..aged) have been looked at for age */
	size_t told; /* young[0..told) have been told, or are closed */
	uint64_t lost, unheard;
};

struct numbered {
	struct str source, run;
	uint64_t number;
	uint64_t at; /* hubsequence of who bears it */
};

void sequences_init(struct sequences *s);
void sequences_fini(struct sequences *s);

/* Whether this number of this run has not been heard yet. */
bool sequence_is_new(const struct sequences *s, const struct numbered *n);
/*
 * Hears a number at `now`. In the run "" number 1 begins a new run (the caller
 * calls it only for an event with a new id). Hearing twice changes nothing.
 */
void sequence_hear(struct sequences *s, const struct numbered *n, int64_t now);
/* The same under an id that came before: 1 begins no new run. */
void sequence_hear_again(struct sequences *s, const struct numbered *n, int64_t now);
/* Holes that are two seconds old at `now` become lost. */
void sequences_age(struct sequences *s, int64_t now);
/* A seam.gap: the holes in first..last are lost, and told. */
void sequence_tell(struct sequences *s, const struct numbered *first, uint64_t last);
/*
 * The next hole that is two seconds old at `now` and not yet told; false if
 * there is none. The slices live until the next call that hears.
 */
bool sequence_next_gap(
	struct sequences *s, int64_t now, struct numbered *first, uint64_t *last);
/* When the oldest hole that is not told becomes two seconds old; 0: there is none. */
int64_t sequences_next_due(struct sequences *s);
/* Lost numbers of all runs of this source. */
uint64_t sequences_lost_of(const struct sequences *s, struct str source);

/* --- for an image (mesh/image.h) ------------------------------------------- */

typedef void hole_visit(void *user, const struct hole *h);
void run_each_hole(const struct run *r, hole_visit *visit, void *user);
/*
 * Adds a run that is not there with what `like` says of it: first, highest, lost.
 * Neither holes nor sums change. False if the key is there already.
 */
bool sequences_put_run(
	struct sequences *s, const struct numbered *key, const struct run *like);
/* Forgets all runs and holes; the sums stay. */
void sequences_clear(struct sequences *s);
/* The holes that may still be filled, in the order in which they came about. */
typedef void young_visit(void *user, uint32_t run, const struct hole *h);
void sequences_each_young(const struct sequences *s, young_visit *visit, void *user);
/* Adds such a hole to a run, behind the others; false if it does not fit in. */
bool sequences_put_young(struct sequences *s, uint32_t run, struct hole h);
/* Adds a hole to the last run that was put; false if it does not follow the others. */
bool sequences_put_hole(struct sequences *s, struct hole h);

#endif
