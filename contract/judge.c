/* SPDX-License-Identifier: MIT */
#include "contract/judge.h"

#include <string.h>

static const char *const causes[HOLD_CAUSES] = {
	[HOLD_NONE] = "",
	[HOLD_CONFIDENCE] = "confidence",
	[HOLD_FAULT] = "fault",
	[HOLD_UNKNOWN_CONTRACT] = "unknown_contract",
	[HOLD_FALLBACK] = "fallback",
	[HOLD_DECISION_REFUSED] = "decision_refused",
	[HOLD_OPERATOR] = "operator",
};

static const char *const faults[FAULT_BITS] = {
	"no confidence",
	"confidence is not a number",
	"confidence is not in 0..1",
	"no fallback",
	"no usable fallback",
	"unreviewed",
	"unknown contract",
	"schema",
	"no provenance",
	"fallback target unknown",
	"loop",
	"acted twice",
	"input never offered",
	"version not taken",
	"out of scope",
	"not checked",
	"contract of another edge",
};

const char *hold_cause_name(enum hold_cause c)
{
	return causes[c];
}

enum hold_cause hold_cause_named(struct str s)
{
	for (int c = HOLD_NONE + 1; c < HOLD_CAUSES; c++) {
		if (str_is(s, causes[c]))
			return (enum hold_cause)c;
	}
	return HOLD_NONE;
}

const char *fault_name(unsigned bit)
{
	for (int i = 0; i < FAULT_BITS; i++) {
		if (bit == 1u << i)
			return faults[i];
	}
	return "";
}

unsigned fault_named(struct str s)
{
	for (int i = 0; i < FAULT_BITS; i++) {
		if (str_is(s, faults[i]))
			return 1u << i;
	}
	return 0;
}

static const char scheme[] = "contract:";

bool offer_names_contract(struct str dataschema)
{
	return str_starts(dataschema, scheme);
}

/* "name/1.2.3" of "contract:name/1.2.3"; false where it names no contract. */
static bool named_contract(struct str dataschema, struct str *id)
{
	if (!offer_names_contract(dataschema))
		return false;
	*id = str_skip(dataschema, sizeof(scheme) - 1);
	return true;
}

/* "name" of "name/1.2.3", and of what has no version. */
static struct str name_of(struct str id)
{
	const char *slash = id.n > 0 ? memchr(id.p, '/', id.n) : NULL;

	return slash != NULL ? (struct str){ id.p, (size_t)(slash - id.p) } : id;
}

static void read_confidence(const struct offer *o, const char *at, struct judgement *v)
{
	uint32_t n = json_pointer(o->j, o->artifact, str_of(at));

	if (n == JSON_NONE || json_is(o->j, n, JSON_NULL)) {
		v->faults |= FAULT_NO_CONFIDENCE;
	} else if (!json_is(o->j, n, JSON_NUMBER)) {
		v->faults |= FAULT_CONFIDENCE_KIND;
	} else {
		double c = json_number(o->j, n);

		if (c >= 0 && c <= 1) {
			v->has_confidence = true;
			v->confidence = c;
		} else {
			v->faults |= FAULT_CONFIDENCE_RANGE;
		}
	}
}

static void read_fallback(const struct offer *o, const char *at, struct judgement *v)
{
	uint32_t n = json_pointer(o->j, o->artifact, str_of(at));

	if (n == JSON_NONE || json_is(o->j, n, JSON_NULL))
		v->faults |= FAULT_NO_FALLBACK;
	else if (!fallback_read(o->j, n, &v->fallback))
		v->faults |= FAULT_BAD_FALLBACK;
}

/* Something must be there: an empty list names no input. */
static void read_provenance(const struct offer *o, const char *at, struct judgement *v)
{
	uint32_t n;

	if (at == NULL)
		return;
	n = json_pointer(o->j, o->artifact, str_of(at));
	if (n == JSON_NONE || json_is(o->j, n, JSON_NULL) ||
		(json_is(o->j, n, JSON_STRING) && json_str(o->j, n).n == 0) ||
		(json_type(o->j, n) >= JSON_ARRAY && o->j->node[n].count == 0))
		v->faults |= FAULT_NO_PROVENANCE;
}

/*
 * It stands under no contract in force. One that was removed must not let through what it
 * held; of what the hub never knew it only says so: that mesh is looked on, no more.
 */
static void find_unknown(
	const struct registry *r, struct str name, bool named, struct judgement *v)
{
	if (named || v->edge_has_contract)
		v->faults = FAULT_UNKNOWN_CONTRACT;
	if (v->edge_has_contract || (named && registry_knew(r, name)))
		v->hold = HOLD_UNKNOWN_CONTRACT;
}

/*
 * The contract that holds. One that is not of the two agents does not stand in for those
 * that are: else who names it would have got round them.
 */
static const struct contract *find_contract(
	const struct registry *r, const struct offer *o, struct judgement *v)
{
	const struct contract *c;
	struct str id;
	bool named = named_contract(o->dataschema, &id);

	/* what names none may stand under one all the same */
	v->contract = named ? registry_find(r, id) : registry_default(r, o->from, o->to);
	if (v->contract == CONTRACT_NONE) {
		v->edge_has_contract = registry_names(r, o->from, o->to);
		find_unknown(r, named ? name_of(id) : (struct str){ 0 }, named, v);
		return NULL;
	}
	c = r->entry[v->contract].contract;
	v->edge_has_contract = true;
	v->other_edge = !contract_names(c, o->from, o->to);
	if (!v->other_edge || !registry_names(r, o->from, o->to))
		return c;
	v->contract = CONTRACT_NONE;
	v->hold = HOLD_UNKNOWN_CONTRACT;
	return NULL;
}

void judge(const struct registry *r, const struct offer *o, struct judgement *out)
{
	const struct contract *c;
	unsigned found;

	*out = (struct judgement){ 0 };
	c = find_contract(r, o, out);
	found = out->faults;
	read_confidence(o, c != NULL ? c->confidence_at : "/confidence", out);
	read_fallback(o, c != NULL ? c->fallback_at : "/fallback", out);
	if (c == NULL) {
		out->faults = found; /* nothing else was promised */
	} else {
		read_provenance(o, c->provenance_at, out);
		if (out->fallback.target.n > 0 &&
			!contract_knows_target(c, out->fallback.target))
			out->faults |= FAULT_BAD_TARGET;
		if (c->has_review_below && !out->has_confidence)
			out->hold = HOLD_FAULT;
		else if (c->has_review_below && out->confidence < c->review_below)
			out->hold = HOLD_CONFIDENCE;
	}
	if (out->other_edge)
		out->faults |= FAULT_OTHER_EDGE;
}
