/* SPDX-License-Identifier: MIT */
/*
 * What can only be told of a mesh by looking at all of its agents, edges and
 * waiting handoffs: how many are in which state, which are the worst, who has
 * waited longest. It is looked at in slices, so that the hub's loop is never held
 * up, and what is told is that of the last whole look, a second old or so.
 *
 * Names come from strangers. Only the SURVEY_WORST worst edges and agents are told
 * by name, and all others in one sum.
 */
#ifndef BUS_SURVEY_H
#define BUS_SURVEY_H

#include "mesh/mesh.h"

#define SURVEY_WORST 50

/*
 * An edge: bad (mesh.h, edge_bad()), waiting, dead, what breaks its contract in ten
 * minutes. An agent: lost, silent.
 */
enum { SURVEY_BAD, SURVEY_WAITING, SURVEY_DEAD, SURVEY_BREAKS };
enum { SURVEY_LOST, SURVEY_SILENT };
#define SURVEY_VALUES 4

struct survey_one {
	uint32_t place;
	uint32_t rank; /* private: the gravest first */
	uint64_t value[SURVEY_VALUES];
};

struct survey_list {
	struct survey_one one[SURVEY_WORST]; /* the worst first */
	size_t count;
	uint64_t others; /* how many are not in it */
	uint64_t other[SURVEY_VALUES];
};

struct survey_found {
	uint64_t agent_states[AGENT_LEFT + 1];
	uint64_t edge_troubles[EDGE_BROKEN + 1];
	uint64_t offered, accepted, completed, refused; /* of all edges */
	uint64_t faults[FAULT_BITS];                    /* likewise */
	uint64_t breaking; /* edges where contracts are broken in a wave */
	struct survey_list agents, edges;
};

struct survey;

struct survey *survey_new(void);
void survey_free(struct survey *s);
/* The mesh was made anew: what was found of the other one does not count. */
void survey_reset(struct survey *s);
/* Begins a look, unless one is under way. */
void survey_begin(struct survey *s);
/* Goes on with it for about a millisecond at most; `now` is the hub's clock. */
void survey_turn(struct survey *s, const struct mesh *m, int64_t now);
bool survey_under_way(const struct survey *s);
/* What the last whole look found; NULL before the first. */
const struct survey_found *survey_found(const struct survey *s);
/* Since when the handoff waits that has waited longest for a human; 0: none does. */
int64_t survey_oldest(const struct survey *s, const struct mesh *m);

#endif
