/* SPDX-License-Identifier: MIT */
/*
 * Names and addresses of hosts, and mailboxes: RFC 1123, RFC 5890 to 5893, RFC 2673, RFC
 * 4291, RFC 5321 with RFC 6531.
 */
#include <strings.h>

#include "contract/idna.h"
#include "contract/schema_format_own.h"

#define LABEL_LONGEST 63
#define NAME_LONGEST 253
#define LOCAL_LONGEST 64

/* ---- addresses */

static bool take_octet(struct str *s)
{
	struct str rest = *s;
	size_t digits = take_digits(&rest);
	int value = 0;

	if (digits == 0 || digits > 3 || (digits > 1 && s->p[0] == '0'))
		return false;
	for (size_t i = 0; i < digits; i++)
		value = value * 10 + (s->p[i] - '0');
	*s = rest;
	return value <= 255;
}

bool schema_format_ipv4(struct str s)
{
	for (int i = 0; i < 4; i++) {
		if ((i > 0 && !take(&s, '.')) || !take_octet(&s))
			return false;
	}
	return s.n == 0;
}

static size_t take_hex(struct str *s)
{
	size_t n = 0;

	for (; is_hex(next_of(*s)); n++)
		*s = str_skip(*s, 1);
	return n;
}

/*
 * Groups of 16 bits with a colon between two, up to a double colon or the end. An address
 * of IPv4 at the end counts for two. How many there were, or -1.
 */
static int take_groups(struct str *s)
{
	int count = 0;

	while (s->n > 0 && !str_starts(*s, "::")) {
		struct str group;
		size_t digits;

		if (count > 0 && !take(s, ':'))
			return -1;
		group = *s;
		digits = take_hex(s);
		if (next_of(*s) == '.') {
			*s = str_skip(*s, s->n);
			return schema_format_ipv4(group) ? count + 2 : -1;
		}
		if (digits == 0 || digits > 4)
			return -1;
		count++;
	}
	return count;
}

bool schema_format_ipv6(struct str s)
{
	int before = take_groups(&s), behind;

	if (before < 0 || s.n == 0)
		return before == 8;
	s = str_skip(s, 2);
	behind = take_groups(&s);
	return behind >= 0 && s.n == 0 && before + behind <= 7;
}

/* ---- names */

/* Letters, digits and hyphens, none of these at an end. */
static bool is_ldh(struct str label)
{
	if (label.n == 0 || label.n > LABEL_LONGEST || label.p[0] == '-' ||
		label.p[label.n - 1] == '-')
		return false;
	for (size_t i = 0; i < label.n; i++) {
		char c = label.p[i];

		if (!is_alpha(c) && !is_digit(c) && c != '-')
			return false;
	}
	return true;
}

static bool is_a_label(struct str label)
{
	return label.n >= 4 && (label.p[0] | 32) == 'x' && (label.p[1] | 32) == 'n' &&
		label.p[2] == '-' && label.p[3] == '-';
}

/* Bytes of a label of a plain name; 0 where it is none. */
static size_t plain_label(struct str label)
{
	return is_ldh(label) ? label.n : 0;
}

static size_t ascii_label(struct str label)
{
	if (!is_ldh(label) || (is_a_label(label) && !idna_punycode(str_skip(label, 4))))
		return 0;
	return label.n;
}

/* Bytes that it would have in the DNS. */
static size_t idn_label(struct str label)
{
	bool hyphens = label.n >= 4 && label.p[2] == '-' && label.p[3] == '-';
	size_t n;

	for (size_t i = 0; i < label.n; i++) {
		if ((unsigned char)label.p[i] >= 0x80) {
			n = idna_label(label);
			return n <= LABEL_LONGEST ? n : 0;
		}
	}
	return hyphens && !is_a_label(label) ? 0 : ascii_label(label);
}

/* The dots of RFC 3490, 3.1; only the first is one of DNS. */
static size_t dot(struct str s, bool idn)
{
	static const char *const dots[] = { ".", "\u3002", "\uff0e", "\uff61" };

	for (size_t i = 0; i < (idn ? 4 : 1); i++) {
		if (str_starts(s, dots[i]))
			return strlen(dots[i]);
	}
	return 0;
}

static bool is_name(struct str s, size_t (*length_of)(struct str), bool idn)
{
	size_t all = 0;

	for (;;) {
		struct str label = { s.p, 0 };
		size_t length, skip = 0;

		while (label.n < s.n && (skip = dot(str_skip(s, label.n), idn)) == 0)
			label.n++;
		length = length_of(label);
		all += length + 1;
		if (length == 0 || all > NAME_LONGEST + 1)
			return false;
		if (label.n == s.n)
			return true;
		s = str_skip(s, label.n + skip);
	}
}

bool schema_format_hostname(struct str s)
{
	return is_name(s, ascii_label, false);
}

bool schema_format_idn_hostname(struct str s)
{
	return is_name(s, idn_label, true);
}

/* ---- mailboxes */

static bool is_atext(char c, bool idn)
{
	return is_alpha(c) || is_digit(c) || (idn && (unsigned char)c >= 0x80) ||
		(c != '\0' && strchr("!#$%&'*+-/=?^_`{|}~", c) != NULL);
}

/* Atoms with single dots between them. */
static bool take_atoms(struct str *s, bool idn)
{
	do {
		if (s->n == 0 || !is_atext(s->p[0], idn))
			return false;
		while (s->n > 0 && is_atext(s->p[0], idn))
			*s = str_skip(*s, 1);
	} while (take(s, '.'));
	return true;
}

static bool is_printable(int c)
{
	return c >= 0x20 && c < 0x7f;
}

static bool take_quoted(struct str *s, bool idn)
{
	while (!take(s, '"')) {
		bool pair = take(s, '\\');
		int c = next_of(*s);

		if (!is_printable(c) && (pair || !idn || c < 0x80))
			return false;
		*s = str_skip(*s, 1);
	}
	return true;
}

/* Without its brackets. */
static bool is_literal(struct str s)
{
	static const char tag[] = "IPv6:";
	size_t n = sizeof(tag) - 1;

	if (s.n >= n && strncasecmp(s.p, tag, n) == 0)
		return schema_format_ipv6(str_skip(s, n));
	return schema_format_ipv4(s);
}

static bool is_mailbox(struct str s, bool idn)
{
	struct str all = s;
	bool local = take(&s, '"') ? take_quoted(&s, idn) : take_atoms(&s, idn);

	if (!local || all.n - s.n > LOCAL_LONGEST || !take(&s, '@'))
		return false;
	if (s.n > 1 && s.p[0] == '[' && s.p[s.n - 1] == ']')
		return is_literal((struct str){ s.p + 1, s.n - 2 });
	return idn ? schema_format_idn_hostname(s) : is_name(s, plain_label, false);
}

bool schema_format_email(struct str s)
{
	return is_mailbox(s, false);
}

bool schema_format_idn_email(struct str s)
{
	return is_mailbox(s, true);
}
