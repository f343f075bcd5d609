/* SPDX-License-Identifier: MIT */
/*
 * Who is on it, as far as this console asks for it: an open sheet claims what it
 * is about and lets go when it has closed and nothing is to be sent; `C` claims,
 * lets go and, at the second press, takes over. What always holds:
 *
 * - What screens show is the mesh's word alone; nothing here is drawn.
 * - A claim is in nobody's way: it is asked for in passing, and where the hub
 *   knows no claims only `C` says so.
 * - What was claimed before a sheet opened is not let go when it closes.
 */
#ifndef VIEWS_CLAIMS_H
#define VIEWS_CLAIMS_H

#include "views/sheet.h"

#define CLAIMS_MOST 64 /* at once: of a large sheet the next deadlines */
#define CLAIM_SECONDS 300

enum claim_what {
	CLAIM_SHEET,  /* while a sheet is open, or its decision under way */
	CLAIM_LET_GO, /* the sheet has closed */
	CLAIM_KEY,    /* C */
	CLAIM_TAKE,   /* C, from somebody else */
	CLAIM_DROP,   /* C, one's own */
	CLAIM_MINE    /* what C claimed is ours, until somebody takes it over */
};

struct claim {
	char handoff[132];
	uint32_t attempt;
	enum claim_what what;
	bool kept;     /* it was ours before the sheet */
	bool seen;     /* the mesh has said that it is ours */
	bool send;     /* to be asked for, now */
	int64_t asked; /* tick of the last time, 0: never */
};

struct claims {
	struct claim item[CLAIMS_MOST];
	size_t n;
	bool off; /* the hub knows no claims */
	char operator_name[132];
	char warned[132]; /* C said that somebody else is on this one */
	int64_t warned_at;
};

/*
 * Takes note of the sheet, of decisions under way, and of what the mesh says; true
 * if there is something to say to who pressed C.
 */
bool claims_tick(struct claims *c, const struct world *w, const struct sheet *s,
	char told[ROW_TEXT]);
/*
 * C on these, which wait: claims what is free, else lets go what is one's own, else
 * warns and, pressed again, takes over. True if there is something to say.
 */
bool claims_key(struct claims *c, const struct world *w, const uint32_t *handoffs,
	size_t n, char told[ROW_TEXT]);
/* The next `claim` or `release` to send; false if there is none. */
bool claims_wish(struct claims *c, const struct world *w, struct wish *out);
/* The hub refused one of them; true if there is something to say to who pressed C. */
bool claims_refused(struct claims *c, const char *handoff, const char *code,
	const char *message, char told[ROW_TEXT]);

/* Who is on it beside the operator of this console, NULL: nobody. */
const char *claims_other(const struct world *w, const struct handoff *h);
/* "lee has been on it for 0:40" */
const char *claims_text(
	const struct world *w, const struct handoff *h, char out[ROW_TEXT]);

#endif
