/* SPDX-License-Identifier: MIT */
/*
 * Numbers as bars of one row: ▁▂▃▄▅▆▇█, in ASCII . : | (glyph.h). The scale
 * begins at zero and does not lie: the lowest bar is zero and nothing else,
 * every value above zero is higher than it, and what is absent is blank.
 *
 * And as a line of dots over several rows: two values and four steps a cell in
 * Braille, in ASCII ' above . below and : both.
 */
#ifndef TUI_CHART_H
#define TUI_CHART_H

#include <stddef.h>

#include "tui/surface.h"

struct chart {
	const double *values; /* oldest first; NAN, infinite or negative: absent */
	size_t n;
	double max; /* value of the full bar; 0 or less: the largest one shown */
	enum style style;
};

/*
 * Draws the last `cols` values, the newest in the last column; where there
 * are fewer the columns at the left stay as they were. Values above `max` are
 * full bars. Returns the value of the full bar (0 if none is above zero), to
 * be printed beside it.
 */
double chart_spark(
	struct surface *s, int row, int col, int cols, const struct chart *chart);

#define CHART_DOTS 4 /* steps of a row, from zero at the bottom of the lowest one */

/*
 * Draws the last 2 * `cols` values over `rows` rows, at most 16, whose first is `row`;
 * the newest at the right, each joined with the one before it. Returns as above.
 */
double chart_line(struct surface *s, int row, int col, int rows, int cols,
	const struct chart *chart);

#endif
