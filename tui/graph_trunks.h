/* SPDX-License-Identifier: MIT */
/*
 * The verticals of a gap: which hops share one, and which must be left of
 * which. Hops of one net share a trunk that parts, hops to one goal a trunk
 * that gathers. Cycles in the order are broken by doglegs. graph_tracks.c
 * then gives the trunks their columns.
 *
 * What always holds after graph_trunks_form(): the order has no cycle, and
 * columns that keep to it, with no two trunks overlapping in one, obey the
 * rules of graph_channel.h.
 */
#ifndef TUI_GRAPH_TRUNKS_H
#define TUI_GRAPH_TRUNKS_H

#include "tui/graph_channel.h"
#include "tui/graph_gather.h"

enum { GRAPH_NO_TRUNK = -1 };

struct graph_trunk {
	int low, high; /* rows; low > high: no longer in use */
	int column;    /* -1 if not placed yet; left to graph_tracks.c */
};

struct graph_trunks {
	struct graph_hop *hops;
	int hop_count, rows;
	struct graph_trunk *trunks;
	int trunk_count, capacity;
	int *first, *second;       /* of a hop: its trunks; straight ones have none */
	enum graph_coming *coming; /* by hop */
	bool *before;              /* [i * capacity + k]: i must be left of k */
	bool *mark, *in_cycle;     /* by trunk, scratch */
	int *stack, *waits;
};

/* `hops` stay the caller's; via and column of those that are lost are set. */
void graph_trunks_init(
	struct graph_trunks *t, struct graph_hop *hops, int hop_count, int rows);
void graph_trunks_fini(struct graph_trunks *t);

/*
 * Forms the trunks anew; only if `gather` hops to one goal share some. Returns
 * how many hops share one for that reason.
 */
int graph_trunks_form(struct graph_trunks *t, bool gather);

static inline bool graph_trunks_before(const struct graph_trunks *t, int i, int k)
{
	return t->before[i * t->capacity + k];
}

#endif
