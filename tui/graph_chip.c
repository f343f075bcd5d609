/* SPDX-License-Identifier: MIT */
#include "tui/graph_chip.h"

#include <stdio.h>
#include <string.h>

enum { CHIP_TEXT = 64, COUNT_TEXT = 48, STUB_NAME = 8, LETTERS = 2, NAME_LEAST = 2 };

/* One chip while it is painted. */
struct chip {
	struct graph_painter *p;
	const struct graph_node *look;
	int node, layer;
	int row, column, width;
	bool free_below;         /* nothing is on the second row, over the whole width */
	char counts[COUNT_TEXT]; /* of edges that are not drawn: `^1>2b` */
	enum graph_class counts_class;
};

/* ---- text ---- */

static void cut_text(char *out, size_t size, const char *text, int columns)
{
	int len = (int)strlen(text);

	if (columns > (int)size - 1)
		columns = (int)size - 1;
	if (len <= columns)
		snprintf(out, size, "%s", text);
	else if (columns > 0)
		snprintf(out, size, "%.*s~", columns - 1, text);
	else
		out[0] = '\0';
}

/* Would another name be cut to the same? */
static bool is_cut_alike(const struct chip *c, int columns)
{
	const struct graph *g = c->p->graph;

	for (int n = 0; n < g->node_count; n++)
		if (n != c->node && (int)strlen(g->nodes[n].name) > columns &&
			strncmp(g->nodes[n].name, c->look->name, (size_t)columns - 1) ==
				0)
			return true;
	return false;
}

/* At its end; but if that is what tells it from another, in the middle. */
static void cut_name(const struct chip *c, char *out, size_t size, int columns)
{
	const char *name = c->look->name;
	int len = (int)strlen(name), head = columns / 2;

	if (len <= columns || columns < 4 || !is_cut_alike(c, columns))
		cut_text(out, size, name, columns);
	else
		snprintf(out, size, "%.*s~%s", head, name,
			name + len - (columns - 1 - head));
}

/* Returns the column behind it. */
static int put_text(
	struct chip *c, int row, int column, const char *text, struct graph_cell like)
{
	like.tag = (uint16_t)c->node & 0x7fff;
	for (; *text != '\0'; text++, column++) {
		struct graph_dot *dot = graph_canvas_at(&c->p->canvas, row, column);
		struct graph_cell *cell = graph_painter_cell(c->p, row, column);

		if (dot == NULL)
			continue;
		dot->taken = true;
		*cell = like;
		cell->ch = (unsigned char)*text;
	}
	return column;
}

/* ---- what is told of other edges ---- */

static bool concerns(const struct chip *c, int route, enum graph_fate fate)
{
	const struct graph_route *r = &c->p->layout->routes[route];

	return r->from == c->node && r->fate == fate && c->p->strokes[route].present;
}

/* Do the counts go below: too long behind the name, and room behind the note? */
static bool counts_go_below(const struct chip *c)
{
	int counts = (int)strlen(c->counts), name = (int)strlen(c->look->name);
	int note = c->look->note != NULL ? (int)strlen(c->look->note) + 1 : 0;

	return c->free_below && 1 + name + counts > c->width &&
		1 + note + counts <= c->width;
}

struct count {
	int edges;
	char letters[LETTERS + 1];
};

static struct count count_edges(struct chip *c, enum graph_fate fate)
{
	struct count n = { 0, "" };
	int used = 0;

	for (int i = 0; i < c->p->layout->route_count; i++) {
		const struct graph_stroke *s = &c->p->strokes[i];

		if (!concerns(c, i, fate))
			continue;
		n.edges++;
		if (s->letter != '\0' && used < LETTERS)
			n.letters[used++] = s->letter;
		if (s->class > c->counts_class)
			c->counts_class = s->class;
	}
	return n;
}

static void add_count(struct chip *c, char sign, int edges, const char *letters)
{
	size_t len = strlen(c->counts);

	if (edges > 0)
		snprintf(c->counts + len, sizeof(c->counts) - len, "%c%d%s", sign, edges,
			letters);
}

/*
 * `^n` for back edges, and if `stubs` `>n` for them, with letters. If that
 * left too little of the name: without letters, or all in one number.
 */
static void tell_counts(struct chip *c, bool stubs)
{
	struct count back = count_edges(c, GRAPH_BACK), far = { 0, "" };
	int name = (int)strlen(c->look->name);

	name = name < NAME_LEAST ? name : NAME_LEAST;
	if (stubs)
		far = count_edges(c, GRAPH_STUB);
	for (int brief = 0; brief < 3; brief++) {
		c->counts[0] = '\0';
		if (brief < 2) {
			add_count(c, '^', back.edges, brief == 0 ? back.letters : "");
			add_count(c, '>', far.edges, brief == 0 ? far.letters : "");
		} else {
			add_count(c, '>', back.edges + far.edges, "");
		}
		if (counts_go_below(c) || 1 + name + (int)strlen(c->counts) <= c->width)
			return;
	}
}

/* Columns from `column` to the right that nothing uses, up to the next chips. */
static int free_columns(const struct chip *c, int row, int column)
{
	const struct graph_layout *l = c->p->layout;
	const struct graph_canvas *canvas = &c->p->canvas;
	int end = canvas->column + canvas->width, count = 0;

	if (c->layer + 1 < l->layer_count)
		end = l->layers[c->layer + 1].at - 1;
	for (; column + count < end; count++) {
		const struct graph_dot *dot =
			graph_canvas_at(canvas, row, column + count);

		if (dot == NULL || dot->taken)
			break;
	}
	return count;
}

