/* SPDX-License-Identifier: MIT */
#include "mesh/circle.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/unset.h"
#include "mesh/own.h"

/* --- the ways of an incident ---------------------------------------------------- */

#define FEW 8 /* handoffs of an incident, that are looked at one by one */

/* Contracts that let nothing come back make no difference. */
static uint32_t contract_of(const struct mesh *m, const struct handoff *h)
{
	const struct contract *c = handoff_contract(m, h);

	return c != NULL && c->returns != NULL ? h->contract : CONTRACT_NONE;
}

static bool way_find(
	const struct incident *n, uint32_t edge, uint32_t contract, uint32_t *at)
{
	uint32_t from = 0, to = n->ways;

	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		const struct way *w = &n->way[middle];

		if (w->edge < edge || (w->edge == edge && w->contract < contract))
			from = middle + 1;
		else
			to = middle;
	}
	*at = from;
	return from < n->ways && n->way[from].edge == edge &&
		n->way[from].contract == contract;
}

static void way_add(struct incident *n, uint32_t edge, uint32_t contract)
{
	uint32_t at;

	if (way_find(n, edge, contract, &at)) {
		n->way[at].count++;
		return;
	}
	if ((n->ways & (n->ways - 1)) == 0) /* its room is the next power of two */
		n->way = xrealloc(n->way,
			(n->ways == 0 ? 1 : 2 * (size_t)n->ways) * sizeof(*n->way));
	memmove(n->way + at + 1, n->way + at, (n->ways - at) * sizeof(*n->way));
	n->way[at] = (struct way){ edge, contract, 1 };
	n->ways++;
}

static void way_take(struct incident *n, uint32_t edge, uint32_t contract)
{
	uint32_t at;

	if (!way_find(n, edge, contract, &at) || --n->way[at].count > 0)
		return;
	n->ways--;
	memmove(n->way + at, n->way + at + 1, (n->ways - at) * sizeof(*n->way));
}

/* Of all its handoffs but one. */
static void build(struct mesh *m, struct incident *n, uint32_t but)
{
	free(n->way);
	n->way = NULL;
	n->ways = 0;
	for (uint32_t i = n->first_handoff; i != NONE;
		i = handoff_there(m, i)->in_incident) {
		if (i != but)
			way_add(n, handoff_there(m, i)->edge,
				contract_of(m, handoff_there(m, i)));
	}
}

void ways_build(struct mesh *m, struct incident *n)
{
	if (n->handoffs > FEW)
		build(m, n, NONE);
}

void ways_leave(struct mesh *m, uint32_t i)
{
	const struct handoff *h = handoff_there(m, i);
	struct incident *n = pages_at(&m->incident, h->incident);

	if (n != NULL && n->way != NULL)
		way_take(n, h->edge, contract_of(m, h));
}

/* Most incidents are small: their ways are kept from the first on that is too many. */
void ways_enter(struct mesh *m, uint32_t i)
{
	const struct handoff *h = handoff_there(m, i);
	struct incident *n = pages_at(&m->incident, h->incident);

	if (n == NULL || (n->way == NULL && n->handoffs <= FEW))
		return;
	if (n->way == NULL)
		build(m, n, i);
	way_add(n, h->edge, contract_of(m, h));
}

/* --- is there a way back? --------------------------------------------------------- */

struct arc {
	const char *name; /* of who it leads to */
	uint32_t edge, from, to;
};

struct step {
	uint32_t agent;
	uint32_t arc, before; /* on which it was come by, from which step */
};

struct search {
	const struct mesh *m;
	struct way way[WAYS_MOST];
	uint32_t ways;
	struct arc arc[WAYS_MOST]; /* one for each edge, by the names they lead to */
	uint32_t arcs;
	struct step step[WAYS_MOST + 1];
	uint32_t steps;
	bool wide; /* there are too many ways */
};

static void search_way(struct search *s, uint32_t edge, uint32_t contract)
{
	for (uint32_t i = 0; i < s->ways; i++) {
		if (s->way[i].edge == edge && s->way[i].contract == contract)
			return;
	}
	if (s->ways == WAYS_MOST)
		s->wide = true;
	else
		s->way[s->ways++] = (struct way){ edge, contract, 1 };
}

