/* SPDX-License-Identifier: MIT */
/*
 * A growing buffer of bytes. A zeroed struct is an empty one. After every
 * call that adds, data[len] is a NUL that does not count. Slices of `data`
 * die with the next call that adds.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct buf {
	char *data;
	size_t len, cap;
};

void buf_fini(struct buf *b);  /* frees, and leaves an empty buffer */
void buf_reset(struct buf *b); /* len = 0, memory kept */
/* Makes room for `n` more bytes (and the NUL) and returns where they go. */
char *buf_room(struct buf *b, size_t n);
void buf_add(struct buf *b, const void *bytes, size_t n);
void buf_char(struct buf *b, char c);
void buf_str(struct buf *b, const char *z);
void buf_slice(struct buf *b, struct str s);
void buf_fmt(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/*
 * Adds `s` as a JSON string with its quotes. What is not printable ASCII goes
 * out as \uXXXX, so the result is safe on a terminal; `s` must be valid UTF-8
 * (bytes that are not become U+FFFD).
 */
void buf_json(struct buf *b, struct str s);
/* The content as a NUL-terminated string the caller frees; `b` is then empty. */
char *buf_steal(struct buf *b);

static inline struct str buf_view(const struct buf *b)
{
	return (struct str){ b->data, b->len };
}

#endif
