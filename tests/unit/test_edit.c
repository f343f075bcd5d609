/* SPDX-License-Identifier: MIT */
/*
 * An artifact as text and back: what counts as changed, what is named where it is bad;
 * and the lines that say what is different between two.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/digest.h"
#include "base/mem.h"
#include "views/changes.h"
#include "views/edit.h"

static int start(void **state)
{
	(void)state;
	digest_start();
	return 0;
}

/* --- text ----------------------------------------------------------------------- */

static void test_text_and_back(void **state)
{
	static const char *const texts[] = { "{}", "[]", "0.740", "\"a\\u0041\\n\"",
		"null", "{\"a\":1,\"b\":[1,2,{\"c\":[]}],\"d\":{\"e\":1e3}}", "[[[[1]]]]",
		"{\"\":\"\",\"\\\"\":123456789012345678901234567890}" };

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct json j = { 0 };
		struct buf text = { 0 }, back = { 0 };
		char why[ROW_TEXT] = "";

		assert_true(json_read(&j, texts[i], strlen(texts[i]), 64, NULL));
		edit_text(&text, &j, 0);
		assert_int_equal(
			edit_read(buf_view(&text), str_of(texts[i]), NULL, &back, why),
			EDIT_UNCHANGED);
		assert_string_equal(back.data, texts[i]); /* byte for byte */
		json_fini(&j);
		buf_fini(&text);
		buf_fini(&back);
	}
}

static const char contract[] =
	"{\"contract\":\"c\",\"version\":\"1.0.0\",\"from\":[\"a\"],\"to\":[\"b\"],"
	"\"scope\":{\"represents\":\"x\",\"excludes\":[]},\"confidence\":{\"at\":\"/c\"},"
	"\"fallback\":{\"at\":\"/f\"},\"schema\":{\"type\":\"object\",\"properties\":"
	"{\"amount\":{\"type\":\"number\"},\"to\":{\"type\":\"string\"},"
	"\"lines\":{\"items\":{\"type\":\"integer\"}}},\"required\":[\"amount\",\"to\"]}}";

struct edit_case {
	const char *text;
	enum edit_found found;
	const char *why; /* the beginning */
};

static void test_what_is_bad(void **state)
{
	static const struct edit_case cases[] = {
		{ "{\"amount\": 1,\n\"to\": \"x\"}", EDIT_UNCHANGED, "" },
		{ "{\"to\":\"x\",\"amount\":1}", EDIT_GOOD, "" }, /* other bytes */
		{ "{\"amount\":1.0,\"to\":\"x\"}", EDIT_GOOD, "" },
		{ "{\"amount\":2,\"to\":\"x\"}", EDIT_GOOD, "" },
		{ "{\n\"amount\":2,\n\"to\":7}", EDIT_BAD, "line 3: /to: " },
		{ "{\n\"amount\":2}", EDIT_BAD, "line 1: /to: " },
		{ "{\"amount\":1,\"to\":\"x\",\n\"lines\":[1,\n2,\n\"3\"]}", EDIT_BAD,
			"line 4: /lines/2: " },
		{ "7", EDIT_BAD, "line 1: the artifact: " },
		{ "", EDIT_BAD, "no JSON: " },
		{ "{\"amount\":1,\n\"to\":\"x\",}", EDIT_BAD, "no JSON: " },
		{ "{\"a\":1,\"a\":2}", EDIT_BAD, "no JSON: duplicate" },
		{ "{\"amount\":1} x", EDIT_BAD, "no JSON: " },
	};
	struct contract *c = contract_read(str_of(contract), NULL);

	(void)state;
	assert_non_null(c);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf out = { 0 };
		char why[ROW_TEXT] = "";

		assert_int_equal(
			edit_read(str_of(cases[i].text),
				STR("{\"amount\":1,\"to\":\"x\"}"), c, &out, why),
			cases[i].found);
		if (strncmp(why, cases[i].why, strlen(cases[i].why)) != 0)
			fail_msg("%s: %s", cases[i].text, why);
		buf_fini(&out);
	}
	contract_free(c);
}