static void ways_of_incident(struct search *s, const struct incident *n, uint32_t but)
{
	for (uint32_t i = n->first_handoff; i != NONE && n->way == NULL;
		i = handoff_there(s->m, i)->in_incident) {
		if (i != but)
			search_way(s, handoff_there(s->m, i)->edge,
				contract_of(s->m, handoff_there(s->m, i)));
	}
	if (n->way == NULL)
		return;
	s->wide = n->ways > WAYS_MOST;
	s->ways = s->wide ? 0 : n->ways;
	memcpy(s->way, n->way, s->ways * sizeof(*n->way));
}

static bool is_in(const uint32_t *places, uint32_t n, uint32_t place)
{
	for (uint32_t i = 0; i < n; i++) {
		if (places[i] == place)
			return true;
	}
	return false;
}

/* Of what it came out of, and what that came out of, and so on. */
static void ways_of_causes(struct search *s, uint32_t handoff)
{
	uint32_t met[WAYS_MOST + 1] = { handoff }, n = 1;

	for (uint32_t at = 0; at < n && !s->wide; at++) {
		const struct handoff *h = handoff_there(s->m, met[at]);
		const struct cause *c;

		if (at > 0)
			search_way(s, h->edge, contract_of(s->m, h));
		for (size_t k = 0; (c = handoff_cause(h, k)) != NULL && !s->wide; k++) {
			if (c->awaited || is_in(met, n, c->of))
				continue;
			if (n == WAYS_MOST + 1)
				s->wide = true;
			else
				met[n++] = c->of;
		}
	}
}

static int by_name(const void *a, const void *b)
{
	const struct arc *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	return order != 0 ? order : (x->edge > y->edge) - (x->edge < y->edge);
}

/* False where nothing leads away from one or to the other: mostly. */
static bool draw_arcs(struct search *s, uint32_t from, uint32_t to)
{
	const struct mesh *m = s->m;
	bool leaves = false, arrives = false;

	for (uint32_t i = 0; i < s->ways; i++) {
		const struct edge *e = &m->edge[s->way[i].edge];

		leaves |= e->from == from;
		arrives |= e->to == to;
	}
	if (!leaves || !arrives)
		return false;
	for (uint32_t i = 0; i < s->ways; i++) {
		const struct edge *e = &m->edge[s->way[i].edge];
		bool known = false;

		for (uint32_t k = 0; k < i && !known; k++)
			known = s->way[k].edge == s->way[i].edge;
		if (!known)
			s->arc[s->arcs++] = (struct arc){ m->agent[e->to].name,
				s->way[i].edge, e->from, e->to };
	}
	qsort(s->arc, s->arcs, sizeof(*s->arc), by_name);
	return true;
}

static bool was_at(const struct search *s, uint32_t agent)
{
	for (uint32_t i = 0; i < s->steps; i++) {
		if (s->step[i].agent == agent)
			return true;
	}
	return false;
}

/*
 * The shortest way; of several the one whose names come first, so that it does not
 * depend on when what was first heard of. Its last step, or NONE.
 */
static uint32_t find_way(struct search *s, uint32_t from, uint32_t to)
{
	if (!draw_arcs(s, from, to))
		return NONE;
	s->step[s->steps++] = (struct step){ from, NONE, NONE };
	for (uint32_t at = 0; at < s->steps; at++) {
		for (uint32_t i = 0; i < s->arcs; i++) {
			if (s->arc[i].from != s->step[at].agent ||
				was_at(s, s->arc[i].to))
				continue;
			s->step[s->steps++] = (struct step){ s->arc[i].to, i, at };
			if (s->arc[i].to == to)
				return s->steps - 1;
		}
	}
	return NONE;
}

/* Whether a contract on the way says that this one may come back. */
static bool may_come_back(
	const struct search *s, uint32_t last, const struct contract *contract)
{
	if (contract == NULL)
		return false;
	for (; s->step[last].arc != NONE; last = s->step[last].before) {
		for (uint32_t i = 0; i < s->ways; i++) {
			const struct way *w = &s->way[i];

			if (w->edge == s->arc[s->step[last].arc].edge &&
				w->contract != CONTRACT_NONE &&
				contract_returns(
					s->m->contracts.entry[w->contract].contract,
					contract))
				return true;
		}
	}
	return false;
}

