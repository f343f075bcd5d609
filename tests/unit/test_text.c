/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "tests/hostile.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

static const struct {
	const char *bytes;
	size_t n, length;
	uint32_t c;
} decoded[] = {
	{ "", 0, 0, 0 },
	{ "a", 1, 1, 'a' },
	{ "\0", 1, 1, 0 },
	{ "\x7f", 1, 1, 0x7f },
	{ "\xc2\x80", 2, 2, 0x80 },
	{ "\xdf\xbf", 2, 2, 0x7ff },
	{ "\xe0\xa0\x80", 3, 3, 0x800 },
	{ "\xed\x9f\xbf", 3, 3, 0xd7ff },
	{ "\xee\x80\x80", 3, 3, 0xe000 },
	{ "\xef\xbf\xbf", 3, 3, 0xffff },
	{ "\xf0\x90\x80\x80", 4, 4, 0x10000 },
	{ "\xf4\x8f\xbf\xbf", 4, 4, 0x10ffff },
	{ "\xc3\xa9\xff", 3, 2, 0xe9 },
	{ "\x80", 1, 0, 0 },     /* a tail alone */
	{ "\xc0\x80", 2, 0, 0 }, /* overlong */
	{ "\xc1\xbf", 2, 0, 0 },
	{ "\xe0\x9f\xbf", 3, 0, 0 },
	{ "\xf0\x8f\xbf\xbf", 4, 0, 0 },
	{ "\xed\xa0\x80", 3, 0, 0 }, /* surrogates */
	{ "\xed\xbf\xbf", 3, 0, 0 },
	{ "\xf4\x90\x80\x80", 4, 0, 0 }, /* above the last */
	{ "\xf5\x80\x80\x80", 4, 0, 0 },
	{ "\xf8\x88\x80\x80\x80", 5, 0, 0 },
	{ "\xff", 1, 0, 0 },
	{ "\xc3", 1, 0, 0 }, /* cut */
	{ "\xe2\x82", 2, 0, 0 },
	{ "\xf0\x9f\x98", 3, 0, 0 },
	{ "\xc3z", 2, 0, 0 }, /* no tail */
	{ "\xe2z\x82", 3, 0, 0 },
	{ "\xe2\x82z", 3, 0, 0 },
	{ "\xf0\x9f\x98z", 4, 0, 0 },
};

static void test_decode(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(decoded); i++) {
		uint32_t c = 0;

		assert_int_equal(utf8_decode(decoded[i].bytes, decoded[i].n, &c),
			decoded[i].length);
		if (decoded[i].length > 0)
			assert_int_equal(c, decoded[i].c);
		assert_int_equal(
			utf8_valid((struct str){ decoded[i].bytes, decoded[i].n }),
			decoded[i].length == decoded[i].n);
	}
}

/* Every scalar value there and back; no surrogate comes back. */
static void test_encode(void **state)
{
	(void)state;
	for (uint32_t c = 0; c <= 0x10ffff; c++) {
		char bytes[4];
		uint32_t back = 0;
		size_t n = utf8_encode(c, bytes);
		bool surrogate = c >= 0xd800 && c <= 0xdfff;

		if (utf8_decode(bytes, n, &back) != (surrogate ? 0 : n) ||
			(!surrogate && back != c))
			fail_msg("U+%04X comes back as U+%04X", c, back);
	}
}

static const struct {
	uint32_t first, last;
	int width;
} widths[] = {
	{ 0x00, 0x1f, -1 },
	{ ' ', '~', 1 },
	{ 0x7f, 0x9f, -1 },
	{ 0xa0, 0xac, 1 },
	{ 0xad, 0xad, -1 },
	{ 0xae, 0x2ff, 1 },
	{ 0x300, 0x34e, 0 },
	{ 0x34f, 0x34f, -1 },
	{ 0x350, 0x36f, 0 },
	{ 0x370, 0x377, 1 },
	{ 0x378, 0x379, -1 },
	{ 0x61c, 0x61c, -1 },
	{ 0x1100, 0x115e, 2 },
	{ 0x115f, 0x1160, -1 },
	{ 0x1161, 0x11ff, 0 },
	{ 0x17b4, 0x17b5, -1 },
	{ 0x180b, 0x180f, -1 },
	{ 0x200b, 0x200f, -1 },
	{ 0x2010, 0x2027, 1 },
	{ 0x2028, 0x202e, -1 },
	{ 0x2060, 0x206f, -1 },
	{ 0x20d0, 0x20f0, 0 },
	{ 0x2500, 0x25fc, 1 },
	{ 0x2fff, 0x2fff, -1 },
	{ 0x3000, 0x3029, 2 },
	{ 0x3164, 0x3164, -1 },
	{ 0x4e00, 0x9fff, 2 },
	{ 0xac00, 0xd7a3, 2 },
	{ 0xd800, 0xf8ff, -1 },
	{ 0xfe00, 0xfe0f, -1 },
	{ 0xfeff, 0xfeff, -1 },
	{ 0xff01, 0xff60, 2 },
	{ 0xff61, 0xff9f, 1 },
	{ 0xffa0, 0xffa0, -1 },
	{ 0xfff9, 0xfffb, -1 },
	{ 0xfffc, 0xfffd, 1 },
	{ 0xfffe, 0xffff, -1 },
	{ 0x1f600, 0x1f64f, 2 },
	{ 0x20000, 0x2a6df, 2 },
	{ 0xe0000, 0xe01ef, -1 },
	{ 0xf0000, 0x110000, -1 },
	{ UINT32_MAX, UINT32_MAX, -1 },
};

