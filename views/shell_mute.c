/* SPDX-License-Identifier: MIT */
/* `:mute edge FROM>TO 30m`, `:mute agent NAME`, `:unmute ...`: what is asked of the hub.
 */
#include <stdio.h>

#include "base/clock.h"
#include "base/json_out.h"
#include "views/link.h"
#include "views/shell_own.h"

#define USUAL (30 * MINUTE)

/* "planner>deployer": of an edge both ends are named. */
static bool is_edge(struct str name)
{
	const char *between = name.n > 0 ? memchr(name.p, '>', name.n) : NULL;

	return between != NULL && between > name.p && between < name.p + name.n - 1;
}

static struct str next_word(struct str *line)
{
	struct str word;
	size_t n = 0;

	while (line->n > 0 && line->p[0] == ' ')
		*line = str_skip(*line, 1);
	while (n < line->n && line->p[n] != ' ')
		n++;
	word = (struct str){ line->p, n };
	*line = str_skip(*line, n);
	return word;
}

void shell_mute(struct shell *s, const struct world *w, bool ends, struct str arg)
{
	struct str what = next_word(&arg), name = next_word(&arg), time = next_word(&arg);
	struct buf b = { 0 };
	char why[LINK_TEXT];
	int64_t span = USUAL;
	struct wish *wish;

	if (link_why_not(w, why) != NULL) {
		shell_say_off(s, w, ends ? "unmute" : "mute", why);
		return;
	}
	if (mute_what_named(what) == MUTE_WHATS || name.n == 0 || arg.n > 0 ||
		(time.n > 0 && (ends || !duration_parse(time, &span)))) {
		shell_tell(s, w, STYLE_WARNING, "%s edge FROM>TO%s, or %s agent NAME%s",
			ends ? "unmute" : "mute", ends ? "" : " 30m",
			ends ? "unmute" : "mute", ends ? "" : " 30m");
		return;
	}
	if (mute_what_named(what) == MUTE_EDGE && !is_edge(name)) {
		shell_tell(s, w, STYLE_WARNING,
			"\"%.*s\" is no edge: write FROM>TO, as in planner>deployer",
			name.n < 60 ? (int)name.n : 60, name.p);
		return;
	}
	wish = shell_want(s, WISH_ASK);
	if (wish == NULL)
		return;
	buf_fmt(&b, "\"op\":\"%s\",\"what\":\"%s\"", ends ? "unmute" : "mute",
		mute_what_name(mute_what_named(what)));
	out_key(&b, "name");
	out_str(&b, name);
	out_key(&b, "operator");
	out_text(&b, w->operator_name);
	if (!ends)
		buf_fmt(&b, ",\"seconds\":%lld", (long long)(span / SECOND));
	snprintf(wish->text, sizeof(wish->text), "%s", b.data);
	buf_fini(&b);
}

void shell_asked(struct shell *s, const struct world *outer, bool ok, const char *said)
{
	struct world w = shell_world(s, outer);

	shell_tell(s, &w, ok ? STYLE_NORMAL : STYLE_WARNING, "%s", said);
}
