/* SPDX-License-Identifier: MIT */
/* `seam demo`: the demo mesh with a console on it, or without a screen. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/console.h"
#include "app/demo_mesh.h"
#include "app/shell_client.h"
#include "base/clock.h"
#include "bus/client.h"
#include "bus/codec.h"
#include "bus/journal.h"
#include "bus/recording.h"

#define MOST_SPEED 1000
#define SLACK (15 * SECOND) /* for agents on a busy machine to end their part */
#define ANSWER_MS 5000
#define SETTLE (1200 * INT64_C(1000)) /* the hub tells of duplicates once a second */

/* --- the command line ------------------------------------------------------------- */

static bool read_seed(const struct args *a, struct demo_options *o)
{
	char *end;

	o->seed = value_or(a, OPT_SEED, "1");
	(void)strtoull(o->seed, &end, 10);
	if (o->seed[0] >= '0' && o->seed[0] <= '9' && *end == '\0')
		return true;
	usage_error(a, "--seed is a number from 0");
	return false;
}

static bool read_scene(const struct args *a, struct demo_options *o)
{
	o->scene = demo_scene_named(value_or(a, OPT_SCENE, "incident"));
	if (o->scene == NULL)
		usage_error(a, "there is no scene \"%s\"", a->value[OPT_SCENE]);
	return o->scene != NULL;
}

static bool read_speed(const struct args *a, struct demo_options *o)
{
	char *end;

	o->speed = strtod(value_or(a, OPT_SPEED, "1"), &end);
	if (*end == '\0' && o->speed >= 0.01 && o->speed <= MOST_SPEED)
		return true;
	usage_error(a, "--speed is a number from 0.01 to %d", MOST_SPEED);
	return false;
}

/* *seconds 0: with the console. */
static bool read_headless(const struct args *a, double *seconds, struct demo_options *o)
{
	char *end;

	*seconds = 0;
	if (!given(a, OPT_HEADLESS))
		return true;
	*seconds = strtod(a->value[OPT_HEADLESS], &end);
	if (*end != '\0' || end == a->value[OPT_HEADLESS] ||
		!(*seconds > 0 && *seconds <= 1e6)) {
		usage_error(a, "--headless is a number of seconds");
		return false;
	}
	o->until = (int64_t)(*seconds * o->speed * (double)SECOND);
	return true;
}

/* --- without a screen --------------------------------------------------------------- */

static void block_signals(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGTERM);
	sigaddset(set, SIGHUP);
	sigprocmask(SIG_BLOCK, set, NULL);
}

/*
 * The agents play so much of the story and then leave of themselves, so that
 * what they say does not hang on when they are stopped.
 */
static void await_end(struct demo_mesh *m, double seconds, const sigset_t *signals)
{
	const struct timespec slice = { 0, 50 * 1000 * 1000 };
	int64_t end = clock_mono() + (int64_t)(seconds * (double)SECOND) + SLACK;

	while (clock_mono() < end && demo_watch(m) > 0) {
		if (sigtimedwait(signals, NULL, &slice) > 0)
			return;
	}
	end = clock_mono() + SETTLE;
	while (clock_mono() < end && demo_watch(m) >= 0) {
		if (sigtimedwait(signals, NULL, &slice) > 0)
			return;
	}
}

static bool read_hubsequence(struct str reply, uint64_t *at)
{
	struct json j = { 0 };
	bool ok = json_read(&j, reply.p, reply.n, REPLY_DEPTH, NULL) &&
		sequence_read(&j, json_member(&j, 0, "hubsequence"), at);

	json_fini(&j);
	return ok;
}

/* `*at`: the hubsequence that they are of. */
static bool print_counters(const struct demo_mesh *m, uint64_t *at, struct err *e)
{
	struct client *c = client_open(m->hub.control, NULL, e);
	struct buf reply = { 0 };
	bool ok = c != NULL &&
		client_call(c, STR("\"op\":\"counters\""), &reply, ANSWER_MS, e);

	if (ok) {
		puts(reply.data);
		fflush(stdout);
		ok = read_hubsequence(buf_view(&reply), at);
	}
	client_close(c);
	buf_fini(&reply);
	return ok;
}

