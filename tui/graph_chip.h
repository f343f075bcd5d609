/* SPDX-License-Identifier: MIT */
/*
 * A node in cells: mark and name, the note below, what is told of the edges
 * that are not drawn, and the piece of line from the name to the chip's end.
 */
#ifndef TUI_GRAPH_CHIP_H
#define TUI_GRAPH_CHIP_H

#include "tui/graph_painter.h"

/* After all lines are on the canvas, taken or drawn. */
void graph_chip_paint(struct graph_painter *p, int node);

#endif
