/* SPDX-License-Identifier: MIT */
#include "tui/graph_paint.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tui/graph_chip.h"

enum { HEAD = 0x25ba };

/* ---- window ---- */

/* With the heads before the first layer, if there is room for them and the chips. */
static int start_column(const struct graph_layout *l, const struct graph_pane *pane)
{
	const struct graph_column *layer = &l->layers[pane->layer];
	int gap = pane->layer > 0 ? graph_pins_gap(l, pane->layer - 1) : 0;
	int room = pane->width - layer->chip;

	if (room < 0)
		room = 0;
	return layer->at - (gap < room ? gap : room);
}

static bool fits(const struct graph_layout *l, const struct graph_pane *pane)
{
	return graph_pins_columns(l) <= pane->width && l->rows <= pane->height;
}

static int drawn_rows(const struct graph_layout *l, const struct graph_pane *pane)
{
	return fits(l, pane) ? pane->height : pane->height - 1;
}

/* Chips are painted whole, but for the first layer's if the pane is narrower. */
static bool layer_is_shown(
	const struct graph_layout *l, const struct graph_pane *pane, int layer)
{
	int end = l->layers[layer].at + l->layers[layer].chip;

	return layer == pane->layer ||
		(layer > pane->layer && end <= start_column(l, pane) + pane->width);
}

/* ---- lines ---- */

static void read_strokes(struct graph_painter *p)
{
	for (int i = 0; i < p->graph->edge_count; i++) {
		const struct graph_edge *e = &p->graph->edges[i];
		int route = graph_pins_route(p->layout, e->from, e->to, i);
		struct graph_stroke *s = route < 0 ? NULL : &p->strokes[route];

		if (s == NULL)
			continue;
		s->present = true;
		if (e->class > s->class)
			s->class = e->class;
		if (e->letter == '\0' || s->letter != '\0')
			continue;
		s->letter = e->letter;
		s->edge = i;
	}
}

/*
 * Writes the cells of a route to p->steps, from the end of the source's chip
 * to the head; returns how many. *last is the first one of the last gap.
 */
static int trace_route(struct graph_painter *p, const struct graph_route *r, int *last)
{
	const struct graph_layout *l = p->layout;
	int layer = l->pins[r->from].layer, count = 0;

	for (int k = 0; k < r->span; k++, layer++) {
		const struct graph_hop *hop = &l->hops[r->hop + k];
		const struct graph_column *next = &l->layers[layer + 1];
		int gap = graph_pins_gap(l, layer);

		*last = count;
		count += graph_hop_trace(hop, gap, &p->steps[count]);
		for (int i = *last; i < count; i++)
			p->steps[i].column += (int16_t)(next->at - gap);
		for (int i = 0; k + 1 < r->span && i < next->chip; i++)
			p->steps[count++] = (struct graph_step){ (int16_t)hop->to,
				(int16_t)(next->at + i), GRAPH_E | GRAPH_W, 0 };
	}
	return count;
}

static void draw_route(
	struct graph_painter *p, const struct graph_route *r, const struct graph_pen *pen)
{
	int last, count = trace_route(p, r, &last);

	for (int i = 0; i < count; i++)
		graph_canvas_draw(&p->canvas, p->steps[i].row, p->steps[i].column,
			p->steps[i].arms, pen);
}

static void draw_routes(struct graph_painter *p)
{
	for (int i = 0; i < p->layout->route_count; i++) {
		const struct graph_route *r = &p->layout->routes[i];
		struct graph_pen pen = { r->from, r->to, p->strokes[i].class };

		if (r->fate == GRAPH_ROUTED)
			draw_route(p, r, graph_painter_draws(p, i) ? &pen : NULL);
	}
}

static void paint_lines(struct graph_painter *p)
{
	int n = p->canvas.width * p->canvas.height;

	for (int i = 0; i < n; i++)
		if (graph_canvas_arms(&p->canvas.dots[i]) != 0)
			p->cells[i] = graph_canvas_cell(&p->canvas.dots[i]);
	for (int i = 0; i < p->layout->route_count; i++) {
		const struct graph_route *r = &p->layout->routes[i];
		const struct graph_pin *to = &p->layout->pins[r->to];
		struct graph_cell *cell;

		if (!graph_painter_draws(p, i))
			continue;
		cell = graph_painter_cell(
			p, to->row, p->layout->layers[to->layer].at - 1);
		if (cell == NULL)
			continue;
		cell->ch = HEAD;
		cell->kind = GRAPH_HEAD;
		cell->tag = (uint16_t)r->to & 0x7fff;
	}
}

