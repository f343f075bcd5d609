/* SPDX-License-Identifier: MIT */
/*
 * The columns of a handoff's row, the same in Now and in Review. The names get
 * what the rows on the screen need; where that is too much the widest gives
 * way first, then whole columns go: what is due, between whom and what happens
 * if nobody acts never do.
 */
#ifndef VIEWS_COLUMNS_H
#define VIEWS_COLUMNS_H

#include "tui/surface.h"
#include "views/row.h"

struct columns { /* widths; 0: not shown */
	int total, gap;
	int handoff, artifact, edge, conf, zero, age, who, will;
};

void columns_begin(struct columns *c, int total);
/* A handoff that will be drawn. */
void columns_measure(struct columns *c, const struct world *w, uint32_t place);
void columns_end(struct columns *c);

void columns_heads(const struct columns *c, struct surface *s, int row);
/*
 * All but column 0, for the cursor; in column 1 is what stands where there is no
 * mark: `@`, somebody is on it. `gone`: a tombstone.
 */
void columns_draw(const struct columns *c, const struct world *w, struct surface *s,
	int row, uint32_t place, bool gone);

/* Several that are alike, as one row. */
struct columns_alike {
	uint32_t first; /* by deadline */
	size_t n;
	bool open;         /* they stand below it */
	const char *conf;  /* ".41-.66" */
	const char *total; /* of what is at stake, "" */
	bool gone;         /* none of them waits any more */
};
void columns_measure_alike(
	struct columns *c, const struct world *w, const struct columns_alike *a);
void columns_draw_alike(const struct columns *c, const struct world *w, struct surface *s,
	int row, const struct columns_alike *a);

#endif
