/* SPDX-License-Identifier: MIT */
#include "views/keymap.h"

#include <stdio.h>

#include "tui/keys.h"
#include "views/command.h"

#define EVERYWHERE ((1u << SCREENS) - 1)

static struct str next_word(struct str *rest)
{
	struct str word;
	size_t n = 0;

	while (rest->n > 0 && rest->p[0] == ' ')
		*rest = str_skip(*rest, 1);
	while (n < rest->n && rest->p[n] != ' ')
		n++;
	word = (struct str){ rest->p, n };
	*rest = str_skip(*rest, n);
	while (rest->n > 0 && rest->p[0] == ' ')
		*rest = str_skip(*rest, 1);
	while (rest->n > 0 && rest->p[rest->n - 1] == ' ')
		rest->n--;
	return word;
}

const struct keymap_row *keymap_find(const struct keymap *m, unsigned screen, int key)
{
	for (size_t i = m->n; i > 0; i--) {
		const struct keymap_row *r = &m->row[i - 1];

		if (r->key == key && (r->screens & ON(screen)))
			return r;
	}
	return NULL;
}

/* What a line is being made of, and what is wrong with it. */
struct reading {
	struct keymap *m;
	const struct view *const *views;
	struct keymap_row row;
	bool all;
	struct str screen, key;
	char *why;
};

#define SAY(r, ...) (snprintf((r)->why, ROW_TEXT, __VA_ARGS__), false)

static bool read_screen(struct reading *r)
{
	r->all = str_is(r->screen, "all");
	r->row.screens = r->all ? EVERYWHERE : 0;
	for (unsigned i = 0; i < SCREENS; i++) {
		if (r->views[i] != NULL && str_is(r->screen, r->views[i]->name))
			r->row.screens = ON(i);
	}
	if (r->row.screens != 0)
		return true;
	return SAY(r, "no screen \"%.*s\": one of now, flow, review ..., or all",
		(int)(r->screen.n < 20 ? r->screen.n : 20),
		r->screen.n > 0 ? r->screen.p : "");
}

/* The way out of wherever one is. */
static bool is_kept(int key)
{
	return key == K_ESC || key == ':' || key == K_CTRL('c') || key == K_CTRL('z');
}

static bool read_key(struct reading *r)
{
	r->row.key = keys_named(r->key);
	if (r->row.key == K_NONE ||
		(r->row.key >= K_PASTE_BEGIN && r->row.key < K_CTRL_BASE))
		return SAY(r,
			"no key \"%.*s\": a character, Space, Enter, Tab, PgUp, F1 to F12, C-x",
			(int)(r->key.n < 20 ? r->key.n : 20),
			r->key.n > 0 ? r->key.p : "");
	if (is_kept(r->row.key))
		return SAY(r, "%.*s stays what it is: it is a way out", STR_ARG(r->key));
	return true;
}

/* Those of the screens that a row of the table holds on. */
static bool narrow(struct reading *r, const struct action_row *row)
{
	unsigned here = r->row.screens & row->screens;

	if (here == 0 || (!r->all && here != r->row.screens))
		return SAY(r, "%s does nothing on %.*s: name another screen, or all",
			row->name, STR_ARG(r->screen));
	r->row.screens = here;
	return true;
}

static bool may_act(struct reading *r, const struct action_row *row, struct str arg)
{
	int key = r->row.key;

	if (arg.n > 0)
		return SAY(r, "%s takes nothing behind it here", row->name);
	if (key == 'y' || (key >= '0' && key <= '9'))
		return SAY(r,
			"%.*s confirms what a capital opens, and one key cannot do both: "
			"%s needs a capital letter",
			STR_ARG(r->key), row->name);
	if (key < 'A' || key > 'Z')
		return SAY(r, "%s acts, so it needs a capital letter: %.*s is none",
			row->name, STR_ARG(r->key));
	return true;
}

static bool read_line(struct reading *r, struct str line)
{
	struct str rest = line, word = next_word(&rest);
	enum action a = action_named(word);
	struct command c;

	if (line.n == 0)
		return SAY(r, "map takes a screen or all, a key, and a command");
	if (line.n >= KEYMAP_LINE)
		return SAY(r, "a key stands for at most %d bytes", KEYMAP_LINE - 1);
	snprintf(r->row.line, sizeof(r->row.line), "%.*s", STR_ARG(line));
	if (a != ACTION_NONE && action_rows[a].acts && !may_act(r, &action_rows[a], rest))
		return false;
	if (a == ACTION_MAP || a == ACTION_UNMAP || a == ACTION_SOURCE)
		return SAY(r, "no key may map keys");
	r->row.action = a != ACTION_NONE && rest.n == 0 ? a : ACTION_NONE;
	if (a != ACTION_NONE)
		return narrow(r, &action_rows[a]);
	command_read(line, r->views, false, &c);
	return c.action != ACTION_NONE || SAY(r, "%s", c.why);
}

/* What a key does on a screen, for a sentence; NULL: nothing. */
static const char *done_by(
	const struct keymap *m, unsigned screen, int key, unsigned modes)
{
	const struct keymap_row *r = keymap_find(m, screen, key);
	enum action a = ACTION_NONE;

	if (r != NULL)
		return r->line[0] != '\0' ? r->line : NULL;
	if (modes & IN_LIVE)
		a = action_of_key(key, screen, false);
	if (a == ACTION_NONE && (modes & IN_REPLAY))
		a = action_of_key(key, screen, true);
	if (a == ACTION_NONE)
		return NULL;
	return action_rows[a].name != NULL ? action_rows[a].name : action_rows[a].brief;
}

