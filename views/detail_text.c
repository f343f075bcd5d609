/* SPDX-License-Identifier: MIT */
/* What the tabs of a handoff's detail say, from the mesh and from event bytes. */
#include <stdio.h>

#include "base/clock.h"

#include "contract/fallback.h"
#include "mesh/state.h"
#include "views/detail.h"
#include "views/link.h"
#include "views/unruled.h"
#include "views/values.h"

#define DEPTH 72 /* of an event with what stands around it */
#define CHAIN 6  /* handoffs back */

bool detail_load(struct detail *d, const struct world *w, const struct handoff *h)
{
	struct offer_doc *o = &d->offer;

	if (o->hubsequence == h->offer && h->offer != 0 &&
		digest_eq(&o->digest, &h->digest))
		return true;
	o->hubsequence = d->chain_of = 0;
	d->made_whole = false;
	o->artifact = JSON_NONE;
	buf_reset(&o->bytes);
	if (w->event == NULL || !w->event(w->event_arg, h->offer, &o->bytes))
		return false;
	if (!json_read(&o->json, o->bytes.data, o->bytes.len, DEPTH, NULL))
		return false;
	o->hubsequence = h->offer;
	o->digest = h->digest;
	o->artifact = json_member(&o->json, json_member(&o->json, 0, "data"), "artifact");
	return true;
}

void detail_loading(struct lines *l)
{
	buf_str(&l->text, "loading: the event is asked for");
	lines_end(l, STYLE_MUTED);
}

/* --- evidence --------------------------------------------------------------- */

static void pointer_line(
	struct detail *d, const struct world *w, const char *at, struct lines *l)
{
	uint32_t n = json_pointer(&d->offer.json, d->offer.artifact, str_of(at));
	bool there = values_is_there(&d->offer.json, n);

	buf_fmt(&l->text, "%c %s  ", there ? '+' : '-', at);
	if (there)
		json_compact(&l->text, &d->offer.json, n);
	else
		buf_str(&l->text, "missing");
	lines_end(l, there ? STYLE_NORMAL : STYLE_WARNING);
	if (there && json_is(&d->offer.json, n, JSON_STRING))
		lines_link(l, mesh_find_handoff(w->mesh, json_str(&d->offer.json, n)));
}

bool detail_text_evidence(
	struct detail *d, const struct world *w, const struct handoff *h, struct lines *l)
{
	const struct contract *c = handoff_contract(w->mesh, h);
	size_t n = 0;

	if (!detail_load(d, w, h)) {
		detail_loading(l);
		return false;
	}
	for (size_t i = 0; c != NULL && c->evidence != NULL && c->evidence[i] != NULL;
		i++, n++)
		pointer_line(d, w, c->evidence[i], l);
	if (c != NULL && c->provenance_at != NULL) {
		pointer_line(d, w, c->provenance_at, l);
		n++;
	}
	if (n == 0) {
		buf_str(&l->text, "the contract names no evidence and no provenance");
		lines_end(l, STYLE_MUTED);
	}
	detail_add_links(l, w, h);
	return true;
}

void detail_missing_brief(struct buf *b, struct detail *d, const struct contract *c)
{
	size_t n = 0, missing = 0;

	for (; c != NULL && c->evidence != NULL && c->evidence[n] != NULL; n++)
		missing += !values_is_there(&d->offer.json,
			json_pointer(&d->offer.json, d->offer.artifact,
				str_of(c->evidence[n])));
	if (missing > 0)
		buf_fmt(b, "; %zu of %zu missing", missing, n);
}

void detail_evidence(struct buf *b, struct detail *d, const struct contract *c)
{
	size_t n = 0, missing = 0;
	struct buf list = { 0 };

	for (size_t i = 0; c != NULL && c->evidence != NULL && c->evidence[i] != NULL;
		i++) {
		uint32_t at = json_pointer(
			&d->offer.json, d->offer.artifact, str_of(c->evidence[i]));
		bool there = values_is_there(&d->offer.json, at);

		n++;
		missing += !there;
		buf_fmt(&list, "  %c %s", there ? '+' : '-', c->evidence[i]);
	}
	if (n > 0 && missing > 0)
		buf_fmt(b, "%zu of %zu missing:%s", missing, n, list.data);
	else if (n > 0)
		buf_fmt(b, "all %zu there:%s", n, list.data);
	buf_fini(&list);
}

