/* SPDX-License-Identifier: MIT */
/*
 * The incidents of the mesh, worst first. It follows the mesh by the lines of its log,
 * so that a look costs what has happened since the last one; where more has happened
 * than the log holds, and at first, all are gone through in slices, and `behind` says
 * how many are still to come.
 */
#ifndef VIEWS_CASES_H
#define VIEWS_CASES_H

#include "base/order.h"
#include "views/world.h"

struct cases {
	struct order worst; /* all, by gravity, the newest of the same gravity first */
	size_t bad;         /* of them in trouble: the first ones */
	uint32_t behind;    /* incidents that were not looked at yet */
	/* private */
	int64_t *key; /* by place */
	bool *filed;
	uint32_t places;
	size_t cap_key, cap_filed;
	uint32_t next;     /* place: from here on they are still to be gone through */
	uint64_t log_seen; /* lines */
	uint64_t hubsequence;
	const struct mesh *mesh; /* compared, never followed */
};

void cases_fini(struct cases *c);
void cases_look(struct cases *c, const struct world *w);

/* Something in it has failed, is dead, or waits for a human. */
bool case_is_bad(const struct incident *i);
/* Critical: something is dead, failed or refused; a warning: somebody has to look. */
int case_grave(const struct incident *i);

/* Edges of its newest handoffs that are in trouble, worst first: how many were put. */
#define CASE_EDGES 8
size_t case_edges(
	const struct world *w, const struct incident *i, uint32_t out[CASE_EDGES]);

#endif
