/* SPDX-License-Identifier: MIT */
#include "mesh/sequence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

static struct numbered at(uint64_t number)
{
	return (struct numbered){ STR("agent:a"), STR("r"), number, number };
}

static void hear(struct sequences *s, uint64_t number, int64_t now)
{
	struct numbered n = at(number);

	sequences_age(s, now);
	sequence_hear(s, &n, now);
}

static bool is_new(const struct sequences *s, uint64_t number)
{
	struct numbered n = at(number);

	return sequence_is_new(s, &n);
}

/* A line: numbers heard a second apart, then how many are lost after a while. */
static void test_counts(void **state)
{
	static const struct {
		uint64_t heard[8]; /* 0 ends it */
		uint64_t lost, unheard;
	} cases[] = {
		{ { 1, 2, 3 }, 0, 0 },
		{ { 1, 3 }, 1, 0 },
		{ { 1, 10 }, 8, 0 },
		{ { 1, 10, 5 }, 7, 0 }, /* the middle of a hole */
		{ { 1, 10, 2 }, 7, 0 }, /* its start */
		{ { 1, 10, 9 }, 7, 0 }, /* its end */
		{ { 1, 3, 2 }, 0, 0 },  /* all of it */
		{ { 5 }, 0, 4 },        /* begun before we listened */
		{ { 5, 6, 8 }, 1, 4 },
		{ { 5, 2 }, 2, 1 }, /* below the first: a hole up to it */
		{ { 5, 1 }, 3, 0 },
		{ { 5, 4 }, 0, 3 },             /* right below it */
		{ { 5, 2, 3, 4 }, 0, 1 },       /* and filled */
		{ { 5, 9, 1, 3, 7 }, 4, 0 },    /* 2 4 6 8 */
		{ { 1, 2, 2, 1, 4, 4 }, 1, 0 }, /* heard twice */
		{ { UINT64_MAX }, 0, UINT64_MAX - 1 },
		{ { UINT64_MAX - 2, UINT64_MAX }, 1, UINT64_MAX - 3 },
		{ { 1, UINT64_MAX, UINT64_MAX - 1, 2 }, UINT64_MAX - 4, 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct sequences s;
		size_t n = 0;

		sequences_init(&s);
		for (; n < 8 && cases[i].heard[n] != 0; n++) {
			hear(&s, cases[i].heard[n], (int64_t)(n + 1) * SECOND);
			assert_false(is_new(&s, cases[i].heard[n]));
		}
		sequences_age(&s, 100 * SECOND);
		assert_int_equal(s.lost, cases[i].lost);
		assert_int_equal(s.unheard, cases[i].unheard);
		assert_int_equal(sequences_lost_of(&s, STR("agent:a")), cases[i].lost);
		assert_int_equal(sequences_lost_of(&s, STR("agent:")), 0);
		sequences_fini(&s);
	}
}

/* A hole counts when it is two seconds old, to the microsecond; late filling takes it
 * back. */
static void test_age(void **state)
{
	struct sequences s;
	struct numbered first;
	uint64_t last;
	int64_t t = 1000 * SECOND;

	(void)state;
	sequences_init(&s);
	assert_int_equal(sequences_next_due(&s), 0);
	hear(&s, 1, t);
	assert_int_equal(sequences_next_due(&s), 0);
	hear(&s, 4, t);
	assert_int_equal(sequences_next_due(&s), t + HOLE_AGE);
	sequences_age(&s, t + HOLE_AGE - 1);
	assert_int_equal(s.lost, 0);
	assert_false(sequence_next_gap(&s, t + HOLE_AGE - 1, &first, &last));
	sequences_age(&s, t + HOLE_AGE);
	assert_int_equal(s.lost, 2);
	assert_true(sequence_next_gap(&s, t + HOLE_AGE, &first, &last));
	assert_true(str_is(first.source, "agent:a") && str_is(first.run, "r"));
	assert_int_equal(first.number, 2);
	assert_int_equal(last, 3);
	/* until it is told it is the next */
	assert_true(sequence_next_gap(&s, t + HOLE_AGE, &first, &last));
	sequence_tell(&s, &first, last);
	assert_false(sequence_next_gap(&s, t + 100 * SECOND, &first, &last));
	assert_int_equal(sequences_next_due(&s), 0);
	assert_int_equal(s.lost, 2);
	hear(&s, 3, t + 50 * SECOND);
	assert_int_equal(s.lost, 1);
	hear(&s, 2, t + 51 * SECOND);
	assert_int_equal(s.lost, 0);
	assert_false(sequence_next_gap(&s, t + 100 * SECOND, &first, &last));
	sequences_fini(&s);
}

/* A hole that was filled in part is told in parts; one that was filled is not told. */
static void test_gaps(void **state)
{
	static const uint64_t want[][2] = { { 2, 4 }, { 6, 6 }, { 8, 9 }, { 15, 19 } };
	struct sequences s;
	struct numbered first;
	uint64_t last;
	int64_t t = SECOND;

	(void)state;
	sequences_init(&s);
	hear(&s, 1, t);
	hear(&s, 10, t);
	hear(&s, 5, t);
	hear(&s, 7, t);
	hear(&s, 12, t);
	hear(&s, 11, t);
	hear(&s, 14, t + 1);
	hear(&s, 20, t + 1);
	hear(&s, 13, t + 2);
	assert_int_equal(sequences_next_due(&s), t + HOLE_AGE);
	for (size_t i = 0; i < LEN(want); i++) {
		assert_true(sequence_next_gap(&s, t + HOLE_AGE + 1, &first, &last));
		assert_int_equal(first.number, want[i][0]);
		assert_int_equal(last, want[i][1]);
		sequence_tell(&s, &first, last);
		if (i == 2)
			assert_int_equal(sequences_next_due(&s), t + 1 + HOLE_AGE);
	}
	assert_false(sequence_next_gap(&s, t + 100 * SECOND, &first, &last));
	assert_int_equal(s.lost, 11);
	sequences_fini(&s);
}

/* A seam.gap in a recording loses a hole at once, whatever its age. */
static void test_told_early(void **state)
{
	struct sequences s;
	struct numbered first = at(2);
	uint64_t last;

	(void)state;
	sequences_init(&s);
	sequence_tell(&s, &first, 5); /* of a run that nobody has heard */
	hear(&s, 1, SECOND);
	sequence_tell(&s, &first, 5); /* of numbers that may yet come */
	assert_int_equal(s.lost, 0);
	hear(&s, 5, SECOND);
	sequence_tell(&s, &first, 4);
	assert_int_equal(s.lost, 3);
	sequence_tell(&s, &first, 4);
	sequences_age(&s, 100 * SECOND);
	assert_int_equal(s.lost, 3);
	assert_false(sequence_next_gap(&s, 100 * SECOND, &first, &last));
	first = at(UINT64_MAX);
	sequence_tell(&s, &first, 0); /* upside down */
	sequences_fini(&s);
}

/* In the run "" number 1 begins again; what was lost before stays lost. */
static void test_unnamed_run(void **state)
{
	struct numbered n = { STR("agent:a"), { NULL, 0 }, 3, 0 };
	struct sequences s;
	uint64_t last;

	(void)state;
	sequences_init(&s);
	sequence_hear(&s, &n, SECOND);
	assert_int_equal(s.unheard, 2);
	n.number = 6;
	sequence_hear(&s, &n, SECOND);
	n.number = 9;
	sequence_hear(&s, &n, 2 * SECOND);
	sequences_age(&s, 3 * SECOND);
	assert_int_equal(s.lost, 2); /* 4 5; 7 8 are young */
	n.number = 1;
	assert_true(sequence_is_new(&s, &n));
	sequence_hear(&s, &n, 3 * SECOND);
	assert_int_equal(s.lost, 4); /* nothing can fill 7 8 any more */
	assert_int_equal(s.unheard, 2);
	n.number = 4;
	assert_true(sequence_is_new(&s, &n));
	sequence_hear(&s, &n, 3 * SECOND);
	assert_int_equal(s.lost, 4);
	sequences_age(&s, 5 * SECOND);
	assert_int_equal(s.lost, 6);
	n.number = 2;
	sequence_hear(&s, &n, 6 * SECOND);
	assert_int_equal(s.lost, 5);
	assert_int_equal(sequences_lost_of(&s, STR("agent:a")), 5);
	assert_true(sequence_next_gap(&s, 6 * SECOND, &n, &last));
	assert_int_equal(n.number, 3);
	assert_int_equal(last, 3);
	/* a run with a name does not begin again */
	hear(&s, 3, 6 * SECOND);
	hear(&s, 1, 6 * SECOND);
	assert_false(is_new(&s, 3));
	sequences_fini(&s);
}

/* Runs are apart: of other sources, of other names, and where the two could be mixed up.
 */
static void test_runs(void **state)
{
	static const struct numbered runs[] = {
		{ { "agent:a", 7 }, { "r", 1 }, 1, 0 },
		{ { "agent:a", 7 }, { "s", 1 }, 1, 0 },
		{ { "agent:ar", 8 }, { "", 0 }, 1, 0 },
		{ { "agent:a", 7 }, { "", 0 }, 1, 0 },
		{ { "agent:b", 7 }, { "r", 1 }, 1, 0 },
	};
	struct sequences s;

	(void)state;
	sequences_init(&s);
	for (size_t i = 0; i < LEN(runs); i++) {
		struct numbered n = runs[i];

		assert_true(sequence_is_new(&s, &n));
		sequence_hear(&s, &n, SECOND);
		assert_false(sequence_is_new(&s, &n));
		n.number = 2 + i;
		sequence_hear(&s, &n, SECOND);
	}
	sequences_age(&s, 4 * SECOND);
	assert_int_equal(s.runs, LEN(runs));
	assert_int_equal(s.lost, 0 + 1 + 2 + 3 + 4);
	assert_int_equal(sequences_lost_of(&s, STR("agent:a")), 0 + 1 + 3);
	assert_int_equal(sequences_lost_of(&s, STR("agent:ar")), 2);
	assert_int_equal(sequences_lost_of(&s, STR("agent:b")), 4);
	sequences_fini(&s);
}

/* --- every other number, in every order ------------------------------------ */

#define MANY 100000

static uint64_t nth(int order, uint64_t i)
{
	switch (order) {
	case 0:
		return 2 * i + 1; /* upwards */
	case 1:
		return 2 * (MANY - i) - 1; /* downwards */
	default:
		return 2 * (i * 7919 % MANY) + 1; /* here and there */
	}
}

/*
 * Holes in the middle, then all of them filled. The work for one number is
 * bounded: no array that grows with the holes is moved as a whole.
 */
static void test_alternating(void **state)
{
	(void)state;
	for (int order = 0; order < 3; order++) {
		struct sequences s;
		const struct run *r;
		size_t most = 0;

		sequences_init(&s);
		for (uint64_t i = 0; i < MANY; i++)
			hear(&s, nth(order, i), SECOND);
		r = &s.run[0];
		assert_true(r->chunks >= (MANY - 1) / 256 && r->chunks < MANY / 64);
		sequences_age(&s, 4 * SECOND);
		assert_int_equal(s.lost, MANY - 1);
		for (uint64_t i = 0; i < MANY; i++) {
			hear(&s, nth(order, i) % (2 * MANY - 1) + 1, 4 * SECOND);
			most = s.youngs > most ? s.youngs : most;
		}
		assert_true(most <= MANY);
		sequences_age(&s, 8 * SECOND);
		for (uint64_t i = 1; i < 2 * MANY; i++)
			assert_false(is_new(&s, i));
		assert_int_equal(s.lost, 0);
		sequences_fini(&s);
	}
}

/* Telling 100,000 parts of one hole; then nobody keeps what was told. */
static void test_many_gaps(void **state)
{
	struct sequences s;
	struct numbered first;
	uint64_t last, told = 0;

	(void)state;
	sequences_init(&s);
	hear(&s, 1, SECOND);
	hear(&s, 2 * MANY + 1, SECOND);
	for (uint64_t i = 1; i < MANY; i++)
		hear(&s, 2 * i + 1, SECOND);
	while (sequence_next_gap(&s, 4 * SECOND, &first, &last)) {
		assert_int_equal(first.number, 2 * told + 2);
		assert_int_equal(last, first.number);
		sequence_tell(&s, &first, last);
		told++;
	}
	assert_int_equal(told, MANY);
	assert_int_equal(s.lost, MANY);
	sequences_fini(&s);
}

/* One that folds a recording never asks for gaps: what it waits for stays bounded. */
static void test_young_are_dropped(void **state)
{
	struct sequences s;
	struct numbered n;
	size_t most = 0;

	(void)state;
	sequences_init(&s);
	hear(&s, 1, SECOND);
	for (uint64_t i = 1; i < MANY; i++) {
		hear(&s, 2 * i + 1, (int64_t)i * SECOND);
		if (i > 2) {
			n = at(2 * (i - 2));
			sequence_tell(&s, &n, n.number);
		}
		most = s.youngs > most ? s.youngs : most;
	}
	assert_true(most < 4096);
	sequences_fini(&s);
}

/* --- a random walk against a bitmap ---------------------------------------- */

#define NUMBERS 2000
#define LIVES 3

static uint64_t limit; /* the highest number that a walk goes to */

struct model { /* of one run */
	bool named;
	uint64_t first, highest;
	bool heard[NUMBERS + 2];
	bool lost[NUMBERS + 2], told[NUMBERS + 2];
	int64_t since[NUMBERS + 2]; /* when a number was first missed */
	uint64_t lost_before, unheard_before;
};

static uint64_t seed;

static uint32_t below(uint32_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)((seed >> 33) % n);
}

