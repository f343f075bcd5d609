/* SPDX-License-Identifier: MIT */
/*
 * What is there for sure: what is waited for, owed or decided, or was just found, does
 * not leave the mesh. That it is not is a bug.
 */
#ifndef MESH_THERE_H
#define MESH_THERE_H

#include <assert.h>

#include "mesh/mesh.h"

static inline const struct handoff *handoff_there(const struct mesh *m, uint32_t place)
{
	const struct handoff *h = handoff_at(m, place);

	assert(h != NULL);
	return h;
}

static inline const struct incident *incident_there(const struct mesh *m, uint32_t place)
{
	const struct incident *i = incident_at(m, place);

	assert(i != NULL);
	return i;
}

static inline const struct decision *decision_there(const struct mesh *m, uint32_t place)
{
	const struct decision *d = decision_at(m, place);

	assert(d != NULL);
	return d;
}

#endif
