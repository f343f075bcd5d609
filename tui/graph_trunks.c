/* SPDX-License-Identifier: MIT */
#include "tui/graph_trunks.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* A hop starts with a trunk of its own, may be taken out of one, and bent once. */
enum { TRUNKS_PER_HOP = 5 };

void graph_trunks_init(
	struct graph_trunks *t, struct graph_hop *hops, int hop_count, int rows)
{
	size_t n = (size_t)hop_count, capacity = TRUNKS_PER_HOP * n;

	*t = (struct graph_trunks){ .hops = hops, .hop_count = hop_count, .rows = rows };
	t->capacity = (int)capacity;
	t->trunks = xcalloc(capacity, sizeof(*t->trunks));
	t->first = xcalloc(n, sizeof(*t->first));
	t->second = xcalloc(n, sizeof(*t->second));
	t->coming = xcalloc(n, sizeof(*t->coming));
	t->before = xcalloc(capacity * capacity, sizeof(*t->before));
	t->mark = xcalloc(capacity, sizeof(*t->mark));
	t->in_cycle = xcalloc(capacity, sizeof(*t->in_cycle));
	t->stack = xcalloc(capacity, sizeof(*t->stack));
	t->waits = xcalloc(capacity, sizeof(*t->waits));
}

void graph_trunks_fini(struct graph_trunks *t)
{
	free(t->trunks);
	free(t->first);
	free(t->second);
	free(t->coming);
	free(t->before);
	free(t->mark);
	free(t->in_cycle);
	free(t->stack);
	free(t->waits);
	*t = (struct graph_trunks){ 0 };
}

/* ---- trunks and the hops on them ---- */

static int add_trunk(struct graph_trunks *t)
{
	assert(t->trunk_count < t->capacity);
	t->trunks[t->trunk_count] = (struct graph_trunk){ 0, 0, -1 };
	return t->trunk_count++;
}

static void widen(struct graph_trunk *trunk, int a, int b)
{
	int low = a < b ? a : b, high = a < b ? b : a;

	trunk->low = low < trunk->low ? low : trunk->low;
	trunk->high = high > trunk->high ? high : trunk->high;
}

/* Sets the ranges of all trunks from the hops on them. */
static void measure(struct graph_trunks *t)
{
	for (int i = 0; i < t->trunk_count; i++) {
		t->trunks[i].low = INT_MAX;
		t->trunks[i].high = INT_MIN;
	}
	for (int h = 0; h < t->hop_count; h++) {
		const struct graph_hop *hop = &t->hops[h];

		if (t->first[h] == GRAPH_NO_TRUNK)
			continue;
		if (t->second[h] == GRAPH_NO_TRUNK) {
			widen(&t->trunks[t->first[h]], hop->from, hop->to);
			continue;
		}
		widen(&t->trunks[t->first[h]], hop->from, hop->via);
		widen(&t->trunks[t->second[h]], hop->via, hop->to);
	}
}

/* The trunk with which a hop comes to its end row. */
static int arrival(const struct graph_trunks *t, int h)
{
	return t->second[h] != GRAPH_NO_TRUNK ? t->second[h] : t->first[h];
}

static bool passes(const struct graph_trunks *t, int trunk, int row)
{
	return t->trunks[trunk].low < row && row < t->trunks[trunk].high;
}

static bool is_straight(const struct graph_hop *hop)
{
	return hop->from == hop->to && hop->column != GRAPH_LOST;
}

static bool is_used(const struct graph_trunk *trunk)
{
	return trunk->low <= trunk->high;
}

static bool goes_down(const struct graph_hop *hop)
{
	return hop->to > hop->from;
}

/* ---- forming ---- */

/* Does the row of the net go on behind its trunks: straight, or to a hop that is late? */
static bool row_goes_on(const struct graph_trunks *t, int net)
{
	for (int h = 0; h < t->hop_count; h++)
		if (t->hops[h].net == net &&
			(is_straight(&t->hops[h]) || t->coming[h] != GRAPH_FIRST))
			return true;
	return false;
}

/* A trunk goes up and down in one, but if the row also goes on: that would be four arms.
 */
