/* SPDX-License-Identifier: MIT */
/*
 * `:sent`: a page with every decision of the last five minutes and what became
 * of it, newest first. A batch is summed up elsewhere; here each of it stands
 * by itself. It looks and never decides.
 */
#ifndef VIEWS_SENT_H
#define VIEWS_SENT_H

#include "tui/list.h"
#include "views/desk.h"

struct sent { /* zeroed: closed */
	bool open;
	struct list list;
};

void sent_fini(struct sent *s);
void sent_open(struct sent *s);
/* One key. The handoff to go to, in the desk's keeping, or NULL. */
const char *sent_key(struct sent *s, const struct desk *d, int key);
void sent_draw(struct sent *s, const struct world *w, struct surface *out);
void sent_draw_hint(struct surface *out);

#endif
