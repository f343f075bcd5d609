/* SPDX-License-Identifier: MIT */
/* What looks at the members of an object or the elements of an array one by one. */
#include <stdlib.h>

#include "base/mem.h"
#include "contract/schema_leaf.h"

/* --- objects ---------------------------------------------------------------- */

const struct property *schema_property(
	const struct schema *s, const struct members *m, struct json *j, uint32_t key)
{
	uint32_t mark = json_key_mark(j, key);
	struct str name = json_str(j, key);

	for (uint32_t slot = mark & m->mask;; slot = (slot + 1) & m->mask) {
		uint32_t place = s->slots.at[m->slot + slot];
		const struct property *p;

		if (place == 0)
			return NULL;
		p = &s->properties.at[m->first + place - 1];
		if (p->mark == mark && str_eq(p->name, name))
			return p;
	}
}

/* patternProperties: whether one of them is about this member, and if so, it fits. */
static bool run_patterns(struct check *c, const struct frame *f, const struct members *m,
	uint32_t key, bool *named)
{
	bool good = true;

	for (uint32_t i = 0; i < m->patterns && !c->gave_up; i++) {
		const struct name_pattern *p =
			&c->s->name_patterns.at[m->first_pattern + i];

		if (!run_pattern(c, p->pattern, json_str(c->j, key)))
			continue;
		*named = true;
		good &= run_step(c, p->step, key + 1, f, JSON_NONE, 0);
	}
	return good;
}

/* One member; *required goes up if it is one of those. */
static bool run_member(struct check *c, const struct frame *f, const struct members *m,
	uint32_t key, bool *named, uint32_t *required)
{
	const struct property *p = schema_property(c->s, m, c->j, key);
	bool good = true;

	*named = false;
	if (p != NULL) {
		*required += p->required;
		*named = p->step != NO_STEP;
		if (*named)
			good = run_step(c, p->step, key + 1, f, JSON_NONE, 0);
	}
	if (m->patterns > 0 && (good || run_tells(c)))
		good &= run_patterns(c, f, m, key, named);
	if (!*named && m->rest != NO_STEP && (good || run_tells(c))) {
		*named = true;
		good &= run_step(c, m->rest, key + 1, f, JSON_NONE, 0);
	}
	return good;
}

static void tell_missing(
	struct check *c, const struct frame *f, const struct members *m, uint32_t n)
{
	const struct property *first = &c->s->properties.at[m->first], *p;
	bool *there = xcalloc((size_t)m->count + 1, sizeof(*there));

	run_charge(c, (m->count + c->j->node[n].count) / 8);
	for (uint32_t key = n + 1; key < c->j->node[n].next;
		key = c->j->node[key + 1].next) {
		p = schema_property(c->s, m, c->j, key);
		if (p != NULL)
			there[p - first] = true;
	}
	for (uint32_t i = 0; i < m->count && run_tells(c); i++) {
		if (first[i].required && !there[i])
			run_fail_missing(c, f, m->required_node, n, first[i].name);
	}
	free(there);
}

/*
 * The same, as long as nobody asks why and no patterns need be looked at. Artifacts of
 * one edge have their members in one order, mostly that of the schema: so the name behind
 * the last one is tried first.
 */
static inline bool is_named(
	const struct check *c, const struct property *p, const struct json_node *key)
{
	return !key->escaped && str_eq(p->name, leaf_text(c, key));
}

static inline bool run_quickly(
	struct check *c, const struct frame *f, uint32_t step, const struct json_node *x)
{
	const struct step *t = &c->s->steps.at[step];

	return t->quick != NULL
		? t->quick(c, t, x)
		: run_step(c, step, (uint32_t)(x - c->j->node), f, JSON_NONE, 0);
}

static bool members_quickly(struct check *c, const struct frame *f,
	const struct members *m, uint32_t n, size_t marks)
{
	const struct json_node *node = c->j->node, *end = node + node[n].next;
	const struct property *next = c->s->properties.at + m->first;
	const struct property *last = next + m->count;
	uint32_t required = 0, child = 0;

	for (const struct json_node *key = node + n + 1; key < end;
		key = node + key[1].next, child++) {
		const struct property *p = next;
		uint32_t step = m->rest;

		if (p == last || !is_named(c, p, key))
			p = schema_property(c->s, m, c->j, (uint32_t)(key - node));
		if (p != NULL) {
			next = p + 1;
			required += p->required;
			if (p->step != NO_STEP)
				step = p->step;
		}
		if (step == NO_STEP)
			continue;
		if (!run_quickly(c, f, step, key + 1))
			return false;
		run_mark(c, marks, child);
	}
	return required == m->required;
}

