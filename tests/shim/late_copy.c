/* SPDX-License-Identifier: MIT */
/*
 * LD_PRELOAD: what fork() makes has its first turn $LATE_COPY_MS later, as on a machine
 * that has too much to do.
 */
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

pid_t fork(void)
{
	pid_t (*real)(void) = (pid_t(*)(void))dlsym(RTLD_NEXT, "fork");
	const char *ms = getenv("LATE_COPY_MS");
	long wait = ms != NULL ? atol(ms) : 0;
	struct timespec left = { wait / 1000, wait % 1000 * 1000000 };
	pid_t pid = real();

	if (pid == 0)
		nanosleep(&left, NULL);
	return pid;
}
