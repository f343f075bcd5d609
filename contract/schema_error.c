/* SPDX-License-Identifier: MIT */
/*
 * What is wrong, where, and in which words. The words never contain the value that was
 * found, only its kind: errors are counted and grouped by them.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/json_out.h"
#include "base/mem.h"
#include "base/text.h"
#include "contract/schema_run.h"

#define WORDS 120 /* columns of what was expected */

static void error_fini(struct schema_error *e)
{
	free(e->at);
	free(e->instance);
	free(e->keyword);
	free(e->absolute);
	free(e->found);
	free(e->expected);
	free(e->message);
}

void schema_errors_fini(struct schema_errors *e)
{
	for (size_t i = 0; i < e->count; i++)
		error_fini(&e->error[i]);
	e->count = 0;
	e->all = 0;
}

void run_forget(struct check *c, size_t count, uint64_t all)
{
	while (c->errors->count > count)
		error_fini(&c->errors->error[--c->errors->count]);
	c->errors->all = all;
}

static char *text_of(struct buf *b)
{
	return b->data != NULL ? buf_steal(b) : xstrdup("");
}

/* --- where ------------------------------------------------------------------ */

/* From the top of the check down to the keyword, through every reference. */
static void add_way(struct buf *out, const struct check *c, const struct frame *f)
{
	const struct frame *up = f->up;

	if (up == NULL)
		return;
	add_way(out, c, up);
	if (f->via != JSON_NONE)
		schema_pointer(out, schema_json(c->s, up->step), up->step->node, f->via);
	else
		schema_pointer(
			out, schema_json(c->s, up->step), up->step->node, f->step->node);
}

static char *keyword_location(
	const struct check *c, const struct frame *f, uint32_t value)
{
	struct buf out = { 0 };

	add_way(&out, c, f);
	if (value != JSON_NONE)
		schema_pointer(&out, schema_json(c->s, f->step), f->step->node, value);
	return text_of(&out);
}

static char *absolute_location(
	const struct check *c, const struct frame *f, uint32_t value)
{
	const struct resource *r = &c->s->resources.at[f->step->resource];
	struct buf out = { 0 };

	if (r->uri[0] == '\0')
		return xstrdup("");
	buf_fmt(&out, "%s#", r->uri);
	schema_pointer(&out, schema_json(c->s, f->step), r->node,
		value != JSON_NONE ? value : f->step->node);
	return buf_steal(&out);
}

static void add_instance(struct buf *out, const struct check *c, uint32_t n)
{
	schema_pointer(out, c->j, c->top, n);
}

/* --- in which words --------------------------------------------------------- */

static const char *type_of(const struct check *c, uint32_t n)
{
	static const char *const names[] = { "null", "boolean", "boolean", "number",
		"string", "array", "object" };

	return names[c->j->node[n].type];
}

static void add_types(struct buf *out, unsigned types)
{
	unsigned left = types & ~(types & TYPE_NUMBER ? (unsigned)TYPE_INTEGER : 0);

	for (unsigned bit = 1; bit <= TYPE_OBJECT; bit <<= 1) {
		if (!(left & bit))
			continue;
		left &= ~bit;
		buf_str(out, schema_type_name(bit));
		if (left != 0)
			buf_str(out, left & (left - 1) ? ", " : " or ");
	}
}

/* A value of the schema as it is written, or as many of an array's as have room. */
static void add_values(struct buf *out, struct json *j, uint32_t value)
{
	struct buf all = { 0 };

	if (json_is(j, value, JSON_ARRAY)) {
		for (uint32_t i = value + 1;
			i < j->node[value].next && all.len < 4 * WORDS;
			i = j->node[i].next) {
			buf_str(&all, i > value + 1 ? ", " : "");
			json_compact(&all, j, i);
		}
	} else {
		json_compact(&all, j, value);
	}
	text_cut(out, buf_view(&all), WORDS);
	buf_fini(&all);
}

/* The keyword, "minimum"; empty where the schema is `false`. */
static struct str keyword_of(const struct check *c, const struct frame *f, uint32_t value)
{
	struct json *j = schema_json(c->s, f->step);

	if (value == JSON_NONE)
		return (struct str){ 0 };
	return json_str(j, value - 1);
}