/* ---- letters ---- */

/* How well a letter stands in a cell; the least is the best, 0 not at all. */
enum rank {
	NOWHERE,
	LAST_RUN,
	OTHER_RUN,
	LEAD,
	UPRIGHT,
	FIRST_CELL,
	SHARED,
	SHARED_UPRIGHT
};

static enum rank rank_of(struct graph_painter *p, struct graph_step s, enum rank across)
{
	const struct graph_dot *dot = graph_canvas_at(&p->canvas, s.row, s.column);
	bool alone, upright = s.arms == (GRAPH_N | GRAPH_S);

	if (dot == NULL || dot->letter != 0 || graph_canvas_arms(dot) != s.arms)
		return NOWHERE;
	if (!upright && s.arms != (GRAPH_E | GRAPH_W))
		return NOWHERE;
	alone = dot->net >= 0 && dot->goal >= 0;
	if (alone)
		return upright ? UPRIGHT : across;
	return upright ? SHARED_UPRIGHT : SHARED;
}

struct letter_place {
	struct graph_step step;
	enum rank rank;
	int equals; /* cells of that rank that have been seen */
};

/* Of cells of one rank the second: so a piece of line stays before the head. */
static void consider(struct letter_place *best, struct graph_step s, enum rank rank)
{
	if (rank == NOWHERE || (best->rank != NOWHERE && rank > best->rank))
		return;
	if (rank != best->rank)
		best->equals = 0;
	best->rank = rank;
	if (best->equals++ < 2)
		best->step = s;
}

static struct letter_place place_for_letter(
	struct graph_painter *p, const struct graph_route *r)
{
	const struct graph_pin *pin = &p->layout->pins[r->from];
	const struct graph_column *chip = &p->layout->layers[pin->layer];
	struct letter_place best = { { 0, 0, 0, 0 }, NOWHERE, 0 };
	int last, count = trace_route(p, r, &last);

	for (int i = count - 2; i >= 0; i--) {
		enum rank across = i == 0 ? FIRST_CELL : i >= last ? LAST_RUN : OTHER_RUN;

		consider(&best, p->steps[i], rank_of(p, p->steps[i], across));
	}
	for (int i = chip->chip - 1; i > 0; i--) {
		struct graph_step s = { (int16_t)pin->row, (int16_t)(chip->at + i),
			GRAPH_E | GRAPH_W, 0 };

		consider(&best, s, rank_of(p, s, LEAD));
	}
	return best;
}

static void paint_letters(struct graph_painter *p)
{
	for (int i = 0; i < p->layout->route_count; i++) {
		const struct graph_stroke *s = &p->strokes[i];
		struct letter_place place;

		if (!graph_painter_draws(p, i) || s->letter == '\0')
			continue;
		place = place_for_letter(p, &p->layout->routes[i]);
		if (place.rank == NOWHERE)
			continue;
		graph_canvas_at(&p->canvas, place.step.row, place.step.column)->letter =
			(uint16_t)(s->edge + 1);
		*graph_painter_cell(p, place.step.row, place.step.column) =
			(struct graph_cell){ (unsigned char)s->letter, (uint8_t)s->class,
				GRAPH_LETTER, (uint16_t)s->edge & 0x7fff, 0 };
	}
}

/* ---- one edge ---- */

static void trace_cell(struct graph_painter *p, int row, int column)
{
	struct graph_cell *cell = graph_painter_cell(p, row, column);

	if (cell != NULL && cell->kind >= GRAPH_LINE && cell->kind <= GRAPH_LETTER)
		cell->traced = 1;
}

/* With the piece from the name to the end of the chip. */
static void trace_edges(struct graph_painter *p)
{
	for (int i = 0; i < p->layout->route_count; i++) {
		const struct graph_route *r = &p->layout->routes[i];
		const struct graph_pin *pin = &p->layout->pins[r->from];
		const struct graph_column *chip = &p->layout->layers[pin->layer];
		int last, count;

		if (r->from != p->pane->from ||
			(p->pane->to >= 0 && r->to != p->pane->to) ||
			!graph_painter_draws(p, i))
			continue;
		count = trace_route(p, r, &last);
		for (int k = 0; k < count; k++)
			trace_cell(p, p->steps[k].row, p->steps[k].column);
		for (int k = 0; k < chip->chip; k++)
			trace_cell(p, pin->row, chip->at + k);
	}
}

/* ---- what is outside ---- */

struct outside {
	int left, right, above, below;
};

