/* SPDX-License-Identifier: MIT */
/*
 * Whatever agents or humans wrote stands in a cell of a table or in the heading, behind
 * markdown_text(): never at the beginning of a line, where Markdown looks for more.
 */
#include "views/incident_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "contract/markdown.h"
#include "views/link.h"
#include "views/notes.h"

#define ROWS 500 /* of each table */

struct page {
	const struct world *w;
	const struct incident *i;
	struct buf *out;
	uint32_t *place; /* its handoffs, the first offered first */
	size_t n, cap;
};

static void cell(struct page *p, const char *text)
{
	buf_str(p->out, " ");
	if (text != NULL)
		markdown_text(p->out, str_of(text));
	buf_str(p->out, " |");
}

/* An id, a name: as code where it is nothing else. */
static void cell_name(struct page *p, const char *name)
{
	buf_str(p->out, " ");
	markdown_code(p->out, str_of(name));
	buf_str(p->out, " |");
}

static void cell_time(struct page *p, int64_t t)
{
	char text[TIME_TEXT];

	time_format(t, text);
	buf_fmt(p->out, " %.10s %.8s |", text, text + 11);
}

static void begin_table(struct page *p, const char *title, const char *heads)
{
	buf_fmt(p->out, "\n## %s\n\n| %s |\n|", title, heads);
	for (const char *at = heads; at != NULL; at = strchr(at + 1, '|'))
		buf_str(p->out, "---|");
	buf_char(p->out, '\n');
}

static void row(struct page *p)
{
	buf_char(p->out, '|');
}

static void end_row(struct page *p)
{
	buf_char(p->out, '\n');
}

static void say_cut(struct page *p, size_t all)
{
	if (all > ROWS)
		buf_fmt(p->out, "\nThe first %d of %zu.\n", ROWS, all);
}

/* --- what is in it ----------------------------------------------------------------- */

static const struct handoff *at(const struct page *p, size_t i)
{
	return handoff_at(p->w->mesh, p->place[i]);
}

static int by_offer(const void *a, const void *b, void *mesh)
{
	const struct handoff *x = handoff_at(mesh, *(const uint32_t *)a);
	const struct handoff *y = handoff_at(mesh, *(const uint32_t *)b);

	return (x->offer > y->offer) - (x->offer < y->offer);
}

static void gather(struct page *p)
{
	const struct mesh *m = p->w->mesh;

	for (uint32_t next = p->i->first_handoff; next != NONE;
		next = handoff_at(m, next)->in_incident) {
		xgrow(&p->place, &p->cap, p->n + 1, sizeof(*p->place));
		p->place[p->n++] = next;
	}
	if (p->n > 1)
		qsort_r(p->place, p->n, sizeof(*p->place), by_offer,
			(void *)(uintptr_t)m);
}

static size_t shown(const struct page *p)
{
	return p->n < ROWS ? p->n : ROWS;
}

/* --- what was written of it ----------------------------------------------------------
 */

static void add_head(struct page *p)
{
	const char *title = notes_title(p->w, p->i);
	char now[TIME_TEXT];

	time_format(link_now(p->w), now);
	buf_str(p->out, "# Incident ");
	markdown_code(p->out, str_of(p->i->id));
	if (title != NULL) {
		buf_str(p->out, ": ");
		markdown_text(p->out, str_of(title));
	}
	buf_str(p->out, "\n\n| | |\n|---|---|\n| mesh |");
	cell(p, p->w->name != NULL ? p->w->name : "?");
	buf_fmt(p->out, "\n| as of | %.10s %.8s UTC%s |\n| began |", now, now + 11,
		link_old(p->w)                 ? ", OLD: no link since then"
			: p->w->replay != NULL ? ", of a recording"
					       : "");
	cell_time(p, p->i->first);
	buf_str(p->out, "\n| last event |");
	cell_time(p, p->i->last);
	buf_fmt(p->out, "\n| handoffs | %u |\n", p->i->handoffs);
}