bool run_members(struct check *c, const struct frame *f, const struct op *o, uint32_t n,
	size_t marks)
{
	const struct members *m = &c->s->members.at[o->a];
	uint32_t end = c->j->node[n].next, required = 0, child = 0;
	bool good = true, named;

	run_charge(c, c->j->node[n].count);
	if (m->patterns == 0 && !run_tells(c))
		return members_quickly(c, f, m, n, marks);
	for (uint32_t key = n + 1; key < end; key = c->j->node[key + 1].next) {
		good &= run_member(c, f, m, key, &named, &required);
		if ((!good && !run_tells(c)) || c->gave_up)
			return false;
		if (named)
			run_mark(c, marks, child);
		child++;
	}
	if (required == m->required)
		return good;
	if (run_tells(c))
		tell_missing(c, f, m, n);
	return false;
}

/* --- arrays ----------------------------------------------------------------- */

bool run_items(struct check *c, const struct frame *f, const struct op *o, uint32_t n,
	size_t marks)
{
	uint32_t end = c->j->node[n].next, child = 0;
	bool good = true, quickly = !run_tells(c);

	run_charge(c, c->j->node[n].count);
	for (uint32_t i = n + 1; i < end; i = c->j->node[i].next, child++) {
		uint32_t step = child < o->b ? c->s->lists.at[o->a + child] : o->c;

		if (step == NO_STEP)
			break;
		good &= quickly ? run_quickly(c, f, step, &c->j->node[i])
				: run_step(c, step, i, f, JSON_NONE, 0);
		if (!good && !run_tells(c))
			return false;
		run_mark(c, marks, child);
	}
	return good;
}

bool run_contains(struct check *c, const struct frame *f, const struct op *o, uint32_t n,
	size_t marks)
{
	uint32_t end = c->j->node[n].next, child = 0, fit = 0;

	c->quiet++;
	for (uint32_t i = n + 1; i < end; i = c->j->node[i].next, child++) {
		if (!run_step(c, o->a, i, f, JSON_NONE, 0))
			continue;
		fit++;
		run_mark(c, marks, child);
		if (marks == 0 && (fit > o->c || (fit >= o->b && o->c == UINT32_MAX)))
			break;
	}
	c->quiet--;
	return (fit >= o->b && fit <= o->c) || run_fail(c, f, o->value, n);
}

/* What no keyword beside it, nor in what those refer to, has looked at: Core 11. */
bool run_unevaluated(struct check *c, const struct frame *f, const struct op *o,
	uint32_t n, size_t marks)
{
	bool object = o->kind == OP_UNEVALUATED_PROPERTIES;
	uint32_t end = c->j->node[n].next, child = 0;
	bool good = true;

	if (!json_is(c->j, n, object ? JSON_OBJECT : JSON_ARRAY))
		return true;
	for (uint32_t i = n + 1; i < end; child++) {
		uint32_t value = object ? i + 1 : i;

		if (!run_marked(c, marks, child)) {
			good &= run_step(c, o->a, value, f, JSON_NONE, 0);
			if (!good && !run_tells(c))
				return false;
			run_mark(c, marks, child);
		}
		i = c->j->node[value].next;
	}
	return good;
}

/* --- uniqueItems ------------------------------------------------------------ */

/*
 * A table of the elements by their hashes, in the run's words: each slot a hash and a
 * place, 0 is empty.
 */
static bool is_new(
	struct check *c, size_t table, uint64_t mask, uint32_t n, uint64_t hash)
{
	uint64_t *word = c->r->word + table;

	for (uint64_t slot = hash & mask;; slot = (slot + 1) & mask) {
		if (word[2 * slot + 1] == 0) {
			word[2 * slot] = hash;
			word[2 * slot + 1] = n;
			return true;
		}
		run_charge(c, 1);
		if (word[2 * slot] == hash &&
			value_equal(
				c->j, (uint32_t)word[2 * slot + 1], c->j, n, &c->fuel))
			return false;
		if (c->fuel == 0)
			return true;
	}
}

/* Few are held against each other: cheaper than a table. */
static bool few_are_unique(struct check *c, uint32_t n)
{
	uint32_t end = c->j->node[n].next;

	for (uint32_t i = n + 1; i < end; i = c->j->node[i].next) {
		for (uint32_t k = c->j->node[i].next; k < end; k = c->j->node[k].next) {
			if (value_equal(c->j, i, c->j, k, &c->fuel))
				return false;
		}
	}
	return true;
}

#define FEW 8

bool run_unique(struct check *c, const struct frame *f, const struct op *o, uint32_t n)
{
	uint32_t end = c->j->node[n].next;
	uint64_t room = 4;
	size_t table = c->r->used;
	bool good = true;

	if (c->j->node[n].count <= FEW)
		return few_are_unique(c, n) || run_fail(c, f, o->value, n);
	while (room < 2 * (uint64_t)c->j->node[n].count)
		room *= 2;
	xgrow(&c->r->word, &c->r->cap, table + 2 * room, sizeof(*c->r->word));
	memset(c->r->word + table, 0, 2 * room * sizeof(*c->r->word));
	run_charge(c, room / 64);
	for (uint32_t i = n + 1; i < end && good; i = c->j->node[i].next)
		good = is_new(c, table, room - 1, i, value_hash(c->j, i, &c->fuel));
	return good || run_fail(c, f, o->value, n);
}
