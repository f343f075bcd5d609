/* SPDX-License-Identifier: MIT */
#include "bus/hub_metrics_survey.h"

#include "bus/hub_own.h"
#include "bus/prom_text.h"

#define OTHERS "_other" /* no agent can be called so */

static const struct survey_found *found(const struct hub *h)
{
	static const struct survey_found nothing;
	const struct survey_found *f = survey_found(h->survey);

	return f != NULL ? f : &nothing;
}

void metric_edge_events(struct hub *h, struct buf *b, const char *name)
{
	const struct survey_found *f = found(h);
	const uint64_t now[] = { f->offered, f->accepted, f->completed, f->refused };
	static const char *const what[] = { "offered", "accepted", "completed",
		"refused" };

	for (int i = 0; i < 4; i++)
		prom_sample(b, name, "event", what[i],
			(double)vitals_grow(&h->vitals.told_edges[i], now[i]));
}

void metric_by_trouble(struct hub *h, struct buf *b, const char *name)
{
	for (int t = 0; t <= EDGE_BROKEN; t++)
		prom_sample(b, name, "trouble", edge_trouble_name((enum edge_trouble)t),
			(double)found(h)->edge_troubles[t]);
}

static void worst_edges(struct hub *h, struct buf *b, const char *name, int value)
{
	const struct survey_list *l = &found(h)->edges;
	const struct mesh *m = h->mesh;

	for (size_t i = 0; i < l->count; i++) {
		const struct edge *e =
			l->one[i].place < m->edges ? &m->edge[l->one[i].place] : NULL;

		if (e == NULL)
			continue;
		prom_name(b, name);
		prom_label(b, "from", m->agent[e->from].name);
		prom_label(b, "to", m->agent[e->to].name);
		prom_value(b, (double)l->one[i].value[value]);
	}
	if (l->others == 0)
		return;
	prom_name(b, name);
	prom_label(b, "from", OTHERS);
	prom_label(b, "to", OTHERS);
	prom_value(b, (double)l->other[value]);
}

void metric_edges_held(struct hub *h, struct buf *b, const char *name)
{
	worst_edges(h, b, name, SURVEY_WAITING);
}

void metric_edges_dead(struct hub *h, struct buf *b, const char *name)
{
	worst_edges(h, b, name, SURVEY_DEAD);
}

void metric_edges_bad(struct hub *h, struct buf *b, const char *name)
{
	worst_edges(h, b, name, SURVEY_BAD);
}

void metric_edges_breaks(struct hub *h, struct buf *b, const char *name)
{
	worst_edges(h, b, name, SURVEY_BREAKS);
}

void metric_by_fault(struct hub *h, struct buf *b, const char *name)
{
	for (int i = 0; i < FAULT_BITS; i++)
		prom_sample(b, name, "fault", fault_name(1u << i),
			(double)vitals_grow(
				&h->vitals.told_faults[i], found(h)->faults[i]));
}

double metric_breaking(struct hub *h)
{
	return (double)found(h)->breaking;
}

void metric_by_agent_state(struct hub *h, struct buf *b, const char *name)
{
	for (int s = 0; s <= AGENT_LEFT; s++)
		prom_sample(b, name, "state", agent_state_name((enum agent_state)s),
			(double)found(h)->agent_states[s]);
}

static void worst_agents(struct hub *h, struct buf *b, const char *name, int value)
{
	const struct survey_list *l = &found(h)->agents;

	for (size_t i = 0; i < l->count; i++) {
		if (l->one[i].place < h->mesh->agents)
			prom_sample(b, name, "agent",
				h->mesh->agent[l->one[i].place].name,
				(double)l->one[i].value[value]);
	}
	if (l->others > 0)
		prom_sample(b, name, "agent", OTHERS, (double)l->other[value]);
}

void metric_agents_lost(struct hub *h, struct buf *b, const char *name)
{
	worst_agents(h, b, name, SURVEY_LOST);
}

void metric_agents_silent(struct hub *h, struct buf *b, const char *name)
{
	worst_agents(h, b, name, SURVEY_SILENT);
}
