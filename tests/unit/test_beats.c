/* SPDX-License-Identifier: MIT */
#include "bus/beats.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define S INT64_C(1000000)
#define HUB (INT64_C(1700000000) * S) /* the hub's clock when ours shows 0 */

static int64_t late(struct beats *b, int64_t sent, int64_t read)
{
	return beats_late(b, HUB + sent, 1, read);
}

static void answer(struct beats *b, int64_t hub, int64_t asked, int64_t answered)
{
	beats_answer(b, HUB + hub, 1, asked, answered);
}

/* Stopped for five seconds: what was sent meanwhile is told from what is new. */
static void test_read_late(void **state)
{
	struct beats b = { 0 };

	(void)state;
	answer(&b, 0, 0, 1000);
	assert_int_equal(late(&b, 1 * S, 1 * S), 0);
	assert_int_equal(late(&b, 2 * S, 2 * S + 400000), 0);
	for (int64_t sent = 3; sent <= 7; sent++)
		assert_int_equal(late(&b, sent * S, 8 * S), (8 - sent) * S);
	assert_int_equal(late(&b, 8 * S, 8 * S), 0);
}

/* The first beat that a console reads may be an old one: the answer to its ping knows. */
static void test_late_from_the_start(void **state)
{
	struct beats b = { 0 };

	(void)state;
	assert_int_equal(late(&b, 1 * S, 9 * S), 0);
	answer(&b, 9 * S + 500, 9 * S, 9 * S + 1000);
	assert_int_equal(late(&b, 2 * S, 9 * S + 2000), 7 * S + 2000 - 500);
}

/* A hub that starts again with its clock set back is not late for ever. */
static void test_set_back(void **state)
{
	struct beats b = { 0 };

	(void)state;
	answer(&b, 0, 0, 1000);
	assert_int_equal(late(&b, -3600 * S, 10 * S), 3610 * S - 1000);
	answer(&b, -3600 * S, 10 * S, 10 * S + 2000);
	assert_int_equal(late(&b, -3599 * S, 11 * S), 0);
}

/* An answer that took long says little, and nothing that is wrong. */
static void test_slow_answer(void **state)
{
	struct beats b = { 0 };

	(void)state;
	assert_int_equal(late(&b, 1 * S, 1 * S), 0);
	answer(&b, 9 * S, 2 * S, 12 * S);
	assert_int_equal(late(&b, 9 * S, 12 * S), 3 * S);
	assert_int_equal(late(&b, 12 * S, 12 * S), 0);
}

/* A hub whose clock runs faster, and one that comes after it. */
static void test_rate(void **state)
{
	struct beats b = { 0 };

	(void)state;
	assert_int_equal(beats_late(&b, HUB, 60, 0), 0);
	assert_int_equal(beats_late(&b, HUB + 60 * S, 60, 1 * S), 0);
	assert_int_equal(beats_late(&b, HUB + 120 * S, 60, 5 * S), 3 * S);
	assert_int_equal(beats_late(&b, HUB + 180 * S, 1, 6 * S), 0);
	assert_int_equal(beats_late(&b, HUB + 181 * S, 1, 7 * S), 0);
}

/* What a hub says of its clock may be anything: it is late or not, and nothing overflows.
 */
static void test_lies(void **state)
{
	static const double rates[] = { 1e-6, 1e5, 60, 1e-300, 1e300 };
	static const int64_t times[] = { 0, HUB, INT64_C(250000000000000000), 1,
		-INT64_C(60000000000000000) };

	(void)state;
	for (unsigned i = 0; i < 25; i++) {
		struct beats b = { 0 };
		double rate = rates[i / 5];

		for (unsigned k = 0; k < 5; k++) {
			beats_answer(&b, times[(i + k) % 5], rate, 10 * S, 11 * S);
			assert_true(beats_late(&b, times[i % 5], rate, 12 * S) >= 0);
			assert_true(beats_scaled(times[i % 5], rate) > INT64_MIN / 2);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read_late),
		cmocka_unit_test(test_late_from_the_start),
		cmocka_unit_test(test_set_back),
		cmocka_unit_test(test_slow_answer),
		cmocka_unit_test(test_rate),
		cmocka_unit_test(test_lies),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
