/* SPDX-License-Identifier: MIT */
#include "tui/list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LEN(a) (sizeof(a) / sizeof(*(a)))

/* Items named by one letter each, so that a case can be read. */
struct letters {
	uint64_t ids[64];
	struct list_ids array;
	struct list_items items;
};

static void spell(struct letters *l, const char *text)
{
	l->array = (struct list_ids){ l->ids, strlen(text) };
	for (size_t i = 0; i < l->array.n; i++)
		l->ids[i] = (unsigned char)text[i];
	l->items = list_of_ids(&l->array);
}

/* The window, the selected letter in capitals: "abCd". */
static const char *window(const struct list *l, const struct letters *items, char out[65])
{
	uint64_t selected = 0;
	size_t n = 0;

	list_selected(l, &selected);
	for (size_t line = 0; line < l->height; line++) {
		size_t rank = list_rank(l, &items->items, line);

		if (rank == LIST_NOWHERE)
			continue;
		out[n++] = (char)items->ids[rank];
		if (items->ids[rank] == selected) {
			assert_int_equal(line, list_line(l));
			out[n - 1] = (char)(out[n - 1] - 'a' + 'A');
		}
	}
	out[n] = '\0';
	return out;
}

/*
 * A script of moves, one letter each (j k f b d u g G F), items that become
 * others ("=abc"), heights ("#3") and the pin ("!"), with what is seen after each.
 */
static void play(struct list *l, struct letters *items, const char *const *script)
{
	static const char moves[] = "kjbfudgGF";
	size_t height = 4;
	char seen[65];

	for (; script[0] != NULL; script += 2) {
		if (script[0][0] == '=')
			spell(items, script[0] + 1);
		else if (script[0][0] == '#')
			height = (size_t)atoi(script[0] + 1);
		else if (script[0][0] == '!')
			list_pin(l);
		else
			list_move(l, &items->items,
				(enum list_move)(strchr(moves, script[0][0]) - moves));
		list_sync(l, &items->items, height);
		assert_string_equal(window(l, items, seen), script[1]);
	}
}

static void test_moves(void **state)
{
	static const char *const script[] = { "=abcdefghij", "Abcd", "k", "Abcd", "j",
		"aBcd", "j", "abCd", "j", "abcD", "j", "bcdE", "k", "bcDe", "k", "bCde",
		"k", "Bcde", "k", "Abcd", "f", "Defg", "j", "dEfg", "f", "gHij", "f",
		"ghiJ", "j", "ghiJ", "b", "defG", "u", "bcdE", "u", "abCd", "u", "Abcd",
		"d", "Cdef", "d", "Efgh", "d", "Ghij", "d", "ghIj", "d", "ghiJ", "g",
		"Abcd", "G", "ghiJ", "#2", "iJ", "k", "Ij", "#1", "I", "f", "J", "b", "I",
		"#20", "abcdefghIj", NULL };
	struct letters items;
	struct list l = { 0 };

	(void)state;
	play(&l, &items, script);
	list_fini(&l);
}

/* Items come and go: the selected one stays on its line, and if it goes, the line stays.
 */
