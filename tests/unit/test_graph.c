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
#include "tui/graph_channel.h"
#include "tui/graph_paint.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

enum { RANDOM_GRAPHS = 2500, WILD_GRAPHS = 800, PINNED_GRAPHS = 800, WINDOWS = 60 };
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

/* ---- scenes ---- */

/* A graph written down: "node note;!node" and "from>to from>to:ba" (class o l b i, letter). */
struct scene {
	const char *what, *nodes, *edges;
	int width, height;
	struct graph_pane pane; /* where not zero instead of that size */
	const char *drawing;
};

struct scene_graph {
	struct graph graph;
	struct graph_node nodes[32];
	struct graph_edge edges[64];
	char *text;
};

static int find_node(struct scene_graph *g, const char *name)
{
	for (int n = 0; n < g->graph.node_count; n++)
		if (strcmp(g->nodes[n].name, name) == 0)
			return n;
	fail_msg("no node %s", name);
	return -1;
}

static void read_nodes(struct scene_graph *g, char *text)
{
	char *next, *word = strtok_r(text, ";", &next);

	for (; word != NULL; word = strtok_r(NULL, ";", &next)) {
		struct graph_node *n = &g->nodes[g->graph.node_count++];
		char *note = strchr(word, ' ');

		*n = (struct graph_node){ word, NULL, ' ', GRAPH_OK };
		if (note != NULL) {
			*note = '\0';
			n->note = note + 1;
		}
		if (*word == '!' || *word == '?') {
			n->mark = *word;
			n->name++;
		}
	}
}

static void read_edges(struct scene_graph *g, char *text)
{
	char *next, *word = strtok_r(text, " ", &next);

	for (; word != NULL; word = strtok_r(NULL, " ", &next)) {
		struct graph_edge *e = &g->edges[g->graph.edge_count++];
		char *to = strchr(word, '>'), *class = strchr(word, ':');

		*e = (struct graph_edge){ .class = GRAPH_OK };
		if (class != NULL) {
			*class = '\0';
			e->class = (enum graph_class)(strchr("iolb", class[1]) - "iolb");
			e->letter = class[2];
		}
		*to = '\0';
		e->from = find_node(g, word);
		e->to = find_node(g, to + 1);
	}
}

static void scene_read(struct scene_graph *g, const struct scene *s)
{
	size_t nodes = strlen(s->nodes) + 1;

	*g = (struct scene_graph){ .graph = { g->nodes, g->edges, 0, 0 } };
	g->text = xmalloc(nodes + strlen(s->edges) + 1);
	strcpy(g->text, s->nodes);
	strcpy(g->text + nodes, s->edges);
	read_nodes(g, g->text);
	read_edges(g, g->text + nodes);
}

static void compare_drawing(const struct picture *p, const char *drawing)
{
	struct buf text = { 0 };

	picture_dump(p, &text);
	while (text.len > 1 && text.data[text.len - 2] == '\n')
		text.data[--text.len] = '\0';
	if (text.len == 1)
		text.data[--text.len] = '\0';
	if (strcmp(text.data, drawing) != 0) {
		fprintf(stderr, "%s is\n%sand should be\n%s", p->what, text.data,
			drawing);
		fail();
	}
	buf_fini(&text);
}

static void check_scene(const struct scene *s)
{
	struct graph_layout *layout = graph_layout_new();
	struct scene_graph g;
	struct picture p = { .layout = layout, .graph = &g.graph, .what = s->what };

	scene_read(&g, s);
	graph_layout_settle(layout, &g.graph, s->width, s->height);
	p.pane.width = s->width;
	p.pane.height = s->height;
	if (s->pane.width != 0)
		p.pane = s->pane;
	p.cells = xcalloc((size_t)p.pane.width * (size_t)p.pane.height, sizeof(*p.cells));
	graph_paint(layout, &g.graph, &p.pane, p.cells);
	compare_drawing(&p, s->drawing);
	if (s->pane.width == 0)
		check_all(&p);
	free(p.cells);
	free(g.text);
	graph_layout_free(layout);
}

#define AGENTS \
	"intake 12/s;triage 12/s;!kyc 4/s .41;!billing 5/m;support 3/s;planner 1/s;" \
	"fraud 4/s .78;refund 4/s .69;!ledger 4/s;notify 8/s;coder 1/s;" \
	"reviewer 1/s;deploy .2/s;audit 4/s"
