/* SPDX-License-Identifier: MIT */
/* What the answer line says of a key that does nothing where it was pressed. */
#include <stdio.h>

#include "views/link.h"
#include "views/shell_own.h"

/* "Flow, Review and Dead": the screens of a row. */
static const char *screens_of(const struct action_row *r, char out[ROW_TEXT])
{
	int left = 0;
	size_t n = 0;

	for (int i = 0; i < SCREENS; i++)
		left += (r->screens & ON(i)) != 0;
	out[0] = '\0';
	for (int i = 0; i < SCREENS; i++) {
		if (!(r->screens & ON(i)))
			continue;
		left--;
		n += (size_t)snprintf(out + n, ROW_TEXT - n, "%s%s",
			shell_views[i]->title,
			left > 1           ? ", "
				: left > 0 ? " and "
					   : "");
	}
	return out;
}

void shell_say_needs(struct shell *s, const struct world *w, const struct action_row *r,
	const char *key)
{
	char screens[ROW_TEXT];

	if (!(r->modes & (w->replay != NULL ? IN_REPLAY : IN_LIVE)))
		shell_tell(s, w, STYLE_NORMAL, "%s (%s) is for %s", key, r->brief,
			w->replay != NULL ? "the live mesh: this is a recording"
					  : "a recording: seam replay FILE");
	else if (!(r->screens & ON(s->screen)))
		shell_tell(s, w, STYLE_NORMAL, "%s (%s) is for %s", key, r->brief,
			screens_of(r, screens));
	else
		shell_tell(s, w, STYLE_MUTED, "%s (%s) has nothing to do here", key,
			r->brief);
}

void shell_say_off(
	struct shell *s, const struct world *w, const char *what, const char *why)
{
	shell_tell(s, w, STYLE_WARNING, "%s is off: %s", what, why);
	s->said_off = true;
}

bool shell_is_barred(struct shell *s, const struct world *w, enum action a)
{
	const char *why = link_bars(w, a);

	if (why != NULL)
		shell_say_off(s, w, action_rows[a].brief, why);
	return why != NULL;
}

bool shell_is_off(struct shell *s, const struct world *w, enum action a)
{
	char why[LINK_TEXT];

	if (shell_is_barred(s, w, a))
		return true;
	if (!action_is_about_row(a))
		return false;
	if (link_why_not(w, why) != NULL)
		shell_say_off(s, w, action_rows[a].brief, why);
	else if (s->frozen)
		shell_tell(s, w, STYLE_WARNING, "%s is off: frozen, p thaws",
			action_rows[a].brief);
	else
		return false;
	return true;
}

static bool has_key(const struct action_row *r, int key)
{
	struct str script = str_of(r->keys != NULL ? r->keys : "");
	int k;

	while ((k = keys_next(&script, NULL)) != K_NONE) {
		if (k == key)
			return true;
	}
	return false;
}

/* The row of a key that is for another screen, or else for the other mode; NULL: none. */
static const struct action_row *row_elsewhere(const struct world *w, int key)
{
	unsigned mode = w->replay != NULL ? IN_REPLAY : IN_LIVE;
	const struct action_row *other = NULL;

	for (int a = ACTION_NONE + 1; a < ACTIONS; a++) {
		if (!has_key(&action_rows[a], key))
			continue;
		if (action_rows[a].modes & mode)
			return &action_rows[a];
		other = &action_rows[a];
	}
	return other;
}

/* "approve is A" for who forgot the capital. */
static bool is_forgotten(struct shell *s, const struct world *w, int key)
{
	static const struct {
		int key;
		enum action action;
	} forgotten[] = { { 'a', ACTION_APPROVE }, { 'r', ACTION_REJECT },
		{ 'b', ACTION_REQUEUE }, { 'x', ACTION_DISCARD } };
	char keys[KEYMAP_KEYS];

	for (size_t i = 0; i < sizeof(forgotten) / sizeof(*forgotten); i++) {
		const struct action_row *r = &action_rows[forgotten[i].action];

		if (forgotten[i].key != key || !(r->screens & ON(s->screen)))
			continue;
		if (shell_is_barred(s, w, forgotten[i].action))
			return true;
		shell_tell(s, w, STYLE_NORMAL, "%s is %s", r->brief,
			keymap_keys(&(struct key_names){ &s->map, s->screen,
					    w->replay != NULL },
				forgotten[i].action, keys));
		return true;
	}
	return false;
}

void shell_unknown_key(struct shell *s, const struct world *w, int key)
{
	const struct action_row *r = row_elsewhere(w, key);
	char name[KEYS_NAME_MAX];

	keys_name(key, name);
	if (is_forgotten(s, w, key))
		return;
	if (r == NULL)
		shell_tell(s, w, STYLE_MUTED, "%s does nothing here (? help)", name);
	else if (!action_is_about_row((enum action)(r - action_rows)) ||
		!shell_is_off(s, w, (enum action)(r - action_rows)))
		shell_say_needs(s, w, r, name);
}

/* A line that begins with what is not for who types it is dim, and says so behind it. */
void shell_draw_command(const struct shell *s, const struct world *w, struct surface *row)
{
	struct str line = prompt_text(&s->command);
	struct str word = { line.p, 0 };
	const char *why;

	while (word.n < line.n && line.p[word.n] != ' ')
		word.n++;
	why = link_bars(w, action_named(word));
	prompt_draw(&s->command, row, 0, why != NULL ? STYLE_MUTED : STYLE_NORMAL);
	if (why != NULL && surface_measure(row, line) + 5 + (int)strlen(why) < row->cols)
		surface_text(row, 0, surface_measure(row, line) + 4, TO_EDGE, STYLE_MUTED,
			str_of(why));
}
