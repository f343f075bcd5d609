/* SPDX-License-Identifier: MIT */
#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void out_of_memory(size_t size)
{
	fprintf(stderr, "seam: out of memory (%zu bytes asked)\n", size);
	abort();
}

void *xmalloc(size_t size)
{
	void *p = malloc(size ? size : 1);

	if (p == NULL)
		out_of_memory(size);
	return p;
}

void *xcalloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (p == NULL)
		out_of_memory(count * size);
	return p;
}

void *xrealloc(void *old, size_t size)
{
	void *p = realloc(old, size ? size : 1);

	if (p == NULL)
		out_of_memory(size);
	return p;
}

char *xmemdup(const void *bytes, size_t len)
{
	char *p = xmalloc(len + 1);

	if (len > 0)
		memcpy(p, bytes, len);
	p[len] = '\0';
	return p;
}

char *xstrdup(const char *s)
{
	return xmemdup(s, strlen(s));
}

void xgrow(void *array, size_t *cap, size_t need, size_t size)
{
	void **p = array;
	size_t n = *cap;

	if (need <= n)
		return;
	if (n < 8)
		n = 8;
	while (n < need)
		n *= 2;
	if (n > SIZE_MAX / size)
		out_of_memory(SIZE_MAX);
	*p = xrealloc(*p, n * size);
	*cap = n;
}

void mem_reverse(void *array, size_t n, size_t size)
{
	char *low = array, *high = low + (n > 0 ? n - 1 : 0) * size;

	for (; low < high; low += size, high -= size) {
		for (size_t i = 0; i < size; i++) {
			char c = low[i];

			low[i] = high[i];
			high[i] = c;
		}
	}
}
