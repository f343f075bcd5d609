/* SPDX-License-Identifier: MIT */
/*
 * The flow graph for programs that lay out themselves: Graphviz and Mermaid.
 * Every edge is there, also those that the drawing only counts. Names and
 * reasons are foreign: each goes through the escaping of its language, and
 * nodes are called by their number.
 */
#include <stdio.h>

#include "base/text.h"
#include "views/flow_own.h"
#include "views/format.h"
#include "views/link.h"
#include "views/row.h"

/* One of `special` becomes what stands beside it. */
struct escape {
	char c;
	const char *becomes;
};

/* Quoted strings of DOT: their backslashes and entities mean something too. */
static const struct escape dot_escapes[] = { { '"', "\\\"" }, { '\\', "\\\\" },
	{ '&', "&amp;" }, { 0, NULL } };
/* Quoted texts of Mermaid: `#name;` is a character, and Markdown begins with '`'. */
static const struct escape mermaid_escapes[] = { { '"', "#quot;" }, { '#', "#35;" },
	{ '&', "#amp;" }, { '<', "#lt;" }, { '>', "#gt;" }, { '`', "#96;" },
	{ '\\', "#92;" }, { '{', "#123;" }, { '}', "#125;" }, { '%', "#37;" },
	{ 0, NULL } };

/* A double-quoted string of YAML, in which the title stands. */
static const struct escape yaml_escapes[] = { { '"', "\\\"" }, { '\\', "\\\\" },
	{ 0, NULL } };

static void add_escaped(struct buf *out, const char *text, const struct escape *escapes)
{
	struct buf clean = { 0 };

	text_clean(&clean, str_of(text));
	for (size_t i = 0; i < clean.len; i++) {
		const struct escape *e = escapes;

		while (e->becomes != NULL && e->c != clean.data[i])
			e++;
		if (e->becomes != NULL)
			buf_str(out, e->becomes);
		else
			buf_char(out, clean.data[i]);
	}
	buf_fini(&clean);
}

/* What a line is drawn like; by graph class. */
static const struct {
	const char *dot, *mermaid, *link; /* of Mermaid: style of the link */
} lines[] = {
	[GRAPH_IDLE] = { "style=dotted,color=\"#808080\"", "-->",
		"stroke:#808080,stroke-dasharray:1 4" },
	[GRAPH_OK] = { "style=solid", "-->", NULL },
	[GRAPH_LOW] = { "style=dashed,color=\"#af5f00\",fontcolor=\"#af5f00\"", "-.->",
		"stroke:#af5f00" },
	[GRAPH_BROKEN] = { "style=bold,penwidth=3,color=\"#d70000\",fontcolor=\"#d70000\"",
		"==>", "stroke:#d70000,stroke-width:3px" },
};

/* "a BROKEN 38 of 38 refused"; "" of an edge that is well. */
static void describe(const struct flow_sheet *x, int i, char out[ROW_TEXT])
{
	uint32_t edge = x->g->of_edge[i];
	const struct edge *e = flow_model_edge(&x->f->model, x->w, edge);
	const struct flow_edge *shown;
	char letter[3] = "", what[64];

	out[0] = '\0';
	if (e == NULL || !flow_is_trouble(x->f->model.edge[edge].shown))
		return;
	shown = &x->f->model.edge[edge];
	if (shown->letter != 0)
		snprintf(letter, sizeof(letter), "%c ", shown->letter);
	flow_what(e, x->w, shown->shown, what, sizeof(what));
	snprintf(out, ROW_TEXT, "%s%s %s", letter, row_trouble(e, shown->shown), what);
}

/* "4/s, conf .97, 2 dead" */
static void describe_numbers(const struct flow_sheet *x, int i, char out[ROW_TEXT])
{
	uint32_t edge = x->g->of_edge[i];
	const struct edge *e = flow_model_edge(&x->f->model, x->w, edge);
	char rate[FORMAT_TEXT], confidence[FORMAT_TEXT];

	out[0] = '\0';
	if (e != NULL)
		snprintf(out, ROW_TEXT, "%s, conf %s, %u dead, %u waiting",
			format_often(edge_rate(e, link_now(x->w)), rate),
			format_confidence(edge_confidence(e), confidence),
			x->f->model.edge[edge].dead, e->waiting);
}

static bool is_marked(const struct graph_node *n)
{
	return n->mark != ' ' && n->mark != 0;
}

/* --- DOT ---------------------------------------------------------------------------- */

