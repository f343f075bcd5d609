/* SPDX-License-Identifier: MIT */
#include "app/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "bus/files.h"

#ifndef SEAM_SHARE_DIR
#define SEAM_SHARE_DIR "/usr/local/share/seam"
#endif

const char *home_path(void)
{
	const char *home = getenv("HOME");
	const struct passwd *pw;

	if (home != NULL && home[0] == '/')
		return home;
	/* never a folder that anybody may write to */
	pw = getpwuid(getuid());
	return pw != NULL && pw->pw_dir[0] == '/' ? pw->pw_dir : "/nonexistent";
}

/* XDG base directories: what is not absolute does not count. */
static char *xdg_path(const char *variable, const char *usual, const char *name)
{
	const char *base = getenv(variable);
	struct buf path = { 0 };

	if (base != NULL && base[0] == '/')
		buf_fmt(&path, "%s/seam/%s", base, name);
	else
		buf_fmt(&path, "%s/%s/seam/%s", home_path(), usual, name);
	return buf_steal(&path);
}

char *state_path(const char *name)
{
	return xdg_path("XDG_STATE_HOME", ".local/state", name);
}

char *config_home(const char *name)
{
	return xdg_path("XDG_CONFIG_HOME", ".config", name);
}

char *journal_default(const char *name)
{
	struct buf file = { 0 };
	char *path;

	buf_fmt(&file, "%s.journal", name);
	path = state_path(file.data);
	buf_fini(&file);
	return path;
}

char *own_path(void)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (n <= 0)
		return xstrdup("seam");
	path[n] = '\0';
	return xstrdup(path);
}

char *share_path(const char *name)
{
	static const char *const beside[] = { "/../../fixtures/", "/fixtures/",
		"/../share/seam/" };
	char *own = own_path(), *slash = strrchr(own, '/');
	struct buf path = { 0 };

	if (slash != NULL)
		*slash = '\0';
	for (size_t i = 0; slash != NULL && i < sizeof(beside) / sizeof(*beside); i++) {
		buf_reset(&path);
		buf_fmt(&path, "%s%s%s", own, beside[i], name);
		if (access(path.data, R_OK) == 0)
			goto out;
	}
	buf_reset(&path);
	buf_fmt(&path, "%s/%s", SEAM_SHARE_DIR, name);
	if (access(path.data, R_OK) != 0)
		buf_fini(&path);
out:
	free(own);
	return path.data;
}

void make_folders(char *path)
{
	for (char *p = path + 1; (p = strchr(p, '/')) != NULL; p++) {
		*p = '\0';
		mkdir(path, 0700);
		*p = '/';
	}
}

void make_folder(const char *path)
{
	struct buf own = { 0 };

	buf_fmt(&own, "%s/", path);
	make_folders(own.data);
	buf_fini(&own);
}

bool write_whole(const char *path, struct str text, bool sync)
{
	struct buf next = { 0 };
	int fd, error;
	bool ok;

	buf_fmt(&next, "%s.%ld", path, (long)getpid());
	make_folders(next.data);
	unlink(next.data); /* whatever it is: a pipe would never let go of us */
	fd = open(next.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	ok = fd >= 0 && write_all(fd, text) && (!sync || fsync(fd) == 0);
	error = errno;
	if (fd >= 0 && close(fd) != 0 && ok) {
		ok = false;
		error = errno;
	}
	if (ok && rename(next.data, path) != 0) {
		ok = false;
		error = errno;
	}
	if (!ok && fd >= 0)
		unlink(next.data);
	buf_fini(&next);
	errno = error;
	return ok;
}
