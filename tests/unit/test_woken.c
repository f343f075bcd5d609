/* SPDX-License-Identifier: MIT */
/* Who was woken at three presses a key too soon, types an id, and asks what a word means.
 */
#include "app/place.h"
#include "tests/scene.h"
#include "views/keep.h"

static void test_too_soon(void **state)
{
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_usual(&s);
	scene_keys(&s, "3");
	scene_pass(&s, SECOND);
	scene_keys(&s, "A y");
	assert_true(scene_shows(&s, "too soon: press it again"));
	assert_true(scene_shows(&s, "nothing sent yet"));
	scene_pass(&s, SECOND);
	scene_keys(&s, "y");
	assert_true(scene_shows(&s, "sending in 5s: APPROVE"));
	scene_fini(&s);
}

static void test_no_undo_is_said_before(void **state)
{
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_usual(&s);
	scene_keys(&s, "3 A");
	assert_false(scene_shows(&s, "sent at once"));
	scene_keys(&s, "Esc");
	scene_pass(&s, 30 * SECOND); /* 11 s are left */
	scene_keys(&s, "A");
	assert_true(scene_shows(&s, "sent at once: no undo"));
	scene_pass(&s, SECOND);
	scene_keys(&s, "y");
	assert_false(scene_shows(&s, "sending in 5s"));
	scene_fini(&s);
}

static void dies(struct scene *s, const char *id)
{
	scene_offer(s,
		&(struct scene_offer){ id, "billing", "ledger", NULL, .91, "dead_letter",
			3000, 0, 0, NULL });
	scene_fmt(s, "agent:ledger", "handoff.dead_lettered", "",
		"{\"handoff\":\"%s\",\"attempt\":1,\"reason\":\"version\","
		"\"detail\":\"due_date: string, not date\"}",
		id);
}

/* Beside a count that has gone on the rehearsal says of when it is. */
static void test_rehearsed_before_the_last_died(void **state)
{
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_usual(&s);
	scene_keys(&s, "4");
	for (int i = 0; i < 9; i++) { /* asked for, and looked at */
		assert_false(scene_shows(&s, " ago: fits"));
		scene_pass(&s, 100000);
	}
	assert_true(scene_shows(&s, "REQUEUE   fits 5 of 5"));
	dies(&s, "h-9b00");
	scene_pass(&s, 3 * SECOND);
	assert_true(scene_shows(&s, "6 letters"));
	assert_true(scene_shows(&s, "REQUEUE   3s ago: fits 5 of 5"));
	scene_pass(&s, 9 * SECOND);
	scene_pass(&s, SECOND);
	assert_true(scene_shows(&s, "REQUEUE   fits 6 of 6"));
	scene_fini(&s);
}

static void test_mark_after_a_decision(void **state)
{
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_usual(&s);
	scene_keys(&s, "3");
	scene_elsewhere(&s, "decision.approved", "h-91c2", "lee", "");
	scene_pass(&s, SECOND);
	assert_true(scene_shows(&s, ">       - h-91c2"));
	scene_keys(&s, "Space");
	assert_true(scene_shows(&s, "what has left is not marked; on to the next"));
	assert_true(scene_shows(&s, "> !! 0:54 h-91c7"));
	scene_keys(&s, "Space");
	assert_true(scene_shows(&s, " *!! 0:54 h-91c7"));
	assert_true(scene_shows(&s, "1 marked"));
	scene_fini(&s);
}

static void test_an_id_is_a_command(void **state)
{
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_usual(&s);
	assert_true(shell_command(s.shell, &s.world, STR(" h-91c2 ")));
	assert_true(scene_shows(&s, "> !! 0:41 h-91c2"));
	assert_true(scene_shows(&s, "REVIEW"));
	assert_false(shell_command(s.shell, &s.world, STR("h-0000")));
	assert_true(scene_shows(&s, "no command \"h-0000\""));
	/* A name of the table is never an id, whatever somebody calls a handoff. */
	scene_offer(&s,
		&(struct scene_offer){ .id = "approve",
			.from = "a",
			.to = "b",
			.contract = "refund-decision/3.0.0",
			.fallback = "stop",
			.left = 60 });
	assert_false(shell_command(s.shell, &s.world, STR("approve")));
	assert_true(scene_shows(&s, "a command cannot decide"));
	scene_fini(&s);
}

static void test_help_says_what_is_on_the_screen(void **state)
{
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_usual(&s);
	shell_command(s.shell, &s.world, STR("help lost"));
	assert_true(scene_shows(&s, "header"));
	scene_keys(&s, "q"); /* what one word opened one key closes */
	assert_false(scene_shows(&s, "HELP"));
	scene_keys(&s, "? / l o s t Enter q");
	assert_true(scene_shows(&s, "HELP"));
	scene_keys(&s, "q");
	assert_false(scene_shows(&s, "HELP"));
	scene_fini(&s);
}

