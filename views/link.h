/* SPDX-License-Identifier: MIT */
/*
 * How the link to the hub is, in words: the badge of line 1, and why nothing
 * can be decided. One function each, so that no two screens disagree.
 */
#ifndef VIEWS_LINK_H
#define VIEWS_LINK_H

#include "tui/style.h"
#include "views/actions.h"
#include "views/format.h"

#define LINK_TEXT 80

/* "[LIVE 0.4s]" "[STALE 7s]" "[REPLAY x4]" ...; returns the style it is drawn in. */
enum style link_badge(const struct world *w, char out[LINK_TEXT]);
/* One line that says why decisions are off; NULL when they are not. */
const char *link_why_not(const struct world *w, char out[LINK_TEXT]);
/*
 * Why this action is not for who sits here, whatever the link: an observer's key, or a
 * console that was told to look only. NULL: it is. Then it is drawn dim.
 */
const char *link_bars(const struct world *w, enum action a);
/* The same of all that only an operator may; NULL: nothing is barred. */
const char *link_barred(const struct world *w);
/* Nothing of the mesh is known yet. */
bool link_loading(const struct world *w);
/* What is shown may have been overtaken: STALE or LOST. */
bool link_old(const struct world *w);
/* What is counted "lately" is counted back from here: with the link this clock stops. */
int64_t link_now(const struct world *w);

#endif
