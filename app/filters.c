/* SPDX-License-Identifier: MIT */
#include "app/filters.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
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

static struct str next_line(struct str *text)
{
	const char *end = text->n > 0 ? memchr(text->p, '\n', text->n) : NULL;
	struct str line = { text->p, end != NULL ? (size_t)(end - text->p) : text->n };

	*text = str_skip(*text, line.n + (end != NULL));
	return line;
}

static struct str name_of(struct str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] != ' ' && line.p[n] != '\t')
		n++;
	return (struct str){ line.p, n };
}

/* The line of that name; n is 0: there is none. */
static struct str line_of(struct str text, struct str name)
{
	while (text.n > 0) {
		struct str line = next_line(&text);

		if (line.n > 0 && str_eq(name_of(line), name))
			return line;
	}
	return (struct str){ 0 };
}

static void add_line(struct buf *out, struct str line)
{
	buf_slice(out, line);
	buf_char(out, '\n');
}

/* What was changed here, in what is there now. */
static void merge(struct str was, struct str now, struct str there, struct buf *out)
{
	struct str rest = there;

	while (rest.n > 0) {
		struct str line = next_line(&rest), name = name_of(line);
		struct str old = line_of(was, name), own = line_of(now, name);

		if (line.n == 0)
			continue;
		if (str_eq(old, own))
			add_line(out, line);
		else if (own.n > 0)
			add_line(out, own);
	}
	for (rest = now; rest.n > 0;) {
		struct str line = next_line(&rest), name = name_of(line);

		if (line_of(there, name).n == 0 && !str_eq(line_of(was, name), line))
			add_line(out, line);
	}
}

bool filters_write(const char *name, struct str text, struct buf *was, struct err *e)
{
	struct buf there = { 0 }, all = { 0 };
	char *path = state_path(name);
	bool ok;

	filters_read(name, &there);
	merge(buf_view(was), text, buf_view(&there), &all);
	ok = there.len < LONGEST && write_whole(path, buf_view(&all), true);
	if (ok) {
		buf_reset(was);
		buf_slice(was, buf_view(&all));
	} else {
		err_set(e, "not saved: %s: %s", path,
			there.len < LONGEST ? strerror(errno) : "is longer than 64 KiB");
	}
	buf_fini(&there);
	buf_fini(&all);
	free(path);
	return ok;
}
