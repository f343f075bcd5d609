/* SPDX-License-Identifier: MIT */
#include "base/pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

struct item {
	uint32_t number;
	char rest[20];
};

static void test_places_stay(void **state)
{
	struct pages p;
	struct item *first;

	(void)state;
	pages_init(&p, sizeof(struct item));
	assert_null(pages_at(&p, 0));
	first = pages_add(&p);
	first->number = 1;
	for (uint32_t i = 1; i < 10 * PAGE_ITEMS; i++) {
		struct item *t = pages_add(&p);

		assert_int_equal(t->number, 0);
		t->number = i + 1;
	}
	assert_ptr_equal(first, pages_at(&p, 0)); /* nothing moves */
	for (uint32_t i = 0; i < 10 * PAGE_ITEMS; i++)
		assert_int_equal(((struct item *)pages_at(&p, i))->number, i + 1);
	assert_null(pages_at(&p, 10 * PAGE_ITEMS));
	assert_null(pages_at(&p, UINT32_MAX));
	pages_fini(&p);
	assert_int_equal(p.count, 0);
	assert_null(pages_at(&p, 0));
}

static void test_a_page_is_given_back(void **state)
{
	struct pages p;

	(void)state;
	pages_init(&p, sizeof(struct item));
	for (uint32_t i = 0; i < 2 * PAGE_ITEMS; i++)
		((struct item *)pages_add(&p))->number = i + 1;
	for (uint32_t i = 0; i < PAGE_ITEMS - 1; i++)
		pages_drop(&p, i);
	assert_int_equal(((struct item *)pages_at(&p, 0))->number, 0);
	assert_int_equal(
		((struct item *)pages_at(&p, PAGE_ITEMS - 1))->number, PAGE_ITEMS);
	pages_drop(&p, PAGE_ITEMS - 1);
	assert_null(pages_at(&p, 0));
	assert_null(pages_at(&p, PAGE_ITEMS - 1));
	assert_int_equal(p.kept, PAGE_ITEMS);
	assert_int_equal(p.count, 2 * PAGE_ITEMS);
	/* the places go on behind */
	((struct item *)pages_add(&p))->number = 7;
	assert_int_equal(((struct item *)pages_at(&p, 2 * PAGE_ITEMS))->number, 7);
	pages_fini(&p);
}

/* A page whose items all went before it was full takes the next ones all the same. */
static void test_the_last_page_comes_back(void **state)
{
	struct pages p;

	(void)state;
	pages_init(&p, sizeof(struct item));
	pages_add(&p);
	pages_drop(&p, 0);
	assert_null(pages_at(&p, 0));
	((struct item *)pages_add(&p))->number = 2;
	assert_int_equal(((struct item *)pages_at(&p, 1))->number, 2);
	assert_int_equal(((struct item *)pages_at(&p, 0))->number, 0);
	pages_skip(&p, 3 * PAGE_ITEMS + 5);
	assert_int_equal(p.kept, 1);
	assert_null(pages_at(&p, 2 * PAGE_ITEMS));
	((struct item *)pages_add(&p))->number = 3;
	assert_int_equal(((struct item *)pages_at(&p, 3 * PAGE_ITEMS + 5))->number, 3);
	pages_fini(&p);
}

/* --- packed pages: here one is the number that its first item has ------------- */

static unsigned unpacked;

static bool unpack(
	void *owner, const struct packed_page *from, uint32_t page, void *items)
{
	struct item *i = items;

	assert_ptr_equal(owner, &unpacked);
	unpacked++;
	if (from->bytes != sizeof(uint32_t))
		return false;
	for (uint32_t k = 0; k < PAGE_ITEMS; k++)
		i[k].number = from->size + k + 1;
	assert_int_equal(from->size, page * PAGE_ITEMS);
	return true;
}

static struct packed_page *packed(uint32_t first, uint32_t bytes)
{
	struct packed_page *p = calloc(1, sizeof(*p) + bytes);

	p->size = first;
	p->bytes = bytes;
	return p;
}

static void test_packed(void **state)
{
	struct pages p;

	(void)state;
	unpacked = 0;
	pages_init(&p, sizeof(struct item));
	pages_unpack_with(&p, unpack, &unpacked);
	pages_skip(&p, 4 * PAGE_ITEMS + 10);
	assert_int_equal(pages_count(&p), 5);
	assert_true(pages_put_take(&p, 1, PAGE_ITEMS, packed(PAGE_ITEMS, 4)));
	assert_true(pages_put_take(&p, 2, 1, packed(2 * PAGE_ITEMS, 3)));
	assert_true(pages_put_take(&p, 4, 10, packed(4 * PAGE_ITEMS, 4)));
	/* twice, empty, more than there is room for, behind the end */
	assert_false(pages_put_take(&p, 1, 1, packed(0, 4)));
	assert_false(pages_put_take(&p, 3, 0, packed(0, 4)));
	assert_false(pages_put_take(&p, 3, PAGE_ITEMS + 1, packed(0, 4)));
	assert_false(pages_put_take(&p, 4, 1, packed(0, 4)));
	assert_false(pages_put_take(&p, 5, 1, packed(0, 4)));
	assert_false(pages_put_take(&p, UINT32_MAX, 1, packed(0, 4)));
	assert_int_equal(p.kept, PAGE_ITEMS + 1 + 10);
	/* a look at one place unpacks its page, once */
	assert_null(pages_open(&p, 1));
	assert_non_null(pages_packed(&p, 1));
	assert_int_equal(
		((struct item *)pages_at(&p, PAGE_ITEMS + 3))->number, PAGE_ITEMS + 4);
	assert_int_equal(
		((struct item *)pages_at(&p, PAGE_ITEMS))->number, PAGE_ITEMS + 1);
	assert_int_equal(unpacked, 1);
	assert_null(pages_packed(&p, 1));
	assert_non_null(pages_open(&p, 1));
	assert_null(pages_at(&p, 0));
	assert_null(pages_at(&p, 3 * PAGE_ITEMS));
	assert_int_equal(unpacked, 1);
	/* one that cannot be unpacked is not there, and stays as it is */
	assert_null(pages_at(&p, 2 * PAGE_ITEMS));
	assert_non_null(pages_packed(&p, 2));
	/* the last one takes the next item, behind those that are packed */
	((struct item *)pages_add(&p))->number = 7;
	assert_int_equal(((struct item *)pages_at(&p, 4 * PAGE_ITEMS + 9))->number,
		4 * PAGE_ITEMS + 10);
	assert_int_equal(((struct item *)pages_at(&p, 4 * PAGE_ITEMS + 10))->number, 7);
	assert_int_equal(pages_living(&p, 4), 11);
	for (uint32_t i = 0; i < PAGE_ITEMS; i++)
		pages_drop(&p, PAGE_ITEMS + i);
	assert_null(pages_at(&p, PAGE_ITEMS));
	pages_fini(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places_stay),
		cmocka_unit_test(test_a_page_is_given_back),
		cmocka_unit_test(test_the_last_page_comes_back),
		cmocka_unit_test(test_packed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
