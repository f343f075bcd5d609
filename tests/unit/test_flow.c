/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/digest.h"
#include "tests/mesh_feed.h"
#include "views/flow_own.h"
#include "views/flow_saved.h"

#define ROWS 20
#define COLS 80

struct scene {
	struct feed feed;
	struct flow *flow;
	struct surface surface;
	struct world w;
};

static void begin(struct scene *s, enum link_state link)
{
	memset(s, 0, sizeof(*s));
	feed_init(&s->feed);
	s->flow = view_flow.open();
	surface_init(&s->surface, ROWS, COLS);
	s->w = (struct world){ .mesh = s->feed.mesh,
		.now = FEED_START,
		.tick = 100 * SECOND,
		.clock_rate = 1,
		.name = "m",
		.link = { .state = link } };
}

static void end(struct scene *s)
{
	view_flow.close(s->flow);
	surface_fini(&s->surface);
	feed_fini(&s->feed);
}

static void draw(struct scene *s)
{
	s->w.now = s->feed.time;
	surface_clear(&s->surface);
	view_flow.draw(s->flow, &s->w, &s->surface);
}

static void pass(struct scene *s, int64_t usec)
{
	s->w.tick += usec;
	s->feed.time += usec;
	draw(s);
}

static struct outcome act(struct scene *s, enum action a)
{
	struct outcome out = { .go = -1 };

	view_flow.act(s->flow, &s->w, a, (struct str){ 0 }, &out);
	draw(s);
	return out;
}

static void chain(struct scene *s, int from, int to)
{
	char id[32], a[32], b[32];

	for (int i = from; i < to; i++) {
		snprintf(id, sizeof(id), "h%d", i);
		snprintf(a, sizeof(a), "agent-%d", i);
		snprintf(b, sizeof(b), "agent-%d", i + 1);
		feed_offer(&s->feed, id, a, b);
	}
}

static void break_edge(struct scene *s, const char *from, const char *to, int n)
{
	static int serial;
	char id[32];

	for (int i = 0; i < n; i++) {
		snprintf(id, sizeof(id), "bad%d", serial++);
		feed_offer(&s->feed, id, from, to);
		feed_refuse(&s->feed, id, to);
	}
}

/* Where a text stands on the surface; false: nowhere. */
static bool find(struct scene *s, const char *text, int *row, int *col)
{
	int n = (int)strlen(text);

	for (int r = 0; r < ROWS; r++) {
		for (int c = 0; c + n <= COLS; c++) {
			int k = 0;

			while (k < n &&
				surface_cell(&s->surface, r, c + k)->ch[0] ==
					(uint32_t)text[k])
				k++;
			if (k < n)
				continue;
			*row = r;
			*col = c;
			return true;
		}
	}
	return false;
}

static void test_settles_at_once_when_live(void **state)
{
	struct scene s;

	(void)state;
	begin(&s, LINK_LIVE);
	chain(&s, 0, 3);
	draw(&s);
	assert_true(s.flow->all.settled);
	assert_int_equal(s.flow->shown, FLOW_GRAPH);
	end(&s);
}

static void test_waits_while_edges_come(void **state)
{
	struct scene s;

	(void)state;
	begin(&s, LINK_SYNCING);
	for (int i = 0; i < 4; i++) {
		chain(&s, i, i + 1);
		pass(&s, 3 * SECOND);
		assert_false(s.flow->all.settled);
	}
	pass(&s, 4 * SECOND);
	assert_false(s.flow->all.settled);
	pass(&s, 1 * SECOND);
	assert_true(s.flow->all.settled);
	end(&s);
}

static void test_settles_after_30_s_at_the_latest(void **state)
{
	struct scene s;
	int i;

	(void)state;
	begin(&s, LINK_SYNCING);
	for (i = 0; i < 10 && !s.flow->all.settled; i++) {
		pass(&s, 4 * SECOND);
		chain(&s, i, i + 1);
		draw(&s);
	}
	/* The first edge came at 4 s, the eighth look after it is at 36 s. */
	assert_int_equal(i, 9);
	end(&s);
}

