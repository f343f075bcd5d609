/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "tests/json_judge.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define S(literal)                                                                       \
	{                                                                                \
		literal, sizeof(literal) - 1                                             \
	}

/* From a block of its very size, so that a sanitizer sees a read behind the text. */
static bool read_all(struct json *j, struct str s, struct err *e)
{
	char *copy = xmalloc(s.n);
	bool read;

	memcpy(copy, s.p, s.n);
	read = json_read(j, copy, s.n, JUDGE_DEPTH, e);
	free(copy);
	j->text = s.p;
	return read;
}

static const struct {
	struct str text;
	uint32_t nodes;
} accepted[] = {
	{ S("null"), 1 },
	{ S(" \t\r\n true \t\r\n "), 1 },
	{ S("0"), 1 },
	{ S("-0"), 1 },
	{ S("-0.0e-0"), 1 },
	{ S("1E+2"), 1 },
	{ S("1.7976931348623157e308"), 1 },
	{ S("1e-400"), 1 },
	{ S("0e99999999999999999999999"), 1 },
	{ S("0.0000000000000000001e320"), 1 },
	{ S("123456789012345678901234567890"), 1 },
	{ S("\"\""), 1 },
	{ S("\"\x7f\""), 1 },
	{ S("\"0123456789abcdef0123456789abcdef\""), 1 },
	{ S("\"\\u0000\\ud83d\\ude00\\uFFFE\""), 1 },
	{ S("\"\xf0\x9f\x98\x80\xef\xbf\xbe\""), 1 },
	{ S("[]"), 1 },
	{ S("{}"), 1 },
	{ S(" [ ] "), 1 },
	{ S("[[],{}]"), 3 },
	{ S("[1, 2 ,3]"), 4 },
	{ S("{\"a\" : 1 , \"b\":[true,false]}"), 7 },
	{ S("{\"\":1,\"a\":{\"a\":{\"a\":2}},\"A\":3}"), 11 },
	{ S("{\"\\u0000\":1,\"\":2}"), 5 },
	{ S("[{\"a\":1},{\"a\":1}]"), 7 },
};

static void test_accepts(void **state)
{
	struct json j = { 0 };
	struct err e;

	(void)state;
	for (size_t i = 0; i < LEN(accepted); i++) {
		if (!read_all(&j, accepted[i].text, &e))
			fail_msg("%s: %s", accepted[i].text.p, e.text);
		assert_int_equal(j.count, accepted[i].nodes);
		assert_int_equal(j.node[0].next, j.count);
	}
	json_fini(&j);
}

