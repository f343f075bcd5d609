/* SPDX-License-Identifier: MIT */
/* `seam stats FILE`: a recording folded without a screen. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/commands.h"
#include "base/clock.h"
#include "base/json_out.h"
#include "bus/counters.h"
#include "bus/recording.h"

#define BAD_LINES_SAID 20

struct folding {
	const struct recording *r;
	struct mesh *m;
	struct json doc;
	int64_t until;
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

static void print_stats(const struct mesh *m, int64_t as_of)
{
	struct buf b = { 0 };

	out_open(&b, '{');
	out_key(&b, "events");
	out_uint(&b, m->events);
	out_key(&b, "handoffs");
	out_uint(&b, m->handoffs);
	out_key(&b, "agents");
	out_uint(&b, m->agents);
	out_states(&b, m);
	out_key(&b, "edges");
	out_open(&b, '[');
	for (uint32_t i = 0; i < m->edges; i++)
		out_edge(&b, m, &m->edge[i]);
	out_close(&b, ']');
	out_counters(&b, m);
	out_key(&b, "as_of");
	out_time(&b, as_of);
	out_close(&b, '}');
	puts(b.data);
	buf_fini(&b);
}

enum status run_stats(const struct args *a)
{
	struct folding f = { .until = INT64_MAX };
	struct recording *r;
	struct err e;

	if (given(a, OPT_AT) && !time_parse(str_of(a->value[OPT_AT]), &f.until))
		return usage_error(a, "--at is a time as in RFC 3339");
	r = recording_open(a->operand[0], &e);
	if (r == NULL) {
		complain("%s", e.text);
		return REFUSED;
	}
	f.r = r;
	f.m = mesh_new();
	for (size_t i = 0; i < r->lines; i++)
		fold_line(&f, i);
	if (f.bad > 0)
		complain("left out %zu of %zu line%s: no event", f.bad, r->lines,
			r->lines == 1 ? "" : "s");
	if (r->doubled > 0)
		complain("%zu line%s twice and counted once", r->doubled,
			r->doubled == 1 ? " stands" : "s stand");
	if (r->cut)
		complain("%s is cut short: this is what there is of it", a->operand[0]);
	if (r->sorted)
		complain("the lines are not in hub order: folded by hubsequence");
	print_stats(f.m, given(a, OPT_AT) ? f.until : f.m->now);
	json_fini(&f.doc);
	mesh_free(f.m);
	recording_close(r);
	return DONE;
}
