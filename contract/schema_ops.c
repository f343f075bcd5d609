/* SPDX-License-Identifier: MIT */
/* Each keyword that decides something, as operations. */
#include "base/mem.h"
#include "contract/pattern.h"
#include "contract/schema_compile.h"
#include "contract/schema_format.h"

#define MOST_PATTERNS 2000

/* The value of a keyword; JSON_NONE if it is absent, or not what the keyword takes. */
static uint32_t member(const struct compiling *c, const char *keyword)
{
	uint32_t value = json_member(c->j, c->node, keyword);
	const struct keyword *k;

	if (value == JSON_NONE)
		return JSON_NONE;
	k = schema_keyword(str_of(keyword));
	if (!(k->vocabulary & (c->vocabularies | VOCABULARY_CORE)) ||
		!schema_keyword_takes(k, c->j, value, NULL))
		return JSON_NONE;
	return value;
}

static struct op *add_op(
	struct compiling *c, enum group g, enum operation kind, uint32_t value)
{
	struct op *o = &c->op[g][c->ops[g]++];

	*o = (struct op){ .kind = (uint8_t)kind, .value = value };
	return o;
}

static uint32_t child(struct compiling *c, uint32_t node)
{
	return node == JSON_NONE ? NO_STEP : compiling_step(c, c->document, node);
}

/* The steps of the elements of an array, one behind another. */
static uint32_t children(struct compiling *c, uint32_t array)
{
	uint32_t first = c->s->lists.count;

	for (uint32_t i = array + 1; i < c->j->node[array].next; i = c->j->node[i].next)
		ADD(c->s->lists, child(c, i));
	return first;
}

/* --- references ------------------------------------------------------------- */

static uint32_t referred(struct compiling *c, uint32_t value, struct str *anchor)
{
	struct target t;
	struct err e;
	struct loading l = { .s = c->s, .o = c->l->o, .e = &e };

	if (!schema_resolve(&l, c->resource, json_str(c->j, value), &t)) {
		compiling_fail(c, value, e.text);
		return NO_STEP;
	}
	*anchor = t.anchor;
	if (!json_is(&c->s->document[t.document]->j, t.node, JSON_OBJECT) &&
		!json_is(&c->s->document[t.document]->j, t.node, JSON_TRUE) &&
		!json_is(&c->s->document[t.document]->j, t.node, JSON_FALSE)) {
		compiling_fail(c, value, "what it refers to is no schema");
		return NO_STEP;
	}
	return compiling_step(c, t.document, t.node);
}

static void compile_ref(struct compiling *c, uint32_t value)
{
	struct str anchor;
	uint32_t step = referred(c, value, &anchor);

	add_op(c, FOR_ALL, OP_REF, value)->a = step;
}

static uint32_t dynamic_name(struct schema *s, struct str name)
{
	for (uint32_t i = 0; i < s->dynamic_names.count; i++) {
		if (str_eq(s->dynamic_names.at[i], name))
			return i;
	}
	ADD(s->dynamic_names, name);
	return s->dynamic_names.count - 1;
}

/* Core 8.2.3.2: dynamic only if what it first refers to is a $dynamicAnchor. */
static void compile_dynamic_ref(struct compiling *c, uint32_t value)
{
	const struct anchor *a = NULL;
	struct str name;
	uint32_t step = referred(c, value, &name);
	struct op *o;

	if (step == NO_STEP)
		return;
	if (name.p != NULL)
		a = schema_anchor(
			&c->s->resources.at[c->s->steps.at[step].resource], name);
	o = add_op(c, FOR_ALL, a != NULL && a->dynamic ? OP_DYNAMIC_REF : OP_REF, value);
	o->a = step;
	if (o->kind == OP_DYNAMIC_REF)
		o->b = dynamic_name(c->s, name);
}

/* --- for every type --------------------------------------------------------- */

static void compile_combination(struct compiling *c, uint32_t value, enum operation kind)
{
	uint32_t first = children(c, value);
	struct op *o = add_op(c, FOR_ALL, kind, value);

	o->a = first;
	o->b = c->s->lists.count - first;
}

static void compile_not(struct compiling *c, uint32_t value)
{
	add_op(c, FOR_ALL, OP_NOT, value)->a = child(c, value);
}

static void compile_if(struct compiling *c, uint32_t value)
{
	struct op *o = add_op(c, FOR_ALL, OP_IF, value);

	o->a = child(c, value);
	o->b = child(c, member(c, "then"));
	o->c = child(c, member(c, "else"));
}

static void compile_type(struct compiling *c, uint32_t value)
{
	c->types = 0;
	c->type_node = value;
	if (json_is(c->j, value, JSON_STRING))
		c->types = (uint8_t)schema_type_named(json_str(c->j, value));
	else
		for (uint32_t i = value + 1; i < c->j->node[value].next; i++)
			c->types |= (uint8_t)schema_type_named(json_str(c->j, i));
	if (c->types & TYPE_NUMBER)
		c->types |= TYPE_INTEGER;
}

