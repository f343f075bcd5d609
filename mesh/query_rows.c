/* SPDX-License-Identifier: MIT */
#include "mesh/query_rows.h"

#include <assert.h>
#include <stdio.h>

#include "base/clock.h"
#include "mesh/dead.h"

bool query_text(struct query_value *out, unsigned nth, const char *text)
{
	if (nth > 0 || text == NULL || text[0] == '\0')
		return false;
	out->text = str_of(text);
	return true;
}

bool query_number(struct query_value *out, unsigned nth, double number)
{
	if (nth > 0)
		return false;
	out->is_number = true;
	out->number = number;
	return true;
}

static bool seconds(struct query_value *out, unsigned nth, int64_t usec)
{
	return query_number(out, nth, (double)usec / (double)SECOND);
}

static const char *agent_name(const struct mesh *m, uint32_t agent)
{
	return agent < m->agents ? m->agent[agent].name : NULL;
}

/* Names of agents are cut at 90 bytes of the two together with room to spare. */
static bool edge_text(
	struct query_row *row, const struct mesh *m, uint32_t edge, struct query_value *v)
{
	size_t from, to;
	const char *a, *b;

	if (edge >= m->edges)
		return false;
	a = agent_name(m, m->edge[edge].from);
	b = agent_name(m, m->edge[edge].to);
	assert(a != NULL && b != NULL);
	from = strnlen(a, 98);
	to = strnlen(b, 98);
	memcpy(row->scratch, a, from);
	row->scratch[from] = '>';
	memcpy(row->scratch + from + 1, b, to);
	v->text = (struct str){ row->scratch, from + 1 + to };
	return true;
}

/* What a field says of any edge that a row is about. */
static bool of_ends(struct query_row *row, const struct mesh *m, uint32_t edge,
	enum query_name name, unsigned nth, struct query_value *out)
{
	if (edge >= m->edges)
		return false;
	switch (name) {
	case QUERY_EDGE:
		return nth == 0 && edge_text(row, m, edge, out);
	case QUERY_FROM:
		return query_text(out, nth, agent_name(m, m->edge[edge].from));
	case QUERY_TO:
		return query_text(out, nth, agent_name(m, m->edge[edge].to));
	case QUERY_AGENT:
		return nth == 0
			? query_text(out, 0, agent_name(m, m->edge[edge].from))
			: query_text(out, nth - 1, agent_name(m, m->edge[edge].to));
	default:
		return false;
	}
}

/* "refund.decision/3.1.0", then "refund.decision@3". */
static bool of_contract(struct query_row *row, const struct contract *c, unsigned nth,
	struct query_value *out)
{
	if (c == NULL || nth > 1)
		return false;
	if (nth == 0)
		return query_text(out, 0, c->id);
	snprintf(row->scratch, sizeof(row->scratch), "%.150s@%u", c->name,
		c->version.major);
	return query_text(out, 0, row->scratch);
}

static bool of_version(const struct contract *c, unsigned nth, struct query_value *out)
{
	const char *slash = c != NULL ? strrchr(c->id, '/') : NULL;

	return slash != NULL && query_text(out, nth, slash + 1);
}

static bool of_faults(unsigned faults, unsigned nth, struct query_value *out)
{
	for (unsigned i = 0; i < FAULT_BITS; i++) {
		if ((faults >> i & 1) && nth-- == 0)
			return query_text(out, 0, fault_name(1u << i));
	}
	return false;
}

static bool of_tags(const struct noted *n, unsigned nth, struct query_value *out)
{
	return n != NULL && nth < n->tags && query_text(out, 0, n->tag[nth]);
}

/* --- handoffs --------------------------------------------------------------- */

static bool of_people(const struct mesh *m, const struct handoff *h, int64_t now,
	unsigned nth, struct query_value *out)
{
	const struct decision *d = decision_at(m, h->decision);
	const char *claimant = handoff_claimant(h, now);

	if (claimant != NULL && nth-- == 0)
		return query_text(out, 0, claimant);
	return d != NULL && d->type != EV_FALLBACK &&
		query_text(out, nth, d->operator_name);
}

static bool of_handoff(struct query_row *row, const struct query_about *x,
	const struct handoff *h, enum query_name name, unsigned nth,
	struct query_value *out)
{
	const struct mesh *m = x->mesh;
	const struct incident *i;

