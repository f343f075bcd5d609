/* SPDX-License-Identifier: MIT */
/*
 * Runs a compiled schema over a value. Nothing is allocated for a value: marks and the
 * table of uniqueItems are in memory that all checks share. Work is counted in values
 * looked at and in steps of patterns; when either is used up, all of it ends.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "contract/pattern.h"
#include "contract/schema_leaf.h"

static bool give_up(struct check *c)
{
	c->gave_up = true;
	return false;
}

/* --- marks ------------------------------------------------------------------ */

static size_t words_of(const struct check *c, uint32_t n)
{
	return (size_t)c->j->node[n].count / 64 + 1;
}

size_t run_marks(struct check *c, uint32_t n)
{
	size_t words = words_of(c, n), at = c->r->used;

	run_charge(c, words / 4);
	xgrow(&c->r->word, &c->r->cap, at + words, sizeof(*c->r->word));
	memset(c->r->word + at, 0, words * sizeof(*c->r->word));
	c->r->used += words;
	return at + 1;
}

void run_marks_end(struct check *c, size_t marks)
{
	if (marks != 0)
		c->r->used = marks - 1;
}

void run_marks_add(struct check *c, uint32_t n, size_t to, size_t from)
{
	if (to == 0 || from == 0)
		return;
	for (size_t i = 0; i < words_of(c, n); i++)
		c->r->word[to - 1 + i] |= c->r->word[from - 1 + i];
}

/* --- references and combinations -------------------------------------------- */

/* Core 8.2.3.2: the outermost resource on the way here that has the anchor. */
static uint32_t dynamic_target(struct check *c, const struct frame *f, const struct op *o)
{
	const struct schema *s = c->s;
	uint32_t found = o->a;

	for (; f != NULL; f = f->up) {
		run_charge(c, s->dynamics.count / 2 + 1);
		for (uint32_t i = 0; i < s->dynamics.count; i++) {
			const struct dynamic *d = &s->dynamics.at[i];

			if (d->resource == f->step->resource && d->name == o->b)
				found = d->step;
		}
	}
	return found;
}

static bool run_all_of(struct check *c, const struct frame *f, const struct op *o,
	uint32_t n, size_t marks)
{
	bool good = true;

	for (uint32_t i = 0; i < o->b && (good || run_tells(c)); i++)
		good &= run_step(c, c->s->lists.at[o->a + i], n, f, JSON_NONE, marks);
	return good;
}

/* One branch, whose marks count only if it fits. */
static bool run_branch(
	struct check *c, uint32_t step, uint32_t n, const struct frame *f, size_t marks)
{
	size_t own = marks != 0 ? run_marks(c, n) : 0;
	bool good = run_step(c, step, n, f, JSON_NONE, own);

	if (good)
		run_marks_add(c, n, marks, own);
	run_marks_end(c, own);
	return good;
}

#define MOST_BRANCHES 32 /* of which the nearest is looked for */

/* anyOf and oneOf: how many branches fit, up to `enough`. */
static uint32_t count_branches(struct check *c, const struct frame *f, const struct op *o,
	uint32_t n, size_t marks, uint32_t enough)
{
	size_t at[MOST_BRANCHES + 1], before = c->errors != NULL ? c->errors->count : 0;
	uint64_t all = c->errors != NULL ? c->errors->all : 0;
	uint32_t fit = 0;

	for (uint32_t i = 0; i < o->b && fit < enough; i++) {
		if (i < MOST_BRANCHES && c->errors != NULL)
			at[i] = c->errors->count;
		fit += run_branch(c, c->s->lists.at[o->a + i], n, f, marks);
		if (i < MOST_BRANCHES && c->errors != NULL)
			at[i + 1] = c->errors->count;
	}
	if (c->errors != NULL && c->quiet == 0) {
		if (fit == 0)
			run_keep_nearest(
				c, n, at, o->b < MOST_BRANCHES ? o->b : MOST_BRANCHES);
		else
			run_forget(c, before, all);
	}
	return fit;
}

/*
 * Where somebody asks for marks every branch is looked at: each one that fits adds its
 * own (Core 11).
 */
static bool run_any_of(struct check *c, const struct frame *f, const struct op *o,
	uint32_t n, size_t marks)
{
	return count_branches(c, f, o, n, marks, marks != 0 ? UINT32_MAX : 1) > 0 ||
		run_fail(c, f, o->value, n);
}

