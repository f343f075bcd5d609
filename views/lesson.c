/* SPDX-License-Identifier: MIT */
#include "views/lesson.h"

#include <stdio.h>

#include "views/pane.h"
#include "views/shell_own.h"

typedef bool done_fn(const struct lesson *l, const struct shell *s);

static bool on_review(const struct lesson *l, const struct shell *s)
{
	(void)l;
	return s->screen == SCREEN_REVIEW;
}

static bool moved(const struct lesson *l, const struct shell *s)
{
	(void)s;
	return l->did[ACTION_DOWN] && l->did[ACTION_UP];
}

static bool turned_tab(const struct lesson *l, const struct shell *s)
{
	(void)s;
	return l->did[ACTION_NEXT_TAB] || l->did[ACTION_RIGHT];
}

static bool opened_and_back(const struct lesson *l, const struct shell *s)
{
	(void)s;
	return l->did[ACTION_OPEN] && l->did[ACTION_BACK];
}

static bool sheet_opened(const struct lesson *l, const struct shell *s)
{
	(void)l;
	return s->sheet.phase != SHEET_CLOSED && s->sheet.action == ACTION_APPROVE;
}

/* How many were decided and not taken back. */
static size_t decided(const struct shell *s, bool applied)
{
	size_t n = 0;

	for (size_t i = 0; i < s->desk.n; i++)
		n += applied ? s->desk.entry[i].stage == DESK_APPLIED
			     : s->desk.entry[i].stage < DESK_NOT_DONE;
	return n;
}

static bool confirmed(const struct lesson *l, const struct shell *s)
{
	(void)l;
	return decided(s, false) > 0;
}

static bool taken_back(const struct lesson *l, const struct shell *s)
{
	return l->did[ACTION_UNDO] || decided(s, true) > 0;
}

static bool was_applied(const struct lesson *l, const struct shell *s)
{
	(void)l;
	return decided(s, true) > 0;
}

static bool three_decided(const struct lesson *l, const struct shell *s)
{
	(void)l;
	return decided(s, false) >= 3;
}

static bool on_dead(const struct lesson *l, const struct shell *s)
{
	(void)l;
	return s->screen == SCREEN_DEAD;
}

static bool unfolded(const struct lesson *l, const struct shell *s)
{
	(void)s;
	return l->did[ACTION_OPEN] || l->did[ACTION_RIGHT];
}

static bool requeue_read(const struct lesson *l, const struct shell *s)
{
	return l->did[ACTION_REQUEUE] && s->sheet.phase == SHEET_CLOSED;
}

static bool on_flow(const struct lesson *l, const struct shell *s)
{
	(void)l;
	return s->screen == SCREEN_FLOW;
}

static bool helped(const struct lesson *l, const struct shell *s)
{
	return l->did[ACTION_HELP] && !s->help.open;
}

static bool asked_why(const struct lesson *l, const struct shell *s)
{
	return l->did[ACTION_WHY] && !s->why.open;
}

static const struct step {
	const char *text, *brief; /* brief: where there is little room */
	done_fn *done;            /* NULL: the last one */
} steps[] = {
	{ "It is 03:12 and you were paged. Line 3 says the worst first: something SHIPS by "
	  "itself if nobody looks. Press 3: what waits for a person.",
		"Line 3 is the worst. Press 3: what waits.", on_review },
	{ "The first row is the next to happen, and says what happens by itself. Go down "
	  "with j, and up again with k.",
		"Go down with j, up with k.", moved },
	{ "Below stands why it is here, and what it will do. ] turns to the next tab: the "
	  "payload. Press ] now.",
		"] turns to the payload. Press ].", turned_tab },
	{ "Enter opens a handoff over the whole screen, Esc comes back. Enter never sends "
	  "anything, anywhere. Do both.",
		"Enter opens, Esc comes back.", opened_and_back },
	{ "To decide: g goes to the first row, A opens the sheet that approves. Nothing is "
	  "sent by that: the sheet asks for a second key.",
		"g, then A: the sheet. Nothing is sent.", sheet_opened },
	{ "The sheet says what it is about. y confirms, any other key goes back. (Closed "
	  "again? A, wait for the sheet, y.)",
		"A, then y confirms.", confirmed },
	{ "For 5 s it is pending, and not sent. u takes it back. Press u.",
		"Pending for 5 s. u takes it back.", taken_back },
	{ "Nothing was sent. Once more: A, y, and now wait: sent, on disk, applied. Only "
	  "applied means that the agent has done it.",
		"Again: A, y, and wait for applied.", was_applied },
	{ "Two of one kind at once: Space marks the row and steps down. Mark two, press A, "
	  "then the digit that is the count: 2.",
		"Space, Space, A, then 2.", three_decided },
	{ "Some handoffs have died. Press 4: the dead letters, by reason and edge.",
		"Press 4: the dead letters.", on_dead },
	{ "One row stands for all that died of the same. Enter unfolds it; below stands WHY "
	  "and since when. Press Enter.",
		"Enter unfolds the row.", unfolded },
	{ "B would put them back: their sender offers them again. Press B, read the sheet, "
	  "then Esc: the cause is not mended yet.",
		"B, read the sheet, then Esc.", requeue_read },
	{ "Which edge is broken? Press 2: the flow, with its worst edges below.",
		"Press 2: the flow.", on_flow },
	{ "? lists the keys of the screen that you are on, / in it finds a word. Open it, "
	  "look, and close it with Esc.",
		"? lists all keys. Esc closes it.", helped },
	{ "A line behind : does the rest, and Tab completes. Type :why and Enter: all that "
	  "line 3 has no room for. Esc closes it.",
		"Type :why, Enter, then Esc.", asked_why },
	{ "That was all. Nothing of it left this tutorial. :q goes back to where you were; "
	  "then ? and :help decisions say the rest.",
		"That was all. :q goes back.", NULL },
};

#define STEPS (sizeof(steps) / sizeof(*steps))

size_t lesson_steps(void)
{
	return STEPS;
}

void lesson_look(struct lesson *l, const struct shell *s, const struct world *w)
{
	if (!w->tutorial || steps[l->step].done == NULL || !steps[l->step].done(l, s))
		return;
	*l = (struct lesson){ .step = l->step + 1 };
}

int lesson_wants(int rows)
{
	return rows >= 20 ? 4 : 3;
}

void lesson_rows(const struct lesson *l, struct surface *s)
{
	const struct step *step = &steps[l->step];
	struct str text = str_of(step->text);
	char where[40];
	int rows = s->rows - 1;

	surface_clear(s);
	snprintf(where, sizeof(where), "step %zu of %zu", l->step + 1, STEPS);
	surface_rule(s, 0,
		&(struct rule){ .line = RULE_DOUBLE,
			.title = s->cols >= 60 ? STR("TUTORIAL  all of it is played")
					       : STR("TUTORIAL"),
			.right = str_of(where) });
	if (text.n > (size_t)(rows * (s->cols - 4)))
		text = str_of(step->brief);
	pane_wrap(s, 1, 1, rows, STYLE_NEEDS_YOU, text);
}
