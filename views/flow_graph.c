/* SPDX-License-Identifier: MIT */
/*
 * The flow graph: agents as chips, settled once and then pinned, painted anew
 * from what the edges are now. Of two drawings `all` is pinned for the
 * session; `some` (only trouble) is laid out when another edge gets into
 * trouble or out of it.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/flow_own.h"
#include "views/format.h"

#define QUIET_BEFORE (5 * SECOND)
#define LONGEST_WAIT (30 * SECOND)

void flow_graph_init(struct flow_graph *g)
{
	memset(g, 0, sizeof(*g));
	g->layout = graph_layout_new();
}

void flow_graph_fini(struct flow_graph *g)
{
	graph_layout_free(g->layout);
	free(g->drawn);
	free(g->node);
	free(g->edge);
	free(g->of_edge);
	free(g->cells);
}

int flow_graph_add_node(struct flow_graph *g, int node)
{
	xgrow(&g->drawn, &g->drawn_cap, (size_t)g->nodes + 1, sizeof(*g->drawn));
	g->drawn[g->nodes] = (struct flow_drawn){ .node = node, .confidence = -1 };
	return g->nodes++;
}

void flow_graph_add_edge(
	struct flow_graph *g, int from, int to, uint32_t edge, const struct flow_model *m)
{
	size_t n = (size_t)g->edges + 1;
	struct graph_edge e = { .from = from, .to = to, .class = GRAPH_OK };

	if (edge != NONE) {
		e.class = flow_class(m->edge[edge].shown);
		e.letter = m->edge[edge].letter;
	}
	xgrow(&g->edge, &g->edge_cap, n, sizeof(*g->edge));
	xgrow(&g->of_edge, &g->of_edge_cap, n, sizeof(*g->of_edge));
	g->edge[n - 1] = e;
	g->of_edge[n - 1] = edge;
	g->edges++;
}

static void build_all(const struct flow_model *m, struct flow_graph *g)
{
	g->nodes = g->edges = 0;
	for (uint32_t i = 0; i < m->nodes; i++)
		flow_graph_add_node(g, (int)i);
	for (uint32_t i = 0; i < m->edges; i++)
		flow_graph_add_edge(g, m->edge[i].from, m->edge[i].to, i, m);
}

/* --- what stands on a chip ---------------------------------------------------- */

static bool has_bar(const struct world *w, const struct edge *e)
{
	const struct contract *c = e->contract < w->mesh->contracts.count
		? w->mesh->contracts.entry[e->contract].contract
		: NULL;

	return c != NULL && c->has_review_below;
}

static void count_edge(
	struct flow_graph *g, const struct flow_model *m, const struct world *w, int i)
{
	struct flow_drawn *from = &g->drawn[g->edge[i].from];
	struct flow_drawn *to = &g->drawn[g->edge[i].to];
	const struct edge *e = flow_model_edge(m, w, g->of_edge[i]);
	enum edge_trouble t = e != NULL ? m->edge[g->of_edge[i]].shown : EDGE_IDLE;
	double rate, confidence;

	if (e == NULL)
		return;
	if (t >= EDGE_LOW)
		from->trouble = to->trouble = true;
	rate = edge_rate(e, flow_now(w));
	from->out += rate;
	to->in += rate;
	confidence = edge_confidence(e);
	if (confidence >= 0 && (t == EDGE_LOW || has_bar(w, e)) &&
		(from->confidence < 0 || confidence < from->confidence))
		from->confidence = confidence;
}

/* "4/s .41"; the minute is cut to "m" for the chip's sake. */
static void write_note(struct flow_drawn *d)
{
	double rate = d->in > d->out ? d->in : d->out;
	char often[FORMAT_TEXT], confidence[FORMAT_TEXT];
	char *min;

	if (rate <= 0) {
		d->note[0] = '\0';
		return;
	}
	format_often(rate, often);
	min = strstr(often, "min");
	if (min != NULL)
		min[1] = '\0';
	snprintf(d->note, sizeof(d->note), "%.10s%s%.5s", often,
		d->confidence >= 0 ? " " : "",
		d->confidence >= 0 ? format_confidence(d->confidence, confidence) : "");
}

