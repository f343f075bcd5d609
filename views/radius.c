/* SPDX-License-Identifier: MIT */
#include "views/radius.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/desk.h"
#include "views/pane.h"
#include "views/values.h"

#define SET ((uint32_t)1 << 15) /* slots, of twice as many as there may be handoffs */
#define AGAIN SECOND            /* what came out of it meanwhile is looked for */
#define VALUED 200              /* rows whose values are asked for */

_Static_assert(RADIUS_MOST * 2 < SET, "the set is never more than half full");

void radius_fini(struct radius *r)
{
	free(r->place);
	free(r->depth);
	free(r->set);
	free(r->row);
	list_fini(&r->list);
	*r = (struct radius){ 0 };
}

void radius_open(struct radius *r, struct str id)
{
	radius_fini(r);
	snprintf(r->id, sizeof(r->id), "%.*s", id.n < 131 ? (int)id.n : 131, id.p);
}

/* --- the walk -------------------------------------------------------------------- */

/* True if it was not in it. */
static bool put(struct radius *r, uint32_t place)
{
	uint32_t at = place * UINT32_C(2654435761) >> 17;

	while (r->set[at] != NONE) {
		if (r->set[at] == place)
			return false;
		at = (at + 1) & (SET - 1);
	}
	r->set[at] = place;
	return true;
}

static void meet(struct radius *r, uint32_t place, unsigned depth)
{
	if (r->n == RADIUS_MOST) {
		r->cut = true;
		return;
	}
	if (!put(r, place))
		return;
	xgrow(&r->place, &r->cap_place, r->n + 1, sizeof(*r->place));
	xgrow(&r->depth, &r->cap_depth, r->n + 1, sizeof(*r->depth));
	r->place[r->n] = place;
	r->depth[r->n++] = (uint8_t)(depth < 255 ? depth : 255);
}

static void walk(struct radius *r, const struct mesh *m, uint32_t root)
{
	size_t steps = 0;

	if (r->set == NULL)
		r->set = xmalloc(SET * sizeof(*r->set));
	memset(r->set, 0xff, SET * sizeof(*r->set));
	r->n = 0;
	r->cut = false;
	meet(r, root, 0);
	for (size_t k = 0; k < r->n && !r->cut; k++) {
		uint32_t i = handoff_at(m, r->place[k])->onward;

		for (; i != NONE && !r->cut; i = handoff_next_onward(m, r->place[k], i)) {
			meet(r, i, r->depth[k] + 1u);
			r->cut |= ++steps == RADIUS_STEPS;
		}
	}
}

/* --- what became of them ------------------------------------------------------------ */

