/* SPDX-License-Identifier: MIT */
/*
 * Ways to what is not on the screen: a handoff by its id, all that line 3 says,
 * and what `?` lists in a recording. And what is typed right behind `R`.
 */
#include "tests/scene.h"

static void shows(struct scene *s, const char *text)
{
	char *dump = scene_dump(s, 24, 80);

	if (strstr(dump, text) == NULL)
		fail_msg("no \"%s\" in\n%s", text, dump);
	free(dump);
}

static void command(struct scene *s, const char *line)
{
	shell_command(s->shell, &s->world, str_of(line));
}

static void test_open_by_id(void **state)
{
	struct scene *s = *state;

	command(s, "open h-9170");
	shows(s, "── REVIEW  7 waiting");
	shows(s, "\n>   11:39 h-9170");
	command(s, "open h-9a12");
	shows(s, "── DEAD LETTERS  5");
	shows(s, "── h-9a12  billing>ledger ──");
	/* Neither waits nor is dead: its pages, and below them what happened to it. */
	command(s, "open h-9107");
	shows(s, "── h-9107  kyc.verdict");
	shows(s, "h-9107: offered");
	assert_false(scene_shows(s, "h-9170"));
	scene_keys(s, "Esc");
	shows(s, "filter: h-9107");
	assert_false(scene_shows(s, "h-9170"));
	/* A screen that is frozen shows nothing new: it thaws. */
	scene_keys(s, "3 p");
	command(s, "open h-9a12");
	shows(s, "── h-9a12  billing>ledger ──");
	command(s, "open nobody");
	shows(s, "no handoff nobody is known here");
	/* Enter is still about the row. */
	scene_keys(s, "3 Home Enter");
	shows(s, "── h-91c2  refund.decision@3  fraud>refund");
}

static void test_why(void **state)
{
	struct scene *s = *state;

	shows(s, "more)");
	assert_false(scene_shows(s, "5 dead letters, +5 in 10m"));
	command(s, "why");
	shows(s, "── WHY  what line 3 says");
	shows(s, "\n !! 2 handoffs SHIP UNREVIEWED in <60s");
	shows(s, "\n !  5 dead letters, +5 in 10m");
	shows(s, "    7 wait for you, the next deadline in 0:40");
	scene_keys(s, "j");
	assert_false(scene_shows(s, "\n !! 2 handoffs SHIP"));
	scene_keys(s, "k Esc");
	assert_false(scene_shows(s, "what line 3 says"));
}

static void test_help_in_a_recording(void **state)
{
	struct scene *s = *state;
	struct replay_view r = { .name = "x", .at = 1, .events = 2, .speed = 1 };
	char *dump, *live, *approve;

	s->world.replay = &r;
	s->world.read_only = true;
	s->world.link.state = LINK_REPLAY;
	scene_keys(s, "3 ?");
	dump = scene_dump(s, 200, 80);
	assert_non_null(live = strstr(dump, "Live, not in a recording"));
	assert_non_null(approve = strstr(dump, "opens the sheet that approves"));
	assert_true(approve > live);
	free(dump);
	s->world.replay = NULL;
	assert_false(scene_shows(s, "Live, not in a recording"));
}

/* The note has the keys at once; what confirms or closes has not. */
static void test_typed_on_into_the_note(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_keys(s, "3 j k");
	scene_pass(s, SECOND);
	scene_keys(s, "R");
	assert_false(scene_wish(s, WISH_DROP_KEYS, &w));
	scene_keys(s, "n o Enter y Esc");
	shows(s, " note  no");
	scene_pass(s, SECOND);
	assert_false(scene_shows(s, "sending in"));
	shows(s, " press  y  to reject");
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, scene_setup, scene_teardown)
	const struct CMUnitTest tests[] = {
		T(test_open_by_id),
		T(test_why),
		T(test_help_in_a_recording),
		T(test_typed_on_into_the_note),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
