/* SPDX-License-Identifier: MIT */
#include "views/log_open.h"

#include <stdio.h>

#include "views/log_row.h"
#include "views/pane.h"

void log_page_open(struct detail *d, const struct world *w, uint32_t handoff)
{
	detail_open(d, handoff_at(w->mesh, handoff));
	d->logged = true;
	d->top = 0;
}

void log_page_act(struct detail *d, const struct world *w, enum action a, struct str arg,
	struct outcome *out)
{
	if (detail_page_act(d, w, a, arg, out))
		return;
	if (a == ACTION_TROUBLE)
		snprintf(out->message, sizeof(out->message),
			"%s is for the list: Esc goes back to it", action_rows[a].brief);
	else
		out->handled = false;
}

void log_page_hint(const struct world *w, struct surface *s)
{
	static const enum action hints[] = { ACTION_BACK, ACTION_NEXT_TAB, ACTION_DOWN,
		ACTION_WRAP, ACTION_COPY, ACTION_NONE };

	pane_hints(w, s, hints);
}

bool log_noted_agent(
	const struct mesh *m, const struct log_line *l, char name[NOTED_NAME])
{
	if (l->agent == NONE || log_handoff(m, l)[0] != '\0')
		return false;
	snprintf(name, NOTED_NAME, "%s", m->agent[l->agent].name);
	return true;
}