static void part_nets(struct graph_trunks *t)
{
	for (int h = 0; h < t->hop_count; h++) {
		struct graph_hop *hop = &t->hops[h];
		bool apart = row_goes_on(t, hop->net);

		hop->via = -1;
		t->first[h] = t->second[h] = GRAPH_NO_TRUNK;
		if (is_straight(hop))
			continue;
		for (int k = 0; k < h && t->first[h] == GRAPH_NO_TRUNK; k++)
			if (t->hops[k].net == hop->net && t->coming[h] == GRAPH_FIRST &&
				t->coming[k] == GRAPH_FIRST &&
				(!apart || goes_down(&t->hops[k]) == goes_down(hop)))
				t->first[h] = t->first[k];
		if (t->first[h] == GRAPH_NO_TRUNK)
			t->first[h] = add_trunk(t);
	}
}

/* Is there one that comes first to the goal, so that its row is there already? */
static bool goal_has_first(const struct graph_trunks *t, int goal)
{
	for (int h = 0; h < t->hop_count; h++)
		if (t->hops[h].goal == goal && t->coming[h] == GRAPH_FIRST)
			return true;
	return false;
}

/* Hops that come late to one goal share a trunk that gathers. */
static int gather_goals(struct graph_trunks *t)
{
	int gathered = 0;

	for (int h = 0; h < t->hop_count; h++) {
		const struct graph_hop *hop = &t->hops[h];
		bool apart = goal_has_first(t, hop->goal), found = false;

		for (int k = 0; k < h && t->coming[h] == GRAPH_LATE && !found; k++) {
			const struct graph_hop *other = &t->hops[k];

			if (t->coming[k] != GRAPH_LATE || other->goal != hop->goal)
				continue;
			if (apart && goes_down(other) != goes_down(hop))
				continue;
			t->first[h] = t->first[k];
			gathered++;
			found = true;
		}
	}
	return gathered;
}

/* ---- what may pass ---- */

/*
 * Where several trunks come to one row (`start`: leave it) only one may go on
 * beyond it, the longest; and none if a hop is straight there.
 */
static int trunk_that_passes(const struct graph_trunks *t, int row, bool start)
{
	int best = GRAPH_NO_TRUNK, longest = -1;

	for (int h = 0; h < t->hop_count; h++) {
		const struct graph_hop *hop = &t->hops[h];
		int trunk = start ? t->first[h] : arrival(t, h), length;

		if ((start ? hop->from : hop->to) != row)
			continue;
		if (trunk == GRAPH_NO_TRUNK)
			return GRAPH_NO_TRUNK;
		length = t->trunks[trunk].high - t->trunks[trunk].low;
		if (passes(t, trunk, row) && length > longest) {
			best = trunk;
			longest = length;
		}
	}
	return best;
}

static bool ends_differ(const struct graph_trunks *t, int trunk, int row, bool start)
{
	for (int h = 0; h < t->hop_count; h++)
		if (t->first[h] == trunk &&
			(start ? t->hops[h].from : t->hops[h].to) != row)
			return true;
	return false;
}

/* The hops of a trunk on the lower side of the row that all of them end on. */
static void part_below(struct graph_trunks *t, int trunk, int row)
{
	int lower = add_trunk(t);

	for (int h = 0; h < t->hop_count; h++)
		if (t->first[h] == trunk && t->hops[h].from + t->hops[h].to > 2 * row)
			t->first[h] = lower;
	measure(t);
}

static void part_if_passing(struct graph_trunks *t, int h, bool start)
{
	int trunk = t->first[h], row = start ? t->hops[h].from : t->hops[h].to;

	if (trunk == GRAPH_NO_TRUNK || !passes(t, trunk, row))
		return;
	if (trunk_that_passes(t, row, start) == trunk)
		return;
	if (!ends_differ(t, trunk, row, start)) {
		part_below(t, trunk, row);
		return;
	}
	t->first[h] = add_trunk(t);
	measure(t);
}

/* ---- order ---- */

static void set_before(struct graph_trunks *t, int i, int k)
{
	if (i != GRAPH_NO_TRUNK && k != GRAPH_NO_TRUNK && i != k)
		t->before[i * t->capacity + k] = true;
}

/* Must hop `h`, as it comes late, be right of `k`, the first to its goal? */
static bool must_follow(const struct graph_trunks *t, int h, int k)
{
	return t->coming[h] != GRAPH_FIRST && t->coming[k] == GRAPH_FIRST &&
		t->hops[h].goal == t->hops[k].goal;
}

/* Is `h` the end of the row that `k` turns off from? */
static bool ends_row(const struct graph_trunks *t, int h, int k)
{
	return t->coming[h] == GRAPH_LATE && t->second[h] == GRAPH_NO_TRUNK &&
		t->hops[h].net == t->hops[k].net;
}

