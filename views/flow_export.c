/* SPDX-License-Identifier: MIT */
/*
 * What of the flow screen goes into a file, and as a picture: a surface as
 * large as the drawing, as text or as SVG. DOT and Mermaid: flow_markup.c.
 */
#include "views/flow_export.h"

#include <stdio.h>

#include "base/clock.h"
#include "base/text.h"
#include "tui/surface_html.h"
#include "tui/surface_svg.h"
#include "views/flow_own.h"
#include "views/format.h"
#include "views/link.h"

#define WIDE 200 /* of a graph that is not on the screen */
#define HIGH 60
#define TROUBLE_MAX 200 /* rows of the list */
#define COLS_LEAST 80

static const char *const formats[FLOW_FORMATS] = { "txt", "svg", "html", "dot", "mmd" };

bool flow_format_named(struct str name, enum flow_format *out)
{
	for (int i = 0; i < FLOW_FORMATS; i++) {
		if (!str_is(name, formats[i]))
			continue;
		*out = (enum flow_format)i;
		return true;
	}
	return false;
}

void flow_export_title(const struct flow_sheet *x, char out[ROW_TEXT])
{
	const char *called = x->w->name != NULL ? x->w->name : "";
	char at[TIME_TEXT], name[81];
	struct buf clean = { 0 }; /* alone: no mark of it joins what stands before it */

	text_clean(&clean, str_of(called));
	text_copy(name, sizeof(name), buf_view(&clean));
	buf_fini(&clean);
	time_format(link_now(x->w), at);
	snprintf(out, ROW_TEXT, "mesh %s%s  as of %.19sZ  %u agent%s  %u edge%s%s",
		name[0] != '\0' ? name : "?", x->some ? "  only trouble" : "", at,
		x->f->model.nodes, x->f->model.nodes == 1 ? "" : "s", x->f->model.edges,
		x->f->model.edges == 1 ? "" : "s",
		link_old(x->w)                 ? "  OLD: no link since then"
			: x->w->replay != NULL ? "  a recording"
					       : "");
}

/* --- the picture ------------------------------------------------------------------- */

/* The names of edges that are told by a number only. */
static void add_names(struct buf *out, const struct flow_sheet *x, const char *head,
	enum graph_fate fate)
{
	const struct flow_model *m = &x->f->model;
	size_t n = 0;

	for (int i = 0; i < x->g->edges; i++) {
		uint32_t edge = x->g->of_edge[i];

		if (edge == NONE ||
			graph_layout_fate(x->g->layout, x->g->edge[i].from,
				x->g->edge[i].to) != fate)
			continue;
		buf_fmt(out, "%s%s", n++ == 0 ? head : "  ", m->edge[edge].name);
	}
}

static int rows_of_text(const struct surface *s, struct str text)
{
	return text.n == 0 ? 0 : surface_measure(s, text) / (s->cols - 2) + 1;
}

/* Without breaking at blanks: names are long, and all of them are to be there. */
static int draw_wrapped(struct surface *s, int row, struct str text)
{
	int rows = rows_of_text(s, text);

	for (int i = 0; i < rows; i++) {
		struct surface line =
			surface_sub(s, (struct rect){ row + i, 1, 1, s->cols - 2 });

		surface_text(&line, 0, -i * line.cols, TO_EDGE, STYLE_MUTED, text);
	}
	return rows;
}

static void draw_trouble(const struct flow_sheet *x, struct surface *s, int row, size_t i)
{
	uint32_t edge = (uint32_t)x->f->model.row[i];
	const struct flow_edge *e = &x->f->model.edge[edge];
	const struct edge *in_mesh = flow_model_edge(&x->f->model, x->w, edge);
	char what[64] = "", rate[FORMAT_TEXT] = "";

	if (in_mesh != NULL) {
		flow_what(in_mesh, x->w, e->shown, what, sizeof(what));
		format_often(edge_rate(in_mesh, link_now(x->w)), rate);
	}
	if (e->letter != 0)
		surface_put(s, row, 1, STYLE_TITLE, (uint32_t)e->letter);
	surface_text(s, row, 3, 30, STYLE_NORMAL, str_of(e->name));
	surface_text(s, row, 34, 7, flow_style(e->shown),
		str_of(row_trouble(in_mesh, e->shown)));
	surface_fmt(s, row, 42, TO_EDGE, STYLE_NORMAL, "%-22.40s %s  dead %u", what, rate,
		e->dead);
}

static int draw_list(const struct flow_sheet *x, struct surface *s, int row)
{
	size_t n = x->f->model.rows < TROUBLE_MAX ? x->f->model.rows : TROUBLE_MAX;
	char title[ROW_TEXT];

	snprintf(title, sizeof(title), "TROUBLE  %zu edge%s%s", x->f->model.rows,
		x->f->model.rows == 1 ? "" : "s", n > 1 ? ", worst first" : "");
	surface_rule(s, row++, &(struct rule){ .title = str_of(title) });
	for (size_t i = 0; i < n; i++)
		draw_trouble(x, s, row++, i);
	if (n < x->f->model.rows)
		surface_fmt(s, row++, 3, TO_EDGE, STYLE_MUTED, "%zu more in trouble",
			x->f->model.rows - n);
	return row;
}

