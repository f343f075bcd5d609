/* SPDX-License-Identifier: MIT */
#include "base/json_out.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "base/digest.h"
#include "base/json.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

static void test_commas(void **state)
{
	struct buf b = { 0 };

	(void)state;
	out_open(&b, '{');
	out_key(&b, "a");
	out_open(&b, '[');
	out_close(&b, ']');
	out_key(&b, "b");
	out_open(&b, '[');
	out_uint(&b, 0);
	out_uint(&b, UINT64_MAX);
	out_digits(&b, UINT64_MAX);
	out_bool(&b, true);
	out_bool(&b, false);
	out_null(&b);
	out_open(&b, '{');
	out_close(&b, '}');
	out_raw(&b, STR("[1 , 2]"));
	out_raw(&b, STR("\"x\""));
	out_str(&b, STR(""));
	out_str(&b, (struct str){ 0 });
	out_text(&b, NULL);
	out_text(&b, "{[:,");
	out_text(&b, "z");
	out_close(&b, ']');
	out_key(&b, "c");
	out_time(&b, 0);
	out_key(&b, "d");
	out_time(&b, 1);
	out_close(&b, '}');
	assert_string_equal(b.data,
		"{\"a\":[],\"b\":[0,18446744073709551615,\"18446744073709551615\","
		"true,false,null,{},[1 , 2],\"x\",\"\",\"\",null,\"{[:,\",\"z\"],"
		"\"c\":null,\"d\":\"1970-01-01T00:00:00.000001Z\"}");
	buf_fini(&b);
}

static void test_strings(void **state)
{
	static const struct {
		struct str in;
		const char *out;
	} cases[] = {
		{ { "plain ~ text", 12 }, "\"plain ~ text\"" },
		{ { "\"\\/", 3 }, "\"\\\"\\\\/\"" },
		{ { "\b\t\n\f\r", 5 }, "\"\\b\\t\\n\\f\\r\"" },
		{ { "\0\x01\x1b\x1f", 4 }, "\"\\u0000\\u0001\\u001b\\u001f\"" },
		{ { "\x7f\xc2\x80\xc2\x9b", 5 }, "\"\\u007f\\u0080\\u009b\"" },
		{ { "\xc3\xbc\xe2\x80\xae", 5 }, "\"\\u00fc\\u202e\"" },
		{ { "\xf0\x9f\x98\x80", 4 }, "\"\\ud83d\\ude00\"" },
		{ { "\xf4\x8f\xbf\xbf", 4 }, "\"\\udbff\\udfff\"" },
		{ { "a\xff\xc3", 3 }, "\"a\\ufffd\\ufffd\"" },
		{ { "\xed\xa0\x80", 3 }, "\"\\ufffd\\ufffd\\ufffd\"" },
	};
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		buf_reset(&b);
		out_str(&b, cases[i].in);
		assert_string_equal(b.data, cases[i].out);
	}
	buf_fini(&b);
}

static void test_real(void **state)
{
	static const struct {
		double in;
		const char *out;
	} cases[] = {
		{ 0, "0" },
		{ 1, "1" },
		{ -1, "-1" },
		{ 0.74, "0.74" },
		{ 0.1, "0.1" },
		{ 0.3, "0.3" },
		{ 0.1 + 0.2, "0.30000000000000004" },
		{ 1.0 / 3, "0.3333333333333333" },
		{ 0.8, "0.8" },
		{ 84, "84" },
		{ 123456, "123456" },
		{ 1e300, "1e+300" },
		{ 5e-324, "4.94066e-324" },
		{ 1.7976931348623157e308, "1.7976931348623157e+308" },
	};
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		buf_reset(&b);
		out_real(&b, cases[i].in);
		assert_string_equal(b.data, cases[i].out);
	}
	buf_fini(&b);
}

/* Any finite double reads back as itself. */
static void test_real_random(void **state)
{
	struct json j = { 0 };
	struct buf b = { 0 };

	(void)state;
	digest_start();
	for (int i = 0; i < 20000; i++) {
		double d;

		random_bytes(&d, sizeof(d));
		if (!isfinite(d))
			continue;
		buf_reset(&b);
		out_real(&b, d);
		assert_true(json_read(&j, b.data, b.len, 1, NULL));
		if (json_number(&j, 0) != d)
			fail_msg("%a is written as %s", d, b.data);
	}
	json_fini(&j);
	buf_fini(&b);
}

static void test_ascii(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "{\"a\": [1, 2.50]}", "{\"a\": [1, 2.50]}" },
		{ "{\n\t\"a\":\r\n1}", "{  \"a\":  1}" },
		{ "\"\xc3\xbc\\n\\u00fc\"", "\"\\u00fc\\n\\u00fc\"" },
		{ "\"\xf0\x9f\x98\x80\"", "\"\\ud83d\\ude00\"" },
		{ "\"\x7f\xc2\x9b\"", "\"\\u007f\\u009b\"" },
		{ "\"\xff\"", "\"\\ufffd\"" },
		{ "", "" },
	};
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		buf_reset(&b);
		buf_str(&b, "");
		out_ascii(&b, str_of(cases[i].in));
		assert_string_equal(b.data, cases[i].out);
	}
	buf_fini(&b);
}

/* Every character, escaped by one writer or the other, is read as itself. */
static void test_all_characters(void **state)
{
	struct buf raw = { 0 }, b = { 0 };
	struct json j = { 0 };

	(void)state;
	for (uint32_t c = 0; c < 0x110000; c += 1 + (c > 0x3000) * 97) {
		char utf8[4];
		struct str in = { utf8, 0 };

		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		in.n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
		for (size_t i = in.n - 1; i > 0; i--)
			utf8[i] = (char)(0x80 | (c >> 6 * (in.n - 1 - i) & 0x3f));
		utf8[0] =
			(char)(in.n == 1 ? c
					 : (0xf00u >> in.n & 0xff) | c >> 6 * (in.n - 1));
		buf_reset(&b);
		out_str(&b, in);
		assert_true(json_read(&j, b.data, b.len, 1, NULL));
		assert_true(str_eq(json_str(&j, 0), in));
		if (c < 0x20 || c == '"' || c == '\\')
			continue;
		buf_reset(&raw);
		buf_char(&raw, '"');
		buf_slice(&raw, in);
		buf_char(&raw, '"');
		buf_reset(&b);
		out_ascii(&b, buf_view(&raw));
		for (size_t i = 0; i < b.len; i++)
			assert_in_range(b.data[i], 0x20, 0x7e);
		assert_true(json_read(&j, b.data, b.len, 1, NULL));
		assert_true(str_eq(json_str(&j, 0), in));
	}
	json_fini(&j);
	buf_fini(&raw);
	buf_fini(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_commas),
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_real),
		cmocka_unit_test(test_real_random),
		cmocka_unit_test(test_ascii),
		cmocka_unit_test(test_all_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
