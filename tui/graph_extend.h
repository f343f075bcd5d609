/* SPDX-License-Identifier: MIT */
/*
 * Adds to a pinned layout what a graph has more, without moving anything: new
 * nodes on free rows, new edges through free cells or else as stubs.
 */
#ifndef TUI_GRAPH_EXTEND_H
#define TUI_GRAPH_EXTEND_H

#include "tui/graph_pins.h"

/* `layout` has been settled with at least one node. */
void graph_extend(struct graph_layout *layout, const struct graph *graph);

#endif
