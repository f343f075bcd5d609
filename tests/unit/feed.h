/* SPDX-License-Identifier: MIT */
/*
 * A mesh built from events written as short JSON, for the tests of mesh/ and
 * of what stands on it. In all texts ' stands for ". A struct feed owns its
 * mesh and keeps the lines that it fed, so that they can be fed again. Each
 * event comes a millisecond after the last one, unless feed_wait() says more.
 *
 * After every event the counters are held against a count of its own, and
 * mesh_check() holds the lists of the mesh against a plain recount.
 */
#ifndef TESTS_UNIT_FEED_H
#define TESTS_UNIT_FEED_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "bus/codec.h"
#include "mesh/mesh.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

#define FEED_START (INT64_C(1776467221) * SECOND) /* 2026-04-17T23:07:01Z */
#define FEED_HUB (-1)                             /* the hub's own: in no counter */

struct feed {
	struct mesh *m;
	struct json doc;
	struct buf line; /* the last event */
	struct buf tape; /* all of them, a line each */
	int64_t now;     /* recorded time of the last one */
	uint64_t ids;
	uint64_t received;
};

/* `text` with " for ', freed by the caller. */
static inline char *quoted(const char *text)
{
	char *z = xstrdup(text);

	for (char *p = z; *p != '\0'; p++)
		*p = *p == '\'' ? '"' : *p;
	return z;
}

static inline void feed_open(struct feed *f)
{
	digest_start();
	*f = (struct feed){ .m = mesh_new(), .now = FEED_START };
}

static inline void feed_close(struct feed *f)
{
	mesh_free(f->m);
	json_fini(&f->doc);
	buf_fini(&f->line);
	buf_fini(&f->tape);
}

/* --- checks ---------------------------------------------------------------- */

static inline void check_counters(const struct feed *f)
{
	struct counters c = mesh_counters(f->m);
	uint64_t sum = 0, lost = 0;

	for (int s = 0; s < STANDINGS; s++)
		sum += c.standing[s];
	assert_int_equal(sum, c.received);
	assert_int_equal(c.received, f->received);
	for (uint32_t i = 0; i < f->m->own.sequences.runs; i++)
		lost += f->m->own.sequences.run[i].lost;
	assert_int_equal(lost, c.lost);
}

struct recount {
	uint32_t states[STATES];
	uint32_t review, dead, clock;
};

static inline bool is_dead(const struct handoff *h)
{
	bool ended = h->state == STATE_REFUSED || h->state == STATE_FAILED;

	return h->state == STATE_DEAD || h->state == STATE_STOPPED ||
		(ended && handoff_due(h) == 0);
}

static inline void check_handoff(const struct mesh *m, uint32_t i, struct recount *r)
{
	const struct handoff *h = handoff_at(m, i);
	bool review = h->state == STATE_HELD || h->state == STATE_ESCALATED;

	assert_in_range(h->state, STATE_NONE + 1, STATES - 1);
	assert_int_equal(mesh_find_handoff(m, str_of(h->id)), i);
	assert_int_equal(h->in_review, review);
	assert_int_equal(h->in_dead, is_dead(h));
	assert_int_equal(h->in_clock, handoff_due(h) != 0);
	r->states[h->state]++;
	r->review += review;
	r->dead += is_dead(h);
	r->clock += handoff_due(h) != 0;
	for (const struct attempt *t = h->earlier; t != NULL; t = t->before)
		assert_true(t->attempt < h->attempt && t->offer < h->offer);
}

/* Sorted by the deadline that stands; what none threatens comes last. */
static inline void check_review(const struct mesh *m)
{
	struct order_item x;
	int64_t last = 0;

	for (size_t i = 0; order_at(&m->review, i, &x); i++) {
		int64_t due = handoff_due(handoff_at(m, x.id));

		assert_true(handoff_at(m, x.id)->in_review);
		due = due != 0 ? due : INT64_MAX;
		assert_true(due >= last);
		last = due;
	}
}

