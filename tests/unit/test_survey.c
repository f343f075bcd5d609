/* SPDX-License-Identifier: MIT */
#include "bus/survey.h"

#include <stdio.h>

#include "tests/unit/feed.h"

#define NAMES 120
#define MANY 5000 /* more than a slice, and than are remembered as the eldest */

static void offer(struct feed *f, unsigned from, unsigned to, unsigned id, bool held)
{
	struct buf b = { 0 };
	char source[40], name[40];

	snprintf(source, sizeof(source), "agent:n%u", from);
	snprintf(name, sizeof(name), "h%u", id);
	buf_fmt(&b, ",'from':'n%u','to':'n%u','artifact':{'n':%u}", from, to, id);
	feed_about(f, source, "handoff.offered", name, 1, b.data);
	buf_fini(&b);
	if (held)
		feed_about(
			f, "hub:test", "handoff.held", name, 1, ",'cause':'confidence'");
}

static void decide(struct feed *f, unsigned id)
{
	char name[40], decision[40];

	snprintf(name, sizeof(name), "h%u", id);
	snprintf(decision, sizeof(decision), "d%u", id);
	feed_decision(f, "decision.approved", decision, name, 1, "");
}

/* A whole look; gives the number of turns that it took. */
static unsigned look(struct survey *s, struct feed *f)
{
	unsigned turns = 0;

	survey_begin(s);
	for (; survey_under_way(s); turns++)
		survey_turn(s, f->m, f->now);
	return turns;
}

static int64_t oldest_of(const struct mesh *m)
{
	struct order_item x;
	int64_t oldest = 0;

	for (size_t i = 0; order_at(&m->review, i, &x); i++) {
		int64_t since = handoff_at(m, x.id)->since;

		if (oldest == 0 || since < oldest)
			oldest = since;
	}
	return oldest;
}

static void test_empty(void **state)
{
	struct survey *s = survey_new();
	struct feed f;

	(void)state;
	feed_open(&f);
	assert_null(survey_found(s));
	assert_int_equal(survey_oldest(s, f.m), 0);
	assert_int_equal(look(s, &f), 1);
	assert_non_null(survey_found(s));
	assert_int_equal(survey_found(s)->edges.count, 0);
	assert_int_equal(survey_oldest(s, f.m), 0);
	survey_free(s);
	survey_free(NULL);
	feed_close(&f);
}

/* The worst by name, the worst first, and all others in one sum: nothing is left out. */
static void test_worst(void **state)
{
	struct survey *s = survey_new();
	const struct survey_found *found;
	uint64_t waiting = 0, agents = 0, edges = 0;
	unsigned id = 0;
	struct feed f;

	(void)state;
	feed_open(&f);
	for (unsigned n = 0; n < NAMES; n++) {
		for (unsigned i = 0; i <= n * 7 % NAMES / 10; i++)
			offer(&f, n, n + 1, id++, true);
	}
	look(s, &f);
	found = survey_found(s);
	assert_int_equal(found->edges.count, SURVEY_WORST);
	assert_int_equal(found->edges.others, NAMES - SURVEY_WORST);
	for (size_t i = 0; i < SURVEY_WORST; i++) {
		const struct survey_one *x = &found->edges.one[i];

		assert_int_equal(x->value[SURVEY_WAITING], f.m->edge[x->place].waiting);
		if (i > 0)
			assert_true(
				x->value[SURVEY_WAITING] <= x[-1].value[SURVEY_WAITING]);
		waiting += x->value[SURVEY_WAITING];
	}
	assert_int_equal(waiting + found->edges.other[SURVEY_WAITING], f.m->review.count);
	assert_true(found->edges.other[SURVEY_WAITING] <
		waiting * (NAMES - SURVEY_WORST) / SURVEY_WORST);
	for (int t = 0; t <= EDGE_BROKEN; t++)
		edges += found->edge_troubles[t];
	for (int t = 0; t <= AGENT_LEFT; t++)
		agents += found->agent_states[t];
	assert_int_equal(edges, NAMES);
	assert_int_equal(agents, NAMES + 1);
	assert_int_equal(found->agents.count + found->agents.others, NAMES + 1);
	assert_int_equal(found->offered, id);
	survey_free(s);
	feed_close(&f);
}

