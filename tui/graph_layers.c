/* SPDX-License-Identifier: MIT */
#include "tui/graph_layers.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* More lines in one gap nobody can follow; those that come later are folded. */
enum { SLIDE_PASSES = 12, LINKS_IN_GAP = 72 };

/* Scratch of one build: what is known before there are vertices. */
struct plan {
	int nodes, arcs;
	struct graph_arc *arc;
	int *layer;        /* of each node */
	int *out, *out_at; /* arcs by source: out[out_at[n]] .. out[out_at[n + 1] - 1] */
	int *in_degree, *degree;
	int layers;
};

/* ---- cycles ---- */

static void index_out_arcs(struct plan *p)
{
	int *fill = xcalloc((size_t)p->nodes + 1, sizeof(*fill));

	for (int a = 0; a < p->arcs; a++)
		p->out_at[p->arc[a].from + 1]++;
	for (int n = 0; n < p->nodes; n++)
		p->out_at[n + 1] += p->out_at[n];
	for (int a = 0; a < p->arcs; a++) {
		int n = p->arc[a].from;

		p->out[p->out_at[n] + fill[n]++] = a;
	}
	free(fill);
}

enum { UNSEEN, ON_STACK, DONE };

/* An arc to a node that is on the stack closes a cycle: a back edge. */
static void search_from(struct plan *p, int root, char *state, int *stack, int *next)
{
	int depth = 0;

	stack[depth++] = root;
	state[root] = ON_STACK;
	next[root] = p->out_at[root];
	while (depth > 0) {
		int n = stack[depth - 1];

		if (next[n] == p->out_at[n + 1]) {
			state[n] = DONE;
			depth--;
			continue;
		}
		struct graph_arc *arc = &p->arc[p->out[next[n]++]];

		if (state[arc->to] == ON_STACK) {
			arc->fate = GRAPH_BACK;
		} else if (state[arc->to] == UNSEEN) {
			state[arc->to] = ON_STACK;
			next[arc->to] = p->out_at[arc->to];
			stack[depth++] = arc->to;
		}
	}
}

/* Depth first from the sources, then from what only cycles reach. */
static void break_cycles(struct plan *p)
{
	char *state = xcalloc((size_t)p->nodes, 1);
	int *stack = xcalloc((size_t)p->nodes, sizeof(*stack));
	int *next = xcalloc((size_t)p->nodes, sizeof(*next));

	for (int n = 0; n < p->nodes; n++)
		if (p->in_degree[n] == 0)
			search_from(p, n, state, stack, next);
	for (int n = 0; n < p->nodes; n++)
		if (state[n] == UNSEEN)
			search_from(p, n, state, stack, next);
	free(state);
	free(stack);
	free(next);
}

/* ---- layers ---- */

static bool forward(const struct graph_arc *arc)
{
	return arc->fate != GRAPH_BACK;
}

/* Longest path. Relaxes until nothing changes, which ends as there is no cycle. */
static void layer_by_longest_path(struct plan *p)
{
	bool changed = true;

	while (changed) {
		changed = false;
		for (int a = 0; a < p->arcs; a++) {
			const struct graph_arc *arc = &p->arc[a];

			if (!forward(arc) || p->layer[arc->to] > p->layer[arc->from])
				continue;
			p->layer[arc->to] = p->layer[arc->from] + 1;
			changed = true;
		}
	}
	p->layers = 0;
	for (int n = 0; n < p->nodes; n++)
		if (p->layer[n] >= p->layers)
			p->layers = p->layer[n] + 1;
}

/* How far a node may go left and right, and to which side more arcs pull it. */
struct slack {
	int low, high, pull;
	int targets;
};

static struct slack slack_of(const struct plan *p, int node)
{
	struct slack s = { 0, INT_MAX, 0, 0 };

	for (int a = 0; a < p->arcs; a++) {
		const struct graph_arc *arc = &p->arc[a];

		if (!forward(arc))
			continue;
		if (arc->to == node) {
			s.pull--;
			if (p->layer[arc->from] + 1 > s.low)
				s.low = p->layer[arc->from] + 1;
		} else if (arc->from == node) {
			s.pull++;
			s.targets++;
			if (p->layer[arc->to] - 1 < s.high)
				s.high = p->layer[arc->to] - 1;
		}
	}
	return s;
}

