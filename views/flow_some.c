/* SPDX-License-Identifier: MIT */
/*
 * Which agents the graph of trouble shows: those at an edge in trouble by
 * name, a lone healthy neighbour of one too, several of them as one node
 * "n healthy". A node of the drawing stands for one agent or one such fold.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "views/flow_own.h"

struct pick {
	const struct flow_model *m;
	struct flow_graph *g;
	int *place; /* of each node of the model, -1: not shown */
};

static int place_of(struct pick *p, int node)
{
	if (p->place[node] < 0)
		p->place[node] = flow_graph_add_node(p->g, node);
	return p->place[node];
}

static void add_core(struct pick *p)
{
	for (uint32_t i = 0; i < p->m->edges; i++) {
		const struct flow_edge *e = &p->m->edge[i];

		if (!flow_is_trouble(e->shown))
			continue;
		place_of(p, e->from);
		place_of(p, e->to);
	}
}

/* Givers (or takers) of `node` that are not shown; *one is the last of them. */
static int hidden(const struct pick *p, int node, bool givers, int *one)
{
	int n = 0;

	for (uint32_t i = 0; i < p->m->edges; i++) {
		const struct flow_edge *e = &p->m->edge[i];
		int here = givers ? e->to : e->from, other = givers ? e->from : e->to;

		if (here == node && p->place[other] < 0) {
			n++;
			*one = other;
		}
	}
	return n;
}

/* Of the nodes that are new. */
static void add_lone_neighbours(struct pick *p, int first)
{
	int core = p->g->nodes, one = -1;

	for (int i = first; i < core; i++) {
		int node = p->g->drawn[i].node;

		if (hidden(p, node, true, &one) == 1)
			place_of(p, one);
		if (hidden(p, node, false, &one) == 1)
			place_of(p, one);
	}
}

static bool has_fold(const struct flow_graph *g, int anchor, bool givers)
{
	for (int i = 0; i < g->nodes; i++)
		if (g->drawn[i].node < 0 && g->drawn[i].anchor == anchor &&
			g->drawn[i].givers == givers)
			return true;
	return false;
}

static void add_folds(struct pick *p)
{
	int shown = p->g->nodes, one = -1;

	for (int i = 0; i < shown; i++) {
		for (int givers = 0; givers < 2; givers++) {
			int fold;

			if (p->g->drawn[i].node < 0 || has_fold(p->g, i, givers) ||
				hidden(p, p->g->drawn[i].node, givers, &one) == 0)
				continue;
			fold = flow_graph_add_node(p->g, -1);
			p->g->drawn[fold].anchor = i;
			p->g->drawn[fold].givers = givers;
		}
	}
}

/* How many each fold stands for now: who got a place of its own left it. */
static void count_folds(struct pick *p)
{
	int one = -1;

	for (int i = 0; i < p->g->nodes; i++) {
		struct flow_drawn *d = &p->g->drawn[i];

		if (d->node >= 0)
			continue;
		d->many = hidden(p, p->g->drawn[d->anchor].node, d->givers, &one);
		if (d->many > 0)
			flow_graph_add_edge(p->g, d->givers ? i : d->anchor,
				d->givers ? d->anchor : i, NONE, p->m);
	}
}

static bool any_trouble(const struct flow_model *m)
{
	for (uint32_t i = 0; i < m->edges; i++)
		if (flow_is_trouble(m->edge[i].shown))
			return true;
	return false;
}

/* What is drawn stays; what was counted of it is counted anew. */
static void keep_drawn(struct pick *p)
{
	for (int i = 0; i < p->g->nodes; i++) {
		struct flow_drawn *d = &p->g->drawn[i];

		*d = (struct flow_drawn){ .node = d->node,
			.confidence = -1,
			.anchor = d->anchor,
			.givers = d->givers };
		if (d->node >= 0)
			p->place[d->node] = i;
	}
}

bool flow_some_build(const struct flow_model *m, struct flow_graph *g, bool afresh)
{
	struct pick p = { m, g, NULL };
	int first;

	if (!any_trouble(m))
		return false;
	p.place = xmalloc((m->nodes + 1) * sizeof(int));
	for (uint32_t i = 0; i < m->nodes; i++)
		p.place[i] = -1;
	if (afresh)
		g->nodes = 0;
	g->edges = 0;
	keep_drawn(&p);
	first = g->nodes;
	add_core(&p);
	if (g->nodes > GRAPH_NODES_MAX)
		goto out; /* more than can be laid out, whatever comes to it */
	if (!g->bare)
		add_lone_neighbours(&p, first);
	for (uint32_t i = 0; i < m->edges; i++) {
		int from = p.place[m->edge[i].from], to = p.place[m->edge[i].to];

		if (from >= 0 && to >= 0)
			flow_graph_add_edge(g, from, to, i, m);
	}
	if (!g->bare)
		add_folds(&p);
	count_folds(&p);
out:
	free(p.place);
	return true;
}
