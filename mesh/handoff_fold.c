/* SPDX-License-Identifier: MIT */
/*
 * Handoffs: how an offer makes one, how the events of its agents and the
 * hub's holds and fallbacks move it.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "mesh/own.h"

/* --- offers ---------------------------------------------------------------- */

static uint32_t new_handoff(struct mesh *m, const struct event *e)
{
	uint32_t from = agent_get(m, e->from), to = agent_get(m, e->to);
	uint32_t edge = edge_get(m, from, to), place = m->handoff.count;

	*(struct handoff *)pages_add(&m->handoff) = (struct handoff){
		.id = xmemdup(e->handoff.p, e->handoff.n),
		.edge = edge,
		.incident = NONE,
		.contract = CONTRACT_NONE,
		.decision = NONE,
		.decisions = NONE,
		.fallback = NONE,
		.in_incident = NONE,
		.before_in_incident = NONE,
		.dead_group = NONE,
		.dead_why = NONE,
		.onward = NONE,
		.cause = { .of = NONE },
	};
	table_add(&m->own.handoffs, e->handoff, place);
	return place;
}

void incident_join(struct mesh *m, uint32_t i, uint32_t incident)
{
	struct handoff *h = handoff_of(m, i);
	struct incident *inc = incident_of(m, incident);

	h->incident = incident;
	h->before_in_incident = inc->last_handoff;
	if (inc->last_handoff == NONE)
		inc->first_handoff = i;
	else
		handoff_of(m, inc->last_handoff)->in_incident = i;
	inc->last_handoff = i;
	inc->handoffs++;
	if (h->state != STATE_NONE)
		inc->states[h->state]++;
}

/* The attempt that stood so far goes behind the new one. */
static void begin_attempt(struct handoff *h, const struct event *e)
{
	if (h->attempt > 0) {
		struct attempt *t = xmalloc(sizeof(*t));

		*t = (struct attempt){ h->attempt, h->offer, h->digest, h->earlier };
		h->earlier = t;
	}
	h->attempt = e->attempt;
	h->digest = e->digest;
	h->offer = e->hubsequence;
	h->offered = e->recorded;
	h->decision = h->fallback = NONE;
	h->deadline = h->not_before = 0;
	h->faults &= FAULT_LOOP; /* that is of the handoff, and was counted */
	h->hold = HOLD_NONE;
	h->on_deadline = h->fired_action = FALLBACK_NONE;
	h->taken = h->clock_stopped = h->fired = h->final = h->buried = false;
	h->done_before = false;
	h->has_confidence = h->has_review_below = false;
	text_replace(&h->reason, (struct str){ 0 });
	text_replace(&h->detail, (struct str){ 0 });
	text_replace(&h->violation, (struct str){ 0 });
	h->violations = h->violation_at = 0;
	h->target = NULL;
}

static void take_judgement(struct mesh *m, struct handoff *h, const struct judgement *v)
{
	const struct contract *c;

	h->contract = v->contract;
	handoff_fault(m, h, v->faults);
	h->found = (uint8_t)v->hold;
	h->has_confidence = v->has_confidence;
	h->confidence = v->confidence;
	c = handoff_contract(m, h);
	if (c != NULL && c->has_review_below) {
		h->has_review_below = true;
		h->review_below = c->review_below;
	}
	if (v->fallback.action != FALLBACK_NONE) {
		h->on_deadline = (uint8_t)v->fallback.action;
		h->deadline = h->offered + v->fallback.after * SECOND;
		h->target = text_shared(m, v->fallback.target);
	}
}

/* The id and the summary share a block: one less for each of a million. */
void handoff_set_summary(struct handoff *h, struct str line)
{
	size_t n = strlen(h->id) + 1;
	char *both = xmalloc(n + line.n + 1);

	memcpy(both, h->id, n);
	if (line.n > 0)
		memcpy(both + n, line.p, line.n);
	both[n + line.n] = '\0';
	free(h->id);
	h->id = both;
	h->summary = both + n;
}

static void take_summary(struct mesh *m, struct handoff *h, const struct event *e)
{
	const struct contract *c = handoff_contract(m, h);
	struct buf line = { 0 };
	char *whole = NULL;

	h->summary = NULL;
	if (c == NULL || c->summary == NULL)
		return;
	buf_room(&line, TEXT_KEPT);
	contract_summary(&line, c, e->doc, e->artifact);
	if (line.len > 0 && memchr(line.data, '\0', line.len) != NULL)
		whole = text_whole(buf_view(&line));
	handoff_set_summary(h, whole != NULL ? str_of(whole) : buf_view(&line));
	free(whole);
	buf_fini(&line);
}

static void note_on_edge(struct mesh *m, const struct handoff *h, bool has_contract)
{
	struct edge *e = &m->edge[h->edge];

	e->offered++;
	e->last = m->now;
	e->contract = h->contract;
	e->has_contract = has_contract;
	rate_add(&e->offers, m->now, 1);
	rate_add(&m->offers, m->now, 1);
	if (h->has_confidence)
		edge_note_confidence(m, e, h->confidence,
			h->has_review_below && h->confidence < h->review_below);
}

