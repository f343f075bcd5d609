/* SPDX-License-Identifier: MIT */
/*
 * A program that is run beside the loop: it reads its input from standard input,
 * and what it says on standard output and error is kept, up to a bound, never
 * waited for. It has a process group of its own, no descriptor but these three,
 * and the environment that it is given. What of its group is left when it ends,
 * or when its time is up, is killed. It dies with the process that started it.
 */
#ifndef BUS_CHILD_H
#define BUS_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

#define CHILD_KEPT ((size_t)16 << 10) /* bytes of each of its outputs */
#define CHILD_MERCY INT64_C(5000000)  /* microseconds between TERM and KILL */

struct child_plan {
	const char *path;                /* absolute */
	char *const *argv, *const *envp; /* NULL-terminated */
	int64_t patience;                /* microseconds until it is told to end */
	int epoll;                       /* its descriptors are added to this one */
};

struct child_end {
	int status; /* exit status; 128 + the signal that killed it */
	int signal; /* that signal, or 0 */
	bool late;  /* its time was up */
};

struct child;

/* Frees the input, whatever happens. NULL: it cannot be started. */
struct child *child_start_take(
	const struct child_plan *p, struct buf *input, struct err *e);
/* Goes on with it, never blocking; true once it has ended. `now` is clock_mono(). */
bool child_turn(struct child *c, int64_t now, struct child_end *end);
/* clock_mono() when it has to be looked at even if nothing comes from it. */
int64_t child_due(const struct child *c);
/* What it said, and how many bytes more than that. */
const struct buf *child_out(const struct child *c, size_t *more);
const struct buf *child_err(const struct child *c, size_t *more);
/* Kills what still runs. */
void child_free(struct child *c);

/*
 * The absolute path of a program: as it stands, or the first in PATH that may be
 * run. NULL with a reason; else the caller frees.
 */
char *program_path(const char *name, struct err *e);

#endif