static struct outside count_outside(const struct graph_painter *p)
{
	struct outside o = { 0, 0, 0, 0 };

	for (int n = 0; n < p->layout->node_count; n++) {
		const struct graph_pin *pin = &p->layout->pins[n];

		if (pin->layer < p->pane->layer)
			o.left++;
		else if (!layer_is_shown(p->layout, p->pane, pin->layer))
			o.right++;
		else if (pin->row < p->pane->row)
			o.above++;
		else if (pin->row >= p->pane->row + p->canvas.height)
			o.below++;
	}
	return o;
}

static void put_more(struct graph_painter *p, int column, const char *text)
{
	struct graph_cell *row = &p->cells[(p->pane->height - 1) * p->pane->width];

	for (; *text != '\0'; text++, column++)
		if (column >= 0 && column < p->pane->width)
			row[column] = (struct graph_cell){ (unsigned char)*text, GRAPH_OK,
				*text == ' ' ? GRAPH_BLANK : GRAPH_MORE, 0, 0 };
}

/* Adds a number of nodes, if there are any, in words or in a sign. */
static void add_more(
	char *out, size_t size, const char *before, int count, const char *after)
{
	size_t len = strlen(out);

	if (count > 0)
		snprintf(out + len, size - len, "%s%d%s", before, count, after);
}

/* The last row; if it is too short for words, in signs. */
static void paint_more(struct graph_painter *p)
{
	struct outside o = count_outside(p);
	char left[64] = "", right[32] = "";
	int width = p->pane->width;

	add_more(left, sizeof(left), "<", o.left, " more");
	add_more(left, sizeof(left), "  ", o.above, " above");
	add_more(left, sizeof(left), "  ", o.below, " below");
	add_more(right, sizeof(right), "", o.right, " more>");
	if ((int)(strlen(left) + strlen(right)) + 2 > width) {
		left[0] = right[0] = '\0';
		add_more(left, sizeof(left), "<", o.left, "");
		add_more(left, sizeof(left), " +", o.above + o.below, "");
		add_more(right, sizeof(right), "", o.right, ">");
	}
	put_more(p, 0, left);
	put_more(p, width - (int)strlen(right), right);
}

/* ---- all ---- */

/* No route has more. */
static int steps_max(const struct graph_layout *l)
{
	return graph_pins_columns(l) +
		l->layer_count * graph_hop_steps_max(graph_pins_rows(l), 0);
}

static int clamp(int value, int count)
{
	if (value >= count)
		value = count - 1;
	return value < 0 ? 0 : value;
}

void graph_paint(const struct graph_layout *layout, const struct graph *graph,
	const struct graph_pane *pane, struct graph_cell *cells)
{
	struct graph_pane shown = *pane;
	struct graph_painter p = { .layout = layout, .graph = graph, .pane = &shown };

	for (int i = 0; i < pane->width * pane->height; i++)
		cells[i] = (struct graph_cell){ ' ', GRAPH_IDLE, GRAPH_BLANK, 0, 0 };
	if (layout->node_count == 0)
		return;
	shown.layer = clamp(pane->layer, layout->layer_count);
	shown.row = clamp(pane->row, layout->rows);
	graph_canvas_init(&p.canvas, pane->width, drawn_rows(layout, pane));
	p.canvas.column = start_column(layout, &shown);
	p.canvas.row = shown.row;
	p.cells = cells;
	p.strokes = xcalloc((size_t)layout->route_count, sizeof(*p.strokes));
	p.steps = xcalloc((size_t)steps_max(layout), sizeof(*p.steps));
	read_strokes(&p);
	draw_routes(&p);
	paint_lines(&p);
	for (int n = 0; n < layout->node_count; n++)
		if (layer_is_shown(layout, &shown, layout->pins[n].layer))
			graph_chip_paint(&p, n);
	paint_letters(&p);
	if (pane->trace)
		trace_edges(&p);
	if (!fits(layout, pane))
		paint_more(&p);
	graph_canvas_fini(&p.canvas);
	free(p.strokes);
	free(p.steps);
}

void graph_paint_reveal(
	const struct graph_layout *layout, int node, struct graph_pane *pane)
{
	const struct graph_pin *pin = &layout->pins[node];
	int height = drawn_rows(layout, pane);

	if (pin->layer < pane->layer)
		pane->layer = pin->layer;
	while (!layer_is_shown(layout, pane, pin->layer))
		pane->layer++;
	if (pin->row < pane->row)
		pane->row = pin->row;
	if (pin->row >= pane->row + height)
		pane->row = pin->row - height + 1;
}