static bool run_one_of(struct check *c, const struct frame *f, const struct op *o,
	uint32_t n, size_t marks)
{
	return count_branches(c, f, o, n, marks, 2) == 1 || run_fail(c, f, o->value, n);
}

static bool run_quietly(
	struct check *c, uint32_t step, uint32_t n, const struct frame *f, size_t marks)
{
	bool good;

	c->quiet++;
	good = run_branch(c, step, n, f, marks);
	c->quiet--;
	return good;
}

static bool run_if(struct check *c, const struct frame *f, const struct op *o, uint32_t n,
	size_t marks)
{
	uint32_t next = run_quietly(c, o->a, n, f, marks) ? o->b : o->c;

	return next == NO_STEP || run_step(c, next, n, f, JSON_NONE, marks);
}

static bool run_dependent_schemas(struct check *c, const struct frame *f,
	const struct op *o, uint32_t n, size_t marks)
{
	struct json *own = schema_json(c->s, f->step);
	uint32_t list = o->b;
	bool good = true;

	if (!json_is(c->j, n, JSON_OBJECT))
		return true;
	for (uint32_t key = o->a + 1;
		key < own->node[o->a].next && (good || run_tells(c));
		key = own->node[key + 1].next, list++) {
		run_charge(c, c->j->node[n].count / 4 + 1);
		if (c->fuel == 0)
			return give_up(c);
		if (c->s->lists.at[list] != NO_STEP &&
			json_find(c->j, n, json_str(own, key)) != JSON_NONE)
			good &= run_step(c, c->s->lists.at[list], n, f, JSON_NONE, marks);
	}
	return good;
}

bool run_pattern(struct check *c, uint32_t pattern, struct str s)
{
	switch (pattern_match(c->s->patterns.at[pattern], s, &c->pattern_fuel)) {
	case PATTERN_YES:
		return true;
	case PATTERN_GAVE_UP:
		c->gave_up = true;
		return false;
	default:
		return false;
	}
}

static bool run_names(
	struct check *c, const struct frame *f, const struct op *o, uint32_t n)
{
	bool good = true;

	for (uint32_t key = n + 1; key < c->j->node[n].next && (good || run_tells(c));
		key = c->j->node[key + 1].next)
		good &= run_step(c, o->a, key, f, JSON_NONE, 0);
	return good;
}

static bool run_dependent_required(
	struct check *c, const struct frame *f, const struct op *o, uint32_t n)
{
	struct json *own = schema_json(c->s, f->step);
	bool good = true;

	for (uint32_t key = o->a + 1; key < own->node[o->a].next;
		key = own->node[key + 1].next) {
		run_charge(c, c->j->node[n].count / 8 + 1);
		if (!json_is(own, key + 1, JSON_ARRAY) ||
			json_find(c->j, n, json_str(own, key)) == JSON_NONE)
			continue;
		run_charge(c,
			(uint64_t)own->node[key + 1].count *
				(c->j->node[n].count / 8 + 1));
		if (c->fuel == 0)
			return give_up(c);
		for (uint32_t i = key + 2; i < own->node[key + 1].next; i++)
			if (json_find(c->j, n, json_str(own, i)) == JSON_NONE)
				good = run_fail_missing(
					c, f, key + 1, n, json_str(own, i));
	}
	return good;
}

/* Those that apply further steps. Kept out of the way of the others, which are many. */
static __attribute__((noinline)) bool run_applicator(struct check *c,
	const struct frame *f, const struct op *o, uint32_t n, size_t marks)
{
	switch ((enum operation)o->kind) {
	case OP_REF:
		return run_step(c, o->a, n, f, o->value, marks);
	case OP_DYNAMIC_REF:
		return run_step(c, dynamic_target(c, f, o), n, f, o->value, marks);
	case OP_ALL_OF:
		return run_all_of(c, f, o, n, marks);
	case OP_ANY_OF:
		return run_any_of(c, f, o, n, marks);
	case OP_ONE_OF:
		return run_one_of(c, f, o, n, marks);
	case OP_NOT:
		return !run_quietly(c, o->a, n, f, 0) || run_fail(c, f, o->value, n);
	case OP_IF:
		return run_if(c, f, o, n, marks);
	case OP_DEPENDENT_SCHEMAS:
		return run_dependent_schemas(c, f, o, n, marks);
	case OP_DEPENDENT_REQUIRED:
		return run_dependent_required(c, f, o, n);
	case OP_CONTAINS:
		return run_contains(c, f, o, n, marks);
	case OP_UNIQUE:
		return run_unique(c, f, o, n);
	case OP_NAMES:
		return run_names(c, f, o, n);
	default:
		return run_unevaluated(c, f, o, n, marks);
	}
}

