/* SPDX-License-Identifier: MIT */
#include "app/console_config.h"

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

#define MOST_BYTES (64 * 1024)

char *config_path(const struct args *a)
{
	return given(a, OPT_CONFIG) ? xstrdup(a->value[OPT_CONFIG])
				    : config_home("console.conf");
}

/* NULL, or why it cannot be read. A pipe or a device would never end. */
static const char *read_all(const char *path, struct buf *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	ssize_t n;

	if (fd < 0)
		return strerror(errno);
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		close(fd);
		return "is no file";
	}
	do {
		n = read(fd, buf_room(out, 4096), 4096);
		out->len += n > 0 ? (size_t)n : 0;
	} while ((n > 0 && out->len <= MOST_BYTES) || (n < 0 && errno == EINTR));
	close(fd);
	if (n < 0)
		return strerror(errno);
	return out->len > MOST_BYTES ? "is longer than 64 KiB" : NULL;
}

size_t config_read(struct shell *s, const struct world *w, const char *path, bool named,
	struct buf *told)
{
	const char *slash = strrchr(path, '/');
	struct buf text = { 0 };
	size_t faults = 0;
	const char *why;

	if (!named && access(path, F_OK) != 0)
		return 0;
	why = read_all(path, &text);
	if (why != NULL) {
		faults = 1;
		text_clean(told, str_of(path));
		buf_fmt(told, ": %s\n", why);
	} else {
		faults = shell_source(
			s, w, slash != NULL ? slash + 1 : path, buf_view(&text), told);
	}
	buf_fini(&text);
	return faults;
}

void config_say(struct shell *s, const struct world *w, size_t faults, struct buf *told)
{
	char line[300];

	if (faults == 0)
		return;
	told->data[strcspn(told->data, "\n")] = '\0';
	snprintf(line, sizeof(line), "none of it holds, %zu fault%s: %.220s", faults,
		faults == 1 ? "" : "s", told->data);
	shell_say(s, w, line);
}

enum status config_check(const struct args *a)
{
	struct shell *s = shell_new();
	struct mesh *mesh = mesh_new();
	struct world w = { .mesh = mesh, .link.state = LINK_CONNECTING };
	char *path = config_path(a);
	struct buf told = { 0 };
	bool there = given(a, OPT_CONFIG) || access(path, F_OK) == 0;
	size_t faults = config_read(s, &w, path, given(a, OPT_CONFIG), &told);

	if (faults > 0)
		fputs(told.data, stderr);
	else
		printf("%s: %s\n", path,
			there ? "well" : "is not there: nothing is mapped");
	buf_fini(&told);
	free(path);
	shell_free(s);
	mesh_free(mesh);
	return faults > 0 ? REFUSED : DONE;
}
