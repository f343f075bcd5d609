/* SPDX-License-Identifier: MIT */
/*
 * Lays a graph out afresh and pins it: layers, order, rows, tracks, then the
 * widest chips and padding that fit; if none do, fewer long edges. Works on
 * scratch and writes the layout once, at the end.
 */
#ifndef TUI_GRAPH_SETTLE_H
#define TUI_GRAPH_SETTLE_H

#include "tui/graph_pins.h"

/* Replaces all that `layout` pins; its width and height are set. */
void graph_settle(struct graph_layout *layout, const struct graph *graph);

#endif