static void test_help_on_a_page(void **state)
{
	static const char *const pages[][3] = {
		{ "ops", "HELP  operations", "OPERATIONS" },
		{ "sent", "HELP  decisions", "SENT" },
		{ "why", "HELP  header", "WHY" },
		{ "filters", "HELP  filters", "FILTERS" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++) {
		struct scene s;

		scene_init(&s);
		scene_usual(&s);
		shell_command(s.shell, &s.world, str_of(pages[i][0]));
		scene_keys(&s, "?");
		if (!scene_shows(&s, pages[i][1]))
			fail_msg("%s: %s", pages[i][0], scene_dump(&s, 24, 80));
		scene_keys(&s, "q");
		if (!scene_shows(&s, pages[i][2]))
			fail_msg("%s: %s", pages[i][0], scene_dump(&s, 24, 80));
		scene_fini(&s);
	}
}

static void test_help_on_changes(void **state)
{
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_usual(&s);
	scene_keys(&s, "4 e");
	assert_true(scene_shows(&s, "CHANGE"));
	assert_true(scene_shows(&s, "Esc close  ? help"));
	scene_keys(&s, "?");
	assert_true(scene_shows(&s, "HELP  changes"));
	scene_keys(&s, "q a ?"); /* in a line it is a letter */
	assert_false(scene_shows(&s, "HELP"));
	scene_fini(&s);
}

static void test_back_in_time(void **state)
{
	struct scene s;
	struct wish w;

	(void)state;
	scene_init(&s);
	scene_usual(&s);
	shell_command(s.shell, &s.world, STR("rewind 5m"));
	assert_true(scene_wish(&s, WISH_VISIT, &w));
	assert_string_equal(w.text, "rewind 5m");
	scene_keys(&s, "r");
	assert_true(scene_wish(&s, WISH_VISIT, &w));
	assert_string_equal(w.text, "rewind");
	scene_fini(&s);
}

static void test_places_away(void **state)
{
	int64_t away = 0;

	(void)state;
	assert_true(place_read_away(STR("-5m"), &away));
	assert_int_equal(away, -5 * MINUTE);
	assert_true(place_read_away(STR("+30s"), &away));
	assert_int_equal(away, 30 * SECOND);
	assert_true(place_read_away(STR("-999999d"), &away));
	assert_false(place_read_away(STR("-9999999d"), &away));
	assert_false(place_read_away(STR("5m"), &away));
	assert_false(place_read_away(STR("-m"), &away));
	assert_false(place_read_away(STR("-5"), &away));
	assert_false(place_read_away(STR("--5m"), &away));
	assert_false(place_read_away(STR(""), &away));
}

static void test_ages_ahead(void **state)
{
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_usual(&s);
	scene_keys(&s, "3 t t");
	assert_true(scene_shows(&s, "AT 0:00   SHIPS without review, in "));
	assert_false(scene_shows(&s, "at +"));
	scene_keys(&s, "3");
	assert_true(scene_shows(&s, "this is Review: Esc goes back a level"));
	scene_fini(&s);
}

static void test_copies_of_several_edges(void **state)
{
	static const char text[] =
		"{\"handoff\":\"h-1\",\"attempt\":1,\"digest\":\"sha256:"
		"7c6d7bcd74f66ca45c8e4a892cef76fe3919214ee94c9e5f86b7c75c37ec4d37\","
		"\"from\":\"a\",\"to\":\"b\"}\n"
		"{\"handoff\":\"h-2\",\"attempt\":1,\"digest\":\"sha256:"
		"7c6d7bcd74f66ca45c8e4a892cef76fe3919214ee94c9e5f86b7c75c37ec4d37\","
		"\"from\":\"a\",\"to\":\"c\"}\n";
	struct restore_page p = { 0 };
	struct surface out = { 0 };
	struct buf dump = { 0 };
	struct scene s;

	(void)state;
	scene_init(&s);
	restore_page_open(&p);
	restore_page_add(&p, "1.jsonl", STR(text));
	surface_init(&out, 10, 80);
	restore_page_draw(&p, &s.world, &out);
	surface_dump(&out, GLYPHS_UTF8, &dump);
	assert_non_null(strstr(dump.data, "2 letters  several edges"));
	buf_fini(&dump);
	surface_fini(&out);
	restore_page_fini(&p);
	scene_fini(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_too_soon),
		cmocka_unit_test(test_no_undo_is_said_before),
		cmocka_unit_test(test_rehearsed_before_the_last_died),
		cmocka_unit_test(test_mark_after_a_decision),
		cmocka_unit_test(test_an_id_is_a_command),
		cmocka_unit_test(test_help_says_what_is_on_the_screen),
		cmocka_unit_test(test_help_on_a_page),
		cmocka_unit_test(test_help_on_changes),
		cmocka_unit_test(test_back_in_time),
		cmocka_unit_test(test_places_away),
		cmocka_unit_test(test_ages_ahead),
		cmocka_unit_test(test_copies_of_several_edges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
