/* SPDX-License-Identifier: MIT */
/*
 * Two screens at once. What always holds: one of them has the keys, and it is
 * s->screen with s->state, so that capitals, hints, sheets and the guard of
 * what is under the cursor know of that one only; the other one is only drawn.
 * Each has states of its own for all screens, so both may show the same one.
 */
#include <stdio.h>
#include <stdlib.h>

#include "views/pane.h"
#include "views/shell_own.h"

#define BESIDE_COLS 100 /* of the terminal, from which on they stand side by side */
#define ABOVE_ROWS 30   /* from which on one stands above the other */
#define TITLE_ROWS 8    /* of a body that has a row to say which it is */

enum fit { FIT_ONE, FIT_BESIDE, FIT_ABOVE };

/* Before the first drawing no size is known, and all fits. */
static enum fit fit_of(const struct shell *s, enum split_way way)
{
	if (s->rows == 0 || s->cols >= BESIDE_COLS)
		return FIT_BESIDE;
	return way == SPLIT_ANY && s->rows >= ABOVE_ROWS ? FIT_ABOVE : FIT_ONE;
}

/* --- the halves ------------------------------------------------------------- */

static void swap(struct shell *s)
{
	struct split *p = &s->split;
	enum screen screen = s->screen;

	for (int i = 0; i < SCREENS; i++) {
		void *state = s->state[i];

		s->state[i] = p->state[i];
		p->state[i] = state;
	}
	s->screen = p->screen;
	p->screen = screen;
	p->second = !p->second;
}

void shell_split_drop(struct shell *s)
{
	for (int i = 0; s->split.open && i < SCREENS; i++)
		shell_views[i]->close(s->split.state[i]);
	memset(&s->split, 0, sizeof(s->split));
}

void shell_split_begin(struct shell *s, enum split_way way, enum screen screen)
{
	shell_split_drop(s);
	for (int i = 0; i < SCREENS; i++)
		s->split.state[i] = shell_views[i]->open();
	s->split.open = true;
	s->split.way = way;
	s->split.screen = screen;
}

void *shell_split_first(const struct shell *s, enum screen screen)
{
	return s->split.open && s->split.second ? s->split.state[screen]
						: s->state[screen];
}

void shell_split_renew(struct shell *s)
{
	for (int i = 0; s->split.open && i < SCREENS; i++) {
		shell_views[i]->close(s->split.state[i]);
		s->split.state[i] = shell_views[i]->open();
	}
}

/* As when one goes to another screen: pages close, and the row is a new one. */
void shell_split_other(struct shell *s, const struct world *w)
{
	if (!s->split.open)
		return;
	swap(s);
	shell_show(s, w, s->screen);
}

/* The graph that is laid out over the whole width stays, unless another is looked at. */
static void only(struct shell *s, const struct world *w)
{
	if (s->split.second && s->screen != SCREEN_FLOW) {
		void *flow = s->state[SCREEN_FLOW];

		s->state[SCREEN_FLOW] = s->split.state[SCREEN_FLOW];
		s->split.state[SCREEN_FLOW] = flow;
	}
	shell_split_drop(s);
	shell_show(s, w, s->screen);
}

bool shell_split_close(struct shell *s, const struct world *w)
{
	if (!s->split.open)
		return false;
	if (s->split.zoomed)
		s->split.zoomed = false;
	else
		only(s, w);
	return true;
}

bool shell_split_goes(struct shell *s, const struct world *w, int screen)
{
	if (!s->split.open || screen < 0 || screen == (int)s->screen ||
		screen != (int)s->split.screen)
		return false;
	shell_leave_place(s, w);
	shell_split_other(s, w);
	return true;
}

/* --- commands --------------------------------------------------------------- */

static int screen_named(struct str name)
{
	for (int i = 0; i < SCREENS; i++) {
		if (str_is(name, shell_views[i]->name))
			return i;
	}
	return -1;
}

static void say_no_room(struct shell *s, const struct world *w, enum split_way way)
{
	shell_tell(s, w, STYLE_WARNING,
		"no room for two: %d columns%s are needed, here are %dx%d", BESIDE_COLS,
		way == SPLIT_ANY ? ", or 30 rows," : "", s->cols, s->rows);
}

