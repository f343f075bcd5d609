/* SPDX-License-Identifier: MIT */
#include "views/pane.h"

#include <stdio.h>

#include "base/text.h"
#include "views/keymap.h"
#include "views/link.h"
#include "views/row.h"

void pane_rule(const struct world *w, struct surface *s, int row, const char *title,
	const char *right)
{
	struct rule rule = { .line = RULE_LIGHT };
	char name[ROW_TEXT], old[FORMAT_TEXT * 2], time[FORMAT_TEXT], age[FORMAT_TEXT];

	if (link_old(w)) {
		format_time(w, w->link.as_of, time);
		snprintf(old, sizeof(old), "OLD %s", format_age(w->link.age, age));
		/* both ages are to be seen: of a long title the end goes first */
		for (size_t n = strlen(title) < 150 ? strlen(title) : 150;; n--) {
			struct str head = text_head(str_of(title), n);

			snprintf(name, sizeof(name), "%.*s%s as of %s", STR_ARG(head),
				head.n < strlen(title) ? "~" : "", time);
			if (n <= 8 || surface_rule_fits(s, str_of(name), str_of(old)))
				break;
		}
		title = name;
		right = old;
		rule.right_style = STYLE_LINK_BAD;
	}
	rule.title = str_of(title);
	rule.right = str_of(right);
	surface_rule(s, row, &rule);
}

bool pane_move(struct list *l, const struct list_items *items, enum action a)
{
	static const struct {
		enum action action;
		enum list_move move;
	} moves[] = {
		{ ACTION_DOWN, LIST_DOWN },
		{ ACTION_UP, LIST_UP },
		{ ACTION_PAGE_DOWN, LIST_PAGE_DOWN },
		{ ACTION_PAGE_UP, LIST_PAGE_UP },
		{ ACTION_HALF_DOWN, LIST_HALF_DOWN },
		{ ACTION_HALF_UP, LIST_HALF_UP },
		{ ACTION_TOP, LIST_TOP },
		{ ACTION_BOTTOM, LIST_BOTTOM },
	};

	for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++) {
		if (moves[i].action != a)
			continue;
		list_move(l, items, moves[i].move);
		return true;
	}
	return false;
}

void pane_rule_marks(const struct world *w, struct surface *s, const char *title,
	struct str right, size_t marks)
{
	char count[40] = "", name[ROW_TEXT];
	struct buf both = { 0 };

	if (marks > 0)
		snprintf(count, sizeof(count), "%zu marked", marks);
	buf_slice(&both, right);
	if (marks > 0)
		buf_fmt(&both, "%s%s", right.n > 0 ? "  " : "", count);
	if (marks == 0 || surface_rule_fits(s, str_of(title), buf_view(&both))) {
		pane_rule(w, s, 0, title, both.data);
	} else if (surface_rule_fits(s, str_of(title), str_of(count))) {
		pane_rule(w, s, 0, title, count);
	} else {
		snprintf(name, sizeof(name), "%s  %.180s", count, title);
		pane_rule(w, s, 0, name, NULL);
	}
	buf_fini(&both);
}

void pane_unmark(struct list *l, struct outcome *out)
{
	size_t marks;

	list_marks(l, &marks);
	list_mark_clear(l);
	snprintf(out->message, sizeof(out->message), "%zu mark%s cleared", marks,
		marks == 1 ? "" : "s");
}

void pane_tell_wrap(bool cut, struct outcome *out)
{
	snprintf(out->message, sizeof(out->message), "long lines are %s",
		cut ? "cut: h l slide them" : "wrapped");
}

void pane_field(
	struct surface *s, int row, const char *label, struct str value, enum style style)
{
	surface_text(s, row, 1, PANE_LABEL - 2, STYLE_TITLE, str_of(label));
	surface_text(s, row, PANE_LABEL, TO_EDGE, style, value);
}

size_t pane_line(struct str text, int columns)
{
	size_t at = 0, blank = 0;
	int used = 0;

	while (at < text.n) {
		uint32_t c;
		size_t n = utf8_decode(text.p + at, text.n - at, &c);
		int width;

		if (n == 0)
			return text.n;
		width = text_width_of(c);
		if (used + width > columns)
			break;
		used += width;
		at += n;
		if (c == ' ')
			blank = at;
	}
	if (at == text.n || blank == 0)
		return at > 0 ? at : text.n;
	return text.p[at] == ' ' ? at : blank;
}

