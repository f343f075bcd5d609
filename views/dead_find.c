/* SPDX-License-Identifier: MIT */
/*
 * Letters that the filter names: by their id, what their agent said, or the first place
 * where they break their contract. A group of which nothing else is named is unfolded
 * there. To find that there is none, all are walked: the more there are the less often.
 */
#include "base/mem.h"
#include "views/dead_own.h"

#define FEW 2000
#define MANY 100000

static bool has(const char *text, const char *part)
{
	return text != NULL && strstr(text, part) != NULL;
}

static uint32_t find_in(const struct dead *d, const struct mesh *m, uint32_t group)
{
	struct order_item i;

	for (size_t k = 0; order_at(&m->dead_group[group].letters, k, &i); k++) {
		const struct handoff *h = handoff_at(m, i.id);

		if (has(h->id, d->filter) || has(h->detail, d->filter) ||
			has(h->violation, d->filter))
			return i.id;
	}
	return NONE;
}

static bool is_due(const struct dead *d, const struct world *w)
{
	size_t letters = w->mesh->dead.count;
	int64_t wait = letters > MANY ? 5 * SECOND : letters > FEW ? SECOND / 2 : 0;

	if (d->found_of != w->mesh || d->founds < w->mesh->dead_groups ||
		strcmp(d->found_for, d->filter) != 0)
		return true;
	return d->found_at != w->mesh->hubsequence && w->tick - d->found_tick >= wait;
}

void dead_find_letters(struct dead *d, const struct world *w)
{
	if (d->filter[0] == '\0' || !is_due(d, w))
		return;
	xgrow(&d->found, &d->found_cap, (size_t)w->mesh->dead_groups + 1,
		sizeof(*d->found));
	for (uint32_t i = 0; i < w->mesh->dead_groups; i++)
		d->found[i] = find_in(d, w->mesh, i);
	d->founds = w->mesh->dead_groups;
	d->found_of = w->mesh;
	d->found_at = w->mesh->hubsequence;
	d->found_tick = w->tick;
	memcpy(d->found_for, d->filter, sizeof(d->found_for));
}

bool dead_found(const struct dead *d, uint32_t group)
{
	return d->filter[0] != '\0' && group < d->founds && d->found[group] != NONE;
}

void dead_unfold_found(struct dead *d, const struct world *w)
{
	uint32_t first = NONE;
	struct list_items items;

	dead_rows_sync(d, w);
	for (size_t i = 0; i < d->parts && d->filter[0] != '\0'; i++) {
		uint32_t group = d->part[i].group;
		const struct handoff *h;

		if (!dead_found(d, group) || dead_rows_named(d, group))
			continue;
		h = handoff_at(w->mesh, d->found[group]);
		if (h == NULL || !h->in_dead)
			continue;
		d->open[group] = DEAD_OPEN;
		if (h->dead_why < d->why_opens)
			d->why_open[h->dead_why] = true;
		if (first == NONE)
			first = d->found[group];
	}
	if (first == NONE)
		return;
	dead_rows_sync(d, w);
	items = dead_rows_items(d);
	list_select(&d->list, &items, first);
}
