/* SPDX-License-Identifier: MIT */
#include "contract/free_text.h"

#include "contract/outline.h"

#define STEPS 1000 /* schemas that are looked at */
#define FUEL 1000000

/* What says something about a string, or what cannot be told. */
static const char *const telling[] = { "enum", "const", "pattern", "format", "maxLength",
	"contentEncoding", "contentMediaType", "not", "if", "$dynamicRef" };

static bool is_free(struct outline o, unsigned *left);

enum how { ANY_OF, ALL_OF, ONE_OF };

/*
 * Of a list of schemas: whether any is, or all are; or one is, and the others take no
 * text at all, for what fits two is refused. Without such a list, true.
 */
static bool list_is_free(struct outline o, const char *name, enum how how, unsigned *left)
{
	uint32_t list = outline_keyword(o, name), freed = 0, taking = 0;
	const struct json *j = o.doc->j;

	if (list == JSON_NONE)
		return true;
	if (!json_is(j, list, JSON_ARRAY))
		return false;
	for (uint32_t i = list + 1; i<j->node[list].next && * left> 0;
		i = j->node[i].next) {
		struct outline one = outline_at(o.doc, i);

		taking += (outline_types(one) & TYPE_STRING) != 0;
		freed += is_free(one, left);
	}
	switch (how) {
	case ANY_OF:
		return freed > 0;
	case ALL_OF:
		return freed == j->node[list].count;
	case ONE_OF:
		break;
	}
	return freed == 1 && taking == 1;
}

static bool is_free(struct outline o, unsigned *left)
{
	struct outline target;
	enum outline_ref ref;

	if (o.n == OUTLINE_ANYTHING || o.n == OUTLINE_NOTHING || *left == 0)
		return o.n == OUTLINE_ANYTHING;
	--*left;
	if ((outline_types(o) & TYPE_STRING) == 0)
		return false;
	for (size_t i = 0; i < sizeof(telling) / sizeof(*telling); i++) {
		if (outline_keyword(o, telling[i]) != JSON_NONE)
			return false;
	}
	ref = outline_ref(o, &target);
	if (ref != REF_NONE && (ref != REF_LOCAL || !is_free(target, left)))
		return false;
	return list_is_free(o, "anyOf", ANY_OF, left) &&
		list_is_free(o, "allOf", ALL_OF, left) &&
		list_is_free(o, "oneOf", ONE_OF, left);
}

bool contract_free_text(const struct contract *c)
{
	uint64_t fuel = FUEL;
	struct outline_doc d = outline_of_contract(c, &fuel);
	unsigned left = STEPS;

	return is_free(outline_at(&d, d.root), &left) && fuel > 0 && left > 0;
}
