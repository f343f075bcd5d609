/* SPDX-License-Identifier: MIT */
/* What the console asks for about claims, and when: views/claims.h. */
#include "tests/scene.h"

static int setup(void **state)
{
	static struct scene s;

	scene_init(&s);
	scene_usual(&s);
	*state = &s;
	scene_keys(&s, "3");
	scene_pass(&s, SECOND);
	return 0;
}

static int teardown(void **state)
{
	scene_fini(*state);
	return 0;
}

/* "claim h-91c2" "release h-91c2" "": nothing is asked for. */
static const char *asked(struct scene *s)
{
	static char text[400];
	struct wish w;

	shell_tick(s->shell, &s->world);
	text[0] = '\0';
	if (scene_wish(s, WISH_CLAIM, &w))
		snprintf(text, sizeof(text), "%s %s by %s %u%s", w.action, w.handoff,
			w.operator_name, w.seconds, w.take ? " take" : "");
	return text;
}

static void claimed(struct scene *s, const char *id, const char *who, int64_t left)
{
	char until[TIME_TEXT];

	s->at = s->world.now;
	time_format(s->world.now + left, until);
	scene_fmt(s, "hub:x", "review.claimed", "",
		"{\"handoff\":\"%s\",\"attempt\":1,\"operator\":\"%s\",\"until\":\"%s\"}",
		id, who, until);
}

#define CLAIM "claim h-91c2 by mira 300"
#define RELEASE "release h-91c2 by mira 0"

static void open_sheet(struct scene *s)
{
	scene_keys(s, "H");
	assert_true(scene_shows(s, "HOLD 1 handoff"));
}

static void test_a_sheet_claims_and_lets_go(void **state)
{
	struct scene *s = *state;

	open_sheet(s);
	assert_string_equal(asked(s), CLAIM);
	assert_string_equal(asked(s), "");
	claimed(s, "h-91c2", "mira", 5 * MINUTE);
	scene_pass(s, SECOND);
	assert_string_equal(asked(s), "");
	scene_keys(s, "Esc");
	assert_string_equal(asked(s), RELEASE);
	assert_string_equal(asked(s), "");
}

/* Closed before the hub's event is here: the request is on its way, and so is this. */
static void test_closed_at_once(void **state)
{
	struct scene *s = *state;

	open_sheet(s);
	assert_string_equal(asked(s), CLAIM);
	scene_pass(s, SECOND);
	scene_keys(s, "Esc");
	assert_string_equal(asked(s), RELEASE);
}

static void test_an_open_sheet_stays_on_it(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "G");
	scene_pass(s, SECOND);
	scene_keys(s, "R");
	assert_string_equal(asked(s), "claim h-9169 by mira 300");
	scene_pass(s, 4 * SECOND);
	assert_string_equal(asked(s), "");
	scene_pass(s, 2 * SECOND); /* nothing came of it */
	assert_string_equal(asked(s), "claim h-9169 by mira 300");
	claimed(s, "h-9169", "mira", 5 * MINUTE);
	scene_pass(s, 2 * MINUTE);
	assert_string_equal(asked(s), "");
	scene_pass(s, MINUTE);
	assert_string_equal(asked(s), "claim h-9169 by mira 300");
}

/* While a decision is under way the claim stays; taken back, it goes. */
static void test_pending_keeps_it(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "G");
	scene_pass(s, SECOND);
	scene_keys(s, "H");
	assert_string_equal(asked(s), "claim h-9169 by mira 300");
	claimed(s, "h-9169", "mira", 5 * MINUTE);
	scene_pass(s, SECOND);
	scene_keys(s, "y");
	assert_true(scene_shows(s, "sending in"));
	scene_pass(s, 2 * SECOND);
	assert_string_equal(asked(s), "");
	scene_keys(s, "u");
	assert_string_equal(asked(s), "release h-9169 by mira 0");
}

/* The decision itself ends the claim: nothing is to be said. */
static void test_decided(void **state)
{
	struct scene *s = *state;
	struct wish w;

	open_sheet(s);
	assert_string_equal(asked(s), CLAIM);
	claimed(s, "h-91c2", "mira", 5 * MINUTE);
	scene_pass(s, SECOND);
	scene_keys(s, "y");
	scene_pass(s, 6 * SECOND);
	assert_true(scene_wish(s, WISH_DECIDE, &w));
	s->at = s->world.now;
	scene_fmt(s, "hub:x", "decision.held", "",
		"{\"decision\":\"%s\",\"handoff\":\"%s\",\"attempt\":1,\"digest\":\"%s\","
		"\"operator\":\"mira\",\"until\":\"%s\"}",
		w.decision, w.handoff, w.digest, w.until);
	scene_pass(s, SECOND);
	assert_string_equal(asked(s), "");
}

static void test_what_C_claimed_stays(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "C");
	assert_string_equal(asked(s), CLAIM);
	claimed(s, "h-91c2", "mira", 5 * MINUTE);
	assert_true(scene_shows(s, "you are on h-91c2 until"));
	scene_pass(s, SECOND);
	open_sheet(s);
	assert_string_equal(asked(s), "");
	scene_pass(s, SECOND);
	scene_keys(s, "Esc");
	assert_string_equal(asked(s), "");
	scene_keys(s, "C");
	assert_string_equal(asked(s), RELEASE);
}

