/* SPDX-License-Identifier: MIT */
/*
 * What else was touched by the change that an incident began with: how many handoffs came
 * since then from the agent that is new (another model or version, or less sure), or
 * under the contract that came in force. They are found once, some places with each
 * drawing, and then followed by the log; what became of them is counted a few times a
 * second.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "contract/contract.h"
#include "views/incidents_own.h"
#include "views/pane.h"
#include "views/watch.h"

#define SLICE 4000 /* places that are looked at with one drawing */
#define LINES 4096 /* of the log */
#define MOST 20000 /* handoffs that are kept: beyond that it is at least so many */
#define AGAIN (SECOND / 2)
#define FEW 500 /* that are counted at every change */

struct others {
	struct change change;
	const struct mesh *mesh; /* compared, never followed */
	uint64_t at;             /* hubsequence of the last look */
	uint64_t lines;          /* of the log, that have been followed */
	uint32_t walked;         /* places */
	uint32_t *place;
	size_t n, cap;
	uint8_t *seen; /* a bit for each place */
	size_t seens, cap_seen;
	bool cut, drawn;
	/* what became of them, when they were counted last */
	uint64_t counted_at;
	size_t counted;
	uint32_t counted_of; /* incident */
	int64_t counted_tick;
	struct others_count count;
};

void others_free(struct others *o)
{
	if (o == NULL)
		return;
	free(o->place);
	free(o->seen);
	free(o);
}

/* --- which change ------------------------------------------------------------------- */

/* The last one before the incident, else the first one since. */
static bool is_better(const struct change *was, int64_t since, int64_t first)
{
	if (was->kind == CHANGE_NONE)
		return true;
	if ((since <= first) != (was->since <= first))
		return since <= first;
	return since <= first ? since > was->since : since < was->since;
}

static void look_at_agent(
	struct change *c, const struct mesh *m, uint32_t agent, const struct incident *i)
{
	int64_t renewed = m->agent[agent].renewed;

	if (renewed >= i->first - INCIDENT_BEFORE && renewed != 0 &&
		is_better(c, renewed, i->first))
		*c = (struct change){ CHANGE_AGENT, agent, CONTRACT_NONE, renewed };
}

/* Another version of it was there before: else all of a young mesh came in force. */
static bool is_other_version(const struct registry *r, uint32_t place)
{
	for (uint32_t k = 0; k < place; k++) {
		if (strcmp(r->entry[k].contract->name, r->entry[place].contract->name) ==
			0)
			return true;
	}
	return false;
}

static void look_at_contracts(struct change *c, const struct mesh *m,
	const struct incident *i, const uint32_t *edge, size_t edges)
{
	const struct registry *r = &m->contracts;

	for (uint32_t k = 0; k < r->count; k++) {
		bool here = false;

		if (r->entry[k].loaded < i->first - INCIDENT_BEFORE ||
			!r->entry[k].in_force)
			continue;
		for (size_t n = 0; n < edges && !here; n++) {
			const struct edge *e = &m->edge[edge[n]];

			here = contract_names(r->entry[k].contract,
				str_of(m->agent[e->from].name),
				str_of(m->agent[e->to].name));
		}
		if (here && is_other_version(r, k) &&
			is_better(c, r->entry[k].loaded, i->first))
			*c = (struct change){ CHANGE_CONTRACT, NONE, k,
				r->entry[k].loaded };
	}
}

/* No instant is known of it: it counts from where the incident begins. */
static void look_at_fall(struct change *c, const struct mesh *m, const struct incident *i,
	const uint32_t *edge, size_t edges)
{
	for (size_t n = 0; n < edges && c->kind == CHANGE_NONE; n++) {
		const struct edge *e = &m->edge[edge[n]];

		if (incidents_fell(e))
			*c = (struct change){ CHANGE_FALL, e->from, CONTRACT_NONE,
				i->first };
	}
}

struct change incidents_change(const struct mesh *m, const struct incident *i)
{
	struct change c = { CHANGE_NONE, NONE, CONTRACT_NONE, 0 };
	uint32_t edge[INCIDENT_EDGES];
	size_t edges = incidents_edges(m, i, edge);

	for (size_t n = 0; n < edges; n++)
		look_at_agent(&c, m, m->edge[edge[n]].from, i);
	if (c.kind == CHANGE_NONE)
		look_at_contracts(&c, m, i, edge, edges);
	if (c.kind == CHANGE_NONE)
		look_at_fall(&c, m, i, edge, edges);
	return c;
}

