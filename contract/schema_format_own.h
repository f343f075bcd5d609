/* SPDX-License-Identifier: MIT */
/*
 * One function for each format, and what they share: taking a text apart from its left
 * end.
 */
#ifndef CONTRACT_SCHEMA_FORMAT_OWN_H
#define CONTRACT_SCHEMA_FORMAT_OWN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* contract/schema_format_time.c */
bool schema_format_date_time(struct str s);
bool schema_format_date(struct str s);
bool schema_format_time(struct str s);
bool schema_format_duration(struct str s);

/* contract/schema_format_host.c */
bool schema_format_ipv4(struct str s);
bool schema_format_ipv6(struct str s);
bool schema_format_hostname(struct str s);
bool schema_format_idn_hostname(struct str s);
bool schema_format_email(struct str s);
bool schema_format_idn_email(struct str s);

/* contract/schema_format_uri.c */
bool schema_format_uri(struct str s);
bool schema_format_uri_reference(struct str s);
bool schema_format_iri(struct str s);
bool schema_format_iri_reference(struct str s);
bool schema_format_uri_template(struct str s);

static inline bool is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static inline bool is_alpha(int c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool is_hex(int c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* The next byte, or -1 at the end. */
static inline int next_of(struct str s)
{
	return s.n > 0 ? (unsigned char)s.p[0] : -1;
}

/* Takes `c` off the left end, if it stands there. */
static inline bool take(struct str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = str_skip(*s, 1);
	return true;
}

/* Takes all digits off; how many there were. */
static inline size_t take_digits(struct str *s)
{
	size_t n = 0;

	for (; is_digit(next_of(*s)); n++)
		*s = str_skip(*s, 1);
	return n;
}

/* Takes off all before the first of `bytes`. */
static inline struct str take_until(struct str *s, const char *bytes)
{
	struct str taken = { s->p, 0 };

	while (taken.n < s->n && (s->p[taken.n] == '\0' || !strchr(bytes, s->p[taken.n])))
		taken.n++;
	*s = str_skip(*s, taken.n);
	return taken;
}

#endif
