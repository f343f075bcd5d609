/* SPDX-License-Identifier: MIT */
#include "tui/graph_tracks.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { NO_SEGMENT = -1, UNPLACED = -1, SPARE_TRACKS = 2 };
enum { COST_LOST = 1000, COST_COLUMN = 4 };

/* Which of the segments that may be placed comes first; all are tried. */
enum preference { SHORTEST, LONGEST, TOPMOST, BOTTOMMOST, PREFERENCES };

/* A vertical: one or more hops of a net, or half of a dogleg. */
struct segment {
	int net;
	int start; /* the row on which it is entered from the chip, or -1 */
	int low, high;
	int column;
};

struct packer {
	struct graph_hop *hops;
	int count, rows;
	struct segment *segments;
	int segment_count, capacity;
	int *first, *second; /* of a hop: its segments, or NO_SEGMENT */
	bool *before;        /* [i * capacity + k]: i must be left of k */
	bool *mark;
	int *stack;
};

static bool *before(const struct packer *p, int i, int k)
{
	return &p->before[i * p->capacity + k];
}

/* ---- segments ---- */

static int add_segment(struct packer *p, int net, int start)
{
	assert(p->segment_count < p->capacity);
	p->segments[p->segment_count] = (struct segment){ net, start, 0, 0, UNPLACED };
	return p->segment_count++;
}

static void widen(struct segment *s, int a, int b)
{
	int low = a < b ? a : b, high = a < b ? b : a;

	s->low = low < s->low ? low : s->low;
	s->high = high > s->high ? high : s->high;
}

/* Sets the ranges of all segments from the hops that use them. */
static void measure(struct packer *p)
{
	for (int i = 0; i < p->segment_count; i++) {
		p->segments[i].low = INT_MAX;
		p->segments[i].high = INT_MIN;
	}
	for (int h = 0; h < p->count; h++) {
		const struct graph_hop *hop = &p->hops[h];

		if (p->first[h] == NO_SEGMENT)
			continue;
		widen(&p->segments[p->first[h]], hop->from,
			p->second[h] == NO_SEGMENT ? hop->to : hop->via);
		if (p->second[h] != NO_SEGMENT)
			widen(&p->segments[p->second[h]], hop->via, hop->to);
	}
}

static bool goes_straight(const struct packer *p, int net)
{
	for (int h = 0; h < p->count; h++)
		if (p->hops[h].net == net && p->hops[h].from == p->hops[h].to)
			return true;
	return false;
}

/* The segment of `net` that hop `h` can share: the same side, or any if not `apart`. */
static int shared_segment(const struct packer *p, int h, bool apart)
{
	const struct graph_hop *hop = &p->hops[h];

	for (int k = 0; k < h; k++) {
		const struct graph_hop *other = &p->hops[k];

		if (other->net != hop->net || p->first[k] == NO_SEGMENT)
			continue;
		if (!apart || (other->to > other->from) == (hop->to > hop->from))
			return p->first[k];
	}
	return NO_SEGMENT;
}

/* A trunk up and down in one, but if the net also goes straight: that would be four arms.
 */
static void make_segments(struct packer *p)
{
	for (int h = 0; h < p->count; h++) {
		struct graph_hop *hop = &p->hops[h];

		hop->via = -1;
		hop->column = GRAPH_STRAIGHT;
		p->first[h] = p->second[h] = NO_SEGMENT;
		if (hop->from == hop->to)
			continue;
		p->first[h] = shared_segment(p, h, goes_straight(p, hop->net));
		if (p->first[h] == NO_SEGMENT)
			p->first[h] = add_segment(p, hop->net, hop->from);
	}
	measure(p);
}

/* Of a trunk that goes both ways the part that goes down becomes one of its own. */
static void part_trunk(struct packer *p, int segment)
{
	int start = p->segments[segment].start, lower = NO_SEGMENT;

	if (p->segments[segment].low == start || p->segments[segment].high == start)
		return;
	for (int h = 0; h < p->count; h++) {
		if (p->first[h] != segment || p->hops[h].to < start)
			continue;
		if (lower == NO_SEGMENT)
			lower = add_segment(p, p->segments[segment].net, start);
		p->first[h] = lower;
	}
	measure(p);
}

