/* SPDX-License-Identifier: MIT */
#include "app/ops_store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/paths.h"
#include "base/mem.h"
#include "bus/files.h"

#define FILES 32                      /* that are read */
#define FILE_BYTES ((size_t)64 << 20) /* of one */
#define ALL_BYTES ((off_t)256 << 20)  /* of all */

struct open_file {
	char id[17];
	int fd;
};

struct ops_store {
	char *folder;
	struct open_file *file;
	size_t n, cap;
};

struct ops_store *ops_store_open(void)
{
	struct ops_store *s = xcalloc(1, sizeof(*s));

	s->folder = state_path("ops");
	return s;
}

void ops_store_close(struct ops_store *s)
{
	if (s == NULL)
		return;
	for (size_t i = 0; i < s->n; i++)
		close(s->file[i].fd);
	free(s->file);
	free(s->folder);
	free(s);
}

static char *path_of(const struct ops_store *s, const char *name)
{
	struct buf path = { 0 };

	buf_fmt(&path, "%s/%s", s->folder, name);
	return buf_steal(&path);
}

static int open_new(struct ops_store *s, const char *id, struct err *e)
{
	char name[40], *path;
	int fd;

	snprintf(name, sizeof(name), "%.16s.jsonl", id);
	make_folder(s->folder);
	path = path_of(s, name);
	fd = open(path,
		O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK,
		0600);
	if (fd < 0)
		err_set(e, "cannot write %s: %s", path, strerror(errno));
	else
		sync_folder(path);
	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) < 0) {
		err_set(e, "another console goes on with it");
		close(fd);
		fd = -1;
	}
	free(path);
	return fd;
}

static int file_of(struct ops_store *s, const char *id, struct err *e)
{
	int fd;

	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->file[i].id, id) == 0)
			return s->file[i].fd;
	fd = open_new(s, id, e);
	if (fd < 0)
		return -1;
	xgrow(&s->file, &s->cap, s->n + 1, sizeof(*s->file));
	snprintf(s->file[s->n].id, sizeof(s->file[s->n].id), "%s", id);
	s->file[s->n++].fd = fd;
	return fd;
}

bool ops_store_add(
	struct ops_store *s, const char *id, struct str lines, bool sync, struct err *e)
{
	int fd = file_of(s, id, e);
	off_t size = fd >= 0 ? lseek(fd, 0, SEEK_END) : 0;

	if (fd < 0)
		return false;
	if (write_all(fd, lines) && (!sync || fdatasync(fd) == 0))
		return true;
	err_set(e, "cannot store it: %s", strerror(errno));
	/* half a line would spoil the one that is stored when there is room again */
	if (size >= 0 && ftruncate(fd, size) < 0)
		return false;
	return false;
}

/* --- reading ------------------------------------------------------------------- */

struct found {
	char *path;
	struct timespec time;
	off_t size;
};

static int by_time(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->time.tv_sec != y->time.tv_sec)
		return x->time.tv_sec > y->time.tv_sec ? -1 : 1;
	if (x->time.tv_nsec != y->time.tv_nsec)
		return x->time.tv_nsec > y->time.tv_nsec ? -1 : 1;
	return strcmp(x->path, y->path);
}

static size_t list(const struct ops_store *s, struct found **out)
{
	DIR *folder = opendir(s->folder);
	const struct dirent *d;
	size_t n = 0, cap = 0;

	*out = NULL;
	while (folder != NULL && (d = readdir(folder)) != NULL) {
		size_t len = strlen(d->d_name);
		struct found f = { 0 };
		struct stat st;

		if (len < 7 || strcmp(d->d_name + len - 6, ".jsonl") != 0)
			continue;
		f.path = path_of(s, d->d_name);
		if (lstat(f.path, &st) < 0 || !S_ISREG(st.st_mode)) {
			free(f.path);
			continue;
		}
		f.time = st.st_mtim;
		f.size = st.st_size;
		xgrow(out, &cap, n + 1, sizeof(**out));
		(*out)[n++] = f;
	}
	if (folder != NULL)
		closedir(folder);
	if (n > 1)
		qsort(*out, n, sizeof(**out), by_time);
	return n;
}

static bool is_free(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	bool is = fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) == 0;

	if (fd >= 0)
		close(fd);
	return is;
}

void ops_store_read(
	struct ops_store *s, void (*take)(void *arg, struct str text), void *arg)
{
	struct found *f;
	size_t all = list(s, &f), n = 0;
	off_t bytes = 0;

	while (n < all && n < FILES && bytes + f[n].size < ALL_BYTES)
		bytes += f[n++].size;
	while (n-- > 0) {
		struct buf text = { 0 };

		if (is_free(f[n].path) && file_read(f[n].path, FILE_BYTES, &text, NULL))
			take(arg, buf_view(&text));
		buf_fini(&text);
	}
	for (size_t i = 0; i < all; i++)
		free(f[i].path);
	free(f);
}
