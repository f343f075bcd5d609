/* SPDX-License-Identifier: MIT */
/*
 * How the hub is, for those who look after it: /healthz, the service manager, and the
 * writes that are only made to know that they work.
 *
 * The watchdog is fed as long as the loop turns and the writer comes back, with or
 * without success. A disk that is full, or a journal that was moved, is told as
 * status, in the feed and in the metrics, and goes by without a restart; a restart
 * would only lose what is still answered meanwhile, or begin a new journal.
 */
#include "bus/hub_doors.h"

#define FRESH (5 * SECOND) /* what was written then can be written still */
#define SURVEY_EVERY SECOND
#define STALE (10 * SECOND) /* nothing came in so long: a scrape asks for a probe */

enum health hub_health(struct hub *h, struct err *why)
{
	if (h->failed) {
		*why = h->why_failed;
		return HEALTH_BAD;
	}
	if (h->reader == NULL || (h->written_at != 0 && h->turn - h->written_at <= FRESH))
		return HEALTH_GOOD;
	h->probe_asked = true;
	return HEALTH_UNKNOWN;
}

void hub_doubt_journal(struct hub *h)
{
	if (h->reader != NULL && h->turn - h->written_at > STALE)
		h->probe_asked = true;
}

void hub_note_written(struct hub *h, const struct batch *b)
{
	if (!b->written) {
		h->vitals.commits_failed++;
	} else {
		h->written_at = clock_mono();
		h->probe_asked = false;
	}
	if (b->written && b->count > 0) {
		histogram_add(&h->vitals.commit, (double)b->took / SECOND);
		histogram_add(&h->vitals.batch, (double)b->count);
	}
	http_wake(h->http);
}

/* A commit that does not come back in half of the watchdog's time may never do. */
static bool writer_lives(const struct hub *h)
{
	return !h->writing || h->turn - h->sent_at < notify_watchdog(h->notify) / 2;
}

static void tell_manager(struct hub *h)
{
	if (h->failed)
		notify_status(h->notify, "nothing is accepted: %s", h->why_failed.text);
	else if (h->care.damage.text[0] != '\0')
		notify_status(h->notify, "%s", h->care.damage.text);
	else
		notify_status(h->notify, "%zu wait for a human, %zu dead letters",
			h->mesh->review.count, h->mesh->dead.count);
	if (writer_lives(h))
		notify_alive(h->notify);
	if (h->reloading) {
		h->reloading = false;
		notify_ready(h->notify);
	}
}

void hub_tell_reading(struct hub *h)
{
	notify_status(h->notify, "reading the journal");
	notify_patience(h->notify);
	notify_alive(h->notify);
}

void hub_watch_self(struct hub *h)
{
	tell_manager(h);
	for (int i = 0; i < LANES; i++)
		peers_turn(h->peers[i]);
	hub_doors_turn(h);
	if (h->http == NULL)
		return;
	if (h->turn >= h->survey_at) {
		h->survey_at = h->turn + SURVEY_EVERY;
		survey_begin(h->survey);
	}
	survey_turn(h->survey, h->mesh, hub_now(h));
	http_turn(h->http);
}

long hub_watch_patience(struct hub *h)
{
	long wait = http_patience(h->http);

	if (survey_under_way(h->survey))
		return 0;
	if (h->probe_asked && !h->writing)
		wait = sooner(wait, until_mono(h->probe_at));
	return writer_lives(h) ? sooner(wait, notify_due(h->notify)) : wait;
}