/* What leaves on a row must turn off before others come in on it. */
static void order_pair(struct graph_trunks *t, int h, int k)
{
	const struct graph_hop *a = &t->hops[h], *b = &t->hops[k];

	if (a->from == b->to && a->net != b->net)
		set_before(t, t->first[h], arrival(t, k));
	if (a->to == b->to && arrival(t, h) != GRAPH_NO_TRUNK &&
		passes(t, arrival(t, h), a->to))
		set_before(t, arrival(t, h), arrival(t, k));
	if (a->from == b->from && t->first[h] != GRAPH_NO_TRUNK &&
		passes(t, t->first[h], a->from))
		set_before(t, t->first[k], t->first[h]);
	if (must_follow(t, h, k))
		set_before(t, arrival(t, k), arrival(t, h));
	if (ends_row(t, h, k))
		set_before(t, t->first[k], t->first[h]);
}

static void build_order(struct graph_trunks *t)
{
	memset(t->before, 0, (size_t)t->capacity * (size_t)t->trunk_count);
	for (int h = 0; h < t->hop_count; h++) {
		for (int k = 0; k < t->hop_count; k++)
			if (h != k)
				order_pair(t, h, k);
		if (t->second[h] != GRAPH_NO_TRUNK)
			set_before(t, t->first[h], t->second[h]);
	}
}

static bool reaches(struct graph_trunks *t, int from, int to)
{
	int depth = 0;

	memset(t->mark, 0, (size_t)t->trunk_count);
	t->stack[depth++] = from;
	t->mark[from] = true;
	while (depth > 0) {
		int i = t->stack[--depth];

		if (i == to)
			return true;
		for (int k = 0; k < t->trunk_count; k++) {
			if (!graph_trunks_before(t, i, k) || t->mark[k])
				continue;
			t->mark[k] = true;
			t->stack[depth++] = k;
		}
	}
	return false;
}

/*
 * What would be good, if it makes no cycle: of two trunks on one side of a row
 * the longer is the outer one, so that they do not cross each other.
 */
static void order_sides(struct graph_trunks *t)
{
	for (int h = 0; h < t->hop_count; h++) {
		for (int k = 0; k < t->hop_count; k++) {
			int i = t->first[h], j = t->first[k];
			const struct graph_hop *a = &t->hops[h], *b = &t->hops[k];

			if (i == GRAPH_NO_TRUNK || j == GRAPH_NO_TRUNK || i == j)
				continue;
			if (t->trunks[i].low > t->trunks[j].low ||
				t->trunks[i].high < t->trunks[j].high)
				continue;
			if (a->net == b->net && !reaches(t, j, i))
				set_before(t, i, j);
			else if (a->goal == b->goal && !reaches(t, i, j))
				set_before(t, j, i);
		}
	}
}

/* ---- cycles in the order ---- */

static bool row_is_free(const struct graph_trunks *t, int row)
{
	for (int h = 0; h < t->hop_count; h++)
		if (t->hops[h].from == row || t->hops[h].to == row ||
			t->hops[h].via == row)
			return false;
	return true;
}

static int way_round(const struct graph_hop *hop, int row)
{
	return abs(row - hop->from) + abs(row - hop->to);
}

/* The free row that makes the shortest dogleg for the hop, or -1. */
static int row_for_dogleg(const struct graph_trunks *t, const struct graph_hop *hop)
{
	int best = -1;

	for (int row = 0; row < t->rows; row++)
		if ((best < 0 || way_round(hop, row) < way_round(hop, best)) &&
			row_is_free(t, row))
			best = row;
	return best;
}

/* Is it for the sake of `h` that trunk `i` must be left of the trunk of `h`? */
static bool is_reason(const struct graph_trunks *t, int h, int i)
{
	const struct graph_hop *hop = &t->hops[h];

	for (int k = 0; k < t->hop_count; k++) {
		const struct graph_hop *other = &t->hops[k];

		if (k == h || (t->first[k] != i && arrival(t, k) != i))
			continue;
		if (t->first[k] == i && other->from == hop->to && other->net != hop->net)
			return true;
		if (t->first[k] == i && other->from == hop->from &&
			passes(t, t->first[h], hop->from))
			return true;
		if (arrival(t, k) == i && other->to == hop->to && passes(t, i, hop->to))
			return true;
		if (arrival(t, k) == i && must_follow(t, h, k))
			return true;
		if (t->first[k] == i && ends_row(t, h, k))
			return true;
	}
	return false;
}

