/* SPDX-License-Identifier: MIT */
/*
 * What panes have in common: titles that carry the age of what they show,
 * labelled fields, wrapped text, hint lines. Nothing here keeps anything.
 */
#ifndef VIEWS_PANE_H
#define VIEWS_PANE_H

#include "tui/list.h"
#include "tui/surface.h"
#include "views/view.h"

/*
 * A rule with a title. While the link is stale or lost the title says "as of
 * 03:11:29" and the right side "OLD 1m12s" instead of `right`.
 */
void pane_rule(const struct world *w, struct surface *s, int row, const char *title,
	const char *right);

/* What the keys that move do to a list; false: it is none of them. */
bool pane_move(struct list *l, const struct list_items *items, enum action a);
/*
 * The title of a list, on its first row, and behind `right` how many are marked:
 * where there is no room for both `right` goes, and then the end of the title.
 */
void pane_rule_marks(const struct world *w, struct surface *s, const char *title,
	struct str right, size_t marks);
/* Clears the marks of a list and says so. */
void pane_unmark(struct list *l, struct outcome *out);

/* What `w` has done to the lines of a text. */
void pane_tell_wrap(bool cut, struct outcome *out);

#define PANE_LABEL 11 /* column of a field's value */

/* " LABEL     value"; cut. */
void pane_field(struct surface *s, int row, const char *label, struct str value,
	enum style style);
/* Bytes of cleaned `text` that fit in `columns`, broken at a blank if there is one. */
size_t pane_line(struct str text, int columns);
/* `text` from `col` on over as many rows as it needs, at most `max`; how many it took. */
int pane_wrap(
	struct surface *s, int row, int col, int max, enum style style, struct str text);
/* The same for a field; at least one row. */
int pane_wrap_field(struct surface *s, int row, int max, const char *label,
	struct str value, enum style style);

/* Hints in order as far as they fit, "? help" at the end; `actions` end with ACTION_NONE.
 */
void pane_hints(const struct world *w, struct surface *s, const enum action *actions);
/* As many hints of the hint line as end before column `end`; the column behind them. */
struct pane_hint {
	const char *keys, *words;
};
int pane_hint_row(struct surface *s, const struct pane_hint *hints, size_t n, int end);
/* One hint: the key first; returns the column behind it and two blanks. */
int pane_hint(struct surface *s, int row, int col, const char *key, const char *words);

/* The same for an action: dim where it is not for who sits here. */
int pane_hint_of(const struct world *w, struct surface *s, int col, enum action a,
	const struct pane_hint *h);

/* "!!", "!" in two columns, in its style. */
void pane_grave(struct surface *s, int row, int col, int grave);

#endif
