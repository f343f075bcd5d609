/* SPDX-License-Identifier: MIT */
#include "views/ahead.h"

void ahead_ask(const struct world *w, size_t *asked, size_t at, size_t n,
	uint32_t (*place)(const void *arg, size_t i), const void *arg)
{
	struct buf bytes = { 0 };

	if (*asked > at)
		return; /* they are on their way */
	for (*asked = at + 1; w->event != NULL && *asked < n && *asked < at + AHEAD;
		++*asked) {
		const struct handoff *h = handoff_at(w->mesh, place(arg, *asked));

		buf_reset(&bytes);
		if (h != NULL)
			w->event(w->event_arg, h->offer, &bytes);
	}
	buf_fini(&bytes);
}