void detail_named(
	struct buf *b, struct detail *d, const struct world *w, const struct handoff *h)
{
	const struct edge_kind *k = handoff_named(w->mesh, h);
	uint32_t n = d->offer.hubsequence != 0
		? json_member(&d->offer.json, 0, "dataschema")
		: JSON_NONE;
	struct str name = json_is(&d->offer.json, n, JSON_STRING)
		? json_str(&d->offer.json, n)
		: STR("");

	if (str_starts(name, "contract:"))
		name = str_skip(name, strlen("contract:"));
	if (d->offer.hubsequence != 0)
		unruled_words(b, w->mesh, h, name);
	else if (k != NULL)
		unruled_words(b, w->mesh, h, str_of(k->name));
	else
		buf_str(b, "not known");
}

void detail_value(struct buf *b, struct detail *d, const struct contract *c)
{
	uint32_t n;

	if (c == NULL || c->value_at == NULL || d->offer.hubsequence == 0)
		return;
	n = json_pointer(&d->offer.json, d->offer.artifact, str_of(c->value_at));
	if (n == JSON_NONE)
		return;
	if (c->value_unit != NULL)
		buf_fmt(b, "%s ", c->value_unit);
	json_compact(b, &d->offer.json, n);
}

/* --- history ---------------------------------------------------------------- */

static void add_member(struct buf *b, struct json *j, uint32_t data, const char *name,
	const char *before)
{
	uint32_t n = json_member(j, data, name);

	if (!values_is_there(j, n))
		return;
	buf_str(b, before);
	if (json_type(j, n) == JSON_STRING)
		buf_slice(b, json_str(j, n));
	else
		json_compact(b, j, n);
}

/* A fallback's action; what the protocol calls a requeue is no human's act here. */
static void add_action(struct buf *b, struct json *j, uint32_t data)
{
	uint32_t n = json_member(j, data, "action");

	if (json_is(j, n, JSON_STRING) && str_is(json_str(j, n), "requeue"))
		buf_str(b, "  starts over");
	else
		add_member(b, j, data, "action", "  ");
}

/* " .41 < .70", behind the cause that this is */
static void add_bar(struct buf *b, struct json *j, uint32_t data)
{
	uint32_t cause = json_member(j, data, "cause");
	uint32_t is = json_member(j, data, "confidence");
	uint32_t bar = json_member(j, data, "review_below");
	char text[FORMAT_TEXT];

	if (!json_is(j, cause, JSON_STRING) || !str_is(json_str(j, cause), "confidence"))
		return;
	if (!json_is(j, bar, JSON_NUMBER))
		return;
	buf_fmt(b, " %s",
		json_is(j, is, JSON_NUMBER) ? format_confidence(json_number(j, is), text)
					    : "none");
	buf_fmt(b, " < %s", format_confidence(json_number(j, bar), text));
}

/* "  escalate, try 3: webhook answers 503; again 03:14:02", "... NOT DELIVERED" */
static void add_hook(struct buf *b, const struct world *w, const struct past *p,
	struct json *j, uint32_t data)
{
	uint32_t again = json_member(j, data, "again");
	bool given_up = p->type == EV_HOOK_FAILED && !json_is(j, again, JSON_STRING);
	char time[FORMAT_TEXT];
	int64_t at;

	add_member(b, j, data, "hook", "  ");
	if (given_up)
		buf_str(b, " NOT DELIVERED, given up");
	add_member(b, j, data, "tries", p->type == EV_HOOK_DONE ? ", tries: " : ", try ");
	add_member(b, j, data, "detail", ": ");
	if (json_is(j, again, JSON_STRING) && time_parse(json_str(j, again), &at))
		buf_fmt(b, "; again %s", format_time(w, at, time));
}

static bool is_of_hook(const struct past *p)
{
	return p->type == EV_HOOK_DONE || p->type == EV_HOOK_FAILED ||
		p->type == EV_HOOK_SKIPPED;
}

