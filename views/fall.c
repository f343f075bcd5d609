/* SPDX-License-Identifier: MIT */
#include "views/fall.h"

#include <stdlib.h>

#include "base/mem.h"
#include "tui/list.h"

#define DEEPEST 40
#define AGAIN (SECOND / 4) /* an incident that changes all the time */
#define GAP_LEAST SECOND

void fall_fini(struct fall *f)
{
	free(f->row);
	free(f->at);
	*f = (struct fall){ 0 };
}

bool fall_is_bad(const struct handoff *h)
{
	switch (h->state) {
	case STATE_REFUSED:
	case STATE_FAILED:
	case STATE_DEAD:
	case STATE_STOPPED:
	case STATE_HELD:
	case STATE_ESCALATED:
	case STATE_REJECTED:
	case STATE_PROCEEDED:
		return true;
	default:
		return false;
	}
}

/* --- who came out of whom --------------------------------------------------------- */

struct family { /* by the order of the offers */
	uint32_t *place, *parent, *child, *sibling, *last;
	struct fall_at *index; /* by place; `row` is the order of the offers */
	uint32_t n;
};

static int by_place(const void *a, const void *b)
{
	const struct fall_at *x = a, *y = b;

	return x->place < y->place ? -1 : x->place > y->place;
}

static uint32_t find(const struct family *y, uint32_t place)
{
	struct fall_at key = { place, 0 };
	const struct fall_at *found =
		bsearch(&key, y->index, y->n, sizeof(*y->index), by_place);

	return found != NULL ? found->row : NONE;
}

static void gather(
	struct family *y, const struct mesh *m, const struct incident *i, bool *cut)
{
	uint32_t place = i->first_handoff;

	for (; place != NONE && y->n < FALL_MOST; y->n++) {
		y->place[y->n] = place;
		y->index[y->n] = (struct fall_at){ place, y->n };
		y->parent[y->n] = y->child[y->n] = y->sibling[y->n] = y->last[y->n] =
			NONE;
		place = handoff_at(m, place)->in_incident;
	}
	*cut = place != NONE;
	qsort(y->index, y->n, sizeof(*y->index), by_place);
}

/* The newest of its causes that came before it in this incident: it cannot go round. */
static void marry(struct family *y, const struct mesh *m, uint32_t k)
{
	const struct handoff *h = handoff_at(m, y->place[k]);
	const struct cause *c;
	uint32_t best = NONE;

	for (size_t n = 0; (c = handoff_cause(h, n)) != NULL; n++) {
		uint32_t at = c->awaited ? NONE : find(y, c->of);

		if (at != NONE && at < k && (best == NONE || at > best))
			best = at;
	}
	y->parent[k] = best;
	if (best == NONE)
		return;
	if (y->child[best] == NONE)
		y->child[best] = k;
	else
		y->sibling[y->last[best]] = k;
	y->last[best] = k;
}

/* Each below what it came out of; `parent` is taken for the row from then on. */
static void lay_out(struct fall *f, struct family *y)
{
	uint32_t *row_of = y->last;

	f->rows = 0;
	for (uint32_t root = 0; root < y->n; root++) {
		uint32_t at = root;
		unsigned depth = 0;

		if (y->parent[root] != NONE)
			continue;
		while (at != NONE) {
			uint32_t up = y->parent[at];

			row_of[at] = (uint32_t)f->rows;
			f->row[f->rows++] = (struct fall_row){ y->place[at],
				up != NONE ? row_of[up] : NONE,
				(uint8_t)(depth < DEEPEST ? depth : DEEPEST) };
			if (y->child[at] != NONE) {
				at = y->child[at];
				depth++;
				continue;
			}
			while (at != NONE && at != root && y->sibling[at] == NONE) {
				at = y->parent[at];
				depth--;
			}
			at = at == root ? NONE : at != NONE ? y->sibling[at] : NONE;
		}
	}
}

/* --- when ------------------------------------------------------------------------- */

