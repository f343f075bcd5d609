/* SPDX-License-Identifier: MIT */
/* What the drift*.c files share and nobody else includes. */
#ifndef MESH_DRIFT_OWN_H
#define MESH_DRIFT_OWN_H

#include "mesh/drift.h"

struct drift_contract {
	struct str name;
	uint32_t place;
	bool in_force;
};

struct drift_index {
	/* edges from and to each agent, and the next of the same; NONE */
	uint32_t *from, *next_from, *to, *next_to;
	/* by name, then those in force, by place, and then those that are not any more */
	struct drift_contract *contract;
	size_t contracts;
};

void drift_index_make(struct drift_index *x, const struct mesh *m);
void drift_index_fini(struct drift_index *x);
/* The next contract in force of this name; the first with NULL. */
const struct drift_contract *drift_contracts(const struct drift_index *x, struct str name,
	const struct drift_contract *before);

/* Whether there is one of this name, in force or not any more. */
bool drift_knows(const struct drift_index *x, struct str name);

/* Its words are set by the caller. */
struct drift *drift_add(struct drifts *d, enum drift_kind kind);

void drift_find_mixed(struct drifts *d, const struct mesh *m, uint32_t edge);
void drift_find_unknown(struct drifts *d, const struct mesh *m, uint32_t edge);
void drift_find_no_signal(struct drifts *d, const struct mesh *m, uint32_t edge);

#endif
