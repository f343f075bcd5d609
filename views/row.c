/* SPDX-License-Identifier: MIT */
#include "views/row.h"

#include <stdio.h>

#include "views/link.h"

const char *grave_mark(enum grave g)
{
	static const char *const marks[] = { "", "!", "!!" };

	return marks[g];
}

unsigned row_faults(const struct handoff *h)
{
	unsigned n = 0;

	for (unsigned bit = 1; bit < 1u << FAULT_BITS; bit <<= 1)
		n += (h->faults & bit) != 0;
	return n;
}

enum grave row_grave(const struct world *w, const struct handoff *h)
{
	int64_t due = handoff_due(h), left = due - w->now;

	if (due != 0 && left < 2 * MINUTE && h->on_deadline == FALLBACK_PROCEED)
		return GRAVE_CRITICAL;
	if (due != 0 && left < 10 * MINUTE)
		return GRAVE_WARNING;
	return h->faults != 0 ? GRAVE_WARNING : GRAVE_NONE;
}

const char *row_due(const struct world *w, const struct handoff *h, char out[ROW_TEXT])
{
	char left[FORMAT_TEXT];
	int64_t due = handoff_due(h);

	if (due == 0)
		snprintf(out, ROW_TEXT, "-");
	else
		snprintf(out, ROW_TEXT, "%s", format_left(due - w->now, left));
	return out;
}

const char *row_artifact(
	const struct mesh *m, const struct handoff *h, char out[ROW_TEXT])
{
	const struct contract *c = handoff_contract(m, h);

	if (c == NULL)
		snprintf(out, ROW_TEXT, "-");
	else
		snprintf(out, ROW_TEXT, "%.150s@%u", c->name, c->version.major);
	return out;
}

const char *row_edge(const struct mesh *m, const struct handoff *h, char out[ROW_TEXT])
{
	snprintf(out, ROW_TEXT, "%.100s>%.100s", handoff_from(m, h), handoff_to(m, h));
	return out;
}

uint32_t row_find_edge(const struct mesh *m, struct str name)
{
	const char *gt = name.n > 0 ? memchr(name.p, '>', name.n) : NULL;
	struct str from;
	uint32_t a, b;

	if (gt == NULL)
		return NONE;
	from = (struct str){ name.p, (size_t)(gt - name.p) };
	a = mesh_find_agent(m, from);
	b = mesh_find_agent(m, str_skip(name, from.n + 1));
	return a == NONE || b == NONE ? NONE : mesh_find_edge(m, a, b);
}

const char *row_confidence(const struct handoff *h, char out[ROW_TEXT])
{
	char is[FORMAT_TEXT], bar[FORMAT_TEXT];
	unsigned n = row_faults(h);

	if (h->faults == FAULT_SCHEMA && h->violations > 0)
		snprintf(out, ROW_TEXT, "%u violation%s", h->violations,
			h->violations == 1 ? "" : "s");
	else if (n > 0)
		snprintf(out, ROW_TEXT, "%u fault%s", n, n == 1 ? "" : "s");
	else if (!h->has_confidence)
		snprintf(out, ROW_TEXT, "-");
	else if (h->has_review_below && h->confidence < h->review_below)
		snprintf(out, ROW_TEXT, "%s <%s", format_confidence(h->confidence, is),
			format_confidence(h->review_below, bar));
	else
		snprintf(out, ROW_TEXT, "%s", format_confidence(h->confidence, is));
	return out;
}

const char *row_broken(const struct edge *e, int64_t now, char out[ROW_TEXT])
{
	uint64_t refused = rate_trouble(&e->refusals, now);
	uint64_t died = rate_trouble(&e->deaths, now);
	uint64_t bad = refused > 0 ? refused : died;
	uint64_t offers = rate_trouble(&e->offers, now);
	const char *what = refused > 0 ? "refused" : "died";

	if (bad == 0)
		snprintf(out, ROW_TEXT, "none in 10 min");
	else if (bad <= offers)
		snprintf(out, ROW_TEXT, "%llu of %llu %s", (unsigned long long)bad,
			(unsigned long long)offers, what);
	else /* some were offered before that */
		snprintf(out, ROW_TEXT, "%llu %s", (unsigned long long)bad, what);
	return out;
}