static void compile_const(struct compiling *c, uint32_t value)
{
	struct op *o = add_op(c, FOR_ALL, OP_CONST, value);

	o->a = value;
	if (!json_is(c->j, value, JSON_STRING) || c->j->node[value].escaped)
		return;
	o->b = c->s->texts.count;
	o->c = 1;
	ADD(c->s->texts, json_str(c->j, value));
}

static void compile_enum(struct compiling *c, uint32_t value)
{
	struct op *o = add_op(c, FOR_ALL, OP_ENUM, value);
	uint32_t first = c->s->texts.count;

	o->a = value;
	for (uint32_t i = value + 1; i < c->j->node[value].next; i = c->j->node[i].next) {
		if (!json_is(c->j, i, JSON_STRING) || c->j->node[i].escaped) {
			c->s->texts.count = first;
			return;
		}
		ADD(c->s->texts, json_str(c->j, i));
	}
	if (c->s->texts.count == first) /* none at all */
		return;
	o->kind = OP_ENUM_TEXTS;
	o->b = first;
	o->c = c->s->texts.count - first;
}

/* --- numbers, strings ------------------------------------------------------- */

static void compile_bound(struct compiling *c, uint32_t value, enum operation kind)
{
	struct bound b = { .exact = decimal_of(json_raw(c->j, value)) };

	b.whole = json_int(c->j, value, &b.value) && b.value > -BOUND_LIMIT &&
		b.value < BOUND_LIMIT;
	ADD(c->s->bounds, b);
	add_op(c, FOR_NUMBER, kind, value)->a = c->s->bounds.count - 1;
}

static void compile_multiple_of(struct compiling *c, uint32_t value, enum operation kind)
{
	struct decimal d = decimal_of(json_raw(c->j, value));

	if (!d.small)
		compiling_fail(c, value, "has more than 18 digits");
	compile_bound(c, value, kind);
}

static uint32_t count_of(const struct compiling *c, uint32_t value)
{
	struct decimal d = decimal_of(json_raw(c->j, value));
	uint32_t n = 0;

	decimal_count(&d, &n);
	return n;
}

static enum group group_of(enum operation kind)
{
	switch (kind) {
	case OP_MIN_LENGTH:
	case OP_MAX_LENGTH:
		return FOR_STRING;
	case OP_MIN_ITEMS:
	case OP_MAX_ITEMS:
		return FOR_ARRAY;
	default:
		return FOR_OBJECT;
	}
}

static void compile_count(struct compiling *c, uint32_t value, enum operation kind)
{
	add_op(c, group_of(kind), kind, value)->a = count_of(c, value);
}

static uint32_t add_pattern(struct compiling *c, uint32_t node)
{
	struct err e;
	struct pattern *p;

	if (c->s->patterns.count == MOST_PATTERNS) {
		compiling_fail(c, node, "one pattern too many: there are 2000 already");
		return 0;
	}
	p = pattern_compile(json_str(c->j, node), &c->s->pattern_work, &e);
	if (p == NULL) {
		compiling_fail(c, node, e.text);
		return 0;
	}
	ADD(c->s->patterns, p);
	return c->s->patterns.count - 1;
}

static void compile_pattern(struct compiling *c, uint32_t value)
{
	add_op(c, FOR_STRING, OP_PATTERN, value)->a = add_pattern(c, value);
}

static void compile_format(struct compiling *c, uint32_t value)
{
	enum format f = schema_format_named(json_str(c->j, value));

	if (!c->s->assert_format && !(c->vocabularies & VOCABULARY_FORMAT_ASSERTION))
		return;
	if (f != FORMAT_UNKNOWN)
		add_op(c, FOR_STRING, OP_FORMAT, value)->a = f;
}

/* --- arrays ----------------------------------------------------------------- */

static void compile_unique(struct compiling *c, uint32_t value)
{
	if (json_is(c->j, value, JSON_TRUE))
		add_op(c, FOR_ARRAY, OP_UNIQUE, value);
}

/* Where there are both, `prefixItems` stands for `items` too. */
static void compile_prefix(struct compiling *c, uint32_t value)
{
	uint32_t first = children(c, value), rest = member(c, "items");
	struct op *o = add_op(c, FOR_ARRAY, OP_ITEMS, value);

	o->a = first;
	o->b = c->s->lists.count - first;
	o->c = child(c, rest);
}

static void compile_items(struct compiling *c, uint32_t value)
{
	struct op *o;

	if (member(c, "prefixItems") != JSON_NONE)
		return;
	o = add_op(c, FOR_ARRAY, OP_ITEMS, value);
	o->c = child(c, value);
}

