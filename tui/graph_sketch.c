/* SPDX-License-Identifier: MIT */
#include "tui/graph_sketch.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tui/graph_order.h"

/* How far other rows are tried; what a trial costs at least; what one sketch may cost. */
enum { REACH = 2, WORK_LEAST = 100, WORK_IN_SKETCH = 160000 };
enum { COST_LOST = 1000, COST_TRACK = 4, COST_DOGLEG = 6 };

struct trial {
	struct graph_sketch *s;
	struct graph_hop *kept; /* the hops of the two gaps of a vertex */
	int work;               /* left to do */
};

/* ---- gaps ---- */

static void route_gap(struct graph_sketch *s, int gap)
{
	const struct graph_layers *g = &s->g;
	int first = g->gap[gap], end = g->gap[gap + 1];

	for (int i = first; i < end; i++) {
		const struct graph_link *link = &g->links[i];
		const struct graph_vertex *from = &g->vertices[link->from];
		const struct graph_vertex *to = &g->vertices[link->to];
		bool run = graph_layers_dummy(g, link->to);

		s->hops[i] = (struct graph_hop){ .net = from->owner,
			.goal = run ? GRAPH_NODES_MAX + to->owner : link->to,
			.from = from->row,
			.to = to->row };
	}
	s->tracks[gap] = graph_tracks_assign(&s->hops[first], end - first, s->room);
}

static int gap_cost(const struct graph_sketch *s, int gap)
{
	const struct graph_tracks *t = &s->tracks[gap];

	if (gap < 0 || gap + 1 >= s->g.layer_count)
		return 0;
	return t->lost * COST_LOST + t->columns * COST_TRACK + t->doglegs * COST_DOGLEG +
		t->crossings + t->bends;
}

/* Arcs with a hop for which there is no way become stubs. */
static void fold_lost(struct graph_sketch *s)
{
	for (int a = 0; a < s->g.arc_count; a++) {
		struct graph_arc *arc = &s->g.arcs[a];

		for (int k = 0; arc->fate == GRAPH_ROUTED && k < arc->span; k++)
			if (s->hops[s->g.chains[arc->chain + k]].column == GRAPH_LOST)
				arc->fate = GRAPH_STUB;
	}
}

/* ---- other rows ---- */

struct range {
	int low, high;
};

static struct range room_of(const struct trial *t, const struct graph_vertex *v)
{
	const struct graph_layers *g = &t->s->g;
	const int *at = &g->order[g->layer[v->layer] + v->pos];
	struct range r = { v->row - REACH, v->row + REACH };
	int limit = 0;

	if (v->pos > 0)
		limit = g->vertices[at[-1]].row +
			graph_rows_distance(g, v->layer, v->pos - 1, t->s->want);
	r.low = r.low < limit ? limit : r.low;
	limit = t->s->want.height - 1;
	if (v->pos + 1 < graph_layers_size(g, v->layer))
		limit = g->vertices[at[1]].row -
			graph_rows_distance(g, v->layer, v->pos, t->s->want);
	r.high = r.high > limit ? limit : r.high;
	return r;
}

static void route_within(struct trial *t, int gap)
{
	route_gap(t->s, gap);
	t->work -= WORK_LEAST + t->s->tracks[gap].work;
}

static int route_around(struct trial *t, const struct graph_vertex *v)
{
	if (v->layer > 0)
		route_within(t, v->layer - 1);
	if (v->layer + 1 < t->s->g.layer_count)
		route_within(t, v->layer);
	return gap_cost(t->s, v->layer - 1) + gap_cost(t->s, v->layer);
}

static void try_rows(struct trial *t, struct graph_vertex *v)
{
	struct graph_sketch *s = t->s;
	struct range room = room_of(t, v);
	int cost = gap_cost(s, v->layer - 1) + gap_cost(s, v->layer), home = v->row;
	int first = s->g.gap[v->layer > 0 ? v->layer - 1 : 0];
	int end = s->g.gap[v->layer + 1];
	size_t bytes = (size_t)(end - first) * sizeof(*s->hops);

	for (int row = room.low; row <= room.high && t->work > 0; row++) {
		struct graph_tracks before[2] = {
			s->tracks[v->layer > 0 ? v->layer - 1 : 0], s->tracks[v->layer]
		};
		int now;

		if (row == home)
			continue;
		memcpy(t->kept, &s->hops[first], bytes);
		v->row = row;
		now = route_around(t, v);
		if (now < cost) {
			cost = now;
			home = row;
			continue;
		}
		v->row = home;
		memcpy(&s->hops[first], t->kept, bytes);
		s->tracks[v->layer > 0 ? v->layer - 1 : 0] = before[0];
		s->tracks[v->layer] = before[1];
	}
}

/* Where a line had to make a detour or was lost another row may save it; then width. */
static void mend(struct graph_sketch *s, int *work)
{
	struct trial t = { s, NULL, *work < WORK_IN_SKETCH ? *work : WORK_IN_SKETCH };

	*work -= t.work;
	t.kept = xcalloc((size_t)s->g.link_count, sizeof(*t.kept));
	for (int gap = 0; gap + 1 < s->g.layer_count; gap++) {
		for (int i = s->g.layer[gap]; i < s->g.layer[gap + 2]; i++) {
			if (s->tracks[gap].doglegs == 0 && s->tracks[gap].lost == 0)
				break;
			try_rows(&t, &s->g.vertices[s->g.order[i]]);
		}
	}
	for (int gap = 0; gap + 1 < s->g.layer_count; gap++)
		for (int i = s->g.layer[gap]; i < s->g.layer[gap + 2]; i++)
			if (s->tracks[gap].columns > 1)
				try_rows(&t, &s->g.vertices[s->g.order[i]]);
	*work += t.work;
	free(t.kept);
}

/* ---- all ---- */

void graph_sketch_place(struct graph_sketch *s, int node_count,
	const struct graph_arc *arcs, int arc_count, struct graph_layers_limits limits,
	bool notes)
{
	s->want = (struct graph_rows_want){ limits.height, notes };
	graph_layers_build(&s->g, node_count, arcs, arc_count, limits);
	graph_order_improve(&s->g);
	s->rows = graph_rows_assign(&s->g, s->want);
	s->room = s->rows > limits.height ? s->rows : limits.height;
	s->hops = xcalloc((size_t)s->g.link_count, sizeof(*s->hops));
	s->tracks = xcalloc((size_t)s->g.layer_count, sizeof(*s->tracks));
}

void graph_sketch_route(struct graph_sketch *s)
{
	for (int l = 0; l + 1 < s->g.layer_count; l++)
		route_gap(s, l);
}

void graph_sketch_finish(struct graph_sketch *s, int *work)
{
	if (s->rows <= s->want.height)
		mend(s, work);
	fold_lost(s);
}

void graph_sketch_fini(struct graph_sketch *s)
{
	graph_layers_fini(&s->g);
	free(s->hops);
	free(s->tracks);
	*s = (struct graph_sketch){ 0 };
}
