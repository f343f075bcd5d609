/* SPDX-License-Identifier: MIT */
/*
 * What lies over the screen: one list or text at a time, and the lines that change
 * artifacts, which stay under it. `:` is asked for, `?` is answered and `h` `l` slide on
 * each of them alike.
 */
#include "views/shell_own.h"

static bool list_is_open(const struct shell *s)
{
	return s->sent.open || s->restore.open || s->ops_page.open || s->why.open ||
		shell_list_is_open(s);
}

bool shell_page_is_open(const struct shell *s)
{
	return s->help.open || s->transform.open || list_is_open(s);
}

bool shell_page_types(const struct shell *s)
{
	return s->help.open       ? s->help.searching
		: list_is_open(s) ? (s->marks_page.open && s->marks_page.sure) ||
			(s->workspaces_page.open && s->workspaces_page.sure)
				  : s->transform.open && s->transform.editing;
}

void shell_pages_close(struct shell *s)
{
	s->help.open = s->sent.open = s->why.open = s->saved.open = s->ops_page.open =
		s->restore.open = s->marks_page.open = s->workspaces_page.open = false;
}

static const char *topic_of(const struct shell *s)
{
	if (s->sent.open)
		return "decisions";
	if (s->restore.open)
		return "copies";
	if (s->ops_page.open)
		return "operations";
	if (s->why.open)
		return "header";
	if (s->saved.open)
		return "filters";
	return s->transform.open ? "changes" : NULL;
}

bool shell_page_takes(struct shell *s, const struct world *w, int key)
{
	enum action a = action_of_key(key, s->screen, w->replay != NULL);
	const char *topic = topic_of(s);

	if (!shell_page_is_open(s) || shell_page_types(s))
		return false;
	if (a == ACTION_COMMAND)
		shell_do(s, w, a, (struct str){ 0 });
	else if (a == ACTION_HELP && !s->help.open && topic != NULL)
		help_topic(&s->help, str_of(topic));
	else
		return false;
	return true;
}

bool shell_page_gives_way(
	struct shell *s, const struct world *w, const struct action_row *r)
{
	shell_pages_close(s);
	if (s->transform.open)
		shell_tell(s, w, STYLE_WARNING,
			"%s is about what lies under this page: Esc closes it", r->name);
	return !s->transform.open;
}