/* The segment with which a hop comes to its end row. */
static int arrival(const struct packer *p, int h)
{
	return p->second[h] != NO_SEGMENT ? p->second[h] : p->first[h];
}

static bool passes(const struct packer *p, int segment, int row)
{
	return p->segments[segment].low < row && row < p->segments[segment].high;
}

/*
 * Where several nets come to one row only one may go on beyond it, the one
 * with most to go; and none if there is one that comes straight.
 */
static int segment_that_passes(const struct packer *p, int row)
{
	int best = NO_SEGMENT, longest = -1;

	for (int h = 0; h < p->count; h++) {
		int s = p->first[h], length;

		if (p->hops[h].to != row)
			continue;
		if (s == NO_SEGMENT)
			return NO_SEGMENT;
		length = p->segments[s].high - p->segments[s].low;
		if (passes(p, s, row) && length > longest) {
			best = s;
			longest = length;
		}
	}
	return best;
}

static bool row_is_shared(const struct packer *p, int h)
{
	for (int k = 0; k < p->count; k++)
		if (k != h && p->hops[k].to == p->hops[h].to)
			return true;
	return false;
}

static void part_passers(struct packer *p)
{
	for (int h = 0; h < p->count; h++) {
		const struct graph_hop *hop = &p->hops[h];
		int s = p->first[h];

		if (s == NO_SEGMENT || !passes(p, s, hop->to) || !row_is_shared(p, h))
			continue;
		if (segment_that_passes(p, hop->to) == s)
			continue;
		part_trunk(p, s);
		if (!passes(p, p->first[h], hop->to))
			continue;
		p->first[h] = add_segment(p, hop->net, hop->from);
		measure(p);
	}
}

/* ---- order ---- */

/* What leaves on a row must turn off before others come in on it. */
static void order_rows(struct packer *p)
{
	for (int h = 0; h < p->count; h++) {
		int comes = arrival(p, h);

		if (comes == NO_SEGMENT)
			continue;
		for (int i = 0; i < p->segment_count; i++) {
			const struct segment *s = &p->segments[i];

			if (s->net != p->hops[h].net && s->start == p->hops[h].to)
				*before(p, i, comes) = true;
		}
	}
}

static void order_passers(struct packer *p)
{
	for (int h = 0; h < p->count; h++) {
		int s = arrival(p, h);

		if (s == NO_SEGMENT || !passes(p, s, p->hops[h].to))
			continue;
		for (int k = 0; k < p->count; k++)
			if (p->hops[k].to == p->hops[h].to && arrival(p, k) != s &&
				arrival(p, k) != NO_SEGMENT)
				*before(p, s, arrival(p, k)) = true;
	}
}

static void build_order(struct packer *p)
{
	memset(p->before, 0, (size_t)p->capacity * (size_t)p->capacity);
	order_rows(p);
	order_passers(p);
	for (int h = 0; h < p->count; h++)
		if (p->second[h] != NO_SEGMENT)
			*before(p, p->first[h], p->second[h]) = true;
}

static bool reaches(struct packer *p, int from, int to)
{
	int depth = 0;

	memset(p->mark, 0, (size_t)p->segment_count);
	p->stack[depth++] = from;
	p->mark[from] = true;
	while (depth > 0) {
		int s = p->stack[--depth];

		if (s == to)
			return true;
		for (int k = 0; k < p->segment_count; k++) {
			if (!*before(p, s, k) || p->mark[k])
				continue;
			p->mark[k] = true;
			p->stack[depth++] = k;
		}
	}
	return false;
}

/* If it can be had: of two trunks of a net on one side the longer is left, so they do not
 * cross. */
static void order_trunks(struct packer *p)
{
	for (int i = 0; i < p->segment_count; i++) {
		for (int k = 0; k < p->segment_count; k++) {
			const struct segment *a = &p->segments[i], *b = &p->segments[k];

			if (i == k || a->net != b->net || a->start < 0 || b->start < 0)
				continue;
			if (a->low > b->low || a->high < b->high)
				continue;
			if (!reaches(p, k, i))
				*before(p, i, k) = true;
		}
	}
}

/* ---- cycles in the order ---- */

static bool row_is_free(const struct packer *p, int row)
{
	for (int h = 0; h < p->count; h++)
		if (p->hops[h].from == row || p->hops[h].to == row ||
			p->hops[h].via == row)
			return false;
	return true;
}

