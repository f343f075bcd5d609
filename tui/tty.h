/* SPDX-License-Identifier: MIT */
/*
 * The line to the terminal: its modes, its size, bytes in and out, and job
 * control. Knows no curses and no keys; term.c owns the only one. What always
 * holds: `before` is what tty_give() restores, and tty_give() may be called
 * from a signal handler at any moment after tty_open().
 */
#ifndef TUI_TTY_H
#define TUI_TTY_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <termios.h>

#include "base/err.h"

struct tty { /* read `taken`, `gone`, `written` */
	struct termios before, ours;
	int out; /* a description of our own that does not block, or 1 */
	volatile sig_atomic_t taken; /* it is in our mode */
	bool gone;                   /* hung up: nothing is read or written any more */
	uint64_t written;            /* bytes */
	char leave[512];             /* what gives the screen back; see tty_on_leave() */
	volatile size_t leave_len;
};

/* Reads the modes of standard input and output. False: one of them is no tty. */
bool tty_open(struct tty *tty, struct err *e);
/* Call tty_give() before it. */
void tty_close(struct tty *tty);
/* False in a background job: then the terminal is somebody else's, hands off. */
bool tty_in_foreground(void);
/*
 * No echo, no line editing, no output processing; Ctrl-C, Ctrl-Z, Ctrl-S, Ctrl-Q
 * are bytes, Ctrl-\ stays a signal.
 */
void tty_take(struct tty *tty);
/*
 * Writes the leave sequence and puts the modes back, if it was taken and this
 * process has the terminal. Async-signal-safe.
 */
void tty_give(struct tty *tty);
/* What tty_give() shall write; cut to what fits (it must not be). */
void tty_on_leave(struct tty *tty, const char *bytes, size_t n);

/*
 * Writes what the tty takes at once and returns how much that was. Where it
 * cannot be asked not to block (it belongs to somebody else) it takes all.
 */
size_t tty_write(struct tty *tty, const char *bytes, size_t n);
/* Waits at most `wait_ms` until it may take more. */
void tty_await(const struct tty *tty, int wait_ms);
/* What is there now, at most `n` bytes; 0: nothing. Waits at most `wait_ms`. */
size_t tty_read(struct tty *tty, void *bytes, size_t n, int wait_ms);
/* Drops what was typed and not read. */
void tty_drop_input(void);
/* False: it does not know. */
bool tty_size(int *rows, int *cols);
/*
 * Stops this job as Ctrl-Z in a cooked terminal would; comes back when it is
 * continued, or at once where no shell could continue it.
 */
void tty_stop(void);

#endif