static void test_too_large(void **state)
{
	size_t n = EDIT_MOST + 1;
	char *text = xmalloc(n + 1), why[ROW_TEXT];
	struct buf out = { 0 };
	char deep[200];

	(void)state;
	memset(text, ' ', n);
	text[0] = '1';
	assert_int_equal(
		edit_read((struct str){ text, n }, STR("2"), NULL, &out, why), EDIT_BAD);
	assert_string_equal(why, "an artifact has at most 1048576 bytes");
	assert_int_equal(
		edit_read((struct str){ text, n - 1 }, STR("2"), NULL, &out, why),
		EDIT_GOOD);
	memset(deep, '[', 63);
	memset(deep + 63, ']', 63);
	assert_int_equal(edit_read((struct str){ deep, 126 }, STR("2"), NULL, &out, why),
		EDIT_BAD);
	memmove(deep, deep + 1, 124);
	assert_int_equal(edit_read((struct str){ deep, 124 }, STR("2"), NULL, &out, why),
		EDIT_GOOD);
	buf_fini(&out);
	free(text);
}

/* --- what is different ------------------------------------------------------------ */

struct change_case {
	const char *a, *b, *lines; /* each ends with ';' */
	size_t same;
};

static struct changes differ(const char *a, const char *b, struct lines *l)
{
	struct json x = { 0 }, y = { 0 };
	struct changes c;

	assert_true(json_read(&x, a, strlen(a), 64, NULL));
	assert_true(json_read(&y, b, strlen(b), 64, NULL));
	c = changes_add(l, &x, 0, &y, 0);
	json_fini(&x);
	json_fini(&y);
	return c;
}

static void test_changes(void **state)
{
	static const struct change_case cases[] = {
		{ "{\"a\":1}", "{\"a\":1}", "", 1 },
		{ "{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", "", 2 },
		{ "{\"a\":1}", "{\"a\":2}", "- /a  1;+ /a  2;", 0 },
		{ "{\"a\":1}", "{\"b\":1}", "- /a  1;+ /b  1;", 0 },
		{ "{\"a/b\":{\"~\":1}}", "{\"a/b\":{\"~\":2}}",
			"- /a~1b/~0  1;+ /a~1b/~0  2;", 0 },
		{ "[1,2,3]", "[1,3]", "- /1  2;+ /1  3;- /2  3;", 1 },
		{ "[]", "[{\"x\": 1}]", "+ /0  {\"x\":1};", 0 },
		{ "{\"a\":[]}", "{\"a\":{}}", "- /a  [];+ /a  {};", 0 },
		{ "1", "2", "- the artifact  1;+ the artifact  2;", 0 },
		{ "\"\\u0041\"", "\"A\"", "", 1 },
		{ "1.0", "1", "- the artifact  1.0;+ the artifact  1;", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct lines l = { 0 };
		struct changes c = differ(cases[i].a, cases[i].b, &l);
		struct buf all = { 0 };

		for (size_t k = 0; k < l.n; k++) {
			buf_slice(&all, lines_at(&l, k));
			buf_char(&all, ';');
		}
		buf_char(&all, '\0');
		assert_string_equal(all.data, cases[i].lines);
		assert_int_equal(c.same, cases[i].same);
		buf_fini(&all);
		lines_fini(&l);
	}
}

/* Large ones: the lines end, and so does the work. */
static void test_changes_end(void **state)
{
	struct buf a = { 0 }, b = { 0 };
	struct lines l = { 0 };
	struct changes c;

	(void)state;
	buf_char(&a, '{');
	buf_char(&b, '{');
	for (int i = 0; i < 20000; i++) {
		buf_fmt(&a, "%s\"a%d\":%d", i > 0 ? "," : "", i, i);
		buf_fmt(&b, "%s\"b%d\":%d", i > 0 ? "," : "", i, i);
	}
	buf_str(&a, "}");
	buf_str(&b, "}");
	buf_char(&a, '\0');
	buf_char(&b, '\0');
	c = differ(a.data, b.data, &l);
	assert_int_equal(c.places, 4000000 / 20000);
	assert_non_null(strstr(lines_at(&l, l.n - 1).p, "too many names to compare"));
	/* in the same order they are all compared */
	lines_reset(&l);
	for (char *p = b.data; (p = strchr(p, 'b')) != NULL;)
		*p = 'a';
	assert_int_equal(differ(a.data, b.data, &l).same, 1);
	for (char *p = b.data; (p = strstr(p, ":1")) != NULL; p++)
		p[1] = '2';
	c = differ(a.data, b.data, &l);
	assert_int_equal(l.n, CHANGES_LINES + 1);
	assert_int_equal(c.left_out, 2 * c.places - CHANGES_LINES);
	assert_non_null(strstr(lines_at(&l, CHANGES_LINES).p, "lines more"));
	buf_fini(&a);
	buf_fini(&b);
	lines_fini(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_and_back),
		cmocka_unit_test(test_what_is_bad),
		cmocka_unit_test(test_too_large),
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_changes_end),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
