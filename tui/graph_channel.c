/* SPDX-License-Identifier: MIT */
#include "tui/graph_channel.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "tui/graph_astray.h"

enum { PATIENCE = 200 };
enum { SIDEWAYS = GRAPH_E | GRAPH_W, UPRIGHT = GRAPH_N | GRAPH_S };

int graph_hop_steps_max(int rows, int columns)
{
	return columns + 2 * rows + 4;
}

static void clear(struct graph_channel *c)
{
	static const struct graph_channel_cell blank = { { -1, -1 }, { -1, -1 }, 0, 0,
		false };

	for (int i = 0; i < c->rows * (c->columns + 1); i++)
		c->cells[i] = blank;
}

void graph_channel_init(struct graph_channel *c, int rows, int columns)
{
	size_t cells = (size_t)rows * (size_t)(columns + 1);

	c->rows = rows;
	c->columns = columns;
	c->tries = 0;
	c->cells = xmalloc(cells * sizeof(*c->cells));
	clear(c);
	c->steps =
		xmalloc((size_t)graph_hop_steps_max(rows, columns) * sizeof(*c->steps));
	c->ends = xcalloc((size_t)columns + 1, sizeof(*c->ends));
	c->kept = xmalloc((size_t)graph_hop_steps_max(rows, columns) * sizeof(*c->kept));
}

void graph_channel_fini(struct graph_channel *c)
{
	free(c->cells);
	free(c->steps);
	free(c->kept);
	free(c->ends);
	*c = (struct graph_channel){ 0 };
}

/* ---- the way of a hop ---- */

struct tracer {
	struct graph_step *steps;
	int count;
};

static void step(struct tracer *t, int row, int column, int arms, int way)
{
	t->steps[t->count++] = (struct graph_step){ (int16_t)row, (int16_t)column,
		(uint8_t)arms, (int8_t)way };
}

static void go_right(struct tracer *t, int row, int first, int end)
{
	for (int column = first; column < end; column++)
		step(t, row, column, SIDEWAYS, 0);
}

/* A vertical that is entered from the left and left to the right. */
static void go_vertical(struct tracer *t, int column, int from, int to)
{
	int way = to > from ? 1 : -1;

	step(t, from, column, GRAPH_W | (way > 0 ? GRAPH_S : GRAPH_N), way);
	for (int row = from + way; row != to; row += way)
		step(t, row, column, UPRIGHT, way);
	step(t, to, column, GRAPH_E | (way > 0 ? GRAPH_N : GRAPH_S), way);
}

int graph_hop_trace(const struct graph_hop *hop, int columns, struct graph_step *steps)
{
	struct tracer t = { steps, 0 };

	if (hop->column == GRAPH_STRAIGHT) {
		go_right(&t, hop->from, 0, columns);
		return t.count;
	}
	go_right(&t, hop->from, 0, hop->column);
	if (hop->via < 0) {
		go_vertical(&t, hop->column, hop->from, hop->to);
		go_right(&t, hop->to, hop->column + 1, columns);
		return t.count;
	}
	go_vertical(&t, hop->column, hop->from, hop->via);
	go_right(&t, hop->via, hop->column + 1, hop->column2);
	go_vertical(&t, hop->column2, hop->via, hop->to);
	go_right(&t, hop->to, hop->column2 + 1, columns);
	return t.count;
}

/* ---- the rules ---- */

static struct graph_channel_cell *cell_at(
	const struct graph_channel *c, int row, int column)
{
	return &c->cells[row * (c->columns + 1) + column + 1];
}

/* Of a cell that is not in the top row. */
static struct graph_channel_cell *cell_above(
	const struct graph_channel *c, struct graph_channel_cell *cell)
{
	return cell - (c->columns + 1);
}

static bool turns(int arms)
{
	return arms != SIDEWAYS && arms != UPRIGHT;
}

static bool may_share(const struct graph_channel_piece *p, const struct graph_hop *hop)
{
	return p->net == hop->net || p->goal == hop->goal;
}

/* By arm: is it new to the cell, or may it be shared? */
static bool may_step(
	const struct graph_channel *c, const struct graph_hop *hop, struct graph_step s)
{
	struct graph_channel_cell *cell = cell_at(c, s.row, s.column);
	int common = cell->arms & s.arms;

	if ((cell->arms | s.arms) == GRAPH_ALL_ARMS && (cell->bend || turns(s.arms)))
		return false;
	if ((common & GRAPH_E) && !may_share(&cell->right, hop))
		return false;
	if ((common & GRAPH_W) && !may_share(&cell[-1].right, hop))
		return false;
	if ((common & GRAPH_S) && (cell->way != s.way || !may_share(&cell->below, hop)))
		return false;
	return !(common & GRAPH_N) || may_share(&cell_above(c, cell)->below, hop);
}

static void share(struct graph_channel_piece *p, bool drawn, const struct graph_hop *hop)
{
	if (!drawn)
		*p = (struct graph_channel_piece){ hop->net, hop->goal };
	if (p->net != hop->net)
		p->net = -1;
	if (p->goal != hop->goal)
		p->goal = -1;
}

static void draw_step(
	struct graph_channel *c, const struct graph_hop *hop, struct graph_step s)
{
	struct graph_channel_cell *cell = cell_at(c, s.row, s.column);

	if (s.arms & GRAPH_E)
		share(&cell->right, cell->arms & GRAPH_E, hop);
	if (s.column == 0 && (s.arms & GRAPH_W))
		share(&cell[-1].right, cell->arms & GRAPH_W, hop);
	if (s.arms & GRAPH_S) {
		share(&cell->below, cell->arms & GRAPH_S, hop);
		cell->way = s.way;
	}
	cell->arms |= s.arms;
	cell->bend = cell->bend || turns(s.arms);
}