	switch (name) {
	case QUERY_ID:
		return query_text(out, nth, h->id);
	case QUERY_CONTRACT:
		return of_contract(row, handoff_contract(m, h), nth, out);
	case QUERY_VERSION:
		return of_version(handoff_contract(m, h), nth, out);
	case QUERY_STATE:
		return query_text(out, nth, state_name((enum handoff_state)h->state));
	case QUERY_CONF:
		return h->has_confidence && query_number(out, nth, h->confidence);
	case QUERY_REASON:
		return query_text(out, nth, h->reason);
	case QUERY_DETAIL:
		return query_text(out, nth, h->detail);
	case QUERY_FAULT:
		return of_faults(h->faults, nth, out);
	case QUERY_VIOLATION:
		return query_text(out, nth, h->violation);
	case QUERY_INCIDENT:
		i = incident_at(m, h->incident);
		return i != NULL && query_text(out, nth, i->id);
	case QUERY_BY:
		return of_people(m, h, x->now, nth, out);
	case QUERY_AGE:
		return seconds(out, nth, x->now - h->offered);
	case QUERY_DUE:
		return handoff_due(h) != 0 && seconds(out, nth, handoff_due(h) - x->now);
	case QUERY_ATTEMPT:
		return query_number(out, nth, h->attempt);
	case QUERY_FALLBACK:
		return nth == 0
			? query_text(out, 0,
				  fallback_name((enum fallback_action)h->on_deadline))
			: query_text(out, nth - 1, h->target);
	case QUERY_TEXT:
		return query_text(out, nth, h->summary);
	case QUERY_TAG:
		return of_tags(mesh_noted_handoff(m, h), nth, out);
	default:
		return of_ends(row, m, h->edge, name, nth, out);
	}
}

bool query_of_handoff(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct query_about *x = row->arg;
	const struct handoff *h = handoff_at(x->mesh, x->place);

	(void)member;
	return h != NULL && of_handoff(row, x, h, name, nth, out);
}

bool query_find_in_offer(const struct query *q, const struct mesh *m, uint32_t handoff,
	struct str event, struct json *j, uint32_t *found)
{
	const struct handoff *h = handoff_at(m, handoff);
	const struct contract *c = h != NULL ? handoff_contract(m, h) : NULL;
	uint64_t fuel = QUERY_FUEL;
	uint32_t artifact, value = JSON_NONE;

	*found = 0;
	if (!json_read(j, event.p, event.n, 72, NULL))
		return false;
	artifact = json_member(j, json_member(j, 0, "data"), "artifact");
	if (artifact == JSON_NONE)
		return true;
	if (c != NULL && c->value_at != NULL)
		value = json_pointer(j, artifact, str_of(c->value_at));
	*found = query_find(q, j, artifact, artifact, value, &fuel);
	return true;
}

/* --- edges, agents, groups -------------------------------------------------- */

bool query_of_edge(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct query_about *x = row->arg;
	const struct mesh *m = x->mesh;
	const struct edge *e;
	double conf;

	(void)member;
	if (x->place >= m->edges)
		return false;
	e = &m->edge[x->place];
	switch (name) {
	case QUERY_STATE:
		return query_text(out, nth, edge_trouble_name(edge_trouble(e, x->now)));
	case QUERY_CONF:
		conf = edge_confidence(e);
		return conf >= 0 && query_number(out, nth, conf);
	case QUERY_REASON:
		return query_text(out, nth, edge_cause(e, x->now).reason);
	case QUERY_CONTRACT:
		return nth < e->kinds && query_text(out, 0, e->kind[nth].name);
	case QUERY_FAULT:
		for (unsigned i = 0; i < FAULT_BITS; i++) {
			if (e->faults[i] > 0 && nth-- == 0)
				return query_text(out, 0, fault_name(1u << i));
		}
		return false;
	case QUERY_RATE:
		return query_number(out, nth, edge_rate(e, x->now));
	case QUERY_DEAD:
		return query_number(out, nth, e->dead);
	case QUERY_WAITS:
		return query_number(out, nth, e->waiting);
	case QUERY_COUNT:
		return query_number(out, nth, (double)e->offered);
	default:
		return of_ends(row, m, x->place, name, nth, out);
	}
}

bool query_of_agent(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct query_about *x = row->arg;
	const struct agent *a;

	(void)member;
	if (x->place >= x->mesh->agents)
		return false;
	a = &x->mesh->agent[x->place];
	switch (name) {
	case QUERY_AGENT:
		return query_text(out, nth, a->name);
	case QUERY_STATE:
		return query_text(out, nth, agent_state_name(agent_state(a, x->now)));
	case QUERY_VERSION:
		return query_text(out, nth, a->version);
	case QUERY_MODEL:
		return query_text(out, nth, a->model);
	default:
		return false;
	}
}

/* The contracts and words of its causes. */
static bool of_whys(const struct mesh *m, uint32_t group, bool contract, unsigned nth,
	struct query_value *out)
{
	uint32_t i = NONE;

