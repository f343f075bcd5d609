/* SPDX-License-Identifier: MIT */
/* How often a letter came back, of what; and what was put back changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "tests/unit/feed.h"
#include "views/again.h"

static void die(struct feed *f, unsigned attempt, const char *detail)
{
	char more[120];

	snprintf(more, sizeof(more), ",'reason':'version','detail':'%s'", detail);
	feed_offer(f, "l", attempt, "{}");
	feed_about(f, "agent:b", "handoff.refused", "l", attempt, more);
}

static void put_back(struct feed *f, unsigned attempt)
{
	char id[16], more[40];

	snprintf(id, sizeof(id), "d%u", attempt);
	snprintf(more, sizeof(more), ",'next_attempt':%u", attempt + 1);
	feed_decision(f, "decision.requeued", id, "l", attempt, more);
}

static void check(struct feed *f, unsigned times, bool same)
{
	struct again a = again_of(f->m, feed_handoff(f, "l"));

	assert_int_equal(a.times, times);
	assert_int_equal(a.same, same);
}

static void test_again(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	die(&f, 1, "takes 3, got 4 in inv-1");
	check(&f, 0, false);
	put_back(&f, 1);
	die(&f, 2, "takes 3, got 4 in inv-2"); /* what has a digit varies */
	check(&f, 1, true);
	put_back(&f, 2);
	die(&f, 3, "takes 3, got 4 in inv-3");
	check(&f, 2, true);
	put_back(&f, 3);
	die(&f, 4, "no such customer");
	check(&f, 3, false);
	feed_close(&f);
}

/* Discarded, and put back all the same: once. */
static void test_restored(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	die(&f, 1, "no");
	feed_decision(&f, "decision.discarded", "x", "l", 1, ",'note':'n'");
	assert_string_equal(feed_state(&f, "l"), "discarded");
	put_back(&f, 1);
	assert_string_equal(feed_state(&f, "l"), "requeued");
	die(&f, 2, "no");
	check(&f, 1, true); /* it is what it had died of before it was discarded */
	feed_close(&f);
}

static void test_changed(void **state)
{
	struct feed f;
	const struct decision *d;
	struct digest want = digest_of(STR("{\"x\":1}"));

	(void)state;
	feed_open(&f);
	die(&f, 1, "no");
	feed_decision(&f, "decision.requeued", "d1", "l", 1,
		",'next_attempt':2,'artifact':{'x':1},'new_digest':'sha256:"
		"0000000000000000000000000000000000000000000000000000000000000000'");
	d = decision_at(f.m, mesh_find_decision(f.m, STR("d1")));
	assert_true(d->edited);
	assert_true(digest_eq(&d->new_digest, &want));
	feed_close(&f);
	/* as it was: the artifact of the offer is not one that was changed */
	feed_open(&f);
	die(&f, 1, "no");
	feed_decision(
		&f, "decision.requeued", "d1", "l", 1, ",'next_attempt':2,'artifact':{}");
	d = decision_at(f.m, mesh_find_decision(f.m, STR("d1")));
	assert_false(d->edited);
	feed_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_again),
		cmocka_unit_test(test_restored),
		cmocka_unit_test(test_changed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
