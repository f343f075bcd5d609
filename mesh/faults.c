/* SPDX-License-Identifier: MIT */
/*
 * What is wrong with a handoff that its artifact does not show: an agent acted twice,
 * or its receiver does not take what it was offered. docs/PROTOCOL.md, "When a human
 * must look".
 */
#include "contract/negotiate.h"
#include "mesh/own.h"

#define TWINS_MOST 64 /* of what came out of an input, that are looked at */

/*
 * What is wrong with the artifact itself. A fallback that is missing and a version that
 * nobody takes are so for weeks, and told elsewhere: no wave.
 */
#define BREAKS                                                                           \
	(FAULTS_PROMISED &                                                               \
		~(unsigned)(FAULT_NO_FALLBACK | FAULT_BAD_FALLBACK | FAULT_BAD_TARGET |  \
			FAULT_VERSION))

void handoff_fault(struct mesh *m, struct handoff *h, unsigned faults)
{
	struct edge *e = &m->edge[h->edge];

	faults &= ~h->faults;
	if ((faults & BREAKS) && !(h->faults & BREAKS))
		edge_note_break(m, h);
	h->faults |= faults;
	for (unsigned i = 0; faults >> i != 0; i++)
		e->faults[i] += faults >> i & 1;
}

void handoff_find_fault(struct mesh *m, uint32_t i, unsigned faults)
{
	handoff_fault(m, handoff_of(m, i), faults);
	m->edge[handoff_there(m, i)->edge].changed = m->hubsequence;
	handoff_file_found(m, i);
	dump_touch(m, i);
}

void handoff_clear_fault(struct mesh *m, uint32_t i, unsigned faults)
{
	struct handoff *h = handoff_of(m, i);
	struct edge *e = &m->edge[h->edge];

	faults &= h->faults;
	h->faults &= ~faults;
	for (unsigned b = 0; faults >> b != 0; b++)
		e->faults[b] -= (faults >> b & 1) && e->faults[b] > 0;
	e->changed = m->hubsequence;
	handoff_file_found(m, i);
	dump_touch(m, i);
}

/* --- said twice --------------------------------------------------------------- */

/* What a receiver may well answer with one more `accepted`. */
static bool asks_again(enum event_type t)
{
	return t == EV_OFFERED || t == EV_HELD || t == EV_FALLBACK ||
		event_kinds[t].decision;
}

/* The `accepted` that stands after the first `n` of its events, or NULL. */
static const struct past *acceptance(const struct handoff *h, uint32_t n)
{
	while (n-- > 0) {
		if (h->past[n].standing != STANDING_APPLIED)
			continue;
		if (h->past[n].type == EV_ACCEPTED)
			return &h->past[n];
		if (asks_again(h->past[n].type))
			return NULL;
	}
	return NULL;
}

static const struct past *completion(const struct handoff *h, uint32_t n)
{
	while (n-- > 0 && h->state == STATE_COMPLETED) {
		if (h->past[n].standing == STANDING_APPLIED &&
			h->past[n].type == EV_COMPLETED)
			return &h->past[n];
	}
	return NULL;
}

static const struct past *said_before(
	const struct handoff *h, enum event_type type, uint32_t n)
{
	if (type == EV_ACCEPTED)
		return acceptance(h, n);
	return type == EV_COMPLETED ? completion(h, n) : NULL;
}

/* Whether it said so of an attempt before the one that stands, before that was offered.
 */
static bool completed_before(const struct handoff *h)
{
	bool offered = false;

	for (uint32_t n = h->pasts; n-- > 0;) {
		const struct past *p = &h->past[n];

		if (offered && p->type == EV_COMPLETED)
			return true;
		offered |= p->type == EV_OFFERED && p->standing == STANDING_APPLIED;
	}
	return false;
}

/*
 * A lower attempt is done after all, and a higher one was asked for meanwhile: that is
 * one too many as soon as that one is done as well. It may be what was said before, once
 * more.
 */
static void judge_done_before(struct mesh *m, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);

	if (completed_before(h))
		return;
	h->done_before = true;
	if (h->state == STATE_COMPLETED)
		handoff_find_fault(m, i, FAULT_TWICE);
}

/* What is behind the horizon may come again: nobody knows any more that it is the same.
 */
void handoff_judge_late(struct mesh *m, uint32_t i, const struct event *e)
{
	const struct handoff *h = handoff_there(m, i);
	const struct past *p = said_before(h, e->type, h->pasts);

	if (e->attempt < h->attempt && e->type == EV_COMPLETED)
		judge_done_before(m, i);
	else if (e->attempt == h->attempt && p != NULL && p->hubsequence > m->horizon)
		handoff_find_fault(m, i, FAULT_TWICE);
}

