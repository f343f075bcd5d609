/* SPDX-License-Identifier: MIT */
/*
 * The state of the flow screen; for the flow*.c files only. flow_model.c
 * keeps the agents and edges it has seen, by name and in the order they came,
 * so that a layout stays when the mesh is folded anew (a recording goes back,
 * a console syncs again). They only grow: an index stays what it is.
 */
#ifndef VIEWS_FLOW_OWN_H
#define VIEWS_FLOW_OWN_H

#include "base/buf.h"
#include "base/table.h"
#include "tui/graph_layout.h"
#include "tui/graph_paint.h"
#include "tui/list.h"
#include "views/filter.h"
#include "views/row.h"
#include "views/view.h"

#define FLOW_STEPS 256 /* later ones count as one: L makes them one layout */

struct flow_node {
	char *name;
	uint32_t agent; /* in the mesh, NONE while it has not been heard of */
};

struct flow_edge {
	char *name;              /* "billing>ledger" */
	int from, to;            /* nodes */
	uint32_t edge;           /* in the mesh, or NONE */
	enum edge_trouble shown; /* at the last look */
	char letter;             /* of the trouble list, 0 */
	bool filtered;           /* the filter does not let it through */
	uint32_t dead;           /* letters it has on the dead letters' screen */
	uint64_t offered;        /* in the whole recording; live 0 */
};

struct flow_model {
	struct flow_node *node;
	struct flow_edge *edge;
	uint32_t nodes, edges;
	size_t node_cap, edge_cap;
	struct table node_names, edge_names;
	const struct mesh *mesh; /* the last one seen: compared, never followed */
	uint64_t hubsequence;    /* its last event */
	uint32_t mesh_agents, mesh_edges; /* how many of it are taken in */
	int64_t ticked; /* world.tick of the last look at trouble, 0: none */
	int64_t grown;  /* world.tick when the last node or edge came */
	int64_t first;  /* world.tick when the first edge came, 0 */
	uint64_t *row;  /* edges in the order of the rows */
	size_t rows, row_cap;
	size_t troubled; /* edges, whatever the filter */
	size_t hidden;   /* that the filter does not let through */
};

enum flow_picture { FLOW_AUTO, FLOW_GRAPH, FLOW_TABLE, FLOW_MATRIX };
enum flow_sort { FLOW_WORST, FLOW_RATE, FLOW_WAITS, FLOW_DEAD, FLOW_NAME, FLOW_SORTS };

/* Which edges are rows, and in what order. */
struct flow_choice {
	enum flow_sort sort;
	bool reversed;
	struct filter filter;
	bool trouble_only;
};

struct flow_drawn { /* a node of a drawing */
	int node;   /* of the model, -1: several, folded into one */
	int many;   /* of how many it is the fold */
	int anchor; /* of a fold: the drawn node whose givers (or takers) it is */
	bool givers;
	double in, out;    /* handoffs a second */
	double confidence; /* the lowest of those with a bar, below 0: none */
	bool trouble;
	char name[16], note[24];
};

/* How the drawing of all came to be: enough to make it again in another session. */
struct flow_history {
	struct flow_pair {
		int from, to; /* places of the drawing */
	} * edge;             /* in the order in which the layout got them */
	size_t edges, edge_cap;
	struct flow_step {
		int nodes, edges; /* that it had in all */
	} step[FLOW_STEPS];       /* the settling, then each time it took in more */
	size_t steps;
	int width, height;
	bool notes;
	bool news; /* not saved yet */
};

/* A drawing: what the layout wants, and what stands behind it. */
struct flow_graph {
	struct graph_layout *layout;
	struct flow_drawn *drawn;
	struct graph_node *node;
	struct graph_edge *edge;
	uint32_t *of_edge; /* edge of the model, NONE: of folded nodes */
	int nodes, edges;
	size_t drawn_cap, node_cap, edge_cap, of_edge_cap;
	bool settled, fits;
	bool plain;  /* drawn without a cursor */
	bool bare;   /* of trouble: without who is well beside it */
	bool again;  /* asked for */
	char **slot; /* of `all`: the names of its nodes, also of who has gone */
	int slots;
	size_t slot_cap;
	int width, height; /* it was settled for */
	struct graph_pane pane;
	struct graph_cell *cells;
	size_t cell_cap;
};

