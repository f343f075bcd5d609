/* SPDX-License-Identifier: MIT */
/* Of what has drifted (mesh/drift.h) and goes round: what is news, and in which words. */
#ifndef VIEWS_DRIFT_NEWS_H
#define VIEWS_DRIFT_NEWS_H

#include "mesh/drift.h"
#include "views/watch.h"

/* Edges and agents up to which every look is a new one; in larger meshes it is seldom. */
#define DRIFT_OFTEN 256
#define DRIFT_SELDOM (5 * SECOND)

/* Versions that do not meet now. How a contract is written is for another day. */
bool drift_is_news(const struct drift *d, int64_t now);
/* What line 3 tells the first of. */
enum drift_list { DRIFT_BREACHES, DRIFT_VERSIONS, DRIFT_CIRCLES, DRIFT_LISTS };

/* All of them that are news, a line each; foreign text. */
void drift_list(struct buf *out, const struct world *w, enum drift_list which);
/* It was closed in the last ten minutes. */
bool circle_is_news(const struct circle *c, int64_t now);
/* "planner > coder > reviewer > planner"; foreign. */
void circle_words(struct buf *out, const struct mesh *m, const struct circle *c);
/* What line 3 says of it, and how much there is: for watch_look(). */
void drift_look(struct watch *k, const struct world *w);

#endif
