/* SPDX-License-Identifier: MIT */
/*
 * What JUST NOW tells that is no event of a handoff: an agent that became another
 * version or model, and what drifted. Looked for once a second, not for every frame.
 */
#ifndef VIEWS_NOW_NEWS_H
#define VIEWS_NOW_NEWS_H

#include "views/row.h"

#define NOW_NEWS 8
#define NOW_NEWS_SPAN (5 * MINUTE)

struct now_news {
	struct now_new {
		int64_t time;
		const char *word;
		char text[ROW_TEXT]; /* foreign text */
	} item[NOW_NEWS];            /* the newest first */
	size_t n;
	/* when it was looked at */
	const struct mesh *mesh; /* compared, never followed */
	int64_t now, tick;
};

/* Brings it up to the world. */
void now_news_look(struct now_news *k, const struct world *w);

#endif
