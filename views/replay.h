/* SPDX-License-Identifier: MIT */
/*
 * Where a recording is, in the rows above the hint line: how much happened,
 * how much of it was trouble, the cursor and the marks, the speed.
 */
#ifndef VIEWS_REPLAY_H
#define VIEWS_REPLAY_H

#include "tui/surface.h"
#include "views/world.h"

/* How many rows it wants on a screen of that many; 0: there is no room. */
int replay_wants(int rows);
/* Draws over `s`, of any size, what fits; w->replay must be there; `keys`: it has them.
 */
void replay_rows(const struct world *w, struct surface *s, bool keys);
/* The keys of a recording: they are in the hint line of every screen. */
void replay_hint(const struct world *w, struct surface *s, bool keys);

#endif