static void test_width_of(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(widths); i++)
		for (uint64_t c = widths[i].first; c <= widths[i].last; c++)
			if (text_width_of((uint32_t)c) != widths[i].width)
				fail_msg("U+%04X is %d wide, not %d", (unsigned)c,
					text_width_of((uint32_t)c), widths[i].width);
}

struct cleaning {
	struct str from;
	const char *to;
	size_t replaced, width;
};

static void check_cleaning(const struct cleaning *c)
{
	struct buf out = { 0 };

	buf_str(&out, "|");
	assert_int_equal(text_clean(&out, c->from), c->replaced);
	assert_string_equal(out.data + 1, c->to);
	assert_int_equal(text_width(str_of(out.data + 1)), c->width);
	buf_fini(&out);
}

static void test_clean(void **state)
{
	static const struct cleaning cases[] = {
		{ { NULL, 0 }, "", 0, 0 },
		{ { "plain ~", 7 }, "plain ~", 0, 7 },
		{ { "\x1b[2J\x1b[31mred", 12 }, "^[[2J^[[31mred", 2, 14 },
		{ { "A\rB\b\b\a\n\t", 8 }, "A^MB^H^H^G^J^I", 6, 14 },
		{ { "a\0b", 3 }, "a^@b", 1, 4 },
		{ { "\x7f", 1 }, "^?", 1, 2 },
		{ { "\xc2\x9b\x32J", 4 }, "<U+009B>2J", 1, 10 },
		{ { "\xc2\x80\xc2\x9f", 4 }, "<U+0080><U+009F>", 2, 16 },
		{ { "\x9b\x32J", 3 }, "<9B>2J", 1, 6 },
		{ { "\xe2\x82", 2 }, "<E2><82>", 2, 8 },
		{ { "\xed\xa0\x80", 3 }, "<ED><A0><80>", 3, 12 },
		{ { "\xc0\xaf", 2 }, "<C0><AF>", 2, 8 },
		{ { "x\xe2\x80\xaey", 5 }, "x<U+202E>y", 1, 10 },
		{ { "\xe2\x81\xa6\xe2\x80\xa8\xe2\x80\xa9", 9 },
			"<U+2066><U+2028><U+2029>", 3, 24 },
		{ { "\xe2\x80\x8b\xef\xbb\xbf\xc2\xad", 8 }, "<U+200B><U+FEFF><U+00AD>",
			3, 24 },
		{ { "\xf3\xa0\x81\x81", 4 }, "<U+E0041>", 1, 9 },
		{ { "\xee\x80\x80\xef\xbf\xbf\xcd\xb8", 8 }, "<U+E000><U+FFFF><U+0378>",
			3, 24 },
		{ { "\xef\xb8\x8f", 3 }, "<U+FE0F>", 1, 8 },
		{ { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", 11 },
			"\xf0\x9f\x91\xa9<U+200D>\xf0\x9f\x92\xbb", 1, 12 },
		{ { "\xe6\x97\xa5\xe6\x9c\xac \xc3\xa9", 9 },
			"\xe6\x97\xa5\xe6\x9c\xac \xc3\xa9", 0, 6 },
		/* e and 1 to 3 marks */
		{ { "e\xcc\x81", 3 }, "e\xcc\x81", 0, 1 },
		{ { "e\xcc\x81\xcc\x82", 5 }, "e\xcc\x81\xcc\x82", 0, 1 },
		{ { "e\xcc\x81\xcc\x82\xcc\x83z", 8 }, "e\xcc\x81\xcc\x82<U+0303>z", 1,
			10 },
		{ { "e\xcc\x81\xcc\x82x\xcc\x83", 8 }, "e\xcc\x81\xcc\x82x\xcc\x83", 0,
			2 },
		/* nothing of ours stands before these marks */
		{ { "\xcc\x81", 2 }, "<U+0301>", 1, 8 },
		{ { "\xe2\x83\x9d\xcc\x81", 5 }, "<U+20DD><U+0301>", 2, 16 },
		{ { "\x1b\xcc\x81", 3 }, "^[<U+0301>", 2, 10 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++)
		check_cleaning(&cases[i]);
}

/* Each of fixtures/hostile is seen as it says, and nothing of it is left to do. */
static void test_hostile(void **state)
{
	size_t n, seen = 0;
	const struct hostile *all = hostile_cases(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		struct buf out = { 0 }, cells = { 0 };
		size_t replaced;

		if (all[i].refused)
			continue;
		replaced = text_clean(&out, all[i].bytes);
		if (!str_eq(buf_view(&out), all[i].seen))
			fail_msg("%s is seen as %.*s", all[i].name,
				STR_ARG(buf_view(&out)));
		assert_int_equal(replaced > 0, !str_eq(all[i].bytes, all[i].seen));
		assert_int_equal(text_clean(&cells, buf_view(&out)), 0);
		for (size_t at = 0, length; at < out.len; at += length) {
			uint32_t c;

			length = utf8_decode(out.data + at, out.len - at, &c);
			assert_true(length > 0 && hostile_is_plain(c));
		}
		seen++;
		buf_fini(&out);
		buf_fini(&cells);
	}
	assert_true(seen > 140);
}

static void test_cut(void **state)
{
	static const struct {
		const char *from;
		size_t columns;
		const char *to;
		size_t used;
	} cases[] = {
		{ "", 5, "", 0 },
		{ "abc", 0, "", 0 },
		{ "abc", 1, "~", 1 },
		{ "abc", 2, "a~", 2 },
		{ "abc", 3, "abc", 3 },
		{ "abc", 4, "abc", 3 },
		{ "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e", 6,
			"\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e", 6 },
		{ "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e", 5, "\xe6\x97\xa5\xe6\x9c\xac~",
			5 },
		{ "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e", 4, "\xe6\x97\xa5~", 3 },
		{ "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e", 2, "~", 1 },
		{ "e\xcc\x81x", 2, "e\xcc\x81x", 2 },
		{ "ae\xcc\x81\xcc\x82x", 2, "a~", 2 },
		{ "e\xcc\x81\xcc\x82xy", 2, "e\xcc\x81\xcc\x82~", 2 },
		{ "abe\xcc\x81", 3, "abe\xcc\x81", 3 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct buf out = { 0 };

		buf_str(&out, "|");
		assert_int_equal(text_cut(&out, str_of(cases[i].from), cases[i].columns),
			cases[i].used);
		assert_string_equal(out.data + 1, cases[i].to);
		buf_fini(&out);
	}
}

#define X10 "xxxxxxxxxx"
#define X60 X10 X10 X10 X10 X10 X10

static void test_names(void **state)
{
	static const struct {
		struct str s;
		bool agent, id;
	} cases[] = {
		{ { NULL, 0 }, false, false },
		{ { "a", 1 }, true, true },
		{ { "0", 1 }, true, true },
		{ { "correlator-2.a_b", 16 }, true, true },
		{ { "-a", 2 }, false, false },
		{ { ".a", 2 }, false, false },
		{ { "_", 1 }, false, false },
		{ { "A", 1 }, false, true },
		{ { "aB", 2 }, false, true },
		{ { "a:b/c", 5 }, false, true },
		{ { ":a", 2 }, false, false },
		{ { "/a", 2 }, false, false },
		{ { "a b", 3 }, false, false },
		{ { "a\n", 2 }, false, false },
		{ { "a\0", 2 }, false, false },
		{ { "a\xc3\xa9", 3 }, false, false },
		{ { X60 "xxxx", 64 }, true, true },
		{ { X60 "xxxxx", 65 }, false, true },
		{ { X60 X60 "xxxxxxxx", 128 }, false, true },
		{ { X60 X60 "xxxxxxxxx", 129 }, false, false },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		assert_int_equal(text_is_agent(cases[i].s), cases[i].agent);
		assert_int_equal(text_is_id(cases[i].s), cases[i].id);
	}
}

/* Wherever one stands in a text of whatever length, and beside letters of two bytes. */
static void test_controls(void **state)
{
	static const struct {
		const char *piece;
		bool control;
	} pieces[] = { { "\x1f", true }, { "\x7f", true }, { "\xc2\x80", true },
		{ "\xc2\x9f", true }, { "\xc2\xa0", false }, { "\xc3\xa9", false },
		{ "~", false }, { " ", false } };
	char text[64];

	(void)state;
	for (size_t i = 0; i < LEN(pieces); i++) {
		size_t n = strlen(pieces[i].piece);

		for (size_t length = n; length < 40; length++) {
			for (size_t at = 0; at + n <= length; at++) {
				memset(text, 'x', length);
				memcpy(text + at, pieces[i].piece, n);
				if (text_has_controls((struct str){ text, length }) !=
					pieces[i].control)
					fail_msg(
						"piece %zu at %zu of %zu", i, at, length);
			}
		}
	}
	assert_false(text_has_controls((struct str){ NULL, 0 }));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decode),
		cmocka_unit_test(test_encode),
		cmocka_unit_test(test_width_of),
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_controls),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
