/* SPDX-License-Identifier: MIT */
#include "contract/words.h"

#include <stdlib.h>

#include "base/json_out.h"
#include "base/text.h"

#define HOPS 8     /* references that are followed in a row */
#define NESTED 4   /* of types: array of array of ... */
#define CHOICES 12 /* values that are told */
#define BRANCHES 4
#define PART_BYTES 200 /* of one value or pattern */

static struct schema_at below(struct schema_at s, uint32_t node)
{
	s.schema = node;
	return s;
}

static uint32_t member(struct schema_at s, const char *name)
{
	return s.schema != JSON_NONE ? json_member(s.j, s.schema, name) : JSON_NONE;
}

/* What is referred to, if the schema has nothing but a reference and what explains it. */
static struct schema_at target(struct schema_at s)
{
	for (int hops = 0; hops < HOPS; hops++) {
		uint32_t ref = member(s, "$ref");
		struct str at;

		if (!json_is(s.j, ref, JSON_STRING) || member(s, "type") != JSON_NONE ||
			member(s, "properties") != JSON_NONE)
			return s;
		at = json_str(s.j, ref);
		if (at.n == 0 || at.p[0] != '#')
			return s;
		s.schema = json_pointer(s.j, s.root, str_skip(at, 1));
	}
	return s;
}

/* Adds what separates two parts, if there is one already. */
static void part(struct buf *out, size_t start, const char *by)
{
	if (out->len > start)
		buf_str(out, by);
}

/* A value as it is written; long ones lose their end, at a character. */
static void add_value(struct buf *out, struct json *j, uint32_t n)
{
	struct str s = json_is(j, n, JSON_STRING) ? json_str(j, n) : json_raw(j, n);
	buf_slice(out, text_head(s, PART_BYTES));
	if (s.n > PART_BYTES)
		buf_str(out, "...");
	else if (s.n == 0)
		buf_str(out, "\"\"");
}

/* --- types ----------------------------------------------------------------- */

static void add_types(struct buf *out, struct schema_at s, int depth);

static const char *type_of(const struct json *j, uint32_t n)
{
	static const char *const names[] = {
		[JSON_NULL] = "null",
		[JSON_FALSE] = "boolean",
		[JSON_TRUE] = "boolean",
		[JSON_NUMBER] = "number",
		[JSON_STRING] = "string",
		[JSON_ARRAY] = "array",
		[JSON_OBJECT] = "object",
	};

	return names[json_type(j, n)];
}

static void add_type(struct buf *out, struct schema_at s, struct str name, int depth)
{
	buf_slice(out, name);
	if (!str_is(name, "array") || member(s, "items") == JSON_NONE || depth >= NESTED)
		return;
	buf_str(out, " of ");
	add_types(out, below(s, member(s, "items")), depth + 1);
}

/* The types of the values of an enum, each once. */
static void add_value_types(struct buf *out, struct schema_at s, uint32_t list)
{
	unsigned seen = 0;
	size_t start = out->len;

	for (uint32_t i = list + 1; i < s.j->node[list].next; i = s.j->node[i].next) {
		enum json_type t = json_type(s.j, i);

		t = t == JSON_TRUE ? JSON_FALSE : t;
		if ((seen & 1u << t) != 0)
			continue;
		seen |= 1u << t;
		part(out, start, " or ");
		buf_str(out, type_of(s.j, i));
	}
}

static void add_branches(struct buf *out, struct schema_at s, uint32_t list, int depth)
{
	size_t start = out->len;

	if (s.j->node[list].count > BRANCHES || depth >= NESTED) {
		buf_fmt(out, "one of %u shapes", s.j->node[list].count);
		return;
	}
	for (uint32_t i = list + 1; i < s.j->node[list].next; i = s.j->node[i].next) {
		part(out, start, " or ");
		add_types(out, below(s, i), depth + 1);
	}
}

/* Of a schema that does not say `type`: what else gives it away. */
static void add_hidden_type(struct buf *out, struct schema_at s, int depth)
{
	static const char *const branches[] = { "anyOf", "oneOf", "allOf" };
	uint32_t n = member(s, "enum");

	if (json_is(s.j, n, JSON_ARRAY)) {
		add_value_types(out, s, n);
		return;
	}
	n = member(s, "const");
	if (n != JSON_NONE) {
		buf_str(out, type_of(s.j, n));
		return;
	}
	for (size_t i = 0; i < sizeof(branches) / sizeof(*branches); i++) {
		n = member(s, branches[i]);
		if (json_is(s.j, n, JSON_ARRAY)) {
			add_branches(out, s, n, depth);
			return;
		}
	}
	buf_str(out,
		member(s, "properties") != JSON_NONE      ? "object"
			: member(s, "items") != JSON_NONE ? "array"
							  : "anything");
}

