/* SPDX-License-Identifier: MIT */
#include "tui/chart.h"

#include <math.h>
#include <stdbool.h>

#define LOWEST_BAR 0x2581 /* ▁, the first of eight */
#define STEPS 7           /* above the lowest */

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
