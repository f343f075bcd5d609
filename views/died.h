/* SPDX-License-Identifier: MIT */
/*
 * Whose words a dead letter's cause is in. What the hub has found stands as it is; what
 * agents say stands in quotes, behind their names: it may look like anything.
 */
#ifndef VIEWS_DIED_H
#define VIEWS_DIED_H

#include "views/row.h"

/* An agent's words in quotes; those within are made single. */
void died_quote(struct buf *out, const char *words);
/* What was said of this one: its detail, else its line, else its reason. */
void died_brief(struct buf *out, const struct handoff *h);
/* "ledger", "billing or ledger": who has given it up. */
const char *died_speaker(
	const struct mesh *m, const struct handoff *h, char out[ROW_TEXT]);
/* "; ledger: "cannot book"": what was said beside what the hub has found. */
void died_said(struct buf *out, const struct mesh *m, const struct handoff *h);
/* "hub: /amount: below the minimum 0 (first of 3); ledger: "cannot book"" */
void died_why(struct buf *out, const struct mesh *m, const struct handoff *h);

#endif
