/* SPDX-License-Identifier: MIT */
/*
 * The contracts in force, by id. Owns them. A contract that was replaced or
 * removed stays in memory (handoffs name it by its place) but is not found.
 */
#ifndef CONTRACT_REGISTRY_H
#define CONTRACT_REGISTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "contract/contract.h"

#define CONTRACT_NONE UINT32_MAX

struct registry_entry {
	struct contract *contract;
	bool in_force;
	int64_t loaded;   /* when */
	uint64_t changed; /* hubsequence of the event that said so */
};

struct registry {
	struct registry_entry *entry;
	uint32_t count;
	size_t cap;
};

void registry_fini(struct registry *r);
/*
 * Puts `c` in force and takes ownership; what had its id is out of force.
 * Returns its place.
 */
uint32_t registry_put_take(struct registry *r, struct contract *c);
/* False if no contract of this id is in force. */
bool registry_remove(struct registry *r, struct str id);
/* The place of the contract in force with this id, or CONTRACT_NONE. */
uint32_t registry_find(const struct registry *r, struct str id);
/* Whether any contract in force names this edge. */
bool registry_names(const struct registry *r, struct str from, struct str to);

#endif
