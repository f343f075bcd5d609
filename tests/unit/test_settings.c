/* SPDX-License-Identifier: MIT */
/* What `:` says of what it does not take. */
#include "tests/scene.h"

struct said_case {
	const char *line, *says;
	bool replay;
};

static void test_what_is_said(void **state)
{
	static const struct said_case cases[] = {
		{ "set",
			"set takes theme, background, glyphs, bell, mouse, osc52, undo or title",
			false },
		{ "set colour red", "set takes theme, background, glyphs, bell", false },
		{ "set theme foo", "theme is auto, dark, light, mono, 16-dark, 16-light",
			false },
		{ "set theme", "256-dark or 256-light", false },
		{ "set theme mono", "theme is mono now", false },
		{ "set glyphs x", "glyphs is auto, utf8, acs or ascii", false },
		{ "set bell", "bell is on or off", false },
		{ "set bell off", "bell is off now", false },
		{ "set undo 11", "undo is 0 to 10 seconds", false },
		{ "set undo 3", "undo is 3 now", false },
		{ "set undo  10", "undo is 10 now", false },
		{ "set title", "title is the text of the terminal's title", false },
		{ "copy foo", "copy takes id|edge|payload|row|screen", false },
		{ "goto 03:04", "goto: only in a recording (seam replay FILE)", false },
		{ "goto", "goto: only in a recording", false },
		{ "play", "play: only in a recording", false },
		{ "freeze", "freeze: only live, this is a recording", true },
		{ "quit now", "quit takes no argument", false },
		{ "sort", "s (sort) is for Flow, Review, Dead, Incidents and Registry",
			false },
		{ "theme light", "theme is an option: set theme VALUE", false },
		{ "foo", "no command \"foo\" (? lists them)", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct replay_view r = { .name = "x", .speed = 1, .events = 9 };
		struct scene s;

		scene_init(&s);
		scene_usual(&s);
		s.world.replay = cases[i].replay ? &r : NULL;
		shell_command(s.shell, &s.world, str_of(cases[i].line));
		if (!scene_shows(&s, cases[i].says))
			fail_msg(":%s does not say %s", cases[i].line, cases[i].says);
		scene_fini(&s);
	}
}

/* Only what is good is passed on. */
static void test_what_is_wanted(void **state)
{
	struct scene s;
	struct wish w;

	(void)state;
	scene_init(&s);
	shell_command(s.shell, &s.world, STR("set theme foo"));
	assert_false(scene_wish(&s, WISH_SET, &w));
	shell_command(s.shell, &s.world, STR("set theme mono"));
	assert_true(scene_wish(&s, WISH_SET, &w));
	assert_string_equal(w.text, "theme mono");
	scene_fini(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_said),
		cmocka_unit_test(test_what_is_wanted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
