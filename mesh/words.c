/* SPDX-License-Identifier: MIT */
#include "mesh/words.h"

#include <stdlib.h>

#include "base/mem.h"

#define CHUNK_BYTES ((size_t)64 << 10)

struct words_chunk {
	struct words_chunk *before;
	size_t size;
	char text[];
};

static struct str key_of(const void *owner, uint32_t place)
{
	return str_of(((const struct words *)owner)->word[place]);
}

void words_init(struct words *w)
{
	*w = (struct words){ 0 };
	table_init(&w->by_text, key_of, w);
}

void words_fini(struct words *w)
{
	while (w->chunk != NULL) {
		struct words_chunk *before = w->chunk->before;

		free(w->chunk);
		w->chunk = before;
	}
	free(w->word);
	table_fini(&w->by_text);
}

char *words_keep(struct words *w, struct str s)
{
	char *to;

	if (w->chunk == NULL || w->chunk->size - w->used < s.n + 1) {
		size_t size = s.n + 1 > CHUNK_BYTES ? s.n + 1 : CHUNK_BYTES;
		struct words_chunk *c = xmalloc(sizeof(*c) + size);

		*c = (struct words_chunk){ .before = w->chunk, .size = size };
		w->chunk = c;
		w->used = 0;
	}
	to = w->chunk->text + w->used;
	if (s.n > 0)
		memcpy(to, s.p, s.n);
	to[s.n] = '\0';
	w->used += s.n + 1;
	return to;
}

char *words_share(struct words *w, struct str s)
{
	uint32_t i;

	if (s.p == NULL)
		return NULL;
	i = table_find(&w->by_text, s);
	if (i != TABLE_NONE)
		return w->word[i];
	xgrow(&w->word, &w->cap, w->count + 1, sizeof(*w->word));
	w->word[w->count] = words_keep(w, s);
	table_add(&w->by_text, s, w->count);
	return w->word[w->count++];
}