/* As the other instants here: short, by the clock that was chosen. */
static void add_until(struct buf *b, const struct world *w, struct json *j, uint32_t data)
{
	uint32_t until = json_member(j, data, "until");
	char time[FORMAT_TEXT];
	int64_t at;

	if (json_is(j, until, JSON_STRING) && time_parse(json_str(j, until), &at))
		buf_fmt(b, "  until %s", format_time(w, at, time));
}

/* "  by ledger", "  by the hub": what follows are its words. */
static void add_speaker(struct buf *b, struct json *j)
{
	uint32_t n = json_member(j, 0, "source");
	struct str source = json_is(j, n, JSON_STRING) ? json_str(j, n) : STR("");

	if (str_starts(source, "hub:"))
		buf_str(b, "  by the hub");
	else if (str_starts(source, "agent:"))
		buf_fmt(b, "  by %.*s", STR_ARG(str_skip(source, strlen("agent:"))));
}

static void add_said(struct buf *b, const struct world *w, const struct past *p,
	struct json *j, uint32_t data)
{
	if (p->type == EV_OFFERED)
		add_member(b, j, data, "attempt", "  attempt ");
	if (p->type == EV_FLAGGED) {
		buf_str(b, "  ");
		violations_add(b, j, data);
		return;
	}
	if (p->type == EV_REFUSED || p->type == EV_FAILED || p->type == EV_DEAD_LETTERED)
		add_speaker(b, j);
	add_member(b, j, data, "cause", "  ");
	if (p->type == EV_HELD)
		add_bar(b, j, data);
	add_action(b, j, data);
	add_member(b, j, data, "target", " to ");
	add_member(b, j, data, "operator", "  by ");
	add_member(b, j, data, "agent", "  by ");
	add_member(b, j, data, "next_attempt", "  attempt to come: ");
	add_member(b, j, data, "code", "  ");
	add_member(b, j, data, "reason", "  ");
	add_member(b, j, data, "detail", ": ");
	add_until(b, w, j, data);
	add_member(b, j, data, "new_digest", "  as edited, ");
	add_member(b, j, data, "note", "  note: ");
}

/* What the event itself says; false while its bytes are not here. */
static bool add_event(struct buf *b, const struct world *w, const struct past *p)
{
	struct buf bytes = { 0 };
	struct json j = { 0 };
	bool here = w->event != NULL && w->event(w->event_arg, p->hubsequence, &bytes);

	if (here && json_read(&j, bytes.data, bytes.len, DEPTH, NULL)) {
		uint32_t data = json_member(&j, 0, "data");

		if (is_of_hook(p))
			add_hook(b, w, p, &j, data);
		else
			add_said(b, w, p, &j, data);
	}
	json_fini(&j);
	buf_fini(&bytes);
	return here;
}

bool detail_text_history(
	struct detail *d, const struct world *w, const struct handoff *h, struct lines *l)
{
	bool whole = true;
	size_t n = 0;

	(void)d;
	for (; n < h->pasts && n < 500; n++) {
		const struct past *p = &h->past[n];
		char time[FORMAT_TEXT];

		buf_fmt(&l->text, "%s  %s", format_instant(w, p->time, time),
			event_kinds[p->type].word);
		if (p->standing != STANDING_APPLIED)
			buf_fmt(&l->text, "  (%s)",
				standing_name((enum standing)p->standing));
		if (!add_event(&l->text, w, p)) {
			whole = false;
			buf_str(&l->text, "  loading");
		}
		lines_end(l,
			p->standing == STANDING_APPLIED ? STYLE_NORMAL : STYLE_WARNING);
	}
	return whole;
}

/* --- the chain -------------------------------------------------------------- */

/* The first handoff that this one came from; false while that is not known. */
static bool prev_of(const struct world *w, const struct handoff *h, uint32_t *prev)
{
	struct buf bytes = { 0 };
	struct json j = { 0 };
	bool here = w->event != NULL && w->event(w->event_arg, h->offer, &bytes);
	uint32_t list;

	*prev = NONE;
	if (here && json_read(&j, bytes.data, bytes.len, DEPTH, NULL)) {
		list = json_member(&j, json_member(&j, 0, "data"), "prev");
		if (json_is(&j, list, JSON_ARRAY) && j.node[list].count > 0 &&
			json_is(&j, list + 1, JSON_STRING))
			*prev = mesh_find_handoff(w->mesh, json_str(&j, list + 1));
	}
	json_fini(&j);
	buf_fini(&bytes);
	return here;
}

