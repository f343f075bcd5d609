/* SPDX-License-Identifier: MIT */
/*
 * The lines that every screen has and no view draws: who and how the link is,
 * the tabs, the verdict. The badge is never cut and loss above zero never
 * left out, whatever the width.
 */
#ifndef VIEWS_FRAME_H
#define VIEWS_FRAME_H

#include "views/verdict.h"
#include "views/view.h"

struct frame {
	const struct world *w;
	const struct watch *watch;
	const struct verdict *verdict;
	const struct view *const *views; /* SCREENS */
	enum screen screen;
	bool frozen;
	int64_t frozen_for;
	uint64_t frozen_behind;
};

#define FRAME_COLS 36 /* below this or FRAME_ROWS only the alarm card is drawn */
#define FRAME_ROWS 10

void frame_head(const struct frame *f, struct surface *out); /* its rows 0 to 2 */
/* A few lines that tell the worst, for what is too small to act on. */
void frame_card(const struct frame *f, struct surface *out);

/* What a pane shows while nothing of the mesh is known. */
void frame_loading(const struct world *w, const char *title, struct surface *body);
/* Three rows below a body that has lost its hub. */
void frame_lost(const struct world *w, struct surface *s);

#endif