static void test_nothing_moves(void **state)
{
	struct scene s;
	int before[4][2], after[2];
	char name[32];

	(void)state;
	begin(&s, LINK_LIVE);
	chain(&s, 0, 3);
	draw(&s);
	for (int i = 0; i < 4; i++) {
		snprintf(name, sizeof(name), "agent-%d", i);
		assert_true(find(&s, name, &before[i][0], &before[i][1]));
	}
	feed_offer(&s.feed, "x1", "agent-0", "late");
	feed_offer(&s.feed, "x2", "late", "agent-2");
	feed_offer(&s.feed, "x3", "agent-3", "agent-1");
	break_edge(&s, "agent-1", "agent-2", 3);
	pass(&s, 40 * SECOND);
	for (int i = 0; i < 4; i++) {
		snprintf(name, sizeof(name), "agent-%d", i);
		assert_true(find(&s, name, &after[0], &after[1]));
		assert_memory_equal(before[i], after, sizeof(after));
	}
	assert_true(find(&s, "late", &after[0], &after[1]));
	end(&s);
}

static enum edge_trouble shown(struct scene *s, const char *name)
{
	return s->flow->model.edge[flow_model_find(&s->flow->model, str_of(name))].shown;
}

/* Where a chip stands in the drawing of trouble; false: it has none. */
static bool place_of(struct scene *s, const char *name, struct graph_place *at)
{
	const struct flow_graph *g = &s->flow->some;

	for (int i = 0; i < g->nodes; i++) {
		if (strcmp(g->node[i].name, name) != 0)
			continue;
		*at = graph_layout_place(g->layout, i);
		return true;
	}
	return false;
}

/* Only trouble: who comes in is added, who is well again stays, until L. */
static void test_trouble_stays_where_it_is(void **state)
{
	static const char *const first[] = { "agent-3", "agent-4", "agent-5" };
	struct graph_place before[3], at;
	struct scene s;

	(void)state;
	begin(&s, LINK_LIVE);
	chain(&s, 0, 30);
	break_edge(&s, "agent-4", "agent-5", 3);
	draw(&s);
	assert_true(s.flow->shown_some);
	for (int i = 0; i < 3; i++)
		assert_true(place_of(&s, first[i], &before[i]));
	for (int round = 0; round < 4; round++) {
		char from[16], to[16];

		snprintf(from, sizeof(from), "agent-%d", 6 + 5 * round);
		snprintf(to, sizeof(to), "agent-%d", 7 + 5 * round);
		break_edge(&s, from, to, 3);
		pass(&s, SECOND);
		assert_true(place_of(&s, to, &at));
		for (int i = 0; i < 3; i++) {
			assert_true(place_of(&s, first[i], &at));
			assert_memory_equal(&at, &before[i], sizeof(at));
		}
	}
	/* the first is well again, one of the others not yet */
	for (int i = 0; i < 170; i++) {
		pass(&s, 4 * SECOND);
		if (i == 100)
			break_edge(&s, "agent-11", "agent-12", 3);
	}
	assert_int_equal(shown(&s, "agent-4>agent-5"), EDGE_IDLE);
	assert_true(s.flow->shown_some);
	for (int i = 0; i < 3; i++) {
		assert_true(place_of(&s, first[i], &at));
		assert_memory_equal(&at, &before[i], sizeof(at));
	}
	act(&s, ACTION_RELAYOUT);
	assert_false(place_of(&s, "agent-4", &at));
	assert_true(place_of(&s, "agent-12", &at));
	end(&s);
}

/* --- from one session to the next ------------------------------------------------ */

