/* SPDX-License-Identifier: MIT */
/*
 * One handoff over the whole screen of Review. What always holds: it is kept
 * by its id, so that nothing that happens to the queue puts another in its
 * place under the eyes, or the keys, of who reads it.
 */
#include <stdio.h>

#include "base/mem.h"
#include "views/pane.h"
#include "views/review_own.h"

void review_open_row(struct review *r, const struct world *w)
{
	if (r->place == NONE)
		return;
	detail_open(&r->detail, handoff_at(w->mesh, r->place));
	r->in_detail = true;
}

void review_close_row(struct review *r)
{
	detail_close(&r->detail);
	r->in_detail = false;
}

void review_back_to_list(struct review *r, const struct world *w, struct outcome *out)
{
	uint32_t was = detail_opened(&r->detail, w);

	if (detail_is_open(&r->detail) && r->place != NONE && r->place != was) {
		out->slid = true;
		snprintf(out->message, sizeof(out->message),
			"%.60s has left the list: the cursor is on %.60s", r->detail.id,
			handoff_at(w->mesh, r->place)->id);
	}
	review_close_row(r);
}

bool review_why_not(
	const struct review *r, const struct world *w, enum action a, struct outcome *out)
{
	bool open = detail_is_open(&r->detail);
	uint32_t place = open ? detail_opened(&r->detail, w) : r->place;
	const struct handoff *h = place == NONE ? NULL : handoff_at(w->mesh, place);
	char fate[ROW_TEXT];

	if (h != NULL ? h->in_review : !open)
		return false;
	/* Where it is open the line above its fields says what became of it. */
	snprintf(out->message, sizeof(out->message), "%s is off: %.60s has left%s%.100s",
		action_rows[a].brief, h != NULL ? h->id : r->detail.id, open ? "" : ": ",
		open ? "" : row_fate(w->mesh, h, fate));
	return true;
}

bool review_is_of_list(enum action a)
{
	return a == ACTION_MARK || a == ACTION_MARK_ALL || a == ACTION_TROUBLE ||
		a == ACTION_NEXT_PANE || a == ACTION_PREV_PANE || a == ACTION_SORT ||
		a == ACTION_REVERSE;
}

uint32_t review_subject(const struct review *r, const struct world *w)
{
	return detail_is_open(&r->detail) ? detail_opened(&r->detail, w) : r->place;
}

/* One only, whatever is marked: what stands under the cursor, or is open. */
void review_edit(const struct review *r, const struct world *w, struct outcome *out)
{
	uint32_t one = review_subject(r, w);

	if (detail_followed_why(&r->detail, ACTION_EDIT, out))
		return;
	if (!detail_is_open(&r->detail) && review_is_cluster(r->row))
		snprintf(out->message, sizeof(out->message),
			"edit is for one of them: l shows each");
	else if (one != NONE && !review_why_not(r, w, ACTION_EDIT, out)) {
		out->edit = true;
		out->handoffs = xcalloc(1, sizeof(one));
		out->handoffs[0] = one;
		out->n_handoffs = 1;
	}
}

unsigned review_pane(void *state)
{
	const struct review *r = state;

	return !detail_is_open(&r->detail) && r->in_detail;
}

const struct knob review_knobs[] = {
	KNOB(struct review, trouble_only, "trouble", 1),
	KNOB(struct review, alike_wish, "alike", ALIKE_OFF),
	KNOB(struct review, by, "sort", REVIEW_SORTS - 1),
	KNOB(struct review, reversed, "reversed", 1),
	{ 0 },
};

/* From the pane below the list it is the page that leads there, and back. */
void review_follow(struct review *r, const struct world *w, struct outcome *out)
{
	size_t pick = r->detail.pick;

	if (!detail_is_open(&r->detail))
		review_open_row(r, w);
	r->detail.pick = pick;
	detail_follow(&r->detail, w, out);
}
