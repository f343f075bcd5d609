/* SPDX-License-Identifier: MIT */
#include "contract/outline.h"

#include <math.h>

#include "contract/schema_value.h"

#define FOLLOWED 32 /* references behind one another */
#define TYPE_STEPS 500
#define EXACT 15 /* digits that a double keeps */

/* How the value of a keyword is made up. */
enum kind {
	KIND_VALUE,
	KIND_SET,     /* of values, in any order */
	KIND_SCHEMA,  /* one schema */
	KIND_SCHEMAS, /* an array of schemas */
	KIND_MAP,     /* an object of schemas */
	KIND_REF,
	KIND_DYNAMIC, /* where it leads depends on who came */
};

/* All that can refuse an artifact. What is not here is an annotation. */
static const struct keyword {
	const char *name;
	enum kind kind;
} keywords[] = {
	{ "type", KIND_SET },
	{ "enum", KIND_SET },
	{ "const", KIND_VALUE },
	{ "format", KIND_VALUE },
	{ "pattern", KIND_VALUE },
	{ "minLength", KIND_VALUE },
	{ "maxLength", KIND_VALUE },
	{ "minimum", KIND_VALUE },
	{ "exclusiveMinimum", KIND_VALUE },
	{ "maximum", KIND_VALUE },
	{ "exclusiveMaximum", KIND_VALUE },
	{ "multipleOf", KIND_VALUE },
	{ "contentEncoding", KIND_VALUE },
	{ "contentMediaType", KIND_VALUE },
	{ "minItems", KIND_VALUE },
	{ "maxItems", KIND_VALUE },
	{ "uniqueItems", KIND_VALUE },
	{ "prefixItems", KIND_SCHEMAS },
	{ "items", KIND_SCHEMA },
	{ "contains", KIND_SCHEMA },
	{ "minContains", KIND_VALUE },
	{ "maxContains", KIND_VALUE },
	{ "unevaluatedItems", KIND_SCHEMA },
	{ "required", KIND_SET },
	{ "properties", KIND_MAP },
	{ "patternProperties", KIND_MAP },
	{ "additionalProperties", KIND_SCHEMA },
	{ "propertyNames", KIND_SCHEMA },
	{ "minProperties", KIND_VALUE },
	{ "maxProperties", KIND_VALUE },
	{ "dependentRequired", KIND_VALUE },
	{ "dependentSchemas", KIND_MAP },
	{ "unevaluatedProperties", KIND_SCHEMA },
	{ "allOf", KIND_SCHEMAS },
	{ "anyOf", KIND_SCHEMAS },
	{ "oneOf", KIND_SCHEMAS },
	{ "not", KIND_SCHEMA },
	{ "if", KIND_SCHEMA },
	{ "then", KIND_SCHEMA },
	{ "else", KIND_SCHEMA },
	{ "$ref", KIND_REF },
	{ "$dynamicRef", KIND_DYNAMIC },
};

#define KEYWORDS (sizeof(keywords) / sizeof(*keywords))

/* --- places -------------------------------------------------------------------- */

struct outline_doc outline_doc(struct json *j, uint32_t root, uint64_t *fuel)
{
	struct outline_doc d = { .j = j, .root = root, .fuel = fuel };
	uint32_t own = json_member(j, root, "$id");

	for (uint32_t i = root; i < j->node[root].next; i++) {
		if (json_is(j, i, JSON_OBJECT) && j->node[i].count > d.widest)
			d.widest = j->node[i].count;
		d.has_ids = d.has_ids || (i + 1 != own && json_string_is(j, i, "$id"));
	}
	return d;
}

struct outline_doc outline_of_contract(const struct contract *c, uint64_t *fuel)
{
	/* unescaping a string keeps it in the view; nothing of it changes that shows */
	struct json *j = (struct json *)&c->doc;

	return outline_doc(j, json_member(j, 0, "schema"), fuel);
}

