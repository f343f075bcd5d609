/* SPDX-License-Identifier: MIT */
/*
 * Any bytes: what text_clean() makes of them is valid UTF-8, has only
 * characters of a known width, is not changed by cleaning it again, and can be
 * cut to any width.
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

/* Returns the columns. */
static size_t check_printable(struct str s, bool lines)
{
	size_t columns = 0, marks = 2;
	uint32_t c;

	for (size_t i = 0, n; i < s.n; i += n) {
		int width;

		n = utf8_decode(s.p + i, s.n - i, &c);
		if (n == 0)
			complain("no UTF-8");
		width = text_width_of(c);
		if (lines && c == '\n') {
			marks = 2;
			continue;
		}
		if (width < 0 || c < 0x20 || (c >= 0x7f && c < 0xa0))
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

	if (check_printable(buf_view(&cut), false) != used || used > columns)
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

	width = check_printable(buf_view(&clean), false);
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

static void check_lines(struct str s)
{
	struct buf clean = { 0 }, again = { 0 };

	text_clean_lines(&clean, s);
	check_printable(buf_view(&clean), true);
	if (text_clean_lines(&again, buf_view(&clean)) != 0 ||
		!str_eq(buf_view(&clean), buf_view(&again)))
		complain("clean lines are cleaned again");
	buf_fini(&clean);
	buf_fini(&again);
}

static void check_names(struct str s)
{
	if (text_is_agent(s) && !text_is_id(s))
		complain("an agent's name that is no id");
	if (text_is_id(s) && (s.n > 128 || check_printable(s, false) != s.n))
		complain("an id that is not plain");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size); /* of its own, so that a read behind it is seen */
	struct str s = { text, size };

	memcpy(text, data, size);
	check_clean(s);
	check_lines(s);
	check_names(s);
	free(text);
	return 0;
}
