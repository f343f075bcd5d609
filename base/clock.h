/* SPDX-License-Identifier: MIT */
/*
 * Instants are int64_t microseconds since 1970-01-01T00:00:00Z. Reading a
 * clock is for the programs' loops only: contract/, mesh/ and views/ get time
 * with events or as an argument.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define SECOND INT64_C(1000000)
#define MINUTE (60 * SECOND)

#define TIME_TEXT 28 /* "2026-04-17T23:07:01.204000Z" and a NUL */

/* RFC 3339 date-time (any fraction, any offset, leap second as :59.999999). */
bool time_parse(struct str s, int64_t *usec);
/* UTC with `Z` and six digits; years outside 0000..9999 are clamped. */
void time_format(int64_t usec, char out[TIME_TEXT]);

int64_t clock_wall(void); /* may jump */
int64_t clock_boot(void); /* since boot, counts while suspended, never jumps */
int64_t clock_mono(void); /* since boot, stands still while suspended */

/* "300ms", "10s", "5m", "2h", "7d" or a bare number of seconds, as microseconds. */
bool duration_parse(struct str s, int64_t *usec);

#endif