static void test_anchor(void **state)
{
	static const char *const scripts[][24] = {
		/* above, below, both */
		{ "=abcdefgh", "Abcd", "j", "aBcd", "=xabcdefgh", "aBcd", "=yxabcdefgh",
			"aBcd", "=yxabzcdefgh", "aBzc", "=abc", "aBc", "=bc", "Bc",
			NULL },
		/* a new first item does not push the selected first one down */
		{ "=abcdefgh", "Abcd", "!", "Abcd", "=xabcdefgh", "Abcd", "=xyabcdefgh",
			"Abcd", "k", "Yabc", "k", "Xyab", NULL },
		/* until somebody has looked, the cursor stands on what comes first */
		{ "=abcdefgh", "Abcd", "=xabcdefgh", "Xabc", "j", "xAbc", "=yxabcdefgh",
			"xAbc", "g", "Yxab", "=zyxabcdefgh", "Zyxa", NULL },
		/* the selected one goes */
		{ "=abcdefgh", "Abcd", "j", "aBcd", "=acdefgh", "aCde", "=adefgh", "aDef",
			"=defgh", "Defg", "=efgh", "Efgh", "=h", "H", "=", "", "=ab",
			"Ab", NULL },
		/* it goes while others come above: the neighbour above keeps its line */
		{ "=abcdefgh", "Abcd", "j", "aBcd", "j", "abCd", "=xyabdefgh", "abDe",
			NULL },
		/* it goes with all above it: the next one below comes to its line */
		{ "=abcdefgh", "Abcd", "j", "aBcd", "=xyzdefgh", "zDef", NULL },
		/* all go */
		{ "=abcdefgh", "Abcd", "j", "aBcd", "=stuvw", "sTuv", NULL },
		/* the last one goes, at the end */
		{ "=abcdefgh", "Abcd", "G", "efgH", "=abcdefg", "defG", "=abc", "abC",
			NULL },
		/* sorted anew */
		{ "=abcdefgh", "Abcd", "j", "aBcd", "=hgfedcba", "dcBa", "=bhgfedca",
			"Bhgf", NULL },
		/* another height keeps the line while it can */
		{ "=abcdefgh", "Abcd", "j", "aBcd", "j", "abCd", "#6", "abCdef", "#2",
			"bC", "#4", "bCde", NULL },
	};

	(void)state;
	for (size_t i = 0; i < LEN(scripts); i++) {
		struct letters items;
		struct list l = { 0 };

		play(&l, &items, scripts[i]);
		list_fini(&l);
	}
}

static void test_follow(void **state)
{
	static const char *const script[] = { "=abcdef", "Abcd", "F", "cdeF", "=abcdefg",
		"defG", "=abcdefghi", "fghI", "j", "fghI", "=abcdefghij", "ghiJ", "k",
		"ghIj", "=abcdefghijk", "ghIj", "G", "hijK", "=abcdefghijkl", "hijK", "F",
		"ijkL", "=", "", "=ab", "aB", "=abc", "abC", NULL };
	struct letters items;
	struct list l = { 0 };

	(void)state;
	play(&l, &items, script);
	assert_true(l.follow);
	list_move(&l, &items.items, LIST_PAGE_UP);
	assert_false(l.follow);
	list_fini(&l);
}

static void test_select(void **state)
{
	struct letters items;
	struct list l = { 0 };
	uint64_t id = 0;
	char seen[65];

	(void)state;
	spell(&items, "");
	list_sync(&l, &items.items, 0);
	assert_false(list_selected(&l, &id));
	list_move(&l, &items.items, LIST_DOWN);
	list_move(&l, &items.items, LIST_BOTTOM);
	assert_false(list_select(&l, &items.items, 'a'));
	assert_false(list_select_line(&l, &items.items, 0));

	spell(&items, "abcdefghij");
	list_sync(&l, &items.items, 4);
	assert_true(list_select(&l, &items.items, 'd'));
	assert_string_equal(window(&l, &items, seen), "abcD");
	assert_true(list_select(&l, &items.items, 'h'));
	assert_string_equal(window(&l, &items, seen), "fgHi");
	assert_int_equal(list_below(&l, &items.items), 1);
	assert_false(list_select(&l, &items.items, 'z'));
	assert_string_equal(window(&l, &items, seen), "fgHi");
	assert_true(list_select(&l, &items.items, 'a'));
	assert_string_equal(window(&l, &items, seen), "Abcd");
	assert_true(list_select_line(&l, &items.items, 2));
	assert_string_equal(window(&l, &items, seen), "abCd");
	assert_false(list_select_line(&l, &items.items, 4));
	assert_true(list_selected(&l, &id));
	assert_int_equal(id, 'c');
	list_fini(&l);
}

static bool is_vowel(const void *arg, uint64_t id)
{
	(void)arg;
	return strchr("aeiou", (int)id) != NULL;
}

static void assert_marks(const struct list *l, const char *expected)
{
	size_t n;
	const uint64_t *ids = list_marks(l, &n);

	assert_int_equal(n, strlen(expected));
	for (size_t i = 0; i < n; i++)
		assert_int_equal(ids[i], expected[i]);
}

