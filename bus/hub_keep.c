/* SPDX-License-Identifier: MIT */
/*
 * What the hub has folded, kept: the mesh is read from a snapshot and the journal
 * behind it, and a new snapshot is made every so often.
 */
#include "base/mem.h"
#include "bus/hub_own.h"
#include "mesh/dump.h"

#define SNAPSHOT_AT_END 5 /* of what is due: worth the time that stopping takes */
#define SNAPSHOT_LOOK (SECOND / 10)
#define SNAPSHOT_REST 10 /* times as long as the last one took */
#define DIGEST_BLOCKS 2  /* at each look: a hundredth of the time at most */

struct folding {
	struct hub *h;
	struct err *e;
	bool bad;
};

/* What cannot be read was read once: without it this would be another mesh. */
static bool fold_line(void *user, uint64_t hubsequence, struct str event)
{
	struct folding *f = user;
	struct event e;

	if ((hubsequence & 4095) == 0)
		hub_tell_reading(f->h);
	if (!event_read(&f->h->doc, event, event, FROM_RECORDING, &e, NULL, f->e)) {
		err_wrap(f->e, "event %llu", (unsigned long long)hubsequence);
		f->bad = true;
	} else if (e.numbered != hubsequence) {
		err_set(f->e, "event %llu says that it is %llu",
			(unsigned long long)hubsequence, (unsigned long long)e.numbered);
		f->bad = true;
	} else {
		mesh_apply(f->h->mesh, &e);
	}
	return !f->bad;
}

static bool fold_journal(struct hub *h, struct err *e)
{
	struct folding f = { .h = h, .e = e };

	if (!journal_read(h->reader, h->mesh->hubsequence, UINT64_MAX, fold_line, &f, e))
		return false;
	if (!f.bad)
		return true;
	return err_wrap(e, "the journal %s is damaged (seam check says what to do)",
		h->o.journal);
}

bool hub_reload(struct hub *h, struct err *e)
{
	int64_t start = clock_mono();
	struct mesh *m = NULL;
	struct err why;
	uint64_t from;

	mesh_free(h->mesh);
	survey_reset(h->survey);
	hub_tell_reading(h);
	if (h->snapshots != NULL) {
		m = snapshot_load(h->snapshots, journal_last(h->reader), &why);
		if (m == NULL && why.text[0] != '\0')
			hub_log(h, "%s; all events are read instead", why.text);
	}
	h->mesh = m != NULL ? m : mesh_new();
	if (h->vitals.snapshot_wall == 0)
		h->vitals.snapshot_wall = snapshot_time(h->snapshots);
	if (h->reader == NULL)
		return true;
	from = h->mesh->hubsequence;
	if (!fold_journal(h, e))
		return false;
	h->committed = h->mesh->hubsequence;
	hub_retain_start(h);
	if (m != NULL)
		hub_log(h,
			"the mesh comes from the snapshot at %llu and %llu events "
			"behind it, in %.1f s",
			(unsigned long long)from,
			(unsigned long long)(h->committed - from),
			(double)(clock_mono() - start) / SECOND);
	return true;
}

static void note_snapshot(struct hub *h, int64_t took)
{
	h->vitals.snapshot_took = took;
	h->vitals.snapshot_wall = clock_wall() - took;
}

/* A snapshot costs a core for as long as it takes: it is not made all the time. */
static void look_after(struct hub *h)
{
	struct err e;
	enum snapshot_end end = snapshot_turn(h->snapshots, h->committed, &e);

	if (end == SNAPSHOT_NOT_YET)
		return;
	if (end == SNAPSHOT_FAILED)
		hub_log(h, "%s; the next start reads more of the journal", e.text);
	if (end == SNAPSHOT_DONE)
		note_snapshot(h, clock_mono() - h->snapshot_began);
	h->snapshot_look = h->turn + SNAPSHOT_REST * (h->turn - h->snapshot_began);
}

/*
 * Digests go into a snapshot with the mesh. What is not digested there has to be, page
 * by page, by the hub that starts from it, when somebody asks for the counters.
 */
static void digest_ahead(struct hub *h)
{
	if (h->turn < h->digest_look)
		return;
	h->digest_look = h->turn + SNAPSHOT_LOOK;
	mesh_digest_some(h->mesh, DIGEST_BLOCKS);
}

void hub_keep_snapshot(struct hub *h)
{
	struct err e;

	if (h->snapshots != NULL)
		digest_ahead(h);
	if (h->snapshots == NULL || h->turn < h->snapshot_look)
		return;
	h->snapshot_look = h->turn + SNAPSHOT_LOOK;
	if (snapshot_under_way(h->snapshots)) {
		look_after(h);
	} else if (!h->failed &&
		(h->snapshot_wanted ||
			h->mesh->hubsequence - h->snapshot_tried >=
				h->o.snapshot_every)) {
		h->snapshot_wanted = false;
		h->snapshot_tried = h->mesh->hubsequence;
		h->snapshot_began = h->turn;
		if (!snapshot_begin(h->snapshots, h->mesh, &e))
			hub_log(h, "%s", e.text);
	}
}

void hub_keep_last_snapshot(struct hub *h)
{
	struct err e;

	if (h->snapshots == NULL || h->failed || h->committed != h->mesh->hubsequence ||
		h->committed - snapshot_at(h->snapshots) <
			h->o.snapshot_every / SNAPSHOT_AT_END)
		return;
	notify_patience(h->notify);
	if (!snapshot_write(h->snapshots, h->mesh, &e))
		hub_log(h, "%s", e.text);
}
