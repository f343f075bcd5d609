/* SPDX-License-Identifier: MIT */
/* What was sent from here lately, below the list of Review. */
#include <stdio.h>

#include "views/desk.h"
#include "views/review_own.h"

static void add_past_deed(struct surface *s, const struct world *w, int row, int col,
	int width, const struct desk_entry *e)
{
	const char *handoff = desk_batch(w->desk, e) == 1 ? e->handoff : "";
	char time[FORMAT_TEXT], text[ROW_TEXT];
	int used;

	used = surface_fmt(
		s, row, col, width, STYLE_NORMAL, "%s ", format_time(w, e->time, time));
	if (handoff[0] != '\0')
		used += surface_fmt(s, row, col + used, width - used, STYLE_NORMAL,
			"%s%s%s ", desk_tells_verb(e) ? "" : desk_verb(e->action),
			desk_tells_verb(e) ? "" : " ", handoff);
	if (used < width)
		surface_text(s, row, col + used, width - used, desk_sum_style(w->desk, e),
			str_of(handoff[0] != '\0' ? desk_state(e, w, text)
						  : desk_sum(w->desk, e, w, text)));
}

#define DEEDS 4

/* The newest that were sent, one of each batch; whether one is a batch of several. */
static size_t past_deeds(
	const struct desk *d, const struct desk_entry *out[DEEDS], bool *several)
{
	size_t n = 0;

	*several = false;
	for (size_t i = d->n; i-- > 0 && n < DEEDS;) {
		const struct desk_entry *e = &d->entry[i];

		if (e->stage == DESK_PENDING || e->stage == DESK_TAKEN_BACK ||
			(n > 0 && out[n - 1]->batch == e->batch))
			continue;
		out[n++] = e;
		*several |= desk_batch(d, e) > 1;
	}
	return n;
}

void review_draw_strip(const struct world *w, struct surface *s)
{
	const struct desk_entry *deed[DEEDS];
	char tally[60], right[80] = "nothing";
	size_t n = 0, bad = 0;
	bool several = false;
	int across;

	if (w->desk != NULL) {
		n = past_deeds(w->desk, deed, &several);
		bad = desk_tally(w->desk, tally);
		snprintf(right, sizeof(right), "%s%s", tally,
			n > 0 && s->cols >= 80 ? ", :sent lists" : "");
	}
	across = n > 2 && !several && s->cols >= 76 ? 2 : 1;
	for (int i = 0; i < (int)n && i < 2 * across; i++)
		add_past_deed(s, w, 1 + i / across, 1 + i % across * (s->cols / across),
			s->cols / across - 2, deed[i]);
	surface_rule(s, 0,
		&(struct rule){ .title = STR("sent in the last 5 min"),
			.right = str_of(right),
			.right_style = bad > 0 ? STYLE_WARNING : STYLE_NORMAL,
			.title_style = STYLE_RULE });
}
