/* SPDX-License-Identifier: MIT */
#include "bus/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/mem.h"

#ifndef PIPEFS_MAGIC
#define PIPEFS_MAGIC 0x50495045
#endif

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

bool folders_above(const char *path, struct err *e)
{
	char *copy = xstrdup(path);
	bool ok = true;

	for (char *p = copy + 1; ok && (p = strchr(p, '/')) != NULL; p++) {
		*p = '\0';
		if (mkdir(copy, 0700) < 0 && errno != EEXIST)
			ok = err_set(e, "cannot make the folder %s: %s", copy,
				strerror(errno));
		*p = '/';
	}
	free(copy);
	return ok;
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

bool write_all(int fd, struct str text)
{
	while (text.n > 0) {
		ssize_t n = write(fd, text.p, text.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n == 0)
			errno = ENOSPC;
		if (n <= 0)
			return false;
		text = str_skip(text, (size_t)n);
	}
	return true;
}

const char *file_kind(mode_t mode)
{
	if (S_ISDIR(mode))
		return "a folder";
	if (S_ISFIFO(mode))
		return "a FIFO";
	if (S_ISSOCK(mode))
		return "a socket";
	return "a device";
}

/* A pipe of the shell, `<(...)`, has a writer; one with a name may wait for ever. */
static bool is_fit(int fd, struct err *e)
{
	struct stat s;
	struct statfs fs;

	if (fstat(fd, &s) < 0)
		return err_set(e, "%s", strerror(errno));
	if (S_ISREG(s.st_mode))
		return true;
	if (S_ISFIFO(s.st_mode) && fstatfs(fd, &fs) == 0 && fs.f_type == PIPEFS_MAGIC)
		return true;
	return err_set(e, "it is %s", file_kind(s.st_mode));
}

FILE *file_open(const char *path, struct err *e)
{
	int fd;

	if (strcmp(path, "-") == 0)
		return stdin;
	fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	if (fd < 0) {
		err_set(e, "%s", strerror(errno));
		return NULL;
	}
	if (!is_fit(fd, e)) {
		close(fd);
		return NULL;
	}
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
	return fdopen(fd, "rb");
}

void file_close(FILE *f)
{
	if (f != stdin)
		fclose(f);
}

bool file_read(const char *path, size_t most, struct buf *out, struct err *e)
{
	FILE *f = file_open(path, e);
	bool ok = true;
	size_t n;

	if (f == NULL)
		return err_wrap(e, "cannot open");
	n = fread(buf_room(out, most + 1), 1, most + 1, f);
	out->len += n;
	out->data[out->len] = '\0';
	if (ferror(f))
		ok = err_set(e, "cannot read: %s", strerror(errno));
	else if (n > most)
		ok = err_set(e, "more than %zu bytes", most);
	file_close(f);
	return ok;
}
