/* SPDX-License-Identifier: MIT */
#include "base/keyset.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

#include "base/mem.h"

#define SIZE_LEAST 64

struct slot {
	const char *p; /* NULL where the slot is free */
	uint32_t len, hash;
};

/* Slots are searched one behind the other; at least half of them are free. */
struct keyset {
	uint64_t seed[2];
	struct slot *slot;
	size_t cap;  /* slots there are */
	size_t mask; /* slots in use, a power of two, less one */
	size_t left; /* strings that may still be added */
};

struct keyset *keyset_new(void)
{
	struct keyset *k = xcalloc(1, sizeof(*k));

	/* Where a sandbox refuses it, the place of the heap must do as a secret. */
	if (getrandom(k->seed, sizeof(k->seed), 0) < 0)
		k->seed[0] ^= (uint64_t)(uintptr_t)k;
	return k;
}

void keyset_free(struct keyset *k)
{
	if (k != NULL)
		free(k->slot);
	free(k);
}

void keyset_clear(struct keyset *k, size_t count)
{
	size_t size = SIZE_LEAST;

	while (size < 2 * count)
		size *= 2;
	xgrow(&k->slot, &k->cap, size, sizeof(*k->slot));
	memset(k->slot, 0, size * sizeof(*k->slot));
	k->mask = size - 1;
	k->left = count;
}

static inline uint64_t rotate(uint64_t x, int bits)
{
	return x << bits | x >> (64 - bits);
}

static inline void sip_round(uint64_t v[4])
{
	v[0] += v[1];
	v[1] = rotate(v[1], 13) ^ v[0];
	v[0] = rotate(v[0], 32);
	v[2] += v[3];
	v[3] = rotate(v[3], 16) ^ v[2];
	v[0] += v[3];
	v[3] = rotate(v[3], 21) ^ v[0];
	v[2] += v[1];
	v[1] = rotate(v[1], 17) ^ v[2];
	v[2] = rotate(v[2], 32);
}

static inline void sip_word(uint64_t v[4], uint64_t word)
{
	v[3] ^= word;
	sip_round(v);
	v[0] ^= word;
}

/* SipHash-1-3, but for the order of bytes on big-endian machines. */
static uint32_t sip_hash(const uint64_t seed[2], struct str s)
{
	uint64_t v[4] = { seed[0] ^ 0x736f6d6570736575, seed[1] ^ 0x646f72616e646f6d,
		seed[0] ^ 0x6c7967656e657261, seed[1] ^ 0x7465646279746573 };
	uint64_t word, last = (uint64_t)s.n << 56;

	for (; s.n >= 8; s = str_skip(s, 8)) {
		memcpy(&word, s.p, 8);
		sip_word(v, word);
	}
	for (size_t i = 0; i < s.n; i++)
		last |= (uint64_t)(unsigned char)s.p[i] << 8 * i;
	sip_word(v, last);
	v[2] ^= 0xff;
	for (int i = 0; i < 3; i++)
		sip_round(v);
	return (uint32_t)(v[0] ^ v[1] ^ v[2] ^ v[3]);
}

static bool is_same(const struct slot *slot, struct str s, uint32_t hash)
{
	return slot->hash == hash && slot->len == s.n && memcmp(slot->p, s.p, s.n) == 0;
}

bool keyset_add(struct keyset *k, struct str s)
{
	uint32_t hash = sip_hash(k->seed, s);
	size_t i = hash & k->mask;

	assert(k->left > 0 && s.p != NULL && s.n <= UINT32_MAX);
	for (; k->slot[i].p != NULL; i = (i + 1) & k->mask)
		if (is_same(&k->slot[i], s, hash))
			return false;
	k->slot[i] = (struct slot){ s.p, (uint32_t)s.n, hash };
	k->left--;
	return true;
}