int pane_wrap(
	struct surface *s, int row, int col, int max, enum style style, struct str text)
{
	struct buf clean = { 0 };
	struct str rest;
	int rows = 0;

	text_clean(&clean, (struct str){ text.p, text.n < 8000 ? text.n : 8000 });
	rest = buf_view(&clean);
	while (rest.n > 0 && rows < max && s->cols > col) {
		size_t n = pane_line(rest, s->cols - col);
		bool cut = rows + 1 == max && n < rest.n;

		surface_text(s, row + rows++, col, TO_EDGE, style,
			cut ? rest : (struct str){ rest.p, n });
		rest = str_skip(rest, n);
		while (rest.n > 0 && rest.p[0] == ' ')
			rest = str_skip(rest, 1);
	}
	buf_fini(&clean);
	return rows;
}

int pane_wrap_field(struct surface *s, int row, int max, const char *label,
	struct str value, enum style style)
{
	int rows;

	surface_text(s, row, 1, PANE_LABEL - 2, STYLE_TITLE, str_of(label));
	rows = pane_wrap(s, row, PANE_LABEL, max, style, value);
	return rows > 0 ? rows : 1;
}

/* Dim: a key that is not for who sits here. */
static int hint_in(
	struct surface *s, int row, int col, const struct pane_hint *h, bool dim)
{
	char shown[KEYMAP_KEYS];

	col += surface_text(s, row, col, TO_EDGE, dim ? STYLE_MUTED : STYLE_KEY,
		str_of(keymap_shown(s->keys, h->keys, shown)));
	col += surface_fmt(
		s, row, col, TO_EDGE, dim ? STYLE_MUTED : STYLE_NORMAL, " %s", h->words);
	return col + 2;
}

int pane_hint(struct surface *s, int row, int col, const char *key, const char *words)
{
	return hint_in(s, row, col, &(struct pane_hint){ key, words }, false);
}

int pane_hint_of(const struct world *w, struct surface *s, int col, enum action a,
	const struct pane_hint *h)
{
	return hint_in(s, 0, col, h, link_bars(w, a) != NULL);
}

int pane_hint_row(struct surface *s, const struct pane_hint *hints, size_t n, int end)
{
	int col = 1;

	for (size_t i = 0; i < n; i++) {
		char keys[KEYMAP_KEYS];
		size_t width = strlen(keymap_shown(s->keys, hints[i].keys, keys)) +
			strlen(hints[i].words) + 1;

		if (col + (int)width > end)
			break;
		col = pane_hint(s, 0, col, hints[i].keys, hints[i].words);
	}
	return col;
}

void pane_hints(const struct world *w, struct surface *s, const enum action *actions)
{
	unsigned mode = w->replay != NULL ? IN_REPLAY : IN_LIVE;
	int col = 1, end = s->cols - 6;
	char key[16], shown[KEYMAP_KEYS];

	if (mode == IN_LIVE && (link_old(w) || w->link.state == LINK_CONNECTING))
		col = pane_hint(s, 0, col, "C-r", "retry");
	for (; *actions != ACTION_NONE; actions++) {
		const struct action_row *r = &action_rows[*actions];
		int width;

		if (!(r->modes & mode) ||
			(r->acts && !world_can_act(w) && link_bars(w, *actions) == NULL))
			continue;
		if (action_key(*actions, key)[0] == '\0') /* it is typed behind `:` */
			snprintf(key, sizeof(key), ":%.14s", r->name);
		width = (int)(strlen(keymap_shown(s->keys, key, shown)) + 1 +
			strlen(r->brief));
		if (col + width + 2 > end)
			break;
		col = pane_hint_of(
			w, s, col, *actions, &(struct pane_hint){ key, r->brief });
	}
	pane_hint(s, 0, col < end ? col : end, "?", "help");
}

void pane_grave(struct surface *s, int row, int col, int grave)
{
	static const enum style styles[] = { STYLE_NORMAL, STYLE_WARNING,
		STYLE_CRITICAL };

	surface_text(
		s, row, col, 2, styles[grave], str_of(grave_mark((enum grave)grave)));
}
