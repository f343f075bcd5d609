/* SPDX-License-Identifier: MIT */
/*
 * One agent in the middle, its givers at the left, its takers at the right:
 * no crossings whatever the mesh. ego_row counts the givers, then the takers.
 */
#include <stdio.h>

#include "views/flow_own.h"
#include "views/format.h"
#include "views/link.h"
#include "views/pane.h"

#define BOX 11

static bool is_on_side(const struct flow *f, uint32_t edge, bool takers)
{
	const struct flow_edge *e = &f->model.edge[edge];

	return (takers ? e->from : e->to) == f->node;
}

static int count(const struct flow *f, bool takers)
{
	int n = 0;

	for (uint32_t i = 0; i < f->model.edges; i++)
		n += is_on_side(f, i, takers);
	return n;
}

static uint32_t nth(const struct flow *f, bool takers, int n)
{
	for (uint32_t i = 0; i < f->model.edges; i++)
		if (is_on_side(f, i, takers) && n-- == 0)
			return i;
	return NONE;
}

uint32_t flow_ego_edge(const struct flow *f)
{
	int givers = count(f, false);

	if (f->ego_row < givers)
		return nth(f, false, f->ego_row);
	return nth(f, true, f->ego_row - givers);
}

/* From one side to the same row of the other, or its last one. */
static int across(int row, int here, int there)
{
	row = row < there ? row : there - 1;
	return there == 0 ? here : row;
}

static void enter(struct flow *f)
{
	uint32_t edge = flow_ego_edge(f);
	bool giver = f->ego_row < count(f, false);

	if (edge == NONE)
		return;
	f->node = giver ? f->model.edge[edge].from : f->model.edge[edge].to;
	f->ego_row = 0;
}

void flow_ego_move(struct flow *f, enum action a)
{
	int givers = count(f, false), takers = count(f, true);
	bool right = f->ego_row >= givers;
	int row = right ? f->ego_row - givers : f->ego_row;
	int last = (right ? takers : givers) - 1;

	if (a == ACTION_OPEN)
		enter(f);
	else if (a == ACTION_DOWN && row < last)
		f->ego_row++;
	else if (a == ACTION_UP && row > 0)
		f->ego_row--;
	else if (a == ACTION_RIGHT && !right && takers > 0)
		f->ego_row = givers + across(row, row, takers);
	else if (a == ACTION_LEFT && right && givers > 0)
		f->ego_row = across(row, row, givers);
	else if (a == ACTION_TOP)
		f->ego_row -= row;
	else if (a == ACTION_BOTTOM && last > row)
		f->ego_row += last - row;
}

static uint32_t line_of(enum edge_trouble t)
{
	static const uint32_t lines[] = { [GRAPH_IDLE] = ' ',
		[GRAPH_OK] = 0x2500,
		[GRAPH_LOW] = 0x2504,
		[GRAPH_BROKEN] = 0x2501 };

	return lines[flow_class(t)];
}

static void draw_numbers(struct surface *s, int row, int col, const struct world *w,
	const struct flow_edge *shown, const struct edge *e)
{
	char text[FORMAT_TEXT];

	surface_text(s, row, col, 6, flow_style(shown->shown),
		str_of(row_trouble(e, shown->shown)));
	if (e == NULL)
		return;
	surface_text(s, row, col + 7, 3, STYLE_NORMAL,
		str_of(format_confidence(edge_confidence(e), text)));
	surface_text(s, row, col + 11, 6, STYLE_NORMAL,
		str_of(format_often(edge_rate(e, link_now(w)), text)));
}

static bool in_trouble(const struct flow *f)
{
	for (uint32_t i = 0; i < f->model.edges; i++)
		if ((is_on_side(f, i, true) || is_on_side(f, i, false)) &&
			f->model.edge[i].shown >= EDGE_LOW)
			return true;
	return false;
}

struct zone {
	int left, right; /* columns of the box's sides */
	int top, rows;   /* of what is shown of the longer side */
};

