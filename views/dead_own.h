/* SPDX-License-Identifier: MIT */
/*
 * The state of the dead letters' screen; for the dead*.c files only. A row is
 * a group (by reason and edge), one of the causes that its letters died of, or a letter
 * of what is unfolded; or a bucket, which has them by something else, and its letters. A
 * group has rows for its causes where there are several, or the one is a violation of its
 * contract. Rows are counted, never listed: a million letters cost what their groups
 * cost.
 */
#ifndef VIEWS_DEAD_OWN_H
#define VIEWS_DEAD_OWN_H

#include "base/table.h"
#include "tui/list.h"
#include "views/detail.h"
#include "views/rehearse.h"
#include "views/row.h"
#include "views/sift.h"
#include "views/view.h"

#define DEAD_BATCH 10000 /* as many are marked or decided at once, the oldest first */
#define DEAD_LETTER UINT32_MAX
#define DEAD_VIOLATION (UINT32_C(1) << 31) /* one of them is one */

enum dead_by { DEAD_BY_CAUSE, DEAD_BY_VERSION, DEAD_BY_AGE, DEAD_BY_EDGE, DEAD_BYS };

enum dead_fold { DEAD_AUTO, DEAD_OPEN, DEAD_SHUT }; /* auto: open if it has causes */

struct dead_part {        /* a group that is shown */
	uint32_t group;   /* NONE: */
	uint32_t bucket;  /* in dead.bucket, NONE */
	size_t start;     /* rank of its own row */
	size_t whys;      /* rows of causes; 0: its letters follow, or it is shut */
	size_t first_why; /* in dead.why */
	double key;
	bool growing;
};

/* Letters of a group, or of a cause, that stand in one bucket: dead_by.c. */
struct dead_slice {
	uint32_t bucket, group, why; /* `why` may be NONE */
	size_t from, n;              /* of those that are shown of it */
	size_t before;               /* letters of the bucket that stand before */
};

struct dead_bucket {
	uint32_t key; /* of what: an edge, an age, the first cause of a version */
	size_t first, slices;
	size_t n;      /* letters */
	uint64_t came; /* in the last ten minutes */
	int64_t oldest, newest;
};

struct dead_cause { /* a cause that has a row */
	uint32_t why;
	size_t start; /* its rank */
};

/* Of groups, or of buckets by their key: would they pass? */
struct dead_fits {
	struct dead_fit {
		uint64_t key; /* of what was looked at; 0: nothing was */
		size_t fit, at;
		int64_t tick;
	} * fit;
	uint32_t n;
	size_t cap;
};

struct dead {
	const struct mesh *mesh; /* the last one seen; also what the list asks */
	struct dead_part *part;
	size_t parts, part_cap, rows;
	size_t hidden; /* letters that the filter or `f` hides */
	struct dead_cause *why;
	size_t whys, why_cap;
	uint8_t *open;     /* enum dead_fold, by group */
	uint8_t *why_open; /* by cause: whether its letters are shown */
	uint32_t opens, why_opens;
	size_t open_cap, why_open_cap;
	uint32_t
		*named; /* by group: causes that hold letters; a violation counts twice */
	size_t named_cap;
	enum dead_by by;
	/* where they are not by cause; counted anew as the rows are */
	struct dead_bucket *bucket;
	struct dead_slice *slice;
	uint32_t *bucket_of; /* by key, NONE */
	bool *bucket_open;   /* by key */
	int64_t bound[3];    /* of ages */
	size_t buckets, bucket_cap, slices, slice_cap;
	size_t bucket_of_cap, bucket_opens, bucket_open_cap;
	struct table versions; /* of causes, by contract */
	uint32_t *same, sames; /* by cause: the first one of its contract */
	size_t same_cap;
	bool reversed;
	bool growing_only;
	struct sift sift;
	/* what it lets through, by group and by cause, each by the time of death */
	uint32_t *hit, *why_hit;
	size_t *hit_at, *why_hit_at; /* where each group's, each cause's begin */
	size_t hit_cap, why_hit_cap, hit_at_cap, why_hit_at_cap;
	uint32_t hit_groups, hit_whys;
	unsigned hits_of; /* version of what the sift has found, and of which mesh */
	uint64_t hits_at;
	struct list list;
	/* would those under the cursor pass now? */
	struct rehearse rehearse;
	uint64_t rehearsed;     /* of which row: its id */
	uint64_t rehearsed_key; /* what has to be looked at anew when it changes */
	/* what was found when the rows of each grouping were looked at; and the next */
	struct dead_fits fits[DEAD_BYS];
	struct rehearse around;
	uint64_t stamp, stamp_at; /* of the contracts, at that event */
	enum dead_by around_by;
	uint32_t around_key; /* a group, or a bucket's key */
	size_t around_letters;
	bool around_on, around_more; /* perhaps there is another one */
	int64_t rehearsed_at;        /* tick of the last drawing */
	struct dead_sums *sums;      /* dead_value.c, NULL until they are needed */
	bool valued;                 /* a contract says what is at stake */
	struct detail detail; /* of the letter that is open over the whole screen */
};

