/* SPDX-License-Identifier: MIT */
#include "tui/graph_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { SWEEPS = 16, ONE_SIDED_SWEEPS = 4, RUN_WEIGHT = 3 };
/* Refining looks this far from a row, and weighs what a gap would cost so. */
enum { REACH = 4, REFINE_PASSES = 3 };
enum { COST_TRACK = 8, COST_ORDER = 3, COST_BEND = 2, COST_LENGTH = 1 };

/* Least distances: between two nodes, and from a node to a run below it. */
struct spacing {
	int nodes, run;
};

static const struct spacing with_notes[] = { { 3, 2 }, { 2, 2 }, { 2, 1 }, { 1, 1 } };
static const struct spacing without_notes[] = { { 2, 1 }, { 1, 1 } };

/* Vertices whose places have been pooled, as they would overlap: one common shift. */
struct pool {
	long sum, weight;
	int count;
};

struct rows {
	struct graph_layers *g;
	struct graph_rows_want want;
	int *offset; /* by place in `order`: from the first of the layer */
	int *median;
	int *depth, *owner; /* by row, for the gap that is looked at */
	struct pool *pools;
};

/* ---- distances ---- */

static int distance(const struct graph_layers *g, int layer, int pos, struct spacing s)
{
	const int *v = &g->order[g->layer[layer] + pos];

	if (graph_layers_dummy(g, v[0]))
		return 1;
	return graph_layers_dummy(g, v[1]) ? s.run : s.nodes;
}

static int layer_height(const struct graph_layers *g, int layer, struct spacing s)
{
	int rows = 1;

	for (int i = 0; i + 1 < graph_layers_size(g, layer); i++)
		rows += distance(g, layer, i, s);
	return rows;
}

/* The widest that fits the layer; but never wider than the first where all fit. */
static struct spacing spacing_of(
	const struct graph_layers *g, int layer, struct graph_rows_want want)
{
	const struct spacing *s = want.notes ? with_notes : without_notes;
	int last = want.notes ? 3 : 1, room = want.height - (want.notes ? 1 : 0);

	for (int l = 0; l < g->layer_count; l++) {
		if (layer_height(g, l, *s) <= room)
			continue;
		s++;
		last--;
		break;
	}
	for (; last > 0 && layer_height(g, layer, *s) > room; last--)
		s++;
	return *s;
}

int graph_rows_distance(
	const struct graph_layers *g, int layer, int pos, struct graph_rows_want want)
{
	return distance(g, layer, pos, spacing_of(g, layer, want));
}

/* ---- one layer ---- */

static long floor_div(long a, long b)
{
	return a >= 0 ? a / b : -((-a + b - 1) / b);
}

static void sort_rows(int *a, int count)
{
	for (int i = 1; i < count; i++) {
		int x = a[i], k = i;

		for (; k > 0 && a[k - 1] > x; k--)
			a[k] = a[k - 1];
		a[k] = x;
	}
}

/* Twice the row `v` would like: the median of its neighbours on the given sides. */
static int wanted_row(struct rows *r, const struct graph_vertex *v, bool in, bool out)
{
	const struct graph_layers *g = r->g;
	int count = 0;

	for (int i = 0; in && i < v->in_count; i++)
		r->median[count++] = g->vertices[g->near[v->in + i]].row;
	for (int i = 0; out && i < v->out_count; i++)
		r->median[count++] = g->vertices[g->near[v->out + i]].row;
	if (count == 0)
		return 2 * v->row;
	sort_rows(r->median, count);
	return r->median[(count - 1) / 2] + r->median[count / 2];
}

/* Keeps the layer within 0 .. height - 1, as far as its distances allow. */
static void clamp_layer(struct rows *r, int layer)
{
	struct graph_layers *g = r->g;
	const int *v = &g->order[g->layer[layer]];
	const int *offset = &r->offset[g->layer[layer]];
	int size = graph_layers_size(g, layer), room = r->want.height;

	for (int i = size - 1; i >= 0; i--) {
		int limit = room - 1 - (offset[size - 1] - offset[i]);

		if (g->vertices[v[i]].row > limit)
			g->vertices[v[i]].row = limit;
	}
	for (int i = 0; i < size; i++)
		if (g->vertices[v[i]].row < offset[i])
			g->vertices[v[i]].row = offset[i];
}

/*
 * Pool adjacent violators: keeps the order, and minimises the weighted sum of
 * the squared ways from the wanted rows.
 */
static void place_layer(struct rows *r, int layer, bool in, bool out)
{
	struct graph_layers *g = r->g;
	const int *v = &g->order[g->layer[layer]];
	const int *offset = &r->offset[g->layer[layer]];
	int size = graph_layers_size(g, layer), pools = 0, next = 0;

	for (int i = 0; i < size; i++) {
		int weight = graph_layers_dummy(g, v[i]) ? RUN_WEIGHT : 1;
		int want = wanted_row(r, &g->vertices[v[i]], in, out) - 2 * offset[i];
		struct pool *p = &r->pools[pools++];

		*p = (struct pool){ (long)want * weight, weight, 1 };
		for (; pools > 1 && p[-1].sum * p->weight > p->sum * p[-1].weight; p--) {
			p[-1].sum += p->sum;
			p[-1].weight += p->weight;
			p[-1].count += p->count;
			pools--;
		}
	}
	for (int k = 0; k < pools; k++) {
		const struct pool *p = &r->pools[k];
		int shift = (int)floor_div(p->sum + p->weight, 2 * p->weight);

		for (int i = 0; i < p->count; i++, next++)
			g->vertices[v[next]].row = shift + offset[next];
	}
	clamp_layer(r, layer);
}

