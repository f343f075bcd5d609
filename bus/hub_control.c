/* SPDX-License-Identifier: MIT */
/*
 * The control lane: requests in, replies out. A reply is made from the mesh
 * as it stands and kept back until all that it rests on is on disk.
 */
#include <stdarg.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "bus/hub_doors.h"

#define REQUEST_DEPTH (EVENT_DEPTH + 2)

static const struct {
	const char *name;
	op_function *run;
	bool writes;    /* answered `unavailable` while the journal cannot be written */
	bool large;     /* and this while too much waits for peers that do not read */
	unsigned roles; /* of the keys that may, where keys are asked for */
} ops[] = {
	{ "ping", op_ping, false, false, MAY_ALL },
	{ "publish", op_publish, true, false, MAY_HAND_OVER },
	{ "events", op_events, false, false, MAY_LOOK },
	{ "list", op_list, false, false, MAY_LOOK },
	{ "counters", op_counters, false, false, MAY_LOOK },
	{ "snapshot", op_snapshot, false, true, MAY_LOOK },
	{ "show", op_show, false, true, MAY_LOOK },
	{ "decide", op_decide, true, false, MAY_DECIDE },
	{ "wait", op_wait, false, false, MAY_HAND_OVER },
	{ "decisions", op_decisions, false, false, MAY_HAND_OVER },
	{ "deliver", op_deliver, true, false, MAY_HAND_OVER },
	{ "claim", op_claim, true, false, MAY_DECIDE },
	{ "release", op_release, true, false, MAY_DECIDE },
	{ "vacuum", op_vacuum, true, false, MAY_DECIDE },
	{ "mute", op_mute, true, false, MAY_DECIDE },
	{ "unmute", op_unmute, true, false, MAY_DECIDE },
	{ "annotate", op_annotate, true, false, MAY_DECIDE },
};

/* --- replies --------------------------------------------------------------- */

static struct outbox *outbox_of_peer(struct hub *h, const struct peer *p)
{
	return outbox_of(h->outboxes, (struct str){ p->id, p->n });
}

size_t hub_page_room(const struct hub *h)
{
	return outboxes_bytes(h->outboxes) < OUTBOX_ALL_BYTES ? REPLY_BYTES
							      : OUTBOX_FEW_BYTES;
}

static void queue_reply(
	struct hub *h, const struct peer *p, const char *rid, struct buf *b)
{
	struct reply *r = xcalloc(1, sizeof(*r));

	r->peer = *p;
	snprintf(r->rid, sizeof(r->rid), "%s", rid);
	r->rests_on = h->mesh->hubsequence;
	r->body = parcel_new(outbox_of_peer(h, p), buf_view(b));
	h->flood += b->len;
	h->flood_at = h->turn;
	*h->replies_end = r;
	h->replies_end = &r->next;
}

/* What every reply bears: docs/PROTOCOL.md, "Control". */
static void finish_reply(struct hub *h, struct request *r)
{
	h->costs.malformed += r->malformed;
	if (r->denied != NULL)
		hub_deny(h, r->key, r->op, r->denied);
	out_key(r->out, "epoch");
	out_text(r->out, h->epoch);
	out_key(r->out, "hubsequence");
	out_digits(r->out, h->mesh->hubsequence);
	out_close(r->out, '}');
	queue_reply(h, r->peer, r->rid, r->out);
}

static void open_reply(struct request *r, bool ok)
{
	buf_reset(r->out);
	out_open(r->out, '{');
	out_key(r->out, "rid");
	out_raw(r->out, str_of(r->rid));
	out_key(r->out, "ok");
	out_bool(r->out, ok);
}

void reply_ok(struct request *r)
{
	open_reply(r, true);
}

void reply_error_begin(struct request *r, const char *code, const char *message)
{
	open_reply(r, false);
	r->malformed = strcmp(code, "malformed") == 0 || strcmp(code, "unknown_op") == 0;
	out_key(r->out, "error");
	out_open(r->out, '{');
	out_key(r->out, "code");
	out_text(r->out, code);
	out_key(r->out, "message");
	out_text(r->out, message);
}

void reply_error_end(struct request *r)
{
	out_close(r->out, '}');
}

