/* SPDX-License-Identifier: MIT */
/*
 * The rows of ordered vertices: each as near to the median of its neighbours
 * as the order and the minimum distances allow. Writes `row` of a graph_layers
 * and nothing else.
 */
#ifndef TUI_GRAPH_ROWS_H
#define TUI_GRAPH_ROWS_H

#include "tui/graph_layers.h"

/* Rows from one vertex to the next below it, where the height allows it. */
struct graph_rows_want {
	int height;
	bool notes; /* nodes have a second line */
};

/*
 * Assigns rows from 0; returns how many are used. More than `height` only if
 * a layer has more vertices than that.
 */
int graph_rows_assign(struct graph_layers *g, struct graph_rows_want want);

/*
 * The least distance of the vertices at `pos` and `pos` + 1 of `layer`, as the
 * last graph_rows_assign() with the same `want` used it.
 */
int graph_rows_distance(
	const struct graph_layers *g, int layer, int pos, struct graph_rows_want want);

#endif
