/* SPDX-License-Identifier: MIT */
/*
 * What a view draws on: a grid of cells, no terminal. A surface is a window
 * on such a grid with rows and columns counted from its own corner; the one
 * that surface_init() made owns the grid, those that surface_sub() makes own
 * nothing, are passed by value and die with surface_resize() of the owner.
 *
 * What always holds:
 * - Nothing is written outside the window, whatever the arguments. The one
 *   exception is the other half of a wide character that is drawn over: it
 *   becomes a blank, so that there is never half a character.
 * - Every text passes text_clean(); a cell never holds a character that
 *   could move a cursor, reorder or hide what is beside it.
 * - A character has at most two combining marks, and they are its own: a text
 *   that begins with one shows it spelled out.
 * - A text that does not fit ends in '~'.
 */
#ifndef TUI_SURFACE_H
#define TUI_SURFACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "tui/glyph.h"
#include "tui/style.h"

struct buf;
struct grid;
struct key_names; /* views/keymap.h */

struct cell {
	uint32_t ch[3];   /* character, combining marks; ch[0] == 0: right half of a wide
			     one */
	uint8_t style;    /* enum style */
	uint8_t selected; /* 1: reversed on top of its style */
	uint16_t unused;  /* 0, so that cells compare by memcmp() */
};

struct rect {
	int row, col, rows, cols;
};

/* What does not fit is shown from its column `by` on, behind a '~'; what fits stands. */
struct slide {
	int by;
	bool more; /* set by drawing: something goes on behind what is shown of it */
};

struct surface {
	int rows, cols;    /* read these; never below 0 */
	int row, col;      /* private: the corner in the grid */
	struct grid *grid; /* private */
	const struct key_names
		*keys;       /* how keys are called on it; NULL: by their names */
	struct slide *slide; /* NULL: what does not fit shows its beginning */
};

/* All blank. Sizes below 0 count as 0. */
void surface_init(struct surface *s, int rows, int cols);
/* Blank again, in the new size. Only for the owner. */
void surface_resize(struct surface *s, int rows, int cols);
/* Only for the owner; a zeroed surface is fine. */
void surface_fini(struct surface *s);
/* The part of `s` that `r` covers, cut to `s`: perhaps 0 rows or columns. */
struct surface surface_sub(const struct surface *s, struct rect r);

/* Blanks, STYLE_NORMAL, not selected; the cursor is hidden if it stood here. */
void surface_clear(struct surface *s);
/* `ch` over all of `r`; a wide one fills pairs of columns. */
void surface_fill(struct surface *s, struct rect r, enum style style, uint32_t ch);

/*
 * One character. What text_clean() would replace, and a combining mark alone,
 * goes out as '?'. A wide one that does not fit whole goes out as '~'.
 * Returns the columns used: 0 outside, else 1 or 2.
 */
int surface_put(struct surface *s, int row, int col, enum style style, uint32_t ch);

/* As `max`: up to the right edge. */
#define TO_EDGE (-1)

/*
 * `text` from `col` on, in at most `max` columns; a `col` left of the edge
 * hides the beginning. Returns the columns that the text took (with those
 * hidden at the left), so that calls can be chained: col += surface_text(...).
 */
int surface_text(
	struct surface *s, int row, int col, int max, enum style style, struct str text);
int surface_fmt(struct surface *s, int row, int col, int max, enum style style,
	const char *fmt, ...) __attribute__((format(printf, 6, 7)));
/* `text` in at most `max` columns so that it ends before column `end`. */
int surface_text_right(
	struct surface *s, int row, int end, int max, enum style style, struct str text);
/* Columns that surface_text() would use with room enough. */
int surface_measure(const struct surface *s, struct str text);

enum rule_line {
	RULE_LIGHT,  /* ── TITLE ──────── right ── */
	RULE_DOUBLE, /* ═══ TITLE ═══════ right ══ */
	RULE_DOTTED, /* ┄┄┄ TITLE ┄┄┄┄┄┄┄ right ┄┄ */
};

struct rule {
	enum rule_line line;
	struct str title, right; /* absent or empty: only line there */
	enum style title_style;  /* STYLE_NORMAL stands for STYLE_TITLE */
	enum style right_style;  /* STYLE_NORMAL stands for STYLE_RULE */
	enum style line_style;   /* STYLE_NORMAL stands for STYLE_RULE */
};

/*
 * A rule over the whole width (make a surface_sub() for a shorter one). When
 * it is narrow `right` goes first, whole, then the title is cut.
 */
void surface_rule(struct surface *s, int row, const struct rule *rule);
/* Whether both texts have room in a light rule; else the right one is left out. */
bool surface_rule_fits(const struct surface *s, struct str title, struct str right);

/* Sets or removes the selection of `cols` cells; their styles stay. */
void surface_select(struct surface *s, int row, int col, int cols, bool on);
/* Gives the cells another style; their text stays. */
void surface_restyle(struct surface *s, struct rect r, enum style style);

/* Where the terminal's cursor is shown. Outside the window: hidden. */
void surface_cursor(struct surface *s, int row, int col);
/* False when it is hidden; coordinates of `s`. */
bool surface_cursor_at(const struct surface *s, int *row, int *col);

/* The cell, or NULL outside; the cells of a row stand side by side. */
const struct cell *surface_cell(const struct surface *s, int row, int col);

/* Adds the text, a line a row, each with LF, blanks at the ends trimmed. */
void surface_dump(const struct surface *s, enum glyphs glyphs, struct buf *out);
/*
 * The same shape with style_letter() for each cell, as a capital (or '#' for
 * normal) where it is selected; '.' is normal, and is trimmed at the ends.
 */
void surface_dump_styles(const struct surface *s, struct buf *out);

#endif
