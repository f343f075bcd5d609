/* SPDX-License-Identifier: MIT */
/*
 * LD_PRELOAD: a disk that takes SLOW_SYNC_MS for each fsync and fdatasync. What the
 * program says sooner than that rests on no sync, which no kill -9 could show: the pages
 * of a file outlive the process that wrote them.
 */
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_for_disk(void)
{
	const char *text = getenv("SLOW_SYNC_MS");
	long ms = text != NULL ? atol(text) : 0;
	struct timespec t = { ms / 1000, ms % 1000 * 1000000 };

	while (nanosleep(&t, &t) < 0)
		;
}

#define SLOW(name)                                                                       \
	int name(int fd);                                                                \
	int name(int fd)                                                                 \
	{                                                                                \
		wait_for_disk();                                                         \
		return ((int (*)(int))dlsym(RTLD_NEXT, #name))(fd);                      \
	}

SLOW(fsync)
SLOW(fdatasync)
