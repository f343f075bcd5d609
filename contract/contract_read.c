/* SPDX-License-Identifier: MIT */
/* From JSON to a struct contract: docs/PROTOCOL.md, "Contracts". All faults are told. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/json_out.h"
#include "base/mem.h"
#include "base/text.h"
#include "contract/contract.h"
#include "contract/fallback.h"
#include "contract/schema.h"

struct reader {
	struct contract *c;
	struct json *j;
	contract_fault_function *fault;
	void *arg;
	bool bad;
};

static void tell(struct reader *r, const char *pointer, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static void tell(struct reader *r, const char *pointer, const char *fmt, ...)
{
	char why[300];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(why, sizeof(why), fmt, ap);
	va_end(ap);
	r->bad = true;
	r->fault(r->arg, pointer, why);
}

/* --- kinds of members --------------------------------------------------------- */

/* Absent and null are the same. */
static uint32_t find(const struct reader *r, uint32_t object, const char *name)
{
	uint32_t n = json_member(r->j, object, name);

	return json_is(r->j, n, JSON_NULL) ? JSON_NONE : n;
}

static const char *pointer_to(char out[80], const char *in, const char *name)
{
	snprintf(out, 80, "%s/%s", in, name);
	return out;
}

static char *copy(struct reader *r, uint32_t node)
{
	struct str s = json_str(r->j, node);

	return xmemdup(s.p, s.n);
}

/* The node, or JSON_NONE after it was told. */
static uint32_t required(
	struct reader *r, const char *name, enum json_type type, const char *kind)
{
	char at[80];
	uint32_t n = json_member(r->j, 0, name);

	pointer_to(at, "", name);
	if (n == JSON_NONE)
		tell(r, at, "is missing");
	else if (!json_is(r->j, n, type))
		tell(r, at, "must be %s", kind);
	else
		return n;
	return JSON_NONE;
}

static uint32_t optional(struct reader *r, uint32_t object, const char *in,
	const char *name, enum json_type type, const char *kind)
{
	char at[80];
	uint32_t n = find(r, object, name);

	if (n == JSON_NONE || json_is(r->j, n, type))
		return n;
	tell(r, pointer_to(at, in, name), "must be %s", kind);
	return JSON_NONE;
}

static void string(
	struct reader *r, uint32_t object, const char *in, const char *name, char **out)
{
	uint32_t n = optional(r, object, in, name, JSON_STRING, "a string");

	if (n != JSON_NONE)
		*out = copy(r, n);
}

static void flag(struct reader *r, const char *name, bool *out)
{
	char at[80];
	uint32_t n = json_member(r->j, 0, name);

	if (n != JSON_NONE && !json_is(r->j, n, JSON_TRUE) &&
		!json_is(r->j, n, JSON_FALSE))
		tell(r, pointer_to(at, "", name), "must be true or false");
	*out = json_is(r->j, n, JSON_TRUE);
}

static bool is_pointer(struct str s)
{
	if (s.n > 0 && s.p[0] != '/')
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '~' &&
			(i + 1 == s.n || (s.p[i + 1] != '0' && s.p[i + 1] != '1')))
			return false;
	}
	return true;
}

/* `at` of a member; `otherwise` where it says none, NULL: then there is none. */
static void place(struct reader *r, uint32_t object, const char *in,
	const char *otherwise, char **out)
{
	char at[80];

	string(r, object, in, "at", out);
	if (*out != NULL && !is_pointer(str_of(*out)))
		tell(r, pointer_to(at, in, "at"), "must be a JSON Pointer");
	if (*out == NULL && otherwise != NULL)
		*out = xstrdup(otherwise);
}

