/* SPDX-License-Identifier: MIT */
/* Frames are counted the same however their bytes are cut; bounds hold on the byte. */
#include "bus/zmtp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/allowance.h"

static unsigned char wire[1 << 16];
static size_t len;

static void put(const void *p, size_t n)
{
	memcpy(wire + len, p, n);
	len += n;
}

static void greet(const char *mechanism)
{
	unsigned char g[ZMTP_GREETING] = { 0xff, [9] = 0x7f, [10] = 3 };

	memcpy(g + 12, mechanism, strlen(mechanism));
	len = 0;
	put(g, sizeof(g));
}

static void frame(unsigned flags, size_t n)
{
	unsigned char head[9] = { (unsigned char)(flags | (n > 255 ? 2 : 0)),
		(unsigned char)n };

	if (n > 255) {
		for (int i = 0; i < 8; i++)
			head[1 + i] = (unsigned char)((uint64_t)n >> (56 - 8 * i));
	}
	put(head, n > 255 ? 9 : 2);
	memset(wire + len, 0xff, n);
	len += n;
}

static enum zmtp_fault take(struct zmtp *z, size_t step, struct zmtp_sum *sum)
{
	enum zmtp_fault f = ZMTP_GOOD;

	*z = (struct zmtp){ .most = 1000 };
	*sum = (struct zmtp_sum){ 0 };
	for (size_t at = 0; at < len && f == ZMTP_GOOD; at += step)
		f = zmtp_take(z, wire + at, len - at < step ? len - at : step, sum);
	return f;
}

static void frames_are_counted_however_they_come(void **state)
{
	static const size_t steps[] = { 1, 2, 3, 7, 64, 65, 1000, sizeof(wire) };
	struct zmtp z;
	struct zmtp_sum s;

	(void)state;
	for (int curve = 0; curve < 2; curve++) {
		greet(curve ? "CURVE" : "NULL");
		frame(4, 200);
		if (curve)
			frame(4, 300);
		frame(0, 10);
		frame(1, 0);
		frame(1, 64);
		frame(0, 65);
		frame(0, 256);
		frame(0, 1000);
		frame(4, 8);
		frame(4, 100);
		for (int i = 0; i < 9; i++) { /* PING */
			frame(4, 7);
			wire[len - 7] = 4;
		}
		for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
			assert_int_equal(take(&z, steps[i], &s), ZMTP_GOOD);
			assert_true(zmtp_is_open(&z));
			assert_int_equal(s.small, 3);
			assert_int_equal(s.large, 3);
			assert_int_equal(s.commands, 2);
			assert_int_equal(s.long_commands, 1);
			assert_int_equal(
				s.bytes, curve ? 1321 - 3 * ZMTP_CURVE : 1321 + 74);
		}
	}
}

static enum zmtp_fault once(size_t step)
{
	struct zmtp z;
	struct zmtp_sum s;

	return take(&z, step, &s);
}

static void what_is_beyond_is_a_fault(void **state)
{
	(void)state;
	for (size_t step = 1; step < 100; step += 33) {
		greet("NULL");
		wire[0] = 0;
		assert_int_equal(once(step), ZMTP_FOREIGN);
		greet("NULL");
		wire[9] = 0x7e;
		assert_int_equal(once(step), ZMTP_FOREIGN);
		greet("NULL");
		wire[10] = 2;
		assert_int_equal(once(step), ZMTP_FOREIGN);
		greet("NULL");
		frame(0, 1);
		assert_int_equal(once(step), ZMTP_HANDSHAKE);
		greet("CURVE");
		frame(4, 10);
		frame(0, 10);
		assert_int_equal(once(step), ZMTP_HANDSHAKE);
		greet("NULL");
		frame(4, ZMTP_COMMAND + 1);
		assert_int_equal(once(step), ZMTP_HANDSHAKE);
		greet("NULL");
		frame(4, ZMTP_COMMAND);
		assert_int_equal(once(step), ZMTP_GOOD);
		frame(0, 1001);
		assert_int_equal(once(step), ZMTP_LARGE);
		greet("NULL");
		frame(4, 10);
		frame(4, ZMTP_COMMAND + 1);
		assert_int_equal(once(step), ZMTP_LARGE);
	}
}

/* A length that is as large as can be is one frame, not many. */
static void lengths_do_not_wrap(void **state)
{
	static const unsigned char head[] = { 2, 255, 255, 255, 255, 255, 255, 255, 255 };

	(void)state;
	greet("NULL");
	frame(4, 10);
	put(head, sizeof(head));
	assert_int_equal(once(1), ZMTP_LARGE);
}

static void an_allowance_fills_by_itself(void **state)
{
	struct allowance a = { 0 };
	int64_t now = 5000000;
	int got = 0;

	(void)state;
	for (int i = 0; i < 100; i++)
		got += allowance_take(&a, now, 10, 20, 1);
	assert_int_equal(got, 20);
	for (int i = 0; i < 100; i++)
		got += allowance_take(&a, now += 10000, 10, 20, 1);
	assert_in_range(got, 29, 30);
	assert_true(allowance_take(&a, now += 60000000, 10, 20, 20));
	assert_false(allowance_take(&a, now, 10, 20, 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(frames_are_counted_however_they_come),
		cmocka_unit_test(what_is_beyond_is_a_fault),
		cmocka_unit_test(lengths_do_not_wrap),
		cmocka_unit_test(an_allowance_fills_by_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
