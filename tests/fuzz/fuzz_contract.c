/* SPDX-License-Identifier: MIT */
/*
 * First line a contract, second another one, the rest artifacts, a line each. A contract
 * is refused with a reason and its place, or says the same when it is read again from
 * what it is journaled as; of an artifact it says the same twice, and whatever order its
 * members have; what is told of it is there.
 */
#include "contract/contract.h"

#include "base/json_pretty.h"
#include "base/text.h"
#include "contract/alike.h"
#include "contract/docs.h"
#include "contract/doubt.h"
#include "contract/free_text.h"
#include "contract/judge.h"
#include "contract/named.h"
#include "contract/schema.h"
#include "contract/shape.h"
#include "contract/used.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/mutate.h"

#define ARTIFACTS 8 /* more are not looked at */
#define DEPTH 60    /* an artifact stands in an event */
#define SUMMARY_MOST 400

/* --- places ------------------------------------------------------------------- */

static bool has_place(struct json *j, uint32_t n, struct str at);

static bool has_in_any(struct json *j, uint32_t n, struct str at)
{
	for (uint32_t i = n + 1; i < j->node[n].next; i = j->node[i].next) {
		if (has_place(j, i, at))
			return true;
	}
	return false;
}

/* A JSON Pointer in which `*` is any element. */
static bool has_place(struct json *j, uint32_t n, struct str at)
{
	const char *end;
	struct str token;

	if (at.n == 0)
		return true;
	end = memchr(at.p + 1, '/', at.n - 1);
	token = (struct str){ at.p, end != NULL ? (size_t)(end - at.p) : at.n };
	if (json_is(j, n, JSON_ARRAY) && str_is(token, "/*"))
		return has_in_any(j, n, str_skip(at, token.n));
	n = json_pointer(j, n, token);
	return n != JSON_NONE && has_place(j, n, str_skip(at, token.n));
}

static struct str parent_of(struct str at)
{
	while (at.n > 0 && at.p[at.n - 1] != '/')
		at.n--;
	return (struct str){ at.p, at.n > 0 ? at.n - 1 : 0 };
}

/* --- reading ------------------------------------------------------------------ */

struct told {
	struct json j;
	unsigned faults;
};

/* What is missing has no place, but what it is missing in has one. */
static void tell(void *arg, const char *pointer, const char *why)
{
	struct told *t = arg;
	struct str at = str_of(pointer);

	t->faults++;
	if (why[0] == '\0')
		complain("a fault without a reason");
	if (t->j.count == 0 ? at.n > 0
			    : json_pointer(&t->j, 0, at) == JSON_NONE &&
				json_pointer(&t->j, 0, parent_of(at)) == JSON_NONE)
		complain("a fault in a place that is not there");
}

/* What is doubted is there, or would be; twice the same. */
static void check_doubts(const struct contract *c)
{
	struct told told = { .faults = 0 };
	unsigned first;

	json_read(&told.j, c->json, strlen(c->json), CONTRACT_DEPTH, NULL);
	contract_doubts(c, tell, &told);
	first = told.faults;
	contract_doubts(c, tell, &told);
	if (told.faults != 2 * first)
		complain("other doubts the second time");
	json_fini(&told.j);
}

/* NULL if it is none. */
static struct contract *read_contract(struct str text)
{
	struct told told = { .faults = 0 };
	struct err e = { "" }, unfit = { "" };
	struct contract *checked, *c;

	json_read(&told.j, text.p, text.n, CONTRACT_DEPTH, NULL);
	checked = contract_check(text, tell, &told);
	c = contract_read(text, &e);
	if ((checked == NULL) != (told.faults > 0) || (c == NULL) != (e.text[0] != '\0'))
		complain("refused without a reason, or accepted with one");
	if (checked != NULL && c == NULL)
		complain("checked, and refused");
	if (c != NULL && (contract_schema(c, &unfit) == NULL) != (checked == NULL))
		complain("its schema is one, and is none");
	if (c != NULL && checked == NULL && unfit.text[0] == '\0')
		complain("its schema is refused without a reason");
	contract_free(checked);
	json_fini(&told.j);
	return c;
}

