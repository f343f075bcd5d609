/* SPDX-License-Identifier: MIT */
#include "tui/graph_layout.h"

#include "tests/graph_check.h"
#include "tui/graph_channel.h"

/* ---- scenes ---- */

/* A graph written down: "node note;!node" and "from>to from>to:ba" (class o l b i,
 * letter). */
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

#define AGENTS                                                                           \
	"intake 12/s;triage 12/s;!kyc 4/s .41;!billing 5/m;support 3/s;planner 1/s;"     \
	"fraud 4/s .78;refund 4/s .69;!ledger 4/s;notify 8/s;coder 1/s;"                 \
	"reviewer 1/s;deploy .2/s;audit 4/s"
#define HANDOFFS                                                                         \
	"intake>triage triage>kyc triage>billing triage>support triage>planner "         \
	"kyc>fraud:lb billing>ledger:ba support>refund support>notify "                  \
	"planner>coder fraud>refund refund>ledger refund>notify ledger>notify "          \
	"ledger>audit coder>reviewer reviewer>coder reviewer>deploy deploy>notify"

static const struct scene scenes[] = {
	{ .what = "nothing",
		.nodes = "",
		.edges = "",
		.width = 20,
		.height = 3,
		.drawing = "" },
	{ .what = "one node",
		.nodes = "alone",
		.edges = "",
		.width = 20,
		.height = 3,
		.drawing = " alone\n" },
	{ .what = "a self-loop",
		.nodes = "alone",
		.edges = "alone>alone",
		.width = 20,
		.height = 3,
		.drawing = " alone^1\n" },
	{ .what = "a cycle alone",
		.nodes = "one;two;three",
		.edges = "one>two two>three three>one",
		.width = 40,
		.height = 3,
		.drawing = " one────► two────► three^1\n" },
	{ .what = "a double of another class",
		.nodes = "a;b",
		.edges = "a>b:i a>b:bx a>b",
		.width = 20,
		.height = 3,
		.drawing = " a ━━x━► b\n" },
	{ .what = "two that do not meet",
		.nodes = "a;b;c;d",
		.edges = "a>b c>d",
		.width = 20,
		.height = 5,
		.drawing = " a ────► b\n"
			   "\n"
			   " c ────► d\n" },
	{ .what = "loose nodes fill up",
		.nodes = "a;b;c;x;y;z",
		.edges = "a>b a>c",
		.width = 20,
		.height = 6,
		.drawing = " a ──┬───► b\n"
			   "     │\n"
			   " x   ╰───► c\n"
			   "\n"
			   " y         z\n" },
	{ .what = "a long edge beside",
		.nodes = "x;y;z",
		.edges = "x>y y>z x>z",
		.width = 40,
		.height = 6,
		.drawing = "     ╭───► y ──╮\n"
			   " x ──┴─────────┴───► z\n" },
	{ .what = "marks and notes",
		.nodes = "!a 1/s;?b;c 12/s .97",
		.edges = "a>b b>c",
		.width = 60,
		.height = 4,
		.drawing = "!a ─────────►?b ─────────► c\n"
			   " 1/s                       12/s .~\n" },
	{ .what = "four to four",
		.nodes = "a1;a2;a3;a4;b1;b2;b3;b4",
		.edges =
			"a1>b1 a1>b2 a1>b3 a1>b4 a2>b1 a2>b2 a2>b3 a2>b4 a3>b1 a3>b2 a3>b3 a3>b4 a4>b1 a4>b2 a4>b3 a4>b4",
		.width = 60,
		.height = 9,
		.drawing = " a1 ───┬───┬─┬─╮\n"
			   "       │   │ ╰─┼─┬─┬─────► b1\n"
			   " a2>2──┼─┬─┼───┼─╯ │\n"
			   "       │ ╰─┼───┴───┼─┬───► b2\n"
			   " a3 ───┼─┬─┼───┬───╯ │\n"
			   "       │ ╰─┼─┬─┼─────┼───► b3\n"
			   "       │   ╰─╯ ├─────╯\n"
			   " a4>3──┼─┬─────┼─┬───────► b4\n"
			   "       ╰─╯     ╰─╯\n" },
	{ .what = "many to one",
		.nodes = "s1;s2;s3;s4;s5;s6;audit",
		.edges = "s1>audit s2>audit s3>audit:bx s4>audit s5>audit:i s6>audit:ly",
		.width = 40,
		.height = 8,
		.drawing = " s1──╮\n"
			   " s2──┤\n"
			   " s3━x┫\n"
			   " s4──┫\n"
			   " s5  ┃\n"
			   " s6┄y┻━━━► audit\n" },
	{ .what = "one to more than fit in a column",
		.nodes = "hub;l1;l2;l3;l4;l5;l6;l7",
		.edges = "hub>l1 hub>l2 hub>l3:bq hub>l4 hub>l5 hub>l6 hub>l7",
		.width = 40,
		.height = 4,
		.drawing = "        ╭───► l1  ╭─────► l4\n"
			   "        ├───► l2  ├─────► l5\n"
			   " hub━━┳━┻━q━► l3  │ ╭───► l6\n"
			   "      ╰───────────┴─┴───► l7\n" },
	{ .what = "trouble passes over",
		.nodes = "a;b;c;d",
		.edges = "a>d:bx b>c b>d",
		.width = 20,
		.height = 4,
		.drawing = " a ━━x━┳━━━► d\n"
			   "       │\n"
			   "     ╭─┼───► c\n"
			   " b ──┴─╯\n" },
	{ .what = "names cut where they differ",
		.nodes = "billing-europe-1;billing-europe-2;x;y;z",
		.edges = "billing-europe-1>x billing-europe-2>x x>y y>z",
		.width = 34,
		.height = 4,
		.drawing = " billing~rope-1─╮\n"
			   "                ├─► x ──► y ──► z\n"
			   " billing~rope-2─╯\n" },
	{ .what = "names whole where there is room",
		.nodes = "billing-europe-1;billing-europe-2;x;y;z",
		.edges = "billing-europe-1>x billing-europe-2>x x>y y>z",
		.width = 40,
		.height = 4,
		.drawing = " billing-europe-1──╮\n"
			   "                   ├──► x ───► y ───► z\n"
			   " billing-europe-2──╯\n" },
	{ .what = "fourteen agents",
		.nodes = AGENTS,
		.edges = HANDOFFS,
		.width = 80,
		.height = 17,
		.drawing =
			"                     ╭─►!billing━━━━━━━━━━━━━━━━━━━━━━━━a━┳►!ledger ─┬╮\n"
			"         ╭─► triage ─┤   5/m     ╭► fraud ───╮            │  4/s     ││\n"
			"         │   12/s    │           ┆  4/s .78  │            │          ╰┼► audit\n"
			"         │           ├─►!kyc ┄b┄┄╯          ╭┴► refund ──┬╯           │  4/s\n"
			" intake ─╯           │   4/s .41            │   4/s .69  ╰────────────┤\n"
			" 12/s                ├────────────► support─┴────────────────────────┬┴► notify\n"
			"                     │              3/s     ╭─► reviewer───► deploy ─╯   8/s\n"
			"                     │                      │   1/s   ^1     .2/s\n"
			"                     ╰─► planner──► coder ──╯\n"
			"                         1/s        1/s\n" },
	{ .what = "fourteen agents, narrow",
		.nodes = AGENTS,
		.edges = HANDOFFS,
		.width = 60,
		.height = 14,
		.drawing =
			"               ╭─►!kyc b┄► fraud ╮\n"
			"               │   4/s .~  4/s .~│                ╭─► audit\n"
			"               │                 ├► ref~>1►!ledger┴╮  4/s\n"
			" intake► tri~>1┴┬►!bi~>1a  suppo~╯  4/s .~  4/s    │\n"
			" 12/s    12/s   │  5/m     3/s >1                  │\n"
			"                │                                  │\n"
			"                ╰► plann~► coder ─► revie~► deploy─┴► notify\n"
			"                   1/s     1/s      1/s ^1  .2/s      8/s\n" },
	{ .what = "fourteen agents, low",
		.nodes = AGENTS,
		.edges = HANDOFFS,
		.width = 80,
		.height = 6,
		.drawing =
			"                     ╭─►!billing━━━━━━━━━━━━━━━━━━━━━━━━a━┳►!ledger ─┬╮\n"
			"                     │   5/m                ╭┬► refund ──┬╯  4/s     ╰┼► audit\n"
			"                     ├─►!kyc ┄┄┄┄b► fraud ──┼╯  4/s .69  ╰────────────┤  4/s\n"
			" intake ──► triage ─┬┴────────────► support─┴────────────────────────┬┴► notify\n"
			" 12/s       12/s    ╰──► planner──► coder ────► reviewer───► deploy ─╯   8/s\n"
			"                         1/s        1/s         1/s   ^1     .2/s\n" },
	{ .what = "fourteen agents, scrolled",
		.nodes = AGENTS,
		.edges = HANDOFFS,
		.width = 50,
		.height = 12,
		.pane = { .width = 50, .height = 12, .layer = 2, .row = 0 },
		.drawing = " ╭►!billing━━━━━━━━━━━━━━━━━━━━━━━━a━┳►!ledger ─┬╮\n"
			   "─┤  5/m     ╭► fraud ───╮            │  4/s     ╰┼\n"
			   " │          ┆  4/s .78 ╭┴► refund ──┬╯           │\n"
			   " ├►!kyc ┄b┄┄╯          │   4/s .69  ╰────────────┤\n"
			   " │  4/s .41 ╭► support─┴────────────────────────┬┴\n"
			   " ├──────────╯  3/s     ╭─► reviewer───► deploy ─╯\n"
			   " │                     │   1/s   ^1     .2/s\n"
			   " ╰► planner──► coder ──╯\n"
			   "    1/s        1/s\n"
			   "\n"
			   "\n"
			   "<2 more                                    2 more>\n" },
	{ .what = "fourteen agents, scrolled down",
		.nodes = AGENTS,
		.edges = HANDOFFS,
		.width = 80,
		.height = 17,
		.pane = { .width = 60, .height = 6, .layer = 1, .row = 4 },
		.drawing =
			"─╯           │   4/s .41            │   4/s .69  ╰──────────\n"
			"             ├────────────► support─┴───────────────────────\n"
			"             │              3/s     ╭─► reviewer───► deploy\n"
			"             │                      │   1/s   ^1     .2/s\n"
			"             ╰─► planner──► coder ──╯\n"
			"<1 more  6 above                                     2 more>\n" },
};

