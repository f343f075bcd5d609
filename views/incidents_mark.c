/* SPDX-License-Identifier: MIT */
/*
 * Marks on incidents. They are of handoffs that wait, one set for the list and for every
 * waterfall: `Space` marks a row of a waterfall, and in the list all of an incident; the
 * capitals are about what is marked, through the sheet whose key is the count. What does
 * not wait any more is not marked any more.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/incidents_own.h"
#include "views/pane.h"

#define MOST 2000       /* marks */
#define LOOKED_AT 50000 /* handoffs of an incident, the newest; or that wait */

size_t incidents_marks(const struct incidents *v)
{
	size_t n;

	list_marks(&v->rows, &n);
	return n;
}

static bool is_kept(const void *arg, uint64_t id)
{
	return row_waits(arg, (uint32_t)id);
}

void incidents_prune(struct incidents *v, const struct world *w)
{
	if (v->marks_of != w->mesh) /* there a place is another's */
		list_mark_clear(&v->rows);
	else if (incidents_marks(v) > 0)
		list_mark_prune(&v->rows, is_kept, w->mesh);
	v->marks_of = w->mesh;
}

/* --- what it looks like -------------------------------------------------------------
 */

void incidents_draw_mark(const struct incidents *v, const struct world *w,
	struct surface *s, int line, uint32_t incident)
{
	const struct incident *i = incident_at(w->mesh, incident);
	size_t n, marked = 0;
	const uint64_t *marks = list_marks(&v->rows, &n);

	for (size_t k = 0; k < n; k++) {
		const struct handoff *h = handoff_at(w->mesh, (uint32_t)marks[k]);

		marked += h != NULL && h->in_review && h->incident == incident;
	}
	if (marked > 0 && i != NULL)
		surface_put(s, line, 1, STYLE_MARK,
			marked >= i->states[STATE_HELD] + i->states[STATE_ESCALATED]
				? '*'
				: '+');
}

/* --- marking ------------------------------------------------------------------------ */

/* Those that wait: from here on, all are marked or none is. */
struct several {
	uint32_t place[MOST];
	size_t n;
	bool cut;
};

static void put(struct several *x, const struct world *w, uint32_t place)
{
	if (!row_waits(w->mesh, place))
		return;
	if (x->n == MOST)
		x->cut = true;
	else
		x->place[x->n++] = place;
}

static void turn_all(struct incidents *v, const struct several *x, struct outcome *out)
{
	size_t marked = 0;
	bool cut = x->cut;

	for (size_t i = 0; i < x->n; i++)
		marked += list_marked(&v->rows, x->place[i]);
	for (size_t i = 0; i < x->n; i++) {
		if (marked < x->n && incidents_marks(v) == MOST)
			cut = true;
		else
			list_mark(&v->rows, x->place[i], marked < x->n);
	}
	if (x->n == 0)
		snprintf(out->message, sizeof(out->message),
			"nothing of it waits for you: only that can be marked");
	else if (cut)
		snprintf(out->message, sizeof(out->message),
			"the first %d that wait: so many at once", MOST);
}

/* All of an incident: from its newest on. */
static void mark_incident(struct incidents *v, const struct world *w, uint32_t incident,
	struct outcome *out)
{
	const struct incident *i = incident_at(w->mesh, incident);
	uint32_t place = i != NULL ? i->last_handoff : NONE;
	struct several *x = xcalloc(1, sizeof(*x));

	for (int n = 0; n < LOOKED_AT && place != NONE && !x->cut; n++) {
		const struct handoff *h = handoff_at(w->mesh, place);

		if (h == NULL)
			break;
		put(x, w, place);
		place = h->before_in_incident;
	}
	turn_all(v, x, out);
	free(x);
}

/* All that wait and are of an incident that is shown: those due soonest first. */
static void mark_shown_incidents(
	struct incidents *v, const struct world *w, struct outcome *out)
{
	struct several *x = xcalloc(1, sizeof(*x));
	struct order_item item;

