/* SPDX-License-Identifier: MIT */
#include "tui/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define IN STDIN_FILENO
#define OUT STDOUT_FILENO

#define LEAVE_MS 300 /* for a tty that takes nothing, at the end */

/*
 * O_NONBLOCK belongs to the open file, which the shell shares with us: it would
 * find its own terminal not blocking. So it is opened once more.
 */
static int open_again(void)
{
	const int how = O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
	char name[64];
	int fd = -1;

	if (tcgetsid(OUT) == getsid(0))
		fd = open("/dev/tty", how);
	else if (ttyname_r(OUT, name, sizeof(name)) == 0)
		fd = open(name, how);
	return fd >= 0 ? fd : OUT;
}

bool tty_open(struct tty *tty, struct err *e)
{
	*tty = (struct tty){ 0 };
	if (!isatty(IN) || !isatty(OUT))
		return err_set(e, "standard %s is not a terminal",
			isatty(IN) ? "output" : "input");
	if (tcgetattr(IN, &tty->before) != 0)
		return err_set(
			e, "cannot read the terminal's modes: %s", strerror(errno));
	tty->ours = tty->before;
	tty->ours.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | ISTRIP | IXON | PARMRK);
	tty->ours.c_oflag &= ~(tcflag_t)OPOST;
	tty->ours.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN);
	tty->ours.c_lflag |= ISIG;
	tty->ours.c_cc[VINTR] = _POSIX_VDISABLE;
	tty->ours.c_cc[VSUSP] = _POSIX_VDISABLE;
	tty->ours.c_cc[VMIN] = 1;
	tty->ours.c_cc[VTIME] = 0;
	tty->out = open_again();
	return true;
}

void tty_close(struct tty *tty)
{
	if (tty->out != OUT)
		close(tty->out);
	tty->out = OUT;
}

static void set_modes(const struct termios *modes)
{
	while (tcsetattr(IN, TCSANOW, modes) != 0 && errno == EINTR)
		;
}

void tty_take(struct tty *tty)
{
	set_modes(&tty->ours);
	tty->taken = 1;
}

bool tty_in_foreground(void)
{
	pid_t group = tcgetpgrp(OUT);

	return group <= 0 || group == getpgrp();
}

/* Stops where the tty takes nothing for LEAVE_MS. */
static void write_leave(struct tty *tty)
{
	size_t at = 0, n = 1;

	while (at < tty->leave_len && n > 0) {
		tty_await(tty, LEAVE_MS);
		n = tty_write(tty, tty->leave + at, tty->leave_len - at);
		at += n;
	}
}

void tty_give(struct tty *tty)
{
	int was = errno;

	if (tty->taken && tty_in_foreground()) {
		write_leave(tty);
		set_modes(&tty->before);
	}
	tty->taken = 0;
	errno = was;
}

void tty_on_leave(struct tty *tty, const char *bytes, size_t n)
{
	if (n > sizeof(tty->leave))
		n = sizeof(tty->leave);
	tty->leave_len = 0;
	memcpy(tty->leave, bytes, n);
	tty->leave_len = n;
}

size_t tty_write(struct tty *tty, const char *bytes, size_t n)
{
	size_t at = 0;

	while (at < n && !tty->gone) {
		ssize_t done = write(tty->out, bytes + at, n - at);

		if (done < 0 && errno == EAGAIN)
			break;
		if (done < 0 && errno != EINTR)
			tty->gone = true;
		at += done > 0 ? (size_t)done : 0;
	}
	tty->written += at;
	return at;
}

void tty_await(const struct tty *tty, int wait_ms)
{
	poll(&(struct pollfd){ .fd = tty->out, .events = POLLOUT }, 1, wait_ms);
}

size_t tty_read(struct tty *tty, void *bytes, size_t n, int wait_ms)
{
	struct pollfd ready = { .fd = IN, .events = POLLIN };
	ssize_t got;

	if (n == 0 || tty->gone || poll(&ready, 1, wait_ms) <= 0)
		return 0;
	got = read(IN, bytes, n);
	if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN))
		tty->gone = true;
	return got > 0 ? (size_t)got : 0;
}

void tty_drop_input(void)
{
	tcflush(IN, TCIFLUSH);
}

bool tty_size(int *rows, int *cols)
{
	struct winsize size;

	if (ioctl(OUT, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
		return false;
	*rows = size.ws_row;
	*cols = size.ws_col;
	return true;
}

void tty_stop(void)
{
	struct sigaction plain = { .sa_handler = SIG_DFL }, action;
	sigset_t stop, mask;

	sigemptyset(&plain.sa_mask);
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	pthread_sigmask(SIG_BLOCK, &stop, &mask);
	sigaction(SIGTSTP, &plain, &action);
	kill(0, SIGTSTP);
	pthread_sigmask(SIG_UNBLOCK, &stop, NULL); /* here it stops */
	sigaction(SIGTSTP, &action, NULL);
	pthread_sigmask(SIG_SETMASK, &mask, NULL);
}