static void test_scenes(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(scenes); i++)
		check_scene(&scenes[i]);
}

/* ---- the rules of a gap ---- */

/* Hops in a gap of 6 columns, one after the other. */
static const struct {
	const char *what;
	struct graph_hop hops[3];
	bool fine; /* may the last be drawn when the others are? */
} rules[] = {
	{ "a net parts", { { 1, 7, 2, 0, 2, -1, 0 }, { 1, 8, 2, 4, 2, -1, 0 } }, true },
	{ "a net parts three ways: four arms",
		{ { 1, 7, 2, 0, 2, -1, 0 }, { 1, 8, 2, 4, 2, -1, 0 },
			{ 1, 9, 2, 2, GRAPH_STRAIGHT, -1, 0 } },
		false },
	{ "a crossing",
		{ { 1, 7, 2, 2, GRAPH_STRAIGHT, -1, 0 }, { 2, 8, 0, 4, 2, -1, 0 } },
		true },
	{ "a join at the goal",
		{ { 1, 7, 2, 2, GRAPH_STRAIGHT, -1, 0 }, { 2, 7, 0, 2, 2, -1, 0 } },
		true },
	{ "the end of another net on its row",
		{ { 1, 7, 2, 2, GRAPH_STRAIGHT, -1, 0 }, { 2, 8, 0, 2, 2, -1, 0 } },
		false },
	{ "a join before the other net has parted",
		{ { 1, 7, 2, 2, GRAPH_STRAIGHT, -1, 0 }, { 1, 8, 2, 4, 3, -1, 0 },
			{ 2, 7, 0, 2, 1, -1, 0 } },
		false },
	{ "a join after the other net has parted",
		{ { 1, 7, 2, 2, GRAPH_STRAIGHT, -1, 0 }, { 1, 8, 2, 4, 1, -1, 0 },
			{ 2, 7, 0, 2, 3, -1, 0 } },
		true },
	{ "two nets in one column, apart",
		{ { 1, 7, 0, 1, 2, -1, 0 }, { 2, 8, 2, 3, 2, -1, 0 } }, true },
	{ "two nets in one column, over each other",
		{ { 1, 7, 0, 3, 2, -1, 0 }, { 2, 8, 2, 4, 2, -1, 0 } }, false },
	{ "two nets gather on the way to one goal",
		{ { 1, 7, 0, 4, 2, -1, 0 }, { 2, 7, 2, 4, 2, -1, 0 } }, true },
	{ "from above and below to one goal",
		{ { 1, 7, 0, 2, 2, -1, 0 }, { 2, 7, 4, 2, 2, -1, 0 } }, true },
	{ "they would change rows",
		{ { 1, 7, 1, 3, 2, -1, 0 }, { 2, 8, 3, 1, 3, -1, 0 } }, false },
	{ "they change rows by a dogleg",
		{ { 1, 7, 1, 3, 1, 2, 3 }, { 2, 8, 3, 1, 2, -1, 0 } }, true },
};

