/* SPDX-License-Identifier: MIT */
/*
 * A graph_layout in cells. Holds nothing: each call paints the pane afresh
 * from the layout and the graph; class, letters, marks and notes are those of
 * the graph at that moment.
 */
#ifndef TUI_GRAPH_PAINT_H
#define TUI_GRAPH_PAINT_H

#include <stdbool.h>
#include <stdint.h>

#include "tui/graph_layout.h"

/*
 * The part that is painted. All zero but the size shows the drawing from its
 * top left; a layer or row beyond its end counts as the last. If a pane is too small for
 * the drawing its last row tells what is outside: `<n more`, `n above`, `n below`, `n
 * more>`, counted in nodes, or if that is too long `<n +n n>`, in the middle what is
 * above and below.
 */
struct graph_pane {
	int width, height; /* cells */
	int layer;         /* first layer shown */
	int row;           /* first row shown */
	bool show_idle;    /* idle edges as dim lines instead of blanks */
	/*
	 * Marks the cells of one edge, or with `to` -1 of all that leave `from`: where
	 * lines meet one sees then which way it goes.
	 */
	bool trace;
	int from, to;
};

enum graph_kind {
	GRAPH_BLANK,
	GRAPH_CHIP,   /* mark and name; tag: node */
	GRAPH_NOTE,   /* second line; tag: node */
	GRAPH_LINE,   /* tag: the node all its edges come from */
	GRAPH_JOIN,   /* tag: the node all its edges go to */
	GRAPH_CROSS,  /* two lines, each goes straight on; no tag */
	GRAPH_HEAD,   /* ►; tag: the node it points to */
	GRAPH_LETTER, /* on a line that goes straight on; tag: edge */
	GRAPH_COUNT,  /* `^n` back edges, `>n` or `>name` stubs; tag: their source */
	GRAPH_MORE,   /* `<n more` and the like; no tag */
};

/*
 * `ch` is ASCII or one of ─ │ ┄ ┆ ━ ┃ ╭ ╮ ╰ ╯ ├ ┤ ┬ ┴ ┏ ┓ ┗ ┛ ┣ ┫ ┳ ┻ ┼ ╋ ►.
 * ┼ and ╋ are crossings; a heavy line hides the lighter one it crosses. Letters
 * of edges that are only counted stand with the count: `^1a`, `>2b`, `b>name`.
 * Where a chip is too narrow `>n` counts back edges and stubs together.
 */
struct graph_cell {
	uint32_t ch;
	uint8_t class; /* enum graph_class */
	uint8_t kind;  /* enum graph_kind */
	uint16_t tag : 15;
	uint16_t traced : 1; /* on a line that is traced */
};

/*
 * Paints pane->width * pane->height cells, row by row; all are written.
 * `graph` is the one last settled or updated with, in any state of paint.
 */
void graph_paint(const struct graph_layout *layout, const struct graph *graph,
	const struct graph_pane *pane, struct graph_cell *cells);

/* Scrolls `pane` as little as needed for the chip of `node` to be painted. */
void graph_paint_reveal(
	const struct graph_layout *layout, int node, struct graph_pane *pane);

#endif