static const struct {
	struct str text;
	const char *error;
} refused[] = {
	{ S(""), "expected a value, but the text ends at byte 0" },
	{ S("  "), "expected a value, but the text ends at byte 2" },
	{ S("\xef\xbb\xbf{}"), "a byte order mark at byte 0" },
	{ S("nul"), "expected a value, not \"n\" at byte 0" },
	{ S("True"), "expected a value, not \"T\" at byte 0" },
	{ S("1 2"), "expected the end, not \"2\" at byte 2" },
	{ S("nullx"), "expected the end, not \"x\" at byte 4" },
	{ S("2\0"), "expected the end, not \"^@\" at byte 1" },
	{ S("\f1"), "expected a value, not \"^L\" at byte 0" },
	{ S("\x9b"), "expected a value, not \"<9B>\" at byte 0" },
	{ S("\xe2\x80\xae"), "expected a value, not \"<U+202E>\" at byte 0" },
	{ S("NaN"), "expected a value, not \"N\" at byte 0" },
	{ S("+1"), "expected a value, not \"+\" at byte 0" },
	{ S(".5"), "expected a value, not \".\" at byte 0" },
	{ S("-"), "expected a digit, but the text ends at byte 1" },
	{ S("-a"), "expected a digit, not \"a\" at byte 1" },
	{ S("01"), "expected the end, not \"1\" at byte 1" },
	{ S("1."), "expected a digit, but the text ends at byte 2" },
	{ S("1.e1"), "expected a digit, not \"e\" at byte 2" },
	{ S("1e"), "expected a digit, but the text ends at byte 2" },
	{ S("1e+"), "expected a digit, but the text ends at byte 3" },
	{ S("9e308"), "a number beyond a finite double at byte 0" },
	{ S("[1e309]"), "a number beyond a finite double at byte 1" },
	{ S("-1.7976931348623159e308"), "a number beyond a finite double at byte 0" },
	{ S("0.001e99999999999999999999"), "a number beyond a finite double at byte 0" },
	{ S("["), "expected a value, but the text ends at byte 1" },
	{ S("[1"), "expected , or ], but the text ends at byte 2" },
	{ S("[1,]"), "expected a value, not \"]\" at byte 3" },
	{ S("[,1]"), "expected a value, not \",\" at byte 1" },
	{ S("[1}"), "expected , or ], not \"}\" at byte 2" },
	{ S("[1 2]"), "expected , or ], not \"2\" at byte 3" },
	{ S("]"), "expected a value, not \"]\" at byte 0" },
	{ S("{"), "expected a key, but the text ends at byte 1" },
	{ S("{]"), "expected a key, not \"]\" at byte 1" },
	{ S("{1:2}"), "expected a key, not \"1\" at byte 1" },
	{ S("{\"a\"}"), "expected a colon, not \"}\" at byte 4" },
	{ S("{\"a\":}"), "expected a value, not \"}\" at byte 5" },
	{ S("{\"a\":1,}"), "expected a key, not \"}\" at byte 7" },
	{ S("{\"a\":1 \"b\":2}"), "expected , or }, not \"\"\" at byte 7" },
	{ S("\"abc"), "the text ends inside a string at byte 4" },
	{ S("\"a\nb\""), "a control character inside a string at byte 2" },
	{ S("\"0123456789abcde\x1f\""),
		"a control character inside a string at byte 16" },
	{ S("\"\\x\""), "no valid escape at byte 1" },
	{ S("\"\\"), "no valid escape at byte 1" },
	{ S("\"\\u12g4\""), "no valid escape at byte 1" },
	{ S("\"\\u123"), "no valid escape at byte 1" },
	{ S("\"\\ud800\""), "no valid escape at byte 1" },
	{ S("\"\\udc00\""), "no valid escape at byte 1" },
	{ S("\"\\udc00\\udc00\""), "no valid escape at byte 1" },
	{ S("\"\\ud83d\\u0041\""), "no valid escape at byte 1" },
	{ S("\"\\ud83d\\ud83d\""), "no valid escape at byte 1" },
	{ S("\"\xff\""), "invalid UTF-8 at byte 1" },
	{ S("\"\xc0\xaf\""), "invalid UTF-8 at byte 1" },
	{ S("\"\xed\xa0\x80\""), "invalid UTF-8 at byte 1" },
	{ S("\"0123456789abcdef\xe2\x82"), "invalid UTF-8 at byte 17" },
	{ S("{\"a\":1,\"b\":2,\"a\":3}"), "duplicate key \"a\" at byte 13" },
	{ S("{\"\":1,\"\":2}"), "duplicate key \"\" at byte 6" },
	{ S("{\"a\":1,\"\\u0061\":2}"), "duplicate key \"a\" at byte 7" },
	{ S("{\"\\u0061\":1,\"a\":2}"), "duplicate key \"a\" at byte 12" },
	{ S("{\"\\n\":1,\"\\u000a\":2}"), "duplicate key \"^J\" at byte 8" },
	{ S("{\"\\u0000\":1,\"\\u0000\":2}"), "duplicate key \"^@\" at byte 12" },
	{ S("{\"k\":{\"a\":1,\"\\u00e9\":0,\"\xc3\xa9\":3}}"),
		"duplicate key \"\xc3\xa9\" at byte 23" },
	{ S("{\"\\u001b[2J\":1,\"\\u001b[2J\":1}"),
		"duplicate key \"^[[2J\" at byte 15" },
	{ S("{\"0123456789012345678901234567890123456789x\":1,"
	    "\"0123456789012345678901234567890123456789x\":2}"),
		"duplicate key \"012345678901234567890123456789012345678~\" at byte 47" },
};

static void test_refuses(void **state)
{
	struct json j = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(refused); i++) {
		struct err e = { "" };

		if (read_all(&j, refused[i].text, &e))
			fail_msg("%s is accepted", refused[i].text.p);
		assert_string_equal(e.text, refused[i].error);
		assert_int_equal(j.count, 0);
		assert_false(read_all(&j, refused[i].text, NULL));
	}
	json_fini(&j);
}

static void add_key(struct buf *out, const char *letter, int letters)
{
	buf_char(out, '"');
	while (letters-- > 0)
		buf_str(out, letter);
	buf_str(out, "\":0");
}

/* Keys that have no columns, or many bytes a column: the error stays whole. */
static void test_refuses_long_keys(void **state)
{
	static const char *const letters[] = { "x", "\xe6\x97\xa5", "\xcc\x81", "\\u0000",
		"\xf0\x9d\x90\x80\xf0\x9d\x85\xa7\xf0\x9d\x85\xa7" };
	struct json j = { 0 };
	struct buf text = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(letters); i++) {
		struct err e = { "" };

		buf_reset(&text);
		buf_char(&text, '{');
		add_key(&text, letters[i], 2000);
		buf_char(&text, ',');
		add_key(&text, letters[i], 2000);
		buf_char(&text, '}');
		assert_false(json_read(&j, text.data, text.len, 1, &e));
		assert_memory_equal(e.text, "duplicate key \"", 15);
		assert_true(utf8_valid(str_of(e.text)));
		assert_non_null(strstr(e.text, "~\" at byte "));
	}
	buf_fini(&text);
	json_fini(&j);
}