/* The free row that makes the shortest dogleg for the hop, or -1. */
static int row_for_dogleg(const struct packer *p, const struct graph_hop *hop)
{
	int best = -1, shortest = INT_MAX;

	for (int row = 0; row < p->rows; row++) {
		int length = abs(row - hop->from) + abs(row - hop->to);

		if (length < shortest && row_is_free(p, row)) {
			best = row;
			shortest = length;
		}
	}
	return best;
}

/* Is `h` why its segment must be right of another that must be right of it? */
static bool closes_cycle(struct packer *p, int h)
{
	int s = p->first[h];

	if (s == NO_SEGMENT || p->second[h] != NO_SEGMENT)
		return false;
	for (int i = 0; i < p->segment_count; i++) {
		const struct segment *other = &p->segments[i];

		if (i == s || !*before(p, i, s))
			continue;
		if (other->start == p->hops[h].to || passes(p, i, p->hops[h].to))
			if (reaches(p, s, i))
				return true;
	}
	return false;
}

static void break_with_dogleg(struct packer *p, int h, int row)
{
	struct graph_hop *hop = &p->hops[h];

	hop->via = row;
	p->first[h] = add_segment(p, hop->net, hop->from);
	p->second[h] = add_segment(p, hop->net, -1);
	measure(p);
}

static void lose(struct packer *p, int h)
{
	p->hops[h].column = GRAPH_LOST;
	p->hops[h].via = -1;
	p->first[h] = p->second[h] = NO_SEGMENT;
	measure(p);
}

/* Gives one hop of a cycle a dogleg, the shortest there is. False if there is no cycle.
 */
static bool break_cycle(struct packer *p)
{
	int best = -1, best_row = -1, shortest = INT_MAX;

	for (int h = 0; h < p->count; h++) {
		const struct graph_hop *hop = &p->hops[h];
		int row, length;

		if (!closes_cycle(p, h))
			continue;
		row = row_for_dogleg(p, hop);
		length =
			row < 0 ? INT_MAX - 1 : abs(row - hop->from) + abs(row - hop->to);
		if (length < shortest) {
			best = h;
			best_row = row;
			shortest = length;
		}
	}
	if (best < 0)
		return false;
	if (best_row < 0)
		lose(p, best);
	else
		break_with_dogleg(p, best, best_row);
	return true;
}

/* ---- columns ---- */

static bool segments_overlap(const struct segment *a, const struct segment *b)
{
	return a->low <= b->high && b->low <= a->high;
}

static bool is_used(const struct packer *p, int segment)
{
	return p->segments[segment].low <= p->segments[segment].high;
}

static bool is_ready(const struct packer *p, int segment)
{
	if (p->segments[segment].column != UNPLACED || !is_used(p, segment))
		return false;
	for (int i = 0; i < p->segment_count; i++)
		if (*before(p, i, segment) && p->segments[i].column == UNPLACED &&
			is_used(p, i))
			return false;
	return true;
}

static bool prefer(const struct segment *a, const struct segment *b, enum preference by)
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

static int next_segment(const struct packer *p, enum preference by)
{
	int best = NO_SEGMENT;

	for (int i = 0; i < p->segment_count; i++)
		if (is_ready(p, i) &&
			(best == NO_SEGMENT ||
				prefer(&p->segments[i], &p->segments[best], by)))
			best = i;
	return best;
}

static bool column_is_free(const struct packer *p, const struct segment *s, int column)
{
	for (int i = 0; i < p->segment_count; i++)
		if (p->segments[i].column == column &&
			segments_overlap(&p->segments[i], s))
			return false;
	return true;
}

static void place_segment(struct packer *p, int segment)
{
	struct segment *s = &p->segments[segment];
	int column = 0;

	for (int i = 0; i < p->segment_count; i++)
		if (*before(p, i, segment) && p->segments[i].column >= column)
			column = p->segments[i].column + 1;
	while (!column_is_free(p, s, column))
		column++;
	s->column = column;
}

static int pack(struct packer *p, enum preference by)
{
	int columns = 0, s;

	for (int i = 0; i < p->segment_count; i++)
		p->segments[i].column = UNPLACED;
	while ((s = next_segment(p, by)) != NO_SEGMENT) {
		place_segment(p, s);
		if (p->segments[s].column >= columns)
			columns = p->segments[s].column + 1;
	}
	for (int h = 0; h < p->count; h++) {
		if (p->first[h] == NO_SEGMENT)
			continue;
		p->hops[h].column = p->segments[p->first[h]].column;
		if (p->second[h] != NO_SEGMENT)
			p->hops[h].column2 = p->segments[p->second[h]].column;
	}
	return columns;
}