bool outline_spend(struct outline o, uint64_t cost)
{
	uint64_t *fuel = o.doc->fuel;

	*fuel = *fuel > cost ? *fuel - cost : 0;
	return *fuel > 0;
}

/* Whether there is fuel to look through the members of a node. */
static bool may_look(struct outline o, uint32_t n)
{
	return outline_spend(o, 1 + o.doc->j->node[n].count / 4);
}

struct outline outline_at(const struct outline_doc *d, uint32_t n)
{
	struct outline o = { d, n };

	if (n == JSON_NONE || json_is(d->j, n, JSON_TRUE) ||
		(json_is(d->j, n, JSON_OBJECT) && d->j->node[n].count == 0))
		o.n = OUTLINE_ANYTHING;
	else if (json_is(d->j, n, JSON_FALSE))
		o.n = OUTLINE_NOTHING;
	return o;
}

static bool is_written(struct outline o)
{
	return o.n != OUTLINE_ANYTHING && o.n != OUTLINE_NOTHING;
}

uint32_t outline_keyword(struct outline o, const char *name)
{
	return is_written(o) && may_look(o, o.n) ? json_member(o.doc->j, o.n, name)
						 : JSON_NONE;
}

static uint32_t find_named(struct outline o, uint32_t map, struct str name)
{
	const struct json *j = o.doc->j;

	if (!json_is(j, map, JSON_OBJECT) ||
		!outline_spend(o, 1 + j->node[map].count / 4 * (1 + name.n / 32)))
		return JSON_NONE;
	return json_find(j, map, name);
}

uint32_t outline_named(struct outline o, const char *keyword, struct str name)
{
	return find_named(o, outline_keyword(o, keyword), name);
}

struct outline outline_sub(struct outline o, const char *name)
{
	return outline_at(o.doc, outline_keyword(o, name));
}

unsigned outline_asserts(struct outline o)
{
	unsigned n = 0;

	for (size_t i = 0; i < KEYWORDS; i++)
		n += outline_keyword(o, keywords[i].name) != JSON_NONE;
	return n;
}

/* --- references ------------------------------------------------------------------ */

/* What of `ref` stands behind the name of this very document. */
static struct str within(const struct outline_doc *d, struct str ref)
{
	uint32_t id = json_member(d->j, d->root, "$id");
	struct str own;

	if (!json_is(d->j, id, JSON_STRING))
		return ref;
	own = json_str(d->j, id);
	if (own.n > 0 && own.p[own.n - 1] == '#')
		own.n--;
	if (own.n > 0 && ref.n > own.n && ref.p[own.n] == '#' &&
		memcmp(ref.p, own.p, own.n) == 0)
		return str_skip(ref, own.n);
	return ref;
}

static bool has_scheme(struct str s)
{
	return str_starts(s, "http://") || str_starts(s, "https://") ||
		str_starts(s, "urn:");
}

enum outline_ref outline_ref(struct outline o, struct outline *target)
{
	uint32_t n = outline_keyword(o, "$ref"), at;
	struct str ref;

	if (n == JSON_NONE)
		return REF_NONE;
	if (!json_is(o.doc->j, n, JSON_STRING) || o.doc->has_ids)
		return REF_UNKNOWN;
	ref = within(o.doc, json_str(o.doc->j, n));
	if (ref.n == 0 || ref.p[0] != '#')
		return has_scheme(ref) ? REF_FOREIGN : REF_UNKNOWN;
	if (memchr(ref.p, '%', ref.n) != NULL)
		return REF_UNKNOWN;
	if (!outline_spend(o, ref.n / 2 * (1 + o.doc->widest / 4)))
		return REF_UNKNOWN;
	at = json_pointer(o.doc->j, o.doc->root, str_skip(ref, 1));
	if (at == JSON_NONE)
		return REF_UNKNOWN;
	*target = outline_at(o.doc, at);
	return REF_LOCAL;
}

static bool is_only_null(struct outline o)
{
	uint32_t type = outline_keyword(o, "type");

	return outline_asserts(o) == 1 && type != JSON_NONE &&
		json_string_is(o.doc->j, type, "null");
}

