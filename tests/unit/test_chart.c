/* SPDX-License-Identifier: MIT */
/* Lines of Braille dots: where each value is, and that no value is drawn as another. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/text.h"
#include "tui/chart.h"
#include "tui/glyph.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

static void assert_dump(const struct surface *s, enum glyphs glyphs, const char *expected)
{
	struct buf out = { 0 };

	surface_dump(s, glyphs, &out);
	buf_char(&out, '\0');
	assert_string_equal(out.data, expected);
	buf_fini(&out);
}

static void test_lines(void **state)
{
	static const struct {
		double values[10];
		size_t n;
		double max;
		int rows, cols;
		const char *utf8, *ascii;
	} cases[] = {
		{ { 0, 0 }, 2, 1, 1, 1, "⣀\n", ".\n" },
		{ { 1, 1 }, 2, 1, 1, 1, "⠉\n", "'\n" },
		{ { 0, 1, 2, 3 }, 4, 3, 1, 2, "⡠⠊\n", ".'\n" },
		{ { 0, 3 }, 2, 3, 1, 1, "⡸\n", ":\n" }, /* joined */
		{ { 3, 0 }, 2, 3, 1, 1, "⢱\n", ":\n" },
		{ { 0, 0.001 }, 2, 3, 1, 1, "⡠\n", ".\n" }, /* not zero */
		{ { 1, NAN, 1, 1 }, 4, 1, 1, 2, "⠁⠉\n", "''\n" },
		{ { 1, 1 }, 2, 1, 1, 3, "  ⠉\n", "  '\n" }, /* the newest at the right */
		{ { 9, 1, 1 }, 3, 9, 1, 1, "⠤\n", ".\n" },
		{ { 0, 7 }, 2, 7, 2, 1, "⢸\n⡸\n", ":\n:\n" },
		{ { 7, 7 }, 2, 7, 2, 1, "⠉\n\n", "'\n\n" },
		{ { 1 }, 0, 1, 1, 1, "\n", "\n" },
		{ { 1 }, 1, 1, 1, 0, "\n", "\n" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct chart c = {
			.values = cases[i].values, .n = cases[i].n, .max = cases[i].max
		};
		struct surface s;

		surface_init(&s, cases[i].rows, 4);
		chart_line(&s, 0, 0, cases[i].rows, cases[i].cols, &c);
		assert_dump(&s, GLYPHS_UTF8, cases[i].utf8);
		assert_dump(&s, GLYPHS_ASCII, cases[i].ascii);
		surface_fini(&s);
	}
}

/* Each height has a dot of its own: read back from the cells it is the value. */
static void test_heights(void **state)
{
	(void)state;
	for (int rows = 1; rows <= 4; rows++) {
		int dots = rows * CHART_DOTS;

		for (int v = 0; v < dots; v++) {
			double value = v;
			struct chart c = { .values = &value, .n = 1, .max = dots - 1 };
			struct surface s;
			int found = 0;

			surface_init(&s, rows, 1);
			chart_line(&s, 0, 0, rows, 1, &c);
			for (int row = 0; row < rows; row++) {
				static const uint32_t bits[] = { 0x80, 0x20, 0x10, 0x08 };
				uint32_t ch = surface_cell(&s, row, 0)->ch[0];

				for (int d = 0; ch >= 0x2800 && d < CHART_DOTS; d++)
					if (ch == 0x2800 + bits[d]) {
						found++;
						assert_int_equal(
							(rows - 1 - row) * CHART_DOTS + d,
							v);
					}
			}
			assert_int_equal(found, 1);
			surface_fini(&s);
		}
	}
}

static void test_map(void **state)
{
	(void)state;
	for (uint32_t c = 0x2800; c <= 0x28ff; c++) {
		assert_int_equal(glyph_map(GLYPHS_UTF8, c), c);
		assert_true(glyph_map(GLYPHS_ASCII, c) < 0x7f);
		assert_int_equal(glyph_map(GLYPHS_ACS, c), glyph_map(GLYPHS_ASCII, c));
		assert_int_equal(text_width_of(c), 1);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_heights),
		cmocka_unit_test(test_map),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
