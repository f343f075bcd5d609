/* SPDX-License-Identifier: MIT */
#include "bus/child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"

#define LOOK (SECOND / 10) /* where nothing tells that it has ended */
#define TURN_BYTES ((size_t)64 << 10)
#define MOST_FILES 65536 /* that a hub may have open, whatever its limit says */

struct output {
	int fd; /* -1: closed */
	struct buf kept;
	size_t more;
};

struct child {
	pid_t pid; /* 0: it has ended */
	int epoll;
	int end; /* readable once it has ended; -1: this kernel cannot tell */
	int in;  /* -1: closed */
	struct buf input;
	size_t written;
	struct output out, err;
	int64_t due; /* to be told to end, then to be killed */
	bool told, killed;
};

/* --- starting -------------------------------------------------------------- */

struct pipes {
	int in[2], out[2], err[2];
};

static void close_pair(int pair[2])
{
	for (int i = 0; i < 2; i++) {
		if (pair[i] >= 0)
			close(pair[i]);
	}
}

static void close_pipes(struct pipes *p)
{
	close_pair(p->in);
	close_pair(p->out);
	close_pair(p->err);
}

static bool open_pipes(struct pipes *p)
{
	*p = (struct pipes){ { -1, -1 }, { -1, -1 }, { -1, -1 } };
	if (pipe2(p->in, O_CLOEXEC) == 0 && pipe2(p->out, O_CLOEXEC) == 0 &&
		pipe2(p->err, O_CLOEXEC) == 0 &&
		fcntl(p->in[1], F_SETFL, O_NONBLOCK) == 0 &&
		fcntl(p->out[0], F_SETFL, O_NONBLOCK) == 0 &&
		fcntl(p->err[0], F_SETFL, O_NONBLOCK) == 0)
		return true;
	close_pipes(p);
	return false;
}

/*
 * What this program never opened for another to have; a kernel before 5.9 has no call,
 * and some containers forbid it. By the system call: the memory is the parent's still,
 * whose close() keeps a book of connections (bus/doors.h) that this must not tear up.
 */
static void close_others(void)
{
	struct rlimit l = { 0, 0 };
	rlim_t most = MOST_FILES;

	if (close_range(3, ~0u, 0) == 0)
		return;
	if (getrlimit(RLIMIT_NOFILE, &l) == 0 && l.rlim_cur < most)
		most = l.rlim_cur;
	for (int fd = 3; fd < (int)most; fd++)
		syscall(SYS_close, fd);
}

/*
 * In the child, which has the parent's memory until it is another program: system
 * calls alone. The hub's descriptors may be below 3, so they are moved up first.
 */
static void become(const struct child_plan *p, const struct pipes *pipes, pid_t parent)
{
	sigset_t none;
	int in = fcntl(pipes->in[0], F_DUPFD, 3);
	int out = fcntl(pipes->out[1], F_DUPFD, 3);
	int err = fcntl(pipes->err[1], F_DUPFD, 3);

	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent || dup2(in, 0) < 0 || dup2(out, 1) < 0 ||
		dup2(err, 2) < 0)
		_exit(126);
	close_others();
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	execve(p->path, p->argv, p->envp);
	_exit(errno == ENOENT ? 127 : 126);
}

/* A copy of the hub's memory would take as long as the hub is large: vfork has none. */
static pid_t start(const struct child_plan *p, const struct pipes *pipes)
{
	pid_t parent = getpid();
	pid_t pid = vfork();

	if (pid == 0)
		become(p, pipes, parent);
	return pid;
}

static void watch(const struct child *c, int fd, uint32_t events)
{
	struct epoll_event e = { .events = events, .data = { .fd = fd } };

	if (fd >= 0)
		epoll_ctl(c->epoll, EPOLL_CTL_ADD, fd, &e);
}

struct child *child_start_take(
	const struct child_plan *p, struct buf *input, struct err *e)
{
	struct pipes pipes;
	struct child *c;
	pid_t pid = -1;

	if (open_pipes(&pipes) && (pid = start(p, &pipes)) < 0)
		close_pipes(&pipes);
	if (pid < 0) {
		err_set(e, "cannot start %s: %s", p->path, strerror(errno));
		buf_fini(input);
		return NULL;
	}
	close(pipes.in[0]);
	close(pipes.out[1]);
	close(pipes.err[1]);
	c = xcalloc(1, sizeof(*c));
	*c = (struct child){ .pid = pid,
		.epoll = p->epoll,
		.end = (int)syscall(SYS_pidfd_open, pid, 0),
		.in = pipes.in[1],
		.input = *input,
		.out = { .fd = pipes.out[0] },
		.err = { .fd = pipes.err[0] },
		.due = clock_mono() + p->patience };
	*input = (struct buf){ 0 };
	watch(c, c->end, EPOLLIN);
	watch(c, c->in, EPOLLOUT);
	watch(c, c->out.fd, EPOLLIN);
	watch(c, c->err.fd, EPOLLIN);
	return c;
}

/* --- going on -------------------------------------------------------------- */

