/* SPDX-License-Identifier: MIT */
/*
 * What became of what an agent handed over under a contract: in the last hour, and ever,
 * as far as the mesh still holds it. It is counted once, some handoffs at a time, and
 * then follows the mesh by its events; no drawing walks anything.
 */
#ifndef VIEWS_RECORD_H
#define VIEWS_RECORD_H

#include "views/world.h"

enum record_of {
	RECORD_OFFERED,
	RECORD_APPROVED,
	RECORD_REJECTED,
	RECORD_LET_GO,     /* shipped by its deadline */
	RECORD_OVERTURNED, /* approved or shipped, then refused, failed, dead, put back */
	RECORD_KINDS
};

struct record_entry;

/* All zero: nothing is counted yet. */
struct record {
	const struct mesh *mesh; /* compared, never followed */
	uint64_t until;          /* hubsequence: what came before is counted by walking */
	uint64_t lines;          /* of the log, that have been followed */
	uint64_t at;             /* hubsequence at the last look */
	uint32_t walked;         /* places */
	struct record_entry *entry;
	uint32_t *slot;
	size_t n, cap;
	uint64_t left_out; /* of pairs for which there was no room */
};

void record_fini(struct record *r);
/* To be called now and then; costs the same however much there is. */
void record_follow(struct record *r, const struct world *w);
/*
 * "last hour 12 offered, 3 approved ...; ever ..." of who offered `h`, under its
 * contract; or how far the counting is. Adds nothing where nothing is known.
 */
void record_say(const struct record *r, const struct world *w, const struct handoff *h,
	struct buf *out);

#endif
