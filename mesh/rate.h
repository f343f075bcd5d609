/* SPDX-License-Identifier: MIT */
/*
 * How often something happened lately: counts in slices of ten seconds over
 * the last quarter of an hour. What comes with an older time than the newest
 * is counted where it belongs, or not at all when that is too long ago.
 */
#ifndef MESH_RATE_H
#define MESH_RATE_H

#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"

#define RATE_SLICE (10 * SECOND)
#define RATE_SLICES 90
#define RATE_PACE MINUTE           /* what passes is told of so long */
#define RATE_TROUBLE (10 * MINUTE) /* and what goes wrong of so long */

struct rate {
	int64_t newest; /* number of the newest slice */
	uint32_t slice[RATE_SLICES];
};

void rate_add(struct rate *r, int64_t time, uint32_t count);
/* Counts in the `window` (whole slices, at most 15 min) up to `now`. */
uint64_t rate_sum(const struct rate *r, int64_t now, int64_t window);
/* A second, over the RATE_PACE up to `now`: the one rate that is shown anywhere. */
double rate_pace(const struct rate *r, int64_t now);
/* How many in the RATE_TROUBLE up to `now`: too seldom for a rate, so a count. */
uint64_t rate_trouble(const struct rate *r, int64_t now);
/* Fills out[0..n) with counts of `n` equal steps of `step` slices, oldest first. */
void rate_series(const struct rate *r, int64_t now, unsigned step, double *out, size_t n);

#endif
