/* SPDX-License-Identifier: MIT */
/*
 * How often each of many things was met. Rows stand in the order in which they came
 * first. The keys come from strangers, so there are never more than TALLY_ROWS of them:
 * what comes beyond is counted and not told apart.
 */
#ifndef BASE_TALLY_H
#define BASE_TALLY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/table.h"

#define TALLY_ROWS 10000

struct tally_row {
	char *key; /* may hold NUL */
	size_t n;
	uint64_t count;
	uint64_t turn;  /* of the last that counted */
	uint64_t first; /* the caller's: what it knows of the first one */
};

struct tally {
	struct tally_row *row;
	uint32_t rows;
	uint64_t others; /* that had no room */
	size_t cap;
	struct table by_key;
};

/* A zeroed struct is an empty one; it must not move while it has rows. */
void tally_fini(struct tally *t);
/*
 * One more of `key`, which counts once in a turn (they begin at 1, and none is before
 * the last). `first` is kept with a row that is made. NULL: there is no room.
 */
struct tally_row *tally_add(
	struct tally *t, struct str key, uint64_t turn, uint64_t first);
/* Its row; NULL: it was never met, or had no room. */
const struct tally_row *tally_find(const struct tally *t, struct str key);
/* Sets order[0..rows) to the places of the rows, those that count most first. */
void tally_sort(const struct tally *t, uint32_t *order);

#endif
