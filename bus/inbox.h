/* SPDX-License-Identifier: MIT */
/* Replies that have come and nobody has taken yet, in order. */
#ifndef BUS_INBOX_H
#define BUS_INBOX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

struct letter;

struct inbox {
	struct letter *first, *last;
};

/* `text` is copied; `number` is that of the request. */
void inbox_add(struct inbox *b, uint64_t number, struct str text);
/* The oldest one into *text (reset first); false if there is none. */
bool inbox_take(struct inbox *b, uint64_t *number, struct buf *text);
void inbox_clear(struct inbox *b);

#endif