static void compile_contains(struct compiling *c, uint32_t value)
{
	uint32_t least = member(c, "minContains"), most = member(c, "maxContains");
	struct op *o = add_op(c, FOR_ARRAY, OP_CONTAINS, value);

	o->a = child(c, value);
	o->b = least != JSON_NONE ? count_of(c, least) : 1;
	o->c = most != JSON_NONE ? count_of(c, most) : UINT32_MAX;
}

static void compile_unevaluated_items(struct compiling *c, uint32_t value)
{
	c->marks = true;
	add_op(c, AT_LAST, OP_UNEVALUATED_ITEMS, value)->a = child(c, value);
}

/* --- objects ---------------------------------------------------------------- */

static void compile_unevaluated_properties(struct compiling *c, uint32_t value)
{
	c->marks = true;
	add_op(c, AT_LAST, OP_UNEVALUATED_PROPERTIES, value)->a = child(c, value);
}

static void compile_names(struct compiling *c, uint32_t value)
{
	add_op(c, FOR_OBJECT, OP_NAMES, value)->a = child(c, value);
}

static void compile_dependent_required(struct compiling *c, uint32_t value)
{
	add_op(c, FOR_OBJECT, OP_DEPENDENT_REQUIRED, value)->a = value;
}

static void compile_dependent_schemas(struct compiling *c, uint32_t value)
{
	uint32_t first = c->s->lists.count;
	struct op *o;

	for (uint32_t key = value + 1; key < c->j->node[value].next;
		key = c->j->node[key + 1].next) {
		bool names = json_is(c->j, key + 1, JSON_ARRAY); /* in `dependencies` */

		ADD(c->s->lists, names ? NO_STEP : child(c, key + 1));
	}
	o = add_op(c, FOR_ALL, OP_DEPENDENT_SCHEMAS, value);
	o->a = value;
	o->b = first;
}

/* Of draft-07 (Validation, appendix C): each value is one of the two above. */
static void compile_dependencies(struct compiling *c)
{
	uint32_t value = json_member(c->j, c->node, "dependencies");
	const struct keyword *names = schema_keyword(STR("required"));
	struct err e;

	if (!json_is(c->j, value, JSON_OBJECT) ||
		!(c->vocabularies & VOCABULARY_APPLICATOR))
		return;
	for (uint32_t key = value + 1; key < c->j->node[value].next;
		key = c->j->node[key + 1].next) {
		if (json_is(c->j, key + 1, JSON_ARRAY) &&
			!schema_keyword_takes(names, c->j, key + 1, &e))
			compiling_fail(c, key + 1, e.text);
	}
	compile_dependent_required(c, value);
	compile_dependent_schemas(c, value);
}

/* The slot where this name is, or would be. */
static uint32_t slot_of(
	const struct schema *s, const struct members *m, struct str name, uint32_t mark)
{
	uint32_t slot = mark & m->mask;

	for (;; slot = (slot + 1) & m->mask) {
		uint32_t place = s->slots.at[m->slot + slot];

		if (place == 0 ||
			str_eq(s->properties.at[m->first + place - 1].name, name))
			return m->slot + slot;
	}
}

static struct property *property_of(struct schema *s, struct members *m, struct str name)
{
	uint32_t mark = json_mark(name), slot = slot_of(s, m, name, mark);

	if (s->slots.at[slot] == 0) {
		ADD(s->properties,
			(struct property){ .name = name, .mark = mark, .step = NO_STEP });
		s->slots.at[slot] = ++m->count;
	}
	return &s->properties.at[m->first + s->slots.at[slot] - 1];
}

static uint32_t count_at(const struct compiling *c, uint32_t node)
{
	return node == JSON_NONE ? 0 : c->j->node[node].count;
}

static void make_room(struct compiling *c, struct members *m, uint32_t names)
{
	uint32_t room = 4;

	while (room < 2 * names)
		room *= 2;
	/* where there are none one may still ask for the first */
	xgrow(&c->s->properties.at, &c->s->properties.cap, (size_t)m->first + names + 1,
		sizeof(*c->s->properties.at));
	m->slot = c->s->slots.count;
	m->mask = room - 1;
	for (uint32_t i = 0; i < room; i++)
		ADD(c->s->slots, 0);
}

static void take_properties(struct compiling *c, struct members *m, uint32_t map)
{
	if (map == JSON_NONE)
		return;
	for (uint32_t key = map + 1; key < c->j->node[map].next;
		key = c->j->node[key + 1].next) {
		uint32_t step = child(c, key + 1);

		property_of(c->s, m, json_str(c->j, key))->step = step;
	}
}

