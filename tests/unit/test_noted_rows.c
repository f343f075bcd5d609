/* SPDX-License-Identifier: MIT */
/* What humans wrote of an edge and of an agent stands where these are looked at. */
#include <stdio.h>
#include <string.h>

#include "tests/unit/feed.h"

#include "base/digest.h"
#include "views/view.h"

#define ROWS 34
#define COLS 200

static void note(struct feed *f, const char *what, const char *name, const char *text)
{
	struct buf b = { 0 };

	buf_fmt(&b, "{'what':'%s','name':'%s','operator':'mira','note':'%s'}", what, name,
		text);
	feed(f, "hub:main", "review.noted", b.data);
	buf_fini(&b);
}

static bool shows(const struct view *v, struct feed *f, const char *select, enum action a,
	const char *text)
{
	struct world w = { .mesh = f->m,
		.now = f->now,
		.tick = 100 * SECOND,
		.clock_rate = 1,
		.name = "m",
		.link = { .state = LINK_LIVE } };
	struct surface s = { 0 };
	struct buf dump = { 0 };
	struct outcome out = { .go = -1 };
	void *state = v->open();
	bool has;

	surface_init(&s, ROWS, COLS);
	v->draw(state, &w, &s);
	v->select(state, &w, str_of(select));
	if (a != ACTION_NONE)
		v->act(state, &w, a, (struct str){ 0 }, &out);
	surface_clear(&s);
	v->draw(state, &w, &s);
	surface_dump(&s, GLYPHS_UTF8, &dump);
	has = strstr(dump.data, text) != NULL;
	if (!has)
		printf("%s\n", dump.data);
	buf_fini(&dump);
	surface_fini(&s);
	v->close(state);
	return has;
}

static void test_notes(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	feed_offer(&f, "h", 1, "1");
	note(&f, "edge", "a>b", "the road is closed");
	note(&f, "agent", "a", "moves on Friday");
	assert_true(
		shows(&view_flow, &f, "a>b", ACTION_NONE, "mira: the road is closed"));
	assert_true(shows(&view_registry, &f, "a", ACTION_NONE, "mira: moves on Friday"));
	feed_close(&f);
}

/* A click on an agent of the graph is one on what selects it. */
static void test_an_agent_is_selected(void **state)
{
	struct feed f;
	struct surface s = { 0 };
	void *flow = view_flow.open();
	struct world w = { .tick = 100 * SECOND,
		.clock_rate = 1,
		.name = "m",
		.link = { .state = LINK_LIVE } };

	(void)state;
	feed_open(&f);
	feed_offer(&f, "h", 1, "1");
	w.mesh = f.m;
	w.now = f.now;
	surface_init(&s, ROWS, COLS);
	view_flow.draw(flow, &w, &s);
	assert_true(view_flow.select(flow, &w, STR("b")));
	assert_false(view_flow.select(flow, &w, STR("nobody")));
	surface_fini(&s);
	view_flow.close(flow);
	feed_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_notes),
		cmocka_unit_test(test_an_agent_is_selected),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