#define FLOW_TOOK 48

/* How long handoffs of one edge took, the newest first. */
struct flow_took {
	uint32_t edge;           /* of the mesh */
	const struct mesh *mesh; /* compared, never followed */
	uint64_t hubsequence;
	int64_t ticked;
	int64_t usec[FLOW_TOOK];
	size_t n;
};

struct flow {
	struct flow_model model;
	struct flow_graph all, some; /* some: only trouble */
	struct flow_history history; /* of `all` */
	uint32_t history_edges;      /* of the model, when it was last held against it */
	struct flow_took *took;      /* of the edge that was drawn last */
	struct buf saved;            /* of an earlier session, until `all` is laid out */
	enum flow_picture picture;   /* FLOW_AUTO until `v` */
	enum flow_picture shown;     /* at the last drawing */
	bool shown_some;             /* the graph of trouble only */
	int rows, cols;              /* of the body, at the last drawing */
	bool ego, on_graph;
	bool zoomed;     /* the pane with the cursor has the whole body */
	bool moved;      /* the cursor, by a key; else it stays on the worst */
	bool was_synced; /* there has been a look at a mesh that was complete */
	int64_t pinned;  /* world.now of the last settling */
	int64_t drawn;   /* world.tick of the last drawing */
	int node;        /* under the graph's cursor, in the middle of the ego view */
	int ego_row;
	uint32_t cell_row, cell_col, top_row, top_col; /* of the matrix */
	struct flow_choice choice;
	struct list list;
	struct list_ids ids;
};

/* --- flow_model.c ------------------------------------------------------------ */

void flow_model_init(struct flow_model *m);
void flow_model_fini(struct flow_model *m);
/* Takes in what is new, and looks at trouble. */
void flow_model_sync(struct flow_model *m, const struct world *w);
/* Fills m->row and gives letters to the edges in trouble. */
void flow_model_rows(
	struct flow_model *m, const struct world *w, const struct flow_choice *c);
/* The edge of that name, NONE if there is none. */
uint32_t flow_model_find(const struct flow_model *m, struct str name);
/* Of the mesh, or NULL. */
const struct edge *flow_model_edge(
	const struct flow_model *m, const struct world *w, uint32_t i);

static inline bool flow_is_trouble(enum edge_trouble t)
{
	return t >= EDGE_WAITS;
}

/* Handoffs are refused or die on it. */
static inline bool flow_loses(enum edge_trouble t)
{
	return t >= EDGE_LOSES;
}

int flow_grave(enum edge_trouble t); /* enum grave */
enum style flow_style(enum edge_trouble t);
enum graph_class flow_class(enum edge_trouble t);

/* --- flow_body.c -------------------------------------------------------------- */

/* Brings model.row up to what is shown; the model must be in step with the mesh. */
void flow_rows(struct flow *f, const struct world *w);
/* Another picture is wished for: what it will be, as the next key means that one. */
void flow_choose(struct flow *f, const struct world *w);
/* The edge under the cursor, whatever the picture; NONE. */
uint32_t flow_selected(const struct flow *f);
void flow_body_draw(struct flow *f, const struct world *w, struct surface *s);

/* --- flow_graph.c ------------------------------------------------------------ */

void flow_graph_init(struct flow_graph *g);
void flow_graph_forget(struct flow_graph *g); /* its slots */
void flow_graph_fini(struct flow_graph *g);
/*
 * Fills nodes and edges with all there is. Who has a slot keeps it, also when the mesh
 * does not know it (any more); then it is a place without a name.
 */
void flow_graph_build(const struct flow_model *m, struct flow_graph *g);
/* Notes, marks and classes as they are now; points into `g`. */
struct graph flow_graph_dress(
	struct flow_graph *g, const struct flow_model *m, const struct world *w);
/* After settling or updating: notes that would be cut lose their confidence. */
void flow_graph_fit_notes(struct flow_graph *g);
void flow_graph_draw(struct flow *f, struct flow_graph *g, struct surface *s);
void flow_graph_move(struct flow *f, enum action a);

/* --- flow_settle.c ----------------------------------------------------------- */

