/* SPDX-License-Identifier: MIT */
#include "app/console_lines.h"

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
#include "base/text.h"
#include "tui/prompt.h"

#define KEPT (64 * 1024)   /* bytes of the history that are read */
#define LONGEST (2 * KEPT) /* then only what is read stays */
#define MOST_ENTRIES 20000 /* of a folder */

static int open_state(const char *name, int how)
{
	char *path = state_path(name);
	struct stat st;
	int fd;

	make_folders(path);
	fd = open(path, how | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
	free(path);
	if (fd >= 0 && (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))) {
		close(fd);
		return -1;
	}
	return fd;
}

/* Its end, from the beginning of a line on. */
static void read_end(int fd, struct buf *out)
{
	off_t size = lseek(fd, 0, SEEK_END);
	off_t from = size > KEPT ? size - KEPT : 0;
	ssize_t n = pread(fd, buf_room(out, KEPT), KEPT, from);
	char *first;

	out->len = n > 0 ? (size_t)n : 0;
	if (out->len > 0)
		out->data[out->len] = '\0';
	if (from == 0 || out->len == 0)
		return;
	first = memchr(out->data, '\n', out->len);
	if (first == NULL) {
		buf_reset(out);
		return;
	}
	out->len -= (size_t)(first + 1 - out->data);
	memmove(out->data, first + 1, out->len);
	out->data[out->len] = '\0';
}

void lines_recall(struct shell *s)
{
	int fd = open_state("history", O_RDONLY);
	struct buf text = { 0 };
	struct str rest;

	if (fd < 0)
		return;
	read_end(fd, &text);
	close(fd);
	rest = buf_view(&text);
	while (rest.n > 0) {
		const char *end = memchr(rest.p, '\n', rest.n);
		size_t n = end != NULL ? (size_t)(end - rest.p) : rest.n;

		if (n > 0 && n <= PROMPT_MAX)
			shell_recall(s, (struct str){ rest.p, n });
		rest = str_skip(rest, end != NULL ? n + 1 : n);
	}
	buf_fini(&text);
}

/* Another console that adds a line just now may lose it, and nothing else. */
static void shorten(int fd)
{
	struct buf text = { 0 };

	read_end(fd, &text);
	if (text.len > 0 && ftruncate(fd, 0) == 0 && write(fd, text.data, text.len) < 0)
		(void)0; /* then it is empty: it is only a history */
	buf_fini(&text);
}

void lines_keep(const char *line)
{
	int fd = open_state("history", O_RDWR | O_APPEND | O_CREAT);
	struct buf b = { 0 };

	if (fd < 0)
		return;
	buf_str(&b, line);
	buf_char(&b, '\n');
	if (write(fd, b.data, b.len) == (ssize_t)b.len &&
		lseek(fd, 0, SEEK_END) > LONGEST)
		shorten(fd);
	close(fd);
	buf_fini(&b);
}

bool lines_first_time(void)
{
	int fd = open_state("welcomed", O_WRONLY | O_CREAT | O_EXCL);

	if (fd < 0)
		return false;
	close(fd);
	return true;
}

/* --- files ------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The entries of a folder that begin so, sorted; how many. */
static size_t entries(const char *folder, struct str begin, char ***out)
{
	DIR *d = opendir(folder);
	size_t n = 0, cap = 0;
	struct dirent *e;

	*out = NULL;
	for (size_t seen = 0;
		d != NULL && seen < MOST_ENTRIES && (e = readdir(d)) != NULL; seen++) {
		struct str name = str_of(e->d_name);

		if (name.n < begin.n || memcmp(name.p, begin.p, begin.n) != 0 ||
			(name.p[0] == '.' && begin.n == 0) || str_is(name, ".") ||
			str_is(name, "..") || !utf8_valid(name) ||
			text_has_controls(name) || memchr(name.p, ' ', name.n) != NULL)
			continue;
		xgrow(out, &cap, n + 1, sizeof(**out));
		(*out)[n++] = xstrdup(name.p);
	}
	if (d != NULL)
		closedir(d);
	if (n > 0)
		qsort(*out, n, sizeof(**out), by_name);
	return n;
}

bool lines_file(void *arg, struct str begin, unsigned nth, struct buf *out)
{
	size_t slash = begin.n, n;
	struct buf folder = { 0 };
	struct stat st;
	char **names;
	bool found;

	(void)arg;
	while (slash > 0 && begin.p[slash - 1] != '/')
		slash--;
	if (begin.n > 1 && begin.p[0] == '~' && begin.p[1] == '/')
		buf_fmt(&folder, "%s%.*s", home_path(), (int)slash - 1, begin.p + 1);
	else
		buf_fmt(&folder, "%.*s", (int)slash, begin.n > 0 ? begin.p : "");
	n = entries(slash > 0 ? folder.data : ".", str_skip(begin, slash), &names);
	found = nth < n;
	if (found) {
		buf_fmt(out, "%.*s%s", (int)slash, begin.n > 0 ? begin.p : "",
			names[nth]);
		buf_str(&folder, names[nth]);
		if (stat(folder.data, &st) == 0 && S_ISDIR(st.st_mode))
			buf_char(out, '/');
	}
	for (size_t i = 0; i < n; i++)
		free(names[i]);
	free(names);
	buf_fini(&folder);
	return found;
}