static inline bool run_op(struct check *c, const struct frame *f, const struct op *o,
	uint32_t n, size_t marks)
{
	if (o->kind >= OP_CONST)
		return leaf_holds(c, f->step, o, n) || run_fail(c, f, o->value, n);
	if (o->kind == OP_MEMBERS)
		return run_members(c, f, o, n, marks);
	if (o->kind == OP_ITEMS)
		return run_items(c, f, o, n, marks);
	return run_applicator(c, f, o, n, marks);
}

/* Those of some groups, one behind another. */
static inline bool run_ops(struct check *c, const struct frame *f, enum group first,
	enum group end, uint32_t n, size_t marks)
{
	const struct step *t = f->step;
	const struct op *o = c->s->ops.at + t->op[first];
	const struct op *last = c->s->ops.at + t->op[end];
	bool good = true;

	for (; o < last; o++) {
		good &= run_op(c, f, o, n, marks);
		if (!good && !run_tells(c))
			return false;
	}
	return good;
}

/* Where which operations apply depends on the value. */
static __attribute__((noinline)) bool run_groups(
	struct check *c, const struct frame *f, uint32_t n, size_t marks)
{
	enum group group = (enum group)schema_type_groups[c->j->node[n].type];
	bool good = run_ops(c, f, FOR_ALL, FOR_ALL + 1, n, marks);

	if ((good || run_tells(c)) && group != GROUPS)
		good &= run_ops(c, f, group, group + 1, n, marks);
	if (f->step->marks && (good || run_tells(c)))
		good &= run_ops(c, f, AT_LAST, GROUPS, n, marks);
	return good;
}

/* With marks of its own, which count only if it fits. */
static bool run_groups_marked(
	struct check *c, const struct frame *f, uint32_t n, size_t marks)
{
	size_t own = run_marks(c, n);
	bool good = run_groups(c, f, n, own);

	if (good)
		run_marks_add(c, n, marks, own);
	run_marks_end(c, own);
	return good;
}

bool run_step(struct check *c, uint32_t step, uint32_t n, const struct frame *up,
	uint32_t via, size_t marks)
{
	const struct step *t = &c->s->steps.at[step];
	const struct json_node *x = &c->j->node[n];
	struct frame f = { up, t, via };
	bool good;

	if (c->gave_up || c->fuel == 0 || c->depth == RUN_DEPTH)
		return give_up(c);
	c->fuel--;
	if (t->quick != NULL && !run_tells(c))
		return t->quick(c, t, x);
	if (!leaf_takes_type(c, t, n))
		return run_fail(c, &f, t->never ? JSON_NONE : t->type_node, n);
	if (t->op[0] == t->op[GROUPS])
		return true;
	c->depth++;
	if (t->straight)
		good = run_ops(c, &f, FOR_ALL, GROUPS, n, marks);
	else if (t->marks && (x->type == JSON_ARRAY || x->type == JSON_OBJECT))
		good = run_groups_marked(c, &f, n, marks);
	else
		good = run_groups(c, &f, n, marks);
	c->depth--;
	return good;
}

static enum verdict run_check(struct schema *s, struct schema_run *r, struct json *j,
	uint32_t node, struct schema_errors *out)
{
	struct check c = { .s = s,
		.r = r,
		.j = j,
		.fuel = RUN_FUEL + RUN_FUEL_EACH * (uint64_t)(j->node[node].next - node),
		.pattern_fuel = PATTERN_FUEL,
		.top = node,
		.errors = out };
	bool good;

	r->used = 0;
	good = run_step(&c, s->root, node, NULL, JSON_NONE, 0);
	if (c.gave_up || c.fuel == 0)
		return SCHEMA_GAVE_UP;
	return good ? SCHEMA_VALID : SCHEMA_INVALID;
}

enum verdict schema_check(
	struct schema *s, struct schema_run *r, struct json *j, uint32_t node)
{
	return run_check(s, r, j, node, NULL);
}

enum verdict schema_explain(struct schema *s, struct schema_run *r, struct json *j,
	uint32_t node, struct schema_errors *out)
{
	schema_errors_fini(out);
	return run_check(s, r, j, node, out);
}

void schema_run_fini(struct schema_run *r)
{
	free(r->word);
	*r = (struct schema_run){ 0 };
}
