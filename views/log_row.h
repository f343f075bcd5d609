/* SPDX-License-Identifier: MIT */
/*
 * A row of the log: when, what, who, which handoff, and what there is to say.
 * The names get what the rows on the screen need. Where that is too much, what
 * stands behind them gives way first, down to its share, then the wider name;
 * and a row that has little to say gives what it has left to its own names.
 */
#ifndef VIEWS_LOG_ROW_H
#define VIEWS_LOG_ROW_H

#include "tui/surface.h"
#include "views/row.h"

/* Faults that no event tells of, and no other screen lists handoff by handoff. */
#define LOG_FOUND (FAULT_LOOP | FAULT_TWICE | FAULT_UNSEEN_INPUT)

struct log_widths {
	int at; /* column of the first name */
	int who, handoff, rest;
};

void log_widths_begin(struct log_widths *c, const struct surface *s);
/* A line that will be drawn. */
void log_widths_take(struct log_widths *c, const struct mesh *m, const struct surface *s,
	const struct log_line *l);
void log_widths_end(struct log_widths *c, const struct surface *s);
/* All but column 0, for the cursor. */
void log_row_draw(const struct world *w, struct surface *s, int row,
	const struct log_line *l, const struct log_widths *c);

/* Of its event; or of what is found wrong with its handoff. */
enum grave log_grave(const struct mesh *m, const struct log_line *l);
/* "acted twice, loop" where the line is the one to look at for it; adds nothing else. */
void log_faults(struct buf *out, const struct mesh *m, const struct log_line *l);
/* Its id, "" if it is of none. */
const char *log_handoff(const struct mesh *m, const struct log_line *l);
/* "billing>ledger" of a handoff, else the agent. */
const char *log_who(const struct mesh *m, const struct log_line *l, char out[ROW_TEXT]);

#endif
