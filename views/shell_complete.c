/* SPDX-License-Identifier: MIT */
/*
 * Tab behind `:`: a name of the tables, then what may stand behind it, and what
 * is kept of the lines that were typed. Nothing here walks what may be millions:
 * of handoffs and incidents only the first or newest few are offered.
 */
#include <stdio.h>
#include <strings.h>

#include "base/text.h"
#include "views/settings.h"
#include "views/shell_own.h"
#include "views/workspace.h"

#define MOST_NAMES 100000 /* agents and edges that are looked at */
#define MOST_IDS 256      /* handoffs, incidents */

/* The words so far, and which of the ways is asked for. */
struct ways {
	struct str head;  /* with the blank behind it */
	struct str typed; /* the word that is to be completed */
	unsigned nth;
	bool found;
	struct buf *out;
};

static void offer(struct ways *y, struct str name, const char *behind)
{
	if (y->found || name.n < y->typed.n || text_has_controls(name) ||
		(y->typed.n > 0 && memcmp(name.p, y->typed.p, y->typed.n) != 0) ||
		y->nth-- > 0)
		return;
	buf_slice(y->out, y->head);
	buf_slice(y->out, name);
	buf_str(y->out, behind);
	y->found = true;
}

/* "id|edge|row" */
static void offer_choices(struct ways *y, const char *choices)
{
	while (*choices != '\0') {
		struct str one = { choices, strcspn(choices, "|") };

		offer(y, one, "");
		choices += one.n + (choices[one.n] == '|');
	}
}

static void offer_agents(struct ways *y, const struct mesh *m, const char *behind)
{
	for (uint32_t i = 0; i < m->agents && i < MOST_NAMES && !y->found; i++)
		offer(y, str_of(m->agent[i].name), behind);
}

static void offer_edges(struct ways *y, const struct mesh *m, const char *behind)
{
	char name[ROW_TEXT];

	for (uint32_t i = 0; i < m->edges && i < MOST_NAMES && !y->found; i++) {
		snprintf(name, sizeof(name), "%s>%s", m->agent[m->edge[i].from].name,
			m->agent[m->edge[i].to].name);
		offer(y, str_of(name), behind);
	}
}

static void offer_order(struct ways *y, const struct mesh *m, const struct order *o)
{
	struct order_item item;

	for (size_t i = 0; i < MOST_IDS && order_at(o, i, &item); i++) {
		const struct handoff *h = handoff_at(m, item.id);

		if (h != NULL)
			offer(y, str_of(h->id), "");
	}
}

/* Those of what waits and of what is dead: others are not many, or not needed now. */
static void offer_incidents(struct ways *y, const struct mesh *m, const struct order *o)
{
	uint32_t told[MOST_IDS], n = 0;
	struct order_item item;

	for (size_t i = 0; i < MOST_IDS && order_at(o, i, &item); i++) {
		const struct handoff *h = handoff_at(m, item.id);
		const struct incident *in = h != NULL && h->incident != NONE
			? incident_at(m, h->incident)
			: NULL;
		bool again = false;

		for (uint32_t k = 0; k < n && in != NULL; k++)
			again |= told[k] == h->incident;
		if (in == NULL || again)
			continue;
		told[n++] = h->incident;
		offer(y, str_of(in->id), "");
	}
}

static void offer_screens(struct ways *y)
{
	offer(y, STR("all"), " ");
	for (int i = 0; i < SCREENS; i++)
		offer(y, str_of(shell_views[i]->name), " ");
}

static void offer_files(struct ways *y, const struct shell *s)
{
	struct buf path = { 0 };

	if (s->files != NULL && s->files(s->files_arg, y->typed, y->nth, &path)) {
		y->nth = 0;
		offer(y, buf_view(&path), "");
	}
	buf_fini(&path);
}

static void offer_commands(struct ways *y)
{
	for (int a = ACTION_NONE + 1; a < ACTIONS; a++) {
		if (action_rows[a].name != NULL)
			offer(y, str_of(action_rows[a].name), "");
	}
}

/* The words that stand before the one that is typed. */
struct said_words {
	struct str word[3];
	size_t n;
};

static struct said_words split(struct str head)
{
	struct said_words w = { .n = 0 };

	while (head.n > 0) {
		size_t n = 0;

		while (n < head.n && head.p[n] != ' ')
			n++;
		if (n > 0) {
			if (w.n < 3)
				w.word[w.n] = (struct str){ head.p, n };
			w.n++;
		}
		head = str_skip(head, n < head.n ? n + 1 : n);
	}
	return w;
}

static void offer_muted(struct ways *y, const struct mesh *m, const struct said_words *w)
{
	const char *behind = str_is(w->word[0], "mute") ? " 30m" : "";

	if (w->n == 1) {
		offer(y, STR("edge"), " ");
		offer(y, STR("agent"), " ");
	} else if (w->n == 2 && str_is(w->word[1], "edge")) {
		offer_edges(y, m, behind);
	} else if (w->n == 2 && str_is(w->word[1], "agent")) {
		offer_agents(y, m, behind);
	}
}

static void offer_mapped(struct ways *y, const struct said_words *w)
{
	if (w->n == 1)
		offer_screens(y);
	else if (w->n == 3 && str_is(w->word[0], "map"))
		offer_commands(y);
}

