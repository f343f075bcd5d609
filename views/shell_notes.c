/* SPDX-License-Identifier: MIT */
/*
 * `:note TEXT`, `:tag TAG`, `:title TEXT`: what is asked of the hub, of what is under the
 * cursor when Enter is pressed. And `b`, what came out of a handoff.
 */
#include <stdio.h>

#include "base/json_out.h"
#include "base/text.h"
#include "views/link.h"
#include "views/shell_own.h"

void shell_ask(struct shell *s, const struct world *w, const char *members)
{
	struct wish *wish;

	if (strlen(members) >= sizeof(wish->text))
		shell_tell(s, w, STYLE_WARNING, "that is too long: nothing was sent");
	else if ((wish = shell_want(s, WISH_ASK)) != NULL)
		snprintf(wish->text, sizeof(wish->text), "%s", members);
}

bool shell_subject(struct shell *s, const struct world *w, enum noted_what *what,
	char name[NOTED_NAME])
{
	const struct view *v = shell_views[s->screen];
	const struct handoff *h = NULL;

	if (v->noted != NULL)
		return v->noted(s->state[s->screen], w, what, name);
	if (v->under != NULL)
		h = handoff_at(w->mesh, v->under(s->state[s->screen], w));
	if (h == NULL)
		return false;
	*what = NOTED_HANDOFF;
	snprintf(name, NOTED_NAME, "%s", h->id);
	return true;
}

/* "note h-91c2: " stands before the cursor, so that one sees of what one writes. */
static void prompt_for(struct shell *s, enum action a)
{
	char line[40];

	snprintf(line, sizeof(line), "%s ", action_rows[a].name);
	prompt_reset(&s->command);
	prompt_set(&s->command, str_of(line));
	s->input = INPUT_COMMAND;
}

static void write_tags(struct buf *b, struct str arg)
{
	bool off = arg.n > 0 && arg.p[0] == '~';

	out_key(b, off ? "untags" : "tags");
	out_open(b, '[');
	out_str(b, off ? str_skip(arg, 1) : arg);
	out_close(b, ']');
}

void shell_note(struct shell *s, const struct world *w, enum action a, struct str arg)
{
	char name[NOTED_NAME], why[LINK_TEXT];
	enum noted_what what;
	struct buf b = { 0 };

	if (link_why_not(w, why) != NULL) {
		shell_say_off(s, w, action_rows[a].brief, why);
		return;
	}
	if (s->frozen || !shell_subject(s, w, &what, name)) {
		shell_tell(
			s, w, STYLE_WARNING, "nothing is under the cursor to write of");
		return;
	}
	if (arg.n == 0 && a != ACTION_TITLE) {
		prompt_for(s, a);
		shell_tell(s, w, STYLE_NORMAL, "%s of %s %.100s", action_rows[a].name,
			noted_what_name(what), name);
		return;
	}
	buf_fmt(&b, "\"op\":\"annotate\",\"what\":\"%s\"", noted_what_name(what));
	out_key(&b, "name");
	out_text(&b, name);
	out_key(&b, "operator");
	out_text(&b, w->operator_name);
	if (a == ACTION_TAG) {
		write_tags(&b, arg);
	} else {
		out_key(&b, a == ACTION_NOTE ? "note" : "title");
		out_str(&b, arg.n > 0 ? arg : STR(""));
	}
	shell_ask(s, w, b.data);
	buf_fini(&b);
}

void shell_radius(struct shell *s, const struct world *w, struct str id)
{
	struct outcome o = { .go = SCREEN_INCIDENTS };
	char name[NOTED_NAME];
	enum noted_what what;

	if (id.n == 0) {
		const struct view *v = shell_views[s->screen];
		const struct handoff *h = NULL;

		if (v->under != NULL)
			h = handoff_at(w->mesh, v->under(s->state[s->screen], w));
		if (h != NULL) {
			snprintf(name, sizeof(name), "%s", h->id);
		} else if (!shell_subject(s, w, &what, name) || what != NOTED_HANDOFF) {
			shell_tell(s, w, STYLE_WARNING,
				"no handoff is under the cursor: :radius ID");
			return;
		}
		id = str_of(name);
	}
	if (id.n > 128 || mesh_find_handoff(w->mesh, id) == NONE) {
		shell_tell(s, w, STYLE_WARNING, "no handoff %.*s is known here",
			id.n < 100 ? (int)id.n : 100, id.p);
		return;
	}
	snprintf(o.go_handoff, sizeof(o.go_handoff), "?%d%.*s", (int)s->screen,
		STR_ARG(id));
	shell_go(s, w, &o);
}
