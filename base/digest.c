/* SPDX-License-Identifier: MIT */
#include "base/digest.h"

#include <endian.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/sha256.h"

/* SipHash-1-3 (Aumasson, Bernstein). */
struct sip {
	uint64_t v0, v1, v2, v3;
};

static struct hash_key short_key; /* random a process */
static struct sip short_hash;     /* begun with it */
static bool own_sha256;           /* instead of libsodium's */

static struct sip sip_begin(const struct hash_key *k)
{
	return (struct sip){ k->word[0] ^ UINT64_C(0x736f6d6570736575),
		k->word[1] ^ UINT64_C(0x646f72616e646f6d),
		k->word[0] ^ UINT64_C(0x6c7967656e657261),
		k->word[1] ^ UINT64_C(0x7465646279746573) };
}

struct hash_key hash_key_new(void)
{
	struct hash_key k;

	randombytes_buf(&k, sizeof(k));
	return k;
}

void digest_start(void)
{
	if (sodium_init() < 0) {
		fprintf(stderr, "seam: libsodium cannot start\n");
		exit(1);
	}
	short_key = hash_key_new();
	short_hash = sip_begin(&short_key);
	own_sha256 = sha256_can();
}

struct digest digest_of(struct str bytes)
{
	struct digest d = { { 0 } };

	if (own_sha256)
		sha256(d.byte, bytes.p, bytes.n);
	else
		crypto_hash_sha256(d.byte, (const unsigned char *)bytes.p, bytes.n);
	return d;
}

struct digest hmac_of(struct str key, struct str bytes)
{
	crypto_auth_hmacsha256_state s;
	struct digest d;

	crypto_auth_hmacsha256_init(&s, (const unsigned char *)key.p, key.n);
	crypto_auth_hmacsha256_update(&s, (const unsigned char *)bytes.p, bytes.n);
	crypto_auth_hmacsha256_final(&s, d.byte);
	return d;
}

bool digest_eq(const struct digest *a, const struct digest *b)
{
	return memcmp(a->byte, b->byte, DIGEST_SIZE) == 0;
}

void digest_text(const struct digest *d, char out[DIGEST_TEXT])
{
	memcpy(out, "sha256:", 7);
	sodium_bin2hex(out + 7, DIGEST_TEXT - 7, d->byte, DIGEST_SIZE);
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool digest_parse(struct str s, struct digest *out)
{
	if (s.n != DIGEST_TEXT - 1 || !str_starts(s, "sha256:"))
		return false;
	for (size_t i = 0; i < DIGEST_SIZE; i++) {
		int hi = hex_digit(s.p[7 + 2 * i]), lo = hex_digit(s.p[8 + 2 * i]);

		if (hi < 0 || lo < 0)
			return false;
		out->byte[i] = (uint8_t)(hi << 4 | lo);
	}
	return true;
}

/* --- hashes for tables ------------------------------------------------------ */

static inline uint64_t rotate(uint64_t x, int by)
{
	return x << by | x >> (64 - by);
}

static inline void sip_round(struct sip *s)
{
	s->v0 += s->v1;
	s->v2 += s->v3;
	s->v1 = rotate(s->v1, 13) ^ s->v0;
	s->v3 = rotate(s->v3, 16) ^ s->v2;
	s->v0 = rotate(s->v0, 32) + s->v3;
	s->v2 += s->v1;
	s->v3 = rotate(s->v3, 21) ^ s->v0;
	s->v1 = rotate(s->v1, 17) ^ s->v2;
	s->v2 = rotate(s->v2, 32);
}

static inline void sip_word(struct sip *s, uint64_t word)
{
	s->v3 ^= word;
	sip_round(s);
	s->v0 ^= word;
}

/* The bytes from `i` on, at most seven, as the low ones of a word. */
static inline uint64_t sip_rest(struct str bytes, size_t i)
{
	size_t left = bytes.n - i;
	uint64_t word = 0;

	if (left == 0)
		return 0;
	if (bytes.n >= sizeof(word)) { /* one load, of some that have been already */
		memcpy(&word, bytes.p + bytes.n - sizeof(word), sizeof(word));
		return le64toh(word) >> 8 * (sizeof(word) - left);
	}
	for (size_t k = 0; k < left; k++)
		word |= (uint64_t)(unsigned char)bytes.p[i + k] << 8 * k;
	return word;
}

/* The bytes, and a last word with what is left of them and their number. */
static inline void sip_slice(struct sip *s, struct str bytes)
{
	uint64_t word;
	size_t i = 0;

	for (; bytes.n - i >= sizeof(word); i += sizeof(word)) {
		memcpy(&word, bytes.p + i, sizeof(word));
		sip_word(s, word);
	}
	sip_word(s, (uint64_t)bytes.n << 56 | sip_rest(bytes, i));
}

static inline uint64_t sip_end(struct sip *s, uint64_t mark)
{
	s->v2 ^= mark;
	for (int i = 0; i < 3; i++)
		sip_round(s);
	return s->v0 ^ s->v1 ^ s->v2 ^ s->v3;
}

uint64_t hash64(struct str bytes)
{
	struct sip s = short_hash;

	sip_slice(&s, bytes);
	return sip_end(&s, 0xff);
}

struct hash_key hash_key_here(void)
{
	return short_key;
}

uint64_t hash64_of(const struct hash_key *k, struct str bytes)
{
	struct sip s = sip_begin(k);

	sip_slice(&s, bytes);
	return sip_end(&s, 0xff);
}

/* The first one's length goes first, so that another cut gives other words. */
struct hash128 hash128_of(const struct hash_key *k, struct str first, struct str second)
{
	struct sip s = sip_begin(k);
	struct hash128 h;

	sip_word(&s, first.n);
	sip_slice(&s, first);
	sip_slice(&s, second);
	h.a = sip_end(&s, 0xee);
	h.b = sip_end(&s, 0xdd);
	return h;
}

void random_bytes(void *out, size_t n)
{
	randombytes_buf(out, n);
}

void random_name(char out[33])
{
	uint8_t b[16];

	randombytes_buf(b, sizeof(b));
	sodium_bin2hex(out, 33, b, sizeof(b));
}