#define HANDOFFS \
	"intake>triage triage>kyc triage>billing triage>support triage>planner " \
	"kyc>fraud:lb billing>ledger:ba support>refund support>notify " \
	"planner>coder fraud>refund refund>ledger refund>notify ledger>notify " \
	"ledger>audit coder>reviewer reviewer>coder reviewer>deploy deploy>notify"

static const struct scene scenes[] = {
	{ .what = "nothing",
.nodes = "",
.edges = "",
.width = 20, .height = 3,
.drawing = "" },
	{ .what = "one node",
.nodes = "alone",
.edges = "",
.width = 20, .height = 3,
.drawing = " alone\n" },
	{ .what = "a self-loop",
.nodes = "alone",
.edges = "alone>alone",
.width = 20, .height = 3,
.drawing = " alone^1\n" },
	{ .what = "a cycle alone",
.nodes = "one;two;three",
.edges = "one>two two>three three>one",
.width = 40, .height = 3,
.drawing = " one────► two────► three^1\n" },
	{ .what = "a double of another class",
.nodes = "a;b",
.edges = "a>b:i a>b:bx a>b",
.width = 20, .height = 3,
.drawing = " a ━━x━► b\n" },
	{ .what = "two that do not meet",
.nodes = "a;b;c;d",
.edges = "a>b c>d",
.width = 20, .height = 5,
.drawing = " a ────► b\n"
		"\n"
		" c ────► d\n" },
	{ .what = "loose nodes fill up",
.nodes = "a;b;c;x;y;z",
.edges = "a>b a>c",
.width = 20, .height = 6,
.drawing = " a ──┬───► b\n"
		"     │\n"
		" x   ╰───► c\n"
		"\n"
		" y         z\n" },
	{ .what = "a long edge beside",
.nodes = "x;y;z",
.edges = "x>y y>z x>z",
.width = 40, .height = 6,
.drawing = "     ╭───► y ──╮\n"
		" x ──┴─────────┴───► z\n" },
	{ .what = "marks and notes",
.nodes = "!a 1/s;?b;c 12/s .97",
.edges = "a>b b>c",
.width = 60, .height = 4,
.drawing = "!a ─────────►?b ─────────► c\n"
		" 1/s                       12/s .~\n" },
	{ .what = "four to four",
.nodes = "a1;a2;a3;a4;b1;b2;b3;b4",
.edges = "a1>b1 a1>b2 a1>b3 a1>b4 a2>b1 a2>b2 a2>b3 a2>b4 a3>b1 a3>b2 a3>b3 a3>b4 a4>b1 a4>b2 a4>b3 a4>b4",
.width = 60, .height = 9,
.drawing = " a1──┬───────────┬─┬─┬───► b1\n"
		"     │           │ │ │\n"
		" a2──┼───────┬─┬─┼─┼─┤\n"
		"     ├─┬─┬───┼─┴─┼─┼─┼───► b2\n"
		" a3──┼─┴─┼─┬─┼───┼─┤ │\n"
		"     ├───┼─┴─┴─┬─┼─┼─┼───► b3\n"
		" a4──┼───┴─────┴─┤ │ │\n"
		"     ╰───────────┴─┴─┴───► b4\n" },
	{ .what = "many to one",
.nodes = "s1;s2;s3;s4;s5;s6;audit",
.edges = "s1>audit s2>audit s3>audit:bx s4>audit s5>audit:i s6>audit:ly",
.width = 40, .height = 8,
.drawing = " s1──╮\n"
		" s2──┤\n"
		" s3━x┫\n"
		" s4──┫\n"
		" s5  ┃\n"
		" s6┄y┻━━━► audit\n" },
	{ .what = "one to more than fit in a column",
.nodes = "hub;l1;l2;l3;l4;l5;l6;l7",
.edges = "hub>l1 hub>l2 hub>l3:bq hub>l4 hub>l5 hub>l6 hub>l7",
.width = 40, .height = 4,
.drawing = " hub━━┳───► l1  ╭───► l4\n"
		"      ┣───► l2  ├───► l5\n"
		"      ┣━q━► l3  ├───► l6\n"
		"      ╰─────────┴───► l7\n" },
	{ .what = "trouble passes over",
.nodes = "a;b;c;d",
.edges = "a>d:bx b>c b>d",
.width = 20, .height = 4,
.drawing = " a ━x┳━━━► d\n"
		"     │\n"
		" b ──┴───► c\n" },
	{ .what = "names cut where they differ",
.nodes = "billing-europe-1;billing-europe-2;x;y;z",
.edges = "billing-europe-1>x billing-europe-2>x x>y y>z",
.width = 40, .height = 4,
.drawing = " billi~ope-1──╮\n"
		"              ├───► x ────► y ────► z\n"
		" billi~ope-2──╯\n" },
	{ .what = "fourteen agents",
.nodes = AGENTS,
.edges = HANDOFFS,
.width = 80, .height = 17,
.drawing = "                    ╭─►!billing━━━━━━━━━━━━━━┓\n"
		"                    │   5/m     ╭b► fraud ──╮┃\n"
		"                    │           ┆   4/s .78 │┗━━━━━━━━━━━a┳━►!ledger ─┬► audit\n"
		"                    ├─►!kyc ┄┄┄┄╯           ├──► refund ──┤   4/s     │  4/s\n"
		" intake ──► triage ─┤   4/s .41             │    4/s .69  ╰───────────┤\n"
		" 12/s       12/s    ├─────────────► support─┴─────────────────────────┤\n"
		"                    │               3/s     ╭──► reviewer───► deploy ─┴► notify\n"
		"                    │                       │    1/s   ^1     .2/s       8/s\n"
		"                    ╰─► planner───► coder ──╯\n"
		"                        1/s         1/s\n" },
	{ .what = "fourteen agents, narrow",
.nodes = AGENTS,
.edges = HANDOFFS,
.width = 60, .height = 14,
.drawing = "                ╭─►!kyc b┄► fraud ╮\n"
		"                │   4/s .~  4/s .~│\n"
		"                │                 ├► ref~>1►!ledger╮\n"
		" intake─► tri~>1┴┬►!bi~>1a  suppo~╯  4/s .~  4/s   ├► audit\n"
		" 12/s     12/s   │  5/m     3/s >1                 │  4/s\n"
		"                 │                                 │\n"
		"                 ╰► plann~► coder ─► revie~► deploy┴► notify\n"
		"                    1/s     1/s      1/s ^1  .2/s     8/s\n" },
	{ .what = "fourteen agents, low",
.nodes = AGENTS,
.edges = HANDOFFS,
.width = 80, .height = 6,
.drawing = "                     ╭─►!billing━━━━━━━━━━━━━━━━━━━━━━━━a┳━►!ledger ─┬─► audit\n"
		"                     │   5/m                ╭─► refund ──┤   4/s     │   4/s\n"
		"                     ├─►!kyc ┄┄┄┄b► fraud ──┤   4/s .69  ╰───────────┤\n"
		" intake ──► triage ─┬┴────────────► support─┴────────────────────────┤\n"
		" 12/s       12/s    ╰──► planner──► coder ────► reviewer───► deploy ─┴─► notify\n"
		"                         1/s        1/s         1/s   ^1     .2/s        8/s\n" },
	{ .what = "fourteen agents, scrolled",
.nodes = AGENTS,
.edges = HANDOFFS,
.width = 50, .height = 12, .pane = { .width = 50, .height = 12, .layer = 2, .row = 0 },
.drawing = " ╭►!billing━━━━━━━━━━━━━┓\n"
		" │  5/m     ╭► fraud ──╮┗━━━━━━━━━━a┳►!ledger ─┬►\n"
		" │          ┆  4/s .78 ├─► refund ──┤  4/s     │\n"
		" ├►!kyc ┄b┄┄╯          │   4/s .69  ╰──────────┤\n"
		"─┤  4/s .41 ╭► support─┴───────────────────────┤\n"
		" ├──────────╯  3/s     ╭─► reviewer──► deploy ─┴►\n"
		" │                     │   1/s   ^1    .2/s\n"
		" ╰► planner──► coder ──╯\n"
		"    1/s        1/s\n"
		"\n"
		"\n"
		"<2 more                                    2 more>\n" },
	{ .what = "fourteen agents, scrolled down",
.nodes = AGENTS,
.edges = HANDOFFS,
.width = 80, .height = 17, .pane = { .width = 60, .height = 6, .layer = 1, .row = 4 },
.drawing = "" },
};

