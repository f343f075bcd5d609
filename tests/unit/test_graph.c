/* SPDX-License-Identifier: MIT */
/*
 * Graph drawings, by what they promise: the checks read the painted cells
 * (characters, and whose line a cell is) and ask the layout only where the
 * nodes are and what became of the edges.
 */
#include "tui/graph_layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "tests/graph_random.h"
#include "tui/graph_paint.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

enum { RANDOM_GRAPHS = 2500, WILD_GRAPHS = 800, PINNED_GRAPHS = 800 };
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

static void picture_dump(const struct picture *p, struct buf *out)
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

static void picture_fail(const struct picture *p, const char *why, int a, int b)
{
	struct buf text = { 0 };

	picture_dump(p, &text);
	fprintf(stderr, "%s, seed %u: %s (%d, %d)\n%s", p->what, (unsigned)p->seed, why,
		a, b, text.data);
	buf_fini(&text);
	fail();
}

static const struct graph_cell *cell_at(const struct picture *p, int row, int column)
{
	static const struct graph_cell outside = { ' ', 0, GRAPH_BLANK, 0 };

	if (row < 0 || row >= p->pane.height || column < 0 || column >= p->pane.width)
		return &outside;
	return &p->cells[row * p->pane.width + column];
}

/* Paints all of the drawing, however large. */
static void picture_paint(struct picture *p)
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

static int arms_of(uint32_t ch)
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

/* ---- walking ---- */

struct walk {
	const struct picture *p;
	int source;
	bool *seen;    /* [cell * 4 + way] */
	bool *reached; /* by node */
};

static void step_to(struct walk *w, int row, int column, int way);

static void leave_by(struct walk *w, int row, int column, int way)
{
	if (way == N)
		step_to(w, row - 1, column, N);
	else if (way == S)
		step_to(w, row + 1, column, S);
	else if (way == E)
		step_to(w, row, column + 1, E);
}

static int opposite(int way)
{
	return way == N ? S : way == S ? N : way == E ? W : E;
}

/* Follows lines of the source, and shared last runs; never goes left. */
static void step_to(struct walk *w, int row, int column, int way)
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

static bool is_drawn(const struct picture *p, const struct graph_edge *e)
{
	return graph_layout_fate(p->layout, e->from, e->to) == GRAPH_ROUTED &&
		(e->class != GRAPH_IDLE || p->pane.show_idle);
}

/* From each node exactly the targets of its drawn edges can be walked to. */
static void check_walks(const struct picture *p)
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

static bool is_line(const struct graph_cell *c)
{
	return c->kind == GRAPH_LINE || c->kind == GRAPH_JOIN || c->kind == GRAPH_CROSS ||
		c->kind == GRAPH_LETTER || c->kind == GRAPH_HEAD;
}

static bool is_edge(const struct picture *p, int from, int to)
{
	for (int i = 0; i < p->graph->edge_count; i++)
		if (p->graph->edges[i].from == from && p->graph->edges[i].to == to)
			return true;
	return false;
}

/* May a line go from cell `a` on to `b`, by whose they are? */
static bool may_join(
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

static int arms_with_letters(const struct picture *p, int row, int column)
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
static void check_cell(const struct picture *p, int row, int column)
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

static void check_cells(const struct picture *p)
{
	for (int row = 0; row < p->pane.height; row++)
		for (int column = 0; column < p->pane.width; column++)
			check_cell(p, row, column);
}

/* ---- nodes ---- */

/* As it is, or with a '~' for what is left out. */
static bool is_name(const char *name, const char *shown)
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
static void read_text(
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

static void check_node(const struct picture *p, int node)
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

static void check_nodes(const struct picture *p)
{
	for (int n = 0; n < p->graph->node_count; n++)
		check_node(p, n);
}

/* ---- counts ---- */

struct tally {
	int back, stubs;
};

/* Reads `^2`, `>1a`, `>name a>other` as the drawing has them. */
static struct tally read_counts(const struct picture *p, int node)
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

/* Every edge is drawn, or counted at its source; doubles count once. */
static void check_counts(const struct picture *p)
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

		if (t.back + t.stubs != back[n] + stubs[n])
			picture_fail(p, "an edge is not told", n, back[n] + stubs[n]);
		if (t.back != 0 && t.back != back[n])
			picture_fail(p, "back edges are not told", n, back[n]);
	}
	free(back);
	free(stubs);
}