/* A mesh in which the last agents and edges come one by one after it was laid out. */
static void grow(struct scene *s, unsigned seed)
{
	char id[20], a[20], b[20];

	for (unsigned i = 0; i < 30; i++) {
		unsigned r = (seed * 31 + i) * 2654435761u >> 8;

		snprintf(id, sizeof(id), "g%u", i);
		snprintf(a, sizeof(a), "agent-%u", r % 14);
		snprintf(b, sizeof(b), "agent-%u", r / 14 % 15);
		if (strcmp(a, b) != 0)
			feed_offer(&s->feed, id, a, b);
		if (i >= 18)
			pass(s, SECOND);
	}
}

static struct buf saved_of(struct scene *s)
{
	struct buf out = { 0 };

	assert_true(flow_saved_take(s->flow, "m", &out));
	return out;
}

/* As a new console: another screen, the same mesh. */
static void begin_again(struct scene *s, struct str saved)
{
	view_flow.close(s->flow);
	s->flow = view_flow.open();
	flow_saved_give(s->flow, saved);
	surface_clear(&s->surface);
	draw(s);
}

static void test_the_same_next_time(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= 60; seed++) {
		struct buf saved, before = { 0 }, after = { 0 }, none = { 0 };
		struct scene s;

		begin(&s, LINK_LIVE);
		grow(&s, seed);
		draw(&s);
		surface_dump(&s.surface, GLYPHS_UTF8, &before);
		saved = saved_of(&s);
		assert_false(flow_saved_take(s.flow, "m", &none));
		begin_again(&s, buf_view(&saved));
		surface_dump(&s.surface, GLYPHS_UTF8, &after);
		/* but for the time at which it was pinned */
		assert_string_equal(strchr(before.data, '\n'), strchr(after.data, '\n'));
		buf_fini(&saved);
		buf_fini(&before);
		buf_fini(&after);
		end(&s);
	}
}

/* Who is gone keeps a place, without a name, until L; nobody else moves. */
static void test_who_is_gone(void **state)
{
	int before[4][2], after[2];
	struct scene s;
	struct buf saved;
	char name[20];

	(void)state;
	begin(&s, LINK_LIVE);
	feed_offer(&s.feed, "z1", "gone", "agent-1");
	chain(&s, 0, 3);
	draw(&s);
	for (int i = 0; i < 4; i++) {
		snprintf(name, sizeof(name), "agent-%d", i);
		assert_true(find(&s, name, &before[i][0], &before[i][1]));
	}
	assert_true(find(&s, "gone", &after[0], &after[1]));
	saved = saved_of(&s);
	end(&s);
	begin(&s, LINK_LIVE);
	flow_saved_give(s.flow, buf_view(&saved));
	chain(&s, 0, 3);
	draw(&s);
	assert_false(find(&s, "gone", &after[0], &after[1]));
	assert_true(find(&s, "4 agents", &after[0], &after[1]));
	for (int i = 0; i < 4; i++) {
		snprintf(name, sizeof(name), "agent-%d", i);
		assert_true(find(&s, name, &after[0], &after[1]));
		assert_memory_equal(before[i], after, sizeof(after));
	}
	assert_int_equal(s.flow->all.slots, 5);
	/* back at its own place */
	feed_offer(&s.feed, "z2", "gone", "agent-1");
	draw(&s);
	assert_true(find(&s, "gone", &after[0], &after[1]));
	act(&s, ACTION_RELAYOUT);
	assert_int_equal(s.flow->all.slots, 5);
	buf_fini(&saved);
	end(&s);
}

/* Of another mesh with the same name, or no layout at all: it is laid out as ever. */
static void expect_ignored(const char *text)
{
	struct buf plain = { 0 }, given = { 0 };
	struct scene s;

	for (int with = 0; with < 2; with++) {
		begin(&s, LINK_LIVE);
		if (with)
			flow_saved_give(s.flow, str_of(text));
		chain(&s, 0, 3);
		draw(&s);
		surface_dump(&s.surface, GLYPHS_UTF8, with ? &given : &plain);
		end(&s);
	}
	assert_string_equal(plain.data, given.data);
	buf_fini(&plain);
	buf_fini(&given);
}

