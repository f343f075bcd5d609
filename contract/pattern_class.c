/* SPDX-License-Identifier: MIT */
#include "contract/pattern_scan.h"

#include "base/text.h"

struct range {
	uint32_t first, last;
};

/* WhiteSpace and LineTerminator of ECMA-262, in order. */
static const struct range spaces[] = {
	{ 0x0009, 0x000d },
	{ 0x0020, 0x0020 },
	{ 0x00a0, 0x00a0 },
	{ 0x1680, 0x1680 },
	{ 0x2000, 0x200a },
	{ 0x2028, 0x2029 },
	{ 0x202f, 0x202f },
	{ 0x205f, 0x205f },
	{ 0x3000, 0x3000 },
	{ 0xfeff, 0xfeff },
};

#define SPACES (sizeof(spaces) / sizeof(*spaces))

static bool is_alnum(int c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void scan_write_char(struct pattern_scan *s, uint32_t c)
{
	static const char digits[] = "0123456789abcdef";
	struct buf *out = &s->text->regex;
	int shift = 20;

	if (c < 0x80 && is_alnum((int)c)) {
		buf_char(out, (char)c);
		return;
	}
	while (shift > 0 && c >> shift == 0)
		shift -= 4;
	buf_str(out, "\\x{");
	for (; shift >= 0; shift -= 4)
		buf_char(out, digits[c >> shift & 15]);
	buf_char(out, '}');
}

static void write_range(struct pattern_scan *s, uint32_t first, uint32_t last)
{
	scan_write_char(s, first);
	if (last > first) {
		buf_char(&s->text->regex, '-');
		scan_write_char(s, last);
	}
}

static void write_spaces(struct pattern_scan *s)
{
	for (size_t i = 0; i < SPACES; i++)
		write_range(s, spaces[i].first, spaces[i].last);
}

static void write_no_spaces(struct pattern_scan *s)
{
	uint32_t next = 0;

	for (size_t i = 0; i < SPACES; i++) {
		write_range(s, next, spaces[i].first - 1);
		next = spaces[i].last + 1;
	}
	write_range(s, next, 0x10ffff);
}

void scan_write_dot(struct pattern_scan *s)
{
	buf_str(&s->text->regex, "[^\\x{a}\\x{d}\\x{2028}\\x{2029}]");
}

static int hex_value(int c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* `digits` of them, no fewer. */
static bool take_hex(struct pattern_scan *s, int digits, uint32_t *c)
{
	*c = 0;
	for (int i = 0; i < digits; i++) {
		int value = hex_value(scan_peek(s, (size_t)i));

		if (value < 0)
			return false;
		*c = *c << 4 | (uint32_t)value;
	}
	s->at += (size_t)digits;
	return true;
}

/* Behind "u{": any number of digits. */
static bool take_braced(struct pattern_scan *s, uint32_t *c)
{
	uint32_t digit;

	if (!take_hex(s, 1, c))
		return false;
	while (!scan_take(s, "}")) {
		if (!take_hex(s, 1, &digit))
			return false;
		*c = *c << 4 | digit;
		if (*c > 0x10ffff)
			return false;
	}
	return true;
}

/* Behind "u": with the flag `u`, two halves of a pair are one character. */
static bool take_unicode(struct pattern_scan *s, uint32_t *c)
{
	size_t behind;
	uint32_t low;

	if (scan_take(s, "{"))
		return take_braced(s, c);
	if (!take_hex(s, 4, c))
		return false;
	behind = s->at;
	if (*c < 0xd800 || *c > 0xdbff || !scan_take(s, "\\u"))
		return true;
	if (take_hex(s, 4, &low) && low >= 0xdc00 && low <= 0xdfff)
		*c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);
	else
		s->at = behind;
	return true;
}

static bool take_control(struct pattern_scan *s, uint32_t *c)
{
	int letter = scan_peek(s, 0);

	if (!is_alnum(letter) || letter <= '9')
		return false;
	s->at++;
	*c = (uint32_t)letter & 31;
	return true;
}

/* \t and the like; -1 for what is none. */
static int control_escape(int c)
{
	static const char letters[] = "tnvfr", codes[] = "\t\n\v\f\r";
	const char *found = c > 0 ? strchr(letters, c) : NULL;

	return found != NULL ? codes[found - letters] : -1;
}

static bool take_nul(struct pattern_scan *s, uint32_t *c)
{
	*c = 0;
	return scan_peek(s, 0) < '0' || scan_peek(s, 0) > '9';
}

static bool escape_code(struct pattern_scan *s, int letter, uint32_t *c)
{
	int code = control_escape(letter);

	if (code >= 0) {
		*c = (uint32_t)code;
		return true;
	}
	switch (letter) {
	case 'u':
		return take_unicode(s, c);
	case 'x':
		return take_hex(s, 2, c);
	case 'c':
		return take_control(s, c);
	case '0':
		return take_nul(s, c);
	default:
		*c = (uint32_t)letter;
		return letter >= 0x20 && letter < 0x7f && letter != '_' &&
			!is_alnum(letter);
	}
}

bool scan_escape(struct pattern_scan *s, uint32_t *c)
{
	size_t at = s->at - 1;
	int letter = scan_peek(s, 0);

	if (letter < 0)
		return scan_fail(s, at, "a backslash at the end");
	s->at++;
	return escape_code(s, letter, c) || scan_fail(s, at, "no such escape");
}

bool scan_set(struct pattern_scan *s, bool in_class, bool *taken)
{
	struct buf *out = &s->text->regex;
	int letter = scan_peek(s, 0);

	*taken = letter > 0 && strchr("dDwWsSpP", letter) != NULL;
	if (!*taken)
		return true;
	s->at++;
	if (letter == 'p' || letter == 'P')
		return scan_property(s, letter == 'P');
	if (letter != 's' && letter != 'S') {
		buf_char(out, '\\');
		buf_char(out, (char)letter);
		return true;
	}
	buf_str(out, in_class ? "" : "[");
	if (letter == 's')
		write_spaces(s);
	else
		write_no_spaces(s);
	buf_str(out, in_class ? "" : "]");
	return true;
}

/* ---- classes */

struct member {
	bool is_set; /* it is written already */
	uint32_t c;
};

static bool class_member(struct pattern_scan *s, struct member *m)
{
	*m = (struct member){ 0 };
	if (!scan_take(s, "\\"))
		return scan_char(s, &m->c);
	if (!scan_set(s, true, &m->is_set))
		return false;
	if (m->is_set)
		return true;
	if (scan_take(s, "b")) {
		m->c = '\b';
		return true;
	}
	return scan_escape(s, &m->c);
}

static void write_member(struct pattern_scan *s, const struct member *m)
{
	if (!m->is_set)
		scan_write_char(s, m->c);
}

/* What is on either side of "-"; it has been taken. Beside a set it stands for itself. */
static bool class_range(struct pattern_scan *s, size_t at, const struct member *first)
{
	struct member last;

	if (!class_member(s, &last))
		return false;
	if (first->is_set || last.is_set) {
		write_member(s, first);
		scan_write_char(s, '-');
		write_member(s, &last);
		return true;
	}
	if (first->c > last.c)
		return scan_fail(s, at, "a range that ends before it begins");
	write_range(s, first->c, last.c);
	return true;
}

static bool class_members(struct pattern_scan *s, size_t start)
{
	struct member m;

	while (!scan_take(s, "]")) {
		size_t at = s->at;
		int behind;

		if (scan_peek(s, 0) < 0)
			return scan_fail(s, start, "a class without its ]");
		if (!class_member(s, &m))
			return false;
		behind = scan_peek(s, 1);
		if (scan_peek(s, 0) == '-' && behind >= 0 && behind != ']') {
			s->at++;
			if (!class_range(s, at, &m))
				return false;
		} else {
			write_member(s, &m);
		}
	}
	return true;
}

bool scan_class(struct pattern_scan *s)
{
	size_t start = s->at - 1;
	bool negated = scan_take(s, "^");

	/* PCRE2 takes a ] that comes first as a member. */
	if (scan_take(s, "]")) {
		buf_fmt(&s->text->regex, "[%s\\x{0}-\\x{10ffff}]", negated ? "" : "^");
		return true;
	}
	buf_str(&s->text->regex, negated ? "[^" : "[");
	if (!class_members(s, start))
		return false;
	buf_char(&s->text->regex, ']');
	return true;
}
