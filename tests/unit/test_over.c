/* SPDX-License-Identifier: MIT */
/* What lies over the screen, and what stands there: `:` works on each page, the page that
 * is asked for is the one that is seen, and nothing is done to a screen that is hidden.
 */
#include "tests/scene.h"
#include "views/row.h"

#define A_COPY                                                                           \
	"{\"handoff\":\"h-1\",\"attempt\":1,\"digest\":\"sha256:"                        \
	"0000000000000000000000000000000000000000000000000000000000000000\","            \
	"\"from\":\"a\",\"to\":\"b\",\"reason\":\"r\",\"operator\":\"mira\","            \
	"\"note\":\"n\",\"epoch\":\"\",\"time\":\"2026-11-21T03:12:41Z\"}\n"

static const struct {
	const char *command, *shows;
} pages[] = {
	{ "sent", "SENT  last 5 min" },
	{ "ops", "OPERATIONS" },
	{ "restore", "COPIES OF WHAT WAS DISCARDED" },
	{ "why", "WHY  what line 3 says" },
	{ "filters", "FILTERS" },
	{ "workspaces", "WORKSPACES" },
	{ "help", "── HELP" },
};

#define PAGES (sizeof(pages) / sizeof(*pages))

static void command(struct scene *s, const char *line)
{
	assert_true(shell_command(s->shell, &s->world, str_of(line)));
}

/* As a hand would: `:`, the letters, Enter. */
static void type(struct scene *s, const char *line)
{
	scene_keys(s, ":");
	for (; *line != '\0'; line++)
		shell_key(s->shell, &s->world, *line);
	scene_keys(s, "Enter");
}

static void test_commands_work_on_each(void **state)
{
	struct scene *s = *state;

	for (size_t i = 0; i < PAGES; i++) {
		command(s, pages[i].command);
		assert_true(scene_shows(s, pages[i].shows));
		type(s, "flow");
		assert_false(scene_shows(s, pages[i].shows));
		assert_true(scene_shows(s, "── FLOW"));
	}
}

static void test_the_one_that_was_asked_for(void **state)
{
	struct scene *s = *state;

	for (size_t i = 0; i < PAGES; i++) {
		for (size_t k = 0; k < PAGES; k++) {
			command(s, pages[i].command);
			type(s, pages[k].command);
			if (!scene_shows(s, pages[k].shows))
				fail_msg("%s on %s is not seen", pages[k].command,
					pages[i].command);
			scene_keys(s, "Esc Esc");
			command(s, "now");
		}
	}
}

static void test_in_a_copy(void **state)
{
	struct scene *s = *state;

	command(s, "restore");
	shell_copy(s->shell, "one.jsonl", STR(A_COPY));
	scene_keys(s, "Enter");
	assert_true(scene_shows(s, "COPY  one.jsonl"));
	type(s, "ops");
	assert_true(scene_shows(s, "OPERATIONS"));
	scene_keys(s, "Esc");
	assert_true(scene_shows(s, "WAITING FOR YOU"));
}

static void test_nothing_is_done_to_what_is_hidden(void **state)
{
	struct scene *s = *state;
	char *before, *after;

	command(s, "review");
	before = scene_dump(s, 24, 80);
	for (size_t i = 0; i < PAGES; i++) {
		shell_set_mouse(s->shell, true);
		command(s, pages[i].command);
		shell_mouse(s->shell, &s->world, K_WHEEL_DOWN, 6, 4);
		shell_mouse(s->shell, &s->world, K_CLICK, 8, 4);
		scene_keys(s, "Esc");
		after = scene_dump(s, 24, 80);
		assert_string_equal(after, before);
		free(after);
	}
	free(before);
	/* an action of the screen is to be seen */
	command(s, "sent");
	command(s, "sort");
	assert_false(scene_shows(s, "SENT  last 5 min"));
	assert_true(scene_shows(s, "by value"));
}

/* What `m` says that it is about. */
static void told(struct scene *s, char out[200])
{
	char *dump = scene_dump(s, 24, 80);
	const char *said = strstr(dump, " of edge ");

	said = said != NULL ? said : strstr(dump, "nothing is under the cursor");
	if (said == NULL)
		fail_msg("%s", dump);
	snprintf(out, 200, "%.*s", (int)strcspn(said, "\n"), said);
	free(dump);
	scene_keys(s, "Esc");
	command(s, "flow"); /* where nothing was asked Esc went away */
}

/* Both within one frame: the key is about what was chosen, not about what was drawn. */
static void test_a_key_before_the_next_drawing(void **state)
{
	struct scene *s = *state;
	char drawn[200], undrawn[200];

	for (int size = 0; size < 2; size++) {
		command(s, "flow");
		free(scene_dump(s, 24, size == 0 ? 80 : 60));
		for (int i = 0; i < 12; i++) {
			scene_keys(s, i % 4 < 3 ? "v m" : "f m");
			told(s, undrawn);
			scene_keys(s, "m");
			told(s, drawn);
			assert_string_equal(undrawn, drawn);
		}
	}
}

/* What waited is told for a while: not as if it waited still. */
static void test_waited(void **state)
{
	struct edge e = { .waiting = 1 };

	(void)state;
	assert_string_equal(row_trouble(&e, EDGE_WAITS), "WAITS");
	e.waiting = 0;
	assert_string_equal(row_trouble(&e, EDGE_WAITS), "WAITED");
	assert_string_equal(row_trouble(&e, EDGE_LOW), "LOW");
	assert_string_equal(row_trouble(NULL, EDGE_WAITS), "WAITS");
}

#define T(name) cmocka_unit_test_setup_teardown(name, scene_setup, scene_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_commands_work_on_each),
		T(test_the_one_that_was_asked_for),
		T(test_in_a_copy),
		T(test_nothing_is_done_to_what_is_hidden),
		T(test_a_key_before_the_next_drawing),
		cmocka_unit_test(test_waited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
