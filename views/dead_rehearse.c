/* SPDX-License-Identifier: MIT */
/*
 * The rehearsal of what is under the cursor. It is looked at anew when contracts or the
 * letters have changed, but not more often than every ten seconds: until then it says how
 * old it is.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "views/dead_own.h"

#define AGAIN (10 * SECOND)

static uint64_t id_of(const struct dead_row *row)
{
	if (row->handoff != NONE)
		return row->handoff;
	return row->why != NONE ? dead_rows_why_id(row->why)
				: dead_rows_group_id(row->group);
}

static void begin(struct dead *d, const struct order *letters, const struct dead_row *row)
{
	size_t n = letters->count < REHEARSE_MOST ? letters->count : REHEARSE_MOST;
	uint32_t *place = xmalloc((n + 1) * sizeof(*place));
	struct order_item item = { 0 };

	for (size_t i = 0; i < n; i++) {
		order_at(letters, i, &item);
		place[i] = item.id;
	}
	if (row->handoff != NONE)
		rehearse_begin(&d->rehearse, &row->handoff, 1, 1);
	else
		rehearse_begin(&d->rehearse, place, n, letters->count);
	free(place);
}

void dead_rehearse(struct buf *out, struct dead *d, const struct world *w,
	const struct dead_row *row)
{
	const struct order *letters = dead_rows_letters(w->mesh, row);
	uint64_t key = rehearse_stamp(w->mesh) * 31 + letters->count;
	bool old = d->rehearse.ended != 0 && w->tick - d->rehearse.ended >= AGAIN;
	bool changed = key != d->rehearsed_key && (old || d->rehearse.at == 0);

	if (w->replay != NULL)
		return; /* what would be now is no matter there */
	if (d->rehearsed != id_of(row) || changed) {
		begin(d, letters, row);
		d->rehearsed = id_of(row);
		d->rehearsed_key = key;
	}
	rehearse_turn(&d->rehearse, w, NULL);
	rehearse_say(out, &d->rehearse, w);
}
