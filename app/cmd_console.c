/* SPDX-License-Identifier: MIT */
/* `seam` and `seam replay`: the console on a hub, found or started, or on a recording. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/console.h"
#include "app/console_config.h"
#include "app/filtered.h"
#include "app/hub_process.h"
#include "app/keys.h"
#include "app/paths.h"
#include "app/shell_client.h"
#include "app/tutorial.h"
#include "base/clock.h"
#include "base/mem.h"

#define FIND_MS 1500

static bool answers(const char *url)
{
	struct client *c = client_open(url, NULL, NULL);
	bool yes = c != NULL && (client_reaches(c, FIND_MS) || client_refused(c) != NULL);

	client_close(c);
	return yes;
}

/* What the console was told that is the hub's to know. */
static void pass_on(const struct args *a, const char **out)
{
	static const struct {
		enum option option;
		const char *name;
	} passed[] = { { OPT_NAME, "--name" }, { OPT_EVENTS, "--events" },
		{ OPT_CONTROL, "--control" }, { OPT_FEED, "--feed" },
		{ OPT_JOURNAL, "--journal" }, { OPT_CONTRACTS, "--contracts" } };
	size_t n = 0;

	for (size_t i = 0; i < sizeof(passed) / sizeof(*passed); i++) {
		if (!given(a, passed[i].option))
			continue;
		out[n++] = passed[i].name;
		out[n++] = a->value[passed[i].option];
	}
	for (size_t i = 0; i < a->connects; i++) {
		out[n++] = "--connect";
		out[n++] = a->connect[i];
	}
	out[n] = NULL;
}

static bool start_hub(const struct args *a, struct hub_process *h)
{
	const char *arguments[2 * (MOST_CONNECTS + 8)];
	char *log = state_path("hub.log");
	struct err e;
	bool ok;

	for (char *p = log + 1; (p = strchr(p, '/')) != NULL; p++) {
		*p = '\0';
		mkdir(log, 0700);
		*p = '/';
	}
	pass_on(a, arguments);
	ok = hub_start(h, arguments, log, &e);
	if (!ok)
		complain("%s", e.text);
	free(log);
	return ok;
}

/* The hub outlives the console unless it is told not to. */
static void ask_about_hub(struct hub_process *h)
{
	char line[16] = "";

	printf("The hub that this console started (process %ld) goes on collecting and\n"
	       "firing fallbacks. Stop it? [y/N, then Enter] ",
		(long)h->pid);
	fflush(stdout);
	if (isatty(STDIN_FILENO) && fgets(line, sizeof(line), stdin) != NULL &&
		(line[0] == 'y' || line[0] == 'Y')) {
		hub_stop(h);
		puts("stopped.");
	} else {
		printf("It stays, at %s. `seam` finds it again; kill %ld ends it.\n",
			h->control, (long)h->pid);
	}
}

static enum status show(const struct args *a, const char *url)
{
	struct console_options o = { .operator_name = operator_name(a),
		.read_only = given(a, OPT_READ_ONLY) };
	struct keyfile key;
	enum status s;

	if (!console_looks(a, &o))
		return USAGE;
	if (key_of_client(a, url, &key) != DONE)
		return REFUSED;
	if (key.role == ROLE_AGENT) {
		keyfile_wipe(&key);
		return fail_with(a, REFUSED, "key",
			"this is an agent's key: the console needs an operator's or an "
			"observer's");
	}
	o.read_only |= key.role == ROLE_OBSERVER;
	o.mirror = mirror_new(url, &key); /* connects when the first frame is painted */
	keyfile_wipe(&key);
	s = console_run(&o);
	mirror_close(o.mirror);
	return s;
}

/* --control is about a hub that may have to be started, and goes before SEAM_HUB. */
static bool hub_is_named(const struct args *a)
{
	return given(a, OPT_HUB) ||
		(!given(a, OPT_CONTROL) && getenv("SEAM_HUB") != NULL);
}

enum status run_console(const struct args *a)
{
	struct hub_process hub = { 0 };
	bool named = hub_is_named(a);
	const char *url =
		given(a, OPT_CONTROL) && !named ? a->value[OPT_CONTROL] : hub_url(a);
	enum status s;

	if (given(a, OPT_CHECK_CONFIG))
		return config_check(a);
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		complain("the console needs a terminal; for scripts: seam ls, show, tail "
			 "(seam --help)");
		return USAGE;
	}
	if (!operator_fits(a)) /* before a hub is started for nothing */
		return USAGE;
	/* a hub that was named is waited for, not started */
	if (named)
		return show(a, url);
	if (strchr(url, '*') == NULL && answers(url))
		return show(a, url);
	if (!start_hub(a, &hub))
		return NO_HUB;
	s = show(a, hub.control);
	ask_about_hub(&hub);
	return s;
}

enum status run_replay(const struct args *a)
{
	struct console_options o = { .operator_name = "", .read_only = true };
	char message[160] = "";
	enum status s;
	struct err e;

	if (!console_looks(a, &o))
		return USAGE;
	o.filter = a->value[OPT_FILTER];
	if (!filter_is_understood(a, QUERY_EVENTS))
		return USAGE;
	o.replay = replay_open(a->operand[0], &e);
	if (o.replay == NULL) {
		complain("%s", e.text);
		return REFUSED;
	}
	if (given(a, OPT_AT))
		replay_act(o.replay, ACTION_GOTO, str_of(a->value[OPT_AT]), 0, message);
	if (given(a, OPT_SPEED) && !replay_speed(o.replay, atof(a->value[OPT_SPEED]))) {
		replay_close(o.replay);
		return usage_error(a, "--speed is a number from 1/1024 to 1024");
	}
	if (message[0] != '\0') {
		replay_close(o.replay);
		return usage_error(a, "--at: %s", message);
	}
	s = console_run(&o);
	replay_close(o.replay);
	return s;
}

enum status run_tutorial(const struct args *a)
{
	struct console_options o = { .operator_name = "you" };
	enum status s;

	if (!console_looks(a, &o))
		return USAGE;
	o.tutorial = tutorial_new(clock_mono());
	s = console_run(&o);
	tutorial_free(o.tutorial);
	return s;
}