	for (size_t rank = 0;
		rank < LOOKED_AT && !x->cut && order_at(&w->mesh->review, rank, &item);
		rank++) {
		const struct handoff *h = handoff_at(w->mesh, item.id);
		const struct incident *i =
			h != NULL ? incident_at(w->mesh, h->incident) : NULL;

		if (i != NULL && (!v->bad_only || case_is_bad(i)) &&
			incidents_passes(v, w, h->incident))
			put(x, w, item.id);
	}
	turn_all(v, x, out);
	free(x);
}

/* All rows of the waterfall that wait. */
static void mark_shown_rows(struct incidents *v, const struct world *w,
	const struct list_items *items, struct outcome *out)
{
	struct several *x = xcalloc(1, sizeof(*x));

	for (size_t rank = 0; rank < items->n && !x->cut; rank++)
		put(x, w, (uint32_t)items->id_at(items->arg, rank));
	turn_all(v, x, out);
	free(x);
}

static void mark_row(struct incidents *v, const struct world *w,
	const struct list_items *items, struct outcome *out)
{
	uint32_t place = incidents_handoff(v, w);
	const struct handoff *h = handoff_at(w->mesh, place);
	char fate[ROW_TEXT];

	if (h == NULL)
		return;
	if (!h->in_review && !list_marked(&v->rows, place))
		snprintf(out->message, sizeof(out->message),
			"only what waits can be marked: %.60s: %.100s", h->id,
			row_fate(w->mesh, h, fate));
	else
		list_mark(&v->rows, place, !list_marked(&v->rows, place));
	list_move(&v->rows, items, LIST_DOWN);
}

bool incidents_mark_act(struct incidents *v, const struct world *w, enum action a,
	const struct list_items *items, struct outcome *out)
{
	bool list = v->page == PAGE_LIST;

	if (a != ACTION_MARK && a != ACTION_MARK_ALL)
		return false;
	if (list && a == ACTION_MARK) {
		mark_incident(v, w, incidents_under(v, w), out);
		list_move(&v->list, items, LIST_DOWN);
	} else if (list) {
		mark_shown_incidents(v, w, out);
	} else if (a == ACTION_MARK) {
		mark_row(v, w, items, out);
	} else {
		mark_shown_rows(v, w, items, out);
	}
	return true;
}

/* --- acting --------------------------------------------------------------------------
 */

/* Not to be seen where the key was pressed. */
static bool is_hidden(struct incidents *v, const struct world *w, const struct handoff *h,
	uint32_t place)
{
	const struct incident *i = incident_at(w->mesh, h->incident);

	if (v->page == PAGE_LIST)
		return i == NULL || (v->bad_only && !case_is_bad(i)) ||
			!incidents_passes(v, w, h->incident);
	return h->incident != incidents_open(v, w) ||
		(incidents_filtered(v) && !incidents_row_passes(v, w, place));
}

bool incidents_choose(
	struct incidents *v, const struct world *w, enum action a, struct outcome *out)
{
	size_t n;
	const uint64_t *marks = list_marks(&v->rows, &n);

	if (n == 0 || v->page == PAGE_RADIUS || detail_is_open(&v->detail))
		return false;
	out->handoffs = xcalloc(n, sizeof(*out->handoffs));
	for (size_t k = 0; k < n; k++) {
		uint32_t place = (uint32_t)marks[k];

		if (!row_waits(w->mesh, place))
			continue;
		out->n_hidden += is_hidden(v, w, handoff_at(w->mesh, place), place);
		out->handoffs[out->n_handoffs++] = place;
	}
	if (out->n_handoffs > 0)
		out->decide = a;
	else
		snprintf(out->message, sizeof(out->message),
			"nothing that is marked waits any more: Esc clears the marks");
	return true;
}

void incidents_unmark(struct incidents *v, const struct world *w)
{
	if (detail_is_open(&v->detail)) {
		if (detail_opened(&v->detail, w) != NONE)
			list_mark(&v->rows, detail_opened(&v->detail, w), false);
	} else if (v->page != PAGE_RADIUS) {
		list_mark_clear(&v->rows);
	}
}
