/* SPDX-License-Identifier: MIT */
#include "base/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <time.h>

#define LEN(a) (sizeof(a) / sizeof(*(a)))

static void test_parse(void **state)
{
	static const struct {
		const char *text, *utc; /* NULL: none */
	} cases[] = {
		{ "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000000Z" },
		{ "2026-04-17T23:07:01.204Z", "2026-04-17T23:07:01.204000Z" },
		{ "2026-04-17t23:07:01z", "2026-04-17T23:07:01.000000Z" },
		{ "2026-04-17 23:07:01Z", "2026-04-17T23:07:01.000000Z" },
		{ "2026-04-17T23:07:01.1234567899Z", "2026-04-17T23:07:01.123456Z" },
		{ "2026-04-17T23:07:01.000000999Z", "2026-04-17T23:07:01.000000Z" },
		{ "2026-04-18T01:07:01+02:00", "2026-04-17T23:07:01.000000Z" },
		{ "2026-04-17T17:37:01-05:30", "2026-04-17T23:07:01.000000Z" },
		{ "2026-01-01T00:00:00+00:01", "2025-12-31T23:59:00.000000Z" },
		{ "2026-04-17T23:07:01-00:00", "2026-04-17T23:07:01.000000Z" },
		{ "2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999999Z" },
		{ "2016-12-31T23:59:60.5Z", "2016-12-31T23:59:59.999999Z" },
		{ "2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000000Z" },
		{ "2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000000Z" },
		{ "0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000000Z" },
		{ "9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z" },
		{ "", NULL },
		{ "2026-04-17", NULL },
		{ "2026-04-17T23:07:01", NULL },       /* no zone */
		{ "2026-04-17T23:07Z", NULL },         /* no seconds */
		{ "2026-04-17T23:07:01.Z", NULL },     /* no digit behind the dot */
		{ "2026-04-17T23:07:01,5Z", NULL },    /* a comma */
		{ "2026-04-17T23:07:01ZZ", NULL },     /* more behind it */
		{ " 2026-04-17T23:07:01Z", NULL },     /* before it */
		{ "2026-04-17T23:07:01+0200", NULL },  /* no colon */
		{ "2026-04-17T23:07:01+24:00", NULL }, /* no such offset */
		{ "2026-04-17T23:07:01+00:60", NULL },
		{ "2026-00-17T23:07:01Z", NULL },
		{ "2026-13-17T23:07:01Z", NULL },
		{ "2026-04-00T23:07:01Z", NULL },
		{ "2026-04-31T23:07:01Z", NULL },
		{ "2026-02-29T23:07:01Z", NULL },
		{ "1900-02-29T23:07:01Z", NULL },
		{ "2026-04-17T24:00:00Z", NULL },
		{ "2026-04-17T23:60:00Z", NULL },
		{ "2026-04-17T23:07:61Z", NULL },
		{ "226-04-17T23:07:01Z", NULL },
		{ "-226-04-17T23:07:01Z", NULL },
		{ "12026-04-17T23:07:01Z", NULL },
		{ "2026-4-17T23:07:01Z", NULL },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		int64_t t = 0;
		char text[TIME_TEXT];

		if (time_parse(str_of(cases[i].text), &t) != (cases[i].utc != NULL))
			fail_msg("\"%s\"", cases[i].text);
		if (cases[i].utc == NULL)
			continue;
		time_format(t, text);
		assert_string_equal(text, cases[i].utc);
	}
	assert_false(time_parse(
		(struct str){ "2026-04-17T23:07:01Z\0", 21 }, &(int64_t){ 0 }));
	assert_false(time_parse((struct str){ "2026-04-17\0", 11 }, &(int64_t){ 0 }));
}

static void test_format(void **state)
{
	static const struct {
		int64_t usec;
		const char *text;
	} cases[] = {
		{ 0, "1970-01-01T00:00:00.000000Z" },
		{ 1, "1970-01-01T00:00:00.000001Z" },
		{ -1, "1969-12-31T23:59:59.999999Z" },
		{ -SECOND, "1969-12-31T23:59:59.000000Z" },
		{ INT64_C(951782400) * SECOND, "2000-02-29T00:00:00.000000Z" },
		{ INT64_C(253402300800) * SECOND, "9999-12-31T23:59:59.000000Z" },
		{ INT64_MAX, "9999-12-31T23:59:59.775807Z" },
		{ INT64_MIN, "0000-01-01T00:00:00.224192Z" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		char text[TIME_TEXT];

		time_format(cases[i].usec, text);
		assert_string_equal(text, cases[i].text);
	}
}

/* Every day of four centuries and some, against the C library. */
static void test_days(void **state)
{
	(void)state;
	for (int64_t day = -146097; day <= 146097; day++) {
		int64_t usec = day * 86400 * SECOND + (day % 7) * SECOND, back;
		time_t sec = (time_t)(usec / SECOND);
		char text[TIME_TEXT], want[TIME_TEXT + 8];
		struct tm tm;

		time_format(usec, text);
		gmtime_r(&sec, &tm);
		strftime(want, sizeof(want), "%Y-%m-%dT%H:%M:%S.000000Z", &tm);
		assert_string_equal(text, want);
		assert_true(time_parse(str_of(text), &back));
		assert_int_equal(back, usec);
	}
}

static void test_duration(void **state)
{
	static const struct {
		const char *text;
		int64_t usec; /* -1: none */
	} cases[] = {
		{ "300ms", 300000 },
		{ "10s", 10 * SECOND },
		{ "10", 10 * SECOND },
		{ "0", 0 },
		{ "5m", 5 * MINUTE },
		{ "2h", 120 * MINUTE },
		{ "7d", 7 * 24 * 60 * MINUTE },
		{ "106751991d", 106751991 * (24 * 60 * MINUTE) },
		{ "106751992d", -1 }, /* more than 64 bits of microseconds */
		{ "999999999d", -1 },
		{ "999999999h", 999999999 * (60 * MINUTE) },
		{ "", -1 },
		{ "s", -1 },
		{ "-1s", -1 },
		{ "+1s", -1 },
		{ "1.5s", -1 },
		{ "1 s", -1 },
		{ "1S", -1 },
		{ "1sec", -1 },
		{ "1m30s", -1 },
		{ "1234567890", -1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		int64_t t = -1;

		assert_int_equal(
			duration_parse(str_of(cases[i].text), &t), cases[i].usec >= 0);
		assert_int_equal(t, cases[i].usec);
	}
}

static void test_clocks(void **state)
{
	int64_t wall = clock_wall(), mono = clock_mono(), boot = clock_boot();

	(void)state;
	assert_true(wall > INT64_C(1577836800) * SECOND);
	assert_true(mono > 0 && boot >= mono);
	assert_true(clock_boot() >= boot && clock_mono() >= mono);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_format),
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_duration),
		cmocka_unit_test(test_clocks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
