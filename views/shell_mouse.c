/* SPDX-License-Identifier: MIT */
/*
 * The mouse does nothing of its own: a click presses the movements that a hand
 * would, until the cursor is where it pointed, and looks at the drawn screen to
 * know when. So it works on every screen, and can do only what those can.
 */
#include <ctype.h>
#include <stdlib.h>

#include "views/shell_own.h"

#define WHEEL 3      /* rows of one notch */
#define MOST_PANES 6 /* of a screen */

static void look_at(struct shell *s, const struct world *w, struct surface *all)
{
	surface_clear(all);
	shell_draw(s, w, all);
}

static void press(struct shell *s, const struct world *w, enum action a)
{
	shell_do(s, w, a, (struct str){ 0 });
	s->said[0] = '\0';
}

/* Where the cursor is drawn: a row, and the columns that are reversed. */
struct click {
	int row, from, to;
};

static bool find_cursor(const struct surface *all, struct click *out)
{
	for (int row = 3; row + 1 < all->rows; row++) {
		int from = -1, to = -1;

		for (int col = 0; col < all->cols; col++) {
			if (!surface_cell(all, row, col)->selected)
				continue;
			from = from < 0 ? col : from;
			to = col;
		}
		if (from >= 0) {
			*out = (struct click){ row, from, to };
			return true;
		}
	}
	return false;
}

/* Nothing but rows of one list lies between the cursor and there. */
static bool is_same_pane(
	const struct surface *all, const struct click *at, int row, int col)
{
	int step = row > at->row ? 1 : -1;

	if (col < at->from || col > at->to)
		return false;
	for (int r = at->row; r != row + step; r += step) {
		if (surface_cell(all, r, col)->ch[0] == 0x2500)
			return false;
	}
	return true;
}

/* A list of cards, or one that scrolls meanwhile, ends beside it: no further. */
static void walk(struct shell *s, const struct world *w, struct surface *all, int row)
{
	struct click at, next;

	if (!find_cursor(all, &at))
		return;
	for (int i = 0; i < 2 * all->rows && at.row != row; i++) {
		bool down = at.row < row;

		press(s, w, down ? ACTION_DOWN : ACTION_UP);
		look_at(s, w, all);
		if (!find_cursor(all, &next) || next.row == at.row)
			return;
		if (down && next.row > row) { /* it was the second line of a card */
			press(s, w, ACTION_UP);
			return;
		}
		at = next;
		if (!down && at.row < row)
			return;
	}
}

/* A name that is drawn there: an agent of the graph, an edge. */
static bool select_word(struct shell *s, const struct world *w, const struct surface *all,
	int row, int col)
{
	const struct view *v = shell_views[s->screen];
	char word[140];
	size_t n = 0;
	int from = col;

	if (v->select == NULL)
		return false;
	while (from > 0 && surface_cell(all, row, from - 1)->ch[0] > ' ' &&
		surface_cell(all, row, from - 1)->ch[0] < 0x7f)
		from--;
	for (; from < all->cols && n + 1 < sizeof(word); from++) {
		uint32_t c = surface_cell(all, row, from)->ch[0];

		if (c <= ' ' || c >= 0x7f)
			break;
		if (n > 0 || (c != '!' && c != '?')) /* signs before a name */
			word[n++] = (char)c;
	}
	word[n] = '\0';
	return n > 0 && v->select(s->state[s->screen], w, (struct str){ word, n });
}

/* "3 Review 7!!", "3Rev 7!!": the tab that begins at or before that column. */
static bool find_tab(const struct surface *all, int col, int *screen)
{
	for (; col >= 0; col--) {
		uint32_t c = surface_cell(all, 1, col)->ch[0], next = 0;

		for (int k = col + 1;
			k < all->cols && k < col + 3 && (next == 0 || next == ' '); k++)
			next = surface_cell(all, 1, k)->ch[0];
		if (col > 0 && surface_cell(all, 1, col - 1)->ch[0] != ' ')
			continue;
		for (int i = 0; i < SCREENS; i++) {
			*screen = i;
			if (c == (uint32_t)shell_views[i]->digit && next < 0x80 &&
				toupper((int)next) == shell_views[i]->title[0])
				return true;
		}
	}
	return false;
}

static void click_body(
	struct shell *s, const struct world *w, struct surface *all, int row, int col)
{
	struct click first, at;

	if (shell_split_is_other(s, row, col)) {
		shell_split_other(s, w);
		look_at(s, w, all);
	}
	if (surface_cell(all, row, col)->ch[0] == 0x2500)
		row++; /* the title of a pane */
	if (row + 1 >= all->rows ||
		(s->screen == SCREEN_FLOW && select_word(s, w, all, row, col)))
		return;
	if (!find_cursor(all, &first))
		return;
	at = first;
	for (int i = 0; i < MOST_PANES && !is_same_pane(all, &at, row, col); i++) {
		press(s, w, ACTION_NEXT_PANE);
		look_at(s, w, all);
		if (!find_cursor(all, &at) ||
			(at.row == first.row && at.from == first.from))
			return;
	}
	if (is_same_pane(all, &at, row, col))
		walk(s, w, all, row);
}

static void click(struct shell *s, const struct world *w, int row, int col)
{
	struct surface all = { 0 };
	int screen;

	if (shell_page_is_open(s) || s->frozen || s->rows < FRAME_ROWS ||
		s->cols < FRAME_COLS)
		return;
	surface_init(&all, s->rows, s->cols);
	shell_draw(s, w, &all);
	if (row < 0 || col < 0 || row >= all.rows || col >= all.cols)
		;
	else if (row == 1 && find_tab(&all, col, &screen))
		shell_show(s, w, (enum screen)screen);
	else if (row >= 3)
		click_body(s, w, &all, row, col);
	surface_fini(&all);
}

static void wheel(struct shell *s, const struct world *w, bool down)
{
	for (int i = 0; i < WHEEL; i++) {
		if (shell_page_is_open(s))
			shell_page_key(s, w, down ? K_DOWN : K_UP);
		else if (!s->frozen)
			press(s, w, down ? ACTION_DOWN : ACTION_UP);
	}
}

void shell_mouse(struct shell *s, const struct world *outer, int key, int row, int col)
{
	struct world w = shell_world(s, outer);

	shell_tick(s, outer);
	if (!s->mouse || s->pasting || s->sheet.phase != SHEET_CLOSED ||
		s->input != INPUT_NONE)
		return;
	if (key == K_CLICK)
		click(s, &w, row, col);
	else if (key == K_WHEEL_UP || key == K_WHEEL_DOWN)
		wheel(s, &w, key == K_WHEEL_DOWN);
	shell_look(s, &w, true);
}

bool shell_has_mouse(const struct shell *s)
{
	return s->mouse;
}

void shell_set_mouse(struct shell *s, bool on)
{
	s->mouse = on;
}
