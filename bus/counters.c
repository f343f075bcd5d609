/* SPDX-License-Identifier: MIT */
#include "bus/counters.h"

#include "base/json_out.h"
#include "mesh/dump.h"

static void out_counter(struct buf *b, const char *name, uint64_t n)
{
	out_key(b, name);
	out_uint(b, n);
}

void out_counters(struct buf *b, struct mesh *m)
{
	struct counters c = mesh_counters(m);
	struct digest all = mesh_digest(m);
	char digest[DIGEST_TEXT];

	out_counter(b, "received", c.received);
	for (int s = 0; s < STANDINGS; s++)
		out_counter(b, standing_counter((enum standing)s), c.standing[s]);
	out_counter(b, "lost", c.lost);
	out_counter(b, "unheard", c.unheard);
	digest_text(&all, digest);
	out_key(b, "mesh");
	out_text(b, digest);
	digest_text(&m->audit.head, digest);
	out_key(b, "audit");
	out_text(b, digest);
}
