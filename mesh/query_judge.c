/* SPDX-License-Identifier: MIT */
/* Whether a row is what a query wants: cheap terms first, its artifact last. */
#include "mesh/query_own.h"

#define NTHS 64 /* values of one field of one row that are looked at */

/* --- one value -------------------------------------------------------------- */

static bool in_order(enum query_op op, double order)
{
	switch (op) {
	case OP_LESS:
		return order < 0;
	case OP_LESS_OR:
		return order <= 0;
	case OP_MORE:
		return order > 0;
	case OP_MORE_OR:
		return order >= 0;
	default:
		return order == 0;
	}
}

static struct str part_of(struct str whole, bool behind)
{
	const char *arrow = whole.n > 0 ? memchr(whole.p, '>', whole.n) : NULL;
	size_t n = arrow != NULL ? (size_t)(arrow - whole.p) : whole.n;

	if (!behind)
		return (struct str){ whole.p, n };
	return arrow != NULL ? str_skip(whole, n + 1) : (struct str){ whole.p, 0 };
}

static bool same_low(struct str text, struct str low)
{
	return low.n == 0 || (text.n == low.n && query_has(text, low));
}

/* "a>b", "a>", ">b": the ends each by themselves. */
static bool edge_holds(enum query_op op, const struct wanted *x, struct str edge)
{
	struct str from = part_of(edge, false), to = part_of(edge, true);

	if (op == OP_IS)
		return same_low(from, x->low) && same_low(to, x->low_to);
	return query_has(from, x->low) && query_has(to, x->low_to);
}

/* By the day, or, as 03:04, by the time of day. */
static double order_of_moments(struct str have, struct str wanted)
{
	bool day = wanted.n > 4 && wanted.p[4] == '-';
	const char *t = have.n > 0 ? memchr(have.p, 'T', have.n) : NULL;

	if (!day && t != NULL)
		have = str_skip(have, (size_t)(t - have.p) + 1);
	return query_compare_text(have, wanted);
}

static enum query_type type_of(const struct term *t)
{
	return t->place || t->plain || t->name == QUERY_MEMBER
		? QUERY_ANY
		: query_fields[t->name].type;
}

static bool ordered(
	const struct term *t, const struct wanted *x, const struct query_value *v)
{
	enum query_type type = type_of(t);

	if (v->is_number && x->is_number)
		return in_order(t->op, v->number - x->number);
	if (type == QUERY_NUMBER || type == QUERY_SPAN || v->is_number)
		return false;
	if (type == QUERY_MOMENT)
		return in_order(t->op, order_of_moments(v->text, x->text));
	if (query_is_ordinal(v->text) && query_is_ordinal(x->text))
		return in_order(t->op, query_compare_ordinals(v->text, x->text));
	return in_order(t->op, query_compare_text(v->text, x->text));
}

static bool is_it(
	const struct term *t, const struct wanted *x, const struct query_value *v)
{
	if (x->arrow)
		return edge_holds(OP_IS, x, v->text);
	if (v->is_number)
		return x->is_number && v->number == x->number;
	if (type_of(t) == QUERY_MOMENT)
		return order_of_moments(v->text, x->text) == 0;
	return str_eq(v->text, x->text);
}

static bool has_it(const struct wanted *x, const struct query_value *v)
{
	if (v->is_number && v->text.n == 0)
		return x->is_number && v->number == x->number;
	return x->arrow ? edge_holds(OP_HAS, x, v->text) : query_has(v->text, x->low);
}

static bool wanted_holds(
	const struct term *t, const struct wanted *x, const struct query_value *v)
{
	if (t->op == OP_HAS)
		return has_it(x, v);
	return t->op == OP_IS ? is_it(t, x, v) : ordered(t, x, v);
}

bool query_value_holds(
	const struct term *t, const struct query_value *v, uint64_t *fuel, bool *gave_up)
{
	if (t->op == OP_THERE)
		return true;
	if (t->op == OP_MATCHES) {
		enum pattern_result found = *fuel > 0
			? pattern_match(t->pattern, v->text, fuel)
			: PATTERN_GAVE_UP;

		*gave_up |= found == PATTERN_GAVE_UP;
		return found == PATTERN_YES;
	}
	for (size_t i = 0; i < t->wanteds; i++) {
		if (wanted_holds(t, &t->wanted[i], v))
			return true;
	}
	return false;
}

