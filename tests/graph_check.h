/* SPDX-License-Identifier: MIT */
/*
 * What every painted graph must keep to, read from its cells: characters, and
 * whose line a cell is. The layout is asked only where the nodes are and what
 * became of the edges. Included by the tests of tui/graph_layout.h.
 */
#ifndef TESTS_GRAPH_CHECK_H
#define TESTS_GRAPH_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "tui/glyph.h"
#include "tui/graph_layout.h"
#include "tui/graph_paint.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

enum { N = 1, E = 2, S = 4, W = 8 };

/* A painted drawing, and where in it one is. */
struct picture {
	const struct graph_layout *layout;
	const struct graph *graph;
	struct graph_pane pane;
	struct graph_cell *cells;
	const char *what; /* printed when a check fails */
	uint32_t seed;
};

/* ---- pictures ---- */

static inline void picture_dump(const struct picture *p, struct buf *out)
{
	for (int row = 0; row < p->pane.height; row++) {
		size_t start = out->len;

		for (int column = 0; column < p->pane.width; column++) {
			char utf8[4];

			buf_add(out, utf8,
				utf8_encode(
					p->cells[row * p->pane.width + column].ch, utf8));
		}
		while (out->len > start && out->data[out->len - 1] == ' ')
			out->len--;
		buf_char(out, '\n');
	}
}

static inline void picture_fail(const struct picture *p, const char *why, int a, int b)
{
	struct buf text = { 0 };

	picture_dump(p, &text);
	fprintf(stderr, "%s, seed %u: %s (%d, %d)\n%s", p->what, (unsigned)p->seed, why,
		a, b, text.data);
	buf_fini(&text);
	fail();
}

static inline const struct graph_cell *cell_at(
	const struct picture *p, int row, int column)
{
	static const struct graph_cell outside = { ' ', 0, GRAPH_BLANK, 0, 0 };

	if (row < 0 || row >= p->pane.height || column < 0 || column >= p->pane.width)
		return &outside;
	return &p->cells[row * p->pane.width + column];
}

/* Paints all of the drawing, however large. */
static inline void picture_paint(struct picture *p)
{
	struct graph_counts c = graph_layout_counts(p->layout);
	size_t cells;

	p->pane.width = c.columns > p->pane.width ? c.columns : p->pane.width;
	p->pane.height = c.rows > p->pane.height ? c.rows : p->pane.height;
	cells = (size_t)p->pane.width * (size_t)p->pane.height;
	free(p->cells);
	p->cells = xcalloc(cells, sizeof(*p->cells));
	memset(p->cells, 0xff, cells * sizeof(*p->cells));
	graph_paint(p->layout, p->graph, &p->pane, p->cells);
}

static inline int arms_of(uint32_t ch)
{
	static const struct {
		uint32_t ch;
		int arms;
	} lines[] = {
		{ 0x2500, E | W },
		{ 0x2501, E | W },
		{ 0x2504, E | W },
		{ 0x2502, N | S },
		{ 0x2503, N | S },
		{ 0x2506, N | S },
		{ 0x256d, S | E },
		{ 0x250f, S | E },
		{ 0x256e, S | W },
		{ 0x2513, S | W },
		{ 0x2570, N | E },
		{ 0x2517, N | E },
		{ 0x256f, N | W },
		{ 0x251b, N | W },
		{ 0x251c, N | S | E },
		{ 0x2523, N | S | E },
		{ 0x2524, N | S | W },
		{ 0x252b, N | S | W },
		{ 0x252c, S | E | W },
		{ 0x2533, S | E | W },
		{ 0x2534, N | E | W },
		{ 0x253b, N | E | W },
		{ 0x253c, N | E | S | W },
		{ 0x254b, N | E | S | W },
	};

	for (size_t i = 0; i < LEN(lines); i++)
		if (lines[i].ch == ch)
			return lines[i].arms;
	return 0;
}

/* Those that a graph is painted with. */
static const uint32_t all_lines[] = { 0x2500, 0x2501, 0x2504, 0x2502, 0x2503, 0x2506,
	0x256d, 0x250f, 0x256e, 0x2513, 0x2570, 0x2517, 0x256f, 0x251b, 0x251c, 0x2523,
	0x2524, 0x252b, 0x252c, 0x2533, 0x2534, 0x253b, 0x253c, 0x254b };

/* ---- walking ---- */

struct walk {
	const struct picture *p;
	int source;
	bool *seen;    /* [cell * 4 + way] */
	bool *reached; /* by node */
};

static inline void step_to(struct walk *w, int row, int column, int way);

static inline void leave_by(struct walk *w, int row, int column, int way)
{
	if (way == N)
		step_to(w, row - 1, column, N);
	else if (way == S)
		step_to(w, row + 1, column, S);
	else if (way == E)
		step_to(w, row, column + 1, E);
}

