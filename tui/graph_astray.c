/* SPDX-License-Identifier: MIT */
#include "tui/graph_astray.h"

/* The way of what is drawn: does it come into the cell by an upper, or lower, arm? */
static bool comes_down(
	const struct graph_channel *c, const struct graph_channel_cell *cell)
{
	return (cell->arms & GRAPH_N) && cell[-(c->columns + 1)].way > 0;
}

static bool comes_up(const struct graph_channel_cell *cell)
{
	return (cell->arms & GRAPH_S) && cell->way < 0;
}

static bool leaves(
	const struct graph_channel *c, const struct graph_channel_cell *cell, int arm)
{
	if (!(cell->arms & arm))
		return false;
	if (arm == GRAPH_E)
		return true;
	return arm == GRAPH_N ? !comes_down(c, cell) : !comes_up(cell);
}

/* Goes against the way of what comes into `cell` by its upper (`step` -1) or lower arm.
 */
static bool parts_before(
	const struct graph_channel *c, const struct graph_channel_cell *cell, int step)
{
	int on = step < 0 ? GRAPH_N : GRAPH_S;

	for (;;) {
		cell += step * (c->columns + 1);
		if (cell->arms == GRAPH_ALL_ARMS)
			continue;
		if (cell->arms != (GRAPH_N | GRAPH_S) &&
			(leaves(c, cell, GRAPH_E) || leaves(c, cell, on)))
			return true;
		if (!(cell->arms & on))
			return false;
	}
}

/* Lines of one net that have parted do not come together again. */
static bool meets_itself(const struct graph_channel *c,
	const struct graph_channel_cell *cell, bool down, bool up, bool across)
{
	int above = down ? cell[-(c->columns + 1)].below.net : -1;
	int below = up ? cell->below.net : -1;
	int left = across ? cell[-1].right.net : -1;

	return (above >= 0 && (above == below || above == left)) ||
		(below >= 0 && below == left);
}

static bool leads_astray(
	const struct graph_channel *c, const struct graph_channel_cell *cell)
{
	bool down = comes_down(c, cell), up = comes_up(cell);
	bool across = (cell->arms & GRAPH_W) != 0;

	if (down + up + across < 2)
		return false;
	if (meets_itself(c, cell, down, up, across))
		return true;
	return (down && parts_before(c, cell, -1)) || (up && parts_before(c, cell, 1));
}

/* ---- what is unclear where one character stands for several ---- */

static bool three_arms(int arms)
{
	return arms == (GRAPH_ALL_ARMS & ~GRAPH_N) ||
		arms == (GRAPH_ALL_ARMS & ~GRAPH_E) ||
		arms == (GRAPH_ALL_ARMS & ~GRAPH_S) ||
		arms == (GRAPH_ALL_ARMS & ~GRAPH_W);
}

/*
 * In ASCII all joins are one character, of which one knows that it has three arms: which,
 * if the fourth side is clear, as no other join stands there, or the other three are.
 */
static bool is_unclear(const struct graph_channel *c,
	const struct graph_channel_cell *cell, int row, int column)
{
	int stride = c->columns + 1, unclear = 0;

	if (row > 0 && three_arms(cell[-stride].arms))
		unclear |= GRAPH_N;
	if (row + 1 < c->rows && three_arms(cell[stride].arms))
		unclear |= GRAPH_S;
	if (column + 1 < c->columns && three_arms(cell[1].arms))
		unclear |= GRAPH_E;
	if (column == 0 || three_arms(cell[-1].arms)) /* left of it may be a name */
		unclear |= GRAPH_W;
	return (unclear & cell->arms) && (unclear & ~cell->arms);
}

bool graph_astray(const struct graph_channel *c)
{
	const struct graph_channel_cell *cell = c->cells;

	for (int row = 0; row < c->rows; row++)
		for (int column = -1; column < c->columns; column++, cell++)
			if (three_arms(cell->arms) &&
				(leads_astray(c, cell) ||
					is_unclear(c, cell, row, column)))
				return true;
	return false;
}
