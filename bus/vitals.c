/* SPDX-License-Identifier: MIT */
#include "bus/vitals.h"

static const double seconds[] = { .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5,
	1, 2.5, 5, 10, 30 };
static const double events[] = { 1, 4, 16, 64, 256, 1024, 4096, 16384 };

#define LEN(a) (sizeof(a) / sizeof(*(a)))

void vitals_init(struct vitals *v)
{
	*v = (struct vitals){
		.commit = { .bound = seconds, .bounds = LEN(seconds) },
		.batch = { .bound = events, .bounds = LEN(events) },
	};
}

void histogram_add(struct histogram *h, double value)
{
	size_t i = 0;

	while (i < h->bounds && value > h->bound[i])
		i++;
	h->count[i]++;
	h->sum += value;
}
