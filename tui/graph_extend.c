/* SPDX-License-Identifier: MIT */
#include "tui/graph_extend.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { CHIP_MAX = 12, CHIP_LEAST = 5, CHIP_WITH_NOTE = 8, GAP_ROOMY = 4, GAP_TIGHT = 2 };

struct extender {
	struct graph_layout *layout;
	const struct graph *graph;
	struct graph_channel
		*channels;      /* by gap; those without cells are not drawn yet */
	struct graph_hop *hops; /* of the route that is being looked for */
};

/* ---- rows of a layer ---- */

enum use { FREE, NOTE, RUN, NODE };

/* Rows up to which there may be nodes and lines. */
static int height_of(const struct graph_layout *l)
{
	bool scrolled = graph_pins_columns(l) > l->width || l->rows > l->height;
	int height = scrolled ? l->height - 1 : l->height;

	return height > l->rows ? height : l->rows;
}

static int run_row(const struct graph_layout *l, const struct graph_route *r, int layer)
{
	int k = layer - l->pins[r->from].layer;

	if (r->fate != GRAPH_ROUTED || k <= 0 || k >= r->span)
		return -1;
	return l->hops[r->hop + k - 1].to;
}

static enum use row_use(const struct graph_layout *l, int layer, int row)
{
	enum use use = FREE;

	for (int n = 0; n < l->node_count; n++) {
		if (l->pins[n].layer != layer)
			continue;
		if (l->pins[n].row == row)
			return NODE;
		if (l->notes && l->pins[n].row == row - 1)
			use = NOTE;
	}
	for (int i = 0; i < l->route_count; i++)
		if (run_row(l, &l->routes[i], layer) == row)
			return RUN;
	return use;
}

/* ---- nodes ---- */

/* Has a node on this row air around it: no name above or below, room for a note? */
static bool is_roomy(const struct graph_layout *l, int layer, int row)
{
	if (row_use(l, layer, row) != FREE)
		return false;
	if (row > 0 && row_use(l, layer, row - 1) == NODE)
		return false;
	return row_use(l, layer, row + 1) == FREE;
}

static bool is_usable(const struct graph_layout *l, int layer, int row, bool roomy)
{
	return roomy ? is_roomy(l, layer, row) : row_use(l, layer, row) == FREE;
}

/* The usable row nearest to `wish`; below all others if there is none. */
static int find_row(const struct graph_layout *l, int layer, int wish)
{
	int height = height_of(l), row;

	for (int roomy = 1; roomy >= 0; roomy--)
		for (int far = 0; far < height; far++) {
			if (wish + far < height &&
				is_usable(l, layer, wish + far, roomy == 1))
				return wish + far;
			if (wish - far >= 0 &&
				is_usable(l, layer, wish - far, roomy == 1))
				return wish - far;
		}
	for (row = height; !is_usable(l, layer, row, true); row++)
		continue;
	return row;
}

/* The first neighbour that is placed: a source if there is one. */
static int first_neighbour(const struct extender *x, int node, bool source)
{
	for (int i = 0; i < x->graph->edge_count; i++) {
		const struct graph_edge *e = &x->graph->edges[i];
		int self = source ? e->to : e->from, other = source ? e->from : e->to;

		if (self == node && other < x->layout->node_count)
			return other;
	}
	return -1;
}

