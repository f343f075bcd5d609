/* SPDX-License-Identifier: MIT */
/*
 * What is said of a value itself: its type, and the operations that look no further. Most
 * of a check is this, for the values of members and elements; it needs no frame as long
 * as nobody asks why.
 */
#ifndef CONTRACT_SCHEMA_LEAF_H
#define CONTRACT_SCHEMA_LEAF_H

#include "contract/schema_run.h"

/* Of each JSON type the bit; of numbers that of those which are no integers. */
static const uint8_t schema_type_bits[] = {
	[JSON_NULL] = TYPE_NULL,
	[JSON_FALSE] = TYPE_BOOLEAN,
	[JSON_TRUE] = TYPE_BOOLEAN,
	[JSON_NUMBER] = TYPE_NUMBER,
	[JSON_STRING] = TYPE_STRING,
	[JSON_ARRAY] = TYPE_ARRAY,
	[JSON_OBJECT] = TYPE_OBJECT,
};

static const uint8_t schema_type_groups[] = {
	[JSON_NULL] = GROUPS,
	[JSON_FALSE] = GROUPS,
	[JSON_TRUE] = GROUPS,
	[JSON_NUMBER] = FOR_NUMBER,
	[JSON_STRING] = FOR_STRING,
	[JSON_ARRAY] = FOR_ARRAY,
	[JSON_OBJECT] = FOR_OBJECT,
};

/* A string without escapes. */
static inline struct str leaf_text(const struct check *c, const struct json_node *x)
{
	return (struct str){ c->j->text + x->start + 1, x->end - x->start - 2 };
}

/* Whether the number at `n`, which has a fraction or an exponent, is an integer. */
bool leaf_is_integer(struct check *c, uint32_t n);
/* One operation, of those from OP_CONST on. */
bool leaf_holds(struct check *c, const struct step *t, const struct op *o, uint32_t n);

static inline bool leaf_takes_type(struct check *c, const struct step *t, uint32_t n)
{
	const struct json_node *x = &c->j->node[n];
	uint8_t bit = schema_type_bits[x->type];

	return (t->types & bit) != 0 ||
		(bit == TYPE_NUMBER && (t->types & TYPE_INTEGER) != 0 &&
			(x->integer || leaf_is_integer(c, n)));
}

#endif