static inline void check_dead(const struct mesh *m)
{
	struct order_item x;
	size_t letters = 0;
	int64_t last = INT64_MIN;

	for (size_t i = 0; order_at(&m->dead, i, &x); i++) {
		assert_true(handoff_at(m, x.id)->in_dead && x.key >= last);
		last = x.key;
	}
	for (uint32_t g = 0; g < m->dead_groups; g++) {
		const struct dead_group *d = &m->dead_group[g];

		letters += d->letters.count;
		for (size_t i = 0; order_at(&d->letters, i, &x); i++) {
			assert_true(handoff_at(m, x.id)->in_dead);
			assert_int_equal(handoff_at(m, x.id)->dead_group, g);
			assert_int_equal(handoff_at(m, x.id)->dead_key, x.key);
			assert_int_equal(handoff_at(m, x.id)->edge, d->edge);
		}
	}
	assert_int_equal(letters, m->dead.count);
	for (uint32_t y = 0; y < m->dead_whys; y++) {
		const struct dead_why *d = &m->dead_why[y];

		letters -= d->letters.count;
		for (size_t i = 0; order_at(&d->letters, i, &x); i++) {
			assert_int_equal(handoff_at(m, x.id)->dead_why, y);
			assert_int_equal(handoff_at(m, x.id)->dead_group, d->group);
			assert_int_equal(handoff_at(m, x.id)->dead_key, x.key);
		}
	}
	assert_int_equal(letters, 0);
}

static inline void check_clock(const struct mesh *m)
{
	struct order_item x;
	int64_t last = 0;

	for (size_t i = 0; order_at(&m->clock, i, &x); i++) {
		assert_int_equal(x.key, handoff_due(handoff_at(m, x.id)));
		assert_true(x.key >= last);
		last = x.key;
	}
	last = m->clock.count > 0 ? mesh_next_deadline(m) : 0;
	assert_int_equal(mesh_next_deadline(m), last);
	if (last > 0) {
		assert_int_equal(mesh_next_due(m, last - 1), NONE);
		assert_int_not_equal(mesh_next_due(m, last), NONE);
	}
}

static inline void check_edges(const struct mesh *m)
{
	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = &m->edge[i];
		uint32_t held = 0, dead = 0, waiting = 0;

		for (uint32_t h = 0; h < m->handoff.count; h++) {
			if (handoff_at(m, h)->edge != i)
				continue;
			held += handoff_at(m, h)->state == STATE_HELD;
			dead += handoff_at(m, h)->state == STATE_DEAD;
			waiting += handoff_at(m, h)->in_review;
		}
		assert_int_equal(mesh_find_edge(m, e->from, e->to), i);
		assert_int_equal(e->held, held);
		assert_int_equal(e->dead, dead);
		assert_int_equal(e->waiting, waiting);
	}
}

static inline void check_incidents(const struct mesh *m)
{
	for (uint32_t i = 0; i < m->incident.count; i++) {
		const struct incident *n = incident_at(m, i);
		uint32_t states[STATES] = { 0 }, count = 0, last = NONE;

		for (uint32_t h = n->first_handoff; h != NONE;
			h = handoff_at(m, h)->in_incident) {
			assert_int_equal(handoff_at(m, h)->incident, i);
			states[handoff_at(m, h)->state]++;
			count++;
			last = h;
		}
		assert_int_equal(count, n->handoffs);
		assert_int_equal(last, n->last_handoff);
		assert_memory_equal(states, n->states, sizeof(states));
		assert_true(n->first <= n->last && n->last <= m->now);
	}
}

/* Each agent's list is what a walk over all decisions finds. */
static inline void check_unanswered(const struct mesh *m)
{
	for (uint32_t a = 0; a < m->agents; a++) {
		const struct order *o = &m->agent[a].unanswered;
		struct order_item x;
		size_t n = 0;

		for (uint32_t i = 0; i < m->decision.count; i++) {
			const struct decision *d = decision_at(m, i);
			const struct edge *e;

			if (d == NULL)
				continue;
			e = &m->edge[handoff_at(m, d->handoff)->edge];
			if ((a != e->from || d->told_from != 0) &&
				(a != e->to || d->told_to != 0 || e->to == e->from))
				continue;
			assert_true(order_at(o, n++, &x));
			assert_int_equal(x.id, i);
			assert_int_equal(x.key, d->hubsequence);
		}
		assert_int_equal(n, o->count);
	}
}

