/* SPDX-License-Identifier: MIT */
#include "tui/graph_pins.h"

static int larger(int a, int b)
{
	return a > b ? a : b;
}

void graph_pins_measure(struct graph_layout *l)
{
	int lines = 0, notes = 0;

	for (int n = 0; n < l->node_count; n++) {
		lines = larger(lines, l->pins[n].row + 1);
		notes = larger(notes, l->pins[n].row + 2);
	}
	for (int i = 0; i < l->hop_count; i++) {
		const struct graph_hop *hop = &l->hops[i];

		lines = larger(lines, hop->to + 1);
		if (hop->column >= 0)
			lines = larger(lines, hop->via + 1);
	}
	l->rows = l->notes && notes <= l->height ? larger(lines, notes) : lines;
}

void graph_pins_draw_gap(const struct graph_layout *l, int gap, struct graph_channel *c)
{
	for (int i = 0; i < l->route_count; i++) {
		const struct graph_route *r = &l->routes[i];
		int k = gap - l->pins[r->from].layer;

		if (r->fate == GRAPH_ROUTED && k >= 0 && k < r->span)
			graph_channel_add(c, &l->hops[r->hop + k]);
	}
}

int graph_pins_route(const struct graph_layout *l, int from, int to, int hint)
{
	const struct graph_route *r = l->routes;

	if (hint < l->route_count && r[hint].from == from && r[hint].to == to)
		return hint;
	for (int i = 0; i < l->route_count; i++)
		if (r[i].from == from && r[i].to == to)
			return i;
	return -1;
}