static void test_depth(void **state)
{
	static const struct {
		const char *text;
		unsigned depth;
		const char *error;
	} cases[] = {
		{ "1", 0, "" },
		{ "[]", 0, "nested deeper than 0 at byte 0" },
		{ "[]", 1, "" },
		{ "[[]]", 1, "nested deeper than 1 at byte 1" },
		{ "[[]]", 2, "" },
		{ "[[],[{}]]", 2, "nested deeper than 2 at byte 5" },
		{ "[[],[],{\"a\":1}]", 2, "" },
	};
	struct json j = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct err e = { "" };

		assert_int_equal(json_read(&j, cases[i].text, strlen(cases[i].text),
					 cases[i].depth, &e),
			cases[i].error[0] == '\0');
		assert_string_equal(e.text, cases[i].error);
	}
	json_fini(&j);
}

/* A million brackets, closed and not: no stack to overflow. */
static void test_deep(void **state)
{
	enum { DEEP = 1000000 };
	char *text = xmalloc(2 * DEEP);
	struct json j = { 0 };

	(void)state;
	memset(text, '[', DEEP);
	memset(text + DEEP, ']', DEEP);
	assert_true(json_read(&j, text, 2 * DEEP, DEEP, NULL));
	assert_int_equal(j.count, DEEP);
	assert_int_equal(j.node[DEEP - 1].end, DEEP + 1);
	assert_false(json_read(&j, text, 2 * DEEP - 1, DEEP, NULL));
	json_fini(&j);
	free(text);
}

static void test_nodes(void **state)
{
	static const char text[] = "{\"a\": [1, -2.5,\"\\n\"] ,\"b\":{ }, \"c\":null}";
	static const struct json_node want[] = {
		{ .start = 0, .end = 40, .next = 10, .count = 3, .type = JSON_OBJECT },
		{ .start = 1, .end = 4, .next = 2, .type = JSON_STRING },
		{ .start = 6, .end = 20, .next = 6, .count = 3, .type = JSON_ARRAY },
		{ .start = 7, .end = 8, .next = 4, .type = JSON_NUMBER, .integer = 1 },
		{ .start = 10, .end = 14, .next = 5, .type = JSON_NUMBER },
		{ .start = 15, .end = 19, .next = 6, .type = JSON_STRING, .escaped = 1 },
		{ .start = 22, .end = 25, .next = 7, .type = JSON_STRING },
		{ .start = 26, .end = 29, .next = 8, .type = JSON_OBJECT },
		{ .start = 31, .end = 34, .next = 9, .type = JSON_STRING },
		{ .start = 35, .end = 39, .next = 10, .type = JSON_NULL },
	};
	struct json j = { 0 };

	(void)state;
	assert_true(json_read(&j, text, sizeof(text) - 1, 2, NULL));
	assert_int_equal(j.count, LEN(want));
	for (size_t i = 0; i < LEN(want); i++) {
		assert_int_equal(j.node[i].start, want[i].start);
		assert_int_equal(j.node[i].end, want[i].end);
		assert_int_equal(j.node[i].next, want[i].next);
		assert_int_equal(j.node[i].type, want[i].type);
		assert_int_equal(j.node[i].escaped, want[i].escaped);
		assert_int_equal(j.node[i].integer, want[i].integer);
		if (want[i].type >= JSON_ARRAY)
			assert_int_equal(j.node[i].count, want[i].count);
	}
	assert_true(str_is(json_raw(&j, 2), "[1, -2.5,\"\\n\"]"));
	json_fini(&j);
}

static void test_strings(void **state)
{
	static const struct {
		struct str text, value;
	} cases[] = {
		{ S("\"\""), S("") },
		{ S("\"plain\""), S("plain") },
		{ S("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), S("\"\\/\b\f\n\r\t") },
		{ S("\"\\u0041b\\u00e9\\u20AC\""), S("Ab\xc3\xa9\xe2\x82\xac") },
		{ S("\"\\ud83d\\ude00!\""), S("\xf0\x9f\x98\x80!") },
		{ S("\"\\uDBFF\\uDFFF\""), S("\xf4\x8f\xbf\xbf") },
		{ S("\"a\\u0000b\""), S("a\0b") },
		{ S("\"\\\\u0041\""), S("\\u0041") },
		{ S("\"\xe6\x97\xa5\\n\""), S("\xe6\x97\xa5\n") },
	};
	struct json j = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct str s;

		assert_true(read_all(&j, cases[i].text, NULL));
		s = json_str(&j, 0);
		assert_int_equal(s.n, cases[i].value.n);
		assert_memory_equal(s.p, cases[i].value.p, s.n);
		assert_int_equal(json_string_is(&j, 0, cases[i].value.p),
			strlen(cases[i].value.p) == cases[i].value.n);
		assert_false(json_string_is(&j, 0, "other"));
		assert_false(json_string_is(&j, 0, "plai"));
		assert_false(json_string_is(&j, 0, "plainer"));
		assert_false(json_string_is(&j, 0, "\xe6\x97\xa5\nx"));
	}
	assert_false(json_string_is(&j, JSON_NONE, ""));
	assert_true(json_read(&j, "[]", 2, 1, NULL));
	assert_false(json_string_is(&j, 0, ""));
	json_fini(&j);
}

