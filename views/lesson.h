/* SPDX-License-Identifier: MIT */
/*
 * The tutorial's steps: what to press, and whether it has been pressed. Drawn
 * above the hint line wherever one is; it looks at the shell and changes nothing.
 */
#ifndef VIEWS_LESSON_H
#define VIEWS_LESSON_H

#include "tui/surface.h"
#include "views/actions.h"
#include "views/world.h"

struct shell;

struct lesson {
	size_t step;
	bool did[ACTIONS]; /* since the step began */
};

/* How many steps there are. */
size_t lesson_steps(void);
/* Goes on to the next step where this one is done. */
void lesson_look(struct lesson *l, const struct shell *s, const struct world *w);
/* How many rows it wants on a screen of that many. */
int lesson_wants(int rows);
void lesson_rows(const struct lesson *l, struct surface *s);

#endif
