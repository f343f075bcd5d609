/* SPDX-License-Identifier: MIT */
/* Which incidents, and which handoffs of one, are rows. */
#include <stdio.h>

#include "base/mem.h"
#include "views/incidents_own.h"

#define LOOKED_AT 20000 /* incidents that a filter goes through: the worst */

/* --- the list --------------------------------------------------------------------- */

static uint64_t all_id_at(const void *arg, size_t rank)
{
	struct order_item i = { 0, 0 };

	order_at(&((const struct cases *)arg)->worst, rank, &i);
	return i.id;
}

static size_t all_rank_of(const void *arg, uint64_t id)
{
	const struct cases *c = arg;

	if (id >= c->places || !c->filed[id])
		return LIST_NOWHERE;
	return order_rank(&c->worst, c->key[id], (uint32_t)id);
}

static size_t bad_rank_of(const void *arg, uint64_t id)
{
	size_t rank = all_rank_of(arg, id);

	return rank < ((const struct cases *)arg)->bad ? rank : LIST_NOWHERE;
}

bool incidents_passes(const struct incidents *v, const struct world *w, uint32_t place)
{
	struct query_about about = { .mesh = w->mesh, .now = w->now, .place = place };
	struct query_row row = { .value = query_of_incident, .arg = &about };

	return filter_lets(&v->filter, &row);
}

static void put(struct picked *p, uint64_t id)
{
	xgrow(&p->id, &p->cap, p->n + 1, sizeof(*p->id));
	p->id[p->n++] = id;
}

/* Whether it is to be picked anew; then it is noted as done. */
static bool is_due(struct picked *p, const struct world *w, unsigned version)
{
	bool same = !p->stale && p->at == w->mesh->hubsequence && p->version == version &&
		w->tick - p->tick < SECOND;

	p->stale = false;
	p->at = w->mesh->hubsequence;
	p->version = version;
	if (!same)
		p->tick = w->tick;
	return !same;
}

static void pick(struct incidents *v, const struct world *w)
{
	struct picked *p = &v->pick;
	size_t n = v->bad_only ? w->cases->bad : w->cases->worst.count;

	if (!is_due(p, w, v->filter.version))
		return;
	p->cut = n > LOOKED_AT;
	p->n = 0;
	for (size_t rank = 0; rank < n && rank < LOOKED_AT; rank++) {
		struct order_item i;

		if (order_at(&w->cases->worst, rank, &i) && incidents_passes(v, w, i.id))
			put(p, i.id);
	}
}

struct list_items incidents_look(
	struct incidents *v, const struct world *w, struct list_ids *ids, size_t height)
{
	struct list_items items = { w->cases->worst.count, all_id_at, all_rank_of,
		w->cases };

	if (v->mesh != w->mesh) {
		v->pick.stale = true;
		v->mesh = w->mesh;
	}
	if (v->filter.query != NULL) {
		pick(v, w);
		*ids = (struct list_ids){ v->pick.id, v->pick.n };
		items = list_of_ids(ids);
	} else if (v->bad_only) {
		items.n = w->cases->bad;
		items.rank_of = bad_rank_of;
	}
	if (incidents_is_sorted(v))
		incidents_sort(v, w, &items);
	list_sync(&v->list, &items, height > 0 ? height : 1);
	return items;
}

bool incidents_filtered(const struct incidents *v)
{
	return v->page == PAGE_LIST ? v->bad_only || filter_is_set(&v->filter)
				    : v->failed_only || filter_is_set(&v->sift.filter);
}

uint32_t incidents_under(struct incidents *v, const struct world *w)
{
	struct list_ids ids;
	uint64_t id;

	incidents_look(v, w, &ids, v->list.height);
	if (!list_selected(&v->list, &id) || incident_at(w->mesh, (uint32_t)id) == NULL)
		return NONE;
	return (uint32_t)id;
}

/* --- the waterfall -------------------------------------------------------------------
 */

uint32_t incidents_open(const struct incidents *v, const struct world *w)
{
	return mesh_find_incident(w->mesh, str_of(v->id));
}

static uint64_t row_id_at(const void *arg, size_t rank)
{
	return ((const struct fall *)arg)->row[rank].place;
}

static size_t row_rank_of(const void *arg, uint64_t id)
{
	return fall_find(arg, (uint32_t)id);
}

static bool is_failed(const struct world *w, const struct handoff *h)
{
	(void)w;
	return fall_is_bad(h);
}

static struct sift_over over_rows(const struct incidents *v)
{
	return (struct sift_over){ &v->by_row, NULL, v->failed_only ? is_failed : NULL };
}

/* The sift goes through an order: that of the rows, as long as these stand. */
static void order_rows(struct incidents *v)
{
	if (v->by_row_of == v->fall.mesh && v->by_row_incident == v->fall.incident &&
		v->by_row_at == v->fall.made_at && v->by_row.count == v->fall.rows)
		return;
	order_fini(&v->by_row);
	v->by_row = (struct order){ 0 };
	for (size_t k = 0; k < v->fall.rows; k++)
		order_push(&v->by_row, (int64_t)k, v->fall.row[k].place);
	v->by_row_of = v->fall.mesh;
	v->by_row_incident = v->fall.incident;
	v->by_row_at = v->fall.made_at;
}

bool incidents_row_passes(struct incidents *v, const struct world *w, uint32_t place)
{
	struct sift_over over = over_rows(v);

	return sift_passes(&v->sift, w, &over, place);
}

void incidents_set_row_filter(struct incidents *v, struct str text)
{
	sift_set(&v->sift, text, QUERY_HANDOFFS);
	sift_again(&v->sift);
}

struct list_items incidents_look_rows(
	struct incidents *v, const struct world *w, struct list_ids *ids, size_t height)
{
	struct list_items items = { 0, row_id_at, row_rank_of, &v->fall };

	if (fall_look(&v->fall, w, incidents_open(v, w)))
		items.n = v->fall.rows;
	if (items.n > 0 && incidents_filtered(v)) {
		struct sift_over over = over_rows(v);

		order_rows(v);
		sift_look(&v->sift, w, &over);
		*ids = (struct list_ids){ v->sift.match, v->sift.matches };
		items = list_of_ids(ids);
	}
	list_sync(&v->rows, &items, height > 0 ? height : 1);
	return items;
}

uint32_t incidents_handoff(struct incidents *v, const struct world *w)
{
	struct list_ids ids;
	uint64_t id;

	if (detail_is_open(&v->detail))
		return detail_opened(&v->detail, w);
	if (v->page == PAGE_LIST)
		return NONE;
	if (v->page == PAGE_RADIUS) {
		if (!radius_look(&v->radius, w) || !list_selected(&v->radius.list, &id))
			return NONE;
	} else {
		incidents_look_rows(v, w, &ids, v->rows.height);
		if (!list_selected(&v->rows, &id))
			return NONE;
	}
	return handoff_at(w->mesh, (uint32_t)id) != NULL ? (uint32_t)id : NONE;
}
