/* SPDX-License-Identifier: MIT */
/* What humans wrote beside things, in a line: the same words on every screen. */
#ifndef VIEWS_NOTES_H
#define VIEWS_NOTES_H

#include "views/format.h"

/* What an incident is called, NULL: nobody said. Foreign text. */
const char *notes_title(const struct world *w, const struct incident *i);
/* "lee 4m", "nobody" */
const char *notes_owner(
	const struct world *w, const struct noted *n, char out[FORMAT_TEXT * 2]);
/* "[vip] its title; 03:05:29 mira: known to support (2 before)"; nothing of NULL. */
void notes_brief(struct buf *out, const struct world *w, const struct noted *n);
/* "INC-2290  kyc confidence drop, lee is on it" */
void notes_incident(struct buf *out, const struct world *w, const struct incident *i);
/* Of a group of dead letters; NULL. */
const struct noted *notes_of_group(const struct mesh *m, const struct dead_group *g);
/* Its name for the hub. */
void notes_group_name(struct buf *out, const struct mesh *m, const struct dead_group *g);

#endif
