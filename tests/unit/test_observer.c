/* SPDX-License-Identifier: MIT */
/*
 * A console whose key is an observer's. Of all actions: what would make the hub refuse
 * is off, dim, and says why and what to do; nothing of it is sent; the rest is as ever.
 */
#include "tests/scene.h"
#include "views/link.h"
#include "views/shell_own.h"

#define WHY "your key is an observer's: ask for an operator's"

static void begin(struct scene *s, bool looks)
{
	scene_init(s);
	scene_usual(s);
	s->world.link.looks = looks;
	scene_pass(s, SECOND);
}

/* What would go out to the hub, or be begun for it. */
static int sent(struct scene *s)
{
	struct wish w;
	int n = 0;

	while (shell_wish(s->shell, &w))
		n += w.kind == WISH_DECIDE || w.kind == WISH_RECORD ||
			w.kind == WISH_KEEP || w.kind == WISH_ASK ||
			w.kind == WISH_CLAIM || w.kind == WISH_EDIT || w.kind == WISH_OPS;
	return n;
}

/* On that screen, at its first row, with nothing open. */
static void stand(struct scene *s, unsigned screen)
{
	shell_show(s->shell, &s->world, (enum screen)screen);
	s->shell->said[0] = '\0';
	s->shell->input = INPUT_NONE;
	scene_pass(s, 2 * SECOND);
	free(scene_dump(s, 24, 80));
	sent(s);
}

static bool is_said(const struct scene *s)
{
	return strstr(s->shell->said, WHY) != NULL;
}

static void check_keys(enum action a)
{
	const struct action_row *r = &action_rows[a];
	struct str script = str_of(r->keys != NULL ? r->keys : "");
	struct scene s;
	int key;

	begin(&s, true);
	while ((key = keys_next(&script, NULL)) != K_NONE) {
		for (unsigned i = 0; i < SCREENS; i++) {
			if (!(r->screens & ON(i)))
				continue;
			stand(&s, i);
			shell_key(s.shell, &s.world, key);
			if (is_said(&s) != ((r->modes & OPERATORS) != 0))
				fail_msg("%s on %s: \"%s\"", r->brief,
					shell_views[i]->title, s.shell->said);
			assert_int_equal(s.shell->sheet.phase, SHEET_CLOSED);
			assert_false(s.shell->transform.open);
			assert_int_equal(sent(&s), 0);
		}
	}
	scene_fini(&s);
}

static const char *const arguments[] = { "", " x", " edge billing>ledger 30m",
	" agent ledger" };

static void check_command(enum action a, bool looks, int *most)
{
	const struct action_row *r = &action_rows[a];
	char line[80];
	struct scene s;

	begin(&s, looks);
	for (unsigned i = 0; r->name != NULL && i < SCREENS; i++) {
		for (size_t k = 0; k < sizeof(arguments) / sizeof(*arguments); k++) {
			int n;

			snprintf(line, sizeof(line), "%s%s", r->name, arguments[k]);
			stand(&s, i);
			shell_command(s.shell, &s.world, str_of(line));
			if (looks && is_said(&s) != ((r->modes & OPERATORS) != 0))
				fail_msg(":%s: \"%s\"", line, s.shell->said);
			n = sent(&s);
			*most = n > *most ? n : *most;
		}
	}
	scene_fini(&s);
}

/* Each key and each command of the table, on each of its screens. */
static void test_all_actions(void **state)
{
	int most = 0;

	(void)state;
	for (int a = ACTION_NONE + 1; a < ACTION_UNMARK; a++) {
		if (!(action_rows[a].modes & IN_LIVE))
			continue;
		check_keys((enum action)a);
		check_command((enum action)a, true, &most);
	}
	assert_int_equal(most, 0);
}

