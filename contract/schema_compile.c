/* SPDX-License-Identifier: MIT */
/*
 * From keywords to operations. A step is made empty when something refers to it and
 * filled when its turn comes, so that schemas may refer to one another in circles; but
 * not to themselves without going down into what is checked, for that would never end.
 */
#include "contract/schema_compile.h"

#include <stdlib.h>

#include "base/mem.h"
#include "contract/pattern.h"

void compiling_fail(struct compiling *c, uint32_t value, const char *why)
{
	c->failed = true;
	schema_fault(c->l, c->document, value, why);
}

uint32_t compiling_step(struct compiling *c, uint32_t document, uint32_t node)
{
	struct document *d = c->s->document[document];
	uint32_t resource = schema_resource_of(c->s, document, node);

	if (d->step[node] != NO_STEP)
		return d->step[node];
	if (!schema_scan(c->l, document, node, resource)) {
		c->failed = true;
		return NO_STEP;
	}
	resource = schema_resource_of(c->s, document, node);
	ADD(c->s->steps,
		(struct step){ .document = document,
			.node = node,
			.resource = resource,
			.type_node = JSON_NONE,
			.types = TYPE_ALL });
	return d->step[node] = c->s->steps.count - 1;
}

/* --- one step ------------------------------------------------------------------ */

/* Whether each keyword has what it takes; what no keyword names is an annotation. */
static void check_keywords(struct compiling *c)
{
	uint32_t end = c->j->node[c->node].next;
	struct err e;

	for (uint32_t key = c->node + 1; key < end; key = c->j->node[key + 1].next) {
		const struct keyword *k = schema_keyword(json_str(c->j, key));

		if (k != NULL && (k->vocabulary & (c->vocabularies | VOCABULARY_CORE)) &&
			!schema_keyword_takes(k, c->j, key + 1, &e))
			compiling_fail(c, key + 1, e.text);
	}
}

/* The types that a group is about. */
static unsigned types_of(enum group g)
{
	static const uint8_t types[GROUPS] = { [FOR_ALL] = TYPE_ALL,
		[FOR_NUMBER] = TYPE_INTEGER | TYPE_NUMBER,
		[FOR_STRING] = TYPE_STRING,
		[FOR_ARRAY] = TYPE_ARRAY,
		[FOR_OBJECT] = TYPE_OBJECT };

	return types[g];
}

static void store(struct compiling *c, struct step *t)
{
	t->types = t->never ? 0 : c->types;
	t->type_node = c->type_node;
	t->marks = c->marks;
	for (int g = 0; g < GROUPS; g++) {
		t->op[g] = c->s->ops.count;
		for (uint32_t i = 0; i < c->ops[g]; i++)
			ADD(c->s->ops, c->op[g][i]);
	}
	t->op[GROUPS] = c->s->ops.count;
	t->simple = true;
	for (uint32_t i = t->op[0]; i < t->op[GROUPS]; i++)
		t->simple &= c->s->ops.at[i].kind >= OP_CONST;
	t->straight = true;
	for (int g = 0; g < GROUPS; g++) {
		if (c->ops[g] > 0)
			t->straight &= (t->types & ~types_of((enum group)g)) == 0;
	}
}

static bool compile_step(struct loading *l, uint32_t place)
{
	struct step *t = &l->s->steps.at[place];
	struct compiling c = { .l = l,
		.s = l->s,
		.j = schema_json(l->s, t),
		.document = t->document,
		.node = t->node,
		.resource = t->resource,
		.vocabularies = l->s->resources.at[t->resource].vocabularies,
		.types = TYPE_ALL,
		.type_node = JSON_NONE };

	if (json_is(c.j, c.node, JSON_OBJECT)) {
		check_keywords(&c);
		compiling_keywords(&c);
	}
	t = &l->s->steps.at[place]; /* it may have moved */
	t->always = json_is(c.j, c.node, JSON_TRUE);
	t->never = json_is(c.j, c.node, JSON_FALSE);
	if (!t->always && !t->never && !json_is(c.j, c.node, JSON_OBJECT))
		compiling_fail(&c, c.node, "must be a schema: an object, true or false");
	t->compiled = true;
	store(&c, t);
	return !c.failed;
}

