/* SPDX-License-Identifier: MIT */
/*
 * When two JSON values are one (Core 4.2.2): numbers by their value, strings by their
 * characters, objects whatever the order of their members.
 */
#include "contract/schema_own.h"

#define MIX UINT64_C(0x9e3779b97f4a7c15)

static bool burn(uint64_t *fuel, uint64_t cost)
{
	if (*fuel < cost) {
		*fuel = 0;
		return false;
	}
	*fuel -= cost;
	return true;
}

static bool numbers_equal(struct json *a, uint32_t na, struct json *b, uint32_t nb)
{
	struct decimal da, db;

	if (str_eq(json_raw(a, na), json_raw(b, nb)))
		return true;
	da = decimal_of(json_raw(a, na));
	db = decimal_of(json_raw(b, nb));
	return decimal_compare(&da, &db) == 0;
}

static bool arrays_equal(
	struct json *a, uint32_t na, struct json *b, uint32_t nb, uint64_t *fuel)
{
	uint32_t end = a->node[na].next, k = nb + 1;

	if (!burn(fuel, a->node[na].count))
		return false;
	for (uint32_t i = na + 1; i < end; i = a->node[i].next) {
		if (!value_equal(a, i, b, k, fuel))
			return false;
		k = b->node[k].next;
	}
	return true;
}

static bool objects_equal(
	struct json *a, uint32_t na, struct json *b, uint32_t nb, uint64_t *fuel)
{
	uint32_t end = a->node[na].next;

	for (uint32_t key = na + 1; key < end; key = a->node[key + 1].next) {
		uint32_t other = json_find(b, nb, json_str(a, key));

		if (!burn(fuel, 1 + b->node[nb].count / 8))
			return false;
		if (other == JSON_NONE || !value_equal(a, key + 1, b, other, fuel))
			return false;
	}
	return true;
}

bool value_equal(struct json *a, uint32_t na, struct json *b, uint32_t nb, uint64_t *fuel)
{
	const struct json_node *x = &a->node[na], *y = &b->node[nb];

	if (x->type != y->type)
		return false;
	switch (json_type(a, na)) {
	case JSON_NUMBER:
		return numbers_equal(a, na, b, nb);
	case JSON_STRING:
		return str_eq(json_str(a, na), json_str(b, nb));
	case JSON_ARRAY:
		return x->count == y->count && arrays_equal(a, na, b, nb, fuel);
	case JSON_OBJECT:
		return x->count == y->count && objects_equal(a, na, b, nb, fuel);
	default:
		return true;
	}
}

static uint64_t hash_text(struct str s)
{
	uint64_t h = s.n * MIX;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * UINT64_C(0x100000001b3);
	return h ^ h >> 29;
}

uint64_t value_hash(struct json *j, uint32_t n, uint64_t *fuel)
{
	uint64_t h = (json_type(j, n) + UINT64_C(1)) * MIX;
	uint32_t end = j->node[n].next;
	struct decimal d;

	if (!burn(fuel, 1))
		return h;
	switch (json_type(j, n)) {
	case JSON_NUMBER:
		d = decimal_of(json_raw(j, n));
		return h ^ decimal_hash(&d);
	case JSON_STRING:
		return h ^ hash_text(json_str(j, n));
	case JSON_ARRAY:
		for (uint32_t i = n + 1; i < end; i = j->node[i].next)
			h = (h + value_hash(j, i, fuel)) * MIX;
		return h;
	case JSON_OBJECT: /* a sum: in whatever order */
		for (uint32_t key = n + 1; key < end; key = j->node[key + 1].next)
			h += (hash_text(json_str(j, key)) ^ MIX) *
				(value_hash(j, key + 1, fuel) | 1);
		return h;
	default:
		return h;
	}
}
