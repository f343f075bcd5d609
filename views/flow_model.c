/* SPDX-License-Identifier: MIT */
/*
 * Agents and edges of the flow screen, by name, and their trouble. It is what
 * edge_shown() says, as in Now and in line 3: smoothed here alone, the screens
 * would contradict each other.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "views/flow_own.h"
#include "views/link.h"
#include "views/row.h"

#define OFTEN 256 /* edges up to which every look is a new one: as in watch.c */

static struct str node_key(const void *owner, uint32_t i)
{
	return str_of(((const struct flow_model *)owner)->node[i].name);
}

static struct str edge_key(const void *owner, uint32_t i)
{
	return str_of(((const struct flow_model *)owner)->edge[i].name);
}

void flow_model_init(struct flow_model *m)
{
	memset(m, 0, sizeof(*m));
	table_init(&m->node_names, node_key, m);
	table_init(&m->edge_names, edge_key, m);
}

void flow_model_fini(struct flow_model *m)
{
	for (uint32_t i = 0; i < m->nodes; i++)
		free(m->node[i].name);
	for (uint32_t i = 0; i < m->edges; i++)
		free(m->edge[i].name);
	free(m->node);
	free(m->edge);
	free(m->row);
	table_fini(&m->node_names);
	table_fini(&m->edge_names);
}

/* A copy; not through format strings, which the names of a mesh never are. */
static char *edge_name(const char *from, const char *to)
{
	struct buf name = { 0 };

	buf_str(&name, from);
	buf_char(&name, '>');
	buf_str(&name, to);
	return buf_steal(&name);
}

static uint32_t get_node(struct flow_model *m, const char *name)
{
	uint32_t i = table_find(&m->node_names, str_of(name));

	if (i != TABLE_NONE)
		return i;
	xgrow(&m->node, &m->node_cap, m->nodes + 1, sizeof(*m->node));
	m->node[m->nodes] = (struct flow_node){ xstrdup(name), NONE };
	table_add(&m->node_names, str_of(name), m->nodes);
	return m->nodes++;
}

static uint32_t get_edge(struct flow_model *m, const char *from, const char *to)
{
	char *name = edge_name(from, to);
	uint32_t i = table_find(&m->edge_names, str_of(name));
	int a, b;

	if (i != TABLE_NONE) {
		free(name);
		return i;
	}
	a = (int)get_node(m, from);
	b = (int)get_node(m, to);
	xgrow(&m->edge, &m->edge_cap, m->edges + 1, sizeof(*m->edge));
	m->edge[m->edges] = (struct flow_edge){
		.name = name, .from = a, .to = b, .edge = NONE, .shown = EDGE_IDLE
	};
	table_add(&m->edge_names, str_of(name), m->edges);
	return m->edges++;
}

uint32_t flow_model_find(const struct flow_model *m, struct str name)
{
	return table_find(&m->edge_names, name);
}

const struct edge *flow_model_edge(
	const struct flow_model *m, const struct world *w, uint32_t i)
{
	uint32_t edge = i < m->edges ? m->edge[i].edge : NONE;

	return edge < w->mesh->edges ? &w->mesh->edge[edge] : NULL;
}

/* Another mesh, or the same one begun anew: names stay, places do not. */
static void forget_places(struct flow_model *m)
{
	for (uint32_t i = 0; i < m->nodes; i++)
		m->node[i].agent = NONE;
	for (uint32_t i = 0; i < m->edges; i++) {
		m->edge[i].edge = NONE;
		m->edge[i].shown = EDGE_IDLE;
	}
	m->mesh_agents = m->mesh_edges = 0;
	m->ticked = 0;
}

static void take_recording(struct flow_model *m, const struct replay_view *r)
{
	if (m->nodes >= r->agents && m->edges >= r->edges)
		return;
	for (size_t i = 0; i < r->agents; i++)
		get_node(m, r->agent[i]);
	for (size_t i = 0; i < r->edges; i++) {
		uint32_t edge = get_edge(m, r->edge_from[i], r->edge_to[i]);

		m->edge[edge].offered = r->edge_offered[i];
	}
}