void reply_error(struct request *r, const char *code, const char *fmt, ...)
{
	char message[400];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(message, sizeof(message), fmt, ap);
	va_end(ap);
	reply_error_begin(r, code, message);
	reply_error_end(r);
}

static void send_to_take(struct hub *h, const struct peer *p, struct parcel *body)
{
	if (zmq_send(h->control, p->id, p->n, ZMQ_SNDMORE | ZMQ_DONTWAIT) < 0) {
		parcel_free(body);
		return;
	}
	if (p->delimiter)
		zmq_send(h->control, "", 0, ZMQ_SNDMORE | ZMQ_DONTWAIT);
	parcel_send_take(body, h->control);
}

/* Takes the oldest off the list; it is the caller's to free, its body has been taken. */
static struct reply *take_reply(struct hub *h)
{
	struct reply *r = h->replies;

	h->replies = r->next;
	if (h->replies == NULL)
		h->replies_end = &h->replies;
	return r;
}

void hub_send_replies(struct hub *h)
{
	while (h->replies != NULL && h->replies->rests_on <= h->committed) {
		struct reply *r = take_reply(h);

		send_to_take(h, &r->peer, r->body);
		free(r);
	}
}

void hub_break_promises(struct hub *h)
{
	struct buf b = { 0 };

	while (h->replies != NULL) {
		struct reply *r = take_reply(h);

		h->vitals.unwritten++;
		buf_reset(&b);
		buf_fmt(&b,
			"{\"rid\":%s,\"ok\":false,\"error\":{\"code\":\"unavailable\","
			"\"message\":",
			r->rid);
		buf_json(&b, str_of(h->why_failed.text));
		buf_fmt(&b, "},\"epoch\":\"%s\",\"hubsequence\":\"%llu\"}", h->epoch,
			(unsigned long long)h->committed);
		send_to_take(h, &r->peer,
			parcel_new(outbox_of_peer(h, &r->peer), buf_view(&b)));
		parcel_free(r->body);
		free(r);
	}
	buf_fini(&b);
}

/* --- requests -------------------------------------------------------------- */

static bool bad_member(struct request *r, const char *name, const char *what)
{
	reply_error(r, "malformed", "\"%s\" must be %s", name, what);
	return false;
}

bool want_string(struct request *r, const char *name, struct str *out)
{
	uint32_t n = json_member(r->j, 0, name);

	*out = (struct str){ 0 };
	if (n == JSON_NONE || json_is(r->j, n, JSON_NULL))
		return true;
	if (!json_is(r->j, n, JSON_STRING))
		return bad_member(r, name, "a string");
	*out = json_str(r->j, n);
	return true;
}

static bool bad_operator(struct request *r)
{
	r->denied = "another_operator";
	reply_error(r, "forbidden", "this is the key of %s, who speaks for nobody else",
		r->key->name);
	return false;
}

bool need_operator(struct request *r, struct str *out)
{
	if (!want_string(r, "operator", out))
		return false;
	if (r->key != NULL) {
		/* whose key it is decides, not what stands in the request */
		if (out->p != NULL && !str_is(*out, r->key->name))
			return bad_operator(r);
		*out = str_of(r->key->name);
		return true;
	}
	return (!text_is_blank(*out) && out->n <= OPERATOR_BYTES &&
		       !text_has_controls(*out)) ||
		bad_member(r, "operator",
			"a name of at most 128 bytes, without control characters");
}

bool want_flag(struct request *r, const char *name, bool *out)
{
	uint32_t n = json_member(r->j, 0, name);

	*out = json_is(r->j, n, JSON_TRUE);
	return *out || n == JSON_NONE || json_is(r->j, n, JSON_NULL) ||
		json_is(r->j, n, JSON_FALSE) || bad_member(r, name, "true or false");
}

static bool need(struct request *r, const char *name, struct str *out,
	bool (*fits)(struct str), const char *what)
{
	uint32_t n = json_member(r->j, 0, name);

	if (!json_is(r->j, n, JSON_STRING) || !fits(json_str(r->j, n)))
		return bad_member(r, name, what);
	*out = json_str(r->j, n);
	return true;
}

bool need_id(struct request *r, const char *name, struct str *out)
{
	return need(
		r, name, out, text_is_id, "an id: [A-Za-z0-9][A-Za-z0-9._:/-]{0,127}");
}

