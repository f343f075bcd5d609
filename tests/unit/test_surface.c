/* SPDX-License-Identifier: MIT */
#include "tui/surface.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/text.h"
#include "tui/chart.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define S(literal)                                                                       \
	{                                                                                \
		literal, sizeof(literal) - 1                                             \
	}

static void assert_dump(const struct surface *s, const char *expected)
{
	struct buf out = { 0 };

	buf_str(&out, "");
	surface_dump(s, GLYPHS_UTF8, &out);
	assert_string_equal(out.data, expected);
	buf_fini(&out);
}

static void assert_styles(const struct surface *s, const char *expected)
{
	struct buf out = { 0 };

	surface_dump_styles(s, &out);
	assert_string_equal(out.data, expected);
	buf_fini(&out);
}

/* No half characters, nothing that is not printable, marks only behind a character. */
static void assert_sound(const struct surface *s)
{
	for (int row = 0; row < s->rows; row++) {
		int expected_tails = 0;

		for (int col = 0; col < s->cols; col++) {
			const struct cell *cell = surface_cell(s, row, col);
			bool is_tail = cell->ch[0] == 0;

			assert_int_equal(is_tail, expected_tails > 0);
			assert_int_equal(cell->unused, 0);
			assert_true(cell->style < STYLE_COUNT);
			if (is_tail) {
				assert_int_equal(cell->ch[1], 0);
				expected_tails = 0;
				continue;
			}
			assert_true(text_width_of(cell->ch[0]) >= 1);
			for (int i = 1; i < 3; i++)
				if (cell->ch[i] != 0)
					assert_int_equal(text_width_of(cell->ch[i]), 0);
			expected_tails = text_width_of(cell->ch[0]) - 1;
		}
		assert_int_equal(expected_tails, 0);
	}
}

static void test_text(void **state)
{
	static const struct {
		struct str text;
		int col, max;
		const char *row;
		int used;
	} cases[] = {
		{ S("kyc>fraud"), 0, TO_EDGE, "kyc>fraud", 9 },
		{ S("kyc>fraud"), 3, TO_EDGE, "   kyc>fra~", 8 },
		{ S("kyc>fraud"), 2, 9, "  kyc>fraud", 9 },
		{ S("kyc>fraud"), 2, 4, "  kyc~", 4 },
		{ S("kyc>fraud"), 2, 1, "  ~", 1 },
		{ S("kyc>fraud"), 2, 0, "", 0 },
		{ S("kyc>fraud"), 10, TO_EDGE, "          ~", 1 },
		{ S("kyc>fraud"), 11, TO_EDGE, "", 0 },
		{ S("kyc>fraud"), -4, TO_EDGE, "fraud", 9 },
		{ S("kyc>fraud"), -4, 6, "f~", 6 },
		{ S("kyc>fraud"), -9, TO_EDGE, "", 9 },
		{ S("kyc>fraud"), -2147483647, TO_EDGE, "", 9 },
		{ S("kyc>fraud"), 2147483647, TO_EDGE, "", 0 },
		{ S(""), 0, TO_EDGE, "", 0 },
		{ { NULL, 0 }, 0, TO_EDGE, "", 0 },
		{ S("a\0b"), 0, TO_EDGE, "a^@b", 4 },
		{ S("日本語"), 0, TO_EDGE, "日本語", 6 },
		{ S("日本語"), 0, 6, "日本語", 6 },
		{ S("日本語"), 0, 5, "日本~", 5 },
		{ S("日本語"), 0, 4, "日~", 3 },
		{ S("日本語"), 6, TO_EDGE, "      日本~", 5 },
		{ S("日本語"), 7, TO_EDGE, "       日~", 3 },
		{ S("日本語"), 10, TO_EDGE, "          ~", 1 },
		{ S("日本語"), -1, TO_EDGE, "~本語", 6 },
		{ S("日本語"), -2, TO_EDGE, "本語", 6 },
		{ S("e\xcc\x81t\xc3\xa9"), 0, TO_EDGE, "e\xcc\x81t\xc3\xa9", 3 },
		{ S("e\xcc\x81t"), 0, 1, "~", 1 },
		{ S("e\xcc\x81"), 0, 1, "e\xcc\x81", 1 },
	};
	struct surface s;

	(void)state;
	surface_init(&s, 3, 11);
	for (size_t i = 0; i < LEN(cases); i++) {
		char expected[80];
		int used;

		surface_clear(&s);
		used = surface_text(
			&s, 1, cases[i].col, cases[i].max, STYLE_NORMAL, cases[i].text);
		snprintf(expected, sizeof(expected), "\n%s\n\n", cases[i].row);
		assert_dump(&s, expected);
		assert_int_equal(used, cases[i].used);
		assert_sound(&s);
	}
	surface_fini(&s);
}

