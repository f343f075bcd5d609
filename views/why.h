/* SPDX-License-Identifier: MIT */
/*
 * `:why`: a page with all that line 3 says, each of it whole: the line has room
 * for two and tells how many more there are.
 */
#ifndef VIEWS_WHY_H
#define VIEWS_WHY_H

#include "views/verdict.h"

struct why { /* zeroed: closed */
	bool open;
	int top;  /* sentences above the window */
	int most; /* of them, at the last drawing */
};

void why_open(struct why *y);
void why_key(struct why *y, int key);
void why_draw(struct why *y, const struct verdict *v, struct surface *out);
void why_draw_hint(struct surface *out);

#endif
