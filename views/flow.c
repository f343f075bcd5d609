/* SPDX-License-Identifier: MIT */
/*
 * The flow screen: what its keys do. It looks only: nothing here opens a
 * decision. What is drawn is in flow_body.c.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/flow_own.h"
#include "views/link.h"
#include "views/pane.h"

static void *flow_open(void)
{
	struct flow *f = xcalloc(1, sizeof(*f));

	f->took = xcalloc(1, sizeof(*f->took));
	f->took->edge = NONE;
	flow_model_init(&f->model);
	flow_graph_init(&f->all);
	flow_graph_init(&f->some);
	return f;
}

static void flow_close(void *state)
{
	struct flow *f = state;

	flow_model_fini(&f->model);
	flow_graph_fini(&f->all);
	flow_graph_fini(&f->some);
	filter_fini(&f->choice.filter);
	list_fini(&f->list);
	free(f->took);
	free(f->history.edge);
	buf_fini(&f->saved);
	free(f);
}

static void flow_tab(const struct world *w, char *out, size_t room)
{
	bool trouble = false;

	for (uint32_t i = 0; i < w->mesh->edges && !trouble; i++)
		trouble = edge_shown(&w->mesh->edge[i], link_now(w)) >= EDGE_LOW;
	snprintf(out, room, "%s", trouble ? "!" : "");
}

static void draw(void *state, const struct world *w, struct surface *s)
{
	flow_body_draw(state, w, s);
}

/* --- keys ---------------------------------------------------------------------- */

static bool move_list(struct flow *f, enum action a)
{
	struct list_items items = list_of_ids(&f->ids);

	if (!pane_move(&f->list, &items, a))
		return false;
	f->moved = a != ACTION_TOP;
	return true;
}

static bool move(struct flow *f, enum action a)
{
	bool arrow = a >= ACTION_DOWN && a <= ACTION_PAGE_UP;

	if (f->ego && (arrow || a == ACTION_OPEN))
		flow_ego_move(f, a);
	else if (f->shown == FLOW_MATRIX && arrow)
		flow_matrix_move(f, a);
	else if (f->shown == FLOW_GRAPH && f->on_graph && arrow)
		flow_graph_move(f, a);
	else
		return move_list(f, a);
	return true;
}

/* To the next (or previous) row in trouble. */
static void to_trouble(struct flow *f, int step, struct outcome *out)
{
	struct list_items items = list_of_ids(&f->ids);
	uint64_t id;
	size_t rank, n = f->model.rows;

	rank = list_selected(&f->list, &id) ? items.rank_of(items.arg, id) : 0;
	for (size_t i = 1; i < n && rank != LIST_NOWHERE; i++) {
		size_t at = step > 0 ? (rank + i) % n : (rank + n - i % n) % n;

		if (flow_is_trouble(f->model.edge[f->model.row[at]].shown)) {
			list_select(&f->list, &items, f->model.row[at]);
			f->moved = true;
			return;
		}
	}
	snprintf(out->message, sizeof(out->message), "no other edge is in trouble");
}

/* Where what its state tells of is; else where something of it is. */
static enum screen place_of(const struct flow_edge *shown, const struct edge *e)
{
	bool waits = shown->shown == EDGE_WAITS || shown->shown == EDGE_LOW;

	if (e->waiting > 0 && (waits || shown->dead == 0))
		return SCREEN_REVIEW;
	return shown->dead > 0 ? SCREEN_DEAD : SCREEN_LOG;
}

static void open_edge(struct flow *f, const struct world *w, struct outcome *out)
{
	uint32_t i = flow_selected(f);
	const struct edge *e = flow_model_edge(&f->model, w, i);

	if (e == NULL)
		return;
	out->go = place_of(&f->model.edge[i], e);
	snprintf(out->go_edge, sizeof(out->go_edge), "%s", f->model.edge[i].name);
}

static void toggle_ego(struct flow *f)
{
	uint32_t edge = flow_selected(f);

	f->ego = !f->ego;
	f->ego_row = 0;
	if (f->ego && !(f->shown == FLOW_GRAPH && f->on_graph) && edge != NONE)
		f->node = f->model.edge[edge].from;
}

