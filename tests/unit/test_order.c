/* SPDX-License-Identifier: MIT */
#include "base/order.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static uint64_t seed;

static uint32_t below(uint32_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)((seed >> 33) % n);
}

/* A sorted array, moved about the plain way. */
struct model {
	struct order_item item[4096];
	size_t n;
};

static size_t model_rank(const struct model *m, int64_t key, uint32_t id)
{
	size_t rank = 0;

	for (size_t i = 0; i < m->n; i++)
		rank += m->item[i].key < key ||
			(m->item[i].key == key && m->item[i].id < id);
	return rank;
}

static bool model_has(const struct model *m, int64_t key, uint32_t id)
{
	size_t i = model_rank(m, key, id);

	return i < m->n && m->item[i].key == key && m->item[i].id == id;
}

static void model_add(struct model *m, int64_t key, uint32_t id)
{
	size_t i = model_rank(m, key, id);

	memmove(m->item + i + 1, m->item + i, (m->n - i) * sizeof(*m->item));
	m->item[i] = (struct order_item){ key, id };
	m->n++;
}

static void model_remove(struct model *m, size_t i)
{
	memmove(m->item + i, m->item + i + 1, (m->n - i - 1) * sizeof(*m->item));
	m->n--;
}

static void same(const struct order *o, const struct model *m)
{
	struct order_item x;

	assert_int_equal(o->count, m->n);
	for (size_t i = 0; i < m->n; i++) {
		assert_true(order_at(o, i, &x));
		assert_int_equal(x.key, m->item[i].key);
		assert_int_equal(x.id, m->item[i].id);
		assert_int_equal(order_rank(o, x.key, x.id), i);
	}
	assert_false(order_at(o, m->n, &x));
	assert_false(order_at(o, SIZE_MAX, &x));
}

static void test_empty(void **state)
{
	struct order o = { 0 };
	struct order_item x;

	(void)state;
	assert_false(order_at(&o, 0, &x));
	assert_int_equal(order_rank(&o, 0, 0), 0);
	assert_false(order_remove(&o, 0, 0));
	order_add(&o, INT64_MIN, 0);
	order_add(&o, INT64_MAX, UINT32_MAX);
	order_add(&o, INT64_MIN, UINT32_MAX);
	assert_int_equal(order_rank(&o, INT64_MIN, UINT32_MAX), 1);
	assert_int_equal(order_rank(&o, 0, 0), 2);
	assert_true(order_remove(&o, INT64_MIN, 0));
	assert_true(order_remove(&o, INT64_MIN, UINT32_MAX));
	assert_true(order_remove(&o, INT64_MAX, UINT32_MAX));
	assert_int_equal(o.count, 0);
	assert_false(order_at(&o, 0, &x));
	order_add(&o, 1, 1);
	assert_true(order_at(&o, 0, &x));
	order_fini(&o);
	assert_int_equal(o.count, 0);
	order_fini(&o);
}

/* It fills, shrinks to nothing and fills again, with few keys (ties) and many. */
static void walk(int64_t keys, int64_t lowest)
{
	struct order o = { 0 };
	struct model *m = xcalloc(1, sizeof(*m));

	for (int step = 0; step < 40000; step++) {
		bool grows = step / 8000 % 2 == 0;
		int64_t key = lowest + below((uint32_t)keys);
		uint32_t id = below(3000);

		if (m->n < 4000 && below(8) < (grows ? 7u : 1u)) {
			if (!model_has(m, key, id)) {
				model_add(m, key, id);
				order_add(&o, key, id);
			}
		} else if (m->n > 0 && below(4) > 0) {
			size_t i = below((uint32_t)m->n);
			struct order_item x = m->item[i];

			model_remove(m, i);
			assert_true(order_remove(&o, x.key, x.id));
		} else if (!model_has(m, key, id)) {
			assert_false(order_remove(&o, key, id));
		}
		assert_int_equal(order_rank(&o, key, id), model_rank(m, key, id));
		if (step % 997 == 0)
			same(&o, m);
	}
	same(&o, m);
	while (m->n > 0) {
		struct order_item x = m->item[m->n / 2];

		model_remove(m, m->n / 2);
		assert_true(order_remove(&o, x.key, x.id));
	}
	same(&o, m);
	order_fini(&o);
	free(m);
}