static void check_same(const struct contract *c, struct str text)
{
	struct err e = { "" };
	struct contract *again = contract_read(text, &e);

	if (again == NULL)
		complain("refused when read again");
	else if (strcmp(again->json, c->json) != 0 || strcmp(again->id, c->id) != 0 ||
		!digest_eq(&again->digest, &c->digest))
		complain("another one when read again");
	contract_free(again);
}

static void check_again(struct contract *c)
{
	struct buf pretty = { 0 };

	check_doubts(c);
	check_same(c, str_of(c->json));
	json_pretty(&pretty, &c->doc, 0);
	check_same(c, buf_view(&pretty));
	buf_fini(&pretty);
	for (size_t i = 0; c->targets != NULL && c->targets[i] != NULL; i++) {
		if (!contract_knows_target(c, str_of(c->targets[i])))
			complain("a target that it does not know");
	}
	for (size_t i = 0; c->from[i] != NULL; i++) {
		if (c->to[0] != NULL &&
			!contract_names(c, str_of(c->from[i]), str_of(c->to[0])))
			complain("an agent that it does not name");
	}
}

/* --- the registry ------------------------------------------------------------- */

static void check_refused(struct registry *r, struct contract *c)
{
	struct refused_file f = { .file = c->id, .reason = c->name };

	registry_refuse(r, &f);
	registry_refuse(r, &f);
	if (r->refusals != 1 || registry_refused(r, str_of(c->id)) == NULL)
		complain("a refused file is not there once");
	registry_forgive(r, str_of(c->id));
	if (registry_refused(r, str_of(c->id)) != NULL)
		complain("a file that is refused for ever");
}

static void check_put(struct registry *r, struct contract *c)
{
	uint32_t place = registry_put_take(r, c);
	struct registry_entry e;

	if (registry_find(r, str_of(c->id)) != place ||
		!registry_remove(r, str_of(c->id)) ||
		registry_find(r, str_of(c->id)) != CONTRACT_NONE)
		complain("put and not there, or removed and there");
	e = r->entry[--r->count]; /* and once more, in its place */
	e.in_force = true;
	if (registry_put_entry_take(r, &e) != place)
		complain("put elsewhere");
	if (!registry_names(r, str_of(c->from[0]), str_of(c->to[0])))
		complain("an edge that nobody names");
	check_refused(r, c);
}

struct alike {
	const struct registry *r;
};

static void check_likeness(void *arg, const struct likeness *l)
{
	const struct alike *a = arg;

	if (l->a >= l->b || l->b >= a->r->count || !a->r->entry[l->a].in_force ||
		!a->r->entry[l->b].in_force)
		complain("alike, and not two");
	if (l->common > l->all || l->common * 4 < l->all * 3 || l->all < 3)
		complain("alike, and they are not");
}

/* --- the page ------------------------------------------------------------------ */

/* Cells of a row: pipes that have no backslash. */
static size_t cells(struct str row)
{
	size_t n = 0;

	for (size_t i = 0; i < row.n; i++) {
		n += row.p[i] == '|';
		i += row.p[i] == '\\';
	}
	return n;
}

static void check_lines(struct str page)
{
	size_t before = 0, n;

	while (page.n > 0) {
		struct str line = line_of(&page);

		if (!utf8_valid(line) || text_has_controls(line))
			complain("a page that is not clean");
		n = line.n > 0 && line.p[0] == '|' ? cells(line) : 0;
		if (n > 0 && before > 0 && n != before)
			complain("a row with another number of cells");
		before = n;
		line_free(line);
	}
}

static void check_docs(struct contract *a, struct contract *b)
{
	struct contract *one[] = { a, b }, *other[] = { b, a };
	struct buf page = { 0 }, again = { 0 };

	docs_page(&page, one, 2);
	docs_page(&again, other, 2);
	if (strcmp(a->id, b->id) != 0 && !str_eq(buf_view(&page), buf_view(&again)))
		complain("another page for another order");
	check_lines(buf_view(&page));
	buf_fini(&page);
	buf_fini(&again);
}

/* --- an artifact --------------------------------------------------------------- */

