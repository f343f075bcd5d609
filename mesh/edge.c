/* SPDX-License-Identifier: MIT */
/* Edges: what has passed between two agents lately, and whether it is well. */
#include <stdlib.h>

#include "mesh/own.h"

#define RECENT 64
#define JUDGED 8 /* confidences that decide whether an edge is low */
#define IDLE_AFTER (5 * MINUTE)

static const char *const troubles[] = {
	[EDGE_OK] = "ok",
	[EDGE_IDLE] = "idle",
	[EDGE_WAITS] = "WAITS",
	[EDGE_LOW] = "LOW",
	[EDGE_BROKEN] = "BROKEN",
};

const char *edge_trouble_name(enum edge_trouble t)
{
	return troubles[t];
}

void edge_note_confidence(struct edge *e, double confidence, bool low)
{
	uint32_t i = e->recents % RECENT;

	e->recent[i] = (uint16_t)(confidence * 10000 + 0.5);
	e->below[i] = low;
	e->recents++;
}

void edge_note_trouble(struct mesh *m, uint32_t h, struct rate *which, struct str reason)
{
	struct edge *e = &m->edge[handoff_at(m, h)->edge];

	text_replace(&e->last_reason, reason);
	/* a refusal that ends in the dead letters is one trouble, not two */
	if (which == &e->deaths &&
		(handoff_at(m, h)->state == STATE_REFUSED ||
			handoff_at(m, h)->state == STATE_FAILED))
		return;
	if (e->first_refusal == 0)
		e->first_refusal = m->now;
	rate_add(which, m->now, 1);
	rate_add(&m->refusals, m->now, 1);
	if (e->trouble_since == 0 || edge_bad(e, m->now) == 1)
		e->trouble_since = m->now;
}

static int by_value(const void *a, const void *b)
{
	return *(const uint16_t *)a - *(const uint16_t *)b;
}

double edge_confidence(const struct edge *e)
{
	uint16_t sorted[RECENT];
	size_t n = e->recents < RECENT ? e->recents : RECENT;

	if (n == 0)
		return -1;
	memcpy(sorted, e->recent, n * sizeof(*sorted));
	qsort(sorted, n, sizeof(*sorted), by_value);
	if (n % 2 == 1)
		return sorted[n / 2] / 10000.0;
	return (sorted[n / 2 - 1] + sorted[n / 2]) / 20000.0;
}

double edge_rate(const struct edge *e, int64_t now)
{
	return rate_pace(&e->offers, now);
}

uint64_t edge_bad(const struct edge *e, int64_t now)
{
	return rate_trouble(&e->refusals, now) + rate_trouble(&e->deaths, now);
}

static bool is_low(const struct edge *e)
{
	uint32_t n = e->recents < JUDGED ? e->recents : JUDGED, low = 0;

	for (uint32_t i = 0; i < n; i++)
		low += e->below[(e->recents - 1 - i) % RECENT];
	return n > 0 && low * 2 >= n;
}

enum edge_trouble edge_trouble(const struct edge *e, int64_t now)
{
	uint64_t bad = edge_bad(e, now), offers = rate_trouble(&e->offers, now);

	if (bad > 0 && bad * 2 >= offers)
		return EDGE_BROKEN;
	if (offers > 0 && is_low(e))
		return EDGE_LOW;
	if (e->waiting > 0)
		return EDGE_WAITS;
	return now - e->last > IDLE_AFTER ? EDGE_IDLE : EDGE_OK;
}
