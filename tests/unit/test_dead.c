/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <time.h>

#include <cmocka.h>

#include "base/digest.h"
#include "tests/mesh_feed.h"
#include "views/dead_own.h"

struct scene {
	struct feed feed;
	struct dead *dead;
	struct surface surface;
	struct world w;
	int letters;
};

static void begin(struct scene *s)
{
	memset(s, 0, sizeof(*s));
	feed_init(&s->feed);
	s->dead = view_dead.open();
	surface_init(&s->surface, 20, 80);
	s->w = (struct world){ .mesh = s->feed.mesh,
		.tick = 100 * SECOND,
		.clock_rate = 1,
		.name = "m",
		.link = { .state = LINK_LIVE } };
}

static void end(struct scene *s)
{
	view_dead.close(s->dead);
	surface_fini(&s->surface);
	feed_fini(&s->feed);
}

static void draw(struct scene *s)
{
	s->w.now = s->feed.time;
	surface_clear(&s->surface);
	view_dead.draw(s->dead, &s->w, &s->surface);
}

static struct outcome act(struct scene *s, enum action a, const char *arg)
{
	struct outcome out = { .go = -1 };

	view_dead.act(s->dead, &s->w, a, str_of(arg), &out);
	draw(s);
	return out;
}

static void lose(
	struct scene *s, const char *from, const char *to, const char *reason, int n)
{
	char id[32];

	for (int i = 0; i < n; i++) {
		snprintf(id, sizeof(id), "d%d", s->letters++);
		feed_offer(&s->feed, id, from, to);
		feed_kill(&s->feed, id, from, reason);
		s->feed.time += 1000;
	}
}

static struct dead_row selected(struct scene *s)
{
	struct dead_row row;

	assert_true(dead_rows_selected(s->dead, &row));
	return row;
}

static const char *id_of(struct scene *s, uint32_t handoff)
{
	return handoff_at(s->feed.mesh, handoff)->id;
}

static void test_rows_and_ranks_agree(void **state)
{
	struct scene s;
	struct list_items items;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 5);
	lose(&s, "a", "c", "two", 3);
	lose(&s, "a", "b", "three", 1);
	for (unsigned open = 0; open < 8; open++) {
		draw(&s);
		for (uint32_t g = 0; g < 3; g++)
			s.dead->open[g] = (open >> g & 1) != 0;
		dead_rows_sync(s.dead, &s.w);
		items = dead_rows_items(s.dead);
		assert_int_equal(items.n,
			3 + (open & 1 ? 5 : 0) + (open & 2 ? 3 : 0) + (open & 4 ? 1 : 0));
		for (size_t i = 0; i < items.n; i++)
			assert_int_equal(
				items.rank_of(items.arg, items.id_at(items.arg, i)), i);
		assert_int_equal(items.rank_of(items.arg, 99999), LIST_NOWHERE);
	}
	end(&s);
}

static void lose_saying(struct scene *s, const char *detail, int n)
{
	char id[32], more[100];

	snprintf(more, sizeof(more), ",\"reason\":\"one\",\"detail\":\"%s\"", detail);
	for (int i = 0; i < n; i++) {
		snprintf(id, sizeof(id), "d%d", s->letters++);
		feed_offer(&s->feed, id, "a", "b");
		feed_event(&s->feed, "a", "dead_lettered", id, more);
		s->feed.time += 1000;
	}
}

/* With several causes a group has rows for them, whatever is folded. */
static void test_causes_have_rows(void **state)
{
	struct scene s;
	struct list_items items;
	struct outcome out;

	(void)state;
	begin(&s);
	lose(&s, "x", "y", "other", 2);
	lose_saying(&s, "too large", 3);
	lose_saying(&s, "too late", 4);
	draw(&s);
	assert_int_equal(s.dead->rows, 4); /* two groups, two causes */
	for (unsigned open = 0; open < 8; open++) {
		s.dead->open[0] = open & 1 ? DEAD_OPEN : DEAD_AUTO;
		s.dead->why_open[1] = (open & 2) != 0;
		s.dead->why_open[2] = (open & 4) != 0;
		dead_rows_sync(s.dead, &s.w);
		items = dead_rows_items(s.dead);
		assert_int_equal(items.n,
			4 + (open & 1 ? 2 : 0) + (open & 2 ? 3 : 0) + (open & 4 ? 4 : 0));
		for (size_t i = 0; i < items.n; i++)
			assert_int_equal(
				items.rank_of(items.arg, items.id_at(items.arg, i)), i);
	}
	/* the cause with the most letters is first, and is acted on alone */
	items = dead_rows_items(s.dead);
	assert_true(list_select(&s.dead->list, &items, dead_rows_why_id(2)));
	out = act(&s, ACTION_REQUEUE, "");
	assert_int_equal(out.n_handoffs, 4);
	assert_string_equal(id_of(&s, out.handoffs[0]), "d5");
	free(out.handoffs);
	/* folding the group folds its causes, and they come back as they were */
	act(&s, ACTION_LEFT, "");
	act(&s, ACTION_LEFT, "");
	assert_int_equal(selected(&s).why, NONE);
	assert_int_equal(s.dead->rows, 4);
	act(&s, ACTION_RIGHT, "");
	assert_int_equal(s.dead->rows, 9);
	end(&s);
}

