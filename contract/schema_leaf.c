/* SPDX-License-Identifier: MIT */
#include "contract/schema_leaf.h"

#include "contract/pattern.h"
#include "contract/pattern_dfa.h"
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

/* Reads a number of few digits: *value / *divisor. */
static bool read_number(struct str s, int64_t *value, int64_t *divisor)
{
	static const int64_t power[] = { 1, 10, 100, 1000, 10000, 100000, 1000000,
		10000000, 100000000 };
	bool minus = s.p[0] == '-';
	size_t i = minus, point = s.n;
	int64_t whole;

	if (s.n > QUICK_DIGITS)
		return false;
	whole = digits(s, &i, 0);
	if (i < s.n && s.p[i] == '.') {
		point = ++i;
		whole = digits(s, &i, whole);
	}
	*value = minus ? -whole : whole;
	*divisor = power[s.n - point];
	return i == s.n; /* no exponent */
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
	int64_t value, scaled;

	if (o->kind == OP_MULTIPLE_OF || !limit->whole ||
		!read_number(json_raw(c->j, n), &value, &scaled))
		return holds_bound_exactly(c, o, n);
	scaled *= limit->value;
	switch (o->kind) {
	case OP_MINIMUM:
		return value >= scaled;
	case OP_EXCLUSIVE_MINIMUM:
		return value > scaled;
	case OP_MAXIMUM:
		return value <= scaled;
	default:
		return value < scaled;
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

/* Of strings without escapes. */
static inline bool is_text_of(
	struct check *c, const struct str *text, uint32_t count, struct str s)
{
	run_charge(c, count / 4 + (s.n / 64) * count);
	for (uint32_t i = 0; i < count; i++) {
		if (str_eq(text[i], s))
			return true;
	}
	return false;
}

/* Of `enum` whose elements are all that. */
static bool is_one_of_texts(
	struct check *c, const struct step *t, const struct op *o, uint32_t n)
{
	const struct json_node *x = &c->j->node[n];

	if (x->type != JSON_STRING)
		return false;
	return x->escaped ? is_one_of(c, t, o, n)
			  : is_text_of(c, &c->s->texts.at[o->b], o->c, leaf_text(c, x));
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

/* All operations of a step which is `simple`, on a value of a type that it takes. */
static bool holds_all(struct check *c, const struct step *t, uint32_t n)
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

/* --- what most steps come to ------------------------------------------------ */

static __attribute__((noinline)) bool quick_all(
	struct check *c, const struct step *t, const struct json_node *x)
{
	uint32_t n = (uint32_t)(x - c->j->node);

	return leaf_takes_type(c, t, n) && holds_all(c, t, n);
}

static bool quick_type(struct check *c, const struct step *t, const struct json_node *x)
{
	return leaf_takes_type(c, t, (uint32_t)(x - c->j->node));
}

static bool quick_texts(struct check *c, const struct step *t, const struct json_node *x)
{
	if (x->type != JSON_STRING || x->escaped)
		return quick_all(c, t, x);
	return is_text_of(c, &c->s->texts.at[t->text], t->texts, leaf_text(c, x));
}

static bool quick_length(struct check *c, const struct step *t, const struct json_node *x)
{
	int64_t n = (int64_t)leaf_text(c, x).n;

	if (x->type == JSON_STRING && !x->escaped && n >= t->least && n <= t->most)
		return true;
	return quick_all(c, t, x);
}

static bool quick_range(struct check *c, const struct step *t, const struct json_node *x)
{
	struct str s = { c->j->text + x->start, x->end - x->start };
	int64_t value, divisor;

	if (x->type != JSON_NUMBER || (!x->integer && !(t->types & TYPE_NUMBER)) ||
		!read_number(s, &value, &divisor))
		return quick_all(c, t, x);
	return value >= t->least * divisor && value <= t->most * divisor;
}

static bool quick_pattern(
	struct check *c, const struct step *t, const struct json_node *x)
{
	struct str s = leaf_text(c, x);

	if (x->type != JSON_STRING || x->escaped || !pattern_pay(&c->pattern_fuel, s))
		return quick_all(c, t, x);
	return pattern_dfa_finds(t->dfa, s);
}

/* All are limits that are whole numbers: a number of few digits is between. */
static bool choose_range(const struct schema *s, struct step *t)
{
	t->least = -BOUND_LIMIT;
	t->most = BOUND_LIMIT;
	for (uint32_t i = t->op[0]; i < t->op[GROUPS]; i++) {
		const struct op *o = &s->ops.at[i];

		if ((o->kind != OP_MINIMUM && o->kind != OP_MAXIMUM) ||
			!s->bounds.at[o->a].whole)
			return false;
		*(o->kind == OP_MINIMUM ? &t->least : &t->most) =
			s->bounds.at[o->a].value;
	}
	return true;
}

/* So many bytes are enough, and not too many, whatever their characters. */
static bool choose_length(const struct schema *s, struct step *t)
{
	t->least = 0;
	t->most = INT64_MAX;
	for (uint32_t i = t->op[0]; i < t->op[GROUPS]; i++) {
		const struct op *o = &s->ops.at[i];

		if (o->kind == OP_MIN_LENGTH)
			t->least = 4 * (int64_t)o->a;
		else if (o->kind == OP_MAX_LENGTH)
			t->most = o->a;
		else
			return false;
	}
	return true;
}

static bool choose_texts(const struct op *o, struct step *t)
{
	t->text = o->b;
	t->texts = o->c;
	return (t->types & TYPE_STRING) != 0 &&
		(o->kind == OP_ENUM_TEXTS || (o->kind == OP_CONST && o->c > 0));
}

static bool choose_pattern(const struct schema *s, const struct op *o, struct step *t)
{
	t->dfa = o->kind == OP_PATTERN ? pattern_linear(s->patterns.at[o->a]) : NULL;
	return t->dfa != NULL;
}

void schema_quicken(const struct schema *s, struct step *t)
{
	uint32_t ops = t->op[GROUPS] - t->op[0];

	if (!t->simple)
		return;
	t->quick = quick_all;
	if (ops == 0)
		t->quick = quick_type;
	else if (!t->straight || t->types == 0)
		return;
	else if (choose_range(s, t))
		t->quick = quick_range;
	else if (choose_length(s, t))
		t->quick = quick_length;
	else if (ops == 1 && choose_texts(&s->ops.at[t->op[0]], t))
		t->quick = quick_texts;
	else if (ops == 1 && choose_pattern(s, &s->ops.at[t->op[0]], t))
		t->quick = quick_pattern;
}
