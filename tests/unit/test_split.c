/* SPDX-License-Identifier: MIT */
/*
 * Two screens at once: what holds of one holds of the one that has the keys, whatever is
 * pressed; neither draws where the other is; and what is kept of them comes back.
 */
#include "tests/scene.h"
#include "views/shell_own.h"
#include "views/workspace.h"

static int setup(void **state)
{
	struct scene *s = scene_new(state);

	scene_usual(s);
	scene_pass(s, SECOND);
	free(scene_dump(s, 36, 120));
	return 0;
}

static uint32_t dice(uint32_t *seed, uint32_t sides)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % sides;
}

static void command(struct scene *s, const char *line)
{
	shell_command(s->shell, &s->world, str_of(line));
}

static void any_split(struct scene *s, uint32_t *seed)
{
	char line[40];

	snprintf(line, sizeof(line), "%ssplit %s", dice(seed, 2) ? "v" : "",
		shell_views[dice(seed, SCREENS)]->name);
	scene_keys(s, "Esc Esc Esc Esc");
	command(s, line);
}

/* --- keys ------------------------------------------------------------------- */

static void test_nothing_small_decides(void **state)
{
	static const int others[] = { K_ENTER, K_UP, K_DOWN, K_LEFT, K_RIGHT, K_TAB,
		K_BACKTAB, K_ESC, ' ', '*', '[', ']', K_CTRL('w'), K_CTRL('o'),
		K_CTRL('w'), K_TAB };
	static const int sizes[][2] = { { 36, 120 }, { 30, 80 }, { 24, 80 }, { 14, 40 } };
	struct scene *s = *state;
	uint32_t seed = 5;
	int both = 0;

	for (int i = 0; i < 30000; i++) {
		uint32_t n = dice(&seed, 60);

		if (dice(&seed, 200) == 0)
			any_split(s, &seed);
		shell_key(s->shell, &s->world,
			n < 26 ? 'a' + (int)n
				: n < 36
				? '0' + (int)n - 26
				: others[n % (sizeof(others) / sizeof(*others))]);
		if (dice(&seed, 4) == 0)
			scene_pass(s, (int64_t)dice(&seed, 400) * 1000);
		if (i % 20 == 0) {
			const int *size = sizes[dice(&seed, 4)];

			free(scene_dump(s, size[0], size[1]));
			both += s->shell->split.other.rows > 0;
		}
		if (i % 2000 == 0)
			s->world.now = SCENE_START; /* all wait again */
		if (i % 16 == 0)
			assert_int_equal(scene_decides(s), 0);
	}
	scene_pass(s, 20 * SECOND);
	assert_int_equal(scene_decides(s), 0);
	assert_true(both > 40);
}

static bool is_other(const struct scene *s, int row, int col)
{
	return shell_split_is_other(s->shell, row, col);
}

/* The handoff of the row with `>` of the one that has the keys; "": none. */
static void under_cursor(struct scene *s, struct surface *out, char id[40])
{
	int from = 0;

	shell_tick(s->shell, &s->world);
	shell_draw(s->shell, &s->world, out);
	if (s->shell->split.other.cols < out->cols)
		from = is_other(s, 4, 0) ? s->shell->split.other.cols + 1 : 0;
	id[0] = '\0';
	for (int row = 4; row + 1 < out->rows && id[0] == '\0'; row++) {
		char text[200] = "";
		size_t n = 0;

		if (is_other(s, row, from) || surface_cell(out, row, from)->ch[0] != '>')
			continue;
		for (int col = from;
			col < out->cols && !is_other(s, row, col) && n + 1 < sizeof(text);
			col++) {
			uint32_t c = surface_cell(out, row, col)->ch[0];

			text[n++] = c < 0x7f ? (char)c : '?';
		}
		text[n] = '\0';
		if (strstr(text, " h-") != NULL)
			sscanf(strstr(text, " h-"), "%39s", id);
	}
}

