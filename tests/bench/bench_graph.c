/* SPDX-License-Identifier: MIT */
/*
 * How large and how fast graph drawings are, on random layered graphs: the
 * size without a limit of width, what is left of each window's nodes without
 * scrolling, and the time to settle and paint. One line a kind of graph, mean
 * of many graphs; `bench_graph -d SEED NODES EDGES` prints one graph.
 */
#include <string.h>
#include <time.h>

#include "tests/graph_random.h"
#include "tui/graph_paint.h"

enum { GRAPHS = 50, ROWS = 18 };

struct sums {
	struct graph_counts counts;
	int edges, fits[3];
	double ms, worst_ms;
};

static const int windows[3][2] = { { 80, 17 }, { 120, 29 }, { 200, 43 } };

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
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
}

static void measure_window(
	struct graph_layout *l, const struct graph *g, int w, struct sums *s)
{
	static struct graph_cell cells[200 * 43];
	struct graph_pane pane = { .width = windows[w][0], .height = windows[w][1] };
	double start = now_ms(), ms;

	s->fits[w] += graph_layout_settle(l, g, pane.width, pane.height);
	graph_paint(l, g, &pane, cells);
	ms = now_ms() - start;
	s->ms += ms / 3;
	if (ms > s->worst_ms)
		s->worst_ms = ms;
}

static void measure(int nodes, double degree)
{
	static struct graph_random r;
	struct graph_layout *l = graph_layout_new();
	struct sums s;

	memset(&s, 0, sizeof(s));
	for (uint32_t seed = 1; seed <= GRAPHS; seed++) {
		graph_random_make(&r, seed, nodes, (int)(nodes * degree + 0.5) + 1);
		measure_size(l, &r.graph, &s);
		for (int w = 0; w < 3; w++)
			measure_window(l, &r.graph, w, &s);
	}
	graph_layout_free(l);
	printf("%6d %6.1f %6.1f   %5.1f x %-4.1f %6.1f %6.1f %6.1f   %3d%% %3d%% %3d%%   %6.3f %6.3f\n",
		nodes, (double)s.edges / GRAPHS, (double)s.counts.layers / GRAPHS,
		(double)s.counts.columns / GRAPHS, (double)s.counts.rows / GRAPHS,
		(double)s.counts.crossings / GRAPHS, (double)s.counts.back / GRAPHS,
		(double)s.counts.stubs / GRAPHS, s.fits[0] * 100 / GRAPHS,
		s.fits[1] * 100 / GRAPHS, s.fits[2] * 100 / GRAPHS, s.ms / GRAPHS,
		s.worst_ms);
}

static int dump(uint32_t seed, int nodes, int edges)
{
	static struct graph_random r;

	graph_random_make(&r, seed, nodes, edges);
	for (int n = 0; n < nodes; n++)
		printf("n _%s -\n", r.names[n]);
	for (int i = 0; i < r.graph.edge_count; i++)
		printf("e %s %s o\n", r.names[r.edges[i].from], r.names[r.edges[i].to]);
	return 0;
}

int main(int argc, char **argv)
{
	static const int sizes[] = { 6, 10, 15, 25, 40, 60 };

	if (argc == 5 && strcmp(argv[1], "-d") == 0)
		return dump((uint32_t)atoi(argv[2]), atoi(argv[3]), atoi(argv[4]));
	printf(" nodes  edges layers      size      cross   back  stubs    fit 80  120  200   ms mean  worst\n");
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		measure(sizes[i], 1.1);
		measure(sizes[i], 1.7);
	}
	return 0;
}