static void dot_node(const struct flow_sheet *x, struct buf *out, int i)
{
	const struct graph_node *n = &x->g->node[i];

	buf_fmt(out, "  n%d [label=\"", i);
	if (is_marked(n))
		buf_fmt(out, "%c ", n->mark);
	add_escaped(out, n->name, dot_escapes);
	if (n->note != NULL) {
		buf_str(out, "\\n");
		add_escaped(out, n->note, dot_escapes);
	}
	buf_str(out, "\"");
	if (n->mark == '!')
		buf_str(out, ",color=\"#d70000\",penwidth=2");
	else if (n->mark == '?')
		buf_str(out, ",style=dashed,fontcolor=\"#808080\"");
	buf_str(out, "];\n");
}

static void dot_edge(const struct flow_sheet *x, struct buf *out, int i)
{
	const struct graph_edge *e = &x->g->edge[i];
	char text[ROW_TEXT];

	buf_fmt(out, "  n%d -> n%d [%s", e->from, e->to, lines[e->class].dot);
	describe(x, i, text);
	if (text[0] != '\0') {
		buf_str(out, ",label=\"");
		add_escaped(out, text, dot_escapes);
		buf_str(out, "\"");
	}
	describe_numbers(x, i, text);
	if (text[0] != '\0') {
		buf_str(out, ",tooltip=\"");
		add_escaped(out, text, dot_escapes);
		buf_str(out, "\"");
	}
	buf_str(out, "];\n");
}

void flow_export_dot(const struct flow_sheet *x, struct buf *out)
{
	char title[ROW_TEXT];

	flow_export_title(x, title);
	buf_str(out, "digraph \"");
	add_escaped(out, x->w->name != NULL ? x->w->name : "", dot_escapes);
	buf_str(out,
		"\" {\n"
		"  graph [rankdir=LR,fontname=\"monospace\",labelloc=t,label=\"");
	add_escaped(out, title, dot_escapes);
	buf_str(out,
		"\\nsolid: taken   bold red: refused   dashed: low confidence, waits   "
		"dotted: idle   ! in trouble   ? not heard\"];\n"
		"  node [shape=box,style=rounded,fontname=\"monospace\"];\n"
		"  edge [fontname=\"monospace\"];\n");
	for (int i = 0; i < x->g->nodes; i++)
		dot_node(x, out, i);
	for (int i = 0; i < x->g->edges; i++)
		dot_edge(x, out, i);
	buf_str(out, "}\n");
}

/* --- Mermaid ------------------------------------------------------------------------ */

static void mermaid_node(const struct flow_sheet *x, struct buf *out, int i)
{
	const struct graph_node *n = &x->g->node[i];

	buf_fmt(out, "  n%d[\"", i);
	if (is_marked(n))
		buf_fmt(out, "%c ", n->mark);
	add_escaped(out, n->name, mermaid_escapes);
	if (n->note != NULL) {
		buf_str(out, "<br/>");
		add_escaped(out, n->note, mermaid_escapes);
	}
	buf_fmt(out, "\"]%s\n",
		n->mark == '!'           ? ":::trouble"
			: n->mark == '?' ? ":::unheard"
					 : "");
}

static void mermaid_edge(const struct flow_sheet *x, struct buf *out, int i)
{
	const struct graph_edge *e = &x->g->edge[i];
	char text[ROW_TEXT];

	buf_fmt(out, "  n%d %s", e->from, lines[e->class].mermaid);
	describe(x, i, text);
	if (text[0] != '\0') {
		buf_str(out, "|\"");
		add_escaped(out, text, mermaid_escapes);
		buf_str(out, "\"|");
	}
	buf_fmt(out, " n%d\n", e->to);
}

void flow_export_mermaid(const struct flow_sheet *x, struct buf *out)
{
	char title[ROW_TEXT];

	flow_export_title(x, title);
	buf_str(out, "---\ntitle: \"");
	add_escaped(out, title, yaml_escapes);
	buf_str(out,
		"\"\n---\nflowchart LR\n"
		"  %% thin: taken, thick red: refused, dashed: low confidence or waits, "
		"grey dots: idle\n"
		"  %% ! in trouble, ? not heard\n");
	for (int i = 0; i < x->g->nodes; i++)
		mermaid_node(x, out, i);
	for (int i = 0; i < x->g->edges; i++)
		mermaid_edge(x, out, i);
	for (int i = 0; i < x->g->edges; i++)
		if (lines[x->g->edge[i].class].link != NULL)
			buf_fmt(out, "  linkStyle %d %s\n", i,
				lines[x->g->edge[i].class].link);
	buf_str(out,
		"  classDef trouble stroke:#d70000,stroke-width:3px\n"
		"  classDef unheard stroke-dasharray:4 3,color:#808080\n");
}
