/* SPDX-License-Identifier: MIT */
/*
 * The handoffs of an incident as a waterfall: below each what came out of it, one
 * step further in; beside it when it was worked on and when it was held, on one axis
 * for all, from which times in which nothing happened are left out. Made anew when the
 * incident has changed, not for every drawing; drawing asks for the rows of a window.
 */
#ifndef VIEWS_FALL_H
#define VIEWS_FALL_H

#include "tui/surface.h"
#include "views/row.h"

#define FALL_MOST 50000 /* handoffs; the newest are left out, and said to be */
#define FALL_GAPS 48    /* quiet times that are looked at: the longest */

struct fall_row {
	uint32_t place;
	uint32_t parent; /* row; NONE: it came out of nothing in this incident */
	uint8_t depth;
};

struct fall_at {
	uint32_t place, row;
};

struct fall_gap {
	int64_t from, to; /* nothing happened, and no deadline is, in between */
};

struct fall {
	struct fall_row *row;
	struct fall_at *at; /* by place */
	size_t rows;
	bool cut;            /* there are more than FALL_MOST */
	int64_t first, last; /* of all that has happened in it */
	int64_t due,
		next_due; /* the last deadline that is still to come, and the first; 0 */
	bool runs;        /* something in it is not over: it reaches to now */
	struct fall_gap gap[FALL_GAPS]; /* in their order */
	size_t gaps;
	/* what it was made of */
	uint32_t incident, handoffs;
	uint64_t made_at; /* changed */
	int64_t made_tick;
	const struct mesh *mesh;
};

void fall_fini(struct fall *f);
/* Brings it up to the world; false: the incident is not there. */
bool fall_look(struct fall *f, const struct world *w, uint32_t incident);
/* The row of that handoff, LIST_NOWHERE if there is none. */
size_t fall_find(const struct fall *f, uint32_t place);
/* It is refused, failed, dead or stopped, waits for a human, or is due to ship. */
bool fall_is_bad(const struct handoff *h);

/* --- fall_axis.c -------------------------------------------------------------- */

#define AXIS_PIECES (FALL_GAPS + 3)

struct axis_piece {
	int64_t from, to;
	int col, cols;
};

struct axis {
	int64_t step; /* of a column */
	int cols;
	struct axis_piece piece[AXIS_PIECES];
	size_t pieces;
	int64_t quiet; /* left out, in all */
};

/* The axis of this waterfall in so many columns; `folds`: quiet times are left out. */
void axis_make(struct axis *a, const struct fall *f, int64_t now, int cols, bool folds);
/* The column of an instant; those that were left out are at the sign for it. */
int axis_col(const struct axis *a, int64_t t);
/* The instant that a column begins with. */
int64_t axis_time(const struct axis *a, int col);

/* --- fall_draw.c -------------------------------------------------------------- */

/* What the signs mean, if there is an axis, and the heads; how many rows that took. */
int fall_draw_heads(const struct axis *a, const struct world *w, struct surface *s);
/* One row, all but its cursor. */
void fall_draw_row(const struct fall *f, const struct axis *a, const struct world *w,
	struct surface *s, int line, size_t row);
/* Columns of the axis in a surface of this width; 0: it has none. */
int fall_axis_cols(int cols);

#endif
