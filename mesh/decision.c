/* SPDX-License-Identifier: MIT */
/* Decisions of humans and what became of them: docs/PROTOCOL.md, "An agent that waits".
 */
#include <stdlib.h>

#include "base/mem.h"
#include "mesh/own.h"

/* decisions that end nothing, after the first approval of two */
#define MOST_BETWEEN 64

/* Who has to do it; NONE where nothing is asked of an agent. */
static uint32_t doer_of(
	const struct mesh *m, const struct handoff *h, const struct event *e)
{
	bool gate = e->type == EV_APPROVED ||
		(e->type == EV_FALLBACK && e->action == FALLBACK_PROCEED);
	bool from = e->type == EV_REJECTED || e->type == EV_REQUEUED ||
		(e->type == EV_FALLBACK && e->action == FALLBACK_REQUEUE);

	if (gate)
		return handoff_gate(m, h);
	return from ? m->edge[h->edge].from : NONE;
}

const struct decision *handoff_asked(const struct mesh *m, const struct handoff *h)
{
	const struct decision *d = decision_at(m, h->decisions);

	return d != NULL && d->attempt == h->attempt && d->doer != NONE ? d : NULL;
}

const struct decision *handoff_endorsed(const struct mesh *m, const struct handoff *h)
{
	const struct contract *c = h->in_review ? handoff_contract(m, h) : NULL;
	const struct decision *d = NULL;

	if (c != NULL && c->approvals > 1)
		d = decision_at(m, h->decisions);
	/* who escalates or holds it so often in between is asked to approve anew */
	for (int i = 0; i < MOST_BETWEEN && d != NULL && d->type != EV_ENDORSED; i++) {
		if (d->attempt != h->attempt || event_kinds[d->type].final)
			return NULL;
		d = decision_at(m, d->before);
	}
	return d != NULL && d->attempt == h->attempt && d->type == EV_ENDORSED ? d : NULL;
}

/* --- what its two agents have not answered ----------------------------------- */

static const struct edge *edge_of(const struct mesh *m, const struct decision *d)
{
	return &m->edge[handoff_there(m, d->handoff)->edge];
}

static struct order *unanswered(struct mesh *m, uint32_t agent)
{
	return &m->agent[agent].unanswered;
}

void decision_file(struct mesh *m, uint32_t i)
{
	const struct decision *d = decision_there(m, i);
	const struct edge *e = edge_of(m, d);

	if (d->told_from == 0)
		order_add(unanswered(m, e->from), (int64_t)d->hubsequence, i);
	if (d->told_to == 0 && e->to != e->from)
		order_add(unanswered(m, e->to), (int64_t)d->hubsequence, i);
}

/* `agent` has answered it, or it goes. */
static void unfile(struct mesh *m, uint32_t i, uint32_t agent)
{
	order_remove(unanswered(m, agent), (int64_t)decision_there(m, i)->hubsequence, i);
}

/* --- decisions ---------------------------------------------------------------- */

uint32_t decision_add(struct mesh *m, const struct event *e, uint32_t i)
{
	struct str id = e->type == EV_FALLBACK ? e->id : e->decision;
	struct handoff *h = handoff_of(m, i);
	uint32_t place;
	struct decision *d;

	if (table_find(&m->own.decisions, id) != TABLE_NONE)
		return NONE;
	place = m->decision.count;
	d = pages_add(&m->decision);
	*d = (struct decision){
		.id = xmemdup(id.p, id.n),
		.operator_name = text_kept(e->operator_name),
		.note = text_whole(e->note),
		.target = text_kept(e->target),
		.handoff = i,
		.before = h->decisions,
		.attempt = e->attempt,
		.next_attempt = e->next_attempt,
		.type = e->type,
		.action = e->action,
		.digest = h->digest,
		.time = e->recorded,
		.until = e->until,
		.hubsequence = e->hubsequence,
		.doer = doer_of(m, h, e),
		.edited = e->artifact_raw.p != NULL &&
			(e->type == EV_APPROVED || e->type == EV_REQUEUED),
		.new_digest = e->digest,
		.cause = e->type == EV_REQUEUED ? handoff_death(m, h) : 0,
	};
	d->delivery = d->doer == NONE ? DELIVERY_NONE : DELIVERY_WAITING;
	table_add(&m->own.decisions, id, place);
	h->decisions = place;
	decision_file(m, place);
	return place;
}

