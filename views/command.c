/* SPDX-License-Identifier: MIT */
#include "views/command.h"

#include <stdio.h>

#include "base/text.h"
#include "views/settings.h"

/* Other names that hands know. */
static const struct {
	const char *name, *stands_for;
} aliases[] = {
	{ "q", "quit" },
	{ "q!", "quit" },
	{ "gaps", "log gap" },
	{ "bad", "log quarantined" },
};

static struct str trim(struct str s)
{
	while (s.n > 0 && s.p[0] == ' ')
		s = str_skip(s, 1);
	while (s.n > 0 && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

static struct str word_of(struct str s)
{
	const char *blank = s.n > 0 ? memchr(s.p, ' ', s.n) : NULL;

	return (struct str){ s.p, blank != NULL ? (size_t)(blank - s.p) : s.n };
}

static struct str alias_of(struct str line)
{
	for (size_t i = 0; i < sizeof(aliases) / sizeof(*aliases); i++) {
		if (str_is(line, aliases[i].name))
			return str_of(aliases[i].stands_for);
	}
	return line;
}

/* Whether `arg` is one of "id|edge|row"; true where the choices are not words. */
static bool is_choice(const char *choices, struct str arg)
{
	if (strchr(choices, '|') == NULL || choices[0] < 'a' || choices[0] > 'z')
		return true;
	while (*choices != '\0') {
		struct str one = { choices, strcspn(choices, "|") };

		if (str_eq(one, arg))
			return true;
		choices += one.n + (choices[one.n] == '|');
	}
	return false;
}

static void check(struct command *c, bool replay)
{
	const struct action_row *r = &action_rows[c->action];
	char key[16];

	if (r->acts)
		snprintf(c->why, sizeof(c->why), "%s is %s: a command cannot decide",
			r->name, action_key(c->action, key));
	else if (!(r->modes & (replay ? IN_REPLAY : IN_LIVE)))
		snprintf(c->why, sizeof(c->why), "%s: only %s", r->name,
			replay ? "live, this is a recording"
			       : "in a recording (seam replay FILE)");
	else if (r->arg == NULL && c->arg.n > 0)
		snprintf(c->why, sizeof(c->why), "%s takes no argument", r->name);
	else if (c->arg.n > 0 && !is_choice(r->arg, c->arg))
		snprintf(c->why, sizeof(c->why), "%s takes %s", r->name, r->arg);
	if (c->why[0] != '\0')
		c->action = ACTION_NONE;
}

/* How many letters are to be put in, left out, changed or swapped with the next. */
static unsigned distance(struct str a, const char *b)
{
	unsigned row[3][24], *last = row[0], *above = row[1], *now = row[2], *spare;
	size_t n = strlen(b);

	for (size_t k = 0; k <= n; k++)
		above[k] = (unsigned)k;
	memset(last, 0, sizeof(row[0]));
	for (size_t i = 1; i <= a.n; i++) {
		now[0] = (unsigned)i;
		for (size_t k = 1; k <= n; k++) {
			unsigned least = above[k - 1] + (a.p[i - 1] != b[k - 1]);

			least = above[k] + 1 < least ? above[k] + 1 : least;
			least = now[k - 1] + 1 < least ? now[k - 1] + 1 : least;
			if (i > 1 && k > 1 && a.p[i - 1] == b[k - 2] &&
				a.p[i - 2] == b[k - 1] && last[k - 2] + 1 < least)
				least = last[k - 2] + 1;
			now[k] = least;
		}
		spare = last;
		last = above;
		above = now;
		now = spare;
	}
	return above[n];
}

/* The name that is meant perhaps; NULL. */
static const char *near_name(const struct view *const *views, struct str word)
{
	unsigned best = word.n > 5 ? 3 : word.n > 2 ? 2 : 1;
	const char *found = NULL;

	if (word.n == 0 || word.n > 20)
		return NULL;
	for (int i = 0; i < SCREENS + ACTIONS; i++) {
		const char *name =
			i < SCREENS ? views[i]->name : action_rows[i - SCREENS].name;
		unsigned far;

		if (name == NULL || strlen(name) > 22)
			continue;
		far = distance(word, name);
		if (far < best) {
			best = far;
			found = name;
		}
	}
	return found;
}

static void say_unknown(
	struct command *out, const struct view *const *views, struct str word)
{
	const char *near = near_name(views, word);
	int n = word.n < 40 ? (int)word.n : 40;

	for (size_t i = 0; word.n > 0 && settings_name(i) != NULL; i++) {
		if (!str_is(word, settings_name(i)))
			continue;
		snprintf(out->why, sizeof(out->why), "%.*s is an option: set %.*s VALUE",
			n, word.p, n, word.p);
		return;
	}
	snprintf(out->why, sizeof(out->why), "no command \"%.*s\"%s%s (? lists them)", n,
		word.p != NULL ? word.p : "", near != NULL ? ": perhaps " : "",
		near != NULL ? near : "");
}

void command_read(struct str line, const struct view *const *views, bool replay,
	struct command *out)
{
	struct str word;

	*out = (struct command){ .action = ACTION_NONE, .screen = -1 };
	line = alias_of(trim(line));
	word = word_of(line);
	out->arg = trim(str_skip(line, word.n));
	for (int i = 0; i < SCREENS; i++) {
		if (views[i]->name != NULL && str_is(word, views[i]->name)) {
			out->action = ACTION_SCREEN;
			out->screen = i;
			return;
		}
	}
	out->action = out->named = action_named(word);
	if (out->action == ACTION_NONE)
		say_unknown(out, views, word);
	else
		check(out, replay);
}

static bool candidate(const struct view *const *views, unsigned i, struct str before,
	const char **name, bool *arg)
{
	const struct action_row *r;

	*arg = false;
	if (i < SCREENS) {
		*name = views[i]->name;
	} else {
		r = &action_rows[i - SCREENS];
		*name = r->acts ? NULL : r->name;
		*arg = r->arg != NULL;
	}
	return *name != NULL && strlen(*name) >= before.n &&
		memcmp(*name, before.p, before.n) == 0;
}

bool command_complete(void *arg, struct str before, unsigned nth, struct buf *out)
{
	static const char empty[] = "";
	const char *name;
	bool has_arg;

	if (before.p == NULL)
		before.p = empty;
	for (unsigned i = 0; i < SCREENS + ACTIONS; i++) {
		if (!candidate(arg, i, before, &name, &has_arg) || nth-- > 0)
			continue;
		buf_str(out, name);
		if (has_arg)
			buf_char(out, ' ');
		return true;
	}
	return false;
}
