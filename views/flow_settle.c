/* SPDX-License-Identifier: MIT */
/*
 * When a flow graph is laid out. Of two drawings `all` is settled once and then
 * pinned: after that it only takes in what is new, until it outgrows its pane
 * or is asked to (L). So is `some` (only trouble), from when it is first shown.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "views/flow_own.h"

#define QUIET_BEFORE (5 * SECOND)
#define LONGEST_WAIT (30 * SECOND)

/* Stability: not at the first event, and then once. */
static bool time_to_settle(struct flow *f, const struct world *w)
{
	const struct flow_model *m = &f->model;
	bool synced = w->link.state > LINK_SYNCING;
	bool first_look = synced && !f->was_synced;

	f->was_synced |= synced;
	if (m->edges == 0)
		return false;
	return first_look || w->replay != NULL || w->tick - m->grown >= QUIET_BEFORE ||
		w->tick - m->first >= LONGEST_WAIT;
}

static bool outgrown(const struct flow_graph *g, int width, int height)
{
	struct graph_counts c = graph_layout_counts(g->layout);

	if (g->again)
		return true;
	if (width == g->width && height == g->height)
		return false;
	return !g->fits || c.columns > width || c.rows > height;
}

/* For g->width and g->height. */
static void settle(struct flow_graph *g, const struct graph *graph)
{
	g->fits = graph_layout_settle(g->layout, graph, g->width, g->height);
	g->settled = true;
	g->again = false;
	g->pane.layer = g->pane.row = 0;
}

struct weighed {
	struct graph_edge edge;
	uint64_t offered;
	int place;
};

static int heavier_first(const void *a, const void *b)
{
	const struct weighed *x = a, *y = b;

	if (x->offered != y->offered)
		return x->offered > y->offered ? -1 : 1;
	return x->place - y->place;
}

/*
 * Where edges go round in a circle the layout keeps those that come first and
 * turns one back. So it gets them by what has passed over them: the way of
 * the work goes from left to right, and the seldom question goes back. Of a
 * recording that is what will have passed, or it would be drawn otherwise
 * than the mesh was.
 */
static void settle_by_weight(
	struct flow *f, struct flow_graph *g, const struct world *w, struct graph graph)
{
	const struct flow_model *m = &f->model;
	size_t n = (size_t)g->edges;
	struct weighed *sorted = xmalloc((n + 1) * sizeof(*sorted));
	struct graph_edge *edges = xmalloc((n + 1) * sizeof(*edges));

	for (size_t i = 0; i < n; i++) {
		bool fold = g->of_edge[i] == NONE; /* of several, all well */
		const struct edge *e = fold ? NULL : flow_model_edge(m, w, g->of_edge[i]);
		uint64_t offered = fold ? 0 : m->edge[g->of_edge[i]].offered;

		if (e != NULL && e->offered > offered)
			offered = e->offered;
		sorted[i] = (struct weighed){ g->edge[i], offered, (int)i };
	}
	qsort(sorted, n, sizeof(*sorted), heavier_first);
	for (size_t i = 0; i < n; i++)
		edges[i] = sorted[i].edge;
	graph.edges = edges;
	settle(g, &graph);
	if (g == &f->all)
		flow_history_begin(f, &graph);
	free(sorted);
	free(edges);
}

static bool too_large(const struct flow_model *m)
{
	return m->nodes > GRAPH_NODES_MAX || m->edges > GRAPH_EDGES_MAX;
}

static void settle_all(
	struct flow *f, const struct world *w, struct graph graph, int width, int height)
{
	f->all.width = width;
	f->all.height = height;
	settle_by_weight(f, &f->all, w, graph);
	f->pinned = w->now;
}

static bool is_time(struct flow *f, const struct world *w, int width, int height)
{
	return !f->all.settled ? time_to_settle(f, w) : outgrown(&f->all, width, height);
}

/* As in the session before, if that fits here. */
static bool as_before(struct flow *f, const struct world *w, int width, int height)
{
	struct flow_graph *g = &f->all;

	if (g->settled || w->replay != NULL || !flow_saved_apply(f))
		return false;
	f->pinned = w->now;
	g->settled = true;
	g->pane.layer = g->pane.row = 0;
	g->fits = graph_layout_fits(g->layout);
	return !outgrown(g, width, height);
}

bool flow_graph_sync(struct flow *f, const struct world *w, int width, int height)
{
	struct flow_graph *g = &f->all;
	struct graph graph;
	bool anew;

	if (width < 1 || height < 1 || too_large(&f->model))
		return false;
	anew = is_time(f, w, width, height);
	if (anew && as_before(f, w, width, height))
		anew = false;
	if (anew)
		flow_graph_forget(g);
	flow_graph_build(&f->model, g);
	graph = flow_graph_dress(g, &f->model, w);
	if (anew) {
		settle_all(f, w, graph, width, height);
	} else if (g->settled) {
		g->fits = graph_layout_update(g->layout, &graph);
		flow_history_grow(f);
	}
	if (g->settled)
		flow_graph_fit_notes(g);
	return g->settled && g->fits;
}

/*
 * What came into trouble is added, and what is well again stays, until L or until
 * the picture is left: a line that one looks at does not move.
 */
bool flow_some_sync(struct flow *f, const struct world *w, int width, int height)
{
	struct flow_graph *g = &f->some;
	bool afresh = !g->settled || outgrown(g, width, height);
	struct graph graph;

	if (width < 1 || height < 1)
		return false;
	if (!flow_some_build(&f->model, g, afresh)) {
		g->again = true; /* the next trouble is another one */
		return false;
	}
	if (g->nodes > GRAPH_NODES_MAX || g->edges > GRAPH_EDGES_MAX) {
		g->settled = false;
		return false;
	}
	graph = flow_graph_dress(g, &f->model, w);
	if (afresh) {
		g->width = width;
		g->height = height;
		settle_by_weight(f, g, w, graph);
	} else {
		g->fits = graph_layout_update(g->layout, &graph);
	}
	flow_graph_fit_notes(g);
	return true;
}
