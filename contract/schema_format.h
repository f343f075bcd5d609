/* SPDX-License-Identifier: MIT */
/*
 * The formats of JSON Schema 2020-12 (validation, section 7.3), by the letter of the RFCs
 * that it names. What a format does not know it does not hold against a text: an unknown
 * one always holds. The cost is linear in the text.
 *
 * Internationalised names (contract/idna.h) are not normalised, and the Bidi rule is
 * asked of each label by itself.
 */
#ifndef CONTRACT_SCHEMA_FORMAT_H
#define CONTRACT_SCHEMA_FORMAT_H

#include <stdbool.h>

#include "base/str.h"

enum format {
	FORMAT_UNKNOWN,
	FORMAT_DATE_TIME,
	FORMAT_DATE,
	FORMAT_TIME,
	FORMAT_DURATION,
	FORMAT_EMAIL,
	FORMAT_IDN_EMAIL,
	FORMAT_HOSTNAME,
	FORMAT_IDN_HOSTNAME,
	FORMAT_IPV4,
	FORMAT_IPV6,
	FORMAT_URI,
	FORMAT_URI_REFERENCE,
	FORMAT_IRI,
	FORMAT_IRI_REFERENCE,
	FORMAT_UUID,
	FORMAT_URI_TEMPLATE,
	FORMAT_JSON_POINTER,
	FORMAT_RELATIVE_JSON_POINTER,
	FORMAT_REGEX,
	FORMATS
};

/* FORMAT_UNKNOWN where the specification does not define it. */
enum format schema_format_named(struct str name);
/* `text` is valid UTF-8. */
bool schema_format_holds(enum format f, struct str text);

#endif
