/* SPDX-License-Identifier: MIT */
/*
 * What a hub counts of itself since it was started: its commits, what it could not
 * do, who is connected. None of it is journaled.
 */
#ifndef BUS_VITALS_H
#define BUS_VITALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mesh/mesh.h"

#define HISTOGRAM_BOUNDS 16
#define HOOK_ENDS 3 /* done, given up, muted */

/* Values up to each of the bounds, and above the last. */
struct histogram {
	const double *bound; /* ascending, `bounds` of them */
	size_t bounds;
	uint64_t count[HISTOGRAM_BOUNDS + 1]; /* each value once */
	double sum;
};

void histogram_add(struct histogram *h, double value);

struct vitals {
	struct histogram commit; /* seconds */
	struct histogram batch;  /* events */
	uint64_t commits_failed;
	uint64_t requests;
	uint64_t unwritten; /* answered `unavailable`: the journal cannot be written */
	uint64_t unread;    /* answered `unavailable`: the peer does not read */
	uint64_t unfed;     /* events that the feed had no room for */
	uint64_t hook_tries_failed[HOOKS];
	uint64_t violations[VIOLATIONS]; /* by what the contract says of them */
	int64_t snapshot_wall;           /* clock_wall() of the one in place, 0: none */
	int64_t snapshot_took;           /* microseconds, 0: not made by this process */
	/* the highest that was told of what only grows */
	struct counters told;
	uint64_t told_edges[4];
	uint64_t told_faults[FAULT_BITS];
	uint64_t told_hooks[HOOKS][HOOK_ENDS];
};

void vitals_init(struct vitals *v);

/*
 * A count that only grows, as it is told: the mesh goes back to what is on disk when a
 * commit fails, and a counter that goes back looks like one that began anew.
 */
static inline uint64_t vitals_grow(uint64_t *told, uint64_t now)
{
	if (now > *told)
		*told = now;
	return *told;
}

#endif
