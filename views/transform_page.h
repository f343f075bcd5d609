/* SPDX-License-Identifier: MIT */
/*
 * `e` in Dead: lines that change the artifacts of the letters that were under the cursor
 * or marked (contract/transform.h), with a dry run that follows each line: how many fit,
 * why the others do not, one letter before and after. Nothing is sent from here: B opens
 * the sheet, with those that fit.
 */
#ifndef VIEWS_TRANSFORM_PAGE_H
#define VIEWS_TRANSFORM_PAGE_H

#include "tui/prompt.h"
#include "views/rehearse.h"
#include "views/row.h"
#include "views/view.h"

struct transform_page { /* zeroed: closed */
	bool open, editing, adding;
	char *line[TRANSFORM_STEPS];
	size_t lines, cursor;
	struct prompt prompt;
	char name[140], why[ROW_TEXT]; /* why: what is wrong with the lines, "" */
	uint32_t *place;
	size_t n, of;
	size_t sample; /* the letter that is shown */
	struct transform transform;
	struct rehearse dry;
};

void transform_page_fini(struct transform_page *p);
void transform_page_open(struct transform_page *p, const struct mesh *m,
	const uint32_t *place, size_t n, size_t of);

enum transform_did { TRANSFORM_STAYS, TRANSFORM_PUTS_BACK };

/* One key; `puts_back`: it is the one of ACTION_REQUEUE. */
enum transform_did transform_page_key(struct transform_page *p, int key, bool puts_back);
/* Those that fit and what they become; the caller frees both and what is in them. */
size_t transform_page_take(
	const struct transform_page *p, uint32_t **place, char ***artifact);
void transform_page_draw(
	struct transform_page *p, const struct world *w, struct surface *out);
void transform_page_hint(const struct transform_page *p, struct surface *out);

#endif
