/* SPDX-License-Identifier: MIT */
#include "tui/graph_settle.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tui/graph_layers.h"
#include "tui/graph_sketch.h"

enum { WORK = 250000 }; /* in finishing sketches: some 3 ms on a slow machine */
enum { NOTE_WIDTH = 7, CHIP_MIN = 3, NAME_LEAST = 2, GAP_SPARE = 4 };

/* From the most to the least generous. */
static const struct dress {
	int chip;    /* at most */
	int padding; /* of a gap, besides its tracks; one column is the head's */
} dresses[] = {
	{ 24, 3 },
	{ 18, 3 },
	{ 15, 3 },
	{ 12, 3 },
	{ 11, 3 },
	{ 10, 3 },
	{ 9, 3 },
	{ 9, 2 },
	{ 9, 1 },
	{ 8, 1 },
	{ 7, 1 },
};

static const struct dress dress_to_scroll = { 9, 2 };

/* How long an edge may be before it is folded to a stub. */
static const int spans[] = { INT_MAX, 3, 2, 1 };
enum { SPAN_TO_SCROLL = 3 };

#define COUNT_OF(a) (sizeof(a) / sizeof(*(a)))

struct plan {
	const struct graph *graph;
	struct graph_arc *arcs;
	int arc_count;
	bool notes;
	int *suffix; /* by node: columns its `^n` takes */
	int *told;   /* by node: edges that are only counted */
	struct graph_sketch sketch;
};

/* ---- edges ---- */

static void collect_arcs(struct plan *p)
{
	size_t n = (size_t)p->graph->node_count;
	bool *seen = xcalloc(n * n, sizeof(*seen));

	p->arcs = xcalloc((size_t)p->graph->edge_count, sizeof(*p->arcs));
	for (int i = 0; i < p->graph->edge_count; i++) {
		const struct graph_edge *e = &p->graph->edges[i];
		bool *known = &seen[(size_t)e->from * n + (size_t)e->to];

		if (e->from != e->to && !*known)
			p->arcs[p->arc_count++] =
				(struct graph_arc){ .from = e->from, .to = e->to };
		*known = true;
	}
	free(seen);
}

static bool has_notes(const struct graph *graph)
{
	for (int i = 0; i < graph->node_count; i++)
		if (graph->nodes[i].note != NULL)
			return true;
	return false;
}

/* ---- one sketch ---- */

static void measure_suffixes(struct plan *p)
{
	for (int a = 0; a < p->sketch.g.arc_count; a++) {
		const struct graph_arc *arc = &p->sketch.g.arcs[a];

		if (arc->fate == GRAPH_BACK)
			p->suffix[arc->from] = 2;
	}
	for (int i = 0; i < p->graph->edge_count; i++)
		if (p->graph->edges[i].from == p->graph->edges[i].to)
			p->suffix[p->graph->edges[i].from] = 2;
}

/* Once it is known which edges are not drawn. */
static void measure_told(struct plan *p)
{
	memset(p->told, 0, (size_t)p->graph->node_count * sizeof(*p->told));
	for (int a = 0; a < p->sketch.g.arc_count; a++)
		p->told[p->sketch.g.arcs[a].from] +=
			p->sketch.g.arcs[a].fate != GRAPH_ROUTED;
	for (int i = 0; i < p->graph->edge_count; i++)
		p->told[p->graph->edges[i].from] +=
			p->graph->edges[i].from == p->graph->edges[i].to;
}

static void finish(struct plan *p, int *work)
{
	graph_sketch_finish(&p->sketch, work);
	measure_told(p);
}

static void place(struct plan *p, struct graph_layers_limits limits)
{
	graph_sketch_fini(&p->sketch);
	graph_sketch_place(&p->sketch, p->graph->node_count, p->arcs, p->arc_count,
		limits, p->notes);
	measure_suffixes(p);
	measure_told(p);
}

/* ---- fitting ---- */

