/* SPDX-License-Identifier: MIT */
#include "bus/survey.h"

#include <stdlib.h>

#include "base/mem.h"

#define SLICE 2000 /* agents, edges or runs that are looked at in one go */
#define SLICE_WAITING 1000
#define SLICE_UNPACKED 20 /* pages of handoffs, each a tenth of a millisecond */
#define ELDERS 256

enum phase { AT_REST, RUNS, AGENTS, EDGES, WAITING };

struct elder {
	int64_t since;
	uint32_t place;
};

struct survey {
	enum phase phase;
	uint32_t next; /* of the run, agent or edge to look at */
	struct survey_found found, coming;
	bool whole;     /* `found` is */
	uint64_t *lost; /* by agent, while they are added up */
	uint32_t agents;

	/*
	 * Those who wait longest, in order. Who comes to wait later stands behind all
	 * of them, so nothing needs to be looked at again before the last has gone.
	 */
	struct elder elder[ELDERS];
	size_t elders, gone;
	struct order_item at; /* how far the list of those who wait has been read */
	int64_t last;         /* of the eldest when it was known */
};

struct survey *survey_new(void)
{
	return xcalloc(1, sizeof(struct survey));
}

void survey_free(struct survey *s)
{
	if (s == NULL)
		return;
	free(s->lost);
	free(s);
}

void survey_reset(struct survey *s)
{
	free(s->lost);
	*s = (struct survey){ 0 };
}

bool survey_under_way(const struct survey *s)
{
	return s->phase != AT_REST;
}

const struct survey_found *survey_found(const struct survey *s)
{
	return s->whole ? &s->found : NULL;
}

void survey_begin(struct survey *s)
{
	if (s->phase != AT_REST)
		return;
	s->phase = RUNS;
	s->next = 0;
	s->coming = (struct survey_found){ 0 };
	s->agents = 0;
}

/* --- the worst ------------------------------------------------------------- */

static bool is_worse(const struct survey_one *a, const struct survey_one *b)
{
	if (a->rank != b->rank)
		return a->rank > b->rank;
	for (int i = 0; i < SURVEY_VALUES; i++) {
		if (a->value[i] != b->value[i])
			return a->value[i] > b->value[i];
	}
	return a->place < b->place;
}

static void add_to_others(struct survey_list *l, const struct survey_one *x)
{
	l->others++;
	for (int i = 0; i < SURVEY_VALUES; i++)
		l->other[i] += x->value[i];
}

static void list_add(struct survey_list *l, struct survey_one x)
{
	size_t at = l->count;

	while (at > 0 && is_worse(&x, &l->one[at - 1]))
		at--;
	if (at == SURVEY_WORST) {
		add_to_others(l, &x);
		return;
	}
	if (l->count == SURVEY_WORST)
		add_to_others(l, &l->one[--l->count]);
	memmove(l->one + at + 1, l->one + at, (l->count - at) * sizeof(*l->one));
	l->one[at] = x;
	l->count++;
}

/* --- the phases: each gives true when it is through ------------------------- */

static bool look_at_runs(struct survey *s, const struct mesh *m)
{
	uint32_t agent;
	uint64_t lost;

	if (s->next == 0) {
		free(s->lost);
		s->agents = m->agents;
		s->lost = xcalloc(m->agents + 1, sizeof(*s->lost));
	}
	for (int i = 0; i < SLICE; i++, s->next++) {
		if (!mesh_run_lost(m, s->next, &agent, &lost))
			return true;
		if (agent < s->agents)
			s->lost[agent] += lost;
	}
	return false;
}

static bool look_at_agents(struct survey *s, const struct mesh *m, int64_t now)
{
	uint32_t end = s->next + SLICE < s->agents ? s->next + SLICE : s->agents;

	for (; s->next < end && s->next < m->agents; s->next++) {
		enum agent_state state = agent_state(&m->agent[s->next], now);
		bool silent = state == AGENT_SILENT;

		s->coming.agent_states[state]++;
		list_add(&s->coming.agents,
			(struct survey_one){ s->next, silent,
				{ [SURVEY_LOST] = s->lost[s->next],
					[SURVEY_SILENT] = silent } });
	}
	return end == s->agents;
}

