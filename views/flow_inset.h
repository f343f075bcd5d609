/* SPDX-License-Identifier: MIT */
/*
 * The graph of trouble as a part of another screen: drawn, not walked. It has a layout
 * of its own, which stays as that of Flow does while it is looked at.
 */
#ifndef VIEWS_FLOW_INSET_H
#define VIEWS_FLOW_INSET_H

#include "tui/surface.h"
#include "views/world.h"

#define FLOW_INSET_ROWS 7 /* of a drawing, at the least that it may need */

struct flow_inset;

void flow_inset_close(struct flow_inset *v);
/*
 * Lays it out for so many columns and rows, its rule not counted; how many rows the
 * drawing takes, 0: there is no trouble, or it does not fit. Makes `*v` when needed.
 */
int flow_inset_look(struct flow_inset **v, const struct world *w, int cols, int rows);
/* The rule and what was laid out last. */
void flow_inset_draw(struct flow_inset *v, const struct world *w, struct surface *s);

#endif
