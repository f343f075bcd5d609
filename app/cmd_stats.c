/* SPDX-License-Identifier: MIT */
/* `seam stats FILE`: a recording folded without a screen. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/commands.h"
#include "app/filtered.h"
#include "app/oddities.h"
#include "app/place.h"
#include "base/clock.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "bus/counters.h"
#include "bus/recording.h"
#include "mesh/dump.h"
#include "mesh/query_rows.h"

#define BAD_LINES_SAID 20

struct folding {
	const struct recording *r;
	struct mesh *m;
	struct json doc;
	int64_t until; /* INT64_MAX: to the end */
	size_t bad;
};

static void fold_line(struct folding *f, size_t i)
{
	struct event e;
	struct err err;

	if (!recording_event(f->r, i, &f->doc, &e, &err)) {
		if (f->bad++ < BAD_LINES_SAID)
			complain("%s", err.text);
		return;
	}
	if (e.recorded > f->until)
		return;
	mesh_append(f->m, &e);
}

static void out_edge(struct buf *b, const struct mesh *m, const struct edge *e)
{
	out_open(b, '{');
	out_key(b, "from");
	out_text(b, m->agent[e->from].name);
	out_key(b, "to");
	out_text(b, m->agent[e->to].name);
	out_key(b, "offered");
	out_uint(b, e->offered);
	out_key(b, "accepted");
	out_uint(b, e->accepted);
	out_key(b, "completed");
	out_uint(b, e->completed);
	out_key(b, "refused");
	out_uint(b, e->refused);
	out_key(b, "held");
	out_uint(b, e->held);
	out_key(b, "dead");
	out_uint(b, e->dead);
	out_close(b, '}');
}

static void out_states(struct buf *b, const struct mesh *m)
{
	out_key(b, "states");
	out_open(b, '{');
	for (int s = STATE_NONE + 1; s < STATES; s++) {
		if (m->states[s] == 0)
			continue;
		out_key(b, state_name((enum handoff_state)s));
		out_uint(b, m->states[s]);
	}
	out_close(b, '}');
}

/* How many of the handoffs that are there have each. */
static void out_faults(struct buf *b, const struct mesh *m)
{
	uint64_t count[FAULT_BITS] = { 0 };

	for (uint32_t i = 0; i < m->handoff.count; i++) {
		const struct handoff *h = handoff_at(m, i);

		for (unsigned bit = 0; h != NULL && bit < FAULT_BITS; bit++)
			count[bit] += h->faults >> bit & 1;
	}
	out_key(b, "faults");
	out_open(b, '{');
	for (unsigned bit = 0; bit < FAULT_BITS; bit++) {
		if (count[bit] == 0)
			continue;
		out_key(b, fault_name(1u << bit));
		out_uint(b, count[bit]);
	}
	out_close(b, '}');
}

/* What humans wrote beside things. */
static void out_notes(struct buf *b, const struct mesh *m)
{
	uint64_t tags = 0;

	for (uint32_t i = 0; i < m->noteds; i++)
		tags += m->noted[i].tags;
	out_key(b, "noted");
	out_uint(b, m->noteds);
	out_key(b, "notes");
	out_uint(b, m->notes);
	out_key(b, "tags");
	out_uint(b, tags);
}

static void print_stats(struct mesh *m, int64_t as_of)
{
	struct buf b = { 0 };

	out_open(&b, '{');
	out_key(&b, "events");
	out_uint(&b, m->events);
	out_key(&b, "handoffs");
	out_uint(&b, m->handoff.kept);
	out_key(&b, "agents");
	out_uint(&b, m->agents);
	out_states(&b, m);
	out_faults(&b, m);
	out_key(&b, "edges");
	out_open(&b, '[');
	for (uint32_t i = 0; i < m->edges; i++)
		out_edge(&b, m, &m->edge[i]);
	out_close(&b, ']');
	out_counters(&b, m);
	out_notes(&b, m);
	out_key(&b, "as_of");
	out_time(&b, as_of);
	out_close(&b, '}');
	puts(b.data);
	buf_fini(&b);
}

/* When the first event was recorded: --at may be a time on that day. */
static int64_t first_recorded(struct folding *f)
{
	struct event e;

	for (size_t i = 0; i < f->r->lines; i++) {
		if (recording_event(f->r, i, &f->doc, &e, NULL))
			return e.recorded;
	}
	return 0;
}

