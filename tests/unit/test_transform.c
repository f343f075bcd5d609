/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "contract/transform.h"

#define MOST 100000

struct change {
	const char *lines, *artifact, *want; /* `want`: what comes out, or "!why" */
};

static const struct change changes[] = {
	{ "", "{\"a\": 1}", "{\"a\": 1}" },
	{ "\n# nothing\n  \n", "[ 1 ]", "[ 1 ]" },
	/* set: replaces in its place, adds at the end, keeps all other bytes */
	{ "set /a 5", "{ \"a\" : 1 , \"b\":2}", "{ \"a\" : 5 , \"b\":2}" },
	{ "set /c {\"x\": [1, 2]}", "{\"a\":1.50 }",
		"{\"a\":1.50,\"c\":{\"x\":[1,2]} }" },
	{ "set /a 1", "{}", "{\"a\":1}" },
	{ "set /l/- 3", "{\"l\":[1, 2]}", "{\"l\":[1, 2,3]}" },
	{ "set /l/1 9", "{\"l\":[1, 2]}", "{\"l\":[1, 9]}" },
	{ "set /l/2 9", "{\"l\":[1, 2]}", "{\"l\":[1, 2,9]}" },
	{ "set /l/0 9", "{\"l\":[]}", "{\"l\":[9]}" },
	{ "set \"\" null", "{\"l\":[]}", "null" },
	{ "set /l/3 9", "{\"l\":[1, 2]}",
		"!/l/3: what it would be in is not there (line 1)" },
	{ "set /l/01 9", "{\"l\":[1, 2]}",
		"!/l/01: what it would be in is not there (line 1)" },
	{ "set /x/y 1", "{}", "!/x/y: what it would be in is not there (line 1)" },
	{ "set /x/y 1", "{\"x\":1}", "!/x/y: what it would be in is not there (line 1)" },
	/* drop: first, middle, last, alone, not there */
	{ "drop /a", "{\"a\":1, \"b\":2, \"c\":3}", "{\"b\":2, \"c\":3}" },
	{ "drop /b", "{\"a\":1, \"b\":2, \"c\":3}", "{\"a\":1, \"c\":3}" },
	{ "drop /c", "{\"a\":1, \"b\":2, \"c\":3 }", "{\"a\":1, \"b\":2 }" },
	{ "drop /a", "{ \"a\":{\"b\":[1]} }", "{  }" },
	{ "drop /l/1", "{\"l\":[1,2,3]}", "{\"l\":[1,3]}" },
	{ "drop /l/0\ndrop /l/0", "{\"l\":[1,2]}", "{\"l\":[]}" },
	{ "drop /x/y/z", "{\"a\":1}", "{\"a\":1}" },
	/* rename keeps its place */
	{ "rename /a x", "{\"a\" : 1,\"b\":2}", "{\"x\" : 1,\"b\":2}" },
	{ "rename /b/c d", "{\"b\":{\"c\":1}}", "{\"b\":{\"d\":1}}" },
	{ "rename /a a", "{\"a\":1}", "{\"a\":1}" },
	{ "rename /a b", "{\"a\":1,\"b\":2}", "!b: there already (line 1)" },
	{ "rename /z b", "{\"a\":1}", "!/z: not there (line 1)" },
	{ "rename /l/0 b", "{\"l\":[1]}",
		"!/l/0: no member: only those have names (line 1)" },
	{ "rename \"/a b\" \"c \\\"d\"", "{\"a b\":1}", "{\"c \\\"d\":1}" },
	{ "rename /a~1b c~", "{\"a/b\":1}", "{\"c~\":1}" },
	{ "rename /\303\274 \303\266", "{\"\\u00fc\":1}", "{\"\303\266\":1}" },
	/* move */
	{ "move /a /b", "{\"a\":{\"x\": 1},\"c\":2}", "{\"c\":2,\"b\":{\"x\": 1}}" },
	{ "move /a /c/a", "{\"a\":1,\"c\":{}}", "{\"c\":{\"a\":1}}" },
	{ "move /a /l/0", "{\"a\":1,\"l\":[2]}", "{\"l\":[1,2]}" },
	{ "move /a /l/1", "{\"a\":1,\"l\":[2,3]}", "{\"l\":[2,1,3]}" },
	{ "move /l/0 /l/-", "{\"l\":[1,2,3]}", "{\"l\":[2,3,1]}" },
	{ "move /a /a/b", "{\"a\":{}}",
		"!/a/b: what it would be in is not there (line 1)" },
	{ "move /a /b", "{\"a\":1,\"b\":2}", "!/b: there already (line 1)" },
	{ "move /a /b", "{}", "!/a: not there (line 1)" },
	/* in order; a later line sees what an earlier one did; all or none */
	{ "set /n {}\nmove /a /n/a\nrename /n m\nset /m/b true", "{\"a\":1}",
		"{\"m\":{\"a\":1,\"b\":true}}" },
	{ "set /n 1\n\nmove /z /y", "{}", "!/z: not there (line 3)" },
	/* lines that are none */
	{ "copy /a /b", "{}", "!line 1: a line is move, rename, set or drop" },
	{ "# fine\nmove /a", "{}", "!line 2: move /from /to" },
	{ "drop a", "{}", "!line 1: that is no JSON Pointer: drop /member" },
	{ "drop /a~2", "{}", "!line 1: that is no JSON Pointer: drop /member" },
	{ "drop /a /b", "{}", "!line 1: too much behind it: drop /member" },
	{ "drop \"\"", "{}", "!line 1: the whole artifact can only be set" },
	{ "rename /a /b", "{}",
		"!line 1: rename takes a name, not a pointer: move does that" },
	{ "drop \"/a", "{}", "!line 1: drop /member" },
};

