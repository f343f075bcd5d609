/* SPDX-License-Identifier: MIT */
/*
 * Reads a painted graph as a person does: from the characters alone, whatever set of
 * them the terminal has. A line goes right, up or down and never left; where two cross
 * each goes straight on; where three arms meet it may go on by each; what turns, turns.
 * Of text it knows that it is text, and of the layout only where the chips are.
 *
 * A character of which one cannot say which arms it has ('+' in ASCII) has those that
 * fit its neighbours. Where several would, the reader takes all of them: what may be
 * misread is.
 */
#ifndef TESTS_GRAPH_READER_H
#define TESTS_GRAPH_READER_H

#include "tests/graph_check.h"

/* Sets of shapes, a shape being a set of arms: bit n is the shape with the arms n. */
#define SHAPE(arms) ((uint16_t)(1u << (arms)))
enum {
	READ_ACROSS = 1 << (E | W),
	READ_ALONG = 1 << (N | S),
	READ_CROSS = 1 << (N | E | S | W),
	READ_JOIN =
		1 << (N | E | S) | 1 << (N | S | W) | 1 << (E | S | W) | 1 << (N | E | W),
};

struct reader {
	const struct picture *p;
	enum glyphs glyphs;
	int width, height;
	uint16_t *shapes; /* by cell; 0: not of a line */
	bool *seen;       /* [cell * 3 + way]: N, E, S */
	bool *reached;    /* [source * nodes + target] */
};

/* What a terminal shows for a cell, and which shapes that can be. */
static inline uint16_t reader_shapes(const struct reader *r, const struct graph_cell *c)
{
	static const struct {
		char ch;
		uint16_t shapes;
	} ascii[] = {
		{ '-', READ_ACROSS },
		{ '.', READ_ACROSS },
		{ '=', READ_ACROSS | READ_CROSS }, /* hides what it crosses */
		{ '|', READ_ALONG },
		{ ')', READ_CROSS },
		{ ':', READ_ALONG },
		{ '#', READ_ALONG | READ_CROSS },
		{ '/', 1 << (S | E) | 1 << (N | W) },
		{ '\\', 1 << (S | W) | 1 << (N | E) },
		{ '+', READ_JOIN },
		{ '*', READ_JOIN },
		{ '>', 1 << W },
	};
	uint32_t ch = glyph_map(r->glyphs, c->ch);

	if (!is_line(c))
		return 0;
	if (ch >= 'a' && ch <= 'z')
		return READ_ACROSS | READ_ALONG;
	for (size_t i = 0; i < LEN(ascii); i++)
		if (ch == (unsigned char)ascii[i].ch)
			return ascii[i].shapes;
	if (ch == 0x25ba)
		return SHAPE(W);
	if (ch == 0x2501)
		return READ_ACROSS | READ_CROSS;
	if (ch == 0x2503)
		return READ_ALONG | READ_CROSS;
	/* the square turns of ACS */
	ch = ch == 0x250c      ? 0x256d
		: ch == 0x2510 ? 0x256e
		: ch == 0x2518 ? 0x256f
		: ch == 0x2514 ? 0x2570
			       : ch;
	if (arms_of(ch) == 0)
		picture_fail(r->p, "a character nobody can read", (int)ch, 0);
	return SHAPE(arms_of(ch));
}

static inline uint16_t *reader_at(struct reader *r, int row, int column)
{
	if (row < 0 || row >= r->height || column < 0 || column >= r->width)
		return NULL;
	return &r->shapes[row * r->width + column];
}

/* Can it be that some shape of the set has the arm; that some has it not? */
static inline bool may_have(uint16_t shapes, int arm, bool has)
{
	for (int s = 0; s < 16; s++)
		if ((shapes & SHAPE(s)) && ((s & arm) != 0) == has)
			return true;
	return false;
}

static inline bool is_text(const struct picture *p, int row, int column)
{
	int kind = cell_at(p, row, column)->kind;

	return kind == GRAPH_CHIP || kind == GRAPH_COUNT;
}

/* Only what fits the neighbour on that side stays. */
static inline bool reader_narrow(struct reader *r, int row, int column, int arm)
{
	int r2 = row + (arm == S) - (arm == N), c2 = column + (arm == E) - (arm == W);
	uint16_t *cell = reader_at(r, row, column), *near = reader_at(r, r2, c2);
	uint16_t before = *cell;
	bool name = is_text(r->p, r2, c2) ||
		(cell_at(r->p, r2, c2)->kind == GRAPH_BLANK && is_text(r->p, r2, c2 - 1));

	for (int s = 0; s < 16; s++) {
		bool has = (s & arm) != 0, fits;

		if (near == NULL || *near == 0)
			fits = !has || (arm == W && name);
		else
			fits = may_have(*near, opposite(arm), has);
		if (!fits)
			*cell &= (uint16_t)~SHAPE(s);
	}
	return *cell != before;
}

