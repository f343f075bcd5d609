/* SPDX-License-Identifier: MIT */
#include "tui/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "tui/input.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define S(literal)                                                                       \
	{                                                                                \
		literal, sizeof(literal) - 1                                             \
	}
#define MS 1000

static void test_names(void **state)
{
	static const struct {
		const char *name;
		int key;
	} cases[] = {
		{ "a", 'a' },
		{ "A", 'A' },
		{ "?", '?' },
		{ "-", '-' },
		{ "C", 'C' },
		{ "ü", 0xfc },
		{ "日", 0x65e5 },
		{ "Space", ' ' },
		{ "PgUp", K_PGUP },
		{ "S-Tab", K_BACKTAB },
		{ "F1", K_F1 },
		{ "F12", K_F12 },
		{ "C-l", K_CTRL('l') },
		{ "C-Space", K_CTRL('@') },
		{ "C-]", K_CTRL(']') },
		{ "Esc", K_ESC },
		{ "PasteBegin", K_PASTE_BEGIN },
	};
	static const char *const bad[] = { "", " ", "ab", "pgup", "C-L", "C-", "C-i",
		"C-[", "C-m", "C-h", "C-Tab", "F13", "F0", "\033", "\x7f", "\xff",
		"\xe2\x80\xae", "Unknown" };
	char name[KEYS_NAME_MAX];

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		assert_int_equal(keys_named(str_of(cases[i].name)), cases[i].key);
		assert_string_equal(keys_name(cases[i].key, name), cases[i].name);
	}
	for (size_t i = 0; i < LEN(bad); i++)
		assert_int_equal(keys_named(str_of(bad[i])), K_NONE);
	/* Every key that has a name has that name only. */
	for (int key = 1; key < K_CTRL_BASE + 256; key++) {
		int back = keys_named(str_of(keys_name(key, name)));

		assert_true(back == key || strcmp(name, "Unknown") == 0);
	}
	assert_string_equal(keys_name(K_NONE, name), "");
	assert_string_equal(keys_name(K_UNKNOWN, name), "Unknown");
	assert_string_equal(keys_name(-5, name), "Unknown");
}

static void test_script(void **state)
{
	static const int expected[] = { '3', 'A', 'y', K_PGDN, K_CTRL('d'), K_UNKNOWN,
		' ' };
	struct str script = STR("  3 A\ty\nPgDn C-d Nonsense Space ");
	struct str name;

	(void)state;
	for (size_t i = 0; i < LEN(expected); i++) {
		assert_int_equal(keys_next(&script, &name), expected[i]);
		if (expected[i] == K_UNKNOWN)
			assert_true(str_is(name, "Nonsense"));
	}
	assert_int_equal(keys_next(&script, NULL), K_NONE);
	assert_int_equal(keys_next(&script, &name), K_NONE);
	assert_int_equal(name.n, 0);
}

/* ---- bytes to keys */

/* Names of the keys that are there now, with a blank behind each. */
static void take(struct input *in, int64_t now, struct buf *out)
{
	char name[KEYS_NAME_MAX];
	int key;

	while ((key = input_next(in, now)) != K_NONE) {
		buf_str(out, keys_name(key, name));
		buf_char(out, ' ');
	}
}

