/* SPDX-License-Identifier: MIT */
/*
 * Whether somebody is called for what is escalated. To be escalated is not to be
 * heard: a hook may be missing, silenced by a mute, failing or given up, and who
 * escalates has to know it to pick up a telephone.
 */
#ifndef VIEWS_CALLED_H
#define VIEWS_CALLED_H

#include "views/row.h"

/* Why nobody would be called if it were escalated now; NULL: somebody would. */
const char *called_why_not(
	const struct world *w, const struct handoff *h, char out[ROW_TEXT]);
/* What became of the call that the escalation `d` of `h` is owed. */
const char *called_state(const struct world *w, const struct handoff *h,
	const struct decision *d, char out[ROW_TEXT]);

#endif
