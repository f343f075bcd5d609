/* SPDX-License-Identifier: MIT */
/*
 * What a graph_layout pins; for the graph_*.c files only. graph_settle.c fills
 * it, graph_extend.c adds to it, graph_paint.c reads it.
 *
 * What always holds: nodes are in a column of their layer, each row of which
 * has one node or the run of one source; the hops of all routes of a gap can
 * be drawn together in a graph_channel of the gap's width.
 */
#ifndef TUI_GRAPH_PINS_H
#define TUI_GRAPH_PINS_H

#include <stddef.h>

#include "tui/graph_channel.h"
#include "tui/graph_layout.h"

struct graph_pin {
	int layer, row;
	bool astray; /* not where its edges would have it */
};

/* Of an edge that is drawn: one hop for each gap from its source to its target. */
struct graph_route {
	int from, to;
	enum graph_fate fate;
	bool late; /* became a stub only because of what is pinned */
	int hop, span;
};

struct graph_column {
	int at, chip; /* first column, width of the chips */
};

struct graph_layout {
	int width, height;
	bool notes; /* room was made for second lines */
	int node_count, route_count, hop_count, layer_count;
	int rows;
	struct graph_pin *pins;
	struct graph_route *routes;
	struct graph_hop *hops; /* columns are those of the gap */
	struct graph_column *layers;
	size_t pin_cap, route_cap, hop_cap, layer_cap;
};

/* Right of a layer; the last has none. */
static inline int graph_pins_gap(const struct graph_layout *l, int layer)
{
	return l->layers[layer + 1].at - l->layers[layer].at - l->layers[layer].chip;
}

static inline int graph_pins_columns(const struct graph_layout *l)
{
	int last = l->layer_count - 1;

	return last < 0 ? 0 : l->layers[last].at + l->layers[last].chip;
}

/* Rows there are for lines: those of the pane, or more if the nodes need more. */
static inline int graph_pins_rows(const struct graph_layout *l)
{
	return l->rows > l->height ? l->rows : l->height;
}

/* Sets `rows` to what nodes, lines and, where they fit, notes use. */
void graph_pins_measure(struct graph_layout *l);
/* Draws the hops of all routes through a gap into an empty channel of its size. */
void graph_pins_draw_gap(const struct graph_layout *l, int gap, struct graph_channel *c);
/* The route of an edge, or -1. `hint` is where to look first. */
int graph_pins_route(const struct graph_layout *l, int from, int to, int hint);

#endif
