/* SPDX-License-Identifier: MIT */
#include "base/tally.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/digest.h"
#include "base/hashes.h"

static void test_counts_once_a_turn(void **state)
{
	struct tally t = { 0 };
	uint32_t order[3];

	(void)state;
	tally_add(&t, STR("a"), 1, 7);
	tally_add(&t, STR("b"), 1, 8);
	tally_add(&t, STR("b"), 1, 9);
	tally_add(&t, STR("b\0c"), 2, 0);
	tally_add(&t, STR("b"), 2, 0);
	assert_int_equal(t.rows, 3);
	assert_int_equal(tally_find(&t, STR("b"))->count, 2);
	assert_int_equal(tally_find(&t, STR("b"))->first, 8);
	assert_int_equal(tally_find(&t, STR("b\0c"))->count, 1);
	assert_null(tally_find(&t, STR("c")));
	tally_sort(&t, order);
	assert_int_equal(order[0], 1);
	assert_int_equal(order[1], 0); /* of equals, the one that came first */
	assert_int_equal(order[2], 2);
	tally_fini(&t);
	assert_null(tally_find(&t, STR("a")));
}

static void test_is_bounded(void **state)
{
	struct tally t = { 0 };
	char key[20];

	(void)state;
	for (int i = 0; i < TALLY_ROWS + 5; i++) {
		snprintf(key, sizeof(key), "%d", i);
		assert_true((tally_add(&t, str_of(key), (uint64_t)i + 1, 0) != NULL) ==
			(i < TALLY_ROWS));
	}
	assert_int_equal(t.rows, TALLY_ROWS);
	assert_int_equal(t.others, 5);
	assert_non_null(tally_add(&t, STR("17"), 1 << 30, 0));
	tally_fini(&t);
}

static void test_hashes(void **state)
{
	struct hashes h = { 0 };

	(void)state;
	assert_false(hashes_has(&h, 0));
	assert_false(hashes_has(&h, 16));
	for (uint64_t i = 0; i < 5000; i++)
		assert_true(hashes_add(&h, i * 16)); /* all in one slot at first */
	for (uint64_t i = 0; i < 5000; i++) {
		assert_false(hashes_add(&h, i * 16));
		assert_false(hashes_has(&h, i * 16 + 1));
	}
	assert_int_equal(h.count, 5000);
	hashes_fini(&h);
	assert_false(hashes_has(&h, 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts_once_a_turn),
		cmocka_unit_test(test_is_bounded),
		cmocka_unit_test(test_hashes),
	};

	digest_start();
	return cmocka_run_group_tests_name("tally", tests, NULL, NULL);
}
