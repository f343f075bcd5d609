/* SPDX-License-Identifier: MIT */
/* Decisions of humans and the answers of agents: docs/PROTOCOL.md, "Control". */
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "bus/hub_own.h"

#define HOLD_DEFAULT (15 * MINUTE)
#define HOLD_LONGEST (60 * MINUTE)
#define MOST_TARGET 128 /* bytes */
#define MOST_TEXT 4096  /* bytes of a note or a reason */

struct decide {
	struct str decision, handoff, digest, operator_name, note, target, until_text;
	struct str epoch; /* of the journal that was looked at, absent */
	uint32_t attempt;
	enum event_type type;
	int64_t until;
	uint32_t artifact; /* node in the request, JSON_NONE */
	uint32_t place;    /* of the handoff */
	bool restore;      /* a requeue that means what was discarded, and nothing else */
};

static const struct {
	const char *action;
	enum event_type type;
	enum handoff_state state;
	bool needs_note;
	const char *where; /* the states that it is for */
} actions[] = {
	{ "approve", EV_APPROVED, STATE_APPROVED, false, "held or escalated" },
	{ "approve", EV_ENDORSED, STATE_NONE, false, "held or escalated" },
	{ "reject", EV_REJECTED, STATE_REJECTED, true, "held or escalated" },
	{ "escalate", EV_ESCALATED, STATE_ESCALATED, false,
		"not completed, discarded or rejected" },
	{ "hold", EV_DECISION_HELD, STATE_NONE, false, "offered, held or escalated" },
	{ "requeue", EV_REQUEUED, STATE_REQUEUED, false,
		"dead, stopped, refused or failed" },
	{ "discard", EV_DISCARDED, STATE_DISCARDED, true,
		"dead, stopped, refused or failed" },
};

#define ACTIONS (sizeof(actions) / sizeof(*actions))

static size_t row_of(enum event_type type)
{
	size_t i = 0;

	while (actions[i].type != type)
		i++;
	return i;
}

static bool malformed(struct request *r, const char *what)
{
	reply_error(r, "malformed", "%s", what);
	return false;
}

static bool take_action(struct request *r, struct decide *d)
{
	struct str action;

	if (!want_string(r, "action", &action))
		return false;
	for (size_t i = 0; i < ACTIONS; i++) {
		if (!str_is(action, actions[i].action))
			continue;
		d->type = actions[i].type;
		if (actions[i].needs_note && text_is_blank(d->note)) {
			reply_error(r, "malformed", "%s needs a \"note\" that says why",
				actions[i].action);
			return false;
		}
		return true;
	}
	return malformed(r,
		"\"action\" must be approve, reject, escalate, hold, requeue "
		"or discard");
}

/* A time that is none is malformed; whether it is too far comes after the checks. */
static bool take_until(struct hub *h, struct request *r, struct decide *d)
{
	if (d->type != EV_DECISION_HELD)
		return true;
	d->until = hub_now(h) + HOLD_DEFAULT;
	if (d->until_text.p != NULL && !time_parse(d->until_text, &d->until))
		return malformed(r, "\"until\" must be a time as in RFC 3339");
	return true;
}

static bool until_fits(struct hub *h, struct request *r, const struct decide *d)
{
	int64_t now = hub_now(h);

	if (d->type != EV_DECISION_HELD ||
		(d->until > now && d->until <= now + HOLD_LONGEST))
		return true;
	if (d->until <= now)
		return malformed(r, "\"until\" is in the past");
	return malformed(r, "\"until\" must be at most 60 minutes ahead");
}

/* What a human edited goes into an event of the hub, as deep as any may be. */
static bool artifact_fits(struct request *r, const struct decide *d)
{
	struct str raw = json_raw(r->j, d->artifact);
	struct json j = { 0 };
	bool ok = false;

	if (d->type != EV_APPROVED && d->type != EV_REQUEUED)
		malformed(r, "only approve and requeue take an \"artifact\"");
	else if (raw.n > EVENT_BYTES)
		reply_error(
			r, "too_large", "an artifact has at most %zu bytes", EVENT_BYTES);
	else if (!json_read(&j, raw.p, raw.n, EVENT_DEPTH - 2, NULL))
		malformed(r, "\"artifact\" is nested too deeply");
	else
		ok = true;
	json_fini(&j);
	return ok;
}

/* Fallbacks are answered under such ids: docs/PROTOCOL.md, "Fallbacks". */
static bool is_hubs_own(struct str id)
{
	if (!str_starts(id, "h-") || id.n == 2)
		return false;
	for (size_t i = 2; i < id.n; i++) {
		if (id.p[i] < '0' || id.p[i] > '9')
			return false;
	}
	return true;
}

