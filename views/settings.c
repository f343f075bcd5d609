/* SPDX-License-Identifier: MIT */
#include "views/settings.h"

#include <stdio.h>

#include "tui/glyph.h"
#include "tui/style.h"

static const char *theme(size_t i)
{
	return i < THEME_COUNT ? theme_name((enum theme)i) : NULL;
}

static const char *glyphs(size_t i)
{
	return i <= GLYPHS_ASCII ? glyphs_name((enum glyphs)i) : NULL;
}

static const char *bell(size_t i)
{
	static const char *const choices[] = { "on", "off", NULL };

	return choices[i];
}

static const char *seconds(size_t i)
{
	static const char *const choices[] = { "0", "1", "2", "3", "4", "5", "6", "7",
		"8", "9", "10", NULL };

	return choices[i];
}

static const struct setting {
	const char *name;
	const char *(*choice)(size_t i); /* NULL behind the last; NULL: any text */
	const char *takes;               /* instead of the choices, or NULL */
} settings[] = {
	{ "theme", theme, NULL },
	{ "background", theme, NULL },
	{ "glyphs", glyphs, NULL },
	{ "bell", bell, NULL },
	{ "mouse", bell, NULL },
	{ "osc52", bell, NULL },
	{ "undo", seconds, "0 to 10 seconds" },
	{ "title", NULL, "the text of the terminal's title" },
};

#define SETTINGS (sizeof(settings) / sizeof(*settings))

static bool takes(const struct setting *o, struct str value)
{
	const char *choice;

	if (o->choice == NULL)
		return value.n > 0;
	for (size_t i = 0; (choice = o->choice(i)) != NULL; i++) {
		if (str_is(value, choice))
			return true;
	}
	return false;
}

static void say_choices(const struct setting *o, struct buf *out)
{
	const char *choice;

	buf_fmt(out, "%s is ", o->name);
	if (o->takes != NULL)
		buf_str(out, o->takes);
	for (size_t i = 0; o->takes == NULL && (choice = o->choice(i)) != NULL; i++)
		buf_fmt(out, "%s%s",
			i == 0                             ? ""
				: o->choice(i + 1) == NULL ? " or "
							   : ", ",
			choice);
}

static void say_settings(struct buf *out)
{
	buf_str(out, "set takes ");
	for (size_t i = 0; i < SETTINGS; i++)
		buf_fmt(out, "%s%s",
			i == 0                      ? ""
				: i + 1 == SETTINGS ? " or "
						    : ", ",
			settings[i].name);
	buf_str(out, ", and a value: set theme light");
}

bool settings_read(struct str arg, char said[ROW_TEXT])
{
	const char *blank = arg.n > 0 ? memchr(arg.p, ' ', arg.n) : NULL;
	struct str name = { arg.p, blank != NULL ? (size_t)(blank - arg.p) : arg.n };
	struct str value = str_skip(arg, name.n);
	struct buf out = { 0 };
	bool ok = false;

	while (value.n > 0 && value.p[0] == ' ')
		value = str_skip(value, 1);
	for (size_t i = 0; i < SETTINGS && out.len == 0; i++) {
		if (!str_is(name, settings[i].name))
			continue;
		ok = takes(&settings[i], value);
		if (ok)
			buf_fmt(&out, "%s is %.*s now", settings[i].name, STR_ARG(value));
		else
			say_choices(&settings[i], &out);
	}
	if (out.len == 0)
		say_settings(&out);
	snprintf(said, ROW_TEXT, "%s", out.data);
	buf_fini(&out);
	return ok;
}

const char *settings_name(size_t i)
{
	return i < SETTINGS ? settings[i].name : NULL;
}

const char *settings_choice(struct str name, size_t i)
{
	for (size_t k = 0; k < SETTINGS; k++) {
		if (str_is(name, settings[k].name))
			return settings[k].choice != NULL ? settings[k].choice(i) : NULL;
	}
	return NULL;
}
