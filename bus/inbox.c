/* SPDX-License-Identifier: MIT */
#include "bus/inbox.h"

#include <stdlib.h>

#include "base/mem.h"

struct letter {
	uint64_t number;
	struct letter *next;
	size_t size;
	char text[];
};

void inbox_add(struct inbox *b, uint64_t number, struct str text)
{
	struct letter *l = xmalloc(sizeof(*l) + text.n);

	*l = (struct letter){ .number = number, .size = text.n };
	memcpy(l->text, text.p, text.n);
	if (b->first == NULL)
		b->first = l;
	else
		b->last->next = l;
	b->last = l;
}

bool inbox_take(struct inbox *b, uint64_t *number, struct buf *text)
{
	struct letter *l = b->first;

	if (l == NULL)
		return false;
	*number = l->number;
	buf_reset(text);
	buf_add(text, l->text, l->size);
	b->first = l->next;
	free(l);
	return true;
}

void inbox_clear(struct inbox *b)
{
	while (b->first != NULL) {
		struct letter *next = b->first->next;

		free(b->first);
		b->first = next;
	}
}
