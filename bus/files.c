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

bool file_read(const char *path, size_t most, struct buf *out, struct err *e)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	struct stat s;
	FILE *f;
	size_t n;

	if (fd < 0)
		return err_set(e, "cannot open: %s", strerror(errno));
	if (fstat(fd, &s) < 0 || !S_ISREG(s.st_mode)) {
		close(fd);
		return err_set(e, "is no regular file");
	}
	f = fdopen(fd, "rb");
	n = fread(buf_room(out, most + 1), 1, most + 1, f);
	out->len += n;
	out->data[out->len] = '\0';
	if (ferror(f)) {
		fclose(f);
		return err_set(e, "cannot read: %s", strerror(errno));
	}
	fclose(f);
	if (n > most)
		return err_set(e, "more than %zu bytes", most);
	return true;
}
