/* SPDX-License-Identifier: MIT */
#include "tui/graph_channel.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"

enum { SIDEWAYS = GRAPH_E | GRAPH_W, UPRIGHT = GRAPH_N | GRAPH_S };

int graph_hop_steps_max(int rows, int columns)
{
	return columns + 2 * rows + 4;
}

void graph_channel_init(struct graph_channel *c, int rows, int columns)
{
	size_t cells = (size_t)rows * (size_t)(columns + 1);

	c->rows = rows;
	c->columns = columns;
	c->cells = xmalloc(cells * sizeof(*c->cells));
	for (size_t i = 0; i < cells; i++)
		c->cells[i] = (struct graph_channel_cell){ -1, -1, -1, 0, false };
	c->steps =
		xmalloc((size_t)graph_hop_steps_max(rows, columns) * sizeof(*c->steps));
}

void graph_channel_fini(struct graph_channel *c)
{
	free(c->cells);
	free(c->steps);
	*c = (struct graph_channel){ 0 };
}

/* ---- the way of a hop ---- */

struct tracer {
	struct graph_step *steps;
	int count;
};

static void step(struct tracer *t, int row, int column, int arms)
{
	t->steps[t->count++] =
		(struct graph_step){ (int16_t)row, (int16_t)column, (uint8_t)arms };
}

static void go_right(struct tracer *t, int row, int first, int end)
{
	for (int column = first; column < end; column++)
		step(t, row, column, SIDEWAYS);
}

/* A vertical that is entered from the left and left to the right. */
static void go_vertical(struct tracer *t, int column, int from, int to)
{
	int way = to > from ? 1 : -1;

	step(t, from, column, GRAPH_W | (way > 0 ? GRAPH_S : GRAPH_N));
	for (int row = from + way; row != to; row += way)
		step(t, row, column, UPRIGHT);
	step(t, to, column, GRAPH_E | (way > 0 ? GRAPH_N : GRAPH_S));
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

/* Of a cell that has an arm up. */
static int net_above(const struct graph_channel *c, const struct graph_channel_cell *cell)
{
	return cell[-(c->columns + 1)].vertical;
}

static bool turns(int arms)
{
	return arms != SIDEWAYS && arms != UPRIGHT;
}

/* May the hop share the piece of line that leaves `cell` to the right? */
static bool may_share(
	const struct graph_channel_cell *cell, bool drawn, const struct graph_hop *hop)
{
	return !drawn || cell->net == hop->net || cell->goal == hop->goal;
}

static bool may_step(
	const struct graph_channel *c, const struct graph_hop *hop, struct graph_step s)
{
	const struct graph_channel_cell *cell = cell_at(c, s.row, s.column);
	const struct graph_channel_cell *left = cell - 1;
	int arms = cell->arms | s.arms;

	if (arms == GRAPH_ALL_ARMS && (cell->bend || turns(s.arms)))
		return false;
	if ((s.arms & GRAPH_E) && !may_share(cell, cell->arms & GRAPH_E, hop))
		return false;
	if ((s.arms & GRAPH_W) && !may_share(left, cell->arms & GRAPH_W, hop))
		return false;
	if ((s.arms & GRAPH_S) && (cell->arms & GRAPH_S) && cell->vertical != hop->net)
		return false;
	if ((s.arms & GRAPH_N) && (cell->arms & GRAPH_N) &&
		net_above(c, cell) != hop->net)
		return false;
	/* one vertical above and one below, of two nets, would look like one */
	if ((s.arms & UPRIGHT) == GRAPH_N && (cell->arms & GRAPH_S))
		return cell->vertical == hop->net;
	if ((s.arms & UPRIGHT) == GRAPH_S && (cell->arms & GRAPH_N))
		return net_above(c, cell) == hop->net;
	return true;
}

static void share(
	struct graph_channel_cell *cell, bool drawn, const struct graph_hop *hop)
{
	if (!drawn) {
		cell->net = hop->net;
		cell->goal = hop->goal;
		return;
	}
	if (cell->net != hop->net)
		cell->net = -1;
	if (cell->goal != hop->goal)
		cell->goal = -1;
}

static void draw_step(
	struct graph_channel *c, const struct graph_hop *hop, struct graph_step s)
{
	struct graph_channel_cell *cell = cell_at(c, s.row, s.column);

	if (s.arms & GRAPH_E)
		share(cell, cell->arms & GRAPH_E, hop);
	if (s.column == 0 && (s.arms & GRAPH_W))
		share(cell - 1, cell->arms & GRAPH_W, hop);
	if (s.arms & GRAPH_S)
		cell->vertical = hop->net;
	cell->arms |= s.arms;
	cell->bend = cell->bend || turns(s.arms);
}

bool graph_channel_add(struct graph_channel *c, const struct graph_hop *hop)
{
	int count = graph_hop_trace(hop, c->columns, c->steps);

	for (int i = 0; i < count; i++)
		if (!may_step(c, hop, c->steps[i]))
			return false;
	for (int i = 0; i < count; i++)
		draw_step(c, hop, c->steps[i]);
	return true;
}

/* ---- searching ---- */

static bool try_column(struct graph_channel *c, struct graph_hop *hop, int column)
{
	hop->column = column;
	hop->via = -1;
	return graph_channel_add(c, hop);
}

static bool net_turns_at(
	const struct graph_channel *c, const struct graph_hop *hop, int column)
{
	const struct graph_channel_cell *cell = cell_at(c, hop->from, column);

	if (!cell->bend || !(cell->arms & GRAPH_W))
		return false;
	if (cell->arms & GRAPH_S)
		return cell->vertical == hop->net;
	return net_above(c, cell) == hop->net;
}

static bool find_column(struct graph_channel *c, struct graph_hop *hop, int first_column)
{
	int last = c->columns - 2;

	for (int column = 0; column <= last; column++)
		if (net_turns_at(c, hop, column) && try_column(c, hop, column))
			return true;
	for (int column = first_column; column <= last; column++)
		if (try_column(c, hop, column))
			return true;
	for (int column = first_column - 1; column >= 0; column--)
		if (column <= last && try_column(c, hop, column))
			return true;
	return false;
}

static bool find_dogleg_via(struct graph_channel *c, struct graph_hop *hop, int via)
{
	hop->via = via;
	for (hop->column = 0; hop->column <= c->columns - 3; hop->column++)
		for (hop->column2 = hop->column + 1; hop->column2 <= c->columns - 2;
			hop->column2++)
			if (graph_channel_add(c, hop))
				return true;
	return false;
}

/* Rows from the nearest of the end outwards. */
static bool find_dogleg(struct graph_channel *c, struct graph_hop *hop)
{
	for (int far = 1; far < c->rows; far++) {
		int up = hop->to - far, down = hop->to + far;

		if (up >= 0 && up != hop->from && find_dogleg_via(c, hop, up))
			return true;
		if (down < c->rows && down != hop->from && find_dogleg_via(c, hop, down))
			return true;
	}
	return false;
}

bool graph_channel_find(struct graph_channel *c, struct graph_hop *hop, int first_column)
{
	hop->via = -1;
	if (hop->from == hop->to && try_column(c, hop, GRAPH_STRAIGHT))
		return true;
	if (hop->from != hop->to && find_column(c, hop, first_column))
		return true;
	if (find_dogleg(c, hop))
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