/* What always holds of a mesh. */
static inline void mesh_check(const struct mesh *m)
{
	struct recount r = { 0 };

	for (uint32_t i = 0; i < m->handoff.count; i++)
		check_handoff(m, i, &r);
	assert_memory_equal(r.states, m->states, sizeof(r.states));
	assert_int_equal(r.review, m->review.count);
	assert_int_equal(r.dead, m->dead.count);
	assert_int_equal(r.clock, m->clock.count);
	check_review(m);
	check_dead(m);
	check_clock(m);
	check_edges(m);
	check_incidents(m);
	check_unanswered(m);
}

/* --- feeding --------------------------------------------------------------- */

/* What the counters must grow by. */
static inline uint64_t counted(const struct event *e, const struct arrival *a)
{
	if (!a->by_hub)
		return 1;
	if (e->type == EV_DUPLICATE)
		return e->count;
	return e->type == EV_QUARANTINED;
}

/* The standing of an event that is applied now, or FEED_HUB. */
static inline int feed_event(struct feed *f, const struct event *e)
{
	struct event numbered = *e;
	struct arrival a;

	if (numbered.hubsequence == 0)
		numbered.hubsequence = f->m->hubsequence + 1;
	a = mesh_classify(f->m, &numbered);
	f->received += counted(e, &a);
	assert_true(mesh_apply(f->m, e));
	assert_int_equal(f->m->hubsequence, numbered.hubsequence);
	check_counters(f);
	return a.by_hub ? FEED_HUB : (int)a.standing;
}

/* Feeds one line as it is. */
static inline int feed_line(struct feed *f, struct str line)
{
	struct event e;
	struct err err;

	if (!event_read(&f->doc, line, line, FROM_RECORDING, &e, NULL, &err))
		fail_msg("%s: %.*s", err.text, STR_ARG(line));
	buf_slice(&f->tape, line);
	buf_char(&f->tape, '\n');
	return feed_event(f, &e);
}

static inline void feed_wait(struct feed *f, int64_t usec)
{
	f->now += usec;
}

/*
 * Feeds an event of `source` with data `data`; `more` are further attributes
 * (",'run':'r'"), or "". Its id is eN, of a hub h-N, unless `more` has one.
 */
static inline int feed_with(struct feed *f, const char *source, const char *type,
	const char *more, const char *data)
{
	char time[TIME_TEXT];
	struct buf b = { 0 };
	char *z;

	f->now += 1000;
	f->ids++;
	time_format(f->now, time);
	buf_fmt(&b, "{'specversion':'1.0','source':'%s','type':'seam.%s'", source, type);
	if (strstr(more, "'id'") == NULL)
		buf_fmt(&b, ",'id':'%s%llu'", source[0] == 'h' ? "h-" : "e",
			(unsigned long long)f->m->hubsequence + 1);
	buf_fmt(&b, "%s,'data':%s,'recordedtime':'%s','hubsequence':'%020llu'}", more,
		data, time, (unsigned long long)f->m->hubsequence + 1);
	z = quoted(b.data);
	buf_reset(&f->line);
	buf_str(&f->line, z);
	free(z);
	buf_fini(&b);
	return feed_line(f, buf_view(&f->line));
}

static inline int feed(
	struct feed *f, const char *source, const char *type, const char *data)
{
	return feed_with(f, source, type, "", data);
}

/* An event of the handoff `id`; `data` are further members (",'reason':'x'"), or "". */
static inline int feed_about(struct feed *f, const char *source, const char *type,
	const char *id, unsigned attempt, const char *data)
{
	struct buf b = { 0 };
	int standing;

	buf_fmt(&b, "{'handoff':'%s','attempt':%u%s}", id, attempt, data);
	standing = feed(f, source, type, b.data);
	buf_fini(&b);
	return standing;
}

/* agent:a offers agent:b an artifact. */
static inline int feed_offer(
	struct feed *f, const char *id, unsigned attempt, const char *artifact)
{
	struct buf b = { 0 };
	int standing;

