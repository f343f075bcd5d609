/* SPDX-License-Identifier: MIT */
/*
 * One dead letter over the whole screen, with the pages and the keys that a handoff has
 * in Review. It is kept by its id, and stays when it is put back or discarded.
 */
#include <stdio.h>

#include "base/mem.h"
#include "views/dead_own.h"

void dead_open_letter(struct dead *d, const struct world *w, uint32_t handoff)
{
	detail_open(&d->detail, handoff_at(w->mesh, handoff));
	d->detail.dead = true;
	d->detail.top = 0;
}

static void decide(
	struct dead *d, const struct world *w, enum action a, struct outcome *out)
{
	uint32_t place = detail_opened(&d->detail, w);
	const struct handoff *h = place != NONE ? handoff_at(w->mesh, place) : NULL;

	if (detail_followed_why(&d->detail, a, out))
		return;
	if (h == NULL || !h->in_dead) {
		snprintf(out->message, sizeof(out->message),
			"%s is off: %.60s is no dead letter any more",
			action_rows[a].brief, d->detail.id);
		return;
	}
	out->decide = action_rows[a].acts ? a : ACTION_NONE;
	out->handoffs = xmalloc(sizeof(*out->handoffs));
	out->handoffs[0] = place;
	out->n_handoffs = 1;
}

void dead_open_act(struct dead *d, const struct world *w, enum action a, struct str arg,
	struct outcome *out)
{
	if (detail_page_act(&d->detail, w, a, arg, out))
		return;
	switch (a) {
	case ACTION_TRANSFORM:
	case ACTION_REQUEUE:
	case ACTION_ESCALATE:
	case ACTION_DISCARD:
		decide(d, w, a, out);
		break;
	case ACTION_UNMARK:
		if (detail_opened(&d->detail, w) != NONE)
			list_mark(&d->list, detail_opened(&d->detail, w), false);
		break;
	case ACTION_MARK:
	case ACTION_MARK_ALL:
	case ACTION_SORT:
	case ACTION_TROUBLE:
		snprintf(out->message, sizeof(out->message),
			"%s is for the list: Esc goes back to it", action_rows[a].brief);
		break;
	default:
		out->handled = false;
	}
}