static void test_random(void **state)
{
	(void)state;
	seed = 1;
	walk(1, 0);
	walk(7, -3);
	walk(1000, INT64_MIN);
	walk(1000000, INT64_MAX - 1000000);
}

/* The same content, whatever way it came about, reads the same. */
static void test_same_order(void **state)
{
	struct order up = { 0 }, down = { 0 }, mixed = { 0 };
	struct order_item a, b, c;

	(void)state;
	for (uint32_t i = 0; i < 5000; i++) {
		order_add(&up, i / 10, i);
		order_add(&down, (4999 - i) / 10, 4999 - i);
		order_add(&mixed, i * 7 % 5000 / 10, i * 7 % 5000);
	}
	for (size_t i = 0; i < 5000; i++) {
		assert_true(order_at(&up, i, &a) && order_at(&down, i, &b) &&
			order_at(&mixed, i, &c));
		assert_true(a.key == b.key && b.key == c.key);
		assert_true(a.id == b.id && b.id == c.id && a.id == i);
	}
	order_fini(&up);
	order_fini(&down);
	order_fini(&mixed);
}

/* What comes in order fills its runs: a million take little more than their bytes. */
static void test_million(void **state)
{
	struct order o = { 0 };
	struct order_item x;
	uint32_t n = 1000000;

	(void)state;
	for (uint32_t i = 0; i < n; i++)
		order_add(&o, (int64_t)i * 10, i);
	assert_int_equal(o.count, n);
	assert_true(o.runs < n / 500);
	for (uint32_t i = 0; i < n; i += 9973) {
		assert_true(order_at(&o, i, &x));
		assert_int_equal(x.id, i);
		assert_int_equal(order_rank(&o, (int64_t)i * 10, i), i);
		assert_int_equal(order_rank(&o, (int64_t)i * 10 + 1, 0), i + 1);
	}
	for (uint32_t i = 0; i < n; i++)
		assert_true(order_remove(&o, (int64_t)i * 10, i));
	assert_int_equal(o.count, 0);
	assert_int_equal(o.runs, 0);
	order_fini(&o);
}

/* A way through all of them, some at a time, while others come and go behind it. */
static void test_after(void **state)
{
	struct order o = { 0 };
	struct order_item out[100], x = { INT64_MIN, 0 };
	size_t seen = 0, n;
	int64_t last = -1;

	(void)state;
	assert_int_equal(order_after(&o, x.key, x.id, out, 100), 0);
	for (uint32_t i = 0; i < 5000; i++)
		order_add(&o, i * 7 % 5000, i * 7 % 5000);
	while ((n = order_after(&o, x.key, x.id, out, 1 + seen % 100)) > 0) {
		assert_true(n <= 1 + seen % 100);
		for (size_t i = 0; i < n; i++) {
			assert_int_equal(out[i].key, last + 1);
			last = out[i].key;
		}
		seen += n;
		x = out[n - 1];
		/* what is behind us and the very item that we stand at */
		assert_true(order_remove(&o, x.key, x.id));
		order_add(&o, -1 - last, 9999);
	}
	assert_int_equal(seen, 5000);
	order_fini(&o);
}

/* Behind all others, or not at all; what comes later finds its place among them. */
static void test_push(void **state)
{
	struct order pushed = { 0 }, added = { 0 };
	struct order_item x, y;

	(void)state;
	for (uint32_t i = 0; i < 3000; i++) {
		assert_true(order_push(&pushed, i / 3, i));
		order_add(&added, i / 3, i);
		assert_false(order_push(&pushed, i / 3, i));
		assert_false(order_push(&pushed, (int64_t)(i / 3) - 1, UINT32_MAX));
	}
	for (uint32_t i = 0; i < 3000; i += 7) {
		assert_true(order_remove(&pushed, i / 3, i));
		order_add(&pushed, (int64_t)i * 5 % 900, i);
		assert_true(order_remove(&added, i / 3, i));
		order_add(&added, (int64_t)i * 5 % 900, i);
	}
	assert_int_equal(pushed.count, 3000);
	for (size_t i = 0; i < 3000; i++) {
		assert_true(order_at(&pushed, i, &x) && order_at(&added, i, &y));
		assert_true(x.key == y.key && x.id == y.id);
	}
	order_fini(&pushed);
	order_fini(&added);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_same_order),
		cmocka_unit_test(test_million),
		cmocka_unit_test(test_after),
		cmocka_unit_test(test_push),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