/* "kyc, model kyc-v9" */
static void name_change(struct buf *b, const struct mesh *m, const struct change *c)
{
	const struct agent *a = c->agent != NONE ? &m->agent[c->agent] : NULL;

	if (c->kind == CHANGE_CONTRACT)
		buf_fmt(b, "contract %s", m->contracts.entry[c->contract].contract->id);
	else if (c->kind == CHANGE_FALL)
		buf_fmt(b, "%s, less sure", a->name);
	else if (a->was_model != NULL && a->model != NULL)
		buf_fmt(b, "%s, model %s", a->name, a->model);
	else
		buf_fmt(b, "%s, version %s", a->name,
			a->version != NULL ? a->version : "?");
}

/* --- finding them --------------------------------------------------------------------
 */

static bool is_touched(
	const struct mesh *m, const struct change *c, const struct handoff *h)
{
	return h->offered >= c->since &&
		(c->kind == CHANGE_CONTRACT ? h->contract == c->contract
					    : m->edge[h->edge].from == c->agent);
}

static void take(struct others *o, const struct mesh *m, uint32_t place)
{
	const struct handoff *h = handoff_at(m, place);
	size_t need = place / 8 + 1;

	if (h == NULL || !is_touched(m, &o->change, h))
		return;
	xgrow(&o->seen, &o->cap_seen, need, 1);
	if (need > o->seens) {
		memset(o->seen + o->seens, 0, need - o->seens);
		o->seens = need;
	}
	if (o->seen[place / 8] >> place % 8 & 1)
		return;
	o->cut |= o->n == MOST;
	if (o->n == MOST)
		return;
	o->seen[place / 8] |= (uint8_t)(1u << place % 8);
	xgrow(&o->place, &o->cap, o->n + 1, sizeof(*o->place));
	o->place[o->n++] = place;
}

static void begin(struct others *o, const struct mesh *m, const struct change *c)
{
	o->change = *c;
	o->mesh = m;
	o->lines = m->log_lines;
	o->walked = 0;
	o->n = o->seens = o->counted = 0;
	o->cut = false;
	o->counted_of = NONE;
	o->count = (struct others_count){ 0 };
}

static bool is_same(const struct change *a, const struct change *b)
{
	return a->kind == b->kind && a->agent == b->agent && a->contract == b->contract &&
		a->since == b->since;
}

static bool is_found(const struct others *o)
{
	/* of a first image most is still to come */
	return o->walked >= o->mesh->handoff.count && !o->mesh->beyond.first;
}

static void find(struct others *o, const struct world *w, const struct change *c)
{
	const struct mesh *m = w->mesh;

	if (o->mesh != m || !is_same(&o->change, c) || m->hubsequence < o->at ||
		m->log_lines < o->lines || m->log_lines - o->lines > LOG_LINES)
		begin(o, m, c);
	o->at = m->hubsequence;
	if (m->beyond.first)
		return;
	for (size_t n = 0; n < SLICE && o->walked < m->handoff.count; n++, o->walked++)
		take(o, m, o->walked);
	for (size_t n = 0; n < LINES && o->lines < m->log_lines; n++, o->lines++) {
		const struct log_line *l = &m->log[o->lines % LOG_LINES];

		if (l->type == EV_OFFERED)
			take(o, m, l->handoff);
	}
}

/* --- what became of them ------------------------------------------------------------ */

static void add(struct others_count *c, const struct handoff *h, uint32_t incident)
{
	c->produced++;
	c->below += h->has_confidence && h->has_review_below &&
		h->confidence < h->review_below;
	c->here += h->incident == incident;
	c->waiting += h->in_review;
	c->shipped += h->fired && h->fired_action == FALLBACK_PROCEED;
}

static void recount(struct others *o, const struct world *w, uint32_t incident)
{
	bool same = o->counted == o->n && o->counted_of == incident &&
		o->counted_at == w->mesh->hubsequence;
	bool soon = w->tick - o->counted_tick < AGAIN && w->tick >= o->counted_tick;

	if (same || (o->counted_of == incident && o->n > FEW && soon))
		return;
	o->counted = o->n;
	o->counted_of = incident;
	o->counted_at = w->mesh->hubsequence;
	o->counted_tick = w->tick;
	o->count = (struct others_count){ 0 };
	for (size_t k = 0; k < o->n; k++) {
		const struct handoff *h = handoff_at(w->mesh, o->place[k]);

		if (h != NULL && is_touched(w->mesh, &o->change, h))
			add(&o->count, h, incident);
	}
}

