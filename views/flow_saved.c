/* SPDX-License-Identifier: MIT */
/*
 * A layout depends on what it was given and in which order, and on nothing else.
 * So that is what is kept: names, edges, the size it was settled for, and how
 * many of them there were each time it took in more. Who is not in the mesh any
 * more keeps a place without a name until L; a layout most of whose agents the
 * mesh does not know is another's.
 */
#include "views/flow_saved.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "base/text.h"
#include "views/flow_own.h"

#define VERSION 1
#define DEPTH 8
#define SIDE_MAX 4096 /* columns, rows */

/* --- history ----------------------------------------------------------------------- */

static void add_pair(struct flow_history *h, int from, int to)
{
	xgrow(&h->edge, &h->edge_cap, h->edges + 1, sizeof(*h->edge));
	h->edge[h->edges++] = (struct flow_pair){ from, to };
}

static void add_step(struct flow_history *h, int nodes)
{
	if (h->steps == FLOW_STEPS)
		h->steps--;
	h->step[h->steps++] = (struct flow_step){ nodes, (int)h->edges };
	h->news = true;
}

void flow_history_begin(struct flow *f, const struct graph *graph)
{
	struct flow_history *h = &f->history;

	h->edges = h->steps = 0;
	f->history_edges = f->model.edges;
	h->width = f->all.width;
	h->height = f->all.height;
	h->notes = false;
	for (int i = 0; i < graph->node_count; i++)
		h->notes |= graph->nodes[i].note != NULL;
	for (int i = 0; i < graph->edge_count; i++)
		add_pair(h, graph->edges[i].from, graph->edges[i].to);
	add_step(h, graph->node_count);
}

static bool has_pair(const struct flow_history *h, int from, int to)
{
	for (size_t i = 0; i < h->edges; i++)
		if (h->edge[i].from == from && h->edge[i].to == to)
			return true;
	return false;
}

void flow_history_grow(struct flow *f)
{
	struct flow_history *h = &f->history;
	const struct flow_graph *g = &f->all;
	const struct flow_step *last;
	size_t before = h->edges;

	if (h->steps == 0)
		return;
	last = &h->step[h->steps - 1];
	/* each look but few has nothing new, and is not to cost edges times edges */
	if (last->nodes == g->nodes && f->history_edges == f->model.edges)
		return;
	f->history_edges = f->model.edges;
	for (int i = 0; i < g->edges; i++)
		if (!has_pair(h, g->edge[i].from, g->edge[i].to))
			add_pair(h, g->edge[i].from, g->edge[i].to);
	if (h->edges > before || g->nodes > last->nodes)
		add_step(h, g->nodes);
}

/* --- writing ----------------------------------------------------------------------- */

bool flow_saved_take(void *state, const char *mesh, struct buf *out)
{
	struct flow *f = state;
	struct flow_history *h = &f->history;
	const struct flow_graph *g = &f->all;

	if (!h->news || !g->settled || h->steps == 0)
		return false;
	h->news = false;
	out_open(out, '{');
	out_key(out, "seam_layout");
	out_uint(out, VERSION);
	out_key(out, "mesh");
	out_text(out, mesh);
	out_key(out, "width");
	out_uint(out, (uint64_t)h->width);
	out_key(out, "height");
	out_uint(out, (uint64_t)h->height);
	out_key(out, "notes");
	out_bool(out, h->notes);
	out_key(out, "agents");
	out_open(out, '[');
	for (int i = 0; i < h->step[h->steps - 1].nodes; i++)
		out_text(out, g->slot[i]);
	out_close(out, ']');
	out_key(out, "edges");
	out_open(out, '[');
	for (size_t i = 0; i < h->edges; i++) {
		out_uint(out, (uint64_t)h->edge[i].from);
		out_uint(out, (uint64_t)h->edge[i].to);
	}
	out_close(out, ']');
	out_key(out, "steps");
	out_open(out, '[');
	for (size_t i = 0; i < h->steps; i++) {
		out_uint(out, (uint64_t)h->step[i].nodes);
		out_uint(out, (uint64_t)h->step[i].edges);
	}
	out_close(out, ']');
	out_close(out, '}');
	return true;
}

/* --- reading ----------------------------------------------------------------------- */

void flow_saved_give(void *state, struct str text)
{
	struct flow *f = state;

	buf_reset(&f->saved);
	if (text.n <= FLOW_SAVED_MAX)
		buf_slice(&f->saved, text);
}

/* What is read, before it is believed. */
struct layout_read {
	struct json j;
	char *name[GRAPH_NODES_MAX];
	int names;
	struct flow_history h;
};

/* Numbers by twos; false if one is no whole number from 0 to `most`. */
static bool read_pairs(struct layout_read *r, const char *member, int64_t most,
	bool (*take)(struct layout_read *r, int a, int b))
{
	uint32_t list = json_member(&r->j, 0, member);
	uint32_t n = json_is(&r->j, list, JSON_ARRAY) ? r->j.node[list].count : 1;
	uint32_t at = list + 1;

	if (n % 2 != 0)
		return false;
	for (uint32_t i = 0; i < n; i += 2, at += 2) {
		int64_t a, b;

		/* numbers are one node each; anything else is refused at once */
		if (!json_is(&r->j, at, JSON_NUMBER) || !json_int(&r->j, at, &a) ||
			!json_is(&r->j, at + 1, JSON_NUMBER) ||
			!json_int(&r->j, at + 1, &b) || a < 0 || b < 0 || a > most ||
			b > most || !take(r, (int)a, (int)b))
			return false;
	}
	return true;
}

