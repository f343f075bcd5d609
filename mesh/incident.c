/* SPDX-License-Identifier: MIT */
/* Incidents: the handoffs that share a subject. */
#include <stdlib.h>

#include "mesh/own.h"

/* Gravest first. */
static const enum handoff_state gravity[] = { STATE_DEAD, STATE_FAILED, STATE_REFUSED,
	STATE_STOPPED, STATE_ESCALATED, STATE_HELD, STATE_REJECTED, STATE_PROCEEDED,
	STATE_REQUEUED, STATE_OFFERED, STATE_APPROVED, STATE_ACCEPTED, STATE_PROGRESSED,
	STATE_DISCARDED, STATE_COMPLETED };

enum handoff_state incident_worst(const struct incident *i)
{
	for (size_t g = 0; g < sizeof(gravity) / sizeof(*gravity); g++) {
		if (i->states[gravity[g]] > 0)
			return gravity[g];
	}
	return STATE_NONE;
}

uint32_t incident_open(const struct incident *i)
{
	return i->handoffs - i->states[STATE_COMPLETED] - i->states[STATE_DISCARDED] -
		i->states[STATE_REJECTED];
}

void incident_fini(struct incident *n)
{
	free(n->id);
	free(n->way);
}
