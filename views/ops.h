/* SPDX-License-Identifier: MIT */
/*
 * Operations: many dead letters put back by canary. One goes first, and its fate on the
 * bus is watched; then ten; then the rest, at a rate. An operation stops by itself when
 * more than a set share comes back bad. Letters can be escalated or discarded so too: at
 * the rate from the first on, for their fate is the hub's word alone. What always holds:
 *
 * - What it is and each step of it is handed out to be stored (WISH_OPS) before anything
 *   of that step is sent: a console that died left all that is needed to go on.
 * - An item has one decision id, made of the operation's and its number: however often
 *   it is sent, by whichever console, it is one decision.
 * - An item names a handoff by id, attempt and digest and is sent only while the mesh
 *   says the same. While there is no link nothing is sent.
 * - Nothing is discarded before the copy of all of them is on the disk.
 * - Of a fate only the mesh knows. It knows no clock but that of the world it is told.
 *
 * ops.c is the machine, ops_act.c what depends on the act, ops_text.c its words,
 * ops_file.c what is stored of it, ops_page.c what `:ops` shows.
 */
#ifndef VIEWS_OPS_H
#define VIEWS_OPS_H

#include "tui/list.h"
#include "views/desk.h"

#define OPS_ITEMS 10000            /* of one */
#define OPS_MOST 32                /* that are kept in memory, the newest */
#define OPS_PATIENCE (60 * SECOND) /* without a word of what was put back: late */
#define OPS_TEN 10
#define OPS_WINDOW 50   /* so many fates the share is taken of */
#define OPS_FLYING 200  /* without a fate, at once */
#define OPS_LINES 65536 /* bytes that are stored at once */

enum op_state { OP_PENDING, OP_RUNNING, OP_STOPPED, OP_CANCELLED, OP_DONE };
enum op_stage { OP_ONE, OP_UP_TO_TEN, OP_REST };

enum op_fate {
	ITEM_WAITS,
	ITEM_SENT, /* and nobody has taken it yet */
	ITEM_GOOD, /* its receiver took it */
	ITEM_BAD,  /* refused, failed, dead or held again */
	ITEM_LATE, /* no word for OPS_PATIENCE; counts as bad until there is one */
	ITEM_GONE, /* it was not put back: somebody else was first, or the hub refused */
	ITEM_FATES
};

struct op_item {
	struct bound bound;
	char *artifact; /* as the operator has changed it; NULL: as it was */
	uint32_t place; /* of the handoff; NONE: to be looked up */
	uint8_t fate;   /* enum op_fate */
	bool decided;   /* the mesh has the decision */
	bool over;      /* nothing more can become of it */
	bool answered, again, unsaved;
	unsigned tries;
	int64_t sent, due; /* ticks */
	char why[100];     /* foreign text */
};

struct op {
	char id[17];
	char name[140]; /* of what: foreign text */
	char operator_name[132], epoch[40], note[1024], why[ROW_TEXT];
	char target[68];    /* of an escalation */
	enum action action; /* requeue, escalate or discard */
	int64_t began;      /* the hub's clock */
	int64_t due;        /* tick: until then it is pending */
	unsigned rate;      /* a minute */
	unsigned share;     /* percent; more than that come back bad: it stops */
	enum op_state state;
	enum op_stage stage;
	struct op_item *item;
	size_t n, next; /* items before `next` have been given out */
	size_t since;   /* the first of this run: a resume begins again with one */
	size_t low;     /* all before are over */
	size_t count[ITEM_FATES];
	/* of the run */
	size_t run_sent, run_good, run_bad, run_flying;
	uint64_t window; /* a bit for each of the last fates: bad */
	unsigned windowed;
	int64_t rest_began;
	size_t rest_sent;
	bool paused; /* there is no link */
	/* of what is to be discarded: the copy that comes first */
	bool copied, copy_ended; /* it is on the disk; all was handed out */
	size_t copy_at, copy_lines, copy_asked;
	int64_t copy_since; /* tick of the last line */
	char copy[48];      /* its name */
	/* what is stored of it */
	size_t saved;      /* lines of its beginning: header, items, end */
	size_t saved_next; /* up to there it may go out */
	bool state_unsaved;
	bool unstored; /* the last could not be: nothing more until somebody goes on */
	size_t out, again_at, fate_at;
	uint64_t looked;
	int64_t looked_tick;
};

struct ops {
	struct op *op; /* oldest first */
	size_t n, cap;
	struct buf line;  /* what the last WISH_OPS, WISH_KEEP or WISH_DECIDE is about */
	char keeping[17]; /* whose lines the last WISH_KEEP had; "": of none */
	void (*name)(void *arg, char out[33]);
	void *name_arg;
};

struct op_order {
	const struct bound *bound;
	char *const *artifact; /* of each, or NULL; copied */
	size_t n;
	const char *name;
	enum action action;
	struct str note, target;
	unsigned rate, share;
	int64_t delay;
};

