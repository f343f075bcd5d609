/* SPDX-License-Identifier: MIT */
#include "tui/style.h"

#include <stdlib.h>

#define DEF COLOUR_DEFAULT

/* The numbers of the 256-colour themes were chosen by contrast (WCAG, 4.4 and up). */
static const struct look looks[THEME_COUNT][STYLE_COUNT] = {
	[THEME_MONO] = {
		[STYLE_NORMAL] = { DEF, DEF, 0 },
		[STYLE_CRITICAL] = { DEF, DEF, ATTR_REVERSE | ATTR_BOLD },
		[STYLE_WARNING] = { DEF, DEF, ATTR_BOLD | ATTR_UNDERLINE },
		[STYLE_NEEDS_YOU] = { DEF, DEF, ATTR_BOLD },
		[STYLE_LINK_BAD] = { DEF, DEF, ATTR_REVERSE },
		[STYLE_REPLAY] = { DEF, DEF, ATTR_REVERSE },
		[STYLE_FROZEN] = { DEF, DEF, ATTR_REVERSE },
		[STYLE_SELECTION] = { DEF, DEF, ATTR_REVERSE },
		[STYLE_MARK] = { DEF, DEF, ATTR_BOLD },
		[STYLE_KEY] = { DEF, DEF, ATTR_BOLD },
		[STYLE_MUTED] = { DEF, DEF, ATTR_DIM },
		[STYLE_OK] = { DEF, DEF, 0 },
		[STYLE_DIFF_ADD] = { DEF, DEF, 0 },
		[STYLE_DIFF_DEL] = { DEF, DEF, ATTR_BOLD },
		[STYLE_RULE] = { DEF, DEF, 0 },
		[STYLE_TITLE] = { DEF, DEF, ATTR_BOLD },
	},
	[THEME_16_DARK] = {
		[STYLE_NORMAL] = { DEF, DEF, 0 },
		[STYLE_CRITICAL] = { 7, 1, ATTR_BOLD },
		[STYLE_WARNING] = { 3, DEF, ATTR_BOLD },
		[STYLE_NEEDS_YOU] = { 5, DEF, ATTR_BOLD },
		[STYLE_LINK_BAD] = { 7, 1, ATTR_BOLD },
		[STYLE_REPLAY] = { 0, 6, 0 },
		[STYLE_FROZEN] = { 0, 3, 0 },
		[STYLE_SELECTION] = { DEF, DEF, ATTR_REVERSE },
		[STYLE_MARK] = { DEF, DEF, ATTR_BOLD },
		[STYLE_KEY] = { 6, DEF, ATTR_BOLD },
		[STYLE_MUTED] = { DEF, DEF, ATTR_DIM },
		[STYLE_OK] = { DEF, DEF, 0 },
		[STYLE_DIFF_ADD] = { 6, DEF, 0 },
		[STYLE_DIFF_DEL] = { 5, DEF, 0 },
		[STYLE_RULE] = { DEF, DEF, 0 },
		[STYLE_TITLE] = { DEF, DEF, ATTR_BOLD },
	},
	/* Cyan and yellow cannot be read on white: bold and underlined instead. */
	[THEME_16_LIGHT] = {
		[STYLE_NORMAL] = { DEF, DEF, 0 },
		[STYLE_CRITICAL] = { 7, 1, ATTR_BOLD },
		[STYLE_WARNING] = { DEF, DEF, ATTR_BOLD | ATTR_UNDERLINE },
		[STYLE_NEEDS_YOU] = { 5, DEF, ATTR_BOLD },
		[STYLE_LINK_BAD] = { 7, 1, ATTR_BOLD },
		[STYLE_REPLAY] = { 0, 6, 0 },
		[STYLE_FROZEN] = { 0, 3, 0 },
		[STYLE_SELECTION] = { DEF, DEF, ATTR_REVERSE },
		[STYLE_MARK] = { DEF, DEF, ATTR_BOLD },
		[STYLE_KEY] = { DEF, DEF, ATTR_BOLD },
		[STYLE_MUTED] = { DEF, DEF, ATTR_DIM },
		[STYLE_OK] = { DEF, DEF, 0 },
		[STYLE_DIFF_ADD] = { DEF, DEF, 0 },
		[STYLE_DIFF_DEL] = { 5, DEF, 0 },
		[STYLE_RULE] = { DEF, DEF, 0 },
		[STYLE_TITLE] = { DEF, DEF, ATTR_BOLD },
	},
	[THEME_256_DARK] = {
		[STYLE_NORMAL] = { DEF, DEF, 0 },
		[STYLE_CRITICAL] = { 231, 160, ATTR_BOLD },
		[STYLE_WARNING] = { 214, DEF, ATTR_BOLD },
		[STYLE_NEEDS_YOU] = { 177, DEF, ATTR_BOLD },
		[STYLE_LINK_BAD] = { 231, 160, ATTR_BOLD },
		[STYLE_REPLAY] = { 16, 80, 0 },
		[STYLE_FROZEN] = { 16, 214, 0 },
		[STYLE_SELECTION] = { DEF, DEF, ATTR_REVERSE },
		[STYLE_MARK] = { DEF, DEF, ATTR_BOLD },
		[STYLE_KEY] = { 80, DEF, ATTR_BOLD },
		[STYLE_MUTED] = { 246, DEF, 0 },
		[STYLE_OK] = { 252, DEF, 0 },
		[STYLE_DIFF_ADD] = { 80, DEF, 0 },
		[STYLE_DIFF_DEL] = { 177, DEF, 0 },
		[STYLE_RULE] = { 246, DEF, 0 },
		[STYLE_TITLE] = { DEF, DEF, ATTR_BOLD },
	},
	[THEME_256_LIGHT] = {
		[STYLE_NORMAL] = { DEF, DEF, 0 },
		[STYLE_CRITICAL] = { 231, 160, ATTR_BOLD },
		[STYLE_WARNING] = { 130, DEF, ATTR_BOLD },
		[STYLE_NEEDS_YOU] = { 90, DEF, ATTR_BOLD },
		[STYLE_LINK_BAD] = { 231, 160, ATTR_BOLD },
		[STYLE_REPLAY] = { 231, 24, 0 },
		[STYLE_FROZEN] = { 16, 214, 0 },
		[STYLE_SELECTION] = { DEF, DEF, ATTR_REVERSE },
		[STYLE_MARK] = { DEF, DEF, ATTR_BOLD },
		[STYLE_KEY] = { 24, DEF, ATTR_BOLD },
		[STYLE_MUTED] = { 240, DEF, 0 },
		[STYLE_OK] = { 235, DEF, 0 },
		[STYLE_DIFF_ADD] = { 24, DEF, 0 },
		[STYLE_DIFF_DEL] = { 90, DEF, 0 },
		[STYLE_RULE] = { 240, DEF, 0 },
		[STYLE_TITLE] = { DEF, DEF, ATTR_BOLD },
	},
};

