/* SPDX-License-Identifier: MIT */
/*
 * Whether who follows a line by eye can go astray. Lines go right, up and down, never
 * left. Where lines gather somebody who comes with one of them may turn into another
 * that comes up or down to the same place, and follow it against its way. That does
 * no harm if it only leads back to where that line turned off its row, but if it parts
 * before, one comes to where one's own line does not lead.
 *
 * What always holds: a part of what cannot be misread cannot be misread either. So
 * edges may be blank for a while.
 */
#ifndef TUI_GRAPH_ASTRAY_H
#define TUI_GRAPH_ASTRAY_H

#include "tui/graph_channel.h"

/* Is there a place in the channel from where one goes astray? */
bool graph_astray(const struct graph_channel *c);

#endif