static int compare_ints(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static int median_row(const struct extender *x, int node)
{
	int *rows = xcalloc((size_t)x->graph->edge_count, sizeof(*rows)), count = 0, row;

	for (int i = 0; i < x->graph->edge_count; i++) {
		const struct graph_edge *e = &x->graph->edges[i];
		int other = e->to == node ? e->from : e->to;

		if ((e->to == node || e->from == node) && other < x->layout->node_count)
			rows[count++] = x->layout->pins[other].row;
	}
	qsort(rows, (size_t)count, sizeof(*rows), compare_ints);
	row = count > 0 ? rows[count / 2] : 0;
	free(rows);
	return row;
}

static int emptiest_layer(const struct graph_layout *l)
{
	int best = 0, least = INT_MAX;

	for (int layer = 0; layer < l->layer_count; layer++) {
		int count = 0;

		for (int row = 0; row < height_of(l); row++)
			count += row_use(l, layer, row) != FREE;
		if (count < least) {
			best = layer;
			least = count;
		}
	}
	return best;
}

/* A new last layer, wide enough for the node, if the drawing may get that wide. */
static bool append_layer(struct extender *x, int node)
{
	struct graph_layout *l = x->layout;
	int chip = 1 + (int)strlen(x->graph->nodes[node].name),
	    at = graph_pins_columns(l);
	int spare, gap;

	/* two letters, and how many of its edges are not drawn: they come later */
	chip = chip > CHIP_MAX ? CHIP_MAX : chip < CHIP_LEAST ? CHIP_LEAST : chip;
	chip = l->notes && chip < CHIP_WITH_NOTE ? CHIP_WITH_NOTE : chip;
	spare = l->width - at - chip;
	gap = spare >= GAP_ROOMY || at > l->width ? GAP_ROOMY : spare;
	if (gap < GAP_TIGHT)
		return false;
	xgrow(&l->layers, &l->layer_cap, (size_t)l->layer_count + 1, sizeof(*l->layers));
	l->layers[l->layer_count++] = (struct graph_column){ at + gap, chip };
	return true;
}

/* Right of the first source, or left of the first target. */
static int find_layer(struct extender *x, int node, bool *astray)
{
	const struct graph_layout *l = x->layout;
	int source = first_neighbour(x, node, true);
	int target = first_neighbour(x, node, false);
	int layer;

	*astray = false;
	if (source < 0 && target < 0)
		return emptiest_layer(l);
	layer = source >= 0 ? l->pins[source].layer + 1 : l->pins[target].layer - 1;
	if (layer >= 0 && (layer < l->layer_count || append_layer(x, node)))
		return layer;
	*astray = true;
	return layer < 0 ? 0 : l->layer_count - 1;
}

static void add_node(struct extender *x, int node)
{
	struct graph_layout *l = x->layout;
	struct graph_pin pin;

	pin.layer = find_layer(x, node, &pin.astray);
	pin.row = find_row(l, pin.layer, median_row(x, node));
	xgrow(&l->pins, &l->pin_cap, (size_t)node + 1, sizeof(*l->pins));
	l->pins[l->node_count++] = pin;
	l->rows = pin.row >= l->rows ? pin.row + 1 : l->rows;
}

/* ---- edges ---- */

static struct graph_channel *channel(struct extender *x, int gap)
{
	struct graph_channel *c = &x->channels[gap];

	if (c->cells == NULL) {
		graph_channel_init(
			c, height_of(x->layout), graph_pins_gap(x->layout, gap));
		graph_pins_draw_gap(x->layout, gap, c);
	}
	return c;
}

/* What was drawn for a route that cannot be is forgotten. */
static void forget_channels(struct extender *x)
{
	for (int gap = 0; gap + 1 < x->layout->layer_count; gap++)
		graph_channel_fini(&x->channels[gap]);
}

/* The hops that other out-edges of the source have on the way already. */
static int shared_hops(struct extender *x, int from, int span)
{
	const struct graph_layout *l = x->layout;
	const struct graph_route *longest = NULL;
	int count;

	for (int i = 0; i < l->route_count; i++) {
		const struct graph_route *r = &l->routes[i];

		if (r->from == from && r->fate == GRAPH_ROUTED &&
			(longest == NULL || r->span > longest->span))
			longest = r;
	}
	if (longest == NULL)
		return 0;
	count = longest->span < span ? longest->span - 1 : span - 1;
	memcpy(x->hops, &l->hops[longest->hop], (size_t)count * sizeof(*x->hops));
	return count;
}

/* A free row on which a run can cross the next layer: the least way round to `goal`. */
static bool find_run(struct extender *x, int layer, struct graph_hop *hop, int goal)
{
	int height = height_of(x->layout);
	int direct = abs(goal - hop->from);

	for (int round = direct; round < direct + 2 * height; round++)
		for (int row = 0; row < height; row++) {
			if (abs(row - hop->from) + abs(goal - row) != round)
				continue;
			if (row_use(x->layout, layer, row) != FREE)
				continue;
			hop->to = row;
			if (graph_channel_find(channel(x, layer - 1), hop, false))
				return true;
		}
	return false;
}

static bool find_hops(struct extender *x, int from, int to, int span)
{
	const struct graph_pin *a = &x->layout->pins[from], *b = &x->layout->pins[to];
	int done = shared_hops(x, from, span);
	int row = done > 0 ? x->hops[done - 1].to : a->row;

	for (int k = done; k < span; k++) {
		struct graph_hop *hop = &x->hops[k];
		bool last = k + 1 == span;

		*hop = (struct graph_hop){ .net = from,
			.goal = last ? to : GRAPH_NODES_MAX + from,
			.from = row,
			.to = b->row };
		if (last && !graph_channel_find(channel(x, a->layer + k), hop, true))
			return false;
		if (!last && !find_run(x, a->layer + k + 1, hop, b->row))
			return false;
		row = hop->to;
	}
	return true;
}

static bool leads_to(const struct graph_layout *l, int from, int to)
{
	bool *seen = xcalloc((size_t)l->node_count, sizeof(*seen)), found;
	int *stack = xcalloc((size_t)l->node_count, sizeof(*stack)), depth = 0;

	seen[from] = true;
	stack[depth++] = from;
	while (depth > 0 && !seen[to]) {
		int node = stack[--depth];

		for (int i = 0; i < l->route_count; i++) {
			const struct graph_route *r = &l->routes[i];

			if (r->from != node || r->fate == GRAPH_BACK || seen[r->to])
				continue;
			seen[r->to] = true;
			stack[depth++] = r->to;
		}
	}
	found = seen[to];
	free(seen);
	free(stack);
	return found;
}

static void add_route(struct extender *x, int from, int to)
{
	struct graph_layout *l = x->layout;
	struct graph_route r = { from, to, GRAPH_STUB, true, l->hop_count, 0 };
	int span = l->pins[to].layer - l->pins[from].layer;

	if (from == to || (span <= 0 && leads_to(l, to, from))) {
		r.fate = GRAPH_BACK;
		r.late = false;
	} else if (span > 0 && find_hops(x, from, to, span)) {
		size_t need = (size_t)(l->hop_count + span);

		r.fate = GRAPH_ROUTED;
		r.late = false;
		r.span = span;
		xgrow(&l->hops, &l->hop_cap, need, sizeof(*l->hops));
		memcpy(&l->hops[l->hop_count], x->hops, (size_t)span * sizeof(*x->hops));
		l->hop_count += span;
	} else {
		forget_channels(x);
	}
	xgrow(&l->routes, &l->route_cap, (size_t)l->route_count + 1, sizeof(*l->routes));
	l->routes[l->route_count++] = r;
}

void graph_extend(struct graph_layout *layout, const struct graph *graph)
{
	struct extender x = { .layout = layout, .graph = graph };

	for (int n = layout->node_count; n < graph->node_count; n++)
		add_node(&x, n);
	x.channels = xcalloc((size_t)layout->layer_count, sizeof(*x.channels));
	x.hops = xcalloc((size_t)layout->layer_count, sizeof(*x.hops));
	for (int i = 0; i < graph->edge_count; i++) {
		const struct graph_edge *e = &graph->edges[i];

		if (graph_pins_route(layout, e->from, e->to, i) < 0)
			add_route(&x, e->from, e->to);
	}
	graph_pins_measure(layout);
	forget_channels(&x);
	free(x.channels);
	free(x.hops);
}
