/* SPDX-License-Identifier: MIT */
/*
 * The hub and its journal: how it is opened, what goes to the writer and comes back, and
 * what becomes of all that stood when it cannot be written.
 */
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "bus/hub_own.h"

#define PROBE_EVERY SECOND

static void end_at_once(int signal)
{
	(void)signal;
	_exit(0);
}

/*
 * Whether SIGTERM and SIGINT end it here and now. While the journal is read nothing has
 * been promised to anybody, and that may take long; later they are read by the loop.
 * Not while a thread is started, which would be left with it.
 */
static void may_end(bool at_once)
{
	struct sigaction act = { .sa_handler = at_once ? end_at_once : SIG_DFL };
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	if (at_once) {
		sigaction(SIGINT, &act, NULL);
		sigaction(SIGTERM, &act, NULL);
	}
	pthread_sigmask(at_once ? SIG_UNBLOCK : SIG_BLOCK, &set, NULL);
	if (!at_once) {
		sigaction(SIGINT, &act, NULL);
		sigaction(SIGTERM, &act, NULL);
	}
}

static struct journal *open_one(const char *path, enum journal_mode mode, struct err *e)
{
	struct journal *j;

	may_end(true); /* what a killed hub left is put in order */
	j = journal_open(path, mode, e);
	may_end(false);
	return j;
}

static bool first_load(struct hub *h, struct err *e)
{
	bool ok;

	may_end(true);
	ok = hub_reload(h, e);
	may_end(false);
	return ok;
}

bool hub_open_journal(struct hub *h, struct err *e)
{
	struct journal *j = NULL;
	struct buf who = { 0 };

	if (h->o.journal != NULL) {
		j = open_one(h->o.journal, JOURNAL_WRITE, e);
		if (j == NULL)
			return false;
		buf_fmt(&who, "the hub \"%s\", process %ld, control %s", h->o.name,
			(long)getpid(), h->control_url);
		journal_say_holder(j, who.data);
		buf_fini(&who);
		h->reader = open_one(h->o.journal, JOURNAL_READ, e);
		if (h->reader == NULL) {
			journal_close(j);
			return false;
		}
		snprintf(h->epoch, sizeof(h->epoch), "%s", journal_epoch(j));
		h->snapshots = snapshots_new(h->o.journal, h->epoch);
	} else {
		random_name(h->epoch);
	}
	h->writer = writer_start(h->context, j);
	if (!first_load(h, e))
		return false;
	h->snapshot_tried = snapshot_at(h->snapshots);
	return true;
}

/* What came by publish is sent again by its agent; the events lane sends once. */
static void put_by(struct hub *h, const struct batch *b)
{
	for (size_t i = 0; i < b->count; i++) {
		struct str came = b->entry[i].unanswered;

		if (came.p == NULL)
			continue;
		xgrow(&h->again, &h->again_cap, h->agains + 1, sizeof(*h->again));
		h->again[h->agains++] = xmemdup(came.p, came.n);
	}
}

/* Nothing that is not on disk stands: the mesh goes back to what is. */
static void fail(struct hub *h, const struct batch *b)
{
	const struct err *why = &b->err;
	struct err e;

	if (!h->failed)
		hub_log(h, "%s; nothing is accepted until it can be written", why->text);
	h->failed = true;
	h->why_failed = *why;
	h->probe_at = clock_mono() + PROBE_EVERY;
	put_by(h, b);
	put_by(h, h->filling);
	hub_owe_denials(h, b);
	hub_owe_denials(h, h->filling);
	batch_reset(h->filling);
	memset(h->denied, 0, sizeof(h->denied)); /* of which some are undone */
	if (h->snapshots != NULL)
		snapshot_abandon(h->snapshots);
	if (b->let_go && !journal_reopen(h->reader, &e))
		hub_log(h, "%s", e.text);
	hub_break_promises(h);
	if (h->mesh->hubsequence > h->committed && !hub_reload(h, &e))
		hub_log(h, "%s", e.text);
	for (struct deferred *d = h->deferred; d != NULL; d = d->next)
		d->rests_on = 0;
	hub_resume(h);
}

/* What could not be read when it failed is read before it is done with. */
static bool can_read(struct hub *h)
{
	struct err e;

	if ((journal_is_open(h->reader) || journal_reopen(h->reader, &e)) &&
		(h->mesh->hubsequence == h->committed || hub_reload(h, &e)))
		return true;
	h->why_failed = e;
	return false;
}

static void recover(struct hub *h)
{
	if (!can_read(h))
		return;
	h->failed = false;
	h->care.damage = (struct err){ "" }; /* where it is still there it is met again */
	h->contracts_doubted = true;
	h->next_scan = 0;
	h->quiet_until = hub_now(h) + h->o.grace;
	hub_log(h, "the journal can be written again");
	for (size_t i = 0; i < h->agains; i++) {
		struct intake in;

		/* whose it is was looked at when it came */
		hub_intake(h, str_of(h->again[i]), "events", NULL, &in);
		free(h->again[i]);
	}
	h->agains = 0;
}

void hub_watch_journal(struct hub *h)
{
	h->doubt = h->reader != NULL && !h->failed && !journal_in_place(h->reader, NULL);
}

void hub_take_written(struct hub *h)
{
	struct batch *b = writer_receive(h->writer);

	if (b == NULL)
		return;
	h->writing = false;
	if (b->chore == NULL)
		hub_note_written(h, b);
	if (b->chore != NULL) {
		hub_chore_done(h, b);
	} else if (!b->written) {
		fail(h, b);
	} else if (h->failed) {
		recover(h);
	} else if (b->count > 0) {
		hub_retain_took(h, b);
		h->committed = b->entry[b->count - 1].row.hubsequence;
		h->care.committed_at = h->turn;
		hub_feed_batch(h, b);
		hub_resume(h);
		hub_send_replies(h);
	} else {
		hub_retain_took(h, b);
		h->care.committed_at = h->turn;
	}
	batch_reset(b);
	h->spare = b;
}

/* An empty batch between two others, so that what has come waits for a chore only. */
static bool send_chore(struct hub *h)
{
	batch_chore *chore = h->writing ? NULL : hub_chore(h);

	if (chore == NULL)
		return false;
	h->spare->chore = chore;
	h->writing = true;
	h->sent_at = clock_mono();
	writer_send(h->writer, h->spare);
	h->spare = NULL;
	return true;
}

/* The writer gets what has come meanwhile as soon as it is free. */
void hub_send_batch(struct hub *h)
{
	struct batch *full = h->filling;
	bool probe =
		(h->failed || h->doubt || h->probe_asked) && clock_mono() >= h->probe_at;

	if (h->writing || send_chore(h) ||
		(!hub_retain_give(h, full) && full->count == 0 && !probe))
		return;
	h->filling = h->spare;
	h->spare = NULL;
	h->writing = true;
	h->doubt = h->probe_asked = false;
	h->sent_at = clock_mono();
	h->probe_at = h->sent_at + PROBE_EVERY;
	writer_send(h->writer, full);
}