	buf_fmt(&b, ",'from':'a','to':'b','artifact':%s", artifact);
	standing = feed_about(f, "agent:a", "handoff.offered", id, attempt, b.data);
	buf_fini(&b);
	return standing;
}

/* The decision `id` of a human on attempt 1 of handoff `h`. */
static inline int feed_decision(struct feed *f, const char *type, const char *id,
	const char *h, unsigned attempt, const char *data)
{
	char digest[DIGEST_TEXT];
	struct buf b = { 0 };
	uint32_t i = mesh_find_handoff(f->m, str_of(h));
	int standing;

	digest_text(&(struct digest){ { 0 } }, digest);
	if (i != NONE)
		digest_text(&handoff_at(f->m, i)->digest, digest);
	buf_fmt(&b, ",'decision':'%s','digest':'%s','operator':'alice'%s", id, digest,
		data);
	standing = feed_about(f, "hub:test", type, h, attempt, b.data);
	buf_fini(&b);
	return standing;
}

/* Puts a contract in force; `json` is all of it. */
static inline void feed_contract(struct feed *f, const char *json)
{
	struct buf b = { 0 };

	buf_fmt(&b, "{'contract':%s}", json);
	assert_int_equal(feed(f, "hub:test", "contract.loaded", b.data), FEED_HUB);
	buf_fini(&b);
}

static inline const struct handoff *feed_handoff(const struct feed *f, const char *id)
{
	uint32_t i = mesh_find_handoff(f->m, str_of(id));

	assert_int_not_equal(i, NONE);
	return handoff_at(f->m, i);
}

static inline const char *feed_state(const struct feed *f, const char *id)
{
	return state_name((enum handoff_state)feed_handoff(f, id)->state);
}

/* --- a mesh as text -------------------------------------------------------- */

static inline void dump_rate(struct buf *b, const struct rate *r, int64_t now)
{
	buf_fmt(b, " %llu", (unsigned long long)rate_sum(r, now, 90 * RATE_SLICE));
}

static inline void dump_order(struct buf *b, const char *name, const struct order *o)
{
	struct order_item x;

	buf_fmt(b, "%s", name);
	for (size_t i = 0; order_at(o, i, &x); i++)
		buf_fmt(b, " %u@%lld", x.id, (long long)x.key);
	buf_char(b, '\n');
}

static inline const char *or_none(const char *z)
{
	return z != NULL ? z : "-";
}

static inline void dump_digest(struct buf *b, const struct digest *d)
{
	char text[DIGEST_TEXT];

	digest_text(d, text);
	text[15] = '\0';
	buf_fmt(b, " %s", text + 7);
}

static inline void dump_handoff(struct buf *b, const struct mesh *m, uint32_t i)
{
	const struct handoff *h = handoff_at(m, i);
	const struct contract *c = handoff_contract(m, h);

	buf_fmt(b, "handoff %u %s/%u %s", i, h->id, h->attempt,
		state_name((enum handoff_state)h->state));
	dump_digest(b, &h->digest);
	buf_fmt(b, " edge %u incident %d contract %s decision %d offer %llu changed %llu",
		h->edge, (int)h->incident, c != NULL ? c->id : "-", (int)h->decision,
		(unsigned long long)h->offer, (unsigned long long)h->changed);
	buf_fmt(b, " offered %lld since %lld deadline %lld not_before %lld due %lld",
		(long long)h->offered, (long long)h->since, (long long)h->deadline,
		(long long)h->not_before, (long long)handoff_due(h));
	buf_fmt(b, " on %s to %s reason %s detail %s summary %s",
		fallback_name((enum fallback_action)h->on_deadline), or_none(h->target),
		or_none(h->reason), or_none(h->detail), or_none(h->summary));
	if (h->has_confidence)
		buf_fmt(b, " confidence %.17g", h->confidence);
	if (h->has_review_below)
		buf_fmt(b, " below %.17g", h->review_below);
	buf_fmt(b, " hold %s faults %x fired %s claimed %s %lld %lld",
		hold_cause_name((enum hold_cause)h->hold), h->faults,
		fallback_name((enum fallback_action)h->fired_action),
		or_none(h->claimed_by), (long long)h->claimed_since,
		(long long)h->claimed_until);
	buf_fmt(b, "%s%s%s%s\n ", h->taken ? " taken" : "",
		h->clock_stopped ? " stopped" : "", h->fired ? " fired" : "",
		h->final ? " final" : "");
	for (uint32_t p = 0; p < h->pasts; p++)
		buf_fmt(b, " %llu:%s:%s", (unsigned long long)h->past[p].hubsequence,
			event_kinds[h->past[p].type].word,
			standing_name((enum standing)h->past[p].standing));
	for (const struct attempt *t = h->earlier; t != NULL; t = t->before) {
		buf_fmt(b, " before %u %llu", t->attempt, (unsigned long long)t->offer);
		dump_digest(b, &t->digest);
	}
	buf_char(b, '\n');
}

