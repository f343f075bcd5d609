/* SPDX-License-Identifier: MIT */
/* What humans wrote of edges and agents, on Flow: what `m` is about, and where it shows.
 */
#include <stdio.h>

#include "base/text.h"
#include "views/flow_own.h"
#include "views/notes.h"

/* The agent under the graph's cursor, or in the middle of the ego view; NULL: neither. */
static const char *agent_of(const struct flow *f)
{
	bool on_agent = f->ego || (f->shown == FLOW_GRAPH && f->on_graph);

	return on_agent && f->node >= 0 && (uint32_t)f->node < f->model.nodes
		? f->model.node[f->node].name
		: NULL;
}

bool flow_noted(
	void *state, const struct world *w, enum noted_what *what, char name[NOTED_NAME])
{
	struct flow *f = state;
	/* with one agent in the middle the cursor is on an edge of it */
	const char *agent = f->ego ? NULL : agent_of(f);
	uint32_t edge;

	flow_model_sync(&f->model, w);
	flow_rows(f, w);
	edge = flow_selected(f);
	if (agent == NULL && (edge == NONE || edge >= f->model.edges))
		return false;
	*what = agent != NULL ? NOTED_AGENT : NOTED_EDGE;
	snprintf(
		name, NOTED_NAME, "%s", agent != NULL ? agent : f->model.edge[edge].name);
	return true;
}

bool flow_edge_is_noted(const struct world *w, const struct flow_edge *e)
{
	return w->mesh->noteds > 0 &&
		mesh_noted(w->mesh, NOTED_EDGE, str_of(e->name)) != NULL;
}

void flow_agent_note(const struct flow *f, const struct world *w, const struct surface *s,
	const char *title, char right[ROW_TEXT])
{
	const char *agent = agent_of(f);
	int room = s->cols - 12 - surface_measure(s, str_of(title));
	struct buf text = { 0 }, clean = { 0 };

	if (agent != NULL && w->mesh->noteds > 0)
		notes_brief(&text, w, mesh_noted(w->mesh, NOTED_AGENT, str_of(agent)));
	if (text.len > 0) {
		text_clean(&clean, str_of(agent));
		buf_str(&clean, ": ");
		text_clean(&clean, buf_view(&text));
		buf_reset(&text);
		text_cut(&text, buf_view(&clean), room > 12 ? (size_t)room : 12);
		snprintf(right, ROW_TEXT, "%s", text.data);
	}
	buf_fini(&text);
	buf_fini(&clean);
}