static bool is_hole(const struct model *m, uint64_t i)
{
	return m->first != 0 && i > m->first && i < m->highest && !m->heard[i];
}

static uint64_t model_lost(const struct model *m)
{
	uint64_t n = m->lost_before;

	for (uint64_t i = 1; i <= limit; i++)
		n += is_hole(m, i) && m->lost[i];
	return n;
}

static uint64_t model_unheard(const struct model *m)
{
	return m->unheard_before + (m->first > 0 ? m->first - 1 : 0);
}

static void model_begin(struct model *m)
{
	struct model new = { .named = m->named, .first = 1, .highest = 1 };

	new.lost_before = m->lost_before;
	for (uint64_t i = 1; i <= limit; i++)
		new.lost_before += is_hole(m, i);
	new.unheard_before = model_unheard(m);
	new.heard[1] = true;
	*m = new;
}

static void model_hear(struct model *m, uint64_t number, int64_t now)
{
	if (m->first != 0 && !m->named && number == 1) {
		model_begin(m);
		return;
	}
	if (m->first == 0)
		m->first = m->highest = number;
	for (uint64_t i = m->highest + 1; i < number; i++)
		m->since[i] = now;
	for (uint64_t i = number + 1; i < m->first; i++)
		m->since[i] = now;
	m->heard[number] = true;
	m->first = number < m->first ? number : m->first;
	m->highest = number > m->highest ? number : m->highest;
}

