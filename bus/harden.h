/* SPDX-License-Identifier: MIT */
/*
 * What a process gives up before it listens to anybody: docs/SECURITY.md, "Files and
 * processes". Nothing here can fail in a way that matters: a kernel that lacks one of
 * them leaves the process as it was.
 */
#ifndef BUS_HARDEN_H
#define BUS_HARDEN_H

#include <stdbool.h>

struct harden_plan {
	bool low_ports; /* it will bind one below 1024 */
	bool programs;  /* it will start programs, which may be setuid */
};

/*
 * Files are for their owner alone, no capability stays, no memory goes to a core file. It
 * must be called before the first thread is started: a thread has what its maker had.
 */
void harden_process(const struct harden_plan *p);
/* No core file, and nobody but root reads the memory: for who has read a secret key. */
void harden_memory(void);

#endif
