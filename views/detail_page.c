/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "base/mem.h"
#include "views/detail.h"
#include "views/pane.h"

void detail_open(struct detail *d, const struct handoff *h)
{
	snprintf(d->id, sizeof(d->id), "%s", h->id);
	d->opened = h->attempt;
	d->trails = 0;
}

void detail_close(struct detail *d)
{
	d->id[0] = '\0';
	d->opened = 0;
	d->search[0] = '\0';
	d->seek = false;
	d->trails = 0;
}

uint32_t detail_opened(const struct detail *d, const struct world *w)
{
	return mesh_find_handoff(w->mesh, str_of(d->id));
}

void detail_draw_opened(struct detail *d, const struct world *w, struct surface *s)
{
	uint32_t place = detail_opened(d, w);

	detail_say_trail(d);
	if (place != NONE) {
		detail_draw(d, w, place, s, true);
		return;
	}
	pane_rule(w, s, 0, d->id, "");
	surface_fmt(s, 1, 1, TO_EDGE, STYLE_WARNING, "%s is not known here %s", d->id,
		w->replay != NULL ? "yet" : "any more");
}

void detail_copy(struct detail *d, const struct world *w, uint32_t handoff,
	struct str what, struct outcome *out)
{
	const struct handoff *h;
	char edge[ROW_TEXT];

	if (handoff == NONE)
		return;
	h = handoff_at(w->mesh, handoff);
	if (str_is(what, "payload")) {
		out->copy = detail_payload(d, w, handoff);
		if (out->copy == NULL)
			snprintf(out->message, sizeof(out->message),
				"the payload is not here yet: try again");
	} else if (str_is(what, "edge")) {
		out->copy = xstrdup(row_edge(w->mesh, h, edge));
	} else {
		out->copy = xstrdup(h->id);
	}
}

bool detail_page_act(struct detail *d, const struct world *w, enum action a,
	struct str arg, struct outcome *out)
{
	if (detail_move(d, a) || detail_turns(d, a, out))
		return true;
	switch (a) {
	case ACTION_OPEN:
		if (d->tab == TAB_EVIDENCE)
			detail_follow(d, w, out);
		return true;
	case ACTION_BACK:
		if (d->search[0] != '\0')
			detail_search(d, (struct str){ 0 });
		else if (!detail_step_back(d))
			detail_close(d);
		return true;
	case ACTION_FILTER:
		detail_search(d, arg);
		return true;
	case ACTION_ZOOM:
		detail_close(d);
		return true;
	case ACTION_NEXT_TROUBLE:
	case ACTION_PREV_TROUBLE:
		detail_to_mark(d, a == ACTION_NEXT_TROUBLE, out);
		return true;
	case ACTION_COPY:
		detail_copy(d, w, detail_opened(d, w), arg, out);
		return true;
	default:
		return false;
	}
}