/* What a row is: its group, its cause or NONE, its letter's rank there or SIZE_MAX. */
struct dead_row {
	uint32_t group, why;
	size_t letter;
	uint32_t handoff; /* NONE on a group's row */
	uint32_t bucket;  /* NONE where groups are by cause */
};

/* Letters of a group or of a cause, those that the filter lets through, the oldest first.
 */
struct dead_shown {
	const struct order *order; /* all of them; NULL: */
	const uint32_t *letter;    /* these; NULL: */
	size_t n;
	const struct dead *dead; /* those of a bucket */
	uint32_t bucket;
};

/* --- dead_rows.c -------------------------------------------------------------- */

/* Counts the rows anew; before all of what follows. */
void dead_rows_sync(struct dead *d, const struct world *w);
struct list_items dead_rows_items(const struct dead *d);
struct dead_row dead_rows_at(const struct dead *d, size_t rank);
/* The row under the cursor; false: there is none. */
bool dead_rows_selected(const struct dead *d, struct dead_row *out);
uint64_t dead_rows_group_id(uint32_t group);
uint64_t dead_rows_why_id(uint32_t why);
uint64_t dead_rows_part_id(const struct dead *d, const struct dead_part *p);
/* Whether it is the row of a bucket, not of a letter in one. */
static inline bool dead_is_bucket(const struct dead_row *row)
{
	return row->bucket != NONE && row->handoff == NONE;
}
/* All letters that a row stands for, or that it is one of: of a bucket what is shown. */
struct dead_shown dead_rows_all(const struct dead *d, const struct dead_row *row);
/* Whether the group has rows for its causes. */
bool dead_rows_divided(const struct dead *d, uint32_t group);
/* How many causes hold letters of it. */
uint32_t dead_rows_causes(const struct dead *d, uint32_t group);
bool dead_rows_is_open(const struct dead *d, uint32_t group);
/* Whether the letter's group is shown. */
bool dead_rows_shows(const struct dead *d, const struct handoff *h);
/* Shows the letters of what it is in. */
void dead_rows_unfold(struct dead *d, const struct handoff *h);
/* Came in the last ten minutes. */
bool dead_is_growing(const struct dead_group *g, int64_t now);

/* --- dead_find.c -------------------------------------------------------------- */

/* Brings what the filter lets through up to the mesh, a slice further. */
void dead_find_letters(struct dead *d, const struct world *w);
/* Whether it lets this one through, as far as is known. */
bool dead_lets(struct dead *d, const struct world *w, uint32_t letter);
/* `why` may be NONE: of the group. */
struct dead_shown dead_shown_of(const struct dead *d, uint32_t group, uint32_t why);
/* Those that a row stands for. */
struct dead_shown dead_shown_of_row(const struct dead *d, const struct dead_row *row);
bool dead_shown_at(const struct dead_shown *x, size_t rank, uint32_t *letter);
size_t dead_shown_rank(
	const struct dead_shown *x, const struct mesh *m, int64_t key, uint32_t letter);
/* Shows them, where not all of their group are let through; the first under the cursor.
 */
void dead_unfold_found(struct dead *d, const struct world *w);
void dead_set_filter(struct dead *d, struct str text);

/* --- dead_by.c ---------------------------------------------------------------- */