static void take_required(struct compiling *c, struct members *m, uint32_t array)
{
	if (array == JSON_NONE)
		return;
	for (uint32_t i = array + 1; i < c->j->node[array].next; i++)
		property_of(c->s, m, json_str(c->j, i))->required = true;
	m->required = c->j->node[array].count;
}

static void take_patterns(struct compiling *c, struct members *m, uint32_t map)
{
	m->first_pattern = c->s->name_patterns.count;
	if (map == JSON_NONE)
		return;
	for (uint32_t key = map + 1; key < c->j->node[map].next;
		key = c->j->node[key + 1].next) {
		struct name_pattern p = { add_pattern(c, key), child(c, key + 1) };

		ADD(c->s->name_patterns, p);
	}
	m->patterns = c->s->name_patterns.count - m->first_pattern;
}

/* All that looks at the members one by one, as one operation. */
static void compile_members(struct compiling *c)
{
	uint32_t properties = member(c, "properties"), required = member(c, "required");
	uint32_t patterns = member(c, "patternProperties");
	uint32_t rest = member(c, "additionalProperties");
	struct members m = { .first = c->s->properties.count, .rest = NO_STEP };

	if (properties == JSON_NONE && required == JSON_NONE && patterns == JSON_NONE &&
		rest == JSON_NONE)
		return;
	make_room(c, &m, count_at(c, properties) + count_at(c, required));
	take_properties(c, &m, properties);
	take_required(c, &m, required);
	take_patterns(c, &m, patterns);
	m.rest = child(c, rest);
	m.required_node = required;
	m.rest_node = rest;
	ADD(c->s->members, m);
	add_op(c, FOR_OBJECT, OP_MEMBERS, properties)->a = c->s->members.count - 1;
}

/* --- the table -------------------------------------------------------------- */

/* Each by a function of its own, or by one for several operations. */
static const struct {
	const char *name;
	void (*compile)(struct compiling *c, uint32_t value);
	void (*compile_as)(struct compiling *c, uint32_t value, enum operation kind);
	enum operation kind;
} compilers[] = {
	{ "$ref", compile_ref, NULL, 0 },
	{ "$dynamicRef", compile_dynamic_ref, NULL, 0 },
	{ "allOf", NULL, compile_combination, OP_ALL_OF },
	{ "anyOf", NULL, compile_combination, OP_ANY_OF },
	{ "oneOf", NULL, compile_combination, OP_ONE_OF },
	{ "not", compile_not, NULL, 0 },
	{ "if", compile_if, NULL, 0 },
	{ "type", compile_type, NULL, 0 },
	{ "const", compile_const, NULL, 0 },
	{ "enum", compile_enum, NULL, 0 },
	{ "minimum", NULL, compile_bound, OP_MINIMUM },
	{ "exclusiveMinimum", NULL, compile_bound, OP_EXCLUSIVE_MINIMUM },
	{ "maximum", NULL, compile_bound, OP_MAXIMUM },
	{ "exclusiveMaximum", NULL, compile_bound, OP_EXCLUSIVE_MAXIMUM },
	{ "multipleOf", NULL, compile_multiple_of, OP_MULTIPLE_OF },
	{ "minLength", NULL, compile_count, OP_MIN_LENGTH },
	{ "maxLength", NULL, compile_count, OP_MAX_LENGTH },
	{ "pattern", compile_pattern, NULL, 0 },
	{ "format", compile_format, NULL, 0 },
	{ "minItems", NULL, compile_count, OP_MIN_ITEMS },
	{ "maxItems", NULL, compile_count, OP_MAX_ITEMS },
	{ "uniqueItems", compile_unique, NULL, 0 },
	{ "prefixItems", compile_prefix, NULL, 0 },
	{ "items", compile_items, NULL, 0 },
	{ "contains", compile_contains, NULL, 0 },
	{ "unevaluatedItems", compile_unevaluated_items, NULL, 0 },
	{ "minProperties", NULL, compile_count, OP_MIN_PROPERTIES },
	{ "maxProperties", NULL, compile_count, OP_MAX_PROPERTIES },
	{ "propertyNames", compile_names, NULL, 0 },
	{ "dependentRequired", compile_dependent_required, NULL, 0 },
	{ "dependentSchemas", compile_dependent_schemas, NULL, 0 },
	{ "unevaluatedProperties", compile_unevaluated_properties, NULL, 0 },
};

void compiling_keywords(struct compiling *c)
{
	for (size_t i = 0; i < sizeof(compilers) / sizeof(*compilers); i++) {
		uint32_t value = member(c, compilers[i].name);

		if (value == JSON_NONE)
			continue;
		if (compilers[i].compile != NULL)
			compilers[i].compile(c, value);
		else
			compilers[i].compile_as(c, value, compilers[i].kind);
	}
	compile_dependencies(c);
	compile_members(c);
}
