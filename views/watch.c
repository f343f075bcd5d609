/* SPDX-License-Identifier: MIT */
#include "views/watch.h"

#include <stdio.h>

#include "views/drift_news.h"
#include "views/link.h"

#define GROUPS 256 /* looked at; reasons are foreign text, so there may be many */
#define MANY_DENIALS 5
#define CALLS 1000 /* of those that wait, the next deadlines */
#define OFTEN 256  /* edges and agents up to which every look is a new one */

static void add_edge(struct watch *k, uint32_t edge, double weight)
{
	size_t at = k->n_edges;

	while (at > 0 && k->weight[at - 1] < weight)
		at--;
	if (at == WATCH_WORST)
		return;
	if (k->n_edges < WATCH_WORST)
		k->n_edges++;
	for (size_t i = k->n_edges - 1; i > at; i--) {
		k->edge[i] = k->edge[i - 1];
		k->weight[i] = k->weight[i - 1];
	}
	k->edge[at] = edge;
	k->weight[at] = weight;
}

static void look_at_edges(struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	int64_t now = link_now(w);
	uint64_t most = 0;

	k->n_edges = 0;
	k->broken = k->losing = k->low_only = k->low = k->well = k->breaking = 0;
	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = &m->edge[i];
		enum edge_trouble trouble = edge_shown(e, now);
		/* of one that is broken is told, and why */
		uint64_t breaks = trouble != EDGE_BROKEN ? edge_breaks(e, now) : 0;

		if (breaks > most) {
			most = breaks;
			k->most_breaking = i;
		}
		k->breaking += breaks > 0;
		switch (trouble) {
		case EDGE_BROKEN:
			k->broken++;
			add_edge(k, i, WATCH_BROKEN + (double)edge_bad(e, now));
			break;
		case EDGE_LOSES:
			k->losing++;
			k->low += edge_shown_low(e, now);
			add_edge(k, i, WATCH_LOSES + (double)edge_bad(e, now) / 1e6);
			break;
		case EDGE_LOW:
			k->low++;
			k->low_only++;
			add_edge(k, i, edge_rate(e, now) / 1e6);
			break;
		default:
			k->well++;
		}
	}
}

static void look_at_agents(struct watch *k, const struct world *w)
{
	int64_t now = link_now(w);

	k->heard = k->silent = 0;
	k->first_silent = NONE;
	for (uint32_t i = 0; i < w->mesh->agents; i++) {
		enum agent_state s = agent_state(&w->mesh->agent[i], now);

		k->heard += s == AGENT_UP;
		if (s == AGENT_SILENT && k->silent++ == 0)
			k->first_silent = i;
	}
}

static void look_at_dead(struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	uint64_t most = 0;

	k->group = NONE;
	k->growth = 0;
	for (uint32_t i = 0; i < m->dead_groups && i < GROUPS; i++) {
		uint64_t n = m->dead_group[i].letters.count == 0
			? 0
			: rate_trouble(&m->dead_group[i].came, link_now(w));

		k->growth += n;
		if (n > most) {
			most = n;
			k->group = i;
		}
	}
}

/* When the last that was told of its hooks is that nobody was called; 0: it is not. */
static int64_t given_up_at(const struct handoff *h)
{
	for (uint32_t i = h->pasts; h->owed == 0 && i-- > 0;) {
		const struct past *p = &h->past[i];

		if (p->type == EV_HOOK_FAILED)
			return p->time;
		if (p->type == EV_HOOK_DONE || p->type == EV_HOOK_SKIPPED)
			break;
	}
	return 0;
}

/* The next success of a hook is for another handoff: these still wait for nobody. */
static void look_at_calls(struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	struct order_item i;

	k->uncalled = 0;
	if (m->hook[HOOK_ESCALATE].failed == 0)
		return;
	for (size_t rank = 0; rank < CALLS && order_at(&m->review, rank, &i); rank++) {
		const struct handoff *h = handoff_at(m, i.id);
		int64_t at =
			h->state == STATE_ESCALATED && handoff_claimant(h, w->now) == NULL
			? given_up_at(h)
			: 0;

		if (at != 0 && k->uncalled++ == 0) {
			k->first_uncalled = i.id;
			k->given_up = at;
		}
	}
}

static void whose_gap(struct watch *k, const struct mesh *m)
{
	k->gap_agent = NONE;
	for (uint32_t i = 0, n = 0; i < m->agents; i++) {
		if (mesh_agent_lost(m, i) == 0)
			continue;
		k->gap_agent = n++ == 0 ? i : NONE;
		if (n > 1)
			return;
	}
}

static void look_at_denial(struct watch *k, const struct log_line *l)
{
	if (l->time - k->denied_time > MINUTE) {
		k->denied = 0;
		k->denied_since = l->time;
	}
	k->denied_time = l->time;
	k->denied += l->count > 0 ? l->count : 1;
	snprintf(k->denied_last, sizeof(k->denied_last), "%s", log_text(l));
}

static void look_at_log(struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	int64_t before = k->gap_time;

	if (k->log_seen + LOG_LINES < m->log_lines)
		k->log_seen = m->log_lines - LOG_LINES;
	for (; k->log_seen < m->log_lines; k->log_seen++) {
		const struct log_line *l = &m->log[k->log_seen % LOG_LINES];

		if (l->type == EV_ACCESS_DENIED)
			look_at_denial(k, l);
		if (l->type != EV_GAP)
			continue;
		if (l->time - k->gap_time > 10 * SECOND)
			k->gap_count = 0;
		k->gap_time = l->time;
		k->gap_count += l->count;
	}
	if (k->gap_time != before)
		whose_gap(k, m);
}

void watch_look(struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	bool again = k->mesh != m || k->log_seen > m->log_lines || w->now < k->now ||
		m->edges < k->edges || m->agents < k->agents ||
		m->dead_groups < k->groups;
	bool large = m->edges > OFTEN || m->agents > OFTEN;
	bool changed = k->hubsequence != m->hubsequence || w->now - k->now >= SECOND;

	if (again)
		*k = (struct watch){ .mesh = m, .gap_agent = NONE };
	else if (!changed || (large && w->tick - k->tick < SECOND / 2))
		return;
	k->hubsequence = m->hubsequence;
	k->edges = m->edges;
	k->agents = m->agents;
	k->groups = m->dead_groups;
	k->tick = w->tick;
	k->now = w->now;
	look_at_edges(k, w);
	look_at_agents(k, w);
	look_at_dead(k, w);
	look_at_calls(k, w);
	look_at_log(k, w);
	drift_look(k, w);
}

bool watch_denied(const struct watch *k, const struct world *w, char out[200])
{
	struct world face = *w;
	char n[FORMAT_TEXT], since[FORMAT_TEXT];

	if (k->denied < MANY_DENIALS || link_now(w) - k->denied_time > MINUTE)
		return false;
	face.clock = w->clock == CLOCK_LOCAL ? CLOCK_LOCAL : CLOCK_UTC;
	snprintf(out, 200, "%s denials since %s, last: %s", format_count(k->denied, n),
		format_time(&face, k->denied_since, since), k->denied_last);
	return true;
}

bool watch_lost_now(const struct watch *k, const struct world *w)
{
	return k->gap_time != 0 && w->now - k->gap_time < 30 * SECOND;
}

bool watch_lossy(const struct watch *k, const struct world *w)
{
	return k->gap_time != 0 && w->now - k->gap_time < 10 * MINUTE;
}

const char *watch_rates(const struct watch *k, const struct world *w)
{
	return k != NULL && watch_lossy(k, w) ? "rates >=, 1m" : "rates 1m";
}
