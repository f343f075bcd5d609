/* SPDX-License-Identifier: MIT */
/*
 * What of an edge is seen better than read: how often, how sure, how fast. Confidences
 * are the edge's own ring; how long handoffs took is read from those that closed last,
 * at most once a second, and no further back than LOOKED.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "tui/chart.h"
#include "views/flow_own.h"
#include "views/format.h"
#include "views/link.h"

#define LOOKED 1024 /* closed handoffs, of all edges, the newest */
#define RING 64     /* of edge.recent */

/* --- how long ---------------------------------------------------------------------- */

/* From its offer until it was completed; -1: it was not, or a human was asked. */
static int64_t took(const struct handoff *h)
{
	int64_t done = -1;

	for (uint32_t i = 0; i < h->pasts; i++) {
		if (h->past[i].type == EV_HELD)
			return -1;
		if (h->past[i].type == EV_COMPLETED)
			done = h->past[i].time;
	}
	return done >= h->offered && h->offered > 0 ? done - h->offered : -1;
}

static void look(struct flow_took *t, const struct mesh *m)
{
	size_t n = m->closed.count;

	t->n = 0;
	for (size_t i = 0; i < LOOKED && i < n && t->n < FLOW_TOOK; i++) {
		struct order_item item;
		const struct handoff *h;
		int64_t usec;

		if (!order_at(&m->closed, n - 1 - i, &item))
			return;
		h = handoff_at(m, item.id);
		usec = h != NULL && h->edge == t->edge ? took(h) : -1;
		if (usec >= 0)
			t->usec[t->n++] = usec;
	}
}

static void sync_took(struct flow_took *t, const struct world *w, uint32_t edge)
{
	if (t->edge == edge && t->mesh == w->mesh &&
		(t->hubsequence == w->mesh->hubsequence ||
			(w->replay == NULL && w->tick - t->ticked < SECOND &&
				w->tick >= t->ticked)))
		return;
	t->edge = edge;
	t->mesh = w->mesh;
	t->hubsequence = w->mesh->hubsequence;
	t->ticked = w->tick;
	look(t, w->mesh);
}

static int compare(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

/* --- charts ------------------------------------------------------------------------ */

/* Newest at the right, as many as there is room for. */
static void spark(struct surface *s, int row, const double *values, size_t n, double max)
{
	struct chart c = { .values = values, .n = n, .max = max };
	int cols = (int)n < s->cols - 2 ? (int)n : s->cols - 2;

	chart_spark(s, row, 1, cols, &c);
}

#define LINE_ROWS 2

static void line(struct surface *s, int row, const double *values, size_t n, double max)
{
	struct chart c = { .values = values, .n = n, .max = max };
	int cols = (int)(n + 1) / 2;

	chart_line(s, row, 1, LINE_ROWS, cols < s->cols - 2 ? cols : s->cols - 2, &c);
}

static int draw_often(const struct world *w, const struct edge *e, bool loses,
	struct surface *s, int row)
{
	double values[RATE_SLICES];
	const struct rate *r = loses ? &e->refusals : &e->offers;

	surface_fmt(s, row, 1, TO_EDGE, STYLE_TITLE, "%s/min, last 15 min",
		loses ? "refused" : "offered");
	rate_series(r, link_now(w), MINUTE / RATE_SLICE, values, 15);
	spark(s, row + 1, values, 15, 0);
	return row + 2;
}

static int draw_sure(const struct edge *e, struct surface *s, int row)
{
	uint32_t n = e->recents < RING ? e->recents : RING;
	char low[FORMAT_TEXT], median[FORMAT_TEXT];
	double values[RING];
	uint16_t sorted[RING];

	if (n == 0)
		return row;
	for (uint32_t i = 0; i < n; i++) {
		uint16_t c = e->recent[(e->recents - n + i) % RING];
		uint32_t at = i;

		values[i] = c / 10000.0;
		for (; at > 0 && sorted[at - 1] > c; at--)
			sorted[at] = sorted[at - 1];
		sorted[at] = c;
	}
	surface_fmt(s, row, 1, TO_EDGE, STYLE_TITLE, "conf p50 %s p5 %s, last %u",
		format_confidence(sorted[n / 2] / 10000.0, median),
		format_confidence(sorted[n / 20] / 10000.0, low), n);
	line(s, row + 1, values, n, 1);
	return row + 1 + LINE_ROWS;
}

/* "80ms" where a second is too coarse. */
static const char *format_took(int64_t usec, char out[FORMAT_TEXT])
{
	if (usec >= SECOND)
		return format_age(usec, out);
	snprintf(out, FORMAT_TEXT, "%dms", (int)(usec / 1000));
	return out;
}

static int draw_fast(const struct flow_took *t, struct surface *s, int row)
{
	char p50[FORMAT_TEXT], p95[FORMAT_TEXT];
	int64_t sorted[FLOW_TOOK];
	double values[FLOW_TOOK];

	if (t->n == 0)
		return row;
	for (size_t i = 0; i < t->n; i++) {
		sorted[i] = t->usec[i];
		values[t->n - 1 - i] = (double)t->usec[i];
	}
	qsort(sorted, t->n, sizeof(*sorted), compare);
	surface_fmt(s, row, 1, TO_EDGE, STYLE_TITLE, "done p50 %s p95 %s, last %zu",
		format_took(sorted[t->n / 2], p50),
		format_took(sorted[t->n - 1 - t->n / 20], p95), t->n);
	line(s, row + 1, values, t->n, 0);
	return row + 1 + LINE_ROWS;
}

void flow_charts_draw(const struct flow *f, const struct world *w, uint32_t edge,
	struct surface *s, int row)
{
	const struct edge *e = flow_model_edge(&f->model, w, edge);
	bool loses = flow_loses(f->model.edge[edge].shown);

	if (e == NULL)
		return;
	row++;
	if (row + 1 < s->rows)
		row = draw_often(w, e, loses, s, row);
	if (row + LINE_ROWS < s->rows)
		row = draw_sure(e, s, row);
	if (row + LINE_ROWS >= s->rows)
		return;
	sync_took(f->took, w, f->model.edge[edge].edge);
	draw_fast(f->took, s, row);
}