static void check_fallback(const struct fallback *f)
{
	struct buf text = { 0 };
	struct fallback again;

	buf_fmt(&text, "%s%s%.*s_if_not_progressed_within_%llds",
		fallback_name(f->action), f->target.n > 0 ? "_to_" : "",
		STR_ARG(f->target), (long long)f->after);
	if (!fallback_read_text(buf_view(&text), &again) || again.action != f->action ||
		again.after != f->after || !str_eq(again.target, f->target))
		complain("a fallback that reads back as another");
	if (fallback_named(str_of(fallback_name(f->action))) != f->action)
		complain("an action without a name");
	buf_fini(&text);
}

static bool same_judgement(const struct judgement *v, const struct judgement *w)
{
	return v->contract == w->contract &&
		v->edge_has_contract == w->edge_has_contract &&
		v->has_confidence == w->has_confidence &&
		v->confidence == w->confidence && v->faults == w->faults &&
		v->hold == w->hold && v->fallback.action == w->fallback.action &&
		v->fallback.after == w->fallback.after &&
		str_eq(v->fallback.target, w->fallback.target);
}

static void check_judgement(const struct judgement *v)
{
	if (v->has_confidence && !(v->confidence >= 0 && v->confidence <= 1))
		complain("a confidence that is none");
	if (v->has_confidence &&
		(v->faults &
			(FAULT_NO_CONFIDENCE | FAULT_CONFIDENCE_KIND |
				FAULT_CONFIDENCE_RANGE)) != 0)
		complain("a confidence and none");
	for (unsigned i = 0; i < FAULT_BITS; i++) {
		unsigned bit = v->faults & 1u << i;

		if (bit != 0 && fault_named(str_of(fault_name(bit))) != bit)
			complain("a fault without a name");
	}
	if (hold_cause_named(str_of(hold_cause_name(v->hold))) != v->hold)
		complain("a cause without a name");
	if (v->fallback.action != FALLBACK_NONE)
		check_fallback(&v->fallback);
	else if (v->contract != CONTRACT_NONE &&
		(v->faults & (FAULT_NO_FALLBACK | FAULT_BAD_FALLBACK)) == 0)
		complain("no fallback and no fault");
}

static void check_offer(const struct registry *r, const struct contract *c,
	struct json *j, struct json *reversed)
{
	struct buf uri = { 0 };
	struct offer o = { .from = str_of(c->from[0]), .to = str_of(c->to[0]), .j = j };
	struct judgement v, again;

	judge(r, &o, &v);
	if (v.contract != registry_default(r, o.from, o.to) || !v.edge_has_contract)
		complain("an offer that names no contract, under another");
	if (v.contract == CONTRACT_NONE &&
		(v.faults != FAULT_UNKNOWN_CONTRACT || v.hold != HOLD_UNKNOWN_CONTRACT))
		complain("an offer under no contract on an edge that has one");
	buf_fmt(&uri, "contract:%s", c->id);
	o.dataschema = buf_view(&uri);
	judge(r, &o, &v);
	check_judgement(&v);
	o.j = reversed;
	judge(r, &o, &again);
	if (v.contract == CONTRACT_NONE || !same_judgement(&v, &again))
		complain("two judgements");
	buf_fini(&uri);
}

static void tell_unnamed(void *arg, struct str at)
{
	if (!has_place(arg, 0, at))
		complain("a member that is not there is not named");
}

static void check_errors(struct json *j, const struct schema_errors *errors)
{
	struct buf at = { 0 };

	for (size_t i = 0; i < errors->count; i++) {
		buf_reset(&at);
		shape_pointer(&at, j, 0, str_of(errors->error[i].instance));
		if (!has_place(j, 0, buf_view(&at)))
			complain("an error in a place that is not there");
	}
	buf_fini(&at);
}

static void check_schema(struct contract *c, struct json *j, struct json *reversed)
{
	struct schema *s = contract_schema(c, NULL);
	struct schema_run run = { .used = 0 };
	struct schema_errors errors = { .count = 0 };
	enum verdict v, w;
	bool text;

	if (s == NULL)
		return;
	text = json_is(j, 0, JSON_STRING) && contract_free_text(c);
	v = schema_check(s, &run, j, 0);
	w = schema_check(s, &run, reversed, 0);
	if (v != w && v != SCHEMA_GAVE_UP && w != SCHEMA_GAVE_UP)
		complain("another verdict for another order");
	if (v == SCHEMA_INVALID) {
		schema_explain(s, &run, j, 0, &errors);
		check_errors(j, &errors);
		if (text && strstr(c->json, "minLength") == NULL)
			complain("a text that free text refuses");
	}
	schema_errors_fini(&errors);
	schema_run_fini(&run);
}

