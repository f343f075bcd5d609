/* SPDX-License-Identifier: MIT */
/*
 * Numbers, spans and instants as the screens write them: short, of a known
 * width, the same in every locale. All write to `out` and return it.
 */
#ifndef VIEWS_FORMAT_H
#define VIEWS_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

#include "views/world.h"

#define FORMAT_TEXT 40

/* An age: "0.4s" "7s" "1m12s" "8m" "2h05m" "3d". Below 0 counts as 0. */
const char *format_age(int64_t usec, char out[FORMAT_TEXT]);
/* The same in one unit: "7s" "8m" "2h" "3d". */
const char *format_span(int64_t usec, char out[FORMAT_TEXT]);
/* What is left, at most 5 columns: "0:41" "11:40" "2h05" "31d"; "PAST" below 0. */
const char *format_left(int64_t usec, char out[FORMAT_TEXT]);
/* A confidence: ".41", "1.0"; "-" below 0. */
const char *format_confidence(double c, char out[FORMAT_TEXT]);
/* "812" "4.2" ".3": events a second. */
const char *format_rate(double per_second, char out[FORMAT_TEXT]);
/* "4/s" "12/min" "3/h": what is rare in the larger unit. */
const char *format_often(double per_second, char out[FORMAT_TEXT]);
/* "11,400" */
const char *format_count(uint64_t n, char out[FORMAT_TEXT]);
/* "1 edge" "1,240 edges" */
const char *format_many(uint64_t n, const char *one, char out[FORMAT_TEXT]);
/* What came in the last ten minutes: "+5", "steady" for none. */
const char *format_growth(uint64_t came, char out[FORMAT_TEXT]);
/* "03:12:41" by the clock that was chosen; as an age "-9m", what is to come "+18m". */
const char *format_time(const struct world *w, int64_t t, char out[FORMAT_TEXT]);
/* The same with milliseconds. */
const char *format_instant(const struct world *w, int64_t t, char out[FORMAT_TEXT]);
/* "03:12", also where instants are written as ages. */
const char *format_wall(const struct world *w, int64_t t, char out[FORMAT_TEXT]);
/* "Mon 23 Nov" */
const char *format_date(const struct world *w, int64_t t, char out[FORMAT_TEXT]);

#endif