static void add_link(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	const struct decision *k =
		h->decision == NONE ? NULL : decision_at(m, h->decision);
	char conf[FORMAT_TEXT];

	if (b->len > 0)
		buf_str(b, " > ");
	buf_str(b, handoff_from(m, h));
	if (h->has_confidence)
		buf_fmt(b, " %s", format_confidence(h->confidence, conf));
	if (k != NULL && k->operator_name != NULL && h->final)
		buf_fmt(b, " (%s by %s)", event_kinds[k->type].word, k->operator_name);
}

void detail_chain(struct detail *d, const struct world *w, const struct handoff *h)
{
	const struct mesh *m = w->mesh;
	uint32_t chain[CHAIN];
	size_t n = 0;
	uint32_t prev;
	const struct handoff *at = h;

	if (d->chain_of == h->offer &&
		(d->chain_whole || w->tick - d->chain_tick < SECOND / 4))
		return;
	d->chain_of = h->offer;
	d->chain_tick = w->tick;
	d->chain_whole = true;
	buf_reset(&d->chain);
	while (n < CHAIN) {
		if (!prev_of(w, at, &prev))
			d->chain_whole = false;
		if (prev == NONE)
			break;
		at = handoff_at(m, prev);
		chain[n++] = prev;
	}
	while (n > 0)
		add_link(&d->chain, m, handoff_at(m, chain[--n]));
	add_link(&d->chain, m, h);
	buf_fmt(&d->chain, " > %s", handoff_to(m, h));
}

/* --- the summary ------------------------------------------------------------ */

static void add_faults(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	const char *between = "";
	unsigned faults = h->faults;
	struct buf untaken = { 0 };

	for (unsigned bit = 1; bit < 1u << FAULT_BITS; bit <<= 1) {
		if (!(faults & bit))
			continue;
		buf_fmt(b, "%s%s", between, fault_name(bit));
		between = ", ";
		if (bit == FAULT_VERSION)
			handoff_untaken(&untaken, m, h);
		if (bit == FAULT_VERSION && untaken.len > 0)
			buf_fmt(b, " (%s)", untaken.data);
	}
	buf_fini(&untaken);
}

static void why_unknown(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	const struct edge_kind *k = handoff_named(m, h);

	if (k == NULL) {
		buf_str(b, "no contract of its edge holds for it");
		return;
	}
	if (k->name[0] == '\0')
		unruled_words(b, m, h, STR(""));
	else /* CONTRACT says more */
		buf_fmt(b, "%s is not %s", k->name,
			h->faults & FAULT_OTHER_EDGE ? "of this edge" : "in force");
}

static void why_held(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	char is[FORMAT_TEXT], bar[FORMAT_TEXT];

	switch (h->hold) {
	case HOLD_CONFIDENCE:
		buf_fmt(b, "confidence %s, the contract asks %s",
			format_confidence(h->has_confidence ? h->confidence : -1, is),
			format_confidence(
				h->has_review_below ? h->review_below : -1, bar));
		break;
	case HOLD_UNKNOWN_CONTRACT:
		why_unknown(b, m, h);
		break;
	case HOLD_FALLBACK:
		buf_str(b, "its deadline passed, and its fallback is a human");
		break;
	case HOLD_DECISION_REFUSED:
		buf_str(b, "the agent would not do what was decided");
		break;
	case HOLD_OPERATOR:
		buf_str(b, "a human stopped it before anybody had taken it");
		break;
	default:
		buf_str(b, h->faults != 0 ? "faults" : state_name(h->state));
	}
}

