/* SPDX-License-Identifier: MIT */
#include "contract/text_kind.h"

#include "base/clock.h"
#include "contract/fallback.h"
#include "contract/schema_format.h"

#define HEX4 "[0-9a-fA-F]{4}"
#define DATE "^[0-9]{4}-[0-9]{2}-[0-9]{2}"

/* The most telling first. */
static const struct text_kind_row rows[] = {
	{ TEXT_DATE_TIME, "date-time", DATE "[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}" },
	{ TEXT_DATE, "date", DATE "$" },
	{ TEXT_UUID, "uuid",
		"^" HEX4 HEX4 "-" HEX4 "-" HEX4 "-" HEX4 "-" HEX4 HEX4 HEX4 "$" },
	{ TEXT_EMAIL, "email", "^[^@\\s]+@[^@\\s]+$" },
	{ TEXT_URI, "uri", "^[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s]+$" },
	{ TEXT_FALLBACK, NULL, "_if_not_progressed_within_[1-9][0-9]{0,6}(s|m|h)$" },
	{ TEXT_TAGGED, NULL, "^[a-z][a-z0-9_.-]*:[^\\s]" },
	{ TEXT_DIGITS, NULL, "^[0-9]+$" },
	{ TEXT_HEX, NULL, "^[0-9a-f]+$" },
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_blank(char c)
{
	return (unsigned char)c <= ' ';
}

/* `form`: 0 a digit, h a hexadecimal one, all else itself. */
static bool is_like(struct str s, const char *form)
{
	if (s.n != strlen(form))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool hex =
			is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');

		if (form[i] == '0' ? !is_digit(c) : form[i] == 'h' ? !hex : c != form[i])
			return false;
	}
	return true;
}

static bool is_date(struct str s)
{
	return is_like(s, "0000-00-00") && (s.p[5] - '0') * 10 + s.p[6] - '0' <= 12 &&
		(s.p[8] - '0') * 10 + s.p[9] - '0' <= 31;
}

static bool has_blank(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (is_blank(s.p[i]))
			return true;
	}
	return false;
}

static bool is_email(struct str s)
{
	const char *at = s.n > 0 ? memchr(s.p, '@', s.n) : NULL;
	size_t before = at != NULL ? (size_t)(at - s.p) : 0;
	struct str behind = str_skip(s, before + 1);

	return before > 0 && behind.n > 2 && memchr(behind.p, '@', behind.n) == NULL &&
		memchr(behind.p, '.', behind.n) != NULL && !has_blank(s);
}

static bool is_uri(struct str s)
{
	size_t n = 0;

	while (n < s.n && (is_lower(s.p[n] | 0x20) || (n > 0 && is_digit(s.p[n]))))
		n++;
	return n > 1 && s.n > n + 3 && memcmp(s.p + n, "://", 3) == 0 && !has_blank(s);
}

static bool is_tagged(struct str s)
{
	size_t n = 0;

	while (n < s.n &&
		(is_lower(s.p[n]) ||
			(n > 0 && (is_digit(s.p[n]) || strchr("_.-", s.p[n]) != NULL))))
		n++;
	return n > 0 && n + 1 < s.n && s.p[n] == ':' && !is_blank(s.p[n + 1]) &&
		s.p[n + 1] != '/';
}

/* What digits and hexadecimal digits in it say. */
static unsigned numbers_of(struct str s)
{
	size_t digits = 0, letters = 0, row = 0;
	unsigned found = 0;

	for (size_t i = 0; i < s.n; i++) {
		bool digit = is_digit(s.p[i]);

		digits += digit;
		letters += s.p[i] >= 'a' && s.p[i] <= 'f';
		row = digit ? row + 1 : 0;
		if (row == 3)
			found |= TEXT_NUMBERED;
	}
	if (s.n > 0 && digits == s.n)
		found |= TEXT_DIGITS;
	if (s.n > 3 && digits > 0 && digits + letters == s.n)
		found |= TEXT_HEX | TEXT_NUMBERED;
	if (letters > 0)
		found |= TEXT_LETTERED;
	return found;
}

/* No 30th of February: who asserts a format refuses what only looks like one. */
static unsigned without_broken(unsigned found, struct str s)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct text_kind_row *row = &rows[i];

		if ((found & row->bit) != 0 && row->format != NULL &&
			!schema_format_holds(schema_format_named(str_of(row->format)), s))
			found &= ~(unsigned)row->bit;
	}
	return found;
}

static unsigned prose_of(struct str s)
{
	unsigned words = 0;

	for (size_t i = 0; i < s.n; i++)
		words += !is_blank(s.p[i]) && (i == 0 || is_blank(s.p[i - 1]));
	return words > 3 ? TEXT_PROSE : 0;
}

unsigned text_kinds_of(struct str s)
{
	unsigned found = numbers_of(s) | prose_of(s);
	struct fallback f;
	int64_t usec;

	if (s.n > 0 && is_digit(s.p[0])) {
		if (s.n > 10 && s.p[10] != ' ' && time_parse(s, &usec))
			found |= TEXT_DATE_TIME;
		if (is_date(s))
			found |= TEXT_DATE;
	}
	if (is_like(s, "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh"))
		found |= TEXT_UUID;
	if (is_email(s))
		found |= TEXT_EMAIL;
	if (is_uri(s))
		found |= TEXT_URI;
	if (is_tagged(s))
		found |= TEXT_TAGGED;
	if (fallback_read_text(s, &f))
		found |= TEXT_FALLBACK;
	return without_broken(found, s);
}

const struct text_kind_row *text_kind_row(unsigned kinds)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if ((kinds & rows[i].bit) != 0)
			return &rows[i];
	}
	return NULL;
}