	while ((i = dead_why_next(m, group, i)) != NONE) {
		const struct dead_why *y = &m->dead_why[i];
		const char *text = contract ? y->contract : y->text;

		if (y->letters.count > 0 && text[0] != '\0' && nth-- == 0)
			return query_text(out, 0, text);
	}
	return false;
}

bool query_of_group(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct query_about *x = row->arg;
	const struct dead_group *g;
	struct order_item oldest;

	(void)member;
	if (x->place >= x->mesh->dead_groups)
		return false;
	g = &x->mesh->dead_group[x->place];
	switch (name) {
	case QUERY_REASON:
		return query_text(out, nth, g->reason);
	case QUERY_CONTRACT:
		return of_whys(x->mesh, x->place, true, nth, out);
	case QUERY_VIOLATION:
		return of_whys(x->mesh, x->place, false, nth, out);
	case QUERY_DEAD:
		return query_number(out, nth, (double)dead_letters(g));
	case QUERY_AGE:
		return order_at(&g->letters, 0, &oldest) &&
			seconds(out, nth, x->now - oldest.key);
	default:
		return of_ends(row, x->mesh, g->edge, name, nth, out);
	}
}

/* --- incidents -------------------------------------------------------------- */

bool query_of_incident(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct query_about *x = row->arg;
	const struct incident *i = incident_at(x->mesh, x->place);
	const struct noted *n = i != NULL ? mesh_noted_incident(x->mesh, i) : NULL;

	(void)member;
	if (i == NULL)
		return false;
	switch (name) {
	case QUERY_INCIDENT:
		return query_text(out, nth, i->id);
	case QUERY_TEXT:
		return n != NULL && query_text(out, nth, n->title);
	case QUERY_STATE:
		return query_text(out, nth, state_name(incident_worst(i)));
	case QUERY_BY:
		return query_text(out, nth, noted_owner(n, x->now));
	case QUERY_TAG:
		return of_tags(n, nth, out);
	case QUERY_AGE:
		return seconds(out, nth, x->now - i->first);
	case QUERY_COUNT:
		return query_number(out, nth, i->handoffs);
	case QUERY_WAITS:
		return query_number(out, nth, incident_open(i));
	default:
		return false;
	}
}

/* --- events ----------------------------------------------------------------- */

static bool of_types(const struct log_line *l, unsigned nth, struct query_value *out)
{
	if (nth == 0)
		return query_text(out, 0, log_word(l));
	return l->type != EV_UNKNOWN &&
		query_text(out, nth - 1, event_kinds[l->type].type);
}

/* Both ends of its handoff, and who says it. */
static bool of_speakers(struct query_row *row, const struct query_about *x, uint32_t edge,
	unsigned nth, struct query_value *out)
{
	const char *speaker = agent_name(x->mesh, x->line->agent);

	if (speaker != NULL && nth-- == 0)
		return query_text(out, 0, speaker);
	return of_ends(row, x->mesh, edge, QUERY_AGENT, nth, out);
}

static bool of_time(struct query_row *row, const struct log_line *l, unsigned nth,
	struct query_value *out)
{
	char text[TIME_TEXT];

	time_format(l->time, text);
	snprintf(row->scratch, sizeof(row->scratch), "%s", text);
	return query_text(out, nth, row->scratch);
}

bool query_of_event(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct query_about *x = row->arg;
	const struct log_line *l = x->line;
	const struct handoff *h = handoff_at(x->mesh, l->handoff);

	(void)member;
	switch (name) {
	case QUERY_ID:
		return query_text(out, nth, h != NULL ? h->id : log_unoffered(l));
	case QUERY_TYPE:
		return of_types(l, nth, out);
	case QUERY_TIME:
		return of_time(row, l, nth, out);
	case QUERY_AGE:
		return seconds(out, nth, x->now - l->time);
	case QUERY_STANDING:
		return query_text(out, nth, standing_name((enum standing)l->standing));
	case QUERY_CONF:
		return l->confidence >= 0 &&
			query_number(out, nth, (double)l->confidence);
	case QUERY_REASON:
	case QUERY_DETAIL:
	case QUERY_TEXT:
		return query_text(out, nth, log_text(l));
	case QUERY_AGENT:
		return of_speakers(row, x, h != NULL ? h->edge : NONE, nth, out);
	case QUERY_STATE:
	case QUERY_CONTRACT:
	case QUERY_VERSION:
	case QUERY_FAULT:
	case QUERY_INCIDENT:
	case QUERY_TAG:
	case QUERY_BY:
	case QUERY_EDGE:
	case QUERY_FROM:
	case QUERY_TO:
		return h != NULL &&
			of_handoff(row,
				&(struct query_about){
					x->mesh, x->now, l->handoff, NULL },
				h, name, nth, out);
	default:
		return false;
	}
}
