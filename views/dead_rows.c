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

bool dead_is_growing(const struct dead_group *g, int64_t now)
{
	return rate_trouble(&g->came, now) > 0;
}

uint64_t dead_rows_group_id(uint32_t group)
{
	return GROUP_BIT | group;
}

static bool has_text(const char *text, const char *part)
{
	return text != NULL && strstr(text, part) != NULL;
}

static bool passes_filter(const struct dead *d, const struct dead_group *g)
{
	const struct mesh *m = d->mesh;
	const struct edge *e = &m->edge[g->edge];
	char name[160];

	if (d->filter[0] == '\0' || has_text(g->reason, d->filter))
		return true;
	name[0] = '\0';
	strncat(name, m->agent[e->from].name, 70);
	strcat(name, ">");
	strncat(name, m->agent[e->to].name, 70);
	return has_text(name, d->filter);
}

static double key_of(const struct dead *d, const struct dead_group *g, bool growing)
{
	struct order_item oldest;

	if (d->sort == DEAD_OLDEST)
		return order_at(&g->letters, 0, &oldest) ? -(double)oldest.key : 0;
	return (double)g->letters.count +
		(d->sort == DEAD_WORST && growing ? 4294967296.0 : 0);
}

static int by_key(const void *a, const void *b)
{
	const struct dead_part *x = a, *y = b;

	if (x->key != y->key)
		return x->key > y->key ? -1 : 1;
	return x->group < y->group ? -1 : 1;
}

static int by_reason(const void *a, const void *b)
{
	const struct dead_part *x = a, *y = b;
	int order = strcmp(x->reason, y->reason);

	return order != 0 ? order : x->group < y->group ? -1 : 1;
}

static void take_groups(struct dead *d, const struct world *w)
{
	const struct mesh *m = w->mesh;

	d->parts = d->hidden = 0;
	for (uint32_t i = 0; i < m->dead_groups; i++) {
		const struct dead_group *g = &m->dead_group[i];
		bool growing = dead_is_growing(g, link_now(w));

		if (g->letters.count == 0)
			continue;
		if (!passes_filter(d, g) || (d->growing_only && !growing)) {
			d->hidden += g->letters.count;
			continue;
		}
		xgrow(&d->part, &d->part_cap, d->parts + 1, sizeof(*d->part));
		d->part[d->parts++] = (struct dead_part){ i, 0, key_of(d, g, growing),
			g->reason, growing };
	}
}

static void grow_open(struct dead *d, uint32_t groups)
{
	xgrow(&d->open, &d->open_cap, groups + 1, sizeof(*d->open));
	while (d->opens < groups)
		d->open[d->opens++] = false;
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

	if (d->mesh != w->mesh || w->mesh->dead_groups < d->opens)
		d->opens = 0;
	d->mesh = w->mesh;
	grow_open(d, w->mesh->dead_groups);
	take_groups(d, w);
	if (d->parts > 1)
		qsort(d->part, d->parts, sizeof(*d->part),
			d->sort == DEAD_REASON ? by_reason : by_key);
	d->rows = 0;
	for (size_t i = 0; i < d->parts; i++) {
		uint32_t group = d->part[i].group;

		d->part[i].start = d->rows;
		d->rows += 1 +
			(d->open[group] ? w->mesh->dead_group[group].letters.count : 0);
	}
	items = dead_rows_items(d);
	list_sync(&d->list, &items, d->list.height);
	list_marks(&d->list, &marks);
	if (marks > 0)
		list_mark_prune(&d->list, still_dead, w->mesh);
}

static const struct dead_part *part_of(const struct dead *d, uint32_t group)
{
	for (size_t i = 0; i < d->parts; i++)
		if (d->part[i].group == group)
			return &d->part[i];
	return NULL;
}

bool dead_rows_shows(const struct dead *d, uint32_t group)
{
	return part_of(d, group) != NULL;
}

struct dead_row dead_rows_at(const struct dead *d, size_t rank)
{
	size_t low = 0, high = d->parts;
	struct dead_row row = { .letter = SIZE_MAX, .handoff = NONE };
	struct order_item item;

	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (d->part[middle].start <= rank)
			low = middle;
		else
			high = middle;
	}
	row.group = d->part[low].group;
	if (rank > d->part[low].start) {
		row.letter = rank - d->part[low].start - 1;
		if (order_at(&d->mesh->dead_group[row.group].letters, row.letter, &item))
			row.handoff = item.id;
	}
	return row;
}

static uint64_t id_at(const void *arg, size_t rank)
{
	struct dead_row row = dead_rows_at(arg, rank);

	return row.letter == SIZE_MAX ? dead_rows_group_id(row.group) : row.handoff;
}

static size_t rank_of(const void *arg, uint64_t id)
{
	const struct dead *d = arg;
	const struct handoff *h;
	const struct dead_part *p;

	if (id & GROUP_BIT) {
		p = part_of(d, (uint32_t)id);
		return p != NULL ? p->start : LIST_NOWHERE;
	}
	h = handoff_at(d->mesh, (uint32_t)id);
	if (h == NULL || !h->in_dead)
		return LIST_NOWHERE;
	p = part_of(d, h->dead_group);
	if (p == NULL || !d->open[h->dead_group])
		return LIST_NOWHERE;
	return p->start + 1 +
		order_rank(&d->mesh->dead_group[h->dead_group].letters, h->dead_key,
			(uint32_t)id);
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
