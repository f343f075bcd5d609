/* SPDX-License-Identifier: MIT */
/*
 * What the official suite (tests/oracle/test_schema_suite.py) does not ask: in which
 * words it is told, what is refused and why, and that no schema and no value costs too
 * much.
 */
#include "contract/schema.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <time.h>

#include "tests/unit/feed.h"

static struct schema *compile(const char *text, struct err *e)
{
	char *z = quoted(text);
	struct schema *s = schema_compile(str_of(z), NULL, e);

	free(z);
	return s;
}

static struct schema *good(const char *text)
{
	struct err e = { "" };
	struct schema *s = compile(text, &e);

	if (s == NULL)
		fail_msg("%s: %s", text, e.text);
	return s;
}

/* Of one value: what is said, a line each, "AT: MESSAGE (KEYWORD)". */
static char *said(struct schema *s, const char *value, enum verdict *v)
{
	char *z = quoted(value);
	struct schema_run r = { 0 };
	struct schema_errors *e = calloc(1, sizeof(*e));
	struct json j = { 0 };
	struct buf out = { 0 };
	enum verdict explained;

	assert_true(json_read(&j, z, strlen(z), SCHEMA_DEPTH, NULL));
	*v = schema_check(s, &r, &j, 0);
	explained = schema_explain(s, &r, &j, 0, e);
	assert_true(
		explained == *v || (*v == SCHEMA_INVALID && explained == SCHEMA_GAVE_UP));
	buf_str(&out, "");
	for (size_t i = 0; i < e->count; i++)
		buf_fmt(&out, "%s%s: %s (%s)", i > 0 ? "\n" : "", e->error[i].at,
			e->error[i].message, e->error[i].keyword);
	schema_errors_fini(e);
	free(e);
	schema_run_fini(&r);
	json_fini(&j);
	free(z);
	return buf_steal(&out);
}

