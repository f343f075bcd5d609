/* SPDX-License-Identifier: MIT */
#include "contract/schema_leaf.h"

#include "contract/schema_format.h"

/* --- numbers ---------------------------------------------------------------- */

bool leaf_is_integer(struct check *c, uint32_t n)
{
	struct str number = json_raw(c->j, n);
	struct decimal d;

	run_charge(c, number.n / 16);
	d = decimal_of(number);
	return decimal_is_integer(&d);
}

#define QUICK_DIGITS 9 /* of both: their product with a power of ten is no overflow */

static int64_t digits(struct str s, size_t *i, int64_t value)
{
	for (; *i < s.n; ++*i) {
		unsigned digit = (unsigned char)s.p[*i] - (unsigned)'0';

		if (digit > 9)
			break;
		value = value * 10 + digit;
	}
	return value;
}

/* Reads a number of few digits. It is kept: most have two limits. */
static bool read_number(struct check *c, uint32_t n)
{
	static const int64_t power[] = { 1, 10, 100, 1000, 10000, 100000, 1000000,
		10000000, 100000000 };
	struct str s = json_raw(c->j, n);
	bool minus = s.p[0] == '-';
	size_t i = minus, point = 0;
	int64_t value;

	if (c->number == n)
		return true;
	if (s.n > QUICK_DIGITS)
		return false;
	value = digits(s, &i, 0);
	if (i < s.n && s.p[i] == '.') {
		point = ++i;
		value = digits(s, &i, value);
	}
	if (i < s.n) /* an exponent */
		return false;
	c->number = n;
	c->number_power = power[point > 0 ? i - point : 0];
	c->number_value = minus ? -value : value;
	return true;
}

static bool holds_bound_exactly(struct check *c, const struct op *o, uint32_t n)
{
	const struct bound *limit = &c->s->bounds.at[o->a];
	struct str number = json_raw(c->j, n);
	struct decimal d;
	int order;

	run_charge(c, number.n / 16);
	d = decimal_of(number);
	if (o->kind == OP_MULTIPLE_OF)
		return decimal_is_multiple(&d, &limit->exact);
	order = decimal_compare(&d, &limit->exact);
	switch (o->kind) {
	case OP_MINIMUM:
		return order >= 0;
	case OP_EXCLUSIVE_MINIMUM:
		return order > 0;
	case OP_MAXIMUM:
		return order <= 0;
	default:
		return order < 0;
	}
}

static bool holds_bound(struct check *c, const struct op *o, uint32_t n)
{
	const struct bound *limit = &c->s->bounds.at[o->a];
	int64_t scaled;

	if (o->kind == OP_MULTIPLE_OF || !limit->whole || !read_number(c, n))
		return holds_bound_exactly(c, o, n);
	scaled = limit->value * c->number_power;
	switch (o->kind) {
	case OP_MINIMUM:
		return c->number_value >= scaled;
	case OP_EXCLUSIVE_MINIMUM:
		return c->number_value > scaled;
	case OP_MAXIMUM:
		return c->number_value <= scaled;
	default:
		return c->number_value < scaled;
	}
}

/* --- strings and whatever else ---------------------------------------------- */

static bool is_const(
	struct check *c, const struct step *t, const struct op *o, uint32_t n)
{
	run_charge(c, json_raw(c->j, n).n / 256);
	return value_equal(schema_json(c->s, t), o->a, c->j, n, &c->fuel);
}

static bool is_one_of(
	struct check *c, const struct step *t, const struct op *o, uint32_t n)
{
	const struct json *own = schema_json(c->s, t);
	const struct json_node *node = &c->j->node[n];
	struct str s = json_raw(c->j, n);
	uint32_t end = own->node[o->a].next;

	run_charge(c, own->node[o->a].count / 4);
	for (uint32_t i = o->a + 1; i < end; i = own->node[i].next) {
		if (own->node[i].type != node->type)
			continue;
		if (json_raw(own, i).n == s.n)
			run_charge(c, s.n / 64);
		if (str_eq(json_raw(own, i), s))
			return true;
		/* strings without escapes are equal only so */
		if ((node->type != JSON_STRING || node->escaped ||
			    own->node[i].escaped) &&
			value_equal(schema_json(c->s, t), i, c->j, n, &c->fuel))
			return true;
	}
	return false;
}

/* Of `enum` whose elements are all strings without escapes. */
static bool is_one_of_texts(
	struct check *c, const struct step *t, const struct op *o, uint32_t n)
{
	const struct json_node *x = &c->j->node[n];
	struct str s = json_raw(c->j, n);

	if (x->type != JSON_STRING)
		return false;
	if (x->escaped)
		return is_one_of(c, t, o, n);
	run_charge(c, o->c / 4 + (s.n / 64) * o->c);
	for (uint32_t i = 0; i < o->c; i++) {
		if (str_eq(c->s->texts.at[o->b + i], s))
			return true;
	}
	return false;
}

static bool holds_length(struct check *c, const struct op *o, struct str s)
{
	size_t n = 0;

	run_charge(c, s.n / 256);
	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return o->kind == OP_MIN_LENGTH ? n >= o->a : n <= o->a;
}

/* A character has at most four bytes. */
static bool is_long_enough(struct check *c, const struct op *o, uint32_t n)
{
	struct str s = json_str(c->j, n);

	return s.n / 4 >= o->a || (s.n >= o->a && holds_length(c, o, s));
}

static bool is_short_enough(struct check *c, const struct op *o, uint32_t n)
{
	struct str s = json_str(c->j, n);

	return s.n <= o->a || holds_length(c, o, s);
}

static bool holds_format(struct check *c, const struct op *o, uint32_t n)
{
	run_charge(c, json_raw(c->j, n).n / 16);
	return schema_format_holds((enum format)o->a, json_str(c->j, n));
}

/* --- all of it -------------------------------------------------------------- */

static inline __attribute__((always_inline)) bool holds(
	struct check *c, const struct step *t, const struct op *o, uint32_t n)
{
	switch ((enum operation)o->kind) {
	case OP_CONST:
		return is_const(c, t, o, n);
	case OP_ENUM:
		return is_one_of(c, t, o, n);
	case OP_ENUM_TEXTS:
		return is_one_of_texts(c, t, o, n);
	case OP_PATTERN:
		return run_pattern(c, o->a, json_str(c->j, n));
	case OP_FORMAT:
		return holds_format(c, o, n);
	case OP_MIN_LENGTH:
		return is_long_enough(c, o, n);
	case OP_MAX_LENGTH:
		return is_short_enough(c, o, n);
	case OP_MIN_ITEMS:
	case OP_MIN_PROPERTIES:
		return c->j->node[n].count >= o->a;
	case OP_MAX_ITEMS:
	case OP_MAX_PROPERTIES:
		return c->j->node[n].count <= o->a;
	default:
		return holds_bound(c, o, n);
	}
}

bool leaf_holds(struct check *c, const struct step *t, const struct op *o, uint32_t n)
{
	return holds(c, t, o, n);
}

bool leaf_holds_all(struct check *c, const struct step *t, uint32_t n)
{
	uint32_t from = t->op[0], to = t->op[GROUPS], group = GROUPS;

	if (!t->straight) { /* first those for all types, then those for this */
		to = t->op[FOR_ALL + 1];
		group = schema_type_groups[c->j->node[n].type];
	}
	for (;;) {
		for (; from < to; from++) {
			if (!holds(c, t, &c->s->ops.at[from], n))
				return false;
		}
		if (group == GROUPS)
			return true;
		from = t->op[group];
		to = t->op[group + 1];
		group = GROUPS;
	}
}