/* What a payload can try: each is drawn between neighbours that must stay as they are. */
static void test_hostile(void **state)
{
	static const struct {
		struct str text;
		const char *shown;
	} cases[] = {
		{ S("\033[2J"), "^[[2J" },
		{ S("a\rB"), "a^MB" },
		{ S("a\b\bZ"), "a^H^HZ" },
		{ S("a\nb\tc"), "a^Jb^Ic" },
		{ S("\a\x7f"), "^G^?" },
		{ S("\xe2\x80\xaegnp"), "<U+202E>~" },
		{ S("a\xe2\x80\x8b"), "a<U+200B>" },
		{ S("\xc2\x9b"), "<U+009B>" },
		{ S("\x9b"), "<9B>" },
		{ S("\xf3\xa0\x81\x81"), "<U+E0041>" },
		{ S("\xed\xa0\x80"), "<ED><A0>~" },
		{ S("\xc0\xaf"), "<C0><AF>" },
		{ S("\xe6\x97"), "<E6><97>" },
		{ S("\xcc\x81"), "<U+0301>" },
		{ S("a\xcc\x81\xcc\x81\xcc\x81"), "a\xcc\x81\xcc\x81<U+0301>" },
		{ S("日本語日本語"), "日本語日~" },
		{ S("════════════"), "════════~" },
	};
	struct surface s;

	(void)state;
	surface_init(&s, 3, 14);
	for (size_t i = 0; i < LEN(cases); i++) {
		struct surface pane = surface_sub(&s, (struct rect){ 1, 2, 1, 9 });
		char expected[128], row[64];

		surface_fill(&s, (struct rect){ 0, 0, 3, 14 }, STYLE_KEY, '#');
		surface_clear(&pane);
		surface_text(&pane, 0, 0, TO_EDGE, STYLE_NORMAL, cases[i].text);
		assert_sound(&s);
		snprintf(row, sizeof(row), "##%s", cases[i].shown);
		for (size_t cols = text_width(str_of(row)); cols < 11; cols++)
			strcat(row, " ");
		snprintf(expected, sizeof(expected),
			"##############\n%s###\n##############\n", row);
		assert_dump(&s, expected);
		assert_styles(&s, "kkkkkkkkkkkkkk\nkk.........kkk\nkkkkkkkkkkkkkk\n");
	}
	surface_fini(&s);
}