static void test_scenes(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(scenes); i++)
		check_scene(&scenes[i]);
}

/* ---- the rules of a gap ---- */

/* Hops in a gap of 6 columns: "net from>to goal column [via column2]", one after the other. */
static void test_rules(void **state)
{
	static const struct {
		const char *what;
		struct graph_hop hops[3];
		bool fine; /* may the last be drawn when the others are? */
	} cases[] = {
		{ "a net parts", { { 1, 7, 2, 0, 2, -1, 0 }, { 1, 8, 2, 4, 2, -1, 0 } },
			true },
		{ "a net parts three ways: four arms",
			{ { 1, 7, 2, 0, 2, -1, 0 }, { 1, 8, 2, 4, 2, -1, 0 },
				{ 1, 9, 2, 2, GRAPH_STRAIGHT, -1, 0 } },
			false },
		{ "a crossing", { { 1, 7, 2, 2, GRAPH_STRAIGHT, -1, 0 },
					{ 2, 8, 0, 4, 2, -1, 0 } },
			true },
		{ "a join at the goal", { { 1, 7, 2, 2, GRAPH_STRAIGHT, -1, 0 },
						{ 2, 7, 0, 2, 2, -1, 0 } },
			true },
		{ "the end of another net on its row",
			{ { 1, 7, 2, 2, GRAPH_STRAIGHT, -1, 0 },
				{ 2, 8, 0, 2, 2, -1, 0 } },
			false },
		{ "a join before the other net has parted",
			{ { 1, 7, 2, 2, GRAPH_STRAIGHT, -1, 0 },
				{ 1, 8, 2, 4, 3, -1, 0 }, { 2, 7, 0, 2, 1, -1, 0 } },
			false },
		{ "a join after the other net has parted",
			{ { 1, 7, 2, 2, GRAPH_STRAIGHT, -1, 0 },
				{ 1, 8, 2, 4, 1, -1, 0 }, { 2, 7, 0, 2, 3, -1, 0 } },
			true },
		{ "two nets in one column, apart", { { 1, 7, 0, 1, 2, -1, 0 },
							   { 2, 8, 2, 3, 2, -1, 0 } },
			true },
		{ "two nets in one column, over each other",
			{ { 1, 7, 0, 3, 2, -1, 0 }, { 2, 8, 2, 4, 2, -1, 0 } }, false },
		{ "two nets gather on the way to one goal",
			{ { 1, 7, 0, 4, 2, -1, 0 }, { 2, 7, 2, 4, 2, -1, 0 } }, true },
		{ "from above and below to one goal",
			{ { 1, 7, 0, 2, 2, -1, 0 }, { 2, 7, 4, 2, 2, -1, 0 } }, true },
		{ "they would change rows", { { 1, 7, 1, 3, 2, -1, 0 },
						    { 2, 8, 3, 1, 3, -1, 0 } },
			false },
		{ "they change rows by a dogleg",
			{ { 1, 7, 1, 3, 1, 2, 3 }, { 2, 8, 3, 1, 2, -1, 0 } }, true },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct graph_channel c;
		int last = 0;

		graph_channel_init(&c, 6, 6);
		while (last < 2 && cases[i].hops[last + 1].net != 0)
			last++;
		for (int k = 0; k < last; k++)
			assert_true(graph_channel_add(&c, &cases[i].hops[k]));
		if (graph_channel_add(&c, &cases[i].hops[last]) != cases[i].fine)
			fail_msg("%s", cases[i].what);
		graph_channel_fini(&c);
	}
}

