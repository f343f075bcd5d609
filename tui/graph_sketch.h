/* SPDX-License-Identifier: MIT */
/*
 * One attempt at a drawing: a graph in layers, with rows, and the tracks of
 * all gaps. Rows are moved where that saves tracks or detours. How wide chips
 * and padding are is decided later, by graph_settle.c.
 *
 * What always holds: a hop is GRAPH_LOST only if no routed arc uses it.
 */
#ifndef TUI_GRAPH_SKETCH_H
#define TUI_GRAPH_SKETCH_H

#include "tui/graph_channel.h"
#include "tui/graph_layers.h"
#include "tui/graph_rows.h"
#include "tui/graph_tracks.h"

struct graph_sketch {
	struct graph_layers g;
	struct graph_hop *hops;      /* by link; columns count from the first track */
	struct graph_tracks *tracks; /* by layer: of the gap to its right */
	struct graph_rows_want want;
	int rows; /* in use; above the limit only if they must be */
	int room; /* for lines: the limit, or more if rows is more */
};

/*
 * Into a zeroed `s`: layers and rows. The arcs are copied. `notes`: nodes have
 * a second line.
 */
void graph_sketch_place(struct graph_sketch *s, int node_count,
	const struct graph_arc *arcs, int arc_count, struct graph_layers_limits limits,
	bool notes);
/* Then the tracks. */
void graph_sketch_route(struct graph_sketch *s);
/*
 * Then moves rows where that makes fewer tracks, and folds the arcs for which
 * there is no way. Takes from *work, which bounds the time over several sketches.
 */
void graph_sketch_finish(struct graph_sketch *s, int *work);
void graph_sketch_fini(struct graph_sketch *s);

#endif
