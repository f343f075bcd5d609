/* SPDX-License-Identifier: MIT */
/*
 * JSON's numbers as they are written: decimals of any length, compared and divided
 * exactly. JSON Schema 2020-12 (Core 4.2.1, Validation 6.2) knows no doubles: 1.0
 * equals 1, 19.99 is a multiple of 0.01, and 2^53 + 1 is not 2^53.
 */
#ifndef CONTRACT_DECIMAL_H
#define CONTRACT_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct decimal {
	bool negative;
	bool small;       /* all of its digits are in `digits` */
	uint64_t digits;  /* without zeros at either end; 0: the number is 0 */
	int64_t exponent; /* of the last digit, in powers of ten */
	/* of one that is not small: from the first digit that is not 0 on */
	struct str text;
	uint32_t count; /* how many digits, a dot between them not counted */
};

/* Of the text of a JSON number, which must outlive it. */
struct decimal decimal_of(struct str number);

/* Below 0, 0 or above, as a is less than, equal to or more than b. */
int decimal_compare(const struct decimal *a, const struct decimal *b);
bool decimal_is_integer(const struct decimal *d);
/* Whether a is an integer times b, which is small and above 0. */
bool decimal_is_multiple(const struct decimal *a, const struct decimal *b);
/* Equal numbers have equal hashes. */
uint64_t decimal_hash(const struct decimal *d);
/* A count: false if it is negative or no integer; what is beyond 2^32-1 becomes that. */
bool decimal_count(const struct decimal *d, uint32_t *count);

#endif
