/* SPDX-License-Identifier: MIT */
/*
 * A schema that applies itself to the same value would never end (Core 9.4.1). Steps
 * that nothing leads to any more are taken away, one after another; what is left over
 * goes in a circle.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "contract/schema_own.h"

struct circle_search {
	const struct schema *s;
	uint32_t *leading; /* of each step: how many lead to it */
	uint32_t *ready;
	uint32_t count;
	bool taking;
};

static void lead_to(struct circle_search *k, uint32_t step)
{
	if (step == NO_STEP)
		return;
	if (!k->taking)
		k->leading[step]++;
	else if (--k->leading[step] == 0)
		k->ready[k->count++] = step;
}

static uint32_t dependents(
	const struct circle_search *k, const struct step *t, uint32_t map)
{
	return schema_json(k->s, t)->node[map].count;
}

/* The steps that an operation applies to the value itself. */
static void follow(struct circle_search *k, const struct step *t, const struct op *o)
{
	uint32_t list = o->a, n = 0;

	switch (o->kind) {
	case OP_REF:
	case OP_DYNAMIC_REF:
	case OP_NOT:
		lead_to(k, o->a);
		break;
	case OP_IF:
		lead_to(k, o->a);
		lead_to(k, o->b);
		lead_to(k, o->c);
		break;
	case OP_ALL_OF:
	case OP_ANY_OF:
	case OP_ONE_OF:
		n = o->b;
		break;
	case OP_DEPENDENT_SCHEMAS:
		list = o->b;
		n = dependents(k, t, o->a);
		break;
	default:
		break;
	}
	for (uint32_t i = 0; i < n; i++)
		lead_to(k, k->s->lists.at[list + i]);
}

static void follow_all(struct circle_search *k, uint32_t step)
{
	const struct step *t = &k->s->steps.at[step];

	for (uint32_t i = t->op[0]; i < t->op[GROUPS]; i++)
		follow(k, t, &k->s->ops.at[i]);
}

static bool fail_at(const struct circle_search *k, uint32_t step, struct err *e)
{
	const struct step *t = &k->s->steps.at[step];
	struct buf at = { 0 };

	schema_pointer(&at, schema_json(k->s, t), 0, t->node);
	err_set(e, "%s: refers to itself without end",
		at.len > 0 ? at.data : "at the top");
	buf_fini(&at);
	return false;
}

bool schema_ends(const struct schema *s, struct err *e)
{
	struct circle_search k = { .s = s };
	uint32_t n = s->steps.count;
	bool good = true;

	k.leading = xcalloc(n, sizeof(*k.leading));
	k.ready = xcalloc(n, sizeof(*k.ready));
	for (uint32_t i = 0; i < n; i++)
		follow_all(&k, i);
	k.taking = true;
	for (uint32_t i = 0; i < n; i++)
		if (k.leading[i] == 0)
			k.ready[k.count++] = i;
	for (uint32_t i = 0; i < k.count; i++)
		follow_all(&k, k.ready[i]);
	for (uint32_t i = 0; i < n && good; i++)
		if (k.leading[i] > 0)
			good = fail_at(&k, i, e);
	free(k.leading);
	free(k.ready);
	return good;
}
