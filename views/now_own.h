/* SPDX-License-Identifier: MIT */
/* The state of the first screen; for the now*.c files only. */
#ifndef VIEWS_NOW_OWN_H
#define VIEWS_NOW_OWN_H

#include "tui/list.h"
#include "views/detail.h"
#include "views/flow_inset.h"
#include "views/now_news.h"
#include "views/sift.h"
#include "views/watch.h"

#define MOST_ROWS 160
#define NOW_WIDE_COLS 120 /* of the body, from which on the detail is beside the list */
#define NOW_WIDE_ROWS 24

enum part { PART_WAITING, PART_EDGES, PART_DEAD, PART_INCIDENTS, PARTS };

struct now {
	struct list list;
	struct watch watch;
	struct detail detail;
	struct now_news news;
	struct flow_inset *inset; /* NULL until it is drawn */
	struct sift sift;         /* of what waits; its filter is that of all rows */
	/* the rows as they are drawn: ids in order, so many in each part */
	uint64_t row[MOST_ROWS];
	size_t rows, in[PARTS];
	size_t dead_groups; /* all that hold letters */
	int room;           /* rows of the body at the last drawing */
	bool wide;          /* it had room for the detail beside the list */
	uint32_t place;     /* handoff under the cursor, NONE */
	size_t place_row;
	bool gone;
	unsigned zoom; /* one more than the part that has the whole body; 0: none */
	bool trouble_only;
	bool unfolded; /* the last row that waits is the cursor's, out of its order */
	/* the row under the cursor when a key was last pressed, or the first one */
	uint64_t met;
	bool met_any;
	int64_t gone_tick, now;
};

/* Rows that each part may have in a body of this height; 0: the part is left out. */
struct now_space {
	int waiting, edges, dead, incidents, mesh;
};

/* --- now.c ------------------------------------------------------------------ */

/* Brings the rows up to the world; `ids` are them, and live as long as `n`. */
struct now_space now_look(struct now *n, const struct world *w, struct list_ids *ids);

#define NOW_KINDS (QUERY_HANDOFFS | QUERY_EDGES | QUERY_GROUPS)

/* --- now_find.c --------------------------------------------------------------- */

typedef bool now_value_fn(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out);

/* Of what needs no artifact: an edge, a group of dead letters. */
bool now_lets(
	const struct now *n, const struct world *w, now_value_fn *value, uint32_t place);
/* Of a group of dead letters: that, and whether trouble is all that is wanted. */
bool now_lets_group(const struct now *n, const struct world *w, uint32_t group);
/* What waits is looked for, and not only read in its order. */
static inline bool now_sifts(const struct now *n)
{
	return n->trouble_only || n->sift.filter.query != NULL;
}
void now_sift(struct now *n, const struct world *w);
/* f */
void now_turn_trouble(struct now *n, struct outcome *out);
/* Esc: what hides rows is taken away, one after the other; false: nothing does. */
bool now_step_back(struct now *n);
/* For struct view. */
const struct filter *now_filter(void *state);
bool now_busy(void *state, const struct world *w);
void now_here(void *state, const struct world *w, char out[132]);
unsigned now_pane(void *state);
extern const struct knob now_knobs[];
void now_zoom(struct now *n);
/* Of a body of that height all that the part has that is zoomed. */
struct now_space now_zoomed(const struct now *n, int rows);
/* How many wait, and the handoff at a rank of them: those that the filter lets through.
 */
size_t now_waiting(const struct now *n, const struct mesh *m);
bool now_waiting_at(
	const struct now *n, const struct mesh *m, size_t rank, uint32_t *handoff);
/* How many rows the filter hides. */
struct filter_count now_count(const struct now *n, const struct mesh *m);

/* --- now_draw.c ------------------------------------------------------------- */

void now_draw(void *state, const struct world *w, struct surface *s);
void now_hint(void *state, const struct world *w, struct surface *s);

#endif