/* A sheet is about what stood under the cursor of the half that had the keys. */
static void test_sheet_names_what_was_seen(void **state)
{
	static const char *const keys[] = { "j", "k", "G", "g", "C-w w", "Tab", "j",
		"C-w 1", "C-w 3", "j" };
	static const int sizes[][2] = { { 36, 160 }, { 34, 80 }, { 24, 80 } };
	struct scene *s = *state;
	struct surface out = { 0 };
	uint32_t seed = 3, sheets = 0, others = 0;

	surface_init(&out, 36, 160);
	command(s, "review");
	command(s, "split now");
	for (int i = 0; i < 1500; i++) {
		char id[40];

		if (dice(&seed, 20) == 0) {
			const int *size = sizes[dice(&seed, 3)];

			surface_resize(&out, size[0], size[1]);
		}
		if (dice(&seed, 30) == 0) {
			scene_keys(s, "Esc Esc Esc");
			command(s, dice(&seed, 2) ? "review" : "now");
			command(s, dice(&seed, 2) ? "split review" : "split now");
		}
		scene_keys(s, keys[dice(&seed, sizeof(keys) / sizeof(*keys))]);
		if (dice(&seed, 10) == 0)
			scene_pass(s, 2 * SECOND);
		if (s->shell->split.open && dice(&seed, 10) == 0)
			scene_keys(s, "z"); /* else it opens the row */
		s->world.tick += 1500000;
		if (dice(&seed, 50) == 0)
			s->world.now = SCENE_START;
		under_cursor(s, &out, id);
		scene_keys(s, "A");
		if (s->shell->sheet.phase == SHEET_CLOSED)
			continue;
		assert_string_equal(s->shell->sheet.bound[0].handoff, id);
		sheets++;
		others += s->shell->split.second;
		s->world.tick += 300000;
		scene_keys(s, "Esc");
		s->world.tick += 1500000;
	}
	assert_int_equal(scene_decides(s), 0);
	assert_true(sheets > 200);
	assert_true(others > 50);
	surface_fini(&out);
}

/* Tab goes through the panes of both, and comes round. */
static void test_tab_goes_round(void **state)
{
	struct scene *s = *state;
	struct shell *shell = s->shell;

	for (int a = 0; a < SCREENS; a++) {
		for (int b = 0; b < SCREENS; b++) {
			int changes = 0;
			bool was;

			command(s, "only");
			command(s, shell_views[a]->name);
			scene_keys(s, "C-w");
			shell_key(shell, &s->world, '1' + b);
			assert_true(shell->split.open && shell->split.second);
			assert_int_equal(shell->screen, b);
			assert_int_equal(shell->split.screen, a);
			was = true;
			for (int i = 0; i < 24; i++) {
				free(scene_dump(s, 36, 120));
				scene_keys(s, i < 12 ? "Tab" : "S-Tab");
				changes += was != shell->split.second;
				was = shell->split.second;
			}
			if (changes < 4)
				fail_msg("%s and %s: Tab has crossed %d times",
					shell_views[a]->name, shell_views[b]->name,
					changes);
		}
	}
}

static void test_steps_back(void **state)
{
	struct scene *s = *state;
	struct split *p = &s->shell->split;

	command(s, "review");
	command(s, "split dead");
	assert_int_equal(s->shell->screen, SCREEN_DEAD);
	scene_keys(s, "z");
	assert_true(p->open && p->zoomed);
	scene_keys(s, "Esc");
	assert_true(p->open && !p->zoomed);
	scene_keys(s, "C-w w Esc");
	assert_false(p->open);
	assert_int_equal(s->shell->screen, SCREEN_REVIEW);
	/* each keeps what is its own */
	command(s, "split review conf<.42");
	assert_string_equal(
		view_review.filter(s->shell->state[SCREEN_REVIEW])->text, "conf<.42");
	assert_string_equal(view_review.filter(p->state[SCREEN_REVIEW])->text, "");
	command(s, "other");
	assert_string_equal(view_review.filter(s->shell->state[SCREEN_REVIEW])->text, "");
	command(s, "only");
	/* Enter goes to where it is shown already */
	command(s, "now");
	command(s, "split review");
	command(s, "other");
	free(scene_dump(s, 36, 120));
	scene_keys(s, "Enter");
	assert_true(p->open && p->second);
	assert_int_equal(s->shell->screen, SCREEN_REVIEW);
	assert_int_equal(p->screen, SCREEN_NOW);
	scene_keys(s, "C-o");
	assert_int_equal(s->shell->screen, SCREEN_NOW);
	assert_true(p->open && !p->second);
}

