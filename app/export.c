/* SPDX-License-Identifier: MIT */
#include "app/export.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/paths.h"
#include "base/buf.h"
#include "base/text.h"
#include "bus/files.h"
#include "views/format.h"

#define NAMES 99 /* of one name, in one folder */

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* A new file; false with errno, and then there is none. */
static bool write_new(const char *path, struct str bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	int error;

	if (fd < 0)
		return false;
	if (write_all(fd, bytes) && fsync(fd) == 0 && close(fd) == 0)
		return true;
	error = errno;
	close(fd);
	unlink(path);
	errno = error;
	return false;
}

/* "flow.svg", "flow-2.svg" ...: the n-th name, from 1. */
static void add_name(struct buf *path, const char *name, int n)
{
	const char *dot = strrchr(name, '.');

	if (n == 1 || dot == NULL)
		buf_str(path, name);
	else
		buf_fmt(path, "%.*s-%d%s", (int)(dot - name), name, n, dot);
}

/* Into a folder ("" or ending in '/'), under the first name that is free there. */
static bool write_in(struct buf *path, const char *name, struct str bytes, int *n)
{
	size_t folder = path->len;

	for (*n = 1; *n <= NAMES; (*n)++) {
		path->len = folder;
		add_name(path, name, *n);
		if (write_new(path->data, bytes))
			return true;
		if (errno != EEXIST)
			return false;
	}
	return false;
}

static void whole_path(const char *path, struct buf *out)
{
	char *whole = realpath(path, NULL);

	text_clean(out, str_of(whole != NULL ? whole : path));
	free(whole);
}

static void expand(const char *path, struct buf *out)
{
	if (path[0] == '~' && (path[1] == '/' || path[1] == '\0'))
		buf_fmt(out, "%s%s", home_path(), path + 1);
	else
		buf_str(out, path);
	if (out->len > 0 && out->data[out->len - 1] != '/' && is_folder(out->data))
		buf_char(out, '/');
}

void export_write(const char *name, const char *path, struct str bytes, char message[300])
{
	struct buf file = { 0 }, shown = { 0 };
	char size[FORMAT_TEXT];
	bool in_folder, done;
	int n = 1;

	if (text_has_controls(str_of(path)) || !utf8_valid(str_of(path)) ||
		strlen(path) >= PATH_MAX - 64) {
		snprintf(message, 300, "nothing written: this is no path");
		return;
	}
	expand(path, &file);
	in_folder = file.len == 0 || file.data[file.len - 1] == '/';
	done = in_folder ? write_in(&file, name, bytes, &n) : write_new(file.data, bytes);
	if (!done) {
		text_clean(&shown, buf_view(&file));
		snprintf(message, 300, "nothing written: %.200s: %s", shown.data,
			errno == EEXIST ? "is there, and is not overwritten"
					: strerror(errno));
	} else {
		whole_path(file.data, &shown);
		snprintf(message, 300, "wrote %s to %.200s%s",
			format_many(bytes.n, "byte", size), shown.data,
			n > 1 ? " (the name was taken)" : "");
	}
	buf_fini(&file);
	buf_fini(&shown);
}
