/* SPDX-License-Identifier: MIT */
/*
 * Which (source, id) pairs have come, with what content: CloudEvents 1.0,
 * "id", and wire.md on duplicates. Keeps hashes under a key of this process,
 * 32 bytes an event.
 */
#ifndef MESH_SEEN_H
#define MESH_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"

struct seen_entry {
	struct hash128 name; /* of source and id; {0, 0} is a free place */
	uint64_t content;    /* of type and data */
	uint64_t place;      /* hubsequence of the first one */
};

struct seen {
	struct seen_entry *entry;
	size_t size, used;
};

void seen_fini(struct seen *s);
/* What came under this name, or NULL. Lives until the next seen_add(). */
const struct seen_entry *seen_find(const struct seen *s, struct hash128 name);
/* Adds a name that is not there. */
void seen_add(struct seen *s, const struct seen_entry *e);

#endif
