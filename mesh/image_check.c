/* SPDX-License-Identifier: MIT */
/* What is looked at as a whole: the image of a stranger. */
#include "mesh/image_own.h"
#include "mesh/own.h"

/* Decisions of a handoff are of no other one, and each came before the next. */
static bool has_own_decisions(
	const struct mesh *m, const struct handoff *h, uint32_t place)
{
	const struct decision *d;
	bool stands = h->decision == NONE, fell = h->fallback == NONE;

	for (uint32_t i = h->decisions; i != NONE; i = d->before) {
		d = decision_at(m, i);
		if (d == NULL || d->handoff != place ||
			(d->before != NONE && d->before >= i))
			return false;
		stands |= i == h->decision;
		fell |= i == h->fallback;
	}
	return stands && fell;
}

static bool refers_to_what_is(const struct mesh *m, const struct handoff *h)
{
	return h->edge < m->edges && is_none_or_below(h->contract, m->contracts.count) &&
		(h->incident == NONE || incident_at(m, h->incident) != NULL) &&
		is_none_or_below(h->dead_group, m->dead_groups) &&
		is_none_or_below(h->dead_why, m->dead_whys) &&
		(!h->in_dead ||
			(h->dead_group != NONE && h->dead_why != NONE &&
				m->dead_why[h->dead_why].group == h->dead_group));
}

static bool has_sound_values(const struct handoff *h)
{
	return h->state > STATE_NONE && h->state < STATES && h->attempt > 0 &&
		h->pasts > 0 && h->on_deadline < FALLBACK_ACTIONS &&
		h->fired_action < FALLBACK_ACTIONS && h->hold < HOLD_CAUSES &&
		h->found < HOLD_CAUSES && h->faults < 1u << FAULT_BITS &&
		h->in_found == ((h->faults & FAULTS_FOUND) != 0);
}

/* Into the lists in which it says it stands, and the sums that count it. */
static void file_again(struct mesh *m, struct handoff *h, uint32_t place)
{
	if (h->in_review)
		order_add(&m->review, h->review_key, place);
	if (h->in_clock)
		order_add(&m->clock, h->clock_key, place);
	if (h->in_closed)
		order_add(&m->closed, h->closed_key, place);
	if (h->in_dead) {
		order_add(&m->dead, h->dead_key, place);
		order_add(&m->dead_group[h->dead_group].letters, h->dead_key, place);
		order_add(&m->dead_why[h->dead_why].letters, h->dead_key, place);
	}
	if (h->in_found)
		order_add(&m->own.found, place, place);
	m->states[h->state]++;
	table_add(&m->own.handoffs, str_of(h->id), place);
	dump_touch(m, place);
}

static bool is_sound_decision(const struct mesh *m, const struct decision *d)
{
	return d->type < EVENT_TYPES && d->action < FALLBACK_ACTIONS &&
		d->delivery <= DELIVERY_NONE && is_none_or_below(d->doer, m->agents) &&
		handoff_at(m, d->handoff) != NULL &&
		handoff_there(m, d->handoff)->edge < m->edges;
}

static void check_decisions(struct image_in *in, struct mesh *m)
{
	table_reserve(&m->own.decisions, m->decision.kept);
	for (uint32_t i = 0; i < m->decision.count && !in->bad; i++) {
		const struct decision *d = decision_at(m, i);

		if (d == NULL || !in_need(in, is_sound_decision(m, d)))
			continue;
		table_add(&m->own.decisions, str_of(d->id), i);
		decision_file(m, i);
	}
}

/* Gives how many are in an incident. */
static uint32_t check_handoffs(struct image_in *in, struct mesh *m)
{
	uint32_t joined = 0;

	table_reserve(&m->own.handoffs, m->handoff.kept);
	for (uint32_t i = 0; i < m->handoff.count && !in->bad; i++) {
		struct handoff *h = pages_at(&m->handoff, i);

		if (h == NULL || h->id == NULL)
			continue;
		if (!in_need(in,
			    refers_to_what_is(m, h) && has_sound_values(h) &&
				    has_own_decisions(m, h, i)))
			return 0;
		file_again(m, h, i);
		joined += h->incident != NONE;
	}
	return joined;
}

/* Its chain holds what says that it is in it, each once. */
static bool is_sound_incident(
	const struct mesh *m, const struct incident *n, uint32_t place)
{
	uint32_t before = NONE, handoffs = 0, states[STATES] = { 0 };
	const struct handoff *h;

	for (uint32_t i = n->first_handoff; i != NONE; i = h->in_incident) {
		h = handoff_at(m, i);
		if (h == NULL || h->incident != place || h->before_in_incident != before)
			return false;
		states[h->state]++;
		handoffs++;
		before = i;
	}
	return handoffs > 0 && handoffs == n->handoffs && before == n->last_handoff &&
		memcmp(states, n->states, sizeof(states)) == 0;
}

static void check_incidents(struct image_in *in, struct mesh *m, uint32_t joined)
{
	uint32_t found = 0;

	table_reserve(&m->own.incidents, m->incident.kept);
	for (uint32_t i = 0; i < m->incident.count && !in->bad; i++) {
		struct incident *n = pages_at(&m->incident, i);

		if (n == NULL || n->id == NULL ||
			!in_need(in, is_sound_incident(m, n, i)))
			continue;
		ways_build(m, n);
		table_add(&m->own.incidents, str_of(n->id), i);
		found += n->handoffs;
	}
	in_need(in, found == joined);
}

/* Unpacks every page of it; one that cannot be makes the image bad. */
static void look_at_all(struct image_in *in, struct mesh *m, const struct pages *p)
{
	for (uint32_t page = 0; page < pages_count(p) && !in->bad; page++) {
		pages_at(p, page * PAGE_ITEMS);
		in_need(in, !m->own.image.bad);
	}
}

/* Nothing is taken on trust: what they are filed under is found again. */
void image_check_all(struct image_in *in, struct mesh *m)
{
	uint32_t joined;

	look_at_all(in, m, &m->decision);
	look_at_all(in, m, &m->handoff);
	look_at_all(in, m, &m->incident);
	if (in->bad)
		return;
	check_decisions(in, m);
	joined = in->bad ? 0 : check_handoffs(in, m);
	in_need(in, in->bad || image_has_sound_links(m));
	check_incidents(in, m, joined);
}