static const struct {
	struct str bytes;
	const char *keys; /* when all is read and all patience is over */
} inputs[] = {
	{ S("aZ?"), "a Z ? " },
	{ S(" "), "Space " },
	{ S("\xc3\xbc\xe6\x97\xa5"), "ü 日 " },
	{ S("\r\n\t\b\x7f"), "Enter C-j Tab Backspace Backspace " },
	{ { "\0\1\32\34\35\36\37", 7 }, "C-Space C-a C-z C-\\ C-] C-^ C-_ " },
	/* arrows and their company, as xterm, screen, rxvt, linux and vt100 send them */
	{ S("\033[A\033[B\033[C\033[D"), "Up Down Right Left " },
	{ S("\033OA\033OB\033OC\033OD"), "Up Down Right Left " },
	{ S("\033[H\033[F\033OH\033OF\033[1~\033[4~\033[7~\033[8~"),
		"Home End Home End Home End Home End " },
	{ S("\033[2~\033[3~\033[5~\033[6~\033[Z\033\t"),
		"Insert Delete PgUp PgDn S-Tab S-Tab " },
	{ S("\033OP\033OQ\033OR\033OS\033[11~\033[14~\033[[A\033[[E\033[15~"),
		"F1 F2 F3 F4 F1 F4 F1 F5 F5 " },
	{ S("\033[17~\033[18~\033[19~\033[20~\033[21~\033[23~\033[24~"),
		"F6 F7 F8 F9 F10 F11 F12 " },
	{ S("\033[1;5A\033[1;2H\033[5;3~\033O5A"), "Up Home PgUp Up " },
	{ S("\033Op\033Oy\033OM\033Ok"), "0 9 Enter + " },
	{ S("\033[15;5~"), "F5 " },
	/* Esc, Alt */
	{ S("\033"), "Esc " },
	{ S("\033\033"), "Esc Esc " },
	{ S("\033j"), "Esc j " },
	{ S("\033\033[A"), "Esc Up " },
	{ S("\033\xc3\xbc"), "Esc ü " },
	/* answers and what else is no key: nothing of them may be one */
	{ S("\033[1;2R"), "" },
	{ S("\033[24;80R"), "" },
	{ S("\033[?1;2c\033[>41;351;0c\033[0n\033[8;24;80t"), "" },
	{ S("\033[I\033[O"), "" },
	{ S("\033[<0;10;5M\033[<0;10;5m\033[M !!"), "" },
	{ S("\033]11;rgb:0000/0000/0000\aA"), "A " },
	{ S("\033]11;rgb:0000/0000/0000\033\\A"), "A " },
	{ S("\033P>|xterm(379)\033\\A"), "A " },
	{ S("\033_Gi=1;OK\033\\A"), "A " },
	{ S("\xc2\x9b\x41\x9b\x42"), "Up Down " },
	{ S("\x9d"
	    "0;A\a\x90y\033\\"),
		"" },
	{ S("\033[99;99;99;99;99;99;99;99;99;99;99;99;99;99;99;99;99;99;99;99;99;99;99;99;99A"),
		"Up " },
	{ S("\033[99999999999999999999~"), "" },
	{ S("\033[27;5;65~"), "" },
	{ S("\033[65;5u"), "" },
	{ S("\033[\030A"), "A " },
	{ S("\033[1;\033[A"), "Up " },
	{ S("\033]0;A\033[B"), "Down " },
	{ S("\033[\001A"), "A " },
	/* cut, and no more comes */
	{ S("\033["), "" },
	{ S("\033[1;5"), "" },
	{ S("\033O"), "" },
	{ S("\033]0;AAAA"), "" },
	{ S("\033[M "), "" },
	{ S("\033[["), "" },
	{ S("\xe6\x97"), "" },
	/* what is no UTF-8, and what is no text */
	{ S("\xff\xfe\xc0\x80X"), "X " },
	{ S("\xe6\x97y"), "y " },
	{ S("\xed\xa0\x80y"), "y " },
	{ S("\xe2\x80\xaey"), "y " },
	{ S("\xf4\x90\x80\x80y"), "y " },
	/* paste */
	{ S("\033[200~Ay38y\033[201~q"), "PasteBegin A y 3 8 y PasteEnd q " },
	{ S("\033[200~a\r\nb\tc\033[201~"),
		"PasteBegin a Enter Enter b Tab c PasteEnd " },
	{ S("\033[200~\001\003\x7f\033[A\033OA\033x\033[201~"),
		"PasteBegin x PasteEnd " },
	{ S("\033[200~\033]0;\033[201~q"), "PasteBegin PasteEnd q " },
	{ S("\033[200~\033[200~x\033[201~q"), "PasteBegin x PasteEnd q " },
	{ S("\033[201~q"), "q " },
	{ S("\033[200~yy"), "PasteBegin y y PasteEnd " },
	{ S("\033[200~yy\033[20"), "PasteBegin y y PasteEnd " },
};

