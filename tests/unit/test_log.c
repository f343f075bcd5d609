/* SPDX-License-Identifier: MIT */
/*
 * What only the log has: handoffs that nobody offered, what a flag says, the pages of a
 * handoff that no list has, what was found wrong with it; and the page of `:why`.
 */
#include "tests/scene.h"

static int setup(void **state)
{
	struct scene *s = scene_new(state);

	scene_usual(s);
	s->at = SCENE_START;
	return 0;
}

static void say(struct scene *s, const char *agent, const char *verb, const char *id)
{
	char source[64], type[64];

	snprintf(source, sizeof(source), "agent:%s", agent);
	snprintf(type, sizeof(type), "handoff.%s", verb);
	scene_fmt(s, source, type, "", "{\"handoff\":\"%s\",\"attempt\":1}", id);
}

static void test_nobody_offered(void **state)
{
	struct scene *s = *state;

	say(s, "refund", "accepted", "ghost-1");
	say(s, "refund", "completed", "ghost-1");
	scene_pass(s, SECOND);
	scene_keys(s, "7");
	assert_true(scene_shows(s, "accepted   refund          ghost-1  (early)"));
	assert_false(scene_shows(s, "nobody offered"));
	scene_keys(s, ": o p e n Space g h o s t - 1 Enter");
	assert_true(scene_shows(
		s, "nobody offered ghost-1: 2 events wait for it, since 03:12:41"));
	assert_true(scene_shows(s, "filter: ghost-1"));
	assert_true(scene_shows(s, " !  "));
	/* it is news once the offer should have come, and until it has */
	scene_pass(s, MINUTE);
	scene_keys(s, ": w h y Enter");
	assert_true(scene_shows(
		s, "2 events about handoffs that nobody offered: ghost-1 by refund"));
	s->at = s->world.now;
	scene_offer(s,
		&(struct scene_offer){ "ghost-1", "fraud", "refund", NULL, .9, "stop",
			900, 0, 0, NULL });
	scene_pass(s, 10 * SECOND);
	assert_false(scene_shows(s, "nobody offered"));
}

static void test_a_flag(void **state)
{
	struct scene *s = *state;

	scene_offer(s,
		&(struct scene_offer){
			"h-flag", "kyc", "fraud", NULL, .9, "stop", 900, 0, 0, NULL });
	scene_fmt(s, "hub:m", "handoff.flagged", "",
		"{\"handoff\":\"h-flag\",\"attempt\":1,\"faults\":[\"schema\"],"
		"\"violations\":[{\"at\":\"/text\",\"message\":\"number, not string\"}]}");
	scene_keys(s, "7");
	assert_true(scene_shows(s, "h-flag  1 violation: /text: number"));
	/* neither Review nor Dead has it: its pages are here */
	scene_keys(s, "Enter");
	assert_true(scene_shows(s, "[summary] payload evidence"));
	assert_true(scene_shows(s, "/text: number, not string"));
	assert_false(scene_shows(s, "has left"));
	scene_keys(s, "] ]");
	assert_true(scene_shows(s, "[evidence] history"));
	scene_keys(s, "A");
	assert_false(scene_shows(s, "nothing sent yet"));
	scene_keys(s, "Esc");
	assert_true(scene_shows(s, "── LOG  all events"));
	scene_keys(s, "1 : o p e n Space h - f l a g Enter");
	assert_true(scene_shows(s, "[evidence] history"));
}

static void test_acted_twice(void **state)
{
	struct scene *s = *state;

	scene_offer(s,
		&(struct scene_offer){
			"h-twice", "kyc", "fraud", NULL, .9, "stop", 900, 0, 0, NULL });
	say(s, "fraud", "accepted", "h-twice");
	say(s, "fraud", "accepted", "h-twice");
	scene_keys(s, "7 / t w i c e Enter");
	assert_true(scene_shows(s, "offered    kyc>fraud  h-twice"));
	assert_true(scene_shows(s, "acted twice"));
	assert_true(scene_shows(s, " !  "));
	assert_false(scene_shows(s, "h-91c2"));
}

/* The bottom is where it grows. */
static void test_bottom_follows(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "7");
	assert_true(scene_shows(s, "── following ──"));
	scene_keys(s, "k");
	assert_false(scene_shows(s, "── following ──"));
	scene_keys(s, "g G");
	assert_true(scene_shows(s, "── following ──"));
}

/* Not only groups and causes. */
static void test_a_letter_is_found(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "4 / 9 a 1 3 Enter");
	assert_false(scene_shows(s, "no dead letter is shown"));
	assert_true(scene_shows(s, "── h-9a13  billing>ledger"));
	scene_keys(s, "/ z z z Enter");
	assert_false(scene_shows(s, "h-9a13"));
	scene_keys(s, "/ n o t Space d Enter");
	assert_true(scene_shows(s, "h-9a10"));
}

/* All that drifts, not the first of it. */
static void test_why_tells_all(void **state)
{
	struct scene *s = *state;

	for (int i = 1; i < 4; i++) {
		scene_fmt(s, "agent:old", "agent.hello", "",
			"{\"agent\":\"old\",\"sends\":[],\"accepts\":[\"n1/3.0.0\","
			"\"n2/3.0.0\",\"n3/3.0.0\"]}");
		scene_fmt(s, "agent:new", "agent.hello", "",
			"{\"agent\":\"new\",\"sends\":[\"n1/4.0.0\",\"n2/4.0.0\","
			"\"n3/4.0.0\"],\"accepts\":[]}");
	}
	scene_pass(s, 10 * SECOND);
	scene_keys(s, ": w h y Enter");
	assert_true(scene_shows(s, "n1/4.0.0"));
	assert_true(scene_shows(s, "n2/4.0.0"));
	assert_true(scene_shows(s, "n3/4.0.0"));
	scene_keys(s, "Esc");
	assert_false(scene_shows(s, "n2/4.0.0"));
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, scene_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_nobody_offered),
		T(test_a_flag),
		T(test_acted_twice),
		T(test_bottom_follows),
		T(test_a_letter_is_found),
		T(test_why_tells_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