/* In the order of the JSON types: a number that is none of the integers asked for ... */
static void add_expected(
	struct buf *out, const struct check *c, const struct frame *f, uint32_t value)
{
	struct json *j = schema_json(c->s, f->step);
	struct str keyword = keyword_of(c, f, value);

	if (value == JSON_NONE) {
		buf_str(out, "nothing");
	} else if (str_is(keyword, "type")) {
		add_types(out, f->step->types);
	} else if (str_is(keyword, "enum")) {
		buf_str(out, "one of ");
		add_values(out, j, value);
	} else if (str_is(keyword, "const")) {
		add_values(out, j, value);
	} else {
		buf_slice(out, keyword);
		if (!json_is(j, value, JSON_OBJECT) && !json_is(j, value, JSON_ARRAY)) {
			buf_char(out, ' ');
			add_values(out, j, value);
		}
	}
}

/* For people; %s is the value of the keyword. */
static const struct {
	const char *keyword, *words;
} words[] = {
	{ "minimum", "below the minimum %s" },
	{ "exclusiveMinimum", "not above %s" },
	{ "maximum", "above the maximum %s" },
	{ "exclusiveMaximum", "not below %s" },
	{ "multipleOf", "no multiple of %s" },
	{ "minLength", "shorter than %s" },
	{ "maxLength", "longer than %s" },
	{ "pattern", "does not match %s" },
	{ "minItems", "fewer than %s items" },
	{ "maxItems", "more than %s items" },
	{ "uniqueItems", "has an item twice" },
	{ "contains", "contains too few or too many of what it must" },
	{ "minProperties", "fewer than %s members" },
	{ "maxProperties", "more than %s members" },
	{ "anyOf", "fits none of the forms that it may have" },
	{ "oneOf", "fits none of the forms that it may have, or more than one" },
	{ "not", "is what it must not be" },
};

static void add_words(struct buf *out, struct str keyword, const char *value)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		const char *hole;

		if (!str_is(keyword, words[i].keyword))
			continue;
		hole = strstr(words[i].words, "%s");
		if (hole == NULL) {
			buf_str(out, words[i].words);
			return;
		}
		buf_add(out, words[i].words, (size_t)(hole - words[i].words));
		buf_str(out, value);
		buf_str(out, hole + 2);
		return;
	}
	buf_str(out, "does not hold ");
	buf_slice(out, keyword);
}

/* The types that a branch takes, through references. */
static unsigned branch_types(const struct check *c, const struct step *t)
{
	for (int hops = 0; hops < 8 && t->types == TYPE_ALL; hops++) {
		const struct op *o = &c->s->ops.at[t->op[0]];

		if (t->op[GROUPS] == t->op[0] || o->kind != OP_REF)
			break;
		t = &c->s->steps.at[o->a];
	}
	return t->types;
}

/* Of anyOf and oneOf: all that one of the branches takes. */
static unsigned types_of_branches(
	const struct check *c, const struct frame *f, uint32_t value)
{
	const struct document *d = c->s->document[f->step->document];
	unsigned types = 0;

	for (uint32_t i = value + 1; i < d->j.node[value].next; i = d->j.node[i].next)
		types |= branch_types(c, &c->s->steps.at[d->step[i]]);
	return types;
}

/* Whether no branch takes a value of this type: then that is what is wrong. */
static bool add_branch_types(struct buf *out, const struct check *c,
	const struct frame *f, uint32_t value, uint32_t n)
{
	struct str keyword = keyword_of(c, f, value);
	unsigned types;

	if (!str_is(keyword, "anyOf") && !str_is(keyword, "oneOf"))
		return false;
	types = types_of_branches(c, f, value);
	if (types & schema_type_named(str_of(type_of(c, n))))
		return false;
	add_types(out, types);
	return true;
}

static void add_message(struct buf *out, const struct check *c, const struct frame *f,
	uint32_t value, const char *found, const char *expected)
{
	struct str keyword = keyword_of(c, f, value);
	struct buf limit = { 0 };

	if (value == JSON_NONE) {
		buf_str(out, "not allowed");
	} else if (str_is(keyword, "type") || str_is(keyword, "enum") ||
		str_is(keyword, "const")) {
		buf_fmt(out, "%s, not %s",
			str_is(keyword, "type") ? found : "another value", expected);
	} else if (str_is(keyword, "format")) {
		text_cut(&limit, json_str(schema_json(c->s, f->step), value), WORDS);
		buf_fmt(out, "%s, not %s", found, limit.data);
	} else {
		add_values(&limit, schema_json(c->s, f->step), value);
		add_words(out, keyword, limit.data);
	}
	buf_fini(&limit);
}