/* ---- other promises ---- */

static void test_update(void **state)
{
	static const struct scene start = { .nodes = "a;b;c", .edges = "a>b b>c" };
	static const struct {
		const char *what, *nodes, *edges;
		struct graph_counts counts;
		enum graph_fate fate; /* of the last edge */
	} cases[] = {
		{ "a forward edge", "a;b;c", "a>b b>c a>c", { .routed = 3 },
			GRAPH_ROUTED },
		{ "an edge that closes a cycle", "a;b;c", "a>b b>c c>a",
			{ .routed = 2, .back = 1 }, GRAPH_BACK },
		{ "a self-loop", "a;b;c", "a>b b>c b>b", { .routed = 2, .back = 1 },
			GRAPH_BACK },
		{ "a node right of its source", "a;b;c;d", "a>b b>c a>d",
			{ .routed = 3 }, GRAPH_ROUTED },
		{ "a node that makes a new layer", "a;b;c;d", "a>b b>c c>d",
			{ .routed = 3 }, GRAPH_ROUTED },
		{ "a node left of its target", "a;b;c;d", "a>b b>c d>c",
			{ .routed = 3 }, GRAPH_ROUTED },
		{ "a node left of the first layer", "a;b;c;d", "a>b b>c d>a",
			{ .routed = 2, .stubs = 1, .pending = 2 }, GRAPH_STUB },
		{ "an edge that points back but closes no cycle", "a;b;c;d",
			"a>b b>c a>d c>d", { .routed = 3, .stubs = 1, .pending = 1 },
			GRAPH_STUB },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct scene more = { .nodes = cases[i].nodes, .edges = cases[i].edges };
		struct graph_layout *layout = graph_layout_new();
		struct scene_graph g;
		const struct graph_edge *last;
		struct graph_counts c;

		scene_read(&g, &start);
		assert_true(graph_layout_settle(layout, &g.graph, 60, 8));
		free(g.text);
		scene_read(&g, &more);
		assert_true(graph_layout_update(layout, &g.graph));
		c = graph_layout_counts(layout);
		last = &g.edges[g.graph.edge_count - 1];
		if (c.routed != cases[i].counts.routed || c.back != cases[i].counts.back ||
			c.stubs != cases[i].counts.stubs ||
			c.pending != cases[i].counts.pending ||
			graph_layout_fate(layout, last->from, last->to) != cases[i].fate)
			fail_msg("%s: %d routed, %d back, %d stubs, %d pending",
				cases[i].what, c.routed, c.back, c.stubs, c.pending);
		graph_layout_settle(layout, &g.graph, 60, 8);
		assert_int_equal(graph_layout_counts(layout).pending, 0);
		free(g.text);
		graph_layout_free(layout);
	}
}

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
	p->cells = xcalloc((size_t)p->pane.width * (size_t)p->pane.height, sizeof(*p->cells));
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

