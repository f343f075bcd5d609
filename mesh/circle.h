/* SPDX-License-Identifier: MIT */
/*
 * Handoffs go one way: docs/PROTOCOL.md, "Loops". Each incident knows the edges of its
 * handoffs (struct way); an offer from which there was a way back already closes a
 * circle, and the mesh keeps count of the circles.
 */
#ifndef MESH_CIRCLE_H
#define MESH_CIRCLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CIRCLE_AGENTS 16
#define CIRCLES_MOST 1000 /* the one that was closed the longest ago makes room */
#define WAYS_MOST 256 /* an incident with more is too wide: loops are not looked for */

/* What some of an incident's handoffs have in common. */
struct way {
	uint32_t edge;
	uint32_t contract; /* one that says `returns`; else CONTRACT_NONE */
	uint32_t count;    /* handoffs */
};

/* Agents that hand on to one another until it comes back. */
struct circle {
	/*
	 * In the order of the way, and back to the first, who is the one that the mesh
	 * has seen first. `longer`: there are more than fit, and these two are the
	 * edge that closed it.
	 */
	uint32_t agent[CIRCLE_AGENTS];
	uint8_t agents;
	bool longer;
	uint64_t count;      /* handoffs that closed it */
	int64_t first, last; /* when */
	uint32_t handoff;    /* the newest that did; it may be gone */
};

#endif
