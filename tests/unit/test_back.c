/* SPDX-License-Identifier: MIT */
/*
 * A mesh may be another one from one frame to the next: a recording goes back, a hub
 * comes again with another journal. Views keep places in it, and what is at a place may
 * be something else then, or nothing: whatever was pressed before and after, on any
 * screen, all is drawn and nothing is decided on.
 */
#include "tests/everywhere.h"

#include "tests/rounds.h"

#define PARTS 5

static const char *const recordings[] = { "night.jsonl", "hundred.jsonl",
	"agents25.jsonl", "broken.jsonl", "versions.jsonl", "hostile.jsonl",
	"incident.jsonl" };

/* How the mesh was at the beginning, a quarter in, and so on. */
struct times {
	struct mesh *mesh[PARTS];
};

static void fold_times(struct times *t, const struct stage *s)
{
	struct json doc = { 0 };
	struct event e;

	for (size_t part = 0; part < PARTS; part++) {
		t->mesh[part] = mesh_new();
		for (size_t i = 0; i < s->lines * part / (PARTS - 1); i++)
			if (event_read(&doc, s->line[i].text, s->line[i].text,
				    FROM_RECORDING, &e, NULL, NULL))
				mesh_apply(t->mesh[part], &e);
	}
	json_fini(&doc);
}

static void go_to(struct stage *s, struct mesh *mesh)
{
	s->world.mesh = s->mesh = mesh;
	s->world.now = mesh->now + s->ahead;
	s->world.link.as_of = mesh->now;
	stage_draw(s);
}

static int next_key(unsigned *seed)
{
	static const int special[] = { K_DOWN, K_UP, K_END, K_HOME, K_PGDN, K_ENTER,
		K_TAB, K_ESC, K_LEFT, K_RIGHT, K_BACKSPACE };
	static const char text[] =
		"1234567jjjjjGgnNmvVoO[]{}fwsStblehzxcpiraL*+- ARXBEHuy/";
	unsigned n = next_random(seed) % 80;

	if (n < sizeof(special) / sizeof(*special))
		return special[n];
	return text[next_random(seed) % (sizeof(text) - 1)];
}

static void wander(struct stage *s, const struct times *t, unsigned seed)
{
	for (int i = 0; i < 60; i++) {
		if (next_random(&seed) % 6 == 0)
			go_to(s, t->mesh[next_random(&seed) % PARTS]);
		if (next_random(&seed) % 20 == 0)
			shell_command(s->shell, &s->world,
				seed & 1 ? STR("split") : STR("unsplit"));
		press(s, next_key(&seed));
		decided(s);
	}
}

/* Each screen with its cursor far down, and then there is nothing, or little. */
static void fall(struct stage *s, const struct times *t, const char *keys)
{
	for (const char *digit = screens; *digit != '\0'; digit++) {
		for (int part = 0; part < PARTS; part++) {
			go_to(s, t->mesh[PARTS - 1]);
			press(s, K_ESC);
			press(s, *digit);
			for (const char *k = keys; *k != '\0'; k++)
				press(s, *k);
			go_to(s, t->mesh[part]);
			press(s, 'j');
			press(s, K_ENTER);
			go_to(s, t->mesh[PARTS - 1]);
			press(s, K_ESC);
			decided(s);
		}
	}
}

static void test_back(void **state)
{
	static const char *const ways[] = { "G", "jjjjjjjjjjjj", "Gk\r", "\tG",
		"jj jj " };

	(void)state;
	for (size_t r = 0; r < LEN(recordings); r++) {
		struct times t;
		struct stage s;
		struct mesh *own;

		open_stage(&s, recordings[r]);
		own = s.mesh;
		fold_times(&t, &s);
		for (int replay = 0; replay < 2; replay++) {
			s.world.replay = replay ? &s.replay : NULL;
			s.world.read_only = replay;
			s.world.link.state = replay ? LINK_REPLAY : LINK_LIVE;
			resize(&s, 120, 40);
			for (size_t i = 0; i < LEN(ways); i++)
				fall(&s, &t, ways[i]);
			for (unsigned i = 0; i < ROUNDS(40); i++)
				wander(&s, &t, i * 77 + (unsigned)r);
		}
		go_to(&s, own);
		for (int part = 0; part < PARTS; part++)
			mesh_free(t.mesh[part]);
		stage_fini(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_back),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
