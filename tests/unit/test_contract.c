/* SPDX-License-Identifier: MIT */
#include "contract/contract.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "contract/registry.h"
#include "tests/unit/feed.h"

static struct contract *read_quoted(const char *text, struct err *e)
{
	char *z = quoted(text);
	struct contract *c = contract_read(str_of(z), e);

	free(z);
	return c;
}

/* The contract of the protocol page, white space and all. */
static const char page[] =
	"{'contract':'correlation-to-investigation','version':'1.0.0',"
	"'from':['correlator'],'to':['investigator'],\n"
	" 'scope':{'represents':'a cluster of alerts that belong together, and a first "
	"guess at the cause',\n          'excludes':['what to do about it']},\n"
	" 'schema':{'$schema':'https://json-schema.org/draft/2020-12/schema',"
	"'type':'object'},\n"
	" 'confidence':{'at':'/confidence','review_below':0.8},\n"
	" 'provenance':{'at':'/evidence_refs'},\n 'fallback':{'at':'/fallback'},\n"
	" 'summary':'{/primary_hypothesis}: {/alert_count} alerts on {/services}'}";

static const char artifact[] = "{'primary_hypothesis':'recent_deploy','alert_count':84,"
			       "'services':['checkout-api','payment-client']}";

static void test_page(void **state)
{
	struct err e = { "" };
	struct contract *c = read_quoted(page, &e), *again;
	struct digest line;

	(void)state;
	assert_string_equal(e.text, "");
	assert_non_null(c);
	assert_string_equal(c->id, "correlation-to-investigation/1.0.0");
	assert_string_equal(c->name, "correlation-to-investigation");
	assert_string_equal(c->from[0], "correlator");
	assert_null(c->from[1]);
	assert_string_equal(c->to[0], "investigator");
	assert_null(c->to[1]);
	assert_string_equal(c->confidence_at, "/confidence");
	assert_string_equal(c->fallback_at, "/fallback");
	assert_string_equal(c->provenance_at, "/evidence_refs");
	assert_string_equal(c->excludes[0], "what to do about it");
	assert_true(c->has_review_below && c->review_below == 0.8);
	assert_int_equal(c->gate, GATE_TO);
	assert_int_equal(c->max_attempts, 3);
	assert_false(c->critical);
	assert_null(c->value_at);
	assert_null(c->returns);
	assert_null(c->evidence);
	assert_null(strchr(c->json, '\n'));
	line = digest_of(str_of(c->json));
	assert_true(digest_eq(&line, &c->digest));
	assert_true(json_is(&c->doc, 0, JSON_OBJECT));
	/* read again from its line it is the same contract */
	again = contract_read(str_of(c->json), &e);
	assert_non_null(again);
	assert_string_equal(again->json, c->json);
	assert_true(digest_eq(&again->digest, &c->digest));
	contract_free(again);
	contract_free(c);
	contract_free(NULL);
}

#define HEAD "{'contract':'c','version':'1.2.3','from':['a'],'to':['b'],"
#define REST "'schema':{},'scope':{},'confidence':{},'fallback':{}"

static void test_options(void **state)
{
	struct err e = { "" };
	struct contract *c = read_quoted(HEAD REST
		",'gate':'from','max_attempts':7,'critical':true,'returns':'c2',"
		"'review_below':0.5,'evidence':['/a/0','','/~0~1'],'provenance':{},"
		"'value':{'at':'/value','unit':'EUR'},'owners':{'a':'team'},"
		"'on_violation':'flag','later':{'more':[]}}",
		&e);

	(void)state;
	assert_string_equal(e.text, "");
	assert_non_null(c);
	assert_int_equal(c->version.major, 1);
	assert_int_equal(c->version.minor, 2);
	assert_int_equal(c->version.patch, 3);
	assert_int_equal(c->gate, GATE_FROM);
	assert_int_equal(c->max_attempts, 7);
	assert_true(c->critical);
	assert_string_equal(c->returns, "c2");
	assert_true(c->has_review_below && c->review_below == 0.5);
	assert_string_equal(c->evidence[2], "/~0~1");
	assert_null(c->evidence[3]);
	assert_null(c->provenance_at);
	assert_string_equal(c->value_at, "/value");
	assert_string_equal(c->value_unit, "EUR");
	contract_free(c);
}

