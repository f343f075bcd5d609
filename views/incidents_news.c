/* SPDX-License-Identifier: MIT */
/*
 * What changed just before an incident, and since: versions and models of its agents,
 * contracts of its edges, confidences that fell, first refusals. Of its newest handoffs.
 */
#include <stdio.h>
#include <stdlib.h>

#include "contract/contract.h"
#include "views/incidents_own.h"
#include "views/pane.h"

#define LOOKED_AT 128 /* handoffs */
#define EDGES INCIDENT_EDGES
#define NEWS 24
#define FELL 0.1 /* of a confidence */

struct item {
	int64_t time; /* 0: not known */
	char text[ROW_TEXT];
};

struct news {
	struct item item[NEWS];
	size_t n;
	uint32_t edge[EDGES];
	size_t edges;
	int64_t from;
};

static char *add(struct news *y, int64_t time)
{
	if (y->n == NEWS || (time != 0 && time < y->from))
		return NULL;
	y->item[y->n].time = time;
	return y->item[y->n++].text;
}

size_t incidents_edges(
	const struct mesh *m, const struct incident *i, uint32_t out[INCIDENT_EDGES])
{
	uint32_t place = i->last_handoff;
	size_t n = 0;

	for (int k = 0; k < LOOKED_AT && place != NONE && n < EDGES; k++) {
		const struct handoff *h = handoff_at(m, place);
		size_t at = 0;

		if (h == NULL)
			break;
		while (at < n && out[at] != h->edge)
			at++;
		if (at == n)
			out[n++] = h->edge;
		place = h->before_in_incident;
	}
	return n;
}

bool incidents_fell(const struct edge *e)
{
	double is = edge_confidence(e), was = edge_confidence_before(e);

	return is >= 0 && was >= 0 && was - is >= FELL;
}

static void add_agent(struct news *y, const struct agent *a)
{
	char *to;

	if (a->renewed == 0 || (to = add(y, a->renewed)) == NULL)
		return;
	if (a->was_model != NULL)
		snprintf(to, ROW_TEXT, "%.64s: model %.60s (was %.60s)", a->name,
			a->model != NULL ? a->model : "?", a->was_model);
	else
		snprintf(to, ROW_TEXT, "%.64s: version %.60s (was %.60s)", a->name,
			a->version != NULL ? a->version : "?",
			a->was_version != NULL ? a->was_version : "?");
}

static void add_agents(struct news *y, const struct mesh *m)
{
	uint32_t seen[2 * EDGES];
	size_t n = 0;

	for (size_t k = 0; k < 2 * y->edges; k++) {
		const struct edge *e = &m->edge[y->edge[k / 2]];
		uint32_t a = k % 2 == 0 ? e->from : e->to;
		size_t at = 0;

		while (at < n && seen[at] != a)
			at++;
		if (at < n)
			continue;
		seen[n++] = a;
		add_agent(y, &m->agent[a]);
	}
}

static void add_edge(struct news *y, const struct mesh *m, const struct edge *e)
{
	double is = edge_confidence(e), was = edge_confidence_before(e);
	const char *from = m->agent[e->from].name, *to = m->agent[e->to].name;
	char a[FORMAT_TEXT], b[FORMAT_TEXT], *text;

	if (incidents_fell(e) && (text = add(y, 0)) != NULL)
		snprintf(text, ROW_TEXT, "%.60s>%.60s: confidence fell from %s to %s",
			from, to, format_confidence(was, a), format_confidence(is, b));
	if (e->first_refusal != 0 && (text = add(y, e->first_refusal)) != NULL)
		snprintf(text, ROW_TEXT, "%.60s>%.60s: first refusal%s%.60s", from, to,
			e->last_reason != NULL ? ": " : "",
			e->last_reason != NULL ? e->last_reason : "");
}

static void add_contracts(struct news *y, const struct mesh *m)
{
	for (uint32_t c = 0; c < m->contracts.count; c++) {
		const struct registry_entry *r = &m->contracts.entry[c];
		bool here = false;
		char *text;

		for (size_t k = 0; k < y->edges && !here; k++) {
			const struct edge *e = &m->edge[y->edge[k]];

			here = contract_names(r->contract, str_of(m->agent[e->from].name),
				str_of(m->agent[e->to].name));
		}
		if (here && (text = add(y, r->loaded)) != NULL)
			snprintf(text, ROW_TEXT, "contract %.120s came in force%s%.60s",
				r->contract->id, r->change != NULL ? ": " : "",
				r->change != NULL ? r->change : "");
	}
}

/* The newest last; what has no time, because it is of no instant, behind. */
static int by_time(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if ((x->time == 0) != (y->time == 0))
		return x->time == 0 ? 1 : -1;
	return x->time < y->time ? -1 : x->time > y->time;
}

void incidents_draw_news(struct incidents *v, const struct world *w, struct surface *s)
{
	const struct mesh *m = w->mesh;
	const struct incident *i = incident_at(m, incidents_open(v, w));
	struct news y = { .n = 0 };
	char time[FORMAT_TEXT];
	size_t rows = s->rows > 1 ? (size_t)s->rows - 1 : 0, from;

	if (i == NULL)
		return;
	y.from = i->first - INCIDENT_BEFORE;
	y.edges = incidents_edges(m, i, y.edge);
	add_agents(&y, m);
	for (size_t k = 0; k < y.edges; k++)
		add_edge(&y, m, &m->edge[y.edge[k]]);
	add_contracts(&y, m);
	qsort(y.item, y.n, sizeof(*y.item), by_time);
	pane_rule(w, s, 0, "WHAT CHANGED", "from 30m before on");
	if (y.n == 0)
		surface_text(s, 1, 1, TO_EDGE, STYLE_MUTED,
			STR("no version, model, contract or confidence of its agents"));
	from = y.n > rows ? y.n - rows : 0;
	for (size_t k = from; k < y.n; k++)
		surface_fmt(s, 1 + (int)(k - from), 1, TO_EDGE, STYLE_NORMAL, "%-9s %s",
			y.item[k].time != 0 ? format_time(w, y.item[k].time, time)
					    : "now",
			y.item[k].text);
}
