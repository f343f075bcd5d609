/* SPDX-License-Identifier: MIT */
#include "base/base64.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* RFC 4648, section 10. */
static void test_vectors(void **state)
{
	static const char *const vectors[][2] = { { "", "" }, { "f", "Zg==" },
		{ "fo", "Zm8=" }, { "foo", "Zm9v" }, { "foob", "Zm9vYg==" },
		{ "fooba", "Zm9vYmE=" }, { "foobar", "Zm9vYmFy" },
		{ "\xff\xfe\xfb", "//77" } };

	(void)state;
	for (size_t i = 0; i < sizeof(vectors) / sizeof(*vectors); i++) {
		struct buf out = { 0 }, back = { 0 };

		base64_write(&out, str_of(vectors[i][0]));
		assert_true(str_is(buf_view(&out), vectors[i][1]));
		assert_true(base64_read(&back, buf_view(&out)));
		assert_true(str_is(buf_view(&back), vectors[i][0]));
		buf_fini(&out);
		buf_fini(&back);
	}
}

static void test_all_bytes(void **state)
{
	unsigned char bytes[1000];

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)(i * 7 + i / 256);
	for (size_t n = 0; n <= sizeof(bytes); n += 1 + n / 9) {
		struct str in = { (const char *)bytes, n };
		struct buf out = { 0 }, back = { 0 };

		buf_str(&back, "x");
		base64_write(&out, in);
		assert_int_equal(out.len, (n + 2) / 3 * 4);
		assert_true(base64_read(&back, buf_view(&out)));
		assert_true(str_eq(str_skip(buf_view(&back), 1), in));
		buf_fini(&out);
		buf_fini(&back);
	}
}

static void test_none(void **state)
{
	static const char *const bad[] = { "Z", "Zg", "Zg=", "Zm9v\n", "Zm 9",
		"Zm9v====", "=m9v", "Z===", "Zm9-", "Zm9_",
		"Zg==Zg==", "\xff\xff\xff\xff" };

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct buf out = { 0 };

		assert_false(base64_read(&out, str_of(bad[i])));
		assert_int_equal(out.len, 0);
		buf_fini(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_vectors),
		cmocka_unit_test(test_all_bytes),
		cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
