/* SPDX-License-Identifier: MIT */
/* The keys of a handoff's detail, the same in Review and in Dead. */
#include <stdio.h>

#include "views/detail.h"
#include "views/pane.h"

bool detail_move(struct detail *d, enum action a)
{
	static const struct {
		enum action action;
		bool down;
		size_t lines; /* 0: half a page */
	} moves[] = {
		{ ACTION_DOWN, true, 1 },
		{ ACTION_UP, false, 1 },
		{ ACTION_PAGE_DOWN, true, 0 },
		{ ACTION_PAGE_UP, false, 0 },
		{ ACTION_HALF_DOWN, true, 0 },
		{ ACTION_HALF_UP, false, 0 },
		{ ACTION_TOP, false, SIZE_MAX },
		{ ACTION_BOTTOM, true, SIZE_MAX },
	};

	for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++) {
		if (moves[i].action != a)
			continue;
		if (detail_pick(d, moves[i].down, moves[i].lines))
			return true;
		detail_scroll(d, moves[i].down,
			moves[i].lines > 0 ? moves[i].lines : d->height / 2 + 1);
		return true;
	}
	return false;
}

bool detail_turns(struct detail *d, enum action a, struct outcome *out)
{
	switch (a) {
	case ACTION_NEXT_TAB:
		detail_turn(d, 1);
		return true;
	case ACTION_PREV_TAB:
		detail_turn(d, -1);
		return true;
	case ACTION_WRAP:
		d->cut = !d->cut;
		pane_tell_wrap(d->cut, out);
		return true;
	default:
		return false;
	}
}

void detail_to_mark(struct detail *d, bool down, struct outcome *out)
{
	if (d->search[0] != '\0')
		detail_search_on(d, down, out);
	else if (d->tab == TAB_SUMMARY)
		snprintf(out->message, sizeof(out->message),
			"what is marked stands in the payload: ] goes there");
	else if (!detail_seek(d, down))
		snprintf(
			out->message, sizeof(out->message), "nothing is marked that way");
}
