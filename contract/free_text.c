/* SPDX-License-Identifier: MIT */
#include "contract/free_text.h"

#include "contract/outline.h"

#define STEPS 1000 /* schemas that are looked at */

/* What says something about a string, or what cannot be told. */
static const char *const telling[] = { "enum", "const", "pattern", "format", "maxLength",
	"contentEncoding", "contentMediaType", "not", "if", "$dynamicRef" };

static bool is_free(struct outline o, unsigned *left);

/* Of a list of schemas: whether one is, or all are. */
static bool list_is_free(struct outline o, const char *name, bool all, unsigned *left)
{
	uint32_t list = outline_keyword(o, name);
	const struct json *j = o.doc->j;

	if (list == JSON_NONE)
		return true;
	if (!json_is(j, list, JSON_ARRAY))
		return false;
	for (uint32_t i = list + 1; i < j->node[list].next; i = j->node[i].next) {
		if (is_free(outline_at(o.doc, i), left) != all)
			return !all;
	}
	return all;
}

/* One of them is, and the others take no text at all: what fits two is refused. */
static bool one_is_free(struct outline o, unsigned *left)
{
	uint32_t list = outline_keyword(o, "oneOf"), taking = 0, one = JSON_NONE;
	const struct json *j = o.doc->j;

	if (list == JSON_NONE)
		return true;
	if (!json_is(j, list, JSON_ARRAY))
		return false;
	for (uint32_t i = list + 1; i < j->node[list].next; i = j->node[i].next) {
		if ((outline_types(outline_at(o.doc, i)) & TYPE_STRING) == 0)
			continue;
		taking++;
		one = i;
	}
	return taking == 1 && is_free(outline_at(o.doc, one), left);
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
	return list_is_free(o, "anyOf", false, left) &&
		list_is_free(o, "allOf", true, left) && one_is_free(o, left);
}

bool contract_free_text(const struct contract *c)
{
	/* unescaping a string keeps it in the view; nothing of it changes that shows */
	struct json *j = (struct json *)&c->doc;
	struct outline_doc d = outline_doc(j, json_member(j, 0, "schema"));
	unsigned left = STEPS;

	return is_free(outline_at(&d, d.root), &left);
}