/* Where it came from, and what that makes of it. */
static void take_causes(struct mesh *m, const struct event *e, uint32_t i, bool is_new)
{
	causes_take(m, i, e);
	handoff_judge_offer(m, i, e);
	if (is_new) {
		causes_meet(m, i);
		ways_offer(m, i);
	} else {
		ways_enter(m, i);
	}
}

uint32_t handoff_offer(struct mesh *m, const struct event *e, uint32_t i)
{
	bool is_new = i == NONE;
	struct judgement v;
	struct handoff *h;

	if (is_new)
		i = new_handoff(m, e);
	else
		ways_leave(m, i);
	h = handoff_of(m, i);
	begin_attempt(h, e);
	if (h->incident == NONE && e->subject.n > 0)
		incident_join(m, i, incident_get(m, e->subject));
	h = handoff_of(m, i);
	judge(&m->contracts,
		&(struct offer){ e->from, e->to, e->dataschema, e->doc, e->artifact },
		&v);
	if (v.fallback.target.n > 0 && mesh_find_agent(m, v.fallback.target) != NONE)
		v.faults &= ~(unsigned)FAULT_BAD_TARGET; /* to an agent, that we know */
	take_judgement(m, h, &v);
	take_summary(m, h, e);
	note_on_edge(m, h, v.edge_has_contract);
	kind_offered(m, h, e->dataschema);
	take_causes(m, e, i, is_new);
	breach_judged(m, i);
	handoff_enter(m, i, STATE_OFFERED);
	h->since = m->now;
	return i;
}

/* --- what is said of a handoff --------------------------------------------- */

static bool may_speak(
	const struct mesh *m, const struct handoff *h, const struct event *e)
{
	bool is_from = str_is(e->agent, handoff_from(m, h));
	bool is_to = str_is(e->agent, handoff_to(m, h));

	switch (event_kinds[e->type].speaker) {
	case SPEAKER_FROM:
		return is_from;
	case SPEAKER_TO:
		return is_to;
	case SPEAKER_EITHER:
	case SPEAKER_HUB_OR_EITHER:
		return is_from || is_to;
	default:
		return false;
	}
}

static bool is_late(const struct handoff *h, const struct event *e)
{
	if (e->attempt != h->attempt)
		return true;
	if (e->type == EV_FALLBACK)
		return h->fired || h->final || !state_may_fall_back(h->state);
	return state_after(h->state, e->type) == STATE_NONE;
}

/* A hold, a fallback or a decision of a hub that changes nothing any more. */
enum standing handoff_hub_standing(
	const struct mesh *m, uint32_t i, const struct event *e)
{
	const struct handoff *h = handoff_there(m, i);
	bool late = false;

	if (e->type == EV_FALLBACK || e->type == EV_DEAD_LETTERED ||
		event_kinds[e->type].decision)
		late = is_late(h, e);
	else if (e->type == EV_HELD)
		late = e->attempt != h->attempt;
	return late ? STANDING_LATE : STANDING_APPLIED;
}

enum standing handoff_standing(const struct mesh *m, uint32_t i, const struct event *e)
{
	const struct handoff *h = handoff_there(m, i);

	if (!may_speak(m, h, e))
		return STANDING_SPOKE_FOR_ANOTHER;
	if (e->attempt > h->attempt)
		return STANDING_EARLY;
	return is_late(h, e) ? STANDING_LATE : STANDING_APPLIED;
}

static bool is_unreviewed(const struct handoff *h)
{
	return h->state == STATE_HELD || h->state == STATE_ESCALATED;
}

static void fold_accepted(struct mesh *m, const struct event *e, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);

	m->edge[h->edge].accepted++;
	if (is_unreviewed(h))
		h->taken = true;
	handoff_enter(m, i, state_after(h->state, e->type));
}

static void fold_moved_on(struct mesh *m, const struct event *e, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);

	if (is_unreviewed(h))
		handoff_fault(m, h, FAULT_UNREVIEWED);
	if (e->type == EV_COMPLETED) {
		m->edge[h->edge].completed++;
		if (h->done_before)
			handoff_fault(m, h, FAULT_TWICE);
	}
	h->clock_stopped = true;
	handoff_enter(m, i, state_after(h->state, e->type));
}

static void fold_refused(struct mesh *m, const struct event *e, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);
	struct edge *edge = &m->edge[h->edge];

	text_replace(&h->reason, e->reason);
	text_replace(&h->detail, e->detail);
	if (e->type == EV_REFUSED) {
		edge->refused++;
		kind_refused(m, h);
		breach_refused(m, i, e);
		if (str_is(e->reason, "scope"))
			handoff_fault(m, h, FAULT_SCOPE);
	}
	edge_note_trouble(m, i, &edge->refusals, e->reason);
	handoff_enter(m, i, state_after(h->state, e->type));
}

