/* SPDX-License-Identifier: MIT */
/* The table of what keys do, and the language behind `:`. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tui/keys.h"
#include "views/command.h"
#include "views/shell.h"

static void test_no_key_twice(void **state)
{
	(void)state;
	for (int a = 1; a < ACTIONS; a++) {
		const struct action_row *r = &action_rows[a];
		struct str script = str_of(r->keys), name;
		int key;

		while ((key = keys_next(&script, &name)) != K_NONE) {
			assert_int_not_equal(key, K_UNKNOWN);
			for (unsigned screen = 0; screen < SCREENS; screen++) {
				if (!(r->screens & ON(screen)))
					continue;
				if (r->modes & IN_LIVE)
					assert_int_equal(
						action_of_key(key, screen, false), a);
				if (r->modes & IN_REPLAY)
					assert_int_equal(
						action_of_key(key, screen, true), a);
			}
		}
	}
}

static void test_six_capitals_act(void **state)
{
	char acting[32] = "";

	(void)state;
	for (int key = ' '; key < 127; key++) {
		bool acts = false;

		for (unsigned screen = 0; screen < SCREENS; screen++) {
			acts |= action_rows[action_of_key(key, screen, false)].acts;
			assert_false(action_rows[action_of_key(key, screen, true)].acts);
		}
		if (acts)
			acting[strlen(acting)] = (char)key;
	}
	assert_string_equal(acting, "ABEHRX");
}

static void test_every_row_has_help(void **state)
{
	(void)state;
	for (int a = ACTION_NONE + 1; a < ACTION_UNMARK; a++) {
		assert_non_null(action_rows[a].help);
		assert_non_null(action_rows[a].brief);
		assert_true(action_rows[a].modes != 0);
	}
}

struct command_case {
	const char *line;
	bool replay;
	enum action action;
	int screen;
	const char *arg;
};

static void test_commands(void **state)
{
	static const struct command_case cases[] = {
		{ "review", false, ACTION_SCREEN, SCREEN_REVIEW, "" },
		{ "  log   gap ", false, ACTION_SCREEN, SCREEN_LOG, "gap" },
		{ "gaps", false, ACTION_SCREEN, SCREEN_LOG, "gap" },
		{ "q", false, ACTION_QUIT, -1, "" },
		{ "sent", false, ACTION_SENT, -1, "" },
		{ "sent", true, ACTION_NONE, -1, "" },
		{ "mesh", false, ACTION_MESH, -1, "" },
		{ "mesh", true, ACTION_NONE, -1, "" },
		{ "set theme mono", false, ACTION_SET, -1, "theme mono" },
		{ "goto 03:04", true, ACTION_GOTO, -1, "03:04" },
		{ "goto 03:04", false, ACTION_NONE, -1, "03:04" },
		{ "freeze", true, ACTION_NONE, -1, "" },
		{ "undo now", false, ACTION_NONE, -1, "now" },
		{ "approve", false, ACTION_NONE, -1, "" },
		{ "reject no", false, ACTION_NONE, -1, "no" },
		{ "escalate lead", false, ACTION_NONE, -1, "lead" },
		{ "hold", false, ACTION_NONE, -1, "" },
		{ "requeue", false, ACTION_NONE, -1, "" },
		{ "discard", false, ACTION_NONE, -1, "" },
		{ "", false, ACTION_NONE, -1, "" },
		{ "rev", false, ACTION_NONE, -1, "" },
		{ "\x1b[2J", false, ACTION_NONE, -1, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct command_case *c = &cases[i];
		struct command got;

		command_read(str_of(c->line), shell_views, c->replay, &got);
		assert_int_equal(got.action, c->action);
		assert_int_equal(got.screen, c->screen);
		assert_true(str_is(got.arg, c->arg));
		assert_int_equal(got.why[0] == '\0', c->action != ACTION_NONE);
	}
}

static void test_completion(void **state)
{
	struct buf b = { 0 };
	void *arg = (void *)(uintptr_t)shell_views;

	(void)state;
	assert_true(command_complete(arg, STR("revi"), 0, &b));
	assert_string_equal(b.data, "review");
	assert_false(command_complete(arg, STR("revi"), 1, &b));
	buf_reset(&b);
	assert_true(command_complete(arg, STR("set"), 0, &b));
	assert_string_equal(b.data, "set ");
	assert_false(command_complete(arg, STR("appr"), 0, &b));
	assert_true(command_complete(arg, (struct str){ 0 }, 0, &b));
	buf_fini(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_key_twice),
		cmocka_unit_test(test_six_capitals_act),
		cmocka_unit_test(test_every_row_has_help),
		cmocka_unit_test(test_commands),
		cmocka_unit_test(test_completion),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
