/* SPDX-License-Identifier: MIT */
/*
 * The hub's clock and what it brings about: docs/PROTOCOL.md, "Time". In one run it
 * counts on the boot-time clock; across restarts on the wall clock, never
 * behind what was recorded last.
 */
#include "bus/hub_own.h"

#define JUMP (2 * SECOND)    /* the wall clock parting from the boot clock */
#define ASLEEP (1 * SECOND)  /* a suspend */
#define STALLED (2 * SECOND) /* a turn that took so long that deadlines slipped */
#define BEAT SECOND
#define SCAN (2 * SECOND)    /* of the contracts' folder */
#define WRITING (SECOND / 4) /* the same while somebody writes a file there */

static int64_t hub_clock(const struct hub *h)
{
	int64_t since = clock_boot() - h->boot_base;

	if (h->o.clock_rate == 1)
		return h->base + since;
	return h->base + (int64_t)((double)since * h->o.clock_rate);
}

void hub_clock_start(struct hub *h)
{
	h->wall_base = clock_wall();
	h->boot_base = clock_boot();
	h->asleep = h->boot_base - clock_mono();
	h->base = h->wall_base > h->mesh->now ? h->wall_base : h->mesh->now;
	h->turn = clock_mono();
	h->quiet_until = mesh_next_deadline(h->mesh) != 0 ? h->base + h->o.grace : 0;
}

int64_t hub_now(struct hub *h)
{
	int64_t now = hub_clock(h);

	return now > h->mesh->now ? now : h->mesh->now;
}

static void tell_jump(struct hub *h, int64_t by)
{
	struct buf *b = hub_data(h, NONE);

	out_key(b, "by");
	out_real(b, (double)by / (double)SECOND);
	out_close(b, '}');
	hub_emit(h, EV_CLOCK_JUMPED, (struct str){ 0 }, buf_view(b));
}

/* The wall clock jumped, or the machine slept, or this process was stopped. */
static void watch_clocks(struct hub *h)
{
	int64_t boot = clock_boot(), mono = clock_mono();
	int64_t by = (clock_wall() - h->wall_base) - (boot - h->boot_base);
	int64_t asleep = boot - mono;
	bool resumed = asleep - h->asleep > ASLEEP || mono - h->turn > STALLED;

	if (by > JUMP || by < -JUMP) {
		h->wall_base += by;
		tell_jump(h, by);
	}
	h->asleep = asleep;
	h->turn = mono;
	if (resumed)
		h->quiet_until = hub_now(h) + h->o.grace;
}

static void tell_gaps(struct hub *h)
{
	struct numbered first;
	uint64_t last;

	while (mesh_next_gap(h->mesh, hub_now(h), &first, &last)) {
		struct buf *b = hub_data(h, NONE);
		char number[21];

		out_key(b, "source");
		out_str(b, first.source);
		out_key(b, "run");
		out_str(b, first.run);
		out_key(b, "first");
		sequence_text(first.number, number);
		out_text(b, number);
		out_key(b, "last");
		sequence_text(last, number);
		out_text(b, number);
		out_close(b, '}');
		hub_emit(h, EV_GAP, (struct str){ 0 }, buf_view(b));
	}
}

/* What fires may be less than what was asked: docs/PROTOCOL.md, "Fallbacks". */
static enum fallback_action action_at_deadline(
	const struct hub *h, const struct handoff *x)
{
	const struct contract *c = handoff_contract(h->mesh, x);
	uint32_t most = c != NULL ? c->max_attempts : CONTRACT_MAX_ATTEMPTS;
	bool ended = x->state == STATE_REFUSED || x->state == STATE_FAILED;

	if (x->on_deadline == FALLBACK_PROCEED && ended)
		return FALLBACK_DEAD_LETTER;
	if (x->on_deadline == FALLBACK_REQUEUE && x->attempt >= most)
		return FALLBACK_DEAD_LETTER;
	return x->on_deadline;
}

