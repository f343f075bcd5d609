/* SPDX-License-Identifier: MIT */
/*
 * What costs a walk over edges, agents and groups to find out, for the verdict
 * and the worklist of Now. It is brought up to the mesh once in a while and
 * keeps places, so it may be half a second old.
 */
#ifndef VIEWS_WATCH_H
#define VIEWS_WATCH_H

#include "views/world.h"

#define WATCH_WORST 32
#define WATCH_BROKEN 1000 /* the weight from which an edge is broken */
#define WATCH_LOSES 500   /* and from which it loses handoffs; below it is low */

struct watch {
	const struct mesh *mesh;
	uint64_t hubsequence;
	int64_t tick, now;
	uint64_t log_seen;
	uint32_t edges, agents, groups; /* as many as there were */
	/* edges in trouble, worst first; the counts are of all */
	uint32_t edge[WATCH_WORST];
	double weight[WATCH_WORST];
	size_t n_edges;
	uint32_t broken, losing, low_only, well;
	uint32_t low; /* those that lose as well */
	/* edges that are not broken themselves, where contracts are in a wave; the worst
	 */
	uint32_t breaking, most_breaking;
	/* dead letters */
	uint32_t group;  /* that grows fastest, NONE */
	uint64_t growth; /* of all groups, in the last ten minutes */
	/* agents */
	uint32_t heard, silent, first_silent;
	/* who was kept out, without a minute's pause: since when, how many, the last */
	int64_t denied_since, denied_time;
	uint64_t denied;
	char denied_last[94]; /* foreign */
	/* the last hole: when, how many, whose (NONE: of several) */
	int64_t gap_time;
	uint64_t gap_count;
	uint32_t gap_agent;
	/* escalated, nobody was called, nobody is on it: how many, the first of them */
	size_t uncalled;
	uint32_t first_uncalled;
	int64_t given_up; /* when */
	/* what has drifted, what goes round: views/drift_news.h */
	bool drift_looked, refusing;
	uint32_t drifting, circling;
	/* events of handoffs that nobody offered, and of how many; lately */
	uint64_t unoffered;
	uint32_t unoffered_handoffs;
	char unoffered_words[120]; /* the first; foreign */
	/* edges that are not broken, with artifacts that break their schema: few, or a
	 * wave
	 */
	uint32_t breached;
	char breach_words[200], breach_of[140]; /* of the worst; foreign */
	char drift_words[160],
		circle_words[160]; /* of the first, of the worst; foreign */
	int64_t drift_tick, drift_now;
};

/* Brings `k` (zeroed at first) up to the world, at most twice a second in a large mesh.
 */
void watch_look(struct watch *k, const struct world *w);
/* "12 denials since 03:11, last: ..."; false: few, or none for a minute. */
bool watch_denied(const struct watch *k, const struct world *w, char out[200]);
/* Something was lost in the last ten minutes: counts may be short. */
bool watch_lossy(const struct watch *k, const struct world *w);
/* "rates 1m", or that they are at least what is shown: for a title. `k` may be NULL. */
const char *watch_rates(const struct watch *k, const struct world *w);
/* The same in the last half a minute: that is news. */
bool watch_lost_now(const struct watch *k, const struct world *w);

#endif
