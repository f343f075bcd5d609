/* SPDX-License-Identifier: MIT */
#include "tui/graph_layout.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
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

bool graph_layout_settle(
	struct graph_layout *layout, const struct graph *graph, int width, int height)
{
	assert(width > 0 && height > 0);
	layout->width = width;
	layout->height = height;
	graph_settle(layout, graph);
	return graph_layout_fits(layout);
}

bool graph_layout_fits(const struct graph_layout *layout)
{
	return graph_pins_columns(layout) <= layout->width &&
		layout->rows <= layout->height;
}

/* ---- what is known ---- */

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
