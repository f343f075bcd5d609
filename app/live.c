/* SPDX-License-Identifier: MIT */
#include "app/live.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "bus/beats.h"

#define LIVE_BEAT (2 * SECOND)
#define LIVE_EVENT (10 * SECOND)
#define LOST_BEAT (15 * SECOND)

/* When the last event came, by the hub's own clock: it may have been before us. */
static int64_t last_came(
	const struct mirror_facts *f, int64_t newest, int64_t hub_now, int64_t now)
{
	if (newest == 0)
		return f->since;
	return now - (int64_t)((double)(hub_now - newest) / f->clock_rate);
}

/*
 * The same clock at the last beat: also where nothing has happened for long, what is
 * shown was true then. A beat that came before its events is not behind them.
 */
static int64_t heard_at(
	const struct mirror_facts *f, int64_t newest, int64_t hub_now, int64_t now)
{
	int64_t beat;

	if (f->last_beat == 0)
		return newest;
	beat = hub_now - beats_scaled(now - f->last_beat, f->clock_rate);
	return beat > newest ? beat : newest;
}

static enum link_state link_state(const struct mirror_facts *f, int64_t came, int64_t now)
{
	int64_t beat = f->last_beat != 0 ? now - f->last_beat : now - f->since;

	if (!f->answered)
		return LINK_CONNECTING;
	if (!f->connected || beat > LOST_BEAT)
		return LINK_LOST;
	if (!f->synced)
		return LINK_SYNCING;
	if (beat > LIVE_BEAT)
		return LINK_STALE;
	return now - came <= LIVE_EVENT ? LINK_LIVE : LINK_QUIET;
}

static int64_t link_age(
	const struct mirror_facts *f, enum link_state s, int64_t came, int64_t now)
{
	int64_t newest = f->last_beat > came ? f->last_beat : came;

	switch (s) {
	case LINK_LIVE:
		return now - newest;
	case LINK_QUIET:
		return now - came;
	case LINK_STALE:
	case LINK_LOST:
		return now - (f->last_beat != 0 ? f->last_beat : f->since);
	default:
		return now - f->since;
	}
}

void live_link(const struct mirror_facts *f, int64_t newest, int64_t hub_now, int64_t now,
	struct link_view *l)
{
	int64_t came = last_came(f, newest, hub_now, now);

	memset(l, 0, sizeof(*l));
	l->state = link_state(f, came, now);
	l->age = link_age(f, l->state, came, now);
	l->as_of = heard_at(f, newest, hub_now, now);
	l->synced = f->has;
	l->to_sync = f->hub_has;
	l->behind = f->hub_has > f->has ? f->hub_has - f->has : 0;
	l->tries = f->tries;
	l->retry_in = f->next_try > now ? f->next_try - now : 0;
	l->missed = (unsigned)(f->last_beat != 0 ? (now - f->last_beat) / SECOND : 0);
	l->refused = f->refused;
	l->looks = strcmp(f->role, "observer") == 0;
	l->open = f->open;
	snprintf(l->control, sizeof(l->control), "%s", f->control);
	snprintf(l->feed, sizeof(l->feed), "%s", f->feed);
	snprintf(l->events, sizeof(l->events), "%s", f->events);
	snprintf(l->error, sizeof(l->error), "%s", f->error);
	if (strcmp(f->journal, "ok") != 0)
		snprintf(l->journal, sizeof(l->journal), "%s", f->journal);
	snprintf(l->journal_note, sizeof(l->journal_note), "%s", f->journal_note);
	l->clock_off = f->clock_rate == 1 ? f->clock_off : 0;
}

static bool event_bytes(void *arg, uint64_t hubsequence, struct buf *out)
{
	return mirror_event(arg, hubsequence, out);
}

void live_world(struct mirror *m, int64_t tick, struct world *w)
{
	const struct mirror_facts *f = mirror_facts(m);

	w->mesh = mirror_mesh(m);
	w->now = mirror_now(m);
	if (w->now == 0)
		w->now = clock_wall(); /* until the hub has said */
	w->clock_rate = f->clock_rate;
	w->name = f->name[0] != '\0' ? f->name : "?";
	w->epoch = f->epoch;
	w->event = event_bytes;
	w->event_arg = m;
	live_link(f, w->mesh->now, mirror_now(m), tick, &w->link);
}