#define SAVED(agents, edges, steps)                                                      \
	"{\"seam_layout\":1,\"mesh\":\"m\",\"width\":80,\"height\":9,\"notes\":false,"   \
	"\"agents\":[" agents "],\"edges\":[" edges "],\"steps\":[" steps "]}"

#define FOUR "\"agent-3\",\"agent-2\",\"agent-1\",\"agent-0\""

static void test_nonsense_is_ignored(void **state)
{
	static const char *const texts[] = { "", "{", "[]", "null", "{\"seam_layout\":2}",
		SAVED("\"a\",\"b\",\"c\",\"agent-0\"", "0,1", "4,1"),
		SAVED(FOUR, "0,4", "4,1"), SAVED(FOUR, "0,-1", "4,1"),
		SAVED(FOUR, "0,1,2", "4,1"), SAVED(FOUR, "0,1,0,1", "4,2"),
		SAVED(FOUR, "0,1", "5,1"), SAVED(FOUR, "0,1", "4,2"),
		SAVED(FOUR, "0,1", "4,0"), SAVED(FOUR, "0,1", "2,1"),
		SAVED(FOUR, "0,1", ""), SAVED(FOUR, "0,3", "2,1,4,1"),
		SAVED(FOUR, "[0],1", "4,1"), SAVED(FOUR, "0,1.5", "4,1"),
		SAVED(FOUR, "0,1", "4,1,3,1"), SAVED(FOUR ",\"agent-0\"", "0,1", "5,1"),
		SAVED(FOUR ",\"NO\\u001b\"", "0,1", "5,1"),
		SAVED(FOUR, "0,99999999999999999999", "4,1") };
	struct scene s;
	int at[2], first[2];

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		expect_ignored(texts[i]);
	/* and one that is fine is not: it is the other way round */
	begin(&s, LINK_LIVE);
	flow_saved_give(s.flow, str_of(SAVED(FOUR, "0,1,1,2,2,3", "4,3")));
	chain(&s, 0, 3);
	draw(&s);
	assert_true(find(&s, "agent-3", &first[0], &first[1]));
	assert_true(find(&s, "agent-0", &at[0], &at[1]));
	assert_true(first[1] < at[1]);
	end(&s);
}

/* What Now says: at once, and no longer than it is so. */
static void test_one_truth(void **state)
{
	struct scene s;

	(void)state;
	begin(&s, LINK_LIVE);
	chain(&s, 0, 3);
	draw(&s);
	break_edge(&s, "agent-0", "agent-1", 3);
	draw(&s);
	assert_int_equal(shown(&s, "agent-0>agent-1"), EDGE_BROKEN);
	/* Many good ones dilute it. */
	for (int i = 0; i < 20; i++) {
		char id[20];

		snprintf(id, sizeof(id), "good-%d", i);
		feed_offer(&s.feed, id, "agent-0", "agent-1");
	}
	draw(&s);
	assert_int_equal(shown(&s, "agent-0>agent-1"), EDGE_LOSES);
	end(&s);
}

/* A console that catches up shows what is now, not what it has just read. */
static void test_a_jump(void **state)
{
	struct scene s;

	(void)state;
	begin(&s, LINK_LIVE);
	chain(&s, 0, 3);
	break_edge(&s, "agent-0", "agent-1", 3);
	draw(&s);
	assert_int_equal(shown(&s, "agent-0>agent-1"), EDGE_BROKEN);
	s.feed.time += 20 * MINUTE;
	pass(&s, SECOND);
	assert_int_equal(shown(&s, "agent-0>agent-1"), EDGE_IDLE);
	end(&s);
}

