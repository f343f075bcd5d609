/* SPDX-License-Identifier: MIT */
/* So much a second, and a burst at first: a bucket that fills by itself. 0 is full. */
#ifndef BASE_ALLOWANCE_H
#define BASE_ALLOWANCE_H

#include <stdbool.h>
#include <stdint.h>

struct allowance {
	double used;
	int64_t at; /* microseconds, of the last look */
};

/* Takes `n`, or nothing where so many are not there. `now` may stand, and not go back. */
static inline bool allowance_take(
	struct allowance *a, int64_t now, double each_second, double burst, double n)
{
	double back = (double)(now - a->at) * each_second / 1e6;

	a->used = a->used > back ? a->used - back : 0;
	a->at = now;
	if (a->used + n > burst)
		return false;
	a->used += n;
	return true;
}

#endif
