/* SPDX-License-Identifier: MIT */
#include "tui/chart.h"

#include <math.h>
#include <stdbool.h>

#define LOWEST_BAR 0x2581 /* ▁, the first of eight */
#define STEPS 7           /* above the lowest */
#define BRAILLE 0x2800    /* with no dot; the bits of its eight are below */
#define ROWS_MAX 16

static bool is_value(double v)
{
	return isfinite(v) && v >= 0;
}

static double largest(const double *values, size_t n)
{
	double max = 0;

	for (size_t i = 0; i < n; i++)
		if (is_value(values[i]) && values[i] > max)
			max = values[i];
	return max;
}

static uint32_t bar(double v, double max)
{
	double step;

	if (!is_value(v))
		return ' ';
	if (v <= 0)
		return LOWEST_BAR;
	step = v >= max ? STEPS : ceil(v / max * STEPS);
	return LOWEST_BAR + (uint32_t)(step < 1 ? 1 : step);
}

double chart_spark(
	struct surface *s, int row, int col, int cols, const struct chart *chart)
{
	size_t room = cols > 0 ? (size_t)cols : 0;
	size_t n = chart->n < room ? chart->n : room;
	const double *values = n > 0 ? chart->values + (chart->n - n) : NULL;
	double max = chart->max > 0 ? chart->max : largest(values, n);

	for (size_t i = 0; i < n; i++)
		surface_put(s, row, col + (int)(room - n + i), chart->style,
			bar(values[i], max));
	return max;
}

/* The height of a value in dots, from 0; what is above zero is not at the bottom. */
static int height(double v, double max, int dots)
{
	int at = max > 0 ? (int)ceil(v / max * (dots - 1)) : 0;

	return at >= dots ? dots - 1 : at;
}

/* Sets the dots from `low` to `high` in column `side` of a cell's rows. */
static void set_dots(unsigned char *cells, int rows, int side, int low, int high)
{
	static const unsigned char bit[2][CHART_DOTS] = { { 0x40, 0x04, 0x02, 0x01 },
		{ 0x80, 0x20, 0x10, 0x08 } };

	for (int dot = low; dot <= high; dot++)
		cells[rows - 1 - dot / CHART_DOTS] |= bit[side][dot % CHART_DOTS];
}

double chart_line(struct surface *s, int row, int col, int rows, int cols,
	const struct chart *chart)
{
	size_t room = cols > 0 ? (size_t)cols * 2 : 0;
	size_t n = chart->n < room ? chart->n : room, first = room - n;
	const double *values = n > 0 ? chart->values + (chart->n - n) : NULL;
	double max = chart->max > 0 ? chart->max : largest(values, n);
	unsigned char cells[ROWS_MAX] = { 0 };
	int last = -1;

	rows = rows > ROWS_MAX ? ROWS_MAX : rows;
	for (size_t i = first; i < room && rows > 0; i++) {
		double v = values[i - first];
		int at = is_value(v) ? height(v, max, rows * CHART_DOTS) : -1;

		/* half of the way up or down belongs to each of two neighbours: to this
		 * one */
		if (at >= 0 && last > at + 1)
			set_dots(cells, rows, i % 2, at, last - 1);
		else if (at >= 0 && last >= 0 && last < at - 1)
			set_dots(cells, rows, i % 2, last + 1, at);
		else if (at >= 0)
			set_dots(cells, rows, i % 2, at, at);
		last = at;
		if (i % 2 == 0 && i + 1 < room)
			continue;
		for (int r = 0; r < rows; r++) {
			if (cells[r] != 0)
				surface_put(s, row + r, col + (int)(i / 2), chart->style,
					BRAILLE + cells[r]);
			cells[r] = 0;
		}
	}
	return max;
}