static int by_time(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

/* Offers, the last event, the last change and the deadline of each. */
static size_t instants(struct fall *f, const struct mesh *m, int64_t *t)
{
	size_t n = 0;

	f->due = f->last = 0;
	f->runs = false;
	for (size_t k = 0; k < f->rows; k++) {
		const struct handoff *h = handoff_at(m, f->row[k].place);
		int64_t due = handoff_due(h);

		t[n++] = h->pasts > 0 ? h->past[0].time : h->offered;
		t[n++] = h->pasts > 0 ? h->past[h->pasts - 1].time : h->offered;
		t[n++] = h->since;
		for (size_t back = 1; back <= 3; back++) {
			if (t[n - back] > f->last)
				f->last = t[n - back];
		}
		if (due != 0)
			t[n++] = due;
		if (due > f->due)
			f->due = due;
		f->runs |= due != 0 || h->in_review || h->state == STATE_OFFERED ||
			h->state == STATE_ACCEPTED || h->state == STATE_PROGRESSED ||
			h->state == STATE_APPROVED;
	}
	qsort(t, n, sizeof(*t), by_time);
	return n;
}

static void keep_gap(struct fall *f, struct fall_gap g)
{
	size_t least = 0, at = f->gaps;

	if (g.to - g.from < GAP_LEAST)
		return;
	if (f->gaps == FALL_GAPS) {
		for (size_t k = 1; k < f->gaps; k++) {
			if (f->gap[k].to - f->gap[k].from <
				f->gap[least].to - f->gap[least].from)
				least = k;
		}
		if (g.to - g.from <= f->gap[least].to - f->gap[least].from)
			return;
		memmove(&f->gap[least], &f->gap[least + 1],
			(f->gaps - 1 - least) * sizeof(g));
		at = f->gaps - 1;
	} else {
		f->gaps++;
	}
	f->gap[at] = g;
}

static void find_gaps(struct fall *f, const struct mesh *m)
{
	int64_t *t = xcalloc(4 * f->rows + 1, sizeof(*t));
	size_t n = instants(f, m, t);

	f->gaps = 0;
	f->first = n > 0 ? t[0] : 0;
	for (size_t k = 1; k < n; k++)
		keep_gap(f, (struct fall_gap){ t[k - 1], t[k] });
	free(t);
}

/* --- all of it ---------------------------------------------------------------------- */

static void make(struct fall *f, const struct mesh *m, const struct incident *i)
{
	size_t n = i->handoffs < FALL_MOST ? i->handoffs : FALL_MOST;
	uint32_t *all = xcalloc(5 * n + 1, sizeof(*all));
	struct family y = { all, all + n, all + 2 * n, all + 3 * n, all + 4 * n,
		xcalloc(n + 1, sizeof(*f->at)), 0 };

	f->row = xrealloc(f->row, (n + 1) * sizeof(*f->row));
	gather(&y, m, i, &f->cut);
	for (uint32_t k = 0; k < y.n; k++)
		marry(&y, m, k);
	lay_out(f, &y);
	find_gaps(f, m);
	for (uint32_t k = 0; k < y.n; k++)
		y.index[k].row = y.last[y.index[k].row];
	free(f->at);
	f->at = y.index;
	free(all);
}

bool fall_look(struct fall *f, const struct world *w, uint32_t incident)
{
	const struct incident *i = incident_at(w->mesh, incident);
	bool other = f->mesh != w->mesh || f->incident != incident || f->row == NULL ||
		(i != NULL && i->handoffs < f->handoffs);

	if (i == NULL)
		return false;
	if (!other &&
		(f->made_at == i->changed ||
			(f->rows > 2000 && w->tick - f->made_tick < AGAIN &&
				f->made_at < i->changed)))
		return true;
	f->mesh = w->mesh;
	f->incident = incident;
	f->handoffs = i->handoffs;
	f->made_at = i->changed;
	f->made_tick = w->tick;
	make(f, w->mesh, i);
	return true;
}

size_t fall_find(const struct fall *f, uint32_t place)
{
	struct fall_at key = { place, 0 };
	const struct fall_at *found = f->rows > 0
		? bsearch(&key, f->at, f->rows, sizeof(*f->at), by_place)
		: NULL;

	return found != NULL ? found->row : LIST_NOWHERE;
}