/* Agents before edges: the order is the mesh's, however often one looks. */
static void take_mesh(struct flow_model *m, const struct mesh *mesh)
{
	uint32_t i;

	for (; m->mesh_agents < mesh->agents; m->mesh_agents++) {
		i = get_node(m, mesh->agent[m->mesh_agents].name);
		m->node[i].agent = m->mesh_agents;
	}
	for (; m->mesh_edges < mesh->edges; m->mesh_edges++) {
		const struct edge *e = &mesh->edge[m->mesh_edges];

		i = get_edge(m, mesh->agent[e->from].name, mesh->agent[e->to].name);
		m->edge[i].edge = m->mesh_edges;
	}
}

/* edge.dead of the mesh counts one state, the dead letters' screen shows four. */
static void count_letters(struct flow_model *m, const struct mesh *mesh)
{
	uint32_t *dead = xcalloc(mesh->edges + 1, sizeof(*dead));

	for (uint32_t i = 0; i < mesh->dead_groups; i++)
		dead[mesh->dead_group[i].edge] +=
			(uint32_t)mesh->dead_group[i].letters.count;
	for (uint32_t i = 0; i < m->edges; i++)
		m->edge[i].dead =
			m->edge[i].edge < mesh->edges ? dead[m->edge[i].edge] : 0;
	free(dead);
}

static void look(struct flow_model *m, const struct world *w)
{
	if (m->ticked != 0 && w->replay == NULL && m->edges > OFTEN &&
		w->tick - m->ticked < SECOND / 2)
		return;
	m->ticked = w->tick;
	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = flow_model_edge(m, w, i);

		m->edge[i].shown = e != NULL ? edge_shown(e, link_now(w)) : EDGE_IDLE;
	}
}

void flow_model_sync(struct flow_model *m, const struct world *w)
{
	uint32_t nodes = m->nodes, edges = m->edges;

	if (m->mesh != w->mesh || w->mesh->hubsequence < m->hubsequence ||
		w->mesh->agents < m->mesh_agents || w->mesh->edges < m->mesh_edges)
		forget_places(m);
	m->mesh = w->mesh;
	m->hubsequence = w->mesh->hubsequence;
	if (w->replay != NULL)
		take_recording(m, w->replay);
	take_mesh(m, w->mesh);
	count_letters(m, w->mesh);
	if (m->nodes != nodes || m->edges != edges)
		m->grown = w->tick;
	if (m->first == 0 && m->edges > 0)
		m->first = w->tick;
	look(m, w);
}

/* --- rows --------------------------------------------------------------------- */

struct sorted {
	double key; /* the larger comes first */
	uint32_t edge;
	const char *name;
};

static int by_key(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;

	if (x->key != y->key)
		return x->key > y->key ? -1 : 1;
	return x->edge < y->edge ? -1 : 1;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct sorted *)a)->name, ((const struct sorted *)b)->name);
}

static double badness(enum edge_trouble t)
{
	return flow_is_trouble(t) ? t : t == EDGE_OK ? 1 : 0;
}

static double key_of(
	const struct edge *e, const struct flow_edge *f, int64_t now, enum flow_sort sort)
{
	if (e == NULL || sort == FLOW_WORST)
		return badness(f->shown);
	if (sort == FLOW_RATE)
		return edge_rate(e, now);
	return sort == FLOW_DEAD ? f->dead : e->waiting;
}

/* As `arg` of a row: what query_of_edge() wants first. */
struct flow_row {
	struct query_about about;
	const struct flow_edge *edge;
};

