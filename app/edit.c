/* SPDX-License-Identifier: MIT */
#include "app/edit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/paths.h"
#include "base/mem.h"
#include "bus/files.h"

#define MOST ((size_t)2 << 20) /* bytes of a file that is read; an artifact has half */

void edit_fini(struct edit *e)
{
	if (e->pid > 0) /* two would have the terminal: the file stays */
		kill(e->pid, SIGTERM);
	free(e->path);
	buf_fini(&e->text);
	*e = (struct edit){ 0 };
}

/* A handoff's id is foreign: of it only what is harmless in a name, and not too long. */
char *edit_path(const char *handoff, unsigned attempt, const char *digest)
{
	struct buf name = { 0 };
	char *path;

	buf_str(&name, "edit/");
	for (size_t i = 0; i < 60 && handoff[i] != '\0'; i++) {
		char c = handoff[i];
		bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
			(c >= 'A' && c <= 'Z') || c == '-' || c == '_';

		buf_char(&name, plain ? c : '_');
	}
	if (strncmp(digest, "sha256:", 7) == 0)
		digest += 7;
	buf_fmt(&name, ".%u.%.16s.json", attempt, digest);
	path = state_path(name.data);
	buf_fini(&name);
	return path;
}

/* The file as it is, if it was kept; else a new one. */
static bool make_file(struct edit *e, struct str text)
{
	int fd;
	bool good;

	make_folders(e->path);
	fd = open(e->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0 && errno == EEXIST)
		return true;
	good = fd >= 0 && write_all(fd, text);
	if (!good)
		snprintf(e->why, sizeof(e->why), "cannot write %.120s: %.40s", e->path,
			strerror(errno));
	if (fd >= 0 && close(fd) != 0 && good)
		good = false;
	if (!good && fd >= 0)
		unlink(e->path);
	return good;
}

static const char *editor(void)
{
	static const char *const names[] = { "VISUAL", "EDITOR" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && value[0] != '\0')
			return value;
	}
	return "vi";
}

/* The editor is a command line of the operator's: a shell reads it, as others do. */
static void run_editor(const char *path)
{
	struct buf line = { 0 };
	sigset_t none;

	buf_fmt(&line, "%s \"$1\"", editor());
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	execl("/bin/sh", "sh", "-c", line.data, "sh", path, (char *)NULL);
	_exit(127);
}

bool edit_start(struct edit *e, const struct wish *w)
{
	edit_fini(e);
	e->path = edit_path(w->handoff, w->attempt, w->digest);
	if (!make_file(e, w->copy))
		return false;
	e->pid = fork();
	if (e->pid == 0)
		run_editor(e->path);
	if (e->pid > 0)
		return true;
	e->pid = 0;
	snprintf(e->why, sizeof(e->why), "cannot start an editor: %.100s",
		strerror(errno));
	return false;
}

static void read_file(struct edit *e)
{
	int fd = open(e->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat st;
	char bytes[4096];
	ssize_t n;

	buf_reset(&e->text);
	if (fd < 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		snprintf(e->why, sizeof(e->why), "nothing sent: the file is gone, %.130s",
			e->path);
	} else {
		while (e->text.len < MOST && (n = read(fd, bytes, sizeof(bytes))) != 0) {
			if (n < 0 && errno != EINTR)
				break;
			if (n > 0)
				buf_add(&e->text, bytes, (size_t)n);
		}
	}
	if (fd >= 0)
		close(fd);
}

bool edit_ended(struct edit *e)
{
	int status = 0;
	pid_t got = waitpid(e->pid, &status, WNOHANG);

	if (got == 0 || (got < 0 && errno == EINTR))
		return false;
	e->pid = 0;
	e->why[0] = '\0';
	if (got > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		read_file(e);
	else if (got > 0 && WIFEXITED(status))
		snprintf(e->why, sizeof(e->why),
			"nothing sent: the editor (%.60s) ended with %d", editor(),
			WEXITSTATUS(status));
	else
		snprintf(e->why, sizeof(e->why), "nothing sent: the editor was killed");
	return true;
}