static void fold_dead(struct mesh *m, const struct event *e, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);

	if (is_late(h, e))
		return;
	edge_reword_trouble(m, i, e->reason);
	text_replace(&h->reason, e->reason);
	text_replace(&h->detail, e->detail);
	h->clock_stopped = true;
	h->buried = e->from_hub;
	edge_note_trouble(m, i, &m->edge[h->edge].deaths, e->reason);
	handoff_enter(m, i, STATE_DEAD);
}

/* What a held event says that the offer did not: in a recording without contracts. */
static void take_hold(struct mesh *m, struct handoff *h, const struct event *e)
{
	h->hold = (uint8_t)e->hold;
	handoff_fault(m, h, e->faults);
	if (e->has_review_below) {
		h->has_review_below = true;
		h->review_below = e->review_below;
	}
	if (e->has_confidence && !h->has_confidence) {
		h->has_confidence = true;
		h->confidence = e->confidence;
	}
	if (e->deadline != 0 && h->deadline == 0) {
		h->deadline = e->deadline;
		h->on_deadline = (uint8_t)e->action;
		h->target = text_shared(m, e->target);
	}
	if (action_when_held(e->hold, h->on_deadline) != h->on_deadline) {
		h->on_deadline = FALLBACK_ESCALATE;
		h->target = NULL; /* of whom it would have gone on to */
	}
}

static void fold_held(struct mesh *m, const struct event *e, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);

	if (e->attempt != h->attempt)
		return;
	if (!state_may_hold(h->state, e->hold)) {
		if (h->state == STATE_COMPLETED)
			handoff_fault(m, h, FAULT_UNREVIEWED);
		handoff_refile(m, i);
		return;
	}
	take_hold(m, h, e);
	if (e->hold == HOLD_DECISION_REFUSED) {
		h->final = false;
		h->clock_stopped = true;
	} else {
		rate_add(&m->lows, m->now, 1);
		rate_add(&m->edge[h->edge].lows, m->now, 1);
	}
	if (h->state == STATE_ACCEPTED)
		h->taken = true;
	handoff_enter(m, i, STATE_HELD);
}

static void fold_flagged(struct mesh *m, const struct event *e, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);
	struct buf line = { 0 };
	unsigned had;

	if (e->attempt != h->attempt)
		return;
	had = h->faults;
	handoff_fault(m, h, e->faults);
	breach_flagged(m, i, e, had);
	if (e->violation.p != NULL && h->violation == NULL) {
		buf_slice(&line, e->violation_at);
		buf_str(&line, ": ");
		buf_slice(&line, e->violation);
		text_replace(&h->violation, buf_view(&line));
		/* a name in a pointer may hold ": " itself */
		h->violation_at =
			(uint16_t)(e->violation_at.n < TEXT_KEPT ? e->violation_at.n
								 : TEXT_KEPT);
		h->violations = (uint16_t)(e->of < UINT16_MAX ? e->of : UINT16_MAX);
		buf_fini(&line);
	}
	handoff_refile(m, i);
}

/* docs/PROTOCOL.md, "Fallbacks": nobody is left to proceed where it was refused or
 * failed. */
static enum handoff_state after_fallback(const struct handoff *h, enum fallback_action a)
{
	bool ended = h->state == STATE_REFUSED || h->state == STATE_FAILED;

	return state_of_fallback(
		ended && a == FALLBACK_PROCEED ? FALLBACK_DEAD_LETTER : a);
}

static void fold_fallback(struct mesh *m, const struct event *e, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);

	if (is_late(h, e))
		return;
	/* while a human was asked it is not the receiver who let it pass */
	if (h->state == STATE_OFFERED || h->state == STATE_ACCEPTED)
		m->edge[h->edge].missed++;
	if (!e->from_hub && e->action == FALLBACK_PROCEED && is_unreviewed(h) &&
		hold_wants_person(h->hold))
		handoff_fault(m, h, FAULT_UNREVIEWED);
	h->fired = true;
	h->fired_action = (uint8_t)e->action;
	if (e->from_hub)
		h->fallback = decision_add(m, e, i);
	h = handoff_of(m, i);
	if (e->action == FALLBACK_QUEUE)
		h->hold = HOLD_FALLBACK;
	if (e->action == FALLBACK_DEAD_LETTER || e->action == FALLBACK_STOP)
		edge_note_trouble(m, i, &m->edge[h->edge].deaths, STR("deadline"));
	handoff_enter(m, i, after_fallback(h, e->action));
	hooks_owe(m, e, i);
}

fold_function *const handoff_folds[EVENT_TYPES] = {
	[EV_ACCEPTED] = fold_accepted,
	[EV_PROGRESSED] = fold_moved_on,
	[EV_COMPLETED] = fold_moved_on,
	[EV_REFUSED] = fold_refused,
	[EV_FAILED] = fold_refused,
	[EV_DEAD_LETTERED] = fold_dead,
	[EV_FLAGGED] = fold_flagged,
	[EV_HELD] = fold_held,
	[EV_FALLBACK] = fold_fallback,
};
