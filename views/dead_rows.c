/* SPDX-License-Identifier: MIT */
/*
 * Which row is what: groups in their order, each with the rank it begins at.
 * A letter's rank is asked of its group's order, so nothing here walks them.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "views/dead_own.h"
#include "views/link.h"

#define GROUP_BIT (UINT64_C(1) << 32)
#define WHY_BIT (UINT64_C(1) << 33)

bool dead_is_growing(const struct dead_group *g, int64_t now)
{
	return rate_trouble(&g->came, now) > 0;
}

uint64_t dead_rows_group_id(uint32_t group)
{
	return GROUP_BIT | group;
}

uint64_t dead_rows_why_id(uint32_t why)
{
	return WHY_BIT | why;
}

struct dead_shown dead_rows_all(const struct dead *d, const struct dead_row *row)
{
	const struct order *all;

	if (dead_is_bucket(row))
		return dead_by_shown(d, row->bucket);
	all = row->why != NONE ? &d->mesh->dead_why[row->why].letters
			       : &d->mesh->dead_group[row->group].letters;
	return (struct dead_shown){ .order = all, .n = all->count };
}

bool dead_rows_divided(const struct dead *d, uint32_t group)
{
	return d->named[group] > 1;
}

uint32_t dead_rows_causes(const struct dead *d, uint32_t group)
{
	return d->named[group] & ~DEAD_VIOLATION;
}

bool dead_rows_is_open(const struct dead *d, uint32_t group)
{
	if (d->open[group] == DEAD_AUTO)
		return dead_rows_divided(d, group);
	return d->open[group] == DEAD_OPEN;
}

static int by_key(const void *a, const void *b)
{
	const struct dead_part *x = a, *y = b;

	if (x->key != y->key)
		return x->key > y->key ? -1 : 1;
	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	return x->bucket < y->bucket ? -1 : x->bucket > y->bucket;
}

static void take_groups(struct dead *d, const struct world *w)
{
	const struct mesh *m = w->mesh;

	d->parts = d->hidden = 0;
	for (uint32_t i = 0; i < m->dead_groups; i++) {
		const struct dead_group *g = &m->dead_group[i];
		bool growing = dead_is_growing(g, link_now(w));
		size_t shown;

		if (g->letters.count == 0)
			continue;
		shown = dead_shown_of(d, i, NONE).n;
		d->hidden += g->letters.count - (d->growing_only && !growing ? 0 : shown);
		if (shown == 0 || (d->growing_only && !growing))
			continue;
		xgrow(&d->part, &d->part_cap, d->parts + 1, sizeof(*d->part));
		d->part[d->parts++] = (struct dead_part){ .group = i,
			.bucket = NONE,
			.key = (double)shown + (growing ? 4294967296.0 : 0),
			.growing = growing };
	}
}

static size_t shown_of_why(const struct dead *d, uint32_t why)
{
	return dead_shown_of(d, NONE, why).n;
}

/* The causes of a group that is open, the most letters first. */
static int by_letters(const void *a, const void *b, void *arg)
{
	const struct dead *d = arg;
	const struct dead_cause *x = a, *y = b;
	size_t n = shown_of_why(d, x->why), k = shown_of_why(d, y->why);

	if (n != k)
		return n > k ? -1 : 1;
	return x->why < y->why ? -1 : 1;
}

