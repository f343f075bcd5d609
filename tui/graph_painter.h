/* SPDX-License-Identifier: MIT */
/*
 * What graph_paint.c and graph_chip.c share while they paint one pane; lives
 * on the stack of graph_paint(), which owns what it points to.
 */
#ifndef TUI_GRAPH_PAINTER_H
#define TUI_GRAPH_PAINTER_H

#include "tui/graph_canvas.h"
#include "tui/graph_paint.h"
#include "tui/graph_pins.h"

/* A route as the graph has it now. */
struct graph_stroke {
	bool present;
	enum graph_class class;
	char letter;
	int edge; /* the one the letter is of */
};

struct graph_painter {
	const struct graph_layout *layout;
	const struct graph *graph;
	const struct graph_pane *pane;
	struct graph_cell *cells;
	struct graph_canvas canvas;
	struct graph_stroke *strokes; /* by route */
	struct graph_step *steps;
};

/* By row and column of the drawing; NULL outside the window. */
static inline struct graph_cell *graph_painter_cell(
	struct graph_painter *p, int row, int column)
{
	struct graph_dot *dot = graph_canvas_at(&p->canvas, row, column);

	return dot == NULL ? NULL : &p->cells[dot - p->canvas.dots];
}

/* Is the route a line on the screen, and not only a track? */
static inline bool graph_painter_draws(const struct graph_painter *p, int route)
{
	const struct graph_stroke *s = &p->strokes[route];

	return p->layout->routes[route].fate == GRAPH_ROUTED && s->present &&
		(s->class != GRAPH_IDLE || p->pane->show_idle);
}

#endif
