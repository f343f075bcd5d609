/* SPDX-License-Identifier: MIT */
#include "bus/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

void sync_folder(const char *path)
{
	char *folder = xstrdup(path), *slash = strrchr(folder, '/');
	int fd;

	if (slash != NULL)
		slash[slash == folder] = '\0';
	fd = open(slash != NULL ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(folder);
}

bool rename_new(const char *from, const char *to)
{
	struct stat st;

	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) < 0) {
		/* a file system that does not know how: as near as it gets */
		if (errno != EINVAL && errno != ENOSYS)
			return false;
		if (lstat(to, &st) == 0) {
			errno = EEXIST;
			return false;
		}
		if (rename(from, to) < 0)
			return false;
	}
	sync_folder(to);
	return true;
}