/* Counts the buckets and makes them parts, in no order. */
void dead_by_take(struct dead *d, const struct world *w);
/* The bucket that a letter belongs to, whether it is let through or not; NONE. */
uint32_t dead_by_of(const struct dead *d, const struct handoff *h);
bool dead_by_at(const struct dead *d, uint32_t bucket, size_t rank, uint32_t *letter);
/* LIST_NOWHERE where the filter hides it. */
size_t dead_by_rank(
	const struct dead *d, uint32_t bucket, const struct handoff *h, uint32_t letter);
struct dead_shown dead_by_shown(const struct dead *d, uint32_t bucket);
/* What the list calls its row. */
uint64_t dead_by_id(uint32_t key);
bool dead_by_is_id(uint64_t id, uint32_t *key);
/* Foreign text. */
void dead_by_title(const struct dead *d, uint32_t bucket, char out[ROW_TEXT]);
void dead_by_inside(const struct dead *d, uint32_t bucket, char out[ROW_TEXT]);
void dead_by_why(const struct dead *d, uint32_t bucket, struct buf *out);
/* What was written beside the groups that are in it, the largest first. */
void dead_by_notes(
	const struct dead *d, const struct world *w, uint32_t bucket, struct buf *out);
/* The next way to group them; the cursor stays on what it was on. */
void dead_by_next(struct dead *d, const struct world *w, struct outcome *out);

/* --- dead_why.c --------------------------------------------------------------- */

/* "@4", or "@4.1.0" where another of that major version died beside it, "invoice@4" where
 * another contract did; "". */
const char *dead_why_version(const struct mesh *m, uint32_t why, char out[ROW_TEXT]);
/* "invoice.draft@4.1.0" of what was said; "no contract named". */
void dead_why_contract(const char *contract, char out[ROW_TEXT]);
/* What was wrong: "/due_date: string, not integer", or an agent's words, in quotes. */
void dead_why_text(struct buf *out, const struct dead_why *y);
/* ", 7s after billing became 31 (03:04:05)": what was new when it began. */
void dead_why_since(struct buf *out, const struct world *w, const struct dead_why *y);

/* --- dead_open.c: one letter over the whole screen ------------------------------ */

void dead_open_letter(struct dead *d, const struct world *w, uint32_t handoff);
/* A key while it is open. */
void dead_open_act(struct dead *d, const struct world *w, enum action a, struct str arg,
	struct outcome *out);

/* --- dead_rehearse.c ---------------------------------------------------------- */

/* "fits 812 of 821 ...": what the row's letters would do if they were put back. */
void dead_rehearse(struct buf *out, struct dead *d, const struct world *w,
	const struct dead_row *row);

/* Looks at the groups that are shown, one after the other, when there is nothing else. */
void dead_rehearse_around(struct dead *d, const struct world *w);
/* It has more to look at, and need not wait for it: draw again soon. */
bool dead_rehearse_busy(const struct dead *d, const struct world *w);
/* "yes", "no", "812/821", "" while it is not known; `?` where things have changed since.
 */
const char *dead_rehearsed(
	struct dead *d, const struct world *w, uint32_t group, char out[ROW_TEXT]);
const char *dead_rehearsed_bucket(
	struct dead *d, const struct world *w, uint32_t bucket, char out[ROW_TEXT]);

/* --- dead_value.c ------------------------------------------------------------- */

#define DEAD_SUMMED 256 /* letters: of more no artifact is read */

/* Before those of a drawing: whether there is such a column. */
void dead_value_begin(struct dead *d, const struct world *w);
/* "EUR 1240" of all letters of a row, which the list calls `id`; "" while, or because, it
 * is not known. Foreign text, as is a letter's. */
const char *dead_value_row(struct dead *d, const struct world *w, uint64_t id,
	const struct dead_shown *letters, char out[ROW_TEXT]);
/* There is more to read, and no need to wait for it. */
bool dead_value_busy(const struct dead *d);
const char *dead_value_letter(const struct world *w, const struct handoff *h);

/* --- dead_draw.c -------------------------------------------------------------- */

void dead_draw(struct dead *d, const struct world *w, struct surface *s);
/* "billing>ledger": foreign text. */
void dead_edge_text(const struct mesh *m, uint32_t edge, char out[ROW_TEXT]);

/* --- dead_fields.c: what is known of the one under the cursor ------------------- */

void dead_fields_draw(struct dead *d, const struct world *w, struct surface *s);

#endif
