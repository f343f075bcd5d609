/* SPDX-License-Identifier: MIT */
/*
 * No key of the table is dead: on every screen, live and in a recording, with
 * much to see and with nothing, it changes what is on the screen, or wants
 * something, or the answer line says what it would need.
 */
#include "tests/scene.h"

struct picture {
	struct buf text;
	int wishes;
};

static void look(struct scene *s, struct picture *p, int rows, int cols)
{
	struct surface f = { 0 };
	struct wish w;

	buf_reset(&p->text);
	surface_init(&f, rows, cols);
	shell_draw(s->shell, &s->world, &f);
	surface_dump(&f, GLYPHS_UTF8, &p->text);
	surface_dump_styles(&f, &p->text);
	surface_fini(&f);
	for (p->wishes = 0; shell_wish(s->shell, &w); p->wishes++)
		;
}

/* Steps that may be at their end already; they still must be known. */
static bool may_stand(enum action a)
{
	return (a >= ACTION_DOWN && a <= ACTION_HALF_UP) || a == ACTION_REDRAW;
}

struct place {
	enum screen screen;
	bool replay, empty, small;
};

static void press(const struct place *at, enum action a, int key)
{
	static const char *const digits[SCREENS] = { "2 1", "2", "3", "4", "5", "6",
		"7" };
	static const double slices[4];
	struct replay_view r = { .name = "x",
		.speed = 1,
		.rate = slices,
		.trouble = slices,
		.slices = 4,
		.last = SECOND,
		.events = 9 };
	int rows = at->small ? 24 : 36, cols = at->small ? 80 : 120;
	struct picture before = { 0 }, after = { 0 };
	struct scene s;
	char name[KEYS_NAME_MAX];
	bool dead;

	scene_init(&s);
	if (!at->empty)
		scene_usual(&s);
	if (at->replay) {
		s.world.replay = &r;
		s.world.read_only = true;
		s.world.link.state = LINK_REPLAY;
	}
	scene_keys(&s, digits[at->screen]);
	look(&s, &before, rows, cols);
	scene_pass(&s, 20 * SECOND);
	look(&s, &before, rows, cols);
	shell_key(s.shell, &s.world, key);
	look(&s, &after, rows, cols);
	dead = str_eq(buf_view(&before.text), buf_view(&after.text)) &&
		after.wishes == 0 && !may_stand(a);
	dead |= memmem(after.text.data, after.text.len, "nothing to do here", 18) ||
		memmem(after.text.data, after.text.len, "does nothing", 12);
	if (dead)
		fail_msg("%s is dead on %s%s%s%s", keys_name(key, name),
			digits[at->screen], at->replay ? ", replay" : "",
			at->empty ? ", empty" : "", at->small ? ", small" : "");
	buf_fini(&before.text);
	buf_fini(&after.text);
	scene_fini(&s);
}

static void press_all(const struct place *at)
{
	for (int a = ACTION_NONE + 1; a < ACTIONS; a++) {
		struct str keys =
			str_of(action_rows[a].keys != NULL ? action_rows[a].keys : "");
		int key;

		while ((key = keys_next(&keys, NULL)) != K_NONE)
			press(at, (enum action)a, key);
	}
}

static void test_every_key_answers(void **state)
{
	(void)state;
	for (int i = 0; i < SCREENS * 8; i++)
		press_all(&(struct place){ (enum screen)(i / 8), i & 1, i & 2, i & 4 });
}

struct answer_case {
	const char *keys, *says;
	bool replay;
};

/* What a key would need, from the table. */
static void test_what_is_needed(void **state)
{
	static const struct answer_case cases[] = {
		{ "1 s", "s (sort) is for Flow, Review, Dead, Incidents and Registry",
			false },
		{ "1 f", "only trouble is shown", false },
		{ "2 [", "[ (tab) is for Now, Review, Dead, Incidents, Registry and Log",
			false },
		{ "7 s", "s (sort) is for Flow, Review, Dead, Incidents and Registry",
			false },
		{ "2 w", "w (wrap) is for Now, Review, Dead, Incidents, Registry and Log",
			false },
		{ "1 Space", "Space (mark) is for Review, Dead and Incidents", false },
		{ "1 .", ". (step) is for a recording: seam replay FILE", false },
		{ "3 X", "X (discard) is for Dead", false },
		{ "2 h", "nothing lies to the left", false },
		{ "1 ]", "the detail is beside the list from 120x29 on", false },
		{ "1 1", "this is Now", false },
		{ "4 u", "u (undo) is for the live mesh: this is a recording", true },
		{ "1 y", "y does nothing here (? help)", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct replay_view r = { .name = "x", .speed = 1, .events = 9 };
		struct scene s;

		scene_init(&s);
		scene_usual(&s);
		s.world.replay = cases[i].replay ? &r : NULL;
		scene_keys(&s, cases[i].keys);
		if (!scene_shows(&s, cases[i].says))
			fail_msg("%s does not say: %s", cases[i].keys, cases[i].says);
		scene_fini(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_key_answers),
		cmocka_unit_test(test_what_is_needed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
