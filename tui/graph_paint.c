/* SPDX-License-Identifier: MIT */
#include "tui/graph_paint.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tui/graph_canvas.h"
#include "tui/graph_pins.h"

enum { HEAD = 0x25ba, COUNT_TEXT = 48, STUB_NAME = 8, LETTERS = 2 };

/* A route as the graph has it now. */
struct stroke {
	bool present;
	enum graph_class class;
	char letter;
	int edge; /* the one the letter is of */
};

/* What stands beside a node's name for the edges that are not drawn. */
struct count_mark {
	char text[COUNT_TEXT];
	enum graph_class class;
};

struct painter {
	const struct graph_layout *layout;
	const struct graph *graph;
	const struct graph_pane *pane;
	struct graph_cell *cells;
	struct graph_canvas canvas;
	struct stroke *strokes; /* by route */
	struct graph_step *steps;
};

static struct graph_cell *cell_at(struct painter *p, int row, int column)
{
	row -= p->canvas.row;
	column -= p->canvas.column;
	if (row < 0 || row >= p->canvas.height || column < 0 || column >= p->canvas.width)
		return NULL;
	return &p->cells[row * p->canvas.width + column];
}

static int put_text(
	struct painter *p, int row, int column, const char *text, struct graph_cell like)
{
	for (; *text != '\0'; text++, column++) {
		struct graph_cell *cell = cell_at(p, row, column);

		if (cell == NULL)
			continue;
		*cell = like;
		cell->ch = (unsigned char)*text;
	}
	return column;
}

/* ---- window ---- */

static int start_column(const struct graph_layout *l, int layer)
{
	if (layer <= 0)
		return 0;
	return l->layers[layer].at - graph_pins_gap(l, layer - 1);
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
		(layer > pane->layer &&
			end <= start_column(l, pane->layer) + pane->width);
}

/* ---- lines ---- */