static bool look_at_edges(struct survey *s, const struct mesh *m, int64_t now)
{
	uint32_t end = s->next + SLICE < m->edges ? s->next + SLICE : m->edges;

	for (; s->next < end; s->next++) {
		const struct edge *e = &m->edge[s->next];
		enum edge_trouble trouble = edge_trouble(e, now);
		bool wave = edge_breaks(e, now) > 0;

		for (int f = 0; f < FAULT_BITS; f++)
			s->coming.faults[f] += e->faults[f];
		s->coming.breaking += wave;
		s->coming.edge_troubles[trouble]++;
		s->coming.offered += e->offered;
		s->coming.accepted += e->accepted;
		s->coming.completed += e->completed;
		s->coming.refused += e->refused;
		list_add(&s->coming.edges,
			(struct survey_one){ s->next,
				wave && trouble < EDGE_LOW ? EDGE_LOW : trouble,
				{ [SURVEY_BAD] = edge_bad(e, now),
					[SURVEY_WAITING] = e->waiting,
					[SURVEY_DEAD] = e->dead,
					[SURVEY_BREAKS] = edge_broke(e, now) } });
	}
	return end == m->edges;
}

static bool still_waits(const struct mesh *m, const struct elder *x)
{
	const struct handoff *h = handoff_at(m, x->place);

	return h != NULL && h->in_review && h->since == x->since;
}

static void add_elder(struct survey *s, struct elder x)
{
	size_t at = s->elders;

	if (at == ELDERS) {
		if (s->elder[at - 1].since <= x.since)
			return;
		at = --s->elders;
	}
	while (at > 0 && s->elder[at - 1].since > x.since)
		at--;
	memmove(s->elder + at + 1, s->elder + at, (s->elders - at) * sizeof(x));
	s->elder[at] = x;
	s->elders++;
}

/* Nothing to do as long as one of the eldest is left. */
static bool look_at_waiting(struct survey *s, const struct mesh *m)
{
	struct order_item some[SLICE_WAITING];
	size_t n, unpacked = 0;

	if (s->next == 0) {
		while (s->gone < s->elders && !still_waits(m, &s->elder[s->gone]))
			s->last = s->elder[s->gone++].since;
		if (s->gone < s->elders)
			return true;
		s->elders = s->gone = 0;
		s->at = (struct order_item){ INT64_MIN, 0 };
	}
	s->next = 1;
	n = order_after(&m->review, s->at.key, s->at.id, some, SLICE_WAITING);
	for (size_t i = 0; i < n; i++) {
		const struct handoff *h;

		unpacked += pages_packed(&m->handoff, some[i].id / PAGE_ITEMS) != NULL;
		if (unpacked > SLICE_UNPACKED)
			return false;
		h = handoff_at(m, some[i].id);
		if (h != NULL)
			add_elder(s, (struct elder){ h->since, some[i].id });
		s->at = some[i];
	}
	return n < SLICE_WAITING;
}

static bool look(struct survey *s, const struct mesh *m, int64_t now)
{
	switch (s->phase) {
	case RUNS:
		return look_at_runs(s, m);
	case AGENTS:
		return look_at_agents(s, m, now);
	case EDGES:
		return look_at_edges(s, m, now);
	default:
		return look_at_waiting(s, m);
	}
}

/* A small mesh is looked at in one turn: each phase has as little to do as it has. */
void survey_turn(struct survey *s, const struct mesh *m, int64_t now)
{
	while (s->phase != AT_REST && look(s, m, now)) {
		s->next = 0;
		if (s->phase++ < WAITING)
			continue;
		s->phase = AT_REST;
		s->found = s->coming;
		s->whole = true;
		free(s->lost);
		s->lost = NULL;
	}
}

/* While they are looked for, what was known last: a second old, and no lie. */
int64_t survey_oldest(const struct survey *s, const struct mesh *m)
{
	if (m->review.count == 0)
		return 0;
	for (size_t i = s->gone; i < s->elders && s->phase != WAITING; i++) {
		if (still_waits(m, &s->elder[i]))
			return s->elder[i].since;
	}
	return s->gone < s->elders ? s->elder[s->gone].since : s->last;
}
