/* SPDX-License-Identifier: MIT */
/*
 * The flow screen: which picture of the mesh is shown (graph, table, matrix,
 * one agent), the list of trouble and the detail below it, and what keys do
 * there. It looks only: nothing here opens a decision.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/flow_own.h"
#include "views/format.h"
#include "views/link.h"
#include "views/pane.h"
#include "views/row.h"

#define GRAPH_AGENTS 25 /* up to so many the whole graph is the first picture */
#define SOME_AGENTS 40  /* up to so many the graph of trouble */
#define GRAPH_COLUMNS 70
#define ASIDE 35 /* columns of the detail beside a wide graph, with its line */
#define DETAIL 4 /* rows of the detail below, with its rule */
#define LIST_ROWS 2

static void *flow_open(void)
{
	struct flow *f = xcalloc(1, sizeof(*f));

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
	list_fini(&f->list);
	free(f);
}

static void flow_tab(const struct world *w, char *out, size_t room)
{
	bool trouble = false;

	for (uint32_t i = 0; i < w->mesh->edges && !trouble; i++)
		trouble = edge_trouble(&w->mesh->edge[i], flow_now(w)) >= EDGE_LOW;
	snprintf(out, room, "%s", trouble ? "!" : "");
}

/* --- what is shown ------------------------------------------------------------ */

/* How the body is divided; rows of 0 are not there. */
struct plan {
	int graph_rows, graph_cols, list, detail, legend;
	bool aside;
};

static struct plan plan_graph(const struct surface *s)
{
	struct plan p = { .graph_cols = s->cols };

	p.aside = s->cols >= 120 && s->rows >= 24;
	p.legend = s->rows >= 14;
	p.detail = !p.aside && s->rows >= 17 ? DETAIL : 0;
	p.list = LIST_ROWS;
	if (p.aside)
		p.graph_cols -= ASIDE;
	p.graph_rows = s->rows - 2 - p.list - p.detail - p.legend;
	return p;
}

static bool automatic_graph(struct flow *f, const struct world *w, const struct plan *p)
{
	if (p->graph_cols < GRAPH_COLUMNS || p->graph_rows < 4)
		return false;
	if (!f->choice.trouble_only && f->model.nodes <= GRAPH_AGENTS &&
		flow_graph_sync(f, w, p->graph_cols, p->graph_rows))
		return true;
	if (f->choice.trouble_only || (f->all.settled && f->model.nodes <= SOME_AGENTS))
		f->shown_some = flow_some_sync(f, w, p->graph_cols, p->graph_rows);
	return f->shown_some;
}

static bool wished_graph(struct flow *f, const struct world *w, const struct plan *p)
{
	if (f->choice.trouble_only)
		f->shown_some = flow_some_sync(f, w, p->graph_cols, p->graph_rows);
	if (f->shown_some)
		return true;
	flow_graph_sync(f, w, p->graph_cols, p->graph_rows);
	return f->all.settled && f->all.nodes > 0;
}

static enum flow_picture choose(
	struct flow *f, const struct world *w, const struct surface *s)
{
	struct plan p = plan_graph(s);

	f->shown_some = false;
	if (f->picture == FLOW_AUTO)
		return automatic_graph(f, w, &p) ? FLOW_GRAPH : FLOW_TABLE;
	if (f->picture == FLOW_GRAPH)
		return wished_graph(f, w, &p) ? FLOW_GRAPH : FLOW_TABLE;
	return f->picture;
}

static void sync_rows(struct flow *f, const struct world *w)
{
	struct flow_choice c = f->choice;

	if (f->shown == FLOW_GRAPH && !f->ego) {
		c.trouble_only = true;
		c.sort = FLOW_WORST;
	}
	flow_model_rows(&f->model, w, &c);
	f->ids = (struct list_ids){ f->model.row, f->model.rows };
}

/* --- titles -------------------------------------------------------------------- */

static void right_of_graph(
	const struct flow *f, const struct world *w, int cols, char out[ROW_TEXT])
{
	struct graph_counts c = graph_layout_counts(f->all.layout);
	char at[FORMAT_TEXT];

	if (w->replay != NULL)
		snprintf(out, ROW_TEXT, "read only");
	else if (f->shown_some)
		snprintf(out, ROW_TEXT, "only trouble, f shows all");
	else if (c.pending > 0)
		snprintf(out, ROW_TEXT, "%d pending, L lays out anew", c.pending);
	else if (cols >= 110)
		snprintf(out, ROW_TEXT,
			"layout pinned %.5s   under a name: rate and "
			"confidence, 1m",
			format_time(w, f->pinned, at));
	else
		snprintf(out, ROW_TEXT, "pinned %.5s  rates 1m",
			format_time(w, f->pinned, at));
}

