/* SPDX-License-Identifier: MIT */
/*
 * To another world and back: the tutorial, a recording. What is decided and not
 * sent yet would wait meanwhile, so it is asked about first.
 */
#include <stdio.h>

#include "views/shell_own.h"

static bool ends_with(struct str s, const char *end)
{
	size_t n = strlen(end);

	return s.n > n && memcmp(s.p + s.n - n, end, n) == 0;
}

bool shell_is_file(struct str name)
{
	return str_starts(name, "/") || str_starts(name, "./") ||
		str_starts(name, "../") || str_starts(name, "~/") ||
		ends_with(name, ".jsonl") || ends_with(name, ".zst");
}

void shell_visit(struct shell *s, const struct world *w, struct str what)
{
	struct wish *wish;

	if (w->tutorial)
		shell_tell(
			s, w, STYLE_WARNING, "this is the tutorial: :q leaves it first");
	else if (desk_pending(&s->desk) > 0)
		shell_tell(s, w, STYLE_WARNING,
			"a decision is pending: wait until it is sent, or take it back with u");
	else if ((wish = shell_want(s, WISH_VISIT)) != NULL)
		snprintf(wish->text, sizeof(wish->text), "%.*s",
			what.n < 1000 ? (int)what.n : 1000, what.p);
}

void shell_welcome(struct shell *s, const struct world *w)
{
	s->welcome = w->tick + SHELL_WELCOME;
}

void shell_draw_welcome(const struct shell *s, const struct world *w, struct surface *row)
{
	if (w->tick >= s->welcome)
		return;
	surface_clear(row);
	surface_text(row, 0, 1, TO_EDGE, STYLE_NEEDS_YOU,
		row->cols >= 76
			? STR("first time here?  ? lists the keys, :tutorial shows all "
			      "of it, q leaves")
			: STR("new here? ? keys, :tutorial, q leaves"));
}

bool shell_is_idle(const struct shell *s)
{
	return s->sheet.phase == SHEET_CLOSED && s->input == INPUT_NONE && !s->pasting &&
		!s->transform.open;
}
