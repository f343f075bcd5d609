/* SPDX-License-Identifier: MIT */
/*
 * The body of the flow screen: which picture of the mesh is shown (graph,
 * table, matrix, one agent) and how it shares the rows with the list of
 * trouble and the detail of the selected edge.
 */
#include <stdio.h>

#include "views/flow_own.h"
#include "views/format.h"
#include "views/link.h"
#include "views/pane.h"
#include "views/row.h"
#include "views/watch.h"

#define GRAPH_AGENTS 25 /* up to so many the whole graph is the first picture */
#define SOME_AGENTS 40  /* up to so many the graph of trouble */
#define GRAPH_COLUMNS 70
#define ASIDE 35      /* columns of the detail beside a wide graph, with its line */
#define ASIDE_ROWS 26 /* that it can use */
#define DETAIL 4      /* rows of the detail below, with its rule */
#define LIST_ROWS 2
#define AWAY (5 * SECOND)
#define LEGEND "►ok ━►refused ┄►low conf !in trouble ?not heard"
#define LEGEND_WIDE                                                                         \
	"─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   " \
	"? not heard   (blank) idle"

/* --- what is shown ------------------------------------------------------------ */

#define ASIDE_FROM 22 /* rows: as many as a recording leaves of 36 */

/* How the body is divided; rows of 0 are not there. */
struct plan {
	int graph_rows, graph_cols, list, detail, legend;
	bool aside;
};

static struct plan plan_graph(const struct flow *f)
{
	struct plan p = { .graph_cols = f->cols };

	p.aside = f->cols >= 120 && f->rows >= ASIDE_FROM;
	p.legend = f->rows >= 14;
	p.detail = !p.aside && f->rows >= 17 ? DETAIL : 0;
	p.list = LIST_ROWS;
	if (p.aside)
		p.graph_cols -= ASIDE;
	p.graph_rows = f->rows - 2 - p.list - p.detail - p.legend;
	if (f->rows < 24 && f->model.troubled > LIST_ROWS)
		p.legend = 0;
	return p;
}

