/* SPDX-License-Identifier: MIT */
/* `?` on a page that lies over the screen: the topic that is about it. */
#include "views/shell_own.h"

static const char *topic_of(const struct shell *s)
{
	if (s->sent.open)
		return "decisions";
	if (s->transform.open)
		return s->transform.editing ? NULL : "changes";
	if (s->restore.open)
		return "copies";
	if (s->ops_page.open)
		return "operations";
	if (s->why.open)
		return "header";
	return s->saved.open ? "filters" : NULL;
}

bool shell_page_help(struct shell *s, const struct world *w, int key)
{
	const char *topic = topic_of(s);

	if (topic == NULL ||
		action_of_key(key, s->screen, w->replay != NULL) != ACTION_HELP)
		return false;
	help_topic(&s->help, str_of(topic));
	return true;
}