/* What is in a list besides null; false where that is not one schema. */
static bool the_one(struct outline *o, uint32_t list, bool *null)
{
	struct json *j = o->doc->j;
	uint32_t one = JSON_NONE;

	if (!json_is(j, list, JSON_ARRAY) || j->node[list].count > 2)
		return false;
	for (uint32_t i = list + 1; i < j->node[list].next; i = j->node[i].next) {
		if (j->node[list].count == 2 && is_only_null(outline_at(o->doc, i)))
			*null = true;
		else if (one != JSON_NONE)
			return false;
		else
			one = i;
	}
	if (one == JSON_NONE)
		return false;
	*o = outline_at(o->doc, one);
	return true;
}

static bool step(struct outline *o, bool *null)
{
	static const char *const lists[] = { "anyOf", "oneOf", "allOf" };
	bool found = false;

	if (outline_asserts(*o) != 1)
		return false;
	if (outline_keyword(*o, "$ref") != JSON_NONE)
		return outline_ref(*o, o) == REF_LOCAL;
	for (size_t i = 0; i < 3; i++) {
		struct outline one = *o;
		uint32_t list = outline_keyword(*o, lists[i]);

		if (list == JSON_NONE || !the_one(&one, list, &found))
			continue;
		/* all of X and null is neither; one of the two is null if X is not */
		if (found && (i == 2 || (i == 1 && outline_types(one) & TYPE_NULL)))
			return false;
		*null = *null || found;
		*o = one;
		return true;
	}
	return false;
}

bool outline_follow(struct outline *o)
{
	bool null = false;

	for (int i = 0; i < FOLLOWED && step(o, &null); i++)
		;
	return null;
}

/* --- types ----------------------------------------------------------------------- */

static const struct {
	const char *name;
	unsigned types;
} type_names[] = {
	{ "null", TYPE_NULL },
	{ "boolean", TYPE_BOOLEAN },
	{ "object", TYPE_OBJECT },
	{ "array", TYPE_ARRAY },
	{ "string", TYPE_STRING },
	{ "number", TYPES_NUMBER },
	{ "integer", TYPE_WHOLE },
};

#define TYPE_NAMES (sizeof(type_names) / sizeof(*type_names))

static unsigned types_named(const struct json *j, uint32_t n)
{
	unsigned types = 0;

	if (json_is(j, n, JSON_ARRAY)) {
		for (uint32_t i = n + 1; i < j->node[n].next; i = j->node[i].next)
			types |= types_named(j, i);
		return types;
	}
	for (size_t i = 0; i < TYPE_NAMES; i++) {
		if (json_string_is(j, n, type_names[i].name))
			return type_names[i].types;
	}
	return TYPES_ALL; /* it is no type: nothing can be told */
}

static unsigned type_of_value(const struct json *j, uint32_t n)
{
	switch (json_type(j, n)) {
	case JSON_NULL:
		return TYPE_NULL;
	case JSON_FALSE:
	case JSON_TRUE:
		return TYPE_BOOLEAN;
	case JSON_STRING:
		return TYPE_STRING;
	case JSON_ARRAY:
		return TYPE_ARRAY;
	case JSON_OBJECT:
		return TYPE_OBJECT;
	case JSON_NUMBER:
		break;
	}
	if (json_raw(j, n).n > EXACT)
		return TYPES_NUMBER;
	return json_number(j, n) == floor(json_number(j, n)) ? TYPE_WHOLE : TYPE_FRACTION;
}

/* `left` bounds the work: where it is used up, any type may be admitted. */
static unsigned types_of(struct outline o, unsigned *left);

static unsigned types_of_list(struct outline o, uint32_t list, bool all, unsigned *left)
{
	const struct json *j = o.doc->j;
	unsigned types = all ? TYPES_ALL : 0;

	if (!json_is(j, list, JSON_ARRAY) || !may_look(o, list))
		return TYPES_ALL;
	for (uint32_t i = list + 1; i < j->node[list].next; i = j->node[i].next) {
		unsigned t = types_of(outline_at(o.doc, i), left);

		types = all ? types & t : types | t;
	}
	return types;
}