/* "SCREEN", or "SCREEN FILTER": it gets the keys. Without: the same screen again. */
static void split(
	struct shell *s, const struct world *w, enum split_way way, struct str arg)
{
	const char *blank = arg.n > 0 ? memchr(arg.p, ' ', arg.n) : NULL;
	struct str name = { arg.p, blank != NULL ? (size_t)(blank - arg.p) : arg.n };
	int screen = name.n > 0 ? screen_named(name) : (int)s->screen;
	struct str filter = str_skip(arg, name.n + (blank != NULL));

	if (screen < 0) {
		shell_tell(s, w, STYLE_WARNING,
			"split takes now, flow, review, dead, incidents, registry or log, "
			"and a filter");
		return;
	}
	if (fit_of(s, way) == FIT_ONE) {
		say_no_room(s, w, way);
		return;
	}
	if (!s->split.open)
		shell_split_begin(s, way, (enum screen)screen);
	s->split.way = way;
	s->split.screen = (enum screen)screen;
	s->split.zoomed = false;
	shell_split_other(s, w);
	if (filter.n > 0)
		shell_set_filter(s, w, filter);
}

static void zoom(struct shell *s)
{
	if (s->frozen)
		shell_thaw(s);
	s->split.zoomed = !s->split.zoomed;
}

bool shell_split_do(struct shell *s, const struct world *w, enum action a, struct str arg)
{
	switch (a) {
	case ACTION_SPLIT:
	case ACTION_VSPLIT:
		split(s, w, a == ACTION_SPLIT ? SPLIT_ANY : SPLIT_BESIDE, arg);
		return true;
	case ACTION_WORKSPACE:
	case ACTION_WORKSPACES:
		shell_workspace(s, w, a == ACTION_WORKSPACES, arg);
		return true;
	case ACTION_OTHER:
		if (arg.p == NULL)
			s->input = INPUT_WINDOW;
		else if (s->split.open)
			shell_split_other(s, w);
		else
			shell_tell(s, w, STYLE_NORMAL, "one screen is shown: :split");
		return true;
	case ACTION_ONLY:
		if (s->split.open)
			only(s, w);
		else
			shell_tell(s, w, STYLE_NORMAL, "one screen is shown: :split");
		return true;
	case ACTION_ZOOM:
		if (s->split.open)
			zoom(s);
		return s->split.open;
	default:
		return false;
	}
}

/* --- keys ------------------------------------------------------------------- */

/* What follows C-w. */
static const struct {
	const char *keys;
	enum action action;
} windows[] = {
	{ "w C-w p h j k l Tab Left Right Up Down", ACTION_OTHER },
	{ "o q c", ACTION_ONLY },
	{ "s", ACTION_SPLIT },
	{ "v", ACTION_VSPLIT },
	{ "z", ACTION_ZOOM },
};

void shell_split_window(struct shell *s, const struct world *w, int key)
{
	s->input = INPUT_NONE;
	for (size_t i = 0; i < sizeof(windows) / sizeof(*windows); i++) {
		struct str keys = str_of(windows[i].keys);
		int one;

		while ((one = keys_next(&keys, NULL)) != K_NONE) {
			if (one == key)
				shell_do(s, w, windows[i].action, STR(""));
		}
	}
	for (int i = 0; i < SCREENS; i++) {
		if (shell_views[i]->digit == key)
			split(s, w, SPLIT_ANY, str_of(shell_views[i]->name));
	}
}

void shell_split_window_hint(const struct shell *s, struct surface *row)
{
	static const struct pane_hint hints[] = {
		{ "w", "the other" },
		{ "z", "zoom" },
		{ "o", "only this" },
		{ "s", "split" },
		{ "1-7", "that screen beside" },
	};

	pane_hint_row(
		row, s->split.open ? hints : hints + 3, s->split.open ? 5 : 2, row->cols);
}

/* Tab past the last pane of one goes to the other. */
bool shell_split_tab(struct shell *s, const struct world *w, int key)
{
	enum action a = action_of_key(key, SCREEN_FLOW, w->replay != NULL);
	const struct view *v = shell_views[s->screen];
	unsigned was, now;

	if (!s->split.open || s->frozen ||
		(a != ACTION_NEXT_PANE && a != ACTION_PREV_PANE))
		return false;
	if (v->pane != NULL) {
		was = v->pane(s->state[s->screen]);
		shell_act(s, w, a, (struct str){ 0 });
		now = v->pane(s->state[s->screen]);
		if (a == ACTION_NEXT_PANE ? now > was : now < was)
			return true;
	}
	s->said[0] = '\0';
	shell_split_other(s, w);
	return true;
}

/* --- drawing ---------------------------------------------------------------- */

