/* SPDX-License-Identifier: MIT */
/*
 * Letters that the filter lets through: each is asked, with what is said of its group. A
 * group of which only some are let through is unfolded there. What has been found is laid
 * out by group and by cause once, whenever it is another, so that rows are counted.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "views/dead_own.h"

/* A letter's own words, then those of its cause, where what varies is `*`. */
static bool value_of(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct sift_row *x = row->arg;
	const struct mesh *m = x->about.mesh;
	const struct handoff *h = handoff_at(m, x->about.place);
	bool has = query_of_handoff(row, name, member, nth, out);

	if (has || h == NULL || h->dead_group == NONE)
		return has;
	if (name == QUERY_DEAD)
		return query_number(
			out, nth, (double)dead_letters(&m->dead_group[h->dead_group]));
	if (name == QUERY_VIOLATION && h->dead_why != NONE)
		return query_text(
			out, nth - (h->violation != NULL), m->dead_why[h->dead_why].text);
	if (name == QUERY_CONTRACT && h->dead_why != NONE &&
		handoff_contract(m, h) == NULL)
		return query_text(out, nth, m->dead_why[h->dead_why].contract);
	return name == QUERY_REASON && h->reason == NULL &&
		query_text(out, nth, m->dead_group[h->dead_group].reason);
}

/* --- by group and by cause -------------------------------------------------- */

static bool is_shown(const struct handoff *h)
{
	return h != NULL && h->in_dead && h->dead_group != NONE;
}

/* Where each begins: the sums of how many there are before. */
static void begin_at(size_t *at, uint32_t n)
{
	size_t sum = 0;

	for (uint32_t i = 0; i <= n; i++) {
		size_t its = at[i];

		at[i] = sum;
		sum += its;
	}
}

static void lay_out(struct dead *d, const struct mesh *m)
{
	size_t n = d->sift.matches;

	d->hit_groups = m->dead_groups;
	d->hit_whys = m->dead_whys;
	xgrow(&d->hit, &d->hit_cap, n + 1, sizeof(*d->hit));
	xgrow(&d->why_hit, &d->why_hit_cap, n + 1, sizeof(*d->why_hit));
	xgrow(&d->hit_at, &d->hit_at_cap, d->hit_groups + 2, sizeof(*d->hit_at));
	xgrow(&d->why_hit_at, &d->why_hit_at_cap, d->hit_whys + 2,
		sizeof(*d->why_hit_at));
	memset(d->hit_at, 0, (d->hit_groups + 2) * sizeof(*d->hit_at));
	memset(d->why_hit_at, 0, (d->hit_whys + 2) * sizeof(*d->why_hit_at));
	for (size_t i = 0; i < n; i++) {
		const struct handoff *h = handoff_at(m, d->sift.match[i]);

		if (!is_shown(h))
			continue;
		d->hit_at[h->dead_group + 1]++;
		if (h->dead_why != NONE)
			d->why_hit_at[h->dead_why + 1]++;
	}
	begin_at(d->hit_at + 1, d->hit_groups);
	begin_at(d->why_hit_at + 1, d->hit_whys);
	for (size_t i = 0; i < n; i++) {
		const struct handoff *h = handoff_at(m, d->sift.match[i]);

		if (!is_shown(h))
			continue;
		d->hit[d->hit_at[h->dead_group + 1]++] = (uint32_t)d->sift.match[i];
		if (h->dead_why != NONE)
			d->why_hit[d->why_hit_at[h->dead_why + 1]++] =
				(uint32_t)d->sift.match[i];
	}
}

void dead_find_letters(struct dead *d, const struct world *w)
{
	const struct mesh *m = w->mesh;
	struct sift_over over = { &m->dead, value_of, NULL };

	if (d->sift.filter.query == NULL)
		return;
	sift_look(&d->sift, w, &over);
	/* who has left since is not to be among them */
	if (d->hits_of == d->sift.version && d->hits_at == m->hubsequence)
		return;
	lay_out(d, m);
	d->hits_of = d->sift.version;
	d->hits_at = m->hubsequence;
}

