/* SPDX-License-Identifier: MIT */
/* Under which contracts an edge was offered what: names and versions, as they were said.
 */
#ifndef MESH_KINDS_H
#define MESH_KINDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "mesh/breach.h"

struct agent;

#define EDGE_KINDS 16 /* the one offered the longest ago makes room */

struct edge_kind {
	char *name;        /* "name/1.2.3", or what was said instead; "": nothing was */
	uint32_t hash;     /* private: of the name */
	uint32_t contract; /* of the last offer, CONTRACT_NONE: it was not in force */
	uint64_t count;    /* offers */
	int64_t first, last;
	struct trouble broken, refused; /* offers that broke it, or were refused */
	uint32_t asked; /* private: for which hello of the receiver `taken` was found */
	bool taken;
};

/*
 * Whether an agent that said in its hello what it accepts takes `name/1.2.3`. True where
 * it said nothing of it, or where that is no name and version.
 */
bool agent_takes(const struct agent *a, struct str contract);

#endif
