/* SPDX-License-Identifier: MIT */
/*
 * A JSON Schema in few words, for people: not all that it says, but what one wants to
 * know of a field. Follows local references; what is nested, or goes round, is told so
 * far and no further. The words hold foreign text: clean or escape them at the sink.
 */
#ifndef CONTRACT_WORDS_H
#define CONTRACT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/json.h"

#define SCHEMA_FIELDS 500 /* of one schema that are told */

/*
 * `root` is the whole schema, to which `#/...` refers; `schema` one in it. A JSON_NONE
 * says nothing of its value, as {} does.
 */
struct schema_at {
	struct json *j;
	uint32_t root, schema;
};

/* "string", "integer or null", "array of string", "anything". */
void schema_type_words(struct buf *out, struct schema_at s);
/* "0 to 1", "one of critical, warning", "3 to 64 characters"; adds nothing for none. */
void schema_bound_words(struct buf *out, struct schema_at s);
/* Both: "integer, 0 to 300". */
void schema_words(struct buf *out, struct schema_at s);
/* What it says of itself, or what it refers to does: description, else title. */
struct str schema_description(struct schema_at s);

struct schema_field {
	struct str at; /* JSON Pointer into the artifact; `*` for any element or name */
	struct schema_at schema;
	bool required;
};

typedef void schema_field_function(void *user, const struct schema_field *f);

/* Each field with a name, in the order of the schema. True if there are more. */
bool schema_fields(struct schema_at s, schema_field_function *tell, void *user);

#endif
