/* SPDX-License-Identifier: MIT */
/*
 * Which parts of an artifact a contract speaks of: by the properties of its schema, and
 * by the JSON Pointers that its other members are.
 */
#ifndef CONTRACT_NAMED_H
#define CONTRACT_NAMED_H

#include <stddef.h>
#include <stdint.h>

#include "contract/contract.h"

typedef void named_function(void *arg, struct str text);

enum named_pointers {
	POINTERS_PARTS, /* confidence, fallback, provenance, value */
	POINTERS_ALL    /* evidence and summary too */
};

/* Tells each of its JSON Pointers; NULL is an offer under no contract. */
void contract_pointers(const struct contract *c, enum named_pointers which,
	named_function *tell, void *arg);
/* Those of its summary: what stands between braces, whatever it is. */
void contract_summary_pointers(const struct contract *c, named_function *tell, void *arg);
/* The values in an artifact that it points at: fills node[0..most), returns how many. */
size_t contract_points(const struct contract *c, struct json *j, uint32_t artifact,
	uint32_t *node, size_t most);

/* Tells every name that `properties` anywhere in its schema gives; some more than once.
 */
void contract_properties(struct contract *c, named_function *tell, void *arg);

/*
 * Tells the members that the schema does not name and the contract does not point at: as
 * JSON Pointers with `*` for places in arrays, not those within such a member. One that
 * patternProperties matches or that is in a map (additionalProperties with a schema that
 * says something) is named; and an object of which the schema says nothing but its type
 * is open by intent: its members are not looked at.
 */
void contract_unnamed(struct contract *c, struct json *j, uint32_t artifact,
	named_function *tell, void *arg);

#endif