static void test_folds_and_unfolds(void **state)
{
	struct scene s;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 5);
	lose(&s, "a", "c", "two", 3);
	draw(&s);
	assert_int_equal(s.dead->rows, 2);
	act(&s, ACTION_RIGHT, "");
	assert_int_equal(s.dead->rows, 7);
	act(&s, ACTION_DOWN, "");
	assert_string_equal(id_of(&s, selected(&s).handoff), "d0");
	act(&s, ACTION_LEFT, "");
	assert_int_equal(s.dead->rows, 2);
	assert_int_equal(selected(&s).handoff, NONE);
	act(&s, ACTION_OPEN, "");
	assert_int_equal(s.dead->rows, 7);
	act(&s, ACTION_OPEN, "");
	assert_int_equal(s.dead->rows, 2);
	end(&s);
}

static void test_decides_what_is_under_the_cursor(void **state)
{
	struct scene s;
	struct outcome out;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 5);
	draw(&s);
	out = act(&s, ACTION_REQUEUE, "");
	assert_int_equal(out.decide, ACTION_REQUEUE);
	assert_int_equal(out.n_handoffs, 5);
	free(out.handoffs);
	act(&s, ACTION_RIGHT, "");
	act(&s, ACTION_DOWN, "");
	act(&s, ACTION_DOWN, "");
	out = act(&s, ACTION_DISCARD, "");
	assert_int_equal(out.decide, ACTION_DISCARD);
	assert_int_equal(out.n_handoffs, 1);
	assert_string_equal(id_of(&s, out.handoffs[0]), "d1");
	assert_int_equal(view_dead.under(s.dead, &s.w), out.handoffs[0]);
	free(out.handoffs);
	end(&s);
}

static void test_marks(void **state)
{
	struct scene s;
	struct outcome out;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 5);
	lose(&s, "a", "c", "two", 3);
	draw(&s);
	act(&s, ACTION_MARK, "");
	act(&s, ACTION_BOTTOM, "");
	act(&s, ACTION_RIGHT, "");
	act(&s, ACTION_DOWN, "");
	act(&s, ACTION_MARK, "");
	/* One of them is put back: it is no letter any more, and not marked. */
	s.feed.attempt = 2;
	feed_offer(&s.feed, "d0", "a", "b");
	out = act(&s, ACTION_FILTER, "two");
	out = act(&s, ACTION_DISCARD, "");
	assert_int_equal(out.n_handoffs, 5);
	assert_int_equal(out.n_hidden, 4);
	free(out.handoffs);
	act(&s, ACTION_UNMARK, "");
	out = act(&s, ACTION_DISCARD, "");
	assert_int_equal(out.n_handoffs, 1);
	free(out.handoffs);
	end(&s);
}

static size_t marked(const struct scene *s)
{
	size_t n;

	list_marks(&s->dead->list, &n);
	return n;
}

/* All that is shown, of every group, or none of it. */
static void test_marks_all(void **state)
{
	struct scene s;
	struct outcome out;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 5);
	lose(&s, "a", "c", "two", 3);
	draw(&s);
	act(&s, ACTION_MARK_ALL, "");
	assert_int_equal(marked(&s), 8);
	act(&s, ACTION_MARK_ALL, "");
	assert_int_equal(marked(&s), 0);
	act(&s, ACTION_FILTER, "two");
	act(&s, ACTION_MARK_ALL, "");
	assert_int_equal(marked(&s), 3);
	out = act(&s, ACTION_BACK, "");
	assert_string_equal(out.message, "3 marks cleared");
	assert_int_equal(marked(&s), 0);
	assert_string_equal(s.dead->sift.filter.text, "two");
	end(&s);
}

