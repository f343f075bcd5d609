/* SPDX-License-Identifier: MIT */
/*
 * A handoff over the whole screen of the log, with the pages that it has in Review and
 * among the dead letters: for one that neither of these lists has. Nothing is decided
 * here.
 */
#ifndef VIEWS_LOG_OPEN_H
#define VIEWS_LOG_OPEN_H

#include "views/detail.h"

void log_page_open(struct detail *d, const struct world *w, uint32_t handoff);
/* A key while it is open. */
void log_page_act(struct detail *d, const struct world *w, enum action a, struct str arg,
	struct outcome *out);
void log_page_hint(const struct world *w, struct surface *s);

/* What a note is of where a line is of no handoff: what an agent did beside them. */
bool log_noted_agent(
	const struct mesh *m, const struct log_line *l, char name[NOTED_NAME]);

#endif