static void offer_handoffs(struct ways *y, const struct shell *s)
{
	const struct mesh *m = s->last.mesh;

	if (y->typed.n > 0 && strchr("/.~", y->typed.p[0]) != NULL) {
		offer_files(y, s);
		return;
	}
	offer_order(y, m, &m->review);
	offer_order(y, m, &m->dead);
}

/* What a filter may look for. */
static void offer_found(struct ways *y, const struct mesh *m)
{
	offer_agents(y, m, "");
	offer_edges(y, m, "");
	offer_incidents(y, m, &m->review);
	offer_incidents(y, m, &m->dead);
}

static void offer_setting(struct ways *y, const struct said_words *w)
{
	const char *name;

	for (size_t i = 0; w->n == 1 && (name = settings_name(i)) != NULL; i++)
		offer(y, str_of(name), " ");
	for (size_t i = 0; w->n == 2 && (name = settings_choice(w->word[1], i)) != NULL;
		i++)
		offer(y, str_of(name), "");
}

static void offer_topics(struct ways *y)
{
	for (const struct topic *t = topics; t->name != NULL; t++)
		offer(y, str_of(t->name), "");
}

static void offer_split(struct ways *y, const struct shell *s, const struct said_words *w)
{
	for (int i = 0; w->n == 1 && i < SCREENS; i++)
		offer(y, str_of(shell_views[i]->name), "");
	if (w->n > 1)
		offer_found(y, s->last.mesh);
}

static void offer_workspaces(
	struct ways *y, const struct shell *s, const struct said_words *w)
{
	const struct workspaces *all = s->workspaces;

	if (w->n == 1) {
		offer(y, STR("save"), " ");
		offer(y, STR("forget"), " ");
	}
	for (size_t i = 0; all != NULL && w->n < 3 && i < all->n; i++)
		offer(y, str_of(all->one[i].name), "");
}

static bool is_screen(struct str word)
{
	for (int i = 0; i < SCREENS; i++) {
		if (str_is(word, shell_views[i]->name))
			return true;
	}
	return false;
}

static void offer_argument(
	struct ways *y, const struct shell *s, const struct said_words *w)
{
	enum action a = action_named(w->word[0]);

	if (is_screen(w->word[0]) || a == ACTION_FILTER)
		offer_found(y, s->last.mesh);
	else if (a == ACTION_SET)
		offer_setting(y, w);
	else if (a == ACTION_MUTE || a == ACTION_UNMUTE)
		offer_muted(y, s->last.mesh, w);
	else if (a == ACTION_MAP || a == ACTION_UNMAP)
		offer_mapped(y, w);
	else if (a == ACTION_SOURCE)
		offer_files(y, s);
	else if (a == ACTION_OPEN)
		offer_handoffs(y, s);
	else if (a == ACTION_HELP)
		offer_topics(y);
	else if (a == ACTION_SPLIT || a == ACTION_VSPLIT)
		offer_split(y, s, w);
	else if (a == ACTION_WORKSPACE)
		offer_workspaces(y, s, w);
	else if (action_rows[a].arg != NULL && w->n == 1 &&
		strchr(action_rows[a].arg, '|') != NULL && action_rows[a].arg[0] >= 'a')
		offer_choices(y, action_rows[a].arg);
}

bool shell_complete(void *arg, struct str before, unsigned nth, struct buf *out)
{
	const struct shell *s = arg;
	struct ways y = { .nth = nth, .out = out };
	struct said_words words;
	size_t head = before.n;

	while (head > 0 && before.p[head - 1] != ' ')
		head--;
	y.head = (struct str){ before.p, head };
	y.typed = str_skip(before, head);
	words = split(y.head);
	if (words.n == 0)
		return command_complete((void *)(uintptr_t)shell_views, before, nth, out);
	if (s->last.mesh != NULL)
		offer_argument(&y, s, &words);
	return y.found;
}

void shell_files(struct shell *s,
	bool (*files)(void *arg, struct str begin, unsigned nth, struct buf *out),
	void *arg)
{
	s->files = files;
	s->files_arg = arg;
}

/* --- history ---------------------------------------------------------------- */

/* Better to keep a line too few. */
static bool looks_secret(struct str line)
{
	static const char *const words[] = { "password", "passwd", "secret", "token",
		"apikey", "api_key", "api-key", "bearer", "credential" };

	for (size_t i = 0; i < line.n; i++) {
		for (size_t k = 0; k < sizeof(words) / sizeof(*words); k++) {
			size_t n = strlen(words[k]);

			if (n <= line.n - i && strncasecmp(line.p + i, words[k], n) == 0)
				return true;
		}
	}
	return line.n == 0 || line.p[0] == ' ';
}

void shell_remember(struct shell *s)
{
	struct str line = prompt_text(&s->command);
	struct wish *wish;

	prompt_remember(&s->command);
	if (looks_secret(line) || (wish = shell_want(s, WISH_HISTORY)) == NULL)
		return;
	snprintf(wish->text, sizeof(wish->text), "%.*s", STR_ARG(line));
}

void shell_recall(struct shell *s, struct str line)
{
	if (utf8_valid(line) && !text_has_controls(line))
		prompt_recall(&s->command, line);
}
