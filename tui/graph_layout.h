/* SPDX-License-Identifier: MIT */
/*
 * A drawing of a directed graph in character cells: layers from left to right,
 * one row per node, no boxes, the out-edges of a node share a trunk. It knows
 * nodes, edges and cells, and nothing of what they stand for; no colour, no
 * terminal.
 *
 * A layout pins. graph_layout_settle() places everything afresh; after it
 * graph_layout_update() only adds: what has a place keeps it, to the cell.
 * Line class, letters, marks and notes are paint: changing them moves nothing.
 *
 * What always holds: equal input gives equal cells (only the order of nodes
 * and edges counts). Every node has one place of its own. Every edge is drawn
 * from end to end, or is a back edge counted in `^n` at its source, or is a
 * stub named (`>name`) or counted (`>n`) at its source; none is lost. A cell
 * where two lines meet is a crossing (straight on) or a join (three arms),
 * never both, and by no join one comes to where one's line does not lead. The layout owns
 * all it needs and keeps no pointer of the caller's.
 */
#ifndef TUI_GRAPH_LAYOUT_H
#define TUI_GRAPH_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

/* What is larger is not laid out: graph_layout_settle() returns false. */
#define GRAPH_NODES_MAX 256
#define GRAPH_EDGES_MAX 1024

/* How an edge is doing; the worse is the larger. Of two edges in one cell the worse
 * shows. */
enum graph_class {
	GRAPH_IDLE, /* keeps its track; blank, or with `show_idle` a line of this class */
	GRAPH_OK,   /* ─► */
	GRAPH_LOW,  /* ┄► */
	GRAPH_BROKEN, /* ━► */
};

struct graph_node {
	const char *name; /* printable ASCII; cut with '~' to the chip */
	const char *note; /* second line, printable ASCII, or NULL; cut to the chip */
	char mark;        /* stands before the name: '!', '?', ' ' or 0 */
	enum graph_class class; /* of the chip's cells; the layout does not read it */
};

struct graph_edge {
	int from, to;           /* indices of nodes; may be equal */
	enum graph_class class; /* of doubles the worst counts */
	char letter;            /* 'a'..'z' on the line if there is room, or 0 */
};

/* Both arrays in first-seen order; a node's index is its identity. */
struct graph {
	const struct graph_node *nodes;
	const struct graph_edge *edges;
	int node_count, edge_count;
};

/* What became of an edge. A self-loop is a back edge. */
enum graph_fate {
	GRAPH_UNKNOWN, /* the layout has not been told of it */
	GRAPH_ROUTED,
	GRAPH_BACK,
	GRAPH_STUB,
};

struct graph_counts {
	int routed, back, stubs; /* distinct edges */
	int pending;   /* nodes and edges that settling again would place better */
	int crossings; /* cells where lines cross */
	int layers;
	int columns, rows; /* the whole drawing, scrolled or not */
};

/* Where a node's chip is, from the top left of the whole drawing. */
struct graph_place {
	int layer;
	int column, width; /* of the chip: mark and name */
	int row;           /* of the name; the note, if there is room, is one below */
};

enum graph_direction { GRAPH_LEFT, GRAPH_RIGHT, GRAPH_UP, GRAPH_DOWN };

struct graph_layout;

/* An empty layout; the caller frees it. */
struct graph_layout *graph_layout_new(void);
void graph_layout_free(struct graph_layout *layout);

/*
 * Lays out afresh for a pane of `width` x `height` (at least 1 each) and pins.
 * If it is too wide: less padding, narrower chips, then far edges become
 * stubs. True if the whole drawing fits the pane; if not it is laid out for
 * scrolling (graph_paint() shows parts of it), or, above the maxima, not at
 * all (no nodes, nothing painted), and a table would serve better. Depends on
 * graph and size alone: to have a layout again in another session, settle
 * on the graph it was settled on.
 */
bool graph_layout_settle(
	struct graph_layout *layout, const struct graph *graph, int width, int height);

/*
 * Takes in what `graph` has more than when it was last settled or updated.
 * Nothing placed moves. A new node goes to the layer right of its first
 * source, or left of its first target, on the free row nearest to them, else
 * below the others. A new edge is routed through what is free, or becomes a
 * stub, or is a back edge if it closes a cycle. Nodes must not have been
 * removed or reordered (an agent that went keeps its place); edges may be
 * absent: they are not painted and keep their track. Returns as settle does.
 */
bool graph_layout_update(struct graph_layout *layout, const struct graph *graph);

bool graph_layout_fits(const struct graph_layout *layout);
struct graph_counts graph_layout_counts(const struct graph_layout *layout);
/* `node` must be one the layout knows. */
struct graph_place graph_layout_place(const struct graph_layout *layout, int node);
enum graph_fate graph_layout_fate(const struct graph_layout *layout, int from, int to);

/*
 * Where the cursor goes from `node`: left and right follow an edge to the
 * nearest row if there is one, else the nearest node of the next layer; up
 * and down stay in the layer. `node` itself where there is nothing more.
 */
int graph_layout_step(
	const struct graph_layout *layout, int node, enum graph_direction to);

#endif
