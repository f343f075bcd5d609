/* SPDX-License-Identifier: MIT */
#include "tui/graph_gather.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { PASSES = 3 };

struct chooser {
	const struct graph_hop *hops;
	int count;
	enum graph_coming *coming;
};

static bool is_straight(const struct graph_hop *hop)
{
	return hop->from == hop->to;
}

/* How many hops of the net come late; one that goes straight has no end of a row to give.
 */
static int late_of_net(const struct chooser *c, int net)
{
	int late = 0;

	for (int h = 0; h < c->count; h++)
		if (c->hops[h].net == net)
			late += c->coming[h] != GRAPH_FIRST || is_straight(&c->hops[h]);
	return late;
}

static int hops_of_net(const struct chooser *c, int net)
{
	int hops = 0;

	for (int h = 0; h < c->count; h++)
		hops += c->hops[h].net == net;
	return hops;
}

/* The first to the goal of hop `h`: the straight one, else of the net that has most late.
 */
static void choose_first(struct chooser *c, int h)
{
	int best = -1, most = -1;

	for (int k = 0; k < c->count; k++) {
		int late;

		if (c->hops[k].goal != c->hops[h].goal)
			continue;
		c->coming[k] = GRAPH_LATE;
		late = is_straight(&c->hops[k]) ? c->count + 1
						: late_of_net(c, c->hops[k].net);
		if (late > most) {
			best = k;
			most = late;
		}
	}
	c->coming[best] = GRAPH_FIRST;
}

static bool is_first_of_goal(const struct chooser *c, int h)
{
	for (int k = 0; k < h; k++)
		if (c->hops[k].goal == c->hops[h].goal)
			return false;
	return true;
}

static bool shares_goal(const struct chooser *c, int h)
{
	for (int k = 0; k < c->count; k++)
		if (k != h && c->hops[k].goal == c->hops[h].goal)
			return true;
	return false;
}

/* The end of a row is for one hop: the others of the net take doglegs. */
static void deal_ends(struct chooser *c)
{
	for (int h = 0; h < c->count; h++) {
		bool taken = false;

		if (c->coming[h] != GRAPH_LATE)
			continue;
		for (int k = 0; k < c->count && !taken; k++)
			taken = c->hops[k].net == c->hops[h].net && k != h &&
				(is_straight(&c->hops[k]) ||
					(k < h && c->coming[k] == GRAPH_LATE));
		if (taken)
			c->coming[h] = GRAPH_BY_DOGLEG;
	}
}

void graph_gather_choose(
	const struct graph_hop *hops, int count, enum graph_coming *coming)
{
	struct chooser c = { hops, count, coming };

	for (int h = 0; h < count; h++)
		coming[h] = shares_goal(&c, h) ? GRAPH_LATE : GRAPH_FIRST;
	for (int pass = 0; pass < PASSES; pass++)
		for (int h = 0; h < count; h++)
			if (is_first_of_goal(&c, h) && shares_goal(&c, h))
				choose_first(&c, h);
	/* one alone parts from nothing: it is gathered with the others */
	for (int h = 0; h < count; h++)
		if (coming[h] == GRAPH_FIRST && shares_goal(&c, h) &&
			!is_straight(&hops[h]) && hops_of_net(&c, hops[h].net) == 1)
			coming[h] = GRAPH_LATE;
	deal_ends(&c);
}
