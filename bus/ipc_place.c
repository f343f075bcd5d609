/* SPDX-License-Identifier: MIT */
#include "bus/ipc_place.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "bus/files.h"

#define SCHEME "ipc://"

static const char *path_of(const char *endpoint)
{
	return endpoint + strlen(SCHEME);
}

bool ipc_is_path(const char *endpoint)
{
	return str_starts(str_of(endpoint), SCHEME) && path_of(endpoint)[0] != '\0' &&
		path_of(endpoint)[0] != '@' && strcmp(path_of(endpoint), "*") != 0;
}

/* The caller frees. */
static char *folder_of(const char *path)
{
	char *folder = xstrdup(path), *slash = strrchr(folder, '/');

	if (slash == NULL) {
		free(folder);
		return xstrdup(".");
	}
	slash[slash == folder] = '\0';
	return folder;
}

static bool is_for_one(
	const char *endpoint, const char *folder, const struct stat *s, struct err *e)
{
	if (s->st_uid != geteuid())
		return err_set(e,
			"%s: the folder %s is another user's, who could take the place of "
			"this hub: name one of your own, it is made with mode 0700",
			endpoint, folder);
	if (s->st_mode & 077)
		return err_set(e,
			"%s: others may enter the folder %s (mode %04o), and no keys are "
			"asked for there: name a folder that is not there yet, it is made "
			"with mode 0700; or chmod 700; or say --secure",
			endpoint, folder, (unsigned)s->st_mode & 07777);
	return true;
}

bool ipc_place(const char *endpoint, bool alone, struct err *e)
{
	struct stat s;
	char *folder;
	bool ok;

	if (!ipc_is_path(endpoint))
		return true;
	folder = folder_of(path_of(endpoint));
	ok = folders_above(path_of(endpoint), e) &&
		(stat(folder, &s) == 0 ||
			err_set(e, "%s: %s: %s", endpoint, folder, strerror(errno))) &&
		(!alone || is_for_one(endpoint, folder, &s, e));
	free(folder);
	return ok;
}

void ipc_open_to_all(const char *endpoint)
{
	if (ipc_is_path(endpoint))
		chmod(path_of(endpoint), 0666);
}
