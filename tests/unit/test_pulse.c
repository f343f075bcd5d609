/* SPDX-License-Identifier: MIT */
/* How a slow line is noticed, and that nobody waits for a terminal that says nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/input.h"
#include "tui/pulse.h"

#define MS 1000
#define SECOND (1000 * MS)

static void test_mute(void **state)
{
	struct pulse p = { 0 };

	(void)state;
	assert_true(pulse_ask(&p, 5 * SECOND));
	for (int64_t now = 5 * SECOND; now < 60 * SECOND; now += SECOND) {
		assert_false(pulse_waits(&p, now));
		assert_false(pulse_is_slow(&p, now));
		assert_false(pulse_ask(&p, now)); /* once is enough */
	}
	assert_int_equal(pulse_until(&p), 5 * SECOND + 100 * MS);
}

static void test_fast(void **state)
{
	struct pulse p = { 0 };

	(void)state;
	for (int64_t now = SECOND; now < 9 * SECOND; now += SECOND) {
		assert_true(pulse_ask(&p, now));
		pulse_answered(&p, now + MS);
		assert_false(pulse_waits(&p, now + MS));
		assert_false(pulse_is_slow(&p, now + MS));
	}
	assert_int_equal(pulse_until(&p), 0);
}

static void test_slow(void **state)
{
	struct pulse p = { 0 };
	int64_t now = SECOND;

	(void)state;
	pulse_ask(&p, now);
	pulse_answered(&p, now + 400 * MS);
	assert_true(pulse_is_slow(&p, now + 400 * MS));
	assert_true(pulse_ask(&p, now += SECOND));
	assert_true(pulse_waits(&p, now + 3 * SECOND)); /* one frame at a time */
	assert_int_equal(pulse_until(&p), now + 800 * MS);
	pulse_answered(&p, now += MS);
	assert_false(pulse_waits(&p, now));
	assert_true(pulse_is_slow(&p, now)); /* one that was small */
	assert_false(pulse_is_slow(&p, now + 11 * SECOND));
}

/* Another terminal behind the same tty: it goes on, and is heard when it speaks. */
static void test_silenced(void **state)
{
	struct pulse p = { 0 };

	(void)state;
	pulse_ask(&p, SECOND);
	pulse_answered(&p, SECOND + MS);
	pulse_ask(&p, 2 * SECOND);
	assert_true(pulse_waits(&p, 3 * SECOND));
	assert_false(pulse_waits(&p, 13 * SECOND));
	assert_false(pulse_ask(&p, 14 * SECOND));
	pulse_answered(&p, 20 * SECOND);
	assert_false(pulse_waits(&p, 20 * SECOND));
	assert_true(pulse_ask(&p, 21 * SECOND));
}

/* The answer is no key, and nothing like it is an answer. */
static void test_answer(void **state)
{
	static const char bytes[] = "a\033[0nb\033[1;2n\033[nc";
	struct input in = { 0 };

	(void)state;
	input_feed(&in, bytes, sizeof(bytes) - 1, 0);
	assert_int_equal(input_next(&in, 0), 'a');
	assert_false(input_answered(&in));
	assert_int_equal(input_next(&in, 0), 'b');
	assert_true(input_answered(&in));
	assert_int_equal(input_next(&in, 0), 'c');
	assert_false(input_answered(&in));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mute),
		cmocka_unit_test(test_fast),
		cmocka_unit_test(test_slow),
		cmocka_unit_test(test_silenced),
		cmocka_unit_test(test_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