/* Settles when it is time to, else takes in what is new; true if it can be drawn whole.
 */
bool flow_graph_sync(struct flow *f, const struct world *w, int width, int height);
/* The drawing of the edges in trouble and one hop around: false if there is none. */
bool flow_some_sync(struct flow *f, const struct world *w, int width, int height);

/* --- flow_saved.c ------------------------------------------------------------ */

/* `all` has been settled on this. */
void flow_history_begin(struct flow *f, const struct graph *graph);
/* It has been updated; notes what is more. */
void flow_history_grow(struct flow *f);
/*
 * Lays `all` out as it was saved; false if there is nothing saved, or it is of another
 * mesh. Either way it is not asked for again.
 */
bool flow_saved_apply(struct flow *f);

/* --- flow_some.c ------------------------------------------------------------- */

/*
 * Fills drawn, edge and of_edge of `g`; false if nothing is in trouble. Afresh, or
 * what is drawn stays, at its place, whether it is still in trouble or not.
 */
bool flow_some_build(const struct flow_model *m, struct flow_graph *g, bool afresh);
int flow_graph_add_node(struct flow_graph *g, int node);
void flow_graph_add_edge(struct flow_graph *g, int from, int to, uint32_t edge,
	const struct flow_model *m);

/* --- the other pictures: each draws over all of `s` -------------------------- */

void flow_list_draw(struct flow *f, const struct world *w, struct surface *s);
void flow_table_draw(struct flow *f, const struct world *w, struct surface *s);

void flow_matrix_draw(struct flow *f, const struct world *w, struct surface *s);
void flow_matrix_move(struct flow *f, enum action a);
uint32_t flow_matrix_edge(const struct flow *f); /* under its cursor, NONE */

void flow_ego_draw(struct flow *f, const struct world *w, struct surface *s);
void flow_ego_move(struct flow *f, enum action a);
uint32_t flow_ego_edge(const struct flow *f); /* under its cursor, NONE */

/* --- flow_export.c, flow_markup.c ---------------------------------------------- */

/* What goes into a file. */
struct flow_sheet {
	struct flow *f;
	const struct world *w;
	struct flow_graph *g;
	bool some; /* only trouble */
};

/* "mesh prod  as of 2026-11-23T03:12:40Z  14 agents  19 edges", not cleaned. */
void flow_export_title(const struct flow_sheet *x, char out[ROW_TEXT]);
void flow_export_dot(const struct flow_sheet *x, struct buf *out);
void flow_export_mermaid(const struct flow_sheet *x, struct buf *out);

/* --- flow_noted.c --------------------------------------------------------------- */

/* For struct view: the edge under the cursor, or the agent under the graph's. */
bool flow_noted(
	void *state, const struct world *w, enum noted_what *what, char name[NOTED_NAME]);
bool flow_edge_is_noted(const struct world *w, const struct flow_edge *e);
/* What stands at the right of a rule with this title: "kyc: 03:05:29 mira: rolls back" of
 * the agent under the cursor, if something was written of it; else it stays. */
void flow_agent_note(const struct flow *f, const struct world *w, const struct surface *s,
	const char *title, char right[ROW_TEXT]);

/* --- flow_why.c, flow_charts.c ------------------------------------------------- */

/* Of an edge of the mesh, of what died for that reason, NULL: of any; "" if nothing did.
 */
void flow_why_first(
	struct buf *out, const struct world *w, uint32_t edge, const char *reason);
void flow_why_cause(
	struct buf *out, const struct world *w, uint32_t edge, const char *reason);
void flow_why_fields(
	struct buf *out, const struct world *w, uint32_t edge, const char *reason);
/* Of an edge of the model, below `row`, as many as there is room for. */
void flow_charts_draw(const struct flow *f, const struct world *w, uint32_t edge,
	struct surface *s, int row);

/* What is known of an edge, in as many rows as `s` has; the first is its rule. */
void flow_detail_draw(
	const struct flow *f, const struct world *w, uint32_t edge, struct surface *s);
/* "38 of 38 refused", "conf .41 <.75", "4 wait". */
void flow_what(const struct edge *e, const struct world *w, enum edge_trouble t,
	char *out, size_t room);

#endif