static int64_t last_recorded(struct folding *f)
{
	struct event e;

	for (size_t i = f->r->lines; i-- > 0;) {
		if (recording_event(f->r, i, &f->doc, &e, NULL))
			return e.recorded;
	}
	return 0;
}

/* All of it, or nothing, is what was asked for, and hardly what was meant. */
static void say_outside(struct folding *f)
{
	int64_t first = first_recorded(f), last = last_recorded(f);
	char span[PLACE_SPAN];

	if (place_within(f->until, first, last))
		return;
	place_span(first, last, span);
	complain("--at is outside: %s", span);
}

/* How many lines are folded at most; those after `until` are left out of them. */
static enum status read_at(struct folding *f, const struct args *a, size_t *lines)
{
	struct place p;

	*lines = f->r->lines;
	if (!given(a, OPT_AT))
		return DONE;
	if (!place_read(str_of(a->value[OPT_AT]), first_recorded(f), &p))
		return usage_error(a, "--at takes " PLACE_FORMS);
	if (p.number == 0) {
		f->until = p.time;
		say_outside(f);
	} else if (p.number < *lines) {
		*lines = p.number;
	}
	return DONE;
}

static void put_line(void *user, struct str line)
{
	(void)user;
	fwrite(line.p, 1, line.n, stdout);
}

/* Whether it lets a handoff through, as that stands at the end. */
static bool lets(const struct query *q, const struct mesh *m, uint32_t place)
{
	struct query_about about = { m, m->now, place, NULL };
	struct query_row row = { query_of_handoff, NULL, &about, "" };
	uint64_t fuel = QUERY_FUEL;

	return place != NONE && query_judge(q, &row, &fuel) == QUERY_YES;
}

/* Instead of all that was folded what is about the handoffs that are let through. */
static void fold_some(struct folding *f, const struct query *q, size_t lines)
{
	struct mesh *some = mesh_new();
	uint8_t *known = xcalloc(f->m->handoff.count + 1, 1); /* 1: not, 2: let through */
	struct event e;

	for (size_t i = 0; i < lines; i++) {
		uint32_t place;

		if (!recording_event(f->r, i, &f->doc, &e, NULL) || e.recorded > f->until)
			continue;
		place = mesh_find_handoff(f->m, e.handoff);
		if (place == NONE)
			continue;
		if (known[place] == 0)
			known[place] = lets(q, f->m, place) ? 2 : 1;
		if (known[place] == 2)
			mesh_append(some, &e);
	}
	free(known);
	mesh_free(f->m);
	f->m = some;
}

/* *q is NULL where there is none; false after a usage error. */
static bool read_filter(const struct args *a, struct query **q)
{
	struct err e = { "" };

	*q = NULL;
	if (!filter_is_understood(a, QUERY_HANDOFFS))
		return false;
	if (given(a, OPT_FILTER))
		*q = query_compile(
			str_of(a->value[OPT_FILTER]), QUERY_HANDOFFS, NULL, &e);
	if (*q == NULL || !query_looks(*q))
		return true;
	usage_error(a, "--filter: artifacts are not looked at here: ls and tail do");
	query_free(*q);
	return false;
}

static enum status fold_and_print(struct folding *f, const struct args *a)
{
	struct query *q;
	size_t lines;
	enum status s = read_at(f, a, &lines);

	if (s != DONE)
		return s;
	if (!read_filter(a, &q))
		return USAGE;
	f->m = mesh_new();
	for (size_t i = 0; i < lines; i++)
		fold_line(f, i);
	if (q != NULL)
		fold_some(f, q, lines);
	query_free(q);
	say_oddities(f->r, a->operand[0], f->bad);
	if (given(a, OPT_DUMP))
		mesh_dump(f->m, put_line, NULL);
	else
		print_stats(f->m, f->until != INT64_MAX ? f->until : f->m->now);
	mesh_free(f->m);
	return DONE;
}

enum status run_stats(const struct args *a)
{
	struct folding f = { .until = INT64_MAX };
	struct err e;
	struct recording *r = recording_open(a->operand[0], &e);
	enum status s;

	f.r = r;
	if (r == NULL || !recording_has_event(r, a->operand[0], &e))
		s = fail_with(a, REFUSED, "no_file", "%s", e.text);
	else
		s = fold_and_print(&f, a);
	json_fini(&f.doc);
	recording_close(r);
	return s;
}
