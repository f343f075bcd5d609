/* SPDX-License-Identifier: MIT */
/*
 * `:why`: a page with all that line 3 says, each of it whole: the line has room
 * for two and tells how many more there are. Where a sentence tells the first of several
 * (drift, loops, contracts that are broken), all of them stand here.
 */
#ifndef VIEWS_WHY_H
#define VIEWS_WHY_H

#include "views/verdict.h"

struct why { /* zeroed: closed */
	bool open;
	int top;  /* sentences above the window */
	int most; /* of them, at the last drawing */
	/* what drifts, as text a line each, and what it was made of */
	struct buf all[DRIFT_LISTS];
	int64_t made;
};

void why_open(struct why *y);
void why_fini(struct why *y);
void why_key(struct why *y, int key);
void why_draw(struct why *y, const struct verdict *v, const struct watch *k,
	const struct world *w, struct surface *out);
void why_draw_hint(struct surface *out);

#endif
