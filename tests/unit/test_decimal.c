/* SPDX-License-Identifier: MIT */
#include "contract/decimal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/feed.h"

static struct decimal of(const char *z)
{
	return decimal_of(str_of(z));
}

/* In rising order; those of one row are equal. */
static const char *const rising[][5] = {
	{ "-1e400", "-10e399" },
	{ "-123456789012345678901234567890.5" },
	{ "-123456789012345678901234567890" },
	{ "-2", "-2.0", "-20e-1", "-0.2E1" },
	{ "-1.9999999999999999999999999999" },
	{ "0", "-0", "0.000", "0e99999999999", "-0.0E-5" },
	{ "1e-400" },
	{ "0.1", "1e-1", "0.10000000000000000000000000000" },
	{ "0.30000000000000004" },
	{ "1", "1.0", "10e-1", "0.1e1" },
	{ "9007199254740992", "9007199254740992.0" },
	{ "9007199254740993" },
	{ "123456789012345678", "123456789012345678.000" },
	{ "123456789012345678.0000000001" },
	{ "1000000000000000000000", "1e21", "1.0e+21" },
	{ "1e999999999" },
};

static int sign(int n)
{
	return (n > 0) - (n < 0);
}

static void test_compare(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(rising); i++) {
		for (size_t k = 0; k < LEN(rising); k++) {
			for (size_t a = 0; a < 5 && rising[i][a] != NULL; a++) {
				for (size_t b = 0; b < 5 && rising[k][b] != NULL; b++) {
					struct decimal x = of(rising[i][a]);
					struct decimal y = of(rising[k][b]);
					int want = sign((int)i - (int)k);

					if (sign(decimal_compare(&x, &y)) != want)
						fail_msg("%s %s", rising[i][a],
							rising[k][b]);
					if (want == 0)
						assert_true(decimal_hash(&x) ==
							decimal_hash(&y));
				}
			}
		}
	}
}

static void test_integer(void **state)
{
	static const struct {
		const char *text;
		bool is;
	} cases[] = { { "1", true }, { "1.0", true }, { "1.5", false },
		{ "15e-1", false }, { "1.5e1", true }, { "0.0", true }, { "1e400", true },
		{ "1e-400", false }, { "123456789012345678901234567890.10", false },
		{ "123456789012345678901234567890.00", true } };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct decimal d = of(cases[i].text);

		if (decimal_is_integer(&d) != cases[i].is)
			fail_msg("%s", cases[i].text);
	}
}

static void test_multiple(void **state)
{
	static const struct {
		const char *a, *b;
		bool is;
	} cases[] = { { "0", "7", true }, { "-21", "7", true }, { "22", "7", false },
		{ "19.99", "0.01", true }, { "19.995", "0.01", false },
		{ "0.0075", "0.0001", true }, { "0.00751", "0.0001", false },
		{ "4.5", "1.5", true }, { "1e308", "0.123456789", false },
		{ "1e308", "0.5", true }, { "1e400", "3", false }, { "3e400", "3", true },
		{ "12391239123", "1e-8", true },
		{ "99999999999999999999999999999999999", "9", true },
		{ "99999999999999999999999999999999998", "9", false },
		{ "123456789012345678", "999999999999999989", false },
		{ "999999999999999989000", "999999999999999989", true },
		{ "10", "1e2", false }, { "200", "1e2", true },
		{ "1e-5", "1e2", false } };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct decimal a = of(cases[i].a), b = of(cases[i].b);

		if (decimal_is_multiple(&a, &b) != cases[i].is)
			fail_msg("%s %s", cases[i].a, cases[i].b);
	}
}

static void test_count(void **state)
{
	static const struct {
		const char *text;
		bool is;
		uint32_t count;
	} cases[] = { { "0", true, 0 }, { "-0.0", true, 0 }, { "12", true, 12 },
		{ "2.0", true, 2 }, { "1.2e1", true, 12 }, { "1.5", false, 0 },
		{ "-1", false, 0 }, { "4294967294", true, 4294967294u },
		{ "4294967295", true, UINT32_MAX }, { "1e30", true, UINT32_MAX },
		{ "123456789012345678901234567890", true, UINT32_MAX } };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct decimal d = of(cases[i].text);
		uint32_t n = 0;

		if (decimal_count(&d, &n) != cases[i].is || n != cases[i].count)
			fail_msg("%s: %u", cases[i].text, n);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_integer),
		cmocka_unit_test(test_multiple),
		cmocka_unit_test(test_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
