/* SPDX-License-Identifier: MIT */
#include "contract/uri.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/feed.h"

static void test_resolve(void **state)
{
	static const struct {
		const char *base, *ref, *target;
	} cases[] = {
		/* RFC 3986, 5.4 */
		{ "http://a/b/c/d;p?q", "g:h", "g:h" },
		{ "http://a/b/c/d;p?q", "g", "http://a/b/c/g" },
		{ "http://a/b/c/d;p?q", "./g", "http://a/b/c/g" },
		{ "http://a/b/c/d;p?q", "g/", "http://a/b/c/g/" },
		{ "http://a/b/c/d;p?q", "/g", "http://a/g" },
		{ "http://a/b/c/d;p?q", "//g", "http://g" },
		{ "http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y" },
		{ "http://a/b/c/d;p?q", "g?y#s", "http://a/b/c/g?y#s" },
		{ "http://a/b/c/d;p?q", "#s", "http://a/b/c/d;p?q#s" },
		{ "http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q" },
		{ "http://a/b/c/d;p?q", ".", "http://a/b/c/" },
		{ "http://a/b/c/d;p?q", "../..", "http://a/" },
		{ "http://a/b/c/d;p?q", "../../g", "http://a/g" },
		{ "http://a/b/c/d;p?q", "../../../../g", "http://a/g" },
		{ "http://a/b/c/d;p?q", "/./g", "http://a/g" },
		{ "http://a/b/c/d;p?q", "g..", "http://a/b/c/g.." },
		{ "http://a/b/c/d;p?q", "./g/.", "http://a/b/c/g/" },
		{ "http://a/b/c/d;p?q", "g/../h", "http://a/b/c/h" },
		{ "http://a/b/c/d;p?q", "g?y/../x", "http://a/b/c/g?y/../x" },
		{ "http://a", "g", "http://a/g" },
		{ "urn:uuid:1", "#a", "urn:uuid:1#a" },
		{ "", "item.json", "item.json" },
		{ "dir/one.json", "two.json", "dir/two.json" },
		{ "", "#/a", "#/a" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		buf_reset(&out);
		uri_resolve(&out, str_of(cases[i].base), str_of(cases[i].ref));
		if (!str_is(buf_view(&out), cases[i].target))
			fail_msg("%s + %s: %.*s", cases[i].base, cases[i].ref,
				STR_ARG(buf_view(&out)));
	}
	buf_fini(&out);
}

static void test_fragment(void **state)
{
	struct str uri = STR("http://a/b#/c%25d"), fragment = uri_take_fragment(&uri);
	struct buf out = { 0 };

	(void)state;
	assert_true(str_is(uri, "http://a/b"));
	assert_true(uri_decode(&out, fragment));
	assert_true(str_is(buf_view(&out), "/c%d"));
	assert_false(uri_decode(&out, STR("%2")));
	assert_false(uri_decode(&out, STR("%zz")));
	uri = STR("http://a/b");
	assert_null(uri_take_fragment(&uri).p);
	buf_fini(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_resolve),
		cmocka_unit_test(test_fragment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
