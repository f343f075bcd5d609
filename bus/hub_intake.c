/* SPDX-License-Identifier: MIT */
/* Events coming in: read, judged, folded, put into the batch. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "bus/hub_doors.h"

struct str hub_subject(const struct hub *h, uint32_t handoff)
{
	uint32_t i = handoff == NONE ? NONE : handoff_there(h->mesh, handoff)->incident;

	return i == NONE ? (struct str){ 0 } : str_of(incident_there(h->mesh, i)->id);
}

/* Puts the event, as it is journaled, into the batch. */
static void add_to_batch(
	struct hub *h, const struct event *e, const struct arrival *a, struct str line)
{
	struct batch *b = h->filling;
	struct batch_entry *n = batch_add(b);

	n->row = (struct journal_row){
		.hubsequence = e->hubsequence,
		.recorded = e->recorded,
		.source = batch_copy(b, e->source),
		.id = batch_copy(b, e->id),
		.type = batch_copy(b, e->type_name),
		.subject = batch_copy(b, e->subject),
		.handoff = batch_copy(b, e->handoff),
		.attempt = e->attempt,
		.standing = a->by_hub ? NULL : standing_name(a->standing),
		.event = batch_copy(b, line),
	};
	if (a->by_hub && a->handoff != NONE &&
		((event_kinds[e->type].decision) || e->type == EV_FALLBACK)) {
		const struct handoff *x = handoff_at(h->mesh, a->handoff);

		n->tell_from = batch_copy(b, str_of(handoff_from(h->mesh, x)));
		n->tell_to = batch_copy(b, str_of(handoff_to(h->mesh, x)));
	}
	b->bytes += line.n;
}

struct buf *hub_data(struct hub *h, uint32_t handoff)
{
	const struct handoff *x;

	buf_reset(&h->data);
	out_open(&h->data, '{');
	if (handoff == NONE)
		return &h->data;
	x = handoff_there(h->mesh, handoff);
	out_key(&h->data, "handoff");
	out_text(&h->data, x->id);
	out_key(&h->data, "attempt");
	out_uint(&h->data, x->attempt);
	return &h->data;
}

uint64_t hub_emit(
	struct hub *h, enum event_type type, struct str subject, struct str data)
{
	uint64_t sequence = h->mesh->hubsequence + 1;
	char time[TIME_TEXT], number[21];
	int64_t now = hub_now(h);
	struct buf *b = &h->splice;
	struct event e;
	struct arrival a;
	struct err err;

	time_format(now, time);
	sequence_text(sequence, number);
	buf_reset(b);
	buf_fmt(b,
		"{\"specversion\":\"1.0\",\"id\":\"h-%llu\",\"source\":\"hub:%s\","
		"\"type\":\"%s\"",
		(unsigned long long)sequence, h->o.name, event_kinds[type].type);
	if (audit_takes(str_of(event_kinds[type].type))) {
		char head[DIGEST_TEXT];

		digest_text(&h->mesh->audit.head, head);
		out_key(b, "previous");
		out_text(b, head);
	}
	if (subject.n > 0) {
		out_key(b, "subject");
		out_str(b, subject);
	}
	buf_fmt(b, ",\"time\":\"%s\",\"data\":", time);
	buf_slice(b, data);
	buf_fmt(b, ",\"recordedtime\":\"%s\",\"hubsequence\":\"%s\"}", time, number);
	if (!event_read(
		    &h->doc, buf_view(b), buf_view(b), FROM_RECORDING, &e, NULL, &err)) {
		struct buf clean = { 0 };

		text_clean(&clean, buf_view(b));
		fprintf(stderr, "seam hub: bug: own event: %s: %s\n", err.text,
			clean.data);
		abort();
	}
	a = mesh_classify(h->mesh, &e);
	add_to_batch(h, &e, &a, buf_view(b));
	mesh_commit(h->mesh, &e, &a);
	return sequence;
}

/* --- duplicates ------------------------------------------------------------ */

static struct doubled *doubled_of(struct hub *h, struct str source)
{
	for (size_t i = 0; i < h->doubles; i++) {
		if (str_is(source, h->doubled[i].source))
			return &h->doubled[i];
	}
	xgrow(&h->doubled, &h->doubled_cap, h->doubles + 1, sizeof(*h->doubled));
	h->doubled[h->doubles] = (struct doubled){ .source = xmemdup(source.p, source.n),
		.told = INT64_MIN / 2 };
	return &h->doubled[h->doubles++];
}

static void tell_doubled(struct hub *h, struct doubled *d)
{
	struct buf *b = hub_data(h, NONE);
	char of[21];

	sequence_text(d->of, of);
	out_key(b, "source");
	out_text(b, d->source);
	out_key(b, "id");
	out_text(b, d->id);
	out_key(b, "of");
	out_text(b, of);
	out_key(b, "count");
	out_uint(b, d->pending);
	out_close(b, '}');
	d->pending = 0;
	d->told = h->turn;
	hub_emit(h, EV_DUPLICATE, (struct str){ 0 }, buf_view(b));
}

void hub_flush_doubles(struct hub *h, bool all)
{
	for (size_t i = 0; i < h->doubles; i++) {
		struct doubled *d = &h->doubled[i];

		if (d->pending > 0 && (all || d->told + SECOND <= h->turn))
			tell_doubled(h, d);
	}
}

/* At most one seam.duplicate a second for a source; the rest waits and is added up. */
static void count_doubled(struct hub *h, const struct event *e, uint64_t of)
{
	struct doubled *d = doubled_of(h, e->source);

	free(d->id);
	d->id = xmemdup(e->id.p, e->id.n);
	d->of = of;
	d->pending++;
	if (d->told + SECOND <= h->turn)
		tell_doubled(h, d);
}