static inline void dump_edge(struct buf *b, const struct mesh *m, uint32_t i)
{
	const struct edge *e = &m->edge[i];

	buf_fmt(b, "edge %s>%s offered %llu accepted %llu completed %llu refused %llu",
		m->agent[e->from].name, m->agent[e->to].name,
		(unsigned long long)e->offered, (unsigned long long)e->accepted,
		(unsigned long long)e->completed, (unsigned long long)e->refused);
	buf_fmt(b,
		" held %u dead %u waiting %u last %lld changed %llu reason %s %s p50 %.4f",
		e->held, e->dead, e->waiting, (long long)e->last,
		(unsigned long long)e->changed, or_none(edge_cause(e, m->now).reason),
		edge_trouble_name(edge_trouble(e, m->now)), edge_confidence(e));
	dump_rate(b, &e->offers, m->now);
	dump_rate(b, &e->lows, m->now);
	dump_rate(b, &e->refusals, m->now);
	dump_rate(b, &e->deaths, m->now);
	buf_fmt(b, "%s\n", e->has_contract ? " contract" : "");
}

static inline void dump_agent(struct buf *b, const struct mesh *m, uint32_t i)
{
	const struct agent *a = &m->agent[i];

	buf_fmt(b, "agent %s %s heard %lld run %s version %s model %s beat %lld", a->name,
		agent_state_name(agent_state(a, m->now)), (long long)a->heard,
		or_none(a->run), or_none(a->version), or_none(a->model),
		(long long)a->heartbeat);
	buf_fmt(b, " events %llu changed %llu lost %llu%s%s%s",
		(unsigned long long)a->events, (unsigned long long)a->changed,
		(unsigned long long)mesh_agent_lost(m, i),
		a->sequenced ? " sequenced" : "", a->unnumbered ? " unnumbered" : "",
		a->said_hello ? " hello" : "");
	for (size_t k = 0; a->sends != NULL && a->sends[k] != NULL; k++)
		buf_fmt(b, " sends %s", a->sends[k]);
	for (size_t k = 0; a->accepts != NULL && a->accepts[k] != NULL; k++)
		buf_fmt(b, " accepts %s", a->accepts[k]);
	buf_char(b, '\n');
}

static inline void dump_incident(struct buf *b, const struct mesh *m, uint32_t i)
{
	const struct incident *n = incident_at(m, i);

	buf_fmt(b,
		"incident %s handoffs %u open %u worst %s first %lld last %lld at %llu",
		n->id, n->handoffs, incident_open(n), state_name(incident_worst(n)),
		(long long)n->first, (long long)n->last, (unsigned long long)n->changed);
	for (uint32_t h = n->first_handoff; h != NONE; h = handoff_at(m, h)->in_incident)
		buf_fmt(b, " %s", handoff_at(m, h)->id);
	buf_char(b, '\n');
}