static inline int opposite(int way)
{
	return way == N ? S : way == S ? N : way == E ? W : E;
}

/* Follows lines of the source, and shared last runs; never goes left. */
static inline void step_to(struct walk *w, int row, int column, int way)
{
	const struct graph_cell *cell = cell_at(w->p, row, column);
	int arms = arms_of(cell->ch);
	bool *seen = &w->seen[(row * w->p->pane.width + column) * 4 +
		(way == N                  ? 0
				: way == E ? 1
					   : 2)];

	if (cell->kind == GRAPH_BLANK || cell->kind > GRAPH_LETTER || *seen)
		return;
	*seen = true;
	if (cell->kind == GRAPH_CROSS || cell->kind == GRAPH_LETTER) {
		leave_by(w, row, column, way);
		return;
	}
	if (cell->kind == GRAPH_HEAD && way == E)
		w->reached[cell->tag] = true;
	if (cell->kind == GRAPH_LINE && cell->tag != w->source)
		return;
	if (cell->kind != GRAPH_LINE && cell->kind != GRAPH_JOIN)
		return;
	if (!(arms & opposite(way)))
		return;
	for (int next = N; next <= S; next <<= 1)
		if ((arms & next) && next != opposite(way))
			leave_by(w, row, column, next);
}

static inline bool is_drawn(const struct picture *p, const struct graph_edge *e)
{
	return graph_layout_fate(p->layout, e->from, e->to) == GRAPH_ROUTED &&
		(e->class != GRAPH_IDLE || p->pane.show_idle);
}

/* From each node exactly the targets of its drawn edges can be walked to. */
static inline void check_walks(const struct picture *p)
{
	size_t nodes = (size_t)p->graph->node_count;
	size_t cells = (size_t)p->pane.width * (size_t)p->pane.height;
	struct walk w = { .p = p };

	w.seen = xcalloc(4 * cells, sizeof(*w.seen));
	w.reached = xcalloc(nodes, sizeof(*w.reached));
	for (w.source = 0; w.source < p->graph->node_count; w.source++) {
		struct graph_place at = graph_layout_place(p->layout, w.source);
		bool *wanted = xcalloc(nodes, sizeof(*wanted));

		memset(w.seen, 0, 4 * cells);
		memset(w.reached, 0, nodes);
		step_to(&w, at.row, at.column + at.width, E);
		for (int i = 0; i < p->graph->edge_count; i++)
			if (p->graph->edges[i].from == w.source &&
				is_drawn(p, &p->graph->edges[i]))
				wanted[p->graph->edges[i].to] = true;
		for (int n = 0; n < p->graph->node_count; n++)
			if (w.reached[n] != wanted[n])
				picture_fail(p,
					wanted[n] ? "no way" : "a way that is none",
					w.source, n);
		free(wanted);
	}
	free(w.seen);
	free(w.reached);
}

/* ---- cells ---- */

static inline bool is_line(const struct graph_cell *c)
{
	return c->kind == GRAPH_LINE || c->kind == GRAPH_JOIN || c->kind == GRAPH_CROSS ||
		c->kind == GRAPH_LETTER || c->kind == GRAPH_HEAD;
}

static inline bool is_edge(const struct picture *p, int from, int to)
{
	for (int i = 0; i < p->graph->edge_count; i++)
		if (p->graph->edges[i].from == from && p->graph->edges[i].to == to)
			return true;
	return false;
}

/* May a line go from cell `a` on to `b`, by whose they are? */
static inline bool may_join(
	const struct picture *p, const struct graph_cell *a, const struct graph_cell *b)
{
	if (a->kind == GRAPH_LINE && b->kind == GRAPH_LINE)
		return a->tag == b->tag;
	if (a->kind == GRAPH_LINE && (b->kind == GRAPH_JOIN || b->kind == GRAPH_HEAD))
		return is_edge(p, a->tag, b->tag);
	if (a->kind == GRAPH_JOIN && b->kind == GRAPH_LINE)
		return is_edge(p, b->tag, a->tag);
	if (a->kind == GRAPH_JOIN && (b->kind == GRAPH_JOIN || b->kind == GRAPH_HEAD))
		return a->tag == b->tag;
	return true;
}

static inline int arms_with_letters(const struct picture *p, int row, int column)
{
	const struct graph_cell *c = cell_at(p, row, column);

	if (c->kind == GRAPH_CROSS)
		return N | E | S | W;
	if (c->kind == GRAPH_HEAD)
		return W | E;
	if (c->kind == GRAPH_LETTER)
		return (arms_of(cell_at(p, row, column - 1)->ch) & E) ||
				cell_at(p, row, column - 1)->kind == GRAPH_CROSS
			? E | W
			: N | S;
	return is_line(c) ? arms_of(c->ch) : 0;
}

