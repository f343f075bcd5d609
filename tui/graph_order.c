/* SPDX-License-Identifier: MIT */
#include "tui/graph_order.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { SWEEPS = 30, SWEEPS_WITHOUT_GAIN = 8 };

/* ---- crossings ---- */

static int gap_crossings(const struct graph_layers *g, int gap)
{
	int count = 0;

	for (int i = g->gap[gap]; i < g->gap[gap + 1]; i++) {
		int from = g->vertices[g->links[i].from].pos;
		int to = g->vertices[g->links[i].to].pos;

		for (int k = g->gap[gap]; k < i; k++) {
			int a = g->vertices[g->links[k].from].pos - from;
			int b = g->vertices[g->links[k].to].pos - to;

			count += (a < 0 && b > 0) || (a > 0 && b < 0);
		}
	}
	return count;
}

static int all_crossings(const struct graph_layers *g)
{
	int count = 0;

	for (int l = 0; l + 1 < g->layer_count; l++)
		count += gap_crossings(g, l);
	return count;
}

/* Pairs of neighbours (of `a`, of `b`) that cross when `a` stands above `b`. */
static int pair_crossings(const struct graph_layers *g, const int *a, int a_count,
	const int *b, int b_count)
{
	int count = 0;

	for (int i = 0; i < a_count; i++) {
		int pos = g->vertices[a[i]].pos;

		for (int k = 0; k < b_count; k++)
			count += g->vertices[b[k]].pos < pos;
	}
	return count;
}

/* What swapping `upper` with `lower`, the next below, would save. */
static int swap_gain(const struct graph_layers *g, int upper, int lower)
{
	const struct graph_vertex *u = &g->vertices[upper], *l = &g->vertices[lower];
	const int *u_in = &g->near[u->in], *u_out = &g->near[u->out];
	const int *l_in = &g->near[l->in], *l_out = &g->near[l->out];

	return pair_crossings(g, u_in, u->in_count, l_in, l->in_count) +
		pair_crossings(g, u_out, u->out_count, l_out, l->out_count) -
		pair_crossings(g, l_in, l->in_count, u_in, u->in_count) -
		pair_crossings(g, l_out, l->out_count, u_out, u->out_count);
}

/* ---- one layer ---- */

static void put(struct graph_layers *g, int layer, int pos, int vertex)
{
	g->order[g->layer[layer] + pos] = vertex;
	g->vertices[vertex].pos = pos;
}

static void transpose(struct graph_layers *g, int layer)
{
	const int *row = &g->order[g->layer[layer]];
	bool gained = true;

	while (gained) {
		gained = false;
		for (int i = 0; i + 1 < graph_layers_size(g, layer); i++) {
			int upper = row[i], lower = row[i + 1];

			if (swap_gain(g, upper, lower) <= 0)
				continue;
			put(g, layer, i, lower);
			put(g, layer, i + 1, upper);
			gained = true;
		}
	}
}

static void sort_positions(int *a, int count)
{
	for (int i = 1; i < count; i++) {
		int x = a[i], k = i;

		for (; k > 0 && a[k - 1] > x; k--)
			a[k] = a[k - 1];
		a[k] = x;
	}
}

/* Twice the median position of the neighbours on one side; -1 if there are none. */
static int median(const struct graph_layers *g, int vertex, bool of_sources, int *scratch)
{
	const struct graph_vertex *v = &g->vertices[vertex];
	int count = of_sources ? v->in_count : v->out_count;
	const int *near = &g->near[of_sources ? v->in : v->out];

	if (count == 0)
		return -1;
	for (int i = 0; i < count; i++)
		scratch[i] = g->vertices[near[i]].pos;
	sort_positions(scratch, count);
	return scratch[(count - 1) / 2] + scratch[count / 2];
}

struct sweep {
	struct graph_layers *g;
	int *key, *free_pos, *scratch;
	bool down; /* from the left: by the medians of the sources */
	bool swap; /* equal medians change places */
};

/* Vertices with a median are sorted among the places they hold; the others stay. */
static void sort_layer(struct sweep *s, int layer)
{
	struct graph_layers *g = s->g;
	int size = graph_layers_size(g, layer), count = 0;
	int *moving = s->scratch;

	for (int i = 0; i < size; i++) {
		int v = g->order[g->layer[layer] + i];

		s->key[v] = median(g, v, s->down, s->scratch + size);
		if (s->key[v] < 0)
			continue;
		s->free_pos[count] = i;
		moving[count++] = v;
	}
	for (int i = 1; i < count; i++) {
		int v = moving[i], k = i;

		for (; k > 0 &&
			(s->key[moving[k - 1]] > s->key[v] ||
				(s->swap && s->key[moving[k - 1]] == s->key[v]));
			k--)
			moving[k] = moving[k - 1];
		moving[k] = v;
	}
	for (int i = 0; i < count; i++)
		put(g, layer, s->free_pos[i], moving[i]);
}

static void sweep(struct sweep *s)
{
	int layers = s->g->layer_count;

	for (int i = 1; i < layers; i++) {
		int layer = s->down ? i : layers - 1 - i;

		sort_layer(s, layer);
		transpose(s->g, layer);
	}
}

/* ---- all ---- */

static void restore(struct graph_layers *g, const int *best)
{
	for (int l = 0; l < g->layer_count; l++)
		for (int i = 0; i < graph_layers_size(g, l); i++)
			put(g, l, i, best[g->layer[l] + i]);
}

static int improve(struct sweep *s, int *best)
{
	struct graph_layers *g = s->g;
	size_t bytes = (size_t)g->vertex_count * sizeof(*best);
	int least = all_crossings(g), idle = 0;

	memcpy(best, g->order, bytes);
	for (int i = 0; i < SWEEPS && least > 0 && idle < SWEEPS_WITHOUT_GAIN; i++) {
		int now;

		s->down = i % 2 == 0;
		s->swap = i % 4 >= 2;
		sweep(s);
		now = all_crossings(g);
		idle++;
		if (now >= least)
			continue;
		least = now;
		idle = 0;
		memcpy(best, g->order, bytes);
	}
	restore(g, best);
	return least;
}

int graph_order_improve(struct graph_layers *g)
{
	size_t n = (size_t)g->vertex_count, links = (size_t)g->link_count;
	struct sweep s = { .g = g };
	int *best = xcalloc(n, sizeof(*best));
	int least;

	s.key = xcalloc(n, sizeof(*s.key));
	s.free_pos = xcalloc(n, sizeof(*s.free_pos));
	s.scratch = xcalloc(n + links, sizeof(*s.scratch));
	least = improve(&s, best);
	free(best);
	free(s.key);
	free(s.free_pos);
	free(s.scratch);
	return least;
}
