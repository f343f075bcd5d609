/* SPDX-License-Identifier: MIT */
/* What broke an edge is told alike on Now and on Flow. */
#include "tests/scene.h"

static void both_show(struct scene *s, const char *now, const char *flow)
{
	const char *keys[] = { "1", "2" }, *want[] = { now, flow };

	for (int i = 0; i < 2; i++) {
		char *dump;

		scene_keys(s, keys[i]);
		dump = scene_dump(s, 60, 120);
		if (strstr(dump, want[i]) == NULL)
			fail_msg("no \"%s\" in\n%s", want[i], dump);
		free(dump);
	}
}

static void die(struct scene *s, int i, const char *reason, const char *detail)
{
	char id[40];

	snprintf(id, sizeof(id), "h-odd%d", i);
	scene_offer(s,
		&(struct scene_offer){
			id, "billing", "ledger", NULL, .9, "stop", 3000, 0, 0, NULL });
	scene_fmt(s, "agent:ledger", "handoff.dead_lettered", "",
		"{\"handoff\":\"%s\",\"attempt\":1,\"reason\":\"%s\",\"detail\":\"%s\"}",
		id, reason, detail);
}

static void test_the_reason_of_most(void **state)
{
	struct scene s;

	(void)state;
	digest_start();
	scene_init(&s);
	scene_usual(&s);
	s.at = SCENE_START;
	die(&s, 0, "overload", "too many at once");
	both_show(&s, "BROKEN  version", "WHY       version (5 of 6):");
	both_show(&s, "billing>ledger", "the latest:");
	scene_fini(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_reason_of_most),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
