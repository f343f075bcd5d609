/* SPDX-License-Identifier: MIT */
#include "views/log_open.h"

#include <stdio.h>

#include "base/mem.h"
#include "views/pane.h"

bool log_page_is_open(const struct log_page *p)
{
	return p->id[0] != '\0';
}

void log_page_open(struct log_page *p, const struct world *w, uint32_t handoff)
{
	const struct handoff *h = handoff_at(w->mesh, handoff);

	snprintf(p->id, sizeof(p->id), "%s", h->id);
	p->detail.opened = h->attempt;
	p->detail.logged = true;
	p->detail.top = 0;
}

void log_page_close(struct log_page *p)
{
	p->id[0] = '\0';
	p->detail.opened = 0;
}

static uint32_t opened(const struct log_page *p, const struct world *w)
{
	return mesh_find_handoff(w->mesh, str_of(p->id));
}

void log_page_draw(struct log_page *p, const struct world *w, struct surface *s)
{
	if (opened(p, w) != NONE) {
		detail_draw(&p->detail, w, opened(p, w), s, true);
		return;
	}
	pane_rule(w, s, 0, p->id, "");
	surface_fmt(s, 1, 1, TO_EDGE, STYLE_WARNING, "%s is not known here %s", p->id,
		w->replay != NULL ? "yet" : "any more");
}

static void copy(
	struct log_page *p, const struct world *w, struct str what, struct outcome *out)
{
	uint32_t place = opened(p, w);
	char edge[ROW_TEXT];

	if (place == NONE)
		return;
	if (str_is(what, "payload")) {
		out->copy = detail_payload(&p->detail, w, place);
		if (out->copy == NULL)
			snprintf(out->message, sizeof(out->message),
				"the payload is not here yet: try again");
	} else if (str_is(what, "edge")) {
		out->copy = xstrdup(row_edge(w->mesh, handoff_at(w->mesh, place), edge));
	} else {
		out->copy = xstrdup(p->id);
	}
}

void log_page_act(struct log_page *p, const struct world *w, enum action a,
	struct str arg, struct outcome *out)
{
	if (detail_move(&p->detail, a) || detail_turns(&p->detail, a, out))
		return;
	switch (a) {
	case ACTION_OPEN:
		break;
	case ACTION_ZOOM:
	case ACTION_BACK:
		log_page_close(p);
		break;
	case ACTION_NEXT_TROUBLE:
	case ACTION_PREV_TROUBLE:
		detail_to_mark(&p->detail, a == ACTION_NEXT_TROUBLE, out);
		break;
	case ACTION_COPY:
		copy(p, w, arg, out);
		break;
	case ACTION_TROUBLE:
		snprintf(out->message, sizeof(out->message),
			"%s is for the list: Esc goes back to it", action_rows[a].brief);
		break;
	default:
		out->handled = false;
	}
}

void log_page_hint(const struct world *w, struct surface *s)
{
	static const enum action hints[] = { ACTION_BACK, ACTION_NEXT_TAB, ACTION_DOWN,
		ACTION_WRAP, ACTION_COPY, ACTION_NONE };

	pane_hints(w, s, hints);
}