static void model_age(struct model *m, int64_t now)
{
	for (uint64_t i = 1; i <= limit; i++)
		m->lost[i] |= is_hole(m, i) && m->since[i] + HOLE_AGE <= now;
}

/* When the oldest hole that is not told comes of age. */
static int64_t model_due(const struct model *m, size_t n)
{
	int64_t due = 0;

	for (size_t k = 0; k < n; k++) {
		for (uint64_t i = 1; i <= limit; i++) {
			int64_t t = m[k].since[i] + HOLE_AGE;

			if (is_hole(&m[k], i) && !m[k].told[i] && (due == 0 || t < due))
				due = t;
		}
	}
	return due;
}

/* A gap is a whole hole: as long as it can be, old enough, and not told. */
static void check_gap(const struct model *m, uint64_t first, uint64_t last, int64_t now)
{
	assert_true(first <= last);
	assert_false(is_hole(m, first - 1) || is_hole(m, last + 1));
	for (uint64_t i = first; i <= last; i++) {
		assert_true(is_hole(m, i) && !m->told[i]);
		assert_true(m->since[i] + HOLE_AGE <= now);
	}
}

static struct numbered name_of(size_t run, uint64_t number)
{
	static const struct numbered names[LIVES] = {
		{ { "agent:a", 7 }, { "r", 1 }, 0, 0 },
		{ { "agent:a", 7 }, { NULL, 0 }, 0, 0 },
		{ { "agent:b", 7 }, { "r", 1 }, 0, 0 },
	};
	struct numbered n = names[run];

