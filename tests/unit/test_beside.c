/* SPDX-License-Identifier: MIT */
/* `m` on Flow and Registry: of what it asks the hub to write, and where it is shown. */
#include "tests/scene.h"

static void note(struct scene *s, const char *what, const char *name, const char *text)
{
	scene_fmt(s, "hub:x", "review.noted", "",
		"{\"what\":\"%s\",\"name\":\"%s\",\"operator\":\"lee\",\"note\":\"%s\"}",
		what, name, text);
}

static void start(struct scene *s)
{
	scene_init(s);
	scene_usual(s);
	scene_pass(s, SECOND);
}

/* What is written after those keys. */
static void asks(struct scene *s, const char *keys, const char *what, const char *name)
{
	char want[200];
	struct wish w;

	scene_keys(s, keys);
	scene_keys(s, "m");
	snprintf(want, sizeof(want), "note of %s %s", what, name);
	assert_true(scene_shows(s, want));
	scene_keys(s, "o d d Enter");
	assert_true(scene_wish(s, WISH_ASK, &w));
	snprintf(want, sizeof(want), "\"what\":\"%s\",\"name\":\"%s\"", what, name);
	if (strstr(w.text, want) == NULL || strstr(w.text, "\"note\":\"odd\"") == NULL)
		fail_msg("%s: %s", want, w.text);
}

static void test_asked(void **state)
{
	struct scene s;

	(void)state;
	start(&s);
	scene_keys(&s, "2");
	free(scene_dump(&s, 24, 80));
	asks(&s, "", "edge", "billing>ledger");
	/* the graph has the keys: the agent; in the middle of its own view an edge of it
	 */
	asks(&s, "Tab", "agent", "billing");
	asks(&s, "e", "edge", "billing>ledger");
	asks(&s, "e v", "edge", "billing>ledger");
	scene_keys(&s, "6");
	free(scene_dump(&s, 24, 80));
	asks(&s, "s g", "contract", "deploy.plan");
	asks(&s, "j", "contract", "kyc.verdict");
	asks(&s, "Tab s g", "agent", "billing");
	scene_fini(&s);
}

/* Rows with its sign, and the newest below; what it is about has the cursor. */
static void test_shown(void **state)
{
	struct scene s;

	(void)state;
	start(&s);
	scene_keys(&s, "2");
	free(scene_dump(&s, 24, 80));
	assert_false(scene_shows(&s, "#a billing>ledger"));
	note(&s, "edge", "billing>ledger",
		"the ledger goes back to the version before on Friday, ask fin-core");
	assert_true(scene_shows(&s, "#a billing>ledger"));
	assert_true(scene_shows(&s, "note: 03:12:41 lee: the ledger goes back"));
	note(&s, "agent", "billing", "rolled out by hand");
	assert_false(scene_shows(&s, "rolled out by hand"));
	scene_keys(&s, "Tab");
	assert_true(scene_shows(&s, "billing: 03:12:41 lee: rolled out by h~"));
	scene_keys(&s, "e");
	assert_true(scene_shows(&s, "billing: 03:12:41 lee: rolled out by hand"));
	note(&s, "contract", "deploy.plan", "owners are away");
	scene_keys(&s, "6 s g");
	free(scene_dump(&s, 24, 80));
	assert_true(scene_shows(&s, ">  # deploy.plan"));
	assert_true(scene_shows(&s, "NOTE      03:12:41 lee: owners are away"));
	scene_keys(&s, "j");
	assert_false(scene_shows(&s, "owners are away"));
	scene_keys(&s, "Tab s g");
	assert_true(scene_shows(&s, "# billing"));
	assert_true(scene_shows(&s, "NOTE      03:12:41 lee: rolled out by hand"));
	scene_fini(&s);
}

/* A link that is down, and a mesh without edges: nothing is asked. */
static void test_nothing_to_write_of(void **state)
{
	struct scene s;
	struct wish w;

	(void)state;
	scene_init(&s);
	scene_keys(&s, "2 m");
	assert_true(scene_shows(&s, "nothing is under the cursor"));
	scene_keys(&s, "6 m");
	assert_true(scene_shows(&s, "nothing is under the cursor"));
	assert_false(scene_wish(&s, WISH_ASK, &w));
	scene_fini(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_asked),
		cmocka_unit_test(test_shown),
		cmocka_unit_test(test_nothing_to_write_of),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
