/* SPDX-License-Identifier: MIT */
#include "base/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/digest.h"
#include "base/mem.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

static struct str slice_at(const void *owner, uint32_t place)
{
	return ((const struct str *)owner)[place];
}

static void test_empty(void **state)
{
	struct table t;

	(void)state;
	table_init(&t, slice_at, NULL);
	assert_int_equal(table_find(&t, STR("a")), TABLE_NONE);
	assert_int_equal(table_find(&t, STR("")), TABLE_NONE);
	table_fini(&t);
	assert_int_equal(table_find(&t, STR("a")), TABLE_NONE);
}

/* Keys are bytes: they may be empty, hold NUL and begin alike. */
static void test_keys(void **state)
{
	static const struct str keys[] = {
		{ "", 0 },
		{ "\0", 1 },
		{ "\0\0", 2 },
		{ "a", 1 },
		{ "a\0", 2 },
		{ "a\0b", 3 },
		{ "ab", 2 },
		{ "b", 1 },
		{ "\xff\xff", 2 },
	};
	struct table t;

	(void)state;
	table_init(&t, slice_at, keys);
	for (uint32_t i = 0; i < LEN(keys); i++) {
		assert_int_equal(table_find(&t, keys[i]), TABLE_NONE);
		table_add(&t, keys[i], i);
		for (uint32_t k = 0; k < LEN(keys); k++)
			assert_int_equal(
				table_find(&t, keys[k]), k <= i ? k : TABLE_NONE);
	}
	table_fini(&t);
}

#define MANY 200000

struct numbers {
	char text[MANY][12];
	uint8_t size[MANY];
};

static struct str number_at(const void *owner, uint32_t place)
{
	const struct numbers *n = owner;

	return (struct str){ n->text[place], n->size[place] };
}

/* Every key stays where it was while the table grows, and no other is found. */
static void test_many(void **state)
{
	struct numbers *n = xcalloc(1, sizeof(*n));
	struct table t;
	char other[16];

	(void)state;
	table_init(&t, number_at, n);
	for (uint32_t i = 0; i < MANY; i++) {
		n->size[i] = (uint8_t)sprintf(n->text[i], "%u", i);
		table_add(&t, number_at(n, i), i);
		assert_int_equal(table_find(&t, number_at(n, i / 3)), i / 3);
	}
	assert_int_equal(t.used, MANY);
	assert_true(t.size >= MANY && t.size <= 4 * MANY);
	for (uint32_t i = 0; i < MANY; i++) {
		assert_int_equal(table_find(&t, number_at(n, i)), i);
		sprintf(other, "%u.", i);
		assert_int_equal(table_find(&t, str_of(other)), TABLE_NONE);
	}
	table_fini(&t);
	free(n);
}

static int start(void **state)
{
	(void)state;
	digest_start();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
