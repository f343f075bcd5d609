/* SPDX-License-Identifier: MIT */
/*
 * The order of the vertices within their layers: median sweeps with
 * transposition, the order with the fewest crossings is kept. Writes `order`
 * and `pos` of a graph_layers and nothing else.
 */
#ifndef TUI_GRAPH_ORDER_H
#define TUI_GRAPH_ORDER_H

#include "tui/graph_layers.h"

/* Improves the order that is there; returns the crossings of links that are left. */
int graph_order_improve(struct graph_layers *g);

#endif
