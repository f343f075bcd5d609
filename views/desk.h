/* SPDX-License-Identifier: MIT */
/*
 * Decisions under way, from the key that confirmed them to the hub's own word
 * that they were applied. What always holds:
 *
 * - An entry names a handoff by id, attempt and digest, as they stood when its
 *   sheet opened; it is sent only while the mesh still says the same.
 * - An entry belongs to the journal that it was made against. Once another one
 *   answers it is not sent, nor sent again, and nothing of it is learnt there.
 * - One decision has one id, however often it is sent.
 * - Nothing is sent before the line that records it has been handed out.
 * - Only the mesh moves an entry to "on disk" and "applied"; an answer of the
 *   hub alone is "sent".
 *
 *   pending -> sent -> on disk -> applied | not done
 *      |         `--> refused | too late | already decided | no answer -> sent ...
 *      `-> taken back | not sent
 *
 *   sent, no answer, on disk -> unknown, where another journal answers
 */
#ifndef VIEWS_DESK_H
#define VIEWS_DESK_H

#include "views/row.h"
#include "views/shell.h"

#define DESK_DELAY (5 * SECOND) /* pending, unless set otherwise */
#define DESK_NEAR (15 * SECOND) /* to the deadline: then there is no delay */
#define DESK_KEPT (5 * MINUTE)  /* how long what ended is shown */
#define DESK_HOLD (15 * MINUTE) /* what H asks for */

enum desk_stage {
	DESK_PENDING,
	DESK_SENT,
	DESK_NO_ANSWER, /* sent again soon, under the same id */
	DESK_ON_DISK,   /* and an agent is asked to do it */
	DESK_DONE,      /* on disk, and nobody is asked to do anything */
	DESK_APPLIED,
	DESK_NOT_DONE, /* the agent would not */
	DESK_REFUSED,  /* by the hub */
	DESK_TOO_LATE,
	DESK_ALREADY,
	DESK_NOT_SENT, /* the handoff changed, or there was no link */
	DESK_UNKNOWN,  /* it was sent, and another journal answers now */
	DESK_TAKEN_BACK,
	DESK_STAGES
};

struct desk_entry {
	char id[64], handoff[132], target[68], until[28], operator_name[132];
	char note[1024];
	char epoch[40]; /* of the journal */
	uint32_t attempt;
	struct digest digest;
	enum action action;
	enum desk_stage stage;
	uint32_t batch;    /* those confirmed together */
	int64_t due;       /* tick: when it stops to be pending, or is sent again */
	int64_t confirmed; /* tick */
	int64_t moved;     /* tick of the last change of stage */
	int64_t sent;      /* tick of the first sending */
	int64_t time;      /* the hub's clock when it was confirmed */
	int64_t took;      /* microseconds from decided to applied */
	unsigned tries;
	char *artifact; /* as it was changed; NULL: as it is */
	bool copied;    /* of a discard: its copy is on the disk (views/keep.h) */
	bool restores;  /* a requeue of what was discarded */
	bool endorsed;  /* the first approval of two: it waits on */
	bool recorded, answered; /* answered: the hub took it, its event is to come */
	char doer[68];           /* the agent that is asked */
	char why[ROW_TEXT];      /* foreign text */
};

struct desk {
	struct desk_entry *entry; /* oldest first */
	size_t n, cap;
	uint32_t batches;
	int64_t delay;
	char epoch[40]; /* of the journal that answers; "": not known */
	/* those that changed while a sheet was open on them, until they are opened; "" */
	char changed[8][132];
	size_t changes;
	struct buf line; /* what the last WISH_RECORD is about */
	void (*name)(void *arg, char out[33]);
	void *name_arg;
};

/* A name for what has none yet; `arg` is not used. */
void desk_random_id(void *arg, char out[33]);
void desk_init(struct desk *d);
void desk_fini(struct desk *d);

/* What a sheet is bound to, one of them. */
struct bound {
	char handoff[132];
	uint32_t attempt;
	struct digest digest;
	int64_t due; /* of its fallback, 0: none */
	bool in_review, in_dead;
	bool discarded; /* it was, and is to be put back */
	bool untaken;   /* it waits, or is offered and nobody has taken it */
};

