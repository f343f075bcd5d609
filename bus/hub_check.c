/* SPDX-License-Identifier: MIT */
/*
 * An offer held against its contract: docs/PROTOCOL.md, "Checking". The schema is looked
 * at here alone: what is found is journaled, in the same commit as the offer, and folded
 * by everybody. What can be read off the offer otherwise is found by the fold.
 */
#include "base/text.h"
#include "bus/hub_own.h"

#define VIOLATIONS_TOLD 16

#define PART_MOST                                                                        \
	1000 /* bytes of what is said of one: names are as long as they like             \
	      */

static void put_part(struct buf *b, const char *name, const char *text)
{
	out_key(b, name);
	out_str(b, text_head(str_of(text), PART_MOST));
}

static void put_violation(struct buf *b, const struct schema_error *e)
{
	out_open(b, '{');
	put_part(b, "at", e->at);
	put_part(b, "expected", e->expected);
	put_part(b, "found", e->found);
	put_part(b, "keyword", e->keyword);
	put_part(b, "message", e->message);
	out_close(b, '}');
}

static void flag(struct hub *h, uint32_t i, unsigned fault)
{
	const struct handoff *x = handoff_there(h->mesh, i);
	const struct contract *c = handoff_contract(h->mesh, x);
	struct buf *b = hub_data(h, i);

	out_key(b, "contract");
	out_text(b, c->id);
	out_key(b, "faults");
	out_faults(b, x->faults | fault);
	out_key(b, "violations");
	out_open(b, '[');
	for (size_t k = 0; k < h->errors.count && k < VIOLATIONS_TOLD; k++)
		put_violation(b, &h->errors.error[k]);
	out_close(b, ']');
	out_key(b, "of");
	out_uint(b, h->errors.all);
	out_close(b, '}');
	hub_emit(h, EV_FLAGGED, hub_subject(h, i), buf_view(b));
}

/* The fault of its schema, 0 if there is none; why is in h->errors. */
static unsigned check_schema(struct hub *h, struct contract *c, const struct event *e)
{
	struct schema *s = contract_schema(c, NULL);

	schema_errors_fini(&h->errors);
	if (s == NULL)
		return FAULT_UNCHECKED;
	switch (schema_check(s, &h->checks, e->doc, e->artifact)) {
	case SCHEMA_VALID:
		return 0;
	case SCHEMA_INVALID:
		schema_explain(s, &h->checks, e->doc, e->artifact, &h->errors);
		return FAULT_SCHEMA;
	default:
		return FAULT_UNCHECKED;
	}
}

bool hub_check_edited(struct hub *h, uint32_t i, struct json *j, uint32_t artifact)
{
	const struct handoff *x = handoff_there(h->mesh, i);
	struct contract *c = x->contract == CONTRACT_NONE
		? NULL
		: h->mesh->contracts.entry[x->contract].contract;
	struct schema *s = c != NULL ? contract_schema(c, NULL) : NULL;

	schema_errors_fini(&h->errors);
	if (s == NULL || schema_check(s, &h->checks, j, artifact) != SCHEMA_INVALID)
		return true;
	schema_explain(s, &h->checks, j, artifact, &h->errors);
	return false;
}

static void bury(struct hub *h, uint32_t i)
{
	const struct handoff *x = handoff_there(h->mesh, i);
	struct buf *b = hub_data(h, i);
	unsigned bit = x->faults & FAULTS_PROMISED;

	out_key(b, "reason");
	out_text(b, "contract");
	out_key(b, "detail");
	out_text(b, x->violation != NULL ? x->violation : fault_name(bit & -bit));
	out_close(b, '}');
	hub_emit(h, EV_DEAD_LETTERED, hub_subject(h, i), buf_view(b));
}

enum hold_cause hub_check(struct hub *h, uint32_t i, const struct event *e)
{
	const struct handoff *x = handoff_there(h->mesh, i);
	struct contract *c;
	unsigned fault;

	if (x->contract == CONTRACT_NONE)
		return HOLD_NONE;
	c = h->mesh->contracts.entry[x->contract].contract;
	fault = check_schema(h, c, e);
	if (fault != 0)
		flag(h, i, fault);
	x = handoff_there(h->mesh, i);
	if ((x->faults & FAULTS_PROMISED) == 0)
		return HOLD_NONE;
	h->vitals.violations[c->on_violation]++;
	if (c->on_violation == VIOLATION_HOLD)
		return HOLD_FAULT;
	if (c->on_violation == VIOLATION_DEAD_LETTER &&
		state_after(x->state, EV_DEAD_LETTERED) != STATE_NONE)
		bury(h, i);
	return HOLD_NONE;
}
