/* SPDX-License-Identifier: MIT */
/* Handoffs: in which lists one stands, and how it goes away. */
#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "mesh/own.h"

/* Those that nothing threatens come after all that a deadline does. */
#define NO_DEADLINE (INT64_MAX / 4)

struct str handoff_key(const void *owner, uint32_t place)
{
	return str_of(handoff_there(owner, place)->id);
}

const char *handoff_from(const struct mesh *m, const struct handoff *h)
{
	return m->agent[m->edge[h->edge].from].name;
}

const char *handoff_to(const struct mesh *m, const struct handoff *h)
{
	return m->agent[m->edge[h->edge].to].name;
}

const struct contract *handoff_contract(const struct mesh *m, const struct handoff *h)
{
	return h->contract == CONTRACT_NONE ? NULL
					    : m->contracts.entry[h->contract].contract;
}

uint32_t handoff_gate(const struct mesh *m, const struct handoff *h)
{
	const struct contract *c = handoff_contract(m, h);

	return c != NULL && c->gate == GATE_FROM ? m->edge[h->edge].from
						 : m->edge[h->edge].to;
}

int64_t handoff_due(const struct handoff *h)
{
	if (h->deadline == 0 || h->on_deadline == FALLBACK_NONE || h->clock_stopped ||
		h->fired || !state_may_fall_back(h->state))
		return 0;
	return h->deadline > h->not_before ? h->deadline : h->not_before;
}

/* --- lists ----------------------------------------------------------------- */

/* docs/PROTOCOL.md, "States of a handoff": what `review` and `dead` list. */
static bool belongs_in_review(const struct handoff *h)
{
	return h->state == STATE_HELD || h->state == STATE_ESCALATED;
}

static bool belongs_in_dead(const struct handoff *h)
{
	if (h->state == STATE_DEAD || h->state == STATE_STOPPED)
		return true;
	return (h->state == STATE_REFUSED || h->state == STATE_FAILED) &&
		handoff_due(h) == 0;
}

/*
 * Nobody waits for it: neither a human, nor the agent who has to do what was
 * decided, nor a hook. Only such a one is aged out.
 */
static bool is_closed(const struct mesh *m, const struct handoff *h)
{
	const struct decision *d = decision_at(m, h->decision);

	if (h->owed > 0)
		return false;
	if (h->state == STATE_COMPLETED || h->state == STATE_DISCARDED)
		return true;
	return h->state == STATE_REJECTED && d != NULL && d->delivery != DELIVERY_WAITING;
}

void order_file(
	struct order *o, uint32_t h, bool *in, int64_t *key, bool want, int64_t new_key)
{
	if (*in && (!want || *key != new_key)) {
		order_remove(o, *key, h);
		*in = false;
	}
	if (want && !*in) {
		order_add(o, new_key, h);
		*in = true;
		*key = new_key;
	}
}

void handoff_refile(struct mesh *m, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);
	int64_t due = handoff_due(h);
	bool was = h->in_review;

	order_file(&m->clock, i, &h->in_clock, &h->clock_key, due != 0, due);
	order_file(&m->review, i, &h->in_review, &h->review_key, belongs_in_review(h),
		due != 0 ? due : NO_DEADLINE + h->offered / SECOND);
	if (!h->in_review)
		claim_end(h);
	if (h->in_review != was) {
		struct edge *e = &m->edge[h->edge];

		e->waiting += h->in_review ? 1 : (uint32_t)-1;
		spell_note(&e->waits, e->waiting > 0, m->now);
	}
	dead_file(m, i, belongs_in_dead(h));
	handoff_file_found(m, i);
	h->changed = m->hubsequence;
	m->edge[h->edge].changed = m->hubsequence;
}

static void count_state(struct mesh *m, const struct handoff *h, int by)
{
	struct edge *e = &m->edge[h->edge];

	if (h->state == STATE_NONE)
		return;
	m->states[h->state] += (uint32_t)by;
	if (h->incident != NONE)
		incident_of(m, h->incident)->states[h->state] += (uint32_t)by;
	if (h->state == STATE_HELD)
		e->held += (uint32_t)by;
	if (h->state == STATE_DEAD)
		e->dead += (uint32_t)by;
}

