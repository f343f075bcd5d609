/* SPDX-License-Identifier: MIT */
/* Tab and the history behind `:`, and what is said of a command that there is not. */
#include "tests/scene.h"

static void type(struct scene *s, const char *text)
{
	for (; *text != '\0'; text++)
		shell_key(s->shell, &s->world, *text == '\t' ? K_TAB : *text);
}

static bool two_files(void *arg, struct str begin, unsigned nth, struct buf *out)
{
	(void)arg;
	(void)begin;
	if (nth < 2)
		buf_str(out, nth == 0 ? "/tmp/a.jsonl" : "/tmp/b/");
	return nth < 2;
}

static void test_tab(void **state)
{
	static const struct {
		const char *typed, *shows;
	} cases[] = {
		{ ":rev\t", ":review" },
		{ ":set th\t", ":set theme " },
		{ ":set theme mo\t", ":set theme mono" },
		{ ":set mouse \t\t", ":set mouse off" },
		{ ":set mouse \t\t\t", ":set mouse " },
		{ ":set \t", ":set theme " },
		{ ":mute e\t", ":mute edge " },
		{ ":mute edge fraud\t", ":mute edge fraud>refund 30m" },
		{ ":mute agent k\t", ":mute agent kyc 30m" },
		{ ":unmute agent k\t", ":unmute agent kyc" },
		{ ":review fraud>\t", ":review fraud>refund" },
		{ ":log k\t", ":log kyc" },
		{ ":open h-91c2\t", ":open h-91c2" },
		{ ":open h\t", ":open h-91c2" },
		{ ":open /\t", ":open /tmp/a.jsonl" },
		{ ":open /\t\t", ":open /tmp/b/" },
		{ ":source \t", ":source /tmp/a.jsonl" },
		{ ":map rev\t", ":map review " },
		{ ":map review Q appr\t", ":map review Q approve" },
		{ ":unmap review Q appr\t", ":unmap review Q appr" },
		{ ":help de\t", ":help decisions" },
		{ ":copy pa\t", ":copy payload" },
		{ ":quit \t", ":quit" },
		{ ":approve \t", ":approve" },
		{ ":zzz zz\t", ":zzz zz" },
		{ ":   \t", ":" },
	};
	struct scene *s = *state;

	shell_files(s->shell, two_files, NULL);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *dump, *line;

		type(s, cases[i].typed);
		dump = scene_dump(s, 24, 80);
		dump[strlen(dump) - 1] = '\0';
		line = strrchr(dump, '\n') + 1;
		if (strncmp(line, cases[i].shows, strlen(line)) != 0 ||
			strlen(cases[i].shows) > strlen(line) + 1)
			fail_msg("%s shows \"%s\"", cases[i].typed, line);
		free(dump);
		scene_keys(s, "Esc");
	}
}

/* Names of the mesh are what agents say. */
static void test_hostile_names(void **state)
{
	struct scene *s = *state;

	for (int i = 0; i < 30; i++)
		type(s, i == 0 ? ":review \t" : "\t");
	scene_keys(s, "Enter");
	type(s, ":set \t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t");
	scene_keys(s, "Esc");
}

static void test_history(void **state)
{
	static const char *const lines[] = { ":review fraud", ":set theme mono",
		":log kyc", ":set title token=abc", ": review quiet" };
	struct scene *s = *state;
	struct wish w;
	int kept = 0;

	shell_recall(s->shell, STR("flow of long ago"));
	shell_recall(s->shell, STR("bad\x1b[2J"));
	shell_recall(s->shell, STR("bad\xff"));
	for (size_t i = 0; i < 5; i++) {
		type(s, lines[i]);
		scene_keys(s, "Enter");
		while (shell_wish(s->shell, &w)) {
			if (w.kind != WISH_HISTORY)
				continue;
			assert_string_equal(w.text, lines[i] + 1);
			kept++;
		}
	}
	assert_int_equal(kept, 3);
	scene_keys(s, ": Up Up Up");
	assert_true(scene_shows(s, ":log kyc"));
	scene_keys(s, "Up Up Up Up Up");
	assert_true(scene_shows(s, ":flow of long ago"));
	scene_keys(s, "Esc");
	type(s, ":set");
	scene_keys(s, "C-r");
	assert_true(scene_shows(s, ":set title token=abc"));
	scene_keys(s, "C-r");
	assert_true(scene_shows(s, ":set theme mono"));
	scene_keys(s, "C-r C-r");
	assert_true(scene_shows(s, ":set theme mono"));
	scene_keys(s, "Down Down Down Down");
	assert_true(scene_shows(s, ":set\n"));
	scene_keys(s, "Esc");
}

static void test_near(void **state)
{
	static const struct {
		const char *line, *says;
	} cases[] = {
		{ "reveiw", "no command \"reveiw\": perhaps review" },
		{ "hlep", "perhaps help" },
		{ "souce", "perhaps source" },
		{ "stet", "perhaps set" },
		{ "frobnicate", "no command \"frobnicate\" (? lists them)" },
		{ "x", "no command \"x\" (? lists them)" },
	};
	struct scene *s = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		shell_command(s->shell, &s->world, str_of(cases[i].line));
		if (!scene_shows(s, cases[i].says))
			fail_msg(":%s does not say %s", cases[i].line, cases[i].says);
	}
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, scene_setup, scene_teardown)
	const struct CMUnitTest tests[] = {
		T(test_tab),
		T(test_hostile_names),
		T(test_history),
		T(test_near),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