/* --- offered twice ------------------------------------------------------------ */

/* Nobody is going to act on it. */
static bool came_to_nothing(const struct handoff *h)
{
	switch (h->state) {
	case STATE_REFUSED:
	case STATE_FAILED:
	case STATE_DEAD:
	case STATE_STOPPED:
	case STATE_REJECTED:
	case STATE_REQUEUED:
	case STATE_DISCARDED:
		return true;
	default:
		return false;
	}
}

static bool is_twin(
	const struct mesh *m, const struct handoff *h, const struct handoff *t)
{
	const struct contract *x = handoff_contract(m, h), *y = handoff_contract(m, t);

	return t->edge == h->edge && x != NULL && y != NULL &&
		strcmp(x->name, y->name) == 0 && causes_prev(m, t) == causes_prev(m, h);
}

static const struct cause *first_stated(const struct handoff *h)
{
	const struct cause *c;

	for (size_t n = 0; (c = handoff_cause(h, n)) != NULL && !c->stated;)
		n++;
	return c;
}

/*
 * An earlier handoff that is the same once more, NONE. Its contract may allow that.
 * `live`: one that may still be acted on.
 */
static uint32_t twin_of(const struct mesh *m, uint32_t i, bool live)
{
	const struct handoff *h = handoff_there(m, i);
	const struct contract *c = handoff_contract(m, h);
	const struct cause *input = first_stated(h);
	uint32_t left = TWINS_MOST, t;

	if (c == NULL || c->fan_out || input == NULL)
		return NONE;
	for (t = cause_onward(m, input); t != NONE && left-- > 0;
		t = cause_next_onward(m, input, t)) {
		if (t < i && is_twin(m, h, handoff_there(m, t)) &&
			!(live && came_to_nothing(handoff_there(m, t))))
			return t;
	}
	return NONE;
}

void handoff_judge_offer(struct mesh *m, uint32_t i, const struct event *e)
{
	static const char scheme[] = "contract:";
	struct handoff *h = handoff_of(m, i);

	if (twin_of(m, i, true) != NONE)
		handoff_fault(m, h, FAULT_TWICE);
	if (str_starts(e->dataschema, scheme) &&
		!kind_taken(m, h, str_skip(e->dataschema, sizeof(scheme) - 1)))
		handoff_fault(m, h, FAULT_VERSION);
}

/* --- in words ----------------------------------------------------------------- */

void handoff_twice(struct buf *out, const struct mesh *m, uint32_t i)
{
	const struct handoff *h = handoff_there(m, i);

	if (!(h->faults & FAULT_TWICE))
		return;
	if (h->done_before && h->state == STATE_COMPLETED) {
		buf_str(out, "completed, and an attempt before it as well");
		return;
	}
	for (uint32_t n = h->pasts; n-- > 0 && h->past[n].type != EV_OFFERED;) {
		if (h->past[n].standing == STANDING_LATE &&
			said_before(h, h->past[n].type, n) != NULL) {
			buf_fmt(out, "%s twice", event_kinds[h->past[n].type].word);
			return;
		}
	}
	if (twin_of(m, i, false) != NONE)
		buf_fmt(out, "offered twice from %s", cause_id(m, first_stated(h)));
	else
		buf_str(out, "acted twice");
}

void handoff_untaken(struct buf *out, const struct mesh *m, const struct handoff *h)
{
	const struct agent *a = &m->agent[m->edge[h->edge].to];
	const struct edge_kind *k = handoff_named(m, h);
	struct taker t = { a->name, a->accepts };
	struct wanted w;

	if (!(h->faults & FAULT_VERSION) || k == NULL ||
		!wanted_read(str_of(k->name), &w, NULL) ||
		agent_takes(a, str_of(k->name)))
		return;
	buf_fmt(out, "%s takes ", a->name);
	if (taker_speaks_of(&t, w.name))
		taker_ranges(out, &t, w.name);
	else
		buf_fmt(out, "no %.*s", STR_ARG(w.name));
	buf_fmt(out, ", got %.*s", STR_ARG(w.said));
}

uint64_t handoff_flagged(const struct handoff *h)
{
	for (uint32_t i = 0; h->violations > 0 && i < h->pasts; i++) {
		const struct past *p = &h->past[i];

		if (p->type == EV_FLAGGED && p->standing == STANDING_APPLIED &&
			p->hubsequence > h->offer)
			return p->hubsequence;
	}
	return 0;
}