static void check(const struct change *c)
{
	struct transform t;
	struct buf out = { 0 };
	struct err e = { .text = "" };
	bool ok = transform_read(str_of(c->lines), &t, &e) &&
		transform_apply(&t, str_of(c->artifact), MOST, &out, &e);

	if (!ok) {
		assert_int_equal(out.len, 0);
		buf_fmt(&out, "!%s", e.text);
	}
	assert_string_equal(out.data, c->want);
	transform_fini(&t);
	buf_fini(&out);
}

static void test_changes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(changes) / sizeof(*changes); i++)
		check(&changes[i]);
}

static void test_bad_value(void **state)
{
	struct transform t;
	struct err e;

	(void)state;
	assert_false(transform_read(STR("set /a {\"b\":1,\"b\":2}"), &t, &e));
	assert_non_null(strstr(e.text, "line 1: duplicate key"));
	assert_false(transform_read(STR("set /a"), &t, &e));
}

static void test_bounds(void **state)
{
	struct buf lines = { 0 }, out = { 0 };
	struct transform t;
	struct err e;

	(void)state;
	for (int i = 0; i <= TRANSFORM_STEPS; i++)
		buf_str(&lines, "drop /a\n");
	assert_false(transform_read(buf_view(&lines), &t, &e));
	assert_string_equal(e.text, "line 65: at most 64");
	while (lines.len <= TRANSFORM_BYTES)
		buf_str(&lines, "\n");
	assert_false(transform_read(buf_view(&lines), &t, &e));
	assert_true(transform_read(STR("set /a \"12345678\""), &t, &e));
	assert_false(transform_apply(&t, STR("{}"), 15, &out, &e));
	assert_true(transform_apply(&t, STR("{}"), 16, &out, &e));
	transform_fini(&t);
	buf_reset(&lines);
	for (int i = 0; i < TRANSFORM_DEPTH; i++)
		buf_char(&lines, '[');
	for (int i = 0; i < TRANSFORM_DEPTH; i++)
		buf_char(&lines, ']');
	assert_true(transform_read(STR("set \"\" [[]]"), &t, &e));
	assert_true(transform_apply(&t, buf_view(&lines), MOST, &out, &e));
	transform_fini(&t);
	assert_true(transform_read(STR("set /0/- []\nset /0/0/- []"), &t, &e));
	assert_true(transform_apply(&t, STR("[[]]"), MOST, &out, &e));
	transform_fini(&t);
	/* deeper than an artifact may be */
	assert_true(transform_read(STR("move /0 /1/0"), &t, &e));
	buf_reset(&out);
	buf_fmt(&out, "[%s,[]]", lines.data + 1);
	assert_false(transform_apply(&t, buf_view(&out), MOST, &lines, &e));
	transform_fini(&t);
	buf_fini(&lines);
	buf_fini(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_bad_value),
		cmocka_unit_test(test_bounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
