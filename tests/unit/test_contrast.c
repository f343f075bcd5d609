/* SPDX-License-Identifier: MIT */
/*
 * Whether what is written can be read: the contrast of WCAG 2 for each role of each
 * theme, computed from the table in tui/style.c, on the backgrounds that people have.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "tui/style.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

#define LEAST 4.35 /* 130 on cream has 4.37, and is bold */
#define PLAIN 4.5  /* WCAG AA: what is not bold */

static uint32_t rgb_of(int palette)
{
	/* the first eight as xterm has them */
	static const uint32_t low[] = { 0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee,
		0xcd00cd, 0x00cdcd, 0xe5e5e5 };
	static const uint32_t step[] = { 0, 95, 135, 175, 215, 255 };
	uint32_t n = (uint32_t)palette;

	assert_true(n < 8 || (n >= 16 && n < 256));
	if (n < 16)
		return low[n % 8];
	if (n >= 232)
		return (8 + (n - 232) * 10) * 0x010101u;
	n -= 16;
	return step[n / 36] << 16 | step[n / 6 % 6] << 8 | step[n % 6];
}

static double linear(uint32_t channel)
{
	double c = channel / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t rgb)
{
	return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) +
		0.0722 * linear(rgb & 0xff);
}

static double contrast(uint32_t a, uint32_t b)
{
	double x = luminance(a), y = luminance(b);

	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

/* Of a role that names colours, on a background of the terminal. */
static double contrast_of(const struct look *l, uint32_t background)
{
	uint32_t bg = l->bg == COLOUR_DEFAULT ? background : rgb_of(l->bg);

	assert_true(l->fg != COLOUR_DEFAULT);
	return contrast(rgb_of(l->fg), bg);
}

static void test_known(void **state)
{
	(void)state;
	assert_true(fabs(contrast(0x000000, 0xffffff) - 21) < 0.001);
	assert_true(fabs(contrast(0x777777, 0xffffff) - 4.48) < 0.01);
	assert_int_equal(rgb_of(214), 0xffaf00);
	assert_int_equal(rgb_of(246), 0x949494);
	assert_int_equal(rgb_of(130), 0xaf5f00);
}

struct range {
	enum theme theme;
	uint32_t background[2];
	double least, most; /* of all roles: the ends are met to a tenth */
};

static void test_range(void **state)
{
	static const struct range cases[] = {
		{ THEME_256_DARK, { 0x000000, 0x1e1e1e }, 5.4, 13.6 },
		{ THEME_256_LIGHT, { 0xffffff, 0xfdf6e3 }, 4.4, 15.1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		double least = 99, most = 0;

		for (int style = 0; style < STYLE_COUNT; style++) {
			const struct look *l =
				style_look(cases[i].theme, (enum style)style);

			for (int b = 0; l->fg != COLOUR_DEFAULT && b < 2; b++) {
				double c = contrast_of(l, cases[i].background[b]);

				if (c < LEAST || (c < PLAIN && !(l->attr & ATTR_BOLD)))
					fail_msg("%s, %s on %06x: %.2f",
						theme_name(cases[i].theme),
						style_name((enum style)style),
						(unsigned)cases[i].background[b], c);
				least = c < least ? c : least;
				most = c > most ? c : most;
			}
		}
		if (fabs(least - cases[i].least) > 0.1 ||
			fabs(most - cases[i].most) > 0.1)
			fail_msg("%s: %.2f to %.2f", theme_name(cases[i].theme), least,
				most);
	}
}

/* The first eight are what the terminal makes of them; as xterm has them they can be
 * read. */
static void test_sixteen(void **state)
{
	static const struct {
		enum theme theme;
		uint32_t background;
	} cases[] = { { THEME_16_DARK, 0x000000 }, { THEME_16_LIGHT, 0xffffff } };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		for (int style = 0; style < STYLE_COUNT; style++) {
			const struct look *l =
				style_look(cases[i].theme, (enum style)style);
			double c = l->fg != COLOUR_DEFAULT
				? contrast_of(l, cases[i].background)
				: 21;

			if (c < LEAST)
				fail_msg("%s, %s: %.2f", theme_name(cases[i].theme),
					style_name((enum style)style), c);
		}
	}
}

/* Roles that mean something are told apart without any colour. */
static void test_mono(void **state)
{
	static const enum style loud[] = { STYLE_CRITICAL, STYLE_WARNING, STYLE_NEEDS_YOU,
		STYLE_LINK_BAD, STYLE_MUTED, STYLE_SELECTION };

	(void)state;
	for (size_t i = 0; i < LEN(loud); i++)
		assert_int_not_equal(style_look(THEME_MONO, loud[i])->attr, 0);
	assert_int_not_equal(style_look(THEME_MONO, STYLE_CRITICAL)->attr,
		style_look(THEME_MONO, STYLE_WARNING)->attr);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_range),
		cmocka_unit_test(test_sixteen),
		cmocka_unit_test(test_mono),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