bool need_agent(struct request *r, const char *name, struct str *out)
{
	return need(r, name, out, text_is_agent,
		"an agent's name: [a-z0-9][a-z0-9._-]{0,63}");
}

bool need_attempt(struct request *r, uint32_t *out)
{
	int64_t n;

	if (!json_int(r->j, json_member(r->j, 0, "attempt"), &n) || n < 1 ||
		n > MOST_ATTEMPT + 1)
		return bad_member(r, "attempt", "an integer from 1 to 1000000000");
	*out = (uint32_t)n;
	return true;
}

bool want_number(struct request *r, const char *name, double lo, double hi, double *out)
{
	uint32_t n = json_member(r->j, 0, name);
	char what[80];

	if (n == JSON_NONE || json_is(r->j, n, JSON_NULL))
		return true;
	if (json_is(r->j, n, JSON_NUMBER)) {
		*out = json_number(r->j, n);
		if (*out >= lo && *out <= hi)
			return true;
	}
	snprintf(what, sizeof(what), "a number from %g to %g", lo, hi);
	return bad_member(r, name, what);
}

bool want_sequence(struct request *r, const char *name, uint64_t *out)
{
	uint32_t n = json_member(r->j, 0, name);

	if (n == JSON_NONE || json_is(r->j, n, JSON_NULL))
		return true;
	if (!sequence_read(r->j, n, out) || *out > INT64_MAX)
		return bad_member(r, name, "a string of digits");
	return true;
}

/*
 * The rid of a request that is no JSON, so that its sender knows which one
 * was wrong: the plain string behind the first "rid".
 */
static void guess_rid(struct request *r, struct str body)
{
	const char *at = memmem(body.p, body.n, "\"rid\"", 5);
	const char *end = body.p + body.n, *from;

	if (at == NULL)
		return;
	for (at += 5; at < end && strchr(" \t\r\n:", *at) != NULL && *at != '\0'; at++)
		;
	if (at >= end || *at != '"')
		return;
	for (from = ++at; at < end && *at != '"'; at++) {
		if (*at < 0x20 || *at == '\\' || at - from >= RID_BYTES)
			return;
	}
	if (at < end)
		snprintf(r->rid, sizeof(r->rid), "\"%.*s\"", (int)(at - from), from);
}

static bool take_rid(struct request *r)
{
	uint32_t n = json_member(r->j, 0, "rid");
	struct buf b = { 0 };
	struct str s;

	if (n == JSON_NONE || json_is(r->j, n, JSON_NULL))
		return true;
	if (!json_is(r->j, n, JSON_STRING))
		return bad_member(r, "rid", "a string of at most 128");
	s = json_str(r->j, n);
	if (s.n > RID_BYTES)
		return bad_member(r, "rid", "a string of at most 128");
	buf_json(&b, s);
	snprintf(r->rid, sizeof(r->rid), "%s", b.data);
	buf_fini(&b);
	return true;
}

static void run_op(struct hub *h, struct request *r)
{
	struct str op;

	if (!want_string(r, "op", &op))
		return;
	if (op.n == 0) {
		bad_member(r, "op", "a string: the name of an operation");
		return;
	}
	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++) {
		if (!str_is(op, ops[i].name))
			continue;
		r->op = ops[i].name;
		if (!hub_role_may(h, r, ops[i].roles, ops[i].name))
			return;
		if (outbox_is_full(outbox_of_peer(h, r->peer))) {
			h->vitals.unread++;
			reply_error(r, "unavailable",
				"too many replies wait for this peer to read them");
		} else if (ops[i].large &&
			outboxes_bytes(h->outboxes) >= OUTBOX_MOST_BYTES) {
			h->vitals.unread++;
			reply_error(r, "unavailable",
				"peers leave %zu MB of replies unread",
				outboxes_bytes(h->outboxes) >> 20);
		} else if (ops[i].writes && h->failed) {
			h->vitals.unwritten++;
			reply_error(r, "unavailable", "%s", h->why_failed.text);
		} else {
			ops[i].run(h, r);
		}
		return;
	}
	reply_error(r, "unknown_op", "no such operation; docs/PROTOCOL.md lists them");
}

