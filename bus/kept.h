/* SPDX-License-Identifier: MIT */
/*
 * The bytes of the newest events: so many of them, and so many bytes together,
 * that who looks at what has just come need not ask the hub for it.
 */
#ifndef BUS_KEPT_H
#define BUS_KEPT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

#define KEPT 4096
#define KEPT_BYTES ((size_t)16 << 20)

/* A ring; all zero is an empty one. */
struct kept {
	struct kept_event {
		uint64_t hubsequence; /* 0: free */
		char *text;
		size_t size;
	} event[KEPT];
	size_t bytes, at;
};

/* Copies the bytes; the oldest go to make room. */
void kept_add(struct kept *k, uint64_t hubsequence, struct str text);
/* Adds the bytes of that event to `out`; false if they are not kept (any more). */
bool kept_find(const struct kept *k, uint64_t hubsequence, struct buf *out);
/* Forgets and frees all. */
void kept_clear(struct kept *k);

#endif