static void draw_title(struct flow *f, const struct world *w, struct surface *s)
{
	static const char *const others[] = {
		[FLOW_TABLE] = "v graph / TABLE / matrix",
		[FLOW_MATRIX] = "v graph / table / MATRIX",
	};
	char title[ROW_TEXT], right[ROW_TEXT], as_of[FORMAT_TEXT] = "";
	char at[FORMAT_TEXT];

	if (w->replay != NULL)
		snprintf(as_of, sizeof(as_of), "  as of %s",
			format_instant(w, w->now, at));
	snprintf(title, sizeof(title), "FLOW%s  %u agents  %u edges%s%.64s", as_of,
		f->model.nodes, f->model.edges,
		f->choice.filter[0] != '\0' ? "  filter: " : "", f->choice.filter);
	if (s->cols >= 100 && f->model.troubled > 0)
		snprintf(title + strlen(title), sizeof(title) - strlen(title),
			"  %zu in trouble", f->model.troubled);
	if (f->shown == FLOW_GRAPH)
		right_of_graph(f, w, s->cols, right);
	else if (f->shown == FLOW_TABLE && f->choice.trouble_only)
		snprintf(right, sizeof(right), "only trouble, f shows all");
	else
		snprintf(right, sizeof(right), "%s", others[f->shown]);
	pane_rule(w, s, 0, title, right);
}

static void draw_list_rule(const struct flow *f, struct surface *s, int row)
{
	char title[ROW_TEXT], right[ROW_TEXT];
	size_t n = f->model.troubled;

	snprintf(title, sizeof(title), "TROUBLE  %zu edge%s%s", n, n == 1 ? "" : "s",
		n > 1 ? ", worst first" : "");
	snprintf(right, sizeof(right), "healthy edges %zu", f->model.edges - n);
	surface_rule(s, row,
		&(struct rule){ .line = RULE_LIGHT,
			.title = str_of(title),
			.right = str_of(right) });
}

/* The first back edge's name: `^1` at its source says only that there is one. */
static const char *first_back(const struct flow *f)
{
	for (uint32_t i = 0; i < f->model.edges; i++) {
		const struct flow_edge *e = &f->model.edge[i];

		if (graph_layout_fate(f->all.layout, e->from, e->to) == GRAPH_BACK)
			return e->name;
	}
	return "";
}

static void draw_legend(const struct flow *f, struct surface *s, int row)
{
	struct graph_counts c =
		graph_layout_counts(f->shown_some ? f->some.layout : f->all.layout);
	int col = surface_text(s, row, 1, TO_EDGE, STYLE_MUTED,
		s->cols >= 110
			? STR("─► taken   ━► refused   ┄► low confidence or waits   "
			      "! agent touches trouble   ? not heard   (blank) idle")
			: STR("►ok ━►refused ┄►low conf !in trouble ?not heard"));

	if (c.back > 0 && !f->shown_some)
		col += surface_fmt(s, row, col + 1, TO_EDGE, STYLE_MUTED,
			"  ^n back edges (%s%s)", first_back(f), c.back > 1 ? "..." : "");
	if (c.stubs > 0)
		surface_fmt(s, row, col + 1, TO_EDGE, STYLE_MUTED, "  >n not drawn");
}

/* --- drawing ------------------------------------------------------------------- */

static uint32_t selected_edge(const struct flow *f)
{
	uint64_t id;

	if (f->ego)
		return flow_ego_edge(f);
	if (f->shown == FLOW_MATRIX)
		return flow_matrix_edge(f);
	return list_selected(&f->list, &id) && f->model.rows > 0 ? (uint32_t)id : NONE;
}

static struct surface rows_of(const struct surface *s, int row, int rows)
{
	return surface_sub(s, (struct rect){ row, 0, rows, s->cols });
}

static void draw_aside(struct flow *f, const struct world *w, struct surface *s, int rows)
{
	int col = s->cols - ASIDE;
	struct surface aside =
		surface_sub(s, (struct rect){ 1, col + 1, rows, ASIDE - 1 });

	for (int i = 0; i < rows; i++)
		surface_put(s, 1 + i, col, STYLE_RULE, 0x2502);
	flow_detail_draw(f, w, selected_edge(f), &aside);
}

