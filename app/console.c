/* SPDX-License-Identifier: MIT */
/*
 * The console's loop: one poll over the terminal, signals and sockets; then
 * keys and replies go to the shell, its wishes to the world outside, and at
 * most one frame to the terminal, if something changed.
 */
#include "app/console_own.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "app/console_config.h"
#include "app/console_lines.h"
#include "app/layout.h"
#include "app/live.h"
#include "app/tutorial.h"
#include "base/clock.h"
#include "tui/term.h"
#include "views/link.h"

#define RATE_WINDOW (5 * SECOND)

static void measure_rate(struct console *c, int64_t now)
{
	uint64_t events = c->world.mesh->events;

	if (c->o.replay == NULL && link_loading(&c->world)) {
		/* what is read of before did not come lately */
		c->rate_at = 0;
		c->rate = -1;
	} else if (c->rate_at == 0 || events < c->rate_events) {
		c->rate_at = now;
		c->rate_events = events;
	} else if (now - c->rate_at >= RATE_WINDOW) {
		c->rate = (double)(events - c->rate_events) * (double)SECOND /
			(double)(now - c->rate_at);
		c->rate_at = now;
		c->rate_events = events;
	}
	c->world.rate = c->rate;
}

/* Once, when it is known which mesh it is. */
static void give_layout(struct console *c)
{
	struct buf text = { 0 };

	if (c->layout || c->o.replay != NULL || c->shell == NULL ||
		strcmp(c->world.name, "?") == 0)
		return;
	c->layout = true;
	if (layout_load(c->world.name, &text))
		shell_layout(c->shell, buf_view(&text));
	buf_fini(&text);
}

void console_world(struct console *c)
{
	int64_t now = clock_mono();
	time_t wall = time(NULL);
	struct tm local;

	c->world.tick = now;
	c->world.operator_name = c->o.operator_name;
	c->world.read_only = c->o.read_only;
	if (localtime_r(&wall, &local) != NULL)
		c->world.zone = local.tm_gmtoff * SECOND;
	if (c->o.tutorial != NULL) {
		tutorial_world(c->o.tutorial, now, &c->world);
	} else if (c->o.replay != NULL) {
		replay_world(c->o.replay, &c->world);
	} else {
		live_world(c->o.mirror, now, &c->world);
	}
	measure_rate(c, now);
	give_layout(c);
}

/* What the terminal sends to all that is in front is for the editor; with it we stop. */
static bool is_editors(uint32_t signo)
{
	if (signo == SIGTSTP)
		raise(SIGSTOP);
	return signo == SIGTSTP || signo == SIGCONT || signo == SIGINT;
}

static void read_signals(struct console *c)
{
	struct signalfd_siginfo s;

	while (read(c->signals, &s, sizeof(s)) == (ssize_t)sizeof(s)) {
		c->dirty = true;
		if (c->edit.pid != 0 && is_editors(s.ssi_signo))
			continue;
		switch (s.ssi_signo) {
		case SIGWINCH:
			term_resized();
			break;
		case SIGTSTP:
			term_suspend();
			break;
		case SIGCONT:
			term_resume();
			break;
		default:
			c->stop = c->ended = true;
		}
	}
}

static void follow_hub(struct console *c)
{
	c->dirty |= mirror_turn(c->o.mirror);
	console_take_replies(c);
	console_give_up(c);
	rewind_tick(&c->rewind, clock_mono());
}

/* Behind a visit the mesh is followed, and its bell rings. */
static void go_on_outside(struct console *c)
{
	if (c->o.mirror == NULL)
		return;
	follow_hub(c);
	console_world(c);
	shell_tick(c->shell, &c->world);
	console_fulfil(c);
}

static void turn(struct console *c)
{
	int64_t shell = shell_patience(c->shell, &c->world);

	mirror_wait(c->outer != NULL ? c->outer->o.mirror : c->o.mirror, term_fd(),
		c->signals, console_patience(c));
	read_signals(c);
	if (c->outer != NULL)
		go_on_outside(c->outer);
	if (c->o.mirror != NULL) {
		follow_hub(c);
	} else if (c->o.tutorial != NULL) {
		c->dirty |= tutorial_tick(c->o.tutorial, clock_mono());
	} else {
		c->dirty |= replay_tick(c->o.replay, clock_mono());
	}
	console_look_at_editor(c);
	console_read_keys(c);
	console_world(c);
	shell_tick(c->shell, &c->world);
	console_fulfil(c);
	console_say_digest(c);
	/* a clock or a countdown on the screen has moved on */
	if (shell >= 0 && clock_mono() >= c->next_frame)
		c->dirty = true;
	if (c->dirty && (console_has_news(c) || clock_mono() >= c->next_frame) &&
		!c->stop)
		console_draw(c);
}

