/* SPDX-License-Identifier: MIT */
/*
 * One subschema on its way to a step: contract/schema_compile.c goes from step to step,
 * contract/schema_ops.c from keyword to keyword.
 */
#ifndef CONTRACT_SCHEMA_COMPILE_H
#define CONTRACT_SCHEMA_COMPILE_H

#include "contract/schema_own.h"

#define MOST_OPS 64 /* more than there are keywords */

struct compiling {
	struct loading *l;
	struct schema *s;
	struct json *j;
	uint32_t document, node, resource;
	unsigned vocabularies;
	uint8_t types;
	uint32_t type_node;
	bool marks;
	struct op op[GROUPS][MOST_OPS];
	uint32_t ops[GROUPS];
	bool failed;
};

/* Something is wrong with the value of a keyword. */
void compiling_fail(struct compiling *c, uint32_t value, const char *why);

/* The step of a subschema, made if there is none yet; NO_STEP if it is no schema. */
uint32_t compiling_step(struct compiling *c, uint32_t document, uint32_t node);

/* All keywords of the object: its operations, types and marks go into `c`. */
void compiling_keywords(struct compiling *c);

#endif