static unsigned types_of_values(struct outline o)
{
	const struct json *j = o.doc->j;
	uint32_t list = outline_keyword(o, "enum"), one = outline_keyword(o, "const");
	unsigned types = 0;

	if (one != JSON_NONE)
		return type_of_value(j, one);
	if (!json_is(j, list, JSON_ARRAY) || !may_look(o, list))
		return TYPES_ALL;
	for (uint32_t i = list + 1; i < j->node[list].next; i = j->node[i].next)
		types |= type_of_value(j, i);
	return types;
}

static unsigned types_of(struct outline o, unsigned *left)
{
	static const char *const unions[] = { "anyOf", "oneOf" };
	uint32_t type = outline_keyword(o, "type"), list;
	unsigned types = TYPES_ALL;
	struct outline target;

	if (!is_written(o) || *left == 0 || *o.doc->fuel == 0)
		return o.n == OUTLINE_NOTHING ? 0 : TYPES_ALL;
	--*left;
	if (type != JSON_NONE)
		types &= types_named(o.doc->j, type);
	types &= types_of_values(o);
	if (outline_ref(o, &target) == REF_LOCAL)
		types &= types_of(target, left);
	for (size_t i = 0; i < 2; i++) {
		list = outline_keyword(o, unions[i]);
		if (list != JSON_NONE)
			types &= types_of_list(o, list, false, left);
	}
	list = outline_keyword(o, "allOf");
	return list != JSON_NONE ? types & types_of_list(o, list, true, left) : types;
}

unsigned outline_types(struct outline o)
{
	unsigned left = TYPE_STEPS;

	return types_of(o, &left);
}

/* --- the same ---------------------------------------------------------------------- */

bool outline_same_value(struct outline a, uint32_t n, struct outline b, uint32_t m)
{
	struct json *x = a.doc->j, *y = b.doc->j;
	uint64_t bytes = json_raw(x, n).n;

	return json_type(x, n) == json_type(y, m) && outline_spend(a, 1 + bytes / 32) &&
		value_equal(x, n, y, m, a.doc->fuel);
}

/* Whether each of one array is in the other. A value that is no array is one of itself.
 */
static bool is_among(struct outline a, uint32_t n, struct outline b, uint32_t m)
{
	const struct json *x = a.doc->j, *y = b.doc->j;
	bool list = json_is(y, m, JSON_ARRAY);

	if (json_is(x, n, JSON_ARRAY)) {
		for (uint32_t i = n + 1; i < x->node[n].next; i = x->node[i].next) {
			if (!is_among(a, i, b, m))
				return false;
		}
		return true;
	}
	for (uint32_t i = m + list; i<y->node[m].next && * a.doc->fuel> 0;
		i = y->node[i].next) {
		if (outline_same_value(a, n, b, i))
			return true;
	}
	return false;
}

enum outline_enter outline_enter(
	struct outline_walk *w, struct outline a, struct outline b)
{
	for (unsigned i = w->base; i < w->depth; i++) {
		if (w->pair[i].a.n == a.n && w->pair[i].b.n == b.n)
			return ENTER_AGAIN;
	}
	if (w->depth == OUTLINE_STACK || !outline_spend(a, 1 + w->depth / 4))
		return ENTER_NEVER;
	w->pair[w->depth].a = a;
	w->pair[w->depth++].b = b;
	return ENTER_NEW;
}

void outline_leave(struct outline_walk *w)
{
	w->depth--;
}

static bool is_same(struct outline_walk *w, struct outline a, struct outline b);