static void test_letters_worst_first(void **state)
{
	struct scene s;
	struct flow_model *m;

	(void)state;
	begin(&s, LINK_LIVE);
	chain(&s, 0, 5);
	break_edge(&s, "agent-3", "agent-4", 3);
	break_edge(&s, "agent-1", "agent-2", 3);
	draw(&s);
	m = &s.flow->model;
	assert_int_equal(m->troubled, 2);
	assert_int_equal(m->edge[flow_model_find(m, STR("agent-1>agent-2"))].letter, 'a');
	assert_int_equal(m->edge[flow_model_find(m, STR("agent-3>agent-4"))].letter, 'b');
	assert_int_equal(m->edge[flow_model_find(m, STR("agent-0>agent-1"))].letter, 0);
	assert_int_equal(
		flow_selected(s.flow), flow_model_find(m, STR("agent-1>agent-2")));
	end(&s);
}

static void test_enter_goes_where_the_handoffs_are(void **state)
{
	struct scene s;
	struct outcome out;

	(void)state;
	begin(&s, LINK_LIVE);
	chain(&s, 0, 3);
	break_edge(&s, "agent-1", "agent-2", 3);
	draw(&s);
	out = act(&s, ACTION_OPEN);
	assert_int_equal(out.go, SCREEN_DEAD);
	assert_string_equal(out.go_edge, "agent-1>agent-2");
	view_flow.select(s.flow, &s.w, STR("agent-2>agent-3"));
	draw(&s);
	out = act(&s, ACTION_OPEN);
	assert_int_equal(out.go, SCREEN_LOG);
	assert_string_equal(out.go_edge, "agent-2>agent-3");
	assert_false(view_flow.select(s.flow, &s.w, STR("nobody>agent-3")));
	end(&s);
}

static void test_a_recording_is_laid_out_once(void **state)
{
	static const char *const from[] = { "agent-0", "agent-1", "agent-2", "agent-0" };
	static const char *const to[] = { "agent-1", "agent-2", "agent-3", "other" };
	static const uint64_t offered[4];
	struct replay_view replay = {
		.edge_from = from, .edge_to = to, .edge_offered = offered, .edges = 4
	};
	struct mesh *again = mesh_new();
	struct scene s;
	int first[2], later[2];

	(void)state;
	begin(&s, LINK_REPLAY);
	s.w.replay = &replay;
	chain(&s, 0, 1);
	draw(&s);
	assert_true(find(&s, "other", &first[0], &first[1]));
	chain(&s, 1, 3);
	feed_offer(&s.feed, "o", "agent-0", "other");
	draw(&s);
	assert_true(find(&s, "other", &later[0], &later[1]));
	assert_memory_equal(first, later, sizeof(first));
	/* Back to the start: another mesh, the same places. */
	s.w.mesh = again;
	draw(&s);
	assert_true(find(&s, "other", &later[0], &later[1]));
	assert_memory_equal(first, later, sizeof(first));
	s.w.mesh = s.feed.mesh;
	end(&s);
	mesh_free(again);
}

/* Two agents ask each other: what passes more often goes from left to right. */
static void test_a_recording_is_drawn_as_it_was(void **state)
{
	static const char *const agent[] = { "first", "asked", "asks" };
	static const char *const from[] = { "first", "asked", "first", "asks" };
	static const char *const to[] = { "asked", "asks", "asks", "asked" };
	static const uint64_t offered[] = { 1, 1, 3, 3 };
	struct replay_view replay = { .agent = agent,
		.agents = 3,
		.edge_from = from,
		.edge_to = to,
		.edge_offered = offered,
		.edges = 4 };
	struct mesh *empty = mesh_new();
	int asks[2], asked[2];
	char id[8] = "h-0";
	struct scene s;

	(void)state;
	begin(&s, LINK_LIVE);
	for (size_t i = 0; i < 4; i++) {
		for (uint64_t k = 0; k < offered[i]; k++, id[2]++)
			feed_offer(&s.feed, id, from[i], to[i]);
	}
	draw(&s);
	assert_true(find(&s, "asks", &asks[0], &asks[1]));
	assert_true(find(&s, "asked", &asked[0], &asked[1]));
	assert_true(asks[1] < asked[1]);
	end(&s);
	begin(&s, LINK_REPLAY);
	s.w.replay = &replay;
	s.w.mesh = empty;
	draw(&s);
	assert_true(find(&s, "asks", &asks[0], &asks[1]));
	assert_true(find(&s, "asked", &asked[0], &asked[1]));
	assert_true(asks[1] < asked[1]);
	end(&s);
	mesh_free(empty);
}

