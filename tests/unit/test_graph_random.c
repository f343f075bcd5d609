/* SPDX-License-Identifier: MIT */
/*
 * Graph drawings of thousands of random graphs: settled, grown while pinned,
 * and looked at through small windows.
 */
#include "tui/graph_layout.h"

#include "tests/graph_check.h"
#include "tests/graph_random.h"
#include "tests/rounds.h"

enum {
	LAYERED_GRAPHS = ROUNDS(2500),
	WILD_GRAPHS = ROUNDS(800),
	PINNED_GRAPHS = ROUNDS(800),
	ANY_GRAPHS = ROUNDS(2000),
	TRACED_GRAPHS = ROUNDS(600),
	WINDOWS = ROUNDS(60)
};

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
	p.pane.show_idle = graph_random_below(r, 2) == 0;
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

static void test_layered(void **state)
{
	static struct graph_random r;

	(void)state;
	for (uint32_t seed = 1; seed <= LAYERED_GRAPHS; seed++) {
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

/* ---- anything ---- */

/* Names from a letter to twice what a chip has room for. */
static void name_at_random(struct graph_random *r)
{
	for (int n = 0; n < r->graph.node_count; n++) {
		int more = graph_random_below(r, 18);

		snprintf(r->names[n], sizeof(r->names[n]), "%c%d%.*s", 'a' + n % 26, n,
			more, "-with-a-long-name-");
	}
}

/* Up to 80 agents, any pairs, at any width: sparse as meshes are, or far too dense. */
static void make_any(struct graph_random *r, uint32_t seed)
{
	int nodes = 1 + (int)(seed * 13 % 80), edges;

	graph_random_make(r, seed, nodes, seed % 3 == 0 ? 0 : nodes * 14 / 10);
	edges = nodes * graph_random_below(r, seed % 7 == 0 ? 30 : 12) / 10;
	for (int i = 0; i < edges && r->graph.edge_count < GRAPH_EDGES_MAX; i++)
		r->edges[r->graph.edge_count++] =
			(struct graph_edge){ graph_random_below(r, nodes),
				graph_random_below(r, nodes), GRAPH_OK, 0 };
	name_at_random(r);
}

static void test_any(void **state)
{
	static struct graph_random r;
	int cells = 0, lies = 0;

	(void)state;
	for (uint32_t seed = 1; seed <= ANY_GRAPHS; seed++) {
		struct graph_layout *layout = graph_layout_new();
		struct picture p = { .layout = layout, .graph = &r.graph, .what = "any" };

		p.seed = seed;
		make_any(&r, seed);
		paint_random(&r, seed % 2 == 0);
		p.pane.width = 40 + graph_random_below(&r, 261);
		p.pane.height = 4 + graph_random_below(&r, 60);
		p.pane.show_idle = seed % 5 == 0;
		if (graph_layout_settle(layout, &r.graph, p.pane.width, p.pane.height)) {
			picture_paint(&p);
			check_same(&p);
		}
		assert_int_equal(graph_layout_counts(layout).pending, 0);
		picture_paint(&p);
		check_all(&p);
		check_glyphs(&p, GLYPHS_ACS);
		check_glyphs(&p, GLYPHS_ASCII);
		for (int i = 0; i < p.pane.width * p.pane.height; i++) {
			cells += is_line(&p.cells[i]);
			lies += arms_of(p.cells[i].ch) == (N | E | S | W) &&
				p.cells[i].kind != GRAPH_CROSS;
		}
		free(p.cells);
		graph_layout_free(layout);
	}
	assert_true(cells > 100000);
	assert_int_equal(lies, 0);
}

/* ---- one edge ---- */

/* Where the mark leads on from a cell that was come to by `way`; 0: nowhere. */
static int mark_leads(const struct picture *p, int row, int column, int way)
{
	static const int turns[] = { N, E, S };
	int next = 0;

	if (cell_at(p, row, column)->kind == GRAPH_CROSS ||
		cell_at(p, row, column)->kind == GRAPH_LETTER)
		return way;
	for (size_t i = 0; i < LEN(turns); i++) {
		int r = row + (turns[i] == S) - (turns[i] == N);
		int c = column + (turns[i] == E);

		/* straight on over what crosses: it may be marked for the other's sake */
		for (; cell_at(p, r, c)->kind == GRAPH_CROSS; c += turns[i] == E)
			r += (turns[i] == S) - (turns[i] == N);
		if (turns[i] == opposite(way) || !cell_at(p, r, c)->traced ||
			!(arms_with_letters(p, row, column) & turns[i]) ||
			(cell_at(p, r, c)->kind != GRAPH_LETTER &&
				!(arms_with_letters(p, r, c) & opposite(turns[i]))))
			continue;
		if (next != 0)
			picture_fail(p, "the mark parts", row, column);
		next = turns[i];
	}
	return next;
}

/*
 * What is marked of an edge is one way from its source to the head before its target,
 * whoever's lines it meets. (Of a graph far too dense to read a detour may touch itself.)
 */
static void check_trace(struct picture *p, const struct graph_edge *e)
{
	struct graph_place from = graph_layout_place(p->layout, e->from);
	int row = from.row, column = from.column + from.width, way = E;

	p->pane.trace = true;
	p->pane.from = e->from;
	p->pane.to = e->to;
	picture_paint(p);
	p->pane.trace = false;
	for (int steps = 0; cell_at(p, row, column)->kind != GRAPH_HEAD; steps++) {
		if (!cell_at(p, row, column)->traced || steps > 4000)
			picture_fail(p, "the mark has a hole", row, column);
		p->cells[row * p->pane.width + column].traced =
			cell_at(p, row, column)->kind == GRAPH_CROSS;
		way = mark_leads(p, row, column, way);
		row += (way == S) - (way == N);
		column += way == E;
	}
	if (cell_at(p, row, column)->tag != e->to)
		picture_fail(p, "it leads elsewhere", e->from, e->to);
	p->cells[row * p->pane.width + column].traced = false;
	for (int i = 0; i < p->pane.width * p->pane.height; i++)
		if (p->cells[i].traced && p->cells[i].kind != GRAPH_CROSS &&
			i % p->pane.width >= from.column + from.width)
			picture_fail(p, "more is marked than the way", i / p->pane.width,
				i % p->pane.width);
}

static void test_traced(void **state)
{
	static struct graph_random r;
	int traced = 0;

	(void)state;
	for (uint32_t seed = 1; seed <= TRACED_GRAPHS; seed++) {
		struct graph_layout *layout = graph_layout_new();
		struct picture p = { .layout = layout, .graph = &r.graph };

		p.what = "traced";
		p.seed = seed;
		graph_random_make(
			&r, seed, 3 + (int)(seed % 58), 5 + (int)(seed % 58) * 17 / 10);
		paint_random(&r, false);
		p.pane.width = 40 + graph_random_below(&r, 200);
		p.pane.height = 5 + graph_random_below(&r, 40);
		graph_layout_settle(layout, &r.graph, p.pane.width, p.pane.height);
		for (int i = 0; i < 6 && r.graph.edge_count > 0; i++) {
			const struct graph_edge *e =
				&r.edges[graph_random_below(&r, r.graph.edge_count)];

			if (graph_layout_fate(layout, e->from, e->to) != GRAPH_ROUTED)
				continue;
			check_trace(&p, e);
			traced++;
		}
		free(p.cells);
		graph_layout_free(layout);
	}
	assert_true(traced > TRACED_GRAPHS);
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

/* As any, but for names of a letter or two: a stub that comes late has no room beside
 * them. */
static void make_large(struct graph_random *r, uint32_t seed)
{
	make_any(r, seed);
	for (int n = 0; n < r->graph.node_count; n++)
		snprintf(r->names[n], sizeof(r->names[n]), "agent-%02d", n);
}

static void test_pinned(void **state)
{
	static struct graph_random r;

	(void)state;
	for (uint32_t seed = 1; seed <= PINNED_GRAPHS; seed++) {
		int nodes = 2 + (int)(seed * 5 % 40);

		if (seed % 4 == 0)
			make_wild(&r, seed);
		else if (seed % 5 == 0)
			make_large(&r, seed);
		else
			graph_random_make(&r, seed, nodes, nodes * 14 / 10);
		grow_and_check(&r, seed);
	}
}

/* ---- windows ---- */

/* The sum of the numbers on the last row. */
static int read_more(const struct picture *p)
{
	int sum = 0, number = 0;

	for (int i = 0; i <= p->pane.width; i++) {
		const struct graph_cell *c = cell_at(p, p->pane.height - 1, i);

		if (c->kind == GRAPH_MORE && c->ch >= '0' && c->ch <= '9') {
			number = 10 * number + (int)(c->ch - '0');
			continue;
		}
		sum += number;
		number = 0;
	}
	return sum;
}

/* Every node is shown, or counted on the side where it is; none is cut. */
static void check_window(struct picture *p)
{
	int shown = 0, told;

	free(p->cells);
	p->cells = xcalloc(
		(size_t)p->pane.width * (size_t)p->pane.height, sizeof(*p->cells));
	graph_paint(p->layout, p->graph, &p->pane, p->cells);
	for (int n = 0; n < p->graph->node_count; n++)
		for (int row = 0; row < p->pane.height; row++) {
			char text[256];

			read_text(p, n, row, GRAPH_CHIP, text);
			if (text[0] == '\0')
				continue;
			shown++;
			if (!is_name(p->graph->nodes[n].name, text + 1))
				picture_fail(p, "a name is cut off", n, row);
		}
	told = read_more(p);
	if (shown + told != p->graph->node_count)
		picture_fail(p, "not all nodes are told of", shown, told);
}

static void test_windows(void **state)
{
	static struct graph_random r;

	(void)state;
	for (uint32_t seed = 1; seed <= WINDOWS; seed++) {
		struct graph_layout *layout = graph_layout_new();
		struct picture p = { .layout = layout, .graph = &r.graph };

		graph_random_make(&r, seed, 30 + (int)(seed % 30), 70);
		p.what = "window";
		p.seed = seed;
		p.pane.width = 24 + graph_random_below(&r, 60);
		p.pane.height = 3 + graph_random_below(&r, 10);
		graph_layout_settle(layout, &r.graph, p.pane.width, p.pane.height);
		for (int n = 0; n < r.graph.node_count; n++) {
			struct graph_place at = graph_layout_place(layout, n);
			char text[256];

			graph_paint_reveal(layout, n, &p.pane);
			check_window(&p);
			read_text(&p, n, at.row - p.pane.row, GRAPH_CHIP, text);
			if (text[0] == '\0')
				picture_fail(&p, "it is not revealed", n, 0);
		}
		free(p.cells);
		graph_layout_free(layout);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_layered),
		cmocka_unit_test(test_wild),
		cmocka_unit_test(test_any),
		cmocka_unit_test(test_traced),
		cmocka_unit_test(test_pinned),
		cmocka_unit_test(test_windows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