/* The table knows each command that asks the hub for something: an operator sends it. */
static void test_table_is_whole(void **state)
{
	int sends = 0;

	(void)state;
	for (int a = ACTION_NONE + 1; a < ACTION_UNMARK; a++) {
		int most = 0;

		if (!(action_rows[a].modes & IN_LIVE))
			continue;
		check_command((enum action)a, false, &most);
		if (most > 0 && !(action_rows[a].modes & OPERATORS))
			fail_msg(":%s is sent, and is nobody's", action_rows[a].name);
		sends += most > 0;
	}
	assert_in_range(sends, 6, 20); /* claim, edit, mute, unmute, note, tag, title */
}

/* The style of the first cell of that text, on row `row` or on any (-1). */
static int style_of(struct scene *s, int row, const char *text)
{
	struct surface out = { 0 };
	int style = -1;

	surface_init(&out, 24, 80);
	shell_draw(s->shell, &s->world, &out);
	for (int y = 0; y < 24; y++) {
		for (int x = 0; (row < 0 || y == row) && x + (int)strlen(text) <= 80;
			x++) {
			size_t n = 0;

			while (text[n] != '\0' &&
				surface_cell(&out, y, x + (int)n)->ch[0] ==
					(unsigned char)text[n])
				n++;
			if (text[n] == '\0' && style < 0)
				style = surface_cell(&out, y, x)->style;
		}
	}
	surface_fini(&out);
	return style;
}

static void test_dim(void **state)
{
	static const char *const hints[] = { "A approve", "R reject", "E escalate" };
	struct scene s;

	(void)state;
	begin(&s, true);
	stand(&s, SCREEN_REVIEW);
	for (size_t i = 0; i < 3; i++) {
		s.world.link.looks = true;
		assert_int_equal(style_of(&s, 23, hints[i]), STYLE_MUTED);
		s.world.link.looks = false;
		assert_int_equal(style_of(&s, 23, hints[i]), STYLE_KEY);
	}
	/* behind `:`, as it is typed and as Tab completes it */
	s.world.link.looks = true;
	scene_keys(&s, ": m u t Tab");
	assert_int_equal(style_of(&s, 23, "mute"), STYLE_MUTED);
	assert_true(scene_shows(&s, "mute    " WHY));
	s.world.link.looks = false;
	assert_int_equal(style_of(&s, 23, "mute"), STYLE_NORMAL);
	assert_false(scene_shows(&s, WHY));
	/* the page of all keys */
	s.world.link.looks = true;
	scene_keys(&s, "Esc ?");
	assert_true(scene_shows(&s, "What is dim is off: " WHY));
	assert_int_equal(style_of(&s, -1, "opens the sheet that rejects"), STYLE_MUTED);
	assert_int_equal(style_of(&s, -1, "On Review"), STYLE_TITLE);
	assert_int_equal(style_of(&s, -1, ":mark"), STYLE_NORMAL);
	s.world.link.looks = false;
	assert_int_equal(style_of(&s, -1, "opens the sheet that rejects"), STYLE_NORMAL);
	scene_fini(&s);
}

/* No link, a recording: the reason is theirs. */
static void test_other_reasons(void **state)
{
	struct scene s;
	char why[LINK_TEXT];

	(void)state;
	begin(&s, false);
	assert_null(link_barred(&s.world));
	s.world.read_only = true;
	assert_string_equal(link_bars(&s.world, ACTION_CLAIM),
		"this console is read-only: start it without --read-only");
	assert_null(link_bars(&s.world, ACTION_MARK));
	s.world.link.looks = true;
	s.world.link.state = LINK_LOST;
	assert_non_null(strstr(link_why_not(&s.world, why), "no connection"));
	stand(&s, SCREEN_REVIEW);
	scene_keys(&s, "C");
	assert_true(is_said(&s)); /* what will not change with the link goes first */
	scene_fini(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_actions),
		cmocka_unit_test(test_table_is_whole),
		cmocka_unit_test(test_dim),
		cmocka_unit_test(test_other_reasons),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