static enum status run_headless(
	struct demo_mesh *m, double seconds, const sigset_t *signals, uint64_t *at)
{
	struct err e;

	/* standard output is for the counters */
	fprintf(stderr, "seam: the demo's hub is at %s\n", m->hub.control);
	await_end(m, seconds, signals);
	demo_stop_agents(m);
	if (m->failed)
		complain("a process of the demo has failed; %s says more", m->log);
	if (print_counters(m, at, &e))
		return m->failed ? REFUSED : DONE;
	complain("%s", e.text);
	return NO_HUB;
}

/* --- with the console ----------------------------------------------------------------
 */

static enum status run_shown(struct demo_mesh *m, struct console_options *o)
{
	char hello[320];
	enum status s;
	struct err e;

	snprintf(hello, sizeof(hello), "from another shell: seam ls review --hub %s",
		m->hub.control);
	/* there it is also when the console has gone */
	fprintf(stderr, "seam: the demo's hub, %s\n", hello);
	o->hello = hello;
	o->mirror = mirror_open(m->hub.control, NULL, &e);
	if (o->mirror == NULL) {
		complain("%s", e.text);
		return NO_HUB;
	}
	s = console_run(o);
	mirror_close(o->mirror);
	demo_stop_agents(m);
	fprintf(stderr,
		"seam: the demo has ended, and its hub; what happened: seam export "
		"--journal %s\n",
		m->journal);
	return s;
}

/* --- the recording ---------------------------------------------------------------------
 */

struct recorder {
	struct recording_writer *writer;
	uint64_t until; /* hubsequence of the last */
	struct err err;
	bool ok;
};

static bool record_line(void *user, uint64_t hubsequence, struct str event)
{
	struct recorder *r = user;

	if (hubsequence > r->until)
		return false;
	r->ok = recording_write(r->writer, event, &r->err);
	return r->ok;
}

/* The journal of a hub that has ended, up to where its counters were printed. */
static bool record(const char *journal, uint64_t until, const char *path, struct err *e)
{
	struct journal *j = journal_open(journal, JOURNAL_READ, e);
	struct recorder r = { .until = until, .ok = true };
	bool ok;

	if (j == NULL)
		return false;
	r.writer = recording_create(path, e);
	ok = r.writer != NULL && journal_read(j, 0, UINT64_MAX, record_line, &r, e);
	if (ok && !r.ok) {
		*e = r.err;
		ok = false;
	}
	if (ok)
		ok = recording_finish(r.writer, e);
	else if (r.writer != NULL)
		recording_drop(r.writer);
	journal_close(j);
	return ok;
}

/* ----------------------------------------------------------------------------------------
 */

enum status run_demo(const struct args *a)
{
	struct demo_options o = { 0 };
	struct console_options look = { 0 };
	struct demo_mesh mesh = { 0 };
	enum status s = REFUSED;
	uint64_t until = UINT64_MAX;
	sigset_t signals;
	double seconds;
	struct err e;

	if (!read_seed(a, &o) || !read_scene(a, &o) || !read_speed(a, &o) ||
		!read_headless(a, &seconds, &o) || !console_looks(a, &look) ||
		!operator_fits(a))
		return USAGE;
	if (seconds == 0 && (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)))
		return usage_error(a,
			"the console needs a terminal; without one: "
			"--headless SECONDS");
	look.operator_name = operator_name(a);
	block_signals(&signals);
	if (!demo_start(&mesh, &o, &e))
		complain("%s", e.text);
	else if (seconds > 0)
		s = run_headless(&mesh, seconds, &signals, &until);
	else
		s = run_shown(&mesh, &look);
	demo_stop_agents(&mesh);
	demo_stop_hub(&mesh);
	if (given(a, OPT_RECORD) && mesh.journal != NULL &&
		!record(mesh.journal, until, a->value[OPT_RECORD], &e)) {
		complain("%s", e.text);
		s = REFUSED;
	}
	demo_fini(&mesh);
	return s;
}