/* How many rows the causes of groups take; each knows the rank it begins at later. */
static void take_whys(struct dead *d)
{
	const struct mesh *m = d->mesh;
	size_t *part_of_group =
		xcalloc((size_t)m->dead_groups + 1, sizeof(*part_of_group));

	for (size_t i = 0; i < d->parts; i++) {
		struct dead_part *p = &d->part[i];
		uint32_t group = p->group;

		p->whys = 0;
		if (group == NONE)
			continue;
		if (dead_rows_divided(d, group) && dead_rows_is_open(d, group))
			part_of_group[group] = i + 1;
	}
	d->whys = 0;
	for (uint32_t y = 0; y < m->dead_whys; y++) {
		if (shown_of_why(d, y) > 0 && part_of_group[m->dead_why[y].group])
			d->part[part_of_group[m->dead_why[y].group] - 1].whys++;
	}
	for (size_t i = 0; i < d->parts; i++) {
		d->part[i].first_why = d->whys;
		d->whys += d->part[i].whys;
		d->part[i].whys = 0;
	}
	xgrow(&d->why, &d->why_cap, d->whys + 1, sizeof(*d->why));
	for (uint32_t y = 0; y < m->dead_whys; y++) {
		size_t at = part_of_group[m->dead_why[y].group];
		struct dead_part *p = at > 0 ? &d->part[at - 1] : NULL;

		if (p != NULL && shown_of_why(d, y) > 0)
			d->why[p->first_why + p->whys++] = (struct dead_cause){ y, 0 };
	}
	free(part_of_group);
	for (size_t i = 0; i < d->parts; i++) {
		struct dead_part *p = &d->part[i];

		if (p->whys > 1)
			qsort_r(d->why + p->first_why, p->whys, sizeof(*d->why),
				by_letters, d);
	}
}

/* The rows below a group's own. */
static size_t rows_of(struct dead *d, struct dead_part *p)
{
	size_t rank = p->start + 1;

	if (p->bucket != NONE)
		return d->bucket_open[d->bucket[p->bucket].key] ? d->bucket[p->bucket].n
								: 0;
	if (!dead_rows_is_open(d, p->group))
		return 0;
	if (p->whys == 0)
		return dead_shown_of(d, p->group, NONE).n;
	for (size_t i = p->first_why; i < p->first_why + p->whys; i++) {
		struct dead_cause *y = &d->why[i];

		y->start = rank++;
		if (d->why_open[y->why])
			rank += shown_of_why(d, y->why);
	}
	return rank - p->start - 1;
}

/* How many causes each group has; of one alone it matters whether it is a violation. */
static void count_whys(struct dead *d)
{
	const struct mesh *m = d->mesh;

	xgrow(&d->named, &d->named_cap, (size_t)m->dead_groups + 1, sizeof(*d->named));
	memset(d->named, 0, m->dead_groups * sizeof(*d->named));
	for (uint32_t i = 0; i < m->dead_whys; i++) {
		const struct dead_why *y = &m->dead_why[i];

		if (y->letters.count > 0)
			d->named[y->group] = (d->named[y->group] + 1) |
				(y->violation ? DEAD_VIOLATION : 0);
	}
}

static void grow_open(struct dead *d, const struct mesh *m)
{
	xgrow(&d->open, &d->open_cap, (size_t)m->dead_groups + 1, sizeof(*d->open));
	while (d->opens < m->dead_groups)
		d->open[d->opens++] = DEAD_AUTO;
	xgrow(&d->why_open, &d->why_open_cap, (size_t)m->dead_whys + 1,
		sizeof(*d->why_open));
	while (d->why_opens < m->dead_whys)
		d->why_open[d->why_opens++] = false;
}

static bool still_dead(const void *arg, uint64_t id)
{
	const struct handoff *h = handoff_at(arg, (uint32_t)id);

	return h != NULL && h->in_dead;
}

