/* SPDX-License-Identifier: MIT */
/* Which rows of Now the filter lets through. */
#include <stdio.h>

#include "views/link.h"
#include "views/now_own.h"
#include "views/row.h"

bool now_lets(
	const struct now *n, const struct world *w, now_value_fn *value, uint32_t place)
{
	struct query_about about = { w->mesh, link_now(w), place, NULL };
	struct query_row row = { value, NULL, &about, "" };

	return filter_lets(&n->sift.filter, &row);
}

bool now_lets_group(const struct now *n, const struct world *w, uint32_t group)
{
	return now_lets(n, w, query_of_group, group) &&
		(!n->trouble_only ||
			rate_trouble(&w->mesh->dead_group[group].came, link_now(w)) > 0);
}

static bool waits_in_trouble(const struct world *w, const struct handoff *h)
{
	return row_grave(w, h) != GRAVE_NONE;
}

void now_sift(struct now *n, const struct world *w)
{
	sift_look(&n->sift, w,
		&(struct sift_over){ .order = &w->mesh->review,
			.also = n->trouble_only ? waits_in_trouble : NULL });
}

void now_turn_trouble(struct now *n, struct outcome *out)
{
	n->trouble_only = !n->trouble_only;
	sift_again(&n->sift);
	snprintf(out->message, sizeof(out->message), "%s",
		n->trouble_only ? "only trouble is shown" : "all is shown");
}

bool now_step_back(struct now *n)
{
	if (n->zoom != 0) {
		n->zoom = 0;
	} else if (filter_is_set(&n->sift.filter)) {
		sift_set(&n->sift, (struct str){ 0 }, NOW_KINDS);
	} else if (n->trouble_only) {
		n->trouble_only = false;
		sift_again(&n->sift);
	} else {
		return false;
	}
	return true;
}

size_t now_waiting(const struct now *n, const struct mesh *m)
{
	return now_sifts(n) ? n->sift.matches : m->review.count;
}

bool now_waiting_at(
	const struct now *n, const struct mesh *m, size_t rank, uint32_t *handoff)
{
	struct order_item i;

	if (!now_sifts(n)) {
		if (!order_at(&m->review, rank, &i))
			return false;
		*handoff = i.id;
		return true;
	}
	if (rank >= n->sift.matches)
		return false;
	*handoff = (uint32_t)n->sift.match[rank];
	return row_waits(m, *handoff);
}

struct filter_count now_count(const struct now *n, const struct mesh *m)
{
	struct filter_count c = sift_count(&n->sift, m->review.count);

	c.hidden += n->watch.n_edges - n->in[PART_EDGES];
	c.hidden += n->dead_groups - n->in[PART_DEAD];
	return c;
}

unsigned now_pane(void *state)
{
	const struct now *n = state;
	uint64_t id;

	return list_selected(&n->list, &id) ? (unsigned)(id >> 32) : 0;
}

const struct knob now_knobs[] = {
	KNOB(struct now, zoom, "zoom", PARTS),
	KNOB(struct now, trouble_only, "trouble", 1),
	{ 0 },
};

/* The part that has the cursor over the whole body, and back. */
void now_zoom(struct now *n)
{
	n->zoom = n->zoom != 0 ? 0 : now_pane(n) + 1;
}

struct now_space now_zoomed(const struct now *n, int rows)
{
	struct now_space s = { 0 };

	if (n->zoom == PART_WAITING + 1)
		s.waiting = rows - 1;
	else if (n->zoom == PART_EDGES + 1)
		s.edges = rows;
	else if (n->zoom == PART_DEAD + 1)
		s.dead = rows;
	else
		s.incidents = rows;
	return s;
}

const struct filter *now_filter(void *state)
{
	return &((struct now *)state)->sift.filter;
}

bool now_busy(void *state, const struct world *w)
{
	struct now *n = state;

	(void)w;
	return now_sifts(n) && sift_busy(&n->sift);
}

void now_here(void *state, const struct world *w, char out[132])
{
	struct now *n = state;
	uint64_t id;

	if (n->place != NONE && handoff_at(w->mesh, n->place) != NULL)
		snprintf(out, 132, "%s", handoff_at(w->mesh, n->place)->id);
	else if (list_selected(&n->list, &id))
		snprintf(out, 132, "#%llx", (unsigned long long)id);
}