static void test_defaults(void **state)
{
	struct contract *c = read_quoted(HEAD REST
		",'gate':'to','critical':false,'summary':null,'returns':null,"
		"'evidence':null,'provenance':null,'value':null,'review_below':null}",
		NULL);

	(void)state;
	assert_non_null(c);
	assert_string_equal(c->confidence_at, "/confidence");
	assert_string_equal(c->fallback_at, "/fallback");
	assert_false(c->has_review_below);
	assert_null(c->summary);
	assert_null(c->provenance_at);
	assert_null(c->represents);
	contract_free(c);
}

/* Each with the start of what is said of it. */
static void test_refused(void **state)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{ "", "" },
		{ "[]", "a contract is a JSON object" },
		{ "1", "a contract is a JSON object" },
		{ HEAD REST ",'contract':'d'}", "duplicate key" },
		{ "{'version':'1.2.3','from':['a'],'to':['b']," REST "}",
			"/contract: is missing" },
		{ "{'contract':'c','from':['a'],'to':['b']," REST "}",
			"/version: is missing" },
		{ "{'contract':1,'version':'1.2.3','from':['a'],'to':['b']," REST "}",
			"/contract: must be a string" },
		{ "{'contract':'C','version':'1.2.3','from':['a'],'to':['b']," REST "}",
			"/contract: must match" },
		{ "{'contract':'c','version':'1.2','from':['a'],'to':['b']," REST "}",
			"/version: must be MAJOR.MINOR.PATCH" },
		{ "{'contract':'c','version':'1.2.3','to':['b']," REST "}",
			"/from: is missing" },
		{ "{'contract':'c','version':'1.2.3','from':'a','to':['b']," REST "}",
			"/from: must be an array" },
		{ "{'contract':'c','version':'1.2.3','from':[],'to':['b']," REST "}",
			"/from: must name at least one agent" },
		{ "{'contract':'c','version':'1.2.3','from':['a',1],'to':['b']," REST "}",
			"/from/1: must be an agent's name" },
		{ "{'contract':'c','version':'1.2.3','from':['a','A b'],'to':['b']," REST
		  "}",
			"/from/1: must be an agent's name" },
		{ "{'contract':'c','version':'1.2.3','from':['a']," REST "}",
			"/to: is missing" },
		{ "{'contract':'c','version':'1.2.3','from':['a'],'to':['']," REST "}",
			"/to/0: must be an agent's name" },
		{ HEAD "'scope':{},'confidence':{},'fallback':{}}",
			"/schema: is missing" },
		{ HEAD "'schema':[],'scope':{},'confidence':{},'fallback':{}}",
			"/schema: must be a JSON Schema" },
		{ HEAD "'schema':{},'confidence':{},'fallback':{}}",
			"/scope: is missing" },
		{ HEAD "'schema':{},'scope':'x','confidence':{},'fallback':{}}",
			"/scope: must be an object" },
		{ HEAD "'schema':{},'scope':{'represents':1},'confidence':{},"
		       "'fallback':{}}",
			"/scope/represents: must be a string" },
		{ HEAD "'schema':{},'scope':{'excludes':[1]},'confidence':{},"
		       "'fallback':{}}",
			"/scope/excludes/0: must be a string" },
		{ HEAD "'schema':{},'scope':{},'fallback':{}}",
			"/confidence: is missing" },
		{ HEAD "'schema':{},'scope':{},'confidence':{'at':'confidence'},"
		       "'fallback':{}}",
			"/confidence/at: must be a JSON Pointer" },
		{ HEAD "'schema':{},'scope':{},'confidence':{'at':'/a~2'},'fallback':{}}",
			"/confidence/at: must be a JSON Pointer" },
		{ HEAD "'schema':{},'scope':{},'confidence':{'at':1},'fallback':{}}",
			"/confidence/at: must be a string" },
		{ HEAD "'schema':{},'scope':{},'confidence':{'review_below':'x'},"
		       "'fallback':{}}",
			"/confidence/review_below: must be a number" },
		{ HEAD "'schema':{},'scope':{},'confidence':{'review_below':1.01},"
		       "'fallback':{}}",
			"/confidence/review_below: must be in 0..1" },
		{ HEAD REST ",'review_below':-0.1}", "/review_below: must be in 0..1" },
		{ HEAD "'schema':{},'scope':{},'confidence':{}}",
			"/fallback: is missing" },
		{ HEAD "'schema':{},'scope':{},'confidence':{},'fallback':'/fallback'}",
			"/fallback: must be an object" },
		{ HEAD "'schema':{},'scope':{},'confidence':{},'fallback':{'at':'/~'}}",
			"/fallback/at: must be a JSON Pointer" },
		{ HEAD REST ",'provenance':'/evidence'}",
			"/provenance: must be an object" },
		{ HEAD REST ",'provenance':{'at':'x'}}",
			"/provenance/at: must be a JSON Pointer" },
		{ HEAD REST ",'value':[]}", "/value: must be an object" },
		{ HEAD REST ",'value':{'at':'/v','unit':1}}",
			"/value/unit: must be a string" },
		{ HEAD REST ",'evidence':'/a'}",
			"/evidence: must be an array of JSON Pointers" },
		{ HEAD REST ",'evidence':['a']}", "/evidence/0: must be a JSON Pointer" },
		{ HEAD REST ",'gate':'both'}", "/gate: must be" },
		{ HEAD REST ",'gate':1}", "/gate: must be" },
		{ HEAD REST ",'max_attempts':0}", "/max_attempts: must be an integer" },
		{ HEAD REST ",'max_attempts':1.0}", "/max_attempts: must be an integer" },
		{ HEAD REST ",'max_attempts':'3'}", "/max_attempts: must be an integer" },
		{ HEAD REST ",'critical':1}", "/critical: must be true or false" },
		{ HEAD REST ",'assert_format':1}",
			"/assert_format: must be true or false" },
		{ HEAD REST ",'on_violation':'burn'}", "/on_violation: must be" },
		{ HEAD REST ",'owners':[]}", "/owners: must be an object" },
		{ HEAD REST ",'owners':{'a':1}}", "/owners/a: must name a team" },
		{ HEAD "'schema':{},'scope':{},'confidence':{},"
		       "'fallback':{'targets':['a b']}}",
			"/fallback/targets/0: must be a name" },
		{ HEAD REST ",'summary':1}", "/summary: must be a string" },
		{ HEAD REST ",'returns':{}}", "/returns: must be a string" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct err e = { "" };
		struct contract *c = read_quoted(cases[i].text, &e);

		if (c != NULL || !str_starts(str_of(e.text), cases[i].message) ||
			e.text[0] == '\0')
			fail_msg("%s: \"%s\"", cases[i].text, e.text);
		assert_null(read_quoted(cases[i].text, NULL));
	}
}