/* A copy of it that somebody else holds would keep it in the set: it is taken out. */
static void close_one(const struct child *c, int *fd)
{
	if (*fd < 0)
		return;
	epoll_ctl(c->epoll, EPOLL_CTL_DEL, *fd, NULL);
	close(*fd);
	*fd = -1;
}

/* Who does not read its input, or all of it, may. */
static void feed(struct child *c)
{
	while (c->in >= 0 && c->written < c->input.len) {
		ssize_t n = write(
			c->in, c->input.data + c->written, c->input.len - c->written);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EAGAIN)
			return;
		if (n < 0)
			break;
		c->written += (size_t)n;
	}
	close_one(c, &c->in);
	buf_fini(&c->input);
}

static void hear(const struct child *c, struct output *o)
{
	char bytes[4096];

	for (size_t got = 0; o->fd >= 0 && got < TURN_BYTES;) {
		ssize_t n = read(o->fd, bytes, sizeof(bytes));
		size_t room = CHILD_KEPT - o->kept.len, kept;

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EAGAIN)
			return;
		if (n <= 0) {
			close_one(c, &o->fd);
			return;
		}
		kept = (size_t)n < room ? (size_t)n : room;
		buf_add(&o->kept, bytes, kept);
		o->more += (size_t)n - kept;
		got += (size_t)n;
	}
}

/* Also those that it has started and left behind. */
static void signal_group(const struct child *c, int signo)
{
	if (kill(-c->pid, signo) < 0)
		kill(c->pid, signo);
}

static void press(struct child *c, int64_t now)
{
	if (now < c->due || c->killed)
		return;
	signal_group(c, c->told ? SIGKILL : SIGTERM);
	c->killed = c->told;
	/* nothing is left to do but to wait, which `end` tells */
	c->due = c->killed ? INT64_MAX / 2 : now + CHILD_MERCY;
	c->told = true;
}

/* Its name is not given to another process before it is waited for. */
static bool has_ended(struct child *c, struct child_end *end)
{
	siginfo_t what = { .si_pid = 0 };
	int status = 0;

	if (waitid(P_PID, (id_t)c->pid, &what, WEXITED | WNOHANG | WNOWAIT) < 0 ||
		what.si_pid != c->pid)
		return false;
	signal_group(c, SIGKILL);
	while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR)
		;
	c->pid = 0;
	*end = (struct child_end){ .late = c->told };
	if (WIFSIGNALED(status))
		end->signal = WTERMSIG(status);
	end->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + end->signal;
	return true;
}

bool child_turn(struct child *c, int64_t now, struct child_end *end)
{
	bool ended;

	feed(c);
	ended = has_ended(c, end);
	hear(c, &c->out);
	hear(c, &c->err);
	if (!ended)
		press(c, now);
	return ended;
}

int64_t child_due(const struct child *c)
{
	int64_t look = clock_mono() + LOOK;

	return c->end < 0 && look < c->due ? look : c->due;
}

const struct buf *child_out(const struct child *c, size_t *more)
{
	*more = c->out.more;
	return &c->out.kept;
}

const struct buf *child_err(const struct child *c, size_t *more)
{
	*more = c->err.more;
	return &c->err.kept;
}

void child_free(struct child *c)
{
	if (c == NULL)
		return;
	if (c->pid > 0) {
		signal_group(c, SIGKILL);
		while (waitpid(c->pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	close_one(c, &c->in);
	close_one(c, &c->out.fd);
	close_one(c, &c->err.fd);
	close_one(c, &c->end);
	buf_fini(&c->input);
	buf_fini(&c->out.kept);
	buf_fini(&c->err.kept);
	free(c);
}

/* --- where a program is ---------------------------------------------------- */

static bool may_run(const char *path)
{
	struct stat s;

	return stat(path, &s) == 0 && S_ISREG(s.st_mode) && access(path, X_OK) == 0;
}

static char *in_path(const char *name)
{
	const char *at = getenv("PATH");
	struct buf path = { 0 };

	for (at = at != NULL ? at : "/usr/local/bin:/usr/bin:/bin"; *at != '\0';) {
		size_t n = strcspn(at, ":");

		buf_reset(&path);
		buf_slice(&path, (struct str){ at, n });
		buf_fmt(&path, "/%s", name);
		if (n > 0 && at[0] == '/' && may_run(path.data))
			return path.data;
		at += n + (at[n] == ':');
	}
	buf_fini(&path);
	return NULL;
}

/* Links stay: what it is called by may tell a program what it is. */
static char *from_here(const char *name)
{
	struct buf path = { 0 };
	char *folder = name[0] == '/' ? NULL : getcwd(NULL, 0);

	if (folder != NULL)
		buf_fmt(&path, "%s/", folder);
	buf_str(&path, name);
	free(folder);
	return buf_steal(&path);
}

char *program_path(const char *name, struct err *e)
{
	char *found = strchr(name, '/') != NULL ? from_here(name) : in_path(name);

	if (found != NULL && may_run(found))
		return found;
	free(found);
	err_set(e, "there is no program %s that may be run", name);
	return NULL;
}