/* Every arm meets an arm of the same line; four arms are a crossing and only that. */
static inline void check_cell(const struct picture *p, int row, int column)
{
	const struct graph_cell *c = cell_at(p, row, column);
	const struct graph_cell *right = cell_at(p, row, column + 1);
	const struct graph_cell *below = cell_at(p, row + 1, column);
	int arms = arms_of(c->ch);

	if (!is_line(c)) {
		if (arms != 0 || c->ch < ' ' || c->ch > '~')
			picture_fail(p, "a character out of place", row, column);
		return;
	}
	if (c->kind == GRAPH_LETTER || c->kind == GRAPH_HEAD)
		return;
	if (arms == 0 || (arms == (N | E | S | W) && c->kind != GRAPH_CROSS))
		picture_fail(p, "four arms and no crossing", row, column);
	arms = arms_with_letters(p, row, column);
	if ((arms & E) && right->kind != GRAPH_CHIP &&
		(!(arms_with_letters(p, row, column + 1) & W) || !may_join(p, c, right)))
		picture_fail(p, "an arm to the right meets nothing", row, column);
	if ((arms & S) &&
		(!(arms_with_letters(p, row + 1, column) & N) || !may_join(p, c, below)))
		picture_fail(p, "an arm down meets nothing", row, column);
	if ((arms & N) && !(arms_with_letters(p, row - 1, column) & S))
		picture_fail(p, "an arm up meets nothing", row, column);
}

static inline void check_cells(const struct picture *p)
{
	for (int row = 0; row < p->pane.height; row++)
		for (int column = 0; column < p->pane.width; column++)
			check_cell(p, row, column);
}

/* ---- nodes ---- */

/* As it is, or with a '~' for what is left out. */
static inline bool is_name(const char *name, const char *shown)
{
	const char *cut = strchr(shown, '~');
	size_t head = cut != NULL ? (size_t)(cut - shown) : strlen(name);
	size_t tail = cut != NULL ? strlen(cut + 1) : 0;

	if (cut == NULL)
		return strcmp(name, shown) == 0;
	return head + tail < strlen(name) && strncmp(name, shown, head) == 0 &&
		strcmp(name + strlen(name) - tail, cut + 1) == 0;
}

/* The text of a node's cells of one kind on one row, read from the left. */
static inline void read_text(
	const struct picture *p, int node, int row, enum graph_kind kind, char *out)
{
	int used = 0;

	for (int column = 0; column < p->pane.width; column++) {
		const struct graph_cell *c = cell_at(p, row, column);

		if (c->kind == kind && c->tag == node && used < 250)
			out[used++] = (char)c->ch;
	}
	out[used] = '\0';
}

static inline void check_node(const struct picture *p, int node)
{
	struct graph_place at = graph_layout_place(p->layout, node);
	char text[256];

	read_text(p, node, at.row, GRAPH_CHIP, text);
	if (text[0] != p->graph->nodes[node].mark ||
		!is_name(p->graph->nodes[node].name, text + 1))
		picture_fail(p, "a name is wrong", node, 0);
	if ((int)strlen(text) > at.width ||
		(strlen(text) < 3 && strlen(p->graph->nodes[node].name) > 1))
		picture_fail(p, "a name is too long or too short", node, 0);
	if (cell_at(p, at.row, at.column)->kind != GRAPH_CHIP ||
		cell_at(p, at.row, at.column)->tag != node)
		picture_fail(p, "a node is not where it is said to be", node, 0);
	for (int row = 0; row < p->pane.height; row++) {
		read_text(p, node, row, GRAPH_CHIP, text);
		if (row != at.row && text[0] != '\0')
			picture_fail(p, "a node is drawn twice", node, row);
	}
}

static inline void check_nodes(const struct picture *p)
{
	for (int n = 0; n < p->graph->node_count; n++)
		check_node(p, n);
}

/* ---- counts ---- */

struct tally {
	int back, stubs;
};

/* Reads `^2`, `>1a`, `>name a>other` as the drawing has them. */
static inline struct tally read_counts(const struct picture *p, int node)
{
	struct graph_place at = graph_layout_place(p->layout, node);
	struct tally t = { 0, 0 };

	for (int row = at.row; row <= at.row + 1; row++) {
		char text[256];

		read_text(p, node, row, GRAPH_COUNT, text);
		for (const char *c = text; *c != '\0'; c++) {
			if (*c == '^')
				t.back += atoi(c + 1);
			else if (*c == '>')
				t.stubs += c[1] >= '0' && c[1] <= '9' ? atoi(c + 1) : 1;
		}
	}
	return t;
}