/* Slices of one view stay good while others are taken, however many. */
static void test_strings_live(void **state)
{
	enum { MANY = 5000 };
	struct buf text = { 0 };
	struct json j = { 0 };
	struct str *s = xcalloc(MANY, sizeof(*s));
	char want[16];

	(void)state;
	for (int i = 0; i < MANY; i++)
		buf_fmt(&text, "%c\"\\n%d\"", i == 0 ? '[' : ',', i);
	buf_char(&text, ']');
	assert_true(json_read(&j, text.data, text.len, 1, NULL));
	for (uint32_t i = 0; i < MANY; i++)
		s[i] = json_str(&j, i + 1);
	for (uint32_t i = 0; i < MANY; i++) {
		snprintf(want, sizeof(want), "\n%u", (unsigned)i);
		assert_true(str_is(s[i], want));
		assert_ptr_equal(json_str(&j, i + 1).p, s[i].p);
	}
	free(s);
	json_fini(&j);
	buf_fini(&text);
}

/* Nothing but escapes of one byte: the least room that unescaped text can need. */
static void test_strings_tight(void **state)
{
	struct buf text = { 0 };
	struct json j = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++)
		buf_str(&text, i == 0 ? "[\"\\n\"" : ",\"\\n\"");
	buf_char(&text, ']');
	assert_true(json_read(&j, text.data, text.len, 1, NULL));
	for (uint32_t i = 1; i < j.count; i++)
		assert_true(str_is(json_str(&j, i), "\n"));
	json_fini(&j);
	buf_fini(&text);
}

static const struct {
	struct str text;
	double value;
	bool fits;
	int64_t integer;
} numbers[] = {
	{ S("0"), 0, true, 0 },
	{ S("-0"), -0.0, true, 0 },
	{ S("42"), 42, true, 42 },
	{ S("-7"), -7, true, -7 },
	{ S("9223372036854775807"), 9223372036854775807.0, true, INT64_MAX },
	{ S("9223372036854775808"), 9223372036854775808.0, false, 0 },
	{ S("-9223372036854775808"), -9223372036854775808.0, true, INT64_MIN },
	{ S("-9223372036854775809"), -9223372036854775809.0, false, 0 },
	{ S("18446744073709551616"), 18446744073709551616.0, false, 0 },
	{ S("99999999999999999999999"), 1e23, false, 0 },
	{ S("1.0"), 1, false, 0 },
	{ S("1e0"), 1, false, 0 },
	{ S("0.74"), 0.74, false, 0 },
	{ S("-12.5e-1"), -1.25, false, 0 },
	{ S("1.25E+3"), 1250, false, 0 },
	{ S("123.456e10"), 123.456e10, false, 0 },
	{ S("2.2250738585072011e-308"), 2.2250738585072011e-308, false, 0 },
	{ S("1.7976931348623157e308"), 1.7976931348623157e308, false, 0 },
	{ S("0.000000000000000000000000000000000000000000000000000000000000000000001e68"),
		0.1, false, 0 },
	{ S("4.9e-324"), 4.9e-324, false, 0 },
	{ S("1e-99999999999999999999"), 0, false, 0 },
	{ S("0e99999999999999999999"), 0, false, 0 },
};

static void test_numbers(void **state)
{
	struct json j = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(numbers); i++) {
		int64_t value = 0;
		double d;

		assert_true(read_all(&j, numbers[i].text, NULL));
		d = json_number(&j, 0);
		if (d != numbers[i].value || signbit(d) != signbit(numbers[i].value))
			fail_msg("%s is read as %.17g", numbers[i].text.p, d);
		assert_int_equal(json_int(&j, 0, &value), numbers[i].fits);
		assert_true(value == numbers[i].integer);
	}
	/* as strtod() rounds, digit by digit */
	for (unsigned i = 1; i < 200000; i++) {
		uint64_t n = (uint64_t)i * UINT64_C(0x9e3779b97f4a7c15) >> (i % 40 + 14);
		char text[64];

		snprintf(text, sizeof(text), "%s%llu.%0*llu", i % 3 ? "" : "-",
			(unsigned long long)(n >> 20), (int)(i % 12 + 1),
			(unsigned long long)(n & 0x3ff));
		assert_true(read_all(&j, str_of(text), NULL));
		if (json_number(&j, 0) != strtod(text, NULL))
			fail_msg("%s is read as %.17g", text, json_number(&j, 0));
	}
	assert_true(json_read(&j, "\"1\"", 3, 0, NULL));
	assert_false(json_int(&j, 0, &(int64_t){ 0 }));
	assert_false(json_int(&j, JSON_NONE, &(int64_t){ 0 }));
	json_fini(&j);
}

