/* SPDX-License-Identifier: MIT */
/*
 * Would letters pass if they were put back now? Their artifacts, perhaps changed by the
 * lines of a transform, against the contracts in force and what the receiver's last hello
 * takes. Letters are looked at in slices, at most REHEARSE_MOST, the oldest; an artifact
 * that is not here is asked for and waited for. It sends nothing and changes nothing.
 */
#ifndef VIEWS_REHEARSE_H
#define VIEWS_REHEARSE_H

#include "contract/transform.h"
#include "views/world.h"

struct schema_run;

#define REHEARSE_MOST 1000
#define REHEARSE_SLICE 200 /* letters a call */
#define REHEARSE_CAUSES 8  /* that are told apart */

struct rehearse_cause {
	char text[120]; /* foreign text */
	size_t n;
};

struct rehearse { /* zeroed: of nothing */
	uint32_t *place;
	bool *fits;
	char **artifact; /* of those that fit and are changed; else NULL */
	size_t n, of;    /* letters that are looked at; that there are */
	size_t at, fit;
	size_t asked; /* events of those before have been asked for */
	bool waits;   /* for one of these */
	struct rehearse_cause cause[REHEARSE_CAUSES];
	size_t causes, others;
	uint64_t contracts;     /* stamp of those it was judged by */
	int64_t ended;          /* tick, 0: goes on */
	struct schema_run *run; /* room to check in; its header has a `verdict` too */
};

void rehearse_fini(struct rehearse *r);
/* Begins anew with these; `of`: as many there are in all. */
void rehearse_begin(struct rehearse *r, const uint32_t *place, size_t n, size_t of);
/* A slice; `t` must stay what it is. NULL: as they are. */
void rehearse_turn(struct rehearse *r, const struct world *w, const struct transform *t);
static inline bool rehearse_is_done(const struct rehearse *r)
{
	return r->at == r->n;
}
/* Changes when a contract comes into force or goes, or an agent says anew what it takes.
 */
uint64_t rehearse_stamp(const struct mesh *m);
/*
 * "fits 812 of 821"; "812 of 821 fit, the others: /due_date: string, not date (7)"; and
 * who of the two agents is not there. Foreign text.
 */
void rehearse_say(struct buf *out, const struct rehearse *r, const struct world *w);

/*
 * Of one: true if it fits, else `why`. `changed`: what comes out of the lines. False with
 * *here false: its event is not here yet.
 */
bool rehearse_one(struct rehearse *r, const struct world *w, uint32_t place,
	const struct transform *t, struct buf *before, struct buf *after, bool *here,
	char why[120]);

#endif
