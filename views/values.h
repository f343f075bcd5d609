/* SPDX-License-Identifier: MIT */
/*
 * What is at stake in a handoff, and how much of the evidence that its contract
 * asks for is there. Only the event's bytes hold both, so what was read once
 * is kept for the rows of a screen; a slot is overwritten by another offer and
 * nothing else ever changes one.
 */
#ifndef VIEWS_VALUES_H
#define VIEWS_VALUES_H

#include "views/world.h"

#define VALUES 512

struct value {
	uint64_t offer; /* hubsequence it was read from, 0: none; and of what artifact */
	struct digest digest;
	bool known; /* it is there, and a number */
	double number;
	uint8_t evidence, missing; /* pointers of the contract, and those to nothing */
	char text[28];             /* "EUR 1240": foreign text, "" if there is none */
};

struct values {
	struct value slot[VALUES];
};

/* Whether something stands there: not null, not empty; `n` may be JSON_NONE. */
bool values_is_there(const struct json *j, uint32_t n);
/* NULL while the bytes are not here, or where the contract names neither. */
const struct value *values_of(const struct world *w, const struct handoff *h);

#endif