/* With a decimal comma, where this machine has a locale that asks for one. */
static void test_numbers_locale(void **state)
{
	static const char *const names[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "de_DE",
		"ps_AF" };
	size_t i = 0;

	while (i < LEN(names) && setlocale(LC_ALL, names[i]) == NULL)
		i++;
	if (i == LEN(names))
		skip();
	test_numbers(state);
	setlocale(LC_ALL, "C");
}

/* Integers of any length are good; 400 digits with a point are not. */
static void test_numbers_long(void **state)
{
	char text[500];
	struct json j = { 0 };

	(void)state;
	memset(text, '9', sizeof(text));
	text[0] = '-';
	assert_true(json_read(&j, text, sizeof(text), 0, NULL));
	assert_true(json_number(&j, 0) == -HUGE_VAL);
	assert_true(json_read(&j, text + 1, sizeof(text) - 1, 0, NULL));
	assert_true(json_number(&j, 0) == HUGE_VAL);
	text[400] = '.';
	assert_false(json_read(&j, text, sizeof(text), 0, NULL));
	text[300] = '.', text[400] = '0';
	assert_true(json_read(&j, text, sizeof(text), 0, NULL));
	json_fini(&j);
}

static const char pointed[] =
	"{\"foo\":[\"bar\",\"baz\"],\"\":0,\"a/b\":1,\"c%d\":2,\"e^f\":3,\"g|h\":4,\"i\\\\j\":5,"
	"\"k\\\"l\":6,\" \":7,\"m~n\":8,\"\\u0000\":9,\"0\":[[10,11],{\"\\u00e9\":12}],\"~1\":13}";

static const struct {
	struct str pointer;
	const char *raw; /* NULL: no such value */
} pointers[] = {
	{ S(""), pointed },
	{ S("/foo"), "[\"bar\",\"baz\"]" },
	{ S("/foo/0"), "\"bar\"" },
	{ S("/foo/1"), "\"baz\"" },
	{ S("/"), "0" },
	{ S("/a~1b"), "1" },
	{ S("/c%d"), "2" },
	{ S("/e^f"), "3" },
	{ S("/g|h"), "4" },
	{ S("/i\\j"), "5" },
	{ S("/k\"l"), "6" },
	{ S("/ "), "7" },
	{ S("/m~0n"), "8" },
	{ S("/\0"), "9" },
	{ S("/0/0/1"), "11" },
	{ S("/0/1/\xc3\xa9"), "12" },
	{ S("/~01"), "13" },
	{ S("foo"), NULL },
	{ S("/foo/2"), NULL },
	{ S("/foo/00"), NULL },
	{ S("/foo/01"), NULL },
	{ S("/foo/-"), NULL },
	{ S("/foo/-1"), NULL },
	{ S("/foo/+1"), NULL },
	{ S("/foo/1 "), NULL },
	{ S("/foo/"), NULL },
	{ S("/foo/4294967296"), NULL },
	{ S("/foo/4294967297"), NULL },
	{ S("/foo/4294967295"), NULL },
	{ S("/foo/18446744073709551616"), NULL },
	{ S("/foo/0/x"), NULL },
	{ S("//x"), NULL },
	{ S("/none"), NULL },
	{ S("/fo"), NULL },
	{ S("/fooo"), NULL },
	{ S("/m~n"), NULL },
	{ S("/m~2n"), NULL },
	{ S("/m~"), NULL },
	{ S("/a/b"), NULL },
};

static void test_pointer(void **state)
{
	struct json j = { 0 };

	(void)state;
	assert_true(json_read(&j, pointed, sizeof(pointed) - 1, 3, NULL));
	for (size_t i = 0; i < LEN(pointers); i++) {
		uint32_t n = json_pointer(&j, 0, pointers[i].pointer);

		if ((n == JSON_NONE) != (pointers[i].raw == NULL))
			fail_msg("%s", pointers[i].pointer.p);
		if (n != JSON_NONE)
			assert_true(str_is(json_raw(&j, n), pointers[i].raw));
	}
	assert_int_equal(json_pointer(&j, 0, (struct str){ NULL, 0 }), 0);
	assert_int_equal(json_pointer(&j, JSON_NONE, STR("/foo")), JSON_NONE);
	json_fini(&j);
}

