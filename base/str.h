/* SPDX-License-Identifier: MIT */
/*
 * A slice of bytes that somebody else owns. Not NUL-terminated; may hold NUL.
 * {NULL, 0} is "absent", and also equals the empty slice.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })
/* For printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) (int)(s).n, (s).p != NULL ? (s).p : ""

static inline struct str str_of(const char *z)
{
	return (struct str){ z, z != NULL ? strlen(z) : 0 };
}

/* Most of what is compared is short: two overlapping loads, without a call. */
static inline bool str_eq(struct str a, struct str b)
{
	uint64_t x, y, x_end, y_end;
	uint32_t v, w, v_end, w_end;

	if (a.n != b.n)
		return false;
	if (a.n > 16)
		return memcmp(a.p, b.p, a.n) == 0;
	if (a.n >= 8) {
		memcpy(&x, a.p, 8);
		memcpy(&y, b.p, 8);
		memcpy(&x_end, a.p + a.n - 8, 8);
		memcpy(&y_end, b.p + b.n - 8, 8);
		return x == y && x_end == y_end;
	}
	if (a.n >= 4) {
		memcpy(&v, a.p, 4);
		memcpy(&w, b.p, 4);
		memcpy(&v_end, a.p + a.n - 4, 4);
		memcpy(&w_end, b.p + b.n - 4, 4);
		return v == w && v_end == w_end;
	}
	return a.n == 0 ||
		(a.p[0] == b.p[0] && a.p[a.n - 1] == b.p[a.n - 1] &&
			a.p[a.n / 2] == b.p[a.n / 2]);
}

static inline bool str_is(struct str a, const char *z)
{
	return str_eq(a, str_of(z));
}

static inline bool str_starts(struct str a, const char *prefix)
{
	size_t n = strlen(prefix);

	return a.n >= n && memcmp(a.p, prefix, n) == 0;
}

static inline struct str str_skip(struct str a, size_t n)
{
	return n == 0 ? a : (struct str){ a.p + n, a.n - n }; /* NULL + 0 is undefined */
}

#endif