/* Marks the trunks that neither begin nor end the order: all cycles are among them. */
static bool mark_cycles(struct graph_trunks *t)
{
	bool changed = true, any = false;

	for (int i = 0; i < t->trunk_count; i++)
		t->in_cycle[i] = is_used(&t->trunks[i]);
	while (changed) {
		changed = any = false;
		for (int i = 0; i < t->trunk_count; i++) {
			bool left = false, right = false;

			for (int k = 0; k < t->trunk_count && t->in_cycle[i]; k++) {
				left = left ||
					(t->in_cycle[k] && graph_trunks_before(t, k, i));
				right = right ||
					(t->in_cycle[k] && graph_trunks_before(t, i, k));
			}
			changed = changed || (t->in_cycle[i] && !(left && right));
			t->in_cycle[i] = left && right;
			any = any || t->in_cycle[i];
		}
	}
	return any;
}

/* Is `h` why its trunk must be right of one that must be right of it? */
static bool closes_cycle(struct graph_trunks *t, int h)
{
	int trunk = t->first[h];

	for (int i = 0; i < t->trunk_count; i++)
		if (t->in_cycle[i] && graph_trunks_before(t, i, trunk) &&
			is_reason(t, h, i) && reaches(t, trunk, i))
			return true;
	return false;
}

static void bend(struct graph_trunks *t, int h, int row)
{
	t->hops[h].via = row;
	t->first[h] = add_trunk(t);
	t->second[h] = add_trunk(t);
	measure(t);
}

static void lose(struct graph_trunks *t, int h)
{
	t->hops[h].column = GRAPH_LOST;
	t->hops[h].via = -1;
	t->first[h] = t->second[h] = GRAPH_NO_TRUNK;
	measure(t);
}

/* The hop that closes a cycle and has the shortest dogleg; -1 if none can be bent. */
static int hop_to_bend(struct graph_trunks *t, int *via)
{
	int best = -1, shortest = INT_MAX;

	for (int h = 0; h < t->hop_count; h++) {
		int row, length;

		if (t->first[h] == GRAPH_NO_TRUNK || t->second[h] != GRAPH_NO_TRUNK ||
			!t->in_cycle[t->first[h]])
			continue;
		row = row_for_dogleg(t, &t->hops[h]);
		length = row < 0 ? INT_MAX - 1 : way_round(&t->hops[h], row);
		if (length >= shortest || !closes_cycle(t, h))
			continue;
		best = h;
		*via = row;
		shortest = length;
	}
	return best;
}

/* Where all that close a cycle are bent already. */
static int hop_in_cycle(const struct graph_trunks *t)
{
	for (int h = 0; h < t->hop_count; h++)
		if (t->first[h] != GRAPH_NO_TRUNK &&
			(t->in_cycle[t->first[h]] || t->in_cycle[arrival(t, h)]))
			return h;
	assert(!"a cycle without hops");
	return 0;
}

/* If no row is free for a dogleg the hop is lost. */
static void break_cycles(struct graph_trunks *t)
{
	build_order(t);
	while (mark_cycles(t)) {
		int via = -1, h = hop_to_bend(t, &via);

		if (h < 0)
			h = hop_in_cycle(t);
		if (via < 0)
			lose(t, h);
		else
			bend(t, h, via);
		build_order(t);
	}
}

/* A late hop that has not the end of its row. */
static void go_round(struct graph_trunks *t, int h)
{
	int row = row_for_dogleg(t, &t->hops[h]);

	if (row < 0)
		lose(t, h);
	else
		bend(t, h, row);
}

int graph_trunks_form(struct graph_trunks *t, bool gather)
{
	int gathered = 0;

	t->trunk_count = 0;
	for (int h = 0; h < t->hop_count; h++)
		t->hops[h].column = GRAPH_STRAIGHT;
	graph_gather_choose(t->hops, t->hop_count, t->coming);
	part_nets(t);
	if (gather)
		gathered = gather_goals(t);
	measure(t);
	for (int h = 0; h < t->hop_count; h++)
		if (t->coming[h] == GRAPH_BY_DOGLEG)
			go_round(t, h);
	for (int h = 0; h < t->hop_count; h++) {
		part_if_passing(t, h, true);
		part_if_passing(t, h, false);
	}
	break_cycles(t);
	order_sides(t);
	return gathered;
}
