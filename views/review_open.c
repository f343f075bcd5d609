/* SPDX-License-Identifier: MIT */
/*
 * One handoff over the whole screen of Review. What always holds: it is kept
 * by its id, so that nothing that happens to the queue puts another in its
 * place under the eyes, or the keys, of who reads it.
 */
#include <stdio.h>

#include "views/pane.h"
#include "views/review_own.h"

bool review_is_open(const struct review *r)
{
	return r->open[0] != '\0';
}

void review_open_row(struct review *r, const struct world *w)
{
	if (r->place == NONE)
		return;
	snprintf(r->open, sizeof(r->open), "%s", handoff_at(w->mesh, r->place)->id);
	r->detail.opened = handoff_at(w->mesh, r->place)->attempt;
	r->in_detail = true;
}

void review_close_row(struct review *r)
{
	r->open[0] = '\0';
	r->detail.opened = 0;
	r->in_detail = false;
}

void review_back_to_list(struct review *r, const struct world *w, struct outcome *out)
{
	uint32_t was = review_opened(r, w);

	if (review_is_open(r) && r->place != NONE && r->place != was) {
		out->slid = true;
		snprintf(out->message, sizeof(out->message),
			"%.60s has left the list: the cursor is on %.60s", r->open,
			handoff_at(w->mesh, r->place)->id);
	}
	review_close_row(r);
}

uint32_t review_opened(const struct review *r, const struct world *w)
{
	return mesh_find_handoff(w->mesh, str_of(r->open));
}

void review_draw_opened(struct review *r, const struct world *w, struct surface *s)
{
	uint32_t place = review_opened(r, w);

	if (place != NONE) {
		detail_draw(&r->detail, w, place, s, true);
		return;
	}
	pane_rule(w, s, 0, r->open, "");
	surface_fmt(s, 1, 1, TO_EDGE, STYLE_WARNING, "%s is not known here %s", r->open,
		w->replay != NULL ? "yet" : "any more");
}

bool review_why_not(
	const struct review *r, const struct world *w, enum action a, struct outcome *out)
{
	bool open = review_is_open(r);
	uint32_t place = open ? review_opened(r, w) : r->place;
	const struct handoff *h = place == NONE ? NULL : handoff_at(w->mesh, place);
	char fate[ROW_TEXT];

	if (h != NULL ? h->in_review : !open)
		return false;
	/* Where it is open the line above its fields says what became of it. */
	snprintf(out->message, sizeof(out->message), "%s is off: %.60s has left%s%.100s",
		action_rows[a].brief, h != NULL ? h->id : r->open, open ? "" : ": ",
		open ? "" : row_fate(w->mesh, h, fate));
	return true;
}

bool review_is_of_list(enum action a)
{
	return a == ACTION_MARK || a == ACTION_MARK_ALL || a == ACTION_TROUBLE ||
		a == ACTION_NEXT_PANE || a == ACTION_PREV_PANE;
}
