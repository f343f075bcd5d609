/* SPDX-License-Identifier: MIT */
/* `:open ID`: a handoff by its name, on whatever screen it is. */
#include <stdio.h>

#include "mesh/query.h"
#include "views/shell_own.h"

/* The text of an id may mean something else in a filter. */
static void filter_to(struct shell *s, const struct world *w, struct str id)
{
	struct buf text = { 0 };

	query_quote(&text, id);
	shell_set_filter(s, w, buf_view(&text));
	buf_fini(&text);
}

/* Of one that nobody has offered all there is stands in the log. */
static bool open_unoffered(struct shell *s, const struct world *w, struct str id)
{
	char many[FORMAT_TEXT], time[FORMAT_TEXT];
	struct unoffered u;

	if (!mesh_unoffered_find(w->mesh, id, &u))
		return false;
	shell_go(s, w, &(struct outcome){ .go = SCREEN_LOG });
	filter_to(s, w, id);
	shell_tell(s, w, STYLE_WARNING, "nobody offered %.100s: %s %s for it, since %s",
		u.id, format_many(u.events, "event", many),
		u.events == 1 ? "waits" : "wait", format_time(w, u.since, time));
	return true;
}

void shell_open_handoff(struct shell *s, const struct world *w, struct str id)
{
	const struct handoff *h = handoff_at(w->mesh, mesh_find_handoff(w->mesh, id));
	struct outcome o = { .go = SCREEN_LOG };
	char fate[ROW_TEXT];

	if (h == NULL && open_unoffered(s, w, id))
		return;
	if (h == NULL) {
		shell_tell(s, w, STYLE_WARNING, "no handoff %.*s is known here",
			id.n < 100 ? (int)id.n : 100, id.p);
		return;
	}
	snprintf(o.go_handoff, sizeof(o.go_handoff), "%s", h->id);
	if (h->in_review)
		o.go = SCREEN_REVIEW;
	else if (h->in_dead)
		o.go = SCREEN_DEAD;
	shell_go(s, w, &o);
	if (o.go != SCREEN_LOG)
		return;
	/* Neither list has it: its pages are over what happened to it. */
	filter_to(s, w, str_of(h->id));
	shell_act(s, w, ACTION_OPEN, str_of(h->id));
	shell_tell(s, w, STYLE_NORMAL, "%.100s: %.100s", h->id, row_fate_ago(w, h, fate));
}

/* An id that somebody said on the phone, typed where a command is. */
bool shell_open_named(struct shell *s, const struct world *w, struct str word)
{
	while (word.n > 0 && word.p[0] == ' ')
		word = str_skip(word, 1);
	while (word.n > 0 && word.p[word.n - 1] == ' ')
		word.n--;
	if (word.n == 0 || action_named(word) != ACTION_NONE ||
		handoff_at(w->mesh, mesh_find_handoff(w->mesh, word)) == NULL)
		return false;
	shell_open_handoff(s, w, word);
	return true;
}
