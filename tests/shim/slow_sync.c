/* SPDX-License-Identifier: MIT */
/*
 * A slow disk, for LD_PRELOAD: each fsync() and fdatasync() takes so many milliseconds
 * longer as $SLOW_SYNC_FILE says (a number; read each time, so that a test can change
 * it), or, without that file, as $SLOW_SYNC_MS says. The wait comes first: what it
 * was called for is not on disk while it lasts.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int fsync(int fd);
int fdatasync(int fd);

static long delay(void)
{
	const char *path = getenv("SLOW_SYNC_FILE"), *ms = getenv("SLOW_SYNC_MS");
	char text[16] = "";
	int fd;

	if (path == NULL)
		return ms != NULL ? atol(ms) : 0;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	if (read(fd, text, sizeof(text) - 1) < 0)
		text[0] = '\0';
	close(fd);
	return atol(text);
}

static int slowly(const char *name, int fd)
{
	int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
	long ms = delay();
	struct timespec left = { ms / 1000, ms % 1000 * 1000000 };

	while (ms > 0 && nanosleep(&left, &left) < 0 && errno == EINTR)
		;
	return real(fd);
}

int fsync(int fd)
{
	return slowly("fsync", fd);
}

int fdatasync(int fd)
{
	return slowly("fdatasync", fd);
}
