/* SPDX-License-Identifier: MIT */
/*
 * From cells to the bytes that show them: the only file that knows curses.
 * Curses renders into memory, never to the tty, reads nothing and takes no
 * signal; term.c owns the one screen there can be and writes the bytes. What
 * always holds: `shown` is what the terminal shows when it got all of them,
 * unless `repaint` is set.
 */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/err.h"
#include "tui/surface.h"

struct screen {
	enum glyphs glyphs; /* set these three at any time, and `repaint` with them */
	bool utf8;          /* the C library's locale is UTF-8 */
	bool wide;          /* narrow characters may be wide here: only ASCII is sure */
	bool repaint;       /* what is shown is not known: draw all */

	enum theme theme; /* private: screen_theme() */
	int rows, cols;   /* private: screen_resize() */
	void *curses;
	FILE *sink; /* a file in memory */
	struct cell *shown;
	int shown_rows, shown_cols, cursor_row, cursor_col;
};

/*
 * Starts curses for TERM; setlocale() comes before. False, with nothing left
 * behind: TERM unset, unknown or not able to place a cursor.
 */
bool screen_open(struct screen *s, struct err *e);
void screen_close(struct screen *s);
void screen_resize(struct screen *s, int rows, int cols);
/* A theme with colours only where screen_colours() says so. */
void screen_theme(struct screen *s, enum theme theme);
int screen_colours(void);

/*
 * Adds what makes the terminal show `surface` to `out`. Returns whether
 * anything had changed; nothing is added if not.
 */
bool screen_draw(struct screen *s, const struct surface *surface, struct buf *out);
/* The terminal is left: the next screen_draw() enters it again and repaints. */
void screen_left(struct screen *s);

/* Capabilities by terminfo name, without their padding. */
bool screen_has(const char *cap);
void screen_cap(const char *cap, struct buf *out);
bool screen_is(const char *cap, const char *text);
bool screen_flag(const char *cap);
/* 0 if there is none. */
int screen_number(const char *cap);
void screen_move(int row, int col, struct buf *out);
/* All of them scroll again; the cursor is anywhere then. */
void screen_scrolls(int rows, struct buf *out);

#endif
