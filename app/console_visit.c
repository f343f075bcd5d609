/* SPDX-License-Identifier: MIT */
/* Another world in the same terminal, until one leaves it: a recording, a rewind, the
 * tutorial. */
#include "app/console_own.h"

#include <stdio.h>
#include <string.h>

#include "app/paths.h"
#include "app/place.h"
#include "app/tutorial.h"
#include "base/clock.h"
#include "tui/term.h"

/* Another world in the same terminal, until one leaves that. */
static void show_visit(struct console *outer, const struct console_options *o)
{
	struct console c = { .o = *o, .outer = outer, .signals = outer->signals };

	c.o.args = outer->o.args;
	c.o.operator_name = outer->o.operator_name;
	console_begin(&c);
	shell_set_mouse(c.shell, shell_has_mouse(outer->shell));
	console_loop(&c);
	outer->stop |= c.ended;
	outer->ended |= c.ended;
	c.signals = -1;
	console_fini(&c);
	term_drop_keys();
}

static void come_back(struct console *c, const char *said)
{
	char message[160];

	if (c->o.replay != NULL) /* no time has passed there */
		replay_act(c->o.replay, ACTION_NONE, (struct str){ 0 }, clock_mono(),
			message);
	console_world(c);
	shell_say(c->shell, &c->world, said);
	term_set_mouse(shell_has_mouse(c->shell));
	c->dirty = true;
}

/* "5m" is so long before its end; the other places of :goto are what they are. */
static void go_back_to(struct replay *r, const char *to, char message[160])
{
	char back[40];
	int64_t away;

	snprintf(back, sizeof(back), "-%s", to);
	replay_act(r, ACTION_GOTO,
		str_of(place_read_away(str_of(back), &away) ? back : to), clock_mono(),
		message);
}

/* `name`: of a rewind, that goes to `to`. */
static void visit_replay(
	struct console *c, const char *path, const char *name, const char *to)
{
	struct console_options o = { .read_only = true };
	char said[400], wrong[160] = "";
	struct err e;

	o.replay = replay_open(path, &e);
	if (o.replay == NULL) {
		shell_say(c->shell, &c->world, e.text);
		return;
	}
	if (name != NULL) /* what has just happened: from its end */
		replay_show_end(o.replay, name);
	if (name != NULL && to[0] != '\0')
		go_back_to(o.replay, to, wrong);
	snprintf(said, sizeof(said), "%.200s: :q goes back%s", name != NULL ? name : path,
		name != NULL ? " (to reject is R, there)" : "");
	if (wrong[0] != '\0')
		snprintf(said, sizeof(said), "%s; this is the end of it", wrong);
	o.hello = said;
	show_visit(c, &o);
	replay_close(o.replay);
	come_back(c, "back");
}

static void visit_tutorial(struct console *c)
{
	struct console_options o = { .tutorial = tutorial_new(clock_mono()) };

	show_visit(c, &o);
	tutorial_free(o.tutorial);
	come_back(c, "back from the tutorial: what was decided there went nowhere");
}

/* The console's part of a rewind: the events are asked for, and shown when they are here.
 */
void console_visit_rewind(struct console *c)
{
	char path[64], name[120];

	if (c->rewind.failed) {
		rewind_end(&c->rewind);
		shell_say(c->shell, &c->world,
			"the hub has not given its events: try again");
	}
	if (!shell_is_idle(c->shell) || !rewind_ready(&c->rewind, path))
		return;
	snprintf(name, sizeof(name), "%.60s, the newest %llu events", c->world.name,
		(unsigned long long)c->rewind.events);
	visit_replay(c, path, name, c->rewind_to);
	rewind_end(&c->rewind);
}

/* With or without the place that it goes to. */
static bool is_rewind(const char *what)
{
	return strcmp(what, "rewind") == 0 || strncmp(what, "rewind ", 7) == 0;
}

void console_visit(struct console *c)
{
	struct buf path = { 0 };
	char said[160] = "";

	if (c->outer != NULL)
		snprintf(said, sizeof(said), "one thing at a time: :q goes back first");
	else if (strcmp(c->visit, "tutorial") == 0)
		visit_tutorial(c);
	else if (is_rewind(c->visit)) {
		snprintf(c->rewind_to, sizeof(c->rewind_to), "%.30s",
			c->visit + strlen("rewind") + (c->visit[6] == ' '));
		rewind_begin(&c->rewind, c->o.mirror, said);
	} else {
		buf_fmt(&path, "%s%s", c->visit[0] == '~' ? home_path() : "",
			c->visit[0] == '~' ? c->visit + 1 : c->visit);
		visit_replay(c, path.data, NULL, "");
	}
	if (said[0] != '\0')
		shell_say(c->shell, &c->world, said);
	buf_fini(&path);
	c->visit[0] = '\0';
	c->dirty = true;
}
