/* SPDX-License-Identifier: MIT */
#include "contract/schema_format.h"

#include "contract/pattern.h"
#include "contract/schema_format_own.h"

/* RFC 4122. */
static bool is_uuid(struct str s)
{
	static const int parts[] = { 8, 4, 4, 4, 12 };

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (i > 0 && !take(&s, '-'))
			return false;
		for (int k = 0; k < parts[i]; k++) {
			if (!is_hex(next_of(s)))
				return false;
			s = str_skip(s, 1);
		}
	}
	return s.n == 0;
}

/* RFC 6901. */
static bool is_json_pointer(struct str s)
{
	if (s.n > 0 && s.p[0] != '/')
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '~' && (i + 1 == s.n || (s.p[i + 1] | 1) != '1'))
			return false;
	}
	return true;
}

/* Digits, none of them a needless 0. */
static bool take_integer(struct str *s)
{
	bool zero = next_of(*s) == '0';
	size_t digits = take_digits(s);

	return digits == 1 || (digits > 1 && !zero);
}

/* draft-bhutton-relative-json-pointer-00. */
static bool is_relative_json_pointer(struct str s)
{
	if (!take_integer(&s))
		return false;
	if ((take(&s, '+') || take(&s, '-')) && !take_integer(&s))
		return false;
	return str_is(s, "#") || is_json_pointer(s);
}

static const struct {
	const char *name;
	bool (*holds)(struct str s);
} formats[FORMATS] = {
	[FORMAT_DATE_TIME] = { "date-time", schema_format_date_time },
	[FORMAT_DATE] = { "date", schema_format_date },
	[FORMAT_TIME] = { "time", schema_format_time },
	[FORMAT_DURATION] = { "duration", schema_format_duration },
	[FORMAT_EMAIL] = { "email", schema_format_email },
	[FORMAT_IDN_EMAIL] = { "idn-email", schema_format_idn_email },
	[FORMAT_HOSTNAME] = { "hostname", schema_format_hostname },
	[FORMAT_IDN_HOSTNAME] = { "idn-hostname", schema_format_idn_hostname },
	[FORMAT_IPV4] = { "ipv4", schema_format_ipv4 },
	[FORMAT_IPV6] = { "ipv6", schema_format_ipv6 },
	[FORMAT_URI] = { "uri", schema_format_uri },
	[FORMAT_URI_REFERENCE] = { "uri-reference", schema_format_uri_reference },
	[FORMAT_IRI] = { "iri", schema_format_iri },
	[FORMAT_IRI_REFERENCE] = { "iri-reference", schema_format_iri_reference },
	[FORMAT_UUID] = { "uuid", is_uuid },
	[FORMAT_URI_TEMPLATE] = { "uri-template", schema_format_uri_template },
	[FORMAT_JSON_POINTER] = { "json-pointer", is_json_pointer },
	[FORMAT_RELATIVE_JSON_POINTER] = { "relative-json-pointer",
		is_relative_json_pointer },
	[FORMAT_REGEX] = { "regex", pattern_valid },
};

enum format schema_format_named(struct str name)
{
	for (int f = FORMAT_UNKNOWN + 1; f < FORMATS; f++) {
		if (str_is(name, formats[f].name))
			return (enum format)f;
	}
	return FORMAT_UNKNOWN;
}

bool schema_format_holds(enum format f, struct str text)
{
	return f == FORMAT_UNKNOWN || formats[f].holds(text);
}