/* A NULL-terminated list of what `takes` takes; the rest is told. */
static char **list(struct reader *r, uint32_t array, const char *in,
	bool (*takes)(struct str s), const char *kind)
{
	char **all = xcalloc(r->j->node[array].count + 1, sizeof(*all));
	uint32_t k = 0, place = 0;
	char at[80];

	for (uint32_t i = array + 1; i < r->j->node[array].next;
		i = r->j->node[i].next, place++) {
		if (json_is(r->j, i, JSON_STRING) && takes(json_str(r->j, i))) {
			all[k++] = copy(r, i);
			continue;
		}
		snprintf(at, sizeof(at), "%s/%u", in, place);
		tell(r, at, "must be %s", kind);
	}
	return all;
}

static bool is_any(struct str s)
{
	(void)s;
	return true;
}

static char **strings(struct reader *r, uint32_t object, const char *in, const char *name)
{
	char at[80];
	uint32_t n = optional(r, object, in, name, JSON_ARRAY, "an array of strings");

	return n == JSON_NONE ? NULL
			      : list(r, n, pointer_to(at, in, name), is_any, "a string");
}

/* --- the members, in the order of the page ------------------------------------- */

static void read_name(struct reader *r)
{
	struct contract *c = r->c;
	struct buf id = { 0 };
	uint32_t name = required(r, "contract", JSON_STRING, "a string");
	uint32_t version = required(r, "version", JSON_STRING, "a string");

	c->name = name != JSON_NONE ? copy(r, name) : xstrdup("");
	if (name != JSON_NONE && !text_is_agent(str_of(c->name)))
		tell(r, "/contract", "must match [a-z0-9][a-z0-9._-]{0,63}");
	if (version != JSON_NONE && !version_read(json_str(r->j, version), &c->version))
		tell(r, "/version", "must be MAJOR.MINOR.PATCH");
	buf_fmt(&id, "%s/%u.%u.%u", c->name, c->version.major, c->version.minor,
		c->version.patch);
	c->id = buf_steal(&id);
}

static void read_agents(struct reader *r, const char *name, char ***out)
{
	char at[80];
	uint32_t n = required(r, name, JSON_ARRAY, "an array of agents' names");

	if (n == JSON_NONE) {
		*out = xcalloc(1, sizeof(**out));
		return;
	}
	pointer_to(at, "", name);
	*out = list(
		r, n, at, text_is_agent, "an agent's name: [a-z0-9][a-z0-9._-]{0,63}");
	if (r->j->node[n].count == 0)
		tell(r, at, "must name at least one agent");
}

static void read_schema(struct reader *r)
{
	uint32_t n = json_member(r->j, 0, "schema");

	if (n == JSON_NONE)
		tell(r, "/schema", "is missing");
	else if (!json_is(r->j, n, JSON_OBJECT) && !json_is(r->j, n, JSON_TRUE) &&
		!json_is(r->j, n, JSON_FALSE))
		tell(r, "/schema", "must be a JSON Schema");
}

static void read_scope(struct reader *r)
{
	uint32_t n = required(r, "scope", JSON_OBJECT, "an object");

	if (n == JSON_NONE)
		return;
	string(r, n, "/scope", "represents", &r->c->represents);
	r->c->excludes = strings(r, n, "/scope", "excludes");
}

/* That of `confidence` counts before the one at the top. */
static void read_review_below(struct reader *r, uint32_t object, const char *in)
{
	char at[80];
	uint32_t n = optional(r, object, in, "review_below", JSON_NUMBER, "a number");
	double value;

	if (n == JSON_NONE)
		return;
	value = json_number(r->j, n);
	if (!(value >= 0 && value <= 1))
		tell(r, pointer_to(at, in, "review_below"), "must be in 0..1");
	if (!r->c->has_review_below)
		r->c->review_below = value;
	r->c->has_review_below = true;
}

static void read_confidence(struct reader *r)
{
	uint32_t n = required(r, "confidence", JSON_OBJECT, "an object");

	if (n != JSON_NONE) {
		place(r, n, "/confidence", "/confidence", &r->c->confidence_at);
		read_review_below(r, n, "/confidence");
	}
	read_review_below(r, 0, "");
}