static void test_member(void **state)
{
	struct json j = { 0 };
	uint32_t foo;

	(void)state;
	assert_true(json_read(&j, pointed, sizeof(pointed) - 1, 3, NULL));
	foo = json_member(&j, 0, "foo");
	assert_int_equal(foo, 2);
	assert_true(str_is(json_raw(&j, json_member(&j, 0, "i\\j")), "5"));
	assert_true(str_is(json_raw(&j, json_member(&j, 0, "")), "0"));
	assert_int_equal(json_member(&j, 0, "bar"), JSON_NONE); /* a value, no key */
	assert_int_equal(json_member(&j, 0, "\xc3\xa9"), JSON_NONE);
	assert_int_equal(json_member(&j, foo, "foo"), JSON_NONE);
	assert_int_equal(json_member(&j, JSON_NONE, "foo"), JSON_NONE);
	assert_true(json_string_is(&j, json_element(&j, foo, 1), "baz"));
	assert_int_equal(json_element(&j, foo, 2), JSON_NONE);
	assert_int_equal(json_element(&j, foo, JSON_NONE), JSON_NONE);
	assert_int_equal(json_element(&j, 0, 0), JSON_NONE);
	assert_int_equal(json_element(&j, JSON_NONE, 0), JSON_NONE);
	json_fini(&j);
}

static void test_compact(void **state)
{
	static const struct {
		struct str text;
		const char *compact;
	} cases[] = {
		{ S(" 1 "), "1" },
		{ S("\" a b \""), "\" a b \"" },
		{ S("\" \\\" \\\\\" "), "\" \\\" \\\\\"" },
		{ S("[ 1 ,\t2\r\n,\"\xc3\xa9 \\u0041 long enough for sixteen\" ]"),
			"[1,2,\"\xc3\xa9 \\u0041 long enough for sixteen\"]" },
		{ S("{ \"a \" : 0.740 , \"b\" : [ ] , \"c\" : { } }"),
			"{\"a \":0.740,\"b\":[],\"c\":{}}" },
	};
	struct json j = { 0 };
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		buf_reset(&out);
		buf_char(&out, '|');
		assert_true(read_all(&j, cases[i].text, NULL));
		json_compact(&out, &j, 0);
		assert_string_equal(out.data + 1, cases[i].compact);
	}
	buf_reset(&out);
	json_compact(&out, &j, json_member(&j, 0, "b"));
	assert_string_equal(out.data, "[]");
	buf_fini(&out);
	json_fini(&j);
}

/* An object with keys k0 ..., and where `twin` is one of them, that one again at the end.
 */
static void write_keys(struct buf *out, unsigned keys, unsigned twin, bool escaped)
{
	buf_reset(out);
	for (unsigned i = 0; i < keys; i++)
		buf_fmt(out, "%c\"k%u\":%u", i == 0 ? '{' : ',', i, i);
	if (twin < keys)
		buf_fmt(out, ",\"%s%u\":0", escaped ? "\\u006b" : "k", twin);
	buf_char(out, '}');
}

/* Duplicates are found at every size, wherever they are. */
static void test_duplicates(void **state)
{
	struct buf text = { 0 };
	struct json j = { 0 };
	struct err e;
	char want[80];

	(void)state;
	for (unsigned keys = 1; keys <= 80; keys++) {
		write_keys(&text, keys, keys, false);
		assert_true(json_read(&j, text.data, text.len, 1, &e));
		assert_int_equal(j.count, 1 + 2 * keys);
		for (unsigned twin = 0; twin < keys; twin++) {
			write_keys(&text, keys, twin, twin % 2 == 0);
			assert_false(json_read(&j, text.data, text.len, 1, &e));
			snprintf(want, sizeof(want), "duplicate key \"k%u\" at byte",
				twin);
			assert_memory_equal(e.text, want, strlen(want));
		}
	}
	json_fini(&j);
	buf_fini(&text);
}

/* Compared one with another, 100,000 keys would take minutes. */
static void test_duplicates_many(void **state)
{
	struct buf text = { 0 };
	struct json j = { 0 };
	clock_t start = clock();

	(void)state;
	for (int i = 0; i < 3; i++) {
		write_keys(&text, 100000, 100000, false);
		assert_true(json_read(&j, text.data, text.len, 1, NULL));
		write_keys(&text, 100000, 77777, true);
		assert_false(json_read(&j, text.data, text.len, 1, NULL));
	}
	assert_true(clock() - start < 10 * CLOCKS_PER_SEC);
	json_fini(&j);
	buf_fini(&text);
}

