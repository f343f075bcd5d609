/* SPDX-License-Identifier: MIT */
#include "base/base64.h"

static const char alphabet[] =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static uint32_t three_bytes(const unsigned char *p, size_t n)
{
	uint32_t word = (uint32_t)p[0] << 16;

	if (n > 1)
		word |= (uint32_t)p[1] << 8;
	return n > 2 ? word | p[2] : word;
}

void base64_write(struct buf *out, struct str in)
{
	const unsigned char *from = (const unsigned char *)in.p;
	char *to = buf_room(out, (in.n + 2) / 3 * 4);

	out->len += (in.n + 2) / 3 * 4;
	for (size_t i = 0; i < in.n; i += 3) {
		size_t n = in.n - i < 3 ? in.n - i : 3;
		uint32_t word = three_bytes(from + i, n);

		*to++ = alphabet[word >> 18];
		*to++ = alphabet[word >> 12 & 63];
		*to++ = n > 1 ? alphabet[word >> 6 & 63] : '=';
		*to++ = n > 2 ? alphabet[word & 63] : '=';
	}
	*to = '\0';
}

/* 64 for what is not in the alphabet. */
static unsigned value_of(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (unsigned)(c - 'A');
	if (c >= 'a' && c <= 'z')
		return (unsigned)(c - 'a') + 26;
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0') + 52;
	return c == '+' ? 62 : c == '/' ? 63 : 64;
}

struct values {
	unsigned char of[256];
};

static struct values all_values(void)
{
	struct values v;

	for (int c = 0; c < 256; c++)
		v.of[c] = (unsigned char)value_of((char)c);
	return v;
}

bool base64_read(struct buf *out, struct str in)
{
	struct values v = all_values();
	const unsigned char *from = (const unsigned char *)in.p;
	size_t pad = 0, start = out->len;
	unsigned bad = 0;
	char *to;

	if (in.n % 4 != 0)
		return false;
	while (pad < 2 && in.n > 0 && from[in.n - 1 - pad] == '=')
		pad++;
	to = buf_room(out, in.n / 4 * 3);
	for (size_t i = 0; i < in.n; i += 4) {
		size_t n = i + 4 < in.n ? 4 : 4 - pad;
		unsigned a = v.of[from[i]], b = v.of[from[i + 1]];
		unsigned c = n > 2 ? v.of[from[i + 2]] : 0;
		unsigned d = n > 3 ? v.of[from[i + 3]] : 0;
		uint32_t word = a << 18 | b << 12 | c << 6 | d;

		bad |= a | b | c | d;
		*to++ = (char)(word >> 16);
		*to++ = (char)(word >> 8);
		*to++ = (char)word;
	}
	if (bad & 64)
		return false;
	out->len = start + in.n / 4 * 3 - pad;
	out->data[out->len] = '\0';
	return true;
}