/* Of c->steps, each by itself. */
static bool may_draw(
	const struct graph_channel *c, const struct graph_hop *hop, int first, int end)
{
	for (int i = first; i < end; i++)
		if (!may_step(c, hop, c->steps[i]))
			return false;
	return true;
}

static void draw(struct graph_channel *c, const struct graph_hop *hop, int count)
{
	for (int i = 0; i < count; i++)
		draw_step(c, hop, c->steps[i]);
}

bool graph_channel_add(struct graph_channel *c, const struct graph_hop *hop)
{
	int count = graph_hop_trace(hop, c->columns, c->steps);
	struct graph_channel_cell edge = *cell_at(c, hop->from, -1);

	if (!may_draw(c, hop, 0, count))
		return false;
	for (int i = 0; i < count; i++)
		c->kept[i] = *cell_at(c, c->steps[i].row, c->steps[i].column);
	draw(c, hop, count);
	if (!graph_astray(c))
		return true;
	for (int i = count - 1; i >= 0; i--)
		*cell_at(c, c->steps[i].row, c->steps[i].column) = c->kept[i];
	*cell_at(c, hop->from, -1) = edge;
	return false;
}

bool graph_channel_add_all(
	struct graph_channel *c, const struct graph_hop *hops, int count)
{
	bool fine = true;

	for (int h = 0; h < count && fine; h++)
		if (hops[h].column != GRAPH_LOST) {
			int n = graph_hop_trace(&hops[h], c->columns, c->steps);

			fine = may_draw(c, &hops[h], 0, n);
			if (fine)
				draw(c, &hops[h], n);
		}
	fine = fine && !graph_astray(c);
	if (!fine)
		clear(c);
	return fine;
}

/* ---- searching ---- */

static bool try_column(struct graph_channel *c, struct graph_hop *hop, int column)
{
	hop->column = column;
	hop->via = -1;
	return graph_channel_add(c, hop);
}

/* Does a line the hop could share leave its row here, or come to its end row? */
static bool line_turns_at(
	const struct graph_channel *c, const struct graph_hop *hop, int column)
{
	struct graph_channel_cell *start = cell_at(c, hop->from, column);
	struct graph_channel_cell *end = cell_at(c, hop->to, column);

	if (start->bend && (start->arms & GRAPH_W) && may_share(&start[-1].right, hop))
		return true;
	return end->bend && (end->arms & GRAPH_E) && may_share(&end->right, hop);
}

static bool find_column(struct graph_channel *c, struct graph_hop *hop)
{
	int last = c->columns - 2;

	for (int column = 0; column <= last; column++)
		if (line_turns_at(c, hop, column) && try_column(c, hop, column))
			return true;
	for (int column = 1; column <= last; column++)
		if (try_column(c, hop, column))
			return true;
	return last >= 0 && try_column(c, hop, 0);
}

/* May it come to `via` in its first column? What is behind does not matter then. */
static bool may_begin(struct graph_channel *c, struct graph_hop *hop)
{
	int begin = hop->column + abs(hop->via - hop->from) + 1;

	hop->column2 = c->columns - 2;
	graph_hop_trace(hop, c->columns, c->steps);
	return may_draw(c, hop, 0, begin);
}

/* May it go on from `via` in its second? */
static bool may_end(struct graph_channel *c, struct graph_hop *hop)
{
	int count, end;

	hop->column = 0;
	count = graph_hop_trace(hop, c->columns, c->steps);
	end = c->columns - hop->column2 + abs(hop->via - hop->to);
	return may_draw(c, hop, count - end, count);
}

static bool find_dogleg_via(struct graph_channel *c, struct graph_hop *hop, int via)
{
	int last = -1;

	hop->via = via;
	for (int i = 1; i <= c->columns - 2; i++) {
		hop->column2 = i;
		c->ends[i] = may_end(c, hop);
		last = c->ends[i] ? i : last;
	}
	for (int i = 0; i < last; i++) {
		hop->column = i;
		if (!may_begin(c, hop))
			continue;
		for (hop->column2 = i + 1; hop->column2 <= last; hop->column2++) {
			if (!c->ends[hop->column2])
				continue;
			if (c->tries++ >= PATIENCE)
				return false;
			if (graph_channel_add(c, hop))
				return true;
		}
	}
	return false;
}

/* Rows from the nearest of the end outwards. */
static bool find_dogleg(struct graph_channel *c, struct graph_hop *hop)
{
	for (int far = 1; far < c->rows && c->tries < PATIENCE; far++) {
		int up = hop->to - far, down = hop->to + far;

		if (up >= 0 && up != hop->from && find_dogleg_via(c, hop, up))
			return true;
		if (down < c->rows && down != hop->from && find_dogleg_via(c, hop, down))
			return true;
	}
	return false;
}

bool graph_channel_find(struct graph_channel *c, struct graph_hop *hop, bool doglegs)
{
	if (hop->from == hop->to && try_column(c, hop, GRAPH_STRAIGHT))
		return true;
	if (hop->from != hop->to && find_column(c, hop))
		return true;
	if (doglegs && find_dogleg(c, hop))
		return true;
	hop->column = GRAPH_LOST;
	hop->via = -1;
	return false;
}

int graph_channel_crossings(const struct graph_channel *c)
{
	int count = 0, cells = c->rows * (c->columns + 1);

	for (int i = 0; i < cells; i++)
		count += c->cells[i].arms == GRAPH_ALL_ARMS;
	return count;
}