/* Letters stand once each, on the lines of their edges. */
static void check_letters(const struct picture *p)
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

static void check_all(const struct picture *p)
{
	check_nodes(p);
	check_cells(p);
	check_walks(p);
	check_counts(p);
	check_letters(p);
}

/* ---- random graphs ---- */

static void check_same(const struct picture *p)
{
	struct graph_layout *other = graph_layout_new();
	struct graph_counts c = graph_layout_counts(p->layout);
	struct picture again = *p;

	graph_layout_settle(other, p->graph, 17, 5);
	graph_layout_settle(other, p->graph, p->pane.width, p->pane.height);
	if (c.columns <= p->pane.width && c.rows <= p->pane.height &&
		graph_layout_fits(p->layout)) {
		again.layout = other;
		again.cells = NULL;
		picture_paint(&again);
		assert_memory_equal(again.cells, p->cells,
			sizeof(*p->cells) * (size_t)p->pane.width *
				(size_t)p->pane.height);
		free(again.cells);
	}
	graph_layout_free(other);
}

static void settle_and_check(struct graph_random *r, const char *what, uint32_t seed)
{
	struct graph_layout *layout = graph_layout_new();
	struct picture p = { .layout = layout, .graph = &r->graph, .what = what };
	bool fits;

	p.seed = seed;
	p.pane.width = 20 + graph_random_below(r, 200);
	p.pane.height = 2 + graph_random_below(r, 40);
	fits = graph_layout_settle(layout, &r->graph, p.pane.width, p.pane.height);
	if (fits &&
		(graph_layout_counts(layout).columns > p.pane.width ||
			graph_layout_counts(layout).rows > p.pane.height))
		picture_fail(&p, "it does not fit", 0, 0);
	assert_int_equal(graph_layout_counts(layout).pending, 0);
	picture_paint(&p);
	check_all(&p);
	if (fits)
		check_same(&p);
	free(p.cells);
	graph_layout_free(layout);
}

/* Some edges in trouble, some idle, some nodes with notes. */
static void paint_random(struct graph_random *r, bool idle)
{
	static const char *const notes[] = { NULL, "4/s", "12/s .97",
		"5/min much too long" };
	int letters = 0, with_notes = graph_random_below(r, 2);

	for (int i = 0; i < r->graph.edge_count; i++) {
		int dice = graph_random_below(r, 10);

		r->edges[i].class = dice == 0 && idle ? GRAPH_IDLE
			: dice == 1                   ? GRAPH_LOW
			: dice == 2                   ? GRAPH_BROKEN
						      : GRAPH_OK;
		r->edges[i].letter = 0;
		if (r->edges[i].class > GRAPH_OK && letters < 26)
			r->edges[i].letter = (char)('a' + letters++);
	}
	for (int n = 0; n < r->graph.node_count; n++) {
		r->nodes[n].note = notes[with_notes * graph_random_below(r, 4)];
		r->nodes[n].mark = " !?"[graph_random_below(r, 3)];
	}
}

static void test_random(void **state)
{
	static struct graph_random r;

	(void)state;
	for (uint32_t seed = 1; seed <= RANDOM_GRAPHS; seed++) {
		int nodes = 1 + (int)(seed * 7 % 60);

		graph_random_make(&r, seed, nodes, nodes * (11 + (int)(seed % 10)) / 10);
		paint_random(&r, seed % 3 == 0);
		settle_and_check(&r, "layered", seed);
	}
}

/* Any pairs: cycles, self-loops, doubles, loose nodes. */
static void make_wild(struct graph_random *r, uint32_t seed)
{
	int nodes = 1 + (int)(seed % 25), edges = (int)(seed % 41);

	graph_random_make(r, seed, nodes, 0);
	r->graph.edge_count = edges;
	for (int i = 0; i < edges; i++)
		r->edges[i] = (struct graph_edge){ graph_random_below(r, nodes),
			graph_random_below(r, nodes), GRAPH_OK, 0 };
}

