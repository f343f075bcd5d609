/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"

void buf_fini(struct buf *b)
{
	free(b->data);
	*b = (struct buf){ 0 };
}

void buf_reset(struct buf *b)
{
	b->len = 0;
	if (b->data != NULL)
		b->data[0] = '\0';
}

char *buf_room(struct buf *b, size_t n)
{
	xgrow(&b->data, &b->cap, b->len + n + 1, 1);
	return b->data + b->len;
}

void buf_add(struct buf *b, const void *bytes, size_t n)
{
	char *to = buf_room(b, n);

	if (n > 0)
		memcpy(to, bytes, n);
	b->len += n;
	b->data[b->len] = '\0';
}

void buf_char(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void buf_str(struct buf *b, const char *z)
{
	buf_add(b, z, strlen(z));
}

void buf_slice(struct buf *b, struct str s)
{
	buf_add(b, s.p, s.n);
}

void buf_fmt(struct buf *b, const char *fmt, ...)
{
	va_list ap, again;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n > 0) {
		vsnprintf(buf_room(b, (size_t)n), (size_t)n + 1, fmt, again);
		b->len += (size_t)n;
	}
	va_end(again);
}

static void json_escape(struct buf *b, uint32_t c)
{
	static const char *const shorts[] = { ['\b'] = "\\b",
		['\t'] = "\\t",
		['\n'] = "\\n",
		['\f'] = "\\f",
		['\r'] = "\\r" };

	if (c == '"' || c == '\\')
		buf_fmt(b, "\\%c", (char)c);
	else if (c < sizeof(shorts) / sizeof(*shorts) && shorts[c] != NULL)
		buf_str(b, shorts[c]);
	else if (c >= 0x20 && c < 0x7f)
		buf_char(b, (char)c);
	else if (c < 0x10000)
		buf_fmt(b, "\\u%04x", (unsigned)c);
	else
		buf_fmt(b, "\\u%04x\\u%04x", (unsigned)(0xd800 + ((c - 0x10000) >> 10)),
			(unsigned)(0xdc00 + ((c - 0x10000) & 0x3ff)));
}

void buf_json(struct buf *b, struct str s)
{
	size_t i = 0;

	buf_char(b, '"');
	while (i < s.n) {
		uint32_t c;
		size_t n = utf8_decode(s.p + i, s.n - i, &c);

		json_escape(b, n > 0 ? c : 0xfffd);
		i += n > 0 ? n : 1;
	}
	buf_char(b, '"');
}

char *buf_steal(struct buf *b)
{
	char *z = b->data != NULL ? b->data : xstrdup("");

	*b = (struct buf){ 0 };
	return z;
}