/* What was meant as a `publish` and is not even JSON is kept as well. */
static void refuse_unreadable(
	struct hub *h, struct request *r, struct str body, const struct err *e)
{
	guess_rid(r, body);
	if (!h->failed && memmem(body.p, body.n, "\"publish\"", 9) != NULL)
		hub_quarantine(h, body, "control", "not_json", e->text);
	reply_error(r, "malformed", "%s", e->text);
}

static void defer(struct hub *h, const struct peer *p, struct str body)
{
	struct deferred *d = xcalloc(1, sizeof(*d));

	d->peer = *p;
	d->rests_on = h->mesh->hubsequence;
	d->body = parcel_new(outbox_of_peer(h, p), body);
	*h->deferred_end = d;
	h->deferred_end = &d->next;
}

void hub_request(struct hub *h, const struct peer *p, struct str body)
{
	struct request r = { .peer = p,
		.rid = "null",
		.j = &h->request,
		.out = &h->body,
		.raw = body,
		.key = gate_key(h->gate, p->who) };
	struct err e;

	h->vitals.requests++;
	if (!json_read(&h->request, body.p, body.n, REQUEST_DEPTH, &e))
		refuse_unreadable(h, &r, body, &e);
	else if (!json_is(&h->request, 0, JSON_OBJECT))
		reply_error(&r, "malformed", "a request is one JSON object");
	else if (take_rid(&r))
		run_op(h, &r);
	if (r.deferred)
		defer(h, p, body);
	else if (!r.answered_later)
		finish_reply(h, &r);
}

void hub_resume(struct hub *h)
{
	while (h->deferred != NULL && h->deferred->rests_on <= h->committed) {
		struct deferred *d = h->deferred;

		h->deferred = d->next;
		if (h->deferred == NULL)
			h->deferred_end = &h->deferred;
		hub_request(h, &d->peer, parcel_bytes(d->body));
		parcel_free(d->body);
		free(d);
	}
}

void hub_request_bad(struct hub *h, const struct peer *p, const char *why)
{
	struct request r = { .peer = p, .rid = "null", .out = &h->body };

	reply_error(&r, "malformed", "%s", why);
	finish_reply(h, &r);
}

/* --- wait ------------------------------------------------------------------ */

static void out_decided(struct hub *h, struct buf *b, const struct handoff *x)
{
	static const char *const actions[EVENT_TYPES] = {
		[EV_APPROVED] = "approve",
		[EV_ENDORSED] = "endorse",
		[EV_REJECTED] = "reject",
		[EV_ESCALATED] = "escalate",
		[EV_DECISION_HELD] = "hold",
		[EV_REQUEUED] = "requeue",
		[EV_DISCARDED] = "discard",
	};
	const struct decision *d;

	if (x->fired) {
		out_key(b, "fallback");
		out_text(b, fallback_name(x->fired_action));
		out_key(b, "fallback_id");
		out_text(b,
			x->fallback == NONE ? NULL
					    : decision_there(h->mesh, x->fallback)->id);
	}
	if (x->decision == NONE)
		return;
	d = decision_there(h->mesh, x->decision);
	out_key(b, "decision");
	out_text(b, d->id);
	out_key(b, "action");
	out_text(b, actions[d->type]);
	out_key(b, "operator");
	out_text(b, d->operator_name);
	out_key(b, "note");
	out_text(b, d->note);
	if (d->next_attempt > 0) {
		out_key(b, "next_attempt");
		out_uint(b, d->next_attempt);
	}
}

/* The artifact as a human edited it, out of the journal; false if that is damaged. */
static bool out_edited(struct hub *h, struct buf *b, const struct handoff *x)
{
	const struct decision *d =
		x->decision == NONE ? NULL : decision_at(h->mesh, x->decision);

	return d == NULL || !d->edited || out_artifact(h, b, d->hubsequence) ||
		!hub_met_damage(h);
}

static void answer_wait(struct hub *h, struct request *r, const struct handoff *x)
{
	char digest[DIGEST_TEXT];

	digest_text(&x->digest, digest);
	reply_ok(r);
	out_key(r->out, "handoff");
	out_text(r->out, x->id);
	out_key(r->out, "attempt");
	out_uint(r->out, x->attempt);
	out_key(r->out, "state");
	out_text(r->out, state_name(x->state));
	out_key(r->out, "digest");
	out_text(r->out, digest);
	out_decided(h, r->out, x);
	if (!out_edited(h, r->out, x))
		reply_error(r, "unavailable", "%s", h->care.damage.text);
}

