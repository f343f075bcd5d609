/* SPDX-License-Identifier: MIT */
#include "bus/batch.h"

#include <stdlib.h>

#include "base/mem.h"

#define CHUNK_BYTES ((size_t)256 << 10)
#define KEPT_CHUNKS 16 /* of an emptied batch: a new one costs a fault a page */

struct batch_chunk {
	struct batch_chunk *next;
	size_t size, used;
	char byte[];
};

struct batch *batch_new(void)
{
	return xcalloc(1, sizeof(struct batch));
}

static void free_chunks(struct batch_chunk *c)
{
	while (c != NULL) {
		struct batch_chunk *next = c->next;

		free(c);
		c = next;
	}
}

void batch_free(struct batch *b)
{
	if (b == NULL)
		return;
	free_chunks(b->chunk);
	free_chunks(b->spare);
	free(b->entry);
	free(b);
}

void batch_reset(struct batch *b)
{
	while (b->chunk != NULL) {
		struct batch_chunk *c = b->chunk;

		b->chunk = c->next;
		if (b->spares == KEPT_CHUNKS || c->size != CHUNK_BYTES) {
			free(c);
			continue;
		}
		c->next = b->spare;
		b->spare = c;
		b->spares++;
	}
	b->count = b->bytes = 0;
	b->cut = (struct journal_cut){ 0 };
	b->chore = NULL;
	b->written = false;
}

/* A chunk with room for `n` bytes. */
static struct batch_chunk *add_chunk(struct batch *b, size_t n)
{
	struct batch_chunk *c = n <= CHUNK_BYTES ? b->spare : NULL;

	if (c != NULL) {
		b->spare = c->next;
		b->spares--;
	} else {
		size_t size = n > CHUNK_BYTES ? n : CHUNK_BYTES;

		c = xmalloc(sizeof(*c) + size);
		c->size = size;
	}
	c->used = 0;
	c->next = b->chunk;
	b->chunk = c;
	return c;
}

struct str batch_copy(struct batch *b, struct str s)
{
	struct batch_chunk *c = b->chunk;
	char *to;

	if (s.p == NULL)
		return s;
	if (c == NULL || c->size - c->used < s.n)
		c = add_chunk(b, s.n);
	to = c->byte + c->used;
	if (s.n > 0)
		memcpy(to, s.p, s.n);
	c->used += s.n;
	return (struct str){ to, s.n };
}

struct batch_entry *batch_add(struct batch *b)
{
	xgrow(&b->entry, &b->cap, b->count + 1, sizeof(*b->entry));
	b->entry[b->count] = (struct batch_entry){ 0 };
	return &b->entry[b->count++];
}
