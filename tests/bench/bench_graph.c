/* SPDX-License-Identifier: MIT */
/*
 * How large and how fast graph drawings are, on random layered graphs. The
 * size is that of the drawing made for scrolling (no limit of width, edges
 * over more than 3 layers folded); `fit` is the share of graphs that fit a
 * window whole; the times are those to settle and paint, and to add an edge to
 * a pinned layout. A line is the mean of many graphs, `worst` the longest.
 * `bench_graph -d SEED NODES EDGES` prints one graph; `-f` how long the flow
 * screen takes for 60 agents and 120 edges at 200x60, the first time and then.
 */
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "tests/graph_random.h"
#include "tui/graph_paint.h"
#include "views/view.h"

enum { GRAPHS = 50, ROWS = 18, WINDOWS = 3, TIMES = 3 };

static const struct {
	int width, height;
} windows[WINDOWS] = { { 80, 17 }, { 120, 29 }, { 200, 43 } };

struct sums {
	struct graph_counts counts;
	int edges, ambiguous, fits[WINDOWS], added;
	double ms, worst_ms, add_ms;
};

/* Of this process: what else runs on the machine is no matter here. */
static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Cells with four arms that are not two lines crossing. */
static int count_ambiguous(
	const struct graph_layout *l, const struct graph *g, struct graph_counts c)
{
	struct graph_pane pane = { .width = c.columns, .height = c.rows };
	int cells = c.columns * c.rows, count = 0;
	struct graph_cell *cell = xcalloc((size_t)cells, sizeof(*cell));

	graph_paint(l, g, &pane, cell);
	for (int i = 0; i < cells; i++)
		count += (cell[i].ch == 0x253c || cell[i].ch == 0x254b) &&
			cell[i].kind != GRAPH_CROSS;
	free(cell);
	return count;
}

/* Settles for a window of one column: that is the drawing made for scrolling. */
static void measure_size(struct graph_layout *l, const struct graph *g, struct sums *s)
{
	struct graph_counts c;

	graph_layout_settle(l, g, 1, ROWS + 1);
	c = graph_layout_counts(l);
	s->counts.columns += c.columns;
	s->counts.rows += c.rows;
	s->counts.crossings += c.crossings;
	s->counts.stubs += c.stubs;
	s->counts.back += c.back;
	s->counts.layers += c.layers;
	s->edges += g->edge_count;
	s->ambiguous += count_ambiguous(l, g, c);
}

/* The best of some times. */
static void measure_window(
	struct graph_layout *l, const struct graph *g, int w, struct sums *s)
{
	static struct graph_cell cells[200 * 43];
	struct graph_pane pane = { .width = windows[w].width,
		.height = windows[w].height };
	double best = 0;

	for (int i = 0; i < TIMES; i++) {
		double start = now_ms(), ms;

		graph_layout_settle(l, g, pane.width, pane.height);
		graph_paint(l, g, &pane, cells);
		ms = now_ms() - start;
		best = i == 0 || ms < best ? ms : best;
	}
	s->fits[w] += graph_layout_fits(l);
	s->ms += best / WINDOWS;
	if (best > s->worst_ms)
		s->worst_ms = best;
}

/* The last third of the edges comes one by one. */
static void measure_adding(struct graph_layout *l, const struct graph *g, struct sums *s)
{
	struct graph part = *g;
	double start;

	part.edge_count = g->edge_count * 2 / 3;
	graph_layout_settle(
		l, &part, windows[WINDOWS - 1].width, windows[WINDOWS - 1].height);
	start = now_ms();
	for (; part.edge_count < g->edge_count; s->added++) {
		part.edge_count++;
		graph_layout_update(l, &part);
	}
	s->add_ms += now_ms() - start;
}

