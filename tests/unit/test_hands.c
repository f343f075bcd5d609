/* SPDX-License-Identifier: MIT */
/*
 * Properties of the keyboard as a whole, under thousands of random keys: what
 * was pasted never acts, wherever it arrives and wherever it ends; nothing is
 * sent by one key alone, nor by one that was pressed before its sheet was read.
 */
#include "tests/rounds.h"
#include "tests/scene.h"
#include "views/shell_own.h"

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void begin(struct scene *s)
{
	digest_start();
	scene_init(s);
	scene_usual(s);
	scene_pass(s, SECOND);
}

/* Everything that would leave this console and is about a decision. */
static int acts(struct scene *s)
{
	struct wish w;
	int n = 0;

	while (shell_wish(s->shell, &w))
		n += w.kind == WISH_DECIDE || w.kind == WISH_RECORD;
	return n;
}

static const int all_keys[] = { K_ENTER, K_UP, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END,
	K_PGUP, K_PGDN, K_TAB, K_BACKTAB, K_ESC, K_BACKSPACE, K_DELETE, K_F(1), K_F(2),
	K_F(5), K_CTRL('r'), K_CTRL('l'), K_CTRL('u'), K_CTRL('w'), K_CTRL('a'), ' ', '/',
	':', '?', '*', '[', ']', '#', '<', '>' };

static int any_key(uint32_t *seed)
{
	uint32_t n = next_random(seed) % 100;

	if (n < 26)
		return 'a' + (int)n;
	if (n < 46)
		return "AREHBXCAREHBXGNSLAAR"[n - 26];
	if (n < 56)
		return '0' + (int)n - 46;
	return all_keys[next_random(seed) % (sizeof(all_keys) / sizeof(*all_keys))];
}

/* Some state of the shell, with nothing confirmed yet: sheets, notes, prompts, pages. */
static void anywhere(struct scene *s, uint32_t *seed)
{
	static const char *const ways[] = { "", "3", "3 A", "3 R", "3 R n o t e", "3 E",
		"3 Space Space A", "3 Enter", "3 Enter A", "4", "4 B", "4 X w h y",
		"4 Enter B", ":", ": s e t", "3 /", "3 / f r a", "?", "? /", "c",
		"3 j E Tab", "3 * A", "2", "6", "7", "p", "1 A", "3 H", "3 A Tab", "F2",
		"C-w 4", "3 C-w 3 A", "4 C-w 3 R n o", "C-w w A", "C-w" };
	struct str rest =
		str_of(ways[next_random(seed) % (sizeof(ways) / sizeof(*ways))]);
	int key;

	while ((key = keys_next(&rest, NULL)) != K_NONE) {
		shell_key(s->shell, &s->world, key);
		if (next_random(seed) % 2 == 0)
			scene_pass(s, (int64_t)(next_random(seed) % 400) * 1000);
	}
	if (next_random(seed) % 2 == 0)
		scene_pass(s, SECOND);
}

/*
 * A paste of what confirms, in the middle of which sheets open their ears and
 * close. Half of them never end: the terminal has died, and the reader of keys says so
 * later, or never.
 */
static void paste(struct scene *s, uint32_t *seed)
{
	static const char text[] =
		"3AyyAy1yyy12 Ay\rR\tno\ty\r2y7yEe1yBy12yXwhy\ty\r:quit\rsy";
	size_t n = next_random(seed) % 60;

	shell_key(s->shell, &s->world, K_PASTE_BEGIN);
	for (size_t i = 0; i < n; i++) {
		char c = text[(next_random(seed) % 3 == 0 ? next_random(seed) : i) %
			(sizeof(text) - 1)];

		shell_key(s->shell, &s->world,
			c == '\r'           ? K_ENTER
				: c == '\t' ? K_TAB
					    : c);
		if (next_random(seed) % 3 == 0)
			scene_pass(s, (int64_t)(next_random(seed) % 900) * 1000);
	}
	shell_key(s->shell, &s->world, K_PASTE_END);
}

static void test_no_paste_acts(void **state)
{
	uint32_t seed = 11;
	struct scene s;

	(void)state;
	begin(&s);
	for (int i = 0; i < ROUNDS(4000); i++) {
		size_t entries;

		s.shell->desk.delay = 0;
		anywhere(&s, &seed);
		acts(&s);
		entries = s.shell->desk.n;
		paste(&s, &seed);
		if (s.shell->desk.n != entries || acts(&s) != 0)
			fail_msg("paste %d has acted", i);
		assert_false(s.shell->leave);
		scene_pass(&s, 2 * SECOND);
		scene_keys(&s, "Esc Esc Esc Esc");
		scene_pass(&s, 2 * SECOND);
		s.world.now = SCENE_START;
		if (i % 40 == 39) {
			scene_fini(&s);
			begin(&s);
		}
	}
	scene_fini(&s);
}

