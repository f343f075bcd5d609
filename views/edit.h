/* SPDX-License-Identifier: MIT */
/*
 * An artifact that a human edits before it is approved: as text for an editor, and what
 * came back held against its contract. Pure; the file and the editor are app/edit.c's,
 * the sheet is the shell's.
 */
#ifndef VIEWS_EDIT_H
#define VIEWS_EDIT_H

#include "views/row.h"

#define EDIT_MOST ((size_t)1 << 20) /* bytes of an artifact, as of an event */

/* Value `n` indented, a member a line; numbers and strings as they stood. */
void edit_text(struct buf *out, const struct json *j, uint32_t n);

enum edit_found {
	EDIT_UNCHANGED,
	EDIT_BAD, /* no JSON, too large, or not what the contract promises */
	EDIT_GOOD
};

/*
 * What came back, `was` the artifact as it was offered (one line). `out`: the new one
 * as it will be sent. `why` names line and place where it is bad. `c` may be NULL.
 */
enum edit_found edit_read(struct str text, struct str was, const struct contract *c,
	struct buf *out, char why[ROW_TEXT]);

#endif