/* The table of a chain, the first `broken` of its edges broken, shows this. */
static void expect_fold(int edges, int broken, const char *text)
{
	char from[32], to[32];
	struct scene s;
	int at[2];

	begin(&s, LINK_LIVE);
	chain(&s, 0, edges);
	for (int i = 0; i < broken; i++) {
		snprintf(from, sizeof(from), "agent-%d", i);
		snprintf(to, sizeof(to), "agent-%d", i + 1);
		break_edge(&s, from, to, 3);
	}
	draw(&s);
	for (int i = 0; s.flow->shown != FLOW_TABLE && i < 3; i++)
		act(&s, ACTION_VIEW);
	assert_int_equal(s.flow->shown, FLOW_TABLE);
	if (!find(&s, text, &at[0], &at[1]))
		fail_msg("no \"%s\" in the table", text);
	end(&s);
}

static void test_what_is_folded_says_how_it_is(void **state)
{
	(void)state;
	expect_fold(30, 0, " 17 more ok ");
	expect_fold(30, 2, " 17 more ok ");
	expect_fold(30, 15, " 17 more, 2 in trouble ");
	expect_fold(30, 30, " 17 more in trouble ");
}

static void test_no_key_decides(void **state)
{
	struct scene s;

	(void)state;
	begin(&s, LINK_LIVE);
	chain(&s, 0, 8);
	break_edge(&s, "agent-1", "agent-2", 3);
	draw(&s);
	for (unsigned i = 0; i < 4000; i++) {
		enum action a = (enum action)(i * 2654435761u / 65536 % ACTIONS);
		struct outcome out = act(&s, a);

		assert_int_equal(out.decide, ACTION_NONE);
		assert_null(out.handoffs);
		free(out.copy);
	}
	end(&s);
}

static void test_many_sizes(void **state)
{
	struct scene s;

	(void)state;
	begin(&s, LINK_LIVE);
	chain(&s, 0, 30);
	break_edge(&s, "agent-1", "agent-2", 3);
	for (int rows = 0; rows < 50; rows += 3) {
		for (int cols = 0; cols < 210; cols += 7) {
			surface_resize(&s.surface, rows, cols);
			view_flow.draw(s.flow, &s.w, &s.surface);
			for (int picture = 0; picture < 4; picture++) {
				struct outcome out = { .go = -1 };

				view_flow.act(s.flow, &s.w,
					picture == 3 ? ACTION_EGO : ACTION_VIEW,
					(struct str){ 0 }, &out);
				view_flow.draw(s.flow, &s.w, &s.surface);
			}
		}
	}
	end(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_settles_at_once_when_live),
		cmocka_unit_test(test_waits_while_edges_come),
		cmocka_unit_test(test_settles_after_30_s_at_the_latest),
		cmocka_unit_test(test_nothing_moves),
		cmocka_unit_test(test_trouble_stays_where_it_is),
		cmocka_unit_test(test_the_same_next_time),
		cmocka_unit_test(test_who_is_gone),
		cmocka_unit_test(test_nonsense_is_ignored),
		cmocka_unit_test(test_one_truth),
		cmocka_unit_test(test_a_jump),
		cmocka_unit_test(test_letters_worst_first),
		cmocka_unit_test(test_enter_goes_where_the_handoffs_are),
		cmocka_unit_test(test_a_recording_is_laid_out_once),
		cmocka_unit_test(test_a_recording_is_drawn_as_it_was),
		cmocka_unit_test(test_what_is_folded_says_how_it_is),
		cmocka_unit_test(test_no_key_decides),
		cmocka_unit_test(test_many_sizes),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