/* --- noting ----------------------------------------------------------------- */

static struct schema_error *new_error(struct check *c)
{
	if (!run_tells(c))
		return NULL;
	c->errors->all++;
	if (c->errors->count == SCHEMA_ERRORS)
		return NULL;
	return &c->errors->error[c->errors->count++];
}

/* Where a member of what is looked at is not allowed, the keyword that says so. */
static void set_places(struct check *c, struct schema_error *e, const struct frame *f,
	uint32_t value, uint32_t n)
{
	struct buf instance = { 0 };

	/* a place is found by going there from the top */
	run_charge(c, (schema_json(c->s, f->step)->count + (n - c->top)) / 16);
	e->keyword = keyword_location(c, f, value);
	e->absolute = absolute_location(c, f, value);
	add_instance(&instance, c, n);
	e->instance = text_of(&instance);
}

bool run_fail(struct check *c, const struct frame *f, uint32_t value, uint32_t n)
{
	struct schema_error *e = new_error(c);
	struct buf expected = { 0 }, message = { 0 };
	bool by_type;

	if (e == NULL)
		return false;
	set_places(c, e, f, value, n);
	e->at = xstrdup(e->instance);
	e->found = xstrdup(type_of(c, n));
	by_type = add_branch_types(&expected, c, f, value, n);
	if (!by_type)
		add_expected(&expected, c, f, value);
	e->expected = text_of(&expected);
	if (by_type)
		buf_fmt(&message, "%s, not %s", e->found, e->expected);
	else
		add_message(&message, c, f, value, e->found, e->expected);
	e->message = text_of(&message);
	return false;
}

bool run_fail_missing(struct check *c, const struct frame *f, uint32_t value, uint32_t n,
	struct str name)
{
	struct schema_error *e = new_error(c);
	struct buf at = { 0 };

	if (e == NULL)
		return false;
	set_places(c, e, f, value, n);
	add_instance(&at, c, n);
	out_token(&at, name);
	e->at = text_of(&at);
	e->found = xstrdup("missing");
	e->expected = xstrdup("required");
	e->message = xstrdup("missing");
	return false;
}

/* --- branches --------------------------------------------------------------- */

/*
 * How far a branch is from fitting: that the value is of another type altogether is far,
 * that a constant in it differs (which of the forms it is) too; then fewer errors.
 */
#define OTHER_TYPE 1000000

static uint64_t distance(const struct check *c, uint32_t n, size_t from, size_t to)
{
	uint64_t far = 0;
	struct buf top = { 0 };

	add_instance(&top, c, n);
	for (size_t i = from; i < to; i++) {
		const struct schema_error *e = &c->errors->error[i];
		const char *keyword = strrchr(e->keyword, '/');
		bool here = strcmp(e->instance, top.data != NULL ? top.data : "") == 0;

		if (keyword != NULL && here && strcmp(keyword, "/type") == 0)
			far += OTHER_TYPE;
		else if (keyword != NULL && strcmp(keyword, "/const") == 0)
			far += 10000;
		else
			far += 100;
	}
	buf_fini(&top);
	return far;
}

void run_keep_nearest(struct check *c, uint32_t n, const size_t *at, uint32_t branches)
{
	struct schema_errors *e = c->errors;
	uint64_t least = UINT64_MAX;
	uint32_t best = 0;
	size_t first = at[0], count;

	if (e->count == first) /* there is no room */
		return;
	for (uint32_t i = 0; i < branches; i++) {
		uint64_t far = distance(c, n, at[i], at[i + 1]);

		if (at[i] < at[i + 1] && far < least) {
			least = far;
			best = i;
		}
	}
	/* where all are of another type, what stands of it in anyOf says more */
	count = least < OTHER_TYPE ? at[best + 1] - at[best] : 0;
	for (size_t i = first; i < e->count; i++) {
		if (i < at[best] || i >= at[best] + count)
			error_fini(&e->error[i]);
	}
	memmove(&e->error[first], &e->error[at[best]], count * sizeof(*e->error));
	e->count = first + count;
	e->all = e->count;
}