void handoff_enter(struct mesh *m, uint32_t i, enum handoff_state s)
{
	struct handoff *h = handoff_of(m, i);

	if (h->state != s) {
		count_state(m, h, -1);
		h->state = s;
		h->since = m->now;
		count_state(m, h, 1);
	}
	if (h->incident != NONE) {
		incident_of(m, h->incident)->last = m->now;
		incident_of(m, h->incident)->changed = m->hubsequence;
	}
	handoff_refile(m, i);
}

void handoff_file_closed(struct mesh *m, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);

	order_file(&m->closed, i, &h->in_closed, &h->closed_key, is_closed(m, h),
		(int64_t)m->hubsequence); /* what was early has an older number */
}

void handoff_file_found(struct mesh *m, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);
	int64_t key = i;

	order_file(&m->own.found, i, &h->in_found, &key, (h->faults & FAULTS_FOUND) != 0,
		key);
}

void handoff_remember(struct mesh *m, uint32_t i, const struct event *e, enum standing s)
{
	struct handoff *h = handoff_of(m, i);

	/* its room is the next power of two */
	if ((h->pasts & (h->pasts - 1)) == 0)
		h->past = xrealloc(h->past,
			(h->pasts == 0 ? 1 : 2 * (size_t)h->pasts) * sizeof(*h->past));
	h->past[h->pasts++] = (struct past){
		.hubsequence = e->hubsequence & ((UINT64_C(1) << 48) - 1),
		.type = (uint8_t)e->type,
		.standing = (uint8_t)s,
		.time = e->recorded,
	};
	handoff_file_closed(m, i);
	dump_touch(m, i);
}

/* --- going away ------------------------------------------------------------ */

void handoff_fini(struct handoff *h)
{
	free(h->id);
	free(h->reason);
	free(h->detail);
	free(h->violation);
	free(h->claimed_by);
	free(h->past);
	free(h->more);
	while (h->earlier != NULL) {
		struct attempt *before = h->earlier->before;

		free(h->earlier);
		h->earlier = before;
	}
}

static void leave_incident(struct mesh *m, struct handoff *h)
{
	struct incident *inc = incident_of(m, h->incident);

	if (h->before_in_incident != NONE)
		handoff_of(m, h->before_in_incident)->in_incident = h->in_incident;
	else
		inc->first_handoff = h->in_incident;
	if (h->in_incident != NONE)
		handoff_of(m, h->in_incident)->before_in_incident = h->before_in_incident;
	else
		inc->last_handoff = h->before_in_incident;
	if (--inc->handoffs > 0)
		return;
	table_remove(&m->own.incidents, str_of(inc->id), h->incident);
	incident_fini(inc);
	pages_drop(&m->incident, h->incident);
}

void handoff_drop(struct mesh *m, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);

	dump_touch(m, i);
	assert(h->in_closed && !h->in_review && !h->in_dead && !h->in_clock);
	order_remove(&m->closed, h->closed_key, i);
	count_state(m, h, -1);
	causes_drop(m, i);
	if (h->in_found)
		order_remove(&m->own.found, i, i);
	if (h->incident != NONE) {
		ways_leave(m, i);
		leave_incident(m, h);
	}
	for (uint32_t d = h->decisions; d != NONE;) {
		uint32_t before = decision_there(m, d)->before;

		decision_drop(m, d);
		d = before;
	}
	table_remove(&m->own.handoffs, str_of(h->id), i);
	handoff_fini(h);
	pages_drop(&m->handoff, i);
}

uint32_t mesh_next_due(const struct mesh *m, int64_t now)
{
	struct order_item first;

	if (!order_at(&m->clock, 0, &first) || first.key > now)
		return NONE;
	return first.id;
}

int64_t mesh_next_deadline(const struct mesh *m)
{
	struct order_item first;

	return order_at(&m->clock, 0, &first) ? first.key : 0;
}
