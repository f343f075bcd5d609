/* SPDX-License-Identifier: MIT */
#include "views/link.h"

#include <stdio.h>

bool link_loading(const struct world *w)
{
	return w->link.state == LINK_CONNECTING ||
		(w->link.state == LINK_SYNCING && !w->mesh->beyond.first);
}

bool link_old(const struct world *w)
{
	return w->link.state == LINK_STALE || w->link.state == LINK_LOST;
}

int64_t link_now(const struct world *w)
{
	if (!link_old(w))
		return w->now;
	return w->link.as_of > w->mesh->now ? w->link.as_of : w->mesh->now;
}

static void replay_badge(const struct world *w, char out[LINK_TEXT])
{
	const struct replay_view *r = w->replay;

	if (r == NULL)
		snprintf(out, LINK_TEXT, "[REPLAY]");
	else if (r->playing)
		snprintf(out, LINK_TEXT, "[REPLAY x%g]", r->speed);
	else
		snprintf(out, LINK_TEXT, "[REPLAY paused]");
}

enum style link_badge(const struct world *w, char out[LINK_TEXT])
{
	const struct link_view *l = &w->link;
	char age[FORMAT_TEXT];

	if (w->tutorial) {
		snprintf(out, LINK_TEXT, "[TUTORIAL]");
		return STYLE_REPLAY;
	}
	format_age(l->age, age);
	switch (l->state) {
	case LINK_CONNECTING:
		snprintf(out, LINK_TEXT, "[CONNECTING]");
		return STYLE_MUTED;
	case LINK_SYNCING:
		if (l->to_sync > 0 && l->synced <= l->to_sync)
			snprintf(out, LINK_TEXT, "[SYNCING %d%%]",
				(int)((double)l->synced * 100 / (double)l->to_sync));
		else
			snprintf(out, LINK_TEXT, "[SYNCING]");
		return STYLE_MUTED;
	case LINK_LIVE:
		snprintf(out, LINK_TEXT, "[LIVE %s]", age);
		return STYLE_NORMAL;
	case LINK_QUIET:
		snprintf(out, LINK_TEXT, "[QUIET %s]", age);
		return STYLE_NORMAL;
	case LINK_STALE:
		snprintf(out, LINK_TEXT, "[STALE %s]", age);
		return STYLE_LINK_BAD;
	case LINK_LOST:
		snprintf(out, LINK_TEXT, "[LOST %s]", age);
		return STYLE_LINK_BAD;
	case LINK_REPLAY:
		break;
	}
	replay_badge(w, out);
	return STYLE_REPLAY;
}

const char *link_barred(const struct world *w)
{
	if (w->replay != NULL)
		return NULL; /* a recording has no such actions */
	if (w->link.looks)
		return "your key is an observer's: ask for an operator's (:help roles)";
	return w->read_only ? "this console is read-only: start it without --read-only"
			    : NULL;
}

const char *link_bars(const struct world *w, enum action a)
{
	return action_rows[a].modes & OPERATORS ? link_barred(w) : NULL;
}

const char *link_why_not(const struct world *w, char out[LINK_TEXT])
{
	static const char *const off[] = {
		[LINK_CONNECTING] = "not connected yet",
		[LINK_SYNCING] = "still reading what has happened",
		[LINK_STALE] = "the hub has not been heard for",
		[LINK_LOST] = "no connection to the hub for",
		[LINK_REPLAY] = "this is a recording",
	};
	char age[FORMAT_TEXT];

	if (world_can_act(w))
		return NULL;
	if (link_old(w))
		snprintf(out, LINK_TEXT, "%s %s", off[w->link.state],
			format_age(w->link.age, age));
	else if (link_barred(w) != NULL)
		snprintf(out, LINK_TEXT, "%s", link_barred(w));
	else
		snprintf(out, LINK_TEXT, "%s", off[w->link.state]);
	return out;
}
