/* SPDX-License-Identifier: MIT */
/*
 * Hashes and random bytes, on libsodium. digest_start() comes first, once a
 * process.
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define DIGEST_SIZE 32
#define DIGEST_TEXT 72 /* "sha256:", 64 hex digits and a NUL */

struct digest {
	uint8_t byte[DIGEST_SIZE];
};

struct hash128 {
	uint64_t a, b;
};

/* What makes hash128_of() hard to foresee. Whoever keeps hashes keeps it with them. */
struct hash_key {
	uint64_t word[2];
};

void digest_start(void);

struct digest digest_of(struct str bytes); /* SHA-256 */
/* HMAC with SHA-256. */
struct digest hmac_of(struct str key, struct str bytes);
bool digest_eq(const struct digest *a, const struct digest *b);
void digest_text(const struct digest *d, char out[DIGEST_TEXT]);
/* Reads what digest_text() writes, lower-case hex only. */
bool digest_parse(struct str s, struct digest *out);

/* For tables in memory, under a key of this process: it never reaches a result. */
uint64_t hash64(struct str bytes);
struct hash_key hash_key_new(void);
/* The key of hash64(). */
struct hash_key hash_key_here(void);
/* The same as hash64() under another key. */
uint64_t hash64_of(const struct hash_key *k, struct str bytes);
/* Of two slices in a row, told apart from any other cut of the same bytes. */
struct hash128 hash128_of(const struct hash_key *k, struct str first, struct str second);

void random_bytes(void *out, size_t n);
/* 32 hex digits of randomness and a NUL. */
void random_name(char out[33]);

#endif
