/* SPDX-License-Identifier: MIT */
#include "bus/vitals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bus/prom_text.h"

/* A value that is a bound belongs below it, as `le` says. */
static void test_histogram(void **state)
{
	struct vitals v;

	(void)state;
	vitals_init(&v);
	histogram_add(&v.batch, 1);
	histogram_add(&v.batch, 2);
	histogram_add(&v.batch, 4);
	histogram_add(&v.batch, 1e9);
	assert_int_equal(v.batch.count[0], 1);
	assert_int_equal(v.batch.count[1], 2);
	assert_int_equal(v.batch.count[v.batch.bounds], 1);
	assert_true(v.batch.sum == 7 + 1e9);
	assert_true(v.commit.bounds <= HISTOGRAM_BOUNDS);
	for (size_t i = 1; i < v.commit.bounds; i++)
		assert_true(v.commit.bound[i] > v.commit.bound[i - 1]);
}

static void test_grow(void **state)
{
	uint64_t told = 0;

	(void)state;
	assert_int_equal(vitals_grow(&told, 5), 5);
	assert_int_equal(vitals_grow(&told, 3), 5);
	assert_int_equal(vitals_grow(&told, 6), 6);
}

static void test_text(void **state)
{
	static const double bound[] = { .25, 1 };
	struct histogram g = { .bound = bound, .bounds = 2 };
	struct buf b = { 0 };

	(void)state;
	histogram_add(&g, .25);
	histogram_add(&g, 3);
	prom_family(&b, "x", "histogram", "How.");
	prom_histogram(&b, "x", &g);
	prom_plain(&b, "y_total", 12345678901234);
	prom_name(&b, "z");
	prom_label(&b, "a", "b\\\"c\nd");
	prom_label(&b, "e", "");
	prom_value(&b, .5);
	assert_string_equal(b.data,
		"# HELP x How.\n# TYPE x histogram\n"
		"x_bucket{le=\"0.25\"} 1\nx_bucket{le=\"1\"} 1\n"
		"x_bucket{le=\"+Inf\"} 2\nx_sum 3.25\nx_count 2\n"
		"y_total 12345678901234\nz{a=\"b\\\\\\\"c\\nd\",e=\"\"} 0.5\n");
	buf_fini(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_histogram),
		cmocka_unit_test(test_grow),
		cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
