/* SPDX-License-Identifier: MIT */
#include "base/json_out.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/text.h"

static void comma(struct buf *b)
{
	if (b->len > 0 && strchr("{[:,", b->data[b->len - 1]) == NULL)
		buf_char(b, ',');
}

void out_open(struct buf *b, char bracket)
{
	comma(b);
	buf_char(b, bracket);
}

void out_close(struct buf *b, char bracket)
{
	buf_char(b, bracket);
}

void out_key(struct buf *b, const char *name)
{
	comma(b);
	buf_char(b, '"');
	buf_str(b, name);
	buf_str(b, "\":");
}

void out_str(struct buf *b, struct str s)
{
	comma(b);
	buf_json(b, s);
}

void out_text(struct buf *b, const char *z)
{
	if (z == NULL)
		out_null(b);
	else
		out_str(b, str_of(z));
}

void out_uint(struct buf *b, uint64_t n)
{
	comma(b);
	buf_fmt(b, "%llu", (unsigned long long)n);
}

void out_digits(struct buf *b, uint64_t n)
{
	comma(b);
	buf_fmt(b, "\"%llu\"", (unsigned long long)n);
}

void out_real(struct buf *b, double d)
{
	char text[40];

	for (int precision = 6; precision <= 17; precision++) {
		snprintf(text, sizeof(text), "%.*g", precision, d);
		if (strtod(text, NULL) == d)
			break;
	}
	comma(b);
	buf_str(b, text);
}

void out_bool(struct buf *b, bool v)
{
	comma(b);
	buf_str(b, v ? "true" : "false");
}

void out_null(struct buf *b)
{
	comma(b);
	buf_str(b, "null");
}

void out_time(struct buf *b, int64_t usec)
{
	char text[TIME_TEXT];

	if (usec == 0) {
		out_null(b);
		return;
	}
	time_format(usec, text);
	out_text(b, text);
}

void out_raw(struct buf *b, struct str json)
{
	comma(b);
	buf_slice(b, json);
}

static void escape(struct buf *b, uint32_t c)
{
	if (c >= 0x10000)
		buf_fmt(b, "\\u%04x\\u%04x", (unsigned)(0xd800 + ((c - 0x10000) >> 10)),
			(unsigned)(0xdc00 + ((c - 0x10000) & 0x3ff)));
	else
		buf_fmt(b, "\\u%04x", (unsigned)c);
}

void out_ascii(struct buf *b, struct str json)
{
	for (size_t i = 0; i < json.n;) {
		unsigned char byte = (unsigned char)json.p[i];
		uint32_t c;
		size_t n = 1;

		if (byte == '\n' || byte == '\r' || byte == '\t') {
			buf_char(b, ' ');
		} else if (byte >= 0x20 && byte < 0x7f) {
			buf_char(b, (char)byte);
		} else {
			n = utf8_decode(json.p + i, json.n - i, &c);
			escape(b, n > 0 ? c : 0xfffd);
			n += n == 0;
		}
		i += n;
	}
}

void out_token(struct buf *b, struct str token)
{
	buf_char(b, '/');
	for (size_t i = 0; i < token.n; i++) {
		if (token.p[i] == '~' || token.p[i] == '/')
			buf_str(b, token.p[i] == '~' ? "~0" : "~1");
		else
			buf_char(b, token.p[i]);
	}
}
