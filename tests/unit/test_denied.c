/* SPDX-License-Identifier: MIT */
/* Who was kept out: how the log says it, how it is found, and when line 3 tells of it. */
#include "tests/scene.h"
#include "views/watch.h"

static void denied(struct scene *s, const char *data)
{
	scene_fold(s, "hub:x", "access.denied", "", data);
}

static const char *last(const struct scene *s)
{
	return log_text(&s->mesh->log[(s->mesh->log_lines - 1) % LOG_LINES]);
}

static void test_words(void **state)
{
	static const struct {
		const char *data, *says;
	} cases[] = {
		{ "{\"name\":\"planner\",\"role\":\"agent\",\"what\":\"decide\",\"why\":"
		  "\"role\",\"count\":1}",
			"agent planner may not decide" },
		{ "{\"name\":\"pay\",\"role\":\"agent\",\"what\":\"wait\",\"why\":"
		  "\"another_agent\",\"count\":11}",
			"agent pay: wait, another agent, 11 times" },
		{ "{\"name\":null,\"role\":null,\"what\":\"connect\",\"why\":"
		  "\"unknown_key\",\"address\":\"10.0.0.7\",\"count\":3}",
			"no key: unknown key, from 10.0.0.7, 3 times" },
		{ "{\"name\":\"mira\",\"role\":null,\"what\":\"connect\",\"why\":"
		  "\"revoked\",\"address\":\"10.0.0.7\",\"count\":1}",
			"mira: connect, revoked, from 10.0.0.7" },
		{ "{\"name\":null,\"role\":null,\"what\":\"control\",\"why\":"
		  "\"no_identity\",\"count\":1}",
			"no key: control, no identity" },
	};
	struct scene s;

	(void)state;
	scene_init(&s);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		denied(&s, cases[i].data);
		assert_string_equal(last(&s), cases[i].says);
	}
	scene_fini(&s);
}

#define ONE(n)                                                                           \
	"{\"name\":\"kyc\",\"role\":\"agent\",\"what\":\"decide\",\"why\":\"role\","     \
	"\"count\":" #n "}"

static void test_line_3(void **state)
{
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_usual(&s);
	s.at = SCENE_START - 30 * SECOND;
	denied(&s, ONE(4));
	assert_false(scene_shows(&s, "denials")); /* a few are no alarm */
	s.at = SCENE_START - 10 * SECOND;
	denied(&s, ONE(3));
	free(scene_dump(&s, 24, 200));
	scene_keys(&s, ": w h y Enter");
	assert_true(scene_shows(
		&s, "7 denials since 03:12:11, last: agent kyc may not decide"));
	scene_pass(&s, 51 * SECOND); /* a minute after the last */
	assert_false(scene_shows(&s, "denials"));
	s.at = s.world.now;
	denied(&s, ONE(4)); /* counted anew */
	assert_false(scene_shows(&s, "denials"));
	scene_fini(&s);
}

/* By the word that stands in the row, and by the agent whose key it is. */
static void test_found(void **state)
{
	static const char *const filters[] = { "kyc", "agent:kyc",
		"type:seam.access.denied", "type:\"no access\"" };
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_usual(&s);
	denied(&s, ONE(3));
	for (size_t i = 0; i < sizeof(filters) / sizeof(*filters); i++) {
		char line[60];

		snprintf(line, sizeof(line), "log %s", filters[i]);
		assert_true(shell_command(s.shell, &s.world, str_of(line)));
		assert_true(scene_shows(&s, "agent kyc may not decide"));
	}
	assert_true(shell_command(s.shell, &s.world, STR("log agent:support")));
	assert_false(scene_shows(&s, "may not decide"));
	scene_fini(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_line_3),
		cmocka_unit_test(test_found),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