	n.number = number;
	return n;
}

static size_t run_named(const struct numbered *n)
{
	for (size_t i = 0; i < LIVES; i++) {
		struct numbered other = name_of(i, 0);

		if (str_eq(n->source, other.source) && str_eq(n->run, other.run))
			return i;
	}
	fail();
	return 0;
}

static void compare(const struct sequences *s, const struct model *m)
{
	uint64_t lost = 0, unheard = 0;

	for (size_t i = 0; i < LIVES; i++) {
		lost += model_lost(&m[i]);
		unheard += model_unheard(&m[i]);
	}
	assert_int_equal(s->lost, lost);
	assert_int_equal(s->unheard, unheard);
	assert_int_equal(sequences_lost_of(s, STR("agent:a")),
		model_lost(&m[0]) + model_lost(&m[1]));
}

static void tell(struct sequences *s, struct model *m, int64_t now)
{
	struct numbered first;
	uint64_t last;
	size_t run;

	assert_int_equal(sequences_next_due(s), model_due(m, LIVES));
	if (!sequence_next_gap(s, now, &first, &last)) {
		int64_t due = model_due(m, LIVES);

		assert_true(due == 0 || due > now);
		return;
	}
	run = run_named(&first);
	check_gap(&m[run], first.number, last, now);
	if (below(3) == 0)
		return; /* it will be asked for again */
	sequence_tell(s, &first, last);
	for (uint64_t i = first.number; i <= last; i++)
		m[run].told[i] = m[run].lost[i] = true;
}

