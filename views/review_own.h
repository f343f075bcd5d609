/* SPDX-License-Identifier: MIT */
/* The state of the review screen; for the review*.c files only. */
#ifndef VIEWS_REVIEW_OWN_H
#define VIEWS_REVIEW_OWN_H

#include "tui/list.h"
#include "views/detail.h"
#include "views/sift.h"
#include "views/view.h"

struct alike;
struct review_sort;

enum review_by {
	REVIEW_BY_DEADLINE,
	REVIEW_BY_VALUE,
	REVIEW_BY_CONFIDENCE,
	REVIEW_BY_AGE,
	REVIEW_SORTS
};

enum alike_wish { ALIKE_UNASKED, ALIKE_ON, ALIKE_OFF };

struct review {
	struct list list;
	struct detail detail;
	bool in_detail, trouble_only;
	struct sift sift;
	/* rows of a filter, tombstone included */
	uint64_t *match;
	size_t matches, cap_match;
	unsigned matched;           /* version of what the sift has found */
	uint64_t matched_at;        /* hubsequence */
	size_t taken;               /* of what the sift has found */
	bool stale;                 /* the rows are to be made anew */
	struct alike *alike;        /* review_alike.c */
	enum alike_wish alike_wish; /* what `v` was pressed for */
	struct review_sort *sort;   /* review_sort.c; NULL while by deadline */
	enum review_by by;
	bool reversed;
	bool regroup; /* it is not what `alike` was made of any more */
	uint64_t row; /* under the cursor at the last look */
	/* the handoff under the cursor at the last look, of a cluster its first, and when
	   it left */
	uint32_t place; /* NONE */
	int64_t key;
	bool gone;
	int64_t gone_tick;
	/* of the last look: a recording may go back, a console may read all anew */
	int64_t now;
	const struct mesh *mesh; /* compared, never followed */
	uint32_t handoffs;
};

/* --- review_open.c: one handoff over the whole screen ------------------------ */

/*
 * Opens what is under the cursor: it is that handoff then, wherever the cursor goes and
 * whether it still waits or not; what acts is about it alone.
 */
void review_open_row(struct review *r, const struct world *w);
void review_close_row(struct review *r);
/* The same, told if the list's cursor is on another by now. */
void review_back_to_list(struct review *r, const struct world *w, struct outcome *out);
/* Why nothing can be decided on it, or else on the row; false: something can. */
bool review_why_not(const struct review *r, const struct world *w, enum action a,
	struct outcome *out);
/* The one that is open, else the one under the cursor; NONE: neither. */
uint32_t review_subject(const struct review *r, const struct world *w);
/* What `e` is about. */
void review_edit(const struct review *r, const struct world *w, struct outcome *out);
/* Opens what the line of the evidence is about. */
void review_follow(struct review *r, const struct world *w, struct outcome *out);
/* For struct view. */
unsigned review_pane(void *state);
extern const struct knob review_knobs[];
/* What is about rows, and so not for one handoff that is open. */
bool review_is_of_list(enum action a);

/* --- review_rows.c: which handoffs are rows --------------------------------- */

struct review_rows {
	const struct review *r;
	const struct mesh *m;
};

/* `rows` must live as long as the items. */
struct review_found {
	struct review_rows rows;
	struct list_items items;
	struct list_items base;  /* each by itself */
	struct list_items below; /* by deadline, where `items` are in another order */
};

/*
 * Takes note of the queue as it is now, buries what has left under the cursor,
 * and gives the rows in a window of that height.
 */
void review_look(
	struct review *r, const struct world *w, struct review_found *f, size_t height);
/* The same for the window as it was drawn last. */
/* What the filter says; the handoff that is open is shut. */
void review_set_filter(struct review *r, struct str text);
/* Filters to that edge ("from>to"), its first row under the cursor; false: none waits. */
bool review_to_edge(struct review *r, const struct world *w, struct str what);
void review_look_again(struct review *r, const struct world *w, struct review_found *f);
/* Only some of those that wait are shown. */
bool review_filtered(const struct review *r);
/* What `f` shows and `n` goes to: it is due soon, has faults, or waits for ever. */
bool review_is_trouble(const struct world *w, const struct handoff *h);
/* Whether the filter lets this one through. */
bool review_passes(struct review *r, const struct world *w, uint32_t place);
/* Puts the cursor on that handoff, out of its cluster; false: it is not shown. */
bool review_goto(
	struct review *r, const struct world *w, struct review_found *f, uint32_t place);