bool incidents_others(
	struct incidents *v, const struct world *w, struct others_count *out)
{
	uint32_t place = incidents_open(v, w);
	const struct incident *i = incident_at(w->mesh, place);
	struct change c;

	if (i == NULL)
		return false;
	c = incidents_change(w->mesh, i);
	if (c.kind == CHANGE_NONE)
		return false;
	if (v->others == NULL)
		v->others = xcalloc(1, sizeof(*v->others));
	find(v->others, w, &c);
	recount(v->others, w, place);
	*out = v->others->count;
	out->change = c;
	out->cut = v->others->cut || (w->watch != NULL && watch_lossy(w->watch, w));
	out->found = is_found(v->others);
	return true;
}

bool incidents_others_busy(const struct incidents *v)
{
	return v->others != NULL && v->others->mesh != NULL && v->others->drawn &&
		!is_found(v->others);
}

/* --- showing them --------------------------------------------------------------------
 */

static void say(struct buf *b, const struct world *w, const struct others_count *c)
{
	char time[FORMAT_TEXT], n[FORMAT_TEXT];

	buf_fmt(b, "since %s: %s%s", format_time(w, c->change.since, time),
		format_many(c->produced, "handoff", n), c->cut ? " at least" : "");
	buf_fmt(b, ", %s below their threshold", format_count(c->below, n));
	buf_fmt(b, ", %s in this incident", format_count(c->here, n));
	buf_fmt(b, ", %s waiting for you", format_count(c->waiting, n));
	buf_fmt(b, ", %s shipped unreviewed", format_count(c->shipped, n));
	if (!c->found)
		buf_str(b, "; still looking");
}

void incidents_draw_others(struct incidents *v, const struct world *w, struct surface *s,
	const struct others_count *c)
{
	struct buf title = { 0 }, text = { 0 };

	buf_str(&title, "OTHER HANDOFFS touched by ");
	name_change(&title, w->mesh, &c->change);
	pane_rule(w, s, 0, title.data, "v: in the log");
	say(&text, w, c);
	pane_wrap(s, 1, 1, s->rows - 1,
		c->waiting + c->shipped > 0 ? STYLE_WARNING : STYLE_NORMAL,
		buf_view(&text));
	v->others->drawn = true;
	buf_fini(&title);
	buf_fini(&text);
}

/* In the line of messages: what matters most first. */
static void say_briefly(
	struct buf *b, const struct world *w, const struct others_count *c)
{
	char time[FORMAT_TEXT], n[FORMAT_TEXT];

	if (!c->found) {
		buf_fmt(b, "since %s; not all is counted yet",
			format_time(w, c->change.since, time));
		return;
	}
	buf_fmt(b, "%s shipped unreviewed", format_count(c->shipped, n));
	buf_fmt(b, ", %s waiting, ", format_count(c->waiting, n));
	buf_fmt(b, "%s low of ", format_count(c->below, n));
	buf_fmt(b, "%s%s since %s", format_count(c->produced, n), c->cut ? "+" : "",
		format_time(w, c->change.since, time));
}

/* What of the log is those: the offers since then. */
static void filter_of(struct buf *b, const struct mesh *m, const struct change *c)
{
	char time[TIME_TEXT];

	if (c->kind == CHANGE_CONTRACT) {
		buf_str(b, "contract=");
		query_quote_value(
			b, str_of(m->contracts.entry[c->contract].contract->id));
	} else {
		buf_str(b, "from=");
		query_quote_value(b, str_of(m->agent[c->agent].name));
	}
	time_format(c->since, time);
	buf_fmt(b, " type=offered time>=%s", time);
}

void incidents_to_others(struct incidents *v, const struct world *w, struct outcome *out)
{
	struct others_count c;
	struct buf b = { 0 };

	if (!incidents_others(v, w, &c)) {
		snprintf(out->message, sizeof(out->message),
			"no agent, contract or confidence of it has changed");
		return;
	}
	filter_of(&b, w->mesh, &c.change);
	snprintf(out->go_filter, sizeof(out->go_filter), "/%s", b.data);
	out->go = SCREEN_LOG;
	buf_reset(&b);
	say_briefly(&b, w, &c);
	snprintf(out->message, sizeof(out->message), "%s", b.data);
	buf_fini(&b);
}