void decision_fini(struct decision *d)
{
	free(d->id);
	free(d->operator_name);
	free(d->note);
	free(d->target);
	free(d->reason);
}

void decision_drop(struct mesh *m, uint32_t i)
{
	struct decision *d = decision_of(m, i);

	unfile(m, i, edge_of(m, d)->from);
	unfile(m, i, edge_of(m, d)->to);
	table_remove(&m->own.decisions, str_of(d->id), i);
	decision_fini(d);
	pages_drop(&m->decision, i);
}

/* What a human stopped does not go on because no human looked. */
static void stop_offered(struct handoff *h)
{
	h->hold = HOLD_OPERATOR;
	if (action_when_held(h->hold, h->on_deadline) == h->on_deadline)
		return;
	h->on_deadline = FALLBACK_ESCALATE;
	h->target = NULL; /* of whom it would have gone on to */
}

static void fold_decision(struct mesh *m, const struct event *e, uint32_t i)
{
	enum handoff_state to = state_after(handoff_there(m, i)->state, e->type);
	struct handoff *h;
	uint32_t d;

	if (e->attempt != handoff_there(m, i)->attempt || to == STATE_NONE)
		return;
	d = decision_add(m, e, i);
	if (d == NONE)
		return;
	h = handoff_of(m, i);
	h->decision = d;
	claim_end(h);
	if (event_kinds[e->type].final) {
		h->final = true;
		h->clock_stopped = true;
	}
	if (e->type == EV_DECISION_HELD) {
		h->not_before = e->until;
		if (h->state == STATE_OFFERED)
			stop_offered(h);
	}
	handoff_enter(m, i, to);
	if (e->type == EV_ESCALATED)
		hooks_owe(m, e, i);
}

static void fold_delivery(struct mesh *m, const struct event *e, uint32_t i)
{
	uint32_t place = table_find(&m->own.decisions, e->decision);
	uint32_t agent = mesh_find_agent(m, e->agent_named);
	const struct edge *edge;
	struct decision *d;

	if (place == TABLE_NONE || agent == TABLE_NONE)
		return;
	d = decision_of(m, place);
	if (d->handoff != i)
		return;
	edge = edge_of(m, d);
	unfile(m, place, agent);
	if (agent == edge->from)
		d->told_from = e->hubsequence;
	if (agent == edge->to)
		d->told_to = e->hubsequence;
	if (agent == d->doer && d->delivery == DELIVERY_WAITING) {
		d->delivery = e->type == EV_APPLIED ? DELIVERY_APPLIED : DELIVERY_REFUSED;
		d->answered_at = e->recorded;
		d->answered = e->hubsequence;
		text_replace(&d->reason, e->reason);
	}
	handoff_refile(m, i);
}

/* --- claims ----------------------------------------------------------------- */

void claim_end(struct handoff *h)
{
	text_replace(&h->claimed_by, (struct str){ 0 });
	h->claimed_since = h->claimed_until = 0;
}

/* Somebody says that they are on it, or stay on it; only of what waits for a human. */
static void fold_claimed(struct mesh *m, const struct event *e, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);
	const char *by = handoff_claimant(h, e->recorded);

	if (!h->in_review || e->attempt != h->attempt)
		return;
	if (by == NULL || !str_eq(str_of(by), e->operator_name))
		h->claimed_since = e->recorded;
	text_replace(&h->claimed_by, e->operator_name);
	h->claimed_until = e->until;
	handoff_refile(m, i);
}

static void fold_released(struct mesh *m, const struct event *e, uint32_t i)
{
	if (e->attempt != handoff_there(m, i)->attempt)
		return;
	claim_end(handoff_of(m, i));
	handoff_refile(m, i);
}

fold_function *const decision_folds[EVENT_TYPES] = {
	[EV_APPROVED] = fold_decision,
	[EV_ENDORSED] = fold_decision,
	[EV_REJECTED] = fold_decision,
	[EV_ESCALATED] = fold_decision,
	[EV_DECISION_HELD] = fold_decision,
	[EV_REQUEUED] = fold_decision,
	[EV_DISCARDED] = fold_decision,
	[EV_APPLIED] = fold_delivery,
	[EV_DELIVERY_REFUSED] = fold_delivery,
	[EV_CLAIMED] = fold_claimed,
	[EV_RELEASED] = fold_released,
};
