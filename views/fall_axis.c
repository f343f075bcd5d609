/* SPDX-License-Identifier: MIT */
/* The axis of a waterfall: which instant is in which column. */
#include "views/fall.h"

#define FOLD_COLS 2   /* of the sign for what is left out */
#define FOLD_LEAST 10 /* columns that a quiet time must take to be left out */
#define MARGIN 1      /* columns before and behind it that stay */
#define FOLD_PART 6   /* and it is at least such a part of all: there are few of them */

static const int64_t steps[] = { SECOND / 10, SECOND / 2, SECOND, 2 * SECOND, 5 * SECOND,
	10 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE,
	10 * MINUTE, 15 * MINUTE, 30 * MINUTE, 60 * MINUTE, 120 * MINUTE, 360 * MINUTE,
	720 * MINUTE, 1440 * MINUTE, 4320 * MINUTE, 14400 * MINUTE };

#define STEPS (sizeof(steps) / sizeof(*steps))

static void piece(struct axis *a, int64_t from, int64_t to)
{
	int cols = (int)((to - from + a->step - 1) / a->step);

	a->piece[a->pieces++] =
		(struct axis_piece){ from, to, a->cols, cols > 0 ? cols : 1 };
	a->cols += cols > 0 ? cols : 1;
}

/* Leaves a quiet time out behind `from`, where all up to it has its piece; or not. */
static int64_t fold(struct axis *a, struct fall_gap g, int64_t from, int64_t least)
{
	if (g.to - g.from < least)
		return from;
	g.from += MARGIN * a->step;
	g.to -= MARGIN * a->step;
	if ((g.to - g.from) / a->step < FOLD_LEAST || g.from < from ||
		a->pieces + 1 == AXIS_PIECES)
		return from;
	piece(a, from, g.from);
	a->cols += FOLD_COLS;
	a->quiet += g.to - g.from;
	return g.to;
}

/* The pieces for a step; quiet times between them. Now is no quiet time. */
static void divide(
	struct axis *a, const struct fall *f, int64_t now, int64_t end, bool folds)
{
	int64_t from = f->first, least = (end - f->first) / FOLD_PART;
	int64_t behind = f->due > f->last ? f->due : f->last;

	a->pieces = 0;
	a->cols = 0;
	a->quiet = 0;
	for (size_t k = 0; folds && k <= f->gaps; k++) {
		struct fall_gap g =
			k < f->gaps ? f->gap[k] : (struct fall_gap){ behind, end };

		if (now > g.from && now < g.to && now > f->last) {
			from = fold(a, (struct fall_gap){ g.from, now }, from, least);
			g.from = now;
		}
		from = fold(a, g, from, least);
	}
	piece(a, from, end > from ? end : from + a->step);
}

void axis_make(struct axis *a, const struct fall *f, int64_t now, int cols, bool folds)
{
	int64_t end = f->runs && now > f->last ? now : f->last;

	if (f->due > end)
		end = f->due;
	end += 1;
	for (size_t k = 0; k < STEPS; k++) {
		a->step = steps[k];
		if ((end - f->first) / a->step > 100000 && !folds)
			continue;
		divide(a, f, now, end, folds);
		if (a->cols <= cols)
			return;
	}
}

int axis_col(const struct axis *a, int64_t t)
{
	for (size_t k = 0; k < a->pieces; k++) {
		const struct axis_piece *p = &a->piece[k];
		int64_t col;

		if (t < p->from)
			return k == 0 ? 0 : p->col - 1;
		if (t > p->to)
			continue;
		col = (t - p->from) / a->step;
		return p->col + (int)(col < p->cols ? col : p->cols - 1);
	}
	return a->cols > 0 ? a->cols - 1 : 0;
}

int64_t axis_time(const struct axis *a, int col)
{
	for (size_t k = a->pieces; k-- > 0;) {
		if (a->piece[k].col <= col)
			return a->piece[k].from +
				(int64_t)(col - a->piece[k].col) * a->step;
	}
	return 0;
}
