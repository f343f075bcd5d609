/* SPDX-License-Identifier: MIT */
/*
 * What stands behind `/` in a list, and the query it means (mesh/query.h). Of a text that
 * is not understood, as in the middle of a term, the terms before that hold, and the
 * pane's title says what is missing; where there are none nothing is hidden.
 */
#ifndef VIEWS_FILTER_H
#define VIEWS_FILTER_H

#include "mesh/query_rows.h"
#include "views/world.h"

struct filter {
	char text[QUERY_LONGEST + 4];
	char good[QUERY_LONGEST + 4]; /* the text that `query` means */
	struct query *query; /* NULL: there is none, or none that was understood */
	struct err fault;    /* why `text` is not */
	unsigned version;    /* another one after each change */
};

void filter_fini(struct filter *f);
/* False: it was the same text already. */
bool filter_set(struct filter *f, struct str text, unsigned kinds);

static inline bool filter_is_set(const struct filter *f)
{
	return f->text[0] != '\0';
}

/* How many rows there are, and what became of those that are not shown. */
struct filter_count {
	size_t shown, hidden;
	size_t unknown; /* of the hidden ones: not looked at yet */
	bool looks;     /* it is still being looked */
};

/*
 * "3 hidden, 2 not looked at yet, filter: conf<.7", or what is wrong with it; adds
 * nothing where there is no text. `room`: columns there are, the least important goes.
 */
void filter_title(
	struct buf *out, const struct filter *f, const struct filter_count *c, int room);
/* "0 of 41 shown, filter: reason:timeout, Esc clears" */
void filter_none(struct buf *out, const struct filter *f, const struct filter_count *c);

/* A row that needs no artifact; true where there is nothing to ask. */
bool filter_lets(const struct filter *f, struct query_row *row);

#endif
