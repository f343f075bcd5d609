/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/digest.h"
#include "base/mem.h"
#include "base/str.h"
#include "tests/mesh_feed.h"
#include "views/ahead.h"
#include "views/rehearse.h"

#define LETTERS 1000

/* A hub behind a line: what is asked for is here in the next round, as much as is kept.
 */
struct line {
	uint64_t kept[LETTERS], asked[LETTERS];
	size_t keeps, kept_n, asked_n, all;
};

static bool event_bytes(void *arg, uint64_t hubsequence, struct buf *out)
{
	struct line *l = arg;

	for (size_t i = 0; i < l->kept_n; i++) {
		if (l->kept[i] != hubsequence)
			continue;
		buf_str(out, "{\"data\":{\"artifact\":{\"confidence\":0.9}}}");
		return true;
	}
	assert_true(l->asked_n < LETTERS);
	l->asked[l->asked_n++] = hubsequence;
	l->all++;
	return false;
}

/* What has been asked for comes; only the newest stay. */
static void next_round(struct line *l)
{
	for (size_t i = 0; i < l->asked_n; i++) {
		if (l->kept_n == l->keeps)
			memmove(l->kept, l->kept + 1, --l->kept_n * sizeof(*l->kept));
		l->kept[l->kept_n++] = l->asked[i];
	}
	l->asked_n = 0;
}

/* How many rounds it takes. */
static size_t rounds(struct line *l)
{
	struct feed feed;
	struct rehearse r = { 0 };
	struct world w = { .event = event_bytes, .event_arg = l, .clock_rate = 1 };
	uint32_t *place = xmalloc(LETTERS * sizeof(*place));
	size_t n = 0;
	char id[32];

	feed_init(&feed);
	for (uint32_t i = 0; i < LETTERS; i++) {
		snprintf(id, sizeof(id), "d%u", i);
		feed_offer(&feed, id, "a", "b");
		feed_kill(&feed, id, "a", "one");
		place[i] = mesh_find_handoff(feed.mesh, str_of(id));
		((struct handoff *)handoff_at(feed.mesh, place[i]))->offer = 10 + i;
	}
	w.mesh = feed.mesh;
	w.tick = SECOND;
	rehearse_begin(&r, place, LETTERS, LETTERS);
	for (; !rehearse_is_done(&r); n++) {
		assert_true(n < 2 * LETTERS);
		rehearse_turn(&r, &w, NULL);
		next_round(l);
	}
	assert_int_equal(r.at, LETTERS);
	rehearse_fini(&r);
	free(place);
	feed_fini(&feed);
	return n;
}

/* A thousand old ones are here in a few rounds, each asked for once. */
static void test_many_at_once(void **state)
{
	struct line *l = xcalloc(1, sizeof(*l));

	(void)state;
	l->keeps = LETTERS;
	assert_true(rounds(l) <= LETTERS / AHEAD + 3);
	assert_int_equal(l->all, LETTERS);
	free(l);
}

/* Where only one stays until it is looked at, it goes on, one after the other. */
static void test_large_ones(void **state)
{
	struct line *l = xcalloc(1, sizeof(*l));

	(void)state;
	l->keeps = 1;
	assert_true(rounds(l) <= LETTERS + LETTERS / AHEAD + 3);
	free(l);
}

/* What a receiver takes decides as a contract does: both make it be looked at anew. */
static void test_a_hello_makes_it_old(void **state)
{
	struct feed feed;
	uint64_t stamp;

	(void)state;
	feed_init(&feed);
	feed_offer(&feed, "d1", "a", "b");
	stamp = rehearse_stamp(feed.mesh);
	feed_offer(&feed, "d2", "a", "b");
	assert_true(rehearse_stamp(feed.mesh) == stamp);
	feed.mesh->agent[mesh_find_agent(feed.mesh, STR("b"))].hellos++;
	assert_true(rehearse_stamp(feed.mesh) != stamp);
	feed_fini(&feed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_many_at_once),
		cmocka_unit_test(test_large_ones),
		cmocka_unit_test(test_a_hello_makes_it_old),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