static char mark_of(
	const struct flow_drawn *d, const struct flow_model *m, const struct world *w)
{
	uint32_t agent = d->node >= 0 ? m->node[d->node].agent : NONE;
	enum agent_state state = AGENT_UNHEARD;

	if (d->trouble && d->node >= 0)
		return '!';
	if (d->node < 0)
		return ' ';
	if (agent < w->mesh->agents)
		state = agent_state(&w->mesh->agent[agent], flow_now(w));
	return state == AGENT_UP ? ' ' : '?';
}

static struct graph_node node_of(
	struct flow_drawn *d, const struct flow_model *m, const struct world *w)
{
	struct graph_node n = { .mark = mark_of(d, m, w), .class = GRAPH_OK };

	if (d->node >= 0)
		write_note(d);
	else
		snprintf(d->name, sizeof(d->name), "%d more", d->many);
	n.name = d->node >= 0 ? m->node[d->node].name : d->name;
	n.note = d->note[0] != '\0' ? d->note : NULL;
	if (n.mark == '?')
		n.class = GRAPH_IDLE;
	return n;
}

static struct graph dress(
	struct flow_graph *g, const struct flow_model *m, const struct world *w)
{
	for (int i = 0; i < g->edges; i++)
		count_edge(g, m, w, i);
	xgrow(&g->node, &g->node_cap, (size_t)g->nodes + 1, sizeof(*g->node));
	for (int i = 0; i < g->nodes; i++)
		g->node[i] = node_of(&g->drawn[i], m, w);
	return (struct graph){ g->node, g->edge, g->nodes, g->edges };
}

/* A note that its chip would cut loses its confidence: half a number is a lie. */
static void fit_notes(struct flow_graph *g)
{
	int nodes = graph_layout_counts(g->layout).layers > 0 ? g->nodes : 0;

	for (int i = 0; i < nodes; i++) {
		char *note = g->drawn[i].note;
		char *blank = strchr(note, ' ');
		int room = graph_layout_place(g->layout, i).width - 1;

		if (blank != NULL && (int)strlen(note) > room)
			*blank = '\0';
	}
}

/* --- settling ------------------------------------------------------------------ */

/* screens.md of the project, "Stability": not at the first event, and then once. */
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
 * the work goes from left to right, and the seldom question goes back.
 */
static void settle_by_weight(struct flow_graph *g, const struct flow_model *m,
	const struct world *w, struct graph graph)
{
	size_t n = (size_t)g->edges;
	struct weighed *sorted = xmalloc((n + 1) * sizeof(*sorted));
	struct graph_edge *edges = xmalloc((n + 1) * sizeof(*edges));

	for (size_t i = 0; i < n; i++) {
		const struct edge *e = flow_model_edge(m, w, g->of_edge[i]);

		sorted[i] = (struct weighed){ g->edge[i], e != NULL ? e->offered : 0,
			(int)i };
	}
	qsort(sorted, n, sizeof(*sorted), heavier_first);
	for (size_t i = 0; i < n; i++)
		edges[i] = sorted[i].edge;
	graph.edges = edges;
	settle(g, &graph);
	free(sorted);
	free(edges);
}

static bool too_large(const struct flow_model *m)
{
	return m->nodes > GRAPH_NODES_MAX || m->edges > GRAPH_EDGES_MAX;
}

bool flow_graph_sync(struct flow *f, const struct world *w, int width, int height)
{
	struct flow_graph *g = &f->all;
	struct graph graph;

	if (width < 1 || height < 1 || too_large(&f->model))
		return false;
	build_all(&f->model, g);
	graph = dress(g, &f->model, w);
	if (!g->settled ? time_to_settle(f, w) : outgrown(g, width, height)) {
		g->width = width;
		g->height = height;
		settle_by_weight(g, &f->model, w, graph);
		f->pinned = w->now;
	} else if (g->settled) {
		g->fits = graph_layout_update(g->layout, &graph);
	}
	if (g->settled)
		fit_notes(g);
	return g->settled && g->fits;
}

static uint64_t shape_of(const struct flow_graph *g)
{
	uint64_t shape = 14695981039346656037u;

	for (int i = 0; i < g->nodes; i++)
		shape = (shape ^ (uint64_t)(g->drawn[i].node + 1)) * 1099511628211u;
	for (int i = 0; i < g->edges; i++) {
		shape = (shape ^ (uint64_t)g->edge[i].from) * 1099511628211u;
		shape = (shape ^ (uint64_t)g->edge[i].to) * 1099511628211u;
	}
	return shape;
}

