/* SPDX-License-Identifier: MIT */
/*
 * Who talks to whom: a row for each giver, a column of three cells for each
 * taker. It scrolls both ways with its cursor; the line below says what the
 * cell under it is.
 */
#include <stdio.h>

#include "views/flow_own.h"
#include "views/format.h"
#include "views/link.h"
#include "views/pane.h"

#define CELLS_AT 20
#define CELL 3
#define OUT_WIDTH 6
#define LEGEND 2

static uint32_t edge_between(const struct flow_model *m, uint32_t from, uint32_t to)
{
	char name[160];
	int n = snprintf(
		name, sizeof(name), "%.70s>%.70s", m->node[from].name, m->node[to].name);

	return flow_model_find(m, (struct str){ name, (size_t)n });
}

uint32_t flow_matrix_edge(const struct flow *f)
{
	const struct flow_model *m = &f->model;

	if (f->cell_row >= m->nodes || f->cell_col >= m->nodes)
		return NONE;
	return edge_between(m, f->cell_row, f->cell_col);
}

void flow_matrix_move(struct flow *f, enum action a)
{
	uint32_t last = f->model.nodes > 0 ? f->model.nodes - 1 : 0;

	if (a == ACTION_DOWN && f->cell_row < last)
		f->cell_row++;
	else if (a == ACTION_UP && f->cell_row > 0)
		f->cell_row--;
	else if (a == ACTION_RIGHT && f->cell_col < last)
		f->cell_col++;
	else if (a == ACTION_LEFT && f->cell_col > 0)
		f->cell_col--;
	else if (a == ACTION_TOP)
		f->cell_row = 0;
	else if (a == ACTION_BOTTOM)
		f->cell_row = last;
}

/* "12", "<": under one a second, "l": low, "X": refused, "w": waits, ".": none. */
static void text_of(
	const struct flow *f, const struct world *w, uint32_t edge, char out[FORMAT_TEXT])
{
	const struct edge *e = flow_model_edge(&f->model, w, edge);
	double rate;

	snprintf(out, FORMAT_TEXT, ".");
	if (e == NULL)
		return;
	rate = edge_rate(e, link_now(w));
	switch (f->model.edge[edge].shown) {
	case EDGE_BROKEN:
		snprintf(out, FORMAT_TEXT, "X");
		break;
	case EDGE_LOSES:
		snprintf(out, FORMAT_TEXT, "x");
		break;
	case EDGE_LOW:
		snprintf(out, FORMAT_TEXT, "l");
		break;
	case EDGE_WAITS:
		snprintf(out, FORMAT_TEXT, "%s", e->waiting > 0 ? "w" : "<");
		break;
	default:
		if (rate < 0.95)
			snprintf(out, FORMAT_TEXT, "%s", rate > 0 ? "<" : "-");
		else
			snprintf(out, FORMAT_TEXT, "%d",
				rate > 99 ? 99 : (int)(rate + 0.5));
	}
}

static int worst_of(const struct flow_model *m, uint32_t node, unsigned *out)
{
	int worst = 0;

	*out = 0;
	for (uint32_t i = 0; i < m->edges; i++) {
		int grave = flow_grave(m->edge[i].shown);

		if (m->edge[i].from != (int)node)
			continue;
		(*out)++;
		if (grave > worst)
			worst = grave;
	}
	return worst;
}

static void draw_cell(struct flow *f, const struct world *w, struct surface *s, int row,
	int col, uint32_t edge)
{
	char text[FORMAT_TEXT];
	enum style style = edge == NONE ? STYLE_MUTED : STYLE_NORMAL;

	text_of(f, w, edge, text);
	if (edge != NONE && f->model.edge[edge].filtered)
		text[0] = '\0';
	if (edge != NONE && flow_is_trouble(f->model.edge[edge].shown))
		style = flow_style(f->model.edge[edge].shown);
	surface_text_right(s, row, col + CELL, CELL, style, str_of(text));
}

static void draw_row(
	struct flow *f, const struct world *w, struct surface *s, int row, int cells)
{
	uint32_t from = f->top_row + (uint32_t)row - 1;
	unsigned out;