static void test_another_journal(void **state)
{
	struct scene *s = *state;

	s->world.epoch = "one";
	scene_pass(s, SECOND);
	command(s, "review");
	command(s, "split dead");
	free(scene_dump(s, 36, 120));
	s->world.epoch = "two";
	scene_pass(s, SECOND);
	free(scene_dump(s, 36, 120));
	assert_true(s->shell->split.open);
	scene_keys(s, "C-w w j C-w w j");
	s->world.epoch = NULL;
}

/* --- drawing ---------------------------------------------------------------- */

static bool same_rows(const struct surface *a, const struct surface *b, int rows)
{
	for (int row = 0; row < rows; row++) {
		if (memcmp(surface_cell(a, row, 0), surface_cell(b, row, 0),
			    (size_t)a->cols * sizeof(struct cell)) != 0)
			return false;
	}
	return true;
}

/* Blank cells where the other one draws, the line between them, and no cursor there. */
static void check_parts(struct scene *s, const struct surface *out)
{
	const struct rect *r = &s->shell->split.other;
	bool beside = r->rows > 0 && r->cols < out->cols;
	int line = r->col > 0 ? r->col - 1 : r->col + r->cols;
	int last = 3 + r->rows - (s->shell->said[0] != '\0'); /* that has a line of it */

	for (int row = 3; row < last; row++) {
		if (beside)
			assert_int_equal(surface_cell(out, row, line)->ch[0], 0x2502);
		for (int col = r->col; col < r->col + r->cols; col++)
			assert_int_equal(
				surface_cell(out, row + r->row, col)->selected, 0);
	}
}

/* At each size, whatever the screens: the head as ever, each in its part. */
static void test_each_in_its_part(void **state)
{
	struct scene *s = *state;
	struct surface one = { 0 }, two = { 0 };
	uint32_t seed = 9;
	int both = 0;

	surface_init(&one, 24, 80);
	surface_init(&two, 24, 80);
	for (int i = 0; i < 600; i++) {
		int rows = 10 + (int)dice(&seed, 60), cols = 36 + (int)dice(&seed, 200);

		surface_resize(&one, rows, cols);
		surface_resize(&two, rows, cols);
		scene_keys(s, "C-w o");
		command(s, shell_views[dice(&seed, SCREENS)]->name);
		scene_keys(s, dice(&seed, 3) ? "j" : "Enter");
		shell_draw(s->shell, &s->world, &one);
		any_split(s, &seed);
		if (!s->shell->split.open)
			continue;
		scene_keys(s, dice(&seed, 3) ? "j" : "Enter");
		shell_draw(s->shell, &s->world, &two);
		command(s, shell_views[s->shell->screen]->name);
		assert_true(same_rows(&one, &two, 1)); /* line 1 */
		check_parts(s, &two);
		both += s->shell->split.other.rows > 0;
	}
	assert_true(both > 200);
	surface_fini(&one);
	surface_fini(&two);
}

/* --- workspaces ------------------------------------------------------------- */

static void test_kept(void **state)
{
	struct scene *s = *state;
	struct wish w;
	char *was, *is;

	command(s, "review conf<.42");
	command(s, "split dead");
	scene_keys(s, "s s S");
	command(s, "workspace save night");
	assert_true(scene_wish(s, WISH_WORKSPACES, &w));
	assert_true(str_is(w.line,
		"night\ttwo second\treview\t\tconf<.42\tdead\tby=2 reversed=1\t\n"));
	scene_pass(s, 20 * SECOND);
	was = scene_dump(s, 36, 120);
	command(s, "only");
	command(s, "flow");
	command(s, "workspace night");
	scene_pass(s, 20 * SECOND);
	s->world.now -= 20 * SECOND;
	is = scene_dump(s, 36, 120);
	assert_string_equal(is, was);
	free(was);
	free(is);
}