/* A name of which two letters are left beside one number for all that is not drawn. */
static int width_told(const struct plan *p, int n)
{
	int name = (int)strlen(p->graph->nodes[n].name), told = p->told[n];

	return 1 + (name < NAME_LEAST ? name : NAME_LEAST) +
		(told == 0                   ? 0
				: told < 10  ? 2
				: told < 100 ? 3
					     : 4);
}

static int chip_width(const struct plan *p, int layer, int limit)
{
	int width = p->notes ? 1 + NOTE_WIDTH : CHIP_MIN;

	for (int n = 0; n < p->graph->node_count; n++) {
		int want = 1 + (int)strlen(p->graph->nodes[n].name) + p->suffix[n];

		if (p->sketch.g.vertices[n].layer != layer)
			continue;
		if (want < width_told(p, n))
			want = width_told(p, n);
		if (want > width)
			width = want;
	}
	return width < limit ? width : limit;
}

static int width_in(const struct plan *p, struct dress d)
{
	int width = (p->sketch.g.layer_count - 1) * d.padding;

	for (int l = 0; l < p->sketch.g.layer_count; l++)
		width += chip_width(p, l, d.chip) + p->sketch.tracks[l].columns;
	return width;
}

/* The first dress in which the sketch is at most `width` wide, or NULL. */
static const struct dress *dress_for(const struct plan *p, int width)
{
	for (size_t i = 0; i < COUNT_OF(dresses); i++)
		if (width_in(p, dresses[i]) <= width)
			return &dresses[i];
	return NULL;
}

static int least_width(const struct plan *p)
{
	return width_in(p, dresses[COUNT_OF(dresses) - 1]);
}

static int longest_span(const struct plan *p)
{
	int longest = 0;

	for (int a = 0; a < p->sketch.g.arc_count; a++)
		if (p->sketch.g.arcs[a].span > longest)
			longest = p->sketch.g.arcs[a].span;
	return longest;
}

static struct dress fit(struct plan *p, int width, int height)
{
	const struct dress *d = NULL;
	int work = WORK;

	for (size_t i = 0; i < COUNT_OF(spans); i++) {
		if (i > 0 && longest_span(p) <= spans[i])
			continue;
		place(p, (struct graph_layers_limits){ spans[i], height });
		/* without its tracks: folding does not make fewer layers */
		if (least_width(p) > width)
			break;
		if (p->sketch.rows > height)
			continue;
		graph_sketch_route(&p->sketch);
		/* finishing is the dear part; it saves less than a track a gap */
		if (least_width(p) - p->sketch.g.layer_count > width)
			continue;
		finish(p, &work);
		d = dress_for(p, width);
		if (d != NULL)
			return *d;
	}
	height = height > 1 ? height - 1 : 1;
	place(p, (struct graph_layers_limits){ SPAN_TO_SCROLL, height });
	graph_sketch_route(&p->sketch);
	finish(p, &work);
	return dress_to_scroll;
}

/* ---- pinning ---- */

/* Deals out what is left of the width, a column to each gap in turn. */
static void widen_gaps(const struct plan *p, int *gaps, int spare)
{
	bool more = true;

	while (more && spare > 0) {
		more = false;
		for (int l = 0; l + 1 < p->sketch.g.layer_count && spare > 0; l++) {
			if (gaps[l] >= 2 * p->sketch.tracks[l].columns + 1 + GAP_SPARE)
				continue;
			gaps[l]++;
			spare--;
			more = true;
		}
	}
}

static void pin_layers(struct graph_layout *layout, const struct plan *p, struct dress d)
{
	int count = p->sketch.g.layer_count, at = 0;
	int *gaps = xcalloc((size_t)count, sizeof(*gaps));

	for (int l = 0; l < count; l++)
		gaps[l] = p->sketch.tracks[l].columns + d.padding;
	widen_gaps(p, gaps, layout->width - width_in(p, d));
	xgrow(&layout->layers, &layout->layer_cap, (size_t)count,
		sizeof(*layout->layers));
	layout->layer_count = count;
	for (int l = 0; l < count; l++) {
		layout->layers[l] = (struct graph_column){ at, chip_width(p, l, d.chip) };
		at += layout->layers[l].chip + gaps[l];
	}
	free(gaps);
}

