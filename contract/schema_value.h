/* SPDX-License-Identifier: MIT */
/* When two JSON values are one (Core 4.2.2): contract/schema_value.c. */
#ifndef CONTRACT_SCHEMA_VALUE_H
#define CONTRACT_SCHEMA_VALUE_H

#include "base/json.h"

/* `fuel` goes down by what it costs; when it is gone the answer is false. */
bool value_equal(
	struct json *a, uint32_t na, struct json *b, uint32_t nb, uint64_t *fuel);
uint64_t value_hash(struct json *j, uint32_t n, uint64_t *fuel);

#endif
