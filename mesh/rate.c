/* SPDX-License-Identifier: MIT */
#include "mesh/rate.h"

#include <string.h>

/* Slice numbers start at 1 so that a zeroed struct is an empty one. */
static int64_t number(int64_t time)
{
	return time < 0 ? 0 : time / RATE_SLICE + 1;
}

static uint32_t at(const struct rate *r, int64_t n)
{
	if (n > r->newest || n <= r->newest - RATE_SLICES || n <= 0)
		return 0;
	return r->slice[n % RATE_SLICES];
}

void rate_add(struct rate *r, int64_t time, uint32_t count)
{
	int64_t n = number(time);

	if (n - r->newest >= RATE_SLICES)
		memset(r->slice, 0, sizeof(r->slice));
	else
		for (int64_t i = r->newest + 1; i <= n; i++)
			r->slice[i % RATE_SLICES] = 0;
	if (n > r->newest)
		r->newest = n;
	if (n > r->newest - RATE_SLICES && n > 0)
		r->slice[n % RATE_SLICES] += count;
}

uint64_t rate_sum(const struct rate *r, int64_t now, int64_t window)
{
	int64_t n = number(now), slices = window / RATE_SLICE;
	uint64_t sum = 0;

	for (int64_t i = n - slices + 1; i <= n; i++)
		sum += at(r, i);
	return sum;
}

double rate_pace(const struct rate *r, int64_t now)
{
	return (double)rate_sum(r, now, RATE_PACE) / ((double)RATE_PACE / SECOND);
}

uint64_t rate_trouble(const struct rate *r, int64_t now)
{
	return rate_sum(r, now, RATE_TROUBLE);
}

void rate_series(const struct rate *r, int64_t now, unsigned step, double *out, size_t n)
{
	int64_t last = number(now);

	for (size_t i = 0; i < n; i++) {
		int64_t end = last - (int64_t)((n - 1 - i) * step);

		out[i] = 0;
		for (unsigned k = 0; k < step; k++)
			out[i] += at(r, end - (int64_t)k);
	}
}