void bound_take(struct bound *b, const struct handoff *h);
/*
 * Whether what it is bound to still stands and waits; else why not, in words.
 * `place` may be NULL.
 */
bool bound_holds(
	const struct bound *b, const struct mesh *m, uint32_t *place, char why[ROW_TEXT]);

struct desk_order {
	enum action action;
	const struct bound *bound;
	size_t n;
	struct str note, target;
	char *const *artifact; /* of each or NULL, copied; NULL: none is changed */
};

/* Confirmed: one entry for each, pending. */
void desk_add(struct desk *d, const struct world *w, const struct desk_order *o);
/* Pending ones become due, others learn from the mesh; forgets what is long over. */
void desk_tick(struct desk *d, const struct world *w);
/* The next line to record or decision to send; false if there is none. */
bool desk_wish(struct desk *d, const struct world *w, struct wish *out);
void desk_answer(struct desk *d, const struct world *w, const struct answer *a);

/* It changed under a sheet; somebody has looked at it since; whether that is so. */
void desk_note_change(struct desk *d, const char *handoff);
void desk_forget_change(struct desk *d, const char *handoff);
bool desk_changed(const struct desk *d, const char *handoff);

size_t desk_pending(const struct desk *d);
size_t desk_unanswered(const struct desk *d);
/* Takes back the last batch that is pending; how many that were. */
size_t desk_undo(struct desk *d, const struct world *w);
/* All that is pending is due now, or taken back. */
void desk_hurry(struct desk *d, const struct world *w);
void desk_drop(struct desk *d, const struct world *w);

/*
 * The newest entry on this attempt of a handoff of the journal that answers, NULL
 * if there is none.
 */
const struct desk_entry *desk_find(
	const struct desk *d, const char *handoff, uint32_t attempt);
/* "approve", "APPROVE"; for people: on the wire an action has its own name */
const char *desk_verb(enum action a);
const char *desk_verb_large(enum action a);
/* After it the handoff waits no more; escalate and hold leave it where it is. */
bool desk_ends(enum action a);
/* What was decided is over, and its row stays where it is. */
bool desk_stays(const struct desk_entry *e);
/* "in 4s", "sent 0.3s", "on disk, waits for refund", "applied 0.2s", "TOO LATE: ..." */
const char *desk_state(
	const struct desk_entry *e, const struct world *w, char out[ROW_TEXT]);
/* Whether its first word is the verb: "escalated to lead", "held until 03:27:43". */
bool desk_tells_verb(const struct desk_entry *e);
/* The same behind what it is: "approve in 4s"; "escalated to lead; ...". */
const char *desk_told(
	const struct desk_entry *e, const struct world *w, char out[ROW_TEXT]);
/* The same in a word or two: "sent", "on disk". */
const char *desk_state_brief(
	const struct desk_entry *e, const struct world *w, char out[ROW_TEXT]);
/* How an ended or moving entry is shown. */
enum style desk_style(const struct desk_entry *e);
/*
 * Those that were confirmed with `e`, in one line: "approve h-91c2: applied 0.2s",
 * "approve 4: 3 applied, 1 TOO LATE: h-91c2".
 */
const char *desk_sum(const struct desk *d, const struct desk_entry *e,
	const struct world *w, char out[ROW_TEXT]);
/* As the worst of them is shown. */
enum style desk_sum_style(const struct desk *d, const struct desk_entry *e);
/* How many were confirmed with `e`, and are not forgotten. */
size_t desk_batch(const struct desk *d, const struct desk_entry *e);
/* "3 done, 0 under way, 1 not done"; "nothing". How many are not done. */
size_t desk_tally(const struct desk *d, char out[60]);
/* The undo line; false if nothing is pending. */
bool desk_pending_line(const struct desk *d, const struct world *w, char out[ROW_TEXT]);
/* Microseconds until something here changes by itself, -1: nothing. */
int64_t desk_patience(const struct desk *d, const struct world *w);

#endif
