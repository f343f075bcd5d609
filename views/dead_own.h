/* SPDX-License-Identifier: MIT */
/*
 * The state of the dead letters' screen; for the dead*.c files only. A row is
 * a group (by reason and edge) or a letter of one that is unfolded. Rows are
 * counted, never listed: a million letters cost what their groups cost.
 */
#ifndef VIEWS_DEAD_OWN_H
#define VIEWS_DEAD_OWN_H

#include "tui/list.h"
#include "views/view.h"

#define DEAD_BATCH 10000 /* as many are marked or decided at once, the oldest first */
#define DEAD_LETTER UINT32_MAX

enum dead_sort { DEAD_WORST, DEAD_COUNT, DEAD_OLDEST, DEAD_REASON, DEAD_SORTS };

struct dead_part { /* a group that is shown */
	uint32_t group;
	size_t start; /* rank of its own row */
	double key;
	const char *reason;
	bool growing;
};

struct dead {
	const struct mesh *mesh; /* the last one seen; also what the list asks */
	struct dead_part *part;
	size_t parts, part_cap, rows;
	size_t hidden; /* letters that the filter or `f` hides */
	bool *open;    /* by group */
	uint32_t opens;
	size_t open_cap;
	enum dead_sort sort;
	bool growing_only;
	char filter[64];
	struct list list;
};

/* What a row is: its group, and its letter's rank in it or SIZE_MAX. */
struct dead_row {
	uint32_t group;
	size_t letter;
	uint32_t handoff; /* NONE on a group's row */
};

/* --- dead_rows.c -------------------------------------------------------------- */

/* Counts the rows anew; before all of what follows. */
void dead_rows_sync(struct dead *d, const struct world *w);
struct list_items dead_rows_items(const struct dead *d);
struct dead_row dead_rows_at(const struct dead *d, size_t rank);
/* The row under the cursor; false: there is none. */
bool dead_rows_selected(const struct dead *d, struct dead_row *out);
uint64_t dead_rows_group_id(uint32_t group);
bool dead_rows_shows(const struct dead *d, uint32_t group);
/* Came in the last ten minutes. */
bool dead_is_growing(const struct dead_group *g, int64_t now);

/* --- dead_draw.c -------------------------------------------------------------- */

void dead_draw(struct dead *d, const struct world *w, struct surface *s);

#endif
