/* SPDX-License-Identifier: MIT */
#include "views/died.h"

#include <stdio.h>

void died_quote(struct buf *out, const char *words)
{
	buf_char(out, '"');
	for (; *words != '\0'; words++)
		buf_char(out, *words == '"' ? '\'' : *words);
	buf_char(out, '"');
}

static bool has(const char *text)
{
	return text != NULL && text[0] != '\0';
}

void died_brief(struct buf *out, const struct handoff *h)
{
	if (has(h->detail) && h->buried && h->state == STATE_DEAD)
		buf_str(out, h->detail);
	else if (has(h->detail) || has(h->summary))
		died_quote(out, has(h->detail) ? h->detail : h->summary);
}

const char *died_speaker(
	const struct mesh *m, const struct handoff *h, char out[ROW_TEXT])
{
	if (h->state == STATE_DEAD && h->buried)
		snprintf(out, ROW_TEXT, "hub");
	else if (h->state == STATE_DEAD) /* either of the two may say so */
		snprintf(out, ROW_TEXT, "%.90s or %.90s", handoff_from(m, h),
			handoff_to(m, h));
	else
		snprintf(out, ROW_TEXT, "%.90s", handoff_to(m, h));
	return out;
}

static void add_found(struct buf *out, const struct handoff *h)
{
	if (!has(h->violation))
		return;
	buf_fmt(out, "%shub: %s", out->len > 0 ? "; " : "", h->violation);
	if (h->violations > 1)
		buf_fmt(out, " (first of %u)", h->violations);
}

void died_said(struct buf *out, const struct mesh *m, const struct handoff *h)
{
	char by[ROW_TEXT];

	if (!has(h->detail) || h->state == STATE_STOPPED)
		return;
	if (h->buried && h->state == STATE_DEAD) {
		if (!has(h->violation) || strcmp(h->detail, h->violation) != 0)
			buf_fmt(out, "%shub: %s", out->len > 0 ? "; " : "", h->detail);
		return;
	}
	buf_fmt(out, "%s%s: ", out->len > 0 ? "; " : "", died_speaker(m, h, by));
	died_quote(out, h->detail);
}

void died_why(struct buf *out, const struct mesh *m, const struct handoff *h)
{
	bool by_hub = h->dead_why != NONE && m->dead_why[h->dead_why].violation;

	if (by_hub)
		add_found(out, h);
	died_said(out, m, h);
	if (!by_hub)
		add_found(out, h);
}