/* --- review_strip.c ----------------------------------------------------------- */

void review_draw_strip(const struct world *w, struct surface *s);

/* --- review_sort.c: another order ---------------------------------------------- */

bool review_is_sorted(const struct review *r);
/* The rows of `f` in that order. */
void review_sort(struct review *r, const struct world *w, struct review_found *f);
void review_sort_forget(struct review *r); /* another mesh */
void review_sort_say(const struct review *r, char out[60]);
void review_sort_fini(struct review *r);
/* The keys of it; false: the key is none. */
bool review_sort_act(struct review *r, const struct world *w, struct review_found *f,
	enum action a, struct outcome *out);

/* --- review_alike.c: those that are alike, as one row ------------------------- */

/* A row's id is a handoff's place, or with this bit a cluster's. */
#define CLUSTER (UINT64_C(1) << 63)

static inline bool review_is_cluster(uint64_t id)
{
	return (id & CLUSTER) != 0;
}

#define ALIKE_FROM 20 /* more than that wait before anything is put together unasked */

struct cluster {
	size_t n;       /* how many of it wait */
	uint32_t first; /* of these, by deadline; NONE */
	uint32_t at;    /* private: where it begins */
	size_t confident;
	double low, high; /* of the confidences of these */
	double sum;       /* of what is at stake, where all of it is `valued` */
	bool valued, open;
};

struct alike *alike_new(void);
void alike_free(struct alike *a);
/* The rows of `f`, look-alikes together if that is wished for. */
void review_cluster(struct review *r, const struct world *w, struct review_found *f);
/* NULL where the id is no cluster of the last look. */
const struct cluster *review_cluster_of(const struct review *r, uint64_t id);
/* The cluster that a handoff is a part of, 0: it stands alone. */
uint64_t review_cluster_with(const struct review *r, uint32_t place);
/* Those of a cluster that wait, by deadline, or only those not decided on here;
 * malloc'ed. */
size_t review_members(const struct review *r, const struct world *w, uint64_t id,
	bool free_only, uint32_t **out);
void review_unfold(struct review *r, uint64_t id, bool open);
/* Together or one by one, the other than now. */
void review_turn_alike(struct review *r);
/* Whether look-alikes are together; how many rows at the end were not compared. */
bool review_alike(const struct review *r, size_t *beyond);
/* Another mesh. */
void review_forget_alike(struct review *r);
/* What the keys do on a cluster, or in one (review_alike_row.c); false: nothing. */
bool review_alike_act(struct review *r, const struct world *w, struct review_found *f,
	enum action a, struct outcome *out);
/* What a key acts on where the cursor is on a cluster: all of it; false: it is on none.
 */
bool review_alike_choose(const struct review *r, const struct world *w, enum action a,
	struct outcome *out);
/* Marks all, or nothing. */
void review_mark_all(
	struct review *r, const struct list_items *items, struct outcome *out);
/* The ids of the cluster under the cursor, a line each; false: it is on none. */
bool review_copy_ids(const struct review *r, const struct world *w, struct outcome *out);
/* Marks all of it, or, if all of it is marked, nothing. */
void review_mark_cluster(struct review *r, const struct world *w, uint64_t id);
/* A cluster's row in the list. */
struct columns;
void review_measure_cluster(
	const struct review *r, const struct world *w, uint64_t id, struct columns *c);
void review_draw_cluster(const struct review *r, const struct world *w, uint64_t id,
	const struct columns *c, struct surface *s, int row);
/* A row of the list, whatever it is. */
void review_draw_row(const struct review *r, const struct world *w,
	const struct columns *c, struct surface *body, int line, uint64_t id);
/* "of 14 alike: confidence .41-.66, ..." above the detail of its first; "": none. */
void review_say_cluster(
	const struct review *r, const struct world *w, uint64_t id, char out[ROW_TEXT]);

#endif