static void test_floods(void **state)
{
	static const struct str units[] = { S("\xcc\x81"), S("a\xcc\x81\xcc\x82"),
		S("\033"), S("\xff"), S("日"), S("\xe2\x80\xae"), S("x") };
	struct surface s;

	(void)state;
	surface_init(&s, 1, 20);
	for (size_t i = 0; i < LEN(units); i++) {
		struct buf flood = { 0 };
		struct surface pane = surface_sub(&s, (struct rect){ 0, 2, 1, 16 });

		for (int k = 0; k < 200000; k++)
			buf_slice(&flood, units[i]);
		surface_fill(&s, (struct rect){ 0, 0, 1, 20 }, STYLE_NORMAL, '#');
		for (int k = 0; k < 100; k++)
			surface_text(
				&pane, 0, 0, TO_EDGE, STYLE_NORMAL, buf_view(&flood));
		surface_text_right(&pane, 0, 16, 10, STYLE_NORMAL, buf_view(&flood));
		assert_sound(&s);
		assert_int_equal(surface_cell(&s, 0, 1)->ch[0], '#');
		assert_int_equal(surface_cell(&s, 0, 1)->ch[1], 0);
		assert_int_equal(surface_cell(&s, 0, 18)->ch[0], '#');
		buf_fini(&flood);
	}
	surface_fini(&s);
}

static void test_put(void **state)
{
	static const struct {
		int row, col;
		uint32_t ch;
		int used;
		const char *dump;
	} cases[] = {
		{ 0, 0, 'x', 1, "x\n\n" },
		{ 1, 3, 'x', 1, "\n   x\n" },
		{ 0, 4, 'x', 0, "\n\n" },
		{ 0, -1, 'x', 0, "\n\n" },
		{ 2, 0, 'x', 0, "\n\n" },
		{ -1, 0, 'x', 0, "\n\n" },
		{ 0, 2, 0x65e5, 2, "  日\n\n" },
		{ 0, 3, 0x65e5, 1, "   ~\n\n" },
		{ 0, 0, 0x1b, 1, "?\n\n" },
		{ 0, 0, 0x202e, 1, "?\n\n" },
		{ 0, 0, 0x301, 1, "?\n\n" },
		{ 0, 0, 0xffffffff, 1, "?\n\n" },
		{ 0, 0, 0x2500, 1, "─\n\n" },
	};
	struct surface s;

	(void)state;
	surface_init(&s, 2, 4);
	for (size_t i = 0; i < LEN(cases); i++) {
		surface_clear(&s);
		assert_int_equal(surface_put(&s, cases[i].row, cases[i].col, STYLE_OK,
					 cases[i].ch),
			cases[i].used);
		assert_dump(&s, cases[i].dump);
		assert_sound(&s);
	}
	surface_fini(&s);
}

/* Drawing over half of a wide character leaves a blank, not a half. */
static void test_halves(void **state)
{
	struct surface s, pane;

	(void)state;
	surface_init(&s, 1, 8);
	surface_text(&s, 0, 0, TO_EDGE, STYLE_KEY, STR("日本語文"));
	surface_put(&s, 0, 3, STYLE_NORMAL, 'x');
	assert_dump(&s, "日 x語文\n");
	assert_styles(&s, "kkk.kkkk\n");
	surface_put(&s, 0, 4, STYLE_NORMAL, 'y');
	assert_dump(&s, "日 xy 文\n");
	surface_text(&s, 0, 0, TO_EDGE, STYLE_KEY, STR("日本語文"));
	surface_put(&s, 0, 1, STYLE_NORMAL, 0x65e5);
	assert_dump(&s, " 日 語文\n");
	surface_text(&s, 0, 0, TO_EDGE, STYLE_KEY, STR("日本語文"));
	pane = surface_sub(&s, (struct rect){ 0, 3, 1, 2 });
	surface_clear(&pane);
	assert_dump(&s, "日    文\n");
	assert_sound(&s);
	surface_fini(&s);
}

