/* SPDX-License-Identifier: MIT */
/*
 * The file of settings and keys: lines as behind `:`, of three commands. All of
 * it holds or nothing: half a keyboard is worse than the one in the manual.
 */
#include <stdio.h>

#include "base/text.h"
#include "views/settings.h"
#include "views/shell_own.h"

#define MOST_LINES 1000
#define MOST_SETS 12 /* they go out as wishes */
#define MOST_TOLD 20

/* What a file would make of what holds. */
struct source {
	struct keymap map;
	struct str set[MOST_SETS];
	size_t sets, lines, faults;
	const char *name;
	struct buf *told;
};

static void fault(struct source *f, const char *why)
{
	if (f->faults++ >= MOST_TOLD)
		return;
	buf_fmt(f->told, "%s:%zu: ", f->name, f->lines);
	text_clean(f->told, str_of(why));
	buf_char(f->told, '\n');
}

static void take_set(struct source *f, struct str arg)
{
	char said[ROW_TEXT];

	if (!settings_read(arg, said))
		fault(f, said);
	else if (f->sets == MOST_SETS)
		fault(f, "more settings than there are: one line for each");
	else
		f->set[f->sets++] = arg;
}

static void take_line(struct source *f, struct str line)
{
	char why[ROW_TEXT];

	while (line.n > 0 && (line.p[0] == ' ' || line.p[0] == '\t' || line.p[0] == ':'))
		line = str_skip(line, 1);
	while (line.n > 0 && (line.p[line.n - 1] == ' ' || line.p[line.n - 1] == '\r'))
		line.n--;
	if (line.n == 0 || line.p[0] == '#')
		return;
	if (text_has_controls(line) || !utf8_valid(line) || line.n > 300)
		fault(f,
			"no line of text: at most 300 bytes of UTF-8, no tabs or controls");
	else if (str_starts(line, "set "))
		take_set(f, str_skip(line, 4));
	else if (!str_starts(line, "map ") && !str_starts(line, "unmap "))
		fault(f, "a line is set, map or unmap, or begins with #");
	else if (!keymap_take(&f->map, shell_views, line, why))
		fault(f, why);
}

static void take_all(struct source *f, struct str text)
{
	while (text.n > 0 && f->lines < MOST_LINES) {
		const char *end = memchr(text.p, '\n', text.n);
		size_t n = end != NULL ? (size_t)(end - text.p) : text.n;

		f->lines++;
		take_line(f, (struct str){ text.p, n });
		text = str_skip(text, end != NULL ? n + 1 : n);
	}
	if (text.n > 0)
		fault(f, "more lines than 1000: the rest was not read");
}

size_t shell_source(struct shell *s, const struct world *outer, const char *name,
	struct str text, struct buf *told)
{
	struct world w = shell_world(s, outer);
	struct source f = { .map = s->map, .name = name, .told = told };

	take_all(&f, text);
	if (f.faults > MOST_TOLD)
		buf_fmt(told, "%s: and %zu more\n", name, f.faults - MOST_TOLD);
	if (f.faults > 0)
		return f.faults;
	s->map = f.map;
	for (size_t i = 0; i < f.sets; i++)
		shell_do(s, &w, ACTION_SET, f.set[i]);
	s->said[0] = '\0';
	return 0;
}

/* --- `:map`, `:unmap`, `:source` ---------------------------------------------- */

void shell_map(struct shell *s, const struct world *w, bool ends, struct str arg)
{
	char line[KEYMAP_LINE * 2], why[ROW_TEXT];

	if (arg.n == 0 && !ends) {
		help_topic(&s->help, STR("mapped"));
		return;
	}
	if (arg.n > KEYMAP_LINE + 40)
		arg.n = KEYMAP_LINE + 40;
	snprintf(line, sizeof(line), "%s %.*s", ends ? "unmap" : "map", STR_ARG(arg));
	if (!keymap_take(&s->map, shell_views, str_of(line), why))
		shell_tell(s, w, STYLE_WARNING, "%s", why);
	else
		shell_tell(s, w, STYLE_NORMAL, "%s: until this console ends", line);
}

void shell_want_source(struct shell *s, const struct world *w, struct str arg)
{
	struct wish *wish;

	if (arg.n == 0)
		shell_tell(s, w, STYLE_WARNING, "source takes a file");
	else if ((wish = shell_want(s, WISH_SOURCE)) != NULL)
		snprintf(wish->text, sizeof(wish->text), "%.*s",
			arg.n < 1000 ? (int)arg.n : 1000, arg.p);
}

/* --- what a key is here --------------------------------------------------------- */

/* While a text or a sheet takes keys they are what they are. */
static bool takes_itself(const struct shell *s)
{
	return s->sheet.phase != SHEET_CLOSED || s->input != INPUT_NONE || s->pasting ||
		(s->help.open && s->help.searching) || s->transform.open ||
		s->restore.open || s->ops_page.open || shell_list_is_open(s);
}

int shell_mapped(struct shell *s, const struct world *w, int key)
{
	const struct keymap_row *r;
	char name[KEYS_NAME_MAX];
	struct str keys;
	int own;

	if (s->map.n == 0 || takes_itself(s) ||
		(r = keymap_find(&s->map, s->screen, key)) == NULL)
		return key;
	keys = str_of(r->action != ACTION_NONE ? action_rows[r->action].keys : "");
	own = keys_next(&keys, NULL);
	if (own != K_NONE)
		return own;
	if (r->line[0] != '\0')
		shell_command(s, w, str_of(r->line));
	else
		shell_tell(s, w, STYLE_MUTED,
			"%s does nothing here: it was unmapped (:map)",
			keys_name(key, name));
	return K_NONE;
}
