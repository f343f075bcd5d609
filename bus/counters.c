/* SPDX-License-Identifier: MIT */
#include "bus/counters.h"

#include "base/json_out.h"
#include "mesh/dump.h"

static void out_counter(struct buf *b, const char *name, uint64_t n)
{
	out_key(b, name);
	out_uint(b, n);
}

/* What became of deliveries, of all hooks. */
static void out_hooks(struct buf *b, const struct mesh *m)
{
	uint64_t done = 0, failed = 0, muted = 0, owed = 0;

	for (int k = 0; k < HOOKS; k++) {
		done += m->hook[k].done;
		failed += m->hook[k].failed;
		muted += m->hook[k].muted;
		owed += m->hook[k].owes;
	}
	out_counter(b, "hooks_done", done);
	out_counter(b, "hooks_failed", failed);
	out_counter(b, "hooks_muted", muted);
	out_counter(b, "hooks_owed", owed);
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
	out_counter(b, "access_denied", c.access_denied);
	out_hooks(b, m);
	digest_text(&all, digest);
	out_key(b, "mesh");
	out_text(b, digest);
	digest_text(&m->audit.head, digest);
	out_key(b, "audit");
	out_text(b, digest);
}
