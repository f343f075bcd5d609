/* SPDX-License-Identifier: MIT */
/*
 * The cursor of Now stays with its item, in its part, and no act key hits a
 * row that came under it by itself.
 */
#include "tests/scene.h"

static void draw(struct scene *s)
{
	free(scene_dump(s, 24, 80));
}

/* The row with the cursor, from its `>` on; freed by the caller. */
static char *cursor_row(struct scene *s)
{
	char *dump = scene_dump(s, 24, 80), *row = strstr(dump, "\n>");
	char *out;

	assert_non_null(row);
	row[1 + strcspn(row + 1, "\n")] = '\0';
	out = xstrdup(row + 1);
	free(dump);
	return out;
}

static void assert_on(struct scene *s, const char *what)
{
	char *row = cursor_row(s);

	if (strstr(row, what) == NULL)
		fail_msg("the cursor is on \"%s\", not on %s", row, what);
	free(row);
}

static void offer_urgent(struct scene *s, int n)
{
	for (int i = 0; i < n; i++) {
		char id[40];

		snprintf(id, sizeof(id), "h-new%d", i);
		scene_offer(s,
			&(struct scene_offer){ id, "fraud", "refund", "refund.decision",
				.2, "proceed", 20 + i, 1, 0, NULL });
		scene_held(s, id, "confidence");
	}
	s->at = s->world.now;
	scene_pass(s, SECOND);
}

static void down(struct scene *s, int n)
{
	draw(s);
	while (n-- > 0)
		scene_keys(s, "j");
	scene_pass(s, SECOND);
}

static void test_stays_with_its_item(void **state)
{
	struct scene *s = *state;

	down(s, 6);
	assert_on(s, "h-9169");
	offer_urgent(s, 8);
	assert_on(s, "h-9169");
	assert_true(scene_shows(s, "h-new0"));
	assert_true(scene_shows(s, "WAITING FOR YOU  15"));
	scene_keys(s, "A");
	assert_true(scene_shows(s, "APPROVE 1 handoff"));
	assert_true(scene_shows(s, "h-9169"));
}

/* The fold line speaks of the first one that is not shown. */
static void test_fold_line(void **state)
{
	struct scene *s = *state;
	char *dump, *more;

	down(s, 6);
	offer_urgent(s, 8);
	dump = scene_dump(s, 24, 80);
	more = strstr(dump, " more, next in ");
	assert_non_null(more);
	/* of 15 the nine most urgent and the cursor's are shown */
	assert_non_null(strstr(dump, "h-91c2"));
	assert_null(strstr(dump, "h-91c7"));
	assert_memory_equal(more + 15, "0:52", 4);
	free(dump);
}

static void test_stays_in_its_part(void **state)
{
	struct scene *s = *state;

	down(s, 6);
	scene_elsewhere(s, "decision.approved", "h-9169", "lee", "");
	scene_pass(s, SECOND);
	assert_on(s, "approved by lee");
	for (int i = 0; i < 12; i++)
		draw(s), scene_pass(s, SECOND);
	assert_on(s, "h-916e");
	scene_keys(s, "R");
	assert_true(scene_shows(
		s, "h-916e came under the cursor by itself: R again means it"));
	scene_keys(s, "R");
	assert_true(scene_shows(s, "REJECT 1 handoff"));
}

/* Nobody has moved: the cursor follows what is first, and keys do not. */
static void test_first_row_changes(void **state)
{
	struct scene *s = *state;

	draw(s);
	offer_urgent(s, 1);
	assert_on(s, "h-new0");
	scene_pass(s, 60 * SECOND);
	s->world.now -= 60 * SECOND;
	scene_keys(s, "A");
	assert_true(scene_shows(s, "h-new0 came under the cursor by itself"));
	assert_false(scene_shows(s, "APPROVE 1 handoff"));
	scene_keys(s, "A");
	assert_true(scene_shows(s, "APPROVE 1 handoff"));
}

static void test_next_trouble(void **state)
{
	struct scene *s = *state;
	static const char *const rows[] = { "h-91c7", "h-91aa", "billing>ledger" };

	draw(s);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		scene_keys(s, "n");
		if (i < 2)
			assert_on(s, rows[i]);
	}
	scene_keys(s, "g G N");
	assert_on(s, "billing>ledger");
	scene_keys(s, "g N");
	assert_on(s, "version");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_stays_with_its_item, scene_setup, scene_teardown),
		cmocka_unit_test_setup_teardown(
			test_fold_line, scene_setup, scene_teardown),
		cmocka_unit_test_setup_teardown(
			test_stays_in_its_part, scene_setup, scene_teardown),
		cmocka_unit_test_setup_teardown(
			test_first_row_changes, scene_setup, scene_teardown),
		cmocka_unit_test_setup_teardown(
			test_next_trouble, scene_setup, scene_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