static bool automatic_graph(struct flow *f, const struct world *w, const struct plan *p)
{
	if (p->graph_cols < GRAPH_COLUMNS || p->graph_rows < 4)
		return false;
	/* above GRAPH_AGENTS it says only whether it is time to draw */
	if (!f->choice.trouble_only && f->model.nodes <= SOME_AGENTS &&
		flow_graph_sync(f, w, p->graph_cols, p->graph_rows) &&
		f->model.nodes <= GRAPH_AGENTS)
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

static enum flow_picture choose(struct flow *f, const struct world *w)
{
	struct plan p = plan_graph(f);

	f->shown_some = false;
	if (f->picture == FLOW_AUTO)
		return automatic_graph(f, w, &p) ? FLOW_GRAPH : FLOW_TABLE;
	if (f->picture == FLOW_GRAPH)
		return wished_graph(f, w, &p) ? FLOW_GRAPH : FLOW_TABLE;
	return f->picture;
}

void flow_rows(struct flow *f, const struct world *w)
{
	struct flow_choice c = f->choice;
	struct list_items items;

	if (f->shown == FLOW_GRAPH && !f->ego) {
		c.sort = FLOW_WORST;
		c.trouble_only = c.filter.query == NULL;
	}
	flow_model_rows(&f->model, w, &c);
	f->ids = (struct list_ids){ f->model.row, f->model.rows };
	items = list_of_ids(&f->ids);
	list_sync(&f->list, &items, f->list.height);
}

void flow_choose(struct flow *f, const struct world *w)
{
	f->shown = choose(f, w);
	flow_rows(f, w);
}

/* --- titles -------------------------------------------------------------------- */

static void right_of_graph(
	const struct flow *f, const struct world *w, int cols, char out[ROW_TEXT])
{
	struct graph_counts c =
		graph_layout_counts(f->shown_some ? f->some.layout : f->all.layout);
	char at[FORMAT_TEXT];

	if (w->replay != NULL)
		snprintf(out, ROW_TEXT, "read only");
	else if (f->shown_some && c.pending > 0)
		snprintf(out, ROW_TEXT, "only trouble, %d pending, L lays out anew",
			c.pending);
	else if (f->shown_some)
		snprintf(out, ROW_TEXT, "only trouble, f shows all");
	else if (c.pending > 0)
		snprintf(out, ROW_TEXT, "%d pending, L lays out anew", c.pending);
	else if (cols >= 110)
		snprintf(out, ROW_TEXT,
			"layout pinned %s   under a name: handoffs "
			"through it (1m), confidence",
			format_wall(w, f->pinned, at));
	else
		snprintf(out, ROW_TEXT, "pinned %s  %s", format_wall(w, f->pinned, at),
			watch_rates(w->watch, w));
}

/* After a loss no count is more than a least one: that goes before anything else. */
static void mark_lossy(
	const struct world *w, const struct surface *s, const char *title, char *right)
{
	char both[2 * ROW_TEXT];

	if (w->watch == NULL || !watch_lossy(w->watch, w))
		return;
	snprintf(both, sizeof(both), "events missed: counts +?, rates >=   %s", right);
	snprintf(right, ROW_TEXT, "%.200s",
		surface_rule_fits(s, str_of(title), str_of(both))
			? both
			: "events missed: counts +?, rates >=");
	if (!surface_rule_fits(s, str_of(title), str_of(right)))
		snprintf(right, ROW_TEXT, "events missed +?");
}

static void draw_title(struct flow *f, const struct world *w, struct surface *s)
{
	static const char *const others[] = {
		[FLOW_TABLE] = "v graph / TABLE / matrix",
		[FLOW_MATRIX] = "v graph / table / MATRIX",
	};
	char title[ROW_TEXT], right[ROW_TEXT], as_of[FORMAT_TEXT] = "";
	char at[FORMAT_TEXT];
	struct filter_count n = { .hidden = f->model.hidden };
	struct buf filter = { 0 };

	if (w->replay != NULL)
		snprintf(as_of, sizeof(as_of), "  as of %s",
			format_instant(w, w->now, at));
	snprintf(title, sizeof(title), "FLOW%s  %u agent%s  %u edge%s", as_of,
		f->model.nodes, f->model.nodes == 1 ? "" : "s", f->model.edges,
		f->model.edges == 1 ? "" : "s");
	if (s->cols >= 100 && f->model.troubled > 0)
		snprintf(title + strlen(title), sizeof(title) - strlen(title),
			"  %zu in trouble", f->model.troubled);
	if (f->shown == FLOW_GRAPH)
		right_of_graph(f, w, s->cols, right);
	else if (f->shown == FLOW_TABLE && f->choice.trouble_only)
		snprintf(right, sizeof(right), "only trouble, f shows all");
	else
		snprintf(right, sizeof(right), "%s", others[f->shown]);
	if (f->zoomed)
		snprintf(right, sizeof(right), "zoomed, z goes back");
	if (f->zoomed)
		flow_agent_note(f, w, s, title, right);
	filter_title(&filter, &f->choice.filter, &n, s->cols - 48);
	if (filter.len > 0)
		snprintf(right, sizeof(right), "%s", filter.data);
	buf_fini(&filter);
	mark_lossy(w, s, title, right);
	pane_rule(w, s, 0, title, right);
}

static void draw_list_rule(
	const struct flow *f, const struct world *w, struct surface *s, int row)
{
	bool lossy = w->watch != NULL && watch_lossy(w->watch, w);
	char title[ROW_TEXT], right[ROW_TEXT];
	size_t n = f->model.troubled;

	if (f->choice.filter.query != NULL)
		n = f->model.rows;
	snprintf(title, sizeof(title), "%s  %zu%s edge%s%s",
		f->choice.filter.query != NULL ? "SHOWN" : "TROUBLE", n,
		lossy ? "+?" : "", n == 1 ? "" : "s", n > 1 ? ", worst first" : "");
	snprintf(right, sizeof(right), "counts 10m, rates 1m   healthy edges %zu",
		f->model.edges - f->model.troubled);
	if (f->list.top > 0)
		snprintf(right, sizeof(right), "%zu above", f->list.top);
	flow_agent_note(f, w, s, title, right);
	surface_rule(s, row,
		&(struct rule){ .line = RULE_LIGHT,
			.title = str_of(title),
			.right = str_of(right) });
}

/* The first back edge's name: `^1` at its source says only that there is one. */
static const char *first_back(const struct flow *f)
{
	const struct flow_graph *g = &f->all;

	for (int i = 0; i < g->edges; i++)
		if (graph_layout_fate(g->layout, g->edge[i].from, g->edge[i].to) ==
			GRAPH_BACK)
			return f->model.edge[g->of_edge[i]].name;
	return "";
}

static void draw_legend(const struct flow *f, struct surface *s, int row)
{
	struct graph_counts c =
		graph_layout_counts(f->shown_some ? f->some.layout : f->all.layout);
	int col = surface_text(s, row, 1, TO_EDGE, STYLE_MUTED,
		s->cols >= 110 ? STR(LEGEND_WIDE) : STR(LEGEND));

	if (c.back > 0 && !f->shown_some)
		col += surface_fmt(s, row, col + 1, TO_EDGE, STYLE_MUTED,
			"  ^n back (%s%s)", first_back(f), c.back > 1 ? "..." : "");
	if (c.stubs > 0)
		surface_fmt(s, row, col + 1, TO_EDGE, STYLE_MUTED, "  >n not drawn");
}

/* --- drawing ------------------------------------------------------------------- */

uint32_t flow_selected(const struct flow *f)
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
	flow_detail_draw(f, w, flow_selected(f), &aside);
}

