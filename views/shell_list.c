/* SPDX-License-Identifier: MIT */
/* The pages that list what the operator keeps: one of them at a time. */
#include "views/shell_own.h"

bool shell_list_is_open(const struct shell *s)
{
	return s->saved.open || s->marks_page.open || s->workspaces_page.open;
}

bool shell_draw_list(struct shell *s, const struct world *w, struct surface *body)
{
	if (s->saved.open)
		saved_draw(&s->saved, body);
	else if (s->marks_page.open)
		shell_marks_draw(s, w, body);
	else if (s->workspaces_page.open)
		shell_workspaces_draw(s, body);
	else
		return false;
	return true;
}

void shell_list_hint(const struct shell *s, struct surface *row)
{
	if (s->saved.open)
		saved_draw_hint(row);
	else if (s->marks_page.open)
		shell_marks_hint(row);
	else
		shell_workspaces_hint(s, row);
}

void shell_list_key(struct shell *s, const struct world *w, int key)
{
	if (s->saved.open)
		saved_key(&s->saved, key);
	else if (s->marks_page.open)
		shell_marks_key(s, w, key);
	else
		shell_workspaces_key(s, w, key);
}