static void test_wild(void **state)
{
	static struct graph_random r;

	(void)state;
	for (uint32_t seed = 1; seed <= WILD_GRAPHS; seed++) {
		make_wild(&r, seed);
		settle_and_check(&r, "wild", seed);
	}
}

/* ---- pinning ---- */

static bool was_kept(
	const struct picture *before, const struct picture *after, int row, int column)
{
	const struct graph_cell *a = cell_at(before, row, column);
	const struct graph_cell *b = cell_at(after, row, column);

	if (a->kind == GRAPH_NOTE || a->kind == GRAPH_HEAD)
		return memcmp(a, b, sizeof(*a)) == 0;
	if (a->kind == GRAPH_CHIP) /* may be cut for a count behind it */
		return b->tag == a->tag && b->kind != GRAPH_BLANK;
	if (a->kind == GRAPH_LINE || a->kind == GRAPH_JOIN)
		return b->kind == GRAPH_COUNT || b->kind == GRAPH_BLANK ||
			b->kind == GRAPH_CROSS || (arms_of(a->ch) & ~arms_of(b->ch)) == 0;
	return true;
}

static void check_pinned(const struct picture *before, const struct picture *after)
{
	for (int n = 0; n < before->graph->node_count; n++) {
		struct graph_place a = graph_layout_place(after->layout, n);

		if (cell_at(before, a.row, a.column)->tag != n ||
			cell_at(before, a.row, a.column)->kind != GRAPH_CHIP)
			picture_fail(after, "a node has moved", n, 0);
	}
	for (int row = 0; row < before->pane.height; row++)
		for (int column = 0; column < before->pane.width; column++)
			if (!was_kept(before, after, row, column)) {
				picture_fail(after, "a cell has changed", row, column);
			}
}

/* Settles on a part of the graph and lets the rest come bit by bit. */
static void grow_and_check(struct graph_random *r, uint32_t seed)
{
	struct graph_layout *layout = graph_layout_new();
	struct graph all = r->graph;
	struct picture p = { .layout = layout, .graph = &r->graph, .what = "pinned" };

	p.seed = seed;
	p.pane.width = 40 + graph_random_below(r, 160);
	p.pane.height = 8 + graph_random_below(r, 40);
	r->graph.edge_count = all.edge_count * 6 / 10;
	r->graph.node_count = 1;
	for (int i = 0; i < r->graph.edge_count; i++) {
		int last = r->edges[i].from > r->edges[i].to ? r->edges[i].from
							     : r->edges[i].to;

		if (last >= r->graph.node_count)
			r->graph.node_count = last + 1;
	}
	graph_layout_settle(layout, &r->graph, p.pane.width, p.pane.height);
	picture_paint(&p);
	while (r->graph.edge_count < all.edge_count ||
		r->graph.node_count < all.node_count) {
		struct picture before = p;
		struct graph kept = r->graph;

		before.graph = &kept;
		r->graph.edge_count += 1 + graph_random_below(r, 4);
		if (r->graph.edge_count > all.edge_count)
			r->graph.edge_count = all.edge_count;
		r->graph.node_count = all.node_count;
		graph_layout_update(layout, &r->graph);
		p.cells = NULL;
		picture_paint(&p);
		check_pinned(&before, &p);
		check_all(&p);
		free(before.cells);
	}
	free(p.cells);
	graph_layout_free(layout);
}

static void test_pinned(void **state)
{
	static struct graph_random r;

	(void)state;
	for (uint32_t seed = 1; seed <= PINNED_GRAPHS; seed++) {
		int nodes = 2 + (int)(seed * 5 % 40);

		if (seed % 4 == 0)
			make_wild(&r, seed);
		else
			graph_random_make(&r, seed, nodes, nodes * 14 / 10);
		grow_and_check(&r, seed);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_wild),
		cmocka_unit_test(test_pinned),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