/* Looks at every character again until nothing more is to be learnt. */
static inline void reader_look(struct reader *r)
{
	bool changed = true;

	for (int i = 0; i < r->width * r->height; i++)
		r->shapes[i] = reader_shapes(r, &r->p->cells[i]);
	while (changed) {
		changed = false;
		for (int i = 0; i < r->width * r->height; i++)
			for (int arm = N; arm <= W && r->shapes[i] != 0; arm <<= 1)
				changed |=
					reader_narrow(r, i / r->width, i % r->width, arm);
	}
}

static inline void reader_head(struct reader *r, int source, int row, int column)
{
	for (int n = 0; n < r->p->graph->node_count; n++) {
		struct graph_place at = graph_layout_place(r->p->layout, n);

		if (at.row == row && at.column == column + 1)
			r->reached[source * r->p->graph->node_count + n] = true;
	}
}

static inline void reader_walk(struct reader *r, int source, int row, int column, int way)
{
	uint16_t *cell = reader_at(r, row, column);
	bool *seen;
	int next = 0;

	if (cell == NULL || !may_have(*cell, opposite(way), true))
		return;
	seen = &r->seen[(row * r->width + column) * 3 +
		(way == N                  ? 0
				: way == E ? 1
					   : 2)];
	if (*seen)
		return;
	*seen = true;
	if (cell_at(r->p, row, column)->kind == GRAPH_HEAD && way == E)
		reader_head(r, source, row, column);
	for (int s = 0; s < 16; s++)
		if ((*cell & SHAPE(s)) && (s & opposite(way)))
			next |= s == (N | E | S | W) ? way : s;
	next &= ~opposite(way);
	if (next & E)
		reader_walk(r, source, row, column + 1, E);
	if (next & N)
		reader_walk(r, source, row - 1, column, N);
	if (next & S)
		reader_walk(r, source, row + 1, column, S);
}

/* From the end of the name to the first piece of line, if that comes out of the chip. */
static inline void reader_start(struct reader *r, int source)
{
	struct graph_place at = graph_layout_place(r->p->layout, source);
	int column = at.column;

	memset(r->seen, 0, 3 * (size_t)(r->width * r->height) * sizeof(*r->seen));
	while (column < at.column + at.width && *reader_at(r, at.row, column) == 0)
		column++;
	if (column < r->width)
		reader_walk(r, source, at.row, column, E);
}

/* All pairs that are read; the caller frees them. */
static inline bool *reader_read(const struct picture *p, enum glyphs glyphs)
{
	struct reader r = { .p = p, .glyphs = glyphs };
	size_t cells = (size_t)p->pane.width * (size_t)p->pane.height;
	size_t nodes = (size_t)p->graph->node_count;

	r.width = p->pane.width;
	r.height = p->pane.height;
	r.shapes = xcalloc(cells, sizeof(*r.shapes));
	r.seen = xcalloc(3 * cells, sizeof(*r.seen));
	r.reached = xcalloc(nodes * nodes, sizeof(*r.reached));
	reader_look(&r);
	for (int n = 0; n < p->graph->node_count; n++)
		reader_start(&r, n);
	free(r.shapes);
	free(r.seen);
	return r.reached;
}

struct misread {
	int more, less; /* pairs that are read and are none; edges that are not */
	int from, to;   /* the first */
};

/* What is read beside what is drawn. */
static inline struct misread reader_compare(const struct picture *p, enum glyphs glyphs)
{
	bool *reached = reader_read(p, glyphs);
	int nodes = p->graph->node_count;
	bool *drawn = xcalloc((size_t)(nodes * nodes), sizeof(*drawn));
	struct misread m = { 0, 0, -1, -1 };

	for (int i = 0; i < p->graph->edge_count; i++)
		if (is_drawn(p, &p->graph->edges[i]))
			drawn[p->graph->edges[i].from * nodes + p->graph->edges[i].to] =
				true;
	for (int i = 0; i < nodes * nodes; i++) {
		if (reached[i] == drawn[i])
			continue;
		m.more += reached[i];
		m.less += drawn[i];
		if (m.from < 0) {
			m.from = i / nodes;
			m.to = i % nodes;
		}
	}
	free(reached);
	free(drawn);
	return m;
}

#endif
