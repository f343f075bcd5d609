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

static void add_lone_neighbours(struct pick *p)
{
	int core = p->g->nodes, one = -1;

	for (int i = 0; i < core; i++) {
		int node = p->g->drawn[i].node;

		if (hidden(p, node, true, &one) == 1)
			place_of(p, one);
		if (hidden(p, node, false, &one) == 1)
			place_of(p, one);
	}
}

static void add_folds(struct pick *p)
{
	int shown = p->g->nodes, one = -1;

	for (int i = 0; i < shown; i++) {
		for (int givers = 0; givers < 2; givers++) {
			int n = hidden(p, p->g->drawn[i].node, givers, &one), fold;

			if (n == 0)
				continue;
			fold = flow_graph_add_node(p->g, -1);
			p->g->drawn[fold].many = n;
			flow_graph_add_edge(
				p->g, givers ? fold : i, givers ? i : fold, NONE, p->m);
		}
	}
}

bool flow_some_build(const struct flow_model *m, struct flow_graph *g)
{
	struct pick p = { m, g, xmalloc((m->nodes + 1) * sizeof(int)) };

	g->nodes = g->edges = 0;
	for (uint32_t i = 0; i < m->nodes; i++)
		p.place[i] = -1;
	add_core(&p);
	add_lone_neighbours(&p);
	for (uint32_t i = 0; i < m->edges; i++) {
		int from = p.place[m->edge[i].from], to = p.place[m->edge[i].to];

		if (from >= 0 && to >= 0)
			flow_graph_add_edge(g, from, to, i, m);
	}
	add_folds(&p);
	free(p.place);
	return g->nodes > 0;
}