/* For network simplex: each node goes to the end of its slack that has more arcs. */
static void slide(struct plan *p)
{
	for (int pass = 0; pass < SLIDE_PASSES; pass++) {
		for (int n = 0; n < p->nodes; n++) {
			struct slack s = slack_of(p, n);

			if (s.targets == 0 || s.pull < 0)
				p->layer[n] = s.low;
			else if (s.pull > 0)
				p->layer[n] = s.high;
		}
	}
}

static int count_in_layer(const struct plan *p, int layer)
{
	int count = 0;

	for (int n = 0; n < p->nodes; n++)
		count += p->layer[n] == layer;
	return count;
}

/* Nodes without arcs fill the layers that have the fewest. */
static void place_lone_nodes(struct plan *p)
{
	for (int n = 0; n < p->nodes; n++)
		if (p->degree[n] == 0)
			p->layer[n] = -1;
	for (int n = 0; n < p->nodes; n++) {
		int best = 0;

		if (p->degree[n] != 0)
			continue;
		for (int l = 1; l < p->layers; l++)
			if (count_in_layer(p, l) < count_in_layer(p, best))
				best = l;
		p->layer[n] = best;
	}
}

/* Rows a layer needs: its nodes, and the runs that pass through it. */
static int rows_of_layer(const struct plan *p, int layer, int max_span)
{
	int rows = count_in_layer(p, layer);

	for (int n = 0; n < p->nodes; n++) {
		bool passes = false;

		for (int i = p->out_at[n]; i < p->out_at[n + 1] && !passes; i++) {
			const struct graph_arc *arc = &p->arc[p->out[i]];

			passes = forward(arc) && p->layer[n] < layer &&
				p->layer[arc->to] > layer &&
				p->layer[arc->to] - p->layer[n] <= max_span;
		}
		rows += passes;
	}
	return rows;
}

/* Of a layer that is too tall the last nodes that can go right do so. */
static void spread_tall_layers(struct plan *p, struct graph_layers_limits limits)
{
	for (int l = 0; l < p->layers && l < p->nodes; l++) {
		int over = rows_of_layer(p, l, limits.max_span) - limits.height;

		for (int n = p->nodes - 1; n >= 0 && over > 0; n--) {
			struct slack s = { 0, 0, 0, 0 };

			if (p->layer[n] != l)
				continue;
			s = slack_of(p, n);
			if (s.high <= l)
				continue;
			p->layer[n] = l + 1;
			if (l + 1 == p->layers)
				p->layers++;
			over = rows_of_layer(p, l, limits.max_span) - limits.height;
		}
	}
}

static void fold_far_arcs(struct plan *p, int max_span)
{
	for (int a = 0; a < p->arcs; a++) {
		struct graph_arc *arc = &p->arc[a];

		arc->span = p->layer[arc->to] - p->layer[arc->from];
		if (forward(arc))
			arc->fate = arc->span > max_span ? GRAPH_STUB : GRAPH_ROUTED;
	}
}

/* ---- vertices and links ---- */

static int add_vertex(struct graph_layers *g, int owner, int layer)
{
	size_t need = (size_t)g->vertex_count + 1;

	xgrow(&g->vertices, &g->vertex_cap, need, sizeof(*g->vertices));
	g->vertices[g->vertex_count] =
		(struct graph_vertex){ .owner = owner, .layer = layer };
	return g->vertex_count++;
}

struct linker {
	struct graph_layers *g;
	int *dummy;  /* [node * layers + layer]: the node's dummy there, or 0 */
	int *in_gap; /* by layer: links so far */
	size_t link_cap;
};

/* One link per pair of vertices: out-edges of a node share those between its dummies. */
static int add_link(struct linker *l, int from, int to)
{
	struct graph_layers *g = l->g;

	for (int i = g->link_count - 1; i >= 0; i--)
		if (g->links[i].from == from && g->links[i].to == to)
			return i;
	xgrow(&g->links, &l->link_cap, (size_t)g->link_count + 1, sizeof(*g->links));
	g->links[g->link_count] = (struct graph_link){ from, to };
	l->in_gap[g->vertices[from].layer]++;
	return g->link_count++;
}

