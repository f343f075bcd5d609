/* SPDX-License-Identifier: MIT */
/*
 * Any bytes: utf8_decode() tells good ones from bad; what text_clean() makes of them is
 * valid UTF-8, has only characters of a known width and none of those that hide, turn or
 * mark what is beside them, is not changed by cleaning it again, and can be cut to any
 * width.
 */
#include "base/text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void complain(const char *what)
{
	fprintf(stderr, "fuzz_text: %s\n", what);
	abort();
}

/* Table 3-7 of the Unicode standard, to judge utf8_decode() by: good bytes at `p`. */
static size_t well_formed(const unsigned char *p, size_t n)
{
	static const struct {
		unsigned char first[2], second[2], length;
	} rows[] = {
		{ { 0x00, 0x7f }, { 0, 0 }, 1 },
		{ { 0xc2, 0xdf }, { 0x80, 0xbf }, 2 },
		{ { 0xe0, 0xe0 }, { 0xa0, 0xbf }, 3 },
		{ { 0xe1, 0xec }, { 0x80, 0xbf }, 3 },
		{ { 0xed, 0xed }, { 0x80, 0x9f }, 3 },
		{ { 0xee, 0xef }, { 0x80, 0xbf }, 3 },
		{ { 0xf0, 0xf0 }, { 0x90, 0xbf }, 4 },
		{ { 0xf1, 0xf3 }, { 0x80, 0xbf }, 4 },
		{ { 0xf4, 0xf4 }, { 0x80, 0x8f }, 4 },
	};
	size_t row = 0, len;

	while (row < sizeof(rows) / sizeof(*rows) && p[0] > rows[row].first[1])
		row++;
	if (row == sizeof(rows) / sizeof(*rows) || p[0] < rows[row].first[0])
		return 0;
	len = rows[row].length;
	if (len > n ||
		(len > 1 && (p[1] < rows[row].second[0] || p[1] > rows[row].second[1])))
		return 0;
	for (size_t i = 2; i < len; i++)
		if (p[i] < 0x80 || p[i] > 0xbf)
			return 0;
	return len;
}

static void check_decode(struct str s)
{
	uint32_t c;

	for (size_t i = 0; i < s.n; i++) {
		char back[4];
		size_t n = utf8_decode(s.p + i, s.n - i, &c);

		if (n != well_formed((const unsigned char *)s.p + i, s.n - i))
			complain("UTF-8 that is none, or is refused");
		if (n > 0 && (utf8_encode(c, back) != n || memcmp(back, s.p + i, n) != 0))
			complain("another character");
	}
}

/* Not taken from the table of base/text.c, but from what has deceived people. */
static bool is_deceiving(uint32_t c)
{
	static const uint32_t hidden[][2] = {
		{ 0x00, 0x1f }, { 0x7f, 0x9f },   /* C0, DEL, C1 */
		{ 0xad, 0xad }, { 0x34f, 0x34f }, /* soft hyphen, joiner of graphemes */
		{ 0x61c, 0x61c },                 /* bidi, as those below */
		{ 0x115f, 0x1160 }, { 0x17b4, 0x17b5 }, { 0x180b, 0x180f }, /* fillers */
		{ 0x200b, 0x200f }, { 0x2028, 0x202e }, { 0x2060, 0x206f },
		{ 0x3164, 0x3164 }, { 0xffa0, 0xffa0 },
		{ 0xd800, 0xf8ff }, /* surrogates, private use */
		{ 0xfdd0, 0xfdef }, /* noncharacters */
		{ 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff }, { 0xfff9, 0xfffb },
		{ 0xe0000, 0xe0fff },  /* tags, selectors */
		{ 0xf0000, 0x10ffff }, /* private use */
	};

	for (size_t i = 0; i < sizeof(hidden) / sizeof(*hidden); i++) {
		if (c >= hidden[i][0] && c <= hidden[i][1])
			return true;
	}
	return (c & 0xfffe) == 0xfffe;
}

/* Returns the columns. */
static size_t check_printable(struct str s)
{
	size_t columns = 0, marks = 2;
	uint32_t c;

	for (size_t i = 0, n; i < s.n; i += n) {
		int width;

		n = utf8_decode(s.p + i, s.n - i, &c);
		if (n == 0)
			complain("no UTF-8");
		width = text_width_of(c);
		if (width < 0 || is_deceiving(c))
			complain("not printable");
		marks = width == 0 ? marks + 1 : 0;
		if (marks > 2)
			complain("too many marks");
		columns += (size_t)width;
	}
	if (text_width(s) != columns)
		complain("another width");
	return columns;
}

static void check_cut(struct str clean, size_t width, size_t columns)
{
	struct buf cut = { 0 };
	size_t used = text_cut(&cut, clean, columns);

	if (check_printable(buf_view(&cut)) != used || used > columns)
		complain("cut to another width than told");
	if (width <= columns && !str_eq(buf_view(&cut), clean))
		complain("cut though it fits");
	if (width > columns && columns > 0 &&
		(used + 1 < columns || cut.data[cut.len - 1] != '~'))
		complain("cut shorter than it must be");
	buf_fini(&cut);
}

static void check_clean(struct str s)
{
	struct buf clean = { 0 }, again = { 0 };
	size_t replaced = text_clean(&clean, s), width;

	width = check_printable(buf_view(&clean));
	if ((replaced == 0) != str_eq(buf_view(&clean), s))
		complain("replaced and not counted, or counted and not replaced");
	if (text_clean(&again, buf_view(&clean)) != 0)
		complain("clean text is cleaned again");
	for (size_t columns = 0; columns < 12; columns++)
		check_cut(buf_view(&clean), width, columns);
	check_cut(buf_view(&clean), width, width);
	check_cut(buf_view(&clean), width, width > 0 ? width - 1 : 0);
	buf_fini(&clean);
	buf_fini(&again);
}

static void check_names(struct str s)
{
	if (text_is_agent(s) && !text_is_id(s))
		complain("an agent's name that is no id");
	if (text_is_id(s) && (s.n > 128 || check_printable(s) != s.n))
		complain("an id that is not plain");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size); /* of its own, so that a read behind it is seen */
	struct str s = { text, size };

	memcpy(text, data, size);
	check_decode(s);
	check_clean(s);
	check_names(s);
	free(text);
	return 0;
}