/* Mostly near the highest, as in life; sometimes anywhere. */
static uint64_t some_number(const struct model *m, uint32_t wild)
{
	uint64_t n = m->highest + 1 + (below(3) == 0) * below(6);

	if (below(100) < wild || n > limit)
		return 1 + below((uint32_t)limit);
	return n;
}

static void walk(uint32_t wild, int steps)
{
	struct model m[LIVES] = { { .named = true }, { .named = false },
		{ .named = true } };
	struct sequences s;
	int64_t now = SECOND;

	sequences_init(&s);
	for (int i = 0; i < steps; i++) {
		size_t run = below(LIVES);
		struct numbered n = name_of(run, some_number(&m[run], wild));

		now += below(4) == 0 ? below(SECOND) : 0;
		sequences_age(&s, now);
		for (size_t k = 0; k < LIVES; k++)
			model_age(&m[k], now);
		assert_int_equal(sequence_is_new(&s, &n),
			m[run].first == 0 || !m[run].heard[n.number]);
		sequence_hear(&s, &n, now);
		model_hear(&m[run], n.number, now);
		if (below(4) == 0)
			tell(&s, m, now);
		compare(&s, m);
	}
	sequences_fini(&s);
}

static void test_random(void **state)
{
	(void)state;
	limit = 60;
	for (uint64_t i = 1; i < 500; i++) {
		seed = i;
		walk(5 + below(95), 200);
	}
	limit = 300;
	walk(50, 5000);
	limit = NUMBERS; /* more holes than one chunk takes */
	walk(100, 6000);
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
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_age),
		cmocka_unit_test(test_gaps),
		cmocka_unit_test(test_told_early),
		cmocka_unit_test(test_unnamed_run),
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_alternating),
		cmocka_unit_test(test_many_gaps),
		cmocka_unit_test(test_young_are_dropped),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
