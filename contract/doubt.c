/* SPDX-License-Identifier: MIT */
#include "contract/doubt.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/json_out.h"
#include "contract/named.h"
#include "contract/outline.h"

#define FUEL 10000000 /* to look for all pointers of a contract */
#define LOOKED 200    /* schemas, for one pointer */
#define SHOWN 120     /* bytes of a pointer */
#define SLIP 5        /* letters: shorter keywords are often words of one's own */
#define WORD 24       /* longer names are not compared */

struct doubting {
	const struct contract *c;
	struct json *j;
	contract_fault_function *tell;
	void *arg;
	uint64_t fuel;
};

static void say(struct doubting *d, const char *pointer, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static void say(struct doubting *d, const char *pointer, const char *fmt, ...)
{
	char why[300];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(why, sizeof(why), fmt, ap);
	va_end(ap);
	d->tell(d->arg, pointer, why);
}

static void cut(struct buf *at, size_t length)
{
	at->len = length;
	at->data[length] = '\0';
}

/* --- members that nobody reads ------------------------------------------------------ */

/* docs/PROTOCOL.md, "Contracts". `in` is where they stand. */
static const struct {
	const char *in;
	const char *const names[24];
} known[] = {
	{ "",
		{ "contract", "version", "from", "to", "schema", "scope", "confidence",
			"fallback", "provenance", "summary", "gate", "max_attempts",
			"evidence", "value", "owners", "critical", "approvals",
			"on_violation", "assert_format", "returns", "fan_out", "default",
			"review_below", "$schema" } },
	{ "/scope", { "represents", "excludes" } },
	{ "/confidence", { "at", "review_below" } },
	{ "/fallback", { "at", "targets" } },
	{ "/provenance", { "at" } },
	{ "/value", { "at", "unit" } },
};

static unsigned least(unsigned a, unsigned b, unsigned c)
{
	unsigned two = a < b ? a : b;

	return two < c ? two : c;
}

/* How many letters must be added, taken away or changed. */
static unsigned distance(struct str a, const char *b)
{
	unsigned row[WORD + 1], n = (unsigned)strlen(b);

	for (unsigned k = 0; k <= n; k++)
		row[k] = k;
	for (unsigned i = 0; i < a.n; i++) {
		unsigned corner = row[0];

		row[0] = i + 1;
		for (unsigned k = 0; k < n; k++) {
			unsigned best = least(
				row[k] + 1, row[k + 1] + 1, corner + (a.p[i] != b[k]));

			corner = row[k + 1];
			row[k + 1] = best;
		}
	}
	return row[n];
}

/* Two letters that stand the other way round. */
static bool is_swapped(struct str a, const char *b)
{
	size_t i = 0;

	if (a.n != strlen(b))
		return false;
	while (i + 1 < a.n && a.p[i] == b[i])
		i++;
	return i + 1 < a.n && a.p[i] == b[i + 1] && a.p[i + 1] == b[i] &&
		memcmp(a.p + i + 2, b + i + 2, a.n - i - 2) == 0;
}

/* The one that was meant; NULL if it looks like none. */
static const char *nearest(const char *const *names, struct str name)
{
	unsigned best = name.n < 6 ? 2 : 3, far;
	const char *found = NULL;

	for (; name.n <= WORD && *names != NULL; names++) {
		far = is_swapped(name, *names) ? 1 : distance(name, *names);
		if (far >= best)
			continue;
		best = far;
		found = *names;
	}
	return found;
}

static bool is_one_of(const char *const *names, struct str name)
{
	while (*names != NULL && !str_is(name, *names))
		names++;
	return *names != NULL;
}

static void doubt_members(struct doubting *d, const char *in, const char *const *names)
{
	uint32_t n = json_pointer(d->j, 0, str_of(in));
	struct buf at = { 0 };

	if (!json_is(d->j, n, JSON_OBJECT))
		return;
	for (uint32_t key = n + 1; key < d->j->node[n].next;
		key = d->j->node[key + 1].next) {
		struct str name = json_str(d->j, key);
		const char *meant;

		if (is_one_of(names, name) || str_starts(name, "x-"))
			continue;
		buf_reset(&at);
		buf_str(&at, in);
		out_token(&at, name);
		meant = nearest(names, name);
		if (meant != NULL)
			say(d, at.data, "unknown, nobody reads it: did you mean %s?",
				meant);
		else
			say(d, at.data,
				"unknown, nobody reads it (what begins with x- is yours)");
	}
	buf_fini(&at);
}

/* --- pointers ----------------------------------------------------------------------- */

/* What a schema says of a place, the least first. */
enum reach {
	REACH_OPEN,    /* nothing */
	REACH_UNNAMED, /* it names others there, and admits this one */
	REACH_NAMED,
	REACH_UNKNOWN, /* it cannot be told */
	REACH_NEVER    /* nothing may be there */
};

static enum reach reach(struct outline o, struct str pointer, unsigned *left);

/* All of them at once. */
static enum reach both(enum reach a, enum reach b)
{
	return a > b ? a : b;
}

/* Any of them; what one forbids another may admit. */
static enum reach either(enum reach a, enum reach b)
{
	if (a == REACH_NEVER || b == REACH_NEVER)
		return a == REACH_NEVER ? b : a;
	return both(a, b);
}

static enum reach reach_of_list(
	struct outline o, const char *name, bool all, struct str pointer, unsigned *left)
{
	uint32_t list = outline_keyword(o, name);
	const struct json *j = o.doc->j;
	enum reach found = all ? REACH_OPEN : REACH_NEVER;

	if (!json_is(j, list, JSON_ARRAY))
		return REACH_OPEN;
	for (uint32_t i = list + 1; i < j->node[list].next; i = j->node[i].next) {
		enum reach one = reach(outline_at(o.doc, i), pointer, left);

		found = all ? both(found, one) : either(found, one);
	}
	return found;
}

/* By its `properties` and what is beside them. `step` is one of a pointer, `/name`. */
static enum reach reach_of_member(
	struct outline o, struct str step, struct str rest, unsigned *left)
{
	uint32_t map = outline_keyword(o, "properties"),
		 own = json_pointer(o.doc->j, map, step);
	struct outline other = outline_sub(o, "additionalProperties");

	if (own != JSON_NONE)
		return both(REACH_NAMED, reach(outline_at(o.doc, own), rest, left));
	if (outline_keyword(o, "patternProperties") != JSON_NONE)
		return REACH_UNKNOWN;
	if (other.n != OUTLINE_ANYTHING) /* a map: any name is one of its, or none is */
		return both(REACH_NAMED, reach(other, rest, left));
	return map != JSON_NONE ? REACH_UNNAMED : REACH_OPEN;
}

static enum reach reach_of_keywords(
	struct outline o, struct str step, struct str rest, unsigned *left)
{
	unsigned types = outline_types(o);

	if ((types & (TYPE_OBJECT | TYPE_ARRAY)) == 0)
		return REACH_NEVER;
	if ((types & TYPE_OBJECT) == 0) /* places of arrays: nobody names them */
		return REACH_UNKNOWN;
	return reach_of_member(o, step, rest, left);
}

/* What admits by what else is there. */
static bool is_opaque(struct outline o)
{
	static const char *const words[] = { "$dynamicRef", "if", "dependentSchemas",
		"not" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (outline_keyword(o, words[i]) != JSON_NONE)
			return true;
	}
	return false;
}

/* Of what stands beside `properties`, all of which must admit it too. */
static enum reach reach_beside(struct outline o, struct str pointer, unsigned *left)
{
	enum reach found = reach_of_list(o, "allOf", true, pointer, left);
	struct outline target;
	enum outline_ref ref = outline_ref(o, &target);

	found = both(found, reach_of_list(o, "anyOf", false, pointer, left));
	found = both(found, reach_of_list(o, "oneOf", false, pointer, left));
	if (ref == REF_LOCAL)
		found = both(found, reach(target, pointer, left));
	else if (ref != REF_NONE)
		found = both(found, REACH_UNKNOWN);
	return found < REACH_UNKNOWN && is_opaque(o) ? REACH_UNKNOWN : found;
}

static enum reach reach(struct outline o, struct str pointer, unsigned *left)
{
	const char *slash =
		pointer.n > 1 ? memchr(pointer.p + 1, '/', pointer.n - 1) : NULL;
	struct str step = { pointer.p,
		slash != NULL ? (size_t)(slash - pointer.p) : pointer.n };
	enum reach found;

	if (o.n == OUTLINE_NOTHING)
		return REACH_NEVER;
	if (o.n == OUTLINE_ANYTHING || pointer.n == 0)
		return REACH_OPEN;
	if (*left == 0 || !outline_spend(o, 1 + o.doc->widest / 4))
		return REACH_UNKNOWN;
	--*left;
	found = both(reach_of_keywords(o, step, str_skip(pointer, step.n), left),
		reach_beside(o, pointer, left));
	if (found < REACH_NAMED &&
		outline_sub(o, "unevaluatedProperties").n == OUTLINE_NOTHING)
		return REACH_NEVER;
	return found;
}

static void doubt_pointer(struct doubting *d, const char *at, struct str pointer)
{
	struct outline_doc doc = outline_of_contract(d->c, &d->fuel);
	unsigned left = LOOKED;
	enum reach found = reach(outline_at(&doc, doc.root), pointer, &left);

	if (d->fuel == 0)
		return;
	if (pointer.n > SHOWN)
		pointer = STR("what stands here");
	if (found == REACH_NEVER)
		say(d, at, "the schema admits no %.*s", STR_ARG(pointer));
	else if (found == REACH_UNNAMED)
		say(d, at, "the schema does not name %.*s", STR_ARG(pointer));
}

static void doubt_at(struct doubting *d, const char *member, const char *pointer)
{
	char at[40];

	snprintf(at, sizeof(at), "%s/at", member);
	if (pointer != NULL)
		doubt_pointer(d,
			json_pointer(d->j, 0, str_of(at)) != JSON_NONE ? at : member,
			str_of(pointer));
}

static void doubt_in_summary(void *arg, struct str pointer)
{
	if (pointer.n > 0 && pointer.p[0] == '/')
		doubt_pointer(arg, "/summary", pointer);
	else if (pointer.n > 0 && pointer.n <= SHOWN)
		say(arg, "/summary", "{%.*s} is no JSON Pointer", STR_ARG(pointer));
}

static void doubt_pointers(struct doubting *d)
{
	const struct contract *c = d->c;
	char at[40];

	doubt_at(d, "/confidence", c->confidence_at);
	doubt_at(d, "/fallback", c->fallback_at);
	doubt_at(d, "/provenance", c->provenance_at);
	doubt_at(d, "/value", c->value_at);
	for (size_t i = 0; c->evidence != NULL && c->evidence[i] != NULL; i++) {
		snprintf(at, sizeof(at), "/evidence/%zu", i);
		doubt_pointer(d, at, str_of(c->evidence[i]));
	}
	contract_summary_pointers(c, doubt_in_summary, d);
}

/* --- the schema --------------------------------------------------------------------- */

/* All that 2020-12 has, and what is usual besides. */
static const char *const keywords[] = { "$schema", "$id", "$ref", "$anchor",
	"$dynamicRef", "$dynamicAnchor", "$vocabulary", "$comment", "type", "enum",
	"const", "multipleOf", "maximum", "exclusiveMaximum", "minimum",
	"exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems",
	"uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties",
	"required", "dependentRequired", "title", "description", "default", "deprecated",
	"readOnly", "writeOnly", "examples", "example", "format", "contentEncoding",
	"contentMediaType", "$defs", "definitions", "properties", "patternProperties",
	"dependentSchemas", "allOf", "anyOf", "oneOf", "prefixItems", "not", "if", "then",
	"else", "items", "contains", "additionalProperties", "propertyNames",
	"unevaluatedItems", "unevaluatedProperties", "contentSchema", NULL };

/* Those whose value is an object of schemas; a list of them; and one. */
static const char *const maps[] = { "$defs", "definitions", "properties",
	"patternProperties", "dependentSchemas", NULL };
static const char *const lists[] = { "allOf", "anyOf", "oneOf", "prefixItems", NULL };
static const char *const ones[] = { "not", "if", "then", "else", "items", "contains",
	"additionalProperties", "propertyNames", "unevaluatedItems",
	"unevaluatedProperties", "contentSchema", NULL };

/* What is not known is a remark, unless it looks like a slip. */
static void doubt_keyword(struct doubting *d, struct str name, const char *at)
{
	const char *meant = NULL;

	if (name.n >= SLIP && !is_one_of(keywords, name))
		meant = nearest(keywords, name);
	if (meant != NULL)
		say(d, at, "unknown, it decides nothing: did you mean %s?", meant);
}

/* Names that `required` has and an object that is closed has not. */
static void doubt_required(struct doubting *d, struct outline o, struct buf *at)
{
	uint32_t list = outline_keyword(o, "required"), place = 0;
	size_t length = at->len;

	if (!json_is(d->j, list, JSON_ARRAY) ||
		outline_sub(o, "additionalProperties").n != OUTLINE_NOTHING ||
		outline_keyword(o, "patternProperties") != JSON_NONE)
		return;
	for (uint32_t i = list + 1; i < d->j->node[list].next && d->fuel > 0;
		i = d->j->node[i].next, place++) {
		if (!json_is(d->j, i, JSON_STRING) ||
			outline_named(o, "properties", json_str(d->j, i)) != JSON_NONE ||
			d->fuel == 0)
			continue;
		buf_fmt(at, "/required/%u", place);
		say(d, at->data,
			"is required, and not among properties: with additionalProperties "
			"false nothing fits");
		cut(at, length);
	}
}

static void doubt_schema(struct doubting *d, struct outline o, struct buf *at);

/* Each schema that is a member or an element of node `n`. */
static void doubt_parts(struct doubting *d, struct outline o, uint32_t n, struct buf *at)
{
	bool object = json_is(d->j, n, JSON_OBJECT);
	size_t length = at->len;
	uint32_t place = 0;

	if (!object && !json_is(d->j, n, JSON_ARRAY))
		return;
	for (uint32_t i = n + 1; i < d->j->node[n].next; place++) {
		if (object)
			out_token(at, json_str(d->j, i++));
		else
			buf_fmt(at, "/%u", place);
		doubt_schema(d, outline_at(o.doc, i), at);
		cut(at, length);
		i = d->j->node[i].next;
	}
}

/* A schema and all below it: as deep as a contract may be, CONTRACT_DEPTH. */
static void doubt_schema(struct doubting *d, struct outline o, struct buf *at)
{
	size_t length = at->len;

	if (o.n == OUTLINE_ANYTHING || o.n == OUTLINE_NOTHING ||
		!json_is(d->j, o.n, JSON_OBJECT) || !outline_spend(o, 100))
		return;
	doubt_required(d, o, at);
	for (uint32_t key = o.n + 1; key < d->j->node[o.n].next;
		key = d->j->node[key + 1].next) {
		struct str name = json_str(d->j, key);

		out_token(at, name);
		doubt_keyword(d, name, at->data);
		if (is_one_of(maps, name) || is_one_of(lists, name))
			doubt_parts(d, o, key + 1, at);
		else if (is_one_of(ones, name))
			doubt_schema(d, outline_at(o.doc, key + 1), at);
		cut(at, length);
	}
}

/* --- the rest ----------------------------------------------------------------------- */

static void doubt_owners(struct doubting *d)
{
	uint32_t n = json_member(d->j, 0, "owners");

	if (!json_is(d->j, n, JSON_OBJECT))
		return;
	for (uint32_t key = n + 1; key < d->j->node[n].next;
		key = d->j->node[key + 1].next) {
		struct str agent = json_str(d->j, key);
		struct buf at = { 0 };

		buf_str(&at, "/owners");
		out_token(&at, agent);
		if (!contract_lists(d->c->from, agent) &&
			!contract_lists(d->c->to, agent))
			say(d, at.data, "is an agent that neither from nor to names");
		buf_fini(&at);
	}
}

static void doubt_scope(struct doubting *d)
{
	if (d->c->represents == NULL || d->c->represents[0] == '\0')
		say(d, "/scope/represents",
			"does not say what it is that is handed over");
	if (d->c->excludes == NULL || d->c->excludes[0] == NULL)
		say(d, "/scope/excludes", "does not say what it is not");
}

void contract_doubts(const struct contract *c, contract_fault_function *tell, void *arg)
{
	/* unescaping a string keeps it in the view; nothing of it changes that shows */
	struct doubting d = { c, (struct json *)&c->doc, tell, arg, FUEL };
	struct outline_doc doc = outline_of_contract(c, &d.fuel);
	struct buf at = { 0 };

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		doubt_members(&d, known[i].in, known[i].names);
	doubt_scope(&d);
	doubt_owners(&d);
	doubt_pointers(&d);
	buf_str(&at, "/schema");
	doubt_schema(&d, outline_at(&doc, doc.root), &at);
	buf_fini(&at);
}