static void give_letters(struct flow_model *m, struct sorted *s)
{
	size_t n = 0;

	for (uint32_t i = 0; i < m->edges; i++) {
		s[i] = (struct sorted){ badness(m->edge[i].shown), i, m->edge[i].name };
		m->edge[i].letter = 0;
	}
	qsort(s, m->edges, sizeof(*s), by_key);
	m->troubled = 0;
	for (; n < m->edges && flow_is_trouble(m->edge[s[n].edge].shown); n++) {
		m->troubled++;
		if (n < 26)
			m->edge[s[n].edge].letter = (char)('a' + n);
	}
}

/* Dead letters as the rows count them: of the mesh is one state, of the screen four. */
static bool value_of(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct flow_row *x = row->arg;

	if (name == QUERY_STATE && x->about.place != NONE)
		return query_text(out, nth, edge_trouble_name(x->edge->shown));
	if (name == QUERY_DEAD)
		return query_number(out, nth, x->edge->dead);
	if (x->about.place == NONE && name == QUERY_EDGE)
		return query_text(out, nth, x->edge->name);
	return query_of_edge(row, name, member, nth, out);
}

static void filter_edges(
	struct flow_model *m, const struct world *w, const struct filter *filter)
{
	m->hidden = 0;
	for (uint32_t i = 0; i < m->edges; i++) {
		struct flow_row x = { { w->mesh, link_now(w), m->edge[i].edge, NULL },
			&m->edge[i] };
		struct query_row row = { value_of, NULL, &x, "" };

		m->edge[i].filtered = !filter_lets(filter, &row);
		m->hidden += m->edge[i].filtered;
	}
}

void flow_model_rows(
	struct flow_model *m, const struct world *w, const struct flow_choice *c)
{
	struct sorted *s = xmalloc((m->edges + 1) * sizeof(*s));
	int64_t now = link_now(w);

	give_letters(m, s);
	filter_edges(m, w, &c->filter);
	for (uint32_t i = 0; c->sort != FLOW_WORST && i < m->edges; i++)
		s[i] = (struct sorted){ key_of(flow_model_edge(m, w, i), &m->edge[i], now,
						c->sort),
			i, m->edge[i].name };
	if (c->sort != FLOW_WORST && m->edges > 0)
		qsort(s, m->edges, sizeof(*s), c->sort == FLOW_NAME ? by_name : by_key);
	if (c->reversed)
		mem_reverse(s, m->edges, sizeof(*s));
	xgrow(&m->row, &m->row_cap, m->edges + 1, sizeof(*m->row));
	m->rows = 0;
	for (uint32_t i = 0; i < m->edges; i++) {
		const struct flow_edge *e = &m->edge[s[i].edge];

		if ((!c->trouble_only || flow_is_trouble(e->shown)) && !e->filtered)
			m->row[m->rows++] = s[i].edge;
	}
	free(s);
}

int flow_grave(enum edge_trouble t)
{
	if (t == EDGE_BROKEN)
		return GRAVE_CRITICAL;
	return t >= EDGE_LOW ? GRAVE_WARNING : GRAVE_NONE;
}

enum style flow_style(enum edge_trouble t)
{
	static const enum style styles[] = {
		[EDGE_OK] = STYLE_NORMAL,
		[EDGE_IDLE] = STYLE_MUTED,
		[EDGE_WAITS] = STYLE_NEEDS_YOU,
		[EDGE_LOW] = STYLE_WARNING,
		[EDGE_LOSES] = STYLE_WARNING,
		[EDGE_BROKEN] = STYLE_CRITICAL,
	};

	return styles[t];
}

enum graph_class flow_class(enum edge_trouble t)
{
	static const enum graph_class classes[] = {
		[EDGE_OK] = GRAPH_OK,
		[EDGE_IDLE] = GRAPH_IDLE,
		[EDGE_WAITS] = GRAPH_LOW,
		[EDGE_LOW] = GRAPH_LOW,
		[EDGE_LOSES] = GRAPH_LOW,
		[EDGE_BROKEN] = GRAPH_BROKEN,
	};

	return classes[t];
}
