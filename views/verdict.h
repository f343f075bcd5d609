/* SPDX-License-Identifier: MIT */
/*
 * What is wrong, worst first, in one line: the third of every screen. The
 * order is fixed: the link and what was lost, what ships unreviewed, broken
 * edges, growing dead letters, low confidence, silent agents, what else waits.
 * When nothing is wrong it says what was checked.
 */
#ifndef VIEWS_VERDICT_H
#define VIEWS_VERDICT_H

#include "tui/surface.h"
#include "views/row.h"
#include "views/watch.h"

#define VERDICTS 12

struct verdict {
	struct sentence {
		int grave; /* enum grave; -1: no mark at all */
		char text[ROW_TEXT];
		char brief[ROW_TEXT]; /* where there is no room; "": the same */
		char least[80];       /* where there is none for that; "": the same */
	} said[VERDICTS];
	size_t n; /* at least 1 */
	bool ok;  /* the one sentence says what was checked */
};

void verdict_find(struct verdict *v, const struct watch *k, const struct world *w);
/* As many as fit, "(+n more)". */
void verdict_draw(const struct verdict *v, struct surface *s, int row);

#endif
