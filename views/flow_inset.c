/* SPDX-License-Identifier: MIT */
#include "views/flow_inset.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/flow_own.h"
#include "views/link.h"
#include "views/pane.h"
#include "views/watch.h"

#define AGENTS 40         /* above it Flow's list says more */
#define AWAY (2 * SECOND) /* not drawn for so long: nobody misses the old layout */

struct flow_inset {
	struct flow flow; /* its model, and of its drawings `some` */
	int64_t drawn;    /* world.tick of the last look */
	int nodes;        /* that it was laid out for, when not all fitted */
};

static struct flow_inset *open_inset(void)
{
	struct flow_inset *v = xcalloc(1, sizeof(*v));

	flow_model_init(&v->flow.model);
	flow_graph_init(&v->flow.some);
	v->flow.some.plain = true;
	return v;
}

void flow_inset_close(struct flow_inset *v)
{
	if (v == NULL)
		return;
	flow_model_fini(&v->flow.model);
	flow_graph_fini(&v->flow.some);
	list_fini(&v->flow.list);
	free(v);
}

/* As Now counts them: where one only waits, that stands in its list already. */
static void leave_waits(struct flow_model *m)
{
	for (uint32_t i = 0; i < m->edges; i++)
		if (m->edge[i].shown == EDGE_WAITS)
			m->edge[i].shown = EDGE_OK;
}

/* All of it anew, with who is well beside it. */
static bool begin(struct flow_inset *v, const struct world *w, int cols, int rows)
{
	v->flow.some.bare = false;
	v->flow.some.again = true;
	return flow_some_sync(&v->flow, w, cols, rows);
}

/* Where that does not fit only who is in trouble: tried once for as many as there are. */
static bool lay_out(struct flow_inset *v, const struct world *w, int cols, int rows)
{
	struct flow_graph *g = &v->flow.some;
	bool other = w->tick - v->drawn > AWAY || cols != g->width || rows != g->height;

	v->drawn = w->tick;
	if (!(other ? begin(v, w, cols, rows) : flow_some_sync(&v->flow, w, cols, rows)))
		return false;
	if (g->fits || (g->bare && g->nodes == v->nodes))
		return g->fits;
	g->bare = g->again = true;
	if (!flow_some_sync(&v->flow, w, cols, rows))
		return false;
	v->nodes = g->nodes;
	return g->fits;
}

int flow_inset_look(struct flow_inset **v, const struct world *w, int cols, int rows)
{
	static const struct flow_choice worst = { .sort = FLOW_WORST,
		.trouble_only = true };
	struct graph_counts c;

	if (w->mesh->agents > AGENTS || link_loading(w))
		return 0;
	if (*v == NULL)
		*v = open_inset();
	flow_model_sync(&(*v)->flow.model, w);
	leave_waits(&(*v)->flow.model);
	flow_model_rows(&(*v)->flow.model, w, &worst);
	if (!lay_out(*v, w, cols, rows))
		return 0;
	c = graph_layout_counts((*v)->flow.some.layout);
	return c.columns <= cols && c.rows <= rows ? c.rows : 0;
}

void flow_inset_draw(struct flow_inset *v, const struct world *w, struct surface *s)
{
	struct flow_model *m = &v->flow.model;
	struct surface part = surface_sub(s, (struct rect){ 1, 0, s->rows - 1, s->cols });
	char right[80];

	snprintf(right, sizeof(right), "healthy edges %zu%s", m->edges - m->troubled,
		w->watch != NULL && watch_lossy(w->watch, w) ? "+?" : "");
	pane_rule(w, s, 0, "FLOW, only trouble", right);
	flow_graph_draw(&v->flow, &v->flow.some, &part);
}
