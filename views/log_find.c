/* SPDX-License-Identifier: MIT */
#include "views/log_find.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/log_row.h"

#define SLICE 2048 /* lines that are looked at with one drawing */
#define AGAIN 256  /* of those whose event had not come */

void log_find_fini(struct log_find *f)
{
	sift_fini(&f->sift);
	free(f->match);
	free(f->later);
}

void log_find_set(struct log_find *f, struct str text)
{
	f->anew |= sift_set(&f->sift, text, QUERY_EVENTS);
}

void log_find_trouble(struct log_find *f, bool only)
{
	f->anew |= f->trouble_only != only;
	f->trouble_only = only;
}

bool log_find_filters(const struct log_find *f)
{
	return f->trouble_only || f->sift.filter.query != NULL;
}

/* --- one line --------------------------------------------------------------- */

/* What is found wrong with its handoff, in the words of the row. */
static bool value_of(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct sift_row *x = row->arg;
	struct buf faults = { 0 };

	if (name != QUERY_FAULT)
		return query_of_event(row, name, member, nth, out);
	log_faults(&faults, x->about.mesh, x->about.line);
	snprintf(row->scratch, sizeof(row->scratch), "%s",
		faults.len > 0 ? faults.data : "");
	buf_fini(&faults);
	if (row->scratch[0] == '\0' || nth > 0)
		return query_of_event(
			row, name, member, nth - (row->scratch[0] != '\0'), out);
	return query_text(out, 0, row->scratch);
}

static bool find_in_event(const struct query *q, void *arg, struct str event,
	struct json *doc, uint32_t *found)
{
	uint64_t fuel = QUERY_FUEL;
	uint32_t artifact;

	(void)arg;
	if (!json_read(doc, event.p, event.n, 72, NULL))
		return false;
	artifact = json_member(doc, json_member(doc, 0, "data"), "artifact");
	*found = query_find(q, doc, 0, artifact, JSON_NONE, &fuel);
	return true;
}

static enum query_look look(struct query_row *row, const struct query *q, uint32_t *found)
{
	struct sift_row *x = row->arg;

	(void)q;
	return sift_read(x->sift, x->world, x->about.line->hubsequence, find_in_event,
		NULL, found);
}

static enum query_verdict judge_line(
	struct log_find *f, const struct world *w, uint64_t n)
{
	const struct log_line *l = &w->mesh->log[n % LOG_LINES];
	struct sift_row x = { { w->mesh, w->now, NONE, l }, w, &f->sift };
	struct query_row row = { value_of, look, &x, "" };
	uint64_t fuel = QUERY_FUEL;

	if (f->trouble_only && log_grave(w->mesh, l) == GRAVE_NONE)
		return QUERY_NO;
	return f->sift.filter.query == NULL
		? QUERY_YES
		: query_judge(f->sift.filter.query, &row, &fuel);
}

/* --- all lines -------------------------------------------------------------- */

static void forget_gone(uint64_t *line, size_t *n, uint64_t first)
{
	size_t gone = 0;

	while (gone < *n && line[gone] < first)
		gone++;
	if (gone == 0)
		return;
	*n -= gone;
	memmove(line, line + gone, *n * sizeof(*line));
}

static void take(struct log_find *f, const struct world *w, uint64_t n)
{
	enum query_verdict v = judge_line(f, w, n);

	if (v == QUERY_YES) {
		xgrow(&f->match, &f->cap_match, f->matches + 1, sizeof(*f->match));
		f->match[f->matches++] = n;
	} else if (v == QUERY_UNKNOWN) {
		xgrow(&f->later, &f->cap_later, f->laters + 1, sizeof(*f->later));
		f->later[f->laters++] = n;
	}
}

static int by_number(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Some of those that were not known: their events may have come. */
static void take_again(struct log_find *f, const struct world *w)
{
	size_t matches = f->matches, kept = 0;
	size_t from = f->next_later < f->laters ? f->next_later : 0;

	for (size_t i = 0; i < f->laters; i++) {
		enum query_verdict v = QUERY_UNKNOWN;

		if (i >= from && i < from + AGAIN)
			v = judge_line(f, w, f->later[i]);
		if (v == QUERY_YES) {
			xgrow(&f->match, &f->cap_match, f->matches + 1,
				sizeof(*f->match));
			f->match[f->matches++] = f->later[i];
		} else if (v == QUERY_UNKNOWN) {
			f->later[kept++] = f->later[i];
		}
	}
	f->next_later = from + AGAIN;
	f->laters = kept;
	if (f->matches > matches)
		qsort(f->match, f->matches, sizeof(*f->match), by_number);
}

void log_find_look(struct log_find *f, const struct world *w)
{
	const struct mesh *m = w->mesh;
	uint64_t first = log_first_line(m), end;

	if (f->anew || f->mesh != m || f->scanned > m->log_lines) {
		f->matches = f->laters = f->scanned = 0;
		f->mesh = m;
		f->anew = false;
		sift_forget(&f->sift);
	}
	if (f->scanned < first)
		f->scanned = first;
	forget_gone(f->match, &f->matches, first);
	forget_gone(f->later, &f->laters, first);
	sift_refill(&f->sift);
	end = m->log_lines - f->scanned > SLICE ? f->scanned + SLICE : m->log_lines;
	for (; f->scanned < end; f->scanned++)
		take(f, w, f->scanned);
	if (f->laters > 0 && f->scanned == m->log_lines)
		take_again(f, w);
}

bool log_find_busy(const struct log_find *f, const struct world *w)
{
	return log_find_filters(f) && f->scanned < w->mesh->log_lines;
}

static size_t rank_of(const void *arg, uint64_t id)
{
	const struct log_find *f = arg;
	size_t low = 0, high = f->matches;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (f->match[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < f->matches && f->match[low] == id ? low : LIST_NOWHERE;
}

static uint64_t id_at(const void *arg, size_t rank)
{
	return ((const struct log_find *)arg)->match[rank];
}

struct list_items log_find_items(const struct log_find *f)
{
	return (struct list_items){ f->matches, id_at, rank_of, f };
}

struct filter_count log_find_count(const struct log_find *f, const struct mesh *m)
{
	size_t all = (size_t)(m->log_lines - log_first_line(m));

	return (struct filter_count){ .shown = f->matches,
		.hidden = all - f->matches,
		.unknown = f->laters,
		.looks = f->scanned < m->log_lines };
}
