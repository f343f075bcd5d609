/* SPDX-License-Identifier: MIT */
/*
 * A set of 64-bit hashes (base/digest.h), for who counts what is different and has no
 * use for the things themselves. A zeroed struct is an empty set. Nothing can be taken
 * out, and no order comes of it.
 */
#ifndef BASE_HASHES_H
#define BASE_HASHES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct hashes {
	uint64_t *slot; /* private */
	size_t room;
	size_t count;
	bool zero; /* 0 is in it, which marks a free slot */
};

void hashes_fini(struct hashes *h);
/* False if it was in it already. */
bool hashes_add(struct hashes *h, uint64_t hash);
bool hashes_has(const struct hashes *h, uint64_t hash);

#endif
