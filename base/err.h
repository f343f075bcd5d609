/* SPDX-License-Identifier: MIT */
/*
 * The one way a call says why bad input or I/O failed: it returns false (or
 * NULL) and fills a struct err. Bugs assert; out of memory ends the program
 * in base/mem.c. A struct err holds no memory and needs no clean-up.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

struct err {
	char text[400]; /* one line, names the place and the remedy; "" if none */
};

/* Fills `e` (which may be NULL) and always returns false. */
bool err_set(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Puts "prefix: " before what `e` already says; always returns false. */
bool err_wrap(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