void ops_init(struct ops *s);
void ops_fini(struct ops *s);

/* Confirmed: pending for `delay`, then it begins with one. */
void ops_add(struct ops *s, const struct world *w, const struct op_order *o);
/* Takes back the last one that is pending; how many items that were. */
size_t ops_undo(struct ops *s);
void ops_tick(struct ops *s, const struct world *w);
bool ops_wish(struct ops *s, const struct world *w, struct wish *out);
/* False: it is about no operation. */
bool ops_answer(struct ops *s, const struct world *w, const struct answer *a);
/* What was to be stored could not be: nothing more of it is sent. */
void ops_failed(struct ops *s, const char *id, const char *why);

void ops_stop(struct ops *s, struct op *op, const char *why);
void ops_cancel(struct ops *s, struct op *op);
/* Confirmed once more: goes on with what waits, one first. */
void ops_resume(struct ops *s, const struct world *w, struct op *op);

struct op *ops_find(struct ops *s, const char *id);
/* One that goes on by itself, or is about to; NULL. */
const struct op *ops_running(const struct ops *s);
/* "12 of 1,000 put back: 9 good, 2 bad, 1 under way" */
const char *op_sum(const struct op *op, char out[ROW_TEXT]);
/* "running, ten", "STOPPED: 2 of 11 came back bad" */
const char *op_word(const struct op *op, const struct world *w, char out[ROW_TEXT]);
const char *op_fate_name(enum op_fate f);
/* The decision's id of item `i`. */
void op_decision(const struct op *op, size_t i, char out[64]);
/* Microseconds until something changes by itself, -1: nothing. */
int64_t ops_patience(const struct ops *s, const struct world *w);

/* Settles the fate of an item; for ops*.c only, as is all down to the next line. */
void ops_settle(struct op *op, size_t i, enum op_fate fate, bool over, const char *why);

/* --- ops_act.c ------------------------------------------------------------------- */

/* Whether its first ones go out alone and are watched. */
static inline bool op_watches(const struct op *op)
{
	return op->action == ACTION_REQUEUE;
}
/* Whether nothing may be sent yet: the copy comes first. */
static inline bool op_copies(const struct op *op)
{
	return op->action == ACTION_DISCARD && !op->copied;
}
/* What became of one whose decision the mesh has. */
void ops_judge_decided(struct op *op, size_t i);
/* The next lines of the copy; false: none (yet). */
bool ops_copy(struct ops *s, struct op *op, const struct world *w, struct wish *out);
/* It begins again, unless it is on the disk. */
void ops_copy_anew(struct op *op);
/*
 * The copy is on the disk, or why not: of which operation. NULL: the last WISH_KEEP was
 * of none.
 */
struct op *ops_kept(struct ops *s, bool ok, const char *what);
/* "put back", "escalated", "discarded" */
const char *op_done(const struct op *op);
/* The action that is named in a file; false: it is none of these. */
bool op_action_named(struct str name, enum action *out);

/* --- ops_stage.c ----------------------------------------------------------------- */

/*
 * Of a group of dead letters that one of them is at: "canary 10 of 812", "300 of 812 put
 * back", "STOPPED at 11 of 812"; where there is little room "canary 10/812"; "".
 */
const char *ops_stage(const struct ops *s, const struct mesh *m, uint32_t group,
	bool brief, char out[ROW_TEXT]);

/* --- ops_file.c ------------------------------------------------------------------ */

/* The next lines to be stored; false: all is. */
bool ops_save(struct op *op, struct buf *lines, bool *sync);
/* What could not be stored is, before anything more is sent. */
void ops_save_again(struct op *op);
/* What another console, or this one before it ended, has stored. */
bool ops_load(struct ops *s, struct str text);

/* --- ops_page.c ------------------------------------------------------------------ */

struct ops_page { /* zeroed: closed */
	bool open;
	char id[17];    /* of the one whose items are shown, "": all */
	char epoch[40]; /* of the journal that answers; "": not known yet, all are shown
			 */
	struct list list;
};

enum ops_did { OPS_PAGE_STAYS, OPS_PAGE_STOP, OPS_PAGE_CANCEL, OPS_PAGE_RESUME };

/* The key that goes on with it; NULL: with what is put back. */
const char *ops_key(const struct op *op);
void ops_page_fini(struct ops_page *p);
void ops_page_open(struct ops_page *p, const char *epoch);
/* One key; *op: what it is about. */
enum ops_did ops_page_key(
	struct ops_page *p, struct ops *s, int key, bool resumes, struct op **op);
void ops_page_draw(
	struct ops_page *p, struct ops *s, const struct world *w, struct surface *out);
/* Names those keys that do something to the operation under the cursor. */
void ops_page_hint(const struct ops_page *p, struct ops *s, const struct world *w,
	struct surface *out);

#endif
