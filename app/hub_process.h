/* SPDX-License-Identifier: MIT */
/* A hub as a process of its own: started from here, found by its ready line. */
#ifndef APP_HUB_PROCESS_H
#define APP_HUB_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/err.h"

struct hub_process {
	bool tied; /* set before: it ends when the process that starts it does */
	pid_t pid;
	char control[256], events[256], feed[256];
};

/*
 * Starts `seam hub` with these arguments (NULL-terminated, without program and
 * command), in a session of its own; its reports go to the file `log`. Waits
 * for its ready line. False with what it said if it does not come up.
 */
bool hub_start(struct hub_process *h, const char *const *arguments, const char *log,
	struct err *e);
/*
 * In a process just forked, before it becomes another program: the kernel sends
 * it SIGTERM when its starter dies, however hard.
 */
void process_tie(pid_t starter);
/* Asks it to end, waits, and makes sure. */
void hub_stop(struct hub_process *h);

#endif
