/* SPDX-License-Identifier: MIT */
/*
 * What a row says of one handoff, the same words in Now, Review and the
 * sheets. Texts are the mesh's: they are cleaned where they are drawn.
 */
#ifndef VIEWS_ROW_H
#define VIEWS_ROW_H

#include "views/format.h"

#define ROW_TEXT 220
#define ROW_NO_ANSWER (10 * SECOND) /* from then on an agent that was asked is late */

enum grave { GRAVE_NONE, GRAVE_WARNING, GRAVE_CRITICAL };

/* "!!", "!" or "". */
const char *grave_mark(enum grave g);

/* Critical: it ships by itself within two minutes. */
enum grave row_grave(const struct world *w, const struct handoff *h);
/* "0:41", "PAST", "-": nothing is due. */
const char *row_due(const struct world *w, const struct handoff *h, char out[ROW_TEXT]);
/* "refund.decision@3", "-" without a contract. */
const char *row_artifact(
	const struct mesh *m, const struct handoff *h, char out[ROW_TEXT]);
/* "fraud>refund" */
const char *row_edge(const struct mesh *m, const struct handoff *h, char out[ROW_TEXT]);
/* The edge of "from>to", NONE if there is none. */
uint32_t row_find_edge(const struct mesh *m, struct str name);
/* ".41 <.70", "2 faults", "3 violations", "-" */
const char *row_confidence(const struct handoff *h, char out[ROW_TEXT]);
/* What happens if nobody acts: "SHIPS", "stops", "to oncall-lead". */
const char *row_at_zero(
	const struct world *w, const struct handoff *h, char out[ROW_TEXT]);
/* What LOW is judged by: "5 of the last 8 below .75", brief: "5 of 8 below .75". */
const char *row_low(
	const struct mesh *m, const struct edge *e, bool brief, char out[ROW_TEXT]);
/* Of a broken edge, in the last ten minutes: "3 of 5 refused", "5 died", "none in 10
 * min". */
const char *row_broken(const struct edge *e, int64_t now, char out[ROW_TEXT]);
/*
 * Who handed it up last, of this attempt: a human or its deadline, whatever was
 * decided after; NULL where nobody did, or it is with nobody any more.
 */
const struct decision *row_escalation(const struct mesh *m, const struct handoff *h);
/* To whom: "lead"; "" where that was not said. */
const char *row_escalated_to(const struct mesh *m, const struct handoff *h);
/* A human holds its clock, and that is what its deadline is. */
bool row_is_held(const struct world *w, const struct handoff *h);
/* The same in a word or two: "escalates" for "to oncall-lead", "stops late". */
const char *row_at_zero_brief(
	const struct world *w, const struct handoff *h, char out[ROW_TEXT]);
/* Why it is broken: the reason that was given most often; "refused" if none was. */
const char *row_why_broken(const struct edge *e, int64_t now);
unsigned row_faults(const struct handoff *h); /* how many */
/* "approved by lee, completed by refund", "SHIPPED by its deadline", else the state. */
const char *row_fate(const struct mesh *m, const struct handoff *h, char out[ROW_TEXT]);
/* The same with how long ago: "approved by lee 0:05 ago". */
const char *row_fate_ago(
	const struct world *w, const struct handoff *h, char out[ROW_TEXT]);

/* Whether this handoff is there, and waits for a human. */
bool row_waits(const struct mesh *m, uint32_t place);

/* The name of what troubles an edge; WAITED where its waiting is over and still told. */
const char *row_trouble(const struct edge *e, enum edge_trouble t);

#endif