/* `>name`, with the letter before it; returns the length. */
static int stub_text(const struct chip *c, int route, char *out, size_t size)
{
	const struct graph_route *r = &c->p->layout->routes[route];
	char letter = c->p->strokes[route].letter, name[STUB_NAME + 1];

	cut_text(name, sizeof(name), c->p->graph->nodes[r->to].name, STUB_NAME);
	return snprintf(out, size, "%.1s>%s", letter != '\0' ? &letter : "", name);
}

/* Names all stubs of the node from `column` on, if there is room for all. */
static bool put_stub_names(struct chip *c, int row, int column)
{
	int room = free_columns(c, row, column), used = 0;
	char text[STUB_NAME + 3];

	for (int i = 0; i < c->p->layout->route_count; i++)
		if (concerns(c, i, GRAPH_STUB))
			used += stub_text(c, i, text, sizeof(text)) + 1;
	if (used - 1 > room)
		return false;
	for (int i = 0; i < c->p->layout->route_count; i++) {
		struct graph_cell like = { .class = (uint8_t)c->p->strokes[i].class,
			.kind = GRAPH_COUNT };

		if (!concerns(c, i, GRAPH_STUB))
			continue;
		stub_text(c, i, text, sizeof(text));
		column = put_text(c, row, column, text, like) + 1;
	}
	return true;
}

static bool has_lines_out(const struct chip *c)
{
	const struct graph_layout *l = c->p->layout;

	for (int i = 0; i < l->route_count; i++)
		if (l->routes[i].from == c->node && l->routes[i].fate == GRAPH_ROUTED)
			return true;
	return false;
}

/* Behind the name, or below it: right of the place for a note if there are notes. */
static bool name_stubs(struct chip *c, int behind)
{
	bool notes = c->p->layout->notes;
	int below = c->column + (notes ? c->width : 1);

	if (!has_lines_out(c) && put_stub_names(c, c->row, behind))
		return true;
	if (!c->free_below || !put_stub_names(c, c->row + 1, below))
		return false;
	c->free_below = notes;
	return true;
}

/* ---- the chip ---- */

static bool is_free_below(const struct chip *c)
{
	const struct graph_layout *l = c->p->layout;

	for (int n = 0; n < l->node_count; n++)
		if (l->pins[n].layer == c->layer && l->pins[n].row == c->row + 1)
			return false;
	for (int i = 0; i < c->width; i++) {
		const struct graph_dot *dot =
			graph_canvas_at(&c->p->canvas, c->row + 1, c->column + i);

		if (dot == NULL || dot->taken)
			return false;
	}
	return true;
}

/* Where the name and what stands behind it ends. */
static int text_end(const struct chip *c)
{
	int end = 1 + (int)strlen(c->look->name);

	if (!counts_go_below(c))
		end += (int)strlen(c->counts);
	return c->column + (end < c->width ? end : c->width);
}

/* The line out of a chip begins behind the name, not at the end of the chip. */
static void lead_lines_out(struct chip *c, int from)
{
	struct graph_painter *p = c->p;
	int end = c->column + c->width;

	for (int i = 0; i < p->layout->route_count; i++) {
		const struct graph_route *r = &p->layout->routes[i];
		struct graph_pen pen = { r->from, r->to, p->strokes[i].class };

		for (int column = from; r->from == c->node && column < end; column++)
			if (graph_painter_draws(p, i))
				graph_canvas_draw(&p->canvas, c->row, column,
					GRAPH_E | GRAPH_W, &pen);
	}
	for (int column = from; column < end; column++) {
		const struct graph_dot *dot = graph_canvas_at(&p->canvas, c->row, column);

		if (dot != NULL && graph_canvas_arms(dot) != 0)
			*graph_painter_cell(p, c->row, column) = graph_canvas_cell(dot);
	}
}

static void put_note(struct chip *c)
{
	struct graph_cell like = { .class = (uint8_t)c->look->class, .kind = GRAPH_NOTE };
	char text[CHIP_TEXT];

	if (c->look->note == NULL || !c->free_below)
		return;
	cut_text(text, sizeof(text), c->look->note, c->width - 1);
	put_text(c, c->row + 1, c->column + 1, text, like);
}

/* Mark, name and counts. */
static void put_name(struct chip *c)
{
	struct graph_cell like = { .class = (uint8_t)c->look->class, .kind = GRAPH_CHIP };
	struct graph_cell counts = { .class = (uint8_t)c->counts_class,
		.kind = GRAPH_COUNT };
	char mark[2] = { c->look->mark != '\0' ? c->look->mark : ' ', '\0' };
	char text[CHIP_TEXT];
	int length = (int)strlen(c->counts), column = c->column;
	bool below = counts_go_below(c);

	cut_name(c, text, sizeof(text), c->width - 1 - (below ? 0 : length));
	column = put_text(c, c->row, column, mark, like);
	column = put_text(c, c->row, column, text, like);
	if (below)
		put_text(c, c->row + 1, c->column + c->width - length, c->counts, counts);
	else
		put_text(c, c->row, column, c->counts, counts);
}

void graph_chip_paint(struct graph_painter *p, int node)
{
	const struct graph_pin *pin = &p->layout->pins[node];
	struct chip c = { .p = p, .look = &p->graph->nodes[node], .node = node };
	const struct graph_column *layer = &p->layout->layers[pin->layer];

	c.layer = pin->layer;
	c.row = pin->row;
	c.column = layer->at;
	c.width = layer->chip;
	c.free_below = is_free_below(&c);
	tell_counts(&c, false);
	/* the names may have taken the row below */
	tell_counts(&c, !name_stubs(&c, text_end(&c) + 1));
	put_note(&c);
	put_name(&c);
	lead_lines_out(&c, text_end(&c) + 1);
}
