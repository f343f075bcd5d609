/* SPDX-License-Identifier: MIT */
/*
 * Contracts that could be one. Looked at are the top-level properties of a schema,
 * without those that hold the confidence, the fallback, the provenance and the value; at
 * least three must be left. Two contracts are alike if three quarters of all their names
 * are in both, with the same types. Of each name the highest version in force is looked
 * at.
 */
#ifndef CONTRACT_ALIKE_H
#define CONTRACT_ALIKE_H

#include <stdint.h>

#include "contract/registry.h"

#define ALIKE_CONTRACTS 500 /* so many names are compared */

struct likeness {
	uint32_t a, b;        /* places in the registry */
	uint32_t common, all; /* properties in both, in either */
};

/*
 * Tells each pair, in the order of their places. Returns how many contracts were not
 * compared because there are too many.
 */
uint32_t contracts_alike(
	struct registry *r, void (*tell)(void *arg, const struct likeness *l), void *arg);

#endif
