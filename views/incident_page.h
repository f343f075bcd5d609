/* SPDX-License-Identifier: MIT */
/*
 * An incident as a page of Markdown, to begin a post-mortem with: what was written of it,
 * its handoffs, what humans decided, and what happened when. Times are UTC.
 */
#ifndef VIEWS_INCIDENT_PAGE_H
#define VIEWS_INCIDENT_PAGE_H

#include "views/row.h"

/* Adds the page; false, and why not, where there is no such incident. */
bool incident_page(
	const struct world *w, const char *id, struct buf *out, char why[ROW_TEXT]);

#endif