static void fire(struct hub *h, uint32_t i, int64_t now)
{
	const struct handoff *x = handoff_there(h->mesh, i);
	enum fallback_action action = action_at_deadline(h, x);
	int64_t late = now - handoff_due(x);
	struct buf *b = hub_data(h, i);

	out_key(b, "action");
	out_text(b, fallback_name(action));
	if (x->target != NULL) {
		out_key(b, "target");
		out_text(b, x->target);
	}
	if (action == FALLBACK_REQUEUE) {
		out_key(b, "next_attempt");
		out_uint(b, x->attempt + 1u);
	}
	out_key(b, "cause");
	out_text(b, "deadline");
	if (late > SECOND * (h->o.clock_rate > 1 ? h->o.clock_rate : 1)) {
		out_key(b, "overdue_by");
		out_real(b, (double)(late / 1000) / 1000);
	}
	out_close(b, '}');
	hub_emit(h, EV_FALLBACK, hub_subject(h, i), buf_view(b));
}

/* A bounded number a turn, and none before the backlog is read. */
static void fire_deadlines(struct hub *h)
{
	int64_t now = hub_now(h);
	uint32_t i;

	if (!h->drained || now < h->quiet_until)
		return;
	for (int n = 0; n < 256 && (i = mesh_next_due(h->mesh, now)) != NONE; n++)
		fire(h, i, now);
}

static void beat(struct hub *h)
{
	struct buf *b = &h->body;

	buf_reset(b);
	out_open(b, '{');
	out_key(b, "name");
	out_text(b, h->o.name);
	out_key(b, "epoch");
	out_text(b, h->epoch);
	out_key(b, "hubsequence");
	out_digits(b, h->committed);
	out_key(b, "time");
	out_time(b, hub_now(h));
	out_key(b, "version");
	out_text(b, SEAM_VERSION);
	out_key(b, "clock_rate");
	out_real(b, h->o.clock_rate);
	out_key(b, "open");
	out_bool(b, h->open);
	out_key(b, "journal");
	out_text(b, h->failed ? h->why_failed.text : "ok");
	out_key(b, "journal_note");
	out_journal_note(h, b);
	out_close(b, '}');
	zmq_send(h->feed, "hub", 3, ZMQ_SNDMORE | ZMQ_DONTWAIT);
	zmq_send(h->feed, b->data, b->len, ZMQ_DONTWAIT);
}

void hub_tick(struct hub *h)
{
	watch_clocks(h);
	if (!h->failed) {
		tell_gaps(h);
		hub_flush_doubles(h, false);
		hub_flush_quarantine(h, false);
		fire_deadlines(h);
		if (h->turn >= h->next_scan) {
			hub_load_contracts(h);
			h->next_scan = h->turn +
				(h->contracts.unread                     ? 0
						: h->contracts.unsettled ? WRITING
									 : SCAN);
		}
	}
	if (h->turn >= h->next_beat) {
		h->next_beat = h->turn + BEAT;
		beat(h);
		outboxes_sweep(h->outboxes);
		hub_watch_journal(h);
		hub_care(h);
	}
}

long hub_until(struct hub *h, int64_t when)
{
	double ms = (double)(when - hub_now(h)) / h->o.clock_rate / 1000;

	return ms <= 0 ? 0 : ms < 3600e3 ? (long)ms + 1 : 3600000;
}

long hub_patience(struct hub *h)
{
	int64_t deadline = mesh_next_deadline(h->mesh);
	int64_t gap = mesh_next_gap_due(h->mesh);
	long wait = until_mono(h->next_beat);

	if (h->next_wake != 0)
		wait = sooner(wait, until_mono(h->next_wake));
	if (h->gate != NULL)
		wait = sooner(wait, until_mono(h->gate_look));
	if (h->care.vacuum)
		wait = sooner(wait, until_mono(h->care.chore_at));
	if (h->contracts.unsettled)
		wait = sooner(wait, until_mono(h->next_scan));
	wait = sooner(wait, hub_hooks_patience(h));
	wait = sooner(wait, hub_watch_patience(h));
	if (h->failed)
		return wait;
	if (deadline != 0 && deadline < h->quiet_until)
		deadline = h->quiet_until;
	if (deadline != 0 && hub_until(h, deadline) < wait)
		wait = hub_until(h, deadline);
	if (gap != 0 && hub_until(h, gap) < wait)
		wait = hub_until(h, gap);
	return wait;
}
