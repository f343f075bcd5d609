/* SPDX-License-Identifier: MIT */
#include "tui/glyph.h"

#include <stddef.h>

struct glyph {
	uint32_t c;
	uint32_t acs; /* what the VT100 set has, or ASCII */
	char ascii;
};

/*
 * Ascending by `c`. Heavy lines mean refused, dotted ones low confidence. Where lines
 * meet is '+' or '*', with three arms; one that turns is '/' or '\\', and where two cross
 * one jumps over the other, ')'.
 */
static const struct glyph table[] = {
	{ 0x2500, 0x2500, '-' },  /* ─ */
	{ 0x2501, '=', '=' },     /* ━ */
	{ 0x2502, 0x2502, '|' },  /* │ */
	{ 0x2503, '#', '#' },     /* ┃ */
	{ 0x2504, '.', '.' },     /* ┄ */
	{ 0x2505, '.', '.' },     /* ┅ */
	{ 0x2506, ':', ':' },     /* ┆ */
	{ 0x2507, ':', ':' },     /* ┇ */
	{ 0x2508, '.', '.' },     /* ┈ */
	{ 0x250a, ':', ':' },     /* ┊ */
	{ 0x250c, 0x250c, '+' },  /* ┌ */
	{ 0x250f, '/', '/' },     /* ┏ */
	{ 0x2510, 0x2510, '+' },  /* ┐ */
	{ 0x2513, '\\', '\\' },   /* ┓ */
	{ 0x2514, 0x2514, '+' },  /* └ */
	{ 0x2517, '\\', '\\' },   /* ┗ */
	{ 0x2518, 0x2518, '+' },  /* ┘ */
	{ 0x251b, '/', '/' },     /* ┛ */
	{ 0x251c, 0x251c, '+' },  /* ├ */
	{ 0x2523, '*', '*' },     /* ┣ */
	{ 0x2524, 0x2524, '+' },  /* ┤ */
	{ 0x252b, '*', '*' },     /* ┫ */
	{ 0x252c, 0x252c, '+' },  /* ┬ */
	{ 0x2533, '*', '*' },     /* ┳ */
	{ 0x2534, 0x2534, '+' },  /* ┴ */
	{ 0x253b, '*', '*' },     /* ┻ */
	{ 0x253c, 0x253c, ')' },  /* ┼ */
	{ 0x254b, ')', ')' },     /* ╋ */
	{ 0x2550, '=', '=' },     /* ═ */
	{ 0x2551, '#', '#' },     /* ║ */
	{ 0x256d, 0x250c, '/' },  /* ╭ */
	{ 0x256e, 0x2510, '\\' }, /* ╮ */
	{ 0x256f, 0x2518, '/' },  /* ╯ */
	{ 0x2570, 0x2514, '\\' }, /* ╰ */
	{ 0x2581, '.', '.' },     /* ▁ */
	{ 0x2582, '.', '.' },     /* ▂ */
	{ 0x2583, ':', ':' },     /* ▃ */
	{ 0x2584, ':', ':' },     /* ▄ */
	{ 0x2585, ':', ':' },     /* ▅ */
	{ 0x2586, '|', '|' },     /* ▆ */
	{ 0x2587, '|', '|' },     /* ▇ */
	{ 0x2588, '|', '|' },     /* █ */
	{ 0x2591, ':', ':' },     /* ░ */
	{ 0x2592, 0x2592, ':' },  /* ▒ */
	{ 0x25ba, '>', '>' },     /* ► */
	{ 0x25bc, 'v', 'v' },     /* ▼ */
	{ 0x25c4, '<', '<' },     /* ◄ */
	{ 0x25cb, 'o', 'o' },     /* ○ */
	{ 0x25cf, 'o', 'o' },     /* ● */
};

#define TABLE_LEN (sizeof(table) / sizeof(*table))

static const char *const names[] = { [GLYPHS_AUTO] = "auto",
	[GLYPHS_UTF8] = "utf8",
	[GLYPHS_ACS] = "acs",
	[GLYPHS_ASCII] = "ascii" };

static const struct glyph *find(uint32_t c)
{
	size_t low = 0, high = TABLE_LEN;

	if (c < table[0].c || c > table[TABLE_LEN - 1].c)
		return NULL;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (table[middle].c == c)
			return &table[middle];
		if (table[middle].c < c)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* Dots above, below, or both; one that has none is a blank. */
static char braille(uint32_t dots)
{
	bool above = (dots & 0x1b) != 0, below = (dots & 0xe4) != 0;

	return above && below ? ':' : above ? '\'' : below ? '.' : ' ';
}

uint32_t glyph_map(enum glyphs to, uint32_t c)
{
	const struct glyph *glyph = to >= GLYPHS_ACS ? find(c) : NULL;

	if (to >= GLYPHS_ACS && c >= 0x2800 && c <= 0x28ff)
		return (uint32_t)braille(c - 0x2800);
	if (glyph == NULL)
		return c;
	return to == GLYPHS_ACS ? glyph->acs : (uint32_t)glyph->ascii;
}

const char *glyphs_name(enum glyphs g)
{
	return names[g];
}

bool glyphs_named(struct str name, enum glyphs *out)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (str_is(name, names[i])) {
			*out = (enum glyphs)i;
			return true;
		}
	}
	return false;
}
