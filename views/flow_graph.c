/* SPDX-License-Identifier: MIT */
/*
 * The flow graph as cells: what a drawing has for nodes and edges, what stands
 * on their chips, and the painting of it. When it is laid out: flow_settle.c.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/flow_own.h"
#include "views/format.h"
#include "views/link.h"

void flow_graph_init(struct flow_graph *g)
{
	memset(g, 0, sizeof(*g));
	g->layout = graph_layout_new();
}

void flow_graph_fini(struct flow_graph *g)
{
	graph_layout_free(g->layout);
	flow_graph_forget(g);
	free(g->slot);
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
		e.class = m->edge[edge].filtered ? GRAPH_IDLE
						 : flow_class(m->edge[edge].shown);
		e.letter = m->edge[edge].letter;
	}
	xgrow(&g->edge, &g->edge_cap, n, sizeof(*g->edge));
	xgrow(&g->of_edge, &g->of_edge_cap, n, sizeof(*g->of_edge));
	g->edge[n - 1] = e;
	g->of_edge[n - 1] = edge;
	g->edges++;
}

void flow_graph_forget(struct flow_graph *g)
{
	for (int i = 0; i < g->slots; i++)
		free(g->slot[i]);
	g->slots = 0;
}

static void add_slot(struct flow_graph *g, const char *name)
{
	xgrow(&g->slot, &g->slot_cap, (size_t)g->slots + 1, sizeof(*g->slot));
	g->slot[g->slots++] = xstrdup(name);
}

void flow_graph_build(const struct flow_model *m, struct flow_graph *g)
{
	int *place = xmalloc((m->nodes + 1) * sizeof(*place));

	g->nodes = g->edges = 0;
	for (uint32_t i = 0; i < m->nodes; i++)
		place[i] = -1;
	for (int i = 0; i < g->slots; i++) {
		uint32_t node = table_find(&m->node_names, str_of(g->slot[i]));

		flow_graph_add_node(g, node != TABLE_NONE ? (int)node : -1);
		if (node != TABLE_NONE)
			place[node] = i;
	}
	for (uint32_t i = 0; i < m->nodes; i++) {
		if (place[i] >= 0)
			continue;
		add_slot(g, m->node[i].name);
		place[i] = flow_graph_add_node(g, (int)i);
	}
	for (uint32_t i = 0; i < m->edges; i++)
		flow_graph_add_edge(
			g, place[m->edge[i].from], place[m->edge[i].to], i, m);
	free(place);
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
	double confidence;

	if (e == NULL)
		return;
	if (t >= EDGE_LOW)
		from->trouble = to->trouble = true;
	confidence = edge_confidence(e);
	if (confidence >= 0 && (t == EDGE_LOW || has_bar(w, e)) &&
		(from->confidence < 0 || confidence < from->confidence))
		from->confidence = confidence;
}

/* What passes an agent, also on edges that this drawing does not show. */
static void count_rates(
	struct flow_graph *g, const struct flow_model *m, const struct world *w)
{
	double *in = xcalloc(m->nodes + 1, sizeof(*in));
	double *out = xcalloc(m->nodes + 1, sizeof(*out));

	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = flow_model_edge(m, w, i);
		double rate = e != NULL ? edge_rate(e, link_now(w)) : 0;

		out[m->edge[i].from] += rate;
		in[m->edge[i].to] += rate;
	}
	for (int i = 0; i < g->nodes; i++) {
		struct flow_drawn *d = &g->drawn[i];

		d->in = d->node >= 0 ? in[d->node] : 0;
		d->out = d->node >= 0 ? out[d->node] : 0;
	}
	free(in);
	free(out);
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
		state = agent_state(&w->mesh->agent[agent], link_now(w));
	return state == AGENT_UP ? ' ' : '?';
}

static struct graph_node node_of(
	struct flow_drawn *d, const struct flow_model *m, const struct world *w)
{
	struct graph_node n = { .mark = mark_of(d, m, w), .class = GRAPH_OK };

	if (d->node >= 0)
		write_note(d);
	else if (d->many > 0)
		snprintf(d->name, sizeof(d->name), "%d more", d->many);
	else
		d->name[0] = '\0'; /* all of them have a place of their own now */
	n.name = d->node >= 0 ? m->node[d->node].name : d->name;
	n.note = d->note[0] != '\0' ? d->note : NULL;
	if (n.mark == '?')
		n.class = GRAPH_IDLE;
	return n;
}

struct graph flow_graph_dress(
	struct flow_graph *g, const struct flow_model *m, const struct world *w)
{
	for (int i = 0; i < g->edges; i++)
		count_edge(g, m, w, i);
	count_rates(g, m, w);
	xgrow(&g->node, &g->node_cap, (size_t)g->nodes + 1, sizeof(*g->node));
	for (int i = 0; i < g->nodes; i++)
		g->node[i] = node_of(&g->drawn[i], m, w);
	return (struct graph){ g->node, g->edge, g->nodes, g->edges };
}

/* A note that its chip would cut loses its confidence: half a number is a lie. */
void flow_graph_fit_notes(struct flow_graph *g)
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

/* --- drawing ------------------------------------------------------------------- */

static enum style style_of(const struct graph_cell *c)
{
	static const enum style lines[] = {
		[GRAPH_IDLE] = STYLE_MUTED,
		[GRAPH_OK] = STYLE_NORMAL,
		[GRAPH_LOW] = STYLE_NORMAL,
		[GRAPH_BROKEN] = STYLE_MARK,
	};

	if (c->traced && c->kind != GRAPH_LETTER)
		return STYLE_KEY;
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

	if (g->plain)
		return false;
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

/* Of the agent under the graph's cursor all lines that leave it, else the edge's. */
static void trace_selected(const struct flow *f, struct flow_graph *g, int cursor)
{
	uint64_t selected;

	g->pane.trace = false;
	if (g->plain)
		return;
	if (f->on_graph) {
		g->pane.trace = cursor >= 0;
		g->pane.from = cursor;
		g->pane.to = -1;
	} else if (list_selected(&f->list, &selected)) {
		for (int i = 0; i < g->edges && !g->pane.trace; i++) {
			if (g->of_edge[i] != selected)
				continue;
			g->pane.trace = true;
			g->pane.from = g->edge[i].from;
			g->pane.to = g->edge[i].to;
		}
	}
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
	if (f->on_graph && cursor >= 0 && !g->plain)
		graph_paint_reveal(g->layout, cursor, &g->pane);
	trace_selected(f, g, cursor);
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
