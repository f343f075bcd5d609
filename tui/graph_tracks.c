/* SPDX-License-Identifier: MIT */
#include "tui/graph_tracks.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tui/graph_trunks.h"

enum { UNPLACED = -1, SPARE_TRACKS = 2 };
enum { COST_LOST = 1000, COST_COLUMN = 4, COST_DOGLEG = 2 };

/* Which of the trunks that may be placed comes first; all are tried. */
enum preference { SHORTEST, LONGEST, TOPMOST, BOTTOMMOST, PREFERENCES };

/* The best so far of the ways to draw a gap. */
struct search {
	struct graph_trunks trunks;
	struct graph_hop *packed, *now, *best;
	struct graph_tracks found;
	int work;
};

/* ---- columns ---- */

static bool is_used(const struct graph_trunk *trunk)
{
	return trunk->low <= trunk->high;
}

/* How many trunks that are not placed must be left of each. */
static void count_waiting(const struct graph_trunks *t)
{
	for (int i = 0; i < t->trunk_count; i++)
		t->waits[i] = 0;
	for (int i = 0; i < t->trunk_count; i++)
		for (int k = 0; k < t->trunk_count && is_used(&t->trunks[i]); k++)
			t->waits[k] += graph_trunks_before(t, i, k);
}

static bool is_ready(const struct graph_trunks *t, int trunk)
{
	return t->trunks[trunk].column == UNPLACED && is_used(&t->trunks[trunk]) &&
		t->waits[trunk] == 0;
}

static bool prefer(
	const struct graph_trunk *a, const struct graph_trunk *b, enum preference by)
{
	int length = (a->high - a->low) - (b->high - b->low);

	switch (by) {
	case SHORTEST:
		return length != 0 ? length < 0 : a->low < b->low;
	case LONGEST:
		return length != 0 ? length > 0 : a->low < b->low;
	case TOPMOST:
		return a->low != b->low ? a->low < b->low : length < 0;
	default:
		return a->high != b->high ? a->high > b->high : length < 0;
	}
}

static int next_trunk(const struct graph_trunks *t, enum preference by)
{
	int best = GRAPH_NO_TRUNK;

	for (int i = 0; i < t->trunk_count; i++)
		if (is_ready(t, i) &&
			(best == GRAPH_NO_TRUNK ||
				prefer(&t->trunks[i], &t->trunks[best], by)))
			best = i;
	return best;
}

static bool column_is_free(const struct graph_trunks *t, int trunk, int column)
{
	const struct graph_trunk *a = &t->trunks[trunk];

	for (int i = 0; i < t->trunk_count; i++) {
		const struct graph_trunk *b = &t->trunks[i];

		if (b->column == column && a->low <= b->high && b->low <= a->high)
			return false;
	}
	return true;
}

static void place(struct graph_trunks *t, int trunk)
{
	int column = 0;

	for (int i = 0; i < t->trunk_count; i++)
		if (graph_trunks_before(t, i, trunk) && t->trunks[i].column >= column)
			column = t->trunks[i].column + 1;
	while (!column_is_free(t, trunk, column))
		column++;
	t->trunks[trunk].column = column;
	for (int k = 0; k < t->trunk_count; k++)
		t->waits[k] -= graph_trunks_before(t, trunk, k);
}

/* Left-edge packing; returns the columns used. */
static int pack(struct graph_trunks *t, enum preference by)
{
	int columns = 0, trunk;

	for (int i = 0; i < t->trunk_count; i++)
		t->trunks[i].column = UNPLACED;
	count_waiting(t);
	while ((trunk = next_trunk(t, by)) != GRAPH_NO_TRUNK) {
		place(t, trunk);
		if (t->trunks[trunk].column >= columns)
			columns = t->trunks[trunk].column + 1;
	}
	for (int h = 0; h < t->hop_count; h++) {
		if (t->first[h] == GRAPH_NO_TRUNK)
			continue;
		t->hops[h].column = t->trunks[t->first[h]].column;
		if (t->second[h] != GRAPH_NO_TRUNK)
			t->hops[h].column2 = t->trunks[t->second[h]].column;
	}
	return columns;
}

