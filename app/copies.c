/* SPDX-License-Identifier: MIT */
#include "app/copies.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/paths.h"
#include "base/mem.h"
#include "bus/files.h"

#define FILES 64 /* that are read */
#define FILE_BYTES ((size_t)256 << 20)

static bool append(const char *part, struct str lines, bool last)
{
	int fd = open(part, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool ok = fd >= 0 && write_all(fd, lines) && (!last || fsync(fd) == 0);
	int error = errno;

	if (fd >= 0)
		close(fd);
	errno = error;
	return ok;
}

bool copies_add(
	const char *name, struct str lines, bool last, char path[400], struct err *e)
{
	char *folder = state_path("discarded");
	char part[420];
	bool ok;

	make_folder(folder);
	ok = snprintf(path, 400, "%s/%s.jsonl", folder, name) < 400;
	snprintf(part, sizeof(part), "%s.part", path);
	if (!ok)
		err_set(e, "the path of the folder for it is too long");
	else if (!append(part, lines, last) || (last && !rename_new(part, path)))
		ok = err_set(e, "%.150s: %s", path, strerror(errno));
	else if (last)
		sync_folder(path);
	free(folder);
	return ok;
}

static int backwards(const void *a, const void *b)
{
	return strcmp(*(char *const *)b, *(char *const *)a);
}

/* Names begin with their time: the last one is the newest. */
static size_t list(const char *folder, char ***out)
{
	DIR *dir = opendir(folder);
	const struct dirent *d;
	size_t n = 0, cap = 0;

	*out = NULL;
	while (dir != NULL && (d = readdir(dir)) != NULL) {
		size_t len = strlen(d->d_name);

		if (len < 7 || strcmp(d->d_name + len - 6, ".jsonl") != 0)
			continue;
		xgrow(out, &cap, n + 1, sizeof(**out));
		(*out)[n++] = xstrdup(d->d_name);
	}
	if (dir != NULL)
		closedir(dir);
	if (n > 1)
		qsort(*out, n, sizeof(**out), backwards);
	return n;
}

void copies_read(void (*take)(void *arg, const char *name, struct str text), void *arg)
{
	char *folder = state_path("discarded"), **name;
	size_t n = list(folder, &name);

	for (size_t i = 0; i < n; i++) {
		struct buf path = { 0 }, text = { 0 };

		buf_fmt(&path, "%s/%s", folder, name[i]);
		if (i < FILES && file_read(path.data, FILE_BYTES, &text, NULL))
			take(arg, name[i], buf_view(&text));
		buf_fini(&path);
		buf_fini(&text);
		free(name[i]);
	}
	free(name);
	free(folder);
}
