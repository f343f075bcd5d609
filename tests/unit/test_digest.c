/* SPDX-License-Identifier: MIT */
#include "base/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "base/mem.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define HEX64(c) c c c c c c c c c c c c c c c c

/* FIPS 180-4, and the example of the protocol page. */
static const struct hash_key key = { { 1, 2 } };

static void test_sha256(void **state)
{
	static const struct {
		const char *text, *digest;
	} cases[] = {
		{ "", "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
		{ "abc",
			"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
			"sha256:248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
		{ "{\"incident_id\":\"inc-2026-04-17-0042\","
		  "\"signal_types\":[\"metric\",\"log\",\"trace\"],"
		  "\"services\":[\"checkout-api\",\"payment-client\"],"
		  "\"time_window\":{\"start\":\"2026-04-17T23:03:00Z\","
		  "\"duration_seconds\":240},\"alert_count\":84,"
		  "\"primary_hypothesis\":\"recent_deploy\","
		  "\"evidence_refs\":[\"deploy:prod-2026-04-17-2247\","
		  "\"trace:abc123...\"],\"confidence\":0.74,"
		  "\"fallback\":\"escalate_to_oncall_if_not_progressed_within_300s\"}",
			"sha256:f6de833923f1e2b9dc4b74bee0a37b44a198c125d1db85d670b09effb73a3d32" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct digest d = digest_of(str_of(cases[i].text)), back;
		char text[DIGEST_TEXT];

		digest_text(&d, text);
		assert_string_equal(text, cases[i].digest);
		assert_true(digest_parse(str_of(text), &back));
		assert_true(digest_eq(&d, &back));
		back.byte[DIGEST_SIZE - 1] ^= 1;
		assert_false(digest_eq(&d, &back));
	}
}

/* RFC 4231, cases 2 and 6: a short key, and one that is longer than a block. */
static void test_hmac(void **state)
{
	static const char *const want[] = {
		"sha256:5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
		"sha256:60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
	};
	char text[DIGEST_TEXT], long_key[131];
	struct digest d;

	(void)state;
	d = hmac_of(STR("Jefe"), STR("what do ya want for nothing?"));
	digest_text(&d, text);
	assert_string_equal(text, want[0]);
	memset(long_key, 0xaa, sizeof(long_key));
	d = hmac_of((struct str){ long_key, sizeof(long_key) },
		STR("Test Using Larger Than Block-Size Key - Hash Key First"));
	digest_text(&d, text);
	assert_string_equal(text, want[1]);
}

static void test_parse(void **state)
{
	static const struct {
		const char *text;
		bool ok;
	} cases[] = {
		{ "sha256:" HEX64("0a1f"), true },
		{ "sha256:" HEX64("ffff"), true },
		{ "", false },
		{ "sha256:", false },
		{ HEX64("0a1f"), false },
		{ "sha256:" HEX64("0A1F"), false },
		{ "SHA256:" HEX64("0a1f"), false },
		{ "sha512:" HEX64("0a1f"), false },
		{ "sha256:" HEX64("0a1g"), false },
		{ "sha256:" HEX64("0a1/"), false },
		{ "sha256:" HEX64("0a1`"), false },
		{ "sha256:" HEX64("0a1f") "0", false },
		{ "sha256:" HEX64("0a1f") " ", false },
		{ " sha256:" HEX64("0a1f"), false },
		{ "sha256: " HEX64("0a1f"), false },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct digest d;

		if (digest_parse(str_of(cases[i].text), &d) != cases[i].ok)
			fail_msg("\"%s\"", cases[i].text);
	}
}

/* The same bytes cut elsewhere are another pair; hashes repeat within a process. */
static void test_hash(void **state)
{
	static const char text[] = "agent:correlator9d2e-000042";
	size_t n = sizeof(text) - 1;
	struct hash128 first =
		hash128_of(&key, (struct str){ text, 0 }, (struct str){ text, n });

	(void)state;
	for (size_t cut = 1; cut <= n; cut++) {
		struct hash128 h = hash128_of(&key, (struct str){ text, cut },
			(struct str){ text + cut, n - cut });
		struct hash128 again = hash128_of(&key, (struct str){ text, cut },
			(struct str){ text + cut, n - cut });

		assert_true(h.a != first.a || h.b != first.b);
		assert_true(h.a == again.a && h.b == again.b);
	}
	assert_true(hash64(STR("a")) == hash64(STR("a")));
	assert_true(hash64(STR("a")) != hash64(STR("b")));
	assert_true(hash64(STR("")) == hash64((struct str){ 0 }));
}

/* Every byte of both counts, at every length; zeros at an end are not padding. */
static void test_hash_bytes(void **state)
{
	char text[81] = { 0 };

	(void)state;
	for (size_t n = 0; n < sizeof(text) - 1; n++) {
		struct hash128 h = hash128_of(&key, (struct str){ text, n / 2 },
			(struct str){ text + n / 2, n - n / 2 });
		uint64_t one = hash64((struct str){ text, n });
		struct hash128 longer = hash128_of(&key, (struct str){ text, n / 2 },
			(struct str){ text + n / 2, n - n / 2 + 1 });

		assert_true(h.a != longer.a || h.b != longer.b);
		assert_true(h.a != h.b);
		assert_true(one != hash64((struct str){ text, n + 1 }));
		for (size_t i = 0; i < n; i++) {
			struct hash128 other;

			text[i] = 1;
			other = hash128_of(&key, (struct str){ text, n / 2 },
				(struct str){ text + n / 2, n - n / 2 });
			assert_true(h.a != other.a && h.b != other.b);
			assert_true(one != hash64((struct str){ text, n }));
			text[i] = 0;
		}
	}
}

/* Long ones as well. */
static void test_hash_long(void **state)
{
	char *long_text = xcalloc(1, 100000);
	struct str all = { long_text, 100000 };
	struct hash128 a = hash128_of(&key, STR("x"), all), b;

	(void)state;
	long_text[99999] = 1;
	b = hash128_of(&key, STR("x"), all);
	assert_true(a.a != b.a && a.b != b.b);
	free(long_text);
}

/* RFC 4648, 10. */

static void test_random(void **state)
{
	char a[33], b[33];
	uint8_t bytes[64] = { 0 }, all = 0;

	(void)state;
	random_name(a);
	random_name(b);
	assert_int_equal(strlen(a), 32);
	assert_int_equal(strspn(a, "0123456789abcdef"), 32);
	assert_string_not_equal(a, b);
	random_bytes(bytes, sizeof(bytes));
	for (size_t i = 0; i < sizeof(bytes); i++)
		all |= bytes[i];
	assert_true(all != 0);
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
		cmocka_unit_test(test_sha256),
		cmocka_unit_test(test_hmac),
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_hash),
		cmocka_unit_test(test_hash_bytes),
		cmocka_unit_test(test_hash_long),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
