/* SPDX-License-Identifier: MIT */
/* The state of the incidents' screen; for the incidents*.c files only. */
#ifndef VIEWS_INCIDENTS_OWN_H
#define VIEWS_INCIDENTS_OWN_H

#include "tui/list.h"
#include "views/cases.h"
#include "views/detail.h"
#include "views/fall.h"
#include "views/filter.h"
#include "views/notes.h"
#include "views/radius.h"
#include "views/view.h"

enum incidents_page { PAGE_LIST, PAGE_FALL, PAGE_RADIUS };

/* Rows that a filter lets through, by place. */
struct picked {
	uint64_t *id;
	size_t n, cap;
	uint64_t at;      /* hubsequence that it was made at */
	int64_t tick;     /* and when: ages go on */
	unsigned version; /* of the filter */
	bool stale, cut;
};

struct incidents {
	enum incidents_page page, before; /* `before`: the radius was opened from there */
	enum screen from;                 /* and from this screen */
	/* the list */
	struct list list;
	struct picked pick;
	bool bad_only;
	struct filter filter;
	/* one of them: the waterfall */
	char id[132];
	struct fall fall;
	struct list rows;
	struct picked pick_rows;
	bool failed_only, all_time, in_detail;
	struct filter row_filter;
	struct detail detail;
	struct radius radius;
	const struct mesh *mesh; /* compared, never followed */
	char warned[132];        /* C said that somebody else is on this one */
	int64_t warned_at;
};

/* --- incidents_rows.c -------------------------------------------------------------- */

/* Rows as they are now, for a window of that height; `ids` live as long as the items. */
struct list_items incidents_look(
	struct incidents *v, const struct world *w, struct list_ids *ids, size_t height);
/* Rows of the waterfall; none where the incident is not there. */
struct list_items incidents_look_rows(
	struct incidents *v, const struct world *w, struct list_ids *ids, size_t height);
bool incidents_filtered(const struct incidents *v);
/* Place of the incident that is open; NONE. */
uint32_t incidents_open(const struct incidents *v, const struct world *w);
/* Of the list: the one under the cursor; NONE. */
uint32_t incidents_under(struct incidents *v, const struct world *w);
/* Of the waterfall or the radius: the handoff under the cursor, or open; NONE. */
uint32_t incidents_handoff(struct incidents *v, const struct world *w);

/* --- incidents_draw.c, incidents_fall.c ----------------------------------------------
 */

void incidents_draw(void *state, const struct world *w, struct surface *s);
void incidents_draw_fall(struct incidents *v, const struct world *w, struct surface *s);

/* --- incidents_news.c: what changed just before ----------------------------------------
 */

/* Lines into `s`, from row 1 on, below a rule; how many it found. */
void incidents_draw_news(struct incidents *v, const struct world *w, struct surface *s);

#endif
