/* SPDX-License-Identifier: MIT */
/* Behind a recording: the live mesh goes on, and is never said to be better than it is.
 */
#include "tests/scene.h"
#include "views/live_view.h"
#include "views/shell.h"

struct behind {
	struct scene scene;  /* the live mesh */
	struct shell *shell; /* of the recording */
	struct world world;
	struct replay_view replay;
	struct live_view live;
	struct surface out;
};

static void begin(struct behind *b)
{
	*b = (struct behind){ 0 };
	scene_init(&b->scene);
	scene_usual(&b->scene);
	b->shell = shell_new();
	surface_init(&b->out, 24, 80);
	b->replay = (struct replay_view){ .name = "past.jsonl",
		.events = 9,
		.at = 3,
		.first = 1,
		.last = 2,
		.speed = 1 };
	b->world = b->scene.world;
	b->world.replay = &b->replay;
	b->world.read_only = true;
	b->world.link.state = LINK_REPLAY;
}

static void end(struct behind *b)
{
	shell_free(b->shell);
	surface_fini(&b->out);
	scene_fini(&b->scene);
}

static bool shows(struct behind *b, const char *text)
{
	struct buf dump = { 0 };
	bool found;

	surface_clear(&b->out);
	shell_draw(b->shell, &b->world, &b->out);
	surface_dump(&b->out, GLYPHS_UTF8, &dump);
	buf_char(&dump, 0);
	found = strstr(dump.data, text) != NULL;
	buf_fini(&dump);
	return found;
}

static void look(struct behind *b)
{
	shell_live_look(b->scene.shell, &b->scene.world, &b->live);
	b->world.live = &b->live;
}

static void test_lost(void **state)
{
	struct behind b;

	(void)state;
	begin(&b);
	look(&b);
	assert_true(shows(&b, "LIVE NOW: "));
	assert_false(shows(&b, "NOT HEARD"));
	b.scene.world.link.state = LINK_LOST;
	b.scene.world.link.age = 20 * SECOND;
	look(&b);
	assert_true(shows(&b, "LIVE NOT HEARD since"));
	b.scene.world.link.state = LINK_CONNECTING;
	look(&b);
	assert_true(shows(&b, "LIVE NOW: not known yet"));
	end(&b);
}

/* A recording that stands still is drawn again, as the live mesh does not. */
static void test_drawn_again(void **state)
{
	struct behind b;
	int64_t wait;

	(void)state;
	begin(&b);
	assert_int_equal(shell_patience(b.shell, &b.world), -1);
	look(&b);
	wait = shell_patience(b.shell, &b.world);
	assert_true(wait >= 0 && wait <= SECOND);
	end(&b);
}

static void test_go_live(void **state)
{
	struct behind b;
	struct wish w;

	(void)state;
	begin(&b);
	shell_command(b.shell, &b.world, STR("live"));
	assert_true(shows(&b, "there is no live mesh behind this recording"));
	assert_false(shell_wish(b.shell, &w));
	look(&b);
	shell_command(b.shell, &b.world, STR("live"));
	assert_true(shell_wish(b.shell, &w));
	assert_int_equal(w.kind, WISH_QUIT);
	shell_command(b.scene.shell, &b.scene.world, STR("live"));
	assert_true(scene_shows(&b.scene, "this is no recording"));
	end(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lost),
		cmocka_unit_test(test_drawn_again),
		cmocka_unit_test(test_go_live),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