/* All that are referred to, and those that refer to them. */
static bool compile_steps(struct loading *l)
{
	bool good = true;

	for (uint32_t i = 0; i < l->s->steps.count; i++)
		if (!l->s->steps.at[i].compiled)
			good &= compile_step(l, i);
	return good;
}

static bool has_dynamic(const struct schema *s, uint32_t resource, uint32_t name)
{
	for (uint32_t i = 0; i < s->dynamics.count; i++) {
		if (s->dynamics.at[i].resource == resource &&
			s->dynamics.at[i].name == name)
			return true;
	}
	return false;
}

/* Where a dynamic reference may lead: in every resource that has such an anchor. */
static bool compile_dynamics(struct loading *l)
{
	struct schema *s = l->s;
	struct compiling c = { .l = l, .s = s };

	for (uint32_t i = 0; i < s->resources.count; i++) {
		for (uint32_t n = 0; n < s->dynamic_names.count; n++) {
			struct resource *r = &s->resources.at[i];
			const struct anchor *a = schema_anchor(r, s->dynamic_names.at[n]);
			uint32_t step;

			if (a == NULL || !a->dynamic || has_dynamic(s, i, n))
				continue;
			step = compiling_step(&c, r->document, a->node);
			ADD(s->dynamics, (struct dynamic){ i, n, step });
		}
	}
	return !c.failed && compile_steps(l);
}

static bool compile_all(struct loading *l)
{
	struct schema *s = l->s;
	uint32_t steps, resources, names;

	do { /* until nothing new came */
		steps = s->steps.count;
		resources = s->resources.count;
		names = s->dynamic_names.count;
		if (!compile_steps(l) || !compile_dynamics(l))
			return false;
	} while (steps != s->steps.count || resources != s->resources.count ||
		names != s->dynamic_names.count);
	if (!schema_ends(s, l->e))
		return false;
	for (uint32_t i = 0; i < s->steps.count; i++)
		schema_quicken(s, &s->steps.at[i]);
	return true;
}

struct schema *schema_compile(
	struct str text, const struct schema_options *o, struct err *e)
{
	struct schema *s = xcalloc(1, sizeof(*s));
	struct loading l = { .s = s, .o = o, .e = e };
	struct compiling c = { .l = &l, .s = s };
	struct buf copy = { 0 };

	s->assert_format = o != NULL && o->assert_format;
	s->pattern_work = PATTERN_WORK;
	buf_slice(&copy, text);
	if (schema_add_document(&l, o != NULL ? o->uri : (struct str){ 0 }, &copy) ==
			NO_STEP ||
		(s->root = compiling_step(&c, 0, 0)) == NO_STEP || !compile_all(&l)) {
		schema_free(s);
		s = NULL;
	}
	return s;
}

static void free_document(struct document *d)
{
	free(d->uri);
	json_fini(&d->j);
	free(d->text);
	free(d->step);
	free(d->is_schema);
	free(d);
}

void schema_free(struct schema *s)
{
	if (s == NULL)
		return;
	for (uint32_t i = 0; i < s->documents; i++)
		free_document(s->document[i]);
	for (uint32_t i = 0; i < s->resources.count; i++) {
		free(s->resources.at[i].uri);
		free(s->resources.at[i].anchor);
	}
	for (uint32_t i = 0; i < s->patterns.count; i++)
		pattern_free(s->patterns.at[i]);
	free(s->document);
	free(s->resources.at);
	free(s->steps.at);
	free(s->ops.at);
	free(s->lists.at);
	free(s->bounds.at);
	free(s->patterns.at);
	free(s->members.at);
	free(s->properties.at);
	free(s->name_patterns.at);
	free(s->slots.at);
	free(s->texts.at);
	free(s->dynamic_names.at);
	free(s->dynamics.at);
	free(s);
}
