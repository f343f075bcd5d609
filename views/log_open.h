/* SPDX-License-Identifier: MIT */
/*
 * A handoff over the whole screen of the log, with the pages that it has in Review and
 * among the dead letters: for one that neither of these lists has. Nothing is decided
 * here.
 */
#ifndef VIEWS_LOG_OPEN_H
#define VIEWS_LOG_OPEN_H

#include "views/detail.h"

struct log_page { /* zeroed: closed */
	struct detail detail;
	char id[132]; /* "": none is open */
};

bool log_page_is_open(const struct log_page *p);
void log_page_open(struct log_page *p, const struct world *w, uint32_t handoff);
void log_page_close(struct log_page *p);
void log_page_draw(struct log_page *p, const struct world *w, struct surface *s);
void log_page_act(struct log_page *p, const struct world *w, enum action a,
	struct str arg, struct outcome *out);
void log_page_hint(const struct world *w, struct surface *s);

#endif
