/* SPDX-License-Identifier: MIT */
#include "app/hub_process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/paths.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/mem.h"

#define READY_MS 10000
#define STOP_MS 6000
#define MOST_ARGUMENTS 64

void process_tie(pid_t starter)
{
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != starter)
		_exit(1);
}

static void run_hub(const char *const *arguments, int out, const char *log)
{
	const char *argv[MOST_ARGUMENTS + 3];
	char *own = own_path();
	size_t n = 0;
	sigset_t none;
	int err = open(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
	int in = open("/dev/null", O_RDONLY);

	argv[n++] = own;
	argv[n++] = "hub";
	while (*arguments != NULL && n < MOST_ARGUMENTS + 2)
		argv[n++] = *arguments++;
	argv[n] = NULL;
	setsid();
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	dup2(in, 0);
	dup2(out, 1);
	if (err >= 0)
		dup2(err, 2);
	execv(own, (char *const *)argv);
	_exit(127);
}

/* One line, or what came until the end of it or of the time. */
static void read_line(int fd, char *line, size_t room)
{
	int64_t end = clock_mono() + READY_MS * INT64_C(1000);
	size_t n = 0;

	while (n < room - 1) {
		struct pollfd p = { fd, POLLIN, 0 };
		int64_t left = (end - clock_mono()) / 1000;

		if (left <= 0 || poll(&p, 1, (int)left) <= 0 ||
			read(fd, line + n, 1) != 1)
			break;
		if (line[n] == '\n')
			break;
		n++;
	}
	line[n] = '\0';
}

static void copy(struct json *j, const char *name, char *to, size_t room)
{
	uint32_t n = json_member(j, 0, name);
	struct str s = json_is(j, n, JSON_STRING) ? json_str(j, n) : STR("");

	snprintf(to, room, "%.*s", STR_ARG(s));
}

static bool take_ready(struct hub_process *h, const char *line)
{
	struct json j = { 0 };
	bool ok = json_read(&j, line, strlen(line), 8, NULL) &&
		json_is(&j, json_member(&j, 0, "ready"), JSON_TRUE);

	if (ok) {
		copy(&j, "control", h->control, sizeof(h->control));
		copy(&j, "events", h->events, sizeof(h->events));
		copy(&j, "feed", h->feed, sizeof(h->feed));
	}
	json_fini(&j);
	return ok;
}

/* The last line of its log: why it did not come up. */
static void last_words(const char *log, struct err *e)
{
	char text[2048] = "", *line, *end;
	FILE *f = fopen(log, "r");

	if (f != NULL) {
		if (fseek(f, -(long)sizeof(text) + 1, SEEK_END) < 0)
			rewind(f);
		text[fread(text, 1, sizeof(text) - 1, f)] = '\0';
		fclose(f);
	}
	end = text + strlen(text);
	while (end > text && end[-1] == '\n')
		*--end = '\0';
	line = strrchr(text, '\n');
	err_set(e, "the hub does not start: %s (%s)", line != NULL ? line + 1 : text,
		log);
}

bool hub_start(struct hub_process *h, const char *const *arguments, const char *log,
	struct err *e)
{
	char line[2048];
	pid_t starter;
	int out[2];

	if (pipe2(out, O_CLOEXEC) < 0)
		return err_set(e, "cannot make a pipe: %s", strerror(errno));
	starter = getpid();
	h->pid = fork();
	if (h->pid < 0) {
		close(out[0]);
		close(out[1]);
		return err_set(e, "cannot start a process: %s", strerror(errno));
	}
	if (h->pid == 0 && h->tied)
		process_tie(starter);
	if (h->pid == 0)
		run_hub(arguments, out[1], log);
	close(out[1]);
	read_line(out[0], line, sizeof(line));
	close(out[0]);
	if (take_ready(h, line))
		return true;
	hub_stop(h);
	last_words(log, e);
	return false;
}

void hub_stop(struct hub_process *h)
{
	int64_t end = clock_mono() + STOP_MS * INT64_C(1000);

	if (h->pid <= 0)
		return;
	kill(h->pid, SIGTERM);
	while (waitpid(h->pid, NULL, WNOHANG) == 0) {
		if (clock_mono() > end) {
			kill(h->pid, SIGKILL);
			waitpid(h->pid, NULL, 0);
			break;
		}
		poll(NULL, 0, 10);
	}
	h->pid = 0;
}
