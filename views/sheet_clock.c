/* SPDX-License-Identifier: MIT */
/*
 * What goes on after a decision that ends nothing: to escalate leaves every
 * clock running, to hold stops those that would run out before.
 */
#include <stdio.h>

#include "views/sheet.h"
#include "views/values.h"

/* When its fallback fires once it is in review, whether it is there yet or not. */
static int64_t due_in_review(const struct handoff *h)
{
	if (h->in_review)
		return handoff_due(h);
	if (h->on_deadline == FALLBACK_NONE || h->clock_stopped || h->fired)
		return 0;
	return h->deadline > h->not_before ? h->deadline : h->not_before;
}

/* Of all that it is bound to. */
struct clocks {
	const struct handoff *first; /* whose deadline is the next; NULL: no clock runs */
	int64_t due;
	size_t n, ships;  /* whose clock runs, and which of them ship */
	size_t untouched; /* by a hold: they have longer */
	size_t offered;   /* and nobody has taken them: a hold stops them */
};

static struct clocks look(const struct sheet *s, const struct world *w, int64_t until)
{
	struct clocks c = { 0 };

	for (size_t i = 0; i < s->n; i++) {
		const struct handoff *h = handoff_at(
			w->mesh, mesh_find_handoff(w->mesh, str_of(s->bound[i].handoff)));
		int64_t due = h != NULL ? due_in_review(h) : 0;

		if (s->action == ACTION_HOLD && h != NULL && h->state == STATE_OFFERED) {
			c.offered++;
			continue;
		}
		if (due == 0 || due >= until) {
			c.untouched++;
			if (due == 0 || s->action == ACTION_HOLD)
				continue;
		}
		c.n++;
		c.ships += h->on_deadline == FALLBACK_PROCEED;
		if (c.first == NULL || due < c.due) {
			c.first = h;
			c.due = due;
		}
	}
	return c;
}

/* "SHIPS EUR 1240", "stops", "2 of 5 SHIP". */
static void add_fate(struct buf *b, const struct world *w, const struct clocks *c)
{
	const struct value *v = values_of(w, c->first);
	char zero[ROW_TEXT];

	if (c->n > 1 && c->ships > 0)
		buf_fmt(b, "%zu of %zu SHIP%s", c->ships, c->n, c->ships == 1 ? "S" : "");
	else if (c->n > 1)
		buf_fmt(b, "%zu deadlines", c->n);
	else if (c->first->in_review)
		buf_fmt(b, "%s%s%s", row_at_zero(w, c->first, zero),
			v != NULL && v->text[0] != '\0' ? " " : "",
			v != NULL ? v->text : "");
	else
		buf_str(b, "its deadline is");
}

static bool told_escalate(struct buf *b, const struct sheet *s, const struct world *w)
{
	struct clocks c = look(s, w, INT64_MAX);
	char time[FORMAT_TEXT];

	if (c.n == 0) {
		buf_fmt(b, "no clock runs: %s until a human decides",
			s->n == 1 ? "it waits" : "they wait");
		return false;
	}
	buf_str(b, "the clock runs on: ");
	add_fate(b, w, &c);
	buf_fmt(b, "%s %s", c.n > 1 ? ", the first at" : " at",
		format_time(w, c.due, time));
	return c.ships > 0;
}

static bool told_hold(struct buf *b, const struct sheet *s, const struct world *w)
{
	int64_t until = w->now + DESK_HOLD;
	struct clocks c = look(s, w, until), all;
	char time[FORMAT_TEXT];

	if (c.offered > 0) {
		buf_fmt(b, "%zu not taken yet: nobody begins without a person",
			c.offered);
		if (c.offered == s->n)
			return false;
		buf_str(b, "; ");
	}
	if (c.n > 0) {
		buf_fmt(b, "held until %s; then ", format_time(w, until, time));
		add_fate(b, w, &c);
		if (c.untouched > 0)
			buf_fmt(b, "; %zu of %zu ha%s longer", c.untouched,
				s->n - c.offered, c.untouched == 1 ? "s" : "ve");
		return c.ships > 0;
	}
	buf_fmt(b, "%schanges nothing: ", c.offered > 0 ? "for the others it " : "");
	all = look(s, w, INT64_MAX);
	if (all.n == 0)
		buf_str(b, "no deadline runs");
	else
		buf_fmt(b, "the %sdeadline is %s", all.n > 1 ? "first " : "",
			format_time(w, all.due, time));
	return false;
}

bool sheet_clock(const struct sheet *s, const struct world *w, struct buf *out)
{
	if (s->action == ACTION_ESCALATE)
		return told_escalate(out, s, w);
	return s->action == ACTION_HOLD && told_hold(out, s, w);
}
