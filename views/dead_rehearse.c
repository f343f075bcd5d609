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

/* --- what was found, for the column ------------------------------------------------ */

/* Of a group, or of a bucket by its key; NULL where none was kept yet. */
static struct dead_fit *fit_at(struct dead *d, enum dead_by by, uint32_t key)
{
	struct dead_fits *f = &d->fits[by];

	return key < f->n && f->fit[key].key != 0 ? &f->fit[key] : NULL;
}

static void keep_fit(struct dead *d, const struct world *w, enum dead_by by, uint32_t key,
	size_t letters, const struct rehearse *r)
{
	struct dead_fits *f = &d->fits[by];

	if (!rehearse_is_done(r))
		return;
	xgrow(&f->fit, &f->cap, (size_t)key + 1, sizeof(*f->fit));
	while (f->n <= key)
		f->fit[f->n++] = (struct dead_fit){ 0 };
	if (f->fit[key].tick != r->ended)
		f->fit[key] = (struct dead_fit){ key_of(d, w, letters), r->fit, r->at,
			r->ended };
}

static const char *say_fit(struct dead *d, const struct world *w,
	const struct dead_fit *f, size_t letters, char out[ROW_TEXT])
{
	const char *old;

	out[0] = '\0';
	if (f == NULL)
		return out;
	old = f->key != key_of(d, w, letters) ? "?" : "";
	if (f->fit == f->at)
		snprintf(out, ROW_TEXT, "yes%s", old);
	else if (f->fit == 0)
		snprintf(out, ROW_TEXT, "no%s", old);
	else
		snprintf(out, ROW_TEXT, "%zu/%zu%s", f->fit, f->at, old);
	return out;
}

const char *dead_rehearsed(
	struct dead *d, const struct world *w, uint32_t group, char out[ROW_TEXT])
{
	return say_fit(d, w, fit_at(d, DEAD_BY_CAUSE, group), letters_of(w, group), out);
}

const char *dead_rehearsed_bucket(
	struct dead *d, const struct world *w, uint32_t bucket, char out[ROW_TEXT])
{
	const struct dead_bucket *b = &d->bucket[bucket];

	return say_fit(d, w, fit_at(d, d->by, b->key), b->n, out);
}

/* The next that is not known, or was long ago and has changed. */
static bool next_row(struct dead *d, const struct world *w, struct dead_row *out)
{
	for (size_t i = 0; i < d->parts && i < SHOWN; i++) {
		uint32_t bucket = d->part[i].bucket, group = d->part[i].group;
		const struct dead_fit *f =
			fit_at(d, d->by, bucket != NONE ? d->bucket[bucket].key : group);
		size_t letters =
			bucket != NONE ? d->bucket[bucket].n : letters_of(w, group);

		if (f != NULL &&
			(f->key == key_of(d, w, letters) || w->tick - f->tick <= AROUND))
			continue;
		*out = (struct dead_row){ .group = group,
			.why = NONE,
			.letter = SIZE_MAX,
			.handoff = NONE,
			.bucket = bucket };
		return true;
	}
	return false;
}

void dead_rehearse_around(struct dead *d, const struct world *w)
{
	struct dead_shown all;
	struct dead_row row;

	d->around_more = false;
	if (w->replay != NULL || !rehearse_is_done(&d->rehearse))
		return;
	if (!d->around_on || d->around_by != d->by) {
		d->around_on = false;
		if (!next_row(d, w, &row))
			return;
		all = dead_rows_all(d, &row);
		d->around_by = d->by;
		d->around_key =
			row.bucket != NONE ? d->bucket[row.bucket].key : row.group;
		d->around_letters = all.n;
		d->around_on = true;
		begin(&d->around, &all, &row);
	}
	rehearse_turn(&d->around, w, NULL);
	keep_fit(d, w, d->around_by, d->around_key, d->around_letters, &d->around);
	d->around_on = !rehearse_is_done(&d->around);
	d->around_more = !d->around.waits;
}

bool dead_rehearse_busy(const struct dead *d, const struct world *w)
{
	if (w->tick - d->rehearsed_at >= SECOND)
		return false; /* it is not what is shown */
	return d->around_more || (!rehearse_is_done(&d->rehearse) && !d->rehearse.waits);
}

/* --- of the one under the cursor --------------------------------------------------- */

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
	d->rehearsed_at = w->tick;
	if (dead_is_bucket(row))
		keep_fit(
			d, w, d->by, d->bucket[row->bucket].key, letters.n, &d->rehearse);
	else if (row->handoff == NONE && row->why == NONE)
		keep_fit(d, w, DEAD_BY_CAUSE, row->group, letters.n, &d->rehearse);
	if (row->handoff == NONE && rehearse_is_done(&d->rehearse) &&
		letters.n != d->rehearse.of) /* "fits 0 of 18", and 19 stand above it */
		buf_fmt(out, "%s ago: ", format_span(w->tick - d->rehearse.ended, age));
	rehearse_say(out, &d->rehearse, w);
}