static bool take_request(struct hub *h, struct request *r, struct decide *d)
{
	if (!need_id(r, "decision", &d->decision) ||
		!need_id(r, "handoff", &d->handoff) || !need_attempt(r, &d->attempt) ||
		!want_string(r, "digest", &d->digest) ||
		!need_operator(r, &d->operator_name) ||
		!want_string(r, "note", &d->note) ||
		!want_string(r, "target", &d->target) ||
		!want_string(r, "until", &d->until_text) ||
		!want_string(r, "epoch", &d->epoch) ||
		!want_flag(r, "restore", &d->restore) || !take_action(r, d))
		return false;
	if (is_hubs_own(d->decision))
		return malformed(r,
			"\"decision\" must not be h- and digits: those ids "
			"are the hub's own");
	if (d->digest.n == 0)
		return malformed(r, "\"digest\" must be the artifact's digest");
	if (d->restore && d->type != EV_REQUEUED)
		return malformed(r, "only requeue takes \"restore\"");
	if (d->note.n > MOST_TEXT)
		return malformed(r, "\"note\" has at most 4096 bytes");
	if (d->target.n > MOST_TARGET)
		return malformed(r, "\"target\" has at most 128 bytes");
	d->artifact = json_member(r->j, 0, "artifact");
	if (json_is(r->j, d->artifact, JSON_NULL))
		d->artifact = JSON_NONE;
	if (d->artifact != JSON_NONE && !artifact_fits(r, d))
		return false;
	return take_until(h, r, d);
}

/* --- the checks, in docs/PROTOCOL.md's order ---------------------------------------- */

static struct digest digest_line(struct str raw)
{
	struct buf b = { 0 };
	struct digest d;

	buf_slice(&b, raw);
	event_one_line(b.data, b.len);
	d = digest_of(buf_view(&b));
	buf_fini(&b);
	return d;
}

static bool same_text(const char *have, struct str want)
{
	return str_eq(str_of(have), want);
}

static bool same_content(const struct hub *h, const struct request *r,
	const struct decision *have, const struct decide *d)
{
	char digest[DIGEST_TEXT];

	digest_text(&have->digest, digest);
	if ((have->type == EV_ENDORSED ? EV_APPROVED : have->type) != d->type ||
		have->attempt != d->attempt ||
		!str_is(d->handoff, handoff_there(h->mesh, have->handoff)->id) ||
		!str_is(d->digest, digest) ||
		!same_text(have->operator_name, d->operator_name) ||
		!same_text(have->note, d->note) || !same_text(have->target, d->target))
		return false;
	if (d->until_text.p != NULL && d->until != have->until)
		return false;
	if (have->edited != (d->artifact != JSON_NONE))
		return false;
	if (have->edited) {
		struct digest new = digest_line(json_raw(r->j, d->artifact));

		return digest_eq(&new, &have->new_digest);
	}
	return true;
}

static void answer_accepted(struct hub *h, struct request *r, const struct decision *d)
{
	enum handoff_state s = actions[row_of(d->type)].state;

	reply_ok(r);
	out_key(r->out, "state");
	out_text(r->out,
		state_name(
			s != STATE_NONE ? s : handoff_there(h->mesh, d->handoff)->state));
	out_key(r->out, "recorded");
	out_digits(r->out, d->hubsequence);
	if (d->type == EV_ENDORSED) {
		out_key(r->out, "approvals");
		out_uint(r->out, 1);
		out_key(r->out, "needed");
		out_uint(r->out, 2);
	}
	if (d->until != 0) {
		out_key(r->out, "until");
		out_time(r->out, d->until);
	}
	if (d->next_attempt != 0) {
		out_key(r->out, "next_attempt");
		out_uint(r->out, d->next_attempt);
	}
}

/* Of the last few denials each is journaled once for a decision id and code. */
static void journal_denial(struct hub *h, const struct decide *d, const char *code)
{
	uint64_t name = hash64(d->decision) * 31 + hash64(str_of(code));
	struct buf *b;

	for (size_t i = 0; i < sizeof(h->denied) / sizeof(*h->denied); i++) {
		if (h->denied[i] == name)
			return;
	}
	h->denied[h->denials++ % (sizeof(h->denied) / sizeof(*h->denied))] = name;
	b = hub_data(h, NONE);
	out_key(b, "handoff");
	out_str(b, d->handoff);
	out_key(b, "attempt");
	out_uint(b, d->attempt);
	out_key(b, "decision");
	out_str(b, d->decision);
	out_key(b, "operator");
	out_str(b, d->operator_name);
	out_key(b, "action");
	out_text(b, actions[row_of(d->type)].action);
	out_key(b, "code");
	out_text(b, code);
	out_close(b, '}');
	hub_emit(h, EV_DENIED, hub_subject(h, d->place), buf_view(b));
}