static const struct {
	const char *name;
	char letter;
} roles[STYLE_COUNT] = {
	[STYLE_NORMAL] = { "normal", '.' },
	[STYLE_CRITICAL] = { "critical", 'c' },
	[STYLE_WARNING] = { "warning", 'w' },
	[STYLE_NEEDS_YOU] = { "needs-you", 'y' },
	[STYLE_LINK_BAD] = { "link-bad", 'l' },
	[STYLE_REPLAY] = { "replay", 'p' },
	[STYLE_FROZEN] = { "frozen", 'f' },
	[STYLE_SELECTION] = { "selection", 's' },
	[STYLE_MARK] = { "mark", 'm' },
	[STYLE_KEY] = { "key", 'k' },
	[STYLE_MUTED] = { "muted", 'u' },
	[STYLE_OK] = { "ok", 'o' },
	[STYLE_DIFF_ADD] = { "diff-add", 'a' },
	[STYLE_DIFF_DEL] = { "diff-del", 'd' },
	[STYLE_RULE] = { "rule", 'r' },
	[STYLE_TITLE] = { "title", 't' },
};

static const char *const theme_names[THEME_COUNT] = {
	[THEME_AUTO] = "auto",
	[THEME_DARK] = "dark",
	[THEME_LIGHT] = "light",
	[THEME_MONO] = "mono",
	[THEME_16_DARK] = "16-dark",
	[THEME_16_LIGHT] = "16-light",
	[THEME_256_DARK] = "256-dark",
	[THEME_256_LIGHT] = "256-light",
};

const struct look *style_look(enum theme theme, enum style style)
{
	return &looks[theme][style];
}

const char *style_name(enum style style)
{
	return roles[style].name;
}

char style_letter(enum style style)
{
	return roles[style].letter;
}

/* "fg;bg" or "fg;other;bg"; in the 16-colour palette 7 and 9 to 15 are light. */
static bool says_light(const char *colorfgbg)
{
	const char *last = colorfgbg != NULL ? strrchr(colorfgbg, ';') : NULL;
	char *end;
	long bg;

	if (last == NULL)
		return false;
	bg = strtol(last + 1, &end, 10);
	return end != last + 1 && *end == '\0' && (bg == 7 || (bg >= 9 && bg <= 15));
}

static bool wants_light(enum theme wish, const struct theme_facts *facts)
{
	if (wish == THEME_AUTO)
		return says_light(facts->colorfgbg);
	return wish == THEME_LIGHT || wish == THEME_16_LIGHT || wish == THEME_256_LIGHT;
}

static int wanted_colours(enum theme wish, const struct theme_facts *facts)
{
	if (wish == THEME_MONO)
		return 0;
	if (wish == THEME_16_DARK || wish == THEME_16_LIGHT)
		return 8;
	if (wish == THEME_256_DARK || wish == THEME_256_LIGHT)
		return 256;
	return facts->no_color != NULL && *facts->no_color != '\0' ? 0 : 256;
}

enum theme theme_choose(enum theme wish, const struct theme_facts *facts)
{
	int wanted = wanted_colours(wish, facts);
	int colours = facts->colours < wanted ? facts->colours : wanted;
	bool light = wants_light(wish, facts);

	if (colours >= 256)
		return light ? THEME_256_LIGHT : THEME_256_DARK;
	if (colours >= 8)
		return light ? THEME_16_LIGHT : THEME_16_DARK;
	return THEME_MONO;
}

const char *theme_name(enum theme theme)
{
	return theme_names[theme];
}

bool theme_named(struct str name, enum theme *out)
{
	for (size_t i = 0; i < THEME_COUNT; i++) {
		if (str_is(name, theme_names[i])) {
			*out = (enum theme)i;
			return true;
		}
	}
	return false;
}
