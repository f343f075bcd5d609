/* SPDX-License-Identifier: MIT */
/*
 * Retention (docs/PROTOCOL.md, "Retention"): what nobody waits for leaves the mesh
 * with a seam.baseline, a bounded part at a time, and then the journal, row by row
 * in slices, so that nobody notices. What was cut off half-way is found again after
 * a start: rows at or below the horizon that belong to nothing that is kept. Nothing
 * is cut that came after the last snapshot.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "bus/hub_own.h"
#include "mesh/baseline.h"

#define STEP_ROWS 2000    /* that a baseline cuts at most */
#define STEP_HANDOFFS 500 /* that leave the mesh with it at most */
#define GLANCE 100        /* rows looked over in a turn */
#define QUEUE ((size_t)4 * STEP_ROWS)
#define SLICE 4000   /* microseconds of deleting in a commit */
#define LOOK SECOND  /* at the size */
#define FRACTION 100 /* of the age kept, by which it may be late */
#define SAY_EVERY (60 * MINUTE)
#define LEFT_ALONE 1000 /* events that are not worth a snapshot of their own */

void hub_retain_start(struct hub *h)
{
	struct retain *r = &h->retain;

	r->queued = 0;
	r->swept = 0;
	r->sweep_to = h->mesh->horizon; /* what an earlier run left */
	r->look = h->turn + LOOK;
}

void hub_retain_fini(struct retain *r)
{
	free(r->queue);
	free(r->out);
}

static void queue_add(struct retain *r, uint64_t place)
{
	xgrow(&r->queue, &r->cap, r->queued + 1, sizeof(*r->queue));
	r->queue[r->queued++] = place;
}

static bool glance(void *user, uint64_t place, struct str type, struct str handoff)
{
	struct hub *h = user;
	bool waits = handoff.n > 0 &&
		(mesh_find_handoff(h->mesh, handoff) != NONE ||
			mesh_awaits_offer(h->mesh, handoff));

	if (!waits && !baseline_keeps(type))
		queue_add(&h->retain, place);
	h->retain.swept = place;
	h->retain.glanced++;
	return true;
}

static void sweep(struct hub *h)
{
	struct retain *r = &h->retain;
	struct err e;

	r->glanced = 0;
	if (!journal_look_over(h->reader, r->swept, r->sweep_to, GLANCE, glance, h, &e)) {
		hub_log(h, "retention: %s", e.text);
		r->sweep_to = r->swept;
	}
	if (r->glanced < GLANCE)
		r->swept = r->sweep_to;
}

/* Rows of what this cut drops that stand before the last one: nobody looks there again.
 */
static void queue_old_rows(struct hub *h, uint64_t cut)
{
	uint32_t places[STEP_HANDOFFS];
	size_t n = baseline_drops(h->mesh, cut, places, STEP_HANDOFFS);

	for (size_t i = 0; i < n; i++) {
		const struct handoff *x = handoff_there(h->mesh, places[i]);

		for (uint32_t p = 0; p < x->pasts; p++) {
			if (x->past[p].hubsequence <= h->mesh->horizon &&
				!baseline_keeps(
					str_of(event_kinds[x->past[p].type].type)))
				queue_add(&h->retain, x->past[p].hubsequence);
		}
	}
}

/* That it works is said, but a busy hub cuts many times a second. */
static void say_cut(struct hub *h, uint64_t to)
{
	if (h->turn < h->retain.say_at)
		return;
	h->retain.say_at = h->turn + SAY_EVERY;
	hub_log(h,
		"retention deletes what nobody waits for, up to event %llu for now; it goes "
		"on, and says so once an hour at the most",
		(unsigned long long)to);
}

static void cut(struct hub *h, uint64_t target)
{
	struct retain *r = &h->retain;
	uint64_t from = h->mesh->horizon, to = target;
	struct buf data = { 0 };

	if (to - from > STEP_ROWS)
		to = from + STEP_ROWS;
	to = baseline_cut(h->mesh, to, STEP_HANDOFFS);
	if (to <= from)
		return;
	queue_old_rows(h, to);
	baseline_write(&data, h->mesh, to);
	hub_emit(h, EV_BASELINE, (struct str){ 0 }, buf_view(&data));
	buf_fini(&data);
	r->swept = from;
	r->sweep_to = to;
	say_cut(h, to);
}

/* How far everything may go that nobody waits for; 0: nothing now. */
static uint64_t target_of(struct hub *h)
{
	uint64_t most = snapshot_at(h->snapshots), target = 0;
	int64_t now = hub_now(h);

	if (h->o.keep_age > 0)
		target = journal_before(h->reader, now - h->o.keep_age);
	if (target > 0 && target < h->retain.target)
		target = h->retain.target; /* on the way there */
	else if (target > 0 && now < h->retain.age_look)
		target = 0;
	else
		h->retain.age_look = now + h->o.keep_age / FRACTION + SECOND;
	h->retain.target = target > h->mesh->horizon ? target : 0;
	if (h->o.keep_bytes > 0 && target < h->mesh->horizon + STEP_ROWS &&
		journal_bytes(h->reader) > h->o.keep_bytes)
		target = h->mesh->horizon + STEP_ROWS;
	/* who takes over a snapshot must find every event behind it */
	h->snapshot_wanted |= target > most && h->committed > most + LEFT_ALONE;
	return target < most ? target : most;
}

void hub_retain(struct hub *h)
{
	struct retain *r = &h->retain;
	uint64_t target;

	if (h->reader == NULL || h->failed)
		return;
	if (r->swept < r->sweep_to) {
		if (r->queued < QUEUE && r->sweep_to <= h->committed)
			sweep(h);
		return;
	}
	if (h->turn < r->look || r->queued > 0 ||
		(h->o.keep_age == 0 && h->o.keep_bytes == 0))
		return;
	target = target_of(h);
	if (target > h->mesh->horizon)
		cut(h, target);
	else
		r->look = h->turn + LOOK;
}

bool hub_retain_works(const struct hub *h)
{
	const struct retain *r = &h->retain;

	return !h->failed && h->reader != NULL &&
		((r->swept < r->sweep_to && r->sweep_to <= h->committed &&
			 r->queued < QUEUE) ||
			(h->turn >= r->look && r->queued == 0 &&
				r->target > h->mesh->horizon));
}

bool hub_retain_give(struct hub *h, struct batch *b)
{
	struct retain *r = &h->retain;

	if (r->queued == 0 || h->failed)
		return false;
	/* a copy: the queue goes on while the writer reads */
	free(r->out);
	r->out = xmalloc(r->queued * sizeof(*r->out));
	memcpy(r->out, r->queue, r->queued * sizeof(*r->out));
	b->cut = (struct journal_cut){
		.place = r->out, .count = r->queued, .usec = SLICE
	};
	return true;
}

void hub_retain_took(struct hub *h, const struct batch *b)
{
	struct retain *r = &h->retain;

	if (b->cut.gone == 0)
		return;
	memmove(r->queue, r->queue + b->cut.gone,
		(r->queued - b->cut.gone) * sizeof(*r->queue));
	r->queued -= b->cut.gone;
}