/* Objects with many keys inside one another and side by side share one set. */
static void test_duplicates_nested(void **state)
{
	struct buf text = { 0 }, outer = { 0 };
	struct json j = { 0 };

	(void)state;
	write_keys(&text, 50, 50, false);
	for (unsigned i = 0; i < 50; i++)
		buf_fmt(&outer, "%c\"k%u\":%s", i == 0 ? '{' : ',', i, text.data);
	buf_char(&outer, '}');
	assert_true(json_read(&j, outer.data, outer.len, 2, NULL));
	assert_int_equal(j.count, 1 + 50 * 102);
	json_fini(&j);
	buf_fini(&text);
	buf_fini(&outer);
}

/* What json.c and jansson may disagree about: see tests/json_judge.h. */

static const struct str samples[] = {
	S("{\"specversion\":\"1.0\",\"id\":\"9d2e-000042\",\"source\":\"agent:correlator\","
	  "\"type\":\"seam.handoff.offered\",\"subject\":\"inc-2026-04-17-0042\","
	  "\"time\":\"2026-04-17T23:07:01.204Z\",\"run\":\"9d2e\","
	  "\"sequence\":\"00000000000000000042\",\"data\":{\"handoff\":\"ho-7f3a\",\"attempt\":1,"
	  "\"from\":\"correlator\",\"to\":\"investigator\",\"artifact\":{\"signal_types\":"
	  "[\"metric\",\"log\",\"trace\"],\"time_window\":{\"start\":\"2026-04-17T23:03:00Z\","
	  "\"duration_seconds\":240},\"alert_count\":84,\"confidence\":0.74,\"fallback\":"
	  "\"escalate_to_oncall_if_not_progressed_within_300s\"}}}"),
	S("{\"specversion\":\"1.0\",\"id\":\"r/1\",\"source\":\"agent:a\",\"type\":"
	  "\"seam.agent.hello\",\"data\":{\"agent\":\"a\",\"sends\":[\"x/^1.2\"],\"accepts\":[],"
	  "\"heartbeat_seconds\":2.5e0,\"model\":null}}"),
	S(" { \"type\" : \"seam.handoff.refused\" , \"data\" : { \"reason\" : \"scope\" ,\r\n"
	  "\t\"detail\" : \"\\\"no\\\" \\u00fcber \\ud83d\\ude00 \\/\\b\\f\\n\\r\\t\\\\\" } } "),
	S("[\"\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\",\"\xc3\xa9\xf0\x9f\x98\x80\",\"\\u0000\","
	  "{\"k\\u0000\":1,\"k\":2,\"\":3,\"\\u006B2\":4,\"k3\":5}]"),
	S("[0,-0,0.0,-1,12345678901234567890,123456789012345678,1e308,1E-400,-1.5e+10,true,false,"
	  "null,[],{},[[[]]],{\"a\":{\"b\":{}}}]"),
	S("{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7,\"h\":8,\"i\":9,\"j\":10,"
	  "\"k\":11,\"l\":12,\"m\":13,\"n\":14,\"o\":15,\"p\":16,\"q\":17,\"r\":18,\"s\":19,"
	  "\"t\":20,\"u\":21,\"v\":22,\"w\":23,\"x\":24,\"y\":25,\"z\":26,\"A\":27,\"B\":28,"
	  "\"C\":29,\"D\":30,\"E\":31,\"F\":32,\"G\":33,\"H\":34}"),
	S("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]"
	  "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"),
};

static void expect_agreement(struct json *j, struct str s)
{
	const char *verdict = judge(j, s);

	if (verdict != NULL)
		fail_msg("%s: %.*s", verdict, STR_ARG(s));
}

static void test_judge_prefixes(void **state)
{
	struct json j = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(samples); i++) {
		assert_true(read_all(&j, samples[i], NULL));
		for (size_t n = 0; n <= samples[i].n; n++)
			expect_agreement(&j, (struct str){ samples[i].p, n });
	}
	json_fini(&j);
}

static void test_judge_numbers(void **state)
{
	struct json j = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(numbers); i++)
		expect_agreement(&j, numbers[i].text);
	json_fini(&j);
}

/* xorshift: the same numbers on every machine. */
static uint32_t next_random(uint64_t *seed, size_t below)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return (uint32_t)((*seed >> 16) % below);
}

/* Those of few digits are read without strtod(), and to the same bit. */
static void test_numbers_short(void **state)
{
	struct json j = { 0 };
	uint64_t seed = 88172645463325252;
	char text[32];

	(void)state;
	for (int i = 0; i < 50000; i++) {
		uint32_t decimals = next_random(&seed, 14);
		double value = next_random(&seed, 4000000000u) / 1e5;

		snprintf(text, sizeof(text), "%s%.*f", next_random(&seed, 2) ? "-" : "",
			(int)decimals, value);
		assert_true(json_read(&j, text, strlen(text), 1, NULL));
		if (json_number(&j, 0) != strtod(text, NULL))
			fail_msg("%s is read as %.17g", text, json_number(&j, 0));
	}
	json_fini(&j);
}

