/* SPDX-License-Identifier: MIT */
/*
 * What is no event is kept as one of the hub's own. Who sends a thousand a second of it
 * over the events lane, where nobody is answered, has them added up: else it would fill
 * the disk, and decisions would wait for its commits.
 */
#include <stdio.h>

#include "base/base64.h"
#include "bus/hub_doors.h"

#define ALONE_RATE 100.0 /* a second of one key (without keys: lane) that stand alone */
#define ALONE_BURST 1000.0

struct found {
	const char *lane, *reason, *detail;
	size_t size;
	struct digest digest;
	struct str kept;
	uint64_t count;
};

static uint64_t tell(struct hub *h, const struct found *f)
{
	struct buf *b = hub_data(h, NONE);
	char hex[DIGEST_TEXT];

	digest_text(&f->digest, hex);
	out_key(b, "reason");
	out_text(b, f->reason);
	out_key(b, "detail");
	out_text(b, f->detail);
	out_key(b, "size");
	out_uint(b, f->size);
	out_key(b, "sha256");
	out_text(b, hex + 7);
	out_key(b, "bytes");
	buf_char(b, '"');
	base64_write(b, f->kept);
	buf_char(b, '"');
	out_key(b, "lane");
	out_text(b, f->lane);
	if (f->count > 1) {
		out_key(b, "count");
		out_uint(b, f->count);
	}
	out_close(b, '}');
	return hub_emit(h, EV_QUARANTINED, (struct str){ 0 }, buf_view(b));
}

uint64_t hub_quarantine(struct hub *h, struct str bytes, const char *lane,
	const char *reason, const char *detail)
{
	struct found f = { lane, reason, detail, bytes.n, digest_of(bytes),
		{ bytes.p, hub_kept_of(h, bytes.n) }, 1 };

	return tell(h, &f);
}

void hub_quarantine_event(
	struct hub *h, struct str bytes, const char *reason, const char *detail)
{
	struct heap *p = &h->heaps[h->speaks % KEEPERS];

	if (p->count == 0 &&
		allowance_take(&p->alone, h->turn, ALONE_RATE, ALONE_BURST, 1)) {
		hub_quarantine(h, bytes, "events", reason, detail);
		return;
	}
	if (p->count++ == 0)
		h->heaped++;
	h->costs.unkept++;
	p->size = bytes.n;
	p->digest = digest_of(bytes);
	p->reason = reason;
	snprintf(p->detail, sizeof(p->detail), "%s", detail);
}

/* Once a second, or at once. */
void hub_flush_quarantine(struct hub *h, bool all)
{
	if (h->heaped == 0 || (!all && h->turn < h->heaps_told + SECOND))
		return;
	h->heaps_told = h->turn;
	h->heaped = 0;
	for (size_t i = 0; i < KEEPERS; i++) {
		struct heap *p = &h->heaps[i];
		struct found f = { "events", p->reason, p->detail, p->size, p->digest,
			{ 0 }, p->count };

		if (p->count > 0)
			tell(h, &f);
		p->count = 0;
	}
}