	pane_grave(s, row, 0, worst_of(&f->model, from, &out));
	surface_fmt(s, row, 2, TO_EDGE, STYLE_NORMAL, "%3u", from + 1);
	surface_text(s, row, 6, 13, STYLE_NORMAL, str_of(f->model.node[from].name));
	for (int i = 0; i < cells && f->top_col + (uint32_t)i < f->model.nodes; i++) {
		uint32_t to = f->top_col + (uint32_t)i;
		int col = CELLS_AT + i * CELL;

		draw_cell(f, w, s, row, col, edge_between(&f->model, from, to));
		if (from == f->cell_row && to == f->cell_col)
			surface_select(s, row, col, CELL, true);
	}
	if (f->cell_row == from)
		surface_select(s, row, 2, CELLS_AT - 3, true);
	surface_fmt(s, row, s->cols - OUT_WIDTH, TO_EDGE, STYLE_NORMAL, "%5u", out);
}

static void draw_head(const struct flow *f, struct surface *s, int cells)
{
	surface_text(s, 0, 6, 13, STYLE_TITLE, STR("from \\ to"));
	for (int i = 0; i < cells && f->top_col + (uint32_t)i < f->model.nodes; i++) {
		uint32_t to = f->top_col + (uint32_t)i;
		int col = CELLS_AT + i * CELL;

		surface_fmt(s, 0, col, TO_EDGE, STYLE_TITLE, "%3u", to + 1);
		if (to == f->cell_col)
			surface_select(s, 0, col, CELL, true);
	}
	surface_text(s, 0, s->cols - OUT_WIDTH + 2, TO_EDGE, STYLE_TITLE, STR("out"));
}

static void draw_cursor_line(
	const struct flow *f, const struct world *w, struct surface *s, int row)
{
	const struct flow_model *m = &f->model;
	uint32_t edge = flow_matrix_edge(f);
	const struct edge *e = flow_model_edge(m, w, edge);
	char what[64] = "no handoff has passed", rate[FORMAT_TEXT] = "";

	if (f->cell_row >= m->nodes || f->cell_col >= m->nodes)
		return;
	if (e != NULL) {
		flow_what(e, w, m->edge[edge].shown, what, sizeof(what));
		format_often(edge_rate(e, link_now(w)), rate);
	}
	surface_fmt(s, row, 4, TO_EDGE, STYLE_NORMAL, "%s%u %s > %u %s  %s  %s",
		s->cols >= 70 ? "under the cursor:  " : "", f->cell_row + 1,
		m->node[f->cell_row].name, f->cell_col + 1, m->node[f->cell_col].name,
		what, rate);
}

/* Scrolls as little as needed for the cursor to be seen. */
static uint32_t scrolled(uint32_t top, uint32_t at, int room)
{
	if (at < top)
		return at;
	return at >= top + (uint32_t)room ? at - (uint32_t)room + 1 : top;
}

void flow_matrix_draw(struct flow *f, const struct world *w, struct surface *s)
{
	int rows = s->rows - 1 - LEGEND, cells = (s->cols - CELLS_AT - OUT_WIDTH) / CELL;

	if (rows < 1 || cells < 1 || f->model.nodes == 0)
		return;
	f->top_row = scrolled(f->top_row, f->cell_row, rows);
	f->top_col = scrolled(f->top_col, f->cell_col, cells);
	draw_head(f, s, cells);
	if (rows > (int)(f->model.nodes - f->top_row))
		rows = (int)(f->model.nodes - f->top_row);
	for (int i = 0; i < rows; i++)
		draw_row(f, w, s, 1 + i, cells);
	surface_text(s, rows + 1, 4, TO_EDGE, STYLE_MUTED,
		s->cols >= 80 ? STR("1: handoffs/s (1m)  <: under 1  -: idle  w: waits  "
				    "l: low conf  X: refused")
			: s->cols >= 60
			? STR("1: /s  <: less  -: idle  w: waits  l: low  X: refused")
			: STR("w: waits  l: low  X: refused"));
	draw_cursor_line(f, w, s, rows + 2);
}
