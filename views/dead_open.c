/* SPDX-License-Identifier: MIT */
/*
 * One dead letter over the whole screen, with the pages and the keys that a handoff has
 * in Review. It is kept by its id, and stays when it is put back or discarded.
 */
#include <stdio.h>

#include "base/mem.h"
#include "views/dead_own.h"
#include "views/pane.h"

bool dead_is_open(const struct dead *d)
{
	return d->letter[0] != '\0';
}

void dead_open_letter(struct dead *d, const struct world *w, uint32_t handoff)
{
	const struct handoff *h = handoff_at(w->mesh, handoff);

	snprintf(d->letter, sizeof(d->letter), "%s", h->id);
	d->detail.opened = h->attempt;
	d->detail.dead = true;
	d->detail.top = 0;
}

void dead_close_letter(struct dead *d)
{
	d->letter[0] = '\0';
	d->detail.opened = 0;
}

uint32_t dead_opened(const struct dead *d, const struct world *w)
{
	return mesh_find_handoff(w->mesh, str_of(d->letter));
}

void dead_draw_opened(struct dead *d, const struct world *w, struct surface *s)
{
	uint32_t place = dead_opened(d, w);

	if (place != NONE) {
		detail_draw(&d->detail, w, place, s, true);
		return;
	}
	pane_rule(w, s, 0, d->letter, "");
	surface_fmt(s, 1, 1, TO_EDGE, STYLE_WARNING, "%s is not known here %s", d->letter,
		w->replay != NULL ? "yet" : "any more");
}

static void decide(
	struct dead *d, const struct world *w, enum action a, struct outcome *out)
{
	uint32_t place = dead_opened(d, w);
	const struct handoff *h = place != NONE ? handoff_at(w->mesh, place) : NULL;

	if (h == NULL || !h->in_dead) {
		snprintf(out->message, sizeof(out->message),
			"%s is off: %.60s is no dead letter any more",
			action_rows[a].brief, d->letter);
		return;
	}
	out->decide = a;
	out->handoffs = xmalloc(sizeof(*out->handoffs));
	out->handoffs[0] = place;
	out->n_handoffs = 1;
}

static void copy(
	struct dead *d, const struct world *w, struct str what, struct outcome *out)
{
	uint32_t place = dead_opened(d, w);
	char edge[ROW_TEXT];

	if (place == NONE)
		return;
	if (str_is(what, "payload")) {
		out->copy = detail_payload(&d->detail, w, place);
		if (out->copy == NULL)
			snprintf(out->message, sizeof(out->message),
				"the payload is not here yet: try again");
	} else if (str_is(what, "edge")) {
		out->copy = xstrdup(row_edge(w->mesh, handoff_at(w->mesh, place), edge));
	} else {
		out->copy = xstrdup(d->letter);
	}
}

void dead_open_act(struct dead *d, const struct world *w, enum action a, struct str arg,
	struct outcome *out)
{
	if (detail_move(&d->detail, a) || detail_turns(&d->detail, a, out))
		return;
	switch (a) {
	case ACTION_OPEN:
		break;
	case ACTION_ZOOM:
	case ACTION_BACK:
		dead_close_letter(d);
		break;
	case ACTION_NEXT_TROUBLE:
	case ACTION_PREV_TROUBLE:
		detail_to_mark(&d->detail, a == ACTION_NEXT_TROUBLE, out);
		break;
	case ACTION_REQUEUE:
	case ACTION_ESCALATE:
	case ACTION_DISCARD:
		decide(d, w, a, out);
		break;
	case ACTION_COPY:
		copy(d, w, arg, out);
		break;
	case ACTION_UNMARK:
		if (dead_opened(d, w) != NONE)
			list_mark(&d->list, dead_opened(d, w), false);
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
