/* SPDX-License-Identifier: MIT */
#include "contract/range.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#define LEN(a) (sizeof(a) / sizeof(*(a)))

/* What npm's semver says of each: versions that are taken, versions that are not. */
static const struct {
	const char *range, *takes, *leaves;
} ranges[] = {
	/* clang-format off */
	{ "", "0.0.0 1.2.3 999999999.0.0", "" },
	{ "*", "0.0.0 9.9.9", "" },
	{ "  x ", "0.0.0 9.9.9", "" },
	{ "1", "1.0.0 1.9.9", "0.9.9 2.0.0" },
	{ "1.x", "1.0.0 1.9.9", "0.9.9 2.0.0" },
	{ "1.X.x", "1.0.0 1.9.9", "0.9.9 2.0.0" },
	{ "1.2", "1.2.0 1.2.9", "1.1.9 1.3.0" },
	{ "1.2.*", "1.2.0 1.2.9", "1.1.9 1.3.0" },
	{ "1.2.3", "1.2.3", "1.2.2 1.2.4" },
	{ "=1.2.3", "1.2.3", "1.2.2 1.2.4" },
	{ "= 1.2.3", "1.2.3", "1.2.2 1.2.4" },
	{ "v1.2.3", "1.2.3", "1.2.2 1.2.4" },
	{ "=v1.2.3", "1.2.3", "1.2.2 1.2.4" },
	{ "^1.2.3", "1.2.3 1.9.0", "1.2.2 2.0.0" },
	{ "^1.2", "1.2.0 1.9.0", "1.1.9 2.0.0" },
	{ "^ 1", "1.0.0 1.9.0", "0.9.9 2.0.0" },
	{ "^0.2.3", "0.2.3 0.2.9", "0.2.2 0.3.0" },
	{ "^0.2", "0.2.0 0.2.9", "0.1.9 0.3.0" },
	{ "^0.0.3", "0.0.3", "0.0.2 0.0.4" },
	{ "^0.0", "0.0.0 0.0.9", "0.1.0" },
	{ "^0", "0.0.0 0.9.0", "1.0.0" },
	{ "^1.x.2", "1.0.0 1.9.0", "2.0.0" },
	{ "^*", "0.0.0 9.0.0", "" },
	{ "~1.2.3", "1.2.3 1.2.9", "1.2.2 1.3.0" },
	{ "~1.2", "1.2.0 1.2.9", "1.1.9 1.3.0" },
	{ "~1", "1.0.0 1.9.9", "0.9.9 2.0.0" },
	{ "~>1.2.3", "1.2.3 1.2.9", "1.2.2 1.3.0" },
	{ "~ 0.0.1", "0.0.1 0.0.9", "0.0.0 0.1.0" },
	{ ">1", "2.0.0 3.0.0", "1.0.0 1.9.9" },
	{ ">1.2", "1.3.0 2.0.0", "1.2.0 1.2.9" },
	{ ">1.2.3", "1.2.4 2.0.0", "1.2.3" },
	{ ">=1.2", "1.2.0 9.0.0", "1.1.9" },
	{ "<1.2", "0.0.0 1.1.9", "1.2.0" },
	{ "<=1.2", "0.0.0 1.2.9", "1.3.0" },
	{ "<=1", "0.0.0 1.9.9", "2.0.0" },
	{ "<=1.2.3", "0.0.0 1.2.3", "1.2.4" },
	{ "<0", "", "0.0.0 1.0.0" },
	{ ">*", "", "0.0.0 1.0.0" },
	{ "<x", "", "0.0.0 1.0.0" },
	{ ">=*", "0.0.0 1.0.0", "" },
	{ ">=1 <3", "1.0.0 2.9.9", "0.9.9 3.0.0" },
	{ ">= 1  <\t3", "1.0.0 2.9.9", "0.9.9 3.0.0" },
	{ ">2 <1", "", "0.0.0 1.0.0 2.0.0 3.0.0" },
	{ "1.2 - 2.3", "1.2.0 2.3.9", "1.1.9 2.4.0" },
	{ "1.2.3 - 2.3.4", "1.2.3 2.3.4", "1.2.2 2.3.5" },
	{ "* - 2", "0.0.0 2.9.9", "3.0.0" },
	{ "1 - *", "1.0.0 9.0.0", "0.9.9" },
	{ "^1 || ^3", "1.0.0 3.9.0", "0.9.0 2.0.0 4.0.0" },
	{ "1.2.3||2.0.0", "1.2.3 2.0.0", "1.2.4 2.0.1" },
	{ "^1 ||", "0.0.0 9.0.0", "" },
	{ "<0 || 2", "2.1.0", "1.0.0" },
	/* clang-format on */
};

