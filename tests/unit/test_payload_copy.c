/* SPDX-License-Identifier: MIT */
/* A payload that is copied: its bytes, or the same JSON where those are no text for
 * people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/digest.h"
#include "tests/unit/feed.h"
#include "views/detail.h"

static bool event_of(void *arg, uint64_t hubsequence, struct buf *out)
{
	(void)hubsequence;
	buf_fmt(out, "{\"data\":{\"artifact\":%s}}", (const char *)arg);
	return true;
}

static void copies(const char *artifact, const char *as)
{
	struct detail d = { 0 };
	struct feed f;
	struct world w = { .event = event_of, .event_arg = (void *)artifact };
	char *copy;

	feed_open(&f);
	feed_offer(&f, "h", 1, "{}");
	w.mesh = f.m;
	copy = detail_payload(&d, &w, 0);
	assert_string_equal(copy, as);
	free(copy);
	detail_fini(&d);
	feed_close(&f);
}

static void test_copies(void **state)
{
	(void)state;
	copies("{\n\t\"a\": 0.740, \"b\":\"\xc3\xa9\"}",
		"{\n\t\"a\": 0.740, \"b\":\"\xc3\xa9\"}");
	copies("{\"a\":0.740,\"b\":\"x\x7fy\xc2\x9bz\"}",
		"{\"a\":0.740,\"b\":\"x\\u007fy\\u009bz\"}");
	copies("[\"\xe2\x80\xae\"]", "[\"\\u202e\"]");
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_copies) };

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