/* ---- all ---- */

/* Draws the hops, looking for another way for those that cannot be drawn. */
static struct graph_tracks draw(struct graph_hop *hops, int count, int rows, int columns)
{
	struct graph_tracks t = { .columns = columns };
	struct graph_channel c;

	graph_channel_init(&c, rows, columns + 1);
	for (int h = 0; h < count; h++)
		if (hops[h].column != GRAPH_LOST && !graph_channel_add(&c, &hops[h]))
			hops[h].column = GRAPH_LOST;
	for (int h = 0; h < count; h++)
		if (hops[h].column == GRAPH_LOST)
			t.lost += !graph_channel_find(&c, &hops[h], 0);
	for (int h = 0; h < count; h++)
		t.doglegs += hops[h].via >= 0;
	t.crossings = graph_channel_crossings(&c);
	graph_channel_fini(&c);
	return t;
}

static int cost(struct graph_tracks t)
{
	return t.lost * COST_LOST + t.columns * COST_COLUMN + t.crossings;
}

static void packer_init(struct packer *p, struct graph_hop *hops, int count, int rows)
{
	size_t capacity = 4 * (size_t)count, cells = capacity * capacity;

	*p = (struct packer){ .hops = hops, .count = count, .rows = rows };
	p->capacity = (int)capacity;
	p->segments = xcalloc(capacity, sizeof(*p->segments));
	p->first = xcalloc((size_t)count, sizeof(*p->first));
	p->second = xcalloc((size_t)count, sizeof(*p->second));
	p->before = xcalloc(cells, sizeof(*p->before));
	p->mark = xcalloc(capacity, sizeof(*p->mark));
	p->stack = xcalloc(capacity, sizeof(*p->stack));
}

static void packer_fini(struct packer *p)
{
	free(p->segments);
	free(p->first);
	free(p->second);
	free(p->before);
	free(p->mark);
	free(p->stack);
}

/* Draws what has been packed; for what cannot be drawn so a wider gap may do. */
static struct graph_tracks draw_packed(
	const struct packer *p, int columns, struct graph_hop *out)
{
	size_t bytes = (size_t)p->count * sizeof(*out);
	struct graph_tracks t;

	memcpy(out, p->hops, bytes);
	t = draw(out, p->count, p->rows, columns);
	for (int spare = 1; t.lost > 0 && spare <= SPARE_TRACKS; spare++) {
		memcpy(out, p->hops, bytes);
		t = draw(out, p->count, p->rows, columns + spare);
	}
	return t;
}

static struct graph_tracks pack_best(struct packer *p)
{
	size_t bytes = (size_t)p->count * sizeof(*p->hops);
	struct graph_hop *packed = xmalloc(bytes), *now = xmalloc(bytes);
	struct graph_hop *best = xmalloc(bytes);
	struct graph_tracks found = { .lost = INT_MAX / (2 * COST_LOST) };

	for (int by = 0; by < PREFERENCES; by++) {
		int columns = pack(p, (enum preference)by);
		struct graph_tracks t;

		if (columns * COST_COLUMN >= cost(found))
			continue;
		if (by > 0 && memcmp(packed, p->hops, bytes) == 0)
			continue;
		memcpy(packed, p->hops, bytes);
		t = draw_packed(p, columns, now);
		if (cost(t) >= cost(found))
			continue;
		found = t;
		memcpy(best, now, bytes);
	}
	memcpy(p->hops, best, bytes);
	free(packed);
	free(now);
	free(best);
	return found;
}

struct graph_tracks graph_tracks_assign(struct graph_hop *hops, int count, int rows)
{
	struct graph_tracks found = { 0 };
	struct packer p;

	if (count == 0)
		return found;
	packer_init(&p, hops, count, rows);
	make_segments(&p);
	part_passers(&p);
	build_order(&p);
	while (break_cycle(&p))
		build_order(&p);
	order_trunks(&p);
	found = pack_best(&p);
	packer_fini(&p);
	return found;
}