static bool deny(struct hub *h, struct request *r, const struct decide *d,
	const char *code, const char *message)
{
	journal_denial(h, d, code);
	reply_error(r, code, "%s", message);
	return false;
}

/* The newest final one on the attempt that stands; what came behind it is none. */
static const struct decision *final_decision(const struct mesh *m, uint32_t place)
{
	const struct handoff *x = handoff_there(m, place);
	const struct decision *d = decision_at(m, x->decision);

	while (d != NULL && d->attempt == x->attempt && !event_kinds[d->type].final)
		d = decision_at(m, d->before);
	return d != NULL && d->attempt == x->attempt ? d : NULL;
}

static bool deny_decided(struct hub *h, struct request *r, const struct decide *d)
{
	const struct decision *by = final_decision(h->mesh, d->place);

	journal_denial(h, d, "already_decided");
	reply_error_begin(
		r, "already_decided", "a final decision stands on this attempt");
	if (by != NULL) {
		out_key(r->out, "action");
		out_text(r->out, actions[row_of(by->type)].action);
		out_key(r->out, "operator");
		out_text(r->out, by->operator_name);
		out_key(r->out, "time");
		out_time(r->out, by->time);
		out_key(r->out, "decision");
		out_text(r->out, by->id);
		out_key(r->out, "recorded");
		out_digits(r->out, by->hubsequence);
	}
	reply_error_end(r);
	return false;
}

static bool deny_late(struct hub *h, struct request *r, const struct decide *d)
{
	const struct handoff *x = handoff_there(h->mesh, d->place);

	journal_denial(h, d, "too_late");
	reply_error_begin(r, "too_late", "the fallback ended it");
	out_key(r->out, "action");
	out_text(r->out, fallback_name(x->fired_action));
	out_key(r->out, "time");
	out_time(r->out, x->since);
	reply_error_end(r);
	return false;
}

static bool ended_by_fallback(const struct handoff *x)
{
	return x->fired && x->fired_action != FALLBACK_ESCALATE &&
		x->fired_action != FALLBACK_QUEUE;
}

/* What stands before any handoff is looked at: this decision id, seen before. */
static bool was_decided_before(struct hub *h, struct request *r, const struct decide *d)
{
	uint32_t i = mesh_find_decision(h->mesh, d->decision);

	if (i == NONE)
		return false;
	if (same_content(h, r, decision_at(h->mesh, i), d))
		answer_accepted(h, r, decision_at(h->mesh, i));
	else
		deny(h, r, d, "id_reused",
			"this decision id stands for another decision");
	return true;
}

static bool may_decide(struct hub *h, struct request *r, struct decide *d)
{
	const struct handoff *x;
	char digest[DIGEST_TEXT], why[160];

	if (d->place == NONE)
		return deny(h, r, d, "not_found", "nobody has offered this handoff");
	x = handoff_there(h->mesh, d->place);
	digest_text(&x->digest, digest);
	if (x->attempt != d->attempt)
		return deny(h, r, d, "stale", "another attempt stands");
	if (!str_is(d->digest, digest))
		return deny(h, r, d, "stale", "another artifact stands");
	/*
	 * What the table of states allows is allowed: escalating what nobody did. But who
	 * puts back and has not seen that it was discarded meanwhile has lost a race.
	 */
	if (state_after(x->state, d->type) != STATE_NONE &&
		(d->type != EV_REQUEUED || d->restore == (x->state == STATE_DISCARDED)))
		return true;
	if (x->final)
		return deny_decided(h, r, d);
	if (ended_by_fallback(x))
		return deny_late(h, r, d);
	snprintf(why, sizeof(why), "it is %s; %s is for handoffs that are %s",
		state_name(x->state),
		d->restore ? "restore" : actions[row_of(d->type)].action,
		d->restore ? "discarded" : actions[row_of(d->type)].where);
	return deny(h, r, d, "not_allowed", why);
}

