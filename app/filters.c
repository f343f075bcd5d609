/* SPDX-License-Identifier: MIT */
#include "app/filters.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/paths.h"

#define LONGEST ((size_t)1 << 16)

void filters_read(const char *name, struct buf *out)
{
	char *path = state_path(name);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	ssize_t n = 1;

	free(path);
	while (fd >= 0 && n > 0 && out->len < LONGEST) {
		n = read(fd, buf_room(out, 4096), 4096);
		if (n > 0)
			out->len += (size_t)n;
	}
	if (fd >= 0)
		close(fd);
	buf_slice(out, STR(""));
}

static bool write_file(const char *path, struct str text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool ok = fd >= 0;

	for (size_t done = 0; ok && done < text.n;) {
		ssize_t n = write(fd, text.p + done, text.n - done);

		ok = n > 0 || (n < 0 && errno == EINTR);
		done += n > 0 ? (size_t)n : 0;
	}
	ok = ok && fsync(fd) == 0;
	if (fd >= 0)
		close(fd);
	return ok;
}

bool filters_write(const char *name, struct str text, struct err *e)
{
	char *path = state_path(name);
	struct buf fresh = { 0 };
	bool ok;

	make_folders(path);
	buf_fmt(&fresh, "%s.new", path);
	ok = write_file(fresh.data, text) && rename(fresh.data, path) == 0;
	if (!ok)
		err_set(e, "not saved: %s: %s", path, strerror(errno));
	buf_fini(&fresh);
	free(path);
	return ok;
}
