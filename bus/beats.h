/* SPDX-License-Identifier: MIT */
/*
 * How old what the feed says is. A console that was stopped, or that cannot keep
 * up, reads beats that were sent long ago: the time that they bear, held against
 * the hub's clock as the nearest beat or answer told it, says how long ago.
 *
 * Times of the hub are microseconds by its own clock, all others by this machine's
 * boot clock, which goes on in a sleep.
 */
#ifndef BUS_BEATS_H
#define BUS_BEATS_H

#include <stdbool.h>
#include <stdint.h>

struct beats {
	bool known;
	double rate;    /* of the hub's clock */
	int64_t offset; /* this machine's clock less the hub's, at their nearest */
};

/* An answer on control bore the hub's time: it lies between asking and answer. */
void beats_answer(
	struct beats *b, int64_t hub, double rate, int64_t asked, int64_t answered);
/* A beat was read: how much later than it was sent, 0 where that is as usual. */
int64_t beats_late(struct beats *b, int64_t hub, double rate, int64_t read);

/* `usec` at a rate; what a hub says of its clock may be out of all reach. */
int64_t beats_scaled(int64_t usec, double rate);

#endif
