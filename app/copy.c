/* SPDX-License-Identifier: MIT */
#include "app/copy.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/paths.h"
#include "base/buf.h"
#include "base/text.h"
#include "tui/term.h"
#include "views/format.h"

/* A line end stays one; a tab of a payload is two blanks. */
static void clean_lines(struct str text, struct buf *out)
{
	while (text.n > 0) {
		size_t n = 0;

		while (n < text.n && text.p[n] != '\n' && text.p[n] != '\t')
			n++;
		text_clean(out, (struct str){ text.p, n });
		if (n < text.n)
			buf_str(out, text.p[n] == '\n' ? "\n" : "  ");
		text = str_skip(text, n < text.n ? n + 1 : n);
	}
}

static void clip_path(struct buf *path)
{
	const char *cache = getenv("XDG_CACHE_HOME");

	if (cache != NULL && cache[0] == '/')
		buf_fmt(path, "%s/seam/clip", cache);
	else
		buf_fmt(path, "%s/.cache/seam/clip", home_path());
}

/* Another file takes its place whole: who reads it never finds half of one. */
static bool write_file(const char *path, struct str text)
{
	struct buf next = { 0 };
	size_t at = 0;
	bool ok;
	int fd;

	buf_fmt(&next, "%s.%ld", path, (long)getpid());
	make_folders(next.data);
	unlink(next.data);
	fd = open(next.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	while (fd >= 0 && at < text.n) {
		ssize_t n = write(fd, text.p + at, text.n - at);

		if (n <= 0)
			break;
		at += (size_t)n;
	}
	ok = fd >= 0 && close(fd) == 0 && at == text.n && rename(next.data, path) == 0;
	if (!ok)
		unlink(next.data);
	buf_fini(&next);
	return ok;
}

static const char *clipboard_says(struct str text)
{
	switch (term_copy(text)) {
	case TERM_COPIED:
		return ", offered to the terminal's clipboard";
	case TERM_COPIED_TMUX:
		return ", offered to tmux (set-clipboard on takes it)";
	case TERM_COPY_LONG:
		return ", too long for the terminal's clipboard";
	default:
		return ", this terminal has no clipboard";
	}
}

void copy_keep(struct str text, bool clipboard, char said[COPY_SAID])
{
	struct buf path = { 0 }, clean = { 0 };
	char size[FORMAT_TEXT];
	bool cut = text.n > COPY_MOST, ok, home;

	clean_lines(cut ? text_head(text, COPY_MOST) : text, &clean);
	clip_path(&path);
	ok = write_file(path.data, buf_view(&clean));
	home = strncmp(path.data, home_path(), strlen(home_path())) == 0;
	snprintf(said, COPY_SAID, "copied %s%s%s; %s%s%.200s", cut ? "the first " : "",
		format_many(clean.len, "byte", size),
		clipboard ? clipboard_says(buf_view(&clean)) : "",
		ok ? "in " : "no file, it cannot be written: ", home ? "~" : "",
		path.data + (home ? strlen(home_path()) : 0));
	buf_fini(&path);
	buf_fini(&clean);
}