enum reach radius_reach(const struct handoff *h)
{
	switch (h->state) {
	case STATE_OFFERED:
	case STATE_HELD:
	case STATE_ESCALATED:
		return REACH_OPEN;
	case STATE_ACCEPTED:
	case STATE_PROGRESSED:
	case STATE_COMPLETED:
	case STATE_APPROVED:
	case STATE_PROCEEDED:
		return REACH_TAKEN;
	default:
		return REACH_ENDED;
	}
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

static size_t count_distinct(uint32_t *list, size_t n)
{
	size_t distinct = 0;

	if (n > 0)
		qsort(list, n, sizeof(*list), by_number);
	for (size_t k = 0; k < n; k++)
		distinct += k == 0 || list[k] != list[k - 1];
	return distinct;
}

static void add_value(struct radius *r, const struct world *w, const struct handoff *h)
{
	const struct contract *c = handoff_contract(w->mesh, h);
	const struct value *v;

	if (c == NULL || c->value_at == NULL)
		return;
	v = values_of(w, h);
	if (v == NULL || !v->known)
		return;
	if (r->sum.valued++ == 0)
		r->sum.unit = c->value_unit;
	else if (r->sum.unit != NULL &&
		(c->value_unit == NULL || strcmp(r->sum.unit, c->value_unit) != 0))
		r->sum.unit = NULL;
	r->sum.value += v->number;
}

static void add_one(struct radius *r, const struct world *w, const struct handoff *h)
{
	const struct decision *d = decision_at(w->mesh, h->decision);

	r->sum.offered += h->state == STATE_OFFERED;
	r->sum.waits += h->in_review;
	r->sum.taken += radius_reach(h) == REACH_TAKEN;
	r->sum.done += h->state == STATE_COMPLETED;
	r->sum.ended += radius_reach(h) == REACH_ENDED;
	r->sum.decided += d != NULL && d->type != EV_FALLBACK;
	r->sum.shipped += h->state == STATE_PROCEEDED;
}

static void sum_up(struct radius *r, const struct world *w)
{
	uint32_t *edge = xcalloc(2 * r->n + 1, sizeof(*edge)), *incident = edge + r->n;
	size_t edges = 0, incidents = 0;

	memset(&r->sum, 0, sizeof(r->sum));
	for (size_t k = 1; k < r->n; k++) {
		const struct handoff *h = handoff_at(w->mesh, r->place[k]);

		if (h == NULL)
			continue;
		add_one(r, w, h);
		edge[edges++] = h->edge;
		if (h->incident != NONE)
			incident[incidents++] = h->incident;
		if (k <= VALUED)
			add_value(r, w, h);
	}
	r->sum.edges = count_distinct(edge, edges);
	r->sum.incidents = count_distinct(incident, incidents);
	free(edge);
}

static void pick(struct radius *r, const struct world *w)
{
	r->row = xrealloc(r->row, (r->n + 1) * sizeof(*r->row));
	r->rows = 0;
	for (uint32_t k = 0; k < r->n; k++) {
		const struct handoff *h = handoff_at(w->mesh, r->place[k]);

		if (k == 0 || !r->open_only ||
			(h != NULL && radius_reach(h) == REACH_OPEN))
			r->row[r->rows++] = k;
	}
}

void radius_turn(struct radius *r)
{
	r->open_only = !r->open_only;
	r->summed_at = 0;
}

bool radius_look(struct radius *r, const struct world *w)
{
	const struct mesh *m = w->mesh;
	uint32_t root = mesh_find_handoff(m, str_of(r->id));

	if (root == NONE)
		return false;
	if (r->mesh != m || r->n == 0 || m->hubsequence < r->made_at ||
		(r->made_at != m->hubsequence &&
			(w->tick - r->made_tick >= AGAIN || r->place[0] != root))) {
		walk(r, m, root);
		r->mesh = m;
		r->made_at = m->hubsequence;
		r->made_tick = w->tick;
		r->summed_at = 0;
	}
	if (r->summed_at != m->hubsequence) {
		sum_up(r, w);
		pick(r, w);
		r->summed_at = m->hubsequence;
	}
	return true;
}

/* --- for keys ---------------------------------------------------------------------- */

static uint64_t id_at(const void *arg, size_t rank)
{
	const struct radius *r = arg;

	return r->place[r->row[rank]];
}

static size_t rank_of(const void *arg, uint64_t id)
{
	const struct radius *r = arg;

	for (size_t k = 0; k < r->rows; k++) {
		if (r->place[r->row[k]] == id)
			return k;
	}
	return LIST_NOWHERE;
}

struct list_items radius_items(const struct radius *r)
{
	return (struct list_items){ r->rows, id_at, rank_of, r };
}

uint32_t *radius_open_ones(const struct radius *r, const struct world *w, size_t *n)
{
	uint32_t *out = xcalloc(RADIUS_AT_ONCE, sizeof(*out));

	*n = 0;
	for (size_t k = 0; k < r->n && *n < RADIUS_AT_ONCE; k++) {
		const struct handoff *h = handoff_at(w->mesh, r->place[k]);

		if (h != NULL && radius_reach(h) == REACH_OPEN)
			out[(*n)++] = r->place[k];
	}
	return out;
}

/* --- drawing ------------------------------------------------------------------------ */

static void draw_title(const struct radius *r, const struct world *w, struct surface *s)
{
	char title[ROW_TEXT], right[ROW_TEXT], n[FORMAT_TEXT];

	snprintf(title, sizeof(title), "RADIUS of %.100s", r->id);
	format_count(r->n > 0 ? r->n - 1 : 0, n);
	if (r->cut)
		snprintf(right, sizeof(right), "first %s that used it", n);
	else
		snprintf(right, sizeof(right), "%s used it%s", n,
			r->open_only ? ", shown: not taken yet" : "");
	pane_rule(w, s, 0, title, right);
}

/* "4 took it, 3 are done", "3 not taken yet: 1 offered, 2 wait for you": in a line. */
static void draw_sums(const struct radius *r, struct surface *s)
{
	struct buf b = { 0 };

	buf_fmt(&b,
		"%zu took it, %zu of them done   %zu not taken yet: %zu offered, %zu held",
		r->sum.taken, r->sum.done, r->sum.offered + r->sum.waits, r->sum.offered,
		r->sum.waits);
	surface_text(s, 1, 1, TO_EDGE, STYLE_NORMAL, buf_view(&b));
	buf_reset(&b);
	buf_fmt(&b, "%zu decided  %zu SHIPPED  %zu ended   %zu edge%s  %zu incident%s",
		r->sum.decided, r->sum.shipped, r->sum.ended, r->sum.edges,
		r->sum.edges == 1 ? "" : "s", r->sum.incidents,
		r->sum.incidents == 1 ? "" : "s");
	if (r->sum.valued > 0)
		buf_fmt(&b, "   %s%s%.10g in %zu", r->sum.unit != NULL ? r->sum.unit : "",
			r->sum.unit != NULL ? " " : "value ", r->sum.value,
			r->sum.valued);
	surface_text(s, 2, 1, TO_EDGE, STYLE_NORMAL, buf_view(&b));
	buf_fini(&b);
}

static void draw_row(const struct radius *r, const struct world *w, struct surface *s,
	int line, size_t rank)
{
	const struct handoff *h = handoff_at(w->mesh, r->place[rank]);
	char edge[ROW_TEXT], fate[ROW_TEXT], due[ROW_TEXT];
	int depth = r->depth[rank] < 6 ? r->depth[rank] : 6, col = 4;
	bool wide = s->cols >= 70;
	const struct desk_entry *e;
	enum reach reach;

	if (h == NULL) {
		surface_text(s, line, col, TO_EDGE, STYLE_MUTED, STR("aged out"));
		return;
	}
	reach = radius_reach(h);
	pane_grave(s, line, 1, reach == REACH_OPEN ? GRAVE_WARNING : GRAVE_NONE);
	if (!wide)
		depth = depth < 2 ? depth : 2;
	surface_text(s, line, col + 2 * depth, (wide ? 22 : 12) - 2 * depth, STYLE_NORMAL,
		str_of(h->id));
	col += wide ? 23 : 13;
	surface_text(s, line, col, wide ? 22 : 16, STYLE_NORMAL,
		str_of(row_edge(w->mesh, h, edge)));
	col += wide ? 23 : 17;
	e = w->desk != NULL ? desk_find(w->desk, h->id, h->attempt) : NULL;
	if (e != NULL && e->stage < DESK_DONE)
		surface_text(s, line, col, TO_EDGE, desk_style(e),
			str_of(desk_told(e, w, fate)));
	else if (rank == 0)
		surface_fmt(s, line, col, TO_EDGE, STYLE_TITLE, "it: %s",
			row_fate_ago(w, h, fate));
	else if (h->state == STATE_OFFERED)
		surface_text(
			s, line, col, TO_EDGE, STYLE_NEEDS_YOU, STR("not taken yet"));
	else if (h->in_review)
		surface_fmt(s, line, col, TO_EDGE, STYLE_NEEDS_YOU, "waits for you %s",
			handoff_due(h) != 0 ? row_due(w, h, due) : "");
	else
		surface_text(s, line, col, TO_EDGE, STYLE_NORMAL,
			str_of(row_fate_ago(w, h, fate)));
}

void radius_draw(struct radius *r, const struct world *w, struct surface *s)
{
	struct surface body;
	struct list_items items;

	if (!radius_look(r, w)) {
		pane_rule(w, s, 0, "RADIUS", "");
		surface_fmt(
			s, 1, 1, TO_EDGE, STYLE_WARNING, "%s is not known here", r->id);
		return;
	}
	draw_title(r, w, s);
	draw_sums(r, s);
	body = surface_sub(s, (struct rect){ 3, 0, s->rows - 3, s->cols });
	items = radius_items(r);
	list_sync(&r->list, &items, body.rows > 0 ? (size_t)body.rows : 1);
	for (int line = 0; line < body.rows; line++) {
		size_t rank = list_rank(&r->list, &items, (size_t)line);

		if (rank == LIST_NOWHERE)
			break;
		draw_row(r, w, &body, line, r->row[rank]);
		if ((size_t)line != list_line(&r->list))
			continue;
		surface_text(&body, line, 0, 1, STYLE_NORMAL, STR(">"));
		surface_select(&body, line, 0, body.cols, true);
	}
}