static void test_rules(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(rules); i++) {
		struct graph_channel c;
		int last = 0;

		graph_channel_init(&c, 6, 6);
		while (last < 2 && rules[i].hops[last + 1].net != 0)
			last++;
		for (int k = 0; k < last; k++)
			assert_true(graph_channel_add(&c, &rules[i].hops[k]));
		if (graph_channel_add(&c, &rules[i].hops[last]) != rules[i].fine)
			fail_msg("%s", rules[i].what);
		graph_channel_fini(&c);
	}
}

/* ---- other promises ---- */

/* What comes to a graph "a>b b>c" that has been settled. */
static const struct addition {
	const char *what, *nodes, *edges;
	struct graph_counts counts;
	enum graph_fate fate; /* of the last edge */
} additions[] = {
	{ "a forward edge", "a;b;c", "a>b b>c a>c", { .routed = 3 }, GRAPH_ROUTED },
	{ "an edge that closes a cycle", "a;b;c", "a>b b>c c>a",
		{ .routed = 2, .back = 1 }, GRAPH_BACK },
	{ "a self-loop", "a;b;c", "a>b b>c b>b", { .routed = 2, .back = 1 }, GRAPH_BACK },
	{ "a node right of its source", "a;b;c;d", "a>b b>c a>d", { .routed = 3 },
		GRAPH_ROUTED },
	{ "a node that makes a new layer", "a;b;c;d", "a>b b>c c>d", { .routed = 3 },
		GRAPH_ROUTED },
	{ "a node left of its target", "a;b;c;d", "a>b b>c d>c", { .routed = 3 },
		GRAPH_ROUTED },
	{ "a node left of the first layer", "a;b;c;d", "a>b b>c d>a",
		{ .routed = 2, .stubs = 1, .pending = 2 }, GRAPH_STUB },
	{ "an edge that points back but closes no cycle", "a;b;c;d", "a>b b>c a>d c>d",
		{ .routed = 3, .stubs = 1, .pending = 1 }, GRAPH_STUB },
};

