/* SPDX-License-Identifier: MIT */
/*
 * The Mermaid graph. Names of agents and contracts are [a-z0-9._-] and stand in quotes;
 * nodes are a0, a1 ..., for `end` is a name of an agent and a word of Mermaid's.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "contract/docs.h"

struct arrow {
	const char *from, *to;
	const struct contract *c;
	size_t place; /* of the contract, in the page */
};

struct graph {
	struct arrow *arrow;
	size_t arrows, cap;
	bool more; /* not all of them */
};

static int by_ends(const void *a, const void *b)
{
	const struct arrow *x = a, *y = b;
	int order = strcmp(x->from, y->from);

	if (order == 0)
		order = strcmp(x->to, y->to);
	return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static void add_arrows(struct graph *g, const struct contract *c, size_t place)
{
	for (size_t f = 0; c->from[f] != NULL; f++) {
		for (size_t t = 0; c->to[t] != NULL; t++) {
			if (g->arrows == DOCS_ARROWS) {
				g->more = true;
				return;
			}
			xgrow(&g->arrow, &g->cap, g->arrows + 1, sizeof(*g->arrow));
			g->arrow[g->arrows++] =
				(struct arrow){ c->from[f], c->to[t], c, place };
		}
	}
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The agents, each once, sorted. */
static const char **agents_of(const struct graph *g, size_t *n)
{
	const char **name = xcalloc(2 * g->arrows + 1, sizeof(*name));
	size_t kept = 0;

	for (size_t i = 0; i < g->arrows; i++) {
		name[2 * i] = g->arrow[i].from;
		name[2 * i + 1] = g->arrow[i].to;
	}
	qsort(name, 2 * g->arrows, sizeof(*name), by_name);
	for (size_t i = 0; i < 2 * g->arrows; i++) {
		if (kept == 0 || strcmp(name[kept - 1], name[i]) != 0)
			name[kept++] = name[i];
	}
	*n = kept;
	return name;
}

static size_t place_of(const char **name, size_t n, const char *wanted)
{
	const char **found = bsearch(&wanted, name, n, sizeof(*name), by_name);

	return (size_t)(found - name);
}

/* "invoice-draft 1.4.0, 2.0.0" for each contract of one edge; returns how many arrows. */
static size_t add_label(struct buf *out, const struct graph *g, size_t first)
{
	const struct arrow *a = &g->arrow[first];
	const char *before = "";
	size_t n = 0;

	for (; first + n < g->arrows && strcmp(a[n].from, a->from) == 0 &&
		strcmp(a[n].to, a->to) == 0;
		n++) {
		const struct contract *c = a[n].c;

		if (n > 0 && c == a[n - 1].c) /* it names an agent twice */
			continue;
		if (strcmp(c->name, before) == 0)
			buf_str(out, ", ");
		else
			buf_fmt(out, "%s%s ", n > 0 ? "<br/>" : "", c->name);
		buf_str(out, c->id + strlen(c->name) + 1);
		before = c->name;
	}
	return n;
}

void docs_graph(struct buf *out, struct contract *const *c, size_t n)
{
	struct graph g = { 0 };
	const char **name;
	size_t names;

	for (size_t i = 0; i < n; i++)
		add_arrows(&g, c[i], i);
	if (g.arrows > 0)
		qsort(g.arrow, g.arrows, sizeof(*g.arrow), by_ends);
	name = agents_of(&g, &names);
	buf_str(out, "```mermaid\nflowchart LR\n");
	for (size_t i = 0; i < names; i++)
		buf_fmt(out, "    a%zu[\"%s\"]\n", i, name[i]);
	for (size_t i = 0; i < g.arrows;) {
		const struct arrow *a = &g.arrow[i];

		buf_fmt(out, "    a%zu -->|\"", place_of(name, names, a->from));
		i += add_label(out, &g, i);
		buf_fmt(out, "\"| a%zu\n", place_of(name, names, a->to));
	}
	buf_str(out, "```\n");
	if (g.more)
		buf_fmt(out, "\nThe graph shows the first %d ways only.\n", DOCS_ARROWS);
	free(name);
	free(g.arrow);
}
