/* SPDX-License-Identifier: MIT */
#include "base/hashes.h"

#include <stdlib.h>

#include "base/mem.h"

void hashes_fini(struct hashes *h)
{
	free(h->slot);
	*h = (struct hashes){ 0 };
}

/* Where it is, or would be. */
static size_t slot_of(const struct hashes *h, uint64_t hash)
{
	size_t i = (size_t)hash & (h->room - 1);

	while (h->slot[i] != 0 && h->slot[i] != hash)
		i = (i + 1) & (h->room - 1);
	return i;
}

static void grow(struct hashes *h)
{
	struct hashes more = { .room = h->room == 0 ? 16 : 2 * h->room };

	more.slot = xcalloc(more.room, sizeof(*more.slot));
	for (size_t i = 0; i < h->room; i++) {
		if (h->slot[i] != 0)
			more.slot[slot_of(&more, h->slot[i])] = h->slot[i];
	}
	free(h->slot);
	h->slot = more.slot;
	h->room = more.room;
}

bool hashes_add(struct hashes *h, uint64_t hash)
{
	if (hashes_has(h, hash))
		return false;
	h->count++;
	if (hash == 0) {
		h->zero = true;
		return true;
	}
	if (2 * h->count > h->room)
		grow(h);
	h->slot[slot_of(h, hash)] = hash;
	return true;
}

bool hashes_has(const struct hashes *h, uint64_t hash)
{
	if (hash == 0)
		return h->zero;
	return h->room > 0 && h->slot[slot_of(h, hash)] == hash;
}
