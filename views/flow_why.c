/* SPDX-License-Identifier: MIT */
/*
 * Since when an edge loses handoffs, after what, and at which place of the artifact:
 * from the dead letters that it has, as the screen of these says it.
 */
#include <stdio.h>

#include "views/dead_own.h"
#include "views/flow_own.h"

#define PLACES 3 /* that are named */

static bool is_on(
	const struct mesh *m, const struct dead_why *y, uint32_t edge, const char *reason)
{
	const struct dead_group *g = &m->dead_group[y->group];

	return g->edge == edge && y->letters.count > 0 &&
		(reason == NULL || strncmp(g->reason, reason, REASON_KEPT - 1) == 0);
}

/* What most of them died of; NULL. */
static const struct dead_why *main_why(
	const struct mesh *m, uint32_t edge, const char *reason)
{
	const struct dead_why *most = NULL;

	for (uint32_t i = 0; i < m->dead_whys; i++) {
		const struct dead_why *y = &m->dead_why[i];

		if (is_on(m, y, edge, reason) &&
			(most == NULL || y->letters.count > most->letters.count))
			most = y;
	}
	return most;
}

void flow_why_first(
	struct buf *out, const struct world *w, uint32_t edge, const char *reason)
{
	const struct dead_why *y = main_why(w->mesh, edge, reason);
	struct order_item first;
	char time[FORMAT_TEXT];
	const struct handoff *h;

	if (y == NULL || !order_at(&y->letters, 0, &first))
		return;
	h = handoff_at(w->mesh, first.id);
	if (h != NULL)
		buf_fmt(out, "%s %s", h->id, format_time(w, h->since, time));
}

/* ", 7s after billing became version 12 (03:04:05)" */
void flow_why_cause(
	struct buf *out, const struct world *w, uint32_t edge, const char *reason)
{
	const struct dead_why *y = main_why(w->mesh, edge, reason);
	struct buf since = { 0 };

	if (y == NULL)
		return;
	dead_why_since(&since, w, y);
	if (since.len > 2)
		buf_str(out, since.data + 2);
	buf_fini(&since);
}

/* "due_date 38, amount 2": where their contract is broken, each said once. */
void flow_why_fields(
	struct buf *out, const struct world *w, uint32_t edge, const char *reason)
{
	const struct mesh *m = w->mesh;
	unsigned n = 0;

	for (uint32_t i = 0; i < m->dead_whys; i++) {
		const struct dead_why *y = &m->dead_why[i];
		size_t place = y->text != NULL ? strcspn(y->text, ":") : 0;

		if (!y->violation || place == 0 || !is_on(m, y, edge, reason))
			continue;
		if (n++ < PLACES)
			buf_fmt(out, "%s%.*s %zu", out->len > 0 ? ", " : "", (int)place,
				y->text, (size_t)y->letters.count);
	}
	if (n > PLACES)
		buf_fmt(out, " and %u more", n - PLACES);
}