/* Replaces some bytes of `text` by others. */
static void splice(struct buf *text, size_t at, size_t cut, struct str with)
{
	size_t behind = text->len - at - cut;

	buf_room(text, with.n);
	memmove(text->data + at + with.n, text->data + at + cut, behind);
	if (with.n > 0)
		memcpy(text->data + at, with.p, with.n);
	text->len = at + with.n + behind;
}

static void mutate(struct buf *text, uint64_t *seed)
{
	static const struct str pieces[] = { S("\""), S("\\"), S(","), S(":"), S("["),
		S("]"), S("{"), S("}"), S("0"), S("-"), S("."), S("e"), S(" "), S("\n"),
		S("\0"), S("\x1f"), S("\x7f"), S("\x80"), S("\xff"), S("\xc3\xa9"),
		S("\xed\xa0\x80"), S("\xe2\x82"), S("\\u0000"), S("\\u0061"),
		S("\\ud83d"), S("\\ude00"), S("\\ud83d\\ude00"), S("1e309"),
		S("9999999999999999999"), S("\"a\":1,"), S("\"\\u0061\":2,"), S("null"),
		S("[]"), S("{}"), S("[["), S("]]"), S("\xef\xbb\xbf") };
	size_t at = next_random(seed, text->len + 1);
	size_t cut = next_random(seed, text->len - at < 4 ? text->len - at + 1 : 4);
	struct str other = samples[next_random(seed, LEN(samples))];
	char byte = (char)next_random(seed, 256);

	switch (next_random(seed, 5)) {
	case 0: /* one byte becomes another */
		splice(text, at, at < text->len, (struct str){ &byte, 1 });
		break;
	case 1:
		splice(text, at, cut, (struct str){ NULL, 0 });
		break;
	case 2: /* a part of another text */
		other = str_skip(other, next_random(seed, other.n));
		other.n = next_random(seed, other.n < 24 ? other.n + 1 : 24);
		splice(text, at, cut, other);
		break;
	default:
		splice(text, at, cut, pieces[next_random(seed, LEN(pieces))]);
	}
}

static void test_judge_mutations(void **state)
{
	enum { MUTATIONS = 250000 };
	struct json j = { 0 };
	struct buf text = { 0 };
	uint64_t seed = UINT64_C(0x9e3779b97f4a7c15);
	unsigned good = 0;

	(void)state;
	for (unsigned i = 0; i < MUTATIONS; i++) {
		buf_reset(&text);
		buf_slice(&text, samples[i % LEN(samples)]);
		for (unsigned left = 1 + next_random(&seed, 3); left > 0; left--)
			mutate(&text, &seed);
		expect_agreement(&j, buf_view(&text));
		good += json_read(&j, text.data, text.len, JUDGE_DEPTH, NULL);
	}
	/* Else it would say little. */
	assert_in_range(good, MUTATIONS / 20, MUTATIONS / 2);
	buf_fini(&text);
	json_fini(&j);
}

/* Bytes are for programs; people have lines. */
static void test_lines(void **state)
{
	static const struct {
		const char *text, *words;
	} rows[] = {
		{ "{", "expected a key, but the text ends at line 1, column 2" },
		{ "{\n  \"a\": 1,\n  \"a\": 2\n}",
			"duplicate key \"a\" at line 3, column 3" },
		{ "[\"\303\244\303\266\", x]",
			"expected a value, not \"x\" at line 1, column 8" },
		{ "[\n\n", "expected a value, but the text ends at line 3, column 1" },
	};
	struct json j = { 0 };
	struct err e;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_false(json_read(&j, rows[i].text, strlen(rows[i].text), 64, &e));
		json_err_line(&e, str_of(rows[i].text));
		assert_string_equal(e.text, rows[i].words);
		json_err_line(&e, str_of(rows[i].text)); /* again: nothing to do */
		assert_string_equal(e.text, rows[i].words);
	}
	json_fini(&j);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_accepts),
		cmocka_unit_test(test_refuses),
		cmocka_unit_test(test_refuses_long_keys),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_deep),
		cmocka_unit_test(test_nodes),
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_strings_live),
		cmocka_unit_test(test_strings_tight),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_numbers_locale),
		cmocka_unit_test(test_numbers_long),
		cmocka_unit_test(test_numbers_short),
		cmocka_unit_test(test_pointer),
		cmocka_unit_test(test_member),
		cmocka_unit_test(test_compact),
		cmocka_unit_test(test_duplicates),
		cmocka_unit_test(test_duplicates_many),
		cmocka_unit_test(test_duplicates_nested),
		cmocka_unit_test(test_judge_prefixes),
		cmocka_unit_test(test_judge_numbers),
		cmocka_unit_test(test_judge_mutations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