/* What was edited is held against the contract, as what is offered is. */
static bool edited_holds(struct hub *h, struct request *r, const struct decide *d)
{
	char why[400];

	if (d->artifact == JSON_NONE || hub_check_edited(h, d->place, r->j, d->artifact))
		return true;
	if (h->errors.count > 0)
		snprintf(why, sizeof(why), "%.*s: %.*s",
			STR_ARG(text_head(str_of(h->errors.error[0].at), 150)),
			STR_ARG(text_head(str_of(h->errors.error[0].message), 200)));
	else
		snprintf(why, sizeof(why), "it is not what its contract promises");
	return deny(h, r, d, "breaks_contract", why);
}

/*
 * Where a contract asks for two, the first approval endorses and the second, of another
 * operator, approves. What a human edited is one human's work: it takes the usual way.
 */
static bool two_approve(struct hub *h, struct request *r, struct decide *d)
{
	const struct handoff *x = handoff_at(h->mesh, d->place);
	const struct contract *c = handoff_contract(h->mesh, x);
	const struct decision *first = handoff_endorsed(h->mesh, x);

	if (d->type != EV_APPROVED || c == NULL || c->approvals < 2)
		return true;
	if (d->artifact != JSON_NONE)
		return deny(h, r, d, "not_allowed",
			"its contract asks for two approvals, and an edited artifact can "
			"have but one: reject it and say what is wrong");
	if (first == NULL)
		d->type = EV_ENDORSED;
	else if (str_is(d->operator_name, first->operator_name))
		return deny(h, r, d, "not_allowed",
			"you have approved it already: its contract asks for a second "
			"operator");
	return true;
}

/* --- the decision ---------------------------------------------------------- */

static void out_edited_artifact(struct buf *b, struct str raw)
{
	char digest[DIGEST_TEXT];
	struct digest d = digest_line(raw);
	size_t from;

	out_key(b, "artifact");
	from = b->len;
	out_raw(b, raw);
	event_one_line(b->data + from, b->len - from);
	digest_text(&d, digest);
	out_key(b, "new_digest");
	out_text(b, digest);
}

/* False, and nothing done, if what goes with it cannot be read. */
static bool journal_decision(struct hub *h, struct request *r, const struct decide *d)
{
	const struct handoff *x = handoff_there(h->mesh, d->place);
	struct buf *b = hub_data(h, d->place);

	out_key(b, "decision");
	out_str(b, d->decision);
	out_key(b, "digest");
	out_str(b, d->digest);
	out_key(b, "operator");
	out_str(b, d->operator_name);
	if (d->note.n > 0) {
		out_key(b, "note");
		out_str(b, d->note);
	}
	if (d->target.n > 0) {
		out_key(b, "target");
		out_str(b, d->target);
	}
	if (d->until != 0) {
		out_key(b, "until");
		out_time(b, d->until);
	}
	if (d->type == EV_REQUEUED) {
		out_key(b, "next_attempt");
		out_uint(b, x->attempt + 1u);
		if (d->artifact == JSON_NONE && !out_artifact(h, b, x->offer) &&
			hub_met_damage(h))
			return false;
	}
	if (d->artifact != JSON_NONE)
		out_edited_artifact(b, json_raw(r->j, d->artifact));
	out_close(b, '}');
	hub_emit(h, d->type, hub_subject(h, d->place), buf_view(b));
	return true;
}

void op_decide(struct hub *h, struct request *r)
{
	struct decide d = { .artifact = JSON_NONE };
	uint32_t i;

	if (!take_request(h, r, &d))
		return;
	/* nothing is said of a handoff here that is of another journal */
	if (d.epoch.n > 0 && !str_is(d.epoch, h->epoch)) {
		reply_error(r, "stale", "this journal's epoch is %s", h->epoch);
		return;
	}
	d.place = mesh_find_handoff(h->mesh, d.handoff);
	if (was_decided_before(h, r, &d) || !until_fits(h, r, &d) ||
		!may_decide(h, r, &d) || !two_approve(h, r, &d) ||
		!edited_holds(h, r, &d))
		return;
	if (d.type == EV_REQUEUED && d.artifact == JSON_NONE &&
		handoff_there(h->mesh, d.place)->offer > h->committed) {
		r->deferred = true;
		return;
	}
	if (!journal_decision(h, r, &d)) {
		reply_error(r, "unavailable", "%s", h->care.damage.text);
		return;
	}
	i = mesh_find_decision(h->mesh, d.decision);
	answer_accepted(h, r, decision_at(h->mesh, i));
}

/* --- answers --------------------------------------------------------------- */

