/* SPDX-License-Identifier: MIT */
/*
 * What happens where a recording is, above its bar: on a large screen the events around
 * the cursor, what comes next among them, and the marks; else a line, the event at it.
 */
#ifndef VIEWS_AROUND_H
#define VIEWS_AROUND_H

#include "tui/surface.h"
#include "views/world.h"

/* How many rows it takes from the body of a screen like this; the line takes none. */
int around_wants(const struct world *w, const struct surface *screen);
/* The pane in the rows above `bottom`; or the line in the one where messages stand. */
void around_draw(
	const struct world *w, struct surface *screen, int bottom, struct surface *line);

#endif
