/* SPDX-License-Identifier: MIT */
/*
 * The proper layered graph behind a drawing: every link joins neighbouring
 * layers, longer edges pass through dummies. Built from nodes and arcs by
 * graph_layers_build() (cycles, layers, dummies); graph_order.c then sets the
 * order in the layers, graph_rows.c the rows.
 *
 * What always holds: the first `node_count` vertices are the nodes; there is
 * at most one dummy for a source and a layer, so the out-edges of a node share
 * their long run; every routed arc has one link for each gap it passes.
 */
#ifndef TUI_GRAPH_LAYERS_H
#define TUI_GRAPH_LAYERS_H

#include <stddef.h>

#include "tui/graph_layout.h"

struct graph_vertex {
	int owner; /* the node, or of a dummy the source it runs for */
	int layer, row;
	int pos;                          /* in its layer, from the top */
	int in, in_count, out, out_count; /* its part of `near` */
};

/* From a vertex to one of the next layer; in order of their gaps. */
struct graph_link {
	int from, to;
};

/* An edge of the drawing: no self-loops, no doubles. */
struct graph_arc {
	int from, to;
	enum graph_fate fate;
	int chain, span; /* its links: chains[chain] and the next span - 1 */
};

struct graph_layers {
	int node_count, vertex_count, layer_count, link_count, arc_count, chain_count;
	struct graph_vertex *vertices;
	struct graph_link *links;
	struct graph_arc *arcs;
	int *chains;
	int *near;  /* neighbours of vertices, as vertices */
	int *gap;   /* [layer]: the first link from that layer; one more at the end */
	int *layer; /* [layer]: where it begins in `order`; one more at the end */
	int *order; /* vertices by layer and pos */
	size_t vertex_cap, chain_cap;
};

/* Arcs longer than `max_span` are folded to stubs; `height` is the room for a layer. */
struct graph_layers_limits {
	int max_span, height;
};

/*
 * Builds into a zeroed `g` from `node_count` nodes and a copy of `arcs`. Sets
 * the fate of every arc. The order of the vertices in a layer is that of a
 * walk along the arcs.
 */
void graph_layers_build(struct graph_layers *g, int node_count,
	const struct graph_arc *arcs, int arc_count, struct graph_layers_limits limits);
void graph_layers_fini(struct graph_layers *g);

static inline bool graph_layers_dummy(const struct graph_layers *g, int vertex)
{
	return vertex >= g->node_count;
}

static inline int graph_layers_size(const struct graph_layers *g, int layer)
{
	return g->layer[layer + 1] - g->layer[layer];
}

#endif