static void test_marks(void **state)
{
	struct letters items;
	struct list l = { 0 };

	(void)state;
	list_mark(&l, 'm', false);
	list_mark_clear(&l);
	assert_marks(&l, "");
	for (const char *p = "qwertyqqwe"; *p != '\0'; p++)
		list_mark(&l, (uint64_t)*p, true);
	assert_marks(&l, "eqrtwy");
	assert_true(list_marked(&l, 'r'));
	assert_false(list_marked(&l, 'a'));
	list_mark(&l, 'r', false);
	list_mark(&l, 'r', false);
	list_mark(&l, 'e', false);
	list_mark(&l, 'y', false);
	assert_marks(&l, "qtw");

	/* All that are shown; those that are not shown keep theirs. */
	spell(&items, "tabq");
	list_mark_all(&l, &items.items);
	assert_marks(&l, "abqtw");
	list_mark_prune(&l, is_vowel, NULL);
	assert_marks(&l, "a");
	list_mark(&l, 'w', true);
	list_mark_all(&l, &items.items);
	assert_marks(&l, "abqtw");
	list_mark_all(&l, &items.items);
	assert_marks(&l, "w");
	spell(&items, "");
	list_mark_all(&l, &items.items);
	assert_marks(&l, "w");
	list_mark_clear(&l);
	assert_marks(&l, "");
	list_fini(&l);
}

/* A million items that no array holds, and how often they were asked for. */
struct million {
	size_t *asked;
	uint64_t first;
};

static uint64_t million_id_at(const void *arg, size_t rank)
{
	const struct million *m = arg;

	++*m->asked;
	return m->first + rank;
}

static size_t million_rank_of(const void *arg, uint64_t id)
{
	const struct million *m = arg;

	++*m->asked;
	return id >= m->first ? (size_t)(id - m->first) : LIST_NOWHERE;
}

static void test_million(void **state)
{
	size_t asked = 0, n;
	struct million m = { &asked, 5000000 };
	struct list_items items = { 1000000, million_id_at, million_rank_of, &m };
	struct list l = { 0 };
	uint64_t id;

	(void)state;
	list_sync(&l, &items, 50);
	assert_true(list_select(&l, &items, 5500000));
	for (int i = 0; i < 1000; i++) {
		m.first = i % 3 == 0 ? 4999000
				     : 5000000; /* a thousand above, a thousand gone */
		list_sync(&l, &items, 50);
		list_move(&l, &items, LIST_DOWN);
	}
	assert_true(list_selected(&l, &id));
	assert_int_equal(id, 5501000);
	assert_true(asked < 1000 * 300);
	list_mark_all(&l, &items);
	list_marks(&l, &n);
	assert_int_equal(n, 1000000);
	list_mark_all(&l, &items);
	list_marks(&l, &n);
	assert_int_equal(n, 0);
	list_fini(&l);
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void assert_in_window(const struct list *l, const struct letters *items)
{
	uint64_t id;

	if (items->items.n == 0) {
		assert_false(list_selected(l, &id));
		return;
	}
	assert_true(list_selected(l, &id));
	assert_true(list_line(l) < l->height);
	assert_int_equal(items->ids[list_rank(l, &items->items, list_line(l))], id);
	assert_true(l->top == 0 || l->top + l->height <= items->items.n);
}

/* Random lists: whatever happens, the cursor stands on an item that is in the window. */
static void test_random(void **state)
{
	uint32_t seed = 3;
	struct letters items;
	struct list l = { 0 };

	(void)state;
	spell(&items, "");
	for (int i = 0; i < 50000; i++) {
		uint64_t before = 0, after = 0;
		bool had = list_selected(&l, &before);
		size_t line = list_line(&l), n = 0, height = next_random(&seed) % 9;
		char text[64];

		for (char c = 'a'; c <= 'z'; c++)
			if (next_random(&seed) % 4 != 0)
				text[n++] = c;
		if (next_random(&seed) % 8 == 0)
			n = next_random(&seed) % 4;
		text[n] = '\0';
		spell(&items, text);
		list_sync(&l, &items.items, height);
		assert_in_window(&l, &items);
		if (had && l.pinned && !l.follow && n > 0 &&
			strchr(text, (int)before) != NULL) {
			assert_true(list_selected(&l, &after));
			assert_int_equal(before, after);
			if (line < l.height && l.top > 0 && l.top + l.height < n)
				assert_int_equal(line, list_line(&l));
		}
		list_move(&l, &items.items, (enum list_move)(next_random(&seed) % 9));
		assert_in_window(&l, &items);
	}
	list_fini(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_moves),
		cmocka_unit_test(test_anchor),
		cmocka_unit_test(test_follow),
		cmocka_unit_test(test_select),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_million),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
