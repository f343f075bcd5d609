/* SPDX-License-Identifier: MIT */
/* The tutorial can be gone through to its end, and notices each step; whatever is
 * pressed. */
#include "app/tutorial.h"
#include "tests/scene.h"
#include "views/shell_own.h"

struct class
{
	struct tutorial *tutorial;
	struct shell *shell;
	struct world world;
	int decided;
};

static void look(struct class *c)
{
	tutorial_world(c->tutorial, c->world.tick, &c->world);
}

static void fulfil(struct class *c)
{
	struct wish w;

	while (shell_wish(c->shell, &w)) {
		struct answer a = { w.decision, true, "", "", "", "", "", "", false };

		if (w.kind != WISH_DECIDE)
			continue;
		c->decided++;
		tutorial_decide(c->tutorial, &w, c->world.tick);
		look(c);
		shell_answer(c->shell, &c->world, &a);
	}
}

static void pass(struct class *c, int64_t usec)
{
	for (; usec > 0; usec -= SECOND / 4) {
		c->world.tick += SECOND / 4;
		look(c);
		shell_tick(c->shell, &c->world);
		fulfil(c);
	}
}

static void keys(struct class *c, const char *script)
{
	struct str rest = str_of(script);
	int key;

	while ((key = keys_next(&rest, NULL)) != K_NONE) {
		look(c);
		shell_key(c->shell, &c->world, key);
		fulfil(c);
		pass(c, SECOND / 2);
	}
}

static char *dump(struct class *c, int rows, int cols)
{
	struct surface out = { 0 };
	struct buf text = { 0 };

	surface_init(&out, rows, cols);
	look(c);
	shell_tick(c->shell, &c->world);
	shell_draw(c->shell, &c->world, &out);
	surface_dump(&out, GLYPHS_UTF8, &text);
	surface_fini(&out);
	return buf_steal(&text);
}

static bool shows(struct class *c, const char *what)
{
	char *text = dump(c, 24, 80);
	bool found = strstr(text, what) != NULL;

	free(text);
	return found;
}

static void begin(struct class *c)
{
	*c = (struct class){ .world = { .tick = 1000 * SECOND, .operator_name = "you" } };
	c->tutorial = tutorial_new(c->world.tick);
	c->shell = shell_new();
	pass(c, SECOND);
}

static void end(struct class *c)
{
	shell_free(c->shell);
	tutorial_free(c->tutorial);
}

static void test_to_the_end(void **state)
{
	static const char *const script[] = { "3", "j k", "]", "Enter Esc", "g A", "y",
		"u", "A y", "j Space Space A 2", "4", "Enter", "B Esc", "2", "? Esc",
		": w h y Enter Esc" };
	struct class c;

	(void)state;
	begin(&c);
	assert_int_equal(lesson_steps(), sizeof(script) / sizeof(*script) + 1);
	for (size_t i = 0; i < sizeof(script) / sizeof(*script); i++) {
		char *text = dump(&c, 24, 80);

		if (c.shell->lesson.step != i)
			fail_msg("step %zu instead of %zu\n%s", c.shell->lesson.step, i,
				text);
		assert_non_null(strstr(text, "[TUTORIAL]"));
		assert_null(strstr(text, "LIVE"));
		free(text);
		keys(&c, script[i]);
		pass(&c, i == 7 ? 8 * SECOND : SECOND);
	}
	assert_int_equal(c.shell->lesson.step, lesson_steps() - 1);
	assert_true(shows(&c, "That was all."));
	pass(&c, 20 * SECOND);
	assert_int_equal(c.decided, 3);
	keys(&c, ": t u t o r i a l Enter");
	assert_true(shows(&c, "this is the tutorial"));
	end(&c);
}

/* Each act has its answer: nothing stays without one for ever. */
static void test_all_acts(void **state)
{
	struct class c;

	(void)state;
	begin(&c);
	keys(&c, "3 j j R n o Enter y");
	pass(&c, 10 * SECOND);
	assert_true(shows(&c, "applied"));
	keys(&c, "G E 1 y");
	pass(&c, 10 * SECOND);
	keys(&c, "g H y");
	pass(&c, 10 * SECOND);
	keys(&c, "4 B 1 2 y");
	pass(&c, 10 * SECOND);
	assert_int_equal(c.decided, 15);
	assert_false(shows(&c, "no answer"));
	end(&c);
}

static void test_any_keys(void **state)
{
	uint32_t seed = 3;
	struct class c;

	(void)state;
	begin(&c);
	for (int i = 0; i < 20000; i++) {
		seed = seed * 1664525u + 1013904223u;
		look(&c);
		shell_key(c.shell, &c.world,
			seed % 8 == 0 ? K_FIRST + 1 + (int)(seed >> 8) % 16
				      : ' ' + (int)(seed >> 8) % 95);
		fulfil(&c);
		if (seed % 3 == 0)
			pass(&c, SECOND / 4);
		if (i % 1000 == 0)
			free(dump(&c, 5 + i / 1000 * 2, 24 + i / 100));
	}
	end(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_to_the_end),
		cmocka_unit_test(test_all_acts),
		cmocka_unit_test(test_any_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