/* Paints all of the drawing, wherever the pane stands, and no cursor. */
static void draw_graph(const struct flow_sheet *x, struct surface *s, int rows)
{
	struct graph_pane pane = x->g->pane;
	struct surface part = surface_sub(s, (struct rect){ 1, 0, rows, s->cols });

	x->g->pane = (struct graph_pane){ 0 };
	x->g->plain = true;
	flow_graph_draw(x->f, x->g, &part);
	x->g->plain = false;
	x->g->pane = pane;
}

static void draw_picture(const struct flow_sheet *x, struct surface *s)
{
	struct graph_counts c = graph_layout_counts(x->g->layout);
	int cols = c.columns + 1 > COLS_LEAST ? c.columns + 1 : COLS_LEAST, row;
	size_t listed = x->f->model.rows < TROUBLE_MAX ? x->f->model.rows : TROUBLE_MAX;
	struct buf back = { 0 }, stubs = { 0 };
	char title[ROW_TEXT], head[ROW_TEXT];

	surface_init(s, 1, cols);
	add_names(&back, x, "^n edges back: ", GRAPH_BACK);
	add_names(&stubs, x, ">n edges not drawn: ", GRAPH_STUB);
	surface_resize(s,
		c.rows + 4 + (int)listed + (listed < x->f->model.rows) +
			rows_of_text(s, buf_view(&back)) +
			rows_of_text(s, buf_view(&stubs)),
		cols);
	flow_export_title(x, head);
	snprintf(title, sizeof(title), "FLOW  %.200s", head);
	surface_rule(s, 0, &(struct rule){ .title = str_of(title) });
	draw_graph(x, s, c.rows);
	row = draw_list(x, s, c.rows + 2);
	row += draw_wrapped(s, row, buf_view(&back));
	row += draw_wrapped(s, row, buf_view(&stubs));
	surface_text(s, row, 1, TO_EDGE, STYLE_MUTED,
		STR("─► taken  ━► refused  ┄► low confidence, waits  ! in trouble  "
		    "? not heard"));
	buf_fini(&back);
	buf_fini(&stubs);
}

static void export_picture(
	const struct flow_sheet *x, enum flow_format format, struct buf *out)
{
	struct surface s = { 0 };
	char title[ROW_TEXT];

	draw_picture(x, &s);
	flow_export_title(x, title);
	if (format == FLOW_SVG)
		surface_svg(&s, str_of(title), out);
	else if (format == FLOW_HTML)
		surface_html(&s, str_of(title), out);
	else
		surface_dump(&s, GLYPHS_UTF8, out);
	surface_fini(&s);
}

/* --- which graph ------------------------------------------------------------------- */

/* The graph that is not on the screen, laid out for this once. */
static void lay_out(struct flow_sheet *x, struct flow_graph *own)
{
	struct graph graph;

	flow_graph_init(own);
	flow_graph_build(&x->f->model, own);
	graph = flow_graph_dress(own, &x->f->model, x->w);
	graph_layout_settle(own->layout, &graph, WIDE, HIGH);
	own->settled = true;
	flow_graph_fit_notes(own);
	x->g = own;
}

static void choose(struct flow_sheet *x, struct flow_graph *own)
{
	struct flow *f = x->f;
	bool drawn = f->shown == FLOW_GRAPH && !f->ego;

	x->some = drawn && f->shown_some && f->some.settled && f->some.nodes > 0;
	if (x->some)
		x->g = &f->some;
	else if (drawn && f->all.settled && f->all.nodes >= (int)f->model.nodes &&
		f->all.edges == (int)f->model.edges)
		x->g = &f->all;
	else
		lay_out(x, own);
}

bool flow_export(void *state, const struct world *w, enum flow_format format,
	struct buf *out, char why[ROW_TEXT])
{
	struct flow *f = state;
	struct flow_sheet x = { .f = f, .w = w };
	struct flow_choice trouble = { .trouble_only = true };
	struct flow_graph own = { 0 };

	flow_model_sync(&f->model, w);
	if (f->model.edges == 0) {
		snprintf(why, ROW_TEXT, "%s",
			link_loading(w) ? "the mesh is not known yet"
					: "no agent has handed anything to another yet");
		return false;
	}
	if (f->model.nodes > GRAPH_NODES_MAX || f->model.edges > GRAPH_EDGES_MAX) {
		snprintf(why, ROW_TEXT,
			"too large to draw: %u agents, %u edges (at most %d, %d)",
			f->model.nodes, f->model.edges, GRAPH_NODES_MAX, GRAPH_EDGES_MAX);
		return false;
	}
	flow_model_rows(&f->model, w, &trouble);
	choose(&x, &own);
	if (format == FLOW_DOT)
		flow_export_dot(&x, out);
	else if (format == FLOW_MMD)
		flow_export_mermaid(&x, out);
	else
		export_picture(&x, format, out);
	if (own.layout != NULL)
		flow_graph_fini(&own);
	flow_rows(f, w);
	return true;
}