/* It can stand in a seam.contract.loaded, which is 64 deep at most. */
static void test_depth(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (int deep = 60; deep <= 62; deep++) {
		struct contract *c;

		buf_reset(&b);
		buf_str(&b, HEAD REST ",'more':");
		for (int i = 0; i < deep; i++)
			buf_char(&b, '[');
		for (int i = 0; i < deep; i++)
			buf_char(&b, ']');
		buf_char(&b, '}');
		c = read_quoted(b.data, NULL);
		assert_int_equal(c != NULL, deep < 62);
		contract_free(c);
	}
	buf_fini(&b);
}

static void test_version(void **state)
{
	static const struct {
		const char *text;
		bool ok;
		struct version v;
	} cases[] = {
		{ "1.2.3", true, { 1, 2, 3 } },
		{ "0.0.0", true, { 0, 0, 0 } },
		{ "10.20.30", true, { 10, 20, 30 } },
		{ "999999999.0.1", true, { 999999999, 0, 1 } },
		{ "1000000000.0.1", false, { 0 } },
		{ "", false, { 0 } },
		{ "1", false, { 0 } },
		{ "1.2", false, { 0 } },
		{ "1.2.", false, { 0 } },
		{ "1.2.3.4", false, { 0 } },
		{ "1.2.3-rc1", false, { 0 } },
		{ "1.2.3 ", false, { 0 } },
		{ " 1.2.3", false, { 0 } },
		{ "v1.2.3", false, { 0 } },
		{ "01.2.3", false, { 0 } },
		{ "1.02.3", false, { 0 } },
		{ "1.2.03", false, { 0 } },
		{ "1..3", false, { 0 } },
		{ "1.-2.3", false, { 0 } },
		{ "1.2.x", false, { 0 } },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct version v = { 0 };

		if (version_read(str_of(cases[i].text), &v) != cases[i].ok)
			fail_msg("\"%s\"", cases[i].text);
		if (cases[i].ok)
			assert_memory_equal(&v, &cases[i].v, sizeof(v));
	}
}

