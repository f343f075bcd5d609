/* SPDX-License-Identifier: MIT */
/* What is shown of an edge that is well and not well in turn: it does not flicker. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/digest.h"
#include "mesh/own.h"
#include "mesh/spell.h"
#include "tests/unit/feed.h"
#include "views/watch.h"

static void test_comes_late_and_goes_late(void **state)
{
	struct spell s = { 0 };

	(void)state;
	assert_false(spell_shown(&s, 100 * SECOND));
	spell_note(&s, false, 1 * SECOND);
	assert_false(spell_shown(&s, 100 * SECOND));
	spell_note(&s, true, 10 * SECOND);
	assert_false(spell_shown(&s, 11 * SECOND));
	assert_true(spell_shown(&s, 12 * SECOND));
	assert_true(spell_shown(&s, 1000 * SECOND));
	spell_note(&s, false, 20 * SECOND);
	assert_true(spell_shown(&s, 49 * SECOND));
	assert_false(spell_shown(&s, 50 * SECOND));
}

/* One that is over at once is nothing; a few of them in a row are one. */
static void test_short_ones(void **state)
{
	struct spell s = { 0 };

	(void)state;
	spell_note(&s, true, 10 * SECOND);
	spell_note(&s, false, 11 * SECOND);
	for (int at = 10; at < 60; at++)
		assert_false(spell_shown(&s, at * SECOND));
	spell_note(&s, true, 30 * SECOND);
	assert_true(spell_shown(&s, 30 * SECOND));
	spell_note(&s, false, 31 * SECOND);
	assert_true(spell_shown(&s, 60 * SECOND));
	assert_false(spell_shown(&s, 61 * SECOND));
	/* after thirty seconds it begins anew */
	spell_note(&s, true, 70 * SECOND);
	assert_false(spell_shown(&s, 71 * SECOND));
	assert_true(spell_shown(&s, 72 * SECOND));
}

/* An offer whose contract has a bar of .70. */
static void offer(struct feed *f, unsigned n, double confidence)
{
	char id[20];

	snprintf(id, sizeof(id), "h%u", n);
	feed_offer(f, id, 1, "1");
	edge_note_confidence(f->m, f->m->edge, confidence, confidence < 0.7);
}

/* How often what is shown changes, and how often what is so does, over two minutes. */
static void changes(unsigned *shown, unsigned *so)
{
	enum edge_trouble was = EDGE_OK, was_so = EDGE_OK;
	struct feed f;

	feed_open(&f);
	*shown = *so = 0;
	offer(&f, 0, 0.9);
	for (unsigned i = 1; i < 120; i++) {
		const struct edge *e = f.m->edge;

		feed_wait(&f, SECOND);
		offer(&f, i, i / 6 % 2 == 0 ? 0.9 : 0.2);
		*shown += edge_shown(e, f.now) != was;
		*so += edge_trouble(e, f.now) != was_so;
		was = edge_shown(e, f.now);
		was_so = edge_trouble(e, f.now);
	}
	feed_close(&f);
}

static void test_low_does_not_flicker(void **state)
{
	unsigned shown, so;

	(void)state;
	changes(&shown, &so);
	assert_in_range(so, 4, 200);
	assert_int_equal(shown, 1);
}

/* One of its handoffs waits for a human now and then. */
static void test_waits_does_not_flicker(void **state)
{
	unsigned shown = 0, so = 0;
	bool was = false, was_so = false;
	struct feed f;

	(void)state;
	feed_open(&f);
	for (unsigned i = 0; i < 60; i++) {
		const struct edge *e;
		char id[20], decision[20];

		feed_wait(&f, SECOND);
		snprintf(id, sizeof(id), "h%u", i / 3);
		snprintf(decision, sizeof(decision), "d%u", i);
		if (i % 3 == 0)
			feed_offer(&f, id, 1, "1");
		else if (i % 3 == 1)
			feed_about(&f, "hub:test", "handoff.held", id, 1,
				",'cause':'fault'");
		else
			feed_decision(&f, "decision.approved", decision, id, 1, "");
		e = f.m->edge;
		assert_true(e->waiting > 0 || i % 3 != 1);
		so += (edge_trouble(e, f.now) == EDGE_WAITS) != was_so;
		shown += (edge_shown(e, f.now) == EDGE_WAITS) != was;
		was_so = edge_trouble(e, f.now) == EDGE_WAITS;
		was = edge_shown(e, f.now) == EDGE_WAITS;
	}
	assert_in_range(so, 20, 60);
	assert_int_equal(shown, 1);
	assert_int_equal(edge_shown(f.m->edge, f.now + 31 * SECOND), EDGE_OK);
	feed_close(&f);
}

/* What the verdict counts is what the rows show. */
static void test_the_watch_says_the_same(void **state)
{
	struct watch k = { 0 };
	struct world w = { .clock_rate = 1, .link = { .state = LINK_LIVE } };
	struct feed f;

	(void)state;
	feed_open(&f);
	w.mesh = f.m;
	for (unsigned i = 0; i < 8; i++)
		offer(&f, i, 0.2);
	w.now = f.now;
	watch_look(&k, &w);
	assert_int_equal(edge_trouble(f.m->edge, f.now), EDGE_LOW);
	assert_int_equal(k.low, 0);
	feed_wait(&f, 3 * SECOND);
	w.now = f.now;
	w.tick = 3 * SECOND;
	watch_look(&k, &w);
	assert_int_equal(edge_shown(f.m->edge, f.now), EDGE_LOW);
	assert_int_equal(k.low, 1);
	for (unsigned i = 8; i < 16; i++)
		offer(&f, i, 0.9);
	feed_wait(&f, 3 * SECOND);
	w.now = f.now;
	w.tick = 6 * SECOND;
	watch_look(&k, &w);
	assert_false(edge_is_low(f.m->edge, f.now));
	assert_int_equal(k.low, 1);
	feed_wait(&f, 30 * SECOND);
	w.now = f.now;
	w.tick = 36 * SECOND;
	watch_look(&k, &w);
	assert_int_equal(k.low, 0);
	feed_close(&f);
}

/* Nothing is late that is lost. */
static void test_what_is_lost_is_shown_at_once(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	offer(&f, 0, 0.9);
	feed_about(&f, "agent:b", "handoff.refused", "h0", 1, ",'reason':'scope'");
	assert_int_equal(edge_shown(f.m->edge, f.now), EDGE_BROKEN);
	feed_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_comes_late_and_goes_late),
		cmocka_unit_test(test_short_ones),
		cmocka_unit_test(test_low_does_not_flicker),
		cmocka_unit_test(test_waits_does_not_flicker),
		cmocka_unit_test(test_the_watch_says_the_same),
		cmocka_unit_test(test_what_is_lost_is_shown_at_once),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
