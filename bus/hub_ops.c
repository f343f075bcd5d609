/* SPDX-License-Identifier: MIT */
/* Operations that ask, and the one that brings an event: docs/PROTOCOL.md, "Control". */
#include <stdlib.h>

#include "base/base64.h"
#include "base/mem.h"
#include "bus/counters.h"
#include "bus/hub_doors.h"
#include "mesh/image.h"

#define SNAPSHOT_PART ((size_t)4 << 20) /* bytes of the file in a reply */

/* Which lanes ask for keys, and to whom this one belongs. */
static void out_keys(struct hub *h, struct request *r)
{
	static const char *const lanes[LANES] = { "events", "control", "feed" };

	out_key(r->out, "keys");
	out_open(r->out, '[');
	for (int i = 0; i < LANES; i++) {
		if (h->guarded[i])
			out_text(r->out, lanes[i]);
	}
	out_close(r->out, ']');
	if (r->key == NULL)
		return;
	out_key(r->out, "role");
	out_text(r->out, role_name(r->key->role));
	out_key(r->out, "operator");
	out_text(r->out, r->key->name);
}

void op_ping(struct hub *h, struct request *r)
{
	char *path = h->reader != NULL ? realpath(journal_path(h->reader), NULL) : NULL;
	const struct refused_file *folder =
		registry_refused(&h->mesh->contracts, STR(REFUSED_FOLDER));
	bool looks = r->key == NULL || (MAY(r->key->role) & MAY_LOOK) != 0;

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
	out_keys(h, r);
	out_key(r->out, "journal");
	out_text(r->out, looks ? path : NULL);
	out_key(r->out, "refused_files");
	out_uint(r->out, h->mesh->contracts.refusals);
	out_key(r->out, "contracts_folder");
	out_text(r->out, looks && folder != NULL ? folder->reason : NULL);
	free(path);
}

/* --- publish --------------------------------------------------------------- */

static void out_offer(struct hub *h, struct buf *b, uint32_t i)
{
	const struct handoff *x = handoff_there(h->mesh, i);
	char digest[DIGEST_TEXT];

	digest_text(&x->digest, digest);
	out_key(b, "state");
	out_text(b, state_name(x->state));
	out_key(b, "digest");
	out_text(b, digest);
	out_key(b, "faults");
	out_faults(b, x->faults);
	out_key(b, "violation");
	out_text(b, x->violation);
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
	hub_intake(h, json_raw(r->j, n), "control", r->key, &in);
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
	/* it may be another's, offered by this one to learn what became of it */
	if (in.type == EV_OFFERED && in.handoff != NONE &&
		hub_is_party(h, r, handoff_at(h->mesh, in.handoff)))
		out_offer(h, r->out, in.handoff);
	if (in.type == EV_HELLO &&
		(in.standing == STANDING_APPLIED || in.standing == STANDING_DUPLICATE))
		hub_answer_hello(h, r->j, n, r->out);
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

	if (p->count > 0 &&
		(p->b->len + event.n > hub_page_room(p->h) ||
			hub_page_ends(p->h, p->count))) {
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
	bool read;

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
	hub_page_begin(h, r->peer);
	read = h->reader == NULL ||
		journal_read(h->reader, after, (uint64_t)limit, add_event, &p, &e);
	hub_page_done(h, r->peer);
	if (!read) {
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
	out_key(r->out, "horizon");
	out_digits(r->out, h->mesh->horizon);
}

/* --- counters -------------------------------------------------------------- */

void op_counters(struct hub *h, struct request *r)
{
	reply_ok(r);
	out_counters(r->out, h->mesh);
	out_turned_away(r->out, h);
}

/* --- snapshot ------------------------------------------------------------- */

static bool add_bytes(void *user, struct str bytes)
{
	buf_slice(user, bytes);
	return true;
}

/* A first look: made at once, from the mesh as it is. */
static void out_first(struct hub *h, struct request *r, size_t most)
{
	struct buf bytes = { 0 };

	mesh_save_first(h->mesh, most, add_bytes, &bytes);
	reply_ok(r);
	out_key(r->out, "first");
	buf_char(r->out, '"');
	base64_write(r->out, buf_view(&bytes));
	buf_char(r->out, '"');
	buf_fini(&bytes);
}

void op_snapshot(struct hub *h, struct request *r)
{
	struct snapshot_part part = { 0 };
	double most = 0;
	double offset = 0;
	char *bytes;
	bool found;

	if (!want_sequence(r, "at", &part.at) ||
		!want_number(r, "offset", 0, 1e15, &offset) ||
		!want_number(r, "first", 0, 1000, &most))
		return;
	if (most > 0) {
		out_first(h, r, (size_t)most);
		return;
	}
	part.offset = (uint64_t)offset;
	bytes = xmalloc(SNAPSHOT_PART);
	found = snapshot_part(h->snapshots, &part, bytes, SNAPSHOT_PART);
	if (!found && part.at != 0) {
		reply_error(r, "stale", "there is a newer snapshot: begin anew");
	} else {
		reply_ok(r);
		out_key(r->out, "snapshot");
		if (found)
			out_digits(r->out, part.at);
		else
			out_null(r->out);
	}
	if (found) {
		out_key(r->out, "size");
		out_uint(r->out, part.size);
		out_key(r->out, "offset");
		out_uint(r->out, part.offset);
		out_key(r->out, "bytes");
		buf_char(r->out, '"');
		base64_write(r->out, (struct str){ bytes, part.n });
		buf_char(r->out, '"');
	}
	free(bytes);
}

/* --- decisions ------------------------------------------------------------- */

void op_decisions(struct hub *h, struct request *r)
{
	struct str agent;
	uint64_t after = 0;
	struct buf line = { 0 };
	struct json j = { 0 };
	const struct order *o;
	struct order_item i;
	uint32_t who;
	bool more = false;

	if (!need_agent(r, "agent", &agent) || !hub_is_self(h, r, agent, "decisions") ||
		!want_sequence(r, "after", &after))
		return;
	who = mesh_find_agent(h->mesh, agent);
	o = who != NONE ? &h->mesh->agent[who].unanswered : NULL;
	reply_ok(r);
	out_key(r->out, "decisions");
	out_open(r->out, '[');
	for (size_t rank = o != NULL ? order_rank(o, (int64_t)after, NONE) : 0;
		o != NULL && h->reader != NULL && order_at(o, rank, &i) &&
		(uint64_t)i.key <= h->committed;
		rank++) {
		more = r->out->len >= hub_page_room(h);
		if (more)
			break;
		buf_reset(&line);
		if (hub_event(h, (uint64_t)i.key, &line, &j)) {
			out_raw(r->out, buf_view(&line));
		} else if (hub_met_damage(h)) {
			reply_error(r, "unavailable", "%s", h->care.damage.text);
			goto out;
		}
	}
	out_close(r->out, ']');
	out_key(r->out, "more");
	out_bool(r->out, more);
out:
	json_fini(&j);
	buf_fini(&line);
}
