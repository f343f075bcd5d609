/* SPDX-License-Identifier: MIT */
/* A contract that asks for two operators: what stands in the row after the first. */
#include "tests/scene.h"

static void begin(struct scene *s)
{
	scene_init(s);
	scene_contract(s, "pay", "kyc", "bank", ",\"approvals\":2");
	scene_offer(s,
		&(struct scene_offer){
			"h-1", "kyc", "bank", "pay", .4, "stop", 900, 12, 0, NULL });
	scene_held(s, "h-1", "confidence");
	scene_pass(s, SECOND);
	scene_keys(s, "3");
	scene_pass(s, SECOND);
}

static void test_row(void **state)
{
	struct scene s;

	(void)state;
	begin(&s);
	assert_false(scene_shows(&s, "1 of 2"));
	scene_elsewhere(&s, "decision.endorsed", "h-1", "lee", "");
	assert_true(scene_shows(&s, ">&"));
	assert_true(scene_shows(&s, "stops 1 of 2 lee"));
	scene_keys(&s, "1");
	assert_true(scene_shows(&s, "stops 1 of 2 lee"));
	scene_fini(&s);
}

/* Who gave the first is not asked for the second, and is told why. */
static void test_own(void **state)
{
	struct scene s;

	(void)state;
	begin(&s);
	scene_elsewhere(&s, "decision.endorsed", "h-1", "mira", "");
	scene_pass(&s, 2 * SECOND);
	free(scene_dump(&s, 24, 80));
	scene_pass(&s, 2 * SECOND);
	scene_keys(&s, "A");
	assert_true(
		scene_shows(&s, "you have approved it already: it asks for a second"));
	assert_false(scene_shows(&s, "press  y"));
	s.world.operator_name = "lee";
	scene_keys(&s, "A");
	assert_true(scene_shows(&s, "the second approval of two"));
	scene_fini(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_row),
		cmocka_unit_test(test_own),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