static bool is_target(struct str s)
{
	struct fallback f;
	struct buf text = { 0 };
	bool good;

	buf_fmt(&text, "escalate_to_%.*s_if_not_progressed_within_1s", STR_ARG(s));
	good = fallback_read_text(buf_view(&text), &f) && str_eq(f.target, s);
	buf_fini(&text);
	return good;
}

static void read_fallback(struct reader *r)
{
	uint32_t n = required(r, "fallback", JSON_OBJECT, "an object"), targets;

	if (n == JSON_NONE)
		return;
	place(r, n, "/fallback", "/fallback", &r->c->fallback_at);
	targets = optional(r, n, "/fallback", "targets", JSON_ARRAY, "an array of names");
	if (targets != JSON_NONE)
		r->c->targets = list(r, targets, "/fallback/targets", is_target,
			"a name: [A-Za-z0-9._-]{1,64}");
}

static void read_places(struct reader *r)
{
	uint32_t provenance = optional(r, 0, "", "provenance", JSON_OBJECT, "an object");
	uint32_t value = optional(r, 0, "", "value", JSON_OBJECT, "an object");
	uint32_t evidence =
		optional(r, 0, "", "evidence", JSON_ARRAY, "an array of JSON Pointers");

	if (provenance != JSON_NONE)
		place(r, provenance, "/provenance", NULL, &r->c->provenance_at);
	if (value != JSON_NONE) {
		place(r, value, "/value", NULL, &r->c->value_at);
		string(r, value, "/value", "unit", &r->c->value_unit);
	}
	if (evidence != JSON_NONE)
		r->c->evidence =
			list(r, evidence, "/evidence", is_pointer, "a JSON Pointer");
}

/* One of a few words, the first where it says nothing. */
static unsigned word(
	struct reader *r, const char *name, const char *const *words, const char *kind)
{
	char at[80];
	uint32_t n = json_member(r->j, 0, name);

	if (n == JSON_NONE)
		return 0;
	for (unsigned i = 0; words[i] != NULL; i++) {
		if (json_string_is(r->j, n, words[i]))
			return i;
	}
	tell(r, pointer_to(at, "", name), "must be %s", kind);
	return 0;
}

static void read_attempts(struct reader *r)
{
	uint32_t n = json_member(r->j, 0, "max_attempts");
	int64_t most = CONTRACT_MAX_ATTEMPTS;

	if (n != JSON_NONE && (!json_int(r->j, n, &most) || most < 1 || most > 1000000)) {
		tell(r, "/max_attempts", "must be an integer from 1 to 1000000");
		most = CONTRACT_MAX_ATTEMPTS;
	}
	r->c->max_attempts = (uint32_t)most;
}

static void read_approvals(struct reader *r)
{
	uint32_t n = json_member(r->j, 0, "approvals");
	int64_t most = 1;

	if (n != JSON_NONE && (!json_int(r->j, n, &most) || most < 1 || most > 2)) {
		tell(r, "/approvals", "must be 1 or 2");
		most = 1;
	}
	r->c->approvals = (uint32_t)most;
}

static void read_owners(struct reader *r)
{
	uint32_t n = optional(r, 0, "", "owners", JSON_OBJECT, "an object");

	if (n == JSON_NONE)
		return;
	for (uint32_t key = n + 1; key < r->j->node[n].next;
		key = r->j->node[key + 1].next) {
		struct buf at = { 0 };

		buf_str(&at, "/owners");
		out_token(&at, json_str(r->j, key));
		if (!json_is(r->j, key + 1, JSON_STRING))
			tell(r, at.data, "must name a team, a string");
		buf_fini(&at);
	}
}

