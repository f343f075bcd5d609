/* SPDX-License-Identifier: MIT */
#include "tui/graph_canvas.h"

#include <stdlib.h>

#include "base/mem.h"

enum { NORTH, EAST, SOUTH, WEST };

/* By arms, N E S W from the lowest bit; one arm alone is half a line. */
static const uint32_t light[16] = { ' ', 0x2502, 0x2500, 0x2570, 0x2502, 0x2502, 0x256d,
	0x251c, 0x2500, 0x256f, 0x2500, 0x2534, 0x256e, 0x2524, 0x252c, 0x253c };
static const uint32_t heavy[16] = { ' ', 0x2503, 0x2501, 0x2517, 0x2503, 0x2503, 0x250f,
	0x2523, 0x2501, 0x251b, 0x2501, 0x253b, 0x2513, 0x252b, 0x2533, 0x254b };
static const uint32_t dashed[16] = { ' ', 0x2506, 0x2504, 0x2570, 0x2506, 0x2506, 0x256d,
	0x251c, 0x2504, 0x256f, 0x2504, 0x2534, 0x256e, 0x2524, 0x252c, 0x253c };

void graph_canvas_init(struct graph_canvas *c, int width, int height)
{
	size_t n = (size_t)width * (size_t)height;

	*c = (struct graph_canvas){ .width = width, .height = height };
	c->dots = xcalloc(n, sizeof(*c->dots));
}

void graph_canvas_fini(struct graph_canvas *c)
{
	free(c->dots);
	c->dots = NULL;
}

struct graph_dot *graph_canvas_at(const struct graph_canvas *c, int row, int column)
{
	row -= c->row;
	column -= c->column;
	if (row < 0 || row >= c->height || column < 0 || column >= c->width)
		return NULL;
	return &c->dots[row * c->width + column];
}

int graph_canvas_arms(const struct graph_dot *dot)
{
	int arms = 0;

	for (int i = 0; i < 4; i++)
		arms |= dot->arm[i] != 0 ? 1 << i : 0;
	return arms;
}

void graph_canvas_draw(struct graph_canvas *c, int row, int column, int arms,
	const struct graph_pen *pen)
{
	struct graph_dot *dot = graph_canvas_at(c, row, column);

	if (dot == NULL)
		return;
	dot->taken = true;
	if (pen == NULL)
		return;
	if (graph_canvas_arms(dot) == 0) {
		dot->net = (int16_t)pen->net;
		dot->goal = (int16_t)pen->goal;
	}
	if (dot->net != pen->net)
		dot->net = -1;
	if (dot->goal != pen->goal)
		dot->goal = -1;
	for (int i = 0; i < 4; i++)
		if ((arms & 1 << i) && dot->arm[i] < pen->class + 1)
			dot->arm[i] = (uint8_t)(pen->class + 1);
	if (arms != (GRAPH_E | GRAPH_W) && arms != (GRAPH_N | GRAPH_S))
		dot->bend = true;
}

bool graph_canvas_crossing(const struct graph_dot *dot)
{
	return !dot->bend && graph_canvas_arms(dot) == GRAPH_ALL_ARMS;
}

static int worse(int a, int b)
{
	return a > b ? a : b;
}

/* The line that is broken passes over the other. Else the better of the two shows. */
static struct graph_cell crossing_cell(const struct graph_dot *dot)
{
	int across = dot->arm[EAST] - 1, upright = dot->arm[NORTH] - 1;
	int better = across < upright ? across : upright, worst = worse(across, upright);
	struct graph_cell cell = { .ch = light[GRAPH_ALL_ARMS], .kind = GRAPH_CROSS };

	cell.class = (uint8_t)(better == GRAPH_IDLE ? worst : better);
	if (worst != GRAPH_BROKEN)
		return cell;
	cell.class = GRAPH_BROKEN;
	cell.ch = heavy[GRAPH_ALL_ARMS];
	if (upright != GRAPH_BROKEN)
		cell.ch = heavy[GRAPH_E | GRAPH_W];
	else if (across != GRAPH_BROKEN)
		cell.ch = heavy[GRAPH_N | GRAPH_S];
	return cell;
}

struct graph_cell graph_canvas_cell(const struct graph_dot *dot)
{
	int arms = graph_canvas_arms(dot), class = GRAPH_IDLE;
	struct graph_cell cell = { 0 };

	if (graph_canvas_crossing(dot))
		return crossing_cell(dot);
	for (int i = 0; i < 4; i++)
		class = worse(class, dot->arm[i] - 1);
	cell.class = (uint8_t) class;
	cell.ch = class == GRAPH_BROKEN ? heavy[arms]
		: class == GRAPH_LOW    ? dashed[arms]
					: light[arms];
	cell.kind = dot->net >= 0 ? GRAPH_LINE : GRAPH_JOIN;
	cell.tag = (uint16_t)(dot->net >= 0 ? dot->net : dot->goal) & 0x7fff;
	return cell;
}
