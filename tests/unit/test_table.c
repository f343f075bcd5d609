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

/* Against a plain array: what is in is found, what was taken out is not. */
static void test_remove(void **state)
{
	enum { KEYS = 500 };
	static char text[KEYS][8];
	static struct str keys[KEYS];
	bool in[KEYS] = { false };
	uint32_t seed = 1, kept = 0;
	struct table t;

	(void)state;
	table_init(&t, slice_at, keys);
	for (uint32_t i = 0; i < KEYS; i++) {
		snprintf(text[i], sizeof(text[i]), "%u", (unsigned)i);
		keys[i] = str_of(text[i]);
	}
	for (int round = 0; round < 20000; round++) {
		uint32_t i;

		seed = seed * 1664525u + 1013904223u;
		i = (seed >> 8) % KEYS;
		if (in[i])
			table_remove(&t, keys[i], i);
		else
			table_add(&t, keys[i], i);
		kept += in[i] ? (uint32_t)-1 : 1;
		in[i] = !in[i];
		assert_int_equal(t.used, kept);
		for (uint32_t k = i; k < KEYS; k += 37)
			assert_int_equal(table_find(&t, keys[k]), in[k] ? k : TABLE_NONE);
	}
	table_fini(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_remove),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