static void read_options(struct reader *r)
{
	static const char *const gates[] = { "to", "from", NULL };
	static const char *const acts[] = { "flag", "hold", "dead_letter", NULL };

	flag(r, "critical", &r->c->critical);
	read_approvals(r);
	flag(r, "fan_out", &r->c->fan_out);
	flag(r, "default", &r->c->is_default);
	flag(r, "assert_format", &r->c->assert_format);
	string(r, 0, "", "summary", &r->c->summary);
	string(r, 0, "", "returns", &r->c->returns);
	r->c->gate = (enum contract_gate)word(r, "gate", gates, "\"to\" or \"from\"");
	r->c->on_violation = (enum on_violation)word(
		r, "on_violation", acts, "\"flag\", \"hold\" or \"dead_letter\"");
}

static void read_all(struct reader *r)
{
	read_name(r);
	read_agents(r, "from", &r->c->from);
	read_agents(r, "to", &r->c->to);
	read_schema(r);
	read_scope(r);
	read_confidence(r);
	read_fallback(r);
	read_places(r);
	read_attempts(r);
	read_owners(r);
	read_options(r);
}

/* --- the whole ------------------------------------------------------------------ */

/* What is wrong with the schema itself. */
static void tell_schema(void *arg, const char *pointer, const char *why)
{
	struct reader *r = arg;
	struct buf at = { 0 };

	r->bad = true;
	buf_fmt(&at, "/schema%s", pointer);
	r->fault(r->arg, at.data, why);
	buf_fini(&at);
}

/* Also where other members are bad: all that is wrong is told. */
static void compile_schema(struct reader *r)
{
	uint32_t n = json_member(r->j, 0, "schema");
	struct schema_options o = {
		.assert_format = r->c->assert_format, .fault = tell_schema, .arg_fault = r
	};
	bool before = r->bad;
	struct err e;

	if (!json_is(r->j, n, JSON_OBJECT) && !json_is(r->j, n, JSON_TRUE) &&
		!json_is(r->j, n, JSON_FALSE))
		return; /* it was told */
	r->bad = false;
	r->c->schema = schema_compile(json_raw(r->j, n), &o, &e);
	if (r->c->schema == NULL && !r->bad) /* of the whole of it */
		tell_schema(r, "", e.text);
	r->bad = r->bad || before;
}

static struct contract *read_text(
	struct str text, bool whole, contract_fault_function *fault, void *arg)
{
	struct json j = { 0 };
	struct reader r = {
		.c = xcalloc(1, sizeof(*r.c)), .j = &j, .fault = fault, .arg = arg
	};
	struct buf line = { 0 };
	struct err e;

	if (!json_read(&j, text.p, text.n, CONTRACT_DEPTH, &e)) {
		json_err_line(&e, text);
		tell(&r, "", "%s", e.text);
	} else if (!json_is(&j, 0, JSON_OBJECT)) {
		tell(&r, "", "a contract is a JSON object");
	} else {
		read_all(&r);
		if (whole)
			compile_schema(&r);
	}
	if (r.bad) {
		contract_free(r.c);
		json_fini(&j);
		return NULL;
	}
	json_compact(&line, &j, 0);
	r.c->digest = digest_of(buf_view(&line));
	r.c->json = buf_steal(&line);
	json_read(&r.c->doc, r.c->json, strlen(r.c->json), CONTRACT_DEPTH, NULL);
	json_fini(&j);
	return r.c;
}

/* Keeps the first. */
static void keep_fault(void *arg, const char *pointer, const char *why)
{
	struct err *e = arg;

	if (e->text[0] == '\0')
		err_set(e, "%s%s%s", pointer, pointer[0] != '\0' ? ": " : "", why);
}

struct contract *contract_read(struct str text, struct err *e)
{
	struct err ignored;

	if (e == NULL)
		e = &ignored;
	e->text[0] = '\0';
	return read_text(text, false, keep_fault, e);
}

struct contract *contract_check(
	struct str text, contract_fault_function *fault, void *arg)
{
	return read_text(text, true, fault, arg);
}
