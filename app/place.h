/* SPDX-License-Identifier: MIT */
/*
 * A place in a recording as people write it: the number of an event, a time of
 * day, an instant. `seam replay` and `seam stats` take --at, the console `:goto`.
 */
#ifndef APP_PLACE_H
#define APP_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define PLACE_FORMS "an event's number, a time of day (03:04, UTC) or an RFC 3339 time"

struct place {
	size_t number; /* so many events, from 1; 0: up to `time` */
	int64_t time;
};

#define PLACE_SPAN 80

/* "the recording runs 05:01:12 to 05:17:40", with the days if it is more than one. */
void place_span(int64_t first, int64_t last, char out[PLACE_SPAN]);
/* Whether that time is in it; its first minute is, from the beginning. */
bool place_within(int64_t time, int64_t first, int64_t last);
/* "-5m", "+30s": so many microseconds from where one is. */
bool place_read_away(struct str s, int64_t *usec);
/* `day` is an instant on the day that a time of day is meant on. False: none of the
 * three. */
bool place_read(struct str s, int64_t day, struct place *out);

#endif