static char *summary_of(const char *summary, const char *json, const char *before)
{
	struct contract c = { 0 };
	struct json j = { 0 };
	struct buf b = { 0 };
	char *z = quoted(json);

	c.summary = summary != NULL ? quoted(summary) : NULL;
	assert_true(json_read(&j, z, strlen(z), 64, NULL));
	buf_str(&b, before);
	contract_summary(&b, &c, &j, 0);
	json_fini(&j);
	free(c.summary);
	free(z);
	return buf_steal(&b);
}

static void test_summary(void **state)
{
	static const struct {
		const char *summary, *json, *text;
	} cases[] = {
		{ "{/primary_hypothesis}: {/alert_count} alerts on {/services}", artifact,
			"recent_deploy: 84 alerts on checkout-api, payment-client" },
		{ NULL, "{}", "" },
		{ "", "{}", "" },
		{ "plain", "{}", "plain" },
		{ "{/a}", "{}", "?" },
		{ "{/a}", "{'a':null}", "null" },
		{ "{/a}", "{'a':true}", "true" },
		{ "{/a}", "{'a':0.740}", "0.740" },
		{ "{/a}", "{'a':123456789012345678901234567890}",
			"123456789012345678901234567890" },
		{ "{/a}", "{'a':''}", "" },
		{ "{/a}", "{'a':'\\u00fc\\n'}", "\xc3\xbc\n" },
		{ "{/a}", "{'a':[]}", "" },
		{ "{/a}", "{'a':[1,'x',null,[2, 3],{'b':'c'}]}",
			"1, x, null, [2, 3], {\"b\":\"c\"}" },
		{ "{/a}", "{'a':{'b':1}}", "{\"b\":1}" },
		{ "{/a/1/b}", "{'a':[0,{'b':'x'}]}", "x" },
		{ "{/a/2}", "{'a':[0,1]}", "?" },
		{ "{/a~1b}{/~0}", "{'a/b':1,'~':2}", "12" },
		{ "{}", "{'a':1}", "{\"a\":1}" },
		{ "{a}", "{'a':1}", "?" },
		{ "{/a", "{'a':1}", "{/a" },
		{ "/a}", "{'a':1}", "/a}" },
		{ "{/a}{/b}", "{'a':1,'b':2}", "12" },
		{ "{{/a}}", "{'a':1}", "?}" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		char *got = summary_of(cases[i].summary, cases[i].json, "");

		assert_string_equal(got, cases[i].text);
		free(got);
	}
}

/* At most 400 bytes, whole characters, whatever stood in the buffer before. */
static void test_summary_long(void **state)
{
	struct buf text = { 0 }, list = { 0 }, before = { 0 };
	char *got;

	(void)state;
	buf_str(&text, "{'a':'");
	for (int i = 0; i < 300; i++)
		buf_str(&text, "\xc3\xbc");
	buf_str(&text, "'}");
	got = summary_of("x{/a}", text.data, "");
	assert_int_equal(strlen(got), 399);
	assert_true(got[398] == '\xbc');
	free(got);
	buf_str(&list, "{'a':[");
	for (int i = 0; i < 5000; i++)
		buf_fmt(&list, "%s'item'", i > 0 ? "," : "");
	buf_str(&list, "]}");
	for (int i = 0; i < 1000; i++)
		buf_char(&before, '.');
	got = summary_of("{/a}", list.data, before.data);
	assert_int_equal(strlen(got), 1400);
	free(got);
	got = summary_of(before.data, "{}", "");
	assert_int_equal(strlen(got), 400);
	free(got);
	buf_fini(&text);
	buf_fini(&list);
	buf_fini(&before);
}

static void test_names(void **state)
{
	struct contract *c = read_quoted("{'contract':'c','version':'1.0.0',"
					 "'from':['a','b'],'to':['b','c']," REST "}",
		NULL);

	(void)state;
	assert_non_null(c);
	assert_true(contract_names(c, STR("a"), STR("b")));
	assert_true(contract_names(c, STR("b"), STR("c")));
	assert_true(contract_names(c, STR("b"), STR("b")));
	assert_false(contract_names(c, STR("c"), STR("b")));
	assert_false(contract_names(c, STR("a"), STR("a")));
	assert_false(contract_names(c, STR("a"), STR("")));
	assert_false(contract_names(c, STR("ab"), STR("c")));
	contract_free(c);
}

static struct contract *version_of(const char *version, const char *from)
{
	struct buf b = { 0 };
	struct contract *c;

	buf_fmt(&b, "{'contract':'c','version':'%s','from':['%s'],'to':['b']," REST "}",
		version, from);
	c = read_quoted(b.data, NULL);
	assert_non_null(c);
	buf_fini(&b);
	return c;
}

/* Versions stand side by side; what was replaced keeps its place but is not found. */
static void test_registry(void **state)
{
	struct registry r = { 0 };
	uint32_t one, two, again;

	(void)state;
	assert_int_equal(registry_find(&r, STR("c/1.0.0")), CONTRACT_NONE);
	one = registry_put_take(&r, version_of("1.0.0", "a"));
	two = registry_put_take(&r, version_of("1.1.0", "a"));
	assert_int_equal(registry_find(&r, STR("c/1.0.0")), one);
	assert_int_equal(registry_find(&r, STR("c/1.1.0")), two);
	assert_int_equal(registry_find(&r, STR("c/1")), CONTRACT_NONE);
	assert_int_equal(registry_find(&r, STR("c")), CONTRACT_NONE);
	again = registry_put_take(&r, version_of("1.0.0", "z"));
	assert_int_equal(registry_find(&r, STR("c/1.0.0")), again);
	assert_string_equal(r.entry[one].contract->from[0], "a");
	assert_false(r.entry[one].in_force);
	assert_true(registry_names(&r, STR("a"), STR("b")));
	assert_true(registry_names(&r, STR("z"), STR("b")));
	assert_true(registry_remove(&r, STR("c/1.1.0")));
	assert_false(registry_remove(&r, STR("c/1.1.0")));
	assert_false(registry_names(&r, STR("a"), STR("b")));
	assert_true(registry_remove(&r, STR("c/1.0.0")));
	assert_false(registry_names(&r, STR("z"), STR("b")));
	assert_int_equal(r.count, 3);
	registry_fini(&r);
	assert_int_equal(r.count, 0);
}

static int start(void **state)
{
	(void)state;
	digest_start();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_options),
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_version),
		cmocka_unit_test(test_summary),
		cmocka_unit_test(test_summary_long),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_registry),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
