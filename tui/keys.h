/* SPDX-License-Identifier: MIT */
/*
 * A key is an int: a printable character is its code point, all others are
 * above Unicode. One const table gives them names, the same in key scripts of
 * tests, in help and in a keys file: "a", "A", "?", "Space", "PgUp", "C-l".
 */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include <stdbool.h>

#include "base/str.h"

enum key {
	K_NONE = 0, /* no key now */
	K_FIRST = 0x110000,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PGUP,
	K_PGDN,
	K_TAB,
	K_BACKTAB,
	K_ENTER,
	K_ESC,
	K_BACKSPACE,
	K_DELETE,
	K_INSERT,
	K_F1, /* K_F1 + n - 1 up to F12 */
	K_F12 = K_F1 + 11,
	K_PASTE_BEGIN, /* what follows was pasted, not typed, up to ... */
	K_PASTE_END,
	K_RESIZE,  /* perhaps another size: see term_size() */
	K_REDRAW,  /* nothing was pressed, but the terminal wants a flush */
	K_HANGUP,  /* the terminal is gone; comes again and again */
	K_UNKNOWN, /* a name that is no key's; no terminal sends it */
	K_CLICK,   /* of the first button; where: input_mouse(), term_mouse() */
	K_WHEEL_UP,
	K_WHEEL_DOWN,
	K_CTRL_BASE = 0x110100,
};

/*
 * Ctrl with a character: a small letter, '@' (also Ctrl-Space), '\\', ']',
 * '^' or '_'. Not h, i and m, which are K_BACKSPACE, K_TAB and K_ENTER on
 * every terminal, nor '[', which is K_ESC.
 */
#define K_CTRL(c) (K_CTRL_BASE + (c))
#define K_F(n) (K_F1 + (n)-1)

/* With its NUL. */
#define KEYS_NAME_MAX 16

/* Writes the key's name to `out` and returns it; "" for K_NONE. */
const char *keys_name(int key, char out[KEYS_NAME_MAX]);
/* The key of that name, K_NONE where there is none. */
int keys_named(struct str name);
/*
 * Takes the next name (names stand between blanks or line ends) off `script`.
 * Returns its key, K_NONE at the end, K_UNKNOWN for a name that is none;
 * *name (may be NULL) is what was taken.
 */
int keys_next(struct str *script, struct str *name);
/* A printable character, as a text field takes it. */
bool keys_is_text(int key);

#endif
