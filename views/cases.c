/* SPDX-License-Identifier: MIT */
#include "views/cases.h"

#include <stdlib.h>

#include "base/mem.h"
#include "views/link.h"
#include "views/row.h"

#define SLICE 4096    /* incidents of one look, when all are gone through */
#define LOOKED_AT 128 /* handoffs of an incident whose edges are looked at */
#define GRAVITY_BITS 56

void cases_fini(struct cases *c)
{
	order_fini(&c->worst);
	free(c->key);
	free(c->filed);
	*c = (struct cases){ 0 };
}

/* --- how bad ------------------------------------------------------------------ */

/* States in which somebody has to look, gravest first; others are no trouble. */
static const enum handoff_state bad_states[] = { STATE_DEAD, STATE_FAILED, STATE_REFUSED,
	STATE_STOPPED, STATE_ESCALATED, STATE_HELD };

#define BAD ((int)(sizeof(bad_states) / sizeof(*bad_states)))

static int gravity(const struct incident *i)
{
	enum handoff_state s = incident_worst(i);
	int g = 0;

	while (g < BAD && bad_states[g] != s)
		g++;
	if (g == BAD && incident_open(i) == 0)
		g++; /* all is over */
	return g;
}

bool case_is_bad(const struct incident *i)
{
	return gravity(i) < BAD;
}

int case_grave(const struct incident *i)
{
	int g = gravity(i);

	if (g >= BAD)
		return GRAVE_NONE;
	return bad_states[g] == STATE_DEAD || bad_states[g] == STATE_FAILED ||
			bad_states[g] == STATE_REFUSED
		? GRAVE_CRITICAL
		: GRAVE_WARNING;
}

/* --- following ------------------------------------------------------------------ */

static int64_t key_of(const struct incident *i)
{
	int64_t newest = (INT64_C(1) << GRAVITY_BITS) - 1;

	return (int64_t)gravity(i) << GRAVITY_BITS |
		(newest - (i->first / 1000 & newest));
}

static void file(struct cases *c, const struct mesh *m, uint32_t place)
{
	const struct incident *i = incident_at(m, place);
	int64_t key = i != NULL ? key_of(i) : 0;

	if (place >= c->places)
		return;
	if (c->filed[place] && (i == NULL || c->key[place] != key)) {
		c->filed[place] = false;
		order_remove(&c->worst, c->key[place], place);
	}
	if (i != NULL && !c->filed[place]) {
		order_add(&c->worst, key, place);
		c->filed[place] = true;
		c->key[place] = key;
	}
}

static void begin_again(struct cases *c, const struct mesh *m)
{
	cases_fini(c);
	c->mesh = m;
	c->log_seen = m->log_lines;
}

static void grow(struct cases *c, uint32_t places)
{
	xgrow(&c->key, &c->cap_key, places, sizeof(*c->key));
	xgrow(&c->filed, &c->cap_filed, places, sizeof(*c->filed));
	for (; c->places < places; c->places++)
		c->filed[c->places] = false;
}

static void follow_log(struct cases *c, const struct mesh *m)
{
	bool all = m->log_lines - c->log_seen > LOG_LINES;

	for (; !all && c->log_seen < m->log_lines; c->log_seen++) {
		const struct log_line *l = &m->log[c->log_seen % LOG_LINES];
		const struct handoff *h = handoff_at(m, l->handoff);

		all = l->type == EV_BASELINE;
		if (h != NULL && h->incident != NONE)
			file(c, m, h->incident);
	}
	c->log_seen = m->log_lines;
	if (all)
		c->next = 0;
}

void cases_look(struct cases *c, const struct world *w)
{
	const struct mesh *m = w->mesh;
	uint32_t end;

	if (c->mesh != m || m->hubsequence < c->hubsequence ||
		m->incident.count < c->places || m->log_lines < c->log_seen)
		begin_again(c, m);
	if (c->hubsequence != m->hubsequence || c->next < c->places) {
		grow(c, m->incident.count);
		follow_log(c, m);
		end = c->next + SLICE < c->places ? c->next + SLICE : c->places;
		for (; c->next < end; c->next++)
			file(c, m, c->next);
	}
	c->hubsequence = m->hubsequence;
	c->behind = c->places - c->next;
	c->bad = order_rank(&c->worst, (int64_t)BAD << GRAVITY_BITS, 0);
}

/* --- one of them ------------------------------------------------------------------ */

static void put_edge(
	const struct world *w, uint32_t edge, uint32_t out[CASE_EDGES], size_t *n)
{
	const struct mesh *m = w->mesh;
	enum edge_trouble t = edge_shown(&m->edge[edge], link_now(w));
	size_t at = 0;

	if (t < EDGE_WAITS)
		return;
	for (size_t k = 0; k < *n; k++) {
		if (out[k] == edge)
			return;
	}
	while (at < *n && edge_shown(&m->edge[out[at]], link_now(w)) >= t)
		at++;
	if (at == CASE_EDGES)
		return;
	if (*n < CASE_EDGES)
		(*n)++;
	memmove(&out[at + 1], &out[at], (*n - 1 - at) * sizeof(*out));
	out[at] = edge;
}

size_t case_edges(
	const struct world *w, const struct incident *i, uint32_t out[CASE_EDGES])
{
	uint32_t place = i->last_handoff;
	size_t n = 0;

	for (int k = 0; k < LOOKED_AT && place != NONE; k++) {
		const struct handoff *h = handoff_at(w->mesh, place);

		if (h == NULL)
			break;
		put_edge(w, h->edge, out, &n);
		place = h->before_in_incident;
	}
	return n;
}
