/* SPDX-License-Identifier: MIT */
/*
 * Allocation that does not fail: out of memory ends the program here, in one
 * place, with a message. What these return is freed with free().
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *old, size_t size);
char *xstrdup(const char *s);
/* A copy of `len` bytes with a NUL behind it. */
char *xmemdup(const void *bytes, size_t len);

/*
 * Makes room for at least `need` elements of `size` bytes in *array, doubling
 * *cap. What was there stays; what is new is not initialised.
 */
void xgrow(void *array, size_t *cap, size_t need, size_t size);

/* The last element becomes the first, in place. */
void mem_reverse(void *array, size_t n, size_t size);

#endif