static void test_windows(void **state)
{
	static const struct {
		struct rect r;
		int rows, cols;
		const char *dump;
	} cases[] = {
		{ { 0, 0, 3, 4 }, 3, 4, "xxxx\nxxxx\nxxxx\n" },
		{ { 1, 1, 1, 2 }, 1, 2, "\n xx\n\n" },
		{ { 1, 1, 99, 99 }, 2, 3, "\n xxx\n xxx\n" },
		{ { -1, -1, 2, 2 }, 1, 1, "x\n\n\n" },
		{ { 3, 0, 1, 1 }, 0, 0, "\n\n\n" },
		{ { 0, 4, 1, 1 }, 0, 0, "\n\n\n" },
		{ { 1, 1, 0, 1 }, 0, 0, "\n\n\n" },
		{ { 1, 1, -5, 2 }, 0, 0, "\n\n\n" },
		{ { 2147483647, 2147483647, 2147483647, 2147483647 }, 0, 0, "\n\n\n" },
		{ { -2147483647, -2147483647, 2147483647, 2147483647 }, 0, 0, "\n\n\n" },
	};
	struct surface s;

	(void)state;
	surface_init(&s, 3, 4);
	for (size_t i = 0; i < LEN(cases); i++) {
		struct surface sub = surface_sub(&s, cases[i].r);

		assert_int_equal(sub.rows, cases[i].rows);
		assert_int_equal(sub.cols, cases[i].cols);
		surface_clear(&s);
		for (int row = -2; row < 5; row++)
			surface_text(
				&sub, row, -1, TO_EDGE, STYLE_NORMAL, STR("xxxxxxxx"));
		surface_fill(&sub, (struct rect){ -9, -9, 99, 99 }, STYLE_NORMAL, 'x');
		assert_dump(&s, cases[i].dump);
		surface_clear(&s);
		surface_fill(&s, cases[i].r, STYLE_NORMAL, 'x');
		assert_dump(&s, cases[i].dump);
	}
	surface_fini(&s);
}

static void test_nothing(void **state)
{
	struct surface s;

	(void)state;
	surface_init(&s, -1, 0);
	surface_text(&s, 0, 0, TO_EDGE, STYLE_NORMAL, STR("x"));
	surface_text_right(&s, 0, 5, TO_EDGE, STYLE_NORMAL, STR("x"));
	surface_rule(&s, 0, &(struct rule){ .title = STR("x"), .right = STR("y") });
	surface_put(&s, 0, 0, STYLE_NORMAL, 'x');
	surface_select(&s, 0, 0, 9, true);
	surface_cursor(&s, 0, 0);
	assert_false(surface_cursor_at(&s, NULL, NULL));
	assert_dump(&s, "");
	surface_resize(&s, 1, 2);
	surface_text(&s, 0, 0, TO_EDGE, STYLE_NORMAL, STR("x"));
	assert_dump(&s, "x\n");
	surface_resize(&s, 2, 1);
	assert_dump(&s, "\n\n");
	surface_fini(&s);
	surface_fini(&s);
}

static void test_right_and_fmt(void **state)
{
	struct surface s;

	(void)state;
	surface_init(&s, 1, 12);
	assert_int_equal(
		surface_text_right(&s, 0, 12, TO_EDGE, STYLE_OK, STR("mira")), 4);
	assert_dump(&s, "        mira\n");
	assert_int_equal(surface_text_right(&s, 0, 6, 3, STYLE_OK, STR("日本")), 3);
	assert_dump(&s, "   日~  mira\n");
	assert_int_equal(surface_text_right(&s, 0, 2, TO_EDGE, STYLE_OK, STR("abcd")), 2);
	assert_dump(&s, "a~ 日~  mira\n");
	assert_int_equal(surface_text_right(&s, 0, 99, 1, STYLE_OK, STR("Z")), 1);
	assert_dump(&s, "a~ 日~  mirZ\n");
	surface_clear(&s);
	assert_int_equal(
		surface_fmt(&s, 0, 1, 8, STYLE_OK, "%d %.*s", 7, STR_ARG(STR("\033c"))),
		5);
	assert_dump(&s, " 7 ^[c\n");
	assert_int_equal(surface_measure(&s, STR("\033日e\xcc\x81")), 5);
	surface_fini(&s);
}