static const char *title_of(enum screen screen)
{
	return shell_views[screen]->title;
}

/* Where there is only one, and another behind it. */
static void say_behind(const struct shell *s, char out[ROW_TEXT])
{
	if (s->split.zoomed)
		snprintf(out, ROW_TEXT, "z shows %s too", title_of(s->split.screen));
	else
		snprintf(out, ROW_TEXT, "%s too from %d columns%s",
			title_of(s->split.screen), BESIDE_COLS,
			s->split.way == SPLIT_ANY ? " or 30 rows" : "");
}

static void draw_title(struct shell *s, const struct world *w, struct surface *row,
	bool keys, bool alone)
{
	struct key_names names = { &s->map, s->screen, w->replay != NULL };
	char right[ROW_TEXT] = "", other[KEYMAP_KEYS];
	int used;

	used = surface_fmt(row, 0, 0, TO_EDGE, keys ? STYLE_KEY : STYLE_MUTED, "%s %s",
		keys ? "\xe2\x96\xba" : " ",
		title_of(keys ? s->screen : s->split.screen));
	if (alone)
		say_behind(s, right);
	else if (!keys)
		snprintf(right, sizeof(right), "%s w goes there",
			keymap_keys(&names, ACTION_OTHER, other));
	if (used + 2 + (int)strlen(right) < row->cols)
		surface_text_right(
			row, 0, row->cols - 1, TO_EDGE, STYLE_MUTED, str_of(right));
}

static void draw_half(struct shell *s, const struct world *w, struct surface *part,
	bool keys, bool alone)
{
	const struct view *v = shell_views[keys ? s->screen : s->split.screen];
	void *state = keys ? s->state[s->screen] : s->split.state[s->split.screen];
	int title = part->rows >= TITLE_ROWS;
	struct surface row = surface_sub(part, (struct rect){ 0, 0, title, part->cols });
	struct surface own = surface_sub(
		part, (struct rect){ title, 0, part->rows - title, part->cols });

	if (!keys) {
		s->split.names =
			(struct key_names){ &s->map, s->split.screen, w->replay != NULL };
		own.keys = &s->split.names;
		own.slide = NULL;
	}
	v->draw(state, w, &own);
	for (int i = 0; !keys && i < own.rows; i++)
		surface_select(&own, i, 0, own.cols, false);
	if (title)
		draw_title(s, w, &row, keys, alone);
}

/* Left and right of a line, or above and below. */
static void divide(const struct surface *body, enum fit fit, struct rect part[2])
{
	int rows = body->rows, cols = body->cols;

	if (fit == FIT_BESIDE) {
		part[0] = (struct rect){ 0, 0, rows, cols / 2 };
		part[1] = (struct rect){ 0, cols / 2 + 1, rows, cols - cols / 2 - 1 };
	} else {
		part[0] = (struct rect){ 0, 0, (rows + 1) / 2, cols };
		part[1] = (struct rect){ (rows + 1) / 2, 0, rows / 2, cols };
	}
}

void shell_split_draw(struct shell *s, const struct world *w, struct surface *body)
{
	struct split *p = &s->split;
	enum fit fit = p->zoomed ? FIT_ONE : fit_of(s, p->way);
	struct surface half;
	struct rect part[2];

	p->other = (struct rect){ 0 };
	if (!p->open) {
		shell_views[s->screen]->draw(s->state[s->screen], w, body);
		return;
	}
	if (fit == FIT_ONE) {
		draw_half(s, w, body, true, true);
		return;
	}
	divide(body, fit, part);
	if (fit == FIT_BESIDE)
		surface_fill(body, (struct rect){ 0, part[1].col - 1, body->rows, 1 },
			STYLE_RULE, 0x2502);
	p->other = part[!p->second];
	half = surface_sub(body, p->other);
	draw_half(s, w, &half, false, false);
	half = surface_sub(body, part[p->second]);
	draw_half(s, w, &half, true, false);
}

bool shell_split_busy(const struct shell *s, const struct world *w)
{
	const struct view *v = shell_views[s->split.screen];

	return s->split.open && s->split.other.rows > 0 && v->busy != NULL &&
		v->busy(s->split.state[s->split.screen], w);
}

bool shell_split_is_other(const struct shell *s, int row, int col)
{
	const struct rect *r = &s->split.other;

	row -= 3;
	return s->split.open && row >= r->row && row < r->row + r->rows &&
		col >= r->col && col < r->col + r->cols;
}