const char *row_low(
	const struct mesh *m, const struct edge *e, bool brief, char out[ROW_TEXT])
{
	const struct registry *r = &m->contracts;
	const struct contract *c =
		e->contract < r->count ? r->entry[e->contract].contract : NULL;
	uint32_t of, low = edge_below(e, &of);
	char bar[FORMAT_TEXT] = "the bar";

	if (c != NULL && c->has_review_below)
		format_confidence(c->review_below, bar);
	snprintf(out, ROW_TEXT, "%u of %s%u below %s", low, brief ? "" : "the last ", of,
		bar);
	return out;
}

const char *row_why_broken(const struct edge *e, int64_t now)
{
	const char *reason = edge_cause(e, now).reason;

	return reason != NULL ? reason : "refused";
}

static const char *const at_zero[FALLBACK_ACTIONS] = {
	[FALLBACK_NONE] = "waits for you",
	[FALLBACK_ESCALATE] = "escalates",
	[FALLBACK_DEAD_LETTER] = "dead letter",
	[FALLBACK_QUEUE] = "stays here",
	[FALLBACK_REQUEUE] = "starts over",
	[FALLBACK_STOP] = "stops",
	[FALLBACK_PROCEED] = "SHIPS",
};

static const char *const perhaps[FALLBACK_ACTIONS] = {
	[FALLBACK_ESCALATE] = "ESCALATED?",
	[FALLBACK_DEAD_LETTER] = "DEAD?",
	[FALLBACK_QUEUE] = "QUEUED?",
	[FALLBACK_REQUEUE] = "OVER AGAIN?",
	[FALLBACK_STOP] = "STOPPED?",
	[FALLBACK_PROCEED] = "SHIPPED?",
};

const struct decision *row_escalation(const struct mesh *m, const struct handoff *h)
{
	const struct decision *d;

	if (h->state != STATE_ESCALATED)
		return NULL;
	for (uint32_t i = h->decisions; (d = decision_at(m, i)) != NULL; i = d->before) {
		if (d->attempt != h->attempt)
			continue;
		if (d->type == EV_ESCALATED ||
			(d->type == EV_FALLBACK && d->action == FALLBACK_ESCALATE))
			return d;
	}
	return NULL;
}

const char *row_escalated_to(const struct mesh *m, const struct handoff *h)
{
	const struct decision *d = row_escalation(m, h);
	const char *to = d != NULL ? d->target : NULL;

	if (to == NULL && (d == NULL || d->type == EV_FALLBACK))
		to = h->target;
	return h->state == STATE_ESCALATED && to != NULL ? to : "";
}

bool row_is_held(const struct world *w, const struct handoff *h)
{
	return h->not_before > w->now && h->not_before == handoff_due(h);
}

const char *row_at_zero(
	const struct world *w, const struct handoff *h, char out[ROW_TEXT])
{
	int64_t due = handoff_due(h);
	const char *to = row_escalated_to(w->mesh, h);
	enum fallback_action a = due != 0 ? h->on_deadline : FALLBACK_NONE;

	if (due != 0 && due < w->now && link_old(w))
		snprintf(out, ROW_TEXT, "%s unknown", perhaps[a]);
	else if (due != 0 && due < w->now)
		snprintf(out, ROW_TEXT, "%s, not fired", at_zero[a]);
	else if (a == FALLBACK_ESCALATE && h->target != NULL)
		snprintf(out, ROW_TEXT, "to %.180s", h->target);
	else if (due == 0 && h->state == STATE_ESCALATED)
		snprintf(out, ROW_TEXT, "escalated%s%.180s", to[0] != '\0' ? " to " : "",
			to);
	else
		snprintf(out, ROW_TEXT, "%s", at_zero[a]);
	return out;
}

const char *row_at_zero_brief(
	const struct world *w, const struct handoff *h, char out[ROW_TEXT])
{
	static const char *const brief[FALLBACK_ACTIONS] = {
		[FALLBACK_NONE] = "waits",
		[FALLBACK_ESCALATE] = "escalates",
		[FALLBACK_DEAD_LETTER] = "dies",
		[FALLBACK_QUEUE] = "stays",
		[FALLBACK_REQUEUE] = "restarts",
		[FALLBACK_STOP] = "stops",
		[FALLBACK_PROCEED] = "SHIPS",
	};
	int64_t due = handoff_due(h);
	enum fallback_action a = due != 0 ? h->on_deadline : FALLBACK_NONE;

	if (due != 0 && due < w->now && link_old(w))
		snprintf(out, ROW_TEXT, "%s", perhaps[a]);
	else if (a == FALLBACK_ESCALATE && due > w->now && h->target != NULL &&
		strlen(h->target) + strlen("to ") <= strlen(brief[a]))
		snprintf(out, ROW_TEXT, "to %.20s",
			h->target); /* no longer, and to whom */
	else
		snprintf(out, ROW_TEXT, "%s%s", brief[a],
			due != 0 && due < w->now ? " late" : "");
	return out;
}

