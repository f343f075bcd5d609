/* SPDX-License-Identifier: MIT */
/* What a look at all agents, edges and contracts would else look for again and again. */
#include <stdlib.h>

#include "base/mem.h"
#include "mesh/drift_own.h"

static int by_name(const void *a, const void *b)
{
	const struct drift_contract *x = a, *y = b;
	size_t n = x->name.n < y->name.n ? x->name.n : y->name.n;
	int order = n > 0 ? memcmp(x->name.p, y->name.p, n) : 0;

	if (order == 0 && x->name.n != y->name.n)
		order = x->name.n < y->name.n ? -1 : 1;
	if (order == 0)
		order = (int)y->in_force - (int)x->in_force;
	return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static uint32_t *nobody(uint32_t n)
{
	uint32_t *list = xmalloc(((size_t)n + 1) * sizeof(*list));

	for (uint32_t i = 0; i < n; i++)
		list[i] = NONE;
	return list;
}

void drift_index_make(struct drift_index *x, const struct mesh *m)
{
	*x = (struct drift_index){ .from = nobody(m->agents),
		.next_from = nobody(m->edges),
		.to = nobody(m->agents),
		.next_to = nobody(m->edges),
		.contract = xmalloc(
			((size_t)m->contracts.count + 1) * sizeof(*x->contract)) };
	for (uint32_t i = m->edges; i-- > 0;) {
		const struct edge *e = &m->edge[i];

		x->next_from[i] = x->from[e->from];
		x->from[e->from] = i;
		x->next_to[i] = x->to[e->to];
		x->to[e->to] = i;
	}
	for (uint32_t i = 0; i < m->contracts.count; i++) {
		const struct registry_entry *e = &m->contracts.entry[i];

		x->contract[x->contracts++] =
			(struct drift_contract){ str_of(e->contract->name), i,
				e->in_force };
	}
	if (x->contracts > 0)
		qsort(x->contract, x->contracts, sizeof(*x->contract), by_name);
}

void drift_index_fini(struct drift_index *x)
{
	free(x->from);
	free(x->next_from);
	free(x->to);
	free(x->next_to);
	free(x->contract);
}

/* The first of this name, in force or not, or where it would stand. */
static size_t first_of(const struct drift_index *x, struct str name)
{
	const struct drift_contract want = { name, 0, true };
	size_t low = 0, high = x->contracts;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (by_name(&x->contract[middle], &want) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct drift_contract *drift_contracts(
	const struct drift_index *x, struct str name, const struct drift_contract *before)
{
	size_t i =
		before != NULL ? (size_t)(before - x->contract) + 1 : first_of(x, name);

	return i < x->contracts && x->contract[i].in_force &&
			str_eq(x->contract[i].name, name)
		? &x->contract[i]
		: NULL;
}

bool drift_knows(const struct drift_index *x, struct str name)
{
	size_t i = first_of(x, name);

	return i < x->contracts && str_eq(x->contract[i].name, name);
}
