/* SPDX-License-Identifier: MIT */
/* `h` and `l`: what is cut on the screen, a bit further on. What fits stays where it is.
 */
#include "views/shell_own.h"

#define STEP 8

void shell_slide(struct shell *s, const struct world *w, enum action a)
{
	struct slide *x = &s->slide;

	if (a == ACTION_RIGHT && x->more)
		x->by += STEP;
	else if (a == ACTION_LEFT && x->by > 0)
		x->by -= STEP;
	else
		shell_tell(s, w, STYLE_MUTED, "%s",
			x->by > 0                  ? "that is all of it: h goes back"
				: a == ACTION_LEFT ? "nothing lies to the left"
						   : "nothing is cut here");
}

void shell_slide_back(struct shell *s, enum action a)
{
	static const enum action others[] = { ACTION_OPEN, ACTION_BACK, ACTION_NEXT_PANE,
		ACTION_PREV_PANE, ACTION_NEXT_TAB, ACTION_PREV_TAB, ACTION_VIEW,
		ACTION_EGO, ACTION_ZOOM, ACTION_HELP, ACTION_WRAP };

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		if (others[i] == a)
			s->slide.by = 0;
	}
}

bool shell_slide_page(struct shell *s, const struct world *w, int key)
{
	enum action a = action_of_key(key, SCREEN_LOG, w->replay != NULL);
	bool page = (s->help.open && !s->help.searching) || s->sent.open ||
		s->restore.open || s->ops_page.open || s->why.open ||
		shell_list_is_open(s);

	if (!page || (a != ACTION_LEFT && a != ACTION_RIGHT)) {
		if (page)
			shell_slide_back(s, a);
		return false;
	}
	shell_slide(s, w, a);
	return true;
}
