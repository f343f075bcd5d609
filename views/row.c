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

const char *row_confidence(const struct handoff *h, char out[ROW_TEXT])
{
	char is[FORMAT_TEXT], bar[FORMAT_TEXT];
	unsigned n = row_faults(h);

	if (n > 0)
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
	[FALLBACK_REQUEUE] = "REQUEUED?",
	[FALLBACK_STOP] = "STOPPED?",
	[FALLBACK_PROCEED] = "SHIPPED?",
};

const char *row_at_zero(
	const struct world *w, const struct handoff *h, char out[ROW_TEXT])
{
	int64_t due = handoff_due(h);
	enum fallback_action a = due != 0 ? h->on_deadline : FALLBACK_NONE;

	if (due != 0 && due < w->now && link_old(w))
		snprintf(out, ROW_TEXT, "%s unknown", perhaps[a]);
	else if (due != 0 && due < w->now)
		snprintf(out, ROW_TEXT, "%s, not fired", at_zero[a]);
	else if (a == FALLBACK_ESCALATE && h->target != NULL)
		snprintf(out, ROW_TEXT, "to %.180s", h->target);
	else if (due == 0 && h->state == STATE_ESCALATED)
		snprintf(out, ROW_TEXT, "escalated");
	else
		snprintf(out, ROW_TEXT, "%s", at_zero[a]);
	return out;
}

static const char *const fired[FALLBACK_ACTIONS] = {
	[FALLBACK_ESCALATE] = "escalated by its deadline",
	[FALLBACK_DEAD_LETTER] = "dead by its deadline",
	[FALLBACK_QUEUE] = "queued by its deadline",
	[FALLBACK_REQUEUE] = "requeued by its deadline",
	[FALLBACK_STOP] = "stopped by its deadline",
	[FALLBACK_PROCEED] = "SHIPPED by its deadline",
};

const char *row_fate(const struct mesh *m, const struct handoff *h, char out[ROW_TEXT])
{
	const struct decision *d = h->decision == NONE ? NULL : &m->decision[h->decision];

	if (d != NULL && h->final && d->operator_name != NULL)
		snprintf(out, ROW_TEXT, "%s by %.150s", state_name(h->state),
			d->operator_name);
	else if (h->fired && state_of_fallback(h->fired_action) == h->state)
		snprintf(out, ROW_TEXT, "%s", fired[h->fired_action]);
	else
		snprintf(out, ROW_TEXT, "%s", state_name(h->state));
	return out;
}