static bool take_edge(struct layout_read *r, int from, int to)
{
	if (from >= r->names || to >= r->names || r->h.edges >= GRAPH_EDGES_MAX ||
		has_pair(&r->h, from, to))
		return false;
	add_pair(&r->h, from, to);
	return true;
}

/* None has fewer than the one before, and an edge only nodes that are there. */
static bool take_step(struct layout_read *r, int nodes, int edges)
{
	int from = r->h.steps > 0 ? r->h.step[r->h.steps - 1].edges : 0;

	if (r->h.steps >= FLOW_STEPS || nodes > r->names || nodes < 1 ||
		edges > (int)r->h.edges || edges < from ||
		(r->h.steps > 0 && nodes < r->h.step[r->h.steps - 1].nodes))
		return false;
	for (int i = from; i < edges; i++)
		if (r->h.edge[i].from >= nodes || r->h.edge[i].to >= nodes)
			return false;
	r->h.step[r->h.steps++] = (struct flow_step){ nodes, edges };
	return true;
}

static bool read_names(struct layout_read *r)
{
	uint32_t list = json_member(&r->j, 0, "agents");
	uint32_t n = json_is(&r->j, list, JSON_ARRAY) ? r->j.node[list].count : 0;

	if (n == 0 || n > GRAPH_NODES_MAX)
		return false;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t at = list + 1 + i; /* strings are one node each */
		struct str name;

		if (!json_is(&r->j, at, JSON_STRING))
			return false;
		name = json_str(&r->j, at);
		if (!text_is_agent(name))
			return false;
		for (int k = 0; k < r->names; k++)
			if (str_is(name, r->name[k]))
				return false;
		r->name[r->names] = xmalloc(name.n + 1);
		memcpy(r->name[r->names], name.p, name.n);
		r->name[r->names++][name.n] = '\0';
	}
	return true;
}

static bool read_side(struct layout_read *r, const char *member, int *out)
{
	uint32_t at = json_member(&r->j, 0, member);
	int64_t n;

	if (!json_is(&r->j, at, JSON_NUMBER) || !json_int(&r->j, at, &n) || n < 1 ||
		n > SIDE_MAX)
		return false;
	*out = (int)n;
	return true;
}

static bool read_all(struct layout_read *r, struct str text)
{
	uint32_t version;
	int64_t n;

	if (text.n == 0 || !json_read(&r->j, text.p, text.n, DEPTH, NULL))
		return false;
	version = json_member(&r->j, 0, "seam_layout");
	if (!json_is(&r->j, version, JSON_NUMBER) || !json_int(&r->j, version, &n) ||
		n != VERSION)
		return false;
	r->h.notes = json_is(&r->j, json_member(&r->j, 0, "notes"), JSON_TRUE);
	return read_side(r, "width", &r->h.width) &&
		read_side(r, "height", &r->h.height) && read_names(r) &&
		read_pairs(r, "edges", GRAPH_NODES_MAX, take_edge) &&
		read_pairs(r, "steps", GRAPH_EDGES_MAX, take_step) && r->h.steps > 0 &&
		r->h.step[r->h.steps - 1].nodes == r->names &&
		r->h.step[r->h.steps - 1].edges == (int)r->h.edges;
}

/* Most of its agents are in the mesh. */
static bool is_of(const struct layout_read *r, const struct flow_model *m)
{
	int known = 0;

	for (int i = 0; i < r->names; i++)
		known += table_find(&m->node_names, str_of(r->name[i])) != TABLE_NONE;
	return known * 2 > r->names;
}

/* Settles and updates as it was done then. */
static void lay_out(struct flow *f, const struct layout_read *r)
{
	struct graph_node *nodes = xcalloc((size_t)r->names + 1, sizeof(*nodes));
	struct graph_edge *edges = xcalloc(r->h.edges + 1, sizeof(*edges));
	struct flow_graph *g = &f->all;

	for (int i = 0; i < r->names; i++)
		nodes[i] = (struct graph_node){
			.name = r->name[i], .note = r->h.notes ? "1/m" : NULL, .mark = ' '
		};
	for (size_t i = 0; i < r->h.edges; i++)
		edges[i] = (struct graph_edge){ .from = r->h.edge[i].from,
			.to = r->h.edge[i].to,
			.class = GRAPH_OK };
	for (size_t i = 0; i < r->h.steps; i++) {
		struct graph graph = { nodes, edges, r->h.step[i].nodes,
			r->h.step[i].edges };

		if (i == 0)
			graph_layout_settle(g->layout, &graph, r->h.width, r->h.height);
		else
			graph_layout_update(g->layout, &graph);
	}
	free(nodes);
	free(edges);
}

static void adopt(struct flow *f, struct layout_read *r)
{
	struct flow_graph *g = &f->all;

	flow_graph_forget(g);
	xgrow(&g->slot, &g->slot_cap, (size_t)r->names, sizeof(*g->slot));
	memcpy(g->slot, r->name, (size_t)r->names * sizeof(*g->slot));
	g->slots = r->names;
	g->width = r->h.width;
	g->height = r->h.height;
	r->names = 0;
	free(f->history.edge);
	f->history = r->h;
	r->h.edge = NULL;
}

bool flow_saved_apply(struct flow *f)
{
	struct layout_read *r;
	bool done;

	if (f->saved.len == 0)
		return false;
	r = xcalloc(1, sizeof(*r));
	done = read_all(r, buf_view(&f->saved)) && is_of(r, &f->model);
	if (done) {
		lay_out(f, r);
		adopt(f, r);
	}
	buf_fini(&f->saved);
	for (int i = 0; i < r->names; i++)
		free(r->name[i]);
	free(r->h.edge);
	json_fini(&r->j);
	free(r);
	return done;
}