bool dead_lets(struct dead *d, const struct world *w, uint32_t letter)
{
	struct sift_over over = { &w->mesh->dead, value_of, NULL };

	return d->sift.filter.query == NULL || sift_passes(&d->sift, w, &over, letter);
}

struct dead_shown dead_shown_of(const struct dead *d, uint32_t group, uint32_t why)
{
	const struct order *all = why != NONE ? &d->mesh->dead_why[why].letters
					      : &d->mesh->dead_group[group].letters;

	if (d->sift.filter.query == NULL)
		return (struct dead_shown){ .order = all, .n = all->count };
	if (why != NONE && why < d->hit_whys)
		return (struct dead_shown){ .letter = d->why_hit + d->why_hit_at[why],
			.n = d->why_hit_at[why + 1] - d->why_hit_at[why] };
	if (why == NONE && group < d->hit_groups)
		return (struct dead_shown){ .letter = d->hit + d->hit_at[group],
			.n = d->hit_at[group + 1] - d->hit_at[group] };
	return (struct dead_shown){ 0 };
}

struct dead_shown dead_shown_of_row(const struct dead *d, const struct dead_row *row)
{
	return dead_is_bucket(row) ? dead_by_shown(d, row->bucket)
				   : dead_shown_of(d, row->group, row->why);
}

bool dead_shown_at(const struct dead_shown *x, size_t rank, uint32_t *letter)
{
	struct order_item item;

	if (rank >= x->n)
		return false;
	if (x->dead != NULL)
		return dead_by_at(x->dead, x->bucket, rank, letter);
	if (x->order == NULL) {
		*letter = x->letter[rank];
		return true;
	}
	if (!order_at(x->order, rank, &item))
		return false;
	*letter = item.id;
	return true;
}

size_t dead_shown_rank(
	const struct dead_shown *x, const struct mesh *m, int64_t key, uint32_t letter)
{
	size_t low = 0, high = x->n;

	if (x->order != NULL)
		return order_rank(x->order, key, letter);
	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct handoff *h = handoff_at(m, x->letter[middle]);

		if (h != NULL &&
			(h->dead_key < key ||
				(h->dead_key == key && x->letter[middle] < letter)))
			low = middle + 1;
		else
			high = middle;
	}
	return low < x->n && x->letter[low] == letter ? low : LIST_NOWHERE;
}

/* --- the filter ------------------------------------------------------------- */

void dead_set_filter(struct dead *d, struct str text)
{
	sift_set(&d->sift, text, QUERY_HANDOFFS | QUERY_GROUPS);
}

void dead_unfold_found(struct dead *d, const struct world *w)
{
	uint32_t first = NONE, letter;
	struct list_items items;

	dead_rows_sync(d, w);
	/* a bucket says how many are let through, and stays as it is */
	for (size_t i = 0;
		i < d->parts && d->sift.filter.query != NULL && d->by == DEAD_BY_CAUSE;
		i++) {
		uint32_t group = d->part[i].group;
		struct dead_shown x = dead_shown_of(d, group, NONE);
		const struct handoff *h;

		if (x.n == w->mesh->dead_group[group].letters.count ||
			!dead_shown_at(&x, 0, &letter))
			continue;
		h = handoff_at(w->mesh, letter);
		d->open[group] = DEAD_OPEN;
		if (h->dead_why < d->why_opens &&
			dead_shown_of(d, group, h->dead_why).n <
				w->mesh->dead_why[h->dead_why].letters.count)
			d->why_open[h->dead_why] = true;
		if (first == NONE)
			first = letter;
	}
	if (first == NONE)
		return;
	dead_rows_sync(d, w);
	items = dead_rows_items(d);
	if (!list_select(&d->list, &items, first))
		list_select(&d->list, &items,
			dead_rows_why_id(handoff_at(w->mesh, first)->dead_why));
}