/* ---- all ---- */

/* Draws the hops, looking for another way for those that cannot be drawn. */
static struct graph_tracks draw(
	struct graph_hop *hops, int count, int rows, int columns, bool doglegs)
{
	struct graph_tracks t = { .columns = columns };
	struct graph_channel c;

	graph_channel_init(&c, rows, columns + 1);
	if (!graph_channel_add_all(&c, hops, count))
		for (int h = 0; h < count; h++)
			if (hops[h].column != GRAPH_LOST &&
				!graph_channel_add(&c, &hops[h]))
				hops[h].column = GRAPH_LOST;
	for (int h = 0; h < count; h++)
		if (hops[h].column == GRAPH_LOST)
			t.lost += !graph_channel_find(&c, &hops[h], doglegs);
	for (int h = 0; h < count; h++) {
		t.bends += hops[h].column >= 0;
		t.doglegs += hops[h].via >= 0;
	}
	t.crossings = graph_channel_crossings(&c);
	t.work = (3 + c.tries) * rows * (columns + 2) + count * (rows + columns);
	graph_channel_fini(&c);
	return t;
}

static int cost(struct graph_tracks t)
{
	return t.lost * COST_LOST + t.columns * COST_COLUMN + t.doglegs * COST_DOGLEG +
		t.crossings;
}

static void try_packings(struct search *s)
{
	size_t bytes = (size_t)s->trunks.hop_count * sizeof(*s->best);

	for (int by = 0; by < PREFERENCES; by++) {
		int columns = pack(&s->trunks, (enum preference)by);
		struct graph_tracks drawn;

		s->work += 2 * s->trunks.trunk_count * s->trunks.trunk_count;
		if (columns * COST_COLUMN >= cost(s->found))
			continue;
		if (by > 0 && memcmp(s->packed, s->trunks.hops, bytes) == 0)
			continue;
		memcpy(s->packed, s->trunks.hops, bytes);
		memcpy(s->now, s->trunks.hops, bytes);
		drawn = draw(s->now, s->trunks.hop_count, s->trunks.rows, columns, false);
		s->work += drawn.work;
		if (cost(drawn) >= cost(s->found))
			continue;
		s->found = drawn;
		memcpy(s->best, s->now, bytes);
	}
}

/* For what could not be drawn in the best way a detour may do, or a wider gap. */
static void try_doglegs(struct search *s)
{
	const struct graph_trunks *t = &s->trunks;
	size_t bytes = (size_t)t->hop_count * sizeof(*s->now);
	int columns = s->found.columns;

	memcpy(s->packed, s->best, bytes);
	for (int spare = 0; spare <= SPARE_TRACKS && s->found.lost > 0; spare++) {
		struct graph_tracks drawn;

		memcpy(s->now, s->packed, bytes);
		drawn = draw(s->now, t->hop_count, t->rows, columns + spare, true);
		s->work += drawn.work;
		if (cost(drawn) >= cost(s->found))
			continue;
		s->found = drawn;
		memcpy(s->best, s->now, bytes);
	}
}

struct graph_tracks graph_tracks_assign(struct graph_hop *hops, int count, int rows)
{
	size_t bytes = (size_t)count * sizeof(*hops);
	struct search s = { .work = 0, .found = { .lost = INT_MAX / (2 * COST_LOST) } };
	int gathered;

	if (count == 0)
		return (struct graph_tracks){ 0 };
	graph_trunks_init(&s.trunks, hops, count, rows);
	s.packed = xmalloc(3 * bytes);
	s.now = s.packed + count;
	s.best = s.now + count;
	gathered = graph_trunks_form(&s.trunks, true);
	try_packings(&s);
	if (gathered > 0 && s.found.lost > 0) {
		graph_trunks_form(&s.trunks, false);
		try_packings(&s);
	}
	try_doglegs(&s);
	memcpy(hops, s.best, bytes);
	free(s.packed);
	s.found.work = s.work + 3 * s.trunks.trunk_count * s.trunks.hop_count;
	graph_trunks_fini(&s.trunks);
	return s.found;
}