/* The page: Enter shows one, d and y forgets it, any other key keeps it. */
static void test_page(void **state)
{
	struct scene *s = *state;
	struct wish w;

	command(s, "review conf<.42");
	scene_keys(s, "s S v");
	command(s, "workspace save night");
	assert_true(scene_wish(s, WISH_WORKSPACES, &w));
	assert_true(str_is(w.line, "night\tone\treview\tsort=1 reversed=1\tconf<.42\n"));
	scene_fold(s, "agent:kyc", "handoff.offered", "\"subject\":\"i1\",",
		"{\"handoff\":\"h-i1\",\"attempt\":1,\"from\":\"kyc\",\"to\":\"fraud\","
		"\"artifact\":{}}");
	command(s, "incidents open>0");
	scene_keys(s, "Enter");
	command(s, "filter conf<.5"); /* of the handoffs of one, not of the list */
	command(s, "workspace save day");
	assert_true(scene_wish(s, WISH_WORKSPACES, &w));
	assert_true(str_starts(w.line, "day\tone\tincidents\t\topen>0\n"));
	command(s, "workspaces");
	assert_true(scene_shows(s, "night                   Review  /conf<.42"));
	scene_keys(s, "j d");
	assert_true(scene_shows(s, "forget workspace night?"));
	scene_keys(s, "n");
	assert_false(scene_wish(s, WISH_WORKSPACES, &w));
	scene_keys(s, "Enter");
	assert_true(scene_shows(s, "filter: conf<.42"));
	command(s, "workspaces");
	scene_keys(s, "G d y");
	assert_true(scene_wish(s, WISH_WORKSPACES, &w));
	assert_true(str_starts(w.line, "day\t"));
	assert_null(memmem(w.line.p, w.line.n, "night", 5));
	scene_keys(s, "Esc");
	assert_false(scene_shows(s, "WORKSPACES"));
}

static void test_kept_file(void **state)
{
	struct workspaces *all = xcalloc(1, sizeof(*all));
	struct buf b = { 0 };

	(void)state;
	workspaces_read(all,
		STR("b\tone zoomed\tlog\ttrouble=1\tagent:kyc\n"
		    "a\ttwo beside\tnow\t\t\tflow\tpicture=2 new=7\t\n"
		    "no\n\nnone\tone\tnowhere\t\t\nshort\ttwo\tnow\t\t\n"
		    "Bad Name\tone\tnow\t\t\nodd\xff\tone\tnow\t\t\n"
		    "long\tone\tnow\t\t\tlog\t\t\nmore\ttwo\tnow\t\t\tlog\t\t\tx\n"));
	assert_int_equal(all->n, 2);
	workspaces_write(all, &b);
	buf_char(&b, '\0');
	assert_string_equal(b.data,
		"a\ttwo beside\tnow\t\t\tflow\tpicture=2 new=7\t\n"
		"b\tone zoomed\tlog\ttrouble=1\tagent:kyc\n");
	buf_fini(&b);
	free(all);
}

/* Whatever stands in the file, a state is what its keys could have made of it. */
static void test_knobs_are_bound(void **state)
{
	struct scene *s = *state;

	for (int i = 0; i < SCREENS; i++) {
		const struct view *v = shell_views[i];
		struct workspace_half h = { .screen = (enum screen)i };

		for (const struct knob *k = v->knobs; k != NULL && k->name != NULL; k++) {
			void *fresh = v->open();

			snprintf(h.knobs, sizeof(h.knobs), "%s=%u", k->name, k->most);
			workspace_give(&h, fresh);
			workspace_take(&h, (enum screen)i, fresh);
			assert_non_null(strstr(h.knobs, k->name));
			snprintf(h.knobs, sizeof(h.knobs), "%s=%u", k->name, k->most + 1);
			v->close(fresh);
			fresh = v->open();
			workspace_give(&h, fresh);
			workspace_take(&h, (enum screen)i, fresh);
			assert_string_equal(h.knobs, "");
			v->close(fresh);
		}
	}
	command(s, "workspaces");
	assert_true(scene_shows(s, "None is saved: :workspace save NAME"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_nothing_small_decides, setup, scene_teardown),
		cmocka_unit_test_setup_teardown(
			test_sheet_names_what_was_seen, setup, scene_teardown),
		cmocka_unit_test_setup_teardown(
			test_tab_goes_round, setup, scene_teardown),
		cmocka_unit_test_setup_teardown(test_steps_back, setup, scene_teardown),
		cmocka_unit_test_setup_teardown(
			test_another_journal, setup, scene_teardown),
		cmocka_unit_test_setup_teardown(
			test_each_in_its_part, setup, scene_teardown),
		cmocka_unit_test_setup_teardown(test_kept, setup, scene_teardown),
		cmocka_unit_test_setup_teardown(test_page, setup, scene_teardown),
		cmocka_unit_test(test_kept_file),
		cmocka_unit_test_setup_teardown(
			test_knobs_are_bound, setup, scene_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
