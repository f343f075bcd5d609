/* SPDX-License-Identifier: MIT */
#include "base/sha256.h"

#ifdef __x86_64__

#include <cpuid.h>
#include <endian.h>
#include <immintrin.h>
#include <string.h>

#define BLOCK 64

/* FIPS 180-4, 4.2.2 */
static const uint32_t constants[64] = { 0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
	0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
	0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
	0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138,
	0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624,
	0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
	0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f,
	0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2 };

bool sha256_can(void)
{
	unsigned a, b, c, d;

	if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1))
		return false;
	return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA) != 0;
}

static __m128i load(const void *p)
{
	return _mm_loadu_si128(p);
}

/* The state is kept as the instructions want it: words ABEF in state[0], CDGH in [1]. */
__attribute__((target("sha,sse4.1,ssse3"))) static void add_blocks(
	__m128i state[2], const uint8_t *p, size_t blocks)
{
	const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);

	for (; blocks > 0; blocks--, p += BLOCK) {
		__m128i abef = state[0], cdgh = state[1], w[4];

		for (int i = 0; i < 4; i++)
			w[i] = _mm_shuffle_epi8(load(p + 16 * i), big_endian);
#pragma GCC unroll 16
		for (int i = 0; i < 16; i++) {
			__m128i *now = &w[i & 3], next = w[(i + 1) & 3];
			__m128i last = w[(i + 3) & 3], x;

			x = _mm_add_epi32(*now, load(constants + 4 * i));
			cdgh = _mm_sha256rnds2_epu32(cdgh, abef, x);
			abef = _mm_sha256rnds2_epu32(
				abef, cdgh, _mm_shuffle_epi32(x, 0x0e));
			x = _mm_add_epi32(_mm_sha256msg1_epu32(*now, next),
				_mm_alignr_epi8(last, w[(i + 2) & 3], 4));
			*now = _mm_sha256msg2_epu32(x, last);
		}
		state[0] = _mm_add_epi32(state[0], abef);
		state[1] = _mm_add_epi32(state[1], cdgh);
	}
}

/* What is left of the text, a one bit, zeros, and the length in bits. */
static size_t last_blocks(uint8_t to[2 * BLOCK], const uint8_t *rest, size_t n)
{
	size_t left = n % BLOCK, size = left < BLOCK - 8 ? BLOCK : 2 * BLOCK;
	uint64_t bits = htobe64((uint64_t)n * 8);

	memset(to, 0, size);
	if (left > 0)
		memcpy(to, rest, left);
	to[left] = 0x80;
	memcpy(to + size - sizeof(bits), &bits, sizeof(bits));
	return size / BLOCK;
}

void sha256(uint8_t out[32], const void *bytes, size_t n)
{
	__m128i state[2] = { _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f,
				     (int)0x9b05688c),
		_mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19) };
	/* where words A to H stand in it */
	static const uint8_t place[8] = { 3, 2, 7, 6, 1, 0, 5, 4 };
	const uint8_t *p = bytes;
	uint8_t last[2 * BLOCK];
	uint32_t word[8];

	add_blocks(state, p, n / BLOCK);
	add_blocks(state, last, last_blocks(last, p + n / BLOCK * BLOCK, n));
	memcpy(word, state, sizeof(word));
	for (int i = 0; i < 8; i++) {
		uint32_t big = htobe32(word[place[i]]);

		memcpy(out + 4 * i, &big, sizeof(big));
	}
}

#else

bool sha256_can(void)
{
	return false;
}

void sha256(uint8_t out[32], const void *bytes, size_t n)
{
	(void)out, (void)bytes, (void)n;
}

#endif
