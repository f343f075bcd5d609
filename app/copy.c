/* SPDX-License-Identifier: MIT */
#include "app/copy.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
	ok = write_whole(path.data, buf_view(&clean), false);
	home = strncmp(path.data, home_path(), strlen(home_path())) == 0;
	snprintf(said, COPY_SAID, "copied %s%s%s; %s%s%.200s", cut ? "the first " : "",
		format_many(clean.len, "byte", size),
		clipboard ? clipboard_says(buf_view(&clean)) : "",
		ok ? "in " : "no file, it cannot be written: ", home ? "~" : "",
		path.data + (home ? strlen(home_path()) : 0));
	buf_fini(&path);
	buf_fini(&clean);
}
