/* SPDX-License-Identifier: MIT */
/*
 * No cell that lies: what a person reads from the painted characters, whichever set of
 * them the terminal has, is the set of edges that are drawn: no more and no less.
 * Thousands of random graphs of the sizes and densities that a mesh has, well and in
 * trouble, some edges blank; settled for a terminal, and grown while pinned.
 */
#include "tests/graph_reader.h"

#include "tests/graph_random.h"
#include "tests/rounds.h"

enum { READ_GRAPHS = ROUNDS(2004), GROWN_GRAPHS = ROUNDS(300) };

static const struct {
	int nodes, edges;
} sizes[] = { { 10, 12 }, { 10, 18 }, { 25, 29 }, { 25, 44 }, { 60, 67 }, { 60, 103 } };

static const struct {
	int width, height;
} panes[] = { { 80, 17 }, { 120, 29 }, { 200, 43 } };

static void read_in_all(const struct picture *p)
{
	static const enum glyphs sets[] = { GLYPHS_UTF8, GLYPHS_ACS, GLYPHS_ASCII };

	for (size_t i = 0; i < LEN(sets); i++) {
		struct misread m = reader_compare(p, sets[i]);

		if (m.more + m.less == 0)
			continue;
		fprintf(stderr, "%s: %d pairs too many, %d too few\n",
			glyphs_name(sets[i]), m.more, m.less);
		picture_fail(p, "it is misread, first from and to", m.from, m.to);
	}
}

/* Some edges in trouble, with letters; some idle. */
static void paint(struct graph_random *r, bool trouble, bool idle)
{
	int letters = 0;

	for (int i = 0; i < r->graph.edge_count; i++) {
		struct graph_edge *e = &r->edges[i];
		int dice = graph_random_below(r, 8);

		e->class = dice == 0 && idle   ? GRAPH_IDLE
			: dice == 1 && trouble ? GRAPH_LOW
			: dice == 2 && trouble ? GRAPH_BROKEN
					       : GRAPH_OK;
		if (e->class > GRAPH_OK && letters < 26)
			e->letter = (char)('a' + letters++);
	}
}

static void make(struct graph_random *r, struct picture *p, uint32_t seed)
{
	size_t size = seed % LEN(sizes);

	graph_random_make(r, seed, sizes[size].nodes, sizes[size].edges);
	paint(r, seed / LEN(sizes) % 4 < 2, seed / LEN(sizes) % 2 == 0);
	p->seed = seed;
	p->pane.width = panes[seed % LEN(panes)].width;
	p->pane.height = panes[seed % LEN(panes)].height;
}

static void test_settled(void **state)
{
	static struct graph_random r;

	(void)state;
	for (uint32_t seed = 1; seed <= READ_GRAPHS; seed++) {
		struct graph_layout *layout = graph_layout_new();
		struct picture p = { .layout = layout, .graph = &r.graph };

		p.what = "settled";
		make(&r, &p, seed);
		graph_layout_settle(layout, &r.graph, p.pane.width, p.pane.height);
		picture_paint(&p);
		read_in_all(&p);
		free(p.cells);
		graph_layout_free(layout);
	}
}

/* The last third of the edges comes one by one. */
static void test_grown(void **state)
{
	static struct graph_random r;

	(void)state;
	for (uint32_t seed = 1; seed <= GROWN_GRAPHS; seed++) {
		struct graph_layout *layout = graph_layout_new();
		struct picture p = { .layout = layout, .graph = &r.graph };
		int edges;

		p.what = "grown";
		make(&r, &p, seed);
		edges = r.graph.edge_count;
		r.graph.edge_count = edges * 2 / 3;
		graph_layout_settle(layout, &r.graph, p.pane.width, p.pane.height);
		while (r.graph.edge_count < edges) {
			r.graph.edge_count++;
			graph_layout_update(layout, &r.graph);
		}
		picture_paint(&p);
		read_in_all(&p);
		free(p.cells);
		graph_layout_free(layout);
	}
}

static void put(struct picture *p, int row, int column, uint32_t ch)
{
	struct graph_cell *c = &p->cells[row * p->pane.width + column];

	c->ch = ch;
	c->kind = ch == ' ' ? GRAPH_BLANK : ch == 0x25ba ? GRAPH_HEAD : GRAPH_LINE;
}

/*
 * The reader is awake: of one's line that meets another's, which parts before, it says
 * where it seems to lead.
 */
static void test_reader(void **state)
{
	static const struct graph_node nodes[] = { { "a", NULL, ' ', GRAPH_OK },
		{ "b", NULL, ' ', GRAPH_OK }, { "x", NULL, ' ', GRAPH_OK },
		{ "y", NULL, ' ', GRAPH_OK } };
	static const struct graph_edge edges[] = { { 0, 2, GRAPH_OK, 0 },
		{ 1, 2, GRAPH_OK, 0 }, { 1, 3, GRAPH_OK, 0 } };
	static const struct graph graph = { nodes, edges, 4, 3 };
	static const uint32_t lies[3][5] = {
		{ 0x2500, 0x2500, 0x252c, 0x2500, 0x25ba }, /* ──┬─► x */
		{ ' ', ' ', 0x2502, ' ', ' ' },             /*   │     */
		{ 0x2500, 0x2500, 0x2534, 0x2500, 0x25ba }  /* ──┴─► y */
	};
	struct graph_layout *layout = graph_layout_new();
	struct picture p = { .layout = layout, .graph = &graph, .what = "a lie" };
	struct misread m;
	int rows[2], at;

	(void)state;
	p.pane.width = 16;
	p.pane.height = 3;
	graph_layout_settle(layout, &graph, p.pane.width, p.pane.height);
	picture_paint(&p);
	read_in_all(&p);
	rows[0] = graph_layout_place(layout, 0).row;
	rows[1] = graph_layout_place(layout, 1).row;
	assert_int_equal(rows[1], rows[0] + 2);
	at = graph_layout_place(layout, 2).column - 5;
	for (int i = 0; i < 3 * at; i++)
		if (i % at > 2)
			put(&p, rows[0] + i / at, i % at, i / at == 1 ? ' ' : 0x2500);
	for (int i = 0; i < 15; i++)
		put(&p, rows[0] + i / 5, at + i % 5, lies[i / 5][i % 5]);
	m = reader_compare(&p, GLYPHS_UTF8);
	if (m.more != 1)
		picture_fail(&p, "the reader sleeps", m.more, m.less);
	assert_int_equal(m.from, 0);
	assert_int_equal(m.to, 3);
	free(p.cells);
	graph_layout_free(layout);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reader),
		cmocka_unit_test(test_settled),
		cmocka_unit_test(test_grown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
