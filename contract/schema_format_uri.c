/* SPDX-License-Identifier: MIT */
/* RFC 3986 and RFC 3987; templates by RFC 6570. */
#include "base/text.h"
#include "contract/schema_format_own.h"

/* What besides unreserved characters and %XX may stand in a part. */
#define SUB_DELIMS "!$&'()*+,;="
#define PCHAR SUB_DELIMS ":@"

struct range {
	uint32_t first, last;
};

/* iprivate comes first; the rest is ucschar. */
static const struct range beyond_ascii[] = {
	{ 0xe000, 0xf8ff },
	{ 0xf0000, 0xffffd },
	{ 0x100000, 0x10fffd },
	{ 0xa0, 0xd7ff },
	{ 0xf900, 0xfdcf },
	{ 0xfdf0, 0xffef },
	{ 0x10000, 0x1fffd },
	{ 0x20000, 0x2fffd },
	{ 0x30000, 0x3fffd },
	{ 0x40000, 0x4fffd },
	{ 0x50000, 0x5fffd },
	{ 0x60000, 0x6fffd },
	{ 0x70000, 0x7fffd },
	{ 0x80000, 0x8fffd },
	{ 0x90000, 0x9fffd },
	{ 0xa0000, 0xafffd },
	{ 0xb0000, 0xbfffd },
	{ 0xc0000, 0xcfffd },
	{ 0xd0000, 0xdfffd },
	{ 0xe1000, 0xefffd },
};

enum charset {
	ASCII_ONLY,
	UCSCHAR,
	UCSCHAR_AND_PRIVATE,
};

static bool is_beyond(uint32_t c, enum charset set)
{
	size_t first = set == UCSCHAR_AND_PRIVATE ? 0 : 3;

	if (set == ASCII_ONLY)
		return false;
	for (size_t i = first; i < sizeof(beyond_ascii) / sizeof(*beyond_ascii); i++) {
		if (c >= beyond_ascii[i].first && c <= beyond_ascii[i].last)
			return true;
	}
	return false;
}

static bool is_unreserved(int c)
{
	return is_alpha(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

static bool is_escape(struct str s)
{
	return s.n >= 3 && s.p[0] == '%' && is_hex(s.p[1]) && is_hex(s.p[2]);
}

/* Bytes of the character of a part that comes next; 0 where none of `more` or `set` does.
 */
static size_t part_char(struct str s, const char *more, enum charset set)
{
	uint32_t c;
	size_t n = utf8_decode(s.p, s.n, &c);

	if (n > 1)
		return is_beyond(c, set) ? n : 0;
	if (is_escape(s))
		return 3;
	return n == 1 &&
		(is_unreserved((int)c) || (c > 0 && strchr(more, (int)c) != NULL));
}

static bool is_part(struct str s, const char *more, enum charset set)
{
	while (s.n > 0) {
		size_t n = part_char(s, more, set);

		if (n == 0)
			return false;
		s = str_skip(s, n);
	}
	return true;
}

/* ---- references */

static bool is_scheme(struct str s)
{
	if (!is_alpha(next_of(s)))
		return false;
	for (size_t i = 1; i < s.n; i++) {
		char c = s.p[i];

		if (!is_alpha(c) && !is_digit(c) && c != '+' && c != '-' && c != '.')
			return false;
	}
	return true;
}

/* "v" version "." address: of a later protocol. */
static bool is_future_address(struct str s)
{
	size_t digits = 0;

	if (!take(&s, 'v') && !take(&s, 'V'))
		return false;
	for (; is_hex(next_of(s)); digits++)
		s = str_skip(s, 1);
	return digits > 0 && take(&s, '.') && s.n > 0 && memchr(s.p, '%', s.n) == NULL &&
		is_part(s, SUB_DELIMS ":", ASCII_ONLY);
}

static bool is_host(struct str *s, enum charset set)
{
	struct str host;

	if (!take(s, '['))
		return is_part(take_until(s, ":"), SUB_DELIMS, set);
	host = take_until(s, "]");
	return take(s, ']') && (schema_format_ipv6(host) || is_future_address(host));
}

static bool is_authority(struct str s, enum charset set)
{
	struct str rest = s, user = take_until(&rest, "@");

	if (take(&rest, '@')) {
		if (!is_part(user, SUB_DELIMS ":", set))
			return false;
		s = rest;
	}
	if (!is_host(&s, set))
		return false;
	if (take(&s, ':'))
		take_digits(&s);
	return s.n == 0;
}

static bool is_hierarchy(struct str s, enum charset set)
{
	if (str_starts(s, "//")) {
		s = str_skip(s, 2);
		if (!is_authority(take_until(&s, "/"), set))
			return false;
	}
	return is_part(s, PCHAR "/", set);
}

/* What is left of a reference without its scheme. */
static bool is_relative(struct str s, bool iri)
{
	enum charset set = iri ? UCSCHAR : ASCII_ONLY;
	struct str hierarchy = take_until(&s, "?#"), query;

	if (!is_hierarchy(hierarchy, set))
		return false;
	if (take(&s, '?')) {
		query = take_until(&s, "#");
		if (!is_part(query, PCHAR "/?", iri ? UCSCHAR_AND_PRIVATE : ASCII_ONLY))
			return false;
	}
	return !take(&s, '#') || is_part(s, PCHAR "/?", set);
}

static bool is_reference(struct str s, bool iri, bool needs_scheme)
{
	struct str rest = s, first = take_until(&rest, ":/?#");

	if (take(&rest, ':'))
		return is_scheme(first) && is_relative(rest, iri);
	return !needs_scheme && is_relative(s, iri);
}

bool schema_format_uri(struct str s)
{
	return is_reference(s, false, true);
}

bool schema_format_uri_reference(struct str s)
{
	return is_reference(s, false, false);
}

bool schema_format_iri(struct str s)
{
	return is_reference(s, true, true);
}

bool schema_format_iri_reference(struct str s)
{
	return is_reference(s, true, false);
}

/* ---- templates */

static bool take_varname(struct str *s)
{
	do {
		size_t length = 0;

		while (is_alpha(next_of(*s)) || is_digit(next_of(*s)) ||
			next_of(*s) == '_' || is_escape(*s)) {
			size_t n = next_of(*s) == '%' ? 3 : 1;

			*s = str_skip(*s, n);
			length += n;
		}
		if (length == 0)
			return false;
	} while (take(s, '.'));
	return true;
}

/* ":" and a length of 1 to 9999, or "*", or nothing. */
static bool take_modifier(struct str *s)
{
	if (!take(s, ':')) {
		take(s, '*');
		return true;
	}
	if (next_of(*s) == '0')
		return false;
	for (int digits = 0; digits <= 4; digits++) {
		if (!is_digit(next_of(*s)))
			return digits > 0;
		*s = str_skip(*s, 1);
	}
	return false;
}

static bool is_expression(struct str s)
{
	if (next_of(s) > 0 && strchr("+#./;?&=,!@|", s.p[0]) != NULL)
		s = str_skip(s, 1);
	do {
		if (!take_varname(&s) || !take_modifier(&s))
			return false;
	} while (take(&s, ','));
	return s.n == 0;
}

bool schema_format_uri_template(struct str s)
{
	while (s.n > 0) {
		if (!is_part(take_until(&s, "{"), PCHAR "/?#[]", UCSCHAR_AND_PRIVATE))
			return false;
		if (take(&s, '{') &&
			(!is_expression(take_until(&s, "}")) || !take(&s, '}')))
			return false;
	}
	return true;
}
