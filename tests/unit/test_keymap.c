/* SPDX-License-Identifier: MIT */
/* Keys that were put elsewhere, and the file they come from. */
#include "tests/scene.h"
#include "views/shell_own.h"

static size_t source(struct scene *s, const char *text, struct buf *told)
{
	buf_reset(told);
	return shell_source(s->shell, &s->world, "console.conf", str_of(text), told);
}

struct fault_case {
	const char *text, *says; /* NULL: none */
};

static void test_what_is_refused(void **state)
{
	static const struct fault_case cases[] = {
		{ "", NULL },
		{ "# nothing\n\n  # nor here\n", NULL },
		{ "map review Q escalate\n", NULL },
		{ "unmap review w\nmap review w sort-by\n",
			"console.conf:2: no command \"sort-by\"" },
		{ "map review x escalate\n", "escalate acts, so it needs a capital" },
		{ "map review y reject\n", "y confirms what a capital opens" },
		{ "map review 2 reject\n", "2 confirms what a capital opens" },
		{ "map review Enter reject\n", "capital letter: Enter is none" },
		{ "map review Down hold\n", "capital letter: Down is none" },
		{ "map dead Tab discard\n", "capital letter: Tab is none" },
		{ "map dead F5 discard\n", "capital letter: F5 is none" },
		{ "map all C-a approve\n", "capital letter: C-a is none" },
		{ "map review Q approve h-1\n", "takes nothing behind it" },
		{ "map review A reject\n",
			"A is approve on review: first unmap review A" },
		{ "unmap review A\nmap review A reject\n", NULL },
		{ "map review Q reject\nmap review Q hold\n",
			"console.conf:2: Q is reject on review: first unmap" },
		{ "map all j up\n", "j is down on now: first unmap all j" },
		{ "map review Q discard\n", "discard does nothing on review" },
		{ "map all Q discard\n", NULL },
		{ "map nowhere Q down\n", "no screen \"nowhere\":" },
		{ "map all Ab down\n", "no key \"Ab\"" },
		{ "map all PasteBegin down\n", "no key \"PasteBegin\"" },
		{ "map all Esc down\n", "Esc stays what it is" },
		{ "unmap all :\n", ": stays what it is" },
		{ "unmap all C-c\n", "C-c stays what it is" },
		{ "map all F5\n", "map takes a screen or all, a key, and a command" },
		{ "map\n", "a line is set, map or unmap" },
		{ "unmap all Q\n", "Q does nothing on all" },
		{ "unmap all Q down\n", "unmap takes a screen or all, and a key" },
		{ "map all F5 map all F6 down\n", "no key may map keys" },
		{ "map all F5 set theme mono\nset theme light\nset undo 3\n", NULL },
		{ "map all F5 review fraud\n", NULL },
		{ ": set bell off\r\n", NULL },
		{ "set theme pink\n", "console.conf:1: theme is auto, dark, light" },
		{ "approve h-1\n", "a line is set, map or unmap" },
		{ "quit\n", "a line is set, map or unmap" },
		{ "map all F5 \x1b[2J\n", "no line of text" },
		{ "\xff\xfe\n", "no line of text" },
		{ "map all F5 set title "
		  "0123456789012345678901234567890123456789012345678901234567890123456789"
		  "0123456789012345678901234567890123456789\n",
			"at most 99 bytes" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf told = { 0 };
		struct scene s;
		size_t faults;

		scene_init(&s);
		faults = source(&s, cases[i].text, &told);
		if ((faults > 0) != (cases[i].says != NULL) ||
			(faults > 0 && strstr(told.data, cases[i].says) == NULL))
			fail_msg("%s: %zu faults, %s", cases[i].text, faults,
				faults > 0 ? told.data : "");
		if (faults > 0 && s.shell->map.n != 0)
			fail_msg("%s: half of it holds", cases[i].text);
		buf_fini(&told);
		scene_fini(&s);
	}
}

static void test_bounds(void **state)
{
	struct scene *s = *state;
	struct buf text = { 0 }, told = { 0 };

	for (int i = 0; i < 400; i++)
		buf_fmt(&text, "%s all Q%s\n", i % 2 == 0 ? "map" : "unmap",
			i % 2 == 0 ? " down" : "");
	assert_int_not_equal(source(s, text.data, &told), 0);
	assert_non_null(strstr(told.data, "at most 128 keys are mapped"));
	assert_non_null(strstr(told.data, "and "));
	buf_reset(&text);
	for (int i = 0; i < 3000; i++)
		buf_str(&text, "#\n");
	assert_int_equal(source(s, text.data, &told), 1);
	assert_non_null(strstr(told.data, "more lines than 1000"));
	buf_fini(&text);
	buf_fini(&told);
}

static void test_it_works(void **state)
{
	struct scene *s = *state;
	struct buf told = { 0 };

	assert_int_equal(
		source(s,
			"unmap all 3\nmap all F5 review\nmap review Q approve\n"
			"unmap review A\nmap review T set undo 2\nmap all J down\n",
			&told),
		0);
	scene_keys(s, "3");
	assert_true(scene_shows(s, "3 does nothing here: it was unmapped"));
	scene_keys(s, "F5");
	assert_true(scene_shows(s, "Q approve"));
	assert_false(scene_shows(s, "A approve"));
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	assert_false(scene_shows(s, "APPROVE 1 handoff"));
	scene_keys(s, "T");
	assert_true(scene_shows(s, "undo is 2 now"));
	scene_keys(s, "Q");
	assert_true(scene_shows(s, "APPROVE 1 handoff"));
	scene_pass(s, SECOND);
	scene_keys(s, "Q");
	assert_false(scene_shows(s, "APPROVE 1 handoff"));
	scene_pass(s, 2 * SECOND);
	scene_keys(s, "Q");
	scene_pass(s, SECOND);
	scene_keys(s, "y");
	scene_pass(s, 6 * SECOND);
	assert_int_equal(scene_decides(s), 1);
	scene_keys(s, "?");
	assert_true(scene_shows(s, "Q             approve"));
	scene_keys(s, "Esc");
	shell_command(s->shell, &s->world, STR("map"));
	assert_true(scene_shows(s, "map review T set undo 2"));
	assert_true(scene_shows(s, "unmap all 3"));
	assert_true(scene_shows(s, "map all J down"));
	scene_keys(s, "Esc");
	buf_fini(&told);
}

static void test_by_command(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3");
	scene_pass(s, SECOND);
	shell_command(s->shell, &s->world, STR("map review k hold"));
	assert_true(scene_shows(s, "hold acts, so it needs a capital letter"));
	shell_command(s->shell, &s->world, STR("map review K hold"));
	scene_keys(s, "K");
	assert_true(scene_shows(s, "HOLD 1 handoff"));
}

/* What a text or a sheet takes is not mapped. */
static void test_text_is_text(void **state)
{
	struct scene *s = *state;
	struct buf told = { 0 };

	assert_int_equal(
		source(s, "unmap all f\nmap all f review\nunmap all n\n", &told), 0);
	scene_keys(s, "3 / f r a n");
	assert_true(scene_shows(s, "/fran"));
	scene_keys(s, "Esc : f n");
	assert_true(scene_shows(s, ":fn"));
	scene_keys(s, "Esc");
	scene_pass(s, SECOND);
	scene_keys(s, "R f n");
	assert_true(scene_shows(s, "fn"));
	buf_fini(&told);
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void random_line(uint32_t *seed, struct buf *out)
{
	static const char *const screens[] = { "all", "now", "flow", "review", "dead",
		"registry", "log", "x" };
	static const char *const keys[] = { "a", "x", "y", "1", "Enter", "Down", "F5",
		"A", "B", "Q", "Z", "R", "Tab", "Space", "C-x", "?", "q", "E", "j",
		"\xc3\x84" };
	char name[KEYS_NAME_MAX];
	uint32_t n = next_random(seed);

	for (int i = next_random(seed) % 2 == 0; i >= 0; i--)
		buf_fmt(out, "%smap %s %s%s%s\n", i == 1 ? "un" : "", screens[n % 8],
			n % 3 == 0 ? keys_name('A' + (int)(n / 3 % 58), name)
				   : keys[n / 8 % 20],
			i == 1 ? "" : " ",
			i == 1 ? ""
				: action_rows[1 + n % (ACTION_UNMARK - 1)].name != NULL
				? action_rows[1 + n % (ACTION_UNMARK - 1)].name
				: "down");
}

/* Whatever a file says, and whatever of it was taken. */
static void test_only_capitals_act(void **state)
{
	uint32_t seed = 7;
	size_t taken = 0;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		static struct keymap m;
		struct buf b = { 0 };
		char why[ROW_TEXT];
		struct str rest;

		if (i % 40 == 0)
			m.n = 0;
		random_line(&seed, &b);
		rest = buf_view(&b);
		while (rest.n > 0) {
			size_t n =
				(size_t)((char *)memchr(rest.p, '\n', rest.n) - rest.p);

			taken += keymap_take(
				&m, shell_views, (struct str){ rest.p, n }, why);
			rest = str_skip(rest, n + 1);
		}
		for (size_t k = 0; k < m.n; k++) {
			if (m.row[k].action == ACTION_NONE ||
				!action_rows[m.row[k].action].acts)
				continue;
			assert_true(m.row[k].key >= 'A' && m.row[k].key <= 'Z');
			assert_int_equal(
				m.row[k].screens & ~action_rows[m.row[k].action].screens,
				0);
		}
		buf_fini(&b);
	}
	assert_true(taken > 1000);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, scene_setup, scene_teardown)
	const struct CMUnitTest tests[] = {
		T(test_what_is_refused),
		T(test_bounds),
		T(test_it_works),
		T(test_by_command),
		T(test_text_is_text),
		T(test_only_capitals_act),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
