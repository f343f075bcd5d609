/* SPDX-License-Identifier: MIT */
#include "app/demo_mesh.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/paths.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"

#define HEAD_START (600 * INT64_C(1000)) /* until all agents are connected */
#define STOP_MS 4000

/* --- files ---------------------------------------------------------------------- */

/* "PID.journal", "PID.journal-wal", "PID.log" ... of a process that is gone. */
static bool is_left_over(const char *name)
{
	char *end;
	long pid = strtol(name, &end, 10);

	return isdigit((unsigned char)name[0]) && pid > 0 &&
		(strncmp(end, ".journal", 8) == 0 || strcmp(end, ".log") == 0) &&
		(pid == getpid() || (kill((pid_t)pid, 0) < 0 && errno == ESRCH));
}

static void wipe(const char *folder)
{
	DIR *d = opendir(folder);
	const struct dirent *f;

	if (d == NULL)
		return;
	while ((f = readdir(d)) != NULL) {
		if (is_left_over(f->d_name))
			unlinkat(dirfd(d), f->d_name, 0);
	}
	closedir(d);
}

static void name_files(struct demo_mesh *m)
{
	char *folder = state_path("demo/");
	struct buf path = { 0 };

	make_folders(folder);
	wipe(folder);
	buf_fmt(&path, "%s%ld.journal", folder, (long)getpid());
	m->journal = buf_steal(&path);
	buf_fmt(&path, "%s%ld.log", folder, (long)getpid());
	m->log = buf_steal(&path);
	free(folder);
}

/* --- processes -------------------------------------------------------------------- */

static bool start_hub(struct demo_mesh *m, const struct demo_options *o, struct err *e)
{
	char rate[32], *contracts = share_path("contracts");
	const char *any = "tcp://127.0.0.1:*";
	const char *arguments[] = { "--name", "demo", "--journal", m->journal, "--events",
		any, "--control", any, "--feed", any, "--clock-rate", rate, "--grace",
		"1s", "--contracts", contracts, NULL };
	bool ok;

	if (contracts == NULL)
		return err_set(e,
			"the demo's contracts are not there; "
			"`make install` puts them where seam looks");
	snprintf(rate, sizeof(rate), "%.17g", o->speed);
	m->hub.tied = true;
	ok = hub_start(&m->hub, arguments, m->log, e);
	free(contracts);
	return ok;
}

/* In the child: becomes the agent, or ends. */
static void become(const char *const *arguments, const char *log, pid_t starter)
{
	int out = open(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
	int in = open("/dev/null", O_RDONLY);
	sigset_t none;

	process_tie(starter);
	setsid();
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	dup2(in, 0);
	dup2(out, 1);
	dup2(out, 2);
	execv(arguments[0], (char *const *)arguments);
	_exit(127);
}

static bool start_agent(struct demo_mesh *m, const struct demo_options *o, int who,
	const char *const times[3], struct err *e)
{
	char speed[32], *own = own_path();
	const char *arguments[] = { own, "demo-agent", "--scene", o->scene->name,
		"--seed", o->seed, "--speed", speed, "--control", m->hub.control,
		"--feed", m->hub.feed, "--events", m->hub.events, demo_agents[who].name,
		times[0], times[1], times[2], NULL };
	pid_t starter = getpid();

	snprintf(speed, sizeof(speed), "%.17g", o->speed);
	m->agent[who] = fork();
	if (m->agent[who] == 0)
		become(arguments, m->log, starter);
	free(own);
	if (m->agent[who] > 0)
		return true;
	m->agent[who] = 0;
	return err_set(e, "cannot start a process: %s", strerror(errno));
}

/* All agents share one beginning, on the clock that does not jump. */
static bool start_agents(struct demo_mesh *m, const struct demo_options *o, struct err *e)
{
	char start[24], wall[24], until[24];
	const char *const times[3] = { start, wall, until };

	snprintf(start, sizeof(start), "%lld", (long long)(clock_boot() + HEAD_START));
	snprintf(wall, sizeof(wall), "%lld",
		(long long)(clock_wall() + (int64_t)((double)HEAD_START * o->speed)));
	snprintf(until, sizeof(until), "%lld", (long long)o->until);
	for (int who = 0; who < DEMO_AGENTS; who++) {
		if (!start_agent(m, o, who, times, e))
			return false;
	}
	return true;
}

bool demo_start(struct demo_mesh *m, const struct demo_options *o, struct err *e)
{
	name_files(m);
	return start_hub(m, o, e) && start_agents(m, o, e);
}

/* True once the process is gone; *bad if it was not well. */
static bool has_ended(pid_t pid, bool *bad)
{
	int status;

	if (waitpid(pid, &status, WNOHANG) != pid)
		return false;
	*bad |= !WIFEXITED(status) || WEXITSTATUS(status) != 0;
	return true;
}

int demo_watch(struct demo_mesh *m)
{
	int running = 0;

	for (int who = 0; who < DEMO_AGENTS; who++) {
		if (m->agent[who] != 0 && has_ended(m->agent[who], &m->failed))
			m->agent[who] = 0;
		running += m->agent[who] != 0;
	}
	if (m->hub.pid != 0 && has_ended(m->hub.pid, &m->failed)) {
		m->hub.pid = 0;
		m->failed = true;
	}
	return m->hub.pid != 0 ? running : -1;
}

static void signal_agents(const struct demo_mesh *m, int signo)
{
	for (int who = 0; who < DEMO_AGENTS; who++) {
		if (m->agent[who] != 0)
			kill(m->agent[who], signo);
	}
}

static bool agents_run(const struct demo_mesh *m)
{
	for (int who = 0; who < DEMO_AGENTS; who++) {
		if (m->agent[who] != 0)
			return true;
	}
	return false;
}

void demo_stop_agents(struct demo_mesh *m)
{
	int64_t end = clock_mono() + STOP_MS * INT64_C(1000);

	signal_agents(m, SIGTERM);
	for (demo_watch(m); agents_run(m); demo_watch(m)) {
		if (clock_mono() > end)
			signal_agents(m, SIGKILL);
		poll(NULL, 0, 10);
	}
}

void demo_stop_hub(struct demo_mesh *m)
{
	hub_stop(&m->hub);
}

void demo_fini(struct demo_mesh *m)
{
	demo_stop_agents(m);
	demo_stop_hub(m);
	free(m->journal);
	free(m->log);
}