static void measure(int nodes, double degree)
{
	static struct graph_random r;
	struct graph_layout *l = graph_layout_new();
	struct sums s;
	double n = GRAPHS;

	memset(&s, 0, sizeof(s));
	for (uint32_t seed = 1; seed <= GRAPHS; seed++) {
		graph_random_make(&r, seed, nodes, (int)(nodes * degree + 0.5) + 1);
		measure_size(l, &r.graph, &s);
		for (int w = 0; w < WINDOWS; w++)
			measure_window(l, &r.graph, w, &s);
		measure_adding(l, &r.graph, &s);
	}
	graph_layout_free(l);
	printf("%5d %6.1f %6.1f  %5.1f x %-4.1f %6.1f %5.1f %5.1f %9.1f  %3d%% %3d%% %3d%%  "
	       "%6.3f %6.3f %6.3f\n",
		nodes, s.edges / n, s.counts.layers / n, s.counts.columns / n,
		s.counts.rows / n, s.counts.crossings / n, s.counts.back / n,
		s.counts.stubs / n, s.ambiguous / n, s.fits[0] * 100 / GRAPHS,
		s.fits[1] * 100 / GRAPHS, s.fits[2] * 100 / GRAPHS, s.ms / n, s.worst_ms,
		s.add_ms / s.added);
}

static int dump(uint32_t seed, int nodes, int edges)
{
	static struct graph_random r;

	if (nodes < 1 || nodes > GRAPH_NODES_MAX || edges > GRAPH_EDGES_MAX)
		return 1;
	graph_random_make(&r, seed, nodes, edges);
	for (int n = 0; n < nodes; n++)
		printf("n _%s -\n", r.names[n]);
	for (int i = 0; i < r.graph.edge_count; i++)
		printf("e %s %s o\n", r.names[r.edges[i].from], r.names[r.edges[i].to]);
	return 0;
}

/* As a recording would show it, before its first event. */
static double draw_flow(void *flow, struct surface *s, const struct graph_random *r)
{
	static const char *agent[GRAPH_NODES_MAX], *from[GRAPH_EDGES_MAX],
		*to[GRAPH_EDGES_MAX];
	static uint64_t offered[GRAPH_EDGES_MAX];
	struct mesh *mesh = mesh_new();
	struct replay_view replay = { .agent = agent,
		.agents = (size_t)r->graph.node_count,
		.edge_from = from,
		.edge_to = to,
		.edge_offered = offered,
		.edges = (size_t)r->graph.edge_count };
	struct world w = { .mesh = mesh,
		.tick = 1,
		.clock_rate = 1,
		.name = "bench",
		.link = { .state = LINK_REPLAY },
		.replay = &replay };
	double start;

	for (int i = 0; i < r->graph.node_count; i++)
		agent[i] = r->names[i];
	for (int i = 0; i < r->graph.edge_count; i++) {
		from[i] = r->names[r->edges[i].from];
		to[i] = r->names[r->edges[i].to];
	}
	start = now_ms();
	surface_clear(s);
	view_flow.draw(flow, &w, s);
	start = now_ms() - start;
	mesh_free(mesh);
	return start;
}

static int frame(void)
{
	static struct graph_random r;
	double first = 0, again = 0;

	for (uint32_t seed = 1; seed <= GRAPHS; seed++) {
		struct surface s = { 0 };
		void *flow = view_flow.open();
		struct world w = { .clock_rate = 1 };
		struct outcome out = { .go = -1 };

		graph_random_make(&r, seed, 60, 121);
		surface_init(&s, 57, 200);
		draw_flow(flow, &s, &r);
		w.mesh = mesh_new();
		/* from the table over the matrix to the graph */
		view_flow.act(flow, &w, ACTION_VIEW, (struct str){ 0 }, &out);
		mesh_free((struct mesh *)w.mesh);
		draw_flow(flow, &s, &r);
		w.mesh = mesh_new();
		view_flow.act(flow, &w, ACTION_VIEW, (struct str){ 0 }, &out);
		mesh_free((struct mesh *)w.mesh);
		first += draw_flow(flow, &s, &r);
		again += draw_flow(flow, &s, &r);
		view_flow.close(flow);
		surface_fini(&s);
	}
	printf("%.3f %.3f\n", first / GRAPHS, again / GRAPHS);
	return 0;
}

int main(int argc, char **argv)
{
	static const int sizes[] = { 6, 10, 15, 25, 40, 60 };

	if (argc == 5 && strcmp(argv[1], "-d") == 0)
		return dump((uint32_t)atoi(argv[2]), atoi(argv[3]), atoi(argv[4]));
	if (argc == 2 && strcmp(argv[1], "-f") == 0)
		return frame();
	printf("nodes  edges layers     size      cross  back stubs ambiguous  fit 80  120  200  "
	       "    ms  worst add one\n");
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		measure(sizes[i], 1.1);
		measure(sizes[i], 1.7);
	}
	measure(60, 2.0);
	return 0;
}