/* The graph's cursor begins where the list's is. */
static void next_pane(struct flow *f)
{
	uint32_t edge = flow_selected(f);

	f->on_graph = !f->on_graph && f->shown == FLOW_GRAPH;
	if (f->on_graph && edge != NONE)
		f->node = f->model.edge[edge].from;
}

static bool back(struct flow *f)
{
	if (f->ego)
		f->ego = false;
	else if (f->zoomed)
		f->zoomed = false;
	else if (filter_is_set(&f->choice.filter))
		filter_set(&f->choice.filter, (struct str){ 0 }, QUERY_EDGES);
	else if (f->on_graph)
		f->on_graph = false;
	else
		return false;
	return true;
}

static void next_sort(struct flow *f, struct outcome *out)
{
	static const char *const names[] = { "worst first", "by rate", "by what waits",
		"by dead letters", "by name" };

	f->choice.sort = (f->choice.sort + 1) % FLOW_SORTS;
	snprintf(out->message, sizeof(out->message), "edges %s", names[f->choice.sort]);
}

static void copy(struct flow *f, struct str arg, struct outcome *out)
{
	uint32_t edge = flow_selected(f);

	if (edge == NONE ||
		(arg.n > 0 && !str_is(arg, "edge") && !str_is(arg, "row") &&
			!str_is(arg, "id")))
		return;
	out->copy = xstrdup(f->model.edge[edge].name);
}

static void next_picture(struct flow *f, const struct world *w)
{
	f->ego = f->on_graph = false;
	f->picture = f->shown == FLOW_GRAPH ? FLOW_TABLE
		: f->shown == FLOW_TABLE    ? FLOW_MATRIX
					    : FLOW_GRAPH;
	flow_choose(f, w);
}

static void lay_out(struct flow *f, struct outcome *out)
{
	f->all.again = f->some.again = true;
	snprintf(out->message, sizeof(out->message), "%s",
		f->shown == FLOW_GRAPH ? "the graph is laid out anew"
				       : "laid out anew: v shows the graph");
}

static void only_trouble(struct flow *f, const struct world *w, struct outcome *out)
{
	f->choice.trouble_only = !f->choice.trouble_only;
	f->some.again = true;
	flow_choose(f, w);
	snprintf(out->message, sizeof(out->message), "%s",
		f->choice.trouble_only ? "only trouble is shown" : "all is shown");
}

/* Whether the key needs an edge and none has come. */
static bool is_idle(const struct flow *f, enum action a, struct outcome *out)
{
	if (f->model.edges > 0 ||
		!(a == ACTION_OPEN || a == ACTION_NEXT_PANE || a == ACTION_PREV_PANE ||
			a == ACTION_EGO || a == ACTION_COPY))
		return false;
	snprintf(out->message, sizeof(out->message), "no handoff has been offered yet");
	return true;
}

static void flow_act(void *state, const struct world *w, enum action a, struct str arg,
	struct outcome *out)
{
	struct flow *f = state;

	flow_model_sync(&f->model, w);
	flow_rows(f, w);
	out->handled = true;
	if (move(f, a) || is_idle(f, a, out))
		return;
	switch (a) {
	case ACTION_OPEN:
		if (f->shown == FLOW_GRAPH && f->on_graph)
			toggle_ego(f);
		else
			open_edge(f, w, out);
		break;
	case ACTION_BACK:
		out->handled = back(f);
		break;
	case ACTION_NEXT_PANE:
	case ACTION_PREV_PANE:
		next_pane(f);
		break;
	case ACTION_EGO:
		toggle_ego(f);
		break;
	case ACTION_VIEW:
		next_picture(f, w);
		break;
	case ACTION_ZOOM:
		f->zoomed = !f->zoomed;
		break;
	case ACTION_RELAYOUT:
		lay_out(f, out);
		break;
	case ACTION_TROUBLE:
		only_trouble(f, w, out);
		break;
	case ACTION_REVERSE:
		f->choice.reversed = !f->choice.reversed;
		snprintf(out->message, sizeof(out->message), "edges %s",
			f->choice.reversed ? "the other way round" : "as they were");
		break;
	case ACTION_SORT:
		next_sort(f, out);
		break;
	case ACTION_NEXT_TROUBLE:
	case ACTION_PREV_TROUBLE:
		to_trouble(f, a == ACTION_NEXT_TROUBLE ? 1 : -1, out);
		break;
	case ACTION_FILTER:
		filter_set(&f->choice.filter, arg, QUERY_EDGES);
		break;
	case ACTION_COPY:
		copy(f, arg, out);
		break;
	default:
		out->handled = false;
	}
}