static bool is_same_ref(struct outline_walk *w, struct outline a, struct outline b)
{
	struct outline to_a, to_b;
	enum outline_ref ra = outline_ref(a, &to_a), rb = outline_ref(b, &to_b);

	if (ra == REF_LOCAL && rb == REF_LOCAL)
		return is_same(w, to_a, to_b);
	return ra == REF_FOREIGN && rb == REF_FOREIGN &&
		str_eq(json_str(a.doc->j, outline_keyword(a, "$ref")),
			json_str(b.doc->j, outline_keyword(b, "$ref")));
}

static bool is_same_list(struct outline_walk *w, struct outline a, uint32_t n,
	struct outline b, uint32_t m)
{
	const struct json *x = a.doc->j, *y = b.doc->j;

	if (x->node[n].count != y->node[m].count)
		return false;
	for (uint32_t i = n + 1, k = m + 1; i < x->node[n].next;
		i = x->node[i].next, k = y->node[k].next) {
		if (!is_same(w, outline_at(a.doc, i), outline_at(b.doc, k)))
			return false;
	}
	return true;
}

static bool is_same_map(struct outline_walk *w, struct outline a, uint32_t n,
	struct outline b, uint32_t m)
{
	struct json *x = a.doc->j, *y = b.doc->j;

	if (x->node[n].count != y->node[m].count)
		return false;
	for (uint32_t i = n + 1; i < x->node[n].next; i = x->node[i + 1].next) {
		struct str name = json_str(x, i);
		uint32_t other = find_named(b, m, name);

		if (other == JSON_NONE ||
			!is_same(w, outline_at(a.doc, i + 1), outline_at(b.doc, other)))
			return false;
	}
	return true;
}

static bool is_same_kind(struct outline_walk *w, enum kind kind, struct outline a,
	uint32_t n, struct outline b, uint32_t m)
{
	struct json *x = a.doc->j, *y = b.doc->j;

	switch (kind) {
	case KIND_VALUE:
		return outline_same_value(a, n, b, m);
	case KIND_SET:
		return is_among(a, n, b, m) && is_among(b, m, a, n);
	case KIND_SCHEMA:
		return is_same(w, outline_at(a.doc, n), outline_at(b.doc, m));
	case KIND_SCHEMAS:
		return json_is(x, n, JSON_ARRAY) && json_is(y, m, JSON_ARRAY) &&
			is_same_list(w, a, n, b, m);
	case KIND_MAP:
		return json_is(x, n, JSON_OBJECT) && json_is(y, m, JSON_OBJECT) &&
			is_same_map(w, a, n, b, m);
	case KIND_REF:
		return is_same_ref(w, a, b);
	case KIND_DYNAMIC:
		break;
	}
	return false;
}

static bool is_same_in(struct outline_walk *w, struct outline a, struct outline b,
	const struct keyword *k)
{
	uint32_t n = outline_keyword(a, k->name), m = outline_keyword(b, k->name);

	if (n == JSON_NONE || m == JSON_NONE)
		return n == m;
	return is_same_kind(w, k->kind, a, n, b, m);
}

static bool is_same(struct outline_walk *w, struct outline a, struct outline b)
{
	enum outline_enter enter;
	bool same = true;

	if (!is_written(a) || !is_written(b))
		return a.n == b.n;
	enter = outline_enter(w, a, b);
	if (enter != ENTER_NEW)
		return enter == ENTER_AGAIN;
	for (size_t i = 0; i < KEYWORDS && same; i++)
		same = is_same_in(w, a, b, &keywords[i]);
	outline_leave(w);
	return same;
}

bool outline_same(struct outline_walk *w, struct outline a, struct outline b)
{
	unsigned base = w->base;
	bool same;

	w->base = w->depth;
	same = is_same(w, a, b);
	w->base = base;
	return same;
}

bool outline_same_keyword(
	struct outline_walk *w, struct outline a, struct outline b, const char *name)
{
	unsigned base = w->base;
	bool same = false;

	w->base = w->depth;
	for (size_t i = 0; i < KEYWORDS; i++) {
		if (strcmp(keywords[i].name, name) == 0)
			same = is_same_in(w, a, b, &keywords[i]);
	}
	w->base = base;
	return same;
}