void dead_rows_sync(struct dead *d, const struct world *w)
{
	struct list_items items;
	size_t marks;

	if (d->mesh != w->mesh || w->mesh->dead_groups < d->opens ||
		w->mesh->dead_whys < d->why_opens) {
		d->opens = d->why_opens = 0;
		for (int by = 0; by < DEAD_BYS; by++)
			d->fits[by].n = 0;
	}
	d->mesh = w->mesh;
	grow_open(d, w->mesh);
	count_whys(d);
	dead_find_letters(d, w);
	if (d->by == DEAD_BY_CAUSE)
		take_groups(d, w);
	else
		dead_by_take(d, w);
	if (d->parts > 1)
		qsort(d->part, d->parts, sizeof(*d->part), by_key);
	if (d->reversed)
		mem_reverse(d->part, d->parts, sizeof(*d->part));
	take_whys(d);
	d->rows = 0;
	for (size_t i = 0; i < d->parts; i++) {
		d->part[i].start = d->rows;
		d->rows += 1 + rows_of(d, &d->part[i]);
	}
	items = dead_rows_items(d);
	list_sync(&d->list, &items, d->list.height);
	list_marks(&d->list, &marks);
	if (marks > 0)
		list_mark_prune(&d->list, still_dead, w->mesh);
}

static const struct dead_part *part_of_bucket(const struct dead *d, uint32_t bucket)
{
	for (size_t i = 0; i < d->parts && bucket != NONE; i++)
		if (d->part[i].bucket == bucket)
			return &d->part[i];
	return NULL;
}

static const struct dead_part *part_of(const struct dead *d, uint32_t group)
{
	for (size_t i = 0; i < d->parts; i++)
		if (d->part[i].group == group)
			return &d->part[i];
	return NULL;
}

bool dead_rows_shows(const struct dead *d, const struct handoff *h)
{
	return d->by == DEAD_BY_CAUSE ? part_of(d, h->dead_group) != NULL
				      : dead_by_of(d, h) != NONE;
}

void dead_rows_unfold(struct dead *d, const struct handoff *h)
{
	d->open[h->dead_group] = DEAD_OPEN;
	d->why_open[h->dead_why] = true;
	if (d->by != DEAD_BY_CAUSE && dead_by_of(d, h) != NONE)
		d->bucket_open[d->bucket[dead_by_of(d, h)].key] = true;
}

uint64_t dead_rows_part_id(const struct dead *d, const struct dead_part *p)
{
	return p->bucket != NONE ? dead_by_id(d->bucket[p->bucket].key)
				 : dead_rows_group_id(p->group);
}

/* The cause whose row, or one of whose letters, stands at this rank. */
static void find_why(const struct dead *d, const struct dead_part *p, size_t rank,
	struct dead_row *row)
{
	const struct dead_cause *y = d->why + p->first_why, *end = y + p->whys;

	while (y + 1 < end && y[1].start <= rank)
		y++;
	row->why = y->why;
	row->letter = rank > y->start ? rank - y->start - 1 : SIZE_MAX;
}

struct dead_row dead_rows_at(const struct dead *d, size_t rank)
{
	size_t low = 0, high = d->parts;
	struct dead_row row = {
		.why = NONE, .letter = SIZE_MAX, .handoff = NONE, .bucket = NONE
	};
	const struct dead_part *p;
	struct dead_shown shown;

	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (d->part[middle].start <= rank)
			low = middle;
		else
			high = middle;
	}
	p = &d->part[low];
	row.group = p->group;
	row.bucket = p->bucket;
	if (p->bucket != NONE) {
		if (rank > p->start &&
			dead_by_at(d, p->bucket, rank - p->start - 1, &row.handoff)) {
			row.letter = rank - p->start - 1;
			row.group = handoff_at(d->mesh, row.handoff)->dead_group;
		}
		return row;
	}
	if (rank > p->start && p->whys > 0)
		find_why(d, p, rank, &row);
	else if (rank > p->start)
		row.letter = rank - p->start - 1;
	shown = dead_shown_of(d, row.group, row.why);
	if (row.letter != SIZE_MAX)
		dead_shown_at(&shown, row.letter, &row.handoff);
	return row;
}

static const struct dead *d_of(const void *arg)
{
	return arg;
}

