/* SPDX-License-Identifier: MIT */
#include "contract/alike.h"
#include "base/json_out.h"

#include <stdlib.h>

#include "base/mem.h"
#include "contract/named.h"
#include "contract/outline.h"
#include "contract/range.h"

#define FIELDS_MOST 256
#define FIELDS_LEAST 3
#define DEPTH 16
#define FUEL 2000000 /* for one contract */

struct field {
	struct str name; /* in the view of the contract */
	unsigned types;
};

struct top {
	uint32_t place;
	struct contract *c;
	struct field *field; /* by name */
	uint32_t n;
};

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

/* Integers are no type of their own here. */
static unsigned types_of(struct outline o)
{
	unsigned types = outline_types(o);

	return types & TYPES_NUMBER ? types | TYPES_NUMBER : types;
}

static void add_field(struct top *t, struct str name, struct outline o)
{
	if (t->n == FIELDS_MOST || holds_a_part(t->c, name))
		return;
	for (uint32_t i = 0; i < t->n; i++) {
		if (str_eq(t->field[i].name, name))
			return;
	}
	t->field[t->n++] = (struct field){ name, types_of(o) };
}

/* Of the schema itself, and of what it refers to or is all of. */
static void add_fields(struct top *t, struct outline o, unsigned depth)
{
	uint32_t map = outline_keyword(o, "properties"),
		 all = outline_keyword(o, "allOf");
	struct json *j = o.doc->j;
	struct outline target;

	if (depth == 0 || !outline_spend(o, FIELDS_MOST))
		return;
	if (outline_ref(o, &target) == REF_LOCAL)
		add_fields(t, target, depth - 1);
	for (uint32_t i = all + 1; json_is(j, all, JSON_ARRAY) && i < j->node[all].next &&
		t->n < FIELDS_MOST;
		i = j->node[i].next)
		add_fields(t, outline_at(o.doc, i), depth - 1);
	for (uint32_t i = map + 1; json_is(j, map, JSON_OBJECT) &&
		i < j->node[map].next && t->n < FIELDS_MOST;
		i = j->node[i + 1].next)
		add_field(t, json_str(j, i), outline_at(o.doc, i + 1));
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
	uint64_t fuel = FUEL;
	struct outline_doc d = outline_of_contract(t->c, &fuel);

	t->field = xcalloc(FIELDS_MOST, sizeof(*t->field));
	add_fields(t, outline_at(&d, d.root), DEPTH);
	if (fuel == 0) /* of what is not known nothing is said */
		t->n = 0;
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
