/* SPDX-License-Identifier: MIT */
/*
 * The lines of a drawing before they are characters: per cell the arms, their
 * class, and what the edges through the cell have in common. Owns its dots;
 * knows columns and rows of the drawing, and cuts what is outside its window.
 */
#ifndef TUI_GRAPH_CANVAS_H
#define TUI_GRAPH_CANVAS_H

#include "tui/graph_channel.h"
#include "tui/graph_paint.h"

/* What a line is drawn with. */
struct graph_pen {
	int net, goal;
	enum graph_class class;
};

struct graph_dot {
	uint8_t arm[4]; /* N E S W: 0, or class + 1 */
	bool bend;
	bool taken;        /* some route, drawn or not, goes through */
	int16_t net, goal; /* of all edges here; -1: several; if no crossing */
	uint16_t letter;   /* edge + 1 */
};

struct graph_canvas {
	int column, row; /* of the drawing, at the top left */
	int width, height;
	struct graph_dot *dots;
};

void graph_canvas_init(struct graph_canvas *c, int width, int height);
void graph_canvas_fini(struct graph_canvas *c);

/* NULL if outside the window. */
struct graph_dot *graph_canvas_at(const struct graph_canvas *c, int row, int column);

/* Draws arms (GRAPH_N ...) into a cell, or with no pen only marks it as taken. */
void graph_canvas_draw(struct graph_canvas *c, int row, int column, int arms,
	const struct graph_pen *pen);

bool graph_canvas_crossing(const struct graph_dot *dot);
int graph_canvas_arms(const struct graph_dot *dot);
/* Character, class, kind and tag of a dot that has arms. */
struct graph_cell graph_canvas_cell(const struct graph_dot *dot);

#endif
