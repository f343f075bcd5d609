/* SPDX-License-Identifier: MIT */
/* How a peer may name itself, in the metadata of its handshake. */
#include "bus/name_guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static unsigned char wire[1024];
static size_t len;

static void property(const char *name, const char *value, size_t n)
{
	wire[len++] = (unsigned char)strlen(name);
	memcpy(wire + len, name, strlen(name));
	len += strlen(name);
	memcpy(wire + len,
		(unsigned char[4]){ 0, 0, (unsigned char)(n >> 8), (unsigned char)n }, 4);
	len += 4;
	memcpy(wire + len, value, n);
	len += n;
}

static bool fits(const char *kind, const char *name, const char *id, size_t n, int lane)
{
	len = 0;
	property("Socket-Type", kind, strlen(kind));
	property(name, id, n);
	property("X-Own", "\0\0\0", 3);
	return name_fits(wire, len, lane);
}

static void test_names(void **state)
{
	(void)state;
	assert_true(fits("DEALER", "Identity", "", 0, 1));
	assert_true(fits("DEALER", "Identity", "mira", 4, 1));
	assert_true(fits("DEALER", "Identities", "\0abcd", 5, 1));
	assert_false(fits("DEALER", "Identity", "\0abcd", 5, 1));
	assert_false(fits("DEALER", "identity", "\0abcd", 5, 1));
	assert_false(fits("PUB", "Identity", "\0", 1, 0));
}

static void test_kinds(void **state)
{
	static const char *const good[][4] = { { "PUB", "XPUB" },
		{ "DEALER", "REQ", "ROUTER" }, { "SUB", "XSUB" } };

	(void)state;
	for (int lane = 0; lane < 3; lane++) {
		for (int i = 0; i < 3 && good[lane][i] != NULL; i++) {
			assert_true(fits(good[lane][i], "Identity", "", 0, lane));
			assert_false(
				fits(good[lane][i], "Identity", "", 0, (lane + 1) % 3));
			assert_true(fits(good[lane][i], "Identity", "", 0, -1));
		}
	}
	assert_false(fits("", "Identity", "", 0, 1));
}

/* What is cut is libzmq's to refuse; nothing beyond it is read. */
static void test_cut(void **state)
{
	(void)state;
	fits("DEALER", "Identity", "\0abcd", 5, 1);
	for (size_t n = 0; n < 22 + 13 + 5; n++) {
		unsigned char *exact = test_malloc(n + 1);

		memcpy(exact, wire, n);
		assert_true(name_fits(exact, n, 1));
		test_free(exact);
	}
	memset(wire, 0xff, sizeof(wire));
	assert_true(name_fits(wire, sizeof(wire), 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