static void add_types(struct buf *out, struct schema_at s, int depth)
{
	uint32_t type, i;
	size_t start = out->len;

	s = target(s);
	type = member(s, "type");
	if (json_is(s.j, s.schema, JSON_FALSE)) {
		buf_str(out, "nothing");
	} else if (json_is(s.j, type, JSON_STRING)) {
		add_type(out, s, json_str(s.j, type), depth);
	} else if (json_is(s.j, type, JSON_ARRAY)) {
		for (i = type + 1; i < s.j->node[type].next; i = s.j->node[i].next) {
			part(out, start, " or ");
			if (json_is(s.j, i, JSON_STRING))
				add_type(out, s, json_str(s.j, i), depth);
		}
	} else {
		add_hidden_type(out, s, depth);
	}
}

void schema_type_words(struct buf *out, struct schema_at s)
{
	add_types(out, s, 0);
}

/* --- bounds ---------------------------------------------------------------- */

/* "N to M things", "at least N things", "at most M things"; of one, the last s goes. */
static void add_between(struct buf *out, struct schema_at s, size_t start,
	const char *least, const char *most, const char *things)
{
	uint32_t a = member(s, least), b = member(s, most);

	if (a == JSON_NONE && b == JSON_NONE)
		return;
	part(out, start, "; ");
	if (a != JSON_NONE && b != JSON_NONE) {
		add_value(out, s.j, a);
		if (!str_eq(json_raw(s.j, a), json_raw(s.j, b))) {
			buf_str(out, " to ");
			add_value(out, s.j, b);
		}
	} else {
		buf_str(out, a != JSON_NONE ? "at least " : "at most ");
		add_value(out, s.j, a != JSON_NONE ? a : b);
	}
	buf_str(out, things);
	if (things[0] != '\0' && str_is(json_raw(s.j, b != JSON_NONE ? b : a), "1"))
		out->data[--out->len] = '\0';
}

static void add_keyword(struct buf *out, struct schema_at s, size_t start,
	const char *keyword, const char *words)
{
	uint32_t n = member(s, keyword);

	if (n == JSON_NONE)
		return;
	part(out, start, "; ");
	buf_str(out, words);
	add_value(out, s.j, n);
}

static void add_flag(struct buf *out, struct schema_at s, size_t start,
	const char *keyword, enum json_type value, const char *words)
{
	if (!json_is(s.j, member(s, keyword), value))
		return;
	part(out, start, "; ");
	buf_str(out, words);
}

static void add_choice(struct buf *out, struct schema_at s, size_t start)
{
	uint32_t list = member(s, "enum"), told = 0;

	if (!json_is(s.j, list, JSON_ARRAY))
		return;
	part(out, start, "; ");
	buf_str(out, "one of ");
	for (uint32_t i = list + 1; i < s.j->node[list].next && told < CHOICES;
		i = s.j->node[i].next) {
		if (told++ > 0)
			buf_str(out, ", ");
		add_value(out, s.j, i);
	}
	if (s.j->node[list].count > told)
		buf_fmt(out, " and %u more", s.j->node[list].count - told);
}

static void add_bounds(struct buf *out, struct schema_at s, int depth)
{
	size_t start = out->len;
	struct buf each = { 0 };

	s = target(s);
	add_keyword(out, s, start, "const", "always ");
	add_choice(out, s, start);
	add_between(out, s, start, "minimum", "maximum", "");
	add_keyword(out, s, start, "exclusiveMinimum", "above ");
	add_keyword(out, s, start, "exclusiveMaximum", "below ");
	add_keyword(out, s, start, "multipleOf", "a multiple of ");
	add_between(out, s, start, "minLength", "maxLength", " characters");
	add_keyword(out, s, start, "format", "");
	add_keyword(out, s, start, "pattern", "matches ");
	add_between(out, s, start, "minItems", "maxItems", " elements");
	add_flag(out, s, start, "uniqueItems", JSON_TRUE, "none twice");
	add_between(out, s, start, "minProperties", "maxProperties", " fields");
	add_flag(out, s, start, "additionalProperties", JSON_FALSE, "no other fields");
	if (depth < NESTED && member(s, "items") != JSON_NONE)
		add_bounds(&each, below(s, member(s, "items")), depth + 1);
	if (each.len > 0) {
		part(out, start, "; ");
		buf_str(out, "each ");
		buf_slice(out, buf_view(&each));
	}
	buf_fini(&each);
}

