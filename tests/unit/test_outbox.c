/* SPDX-License-Identifier: MIT */
#include "bus/outbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"

static void so_many_replies_and_no_more(void **state)
{
	struct outboxes *all = outboxes_new();
	struct outbox *o = outbox_of(all, STR("one")),
		      *other = outbox_of(all, STR("two"));
	struct parcel *p[OUTBOX_MANY];

	(void)state;
	for (size_t i = 0; i < OUTBOX_MANY; i++) {
		assert_false(outbox_is_full(o));
		p[i] = parcel_new(o, STR("{}"));
	}
	assert_true(outbox_is_full(o));
	assert_false(outbox_is_full(other));
	parcel_free(p[0]);
	assert_false(outbox_is_full(o));
	for (size_t i = 1; i < OUTBOX_MANY; i++)
		parcel_free(p[i]);
	assert_int_equal(outboxes_bytes(all), 0);
	outboxes_free(all);
}

/* Who waits is remembered, though no reply is on its way. */
static void so_many_wait_and_no_more(void **state)
{
	struct outboxes *all = outboxes_new();
	struct outbox *o = outbox_of(all, STR("one"));

	(void)state;
	for (int i = 0; i < OUTBOX_WAITS; i++) {
		assert_true(outbox_may_wait(o));
		outbox_wait(o);
	}
	outboxes_sweep(all);
	assert_ptr_equal(outbox_of(all, STR("one")), o);
	assert_false(outbox_may_wait(o));
	outbox_wait_over(o);
	assert_true(outbox_may_wait(o));
	outboxes_free(all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(so_many_replies_and_no_more),
		cmocka_unit_test(so_many_wait_and_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