/* What acts on a group acts on the letters that the filter lets through, and says so. */
static void test_filtered_letters(void **state)
{
	struct scene s;
	struct outcome out;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 5);
	lose(&s, "a", "c", "two", 3);
	draw(&s);
	act(&s, ACTION_FILTER, "id=d2,d3,d7");
	draw(&s);
	act(&s, ACTION_MARK_ALL, "");
	assert_int_equal(marked(&s), 3);
	act(&s, ACTION_BACK, "");
	act(&s, ACTION_TOP, "");
	draw(&s);
	out = act(&s, ACTION_REQUEUE, "");
	assert_int_equal(out.n_handoffs, 2);
	assert_int_equal(out.n_hidden, 0);
	free(out.handoffs);
	/* marks that a later filter hides are counted */
	act(&s, ACTION_MARK_ALL, "");
	act(&s, ACTION_FILTER, "id=d2");
	draw(&s);
	out = act(&s, ACTION_REQUEUE, "");
	assert_int_equal(out.n_handoffs, 3);
	assert_int_equal(out.n_hidden, 2);
	free(out.handoffs);
	end(&s);
}

static void test_the_cursor_stays_on_its_letter(void **state)
{
	struct scene s;
	struct outcome out;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 5);
	draw(&s);
	assert_true(view_dead.select(s.dead, &s.w, STR("d3")));
	draw(&s);
	/* A larger group comes above. */
	lose(&s, "x", "y", "flood", 50);
	draw(&s);
	out = act(&s, ACTION_DISCARD, "");
	assert_int_equal(out.n_handoffs, 1);
	assert_string_equal(id_of(&s, out.handoffs[0]), "d3");
	free(out.handoffs);
	end(&s);
}

static void test_selects(void **state)
{
	struct scene s;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 2);
	lose(&s, "a", "c", "two", 3);
	feed_offer(&s.feed, "well", "a", "b");
	draw(&s);
	assert_true(view_dead.select(s.dead, &s.w, STR("a>c")));
	assert_int_equal(selected(&s).handoff, NONE);
	assert_true(view_dead.select(s.dead, &s.w, STR("d1")));
	assert_string_equal(id_of(&s, selected(&s).handoff), "d1");
	assert_false(view_dead.select(s.dead, &s.w, STR("well")));
	assert_false(view_dead.select(s.dead, &s.w, STR("a>nobody")));
	assert_false(view_dead.select(s.dead, &s.w, STR("")));
	end(&s);
}

static void test_no_other_key_decides(void **state)
{
	struct scene s;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 5);
	lose(&s, "a", "c", "two", 3);
	draw(&s);
	for (unsigned i = 0; i < 4000; i++) {
		enum action a = (enum action)(i * 2654435761u / 65536 % ACTIONS);
		struct outcome out = act(&s, a, "");
		bool acts = a == ACTION_REQUEUE || a == ACTION_ESCALATE ||
			a == ACTION_DISCARD;

		if (!acts && a != ACTION_TRANSFORM) /* a page about them */
			assert_null(out.handoffs);
		assert_true(acts || out.decide == ACTION_NONE);
		free(out.handoffs);
		free(out.copy);
	}
	end(&s);
}

static double ms_of_drawing(struct scene *s)
{
	struct timespec a, b;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
	for (int i = 0; i < 20; i++)
		draw(s);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
	return (double)(b.tv_sec - a.tv_sec) * 1e3 +
		(double)(b.tv_nsec - a.tv_nsec) / 1e6;
}

/* What is drawn is asked by rank: a hundred times the letters, no more work. */
static void test_many_letters_cost_no_more(void **state)
{
	struct scene s;
	struct outcome out;
	double few, many;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 500);
	draw(&s);
	act(&s, ACTION_RIGHT, "");
	act(&s, ACTION_BOTTOM, "");
	few = ms_of_drawing(&s);
	lose(&s, "a", "b", "one", 50000);
	act(&s, ACTION_BOTTOM, "");
	many = ms_of_drawing(&s);
	assert_string_equal(id_of(&s, selected(&s).handoff), "d50499");
	assert_true(many < 10 * few + 5);
	/* As many as may be decided at once, and it says so. */
	act(&s, ACTION_LEFT, "");
	out = act(&s, ACTION_DISCARD, "");
	assert_int_equal(out.n_handoffs, DEAD_BATCH);
	assert_string_equal(out.message, "the oldest 10,000 of 50,500");
	free(out.handoffs);
	end(&s);
}