/* --- what became of it ------------------------------------------------------ */

#define NOT_TOLD INT64_MIN /* as `now`: without how long ago */

static const char *const fired[FALLBACK_ACTIONS] = {
	[FALLBACK_ESCALATE] = "escalated by its deadline",
	[FALLBACK_DEAD_LETTER] = "dead by its deadline",
	[FALLBACK_QUEUE] = "kept here by its deadline",
	[FALLBACK_REQUEUE] = "started over by its deadline",
	[FALLBACK_STOP] = "stopped by its deadline",
	[FALLBACK_PROCEED] = "SHIPPED by its deadline",
};

static void add_ago(struct buf *b, int64_t now, int64_t then)
{
	char ago[FORMAT_TEXT];

	if (now != NOT_TOLD)
		buf_fmt(b, " %s ago", format_left(now > then ? now - then : 0, ago));
}

/* The state it is in now, and whose word that is. */
static void add_state(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	static const bool by_taker[STATES] = {
		[STATE_ACCEPTED] = true,
		[STATE_PROGRESSED] = true,
		[STATE_COMPLETED] = true,
		[STATE_REFUSED] = true,
		[STATE_FAILED] = true,
	};

	buf_str(b, state_name(h->state));
	if (by_taker[h->state])
		buf_fmt(b, " by %.60s", handoff_to(m, h));
	else if (h->attempt > 1 && h->state == STATE_OFFERED)
		buf_fmt(b, " as attempt %u", h->attempt);
}

static void add_next_attempt(struct buf *b, const struct decision *d)
{
	if (d->next_attempt != 0)
		buf_fmt(b, ", attempt %u to come", d->next_attempt);
}

/* The human's or the deadline's part; the state that followed from it. */
static enum handoff_state add_cause(
	struct buf *b, const struct mesh *m, const struct handoff *h, int64_t now)
{
	static const enum handoff_state leads_to[EVENT_TYPES] = {
		[EV_APPROVED] = STATE_APPROVED,
		[EV_REJECTED] = STATE_REJECTED,
		[EV_REQUEUED] = STATE_REQUEUED,
		[EV_DISCARDED] = STATE_DISCARDED,
	};
	const struct decision *d =
		h->decision == NONE ? NULL : decision_at(m, h->decision);

	if (d != NULL && h->final && d->operator_name != NULL) {
		buf_fmt(b, "%s by %.60s", event_kinds[d->type].word, d->operator_name);
		add_ago(b, now, d->time);
		if (h->state == STATE_REQUEUED)
			add_next_attempt(b, d);
		return leads_to[d->type];
	}
	if (!h->fired)
		return STATE_NONE;
	d = h->fallback == NONE ? NULL : decision_at(m, h->fallback);
	buf_str(b, fired[h->fired_action]);
	if (d != NULL)
		add_ago(b, now, d->time);
	if (d != NULL && h->state == STATE_REQUEUED)
		add_next_attempt(b, d);
	return state_of_fallback(h->fired_action);
}

static void tell_fate(
	const struct mesh *m, const struct handoff *h, int64_t now, char out[ROW_TEXT])
{
	struct buf b = { 0 };
	enum handoff_state cause = add_cause(&b, m, h, now);

	if (cause != (enum handoff_state)h->state) {
		if (b.len > 0)
			buf_str(&b, ", ");
		add_state(&b, m, h);
		add_ago(&b, now, h->since);
	}
	snprintf(out, ROW_TEXT, "%s", b.data);
	buf_fini(&b);
}

const char *row_fate(const struct mesh *m, const struct handoff *h, char out[ROW_TEXT])
{
	tell_fate(m, h, NOT_TOLD, out);
	return out;
}

const char *row_fate_ago(
	const struct world *w, const struct handoff *h, char out[ROW_TEXT])
{
	tell_fate(w->mesh, h, w->now, out);
	return out;
}

bool row_waits(const struct mesh *m, uint32_t place)
{
	const struct handoff *h = handoff_at(m, place);

	return h != NULL && h->in_review;
}

const char *row_trouble(const struct edge *e, enum edge_trouble t)
{
	return t == EDGE_WAITS && e != NULL && e->waiting == 0 ? "WAITED"
							       : edge_trouble_name(t);
}
