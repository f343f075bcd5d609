/* SPDX-License-Identifier: MIT */
#include "bus/kept.h"

#include <stdlib.h>

#include "base/mem.h"

static void drop(struct kept *k, struct kept_event *e)
{
	k->bytes -= e->size;
	free(e->text);
	*e = (struct kept_event){ 0 };
}

void kept_add(struct kept *k, uint64_t hubsequence, struct str text)
{
	struct kept_event *e = &k->event[k->at++ % KEPT];

	drop(k, e);
	*e = (struct kept_event){ hubsequence, xmemdup(text.p, text.n), text.n };
	k->bytes += text.n;
	/* big events: fewer are kept */
	for (size_t i = k->at; k->bytes > KEPT_BYTES && i < k->at + KEPT; i++)
		drop(k, &k->event[i % KEPT]);
}

bool kept_find(const struct kept *k, uint64_t hubsequence, struct buf *out)
{
	for (size_t i = 0; i < KEPT; i++) {
		if (k->event[i].hubsequence == hubsequence) {
			buf_add(out, k->event[i].text, k->event[i].size);
			return true;
		}
	}
	return false;
}

void kept_clear(struct kept *k)
{
	for (size_t i = 0; i < KEPT; i++)
		drop(k, &k->event[i]);
}
