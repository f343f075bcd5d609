/* SPDX-License-Identifier: MIT */
/* Operations that ask, and the one that brings an event: docs/PROTOCOL.md, "Control". */
#include <stdlib.h>

#include "base/mem.h"
#include "bus/counters.h"
#include "bus/hub_own.h"

void op_ping(struct hub *h, struct request *r)
{
	char *path = h->reader != NULL ? realpath(journal_path(h->reader), NULL) : NULL;

	reply_ok(r);
	out_key(r->out, "name");
	out_text(r->out, h->o.name);
	out_key(r->out, "version");
	out_text(r->out, SEAM_VERSION);
	out_key(r->out, "protocol");
	out_text(r->out, PROTOCOL_VERSION);
	out_key(r->out, "feed");
	out_text(r->out, h->feed_url);
	out_key(r->out, "events");
	out_text(r->out, h->events_url);
	out_key(r->out, "control");
	out_text(r->out, h->control_url);
	out_key(r->out, "time");
	out_time(r->out, hub_now(h));
	out_key(r->out, "clock_rate");
	out_real(r->out, h->o.clock_rate);
	out_key(r->out, "open");
	out_bool(r->out, h->open);
	out_key(r->out, "journal");
	out_text(r->out, path);
	free(path);
}

/* --- publish --------------------------------------------------------------- */

static void out_offer(struct hub *h, struct buf *b, uint32_t i)
{
	const struct handoff *x = handoff_at(h->mesh, i);
	char digest[DIGEST_TEXT];

	digest_text(&x->digest, digest);
	out_key(b, "state");
	out_text(b, state_name(x->state));
	out_key(b, "digest");
	out_text(b, digest);
	out_key(b, "deadline");
	out_time(b, handoff_due(x));
}

void op_publish(struct hub *h, struct request *r)
{
	uint32_t n = json_member(r->j, 0, "event");
	struct intake in;

	if (n == JSON_NONE) {
		hub_quarantine(h, r->raw, "control", "attributes",
			"a publish without \"event\"");
		reply_error(r, "malformed", "\"event\" is missing");
		return;
	}
	if (json_raw(r->j, n).n > EVENT_BYTES) {
		reply_error(
			r, "too_large", "an event has at most %zu bytes", EVENT_BYTES);
		return;
	}
	hub_intake(h, json_raw(r->j, n), "control", &in);
	if (in.quarantined) {
		reply_error_begin(r, "malformed", in.err.text);
		out_key(r->out, "recorded");
		out_digits(r->out, in.recorded);
		reply_error_end(r);
		return;
	}
	reply_ok(r);
	out_key(r->out, "recorded");
	out_digits(r->out, in.recorded);
	out_key(r->out, "duplicate");
	out_bool(r->out, in.standing == STANDING_DUPLICATE);
	if (in.standing != STANDING_APPLIED) {
		out_key(r->out, "standing");
		out_text(r->out, standing_name(in.standing));
	}
	if (in.type == EV_OFFERED && in.handoff != NONE)
		out_offer(h, r->out, in.handoff);
}

/* --- events ---------------------------------------------------------------- */

struct page {
	struct hub *h;
	struct buf *b;
	uint64_t unreadable; /* the event that is no JSON any more, 0 */
	uint64_t last, count;
	bool more;
};

/* One that is damaged would spoil the reply with all that is in it. */
static bool is_readable(struct hub *h, struct str event)
{
	return json_read(&h->doc, event.p, event.n, EVENT_DEPTH + 2, NULL);
}

static bool add_event(void *user, uint64_t hubsequence, struct str event)
{
	struct page *p = user;

	if (p->b->len + event.n > REPLY_BYTES) {
		p->more = true;
		return false;
	}
	if (!is_readable(p->h, event)) {
		p->unreadable = hubsequence;
		return false;
	}
	out_raw(p->b, event);
	p->last = hubsequence;
	p->count++;
	return true;
}