static int block_signals(void)
{
	static const int taken[] = { SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP,
		SIGCONT };
	sigset_t set;

	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN); /* a limit on file sizes is an error of a write */
	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(taken) / sizeof(*taken); i++)
		sigaddset(&set, taken[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

static void crashed(int signo)
{
	term_crash();
	signal(signo, SIG_DFL);
	raise(signo);
}

static void catch_crashes(void)
{
	static const int fatal[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGQUIT };

	for (size_t i = 0; i < sizeof(fatal) / sizeof(*fatal); i++)
		signal(fatal[i], crashed);
}

void console_fini(struct console *c)
{
	console_forget_sent(c);
	if (c->record != NULL)
		fclose(c->record);
	edit_fini(&c->edit);
	ops_store_close(c->ops);
	shell_free(c->shell);
	surface_fini(&c->surface);
	buf_fini(&c->reply);
	buf_fini(&c->filters);
	buf_fini(&c->workspaces);
	rewind_end(&c->rewind);
	if (c->signals >= 0)
		close(c->signals);
}

static void begin_filter(struct console *c)
{
	struct buf line = { 0 };

	if (c->outer == NULL && c->o.args != NULL && given(c->o.args, OPT_WORKSPACE))
		buf_fmt(&line, "workspace %s", c->o.args->value[OPT_WORKSPACE]);
	else if (c->o.filter != NULL)
		buf_fmt(&line, "log %s", c->o.filter);
	if (line.len > 0)
		shell_command(c->shell, &c->world, buf_view(&line));
	buf_fini(&line);
}

void console_begin(struct console *c)
{
	int rows, cols;

	c->bell = c->dirty = true;
	c->rate = -1;
	c->shell = shell_new();
	shell_files(c->shell, lines_file, NULL);
	lines_recall(c->shell);
	term_size(&rows, &cols);
	surface_init(&c->surface, rows, cols);
	console_world(c);
	console_load_filters(c);
	if (c->outer == NULL)
		console_begin_ops(c);
	if (c->o.replay != NULL) {
		char odd[160];

		replay_oddities(c->o.replay, odd);
		if (odd[0] != '\0')
			shell_say(c->shell, &c->world, odd);
	}
	begin_filter(c);
	if (c->o.hello != NULL)
		shell_say(c->shell, &c->world, c->o.hello);
	if (c->o.args != NULL)
		console_configure(c);
}

void console_loop(struct console *c)
{
	console_draw(c);
	while (!c->stop) {
		turn(c);
		if (!c->stop && c->visit[0] != '\0')
			console_visit(c);
		if (!c->stop && c->outer == NULL)
			console_visit_rewind(c);
	}
}

/* libzmq takes as long to begin as the first frame does, which needs nothing of it. */
static bool connect_behind(struct console *c, struct err *e)
{
	if (c->o.mirror == NULL || mirror_is_begun(c->o.mirror))
		return true;
	console_paint(c);
	return mirror_connect(c->o.mirror, e);
}

enum status console_run(const struct console_options *o)
{
	struct term_options look = { .theme = o->theme, .glyphs = o->glyphs };
	struct console c = { .o = *o };
	struct err e;
	bool connected;

	if (!term_open(&look, &e)) {
		complain("%s", e.text);
		return REFUSED;
	}
	catch_crashes();
	c.signals = block_signals();
	console_begin(&c);
	if (o->mirror != NULL && lines_first_time())
		shell_welcome(c.shell, &c.world);
	connected = connect_behind(&c, &e);
	if (connected)
		console_loop(&c);
	term_close();
	if (!connected)
		complain("%s", e.text);
	console_fini(&c);
	return connected ? DONE : NO_HUB;
}

bool console_looks(const struct args *a, struct console_options *o)
{
	o->args = a;
	if (given(a, OPT_THEME) && !theme_named(str_of(a->value[OPT_THEME]), &o->theme)) {
		usage_error(a, "--theme: there is no \"%s\"", a->value[OPT_THEME]);
		return false;
	}
	if (given(a, OPT_GLYPHS) &&
		!glyphs_named(str_of(a->value[OPT_GLYPHS]), &o->glyphs)) {
		usage_error(a, "--glyphs: there is no \"%s\"", a->value[OPT_GLYPHS]);
		return false;
	}
	return true;
}