static void test_rules(void **state)
{
	static const struct {
		int cols;
		struct rule rule;
		const char *text, *styles;
	} cases[] = {
		{ 30, { .title = S("REVIEW  7"), .right = S("by due") },
			"── REVIEW  7 ─────── by due ──\n",
			"rr.ttttttttt.rrrrrrr.rrrrrr.rr\n" },
		{ 12, { 0 }, "────────────\n", "rrrrrrrrrrrr\n" },
		{ 12,
			{ .line = RULE_DOUBLE,
				.title = S("GO"),
				.title_style = STYLE_WARNING },
			"═══ GO ═════\n", "rrr.ww.rrrrr\n" },
		{ 14,
			{ .line = RULE_DOTTED,
				.right = S("214"),
				.right_style = STYLE_MUTED },
			"┄┄┄┄┄┄┄ 214 ┄┄\n", "rrrrrrr.uuu.rr\n" },
		{ 15, { .title = S("DEAD"), .right = S("41") }, "── DEAD ─ 41 ──\n",
			NULL },
		{ 14, { .title = S("DEAD"), .right = S("41") }, "── DEAD ──────\n",
			NULL },
		{ 9, { .title = S("DEAD") }, "── DEAD ─\n", NULL },
		{ 8, { .title = S("DEAD") }, "── DE~ ─\n", NULL },
		{ 6, { .title = S("DEAD") }, "── ~ ─\n", NULL },
		{ 5, { .title = S("DEAD") }, "─────\n", NULL },
		{ 12, { .title = S("\033[2J") }, "── ^[[2J ───\n", NULL },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct surface s;

		surface_init(&s, 1, cases[i].cols);
		surface_rule(&s, 0, &cases[i].rule);
		assert_dump(&s, cases[i].text);
		if (cases[i].styles != NULL)
			assert_styles(&s, cases[i].styles);
		surface_rule(&s, 1, &cases[i].rule);
		surface_rule(&s, -1, &cases[i].rule);
		assert_sound(&s);
		surface_fini(&s);
	}
}

static void test_styles(void **state)
{
	struct surface s;

	(void)state;
	surface_init(&s, 2, 8);
	surface_text(&s, 0, 0, TO_EDGE, STYLE_CRITICAL, STR("!!"));
	surface_select(&s, 0, 1, 3, true);
	assert_styles(&s, "cC##\n\n");
	surface_select(&s, 0, 2, 99, false);
	assert_styles(&s, "cC\n\n");
	surface_restyle(&s, (struct rect){ 0, 1, 2, 2 }, STYLE_MUTED);
	assert_styles(&s, "cUu\n.uu\n");
	assert_dump(&s, "!!\n\n");
	/* Each role has a letter of its own. */
	for (int a = 0; a < STYLE_COUNT; a++)
		for (int b = 0; b < a; b++)
			assert_int_not_equal(
				style_letter((enum style)a), style_letter((enum style)b));
	surface_fini(&s);
}

static void test_cursor(void **state)
{
	struct surface s, sub;
	int row = 7, col = 7;

	(void)state;
	surface_init(&s, 4, 4);
	assert_false(surface_cursor_at(&s, &row, &col));
	sub = surface_sub(&s, (struct rect){ 1, 1, 2, 2 });
	surface_cursor(&sub, 1, 0);
	assert_true(surface_cursor_at(&s, &row, &col));
	assert_int_equal(row, 2);
	assert_int_equal(col, 1);
	surface_clear(&sub);
	assert_false(surface_cursor_at(&s, &row, &col));
	surface_cursor(&s, 0, 0);
	surface_clear(&sub); /* not there: stays */
	assert_true(surface_cursor_at(&s, &row, &col));
	assert_false(surface_cursor_at(&sub, &row, &col));
	surface_cursor(&s, 4, 0);
	assert_false(surface_cursor_at(&s, &row, &col));
	surface_fini(&s);
}