/* --- grouped by something else ------------------------------------------------ */

/* Of what each row is asked, and what is asked for its rank, agree. */
static void agree(struct scene *s, size_t rows)
{
	struct list_items items;

	draw(s);
	items = dead_rows_items(s->dead);
	assert_int_equal(items.n, rows);
	for (size_t i = 0; i < items.n; i++)
		assert_int_equal(items.rank_of(items.arg, items.id_at(items.arg, i)), i);
}

static void open_all(struct scene *s)
{
	for (size_t i = 0; i < s->dead->parts; i++) {
		struct list_items items = dead_rows_items(s->dead);

		list_select(&s->dead->list, &items,
			dead_rows_part_id(s->dead, &s->dead->part[i]));
		act(s, ACTION_RIGHT, "");
	}
}

static void test_by_edge(void **state)
{
	struct scene s;
	struct outcome out;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 5);
	lose(&s, "a", "c", "two", 3);
	lose(&s, "a", "b", "three", 1);
	draw(&s);
	act(&s, ACTION_SORT, "");
	act(&s, ACTION_SORT, "");
	out = act(&s, ACTION_SORT, "");
	assert_string_equal(out.message, "groups: by edge");
	agree(&s, 2);
	act(&s, ACTION_TOP, "");
	out = act(&s, ACTION_DISCARD, ""); /* a>b, of both causes */
	assert_int_equal(out.n_handoffs, 6);
	free(out.handoffs);
	open_all(&s);
	agree(&s, 2 + 9);
	/* the filter holds for a bucket */
	act(&s, ACTION_FILTER, "reason:three");
	agree(&s, 1 + 1);
	assert_int_equal(s.dead->hidden, 8);
	act(&s, ACTION_TOP, "");
	out = act(&s, ACTION_REQUEUE, "");
	assert_int_equal(out.n_handoffs, 1);
	assert_string_equal(id_of(&s, out.handoffs[0]), "d8");
	free(out.handoffs);
	act(&s, ACTION_FILTER, "");
	out = act(&s, ACTION_MARK_ALL, "");
	out = act(&s, ACTION_DISCARD, "");
	assert_int_equal(out.n_handoffs, 9);
	assert_int_equal(out.n_hidden, 0);
	free(out.handoffs);
	act(&s, ACTION_UNMARK, "");
	act(&s, ACTION_REVERSE, "");
	assert_int_equal(s.dead->bucket[s.dead->part[0].bucket].n, 3);
	end(&s);
}

static void test_by_age(void **state)
{
	struct scene s;
	struct outcome out;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 4);
	s.feed.time += 25 * 60 * MINUTE;
	lose(&s, "a", "b", "one", 3);
	lose(&s, "a", "c", "two", 2);
	s.feed.time += 2 * 60 * MINUTE;
	lose(&s, "a", "c", "two", 1);
	draw(&s);
	act(&s, ACTION_SORT, "");
	act(&s, ACTION_SORT, "");
	agree(&s, 3); /* ten minutes, a day, older; nothing of the hour */
	act(&s, ACTION_BOTTOM, "");
	out = act(&s, ACTION_DISCARD, "");
	assert_int_equal(out.n_handoffs, 4);
	assert_string_equal(id_of(&s, out.handoffs[0]), "d0");
	free(out.handoffs);
	open_all(&s);
	agree(&s, 3 + 10);
	act(&s, ACTION_TROUBLE, ""); /* the letters of what grows: a>c alone */
	agree(&s, 2 + 3);
	assert_int_equal(s.dead->hidden, 7);
	/* a letter goes to another bucket by itself, with the cursor on it */
	act(&s, ACTION_TROUBLE, "");
	assert_true(view_dead.select(s.dead, &s.w, STR("d9")));
	s.feed.time += 11 * MINUTE;
	feed_offer(&s.feed, "later", "a", "b");
	draw(&s);
	assert_int_equal(
		s.dead->bucket[dead_by_of(s.dead, handoff_at(s.feed.mesh, 9))].key, 1);
	agree(&s, 3 + 9); /* its new bucket is shut */
	end(&s);
}

