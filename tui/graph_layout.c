/* SPDX-License-Identifier: MIT */
#include "tui/graph_layout.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>

#include "base/mem.h"
#include "tui/graph_extend.h"
#include "tui/graph_pins.h"
#include "tui/graph_settle.h"

struct graph_layout *graph_layout_new(void)
{
	return xcalloc(1, sizeof(struct graph_layout));
}

void graph_layout_free(struct graph_layout *layout)
{
	if (layout == NULL)
		return;
	free(layout->pins);
	free(layout->routes);
	free(layout->hops);
	free(layout->layers);
	free(layout);
}

static bool is_too_large(const struct graph *graph)
{
	return graph->node_count > GRAPH_NODES_MAX || graph->edge_count > GRAPH_EDGES_MAX;
}

bool graph_layout_settle(
	struct graph_layout *layout, const struct graph *graph, int width, int height)
{
	static const struct graph nothing;
	bool too_large = is_too_large(graph);

	assert(width > 0 && height > 0);
	layout->width = width;
	layout->height = height;
	graph_settle(layout, too_large ? &nothing : graph);
	return !too_large && graph_layout_fits(layout);
}

bool graph_layout_update(struct graph_layout *layout, const struct graph *graph)
{
	assert(layout->width > 0 && graph->node_count >= layout->node_count);
	if (is_too_large(graph))
		return false;
	if (layout->node_count == 0)
		graph_settle(layout, graph);
	else
		graph_extend(layout, graph);
	return graph_layout_fits(layout);
}

/* ---- what is known ---- */

bool graph_layout_fits(const struct graph_layout *layout)
{
	return graph_pins_columns(layout) <= layout->width &&
		layout->rows <= layout->height;
}

static int crossings_of_gap(const struct graph_layout *l, int gap)
{
	struct graph_channel c;
	int count;

	graph_channel_init(&c, graph_pins_rows(l), graph_pins_gap(l, gap));
	graph_pins_draw_gap(l, gap, &c);
	count = graph_channel_crossings(&c);
	graph_channel_fini(&c);
	return count;
}

struct graph_counts graph_layout_counts(const struct graph_layout *layout)
{
	struct graph_counts c = { .layers = layout->layer_count,
		.columns = graph_pins_columns(layout),
		.rows = layout->rows };

	for (int i = 0; i < layout->route_count; i++) {
		const struct graph_route *r = &layout->routes[i];

		c.routed += r->fate == GRAPH_ROUTED;
		c.back += r->fate == GRAPH_BACK;
		c.stubs += r->fate == GRAPH_STUB;
		c.pending += r->late;
	}
	for (int n = 0; n < layout->node_count; n++)
		c.pending += layout->pins[n].astray;
	for (int gap = 0; gap + 1 < layout->layer_count; gap++)
		c.crossings += crossings_of_gap(layout, gap);
	return c;
}

struct graph_place graph_layout_place(const struct graph_layout *layout, int node)
{
	const struct graph_pin *pin = &layout->pins[node];
	const struct graph_column *layer;

	assert(node >= 0 && node < layout->node_count);
	layer = &layout->layers[pin->layer];
	return (struct graph_place){ pin->layer, layer->at, layer->chip, pin->row };
}

enum graph_fate graph_layout_fate(const struct graph_layout *layout, int from, int to)
{
	int route = graph_pins_route(layout, from, to, 0);

	return route < 0 ? GRAPH_UNKNOWN : layout->routes[route].fate;
}

/* ---- the cursor ---- */

struct nearest {
	const struct graph_layout *layout;
	int row;
	int node, far; /* the best so far */
};

static void consider(struct nearest *n, int node)
{
	int far = abs(n->layout->pins[node].row - n->row);

	if (far >= n->far)
		return;
	n->far = far;
	n->node = node;
}

static int step_sideways(const struct graph_layout *l, int node, bool right)
{
	const struct graph_pin *pin = &l->pins[node];
	struct nearest n = { l, pin->row, node, INT_MAX };

	for (int i = 0; i < l->route_count; i++) {
		const struct graph_route *r = &l->routes[i];

		if (r->fate == GRAPH_ROUTED && (right ? r->from : r->to) == node)
			consider(&n, right ? r->to : r->from);
	}
	if (n.node != node)
		return n.node;
	for (int i = 0; i < l->node_count; i++)
		if (l->pins[i].layer == pin->layer + (right ? 1 : -1))
			consider(&n, i);
	return n.node;
}

static int step_upright(const struct graph_layout *l, int node, bool down)
{
	const struct graph_pin *pin = &l->pins[node];
	struct nearest n = { l, pin->row, node, INT_MAX };

	for (int i = 0; i < l->node_count; i++) {
		const struct graph_pin *other = &l->pins[i];

		if (other->layer == pin->layer &&
			(down ? other->row > pin->row : other->row < pin->row))
			consider(&n, i);
	}
	return n.node;
}

int graph_layout_step(
	const struct graph_layout *layout, int node, enum graph_direction to)
{
	if (to == GRAPH_LEFT || to == GRAPH_RIGHT)
		return step_sideways(layout, node, to == GRAPH_RIGHT);
	return step_upright(layout, node, to == GRAPH_DOWN);
}