static bool gaps_have_room(const struct linker *l, const struct graph_arc *arc)
{
	int first = l->g->vertices[arc->from].layer;

	for (int k = 0; k < arc->span; k++)
		if (l->in_gap[first + k] >= LINKS_IN_GAP)
			return false;
	return true;
}

static void link_arc(struct linker *l, struct graph_arc *arc)
{
	struct graph_layers *g = l->g;
	int from = arc->from, first = g->vertices[from].layer;

	arc->chain = g->chain_count;
	xgrow(&g->chains, &g->chain_cap, (size_t)(arc->chain + arc->span),
		sizeof(*g->chains));
	for (int k = 1; k <= arc->span; k++) {
		int to = arc->to;

		if (k < arc->span) {
			int *slot = &l->dummy[arc->from * g->layer_count + first + k];

			if (*slot == 0)
				*slot = add_vertex(g, arc->from, first + k);
			to = *slot;
		}
		g->chains[g->chain_count++] = add_link(l, from, to);
		from = to;
	}
}

static void link_arcs(struct graph_layers *g)
{
	struct linker l = { .g = g };

	l.dummy =
		xcalloc((size_t)g->node_count * (size_t)g->layer_count, sizeof(*l.dummy));
	l.in_gap = xcalloc((size_t)g->layer_count, sizeof(*l.in_gap));
	for (int a = 0; a < g->arc_count; a++) {
		struct graph_arc *arc = &g->arcs[a];

		if (arc->fate != GRAPH_ROUTED)
			continue;
		if (gaps_have_room(&l, arc))
			link_arc(&l, arc);
		else
			arc->fate = GRAPH_STUB;
	}
	free(l.dummy);
	free(l.in_gap);
}

/* Puts the links in order of their gaps and tells the chains. */
static void sort_links(struct graph_layers *g)
{
	struct graph_link *sorted = xcalloc((size_t)g->link_count, sizeof(*sorted));
	int *now = xcalloc((size_t)g->link_count, sizeof(*now));
	int used = 0;

	g->gap = xcalloc((size_t)g->layer_count + 1, sizeof(*g->gap));
	for (int l = 0; l < g->layer_count; l++) {
		g->gap[l] = used;
		for (int i = 0; i < g->link_count; i++) {
			if (g->vertices[g->links[i].from].layer != l)
				continue;
			now[i] = used;
			sorted[used++] = g->links[i];
		}
	}
	g->gap[g->layer_count] = used;
	for (int i = 0; i < g->chain_count; i++)
		g->chains[i] = now[g->chains[i]];
	free(g->links);
	free(now);
	g->links = sorted;
}

static void index_neighbours(struct graph_layers *g)
{
	int used = 0;

	g->near = xcalloc(2 * (size_t)g->link_count, sizeof(*g->near));
	for (int i = 0; i < g->link_count; i++) {
		g->vertices[g->links[i].from].out_count++;
		g->vertices[g->links[i].to].in_count++;
	}
	for (int v = 0; v < g->vertex_count; v++) {
		struct graph_vertex *x = &g->vertices[v];

		x->in = used;
		x->out = used + x->in_count;
		used += x->in_count + x->out_count;
		x->in_count = x->out_count = 0;
	}
	for (int i = 0; i < g->link_count; i++) {
		struct graph_vertex *from = &g->vertices[g->links[i].from];
		struct graph_vertex *to = &g->vertices[g->links[i].to];

		g->near[from->out + from->out_count++] = g->links[i].to;
		g->near[to->in + to->in_count++] = g->links[i].from;
	}
}

/* ---- first order ---- */

static void append(struct graph_layers *g, int vertex, int *fill, bool *seen)
{
	struct graph_vertex *v = &g->vertices[vertex];

	seen[vertex] = true;
	v->pos = fill[v->layer]++;
	g->order[g->layer[v->layer] + v->pos] = vertex;
}

