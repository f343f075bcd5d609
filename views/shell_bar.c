/* SPDX-License-Identifier: MIT */
/*
 * A recording: its bar, when Tab has given it the keys, and its marks. What the bar has
 * no use for goes to the screen, which is seen above it.
 */
#include <stdio.h>

#include "base/clock.h"
#include "views/format.h"
#include "views/pane.h"
#include "views/replay.h"
#include "views/shell_own.h"

bool shell_on_bar(const struct shell *s, const struct world *w)
{
	return s->on_bar && w->replay != NULL && replay_wants(s->rows) > 0;
}

/* --- Tab ---------------------------------------------------------------------- */

static unsigned pane_of(const struct shell *s)
{
	const struct view *v = shell_views[s->screen];

	return v->pane != NULL ? v->pane(s->state[s->screen]) : 0;
}

/* To the first pane, or back to the last one. */
static void leave_bar(struct shell *s, const struct world *w, enum action a)
{
	s->on_bar = false;
	if (s->split.open && s->split.second == (a == ACTION_NEXT_PANE))
		shell_split_other(s, w);
	if (shell_views[s->screen]->pane != NULL &&
		(pane_of(s) > 0) == (a == ACTION_NEXT_PANE))
		shell_act(s, w, a, (struct str){ 0 });
	s->said[0] = '\0';
}

bool shell_bar_tab(struct shell *s, const struct world *w, int key)
{
	enum action a = action_of_key(key, SCREEN_FLOW, true);
	unsigned was = pane_of(s);

	if (w->replay == NULL || replay_wants(s->rows) == 0 ||
		(a != ACTION_NEXT_PANE && a != ACTION_PREV_PANE))
		return false;
	if (s->on_bar) {
		leave_bar(s, w, a);
		return true;
	}
	/* of two screens the bar comes behind the second */
	if (s->split.open && s->split.second != (a == ACTION_NEXT_PANE))
		return false;
	if (shell_views[s->screen]->pane != NULL) {
		shell_act(s, w, a, (struct str){ 0 });
		if (a == ACTION_NEXT_PANE ? pane_of(s) > was : pane_of(s) < was)
			return true;
	}
	s->said[0] = '\0';
	s->on_bar = true;
	return true;
}

void shell_bar_turn(struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)a, (void)arg;
	s->on_bar = !s->on_bar;
	if (replay_wants(s->rows) == 0)
		shell_tell(s, w, STYLE_NORMAL, "the bar is there from 16 rows on");
}

/* --- its keys ----------------------------------------------------------------- */

static void go_to_end(struct shell *s, const struct world *w, bool last)
{
	char number[24];

	snprintf(number, sizeof(number), "%llu",
		last ? (unsigned long long)w->replay->events : 1ULL);
	shell_move_recording(s, ACTION_GOTO, str_of(number));
}

bool shell_bar_takes(struct shell *s, const struct world *w, int key)
{
	if (!shell_on_bar(s, w))
		return false;
	switch (action_of_key(key, SCREEN_FLOW, true)) {
	case ACTION_LEFT:
		shell_move_recording(s, ACTION_BACKWARD, STR("1"));
		break;
	case ACTION_RIGHT:
		shell_move_recording(s, ACTION_FORWARD, STR("1"));
		break;
	case ACTION_PAGE_UP:
		shell_move_recording(s, ACTION_BACKWARD, STR("mark"));
		break;
	case ACTION_PAGE_DOWN:
		shell_move_recording(s, ACTION_FORWARD, STR("mark"));
		break;
	case ACTION_TOP:
		go_to_end(s, w, false);
		break;
	case ACTION_BOTTOM:
		go_to_end(s, w, true);
		break;
	case ACTION_BACK:
		s->on_bar = false;
		break;
	default:
		return false;
	}
	s->said[0] = '\0';
	return true;
}

/* --- marks -------------------------------------------------------------------- */

/* `m` sets it where one is, however long its note takes to write. */
void shell_set_mark(struct shell *s, const struct world *w, enum action a, struct str arg)
{
	char text[300];
	bool named = s->naming;

	s->naming = false;
	if (w->replay == NULL) {
		shell_say_needs(s, w, &action_rows[a], "m");
	} else if (arg.n > 0) {
		snprintf(text, sizeof(text), "%c%.*s", named ? '=' : ' ',
			arg.n < 250 ? (int)arg.n : 250, arg.p);
		shell_move_recording(s, ACTION_SET_MARK, str_of(text));
	} else if (!named) {
		shell_move_recording(s, ACTION_SET_MARK, arg);
		prompt_reset(&s->command);
		prompt_set(&s->command, STR("point "));
		s->input = INPUT_COMMAND;
		s->naming = true;
	}
}

static void draw_mark(
	const struct pick *p, const struct world *w, size_t i, struct surface *body)
{
	const struct replay_view *r = w->replay;
	const char *note = r->mark_note != NULL ? r->mark_note[i] : "";
	char time[FORMAT_TEXT];
	int row = pick_row(p, i, body);

	if (row < 0)
		return;
	surface_fmt(body, row, 2, 14, STYLE_KEY, "%s", format_time(w, r->mark[i], time));
	surface_text(body, row, 17, TO_EDGE, note[0] != '\0' ? STYLE_NORMAL : STYLE_MUTED,
		note[0] != '\0' ? str_of(note) : STR("no note"));
}

void shell_marks_draw(struct shell *s, const struct world *w, struct surface *body)
{
	size_t n = w->replay != NULL ? w->replay->marks : 0;
	char count[FORMAT_TEXT];

	surface_clear(body);
	surface_rule(body, 0,
		&(struct rule){ .title = STR("MARKS of this recording"),
			.right = str_of(format_count(n, count)) });
	pick_fit(&s->marks_page, n, body->rows);
	if (n == 0)
		surface_text(body, 2, 3, TO_EDGE, STYLE_MUTED,
			STR("None is set: m sets one where the recording is."));
	for (size_t i = 0; i < n; i++)
		draw_mark(&s->marks_page, w, i, body);
}

void shell_marks_key(struct shell *s, const struct world *w, int key)
{
	struct pick *p = &s->marks_page;
	const struct replay_view *r = w->replay;
	enum action a = action_of_key(key, SCREEN_LOG, true);
	size_t n = r != NULL ? r->marks : 0;
	char text[TIME_TEXT + 1] = "~";

	if (pick_move(p, a, n))
		return;
	if (p->at < n)
		time_format(r->mark[p->at], text + 1);
	if (a == ACTION_OPEN && p->at < n) {
		shell_move_recording(s, ACTION_GOTO, str_of(text + 1));
		p->open = false;
	} else if (key == 'd' && p->at < n) {
		shell_move_recording(s, ACTION_SET_MARK, str_of(text));
	} else if (a == ACTION_BACK || key == K_CTRL('c')) {
		p->open = false;
	} else {
		shell_tell(s, w, STYLE_MUTED,
			"Enter goes there, d drops the mark, Esc "
			"closes");
	}
}

void shell_marks_hint(struct surface *row)
{
	static const struct pane_hint hints[] = {
		{ "Enter", "go there" },
		{ "d", "drop" },
		{ "j k", "move" },
		{ "Esc", "close" },
	};

	pane_hint_row(row, hints, sizeof(hints) / sizeof(*hints), row->cols);
}