/* The drawing takes the rows it needs, the list what is left but for the detail. */
static void draw_graph(struct flow *f, const struct world *w, struct surface *s)
{
	struct flow_graph *g = f->shown_some ? &f->some : &f->all;
	struct plan p = plan_graph(s);
	int need = graph_layout_counts(g->layout).rows, least = p.aside ? 16 : 1;
	int rows = need < p.graph_rows ? need : p.graph_rows, list;
	struct surface part;

	if (rows < least)
		rows = least < p.graph_rows ? least : p.graph_rows;
	list = s->rows - 2 - rows - p.detail - p.legend;
	if (list > 2 && (size_t)list > f->model.rows)
		list = f->model.rows > 2 ? (int)f->model.rows : 2;
	part = surface_sub(s, (struct rect){ 1, 0, rows, p.graph_cols });
	flow_graph_draw(f, g, &part);
	draw_list_rule(f, s, rows + 1);
	part = rows_of(s, rows + 2, list);
	flow_list_draw(f, w, &part);
	if (p.aside)
		draw_aside(f, w, s, rows);
	part = rows_of(s, rows + 2 + list, s->rows - rows - 2 - list - p.legend);
	if (!p.aside && p.detail > 0)
		flow_detail_draw(f, w, selected_edge(f), &part);
	if (p.legend)
		draw_legend(f, s, s->rows - 1);
}

/* A picture above and the selected edge below, where there is room. */
static void draw_over_detail(struct flow *f, const struct world *w, struct surface *s,
	void (*draw)(struct flow *, const struct world *, struct surface *))
{
	int detail = s->rows >= 26 ? 2 * DETAIL + 2 : s->rows >= 12 ? DETAIL : 0;
	struct surface part = rows_of(s, 1, s->rows - 1 - detail);

	draw(f, w, &part);
	part = rows_of(s, s->rows - detail, detail);
	if (selected_edge(f) != NONE)
		flow_detail_draw(f, w, selected_edge(f), &part);
}

static void draw_ego(struct flow *f, const struct world *w, struct surface *s)
{
	unsigned in = 0, out = 0;
	char title[ROW_TEXT];

	for (uint32_t i = 0; i < f->model.edges; i++) {
		in += f->model.edge[i].to == f->node;
		out += f->model.edge[i].from == f->node;
	}
	snprintf(title, sizeof(title), "%.64s  in %u, out %u",
		f->model.node[f->node].name, in, out);
	pane_rule(w, s, 0, title, "ego view, e");
	draw_over_detail(f, w, s, flow_ego_draw);
}

static void flow_draw(void *state, const struct world *w, struct surface *s)
{
	struct flow *f = state;

	flow_model_sync(&f->model, w);
	sync_rows(f, w);
	f->shown = choose(f, w, s);
	sync_rows(f, w);
	if (f->node >= (int)f->model.nodes)
		f->node = 0;
	if (f->ego && f->model.nodes > 0) {
		draw_ego(f, w, s);
		return;
	}
	draw_title(f, w, s);
	if (f->model.edges == 0)
		surface_fmt(s, 2, 3, TO_EDGE, STYLE_MUTED, "%s",
			link_loading(w) ? "Not known yet."
					: "No agent has handed anything to another yet.");
	else if (f->shown == FLOW_GRAPH)
		draw_graph(f, w, s);
	else
		draw_over_detail(f, w, s,
			f->shown == FLOW_MATRIX ? flow_matrix_draw : flow_table_draw);
}

/* --- keys ---------------------------------------------------------------------- */

static const struct {
	enum action action;
	enum list_move move;
} moves[] = {
	{ ACTION_DOWN, LIST_DOWN },
	{ ACTION_UP, LIST_UP },
	{ ACTION_TOP, LIST_TOP },
	{ ACTION_BOTTOM, LIST_BOTTOM },
	{ ACTION_PAGE_DOWN, LIST_PAGE_DOWN },
	{ ACTION_PAGE_UP, LIST_PAGE_UP },
	{ ACTION_HALF_DOWN, LIST_HALF_DOWN },
	{ ACTION_HALF_UP, LIST_HALF_UP },
};

static bool move_list(struct flow *f, enum action a)
{
	struct list_items items = list_of_ids(&f->ids);

	for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++) {
		if (moves[i].action == a) {
			list_move(&f->list, &items, moves[i].move);
			return true;
		}
	}
	return false;
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
static void to_trouble(struct flow *f, int step)
{
	struct list_items items = list_of_ids(&f->ids);
	uint64_t id;
	size_t rank, n = f->model.rows;

	if (n == 0)
		return;
	rank = list_selected(&f->list, &id) ? items.rank_of(items.arg, id) : 0;
	for (size_t i = 1; i <= n && rank != LIST_NOWHERE; i++) {
		size_t at = step > 0 ? (rank + i) % n : (rank + n - i % n) % n;

		if (flow_is_trouble(f->model.edge[f->model.row[at]].shown)) {
			list_select(&f->list, &items, f->model.row[at]);
			return;
		}
	}
}

