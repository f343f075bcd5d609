/* SPDX-License-Identifier: MIT */
/* Samples that come from a look at all edges and agents (bus/survey.h). */
#ifndef BUS_HUB_METRICS_SURVEY_H
#define BUS_HUB_METRICS_SURVEY_H

#include "base/buf.h"

struct hub;

typedef void samples_function(struct hub *h, struct buf *b, const char *name);

samples_function metric_edge_events, metric_by_trouble, metric_edges_held,
	metric_edges_dead, metric_edges_bad, metric_edges_breaks, metric_by_fault,
	metric_by_agent_state, metric_agents_lost, metric_agents_silent;
/* Edges where half of the offers break their contract. */
double metric_breaking(struct hub *h);

#endif