/* --- terms ------------------------------------------------------------------ */

/* `=""` and, as the hub has it, `=null`: there is none. */
static bool wants_none(const struct term *t)
{
	for (size_t i = 0; t->op == OP_IS && i < t->wanteds; i++) {
		const struct wanted *x = &t->wanted[i];

		if (x->text.n == 0 || (!x->quoted && str_is(x->text, "null")))
			return true;
	}
	return false;
}

static bool field_holds(const struct term *t, struct query_row *row, enum query_name name,
	uint64_t *fuel, bool *gave_up)
{
	struct query_value v = { 0 };
	unsigned n = 0;

	for (; n < NTHS && row->value(row, name, t->member, n, &v); n++) {
		if (query_value_holds(t, &v, fuel, gave_up))
			return true;
		v = (struct query_value){ 0 };
	}
	return n == 0 && wants_none(t);
}

/* In the texts of all members, where there are no fields. */
static bool in_members(const struct query *q, const struct term *t, struct query_row *row,
	uint64_t *fuel, bool *gave_up)
{
	struct str list = str_of(q->members), name;

	while ((name = query_next_word(&list)).n > 0) {
		struct query_value v = { 0 };

		for (unsigned n = 0;
			n < NTHS && row->value(row, QUERY_MEMBER, name, n, &v); n++) {
			if (!v.is_number && query_value_holds(t, &v, fuel, gave_up))
				return true;
			v = (struct query_value){ 0 };
		}
	}
	return false;
}

static bool word_holds(const struct query *q, const struct term *t, struct query_row *row,
	uint64_t *fuel, bool *gave_up)
{
	if (q->kinds == 0)
		return in_members(q, t, row, fuel, gave_up);
	for (int i = 0; i < QUERY_NAMES; i++) {
		if (query_fields[i].plain &&
			field_holds(t, row, (enum query_name)i, fuel, gave_up))
			return true;
	}
	return false;
}

static enum query_verdict verdict_of(const struct term *t, bool holds)
{
	return holds != t->not ? QUERY_YES : QUERY_NO;
}

static enum query_verdict judge_cheap(const struct query *q, const struct term *t,
	struct query_row *row, uint64_t *fuel)
{
	bool gave_up = false, holds;

	holds = t->plain ? word_holds(q, t, row, fuel, &gave_up)
			 : field_holds(t, row, t->name, fuel, &gave_up);
	return gave_up && !holds ? QUERY_UNKNOWN : verdict_of(t, holds);
}

struct looked {
	bool done;
	enum query_look how;
	uint32_t found;
};

static enum query_verdict judge_place(const struct query *q, const struct term *t,
	struct query_row *row, struct looked *l)
{
	if (!l->done) {
		l->how = row->look != NULL ? row->look(row, q, &l->found) : QUERY_NOTHING;
		l->done = true;
	}
	if (l->how == QUERY_NOT_YET)
		return QUERY_UNKNOWN;
	return verdict_of(t, l->how == QUERY_LOOKED && (l->found >> t->bit & 1));
}

/* All terms of the group that begins at `from`; *to is behind its last. */
static enum query_verdict judge_group(const struct query *q, size_t from, size_t *to,
	struct query_row *row, uint64_t *fuel, struct looked *l)
{
	enum query_verdict all = QUERY_YES;

	for (*to = from; *to < q->terms && q->group[*to] == q->group[from];)
		++*to;
	for (int places = 0; places < 2; places++) {
		for (size_t i = from; i < *to; i++) {
			const struct term *t = &q->term[i];
			enum query_verdict one;

			if (t->place != (places == 1))
				continue;
			one = t->place ? judge_place(q, t, row, l)
				       : judge_cheap(q, t, row, fuel);
			if (one == QUERY_NO)
				return QUERY_NO;
			if (one == QUERY_UNKNOWN)
				all = QUERY_UNKNOWN;
		}
	}
	return all;
}

enum query_verdict query_judge(
	const struct query *q, struct query_row *row, uint64_t *fuel)
{
	enum query_verdict any = QUERY_NO;
	struct looked l = { 0 };
	size_t to;

	for (size_t i = 0; i < q->terms; i = to) {
		enum query_verdict one = judge_group(q, i, &to, row, fuel, &l);

		if (one == QUERY_YES)
			return QUERY_YES;
		if (one == QUERY_UNKNOWN)
			any = QUERY_UNKNOWN;
	}
	return any;
}