static void draw_giver(struct flow *f, const struct world *w, struct surface *s,
	const struct zone *z, int row, uint32_t edge)
{
	const struct flow_edge *e = &f->model.edge[edge];
	int name = z->left - 1 - 18 - 2;

	surface_text(
		s, row, 1, name - 1, STYLE_NORMAL, str_of(f->model.node[e->from].name));
	draw_numbers(s, row, name + 1, w, e, flow_model_edge(&f->model, w, edge));
	surface_put(s, row, z->left - 2, STYLE_NORMAL, line_of(e->shown));
	surface_put(s, row, z->left - 1, STYLE_NORMAL, 0x25ba);
}

static void draw_taker(struct flow *f, const struct world *w, struct surface *s,
	const struct zone *z, int row, uint32_t edge)
{
	const struct flow_edge *e = &f->model.edge[edge];
	int col = z->right + 1, name = s->cols - col - 5 - 18;

	for (int i = 0; i < 3; i++)
		surface_put(s, row, col + i, STYLE_NORMAL, line_of(e->shown));
	if (e->letter != 0)
		surface_put(s, row, col + 1, flow_style(e->shown), (uint32_t)e->letter);
	surface_put(s, row, col + 3, STYLE_NORMAL, 0x25ba);
	surface_text(s, row, col + 5, name - 1, STYLE_NORMAL,
		str_of(f->model.node[e->to].name));
	draw_numbers(s, row, col + 5 + name, w, e, flow_model_edge(&f->model, w, edge));
}

static void draw_box(
	const struct flow *f, struct surface *s, const struct zone *z, int rows)
{
	for (int col = z->left + 1; col < z->right; col++) {
		surface_put(s, 0, col, STYLE_RULE, 0x2500);
		surface_put(s, rows + 1, col, STYLE_RULE, 0x2500);
	}
	surface_put(s, 0, z->left, STYLE_RULE, 0x250c);
	surface_put(s, 0, z->right, STYLE_RULE, 0x2510);
	surface_put(s, rows + 1, z->left, STYLE_RULE, 0x2514);
	surface_put(s, rows + 1, z->right, STYLE_RULE, 0x2518);
	for (int row = 1; row <= rows; row++) {
		surface_put(s, row, z->left, STYLE_RULE, 0x2502);
		surface_put(s, row, z->right, STYLE_RULE, 0x2502);
	}
	if (in_trouble(f))
		surface_put(s, 1, z->left + 1, STYLE_WARNING, '!');
	surface_text(s, 1, z->left + 2, z->right - z->left - 3, STYLE_TITLE,
		str_of(f->model.node[f->node].name));
}

static void draw_sides(
	struct flow *f, const struct world *w, struct surface *s, const struct zone *z)
{
	int givers = count(f, false);
	bool right = f->ego_row >= givers;
	int cursor = (right ? f->ego_row - givers : f->ego_row) - z->top;

	for (int i = 0; i < z->rows; i++) {
		uint32_t in = nth(f, false, z->top + i), out = nth(f, true, z->top + i);

		if (in != NONE)
			draw_giver(f, w, s, z, 1 + i, in);
		if (out != NONE)
			draw_taker(f, w, s, z, 1 + i, out);
	}
	if (right) {
		surface_put(s, 1 + cursor, z->right + 5, STYLE_NORMAL, '>');
		surface_select(s, 1 + cursor, z->right + 1, s->cols - z->right - 1, true);
	} else {
		surface_put(s, 1 + cursor, 0, STYLE_NORMAL, '>');
		surface_select(s, 1 + cursor, 0, z->left, true);
	}
}

void flow_ego_draw(struct flow *f, const struct world *w, struct surface *s)
{
	int givers = count(f, false), takers = count(f, true);
	int longer = givers > takers ? givers : takers, room = s->rows - 2;
	int at = f->ego_row < givers ? f->ego_row : f->ego_row - givers;
	struct zone z = { .left = (s->cols - BOX) / 2 - 2 };

	if (f->node >= (int)f->model.nodes || room < 1)
		return;
	if (f->ego_row >= givers + takers)
		f->ego_row = 0, at = 0;
	z.right = z.left + BOX;
	z.rows = longer < 1 ? 1 : longer < room ? longer : room;
	z.top = at >= z.rows ? at - z.rows + 1 : 0;
	draw_box(f, s, &z, z.rows);
	if (longer > 0)
		draw_sides(f, w, s, &z);
	if (longer > z.rows)
		surface_fmt(s, z.rows + 1, 1, TO_EDGE, STYLE_MUTED, "%d of %d rows shown",
			z.rows, longer);
}