static void check_addition(const struct addition *a)
{
	static const struct scene start = { .nodes = "a;b;c", .edges = "a>b b>c" };
	struct scene more = { .nodes = a->nodes, .edges = a->edges };
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
	if (c.routed != a->counts.routed || c.back != a->counts.back ||
		c.stubs != a->counts.stubs || c.pending != a->counts.pending ||
		graph_layout_fate(layout, last->from, last->to) != a->fate)
		fail_msg("%s: %d routed, %d back, %d stubs, %d pending", a->what,
			c.routed, c.back, c.stubs, c.pending);
	graph_layout_settle(layout, &g.graph, 60, 8);
	assert_int_equal(graph_layout_counts(layout).pending, 0);
	free(g.text);
	graph_layout_free(layout);
}

static void test_update(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(additions); i++)
		check_addition(&additions[i]);
}

/* Edges that are not in the graph for a while keep their tracks, and all else its place.
 */
static void test_absent(void **state)
{
	static const struct {
		const char *edges, *drawing;
	} cases[] = {
		{ "a>b b>c c>d a>c b>d",
			"     ╭───────────┬───► c ──╮\n"
			" a ──┤         ╭─┼─────────┴───► d\n"
			"     ╰───► b ──┴─╯\n" },
		{ "a>b c>d a>c",
			"     ╭───────────────► c ──╮\n"
			" a ──┤                     ╰───► d\n"
			"     ╰───► b\n" },
		{ "b>d",
			"                       c\n"
			" a             ╭───────────────► d\n"
			"           b ──╯\n" },
	};
	struct graph_layout *layout = graph_layout_new();
	struct scene_graph g;
	struct picture p = { .layout = layout, .graph = &g.graph, .what = "absent" };

	(void)state;
	p.pane = (struct graph_pane){ .width = 40, .height = 5 };
	for (size_t i = 0; i < LEN(cases); i++) {
		struct scene s = { .nodes = "a;b;c;d", .edges = cases[i].edges };

		scene_read(&g, &s);
		if (i == 0)
			graph_layout_settle(layout, &g.graph, 40, 5);
		else
			graph_layout_update(layout, &g.graph);
		picture_paint(&p);
		compare_drawing(&p, cases[i].drawing);
		free(g.text);
	}
	free(p.cells);
	graph_layout_free(layout);
}