static const struct {
	const char *range, *why;
} refused[] = {
	{ "1.", "a number or x is missing at byte 2" },
	{ "^", "a number or x is missing at byte 1" },
	{ "latest", "a number or x is missing at byte 0" },
	{ "^1.z", "a number or x is missing at byte 3" },
	{ "1 - ", "a number or x is missing at byte 2" },
	{ "^1 | ^2", "a number or x is missing at byte 3" },
	{ "01.2.3", "a number that begins with 0 at byte 0" },
	{ "1.2.1234567890", "a number of more than nine digits at byte 4" },
	{ "1.2.3-rc.1", "there are no pre-releases and no builds: at byte 5" },
	{ "1.2.3+7", "there are no pre-releases and no builds: at byte 5" },
	{ "1.2.3.4", "a blank is missing at byte 5" },
	{ ">1.2.3<2.0.0", "a blank is missing at byte 6" },
	{ "x.1", "a number behind an x before the end at byte 3" },
	{ "1.x.1", "a number behind an x before the end at byte 5" },
	{ "==1.2.3", "too many v or = before the version that ends at byte 7" },
	{ "0||1||2||3||4||5||6||7||8||9||10||11||12||13||14||15||16",
		"more than 16 alternatives" },
};

static void check_versions(
	const struct range *r, const char *list, bool taken, const char *text)
{
	struct version v;
	int n;

	while (sscanf(list, "%u.%u.%u%n", &v.major, &v.minor, &v.patch, &n) == 3) {
		if (range_takes(r, v) != taken)
			fail_msg("\"%s\" and %u.%u.%u", text, v.major, v.minor, v.patch);
		list += n;
	}
	assert_string_equal(list, "");
}

static void test_ranges(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(ranges); i++) {
		struct err e = { "" };
		struct range r;

		if (!range_read(str_of(ranges[i].range), &r, &e))
			fail_msg("\"%s\": %s", ranges[i].range, e.text);
		check_versions(&r, ranges[i].takes, true, ranges[i].range);
		check_versions(&r, ranges[i].leaves, false, ranges[i].range);
	}
}

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(refused); i++) {
		struct err e = { "" };
		struct range r;

		if (range_read(str_of(refused[i].range), &r, &e))
			fail_msg("\"%s\" was read", refused[i].range);
		assert_string_equal(e.text, refused[i].why);
	}
}

static void test_absent(void **state)
{
	struct range r;

	(void)state;
	assert_true(range_read((struct str){ 0 }, &r, NULL));
	assert_true(range_takes(&r, (struct version){ 1, 2, 3 }));
}

static void test_meets(void **state)
{
	static const struct {
		const char *a, *b;
		bool meet;
	} pairs[] = {
		{ "^1", ">=1.9 <4", true },
		{ "^1", "^2", false },
		{ "^1 || ^3", "2 || 3.1", true },
		{ "<1.2", ">=1.2", false },
		{ "<0", "*", false },
	};
	struct range a, b;

	(void)state;
	for (size_t i = 0; i < LEN(pairs); i++) {
		assert_true(range_read(str_of(pairs[i].a), &a, NULL));
		assert_true(range_read(str_of(pairs[i].b), &b, NULL));
		assert_int_equal(range_meets(&a, &b), pairs[i].meet);
		assert_int_equal(range_meets(&b, &a), pairs[i].meet);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_absent),
		cmocka_unit_test(test_meets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
