/* SPDX-License-Identifier: MIT */
/* Names are foreign text: thousands of agents and edges, all in trouble, and each screen.
 */
#include <time.h>

#include "base/digest.h"
#include "tests/scene.h"

#define MANY 6000

static void fold_all(struct scene *s)
{
	char source[40], id[40];

	s->at = SCENE_START;
	for (int i = 0; i < MANY; i++) {
		snprintf(source, sizeof(source), "agent:a%d", i / 2);
		snprintf(id, sizeof(id), "x-%d", i);
		scene_fmt(s, source, "handoff.offered", "",
			"{\"handoff\":\"%s\",\"attempt\":1,\"from\":\"a%d\",\"to\":\"b%d\","
			"\"artifact\":{}}",
			id, i / 2, i);
		snprintf(source, sizeof(source), "agent:b%d", i);
		scene_fmt(s, source, "handoff.refused", "",
			"{\"handoff\":\"%s\",\"attempt\":1,\"reason\":\"version\"}", id);
	}
}

/* Microseconds of the processor. */
static long draw(struct scene *s)
{
	clock_t began = clock();

	scene_pass(s, SECOND);
	free(scene_dump(s, 36, 120));
	return (long)(clock() - began);
}

/* A frame costs less than a part of what folding all of it did. */
static void test_each(void **state)
{
	static const char *const ways[] = { "", "f", "f v", "v", "v f", "v v", "v v f",
		"o", "g", "/ z z Enter" };
	struct scene s;
	long folded;

	(void)state;
	scene_init(&s);
	folded = clock();
	fold_all(&s);
	folded = clock() - folded;
	for (const char *digit = "1234567"; *digit != '\0'; digit++) {
		for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
			char keys[40];
			long least = folded;

			snprintf(keys, sizeof(keys), "Esc Esc %c %s", *digit, ways[i]);
			scene_pass(&s, SECOND);
			scene_keys(&s, keys);
			for (int k = 0; k < 4; k++) {
				long cost = draw(&s);

				least = cost < least ? cost : least;
			}
			if (least > folded / 2)
				fail_msg("%s: %ld us, to fold all took %ld", keys, least,
					folded);
		}
	}
	scene_fini(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