/* Where a track goes in a gap that is wider than it needs: apart, and off the chips. */
static int column_of_track(int track, int tracks, int gap)
{
	int spare = gap - 1 - tracks;
	int apart = tracks > 1 && spare - 2 >= tracks - 1 ? 1 : 0;
	int lead = spare - apart * (tracks - 1);

	lead = lead > 0 ? (lead + 2) / 3 : 0;
	return lead + track * (1 + apart);
}

static void pin_hops(struct graph_layout *layout, const struct plan *p, int arc)
{
	const struct graph_arc *a = &p->sketch.g.arcs[arc];
	int layer = p->sketch.g.vertices[a->from].layer;

	xgrow(&layout->hops, &layout->hop_cap, (size_t)(layout->hop_count + a->span),
		sizeof(*layout->hops));
	for (int k = 0; k < a->span; k++) {
		struct graph_hop hop = p->sketch.hops[p->sketch.g.chains[a->chain + k]];
		int tracks = p->sketch.tracks[layer + k].columns;
		int gap = graph_pins_gap(layout, layer + k);

		if (hop.column >= 0)
			hop.column = column_of_track(hop.column, tracks, gap);
		if (hop.column >= 0 && hop.via >= 0)
			hop.column2 = column_of_track(hop.column2, tracks, gap);
		layout->hops[layout->hop_count++] = hop;
	}
}

static void pin_routes(struct graph_layout *layout, const struct plan *p)
{
	xgrow(&layout->routes, &layout->route_cap, (size_t)p->graph->edge_count,
		sizeof(*layout->routes));
	for (int a = 0; a < p->sketch.g.arc_count; a++) {
		const struct graph_arc *arc = &p->sketch.g.arcs[a];

		layout->routes[layout->route_count++] = (struct graph_route){ arc->from,
			arc->to, arc->fate, false, layout->hop_count, arc->span };
		if (arc->fate == GRAPH_ROUTED)
			pin_hops(layout, p, a);
	}
}

/* Self-loops come last: no arcs, only to be counted. */
static void pin_loops(struct graph_layout *layout, const struct graph *graph)
{
	for (int i = 0; i < graph->edge_count; i++) {
		int n = graph->edges[i].from;

		if (graph->edges[i].to != n || graph_pins_route(layout, n, n, 0) >= 0)
			continue;
		layout->routes[layout->route_count++] =
			(struct graph_route){ n, n, GRAPH_BACK, false, 0, 0 };
	}
}

static void pin_nodes(struct graph_layout *layout, const struct plan *p)
{
	int count = p->graph->node_count;

	xgrow(&layout->pins, &layout->pin_cap, (size_t)count, sizeof(*layout->pins));
	for (int n = 0; n < count; n++)
		layout->pins[n] = (struct graph_pin){ p->sketch.g.vertices[n].layer,
			p->sketch.g.vertices[n].row, false };
	layout->node_count = count;
}

void graph_settle(struct graph_layout *layout, const struct graph *graph)
{
	struct plan p = { .graph = graph, .notes = has_notes(graph) };
	struct dress d;

	layout->node_count = layout->route_count = 0;
	layout->hop_count = layout->layer_count = layout->rows = 0;
	layout->notes = p.notes;
	if (graph->node_count == 0)
		return;
	collect_arcs(&p);
	p.suffix = xcalloc((size_t)graph->node_count, sizeof(*p.suffix));
	p.told = xcalloc((size_t)graph->node_count, sizeof(*p.told));
	d = fit(&p, layout->width, layout->height);
	pin_nodes(layout, &p);
	pin_layers(layout, &p, d);
	pin_routes(layout, &p);
	pin_loops(layout, graph);
	graph_pins_measure(layout);
	graph_sketch_fini(&p.sketch);
	free(p.suffix);
	free(p.told);
	free(p.arcs);
}