static void add_notes(struct page *p)
{
	const struct noted *n = mesh_noted_incident(p->w->mesh, p->i);
	const char *owner = noted_owner(n, p->w->now);

	if (owner != NULL) {
		buf_str(p->out, "| on it |");
		cell(p, owner);
		end_row(p);
	}
	for (uint32_t i = 0; n != NULL && i < n->tags; i++) {
		buf_str(p->out, "| tag |");
		cell(p, n->tag[i]);
		end_row(p);
	}
	if (n == NULL || n->notes == 0)
		return;
	begin_table(p, "Notes", "UTC | who | note");
	for (uint32_t i = 0; i < n->notes; i++) {
		row(p);
		cell_time(p, n->note[i].time);
		cell(p, n->note[i].by);
		cell(p, n->note[i].text);
		end_row(p);
	}
}

/* --- its handoffs, and what was decided --------------------------------------------- */

static void add_handoffs(struct page *p)
{
	const struct mesh *m = p->w->mesh;
	char text[ROW_TEXT];

	begin_table(p, "Handoffs",
		"offered UTC | handoff | edge | artifact | confidence | became | why | "
		"summary");
	for (size_t i = 0; i < shown(p); i++) {
		const struct handoff *h = at(p, i);

		row(p);
		cell_time(p, h->offered);
		cell_name(p, h->id);
		cell(p, row_edge(m, h, text));
		cell(p, row_artifact(m, h, text));
		cell(p, row_confidence(h, text));
		cell(p, row_fate(m, h, text));
		cell(p, h->detail != NULL ? h->detail : h->reason);
		cell(p, h->summary);
		end_row(p);
	}
	say_cut(p, p->n);
}

static void add_decisions_of(struct page *p, const struct handoff *h, size_t *n)
{
	const struct decision *d;

	for (d = decision_at(p->w->mesh, h->decisions); d != NULL;
		d = decision_at(p->w->mesh, d->before)) {
		if ((*n)++ == 0)
			begin_table(p, "Decisions", "UTC | who | what | handoff | note");
		if (*n > ROWS)
			continue;
		row(p);
		cell_time(p, d->time);
		cell(p, d->operator_name != NULL ? d->operator_name : "its deadline");
		cell(p, event_kinds[d->type].word);
		cell_name(p, h->id);
		cell(p, d->note != NULL ? d->note : d->reason);
		end_row(p);
	}
}

static void add_decisions(struct page *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		add_decisions_of(p, at(p, i), &n);
	say_cut(p, n);
}

/* --- what happened ------------------------------------------------------------------ */

struct moment {
	const struct past *past;
	uint32_t place;
};

static int by_order(const void *a, const void *b)
{
	uint64_t x = ((const struct moment *)a)->past->hubsequence;
	uint64_t y = ((const struct moment *)b)->past->hubsequence;

	return (x > y) - (x < y);
}

static void add_moments(struct page *p)
{
	struct moment *all = NULL;
	size_t n = 0, cap = 0;
	char text[ROW_TEXT];

	for (size_t i = 0; i < shown(p); i++) {
		const struct handoff *h = at(p, i);

		for (uint32_t k = 0; k < h->pasts; k++) {
			xgrow(&all, &cap, n + 1, sizeof(*all));
			all[n++] = (struct moment){ &h->past[k], p->place[i] };
		}
	}
	if (n > 0)
		qsort(all, n, sizeof(*all), by_order);
	begin_table(p, "What happened", "UTC | event | handoff | edge");
	for (size_t i = 0; i < n && i < ROWS; i++) {
		const struct handoff *h = handoff_at(p->w->mesh, all[i].place);

		row(p);
		cell_time(p, all[i].past->time);
		cell(p, event_kinds[all[i].past->type].word);
		cell_name(p, h->id);
		cell(p, row_edge(p->w->mesh, h, text));
		end_row(p);
	}
	say_cut(p, n);
	free(all);
}

bool incident_page(
	const struct world *w, const char *id, struct buf *out, char why[ROW_TEXT])
{
	uint32_t place = mesh_find_incident(w->mesh, str_of(id));
	struct page p = { .w = w, .i = incident_at(w->mesh, place), .out = out };

	if (p.i == NULL) {
		snprintf(why, ROW_TEXT, "%s",
			link_loading(w) ? "the mesh is not known yet"
					: "no incident is under the cursor");
		return false;
	}
	gather(&p);
	add_head(&p);
	add_notes(&p);
	add_handoffs(&p);
	add_decisions(&p);
	add_moments(&p);
	free(p.place);
	return true;
}