/* What is told below a name does not stand beside the name of another. */
static inline void check_counts_row(const struct picture *p, int node)
{
	struct graph_place at = graph_layout_place(p->layout, node);
	char text[256];

	read_text(p, node, at.row + 1, GRAPH_COUNT, text);
	for (int n = 0; n < p->graph->node_count && text[0] != '\0'; n++) {
		struct graph_place other = graph_layout_place(p->layout, n);

		if (other.layer == at.layer && other.row == at.row + 1)
			picture_fail(p, "it looks as if told of another", node, n);
	}
}

/* Every edge is drawn, or counted at its source; doubles count once. */
static inline void check_counts(const struct picture *p)
{
	int *back = xcalloc((size_t)p->graph->node_count, sizeof(*back));
	int *stubs = xcalloc((size_t)p->graph->node_count, sizeof(*stubs));
	struct graph_counts c = graph_layout_counts(p->layout);

	for (int i = 0; i < p->graph->edge_count; i++) {
		const struct graph_edge *e = &p->graph->edges[i];
		enum graph_fate fate = graph_layout_fate(p->layout, e->from, e->to);
		bool doubled = false;

		for (int k = 0; k < i && !doubled; k++)
			doubled = p->graph->edges[k].from == e->from &&
				p->graph->edges[k].to == e->to;
		if (doubled)
			continue;
		back[e->from] += fate == GRAPH_BACK;
		stubs[e->from] += fate == GRAPH_STUB;
		c.routed -= fate == GRAPH_ROUTED;
		c.back -= fate == GRAPH_BACK;
		c.stubs -= fate == GRAPH_STUB;
	}
	if (c.routed != 0 || c.back != 0 || c.stubs != 0)
		picture_fail(p, "an edge is lost", c.routed, c.stubs);
	for (int n = 0; n < p->graph->node_count; n++) {
		struct tally t = read_counts(p, n);

		check_counts_row(p, n);
		if (t.back + t.stubs != back[n] + stubs[n])
			picture_fail(p, "an edge is not told", n, back[n] + stubs[n]);
		if (t.back != 0 && t.back != back[n])
			picture_fail(p, "back edges are not told", n, back[n]);
	}
	free(back);
	free(stubs);
}

/* Letters stand once each, on the lines of their edges. */
static inline void check_letters(const struct picture *p)
{
	int *seen = xcalloc((size_t)p->graph->edge_count + 1, sizeof(*seen));
	int cells = p->pane.width * p->pane.height;

	for (int i = 0; i < cells; i++) {
		const struct graph_cell *c = &p->cells[i];
		const struct graph_edge *e = &p->graph->edges[c->tag];

		if (c->kind != GRAPH_LETTER)
			continue;
		if (c->ch != (unsigned char)e->letter || seen[c->tag]++ ||
			!is_drawn(p, e))
			picture_fail(p, "a letter is wrong", c->tag, i);
	}
	free(seen);
}

/* ---- other characters ---- */

/* Or one turns; else it runs straight on, and another may cross it. */
static inline bool lines_meet(int arms)
{
	return arms != (E | W) && arms != (N | S) && arms != (N | E | S | W);
}

/*
 * On a terminal that has fewer: what runs on, what meets and what crosses are still
 * different characters, a line that is refused is unlike one that is taken or low, and
 * none is the character of a letter or a name.
 */
static inline void check_glyphs(const struct picture *p, enum glyphs to)
{
	for (int i = 0; i < p->pane.width * p->pane.height; i++) {
		const struct graph_cell *c = &p->cells[i];
		uint32_t ch = glyph_map(to, c->ch);
		int arms = arms_of(c->ch);

		if (!is_line(c)) {
			if (ch != c->ch)
				picture_fail(p, "a text is changed", i, 0);
			continue;
		}
		if (c->kind == GRAPH_LETTER)
			continue;
		if (c->kind == GRAPH_HEAD ? ch != '>' : (ch >= 'a' && ch <= 'z'))
			picture_fail(p, "a line like a letter", i, (int)ch);
		if (c->kind == GRAPH_HEAD)
			continue;
		for (size_t k = 0; k < LEN(all_lines); k++) {
			int other = arms_of(all_lines[k]);

			if (glyph_map(to, all_lines[k]) != ch)
				continue;
			if (lines_meet(arms) != lines_meet(other))
				picture_fail(p, "a crossing like a join", i, (int)ch);
			if ((arms == (E | W)) != (other == (E | W)))
				picture_fail(p, "across like along", i, (int)ch);
			if ((arms == (E | W) || arms == (N | S)) && other == arms &&
				all_lines[k] != c->ch)
				picture_fail(p, "two classes alike", i, (int)ch);
		}
	}
}

static inline void check_all(const struct picture *p)
{
	check_nodes(p);
	check_cells(p);
	check_walks(p);
	check_counts(p);
	check_letters(p);
}

#endif