/* --- judging --------------------------------------------------------------- */

static void hold(struct hub *h, uint32_t i, enum hold_cause cause)
{
	const struct handoff *x = handoff_there(h->mesh, i);
	const struct contract *c = handoff_contract(h->mesh, x);
	struct buf *b = hub_data(h, i);

	out_key(b, "cause");
	out_text(b, hold_cause_name(cause));
	out_key(b, "confidence");
	if (x->has_confidence)
		out_real(b, x->confidence);
	else
		out_null(b);
	out_key(b, "review_below");
	if (x->has_review_below)
		out_real(b, x->review_below);
	else
		out_null(b);
	out_key(b, "contract");
	out_text(b, c != NULL ? c->id : NULL);
	out_key(b, "faults");
	out_faults(b, x->faults);
	out_key(b, "deadline");
	out_time(b, handoff_due(x));
	out_key(b, "on_deadline");
	if (action_when_held(cause, x->on_deadline) != x->on_deadline)
		out_text(
			b, handoff_due(x) != 0 ? fallback_name(FALLBACK_ESCALATE) : NULL);
	else
		out_deadline_action(b, x);
	out_close(b, '}');
	hub_emit(h, EV_HELD, hub_subject(h, i), buf_view(b));
}

/* docs/PROTOCOL.md, "When a human must look": the finding is an event, right behind its
 * cause. */
static void judge_offer(struct hub *h, uint32_t i, const struct event *e)
{
	enum hold_cause broken = hub_check(h, i, e);
	const struct handoff *x = handoff_there(h->mesh, i);
	enum hold_cause cause = x->found != HOLD_NONE ? x->found : broken;

	if (cause == HOLD_NONE)
		return;
	if (state_may_hold(x->state, cause) || x->state == STATE_COMPLETED)
		hold(h, i, cause);
}

/* --- one event ------------------------------------------------------------- */

static void quarantine(struct hub *h, struct str bytes, const char *lane,
	const char *reason, struct intake *out)
{
	out->quarantined = true;
	out->reason = reason;
	out->standing = STANDING_QUARANTINED;
	if (strcmp(lane, "events") == 0)
		hub_quarantine_event(h, bytes, reason, out->err.text);
	else
		out->recorded = hub_quarantine(h, bytes, lane, reason, out->err.text);
}

/* A stranger who bears the very name of the hub's next event would pass for it. */
static bool usurps_hub(const struct event *e, struct err *err)
{
	struct buf id = { 0 };
	bool same;

	if (!e->from_hub)
		return false;
	buf_fmt(&id, "h-%llu", (unsigned long long)e->hubsequence);
	same = str_is(e->id, id.data);
	buf_fini(&id);
	if (same)
		err_set(err, "the id of an event of the hub");
	return same;
}

static void keep(struct hub *h, struct event *e, const struct arrival *a, struct str came,
	bool changed, const char *lane)
{
	bool with_digest = changed && e->artifact_raw.p != NULL;
	struct batch_entry *n;

	buf_reset(&h->splice);
	event_splice(&h->splice, e, e->recorded, e->hubsequence, with_digest);
	add_to_batch(h, e, a, buf_view(&h->splice));
	n = &h->filling->entry[h->filling->count - 1];
	if (strcmp(lane, "events") == 0) /* its digest is that of the bytes that came */
		n->unanswered = changed ? batch_copy(h->filling, came) : n->row.event;
	mesh_commit(h->mesh, e, a);
}

/* With keys a source is what the key says, and nobody else speaks for it. */
static bool is_forged(const struct key *by, const struct event *e, struct err *err)
{
	if (by == NULL || (by->role == ROLE_AGENT && str_is(e->agent, by->name)))
		return false;
	err_set(err, "it came with the key of %s %s, and its source is %.*s",
		role_name(by->role), by->name, (int)(e->source.n < 80 ? e->source.n : 80),
		e->source.p);
	return true;
}

void hub_intake(struct hub *h, struct str bytes, const char *lane, const struct key *by,
	struct intake *out)
{
	struct str line = bytes;
	struct event e;
	struct arrival a;
	bool breaks = bytes.n <= EVENT_BYTES && event_has_breaks(bytes);

	*out = (struct intake){ .handoff = NONE };
	if (breaks) {
		buf_reset(&h->one_line);
		buf_slice(&h->one_line, bytes);
		event_one_line(h->one_line.data, h->one_line.len);
		line = buf_view(&h->one_line);
	}
	if (!event_read(&h->doc, line, bytes, FROM_PEER, &e, &out->reason, &out->err)) {
		quarantine(h, bytes, lane, out->reason, out);
		return;
	}
	if (is_forged(by, &e, &out->err)) {
		quarantine(h, bytes, lane, "forged", out);
		hub_deny(h, by, "publish", "another_source");
		return;
	}
	e.hubsequence = h->mesh->hubsequence + 1;
	e.recorded = hub_now(h);
	e.has_recorded = true;
	out->type = e.type;
	if (usurps_hub(&e, &out->err)) {
		quarantine(h, bytes, lane, "attributes", out);
		return;
	}
	a = mesh_classify(h->mesh, &e);
	out->standing = a.standing;
	out->handoff = a.handoff;
	out->recorded = e.hubsequence;
	if (a.standing == STANDING_DUPLICATE) {
		out->recorded = a.of;
		if (!a.new_number) {
			count_doubled(h, &e, a.of);
			return;
		}
	}
	keep(h, &e, &a, bytes, breaks, lane);
	if (a.standing == STANDING_APPLIED && e.type == EV_OFFERED) {
		out->handoff = mesh_find_handoff(h->mesh, e.handoff);
		judge_offer(h, out->handoff, &e);
	}
}