void detail_why_brief(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	static const char *const causes[] = {
		[HOLD_FALLBACK] = "its deadline asks you",
		[HOLD_DECISION_REFUSED] = "the agent would not",
		[HOLD_OPERATOR] = "a human stopped it",
	};
	char is[FORMAT_TEXT], bar[FORMAT_TEXT];
	unsigned n = row_faults(h);

	if (h->hold == HOLD_CONFIDENCE)
		buf_fmt(b, "conf %s, needs %s",
			format_confidence(h->has_confidence ? h->confidence : -1, is),
			format_confidence(
				h->has_review_below ? h->review_below : -1, bar));
	else if (h->hold == HOLD_UNKNOWN_CONTRACT)
		buf_str(b, unruled_brief(m, h));
	else if (h->hold < sizeof(causes) / sizeof(*causes) && causes[h->hold] != NULL)
		buf_str(b, causes[h->hold]);
	else
		buf_fmt(b, "%u fault%s", n, n == 1 ? "" : "s");
}

/* Whose it is since then: what was decided after, a hold, does not change that. */
static void why_escalated(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	const struct decision *d = row_escalation(m, h);
	const char *to = row_escalated_to(m, h);

	if (h->state != STATE_ESCALATED)
		return;
	if (to[0] == '\0')
		to = "a human";
	if (d == NULL || d->type == EV_FALLBACK)
		buf_fmt(b, "escalated to %s by its deadline; ", to);
	else
		buf_fmt(b, "escalated to %s by %s%s%s; ", to,
			d->operator_name != NULL ? d->operator_name : "?",
			d->note != NULL && d->note[0] != '\0' ? ": " : "",
			d->note != NULL ? d->note : "");
}

void detail_why(struct buf *b, const struct world *w, const struct handoff *h)
{
	const struct decision *k =
		h->decision == NONE ? NULL : decision_at(w->mesh, h->decision);

	if (h->attempt > 1)
		buf_fmt(b, "attempt %u; ", h->attempt);
	why_escalated(b, w->mesh, h);
	why_held(b, w->mesh, h);
	if (h->faults != 0) {
		buf_str(b, ": ");
		add_faults(b, w->mesh, h);
	}
	if (k != NULL && k->delivery == DELIVERY_REFUSED && k->reason != NULL)
		buf_fmt(b, ": %s", k->reason);
	if (h->taken)
		buf_fmt(b, "; %s has taken it already", handoff_to(w->mesh, h));
}

void detail_not_shipped(
	struct buf *b, struct detail *d, const struct world *w, const struct handoff *h)
{
	const struct contract *c = handoff_contract(w->mesh, h);
	struct fallback f = { 0 };
	uint32_t at;

	if (!h->in_review || h->on_deadline != FALLBACK_ESCALATE || b->len == 0 ||
		!hold_wants_person((enum hold_cause)h->hold))
		return;
	at = json_pointer(&d->offer.json, d->offer.artifact,
		str_of(c != NULL ? c->fallback_at : "/fallback"));
	if (at != JSON_NONE && fallback_read(&d->offer.json, at, &f) &&
		f.action == FALLBACK_PROCEED)
		buf_str(b, " (it says proceed: what is held for this does not)");
}

void detail_at_zero(struct buf *b, const struct world *w, const struct handoff *h)
{
	static const char *const does[FALLBACK_ACTIONS] = {
		[FALLBACK_DEAD_LETTER] = "becomes a dead letter",
		[FALLBACK_QUEUE] = "stays in this queue",
		[FALLBACK_REQUEUE] = "starts over: its sender offers it again",
		[FALLBACK_STOP] = "stops: nothing more happens",
		[FALLBACK_PROCEED] = "SHIPS without review",
	};
	int64_t due = handoff_due(h);
	char time[FORMAT_TEXT];

	if (!h->in_review)
		return; /* what became of it is told instead */
	if (due == 0) {
		buf_str(b, "nothing: it waits until a human decides");
		return;
	}
	if (h->on_deadline == FALLBACK_ESCALATE)
		buf_fmt(b, "goes to %s", h->target != NULL ? h->target : "a human");
	else
		buf_str(b, does[h->on_deadline]);
	format_time(w, due, time); /* as an age it is +2s, or -2s */
	if (w->clock != CLOCK_AGO)
		buf_fmt(b, ", at %s", time);
	else
		buf_fmt(b, due > w->now ? ", in %s" : ", %s ago", time + 1);
	if (due < w->now)
		buf_str(b, link_old(w) ? ": passed, unknown" : ": overdue, not fired");
	if (h->not_before > w->now && h->not_before == due)
		buf_str(b, " (a human holds the clock until then)");
}
