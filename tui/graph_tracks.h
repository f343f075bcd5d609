/* SPDX-License-Identifier: MIT */
/*
 * Chooses the columns (tracks) of all hops of one gap: left-edge packing of
 * their verticals under the order that graph_channel.h's rules ask for, cycles
 * in that order broken by doglegs. Knows only hops; keeps nothing.
 */
#ifndef TUI_GRAPH_TRACKS_H
#define TUI_GRAPH_TRACKS_H

#include "tui/graph_channel.h"

struct graph_tracks {
	int columns; /* that have verticals: 0 .. columns - 1 */
	int crossings;
	int bends; /* hops that are not straight */
	int doglegs;
	int lost; /* hops for which there was no way; they are GRAPH_LOST */
	int work; /* what it took, about in cells that were looked at */
};

/*
 * Sets column, via and column2 of `hops`, of which the rest is given: for each
 * net one start row, for each goal one end row, each row at most one start and
 * one end. `rows` is how many there are for doglegs. The hops that are not
 * lost can be drawn together in a channel of `columns` + 1 columns.
 */
struct graph_tracks graph_tracks_assign(struct graph_hop *hops, int count, int rows);

#endif