/* The agent of that name, which may be cut by a ~, under the graph's cursor. */
static bool to_agent(struct flow *f, struct str what)
{
	bool cut = what.n > 1 && what.p[what.n - 1] == '~';

	if (f->shown != FLOW_GRAPH || f->ego)
		return false;
	for (uint32_t i = 0; i < f->model.nodes; i++) {
		struct str name = str_of(f->model.node[i].name);

		if (cut ? name.n >= what.n && memcmp(name.p, what.p, what.n - 1) == 0
			: str_eq(name, what)) {
			f->on_graph = true;
			f->node = (int)i;
			return true;
		}
	}
	return false;
}

static bool flow_select(void *state, const struct world *w, struct str what)
{
	struct flow *f = state;
	uint32_t edge, handoff = mesh_find_handoff(w->mesh, what);
	struct list_items items;

	flow_model_sync(&f->model, w);
	edge = flow_model_find(&f->model, what);
	for (uint32_t i = 0; edge == NONE && handoff != NONE && i < f->model.edges; i++)
		if (f->model.edge[i].edge == handoff_at(w->mesh, handoff)->edge)
			edge = i;
	if (edge == NONE)
		return to_agent(f, what);
	if (!flow_is_trouble(f->model.edge[edge].shown) && f->shown == FLOW_GRAPH)
		f->picture = f->shown = FLOW_TABLE;
	f->ego = f->on_graph = f->zoomed = false;
	filter_set(&f->choice.filter, (struct str){ 0 }, QUERY_EDGES);
	flow_rows(f, w);
	items = list_of_ids(&f->ids);
	f->moved = true;
	return list_select(&f->list, &items, edge);
}

static void flow_hint(void *state, const struct world *w, struct surface *s)
{
	static const enum action actions[] = { ACTION_OPEN, ACTION_NEXT_PANE, ACTION_EGO,
		ACTION_VIEW, ACTION_TROUBLE, ACTION_RELAYOUT, ACTION_FILTER, ACTION_NOTE,
		ACTION_NONE };

	(void)state;
	pane_hints(w, s, actions);
}

static const struct filter *flow_filter(void *state)
{
	return &((struct flow *)state)->choice.filter;
}

static void flow_here(void *state, const struct world *w, char out[132])
{
	struct flow *f = state;
	uint32_t edge = flow_selected(f);

	(void)w;
	if (edge != NONE)
		snprintf(out, 132, "%s", f->model.edge[edge].name);
}

static unsigned flow_pane(void *state)
{
	const struct flow *f = state;

	return f->on_graph && f->shown == FLOW_GRAPH;
}

static const struct knob flow_knobs[] = {
	KNOB(struct flow, picture, "picture", FLOW_MATRIX),
	KNOB(struct flow, choice.sort, "sort", FLOW_SORTS - 1),
	KNOB(struct flow, choice.reversed, "reversed", 1),
	KNOB(struct flow, choice.trouble_only, "trouble", 1),
	KNOB(struct flow, zoomed, "zoomed", 1),
	{ 0 },
};

const struct view view_flow = {
	.name = "flow",
	.title = "Flow",
	.digit = '2',
	.open = flow_open,
	.close = flow_close,
	.tab = flow_tab,
	.draw = draw,
	.act = flow_act,
	.select = flow_select,
	.hint = flow_hint,
	.filter = flow_filter,
	.kinds = QUERY_EDGES,
	.here = flow_here,
	.pane = flow_pane,
	.noted = flow_noted,
	.knobs = flow_knobs,
};
