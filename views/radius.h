/* SPDX-License-Identifier: MIT */
/*
 * What came out of one handoff, and out of that, and so on, across incidents: who has
 * taken it, and what nobody has taken yet. Agents may name causes in a circle, and a
 * million may have come out of one: each handoff is met once, and the walk ends at
 * RADIUS_MOST handoffs or RADIUS_STEPS links, nearest first, and says so.
 */
#ifndef VIEWS_RADIUS_H
#define VIEWS_RADIUS_H

#include "tui/list.h"
#include "tui/surface.h"
#include "views/row.h"

#define RADIUS_MOST 10001 /* with the one that it is about */
#define RADIUS_STEPS 200000
#define RADIUS_AT_ONCE 1000 /* are held at once */

/* Nobody has taken it; it was taken; a human said no, or it came to nothing. */
enum reach { REACH_OPEN, REACH_TAKEN, REACH_ENDED };

struct radius {
	char id[132]; /* of the one that it is about; "": none */
	uint32_t *place;
	uint8_t *depth;
	size_t n;
	bool cut;
	bool open_only; /* rows: those alone that nobody has taken, and the first */
	struct {        /* of all but the first */
		size_t offered, waits, taken, done, ended, decided, shipped;
		size_t edges, incidents;
		size_t valued;
		double value;
		const char *unit; /* of a contract; NULL: none, or several */
	} sum;
	/* private */
	uint32_t *set;
	uint32_t *row; /* of `place`, those that are shown */
	size_t rows;
	uint64_t made_at, summed_at;
	int64_t made_tick;
	const struct mesh *mesh;
	struct list list;
	size_t cap_place, cap_depth;
};

void radius_fini(struct radius *r);
void radius_open(struct radius *r, struct str id);
/* Brings it up to the world; false: the handoff is not known (any more). */
bool radius_look(struct radius *r, const struct world *w);
enum reach radius_reach(const struct handoff *h);
void radius_draw(struct radius *r, const struct world *w, struct surface *s);
void radius_turn(struct radius *r); /* open_only, or all */
/* A list of its rows, by place. */
struct list_items radius_items(const struct radius *r);
/* Those that nobody has taken, at most RADIUS_AT_ONCE; malloc'ed. */
uint32_t *radius_open_ones(const struct radius *r, const struct world *w, size_t *n);

#endif
