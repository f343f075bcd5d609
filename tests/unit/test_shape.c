/* SPDX-License-Identifier: MIT */
#include "contract/shape.h"

#include "tests/unit/feed.h"

static uint64_t shape(const char *text)
{
	struct shape s = { 0 };
	struct json j = { 0 };
	char *z = quoted(text);
	uint64_t hash;

	assert_true(json_read(&j, z, strlen(z), 64, NULL));
	hash = shape_of(&s, &j, 0);
	json_fini(&j);
	shape_fini(&s);
	free(z);
	return hash;
}

static void test_same(void **state)
{
	static const char *const same[][2] = {
		{ "{'a':1,'b':'x'}", "{'b':'longer','a':-2.5e3}" },
		{ "{'a':true}", "{'a':false}" },
		{ "[1,'a',2]", "['b',7]" },
		{ "{'l':[{'p':1},{'q':2}]}", "{'l':[{'q':1,'p':3}]}" },
		{ "{'l':[[1],[2,3]]}", "{'l':[[5]]}" },
		{ "{'\\u0061':null}", "{'a':null}" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(same); i++)
		assert_true(shape(same[i][0]) == shape(same[i][1]));
}

static void test_other(void **state)
{
	static const char *const other[] = { "{}", "[]", "1", "'1'", "null", "true",
		"{'a':1}", "{'a':'1'}", "{'a':null}", "{'a':{}}", "{'a':[]}", "{'a':[1]}",
		"{'a':[1,null]}", "{'b':1}", "{'a':1,'b':1}", "{'a':{'b':1}}",
		"{'a':{'b':{}}}", "{'*':1}", "[1]", "[[1]]", "[{'a':1}]", "{'a/b':1}",
		"{'a':[{'b':1}]}", "{'':1}", "{'':{'':1}}", "{'ab':{'c':1}}",
		"{'a':{'bc':1}}" };

	(void)state;
	for (size_t i = 0; i < LEN(other); i++) {
		for (size_t k = 0; k < i; k++)
			assert_true(shape(other[i]) != shape(other[k]));
	}
}

static void test_pointer(void **state)
{
	static const struct {
		const char *json, *at, *with;
	} row[] = {
		{ "{'l':[{'p':1}]}", "/l/0/p", "/l/*/p" },
		{ "{'l':[{'p':1}]}", "/l/0/missing", "/l/*/missing" },
		{ "{'l':{'0':[1]}}", "/l/0/0", "/l/0/*" },
		{ "[[1,2]]", "/0/1", "/*/*" },
		{ "{'a/b':[1]}", "/a~1b/0", "/a~1b/*" },
		{ "{'a':1}", "", "" },
		{ "{'':[1]}", "//0", "//*" },
		{ "{'a':1}", "/b/0", "/b/0" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(row); i++) {
		struct json j = { 0 };
		struct buf out = { 0 };
		char *z = quoted(row[i].json);

		assert_true(json_read(&j, z, strlen(z), 64, NULL));
		buf_str(&out, "");
		shape_pointer(&out, &j, 0, str_of(row[i].at));
		assert_true(str_is(buf_view(&out), row[i].with));
		buf_fini(&out);
		json_fini(&j);
		free(z);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_other),
		cmocka_unit_test(test_pointer),
	};

	digest_start();
	return cmocka_run_group_tests_name("shape", tests, NULL, NULL);
}
