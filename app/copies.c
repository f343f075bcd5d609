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
#define ALL_BYTES ((off_t)4 << 30)
#define HEAD 65536 /* of a line: all but its event is in there */
#define TEXT_MOST ((size_t)64 << 20)
#define CHUNK 65536

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

/* --- reading ------------------------------------------------------------------- */

/* What is read of a copy: its lines without the letters' events, which may be megabytes.
 */
struct reader {
	struct buf line, text;
	off_t read;
};

/* No text of foreigners has these bytes in it: there each quote has a \ before it. */
static void take_line(struct reader *r)
{
	static const char event[] = ",\"event\":";
	const char *at = r->line.len == 0
		? NULL
		: memmem(r->line.data, r->line.len, event, sizeof(event) - 1);

	buf_add(&r->text, r->line.data,
		at != NULL ? (size_t)(at - r->line.data) : r->line.len);
	buf_str(&r->text, at != NULL ? "}\n" : "\n");
	buf_reset(&r->line);
}

static void take_bytes(struct reader *r, struct str bytes)
{
	while (bytes.n > 0) {
		const char *end = memchr(bytes.p, '\n', bytes.n);
		size_t n = end != NULL ? (size_t)(end - bytes.p) : bytes.n;
		size_t room = r->line.len < HEAD ? HEAD - r->line.len : 0;

		buf_add(&r->line, bytes.p, n < room ? n : room);
		if (end != NULL)
			take_line(r);
		bytes = str_skip(bytes, n + (end != NULL));
	}
}

/* False where it is no file. */
static bool read_copy(const char *path, struct reader *r)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	char *bytes = xmalloc(CHUNK);
	struct stat st;
	ssize_t n = 1;
	bool ok = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode);

	buf_reset(&r->line);
	buf_reset(&r->text);
	while (ok && n != 0 && r->read < ALL_BYTES && r->text.len < TEXT_MOST) {
		n = read(fd, bytes, CHUNK);
		if (n < 0 && errno != EINTR)
			break;
		if (n > 0)
			take_bytes(r, (struct str){ bytes, (size_t)n });
		r->read += n > 0 ? n : 0;
	}
	buf_slice(&r->text, buf_view(&r->line)); /* cut in the middle */
	if (fd >= 0)
		close(fd);
	free(bytes);
	return ok && r->read < ALL_BYTES;
}

void copies_read(void (*take)(void *arg, const char *name, struct str text), void *arg)
{
	char *folder = state_path("discarded"), **name;
	size_t n = list(folder, &name);
	struct reader r = { 0 };

	for (size_t i = 0; i < n; i++) {
		struct buf path = { 0 };

		buf_fmt(&path, "%s/%s", folder, name[i]);
		if (i < FILES && read_copy(path.data, &r))
			take(arg, name[i], buf_view(&r.text));
		buf_fini(&path);
		free(name[i]);
	}
	buf_fini(&r.line);
	buf_fini(&r.text);
	free(name);
	free(folder);
}