static void check_named(struct contract *c, struct json *j)
{
	struct buf summary = { 0 };
	uint32_t node[16];
	size_t n = contract_points(c, j, 0, node, 16);

	for (size_t i = 0; i < n; i++) {
		if (node[i] >= j->count)
			complain("points at nothing");
	}
	contract_unnamed(c, j, 0, tell_unnamed, j);
	contract_summary(&summary, c, j, 0);
	if (summary.len > SUMMARY_MOST || !utf8_valid(buf_view(&summary)))
		complain("a summary that is too long, or cut within a character");
	buf_fini(&summary);
}

enum { NOBODY, AGENT, ECHO };

/* What `j` has that an agent which hands on `out` makes no use of. */
static void check_used(struct contract *c, struct json *j, struct json *out)
{
	struct used *u = used_new();
	struct buf at = { 0 };
	struct unused x;

	used_offered(u, AGENT, out, 0);
	used_promised(u, AGENT, c);
	used_handed(u, AGENT, AGENT, c, j, 0);
	used_handed(u, AGENT, AGENT, NULL, j, 0);
	for (uint32_t n = 0; used_next(u, &n, &x, &at);) {
		if (x.edge != AGENT || x.offers > 2 || !has_place(j, 0, buf_view(&at)))
			complain("a field that is not there is not used");
	}
	used_offered(u, ECHO, j, 0);
	used_handed(u, ECHO, ECHO, NULL, j, 0);
	for (uint32_t n = 0; used_next(u, &n, &x, &at);) {
		if (x.edge == ECHO)
			complain("handed on, and not used");
	}
	if (!used_speaks(u, ECHO) || used_speaks(u, NOBODY))
		complain("who speaks is not who offered");
	used_free(u);
	buf_fini(&at);
}

static void check_shape(struct json *j, struct json *reversed)
{
	struct shape s = { 0 };
	uint64_t shape = shape_of(&s, j, 0);

	if (shape_of(&s, reversed, 0) != shape)
		complain("another shape for another order");
	shape_fini(&s);
}

static void check_artifact(struct registry *r, struct json *j, struct json *before)
{
	struct json back = { 0 };
	struct buf reversed = { 0 };

	add_reversed(&reversed, j, 0);
	if (!json_read(&back, reversed.data, reversed.len, DEPTH, NULL))
		complain("refused in another order");
	check_shape(j, &back);
	for (uint32_t i = 0; i < r->count; i++) {
		struct contract *c = r->entry[i].contract;

		check_schema(c, j, &back);
		check_named(c, j);
		check_used(c, j, before);
		if (r->entry[i].in_force)
			check_offer(r, c, j, &back);
	}
	json_fini(&back);
	buf_fini(&reversed);
}

static void check_artifacts(struct registry *r, struct str rest)
{
	struct json j[2] = { { 0 }, { 0 } };
	struct str line[2] = { { NULL, 0 }, { NULL, 0 } };

	for (int i = 0; i < ARTIFACTS && rest.n > 0; i++) {
		int here = i % 2;

		line_free(line[here]);
		line[here] = line_of(&rest);
		if (json_read(&j[here], line[here].p, line[here].n, DEPTH, NULL))
			check_artifact(
				r, &j[here], &j[j[!here].count > 0 ? !here : here]);
	}
	for (int i = 0; i < 2; i++) {
		json_fini(&j[i]);
		line_free(line[i]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };
	struct registry r = { 0 };
	struct alike alike = { &r };

	for (int i = 0; i < 2; i++) {
		struct str line = line_of(&rest);
		struct contract *c = read_contract(line);

		if (c != NULL) {
			check_again(c);
			check_put(&r, c);
		}
		line_free(line);
	}
	if (r.count > 0) {
		struct contract *a = r.entry[0].contract,
				*b = r.entry[r.count - 1].contract;

		check_docs(a, b);
		if (contract_returns(a, b) && a->returns == NULL)
			complain("comes back, and it does not say so");
		contracts_alike(&r, check_likeness, &alike);
	}
	check_artifacts(&r, rest);
	registry_fini(&r);
	return 0;
}