void schema_bound_words(struct buf *out, struct schema_at s)
{
	add_bounds(out, s, 0);
}

void schema_words(struct buf *out, struct schema_at s)
{
	struct buf bounds = { 0 };

	schema_type_words(out, s);
	schema_bound_words(&bounds, s);
	if (bounds.len > 0)
		buf_str(out, ", ");
	buf_slice(out, buf_view(&bounds));
	buf_fini(&bounds);
}

struct str schema_description(struct schema_at s)
{
	static const char *const names[] = { "description", "title" };
	struct schema_at at[] = { s, target(s) };

	for (size_t i = 0; i < 4; i++) {
		uint32_t n = member(at[i / 2], names[i % 2]);

		if (json_is(s.j, n, JSON_STRING))
			return json_str(s.j, n);
	}
	return (struct str){ NULL, 0 };
}

/* --- fields ---------------------------------------------------------------- */

#define DEEP 12
#define STEPS 10000

struct walk {
	struct buf at;
	schema_field_function *tell;
	void *user;
	uint32_t told;
	uint32_t steps;      /* references may unfold without end */
	uint32_t open[DEEP]; /* the schemas around */
	bool more;
};

static void walk(struct walk *w, struct schema_at s, int depth);

static bool is_required(struct schema_at s, uint32_t name)
{
	uint32_t list = member(s, "required");
	struct str key = json_str(s.j, name);

	if (!json_is(s.j, list, JSON_ARRAY))
		return false;
	for (uint32_t i = list + 1; i < s.j->node[list].next; i = s.j->node[i].next) {
		if (json_is(s.j, i, JSON_STRING) && str_eq(json_str(s.j, i), key))
			return true;
	}
	return false;
}

static void walk_below(struct walk *w, struct schema_at s, struct str key, int depth)
{
	size_t before = w->at.len;

	out_token(&w->at, key);
	walk(w, s, depth + 1);
	w->at.len = before;
}

static void tell_field(
	struct walk *w, struct schema_at s, uint32_t name, uint32_t schema, int depth)
{
	size_t before = w->at.len;
	struct schema_field f = { .schema = below(s, schema) };

	if (w->told == SCHEMA_FIELDS) {
		w->more = true;
		return;
	}
	out_token(&w->at, json_str(s.j, name));
	f.at = buf_view(&w->at);
	f.required = is_required(s, name);
	w->told++;
	w->tell(w->user, &f);
	w->at.len = before;
	walk_below(w, f.schema, json_str(s.j, name), depth);
}

static void walk_properties(struct walk *w, struct schema_at s, int depth)
{
	uint32_t n = member(s, "properties");

	if (!json_is(s.j, n, JSON_OBJECT))
		return;
	for (uint32_t i = n + 1; i < s.j->node[n].next; i = s.j->node[i + 1].next)
		tell_field(w, s, i, i + 1, depth);
}

static void walk_branches(struct walk *w, struct schema_at s, int depth)
{
	static const char *const lists[] = { "allOf", "anyOf", "oneOf" };

	for (size_t k = 0; k < sizeof(lists) / sizeof(*lists); k++) {
		uint32_t n = member(s, lists[k]);

		if (!json_is(s.j, n, JSON_ARRAY))
			continue;
		for (uint32_t i = n + 1; i < s.j->node[n].next; i = s.j->node[i].next)
			walk(w, below(s, i), depth + 1);
	}
}

/* A schema that refers to one around it goes round: it is told once. */
static bool is_open(const struct walk *w, uint32_t schema, int depth)
{
	for (int i = 0; i < depth; i++) {
		if (w->open[i] == schema)
			return true;
	}
	return false;
}

static void walk(struct walk *w, struct schema_at s, int depth)
{
	s = target(s);
	if (w->more || depth == DEEP || is_open(w, s.schema, depth))
		return;
	w->open[depth] = s.schema;
	w->more = w->steps++ > STEPS;
	walk_properties(w, s, depth);
	walk_branches(w, s, depth);
	if (json_is(s.j, member(s, "items"), JSON_OBJECT))
		walk_below(w, below(s, member(s, "items")), STR("*"), depth);
	if (json_is(s.j, member(s, "additionalProperties"), JSON_OBJECT))
		walk_below(
			w, below(s, member(s, "additionalProperties")), STR("*"), depth);
}

bool schema_fields(struct schema_at s, schema_field_function *tell, void *user)
{
	struct walk w = { .tell = tell, .user = user };

	walk(&w, s, 0);
	buf_fini(&w.at);
	return w.more;
}