static void measure_layer(struct rows *r, int layer)
{
	struct spacing s = spacing_of(r->g, layer, r->want);
	int *offset = &r->offset[r->g->layer[layer]];

	offset[0] = 0;
	for (int i = 0; i + 1 < graph_layers_size(r->g, layer); i++)
		offset[i + 1] = offset[i] + distance(r->g, layer, i, s);
}

/* ---- refining ---- */

/* What the links out of a layer will about cost in width and in bends. */
static int gap_cost(struct rows *r, int layer)
{
	const struct graph_layers *g = r->g;
	int *depth = r->depth, most = 0, cost = 0;

	if (layer < 0 || layer + 1 >= g->layer_count)
		return 0;
	memset(depth, 0, (size_t)r->want.height * sizeof(*depth));
	memset(r->owner, -1, (size_t)r->want.height * sizeof(*r->owner));
	for (int i = g->layer[layer + 1]; i < g->layer[layer + 2]; i++)
		r->owner[g->vertices[g->order[i]].row] = g->order[i];
	for (int i = g->layer[layer]; i < g->layer[layer + 1]; i++) {
		const struct graph_vertex *v = &g->vertices[g->order[i]];
		int low = v->row, high = v->row;

		for (int k = 0; k < v->out_count; k++) {
			int row = g->vertices[g->near[v->out + k]].row;

			low = row < low ? row : low;
			high = row > high ? row : high;
			cost += row != v->row ? COST_BEND : 0;
		}
		if (low == high)
			continue;
		cost += (high - low) * COST_LENGTH;
		for (int row = low; row <= high; row++)
			if (++depth[row] > most)
				most = depth[row];
		if (r->owner[v->row] >= 0)
			cost += g->vertices[r->owner[v->row]].in_count * COST_ORDER;
	}
	return cost + most * COST_TRACK;
}

static int vertex_cost(struct rows *r, const struct graph_vertex *v)
{
	return gap_cost(r, v->layer - 1) + gap_cost(r, v->layer);
}

static void refine_vertex(struct rows *r, int vertex)
{
	struct graph_layers *g = r->g;
	struct graph_vertex *v = &g->vertices[vertex];
	int at = g->layer[v->layer] + v->pos, size = graph_layers_size(g, v->layer);
	int low = 0, high = r->want.height - 1, best = v->row, least;

	if (v->pos > 0)
		low = g->vertices[g->order[at - 1]].row + r->offset[at] -
			r->offset[at - 1];
	if (v->pos + 1 < size)
		high = g->vertices[g->order[at + 1]].row - r->offset[at + 1] +
			r->offset[at];
	low = low < v->row - REACH ? v->row - REACH : low;
	high = high > v->row + REACH ? v->row + REACH : high;
	least = vertex_cost(r, v);
	for (int row = low, home = v->row; row <= high; row++) {
		int cost;

		if (row == home)
			continue;
		v->row = row;
		cost = vertex_cost(r, v);
		if (cost >= least)
			continue;
		least = cost;
		best = row;
	}
	v->row = best;
}

static void first_rows(struct rows *r)
{
	struct graph_layers *g = r->g;

	for (int l = 0; l < g->layer_count; l++) {
		int at = g->layer[l], size = graph_layers_size(g, l), top;

		measure_layer(r, l);
		top = (r->want.height - 1 - r->offset[at + size - 1]) / 2;
		for (int i = 0; i < size; i++)
			g->vertices[g->order[at + i]].row =
				(top > 0 ? top : 0) + r->offset[at + i];
	}
}

static void sweep(struct rows *r, int number)
{
	int layers = r->g->layer_count;
	bool down = number % 2 == 0, both = number >= ONE_SIDED_SWEEPS;

	for (int i = 0; i < layers; i++) {
		int layer = down ? i : layers - 1 - i;

		place_layer(r, layer, both || down, both || !down);
	}
}

/* Moves all up to row 0; returns the rows in use. */
static int pull_up(struct graph_layers *g)
{
	int top = g->vertices[0].row, bottom = top;

	for (int v = 1; v < g->vertex_count; v++) {
		int row = g->vertices[v].row;

		top = row < top ? row : top;
		bottom = row > bottom ? row : bottom;
	}
	for (int v = 0; v < g->vertex_count; v++)
		g->vertices[v].row -= top;
	return bottom - top + 1;
}

static bool fits(const struct graph_layers *g, int height)
{
	for (int v = 0; v < g->vertex_count; v++)
		if (g->vertices[v].row >= height)
			return false;
	return true;
}

int graph_rows_assign(struct graph_layers *g, struct graph_rows_want want)
{
	size_t n = (size_t)g->vertex_count;
	struct rows r = { .g = g, .want = want };

	if (n == 0)
		return 0;
	r.offset = xcalloc(n, sizeof(*r.offset));
	r.median = xcalloc(2 * (size_t)g->link_count, sizeof(*r.median));
	r.pools = xcalloc(n, sizeof(*r.pools));
	r.depth = xcalloc((size_t)want.height, sizeof(*r.depth));
	r.owner = xcalloc((size_t)want.height, sizeof(*r.owner));
	first_rows(&r);
	for (int i = 0; i < SWEEPS; i++)
		sweep(&r, i);
	if (fits(g, want.height))
		for (int pass = 0; pass < REFINE_PASSES; pass++)
			for (int i = 0; i < g->vertex_count; i++)
				refine_vertex(&r, g->order[i]);
	free(r.offset);
	free(r.median);
	free(r.pools);
	free(r.depth);
	free(r.owner);
	return pull_up(g);
}