/* Groups of every kind name every letter once, whatever is opened, filtered, put back. */
static void test_by_anything(void **state)
{
	static const enum action acts[] = { ACTION_SORT, ACTION_RIGHT, ACTION_LEFT,
		ACTION_DOWN, ACTION_UP, ACTION_BOTTOM, ACTION_TROUBLE, ACTION_REVERSE,
		ACTION_MARK, ACTION_TOP, ACTION_NEXT_TROUBLE, ACTION_OPEN };
	static const char *const filters[] = { "", "agent:b", "reason:one",
		"agent:none" };
	char id[32];
	unsigned dice = 7, killed = 0;
	struct scene s;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 20);
	lose_saying(&s, "too large", 10);
	lose_saying(&s, "too late", 10);
	for (int i = 0; i < 4000; i++) {
		struct list_items items;
		size_t letters = 0;

		dice = dice * 1103515245 + 12345;
		if (dice >> 16 & 1) {
			act(&s, acts[(dice >> 18) % (sizeof(acts) / sizeof(*acts))], "");
			act(&s, ACTION_BACK, "");
		} else if ((dice >> 17 & 7) == 0) {
			act(&s, ACTION_FILTER, filters[dice >> 20 & 3]);
		} else if ((dice >> 17 & 7) == 1) {
			s.feed.time += MINUTE;
			lose(&s, dice >> 20 & 1 ? "a" : "c", "b", "one", 1);
		} else if ((dice >> 17 & 7) == 2) {
			snprintf(id, sizeof(id), "d%u", killed++);
			s.feed.attempt = 2;
			feed_offer(&s.feed, id, "a", "b");
			s.feed.attempt = 1;
		}
		draw(&s);
		items = dead_rows_items(s.dead);
		for (size_t k = 0; k < items.n; k++)
			assert_int_equal(
				items.rank_of(items.arg, items.id_at(items.arg, k)), k);
		for (size_t k = 0; k < s.dead->parts; k++) {
			uint32_t b = s.dead->part[k].bucket;

			letters += b != NONE
				? s.dead->bucket[b].n
				: dead_shown_of(s.dead, s.dead->part[k].group, NONE).n;
		}
		assert_int_equal(letters + s.dead->hidden, s.feed.mesh->dead.count);
	}
	end(&s);
}

static void test_many_in_buckets_cost_no_more(void **state)
{
	struct scene s;
	struct outcome out;
	double few, many;

	(void)state;
	begin(&s);
	lose(&s, "a", "b", "one", 500);
	for (int by = DEAD_BY_VERSION; by < DEAD_BYS; by++) {
		act(&s, ACTION_SORT, "");
		open_all(&s);
	}
	few = ms_of_drawing(&s);
	lose(&s, "a", "b", "one", 50000);
	for (int by = 0; by < DEAD_BYS; by++) {
		act(&s, ACTION_SORT, "");
		open_all(&s);
		act(&s, ACTION_BOTTOM, "");
		many = ms_of_drawing(&s);
		assert_true(many < 10 * few + 5);
	}
	act(&s, ACTION_LEFT, "");
	out = act(&s, ACTION_DISCARD, "");
	assert_int_equal(out.n_handoffs, DEAD_BATCH);
	assert_string_equal(out.message, "the first 10,000 of 50,500");
	free(out.handoffs);
	end(&s);
}

static void test_many_sizes(void **state)
{
	struct scene s;

	(void)state;
	begin(&s);
	draw(&s);
	for (int pass = 0; pass < 5; pass++) {
		for (int rows = 0; rows < 50; rows++) {
			for (int cols = 0; cols < 210; cols += 3) {
				surface_resize(&s.surface, rows, cols);
				draw(&s);
			}
		}
		surface_resize(&s.surface, 20, 80);
		lose(&s, "a", "b", "one", 30);
		draw(&s);
		act(&s, ACTION_RIGHT, "");
		if (pass >= 1)
			act(&s, ACTION_SORT, "");
	}
	end(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows_and_ranks_agree),
		cmocka_unit_test(test_causes_have_rows),
		cmocka_unit_test(test_folds_and_unfolds),
		cmocka_unit_test(test_decides_what_is_under_the_cursor),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_marks_all),
		cmocka_unit_test(test_filtered_letters),
		cmocka_unit_test(test_the_cursor_stays_on_its_letter),
		cmocka_unit_test(test_selects),
		cmocka_unit_test(test_no_other_key_decides),
		cmocka_unit_test(test_many_letters_cost_no_more),
		cmocka_unit_test(test_by_edge),
		cmocka_unit_test(test_by_age),
		cmocka_unit_test(test_by_anything),
		cmocka_unit_test(test_many_in_buckets_cost_no_more),
		cmocka_unit_test(test_many_sizes),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