void op_events(struct hub *h, struct request *r)
{
	struct page p = { .h = h, .b = r->out };
	struct str epoch;
	double limit = 1000;
	uint64_t after = 0;
	struct err e;

	if (!want_sequence(r, "after", &after) ||
		!want_number(r, "limit", 1, 100000, &limit) ||
		!want_string(r, "epoch", &epoch))
		return;
	if (epoch.p != NULL && !str_is(epoch, h->epoch)) {
		reply_error(r, "stale", "this journal's epoch is %s", h->epoch);
		return;
	}
	reply_ok(r);
	out_key(r->out, "events");
	out_open(r->out, '[');
	if (h->reader != NULL &&
		!journal_read(h->reader, after, (uint64_t)limit, add_event, &p, &e)) {
		hub_met_damage(h);
		reply_error(r, "unavailable", "%s", e.text);
		return;
	}
	if (p.unreadable != 0 && p.count == 0) {
		hub_say_damage(h, p.unreadable);
		reply_error(r, "unavailable", "%s", h->care.damage.text);
		return;
	}
	out_close(r->out, ']');
	out_key(r->out, "last");
	out_digits(r->out, h->committed);
	out_key(r->out, "more");
	out_bool(r->out, p.more || (p.count > 0 && p.last < h->committed));
}

/* --- counters -------------------------------------------------------------- */

void op_counters(struct hub *h, struct request *r)
{
	reply_ok(r);
	out_counters(r->out, h->mesh);
}

/* --- show ------------------------------------------------------------------ */

struct history {
	struct hub *h;
	const struct handoff *x;
	struct buf *b;
	struct past *past; /* sorted by hubsequence */
	size_t pasts;
	uint64_t unreadable; /* the event that is no JSON any more, 0 */
};

static int by_sequence(const void *a, const void *b)
{
	const struct past *x = a, *y = b;

	return x->hubsequence < y->hubsequence ? -1 : x->hubsequence > y->hubsequence;
}

/* What waited for its offer stands behind it in the mesh: here all is in hub order. */
static void sort_past(struct history *y)
{
	y->pasts = y->x->pasts;
	y->past = xmalloc((y->pasts + 1) * sizeof(*y->past));
	memcpy(y->past, y->x->past, y->pasts * sizeof(*y->past));
	if (y->pasts > 0)
		qsort(y->past, y->pasts, sizeof(*y->past), by_sequence);
}

static enum standing standing_of(const struct history *y, uint64_t hubsequence)
{
	struct past key = { .hubsequence = hubsequence };
	const struct past *found = y->pasts == 0
		? NULL
		: bsearch(&key, y->past, y->pasts, sizeof(key), by_sequence);

	/* an event of an attempt that nobody has offered yet */
	return found != NULL ? found->standing : STANDING_EARLY;
}

static bool add_history(void *user, uint64_t hubsequence, struct str event)
{
	struct history *y = user;
	enum standing s = standing_of(y, hubsequence);

	if (hubsequence > y->h->mesh->hubsequence || y->b->len + event.n > REPLY_BYTES)
		return false;
	if (!is_readable(y->h, event)) {
		y->unreadable = hubsequence;
		return false;
	}
	if (s == STANDING_APPLIED) {
		out_raw(y->b, event);
		return true;
	}
	/* `standing` is put in as the last member */
	out_raw(y->b, (struct str){ event.p, event.n - 1 });
	buf_fmt(y->b, ",\"standing\":\"%s\"}", standing_name(s));
	return true;
}

void op_show(struct hub *h, struct request *r)
{
	struct history y = { .h = h, .b = r->out };
	struct str id;
	struct err e;
	uint32_t i;

	if (!need_id(r, "handoff", &id))
		return;
	i = mesh_find_handoff(h->mesh, id);
	if (i == NONE) {
		reply_error(r, "not_found", "nobody has offered this handoff");
		return;
	}
	y.x = handoff_at(h->mesh, i);
	if (y.x->past[y.x->pasts - 1].hubsequence > h->committed) {
		r->deferred = true;
		return;
	}
	sort_past(&y);
	reply_ok(r);
	item_members(r->out, h->mesh, i);
	if (!out_artifact(h, r->out, y.x->offer)) {
		if (hub_met_damage(h)) {
			reply_error(r, "unavailable", "%s", h->care.damage.text);
			goto out;
		}
		out_key(r->out, "artifact");
		out_null(r->out);
	}
	out_key(r->out, "history");
	out_open(r->out, '[');
	if (h->reader != NULL &&
		!journal_read_handoff(h->reader, str_of(y.x->id), add_history, &y, &e)) {
		hub_met_damage(h);
		reply_error(r, "unavailable", "%s", e.text);
	} else if (y.unreadable != 0) {
		hub_say_damage(h, y.unreadable);
		reply_error(r, "unavailable", "%s", h->care.damage.text);
	} else {
		out_close(r->out, ']');
	}
out:
	free(y.past);
}