static inline void dump_decision(struct buf *b, const struct mesh *m, uint32_t i)
{
	static const char *const words[] = { "waiting", "applied", "refused", "none" };
	const struct decision *d = decision_at(m, i);

	buf_fmt(b, "decision %s %s %s on %s/%u next %u by %s note %s to %s", d->id,
		event_kinds[d->type].word, fallback_name(d->action),
		handoff_at(m, d->handoff)->id, d->attempt, d->next_attempt,
		or_none(d->operator_name), or_none(d->note), or_none(d->target));
	dump_digest(b, &d->digest);
	if (d->edited)
		dump_digest(b, &d->new_digest);
	buf_fmt(b, " at %lld %llu until %lld doer %s %s %s%s%s %llu\n",
		(long long)d->time, (unsigned long long)d->hubsequence,
		(long long)d->until, d->doer == NONE ? "-" : m->agent[d->doer].name,
		words[d->delivery], or_none(d->reason), d->told_from ? " from" : "",
		d->told_to ? " to" : "", (unsigned long long)d->answered);
}

static inline void dump_log(struct buf *b, const struct mesh *m)
{
	uint64_t first = m->log_lines > LOG_LINES ? m->log_lines - LOG_LINES : 0;

	for (uint64_t i = first; i < m->log_lines; i++) {
		const struct log_line *l = &m->log[i % LOG_LINES];

		buf_fmt(b, "log %llu %lld %s %s %d %d %llu %g %s\n",
			(unsigned long long)l->hubsequence, (long long)l->time,
			event_kinds[l->type].word,
			standing_name((enum standing)l->standing), (int)l->handoff,
			(int)l->agent, (unsigned long long)l->count,
			(double)l->confidence, l->text);
	}
}

/* Everything that a screen can show of a mesh, the same for the same mesh. */
static inline void feed_dump(struct buf *b, const struct mesh *m)
{
	struct counters c = mesh_counters(m);

	buf_fmt(b, "at %llu of %lld events %llu agents' %llu received %llu",
		(unsigned long long)m->hubsequence, (long long)m->now,
		(unsigned long long)m->events, (unsigned long long)m->by_agents,
		(unsigned long long)c.received);
	for (int s = 0; s < STANDINGS; s++)
		buf_fmt(b, " %s %llu", standing_counter((enum standing)s),
			(unsigned long long)c.standing[s]);
	buf_fmt(b, " lost %llu unheard %llu", (unsigned long long)c.lost,
		(unsigned long long)c.unheard);
	dump_rate(b, &m->offers, m->now);
	dump_rate(b, &m->lows, m->now);
	dump_rate(b, &m->refusals, m->now);
	buf_char(b, '\n');
	for (int s = 1; s < STATES; s++)
		buf_fmt(b, "%s %u ", state_name((enum handoff_state)s), m->states[s]);
	buf_char(b, '\n');
	for (uint32_t i = 0; i < m->handoff.count; i++)
		dump_handoff(b, m, i);
	for (uint32_t i = 0; i < m->edges; i++)
		dump_edge(b, m, i);
	for (uint32_t i = 0; i < m->agents; i++)
		dump_agent(b, m, i);
	for (uint32_t i = 0; i < m->incident.count; i++)
		dump_incident(b, m, i);
	for (uint32_t i = 0; i < m->decision.count; i++)
		dump_decision(b, m, i);
	for (uint32_t i = 0; i < m->dead_groups; i++) {
		buf_fmt(b, "group %u", m->dead_group[i].edge);
		dump_order(b, m->dead_group[i].reason, &m->dead_group[i].letters);
	}
	for (uint32_t i = 0; i < m->dead_whys; i++) {
		const struct dead_why *y = &m->dead_why[i];

		buf_fmt(b, "why %u %d %s %lld", y->group, y->violation, y->contract,
			(long long)y->first);
		dump_order(b, y->text, &y->letters);
	}
	for (uint32_t i = 0; i < m->contracts.count; i++)
		buf_fmt(b, "contract %s %d %lld %lld %llu\n",
			m->contracts.entry[i].contract->id,
			m->contracts.entry[i].in_force,
			(long long)m->contracts.entry[i].removed,
			(long long)m->contracts.entry[i].loaded,
			(unsigned long long)m->contracts.entry[i].changed);
	dump_order(b, "review", &m->review);
	dump_order(b, "dead", &m->dead);
	dump_order(b, "clock", &m->clock);
	dump_log(b, m);
}

#endif