/* Who was on it is told, whether C or a sheet was last; and only then. */
static void test_taken_over(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "C");
	assert_string_equal(asked(s), CLAIM);
	claimed(s, "h-91c2", "mira", 5 * MINUTE);
	assert_true(scene_shows(s, "you are on h-91c2 until"));
	scene_pass(s, SECOND);
	assert_false(scene_shows(s, "over from you"));
	claimed(s, "h-91c2", "lee", 5 * MINUTE);
	scene_pass(s, SECOND / 10);
	assert_true(scene_shows(s, "lee has taken h-91c2 over from you"));
	assert_false(scene_shows(s, "C lets it go"));
	scene_pass(s, 10 * SECOND);
	assert_false(scene_shows(s, "over from you"));
	scene_keys(s, "C C");
	assert_string_equal(asked(s), CLAIM " take");
	claimed(s, "h-91c2", "mira", 5 * MINUTE);
	scene_pass(s, SECOND);
	open_sheet(s);
	scene_pass(s, SECOND);
	scene_keys(s, "Esc");
	scene_pass(s, 9 * SECOND);
	claimed(s, "h-91c2", "lee", 5 * MINUTE);
	scene_pass(s, SECOND / 10);
	assert_true(scene_shows(s, "lee has taken h-91c2 over from you"));
}

static void test_somebody_elses(void **state)
{
	struct scene *s = *state;

	claimed(s, "h-91c2", "lee", 5 * MINUTE);
	scene_pass(s, 3 * SECOND);
	open_sheet(s);
	assert_string_equal(asked(s), "");
	assert_true(scene_shows(s, "lee has been on it for 0:03"));
	scene_pass(s, SECOND);
	scene_keys(s, "Esc");
	assert_string_equal(asked(s), "");
	scene_keys(s, "C");
	assert_string_equal(asked(s), "");
	assert_true(scene_shows(s, "C again takes it over"));
	scene_pass(s, 6 * SECOND);
	scene_keys(s, "C"); /* too long after: it only says it again */
	assert_string_equal(asked(s), "");
	scene_keys(s, "C");
	assert_string_equal(asked(s), CLAIM " take");
	claimed(s, "h-91c2", "mira", 5 * MINUTE);
	assert_true(scene_shows(s, "you are on h-91c2 until"));
}

/* Both pressed it: who was second is told so. */
static void test_second(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "C");
	assert_string_equal(asked(s), CLAIM);
	claimed(s, "h-91c2", "lee", 5 * MINUTE);
	assert_true(scene_shows(s, "lee was first: on h-91c2"));
}

/* A hub of before: sheets say nothing of it, C does, until another hub may answer. */
static void test_a_hub_without_claims(void **state)
{
	struct scene *s = *state;

	open_sheet(s);
	assert_string_equal(asked(s), CLAIM);
	shell_claim_refused(
		s->shell, &s->world, "h-91c2", "unknown_op", "no such operation");
	assert_false(scene_shows(s, "no claims"));
	scene_pass(s, 10 * SECOND);
	assert_string_equal(asked(s), "");
	scene_keys(s, "Esc");
	assert_string_equal(asked(s), "");
	scene_keys(s, "C");
	assert_true(scene_shows(s, "this hub knows no claims"));
	assert_string_equal(asked(s), "");
	s->world.link.state = LINK_LOST;
	scene_pass(s, SECOND);
	s->world.link.state = LINK_LIVE;
	scene_pass(s, SECOND);
	scene_keys(s, "C");
	assert_string_equal(asked(s), CLAIM);
	shell_claim_refused(
		s->shell, &s->world, "h-91c2", "unknown_op", "no such operation");
	assert_true(scene_shows(s, "this hub knows no claims"));
}

static void test_off_without_a_link(void **state)
{
	struct scene *s = *state;

	s->world.read_only = true;
	scene_keys(s, "C");
	assert_true(scene_shows(s, "claim is off: "));
	assert_string_equal(asked(s), "");
	s->world.read_only = false;
	s->world.link.state = LINK_STALE;
	scene_keys(s, "C");
	assert_string_equal(asked(s), "");
}

/* Marked rows: the free ones; a sheet of many claims no more than so many. */
static void test_several(void **state)
{
	struct scene *s = *state;
	struct wish w;
	int n = 0;

	claimed(s, "h-91c7", "lee", 5 * MINUTE);
	scene_keys(s, "* C");
	shell_tick(s->shell, &s->world);
	for (; scene_wish(s, WISH_CLAIM, &w); n++) {
		assert_string_equal(w.action, "claim");
		assert_string_not_equal(w.handoff, "h-91c7");
	}
	assert_int_equal(n, 6);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(test_a_sheet_claims_and_lets_go),
		TEST(test_closed_at_once),
		TEST(test_an_open_sheet_stays_on_it),
		TEST(test_pending_keeps_it),
		TEST(test_decided),
		TEST(test_what_C_claimed_stays),
		TEST(test_taken_over),
		TEST(test_somebody_elses),
		TEST(test_second),
		TEST(test_a_hub_without_claims),
		TEST(test_off_without_a_link),
		TEST(test_several),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
