/* SPDX-License-Identifier: MIT */
/*
 * Writing JSON into a buffer, value by value; commas come by themselves.
 * jansson, which would hold a tree first, cannot carry an artifact's bytes
 * through unchanged: a digest is taken over them.
 */
#ifndef BASE_JSON_OUT_H
#define BASE_JSON_OUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

void out_open(struct buf *b, char bracket);    /* '{' or '[' */
void out_close(struct buf *b, char bracket);   /* '}' or ']' */
void out_key(struct buf *b, const char *name); /* plain ASCII, nothing to escape */
void out_str(struct buf *b, struct str s);
void out_text(struct buf *b, const char *z); /* null for NULL */
void out_uint(struct buf *b, uint64_t n);
void out_digits(struct buf *b, uint64_t n); /* as a string: hubsequences */
void out_real(struct buf *b, double d);     /* the shortest that reads back */
void out_bool(struct buf *b, bool v);
void out_null(struct buf *b);
void out_time(struct buf *b, int64_t usec); /* null for 0 */
/* Bytes that are JSON already. */
void out_raw(struct buf *b, struct str json);

/* One step of a JSON Pointer (RFC 6901): a slash, and the token with ~ and / escaped. */
void out_token(struct buf *b, struct str token);

/*
 * Copies JSON, writing every character that is not printable ASCII as \uXXXX
 * (it can only stand in a string) and line breaks as spaces: the same value,
 * in one line, safe on a terminal.
 */
void out_ascii(struct buf *b, struct str json);

#endif