static void test_glyphs(void **state)
{
	static const struct {
		const char *utf8, *acs, *ascii;
	} cases[] = {
		{ "─│┌┐└┘├┤┬┴┼", "─│┌┐└┘├┤┬┴┼", "-|++++++++)" },
		{ "╭╮╰╯", "┌┐└┘", "/\\\\/" },
		{ "━┃┏┓┗┛", "=#/\\\\/", "=#/\\\\/" },
		{ "┄┆═►●░▼", ".:=>o:v", ".:=>o:v" },
		{ "▁▂▃▄▅▆▇█", "..:::|||", "..:::|||" },
		{ "plain é 日", "plain é 日", "plain é 日" },
	};
	enum glyphs glyphs = GLYPHS_AUTO;
	struct surface s;

	(void)state;
	surface_init(&s, 1, 20);
	for (size_t i = 0; i < LEN(cases); i++) {
		const char *expected[] = { cases[i].utf8, cases[i].acs, cases[i].ascii };

		surface_clear(&s);
		surface_text(&s, 0, 0, TO_EDGE, STYLE_NORMAL, str_of(cases[i].utf8));
		for (int g = 0; g < 3; g++) {
			struct buf out = { 0 };

			surface_dump(&s, (enum glyphs)(GLYPHS_UTF8 + g), &out);
			out.data[out.len - 1] = '\0';
			assert_string_equal(out.data, expected[g]);
			buf_fini(&out);
		}
	}
	surface_fini(&s);
	/* Whatever is mapped keeps its width, and becomes printable. */
	for (uint32_t c = 0x20; c < 0x3000; c++)
		for (int g = GLYPHS_UTF8; g <= GLYPHS_ASCII; g++)
			assert_int_equal(text_width_of(c),
				text_width_of(glyph_map((enum glyphs)g, c)));
	for (uint32_t c = 0x2500; c < 0x2580; c++)
		if (glyph_map(GLYPHS_ASCII, c) != c)
			assert_true(glyph_map(GLYPHS_ASCII, c) < 0x7f);
	assert_true(glyphs_named(STR("acs"), &glyphs));
	assert_int_equal(glyphs, GLYPHS_ACS);
	assert_false(glyphs_named(STR("ebcdic"), &glyphs));
	assert_int_equal(glyphs, GLYPHS_ACS);
}

static void test_themes(void **state)
{
	static const struct {
		enum theme wish;
		struct theme_facts facts;
		enum theme theme;
	} cases[] = {
		{ THEME_AUTO, { 256, NULL, NULL }, THEME_256_DARK },
		{ THEME_AUTO, { 256, "", "0;15" }, THEME_256_LIGHT },
		{ THEME_AUTO, { 256, NULL, "0;default;7" }, THEME_256_LIGHT },
		{ THEME_AUTO, { 256, NULL, "15;0" }, THEME_256_DARK },
		{ THEME_AUTO, { 256, NULL, "15;8" }, THEME_256_DARK },
		{ THEME_AUTO, { 256, NULL, "15;default" }, THEME_256_DARK },
		{ THEME_AUTO, { 256, NULL, "nonsense" }, THEME_256_DARK },
		{ THEME_AUTO, { 8, NULL, NULL }, THEME_16_DARK },
		{ THEME_AUTO, { 16, NULL, "0;15" }, THEME_16_LIGHT },
		{ THEME_AUTO, { 0, NULL, NULL }, THEME_MONO },
		{ THEME_AUTO, { -1, NULL, NULL }, THEME_MONO },
		{ THEME_AUTO, { 16777216, NULL, NULL }, THEME_256_DARK },
		{ THEME_AUTO, { 256, "1", NULL }, THEME_MONO },
		{ THEME_LIGHT, { 256, "1", NULL }, THEME_MONO },
		{ THEME_LIGHT, { 256, NULL, "15;0" }, THEME_256_LIGHT },
		{ THEME_DARK, { 8, NULL, "0;15" }, THEME_16_DARK },
		{ THEME_MONO, { 256, NULL, NULL }, THEME_MONO },
		{ THEME_256_LIGHT, { 256, "1", NULL }, THEME_256_LIGHT },
		{ THEME_256_LIGHT, { 8, "1", NULL }, THEME_16_LIGHT },
		{ THEME_16_DARK, { 256, NULL, "0;15" }, THEME_16_DARK },
		{ THEME_16_DARK, { 0, NULL, NULL }, THEME_MONO },
	};
	enum theme theme;

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++)
		assert_int_equal(
			theme_choose(cases[i].wish, &cases[i].facts), cases[i].theme);
	for (int i = 0; i < THEME_COUNT; i++) {
		assert_true(theme_named(str_of(theme_name((enum theme)i)), &theme));
		assert_int_equal(theme, i);
	}
	assert_false(theme_named(STR("pink"), &theme));
}