/* Depth first, so that what belongs together begins together. */
static void walk_from(struct graph_layers *g, int root, int *fill, bool *seen, int *stack)
{
	int depth = 0;

	stack[depth++] = root;
	while (depth > 0) {
		int v = stack[--depth];
		const struct graph_vertex *x = &g->vertices[v];

		if (seen[v])
			continue;
		append(g, v, fill, seen);
		for (int i = x->out_count - 1; i >= 0; i--)
			if (!seen[g->near[x->out + i]])
				stack[depth++] = g->near[x->out + i];
	}
}

static void first_order(struct graph_layers *g)
{
	int *fill = xcalloc((size_t)g->layer_count, sizeof(*fill));
	bool *seen = xcalloc((size_t)g->vertex_count, sizeof(*seen));
	int *stack = xcalloc((size_t)(g->vertex_count + g->link_count), sizeof(*stack));

	g->layer = xcalloc((size_t)g->layer_count + 1, sizeof(*g->layer));
	g->order = xcalloc((size_t)g->vertex_count, sizeof(*g->order));
	for (int v = 0; v < g->vertex_count; v++)
		g->layer[g->vertices[v].layer + 1]++;
	for (int l = 0; l < g->layer_count; l++)
		g->layer[l + 1] += g->layer[l];
	for (int v = 0; v < g->node_count; v++)
		if (g->vertices[v].in_count == 0 && g->vertices[v].out_count > 0)
			walk_from(g, v, fill, seen, stack);
	for (int v = 0; v < g->vertex_count; v++)
		if (!seen[v])
			append(g, v, fill, seen);
	free(fill);
	free(seen);
	free(stack);
}

/* ---- build ---- */

static void plan_init(
	struct plan *p, int node_count, struct graph_arc *arcs, int arc_count)
{
	*p = (struct plan){ .nodes = node_count, .arcs = arc_count, .arc = arcs };
	p->layer = xcalloc((size_t)node_count, sizeof(*p->layer));
	p->out = xcalloc((size_t)arc_count, sizeof(*p->out));
	p->out_at = xcalloc((size_t)node_count + 1, sizeof(*p->out_at));
	p->in_degree = xcalloc((size_t)node_count, sizeof(*p->in_degree));
	p->degree = xcalloc((size_t)node_count, sizeof(*p->degree));
	for (int a = 0; a < arc_count; a++) {
		assert(arcs[a].from != arcs[a].to);
		arcs[a].fate = GRAPH_ROUTED;
		p->in_degree[arcs[a].to]++;
		p->degree[arcs[a].from]++;
		p->degree[arcs[a].to]++;
	}
}

static void plan_fini(struct plan *p)
{
	free(p->layer);
	free(p->out);
	free(p->out_at);
	free(p->in_degree);
	free(p->degree);
}

static void assign_layers(struct plan *p, struct graph_layers_limits limits)
{
	index_out_arcs(p);
	break_cycles(p);
	layer_by_longest_path(p);
	slide(p);
	place_lone_nodes(p);
	spread_tall_layers(p, limits);
	fold_far_arcs(p, limits.max_span);
}

void graph_layers_build(struct graph_layers *g, int node_count,
	const struct graph_arc *arcs, int arc_count, struct graph_layers_limits limits)
{
	struct plan p;

	g->node_count = node_count;
	g->arc_count = arc_count;
	g->arcs = xcalloc((size_t)arc_count, sizeof(*g->arcs));
	if (arc_count > 0)
		memcpy(g->arcs, arcs, (size_t)arc_count * sizeof(*arcs));
	plan_init(&p, node_count, g->arcs, arc_count);
	assign_layers(&p, limits);
	g->layer_count = p.layers;
	for (int n = 0; n < node_count; n++)
		add_vertex(g, n, p.layer[n]);
	plan_fini(&p);
	link_arcs(g);
	sort_links(g);
	index_neighbours(g);
	first_order(g);
}

void graph_layers_fini(struct graph_layers *g)
{
	free(g->vertices);
	free(g->links);
	free(g->arcs);
	free(g->chains);
	free(g->near);
	free(g->gap);
	free(g->layer);
	free(g->order);
	*g = (struct graph_layers){ 0 };
}
