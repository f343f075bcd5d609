/* SPDX-License-Identifier: MIT */
/*
 * The gap between two layers as a grid of cells, and the judge of what may be
 * drawn in it. A hop is the way of one link through it: along the row of its
 * start, up or down one column, along the row of its end; if need be by way of
 * another row between (a dogleg).
 *
 * What always holds for the hops in a channel: all that share a piece of line
 * have their net (the source) in common or their goal (the target); a cell
 * with four arms is a crossing; nobody who follows a line by eye, going right, up or
 * down but never left, comes to where it does not lead (graph_astray.h).
 */
#ifndef TUI_GRAPH_CHANNEL_H
#define TUI_GRAPH_CHANNEL_H

#include <stdbool.h>
#include <stdint.h>

enum { GRAPH_N = 1, GRAPH_E = 2, GRAPH_S = 4, GRAPH_W = 8, GRAPH_ALL_ARMS = 15 };
enum { GRAPH_STRAIGHT = -1, GRAPH_LOST = -2 }; /* in place of a column */

struct graph_hop {
	int net;      /* the node all that follows this line comes from */
	int goal;     /* what all that takes this hop goes to */
	int from, to; /* rows */
	int column;   /* of the (first) vertical, or GRAPH_STRAIGHT, or GRAPH_LOST */
	int via;      /* the row between the verticals of a dogleg, or -1 */
	int column2;  /* of the second vertical of a dogleg */
};

/* One cell on the way of a hop and the arms the hop has there. */
struct graph_step {
	int16_t row, column;
	uint8_t arms;
	int8_t way; /* of the arms up and down: 1 down, -1 up, 0 if there are none */
};

/* What all on a piece of line have in common; -1: they are of several. */
struct graph_channel_piece {
	int net, goal;
};

struct graph_channel_cell {
	struct graph_channel_piece right, below; /* to these neighbours */
	uint8_t arms;
	int8_t way; /* of what is on the piece below: 1 down, -1 up */
	bool bend;  /* some hop turns here */
};

/* Column -1 is the edge of the chip on the left; the last column is for heads. */
struct graph_channel {
	int rows, columns;
	int tries; /* doglegs, so far */
	struct graph_channel_cell *cells;
	struct graph_step *steps;
	bool *ends; /* of a dogleg that is looked for: where the second vertical may be */
	struct graph_channel_cell *kept; /* what a hop that is tried is drawn over */
};

void graph_channel_init(struct graph_channel *c, int rows, int columns);
void graph_channel_fini(struct graph_channel *c);

/* Steps that graph_hop_trace() may write. */
int graph_hop_steps_max(int rows, int columns);
/* Writes the cells a hop takes in a gap of `columns`, from left to right end; returns how
 * many. */
int graph_hop_trace(const struct graph_hop *hop, int columns, struct graph_step *steps);

/* Draws the hop if that breaks no rule; false, and nothing drawn, if it does. */
bool graph_channel_add(struct graph_channel *c, const struct graph_hop *hop);
/* The same for all that are not lost, into an empty channel, in less time: all or none.
 */
bool graph_channel_add_all(
	struct graph_channel *c, const struct graph_hop *hops, int count);
/*
 * Looks for the columns of a hop of which the rest is given, and draws it:
 * straight, then the columns where its net turns, then the others, those next
 * to the chips last, then (the dear part) `doglegs`. False, and GRAPH_LOST, if
 * there is no way.
 */
bool graph_channel_find(struct graph_channel *c, struct graph_hop *hop, bool doglegs);
int graph_channel_crossings(const struct graph_channel *c);

#endif