bool flow_some_sync(struct flow *f, const struct world *w, int width, int height)
{
	struct flow_graph *g = &f->some;
	struct graph graph;
	uint64_t shape;

	if (width < 1 || height < 1 || !flow_some_build(&f->model, g))
		return false;
	if (g->nodes > GRAPH_NODES_MAX || g->edges > GRAPH_EDGES_MAX)
		return false;
	graph = dress(g, &f->model, w);
	shape = shape_of(g);
	if (!g->settled || shape != g->shape || outgrown(g, width, height)) {
		g->width = width;
		g->height = height;
		settle(g, &graph);
	} else {
		g->fits = graph_layout_update(g->layout, &graph);
	}
	g->shape = shape;
	fit_notes(g);
	return true;
}

/* --- drawing ------------------------------------------------------------------- */

static enum style style_of(const struct graph_cell *c)
{
	static const enum style lines[] = {
		[GRAPH_IDLE] = STYLE_MUTED,
		[GRAPH_OK] = STYLE_NORMAL,
		[GRAPH_LOW] = STYLE_NORMAL,
		[GRAPH_BROKEN] = STYLE_MARK,
	};

	if (c->kind == GRAPH_LETTER)
		return c->class == GRAPH_BROKEN ? STYLE_CRITICAL : STYLE_WARNING;
	if (c->kind == GRAPH_CHIP && c->ch == '!')
		return STYLE_WARNING;
	if (c->kind == GRAPH_NOTE || c->kind == GRAPH_MORE || c->kind == GRAPH_COUNT)
		return STYLE_MUTED;
	return lines[c->class];
}

static bool under_cursor(
	const struct flow *f, const struct flow_graph *g, const struct graph_cell *c)
{
	uint64_t selected;

	if (c->kind == GRAPH_CHIP)
		return f->on_graph && c->tag < g->nodes &&
			g->drawn[c->tag].node == f->node;
	return c->kind == GRAPH_LETTER && c->tag < g->edges &&
		list_selected(&f->list, &selected) && g->of_edge[c->tag] == selected;
}

/* The drawing's node for the model's, -1 if it is not drawn. */
static int drawn_of(const struct flow_graph *g, int node)
{
	for (int i = 0; i < g->nodes; i++)
		if (g->drawn[i].node == node)
			return i;
	return -1;
}

void flow_graph_draw(struct flow *f, struct flow_graph *g, struct surface *s)
{
	struct graph graph = { g->node, g->edge, g->nodes, g->edges };
	size_t n = (size_t)s->rows * (size_t)s->cols;
	int cursor = drawn_of(g, f->node);

	if (n == 0 || !g->settled)
		return;
	xgrow(&g->cells, &g->cell_cap, n, sizeof(*g->cells));
	g->pane.width = s->cols;
	g->pane.height = s->rows;
	if (f->on_graph && cursor >= 0)
		graph_paint_reveal(g->layout, cursor, &g->pane);
	graph_paint(g->layout, &graph, &g->pane, g->cells);
	for (int row = 0; row < s->rows; row++) {
		for (int col = 0; col < s->cols; col++) {
			const struct graph_cell *c =
				&g->cells[(size_t)row * (size_t)s->cols + (size_t)col];

			if (c->kind == GRAPH_BLANK)
				continue;
			surface_put(s, row, col, style_of(c), c->ch);
			if (under_cursor(f, g, c))
				surface_select(s, row, col, 1, true);
		}
	}
}

void flow_graph_move(struct flow *f, enum action a)
{
	static const struct {
		enum action action;
		enum graph_direction to;
	} moves[] = {
		{ ACTION_LEFT, GRAPH_LEFT },
		{ ACTION_RIGHT, GRAPH_RIGHT },
		{ ACTION_UP, GRAPH_UP },
		{ ACTION_DOWN, GRAPH_DOWN },
	};
	struct flow_graph *g = f->shown_some ? &f->some : &f->all;
	int at = drawn_of(g, f->node);

	if (!g->settled || g->nodes == 0)
		return;
	if (at < 0)
		at = 0;
	for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++) {
		if (moves[i].action == a)
			at = graph_layout_step(g->layout, at, moves[i].to);
	}
	if (g->drawn[at].node >= 0)
		f->node = g->drawn[at].node;
}
