/* SPDX-License-Identifier: MIT */
/* The causes that a group of dead letters is divided into: few of each, and many of all.
 */
#ifndef MESH_DEAD_H
#define MESH_DEAD_H

#include "mesh/mesh.h"

/* The causes of a group, as they came: the one behind `i`, NONE at both ends. */
static inline uint32_t dead_why_next(const struct mesh *m, uint32_t group, uint32_t i)
{
	uint32_t next = i == NONE ? m->dead_group[group].first_why : m->dead_why[i].next;

	return next == 0 ? NONE : next - 1;
}

#endif
