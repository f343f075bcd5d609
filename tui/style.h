/* SPDX-License-Identifier: MIT */
/*
 * Styles are roles: a view says what a text is, never how it looks. One const
 * table turns a role into colours and attributes for each theme, and the
 * colour is always a third channel, after the place and the glyph or word
 * ("!!", "[STALE]", ">"): THEME_MONO loses nothing. Nothing here blinks and
 * there is no green and no blue text.
 */
#ifndef TUI_STYLE_H
#define TUI_STYLE_H

#include <stdbool.h>

#include "base/str.h"

enum style {
	STYLE_NORMAL, /* the terminal's own colours */
	STYLE_CRITICAL,
	STYLE_WARNING,
	STYLE_NEEDS_YOU,
	STYLE_LINK_BAD,
	STYLE_REPLAY,
	STYLE_FROZEN,
	STYLE_SELECTION, /* a cell drawn as selected; rows use surface_select() */
	STYLE_MARK,
	STYLE_KEY,
	STYLE_MUTED, /* idle, old, not sure */
	STYLE_OK,
	STYLE_DIFF_ADD,
	STYLE_DIFF_DEL,
	STYLE_RULE,  /* the line of a rule, borders */
	STYLE_TITLE, /* the text in a rule, column heads */
	STYLE_COUNT
};

enum theme {
	THEME_AUTO,  /* as a wish: decided by theme_choose() */
	THEME_DARK,  /* as a wish: dark background, colours by the terminal */
	THEME_LIGHT, /* the same for a light one */
	THEME_MONO,
	THEME_16_DARK,
	THEME_16_LIGHT,
	THEME_256_DARK,
	THEME_256_LIGHT,
	THEME_COUNT
};

enum attr {
	ATTR_BOLD = 1,
	ATTR_DIM = 2,
	ATTR_UNDERLINE = 4,
	ATTR_REVERSE = 8,
};

#define COLOUR_DEFAULT (-1)

struct look {
	short fg, bg;  /* palette index, or COLOUR_DEFAULT */
	unsigned attr; /* bits of enum attr */
};

/* `theme` is one of the last five (what theme_choose() returns). */
const struct look *style_look(enum theme theme, enum style style);
/* The role's name ("critical"), and the small letter dumps show it with. */
const char *style_name(enum style style);
char style_letter(enum style style);

struct theme_facts {
	int colours;           /* of the terminal; 0 or less: none */
	const char *no_color;  /* NO_COLOR; counts when neither NULL nor empty */
	const char *colorfgbg; /* COLORFGBG ("15;0", "0;default;15"); may be NULL */
};

/*
 * The theme to use. A wish for MONO or for a numbered theme beats NO_COLOR
 * (no-color.org: what the user says to the program itself goes first), but a
 * terminal gets no more colours than it has. DARK and LIGHT speak of the
 * background only. Without a wish: COLORFGBG, else dark.
 */
enum theme theme_choose(enum theme wish, const struct theme_facts *facts);

/* "auto", "dark", "light", "mono", "16-dark" ... */
const char *theme_name(enum theme theme);
/* False where `name` is none of them; *out is then as it was. */
bool theme_named(struct str name, enum theme *out);

#endif
