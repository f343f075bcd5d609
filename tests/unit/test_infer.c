/* SPDX-License-Identifier: MIT */
#include "contract/infer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/json_pretty.h"
#include "contract/contract.h"
#include "contract/schema.h"
#include "contract/text_kind.h"
#include "tests/unit/feed.h"

static void test_shapes(void **state)
{
	static const struct {
		const char *text;
		unsigned shapes; /* but for TEXT_LETTERED */
	} cases[] = {
		{ "", 0 },
		{ "warning", 0 },
		{ "2026-05-01T03:12:07Z", TEXT_DATE_TIME | TEXT_NUMBERED },
		{ "2026-05-01 03:12:07Z", TEXT_NUMBERED },
		{ "2026-13-01T03:12:07Z", TEXT_NUMBERED },
		{ "2026-05-01", TEXT_DATE | TEXT_NUMBERED },
		{ "2026-19-01", TEXT_NUMBERED },
		{ "2023-02-29", TEXT_NUMBERED },
		{ "2023-02-29T03:12:07Z", TEXT_NUMBERED },
		{ "0a1b2c3d-1111-4222-8333-444455556666", TEXT_UUID | TEXT_NUMBERED },
		{ "https://x.test/a", TEXT_URI },
		{ "https://x.test/a b", 0 },
		{ "https://x.test/<a>", 0 },
		{ "://x", 0 },
		{ "a@x.test", TEXT_EMAIL },
		{ "a@x@x.test", 0 },
		{ "a..b@x.test", 0 },
		{ "@", 0 },
		{ "order:17", TEXT_TAGGED },
		{ "note: prose", 0 },
		{ "order:", 0 },
		{ "17", TEXT_DIGITS },
		{ "9025", TEXT_DIGITS | TEXT_HEX | TEXT_NUMBERED },
		{ "bbf2771", TEXT_HEX | TEXT_NUMBERED },
		{ "beef", 0 },
		{ "inc-2026-04", TEXT_NUMBERED },
		{ "stop_if_not_progressed_within_30m", TEXT_FALLBACK },
		{ "stop_if_not_progressed_within_m", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		unsigned found =
			text_kinds_of(str_of(cases[i].text)) & ~(unsigned)TEXT_LETTERED;

		if (found != cases[i].shapes)
			fail_msg("%s: %x, not %x", cases[i].text, found, cases[i].shapes);
	}
	assert_null(text_kind_row(TEXT_NUMBERED));
	assert_string_equal(text_kind_row(TEXT_DATE | TEXT_NUMBERED)->format, "date");
}

static void add(struct sampling *g, struct json *j, const char *text)
{
	assert_true(json_read(j, text, strlen(text), 64, NULL));
	sample_add(g, j, 0);
}

static uint32_t places_below(const struct sample *s)
{
	uint32_t n = s != NULL;

	for (uint32_t i = 0; s != NULL && i < s->members; i++)
		n += places_below(s->member[i].sample);
	return s != NULL ? n + places_below(s->items) + places_below(s->rest) : 0;
}

/* Other keys in every object, and objects in them. */
static void test_bounds(void **state)
{
	struct sampling g = { 0 };
	struct json j = { 0 };
	struct buf text = { 0 };

	(void)state;
	for (int i = 0; i < 300; i++) {
		buf_reset(&text);
		buf_char(&text, '{');
		for (int k = 0; k < 40; k++)
			buf_fmt(&text, "\"k%d\":{\"a%d\":[%d,\"%0100d\"]},", i * 40 + k,
				k, k, k);
		buf_str(&text, "\"same\":1}");
		add(&g, &j, text.data);
	}
	assert_int_equal(g.root->count, 300);
	assert_int_equal(g.root->members, SAMPLE_MEMBERS);
	assert_true(g.places <= SAMPLE_PLACES);
	assert_int_equal(places_below(g.root), g.places);
	assert_int_equal(sample_member(g.root, "same")->count, 300);
	for (int twice = 0; twice < 2; twice++) {
		sample_settle(&g);
		assert_int_equal(g.root->members, 1);
		assert_int_equal(g.root->rest->count, 300 * 40);
		assert_int_equal(g.root->keys->count, 300 * 40);
		assert_true(sample_is(g.root->rest, SAMPLE_OBJECT));
	}
	sampling_fini(&g);
	json_fini(&j);
	buf_fini(&text);
}

/* What there is no room for is marked. */
static void test_full(void **state)
{
	struct sampling g = { 0 };
	struct json j = { 0 };
	struct buf text = { 0 };

	(void)state;
	for (int i = 0; i < 20; i++) {
		buf_reset(&text);
		buf_fmt(&text, "{\"o%d\":{", i);
		for (int k = 0; k < 255; k++)
			buf_fmt(&text, "\"k%d\":1,", k);
		buf_str(&text, "\"z\":1}}");
		add(&g, &j, text.data);
	}
	assert_true(g.full);
	assert_int_equal(g.places, SAMPLE_PLACES);
	assert_true(sample_member(g.root, "o15")->unseen);
	assert_null(sample_member(g.root, "o16"));
	assert_true(g.root->unseen);
	sampling_fini(&g);
	json_fini(&j);
	buf_fini(&text);
}

static char *contract_from(const char *const *artifacts, int times, struct infer *f)
{
	struct json j = { 0 };
	struct buf out = { 0 };
	struct err e;

	infer_init(f, STR("planner"), STR("deployer"));
	for (int i = 0; i < times; i++) {
		char *z = quoted(artifacts[i % 2]);

		assert_true(json_read(&j, z, strlen(z), 64, NULL));
		infer_artifact(f, &j, 0);
		free(z);
	}
	assert_true(infer_contract(f, &out, &e));
	json_fini(&j);
	return buf_steal(&out);
}

static void test_contract(void **state)
{
	static const char *const artifacts[] = {
		"{'steps':3,'confidence':0.5,"
		"'fallback':'stop_if_not_progressed_within_30m'}",
		"{'steps':1,'confidence':1,'fallback':{'action':'stop','after_seconds':60}}"
	};
	struct infer f;
	char *text = contract_from(artifacts, 30, &f);
	struct err e = { "" };
	struct contract *c = contract_read(str_of(text), &e);

	(void)state;
	assert_string_equal(e.text, "");
	assert_string_equal(c->id, "planner-to-deployer/1.0.0");
	assert_true(contract_names(c, STR("planner"), STR("deployer")));
	assert_string_equal(c->confidence_at, "/confidence");
	assert_string_equal(c->fallback_at, "/fallback");
	assert_null(c->provenance_at);
	assert_int_equal(f.fields, 5);
	assert_non_null(
		strstr(text, "\"required\": [\"steps\", \"confidence\", \"fallback\"]"));
	contract_free(c);
	free(text);
	infer_fini(&f);
}

/* What a contract was inferred from keeps to it, where formats decide too. */
static void test_own(void **state)
{
	static const char *const pairs[][2] = {
		{ "{'a':5e-324}", "{'a':'x'}" },
		{ "{'a':-5e-324}", "{'a':-2.5}" },
		{ "{'confidence':1.00000000000000000001}", "{'confidence':0.5}" },
		{ "{'a':-1e-400}", "{'a':0.5}" },
		{ "{'a':1e-400}", "{'a':-0.5}" },
		{ "{'a':'a..b@x.test','b':'2023-02-29'}",
			"{'a':'c@x.test','b':'2023-02-28'}" },
	};

	(void)state;
	for (size_t i = 0; i < 2 * LEN(pairs); i++) {
		struct schema_options o = { .assert_format = true };
		struct schema_run run = { .used = 0 };
		struct infer f;
		struct json j = { 0 }, artifact = { 0 };
		char *text = contract_from(pairs[i / 2], 30, &f);
		char *z = quoted(pairs[i / 2][i % 2]);
		struct schema *s;

		assert_true(json_read(&j, text, strlen(text), 64, NULL));
		assert_true(json_read(&artifact, z, strlen(z), 64, NULL));
		s = schema_compile(json_raw(&j, json_member(&j, 0, "schema")), &o, NULL);
		if (schema_check(s, &run, &artifact, 0) != SCHEMA_VALID)
			fail_msg("%s is not what was seen:\n%s", z, text);
		schema_free(s);
		schema_run_fini(&run);
		json_fini(&j);
		json_fini(&artifact);
		infer_fini(&f);
		free(text);
		free(z);
	}
}

static void test_nothing(void **state)
{
	struct infer f;
	struct buf out = { 0 };
	struct err e;

	(void)state;
	infer_init(&f, STR("a"), STR("b"));
	assert_false(infer_contract(&f, &out, &e));
	assert_string_equal(e.text, "no artifact was seen");
	infer_fini(&f);
}

static void test_pretty(void **state)
{
	static const char *const cases[][2] = {
		{ "{}", "{}" },
		{ "[]", "[]" },
		{ "1.50", "1.50" },
		{ "[1,'a',null]", "[1, 'a', null]" },
		{ "{'a':[{}],'b':{'c':[1]}}",
			"{\n  'a': [\n    {}\n  ],\n  'b': {\n    'c': [1]\n  }\n}" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		char *in = quoted(cases[i][0]), *want = quoted(cases[i][1]);
		struct json j = { 0 };
		struct buf out = { 0 };

		assert_true(json_read(&j, in, strlen(in), 8, NULL));
		json_pretty(&out, &j, 0);
		assert_string_equal(out.data, want);
		json_fini(&j);
		buf_fini(&out);
		free(in);
		free(want);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shapes),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_full),
		cmocka_unit_test(test_contract),
		cmocka_unit_test(test_own),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_pretty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