static void open_edge(struct flow *f, const struct world *w, struct outcome *out)
{
	uint32_t i = selected_edge(f);
	const struct edge *e = flow_model_edge(&f->model, w, i);

	if (e == NULL)
		return;
	out->go = e->dead > 0 ? SCREEN_DEAD : e->waiting > 0 ? SCREEN_REVIEW : SCREEN_LOG;
	snprintf(out->go_edge, sizeof(out->go_edge), "%s", f->model.edge[i].name);
}

static void toggle_ego(struct flow *f)
{
	uint32_t edge = selected_edge(f);

	f->ego = !f->ego;
	f->ego_row = 0;
	if (f->ego && !(f->shown == FLOW_GRAPH && f->on_graph) && edge != NONE)
		f->node = f->model.edge[edge].from;
}

static bool back(struct flow *f)
{
	if (f->ego)
		f->ego = false;
	else if (f->choice.filter[0] != '\0')
		f->choice.filter[0] = '\0';
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
	uint32_t edge = selected_edge(f);

	if (edge == NONE ||
		(arg.n > 0 && !str_is(arg, "edge") && !str_is(arg, "row") &&
			!str_is(arg, "id")))
		return;
	out->copy = xstrdup(f->model.edge[edge].name);
}

static void next_picture(struct flow *f)
{
	f->ego = f->on_graph = false;
	f->picture = f->shown == FLOW_GRAPH ? FLOW_TABLE
		: f->shown == FLOW_TABLE    ? FLOW_MATRIX
					    : FLOW_GRAPH;
}

static void flow_act(void *state, const struct world *w, enum action a, struct str arg,
	struct outcome *out)
{
	struct flow *f = state;

	flow_model_sync(&f->model, w);
	sync_rows(f, w);
	out->handled = true;
	if (move(f, a))
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
		f->on_graph = !f->on_graph && f->shown == FLOW_GRAPH;
		break;
	case ACTION_EGO:
		toggle_ego(f);
		break;
	case ACTION_VIEW:
		next_picture(f);
		break;
	case ACTION_RELAYOUT:
		f->all.again = f->some.again = true;
		break;
	case ACTION_TROUBLE:
		f->choice.trouble_only = !f->choice.trouble_only;
		break;
	case ACTION_SORT:
		next_sort(f, out);
		break;
	case ACTION_NEXT_TROUBLE:
	case ACTION_PREV_TROUBLE:
		to_trouble(f, a == ACTION_NEXT_TROUBLE ? 1 : -1);
		break;
	case ACTION_FILTER:
		snprintf(
			f->choice.filter, sizeof(f->choice.filter), "%.*s", STR_ARG(arg));
		break;
	case ACTION_COPY:
		copy(f, arg, out);
		break;
	default:
		out->handled = false;
	}
}

static bool flow_select(void *state, const struct world *w, struct str what)
{
	struct flow *f = state;
	uint32_t edge, handoff = mesh_find_handoff(w->mesh, what);
	struct list_items items;

	flow_model_sync(&f->model, w);
	edge = flow_model_find(&f->model, what);
	for (uint32_t i = 0; edge == NONE && handoff != NONE && i < f->model.edges; i++)
		if (f->model.edge[i].edge == w->mesh->handoff[handoff].edge)
			edge = i;
	if (edge == NONE)
		return false;
	if (!flow_is_trouble(f->model.edge[edge].shown) && f->shown == FLOW_GRAPH)
		f->picture = f->shown = FLOW_TABLE;
	f->ego = f->on_graph = false;
	f->choice.filter[0] = '\0';
	sync_rows(f, w);
	items = list_of_ids(&f->ids);
	return list_select(&f->list, &items, edge);
}

static void flow_hint(void *state, const struct world *w, struct surface *s)
{
	static const enum action actions[] = { ACTION_OPEN, ACTION_NEXT_PANE, ACTION_EGO,
		ACTION_VIEW, ACTION_TROUBLE, ACTION_RELAYOUT, ACTION_FILTER,
		ACTION_NONE };

	(void)state;
	pane_hints(w, s, actions);
}

const struct view view_flow = {
	.name = "flow",
	.title = "Flow",
	.digit = '2',
	.open = flow_open,
	.close = flow_close,
	.tab = flow_tab,
	.draw = flow_draw,
	.act = flow_act,
	.select = flow_select,
	.hint = flow_hint,
};
