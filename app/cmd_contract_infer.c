/* SPDX-License-Identifier: MIT */
/* `seam contract infer RECORDING --edge A>B`: a first contract from what was seen. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/commands.h"
#include "base/digest.h"
#include "base/hashes.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "base/text.h"
#include "bus/recording.h"
#include "contract/infer.h"
#include "contract/judge.h"
#include "mesh/mesh.h"

#define CONTRACTS_TOLD 6

struct inferring {
	const struct args *a;
	const struct recording *r;
	struct mesh *m;
	struct json doc;
	struct infer infer;
	struct str from, to;
	struct str only;      /* the contract that is meant, NULL: whatever it is */
	struct hashes broken; /* attempts that were found to break their contract */
	size_t bad, put_aside, left_out;
	size_t unnamed;                 /* that it learned from, under no contract */
	char *contract[CONTRACTS_TOLD]; /* under which they were offered */
	size_t contracts;
};

/* Splits "A>B"; false if that is no edge. */
static bool read_edge(const char *text, struct str *from, struct str *to)
{
	const char *by = strchr(text, '>');

	if (by == NULL)
		return false;
	*from = (struct str){ text, (size_t)(by - text) };
	*to = str_of(by + 1);
	return text_is_agent(*from) && text_is_agent(*to);
}

static struct str contract_of(const struct event *e)
{
	return offer_names_contract(e->dataschema)
		? str_skip(e->dataschema, strlen("contract:"))
		: (struct str){ NULL, 0 };
}

static void note_contract(struct inferring *f, struct str contract)
{
	for (size_t i = 0; i < f->contracts; i++) {
		if (str_is(contract, f->contract[i]))
			return;
	}
	if (contract.n > 0 && f->contracts < CONTRACTS_TOLD)
		f->contract[f->contracts++] = xmemdup(contract.p, contract.n);
}

static bool is_meant(const struct inferring *f, const struct event *e)
{
	return e->type == EV_OFFERED && str_eq(e->from, f->from) &&
		str_eq(e->to, f->to) &&
		(f->only.p == NULL || str_eq(contract_of(e), f->only));
}

/* --- what broke its contract -------------------------------------------------- */

static uint64_t attempt_hash(const struct event *e)
{
	struct buf key = { 0 };
	uint64_t hash;

	buf_add(&key, &e->attempt, sizeof(e->attempt));
	buf_slice(&key, e->handoff);
	hash = hash64(buf_view(&key));
	buf_fini(&key);
	return hash;
}

/* The hub found it, or an agent of the edge gave it up for that. */
static bool says_broken(const struct inferring *f, const struct event *e)
{
	switch (e->type) {
	case EV_FLAGGED:
		return e->from_hub;
	case EV_REFUSED:
	case EV_FAILED:
	case EV_DEAD_LETTERED:
		return str_is(e->reason, "contract") &&
			(e->from_hub || str_eq(e->agent, f->to) ||
				str_eq(e->agent, f->from));
	default:
		return false;
	}
}

/* It is said behind the offer; so this comes before any offer is learned from. */
static void find_broken(struct inferring *f)
{
	struct event e;

	for (size_t i = 0; i < f->r->lines; i++) {
		if (recording_event(f->r, i, &f->doc, &e, NULL) && says_broken(f, &e))
			hashes_add(&f->broken, attempt_hash(&e));
	}
}

/* --- offers ------------------------------------------------------------------ */

/* Each offer once, as it was made: what is told twice or by another agent is none. */
static void take_line(struct inferring *f, size_t i)
{
	struct event e;
	struct arrival found;

	if (!recording_event(f->r, i, &f->doc, &e, NULL)) {
		f->bad++;
		return;
	}
	if (is_meant(f, &e) && e.artifact != JSON_NONE) {
		found = mesh_classify(f->m, &e);
		if (found.standing == STANDING_APPLIED &&
			hashes_has(&f->broken, attempt_hash(&e))) {
			f->left_out++;
		} else if (found.standing == STANDING_APPLIED) {
			note_contract(f, contract_of(&e));
			f->unnamed += !offer_names_contract(e.dataschema);
			infer_artifact(&f->infer, &f->doc, e.artifact);
		} else {
			f->put_aside++;
		}
	}
	mesh_append(f->m, &e);
}

/* --- telling --------------------------------------------------------------- */

/* The edges that there are, the busiest first, for who asked for another. */
static enum status no_such_edge(const struct inferring *f)
{
	struct buf b = { 0 };
	const struct edge *best = NULL;

	for (uint32_t i = 0; i < f->m->edges; i++) {
		if (best == NULL || f->m->edge[i].offered > best->offered)
			best = &f->m->edge[i];
	}
	if (best != NULL)
		buf_fmt(&b, "; its busiest edge is %s>%s, %llu offers",
			f->m->agent[best->from].name, f->m->agent[best->to].name,
			(unsigned long long)best->offered);
	fail_with(f->a, REFUSED, "not_found", "no offer from %.*s to %.*s%s%.*s in %s%s",
		STR_ARG(f->from), STR_ARG(f->to), f->only.n > 0 ? " under " : "",
		STR_ARG(f->only), f->a->operand[0], b.data != NULL ? b.data : "");
	buf_fini(&b);
	return REFUSED;
}