static uint64_t answer_of(const struct mesh *m, const struct decision *d, uint32_t agent)
{
	const struct edge *e = &m->edge[handoff_there(m, d->handoff)->edge];

	if (agent == e->from && d->told_from != 0)
		return d->told_from;
	return agent == e->to ? d->told_to : 0;
}

/* Its hubsequence. */
static uint64_t journal_delivery(struct hub *h, const struct decision *d,
	struct str agent, struct str reason, bool applied)
{
	struct buf *b = hub_data(h, NONE);
	uint32_t place = d->handoff;

	out_key(b, "handoff");
	out_text(b, handoff_there(h->mesh, place)->id);
	out_key(b, "attempt");
	out_uint(b, d->attempt);
	out_key(b, "decision");
	out_text(b, d->id);
	out_key(b, "agent");
	out_str(b, agent);
	if (reason.n > 0) {
		out_key(b, "reason");
		out_str(b, reason);
	}
	out_close(b, '}');
	return hub_emit(h, applied ? EV_APPLIED : EV_DELIVERY_REFUSED,
		hub_subject(h, place), buf_view(b));
}

/* Its doer would not: the handoff comes back to the human, without a deadline. */
static void hold_again(struct hub *h, uint32_t decision)
{
	const struct decision *d = decision_there(h->mesh, decision);
	const struct handoff *x = handoff_there(h->mesh, d->handoff);
	struct buf *b;

	if ((x->decision != decision && x->fallback != decision) ||
		x->attempt != d->attempt ||
		!state_may_hold(x->state, HOLD_DECISION_REFUSED))
		return;
	b = hub_data(h, d->handoff);
	out_key(b, "cause");
	out_text(b, hold_cause_name(HOLD_DECISION_REFUSED));
	out_key(b, "detail");
	out_text(b, d->reason);
	out_key(b, "confidence");
	if (x->has_confidence)
		out_real(b, x->confidence);
	else
		out_null(b);
	out_key(b, "faults");
	out_faults(b, x->faults);
	out_key(b, "deadline");
	out_null(b);
	out_key(b, "on_deadline");
	out_null(b);
	out_close(b, '}');
	hub_emit(h, EV_HELD, hub_subject(h, d->handoff), buf_view(b));
}

static bool take_answer(struct hub *h, struct request *r, struct str *agent,
	struct str *decision, bool *applied, struct str *reason)
{
	struct str outcome;

	if (!need_agent(r, "agent", agent) || !hub_is_self(h, r, *agent, "deliver") ||
		!need_id(r, "decision", decision) ||
		!want_string(r, "outcome", &outcome) || !want_string(r, "reason", reason))
		return false;
	if (reason->n > MOST_TEXT)
		return malformed(r, "\"reason\" has at most 4096 bytes");
	*applied = str_is(outcome, "applied");
	if (!*applied && !str_is(outcome, "refused"))
		return malformed(r, "\"outcome\" must be applied or refused");
	return true;
}

static void answer_delivery(
	struct hub *h, struct request *r, uint32_t i, uint64_t recorded)
{
	const struct decision *d = decision_there(h->mesh, i);

	reply_ok(r);
	out_key(r->out, "recorded");
	out_digits(r->out, recorded);
	out_key(r->out, "state");
	out_text(r->out, state_name(handoff_there(h->mesh, d->handoff)->state));
}

void op_deliver(struct hub *h, struct request *r)
{
	struct str agent, decision, reason;
	const struct decision *d;
	const struct edge *e;
	uint32_t i, who;
	uint64_t recorded;
	bool applied;

	if (!take_answer(h, r, &agent, &decision, &applied, &reason))
		return;
	i = mesh_find_decision(h->mesh, decision);
	if (i == NONE) {
		reply_error(r, "not_found", "no such decision");
		return;
	}
	d = decision_there(h->mesh, i);
	e = &h->mesh->edge[handoff_there(h->mesh, d->handoff)->edge];
	who = mesh_find_agent(h->mesh, agent);
	if (who == NONE || (who != e->from && who != e->to)) {
		hub_not_theirs(h, r);
		return;
	}
	if (answer_of(h->mesh, d, who)) {
		bool same =
			who != d->doer || applied == (d->delivery == DELIVERY_APPLIED);

		if (same)
			answer_delivery(h, r, i, answer_of(h->mesh, d, who));
		else
			reply_error(r, "already_decided", "it was answered otherwise");
		return;
	}
	recorded = journal_delivery(h, d, agent, reason, applied);
	if (!applied && who == decision_there(h->mesh, i)->doer)
		hold_again(h, i);
	answer_delivery(h, r, i, recorded);
}
