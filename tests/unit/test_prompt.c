/* SPDX-License-Identifier: MIT */
#include "tui/prompt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/text.h"
#include "tui/keys.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

static bool complete(void *arg, struct str before, unsigned nth, struct buf *out)
{
	static const char *const words[] = { "review", "registry", "rec", "goto " };

	(void)arg;
	for (size_t i = 0; i < LEN(words); i++) {
		if (str_of(words[i]).n < before.n ||
			memcmp(words[i], before.p, before.n) != 0)
			continue;
		if (nth-- == 0) {
			buf_str(out, words[i]);
			return true;
		}
	}
	return false;
}

/* Types a script; returns what the last key did. */
static enum prompt_did type(struct prompt *p, const char *keys)
{
	struct str script = str_of(keys);
	enum prompt_did did = PROMPT_IGNORED;
	int key;

	while ((key = keys_next(&script, NULL)) != K_NONE) {
		assert_int_not_equal(key, K_UNKNOWN);
		did = prompt_key(p, key);
		assert_true(p->cursor <= p->text.len);
		assert_true(p->text.len <= PROMPT_MAX);
		assert_true(utf8_valid(prompt_text(p)));
	}
	return did;
}

static void test_editing(void **state)
{
	static const struct {
		const char *keys, *text;
		size_t cursor;
		enum prompt_did did;
	} cases[] = {
		{ "a b Space c", "ab c", 4, PROMPT_EDITED },
		{ "a b Left c", "acb", 2, PROMPT_EDITED },
		{ "a b Home c", "cab", 1, PROMPT_EDITED },
		{ "a b C-a c C-e d", "cabd", 4, PROMPT_EDITED },
		{ "a b Left Left Left Left c", "cab", 1, PROMPT_EDITED },
		{ "a b Home Right Right Right c", "abc", 3, PROMPT_EDITED },
		{ "a b C-b C-f C-b c", "acb", 2, PROMPT_EDITED },
		{ "a b Backspace", "a", 1, PROMPT_EDITED },
		{ "a b Left Backspace", "b", 0, PROMPT_EDITED },
		{ "a b Home Backspace", "ab", 0, PROMPT_EDITED },
		{ "a b Home Delete", "b", 0, PROMPT_EDITED },
		{ "a b Delete", "ab", 2, PROMPT_EDITED },
		{ "a b Home C-d C-d C-d", "", 0, PROMPT_EDITED },
		{ "a b c Left C-u", "c", 0, PROMPT_EDITED },
		{ "a b c Home Right C-k", "a", 1, PROMPT_EDITED },
		{ "a b Space c d Space Space C-w", "ab ", 3, PROMPT_EDITED },
		{ "a b Space c d C-w C-w", "", 0, PROMPT_EDITED },
		{ "a b Space c d Left C-w", "ab d", 3, PROMPT_EDITED },
		{ "ü 日 x Left Left Left y", "yü日x", 1, PROMPT_EDITED },
		{ "ü 日 Backspace", "ü", 2, PROMPT_EDITED },
		{ "ü 日 Home Delete", "日", 0, PROMPT_EDITED },
		{ "a Backspace Backspace", "", 0, PROMPT_CANCELLED },
		{ "a Esc", "a", 1, PROMPT_CANCELLED },
		{ "a C-c", "a", 1, PROMPT_CANCELLED },
		{ "a Enter", "a", 1, PROMPT_DONE },
		{ "a Tab", "a", 1, PROMPT_IGNORED },
		{ "a F1", "a", 1, PROMPT_IGNORED },
		{ "a PgUp", "a", 1, PROMPT_IGNORED },
		{ "a Up", "a", 1, PROMPT_IGNORED },
		{ "a C-g", "a", 1, PROMPT_IGNORED },
		{ "a PasteEnd", "a", 1, PROMPT_IGNORED },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct prompt p = { 0 };

		assert_int_equal(type(&p, cases[i].keys), cases[i].did);
		assert_true(str_is(prompt_text(&p), cases[i].text));
		assert_int_equal(p.cursor, cases[i].cursor);
		prompt_fini(&p);
	}
}

