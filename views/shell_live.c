/* SPDX-License-Identifier: MIT */
/* Behind a recording the live mesh goes on: what is wrong there, and the way back. */
#include "views/link.h"
#include "views/live_view.h"
#include "views/shell_own.h"

void shell_live_look(struct shell *s, const struct world *outer, struct live_view *out)
{
	struct world w = shell_world(s, outer);

	watch_look(&s->watch, &w);
	cases_look(&s->cases, &w);
	verdict_find(&s->verdict, &s->watch, &w);
	*out = (struct live_view){ .verdict = &s->verdict,
		.now = link_now(&w),
		.state = w.link.state,
		.loading = link_loading(&w) };
}

void shell_go_live(struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)a, (void)arg;
	if (w->live != NULL)
		shell_quit(s);
	else if (w->tutorial)
		shell_tell(s, w, STYLE_NORMAL, "this is the tutorial: :q leaves it");
	else if (w->replay != NULL)
		shell_tell(s, w, STYLE_NORMAL,
			"there is no live mesh behind this recording: :q leaves it");
	else
		shell_tell(s, w, STYLE_NORMAL, "this is no recording%s",
			world_can_act(w) || w->read_only ? ": it is the live mesh" : "");
}
