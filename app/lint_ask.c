/* SPDX-License-Identifier: MIT */
/* What was collected: counted, ranked, its keys taken apart. */
#include <stdlib.h>

#include "app/lint.h"

const char *lint_rule_name(unsigned rule)
{
	static const char *const names[] = { "without confidence", "without fallback",
		"without contract" };

	return rule < FAULT_BITS ? fault_name(1u << rule) : names[rule - FAULT_BITS];
}

uint64_t lint_count(const struct lint *l, uint32_t edge, unsigned rule)
{
	const struct lint_edge *x = &l->edge[edge];
	int64_t n = 0;

	if (rule < FAULT_BITS)
		n = (int64_t)(l->m->edge[edge].faults[rule] - x->said[rule]);
	return (n > 0 ? (uint64_t)n : 0) + x->found[rule];
}

struct str lint_owner(const struct lint *l, uint32_t edge)
{
	const char *sender = l->m->agent[l->m->edge[edge].from].name;

	for (uint32_t i = 0; i < l->m->contracts.count; i++) {
		struct contract *c = l->m->contracts.entry[i].contract;
		uint32_t owners = json_member(&c->doc, 0, "owners"), team;

		if (!l->m->contracts.entry[i].in_force || owners == JSON_NONE)
			continue;
		team = json_member(&c->doc, owners, sender);
		if (json_is(&c->doc, team, JSON_STRING))
			return json_str(&c->doc, team);
	}
	return STR("");
}

uint64_t lint_sum(const struct lint *l, unsigned rule, uint32_t *edges)
{
	uint64_t sum = 0;

	*edges = 0;
	for (uint32_t i = 0; i < l->m->edges; i++) {
		uint64_t n = lint_count(l, i, rule);

		sum += n;
		*edges += n > 0;
	}
	return sum;
}

uint64_t lint_faults(const struct lint *l)
{
	uint64_t sum = l->no_offer;
	uint32_t edges;

	for (unsigned rule = 0; rule < RULES; rule++)
		sum += lint_sum(l, rule, &edges);
	return sum;
}

static int by_count(const void *a, const void *b)
{
	const struct lint_ranked *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

size_t lint_rank_rules(const struct lint *l, struct lint_ranked out[RULES])
{
	uint32_t edges;
	size_t n = 0;

	for (unsigned rule = 0; rule < RULES; rule++) {
		out[n] = (struct lint_ranked){ rule, lint_sum(l, rule, &edges) };
		n += out[n].count > 0;
	}
	qsort(out, n, sizeof(*out), by_count);
	return n;
}

size_t lint_rank_edges(const struct lint *l, unsigned rule, struct lint_ranked *out)
{
	size_t n = 0;

	for (uint32_t i = 0; i < l->m->edges; i++) {
		struct lint_ranked x = { i, lint_count(l, i, rule) };

		if (x.count > 0)
			out[n++] = x;
	}
	if (n > 0)
		qsort(out, n, sizeof(*out), by_count);
	return n;
}

size_t lint_rank_shapes(const struct lint *l, struct lint_ranked *out)
{
	size_t n = 0;

	for (uint32_t i = 0; i < l->m->edges; i++) {
		if (l->edge[i].offers > 0)
			out[n++] = (struct lint_ranked){ i, l->edge[i].shapes.count };
	}
	if (n > 0)
		qsort(out, n, sizeof(*out), by_count);
	return n;
}

/* "no fallback" and "no usable fallback" are never both of one offer. */
uint64_t lint_no_fallback(const struct lint *l)
{
	const unsigned faults = FAULT_NO_FALLBACK | FAULT_BAD_FALLBACK;
	uint32_t edges;
	uint64_t sum = lint_sum(l, RULE_NO_FALLBACK, &edges);

	for (unsigned rule = 0; rule < FAULT_BITS; rule++) {
		if (faults & 1u << rule)
			sum += lint_sum(l, rule, &edges);
	}
	return sum;
}

uint32_t lint_contracts(const struct lint *l)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < l->m->contracts.count; i++)
		n += l->m->contracts.entry[i].in_force;
	return n;
}

size_t lint_circle(
	const struct tally_row *r, uint32_t agents[CIRCLE_AGENTS], bool *longer)
{
	size_t n = (r->n - 1) / sizeof(*agents);

	*longer = r->key[0] == '+';
	memcpy(agents, r->key + 1, n * sizeof(*agents));
	return n;
}

uint32_t lint_field(const struct tally_row *r, struct str *at)
{
	uint32_t edge;

	memcpy(&edge, r->key, sizeof(edge));
	*at = (struct str){ r->key + sizeof(edge), r->n - sizeof(edge) };
	return edge;
}

struct lint_where lint_where(const struct tally_row *r)
{
	struct lint_where w = { .contract = str_of(r->key) };

	w.at = str_of(r->key + w.contract.n + 1);
	w.message = str_skip((struct str){ r->key, r->n }, w.contract.n + w.at.n + 2);
	return w;
}