static bool still_waits(const struct handoff *x, uint32_t attempt)
{
	return x->attempt == attempt &&
		(x->state == STATE_HELD || x->state == STATE_ESCALATED);
}

/* An edited artifact is read from the journal, so the decision must be in it. */
static bool readable(const struct hub *h, const struct handoff *x)
{
	const struct decision *d =
		x->decision == NONE ? NULL : decision_at(h->mesh, x->decision);

	return d == NULL || !d->edited || d->hubsequence <= h->committed;
}

static void add_waiter(struct hub *h, struct request *r, struct str agent,
	struct str handoff, uint32_t attempt, double seconds)
{
	struct waiter *w = xcalloc(1, sizeof(*w));

	w->peer = *r->peer;
	w->box = hub_begin_wait(h, r->peer);
	snprintf(w->rid, sizeof(w->rid), "%s", r->rid);
	w->agent = xmemdup(agent.p, agent.n);
	w->handoff = xmemdup(handoff.p, handoff.n);
	w->attempt = attempt;
	w->until = clock_mono() + (int64_t)(seconds * (double)SECOND);
	w->next = h->waiters;
	h->waiters = w;
	h->waiting++;
	if (h->next_wake == 0 || w->until < h->next_wake)
		h->next_wake = w->until;
	r->answered_later = true;
}

static bool may_wait_for(const struct hub *h, struct request *r, const struct handoff *x)
{
	if (!hub_is_party(h, r, x))
		r->denied = "another_handoff";
	return r->denied == NULL;
}

void op_wait(struct hub *h, struct request *r)
{
	struct str agent, handoff;
	uint32_t attempt, i;
	double seconds = -1;

	if (!need_agent(r, "agent", &agent) || !need_id(r, "handoff", &handoff) ||
		!need_attempt(r, &attempt) || !want_number(r, "seconds", 0, 30, &seconds))
		return;
	if (seconds < 0) {
		bad_member(r, "seconds", "a number from 0 to 30");
		return;
	}
	if (!hub_is_self(h, r, agent, "wait"))
		return;
	i = mesh_find_handoff(h->mesh, handoff);
	if (i == NONE || attempt > handoff_there(h->mesh, i)->attempt ||
		!may_wait_for(h, r, handoff_there(h->mesh, i))) {
		reply_error(r, "not_found", "nobody has offered this attempt yet");
		return;
	}
	if ((still_waits(handoff_there(h->mesh, i), attempt) && seconds > 0 &&
		    hub_may_wait(h, r->peer)) ||
		!readable(h, handoff_there(h->mesh, i)))
		add_waiter(h, r, agent, handoff, attempt, seconds);
	else
		answer_wait(h, r, handoff_there(h->mesh, i));
}

static void answer_waiter(struct hub *h, const struct waiter *w, const struct handoff *x)
{
	struct request r = { .peer = &w->peer, .out = &h->body };

	snprintf(r.rid, sizeof(r.rid), "%s", w->rid);
	if (x != NULL)
		answer_wait(h, &r, x);
	else
		reply_error(&r, "not_found", "nobody has offered this attempt yet");
	finish_reply(h, &r);
}

void hub_wake(struct hub *h, bool all)
{
	struct waiter **at = &h->waiters;

	if (!all && h->waiters_seen == h->mesh->hubsequence)
		return;
	h->waiters_seen = h->mesh->hubsequence;
	h->next_wake = 0;
	while (*at != NULL) {
		struct waiter *w = *at;
		uint32_t i = mesh_find_handoff(h->mesh, str_of(w->handoff));
		const struct handoff *x = i == NONE ? NULL : handoff_at(h->mesh, i);

		if (x != NULL && still_waits(x, w->attempt) && h->turn < w->until) {
			if (h->next_wake == 0 || w->until < h->next_wake)
				h->next_wake = w->until;
			at = &w->next;
			continue;
		}
		if (x != NULL && !readable(h, x)) {
			at = &w->next;
			continue;
		}
		answer_waiter(h, w, x);
		*at = w->next;
		outbox_wait_over(w->box);
		h->waiting--;
		free(w->agent);
		free(w->handoff);
		free(w);
	}
}