/* A paste that began outside a text stays outside, also when one opens meanwhile. */
static void test_paste_across_the_guard(void **state)
{
	struct scene s;

	(void)state;
	begin(&s);
	scene_keys(&s, "3");
	scene_pass(&s, SECOND);
	scene_keys(&s, "R PasteBegin q q");
	scene_pass(&s, SECOND); /* now the note would take it */
	scene_keys(&s, "z z z Enter y PasteEnd");
	assert_false(scene_shows(&s, "zz"));
	scene_keys(&s, "g o o d Enter");
	scene_pass(&s, SECOND);
	assert_true(scene_shows(&s, "good"));
	assert_int_equal(s.shell->desk.n, 0);
	scene_fini(&s);
	begin(&s);
	scene_keys(&s, "3 PasteBegin A y PasteEnd");
	assert_true(scene_shows(&s, "paste ignored: not in a text field"));
	scene_keys(&s, "c PasteBegin i PasteEnd i");
	scene_fini(&s);
}

/* One key, as often and as long as one likes, wherever one is. */
static void test_no_key_alone(void **state)
{
	uint32_t seed = 5;
	struct scene s;

	(void)state;
	begin(&s);
	for (int i = 0; i < ROUNDS(3000); i++) {
		int key = any_key(&seed);
		size_t entries;

		scene_keys(&s, "Esc Esc Esc");
		scene_pass(&s, 2 * SECOND);
		scene_keys(&s, i % 3 == 0 ? "3" : i % 3 == 1 ? "4" : "1");
		scene_pass(&s, 2 * SECOND);
		entries = s.shell->desk.n;
		for (int k = 0; k < 12; k++) {
			shell_key(s.shell, &s.world, key);
			scene_pass(&s, (int64_t)(next_random(&seed) % 600) * 1000);
		}
		if (s.shell->desk.n != entries)
			fail_msg("key %d alone has decided", key);
		acts(&s);
		s.world.now = SCENE_START;
		if (i % 30 == 29) {
			scene_fini(&s);
			begin(&s);
		}
	}
	scene_fini(&s);
}

/* What a decision took: at least two keys, the last of them a quarter of a second later.
 */
static void test_two_keys_apart(void **state)
{
	uint32_t seed = 23;
	size_t decided = 0;
	struct scene s;
	int last = K_NONE;

	(void)state;
	begin(&s);
	for (int i = 0; i < ROUNDS(200000); i++) {
		enum sheet_phase phase = s.shell->sheet.phase;
		int64_t opened = s.shell->sheet.opened;
		size_t entries = s.shell->desk.n;
		int key = any_key(&seed);

		if (phase != SHEET_CLOSED && next_random(&seed) % 3 == 0)
			key = next_random(&seed) % 2 == 0 ? 'y' : '2';
		if (key == 'u' || key == K_CTRL('l'))
			continue;
		shell_key(s.shell, &s.world, key);
		if (s.shell->desk.n > entries) {
			decided++;
			assert_true(phase != SHEET_CLOSED);
			assert_true(s.world.tick - opened >= SHEET_DEAF);
			assert_true(key == 'y' || (key >= '2' && key <= '9'));
			assert_true(last != K_NONE);
		}
		last = key;
		if (next_random(&seed) % 2 == 0)
			scene_pass(&s, (int64_t)(next_random(&seed) % 300) * 1000);
		if (i % 200 == 199) {
			scene_fini(&s);
			begin(&s);
		}
		if (i % 16 == 0)
			acts(&s);
	}
	scene_fini(&s);
	assert_true(decided > ROUNDS(100));
}

/* A click or the wheel, wherever it points, whatever stands there. */
static void test_no_mouse_acts(void **state)
{
	uint32_t seed = 31;
	struct scene s;

	(void)state;
	begin(&s);
	shell_command(s.shell, &s.world, STR("set mouse on"));
	for (int i = 0; i < ROUNDS(3000); i++) {
		size_t entries = s.shell->desk.n;

		if (i % 10 == 0)
			anywhere(&s, &seed);
		free(scene_dump(&s, 24, 80));
		shell_mouse(s.shell, &s.world, K_CLICK + (int)(next_random(&seed) % 3),
			(int)(next_random(&seed) % 30) - 2,
			(int)(next_random(&seed) % 90) - 2);
		assert_int_equal(s.shell->desk.n, entries);
		scene_pass(&s, SECOND);
		if (i % 10 == 9) {
			assert_int_equal(acts(&s), 0);
			scene_fini(&s);
			begin(&s);
			s.shell->mouse = true;
		}
	}
	scene_fini(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_paste_acts),
		cmocka_unit_test(test_paste_across_the_guard),
		cmocka_unit_test(test_no_key_alone),
		cmocka_unit_test(test_two_keys_apart),
		cmocka_unit_test(test_no_mouse_acts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