/* The graph or its list, whichever has the cursor. */
static void draw_zoomed(
	struct flow *f, const struct world *w, struct surface *s, struct flow_graph *g)
{
	struct surface part = rows_of(s, f->on_graph ? 1 : 2, s->rows);

	if (f->on_graph) {
		flow_graph_draw(f, g, &part);
		return;
	}
	draw_list_rule(f, w, s, 1);
	flow_list_draw(f, w, &part);
}

/* The drawing takes the rows it needs, the list what is left but for the detail. */
static void draw_graph(struct flow *f, const struct world *w, struct surface *s)
{
	struct flow_graph *g = f->shown_some ? &f->some : &f->all;
	struct plan p = plan_graph(f);
	int need = graph_layout_counts(g->layout).rows, least = p.aside ? 16 : 1;
	int rows = need < p.graph_rows ? need : p.graph_rows, list;
	int wanted = f->model.rows > LIST_ROWS ? (int)f->model.rows : LIST_ROWS;
	struct surface part;

	if (f->zoomed) {
		draw_zoomed(f, w, s, g);
		return;
	}
	/* what the list does not need is the detail's */
	if (p.aside && s->rows - 2 - p.legend - wanted > least)
		least = s->rows - 2 - p.legend - wanted;
	if (p.aside && least > ASIDE_ROWS)
		least = ASIDE_ROWS;
	if (rows < least)
		rows = least < p.graph_rows ? least : p.graph_rows;
	list = s->rows - 2 - rows - p.detail - p.legend;
	if (list > 2 && (size_t)list > f->model.rows)
		list = f->model.rows > 2 ? (int)f->model.rows : 2;
	part = surface_sub(s, (struct rect){ 1, 0, rows, p.graph_cols });
	flow_graph_draw(f, g, &part);
	part = rows_of(s, rows + 2, list);
	flow_list_draw(f, w, &part);
	draw_list_rule(f, w, s, rows + 1);
	if (p.aside)
		draw_aside(f, w, s, rows);
	part = rows_of(s, rows + 2 + list, s->rows - rows - 2 - list - p.legend);
	if (!p.aside && p.detail > 0)
		flow_detail_draw(f, w, flow_selected(f), &part);
	if (p.legend)
		draw_legend(f, s, s->rows - 1);
}

/* A picture above and the selected edge below, where there is room. */
static void draw_over_detail(struct flow *f, const struct world *w, struct surface *s,
	void (*draw)(struct flow *, const struct world *, struct surface *))
{
	int detail = f->zoomed || (f->shown == FLOW_MATRIX && !f->ego) ? 0
		: s->rows >= 26                                        ? 2 * DETAIL + 2
		: s->rows >= 12                                        ? DETAIL
								       : 0;
	struct surface part = rows_of(s, 1, s->rows - 1 - detail);

	draw(f, w, &part);
	part = rows_of(s, s->rows - detail, detail);
	if (detail > 0)
		flow_detail_draw(f, w, flow_selected(f), &part);
}

static void draw_ego(struct flow *f, const struct world *w, struct surface *s)
{
	unsigned in = 0, out = 0;
	char title[ROW_TEXT], right[ROW_TEXT];

	for (uint32_t i = 0; i < f->model.edges; i++) {
		in += f->model.edge[i].to == f->node;
		out += f->model.edge[i].from == f->node;
	}
	snprintf(title, sizeof(title), "%.64s  in %u, out %u",
		f->model.node[f->node].name, in, out);
	snprintf(right, sizeof(right), "%s   ego view, e", watch_rates(w->watch, w));
	flow_agent_note(f, w, s, title, right);
	pane_rule(w, s, 0, title, right);
	draw_over_detail(f, w, s, flow_ego_draw);
}

/* Entering the screen (it draws each second while it is shown) may lay out anew. */
static void note_entering(struct flow *f, const struct world *w)
{
	bool entered = w->tick - f->drawn > AWAY;

	f->drawn = w->tick;
	f->some.again |= entered;
	if (entered && f->all.settled &&
		(size_t)graph_layout_counts(f->all.layout).stubs * 4 > f->model.edges)
		f->all.again = true;
}

void flow_body_draw(struct flow *f, const struct world *w, struct surface *s)
{
	flow_model_sync(&f->model, w);
	note_entering(f, w);
	f->rows = s->rows;
	f->cols = s->cols;
	flow_rows(f, w);
	flow_choose(f, w);
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
