/* SPDX-License-Identifier: MIT */
#include "bus/beats.h"

#define MOST INT64_C(4000000000000000000)
#define USUAL 500000 /* microseconds: a busy machine, a slow network */

int64_t beats_scaled(int64_t usec, double rate)
{
	double scaled = (double)usec * rate;

	if (!(scaled < MOST))
		return MOST;
	return scaled > -MOST ? (int64_t)scaled : -MOST;
}

static int64_t offset_at(int64_t here, int64_t hub, double rate)
{
	return here - (rate == 1 ? hub : beats_scaled(hub, 1 / rate));
}

static void take_rate(struct beats *b, double rate)
{
	b->known = b->known && b->rate == rate;
	b->rate = rate;
}

void beats_answer(
	struct beats *b, int64_t hub, double rate, int64_t asked, int64_t answered)
{
	int64_t least = offset_at(asked, hub, rate);
	int64_t most = offset_at(answered, hub, rate);

	take_rate(b, rate);
	if (!b->known || b->offset > most)
		b->offset = most;
	else if (b->offset < least) /* the hub's clock was set back */
		b->offset = least;
	b->known = true;
}

int64_t beats_late(struct beats *b, int64_t hub, double rate, int64_t read)
{
	int64_t offset = offset_at(read, hub, rate);

	take_rate(b, rate);
	if (!b->known || offset < b->offset)
		b->offset = offset;
	b->known = true;
	return offset - b->offset > USUAL ? offset - b->offset : 0;
}
