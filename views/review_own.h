/* SPDX-License-Identifier: MIT */
/* The state of the review screen; for the review*.c files only. */
#ifndef VIEWS_REVIEW_OWN_H
#define VIEWS_REVIEW_OWN_H

#include "tui/list.h"
#include "views/detail.h"
#include "views/sift.h"
#include "views/view.h"

struct review {
	struct list list;
	struct detail detail;
	bool in_detail, trouble_only;
	struct sift sift;
	/* rows of a filter, tombstone included */
	uint64_t *match;
	size_t matches, cap_match;
	unsigned matched;    /* version of what the sift has found */
	uint64_t matched_at; /* hubsequence */
	size_t taken;        /* of what the sift has found */
	bool stale;          /* the rows are to be made anew */
	/* the handoff under the cursor at the last look, and when it left */
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

#endif
