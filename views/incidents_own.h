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
#include "views/sift.h"
#include "views/view.h"

enum incidents_page { PAGE_LIST, PAGE_FALL, PAGE_RADIUS };

enum incidents_by {
	INCIDENTS_BY_WORST,
	INCIDENTS_BY_NEWEST,
	INCIDENTS_BY_OLDEST,
	INCIDENTS_BY_HANDOFFS,
	INCIDENTS_BY_OWNER,
	INCIDENTS_SORTS
};

struct incidents_sort;
struct others;

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
	enum incidents_by by;
	bool reversed;
	struct incidents_sort *sort; /* incidents_sort.c; NULL while worst first */
	struct filter filter;
	/* one of them: the waterfall */
	char id[132];
	struct fall fall;
	const struct mesh *marks_of; /* compared, never followed */
	struct list rows;            /* its marks are those of the list too: handoffs */
	struct order by_row;         /* handoffs in the order of the rows, for the sift */
	uint64_t by_row_at;          /* of what it was made: fall.made_at */
	const struct mesh *by_row_of; /* compared, never followed */
	uint32_t by_row_incident;
	bool failed_only, all_time, in_detail;
	struct sift sift;
	struct detail detail;
	struct radius radius;
	struct others *others;   /* incidents_others.c; NULL: never asked for */
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

/* Whether the filter of the waterfall lets that handoff of it through. */
bool incidents_row_passes(struct incidents *v, const struct world *w, uint32_t place);
/* The same of the list and an incident. */
bool incidents_passes(const struct incidents *v, const struct world *w, uint32_t place);
/* What `f` and the filter show is another: looked for anew. */
void incidents_set_row_filter(struct incidents *v, struct str text);

/* --- incidents_mark.c: marks, of handoffs that wait -------------------------------- */

size_t incidents_marks(const struct incidents *v);
/* Before each drawing and each key: what does not wait any more loses its mark. */
void incidents_prune(struct incidents *v, const struct world *w);
/* `*`: all of it that wait are marked, `+`: some. */
void incidents_draw_mark(const struct incidents *v, const struct world *w,
	struct surface *s, int line, uint32_t incident);
/* The keys of it; false: the key is none. */
bool incidents_mark_act(struct incidents *v, const struct world *w, enum action a,
	const struct list_items *items, struct outcome *out);
/* What is marked, if anything is, for that decision; false: nothing is. */
bool incidents_choose(
	struct incidents *v, const struct world *w, enum action a, struct outcome *out);
/* They have been acted on; or the one that is open was, and the others stay. */
void incidents_unmark(struct incidents *v, const struct world *w);

/* --- incidents_sort.c: another order --------------------------------------------- */

bool incidents_is_sorted(const struct incidents *v);
/* The same rows in that order. */
void incidents_sort(struct incidents *v, const struct world *w, struct list_items *items);
void incidents_sort_say(const struct incidents *v, char out[60]);
/* The keys of it; false: the key is none. */
bool incidents_sort_act(
	struct incidents *v, const struct world *w, enum action a, struct outcome *out);
/* To the next incident in trouble, or the one before; round at the end. */
void incidents_next_bad(struct incidents *v, const struct world *w,
	const struct list_items *items, bool down);
void incidents_sort_fini(struct incidents *v);

/* --- incidents_draw.c, incidents_fall.c ----------------------------------------------
 */

void incidents_draw(void *state, const struct world *w, struct surface *s);
void incidents_draw_fall(struct incidents *v, const struct world *w, struct surface *s);

/* --- incidents_news.c: what changed just before ----------------------------------------
 */

#define INCIDENT_BEFORE (30 * MINUTE)
#define INCIDENT_EDGES 32

/* Edges of its newest handoffs; how many. */
size_t incidents_edges(
	const struct mesh *m, const struct incident *i, uint32_t out[INCIDENT_EDGES]);
/* Its confidence is well below what it was. */
bool incidents_fell(const struct edge *e);
/* Lines into `s`, from row 1 on, below a rule; how many it found. */
void incidents_draw_news(struct incidents *v, const struct world *w, struct surface *s);

/* --- incidents_others.c: what else that touched
 * ------------------------------------------
 */

enum change_kind { CHANGE_NONE, CHANGE_AGENT, CHANGE_CONTRACT, CHANGE_FALL };

struct change {
	enum change_kind kind;
	uint32_t agent;    /* NONE: it is of a contract */
	uint32_t contract; /* CONTRACT_NONE: it is of an agent */
	int64_t since;
};

/* Handoffs since then. */
struct others_count {
	struct change change;
	uint64_t produced, below, here, waiting, shipped;
	bool cut;   /* there are more, or events were missed */
	bool found; /* all of the mesh has been looked at */
};

/* The change that an incident most likely began with. */
struct change incidents_change(const struct mesh *m, const struct incident *i);
/* Looks on; false: no change of the open incident is known. */
bool incidents_others(
	struct incidents *v, const struct world *w, struct others_count *out);
void incidents_draw_others(struct incidents *v, const struct world *w, struct surface *s,
	const struct others_count *c);
/* It looks further with each drawing. */
bool incidents_others_busy(const struct incidents *v);
/* `v`: their offers, in the log. */
void incidents_to_others(struct incidents *v, const struct world *w, struct outcome *out);
void others_free(struct others *o);

#endif
