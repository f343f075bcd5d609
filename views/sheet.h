/* SPDX-License-Identifier: MIT */
/*
 * The sheet that a decision is confirmed on. What always holds:
 *
 * - It is bound to handoffs by id, attempt and digest. sheet_check() closes it
 *   when one of them changes or leaves its queue, and nothing is sent.
 * - The key that confirms is never the key that opened it, Enter never
 *   confirms, and a paste goes into the note or nowhere.
 * - For 250 ms after it opened every key is dropped that does not go into a text:
 *   one that confirms, or says to whom.
 * - What waits stands in it by deadline, the next one first, and goes out so.
 */
#ifndef VIEWS_SHEET_H
#define VIEWS_SHEET_H

#include "tui/prompt.h"
#include "tui/surface.h"
#include "views/changes.h"
#include "views/desk.h"

#define SHEET_DEAF (SECOND / 4)
#define SHEET_TARGETS 9

enum sheet_phase {
	SHEET_CLOSED,
	SHEET_TARGET,      /* escalate: to whom, 1-9 */
	SHEET_TARGET_TEXT, /* or written */
	SHEET_NOTE,
	SHEET_CONFIRM
};

struct sheet {
	enum sheet_phase phase;
	enum action action;
	struct bound *bound;
	size_t n, hidden;
	bool mixed; /* of several kinds or edges */
	bool note_needed;
	int64_t opened; /* tick */
	char typed[8];  /* digits of the number */
	char target[68];
	char targets[SHEET_TARGETS][68];
	size_t n_targets, n_shown; /* those that had room at the last drawing: 1-9 */
	char hint[80];             /* why the last key did not do it */
	struct prompt note, to;
	/* one that was edited; e has opened it, which is no act: before y comes A */
	bool edited, meant;
	struct lines changes;
	struct digest digest; /* of what goes out; of several, of all their digests */
	/* all at once, or as an operation (views/ops.h): put back by canary if that is
	   wanted; whatever it is where they are too many to go at once */
	bool by_canary, too_many;
	unsigned rate_at, share_at; /* of SHEET_RATES, SHEET_SHARES */
	char op[17];                /* that goes on with these; "": none */
	char **artifact;            /* of each, as it was changed; NULL: as they were */
	char rehearsal[200];        /* foreign text; "" */
	size_t again;        /* so many were put back twice or more, of the same cause */
	unsigned most_again; /* the most often of these */
};

struct sheet_items {
	const uint32_t *handoffs; /* places */
	size_t n, hidden;
	char **artifact;       /* of each or NULL, taken over; NULL: none is changed */
	const char *rehearsal; /* NULL: none */
	const struct op *op;   /* the operation that goes on; NULL: none */
};

void sheet_init(struct sheet *s);
void sheet_fini(struct sheet *s);
void sheet_close(struct sheet *s);

/* False with the reason in `why` where it may not be opened. */
bool sheet_open(struct sheet *s, const struct world *w, enum action a,
	const struct sheet_items *items, char why[ROW_TEXT]);
/* Over one that was edited, `was` what it was; the same, and what it will send. */
bool sheet_open_edited(struct sheet *s, const struct world *w, uint32_t handoff,
	struct str was, struct str artifact, char why[ROW_TEXT]);
/* Whether all that it is bound to still holds; else `why`, and it must be closed. */
bool sheet_check(const struct sheet *s, const struct world *w, char why[ROW_TEXT]);

enum sheet_did { SHEET_STAYS, SHEET_CLOSES, SHEET_SENDS };

/* One key; `why` says what happened when it closes. */
enum sheet_did sheet_key(
	struct sheet *s, const struct world *w, int key, char why[ROW_TEXT]);
/* Whether it may be chosen how they are put back; or at what rate, being too many. */
bool sheet_offers(const struct sheet *s);
/* As chosen: so many a minute, so many percent. */
unsigned sheet_rate(const struct sheet *s);
unsigned sheet_share(const struct sheet *s);
/* Whether a text field has the keys: a paste may go there. */
bool sheet_in_text(const struct sheet *s);

/* The count is typed and then `y`; else one key confirms. */
bool sheet_by_number(const struct sheet *s);

/* The act wants a note, and there is none yet. */
bool sheet_note_missing(const struct sheet *s);
/* Critical, and evidence is missing, or not here to be looked at. */
bool sheet_doubts(const struct world *w, const struct handoff *h);

/*
 * What goes on after it, if it ends nothing: "the clock runs on: SHIPS at ..."; else
 * nothing is added (sheet_clock.c). Whether something ships by itself.
 */
bool sheet_clock(const struct sheet *s, const struct world *w, struct buf *out);

/* Rows that it would like of at most `max`; 0: it does not fit. */
int sheet_rows(const struct sheet *s, const struct world *w, int cols, int max);
void sheet_draw(struct sheet *s, const struct world *w, struct surface *out);
/* Its first row (sheet_title.c): count and digest, and no text of the mesh. */
void sheet_draw_title(const struct sheet *s, struct surface *out);
/* Computes `digest`, once what is bound stands. */
void sheet_sum(struct sheet *s);
/* The line below it: its keys (sheet_hint.c). */
void sheet_draw_hint(const struct sheet *s, const struct world *w, struct surface *out);

#endif
