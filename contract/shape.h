/* SPDX-License-Identifier: MIT */
/*
 * The shape of an artifact: the set of (path, JSON type) of all that is in it, at any
 * depth, the elements of an array merged as `*`. Integers and other numbers are of one
 * type, and so are true and false. Two artifacts of one shape could be read by the same
 * code.
 */
#ifndef CONTRACT_SHAPE_H
#define CONTRACT_SHAPE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/json.h"

struct shape { /* room to work in; a zeroed one is ready */
	uint64_t *pair;
	size_t pairs, cap;
};

void shape_fini(struct shape *s);
/* A hash of it under this process's key: equal shapes have equal ones. */
uint64_t shape_of(struct shape *s, struct json *j, uint32_t artifact);

/* Adds the JSON Pointer `at`, which is below `top`, with `*` for places in arrays. */
void shape_pointer(struct buf *out, const struct json *j, uint32_t top, struct str at);

#endif
