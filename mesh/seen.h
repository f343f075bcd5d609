/* SPDX-License-Identifier: MIT */
/*
 * Which (source, id) pairs have come, with what content: CloudEvents 1.0,
 * "id", and docs/PROTOCOL.md on duplicates. Keeps hashes under a key of its own,
 * 24 bytes an event: of the name 96 bits, of the content 56. What stands at or
 * below the horizon is forgotten: docs/PROTOCOL.md, "Retention".
 */
#ifndef MESH_SEEN_H
#define MESH_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"

struct seen_entry {
	uint64_t name; /* of source and id; with more_name 0 it is a free place */
	uint32_t more_name, content; /* of type and data */
	uint64_t place : 40;         /* hubsequence of the first one */
	uint64_t more_content : 24;
};

struct seen {
	struct seen_entry *entry;
	size_t size, used;
	uint64_t horizon; /* hubsequence */
	struct hash_key key;
};

void seen_init(struct seen *s);
void seen_fini(struct seen *s);
/* What came under this name, or NULL. Lives until the next seen_add(). */
const struct seen_entry *seen_find(const struct seen *s, struct hash128 name);
/* Whether that is what came under the name. */
bool seen_same(const struct seen_entry *e, uint64_t content);
/* Forgets all that came at or before this place. */
void seen_forget(struct seen *s, uint64_t horizon);
/* Adds a name that seen_find() does not find. */
void seen_add(struct seen *s, struct hash128 name, uint64_t content, uint64_t place);

/* Makes room for so many in an empty table, before seen_put() adds them. */
void seen_reserve(struct seen *s, size_t count);
/* Adds an entry as it stood in another table under the same key. */
void seen_put(struct seen *s, const struct seen_entry *e);

#endif
