/* SPDX-License-Identifier: MIT */
#include "contract/alike.h"
#include "base/json_out.h"

#include <stdlib.h>

#include "base/mem.h"
#include "contract/named.h"
#include "contract/range.h"
#include "contract/schema_own.h"

#define FIELDS_MOST 256
#define FIELDS_LEAST 3
#define TYPES_DEPTH 16

struct field {
	struct str name; /* of the schema */
	unsigned types;
};

struct top {
	uint32_t place;
	struct contract *c;
	struct field *field; /* by name */
	uint32_t n;
};

/* --- types ------------------------------------------------------------------ */

static unsigned type_of_value(const struct json *j, uint32_t n)
{
	switch (json_type(j, n)) {
	case JSON_NULL:
		return TYPE_NULL;
	case JSON_NUMBER:
		return TYPE_NUMBER;
	case JSON_STRING:
		return TYPE_STRING;
	case JSON_ARRAY:
		return TYPE_ARRAY;
	case JSON_OBJECT:
		return TYPE_OBJECT;
	default:
		return TYPE_BOOLEAN;
	}
}

/* Integers are no type of their own here. */
static unsigned widened(unsigned types)
{
	return types & TYPE_INTEGER ? types | TYPE_NUMBER : types;
}

static unsigned types_of(const struct schema *s, uint32_t step, unsigned depth);

static unsigned types_of_any(
	const struct schema *s, uint32_t first, uint32_t n, unsigned depth)
{
	unsigned types = 0;

	for (uint32_t i = 0; i < n; i++)
		types |= types_of(s, s->lists.at[first + i], depth);
	return types;
}

static unsigned types_by(
	const struct schema *s, const struct step *t, const struct op *o, unsigned depth)
{
	struct json *j = schema_json(s, t);
	unsigned types = TYPE_ALL;

	switch (o->kind) {
	case OP_CONST:
		return type_of_value(j, o->a);
	case OP_ENUM:
	case OP_ENUM_TEXTS:
		types = 0;
		for (uint32_t i = o->a + 1; i < j->node[o->a].next; i = j->node[i].next)
			types |= type_of_value(j, i);
		return types;
	case OP_REF:
	case OP_DYNAMIC_REF:
		return types_of(s, o->a, depth);
	case OP_ALL_OF:
		for (uint32_t i = 0; i < o->b; i++)
			types &= types_of(s, s->lists.at[o->a + i], depth);
		return types;
	case OP_ANY_OF:
	case OP_ONE_OF:
		return types_of_any(s, o->a, o->b, depth);
	default:
		return TYPE_ALL;
	}
}

static unsigned types_of(const struct schema *s, uint32_t step, unsigned depth)
{
	const struct step *t;
	unsigned types;

	if (step == NO_STEP || depth == 0)
		return TYPE_ALL;
	t = &s->steps.at[step];
	types = widened(t->types);
	for (uint32_t k = t->op[FOR_ALL]; k < t->op[FOR_ALL + 1]; k++)
		types &= widened(types_by(s, t, &s->ops.at[k], depth - 1));
	return types & ~(unsigned)TYPE_INTEGER;
}

/* --- the properties of a contract --------------------------------------------- */

struct pointed {
	struct str name;
	bool yes;
};

static void compare_pointer(void *arg, struct str pointer)
{
	struct pointed *p = arg;
	struct buf at = { 0 };

	out_token(&at, p->name);
	if (str_starts(pointer, at.data) &&
		(pointer.n == at.len || pointer.p[at.len] == '/'))
		p->yes = true;
	buf_fini(&at);
}

static bool holds_a_part(const struct contract *c, struct str name)
{
	struct pointed p = { name, false };

	contract_pointers(c, POINTERS_PARTS, compare_pointer, &p);
	return p.yes;
}

static void add_field(struct top *t, const struct schema *s, const struct property *p)
{
	if (p->step == NO_STEP || t->n == FIELDS_MOST || holds_a_part(t->c, p->name))
		return;
	for (uint32_t i = 0; i < t->n; i++) {
		if (str_eq(t->field[i].name, p->name))
			return;
	}
	t->field[t->n++] = (struct field){ p->name, types_of(s, p->step, TYPES_DEPTH) };
}