static void test_lost(void **state)
{
	struct survey *s = survey_new();
	const struct survey_found *found;
	uint64_t lost = 0;
	struct feed f;

	(void)state;
	feed_open(&f);
	for (unsigned n = 0; n < NAMES; n++) {
		char source[40], more[80], data[80];

		snprintf(source, sizeof(source), "agent:n%u", n);
		snprintf(data, sizeof(data), "{'agent':'n%u'}", n);
		feed_with(
			&f, source, "agent.heartbeat", ",'run':'r','sequence':'1'", data);
		snprintf(more, sizeof(more), ",'run':'r','sequence':'%u'", n + 2);
		feed_with(&f, source, "agent.heartbeat", more, data);
	}
	feed_wait(&f, 10 * SECOND);
	feed(&f, "agent:n0", "agent.heartbeat", "{'agent':'n0'}");
	look(s, &f);
	found = survey_found(s);
	assert_int_equal(found->agents.one[0].value[SURVEY_LOST], NAMES - 1);
	assert_string_equal(f.m->agent[found->agents.one[0].place].name, "n119");
	for (size_t i = 0; i < SURVEY_WORST; i++)
		lost += found->agents.one[i].value[SURVEY_LOST];
	assert_int_equal(
		lost + found->agents.other[SURVEY_LOST], mesh_counters(f.m).lost);
	survey_free(s);
	feed_close(&f);
}

/* Whoever is decided, in whatever order: the eldest is known after the next look. */
static void test_oldest(void **state)
{
	struct survey *s = survey_new();
	struct feed f;
	unsigned id = 0, turns;

	(void)state;
	feed_open(&f);
	for (; id < MANY; id++)
		offer(&f, id % 3, 5, id, id % 2 == 0);
	turns = look(s, &f);
	assert_true(turns > 2);
	for (unsigned i = 0; i < MANY; i += 2) {
		decide(&f, i * 7 % MANY);
		if (i % 3 == 0)
			decide(&f, i);
		if (i % 10 == 0)
			offer(&f, 1, 5, id++, true);
		if (i % 50 != 0)
			continue;
		look(s, &f);
		assert_int_equal(survey_oldest(s, f.m), oldest_of(f.m));
	}
	while (f.m->review.count > 0) {
		struct order_item x;

		order_at(&f.m->review, 0, &x);
		decide(&f, (unsigned)strtoul(handoff_at(f.m, x.id)->id + 1, NULL, 10));
	}
	look(s, &f);
	assert_int_equal(survey_oldest(s, f.m), 0);
	offer(&f, 1, 5, id, true);
	look(s, &f);
	assert_int_equal(survey_oldest(s, f.m), oldest_of(f.m));
	survey_free(s);
	feed_close(&f);
}

/* Another mesh in its place, in the middle of a look: nothing of the first is left. */
static void test_reset(void **state)
{
	struct survey *s = survey_new();
	struct feed f, other;

	(void)state;
	feed_open(&f);
	for (unsigned id = 0; id < MANY; id++)
		offer(&f, id % 100, id % 7, id, true);
	survey_begin(s);
	survey_turn(s, f.m, f.now);
	survey_reset(s);
	feed_close(&f);
	feed_open(&other);
	offer(&other, 1, 2, 1, true);
	assert_null(survey_found(s));
	look(s, &other);
	assert_int_equal(survey_found(s)->edges.count, 1);
	assert_int_equal(survey_oldest(s, other.m), oldest_of(other.m));
	survey_free(s);
	feed_close(&other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_worst),
		cmocka_unit_test(test_lost),
		cmocka_unit_test(test_oldest),
		cmocka_unit_test(test_reset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