static void test_input(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(inputs); i++) {
		struct input in = { 0 };
		struct buf out = { 0 };

		buf_str(&out, "");
		input_feed(&in, inputs[i].bytes.p, inputs[i].bytes.n, 0);
		take(&in, 0, &out);
		take(&in, 5000 * MS, &out);
		take(&in, 10000 * MS, &out);
		assert_string_equal(out.data, inputs[i].keys);
		assert_int_equal(input_wait(&in, 10000 * MS), -1);
		buf_fini(&out);
	}
}

/* The same however the bytes come in, as long as they come in time. */
static void test_input_split(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(inputs); i++) {
		struct str bytes = inputs[i].bytes;
		struct input in = { 0 };
		struct buf out = { 0 };
		int64_t now = 0;

		buf_str(&out, "");
		for (size_t k = 0; k < bytes.n; k++) {
			now += 10 * MS;
			input_feed(&in, bytes.p + k, 1, now);
			take(&in, now, &out);
		}
		take(&in, now + 5000 * MS, &out);
		take(&in, now + 10000 * MS, &out);
		assert_string_equal(out.data, inputs[i].keys);
		buf_fini(&out);
	}
}

static void test_input_time(void **state)
{
	struct input in = { 0 };

	(void)state;
	assert_int_equal(input_wait(&in, 0), -1);
	input_feed(&in, "\033", 1, 100 * MS);
	assert_int_equal(input_wait(&in, 100 * MS), 0); /* not looked at yet */
	assert_int_equal(input_next(&in, 100 * MS), K_NONE);
	assert_int_equal(input_wait(&in, 110 * MS), 15 * MS);
	assert_int_equal(input_next(&in, 124 * MS), K_NONE);
	assert_int_equal(input_next(&in, 125 * MS), K_ESC);
	assert_int_equal(input_wait(&in, 125 * MS), -1);

	/* A program that was busy reads late: what follows ESC belongs to it. */
	input_feed(&in, "\033", 1, 1000 * MS);
	assert_int_equal(input_next(&in, 1000 * MS), K_NONE);
	input_feed(&in, "[A", 2, 1400 * MS);
	assert_int_equal(input_next(&in, 1400 * MS), K_UP);

	/* A sequence gets more time than a key, then it is dropped. */
	input_feed(&in, "\033[1;5", 5, 2000 * MS);
	assert_int_equal(input_next(&in, 2000 * MS), K_NONE);
	assert_int_equal(input_wait(&in, 2000 * MS), 250 * MS);
	assert_int_equal(input_next(&in, 2200 * MS), K_NONE);
	assert_int_equal(input_next(&in, 2250 * MS), K_NONE);
	assert_int_equal(input_wait(&in, 2250 * MS), -1);
	input_feed(&in, "y", 1, 2300 * MS);
	assert_int_equal(input_next(&in, 2300 * MS), 'y');

	/* A paste without an end is over after a while. */
	input_feed(&in, "\033[200~y", 7, 3000 * MS);
	assert_int_equal(input_next(&in, 3000 * MS), K_PASTE_BEGIN);
	assert_int_equal(input_next(&in, 3000 * MS), 'y');
	assert_int_equal(input_next(&in, 4999 * MS), K_NONE);
	input_feed(&in, "\003", 1, 4999 * MS);
	assert_int_equal(input_next(&in, 4999 * MS), K_NONE);
	assert_int_equal(input_next(&in, 6999 * MS), K_PASTE_END);
	input_feed(&in, "\003", 1, 7000 * MS);
	assert_int_equal(input_next(&in, 7000 * MS), K_CTRL('c'));
}

static void test_report(void **state)
{
	struct input in = { 0 };
	int row = 0, col = 0;

	(void)state;
	input_feed(&in, "\033[1;3R\033[1;2", 11, 0);
	assert_int_equal(input_next(&in, 0), K_NONE);
	assert_true(input_report(&in, &row, &col));
	assert_int_equal(row, 1);
	assert_int_equal(col, 3);
	assert_false(input_report(&in, &row, &col));
	input_feed(&in, "Rx", 2, 0);
	assert_int_equal(input_next(&in, 0), 'x');
	assert_true(input_report(&in, &row, &col));
	assert_int_equal(col, 2);
	input_feed(&in, "\033[R\033[?1;3R\033[1;2;3R", 17, 0);
	assert_int_equal(input_next(&in, 0), K_NONE);
	assert_false(input_report(&in, &row, &col));
}