static void test_steps(void **state)
{
	static const struct scene s = { .nodes = "a;b;c;d;e;f",
		.edges = "a>b a>c b>d c>e d>f e>f" };
	static const struct {
		char from, to;
		enum graph_direction way;
	} cases[] = {
		{ 'a', 'b', GRAPH_RIGHT },
		{ 'b', 'd', GRAPH_RIGHT },
		{ 'b', 'a', GRAPH_LEFT },
		{ 'b', 'c', GRAPH_DOWN },
		{ 'c', 'b', GRAPH_UP },
		{ 'c', 'e', GRAPH_RIGHT },
		{ 'e', 'f', GRAPH_RIGHT },
		{ 'f', 'f', GRAPH_RIGHT },
		{ 'a', 'a', GRAPH_LEFT },
		{ 'b', 'b', GRAPH_UP },
		{ 'f', 'd', GRAPH_LEFT },
	};
	struct graph_layout *layout = graph_layout_new();
	struct scene_graph g;

	(void)state;
	scene_read(&g, &s);
	graph_layout_settle(layout, &g.graph, 60, 8);
	for (size_t i = 0; i < LEN(cases); i++)
		assert_int_equal('a' +
				graph_layout_step(
					layout, cases[i].from - 'a', cases[i].way),
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
	assert_int_equal(layers, (GRAPH_NODES_MAX + 23) / 24);
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
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_update),
		cmocka_unit_test(test_absent),
		cmocka_unit_test(test_steps),
		cmocka_unit_test(test_too_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
