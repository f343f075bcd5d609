/* SPDX-License-Identifier: MIT */
/* A short list over the screen, of which one is picked: where the cursor is. */
#ifndef VIEWS_PICK_H
#define VIEWS_PICK_H

#include "tui/surface.h"
#include "views/actions.h"

struct pick {
	bool open;
	bool sure;      /* a key was pressed that wants a second one */
	size_t at, top; /* of the cursor, of the first row that is shown */
	size_t rows;    /* that there was room for */
};

void pick_open(struct pick *p);
/* What the keys that move do to a list of `n`; false: it is none of them. */
bool pick_move(struct pick *p, enum action a, size_t n);
/* Before drawing `n` of them in so many rows. */
void pick_fit(struct pick *p, size_t n, int rows);
/* The row of the nth below a title of two rows, with its cursor; -1: it is not shown. */
int pick_row(const struct pick *p, size_t nth, struct surface *s);

#endif
