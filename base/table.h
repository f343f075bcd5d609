/* SPDX-License-Identifier: MIT */
/*
 * A hash index from byte strings to the places of an array that the caller
 * owns. It keeps no keys: `key_of` gives the key of a place. Walking is done
 * over the caller's array, so that no order ever depends on a hash.
 */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include <stdint.h>

#include "base/digest.h"
#include "base/str.h"

#define TABLE_NONE UINT32_MAX

struct table_slot {
	uint32_t hash;
	uint32_t place; /* TABLE_NONE: free */
};

struct table {
	struct str (*key_of)(const void *owner, uint32_t place);
	const void *owner;
	struct hash_key hash;    /* of this process, unless the caller sets another */
	struct table_slot *slot; /* private */
	uint32_t size, used;
};

void table_init(
	struct table *t, struct str (*key_of)(const void *, uint32_t), const void *owner);
void table_fini(struct table *t);
/* Room for so many without growing. */
void table_reserve(struct table *t, uint32_t count);
/* The place whose key this is, or TABLE_NONE. */
uint32_t table_find(const struct table *t, struct str key);
/* Adds a place whose key is not in the table yet. */
void table_add(struct table *t, struct str key, uint32_t place);
/*
 * Puts in the slots of another table as they stood, under its hash key: `size` of them, a
 * power of two, `used` of them not free, and some free. They are freed by `t`.
 */
void table_put_take(
	struct table *t, struct table_slot *slot, uint32_t size, uint32_t used);
/* Takes out a place that is in it. */
void table_remove(struct table *t, struct str key, uint32_t place);

#endif