static bool is_free(struct reading *r)
{
	unsigned modes =
		r->row.action != ACTION_NONE ? action_rows[r->row.action].modes : IN_BOTH;

	for (unsigned i = 0; i < SCREENS; i++) {
		const char *done = r->row.screens & ON(i)
			? done_by(r->m, i, r->row.key, modes)
			: NULL;

		if (done != NULL && strcmp(done, r->row.line) != 0)
			return SAY(r, "%.*s is %s on %s: first unmap %.*s %.*s",
				STR_ARG(r->key), done, r->views[i]->name,
				STR_ARG(r->screen), STR_ARG(r->key));
	}
	return true;
}

/* Those of the screens where there is something to take away. */
static bool has_something(struct reading *r)
{
	for (unsigned i = 0; i < SCREENS; i++) {
		if (done_by(r->m, i, r->row.key, IN_BOTH) == NULL)
			r->row.screens &= ~ON(i);
	}
	return r->row.screens != 0 ||
		SAY(r, "%.*s does nothing on %.*s", STR_ARG(r->key), STR_ARG(r->screen));
}

bool keymap_take(struct keymap *m, const struct view *const *views, struct str line,
	char why[ROW_TEXT])
{
	struct reading r = { .m = m, .views = views, .why = why };
	struct str rest = line, verb = next_word(&rest);
	bool ok;

	why[0] = '\0';
	r.screen = next_word(&rest);
	r.key = next_word(&rest);
	ok = read_screen(&r) && read_key(&r);
	if (ok && str_is(verb, "unmap"))
		ok = rest.n > 0 ? SAY(&r, "unmap takes a screen or all, and a key")
				: has_something(&r);
	else if (ok)
		ok = read_line(&r, rest) && is_free(&r);
	if (ok && m->n == KEYMAP_MOST)
		ok = SAY(&r, "at most %d keys are mapped", KEYMAP_MOST);
	if (ok)
		m->row[m->n++] = r.row;
	return ok;
}

/* --- what they are called ---------------------------------------------------- */

static void add_key(char out[KEYMAP_KEYS], struct str name)
{
	size_t n = strlen(out);

	if (n + name.n + 2 > KEYMAP_KEYS)
		return;
	snprintf(out + n, KEYMAP_KEYS - n, "%s%.*s", n > 0 ? " " : "", STR_ARG(name));
}

const char *keymap_keys(
	const struct key_names *names, enum action a, char out[KEYMAP_KEYS])
{
	struct str script = str_of(action_rows[a].keys), name;
	const struct keymap *m = names != NULL ? names->map : NULL;
	char text[KEYS_NAME_MAX];
	int key;

	out[0] = '\0';
	for (size_t i = 0; m != NULL && i < m->n; i++) {
		const struct keymap_row *r = &m->row[i];

		if (r->action == a && a != ACTION_NONE &&
			(r->screens & ON(names->screen)) &&
			keymap_find(m, names->screen, r->key) == r)
			add_key(out, str_of(keys_name(r->key, text)));
	}
	while ((key = keys_next(&script, &name)) != K_NONE) {
		if (m == NULL || keymap_find(m, names->screen, key) == NULL)
			add_key(out, name);
	}
	return out;
}

/* The first key in force of what `key` does by itself; "-" where none does it. */
static void add_shown(
	const struct key_names *names, struct str name, int key, char out[KEYMAP_KEYS])
{
	enum action a = action_of_key(key, names->screen, names->replay);
	char keys[KEYMAP_KEYS];
	struct str rest;

	if (key == K_UNKNOWN || a == ACTION_NONE ||
		keymap_find(names->map, names->screen, key) == NULL) {
		add_key(out, name);
		return;
	}
	rest = str_of(keymap_keys(names, a, keys));
	keys_next(&rest, &name);
	add_key(out, name.n > 0 ? name : STR("-"));
}

const char *keymap_shown(
	const struct key_names *names, const char *keys, char out[KEYMAP_KEYS])
{
	struct str script = str_of(keys), name;
	int key;

	if (names == NULL || names->map->n == 0)
		return keys;
	out[0] = '\0';
	while ((key = keys_next(&script, &name)) != K_NONE)
		add_shown(names, name, key, out);
	return out;
}

void keymap_write(
	const struct keymap *m, const struct view *const *views, struct buf *out)
{
	char key[KEYS_NAME_MAX];

	for (size_t i = 0; i < m->n; i++) {
		const struct keymap_row *r = &m->row[i];
		bool all = true;

		for (unsigned s = 0; s < SCREENS; s++)
			all &= (r->screens & ON(s)) != 0;
		for (unsigned s = 0; s < SCREENS; s++) {
			if (!(r->screens & ON(s)) || (all && s > 0))
				continue;
			buf_fmt(out, "%s %s %s%s%s\n",
				r->line[0] != '\0' ? "map" : "unmap",
				all ? "all" : views[s]->name, keys_name(r->key, key),
				r->line[0] != '\0' ? " " : "", r->line);
		}
	}
}