static void read_strokes(struct painter *p)
{
	for (int i = 0; i < p->graph->edge_count; i++) {
		const struct graph_edge *e = &p->graph->edges[i];
		int route = graph_pins_route(p->layout, e->from, e->to, i);
		struct stroke *s = &p->strokes[route];

		if (route < 0)
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

static bool is_drawn(const struct painter *p, int route)
{
	const struct stroke *s = &p->strokes[route];

	return p->layout->routes[route].fate == GRAPH_ROUTED && s->present &&
		(s->class != GRAPH_IDLE || p->pane->show_idle);
}

static void draw_run(
	struct painter *p, int row, int first, int end, const struct graph_pen *pen)
{
	for (int column = first; column < end; column++)
		graph_canvas_draw(&p->canvas, row, column, GRAPH_E | GRAPH_W, pen);
}

static void draw_route(
	struct painter *p, const struct graph_route *r, const struct graph_pen *pen)
{
	const struct graph_layout *l = p->layout;
	int layer = l->pins[r->from].layer;

	for (int k = 0; k < r->span; k++, layer++) {
		const struct graph_hop *hop = &l->hops[r->hop + k];
		int gap = graph_pins_gap(l, layer);
		int at = l->layers[layer + 1].at - gap;
		int count = graph_hop_trace(hop, gap, p->steps);

		for (int i = 0; i < count; i++)
			graph_canvas_draw(&p->canvas, p->steps[i].row,
				at + p->steps[i].column, p->steps[i].arms, pen);
		if (k + 1 < r->span)
			draw_run(p, hop->to, at + gap,
				at + gap + l->layers[layer + 1].chip, pen);
	}
}

static void draw_routes(struct painter *p)
{
	for (int i = 0; i < p->layout->route_count; i++) {
		const struct graph_route *r = &p->layout->routes[i];
		struct graph_pen pen = { r->from, r->to, p->strokes[i].class };

		if (r->fate == GRAPH_ROUTED)
			draw_route(p, r, is_drawn(p, i) ? &pen : NULL);
	}
}

static void paint_lines(struct painter *p)
{
	int n = p->canvas.width * p->canvas.height;

	for (int i = 0; i < n; i++)
		if (graph_canvas_arms(&p->canvas.dots[i]) != 0)
			p->cells[i] = graph_canvas_cell(&p->canvas.dots[i]);
	for (int i = 0; i < p->layout->route_count; i++) {
		const struct graph_route *r = &p->layout->routes[i];
		const struct graph_pin *to = &p->layout->pins[r->to];
		struct graph_cell *cell;

		if (!is_drawn(p, i))
			continue;
		cell = cell_at(p, to->row, p->layout->layers[to->layer].at - 1);
		if (cell == NULL)
			continue;
		cell->ch = HEAD;
		cell->kind = GRAPH_HEAD;
		cell->tag = (uint16_t)r->to;
	}
}

/* ---- letters ---- */

/* How well a letter stands in a cell; the least is the best, 0 not at all. */
static int letter_rank(const struct graph_dot *dot, int arms, bool last_hop)
{
	bool alone = dot->net >= 0 && dot->goal >= 0;
	bool across = arms == (GRAPH_E | GRAPH_W);

	if (dot->letter != 0 || graph_canvas_arms(dot) != arms)
		return 0;
	if (!across && arms != (GRAPH_N | GRAPH_S))
		return 0;
	if (alone && across)
		return last_hop ? 1 : 2;
	if (alone)
		return 3;
	return across ? 4 : 5;
}

/*
 * Finds the place along the route: on its last horizontal run with, if it can
 * be, a piece of line between it and the head; else further back.
 */
static struct graph_step place_for_letter(struct painter *p, const struct graph_route *r)
{
	const struct graph_layout *l = p->layout;
	struct graph_step best = { 0, 0, 0 };
	int best_rank = 0, better = 0;

	for (int k = r->span - 1; k >= 0; k--) {
		int layer = l->pins[r->from].layer + k, gap = graph_pins_gap(l, layer);
		int at = l->layers[layer + 1].at - gap;
		int count = graph_hop_trace(&l->hops[r->hop + k], gap, p->steps);

		for (int i = count - 1; i >= 0; i--) {
			struct graph_step s = p->steps[i];
			const struct graph_dot *dot =
				graph_canvas_at(&p->canvas, s.row, at + s.column);
			int rank =
				dot == NULL || (k + 1 == r->span && s.column == gap - 1)
				? 0
				: letter_rank(dot, s.arms, k + 1 == r->span);

			if (rank == 0 || (best_rank != 0 && rank > best_rank))
				continue;
			if (rank == best_rank && better++ > 0)
				continue;
			better = rank == best_rank ? 1 : 0;
			best_rank = rank;
			best = (struct graph_step){ s.row, (int16_t)(at + s.column),
				s.arms };
		}
	}
	return best;
}

static void paint_letters(struct painter *p)
{
	for (int i = 0; i < p->layout->route_count; i++) {
		const struct stroke *s = &p->strokes[i];
		struct graph_step place;

		if (!is_drawn(p, i) || s->letter == '\0')
			continue;
		place = place_for_letter(p, &p->layout->routes[i]);
		if (place.arms == 0)
			continue;
		graph_canvas_at(&p->canvas, place.row, place.column)->letter =
			(uint16_t)(s->edge + 1);
		*cell_at(p, place.row, place.column) =
			(struct graph_cell){ (unsigned char)s->letter, (uint8_t)s->class,
				GRAPH_LETTER, (uint16_t)s->edge };
	}
}

/* ---- nodes ---- */

static bool is_counted(const struct painter *p, int route, int node, enum graph_fate fate)
{
	const struct graph_route *r = &p->layout->routes[route];

	return r->from == node && r->fate == fate && p->strokes[route].present;
}

/* Adds `^n` or `>n` and the letters of those edges. */
static void add_count(
	struct painter *p, int node, enum graph_fate fate, struct count_mark *m)
{
	char letters[LETTERS + 1] = "";
	int count = 0, used = 0;
	size_t len = strlen(m->text);

	for (int i = 0; i < p->layout->route_count; i++) {
		const struct stroke *s = &p->strokes[i];

		if (!is_counted(p, i, node, fate))
			continue;
		count++;
		if (s->letter != '\0' && used < LETTERS)
			letters[used++] = s->letter;
		if (s->class > m->class)
			m->class = s->class;
	}
	letters[used] = '\0';
	if (count > 0)
		snprintf(m->text + len, sizeof(m->text) - len, "%c%d%s",
			fate == GRAPH_BACK ? '^' : '>', count, letters);
}

/* Is the row under the name free for the chip's whole width? */
static bool has_second_row(const struct painter *p, int node)
{
	const struct graph_pin *pin = &p->layout->pins[node];
	const struct graph_column *layer = &p->layout->layers[pin->layer];

	for (int n = 0; n < p->layout->node_count; n++)
		if (p->layout->pins[n].layer == pin->layer &&
			p->layout->pins[n].row == pin->row + 1)
			return false;
	for (int i = 0; i < layer->chip; i++) {
		const struct graph_dot *dot =
			graph_canvas_at(&p->canvas, pin->row + 1, layer->at + i);

		if (dot == NULL || dot->taken)
			return false;
	}
	return true;
}

static bool has_lines_out(const struct painter *p, int node)
{
	for (int i = 0; i < p->layout->route_count; i++)
		if (p->layout->routes[i].from == node &&
			p->layout->routes[i].fate == GRAPH_ROUTED)
			return true;
	return false;
}

/* Columns from `column` to the right that nothing uses, up to the next chips. */
static int free_columns(const struct painter *p, int row, int column, int layer)
{
	const struct graph_layout *l = p->layout;
	int end = layer + 1 < l->layer_count ? l->layers[layer + 1].at - 1
					     : p->canvas.column + p->canvas.width;
	int count = 0;

	for (; column + count < end; count++) {
		const struct graph_dot *dot =
			graph_canvas_at(&p->canvas, row, column + count);

		if (dot == NULL || dot->taken)
			break;
	}
	return count;
}

static void cut_name(char *out, size_t size, const char *name, int columns)
{
	int len = (int)strlen(name);

	if (len <= columns)
		snprintf(out, size, "%s", name);
	else if (columns > 0)
		snprintf(out, size, "%.*s~", columns - 1, name);
	else
		out[0] = '\0';
}

/* Writes `>name` for each stub of the node, if there is room for all; 0 if not. */
static int paint_stub_names(struct painter *p, int node, int row, int column)
{
	int room = free_columns(p, row, column, p->layout->pins[node].layer),
	    end = column;

	for (int pass = 0; pass < 2; pass++) {
		end = column;
		for (int i = 0; i < p->layout->route_count; i++) {
			const struct stroke *s = &p->strokes[i];
			struct graph_cell like = { 0, (uint8_t)s->class, GRAPH_COUNT,
				(uint16_t)node };
			char name[STUB_NAME + 2], text[STUB_NAME + 8];

			if (!is_counted(p, i, node, GRAPH_STUB))
				continue;
			cut_name(name, sizeof(name),
				p->graph->nodes[p->layout->routes[i].to].name, STUB_NAME);
			snprintf(text, sizeof(text), "%.1s>%s",
				s->letter != '\0' ? &s->letter : "", name);
			if (pass == 1)
				put_text(p, row, end, text, like);
			end += (int)strlen(text) + 1;
		}
		if (end == column || end - 1 - column > room)
			return 0;
	}
	return end - column;
}

/* Stubs by name where there is room: behind the name, or below it. */
static bool name_stubs(struct painter *p, int node, int text_end, bool second_row)
{
	const struct graph_pin *pin = &p->layout->pins[node];
	const struct graph_column *layer = &p->layout->layers[pin->layer];
	int below = p->layout->notes ? layer->at + layer->chip : layer->at + 1;

	if (!has_lines_out(p, node) &&
		paint_stub_names(p, node, pin->row, text_end + 1) > 0)
		return true;
	if (!second_row && below < layer->at + layer->chip)
		return false;
	return paint_stub_names(p, node, pin->row + 1, below) > 0;
}

static int visible_name(const struct graph_node *n, int chip, int suffix)
{
	int len = (int)strlen(n->name), room = chip - 1 - suffix;

	return len < room ? len : room;
}

static void paint_note(struct painter *p, int node, int width)
{
	const struct graph_pin *pin = &p->layout->pins[node];
	const struct graph_node *n = &p->graph->nodes[node];
	struct graph_cell like = { 0, (uint8_t)n->class, GRAPH_NOTE, (uint16_t)node };
	char text[GRAPH_NODES_MAX];

	cut_name(text, sizeof(text), n->note, width - 1);
	put_text(p, pin->row + 1, p->layout->layers[pin->layer].at + 1, text, like);
}

/* Where the counts go: behind the name, or if that is too long, behind the note. */
static void paint_counts(
	struct painter *p, int node, bool second_row, struct count_mark *m)
{
	const struct graph_pin *pin = &p->layout->pins[node];
	const struct graph_column *layer = &p->layout->layers[pin->layer];
	const struct graph_node *n = &p->graph->nodes[node];
	int len = (int)strlen(m->text), name = (int)strlen(n->name);
	int note = n->note != NULL ? (int)strlen(n->note) : 0;
	struct graph_cell like = { 0, (uint8_t)m->class, GRAPH_COUNT, (uint16_t)node };

	if (len > 0 && 1 + name + len > layer->chip && second_row &&
		1 + note + 1 + len <= layer->chip) {
		put_text(p, pin->row + 1, layer->at + layer->chip - len, m->text, like);
		m->text[0] = '\0';
	}
}

/* The line out of a chip begins behind the name, not at the end of the chip. */
static void lead_lines_out(struct painter *p, int node, int text_end)
{
	const struct graph_pin *pin = &p->layout->pins[node];
	const struct graph_column *layer = &p->layout->layers[pin->layer];

	for (int i = 0; i < p->layout->route_count; i++) {
		const struct graph_route *r = &p->layout->routes[i];
		struct graph_pen pen = { r->from, r->to, p->strokes[i].class };

		if (r->from == node && is_drawn(p, i))
			draw_run(
				p, pin->row, text_end + 1, layer->at + layer->chip, &pen);
	}
	for (int column = text_end + 1; column < layer->at + layer->chip; column++) {
		const struct graph_dot *dot =
			graph_canvas_at(&p->canvas, pin->row, column);

		if (dot != NULL && graph_canvas_arms(dot) != 0)
			*cell_at(p, pin->row, column) = graph_canvas_cell(dot);
	}
}

static void paint_node(struct painter *p, int node)
{
	const struct graph_pin *pin = &p->layout->pins[node];
	const struct graph_column *layer = &p->layout->layers[pin->layer];
	const struct graph_node *n = &p->graph->nodes[node];
	struct graph_cell like = { 0, (uint8_t)n->class, GRAPH_CHIP, (uint16_t)node };
	struct graph_cell counts = { 0, 0, GRAPH_COUNT, (uint16_t)node };
	bool second_row = has_second_row(p, node);
	struct count_mark m = { "", GRAPH_IDLE };
	char name[GRAPH_NODES_MAX], mark[2] = { n->mark, '\0' };
	int column = layer->at;

	add_count(p, node, GRAPH_BACK, &m);
	if (!name_stubs(p, node,
		    column + 1 + visible_name(n, layer->chip, (int)strlen(m.text)),
		    second_row))
		add_count(p, node, GRAPH_STUB, &m);
	if (n->note != NULL && second_row)
		paint_note(p, node, layer->chip);
	paint_counts(p, node, second_row, &m);
	cut_name(name, sizeof(name), n->name, layer->chip - 1 - (int)strlen(m.text));
	column = put_text(p, pin->row, column, mark, like);
	column = put_text(p, pin->row, column, name, like);
	counts.class = (uint8_t)m.class;
	column = put_text(p, pin->row, column, m.text, counts);
	lead_lines_out(p, node, column);
}

static void paint_nodes(struct painter *p)
{
	for (int n = 0; n < p->layout->node_count; n++)
		if (layer_is_shown(p->layout, p->pane, p->layout->pins[n].layer))
			paint_node(p, n);
}

/* ---- what is outside ---- */

struct outside {
	int left, right, above, below;
};

static struct outside count_outside(const struct painter *p)
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

static void paint_more(struct painter *p)
{
	struct outside o = count_outside(p);
	int width = p->pane->width, row = p->pane->height - 1, used = 0;
	char left[64], right[32];

	snprintf(left, sizeof(left), o.left > 0 ? "<%d more" : "", o.left);
	used = (int)strlen(left);
	if (o.above > 0)
		used += snprintf(
			left + used, sizeof(left) - (size_t)used, "  %d above", o.above);
	if (o.below > 0)
		snprintf(left + used, sizeof(left) - (size_t)used, "  %d below", o.below);
	snprintf(right, sizeof(right), o.right > 0 ? "%d more>" : "", o.right);
	for (int i = 0; i < width; i++) {
		int from_right = i - (width - (int)strlen(right));
		char ch = i < (int)strlen(left) ? left[i]
			: from_right >= 0       ? right[from_right]
						: ' ';

		p->cells[row * width + i] = (struct graph_cell){ (unsigned char)ch,
			GRAPH_OK, ch == ' ' ? GRAPH_BLANK : GRAPH_MORE, 0 };
	}
}

/* ---- all ---- */

static int widest_gap(const struct graph_layout *l)
{
	int widest = 0;

	for (int i = 0; i + 1 < l->layer_count; i++)
		if (graph_pins_gap(l, i) > widest)
			widest = graph_pins_gap(l, i);
	return widest;
}

void graph_paint(const struct graph_layout *layout, const struct graph *graph,
	const struct graph_pane *pane, struct graph_cell *cells)
{
	struct painter p = { layout, graph, pane, cells, { 0 }, NULL, NULL };
	int steps = graph_hop_steps_max(layout->rows, widest_gap(layout));

	for (int i = 0; i < pane->width * pane->height; i++)
		cells[i] = (struct graph_cell){ ' ', GRAPH_IDLE, GRAPH_BLANK, 0 };
	if (layout->node_count == 0)
		return;
	assert(pane->layer >= 0 && pane->layer < layout->layer_count && pane->row >= 0);
	graph_canvas_init(&p.canvas, pane->width, drawn_rows(layout, pane));
	p.canvas.column = start_column(layout, pane->layer);
	p.canvas.row = pane->row;
	p.strokes = xcalloc((size_t)layout->route_count, sizeof(*p.strokes));
	p.steps = xcalloc((size_t)steps, sizeof(*p.steps));
	read_strokes(&p);
	draw_routes(&p);
	paint_lines(&p);
	paint_letters(&p);
	paint_nodes(&p);
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
