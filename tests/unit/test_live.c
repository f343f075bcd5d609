/* SPDX-License-Identifier: MIT */
/* How the link is said to be, over random histories of beats, events and connections. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/live.h"
#include "base/clock.h"
#include "views/link.h"

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

struct history {
	struct mirror_facts f;
	int64_t now;    /* clock_mono() */
	int64_t offset; /* the hub's clock minus that */
	int64_t newest; /* event, by the hub's clock; 0: none */
};

static void happen(struct history *h, unsigned *seed)
{
	unsigned what = next_random(seed) % 20;

	h->now += next_random(seed) % 4 == 0 ? (int64_t)(next_random(seed) % 9) * SECOND
					     : (int64_t)(next_random(seed) % 900) * 1000;
	if (what < 9 && h->f.connected) {
		h->f.answered = true;
		h->f.last_beat = h->now - (int64_t)(next_random(seed) % 300) * 1000;
	} else if (what < 13 && h->f.answered) {
		h->f.synced = true;
		h->newest = h->now + h->offset;
		h->f.has = ++h->f.hub_has;
	} else if (what == 13) {
		h->f.hub_has += next_random(seed) % 100;
	} else if (what == 14) {
		h->f.connected = false;
		h->f.since = h->now;
	} else if (what >= 15 && !h->f.connected) {
		h->f.connected = true;
		h->f.since = h->now;
		h->f.synced = next_random(seed) % 2 == 0;
	}
}

static void check(const struct history *h)
{
	int64_t beat = h->f.last_beat != 0 ? h->now - h->f.last_beat : INT64_MAX;
	struct world w = { .now = h->now + h->offset };
	char badge[LINK_TEXT];
	struct link_view l;

	live_link(&h->f, h->newest, h->now + h->offset, h->now, &l);
	w.link = l;
	link_badge(&w, badge);
	assert_true(l.age >= 0);
	assert_true(l.as_of <= h->now + h->offset);
	if (l.state == LINK_LIVE || l.state == LINK_QUIET) {
		assert_true(h->f.connected && h->f.answered && h->f.synced);
		assert_true(h->f.last_beat == 0 || beat <= 2 * SECOND);
		assert_null(strstr(badge, "LOST"));
		/* what is shown is of now */
		assert_true(h->f.last_beat == 0 ||
			h->now + h->offset - l.as_of <= 2 * SECOND);
	} else {
		assert_false(world_can_act(&w));
		assert_null(strstr(badge, "LIVE"));
		assert_null(strstr(badge, "QUIET"));
	}
	if (l.state == LINK_LIVE && h->newest != 0)
		assert_true(h->now + h->offset - h->newest <= 10 * SECOND);
	if (h->f.answered &&
		(!h->f.connected || (h->f.last_beat != 0 && beat > 15 * SECOND)))
		assert_int_equal(l.state, LINK_LOST);
	if (!h->f.answered)
		assert_int_equal(l.state, LINK_CONNECTING);
	if (l.state == LINK_STALE)
		assert_true(beat > 2 * SECOND);
	assert_int_equal(l.behind, h->f.hub_has - h->f.has);
}

static void test_histories(void **state)
{
	unsigned seed = 1;

	(void)state;
	for (int i = 0; i < 300; i++) {
		struct history h = { .f = { .clock_rate = 1, .since = 100 * SECOND },
			.now = 100 * SECOND,
			.offset = INT64_C(1795230761000000) };

		for (int k = 0; k < 300; k++) {
			happen(&h, &seed);
			check(&h);
		}
	}
}

/* A local clock that is off is told, and moves nothing. */
static void test_clock_off(void **state)
{
	struct mirror_facts f = { .answered = true,
		.connected = true,
		.synced = true,
		.clock_rate = 1,
		.clock_off = 3200000,
		.last_beat = 100 * SECOND };
	struct link_view l;

	(void)state;
	live_link(&f, 5000 * SECOND, 5001 * SECOND, 101 * SECOND, &l);
	assert_int_equal(l.state, LINK_LIVE);
	assert_int_equal(l.clock_off, 3200000);
	assert_int_equal(l.as_of, 5000 * SECOND);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_histories),
		cmocka_unit_test(test_clock_off),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
