/* SPDX-License-Identifier: MIT */
#include "base/table.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"

void table_init(
	struct table *t, struct str (*key_of)(const void *, uint32_t), const void *owner)
{
	*t = (struct table){ .key_of = key_of, .owner = owner, .hash = hash_key_here() };
}

void table_fini(struct table *t)
{
	free(t->slot);
	t->slot = NULL;
	t->size = t->used = 0;
}

uint32_t table_find(const struct table *t, struct str key)
{
	uint32_t hash = (uint32_t)hash64_of(&t->hash, key);

	if (t->size == 0)
		return TABLE_NONE;
	for (uint32_t i = hash & (t->size - 1); t->slot[i].place != TABLE_NONE;
		i = (i + 1) & (t->size - 1)) {
		if (t->slot[i].hash == hash &&
			str_eq(t->key_of(t->owner, t->slot[i].place), key))
			return t->slot[i].place;
	}
	return TABLE_NONE;
}

static void put(struct table *t, struct table_slot s)
{
	uint32_t i = s.hash & (t->size - 1);

	while (t->slot[i].place != TABLE_NONE)
		i = (i + 1) & (t->size - 1);
	t->slot[i] = s;
}

static void resize(struct table *t, uint32_t size)
{
	struct table_slot *old = t->slot;
	uint32_t n = t->size;

	t->size = size;
	t->slot = xmalloc(t->size * sizeof(*t->slot));
	memset(t->slot, 0xff, t->size * sizeof(*t->slot));
	for (uint32_t i = 0; i < n; i++) {
		if (old[i].place != TABLE_NONE)
			put(t, old[i]);
	}
	free(old);
}

void table_reserve(struct table *t, uint32_t count)
{
	uint32_t size = 16;

	while (size - size / 4 < count && size < UINT32_C(1) << 31)
		size *= 2;
	if (size > t->size)
		resize(t, size);
}

void table_add(struct table *t, struct str key, uint32_t place)
{
	if (t->used + 1 > t->size - t->size / 4)
		resize(t, t->size == 0 ? 16 : t->size * 2);
	put(t, (struct table_slot){ (uint32_t)hash64_of(&t->hash, key), place });
	t->used++;
}

void table_put_take(
	struct table *t, struct table_slot *slot, uint32_t size, uint32_t used)
{
	free(t->slot);
	t->slot = slot;
	t->size = size;
	t->used = used;
}

/*
 * What stands behind a freed slot may have been pushed there by it: it moves
 * back, so that no search ends too early (Knuth, 6.4, algorithm R).
 */
static void close_up(struct table *t, uint32_t free)
{
	uint32_t mask = t->size - 1;

	for (uint32_t i = (free + 1) & mask; t->slot[i].place != TABLE_NONE;
		i = (i + 1) & mask) {
		uint32_t wanted = t->slot[i].hash & mask;

		if (((i - wanted) & mask) < ((i - free) & mask))
			continue;
		t->slot[free] = t->slot[i];
		free = i;
	}
	t->slot[free].place = TABLE_NONE;
}

void table_remove(struct table *t, struct str key, uint32_t place)
{
	uint32_t i = (uint32_t)hash64_of(&t->hash, key) & (t->size - 1);

	while (t->slot[i].place != place) {
		assert(t->slot[i].place != TABLE_NONE);
		i = (i + 1) & (t->size - 1);
	}
	close_up(t, i);
	t->used--;
}