static uint64_t id_at(const void *arg, size_t rank)
{
	struct dead_row row = dead_rows_at(arg, rank);

	if (row.letter != SIZE_MAX)
		return row.handoff;
	if (row.bucket != NONE)
		return dead_by_id(d_of(arg)->bucket[row.bucket].key);
	return row.why != NONE ? dead_rows_why_id(row.why)
			       : dead_rows_group_id(row.group);
}

/* NULL where the cause has no row. */
static const struct dead_cause *cause_of(
	const struct dead *d, const struct dead_part *p, uint32_t why)
{
	for (size_t i = p->first_why; i < p->first_why + p->whys; i++)
		if (d->why[i].why == why)
			return &d->why[i];
	return NULL;
}

static size_t rank_of_why(const struct dead *d, uint32_t why)
{
	const struct dead_part *p = why < d->mesh->dead_whys
		? part_of(d, d->mesh->dead_why[why].group)
		: NULL;
	const struct dead_cause *y = p != NULL ? cause_of(d, p, why) : NULL;

	return y != NULL ? y->start : LIST_NOWHERE;
}

static size_t rank_of_letter(const struct dead *d, const struct dead_part *p,
	const struct handoff *h, uint32_t id)
{
	const struct dead_cause *y;
	struct dead_shown shown = dead_shown_of(d, p->group, NONE);
	size_t rank;

	if (p->whys == 0) {
		rank = dead_shown_rank(&shown, d->mesh, h->dead_key, id);
		return rank != LIST_NOWHERE ? p->start + 1 + rank : rank;
	}
	y = cause_of(d, p, h->dead_why);
	if (y == NULL || !d->why_open[y->why])
		return LIST_NOWHERE;
	shown = dead_shown_of(d, p->group, y->why);
	rank = dead_shown_rank(&shown, d->mesh, h->dead_key, id);
	return rank != LIST_NOWHERE ? y->start + 1 + rank : rank;
}

static size_t rank_in_bucket(const struct dead *d, const struct handoff *h, uint32_t id)
{
	const struct dead_part *p = part_of_bucket(d, dead_by_of(d, h));
	size_t rank;

	if (p == NULL || !d->bucket_open[d->bucket[p->bucket].key])
		return LIST_NOWHERE;
	rank = dead_by_rank(d, p->bucket, h, id);
	return rank != LIST_NOWHERE ? p->start + 1 + rank : rank;
}

static size_t rank_of(const void *arg, uint64_t id)
{
	const struct dead *d = arg;
	const struct handoff *h;
	const struct dead_part *p;
	uint32_t key;

	if (dead_by_is_id(id, &key)) {
		p = d->by != DEAD_BY_CAUSE && key < d->bucket_opens
			? part_of_bucket(d, d->bucket_of[key])
			: NULL;
		return p != NULL ? p->start : LIST_NOWHERE;
	}
	if (id & WHY_BIT)
		return rank_of_why(d, (uint32_t)id);

	if (id & GROUP_BIT) {
		p = part_of(d, (uint32_t)id);
		return p != NULL ? p->start : LIST_NOWHERE;
	}
	h = handoff_at(d->mesh, (uint32_t)id);
	if (h == NULL || !h->in_dead)
		return LIST_NOWHERE;
	if (d->by != DEAD_BY_CAUSE)
		return rank_in_bucket(d, h, (uint32_t)id);
	p = part_of(d, h->dead_group);
	if (p == NULL || !dead_rows_is_open(d, h->dead_group))
		return LIST_NOWHERE;
	return rank_of_letter(d, p, h, (uint32_t)id);
}

struct list_items dead_rows_items(const struct dead *d)
{
	return (struct list_items){ d->rows, id_at, rank_of, d };
}

bool dead_rows_selected(const struct dead *d, struct dead_row *out)
{
	uint64_t id;
	size_t rank;

	if (d->rows == 0 || !list_selected(&d->list, &id))
		return false;
	rank = rank_of(d, id);
	if (rank == LIST_NOWHERE)
		return false;
	*out = dead_rows_at(d, rank);
	return true;
}
