/* SPDX-License-Identifier: MIT */
/*
 * Where hops to one goal gather, nobody who comes with one may be led into another and
 * on to where that one parts (graph_astray.h). So of the hops to a goal one may be on a
 * trunk that parts, the leftmost there; the others come late, each with what nobody
 * parts from: the end of its net's row, or a dogleg.
 */
#ifndef TUI_GRAPH_GATHER_H
#define TUI_GRAPH_GATHER_H

#include "tui/graph_channel.h"

/* How a hop comes to the row of its goal. */
enum graph_coming {
	GRAPH_FIRST,     /* straight, or with a trunk that may part */
	GRAPH_LATE,      /* with the end of its net's row */
	GRAPH_BY_DOGLEG, /* late, but the end of the row is another hop's */
};

/* Chooses for each hop so that as few as may be need a dogleg. */
void graph_gather_choose(
	const struct graph_hop *hops, int count, enum graph_coming *coming);

#endif