static void test_steps(void **state)
{
	static const struct scene s = { .nodes = "a;b;c;d;e;f",
		.edges = "a>b a>c b>d c>e d>f e>f" };
	static const struct {
		char from, to;
		enum graph_direction way;
	} cases[] = {
		{ 'a', 'b', GRAPH_RIGHT }, { 'b', 'd', GRAPH_RIGHT },
		{ 'b', 'a', GRAPH_LEFT },  { 'b', 'c', GRAPH_DOWN },
		{ 'c', 'b', GRAPH_UP },    { 'c', 'e', GRAPH_RIGHT },
		{ 'e', 'f', GRAPH_RIGHT }, { 'f', 'f', GRAPH_RIGHT },
		{ 'a', 'a', GRAPH_LEFT },  { 'b', 'b', GRAPH_UP },
		{ 'f', 'd', GRAPH_LEFT },
	};
	struct graph_layout *layout = graph_layout_new();
	struct scene_graph g;

	(void)state;
	scene_read(&g, &s);
	graph_layout_settle(layout, &g.graph, 60, 8);
	for (size_t i = 0; i < LEN(cases); i++)
		assert_int_equal(
			'a' + graph_layout_step(layout, cases[i].from - 'a', cases[i].way),
			cases[i].to);
	free(g.text);
	graph_layout_free(layout);
}

static void test_too_large(void **state)
{
	static struct graph_node nodes[GRAPH_NODES_MAX + 1];
	static struct graph_edge edges[GRAPH_EDGES_MAX + 1];
	struct graph graph = { nodes, edges, GRAPH_NODES_MAX, 0 };
	struct graph_layout *layout = graph_layout_new();
	struct graph_pane pane = { .width = 8, .height = 2 };
	struct graph_cell cells[16];
	int layers;

	(void)state;
	for (int n = 0; n <= GRAPH_NODES_MAX; n++)
		nodes[n] = (struct graph_node){ "n", NULL, ' ', GRAPH_OK };
	graph_layout_settle(layout, &graph, 80, 24);
	layers = graph_layout_counts(layout).layers;
	assert_int_equal(layers, (GRAPH_NODES_MAX + 22) / 23);
	graph.node_count++;
	assert_false(graph_layout_update(layout, &graph));
	assert_int_equal(graph_layout_counts(layout).layers, layers);
	assert_false(graph_layout_settle(layout, &graph, 80, 24));
	assert_int_equal(graph_layout_counts(layout).layers, 0);
	graph_paint(layout, &graph, &pane, cells);
	for (size_t i = 0; i < LEN(cells); i++)
		assert_int_equal(cells[i].kind, GRAPH_BLANK);
	graph = (struct graph){ nodes, edges, 2, GRAPH_EDGES_MAX + 1 };
	assert_false(graph_layout_settle(layout, &graph, 80, 24));
	graph_layout_free(layout);
	graph_layout_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scenes),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_wild),
		cmocka_unit_test(test_pinned),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_update),
		cmocka_unit_test(test_windows),
		cmocka_unit_test(test_steps),
		cmocka_unit_test(test_too_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
