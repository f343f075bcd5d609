/* SPDX-License-Identifier: MIT */
/*
 * The last line of the history of what waits: for how long, and whether somebody is on
 * it. It is another one with every second, so it is made anew with every drawing, and
 * what stands above it, which is read from events, is not.
 */
#include "views/claims.h"
#include "views/detail.h"

#define PASTS 500 /* looked at, the newest first */

/* Since it was held last; what was held long ago is held since it is in its state. */
static int64_t held_since(const struct handoff *h)
{
	uint32_t least = h->pasts > PASTS ? h->pasts - PASTS : 0;

	for (uint32_t n = h->pasts; n-- > least;)
		if (h->past[n].type == EV_HELD && h->past[n].standing == STANDING_APPLIED)
			return h->past[n].time;
	return h->since;
}

/* "waits 9m19s, nobody is on it" */
static void say(struct buf *b, const struct world *w, const struct handoff *h)
{
	int64_t since = held_since(h);
	char text[ROW_TEXT];

	buf_fmt(b, "waits %s, ", format_age(w->now > since ? w->now - since : 0, text));
	if (handoff_claimant(h, w->now) == NULL)
		buf_str(b, "nobody is on it");
	else if (claims_other(w, h) == NULL)
		buf_str(b, "you are on it");
	else
		buf_str(b, claims_text(w, h, text));
}

void detail_say_waits(struct detail *d, const struct world *w, const struct handoff *h)
{
	struct lines *l = &d->lines;

	if (d->waits && l->n > 0) /* the one of the drawing before */
		l->text.len = l->line[--l->n].start;
	d->waits = d->tab == TAB_HISTORY && h->in_review;
	if (!d->waits)
		return;
	say(&l->text, w, h);
	lines_end(l, STYLE_NEEDS_YOU);
}