/* --- circles ------------------------------------------------------------------------ */

/* The agent that the mesh has known the longest comes first. */
static void turn(struct circle *c)
{
	uint32_t turned[CIRCLE_AGENTS], first = 0;

	if (c->longer)
		return;
	for (uint32_t i = 1; i < c->agents; i++) {
		if (c->agent[i] < c->agent[first])
			first = i;
	}
	for (uint32_t i = 0; i < c->agents; i++)
		turned[i] = c->agent[(first + i) % c->agents];
	memcpy(c->agent, turned, c->agents * sizeof(*turned));
}

static uint32_t circle_find(const struct mesh *m, const struct circle *c)
{
	for (uint32_t i = 0; i < m->circles; i++) {
		const struct circle *x = &m->circle[i];

		if (x->agents == c->agents && x->longer == c->longer &&
			memcmp(x->agent, c->agent, c->agents * sizeof(*c->agent)) == 0)
			return i;
	}
	return NONE;
}

static void make_room(struct mesh *m)
{
	uint32_t at = 0;

	for (uint32_t i = 1; i < m->circles; i++) {
		if (m->circle[i].last < m->circle[at].last)
			at = i;
	}
	m->own.circles_forgotten++;
	m->circles--;
	memmove(m->circle + at, m->circle + at + 1,
		(m->circles - at) * sizeof(*m->circle));
}

uint32_t circle_add(struct mesh *m, struct circle c)
{
	uint32_t i;

	turn(&c);
	i = circle_find(m, &c);
	if (i != NONE) {
		m->circle[i].count += c.count;
		m->circle[i].last = c.last;
		m->circle[i].handoff = c.handoff;
		return i;
	}
	if (m->circles == CIRCLES_MOST)
		make_room(m);
	xgrow(&m->circle, &m->own.cap_circle, m->circles + 1, sizeof(*m->circle));
	m->circle[m->circles] = c;
	return m->circles++;
}

static void note(struct mesh *m, uint32_t i, const struct search *s, uint32_t last)
{
	const struct edge *e = &m->edge[handoff_there(m, i)->edge];
	struct circle c = { .count = 1, .first = m->now, .last = m->now, .handoff = i };
	uint32_t n = 1;

	for (uint32_t k = last; s->step[k].before != NONE; k = s->step[k].before)
		n++;
	c.longer = n > CIRCLE_AGENTS;
	c.agents = c.longer ? 2 : (uint8_t)n;
	c.agent[0] = e->from;
	c.agent[1] = e->to;
	for (uint32_t k = last; !c.longer; k = s->step[k].before) {
		c.agent[--n] = s->step[k].agent;
		if (n == 0)
			break;
	}
	circle_add(m, c);
	handoff_fault(m, handoff_of(m, i), FAULT_LOOP);
}

static void judge_circle(struct mesh *m, uint32_t i)
{
	const struct handoff *h = handoff_there(m, i);
	const struct edge *e = &m->edge[h->edge];
	struct search s UNSET;
	uint32_t last;

	s.m = m;
	s.ways = s.arcs = s.steps = 0;
	s.wide = false;
	if (e->from == e->to) {
		s.step[s.steps++] = (struct step){ e->from, NONE, NONE };
		note(m, i, &s, 0);
		return;
	}
	if (h->incident != NONE)
		ways_of_incident(&s, incident_there(m, h->incident), i);
	else
		ways_of_causes(&s, i);
	last = s.wide ? NONE : find_way(&s, e->to, e->from);
	if (last != NONE && !may_come_back(&s, last, handoff_contract(m, h)))
		note(m, i, &s, last);
}

void ways_offer(struct mesh *m, uint32_t i)
{
	struct incident *n = pages_at(&m->incident, handoff_there(m, i)->incident);

	if (n != NULL && n->way == NULL && n->handoffs > FEW)
		build(m, n, i);
	judge_circle(m, i);
	ways_enter(m, i);
}
