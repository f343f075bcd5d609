/* SPDX-License-Identifier: MIT */
/*
 * The rehearsal of what is under the cursor. It is looked at anew when contracts or the
 * letters have changed, but not more often than every ten seconds: until then it says how
 * old it is.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/dead_own.h"

#define AGAIN (10 * SECOND)
#define AROUND (60 * SECOND) /* groups that nobody looks at */
#define SHOWN 20             /* groups, of those that are shown */

static uint64_t id_of(const struct dead *d, const struct dead_row *row)
{
	if (row->handoff != NONE)
		return row->handoff;
	if (row->bucket != NONE)
		return dead_by_id(d->bucket[row->bucket].key) ^ (uint64_t)d->by << 40;
	return row->why != NONE ? dead_rows_why_id(row->why)
				: dead_rows_group_id(row->group);
}

/* Contracts may be many, and change seldom. */
static uint64_t stamp_of(struct dead *d, const struct world *w)
{
	if (d->stamp_at != w->mesh->hubsequence || d->stamp == 0)
		d->stamp = rehearse_stamp(w->mesh);
	d->stamp_at = w->mesh->hubsequence;
	return d->stamp;
}

static uint64_t key_of(struct dead *d, const struct world *w, size_t letters)
{
	return (stamp_of(d, w) * 31 + letters) | UINT64_C(1) << 63;
}

static size_t letters_of(const struct world *w, uint32_t group)
{
	return w->mesh->dead_group[group].letters.count;
}

static void begin(
	struct rehearse *r, const struct dead_shown *letters, const struct dead_row *row)
{
	size_t n = letters->n < REHEARSE_MOST ? letters->n : REHEARSE_MOST;
	uint32_t *place = xmalloc((n + 1) * sizeof(*place));

	for (size_t i = 0; i < n; i++)
		dead_shown_at(letters, i, &place[i]);
	if (row->handoff != NONE)
		rehearse_begin(r, &row->handoff, 1, 1);
	else
		rehearse_begin(r, place, n, letters->n);
	free(place);
}

static void keep_fit(
	struct dead *d, const struct world *w, uint32_t group, const struct rehearse *r)
{
	if (!rehearse_is_done(r))
		return;
	xgrow(&d->fits, &d->fits_cap, (size_t)w->mesh->dead_groups + 1, sizeof(*d->fits));
	while (d->fitted < w->mesh->dead_groups)
		d->fits[d->fitted++] = (struct dead_fit){ 0 };
	if (d->fits[group].tick != r->ended)
		d->fits[group] = (struct dead_fit){ key_of(d, w, letters_of(w, group)),
			r->fit, r->at, r->ended };
}

const char *dead_rehearsed(
	struct dead *d, const struct world *w, uint32_t group, char out[ROW_TEXT])
{
	const struct dead_fit *f = group < d->fitted ? &d->fits[group] : NULL;
	const char *old;

	out[0] = '\0';
	if (f == NULL || f->key == 0)
		return out;
	old = f->key != key_of(d, w, letters_of(w, group)) ? "?" : "";
	if (f->fit == f->at)
		snprintf(out, ROW_TEXT, "yes%s", old);
	else if (f->fit == 0)
		snprintf(out, ROW_TEXT, "no%s", old);
	else
		snprintf(out, ROW_TEXT, "%zu/%zu%s", f->fit, f->at, old);
	return out;
}

/* The next that is not known, or was long ago and has changed; NONE. */
static uint32_t next_group(struct dead *d, const struct world *w)
{
	for (size_t i = 0; i < d->parts && i < SHOWN && d->by == DEAD_BY_CAUSE; i++) {
		uint32_t group = d->part[i].group;
		const struct dead_fit *f = group < d->fitted ? &d->fits[group] : NULL;

		if (f == NULL || f->key == 0 ||
			(f->key != key_of(d, w, letters_of(w, group)) &&
				w->tick - f->tick > AROUND))
			return group;
	}
	return NONE;
}

void dead_rehearse_around(struct dead *d, const struct world *w)
{
	struct dead_row row = {
		.why = NONE, .letter = SIZE_MAX, .handoff = NONE, .bucket = NONE
	};
	struct dead_shown all;

	if (w->replay != NULL || !rehearse_is_done(&d->rehearse))
		return;
	if (!d->around_on) {
		row.group = next_group(d, w);
		if (row.group == NONE)
			return;
		d->around_group = row.group;
		d->around_on = true;
		all = dead_rows_all(d, &row);
		begin(&d->around, &all, &row);
	}
	rehearse_turn(&d->around, w, NULL);
	keep_fit(d, w, d->around_group, &d->around);
	d->around_on = !rehearse_is_done(&d->around);
}

void dead_rehearse(struct buf *out, struct dead *d, const struct world *w,
	const struct dead_row *row)
{
	struct dead_shown letters = dead_rows_all(d, row);
	uint64_t key = key_of(d, w, letters.n);
	char age[FORMAT_TEXT];
	bool old = d->rehearse.ended != 0 && w->tick - d->rehearse.ended >= AGAIN;
	bool changed = key != d->rehearsed_key && (old || d->rehearse.at == 0);

	if (w->replay != NULL)
		return; /* what would be now is no matter there */
	if (d->rehearsed != id_of(d, row) || changed) {
		begin(&d->rehearse, &letters, row);
		d->rehearsed = id_of(d, row);
		d->rehearsed_key = key;
	}
	rehearse_turn(&d->rehearse, w, NULL);
	if (row->handoff == NONE && row->why == NONE && row->bucket == NONE)
		keep_fit(d, w, row->group, &d->rehearse);
	if (row->handoff == NONE && rehearse_is_done(&d->rehearse) &&
		letters.n != d->rehearse.of) /* "fits 0 of 18", and 19 stand above it */
		buf_fmt(out, "%s ago: ", format_span(w->tick - d->rehearse.ended, age));
	rehearse_say(out, &d->rehearse, w);
}