/* Of the step itself, and of what it refers to or is all of. */
static void add_fields(
	struct top *t, const struct schema *s, uint32_t step, unsigned depth)
{
	const struct step *at;

	if (step == NO_STEP || depth == 0)
		return;
	at = &s->steps.at[step];
	for (uint32_t k = at->op[0]; k < at->op[GROUPS]; k++) {
		const struct op *o = &s->ops.at[k];

		if (o->kind == OP_REF)
			add_fields(t, s, o->a, depth - 1);
		for (uint32_t i = 0; o->kind == OP_ALL_OF && i < o->b; i++)
			add_fields(t, s, s->lists.at[o->a + i], depth - 1);
		for (uint32_t i = 0;
			o->kind == OP_MEMBERS && i < s->members.at[o->a].count; i++)
			add_field(t, s, &s->properties.at[s->members.at[o->a].first + i]);
	}
}

static int by_name(const void *a, const void *b)
{
	struct str x = ((const struct field *)a)->name,
		   y = ((const struct field *)b)->name;
	int order = memcmp(x.p, y.p, x.n < y.n ? x.n : y.n);

	return order != 0 ? order : (x.n > y.n) - (x.n < y.n);
}

static void read_top(struct top *t)
{
	const struct schema *s = contract_schema(t->c, NULL);

	t->field = xcalloc(FIELDS_MOST, sizeof(*t->field));
	if (s != NULL)
		add_fields(t, s, s->root, TYPES_DEPTH);
	qsort(t->field, t->n, sizeof(*t->field), by_name);
	t->field = xrealloc(t->field, (t->n + 1) * sizeof(*t->field));
}

/* --- pairs -------------------------------------------------------------------- */

/* Whether it is the highest version of its name. */
static bool is_highest(const struct registry *r, uint32_t place)
{
	const struct contract *c = r->entry[place].contract;

	for (uint32_t i = 0; i < r->count; i++) {
		const struct contract *d = r->entry[i].contract;

		if (r->entry[i].in_force && strcmp(c->name, d->name) == 0 &&
			version_cmp(c->version, d->version) < 0)
			return false;
	}
	return true;
}

static uint32_t collect(struct registry *r, struct top *top, uint32_t *left)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < r->count; i++) {
		if (!r->entry[i].in_force)
			continue;
		if (n == ALIKE_CONTRACTS) {
			++*left;
		} else if (is_highest(r, i)) {
			top[n] = (struct top){ .place = i, .c = r->entry[i].contract };
			read_top(&top[n++]);
		}
	}
	return n;
}

static bool compare(const struct top *a, const struct top *b, struct likeness *l)
{
	uint32_t i = 0, k = 0;

	*l = (struct likeness){ .a = a->place, .b = b->place };
	if (a->n < FIELDS_LEAST || b->n < FIELDS_LEAST)
		return false;
	while (i < a->n && k < b->n) {
		int order = by_name(&a->field[i], &b->field[k]);

		l->all++;
		l->common += order == 0 && a->field[i].types == b->field[k].types;
		i += order <= 0;
		k += order >= 0;
	}
	l->all += a->n - i + b->n - k;
	return l->common * 4 >= l->all * 3;
}

uint32_t contracts_alike(
	struct registry *r, void (*tell)(void *arg, const struct likeness *l), void *arg)
{
	struct top *top = xcalloc(ALIKE_CONTRACTS, sizeof(*top));
	uint32_t left = 0, n = collect(r, top, &left);
	struct likeness l;

	for (uint32_t i = 0; i < n; i++) {
		for (uint32_t k = i + 1; k < n; k++) {
			if (compare(&top[i], &top[k], &l))
				tell(arg, &l);
		}
	}
	for (uint32_t i = 0; i < n; i++)
		free(top[i].field);
	free(top);
	return left;
}
