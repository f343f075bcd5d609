/* SPDX-License-Identifier: MIT */
#include "base/digest.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

/* Keys of the hash tables: random a process, so that no stranger can aim. */
static uint8_t short_key[crypto_shorthash_KEYBYTES];
static uint8_t long_key[crypto_shorthash_siphashx24_KEYBYTES];

void digest_start(void)
{
	if (sodium_init() < 0) {
		fprintf(stderr, "seam: libsodium cannot start\n");
		exit(1);
	}
	randombytes_buf(short_key, sizeof(short_key));
	randombytes_buf(long_key, sizeof(long_key));
}

struct digest digest_of(struct str bytes)
{
	struct digest d;

	crypto_hash_sha256(d.byte, (const unsigned char *)bytes.p, bytes.n);
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

uint64_t hash64(struct str bytes)
{
	uint64_t h;

	crypto_shorthash(
		(unsigned char *)&h, (const unsigned char *)bytes.p, bytes.n, short_key);
	return h;
}

struct hash128 hash128_of(struct str first, struct str second)
{
	unsigned char small[256], *in = small;
	size_t n = sizeof(size_t) + first.n + second.n;
	struct hash128 h;

	if (n > sizeof(small) && (in = malloc(n)) == NULL)
		abort();
	memcpy(in, &first.n, sizeof(size_t));
	if (first.n > 0)
		memcpy(in + sizeof(size_t), first.p, first.n);
	if (second.n > 0)
		memcpy(in + sizeof(size_t) + first.n, second.p, second.n);
	crypto_shorthash_siphashx24((unsigned char *)&h, in, n, long_key);
	if (in != small)
		free(in);
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

size_t base64_room(size_t n)
{
	return sodium_base64_ENCODED_LEN(n, sodium_base64_VARIANT_ORIGINAL);
}

void base64(char *out, struct str in)
{
	sodium_bin2base64(out, base64_room(in.n), (const unsigned char *)in.p, in.n,
		sodium_base64_VARIANT_ORIGINAL);
}