/* Without colours nothing may be lost, and some colours are never text. */
static void test_looks(void **state)
{
	(void)state;
	for (int theme = THEME_MONO; theme < THEME_COUNT; theme++) {
		for (int style = 0; style < STYLE_COUNT; style++) {
			const struct look *l =
				style_look((enum theme)theme, (enum style)style);
			bool is_16 = theme == THEME_16_DARK || theme == THEME_16_LIGHT;

			if (theme == THEME_MONO)
				assert_true(l->fg == COLOUR_DEFAULT &&
					l->bg == COLOUR_DEFAULT);
			if (is_16)
				assert_true(l->fg < 8 && l->bg < 8 && l->fg != 4 &&
					l->fg != 2);
			if (theme == THEME_16_LIGHT)
				assert_true(l->fg != 3 && l->fg != 6);
		}
	}
}

static void test_spark(void **state)
{
	static const struct {
		double values[8];
		size_t n;
		double max;
		int cols;
		const char *row;
		double full;
	} cases[] = {
		{ { 0, 1, 2, 3, 4, 5, 6, 7 }, 8, 0, 8, "▁▂▃▄▅▆▇█", 7 },
		{ { 0, 0, 0 }, 3, 0, 3, "▁▁▁", 0 },
		{ { 0, 0.0001, 1000 }, 3, 0, 3, "▁▂█", 1000 },
		{ { 0, 1e-320, 1e308 }, 3, 0, 3, "▁▂█", 1e308 },
		{ { 1, NAN, -1, INFINITY, 1 }, 5, 0, 5, "█   █", 1 },
		{ { NAN, NAN }, 2, 0, 2, "", 0 },
		{ { 1, 2 }, 2, 0, 4, "  ▅█", 2 },
		{ { 9, 1, 2 }, 3, 0, 2, "▅█", 2 },
		{ { 1, 50, 100 }, 3, 100, 3, "▂▅█", 100 },
		{ { 1, 50, 200 }, 3, 100, 3, "▂▅█", 100 },
		{ { 1 }, 0, 0, 3, "", 0 },
		{ { 1 }, 1, 0, 0, "", 0 },
		{ { 1 }, 1, 0, -3, "", 0 },
	};
	struct surface s;

	(void)state;
	surface_init(&s, 1, 8);
	for (size_t i = 0; i < LEN(cases); i++) {
		struct chart chart = {
			.values = cases[i].values, .n = cases[i].n, .max = cases[i].max
		};
		char expected[64];

		surface_clear(&s);
		assert_true(
			chart_spark(&s, 0, 0, cases[i].cols, &chart) == cases[i].full);
		snprintf(expected, sizeof(expected), "%s\n", cases[i].row);
		assert_dump(&s, expected);
	}
	surface_fini(&s);
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Any sequence of calls on a window leaves the grid sound and the outside alone. */
static void test_random(void **state)
{
	static const struct str texts[] = { S("kyc>fraud"), S("日本語日本語日本語"),
		S("\033[2J\r\xe2\x80\xae"), S("e\xcc\x81\xcc\x82\xcc\x83"), S("\xff\xfe"),
		S("") };
	uint32_t seed = 20261123;
	struct surface s, sub;

	(void)state;
	surface_init(&s, 6, 24);
	for (int i = 0; i < 20000; i++) {
		struct str text = texts[next_random(&seed) % LEN(texts)];
		struct rect r = { (int)(next_random(&seed) % 8) - 1,
			(int)(next_random(&seed) % 28) - 2, (int)(next_random(&seed) % 5),
			(int)(next_random(&seed) % 12) };
		int row = (int)(next_random(&seed) % 6) - 1;
		int col = (int)(next_random(&seed) % 30) - 6;
		int max = (int)(next_random(&seed) % 20) - 1;

		surface_fill(&s, (struct rect){ 0, 0, 6, 24 }, STYLE_NORMAL, '#');
		sub = surface_sub(&s, r);
		switch (next_random(&seed) % 4) {
		case 0:
			surface_text(&sub, row, col, max, STYLE_KEY, text);
			break;
		case 1:
			surface_text_right(&sub, row, col, max, STYLE_KEY, text);
			break;
		case 2:
			surface_fill(&sub, (struct rect){ row, col, 2, max }, STYLE_KEY,
				0x65e5);
			break;
		default:
			surface_rule(&sub, row,
				&(struct rule){ .title = text, .right = text });
		}
		assert_sound(&s);
		for (int y = 0; y < 6; y++)
			for (int x = 0; x < 24; x++)
				if (y < sub.row || y >= sub.row + sub.rows ||
					x < sub.col || x >= sub.col + sub.cols)
					assert_int_equal(
						surface_cell(&s, y, x)->ch[0], '#');
	}
	surface_fini(&s);
}

/* What is cut slides, a wide character is never halved, what fits stands. */
static void test_slide(void **state)
{
	static const struct {
		const char *text;
		int by;
		const char *shown;
		bool more;
	} cases[] = {
		{ "abcdefgh", 0, "abcdefgh", false },
		{ "abcdefgh", 3, "abcdefgh", false },
		{ "abcdefghij", 0, "abcdefg~", true },
		{ "abcdefghij", 1, "~cdefgh~", true },
		{ "abcdefghij", 2, "~defghij", false },
		{ "abcdefghij", 4000, "~defghij", false },
		{ "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe6\x97\xa5\xe6\x9c\xac", 2,
			"~ \xe8\xaa\x9e\xe6\x97\xa5\xe6\x9c\xac", false },
		{ "abe\xcc\x81"
		  "defghijk",
			1,
			"~e\xcc\x81"
			"defgh~",
			true },
		{ "abe\xcc\x81"
		  "defghijk",
			2, "~defghi~", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct slide slide = { .by = cases[i].by };
		struct surface s, part;
		struct buf b = { 0 };

		surface_init(&s, 1, 12);
		s.slide = &slide;
		part = surface_sub(&s, (struct rect){ 0, 0, 1, 12 });
		surface_text(&part, 0, 0, 8, STYLE_NORMAL, str_of(cases[i].text));
		surface_dump(&s, GLYPHS_UTF8, &b);
		b.data[b.len - 1] = '\0';
		assert_string_equal(b.data, cases[i].shown);
		assert_int_equal(slide.more, cases[i].more);
		buf_fini(&b);
		surface_fini(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_floods),
		cmocka_unit_test(test_put),
		cmocka_unit_test(test_halves),
		cmocka_unit_test(test_windows),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_right_and_fmt),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_styles),
		cmocka_unit_test(test_cursor),
		cmocka_unit_test(test_glyphs),
		cmocka_unit_test(test_themes),
		cmocka_unit_test(test_looks),
		cmocka_unit_test(test_spark),
		cmocka_unit_test(test_slide),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