static enum status none_is_good(const struct inferring *f)
{
	return fail_with(f->a, REFUSED, "not_found",
		"all %zu offers from %.*s to %.*s were found to break a contract: --all "
		"takes them",
		f->left_out, STR_ARG(f->from), STR_ARG(f->to));
}

static void say_contracts(const struct inferring *f)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < f->contracts; i++)
		buf_fmt(&b, "%s%s", i > 0 ? ", " : "", f->contract[i]);
	if (f->contracts > 1)
		complain(
			"they were offered under %s: --contract NAME/X.Y.Z takes those of one",
			b.data);
	else if (f->contracts == 1)
		complain("they were offered under %s", b.data);
	if (f->unnamed > 0)
		complain(
			"%zu of %llu named no contract: it says \"default\": true, so that "
			"what names none stands under it and is not held",
			f->unnamed, (unsigned long long)f->infer.artifacts);
	buf_fini(&b);
}

static void say_what_was_seen(const struct inferring *f)
{
	const struct infer *i = &f->infer;

	complain("from %llu artifact%s: %u fields, %u always there; %u with few values, "
		 "%u with a range, %u with a pattern",
		(unsigned long long)i->artifacts, i->artifacts == 1 ? "" : "s", i->fields,
		i->always, i->choices, i->ranges, i->patterns);
	say_contracts(f);
	if (f->left_out > 0)
		complain("left out %zu offers that were flagged, or refused, failed or "
			 "dead for their contract: --all takes them too",
			f->left_out);
	if (f->put_aside > 0)
		complain(
			"left out %zu offers that came twice, late or from another agent",
			f->put_aside);
	if (f->bad > 0)
		complain("left out %zu of %zu lines: no event", f->bad, f->r->lines);
	if (f->r->cut)
		complain(
			"%s is cut short: this is what there is of it", f->a->operand[0]);
	for (uint32_t n = 0; n < i->doubts && n < INFER_DOUBTS; n++)
		complain("%s", i->doubt[n]);
	if (i->doubts > INFER_DOUBTS)
		complain("and %u more", i->doubts - INFER_DOUBTS);
}

static void print_json_line(const struct inferring *f, const struct buf *contract)
{
	const struct infer *i = &f->infer;
	struct buf b = { 0 }, ascii = { 0 };

	out_open(&b, '{');
	out_key(&b, "artifacts");
	out_uint(&b, i->artifacts);
	out_key(&b, "fields");
	out_uint(&b, i->fields);
	out_key(&b, "always");
	out_uint(&b, i->always);
	out_key(&b, "left_out");
	out_uint(&b, f->put_aside);
	out_key(&b, "broken");
	out_uint(&b, f->left_out);
	out_key(&b, "doubts");
	out_open(&b, '[');
	for (uint32_t n = 0; n < i->doubts && n < INFER_DOUBTS; n++)
		out_text(&b, i->doubt[n]);
	out_close(&b, ']');
	out_key(&b, "contract");
	out_raw(&b, buf_view(contract));
	out_close(&b, '}');
	out_ascii(&ascii, buf_view(&b));
	puts(ascii.data);
	buf_fini(&b);
	buf_fini(&ascii);
}

static enum status infer_and_print(struct inferring *f)
{
	struct buf contract = { 0 };
	enum status s = DONE;
	struct err e;

	f->m = mesh_new();
	if (!given(f->a, OPT_ALL))
		find_broken(f);
	for (size_t i = 0; i < f->r->lines; i++)
		take_line(f, i);
	f->infer.is_default = f->unnamed > 0;
	if (f->infer.artifacts == 0 && f->left_out > 0)
		s = none_is_good(f);
	else if (f->infer.artifacts == 0)
		s = no_such_edge(f);
	else if (!infer_contract(&f->infer, &contract, &e))
		s = fail_with(f->a, REFUSED, "too_large", "%s", e.text);
	if (s == DONE && given(f->a, OPT_JSON))
		print_json_line(f, &contract);
	else if (s == DONE)
		puts(contract.data);
	if (s == DONE)
		say_what_was_seen(f);
	buf_fini(&contract);
	mesh_free(f->m);
	return s;
}

enum status run_contract_infer(const struct args *a)
{
	struct inferring f = { .a = a, .only = str_of(a->value[OPT_CONTRACT]) };
	struct recording *r;
	enum status s;
	struct err e;

	if (!given(a, OPT_EDGE) || !read_edge(a->value[OPT_EDGE], &f.from, &f.to))
		return usage_error(a, "--edge takes FROM>TO, two agents, in quotes");
	f.r = r = recording_open(a->operand[0], &e);
	infer_init(&f.infer, f.from, f.to);
	if (r == NULL || !recording_has_event(r, a->operand[0], &e))
		s = fail_with(a, REFUSED, "no_file", "%s", e.text);
	else
		s = infer_and_print(&f);
	for (size_t i = 0; i < f.contracts; i++)
		free(f.contract[i]);
	infer_fini(&f.infer);
	hashes_fini(&f.broken);
	json_fini(&f.doc);
	recording_close(r);
	return s;
}
