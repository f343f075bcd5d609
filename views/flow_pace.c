/* SPDX-License-Identifier: MIT */
/*
 * What went over an edge lately as lines: with which confidence, and how long it took
 * from the offer until it was completed.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "tui/chart.h"
#include "views/flow_own.h"
#include "views/format.h"

#define LOOKED_AT 2000 /* of all handoffs, the newest */
#define TAKEN 64       /* of the edge's among them */
#define LINE_ROWS 2

/* The last confidences, oldest first; the least of them in *least. */
static size_t confidences(const struct edge *e, double *out, double *least)
{
	size_t most = sizeof(e->recent) / sizeof(*e->recent);
	size_t n = e->recents < most ? e->recents : most;

	*least = 1;
	for (size_t i = 0; i < n; i++) {
		out[i] = e->recent[(e->recents - n + i) % most] / 1e4;
		*least = out[i] < *least ? out[i] : *least;
	}
	return n;
}

/* Seconds that the last completed handoffs took, oldest first. */
static size_t latencies(const struct mesh *m, uint32_t edge, double out[TAKEN])
{
	uint32_t count = m->handoff.count, n = 0;

	for (uint32_t i = 0; i < count && i < LOOKED_AT && n < TAKEN; i++) {
		const struct handoff *h = handoff_at(m, count - 1 - i);

		if (h != NULL && h->edge == edge && h->state == STATE_COMPLETED &&
			h->since >= h->offered)
			out[TAKEN - ++n] =
				(double)(h->since - h->offered) / (double)SECOND;
	}
	memmove(out, out + TAKEN - n, n * sizeof(*out));
	return n;
}

static int by_value(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;

	return a < b ? -1 : a > b;
}

/* The value that a share of them does not exceed. */
static double share_of(const double *values, size_t n, double share)
{
	double sorted[TAKEN];
	size_t at = (size_t)ceil(share * (double)n);

	memcpy(sorted, values, n * sizeof(*sorted));
	qsort(sorted, n, sizeof(*sorted), by_value);
	return sorted[at > 0 ? at - 1 : 0];
}

static const char *seconds(double s, char out[FORMAT_TEXT])
{
	if (s < 1)
		snprintf(out, FORMAT_TEXT, "%.0fms", s * 1e3);
	else
		format_age((int64_t)(s * (double)SECOND), out);
	return out;
}

/* A title and its line; the row below both. */
static int draw_line(
	struct surface *s, int row, const char *title, const struct chart *chart)
{
	int cols = (int)(chart->n + 1) / 2;

	surface_text(s, row, 1, TO_EDGE, STYLE_TITLE, str_of(title));
	if (cols > s->cols - 2)
		cols = s->cols - 2;
	chart_line(s, row + 1, 1, LINE_ROWS, cols, chart);
	return row + 1 + LINE_ROWS;
}

int flow_pace_draw(const struct world *w, uint32_t edge, struct surface *s, int row)
{
	const struct edge *e = &w->mesh->edge[edge];
	double values[TAKEN], least;
	struct chart chart = { .values = values, .max = 1 };
	char title[120], text[FORMAT_TEXT], other[FORMAT_TEXT];

	chart.n = confidences(e, values, &least);
	if (chart.n >= 2 && row + LINE_ROWS < s->rows) {
		snprintf(title, sizeof(title), "conf, last %zu   least %s", chart.n,
			format_confidence(least, text));
		row = draw_line(s, row, title, &chart);
	}
	if (row + LINE_ROWS >= s->rows)
		return row;
	chart.n = latencies(w->mesh, edge, values);
	chart.max = 0;
	if (chart.n < 2)
		return row;
	snprintf(title, sizeof(title), "took, last %zu  p50 %s p95 %s", chart.n,
		seconds(share_of(values, chart.n, .5), text),
		seconds(share_of(values, chart.n, .95), other));
	return draw_line(s, row, title, &chart);
}
