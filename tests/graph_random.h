/* SPDX-License-Identifier: MIT */
/*
 * Random layered graphs with some back edges, for the tests and the benchmark
 * of tui/graph_layout.h. The same seed gives the same graph on every machine.
 */
#ifndef TESTS_GRAPH_RANDOM_H
#define TESTS_GRAPH_RANDOM_H

#include <stdio.h>
#include <stdlib.h>

#include "tui/graph_layout.h"

enum { GRAPH_RANDOM_NAME = 40 };

struct graph_random {
	struct graph graph; /* of the arrays below */
	struct graph_node nodes[GRAPH_NODES_MAX];
	struct graph_edge edges[GRAPH_EDGES_MAX];
	char names[GRAPH_NODES_MAX][GRAPH_RANDOM_NAME];
	uint32_t state;
};

/* xorshift32 */
static inline int graph_random_below(struct graph_random *r, int limit)
{
	r->state ^= r->state << 13;
	r->state ^= r->state >> 17;
	r->state ^= r->state << 5;
	return (int)(r->state % (uint32_t)limit);
}

static inline bool graph_random_has(const struct graph_random *r, int from, int to)
{
	for (int i = 0; i < r->graph.edge_count; i++)
		if (r->edges[i].from == from && r->edges[i].to == to)
			return true;
	return false;
}

static inline void graph_random_link(struct graph_random *r, int from, int to)
{
	if (from == to || graph_random_has(r, from, to))
		return;
	r->edges[r->graph.edge_count++] = (struct graph_edge){ from, to, GRAPH_OK, 0 };
}

/*
 * `nodes` nodes in layers of about three, `edges` edges: each node has one
 * from the layer before, most others go to the next layer, about one in 40 goes back.
 */
static inline void graph_random_make(
	struct graph_random *r, uint32_t seed, int nodes, int edges)
{
	int layers = (2 * nodes + 10) / 7, layer[GRAPH_NODES_MAX] = { 0 };

	r->state = seed * 2654435761u + 1;
	r->graph = (struct graph){ r->nodes, r->edges, nodes, 0 };
	for (int n = 0; n < nodes; n++) {
		layer[n] = n < layers ? n : graph_random_below(r, layers);
		snprintf(r->names[n], sizeof(r->names[n]), "agent-%02d", n);
		r->nodes[n] = (struct graph_node){ r->names[n], NULL, ' ', GRAPH_OK };
	}
	for (int n = 0; n < nodes; n++)
		for (int tries = 0; layer[n] > 0 && tries < 50; tries++) {
			int from = graph_random_below(r, nodes);

			if (layer[from] + 1 != layer[n])
				continue;
			graph_random_link(r, from, n);
			break;
		}
	for (int tries = 0; r->graph.edge_count < edges && tries < 50 * edges; tries++) {
		int from = graph_random_below(r, nodes),
		    to = graph_random_below(r, nodes);
		int span = layer[to] - layer[from], dice = graph_random_below(r, 1000);

		if ((span == 1 && dice < 600) ||
			(span > 1 && dice < 400 / (span * span)) ||
			(span < 0 && dice < 2))
			graph_random_link(r, from, to);
	}
}

#endif