static void test_room(void **state)
{
	static char flood[sizeof(((struct input *)0)->bytes)];
	struct input in = { 0 };
	size_t keys = 0;

	(void)state;
	memset(flood, 'x', sizeof(flood));
	assert_int_equal(input_room(&in), sizeof(flood));
	input_feed(&in, flood, sizeof(flood), 0);
	assert_int_equal(input_room(&in), 0);
	for (int i = 0; i < 1000; i++)
		input_next(&in, 0);
	assert_int_equal(input_room(&in), 1000);
	input_feed(&in, flood, 1000, 0);
	while (input_next(&in, 0) != K_NONE)
		keys++;
	assert_int_equal(keys, sizeof(flood));
}

static void test_mouse(void **state)
{
	static const struct {
		const char *bytes;
		int key, row, col;
	} cases[] = {
		{ "\033[<0;5;7M", K_CLICK, 6, 4 },
		{ "\033[<0;5;7m", K_NONE, 0, 0 },  /* let go */
		{ "\033[<2;5;7M", K_NONE, 0, 0 },  /* another button */
		{ "\033[<4;5;7M", K_NONE, 0, 0 },  /* with Shift */
		{ "\033[<32;5;7M", K_NONE, 0, 0 }, /* dragged */
		{ "\033[<64;1;1M", K_WHEEL_UP, 0, 0 },
		{ "\033[<65;10000;10000M", K_WHEEL_DOWN, 9999, 9999 },
		{ "\033[<65;10001;1M", K_NONE, 0, 0 },
		{ "\033[<0;0;1M", K_NONE, 0, 0 },
		{ "\033[<0;99999999999999999999;1M", K_NONE, 0, 0 },
		{ "\033[<0;1M", K_NONE, 0, 0 },
		{ "\033[<0;1;1;1M", K_NONE, 0, 0 },
		{ "\033[<;;M", K_NONE, 0, 0 },
		{ "\033[<M", K_NONE, 0, 0 },
		{ "\033[<0;1;1A", K_NONE, 0, 0 },
		{ "\033[200~\033[<0;1;1MA", K_PASTE_BEGIN, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct input off = { 0 }, in = { .mouse = true };
		size_t n = strlen(cases[i].bytes);
		int row, col;

		input_feed(&in, cases[i].bytes, n, 0);
		assert_int_equal(input_next(&in, 0), cases[i].key);
		input_mouse(&in, &row, &col);
		assert_int_equal(row, cases[i].row);
		assert_int_equal(col, cases[i].col);
		if (cases[i].key == K_PASTE_BEGIN) {
			assert_int_equal(input_next(&in, 0), 'A');
			continue;
		}
		assert_int_equal(input_next(&in, 0), K_NONE);
		input_feed(&off, cases[i].bytes, n, 0);
		assert_int_equal(input_next(&off, 0), K_NONE);
	}
}

/* No bytes make a capital key out of an escape sequence that begins before them. */
static void test_no_leaks(void **state)
{
	uint32_t seed = 1;

	(void)state;
	for (int i = 0; i < 200000; i++) {
		static const char inside[] = "0123456789;:<=>? !\"#$%&'()*+,-./";
		struct input in = { .mouse = i % 2 == 0 };
		char bytes[32] = "\033[";
		size_t n = 2;
		int key;

		for (int k = (int)(i % 12); k > 0; k--) {
			seed = seed * 1664525u + 1013904223u;
			bytes[n++] = inside[(seed >> 8) % (sizeof(inside) - 1)];
		}
		seed = seed * 1664525u + 1013904223u;
		bytes[n++] = (char)(0x40 + (seed >> 8) % 0x3f);
		input_feed(&in, bytes, n, 0);
		while ((key = input_next(&in, 0)) != K_NONE)
			assert_true(key > K_FIRST);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_script),
		cmocka_unit_test(test_input),
		cmocka_unit_test(test_input_split),
		cmocka_unit_test(test_input_time),
		cmocka_unit_test(test_report),
		cmocka_unit_test(test_room),
		cmocka_unit_test(test_mouse),
		cmocka_unit_test(test_no_leaks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