static void test_words(void **state)
{
	static const struct {
		const char *schema, *value, *said;
	} cases[] = {
		{ "{'properties':{'due':{'type':'integer'}}}", "{'due':'x'}",
			"/due: string, not integer (/properties/due/type)" },
		{ "{'type':['string','null','integer']}", "[]",
			": array, not null, integer or string (/type)" },
		{ "{'required':['a','b']}", "{'b':1}", "/a: missing (/required)" },
		{ "{'additionalProperties':false,'properties':{'a':true}}",
			"{'a':1,'b/c~':2}",
			"/b~1c~0: not allowed (/additionalProperties)" },
		{ "{'items':{'minimum':0}}", "[0,-1]",
			"/1: below the minimum 0 (/items/minimum)" },
		{ "{'enum':['a',{'b':[1]}]}", "'c'",
			": another value, not one of \"a\", {\"b\":[1]} (/enum)" },
		{ "{'const':1.50}", "2", ": another value, not 1.50 (/const)" },
		{ "{'$ref':'#/$defs/d','$defs':{'d':{'maxLength':2}}}", "'abc'",
			": longer than 2 (/$ref/maxLength)" },
		{ "{'pattern':'^a'}", "'b'", ": does not match \"^a\" (/pattern)" },
		/* of Optional[X] the types of both, or what is wrong with X */
		{ "{'anyOf':[{'$ref':'#/$defs/x'},{'type':'null'}],'$defs':{'x':{'type':'string'}}}",
			"5", ": number, not null or string (/anyOf)" },
		{ "{'anyOf':[{'type':'object','required':['k']},{'type':'null'}]}", "{}",
			"/k: missing (/anyOf/0/required)\n"
			": fits none of the forms that it may have (/anyOf)" },
		/* the branch that the constant names */
		{ "{'oneOf':[{'properties':{'t':{'const':'a'},'v':{'type':'integer'}}},"
		  "{'properties':{'t':{'const':'b'},'v':{'type':'string'}}}]}",
			"{'t':'b','v':1}",
			"/v: number, not string (/oneOf/1/properties/v/type)\n"
			": fits none of the forms that it may have, or more than one (/oneOf)" },
		{ "{'not':{'type':'string'}}", "''", ": is what it must not be (/not)" },
		{ "{'dependentRequired':{'a':['b']}}", "{'a':1}",
			"/b: missing (/dependentRequired/a)" },
		{ "{'unevaluatedProperties':false,'allOf':[{'properties':{'a':true}}]}",
			"{'a':1,'b':1}", "/b: not allowed (/unevaluatedProperties)" },
		/* not told: what failed inside of what may fail */
		{ "{'if':{'type':'string'},'else':{'type':'null'}}", "1",
			": number, not null (/else/type)" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct schema *s = good(cases[i].schema);
		enum verdict v;
		char *text = said(s, cases[i].value, &v);

		assert_int_equal(v, SCHEMA_INVALID);
		if (strcmp(text, cases[i].said) != 0)
			fail_msg("%s\n%s\n-- not\n%s", cases[i].schema, text,
				cases[i].said);
		free(text);
		schema_free(s);
	}
}

static void test_refused(void **state)
{
	static const struct {
		const char *schema, *why;
	} cases[] = {
		{ "[]", "at the top: must be a schema" },
		{ "{'type':'strng'}", "/type: must be null, boolean" },
		{ "{'properties':{'a':1}}", "/properties: must be an object of schemas" },
		{ "{'items':[{}]}",
			"/items: must be a schema: the list of draft-07 is prefixItems" },
		{ "{'$ref':'#/$defs/x'}", "/$ref: #/$defs/x is not there" },
		{ "{'$ref':'#x'}", "/$ref: there is no anchor #x" },
		{ "{'$ref':'http://localhost/x'}",
			"/$ref: http://localhost/x is not here, and nothing is fetched" },
		{ "{'$ref':'#'}", "at the top: refers to itself without end" },
		{ "{'$dynamicAnchor':'a','allOf':[{'$dynamicRef':'#a'}]}",
			"at the top: refers to itself without end" },
		{ "{'pattern':'('}", "/pattern: " },
		{ "{'type':'string','pattern':'('}", "/pattern: " },
		{ "{'$schema':'http://json-schema.org/draft-07/schema#'}",
			"/$schema: is an earlier draft" },
		{ "{'$schema':'http://localhost/mine'}",
			"/$schema: is a dialect that is not known" },
		{ "{'minLength':-1}", "/minLength: must be an integer from 0" },
		{ "{'multipleOf':0}", "/multipleOf: must be a number above 0" },
		{ "{'required':['a','a']}",
			"/required: must be an array of strings, none twice" },
		{ "{'dependencies':{'a':[1]}}",
			"/dependencies/a: must be an array of strings, none twice" },
		{ "{'dependencies':{'a':['b','b']}}",
			"/dependencies/a: must be an array of strings, none twice" },
		{ "{'dependencies':{'a':1}}", "/dependencies/a: must be a schema" },
		{ "{'$defs':{'a':{'$anchor':'x'},'b':{'$anchor':'x'}}}",
			"/$defs/b/$anchor: this anchor stands here twice" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct err e = { "" };
		struct schema *s = compile(cases[i].schema, &e);

		if (s != NULL || !str_starts(str_of(e.text), cases[i].why))
			fail_msg("%s: %s", cases[i].schema, e.text);
	}
}

/* a0 is false; each of the others tries the one before it twice. */
static char *doubling(int n)
{
	struct buf b = { 0 };

	buf_fmt(&b, "{'$ref':'#/$defs/a%d','$defs':{'a0':false", n);
	for (int i = 1; i <= n; i++)
		buf_fmt(&b,
			",'a%d':{'anyOf':[{'$ref':'#/$defs/a%d'},{'$ref':'#/$defs/a%d'}]}",
			i, i - 1, i - 1);
	buf_str(&b, "}}");
	return buf_steal(&b);
}

static char *repeated(const char *before, const char *each, int n, const char *after)
{
	struct buf b = { 0 };

	buf_str(&b, before);
	for (int i = 0; i < n; i++) {
		buf_str(&b, i > 0 ? "," : "");
		buf_fmt(&b, each, i); /* written here, all of them */
	}
	buf_str(&b, after);
	return buf_steal(&b);
}

static enum verdict verdict_of(char *schema, char *value)
{
	struct schema *s = good(schema);
	enum verdict v;

	free(said(s, value, &v));
	schema_free(s);
	free(schema);
	free(value);
	return v;
}

#define C(text) repeated(text, "", 0, "")

static void test_bounds(void **state)
{
	(void)state;
	assert_int_equal(verdict_of(doubling(5), C("1")), SCHEMA_INVALID);
	assert_int_equal(verdict_of(doubling(40), C("1")), SCHEMA_GAVE_UP);
	/* large and honest */
	assert_int_equal(verdict_of(C("{'uniqueItems':true}"),
				 repeated("[", "{'a':%d}", 50000, "]")),
		SCHEMA_VALID);
	assert_int_equal(verdict_of(C("{'additionalProperties':{'type':'integer'}}"),
				 repeated("{", "'k%d':1", 50000, "}")),
		SCHEMA_VALID);
	/* every keyword looks at every member */
	assert_int_equal(
		verdict_of(repeated("{'allOf':[", "{'required':['k%d']}", 20000, "]}"),
			repeated("{", "'k%d':1", 20000, "}")),
		SCHEMA_GAVE_UP);
	assert_int_equal(verdict_of(repeated("{'items':{'enum':[", "%d", 20000, "]}}"),
				 repeated("[", "-1%d", 20000, "]")),
		SCHEMA_INVALID);
	assert_int_equal(
		verdict_of(C("{'items':{'pattern':'^(a|a)*$'}}"),
			repeated("[", "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%dx'",
				1000, "]")) == SCHEMA_VALID,
		false);
}

/* The errors that are told, and whether there are more. */
static uint64_t errors_of(char *schema, char *value, size_t *told)
{
	struct schema *s = good(schema);
	struct schema_run r = { 0 };
	struct schema_errors *e = calloc(1, sizeof(*e));
	struct json j = { 0 };
	uint64_t all;

	assert_true(json_read(&j, value, strlen(value), SCHEMA_DEPTH, NULL));
	assert_int_equal(schema_explain(s, &r, &j, 0, e), SCHEMA_INVALID);
	all = e->all;
	*told = e->count;
	schema_errors_fini(e);
	free(e);
	schema_run_fini(&r);
	json_fini(&j);
	schema_free(s);
	free(schema);
	free(value);
	return all;
}

/*
 * Of a great many errors a few are told, and the rest is not looked for: where each
 * branch, or each name that is missing, was looked for from the top this took minutes.
 */
static void test_many_errors(void **state)
{
	clock_t began = clock();
	size_t told;

	(void)state;
	assert_int_equal(errors_of(C("{\"items\":{\"type\":\"string\"}}"),
				 repeated("[", "%d", 400000, "]"), &told),
		SCHEMA_ERRORS + 1);
	assert_int_equal(told, SCHEMA_ERRORS);
	errors_of(
		C("{\"items\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"object\"}]}}"),
		repeated("[", "%d", 400000, "]"), &told);
	assert_int_equal(told, SCHEMA_ERRORS);
	assert_int_equal(errors_of(repeated("{\"required\":[", "\"k%d\"", 20000, "]}"),
				 repeated("{", "\"n%d\":1", 40000, "}"), &told),
		SCHEMA_ERRORS + 1);
	assert_int_equal(errors_of(repeated("{\"required\":[", "\"k%d\"", 20000, "]}"),
				 repeated("{", "\"k%d\":1", 19937, "}"), &told),
		63);
	/* a branch with more errors than there is room for, and then one that fits */
	assert_int_equal(
		errors_of(
			C("{\"prefixItems\":[{\"type\":\"null\"},{\"anyOf\":[{\"items\":{"
			  "\"type\":\"string\"}},{\"type\":\"array\"}]},{\"type\":\"null\"}]}"),
			repeated("[1,[", "%d", 1000, "],2]"), &told),
		2);
	assert_true((double)(clock() - began) / CLOCKS_PER_SEC < 10);
}

/* The short way to a verdict, and where it must not be taken. */
static void test_quick(void **state)
{
	static const struct {
		const char *schema, *value;
		enum verdict verdict;
	} cases[] = {
		{ "{'allOf':[{'items':{'maximum':2}},{'items':{'maximum':2}}]}",
			"[1.5,1e0]", SCHEMA_VALID },
		{ "{'items':{'minimum':1,'maximum':2}}", "[1.5,2,1,1e0,-0.5]",
			SCHEMA_INVALID },
		{ "{'items':{'minimum':1,'maximum':2}}", "[1.5,2,1,1e0,2.00000]",
			SCHEMA_VALID },
		{ "{'maximum':999999999}", "0.0000001", SCHEMA_VALID },
		{ "{'exclusiveMinimum':-999999999}", "-99999999", SCHEMA_VALID },
		{ "{'exclusiveMaximum':3}", "3.000000", SCHEMA_INVALID },
		{ "{'minimum':3}", "29E-1", SCHEMA_INVALID },
		{ "{'properties':{'a':false}}", "{'a':1}", SCHEMA_INVALID },
		{ "{'items':false}", "[1]", SCHEMA_INVALID },
		{ "{'type':'number','minimum':1}", "1", SCHEMA_VALID },
		{ "{'type':'number','minimum':1,'maximum':2}", "0.99", SCHEMA_INVALID },
		{ "{'type':'number','minimum':1,'maximum':2}", "2.01", SCHEMA_INVALID },
		{ "{'type':'number','minimum':1,'maximum':2}", "15e-1", SCHEMA_VALID },
		{ "{'type':'number','minimum':1}", "-1", SCHEMA_INVALID },
		{ "{'type':'number','minimum':1}", "'b'", SCHEMA_INVALID },
		{ "{'type':'number','maximum':1}", "1234567890", SCHEMA_INVALID },
		{ "{'type':'integer','maximum':1}", "1.0", SCHEMA_VALID },
		{ "{'type':'integer','maximum':1}", "0.5", SCHEMA_INVALID },
		{ "{'type':'number','const':'b'}", "'b'", SCHEMA_INVALID },
		{ "{'type':'number','enum':['a','b']}", "'b'", SCHEMA_INVALID },
		{ "{'enum':['a','b']}", "'\\u0062'", SCHEMA_VALID },
		{ "{'const':'b'}", "'\\u0062'", SCHEMA_VALID },
		{ "{'const':'b'}", "'c'", SCHEMA_INVALID },
		{ "{'const':'b\\n'}", "'b\\n'", SCHEMA_VALID },
		{ "{'type':'string','minLength':2,'maxLength':2}", "'\u20ac\u20ac'",
			SCHEMA_VALID },
		{ "{'type':'string','minLength':2}", "'\u20ac'", SCHEMA_INVALID },
		{ "{'type':'string','maxLength':2}", "'abc'", SCHEMA_INVALID },
		{ "{'type':'string','maxLength':2}", "[]", SCHEMA_INVALID },
		{ "{'type':'string','pattern':'^b$'}", "'\\u0062'", SCHEMA_VALID },
		{ "{'type':'string','pattern':'^b$'}", "'c'", SCHEMA_INVALID },
		{ "{'type':'string','pattern':'^b$'}", "1", SCHEMA_INVALID },
		{ "{'pattern':'^b$'}", "1", SCHEMA_VALID },
		{ "{'type':['object','array'],'minItems':1}", "{}", SCHEMA_VALID },
		{ "{'type':['object','array'],'minItems':1}", "[]", SCHEMA_INVALID },
		{ "{'additionalProperties':{'type':'null'}}", "{'a':1}", SCHEMA_INVALID },
	};
	enum verdict v;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct schema *s = good(cases[i].schema);
		char *words = said(s, cases[i].value, &v);

		if (v != cases[i].verdict)
			fail_msg("%s of %s: %s", cases[i].value, cases[i].schema, words);
		free(words);
		schema_free(s);
	}
}

/* Down into the value one may go as deep as it is. */
static void test_deep(void **state)
{
	struct buf b = { 0 };
	enum verdict v;
	struct schema *s = good("{'items':{'$ref':'#'},'type':'array'}");

	(void)state;
	for (int i = 0; i < SCHEMA_DEPTH; i++)
		buf_char(&b, '[');
	for (int i = 0; i < SCHEMA_DEPTH; i++)
		buf_char(&b, ']');
	free(said(s, b.data, &v));
	assert_int_equal(v, SCHEMA_VALID);
	buf_fini(&b);
	schema_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_quick),
		cmocka_unit_test(test_many_errors),
		cmocka_unit_test(test_deep),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