/* A mark belongs to its character, cannot stand alone and cannot come in floods. */
static void test_marks(void **state)
{
	struct prompt p = { 0 };

	(void)state;
	prompt_key(&p, 0x301);
	assert_int_equal(prompt_text(&p).n, 0);
	prompt_key(&p, 'e');
	for (int i = 0; i < 5; i++)
		prompt_key(&p, 0x301);
	assert_true(str_is(prompt_text(&p), "e\xcc\x81\xcc\x81"));
	type(&p, "x Left Left");
	assert_int_equal(p.cursor, 0);
	type(&p, "Right");
	assert_int_equal(p.cursor, 5);
	type(&p, "Backspace");
	assert_true(str_is(prompt_text(&p), "x"));
	prompt_set(&p, STR("\xcc\x81 ab\n\033c\xe2\x80\xae\xff\td"));
	assert_true(str_is(prompt_text(&p), " ab c d"));
	prompt_fini(&p);
}

static void test_paste(void **state)
{
	static const struct {
		const char *keys, *text;
	} cases[] = {
		{ "a PasteBegin x Enter y Tab z PasteEnd b", "ax y zb" },
		{ "a PasteBegin C-u Esc Up Backspace C-c PasteEnd b", "ab" },
		{ "a b Left PasteBegin x PasteEnd y", "axyb" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct prompt p = { .complete = complete };

		assert_int_equal(type(&p, cases[i].keys), PROMPT_EDITED);
		assert_true(str_is(prompt_text(&p), cases[i].text));
		prompt_fini(&p);
	}
}

static void test_history(void **state)
{
	struct prompt p = { 0 };

	(void)state;
	prompt_remember(&p);
	assert_int_equal(type(&p, "Up"), PROMPT_IGNORED);
	prompt_set(&p, STR("one"));
	prompt_remember(&p);
	prompt_remember(&p);
	prompt_set(&p, STR("two"));
	prompt_remember(&p);
	prompt_reset(&p);
	type(&p, "d r");
	assert_int_equal(type(&p, "Up"), PROMPT_EDITED);
	assert_true(str_is(prompt_text(&p), "two"));
	type(&p, "C-p C-p C-p");
	assert_true(str_is(prompt_text(&p), "one"));
	type(&p, "! Down");
	assert_true(str_is(prompt_text(&p), "two"));
	type(&p, "C-n");
	assert_true(str_is(prompt_text(&p), "dr"));
	assert_int_equal(p.cursor, 2);
	type(&p, "Down");
	assert_true(str_is(prompt_text(&p), "dr"));
	type(&p, "Up Up");
	assert_true(str_is(prompt_text(&p), "one")); /* as it was remembered */
	for (int i = 0; i < 3 * PROMPT_HISTORY; i++) {
		char line[16];

		snprintf(line, sizeof(line), "%d", i);
		prompt_set(&p, str_of(line));
		prompt_remember(&p);
	}
	prompt_reset(&p);
	for (int i = 0; i < 2 * PROMPT_HISTORY; i++)
		prompt_key(&p, K_UP);
	assert_true(str_is(prompt_text(&p), "200"));
	prompt_fini(&p);
}

static void test_completion(void **state)
{
	struct prompt p = { .complete = complete };

	(void)state;
	type(&p, "r e");
	assert_int_equal(type(&p, "Tab"), PROMPT_EDITED);
	assert_true(str_is(prompt_text(&p), "review"));
	type(&p, "Tab Tab");
	assert_true(str_is(prompt_text(&p), "rec"));
	type(&p, "Tab");
	assert_true(str_is(prompt_text(&p), "re"));
	type(&p, "Tab");
	assert_true(str_is(prompt_text(&p), "review"));
	type(&p, "x Tab");
	assert_true(str_is(prompt_text(&p), "reviewx"));
	prompt_reset(&p);
	type(&p, "g 9 Left Tab");
	assert_true(str_is(prompt_text(&p), "goto 9"));
	assert_int_equal(p.cursor, 5);
	prompt_fini(&p);
}

static void test_bound(void **state)
{
	struct prompt p = { 0 };
	struct surface s;

	(void)state;
	prompt_key(&p, K_PASTE_BEGIN);
	for (int i = 0; i < 1000000; i++)
		prompt_key(&p, 0x65e5);
	prompt_key(&p, K_PASTE_END);
	assert_int_equal(prompt_text(&p).n, PROMPT_MAX / 3 * 3);
	assert_true(utf8_valid(prompt_text(&p)));
	surface_init(&s, 1, 20);
	prompt_draw(&p, &s, 0, STYLE_NORMAL);
	surface_fini(&s);
	prompt_fini(&p);
}

static void test_draw(void **state)
{
	static const struct {
		const char *label, *keys, *row;
		int cols, cursor;
	} cases[] = {
		{ ":", "", ":", 10, 1 },
		{ ":", "a b", ":ab", 10, 3 },
		{ ":", "a b Left", ":ab", 10, 2 },
		{ "note ", "ü 日", "note ü日", 10, 8 },
		{ ":", "1 2 3 4 5 6 7 8", ":12345678", 10, 9 },
		{ ":", "1 2 3 4 5 6 7 8 9", ":~3456789", 10, 9 },
		{ ":", "1 2 3 4 5 6 7 8 9 Left", ":123456789", 10, 9 },
		{ ":", "1 2 3 4 5 6 7 8 9 Home", ":123456789", 10, 1 },
		{ ":", "1 2 3 4 5 6 7 8 9 a b c Home", ":12345678~", 10, 1 },
		{ ":", "1 2 3 4 5 6 7 8 9 a b c Left Left", ":~56789abc", 10, 8 },
		{ ":", "1 2 3 4 5 6 7 8 9 a b c Left Left Left", ":~456789a~", 10, 8 },
		{ ":", "日 日 日 日 日", ":~日日日", 10, 8 },
		{ "a long label here", "x", "a lo~x", 10, 6 },
		{ ":", "1 2 3", "~", 1, -1 },
		{ ":", "1 2 3", ":~", 2, -1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct prompt p = { .label = str_of(cases[i].label) };
		struct buf out = { 0 };
		struct surface s;
		int row, col;

		surface_init(&s, 1, cases[i].cols);
		type(&p, cases[i].keys);
		prompt_draw(&p, &s, 0, STYLE_NORMAL);
		surface_dump(&s, GLYPHS_UTF8, &out);
		out.data[out.len - 1] = '\0';
		if (cases[i].cols > 2)
			assert_string_equal(out.data, cases[i].row);
		if (cases[i].cursor >= 0) {
			assert_true(surface_cursor_at(&s, &row, &col));
			assert_int_equal(col, cases[i].cursor);
		}
		buf_fini(&out);
		surface_fini(&s);
		prompt_fini(&p);
	}
}

/* Any keys at any width: the cursor stays in the row and on a character. */
static void test_random(void **state)
{
	static const int keys[] = { 'a', ' ', 0xfc, 0x65e5, 0x301, K_LEFT, K_RIGHT,
		K_HOME, K_END, K_BACKSPACE, K_DELETE, K_CTRL('w'), K_CTRL('u'),
		K_CTRL('k'), K_TAB, K_PASTE_BEGIN, K_PASTE_END, K_ENTER, K_UP, K_DOWN,
		'b', 'c', 'd', 0x1f600 };
	struct prompt p = { .label = STR(":"), .complete = complete };
	uint32_t seed = 7;
	struct surface s;

	(void)state;
	surface_init(&s, 1, 12);
	for (int i = 0; i < 50000; i++) {
		int row, col;

		seed = seed * 1664525u + 1013904223u;
		if (prompt_key(&p, keys[(seed >> 10) % LEN(keys)]) == PROMPT_DONE)
			prompt_remember(&p);
		assert_true(utf8_valid(prompt_text(&p)));
		if (p.cursor < p.text.len)
			assert_int_not_equal(p.text.data[p.cursor] & 0xc0, 0x80);
		prompt_draw(&p, &s, 0, STYLE_NORMAL);
		assert_true(surface_cursor_at(&s, &row, &col));
	}
	surface_fini(&s);
	prompt_fini(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_editing),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_paste),
		cmocka_unit_test(test_history),
		cmocka_unit_test(test_completion),
		cmocka_unit_test(test_bound),
		cmocka_unit_test(test_draw),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
