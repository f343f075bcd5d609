/* SPDX-License-Identifier: MIT */
/* The keywords of JSON Schema 2020-12, and what each may be given. */
#include <string.h>

#include "base/keyset.h"
#include "contract/schema_own.h"

#define CORE VOCABULARY_CORE
#define APPLICATOR VOCABULARY_APPLICATOR
#define VALIDATION VOCABULARY_VALIDATION
#define META_DATA VOCABULARY_META_DATA

const struct keyword schema_keywords[] = {
	{ "$id", CORE, KEYWORD_ID },
	{ "$schema", CORE, KEYWORD_URI },
	{ "$ref", CORE, KEYWORD_URI_REFERENCE },
	{ "$anchor", CORE, KEYWORD_ANCHOR },
	{ "$dynamicRef", CORE, KEYWORD_URI_REFERENCE },
	{ "$dynamicAnchor", CORE, KEYWORD_ANCHOR },
	{ "$vocabulary", CORE, KEYWORD_VOCABULARIES },
	{ "$comment", CORE, KEYWORD_STRING },
	{ "$defs", CORE, KEYWORD_SCHEMA_MAP },
	{ "prefixItems", APPLICATOR, KEYWORD_SCHEMAS },
	{ "items", APPLICATOR, KEYWORD_SCHEMA },
	{ "contains", APPLICATOR, KEYWORD_SCHEMA },
	{ "additionalProperties", APPLICATOR, KEYWORD_SCHEMA },
	{ "properties", APPLICATOR, KEYWORD_SCHEMA_MAP },
	{ "patternProperties", APPLICATOR, KEYWORD_PATTERN_MAP },
	{ "dependentSchemas", APPLICATOR, KEYWORD_SCHEMA_MAP },
	{ "propertyNames", APPLICATOR, KEYWORD_SCHEMA },
	{ "if", APPLICATOR, KEYWORD_SCHEMA },
	{ "then", APPLICATOR, KEYWORD_SCHEMA },
	{ "else", APPLICATOR, KEYWORD_SCHEMA },
	{ "allOf", APPLICATOR, KEYWORD_SCHEMAS },
	{ "anyOf", APPLICATOR, KEYWORD_SCHEMAS },
	{ "oneOf", APPLICATOR, KEYWORD_SCHEMAS },
	{ "not", APPLICATOR, KEYWORD_SCHEMA },
	{ "unevaluatedItems", VOCABULARY_UNEVALUATED, KEYWORD_SCHEMA },
	{ "unevaluatedProperties", VOCABULARY_UNEVALUATED, KEYWORD_SCHEMA },
	{ "type", VALIDATION, KEYWORD_TYPES },
	{ "const", VALIDATION, KEYWORD_ANY },
	{ "enum", VALIDATION, KEYWORD_ARRAY },
	{ "multipleOf", VALIDATION, KEYWORD_POSITIVE },
	{ "maximum", VALIDATION, KEYWORD_NUMBER },
	{ "exclusiveMaximum", VALIDATION, KEYWORD_NUMBER },
	{ "minimum", VALIDATION, KEYWORD_NUMBER },
	{ "exclusiveMinimum", VALIDATION, KEYWORD_NUMBER },
	{ "maxLength", VALIDATION, KEYWORD_COUNT },
	{ "minLength", VALIDATION, KEYWORD_COUNT },
	{ "pattern", VALIDATION, KEYWORD_REGEX },
	{ "maxItems", VALIDATION, KEYWORD_COUNT },
	{ "minItems", VALIDATION, KEYWORD_COUNT },
	{ "uniqueItems", VALIDATION, KEYWORD_BOOLEAN },
	{ "maxContains", VALIDATION, KEYWORD_COUNT },
	{ "minContains", VALIDATION, KEYWORD_COUNT },
	{ "maxProperties", VALIDATION, KEYWORD_COUNT },
	{ "minProperties", VALIDATION, KEYWORD_COUNT },
	{ "required", VALIDATION, KEYWORD_STRINGS },
	{ "dependentRequired", VALIDATION, KEYWORD_STRINGS_MAP },
	{ "title", META_DATA, KEYWORD_STRING },
	{ "description", META_DATA, KEYWORD_STRING },
	{ "default", META_DATA, KEYWORD_ANY },
	{ "deprecated", META_DATA, KEYWORD_BOOLEAN },
	{ "readOnly", META_DATA, KEYWORD_BOOLEAN },
	{ "writeOnly", META_DATA, KEYWORD_BOOLEAN },
	{ "examples", META_DATA, KEYWORD_ARRAY },
	{ "format", VOCABULARY_FORMAT, KEYWORD_STRING },
	{ "contentMediaType", VOCABULARY_CONTENT, KEYWORD_STRING },
	{ "contentEncoding", VOCABULARY_CONTENT, KEYWORD_STRING },
	{ "contentSchema", VOCABULARY_CONTENT, KEYWORD_SCHEMA },
	{ NULL, 0, 0 },
};

const struct keyword *schema_keyword(struct str name)
{
	for (const struct keyword *k = schema_keywords; k->name != NULL; k++) {
		if (str_is(name, k->name))
			return k;
	}
	return NULL;
}

static const char *const types[] = { "null", "boolean", "integer", "number", "string",
	"array", "object" };

#define TYPES (sizeof(types) / sizeof(*types))

unsigned schema_type_named(struct str name)
{
	for (unsigned i = 0; i < TYPES; i++) {
		if (str_is(name, types[i]))
			return 1u << i;
	}
	return 0;
}

const char *schema_type_name(unsigned bit)
{
	for (unsigned i = 0; i < TYPES; i++) {
		if (bit == 1u << i)
			return types[i];
	}
	return "";
}

static bool is_type(struct json *j, uint32_t n)
{
	return json_is(j, n, JSON_STRING) && schema_type_named(json_str(j, n)) != 0;
}

/* Whether each element is what `test` takes, and none stands there twice. */
static bool is_set(
	struct json *j, uint32_t array, bool (*test)(struct json *j, uint32_t n))
{
	struct keyset *seen;
	bool good = true;

	if (!json_is(j, array, JSON_ARRAY))
		return false;
	seen = keyset_new();
	keyset_clear(seen, j->node[array].count);
	for (uint32_t i = array + 1; good && i < j->node[array].next; i = j->node[i].next)
		good = test(j, i) && keyset_add(seen, json_str(j, i));
	keyset_free(seen);
	return good;
}

static bool is_string(struct json *j, uint32_t n)
{
	return json_is(j, n, JSON_STRING);
}

static bool is_strings(struct json *j, uint32_t n)
{
	return is_set(j, n, is_string);
}

static bool is_boolean(struct json *j, uint32_t n)
{
	return json_is(j, n, JSON_TRUE) || json_is(j, n, JSON_FALSE);
}

static bool is_schema(struct json *j, uint32_t n)
{
	return json_is(j, n, JSON_OBJECT) || is_boolean(j, n);
}

static bool is_array_of_schemas(struct json *j, uint32_t n)
{
	if (!json_is(j, n, JSON_ARRAY) || j->node[n].count == 0)
		return false;
	for (uint32_t i = n + 1; i < j->node[n].next; i = j->node[i].next) {
		if (!is_schema(j, i))
			return false;
	}
	return true;
}

static bool is_map_of(
	struct json *j, uint32_t n, bool (*test)(struct json *j, uint32_t n))
{
	if (!json_is(j, n, JSON_OBJECT))
		return false;
	for (uint32_t key = n + 1; key < j->node[n].next; key = j->node[key + 1].next) {
		if (!test(j, key + 1))
			return false;
	}
	return true;
}

/* Core 8.2.2 */
static bool is_anchor(struct json *j, uint32_t n)
{
	struct str s;

	if (!json_is(j, n, JSON_STRING))
		return false;
	s = json_str(j, n);
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool first = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
		bool other = (c >= '0' && c <= '9') || c == '-' || c == '.';

		if (!first && c != '_' && (i == 0 || !other))
			return false;
	}
	return s.n > 0;
}

/* Core 8.2.1: no fragment, but an empty one is let pass */
static bool is_id(struct json *j, uint32_t n)
{
	struct str s;
	const char *hash;

	if (!json_is(j, n, JSON_STRING))
		return false;
	s = json_str(j, n);
	hash = s.n > 0 ? memchr(s.p, '#', s.n) : NULL;
	return hash == NULL || hash == s.p + s.n - 1;
}

static bool is_positive(struct json *j, uint32_t n)
{
	struct decimal d, zero = { .small = true };

	if (!json_is(j, n, JSON_NUMBER))
		return false;
	d = decimal_of(json_raw(j, n));
	return decimal_compare(&d, &zero) > 0;
}

static bool is_count(struct json *j, uint32_t n)
{
	struct decimal d;
	uint32_t count;

	if (!json_is(j, n, JSON_NUMBER))
		return false;
	d = decimal_of(json_raw(j, n));
	return decimal_count(&d, &count);
}

static bool is_types(struct json *j, uint32_t n)
{
	return is_type(j, n) || (is_set(j, n, is_type) && j->node[n].count > 0);
}

static bool is_any(struct json *j, uint32_t n)
{
	(void)j;
	return n != JSON_NONE;
}

static bool is_array(struct json *j, uint32_t n)
{
	return json_is(j, n, JSON_ARRAY);
}

static bool is_number(struct json *j, uint32_t n)
{
	return json_is(j, n, JSON_NUMBER);
}

static bool is_schema_map(struct json *j, uint32_t n)
{
	return is_map_of(j, n, is_schema);
}

static bool is_vocabularies(struct json *j, uint32_t n)
{
	return is_map_of(j, n, is_boolean);
}

static bool is_strings_map(struct json *j, uint32_t n)
{
	return is_map_of(j, n, is_strings);
}

static const struct {
	bool (*test)(struct json *j, uint32_t n);
	const char *words;
} kinds[] = {
	[KEYWORD_SCHEMA] = { is_schema, "a schema: an object, true or false" },
	[KEYWORD_SCHEMAS] = { is_array_of_schemas, "an array of schemas, not empty" },
	[KEYWORD_SCHEMA_MAP] = { is_schema_map, "an object of schemas" },
	[KEYWORD_PATTERN_MAP] = { is_schema_map, "an object of schemas" },
	[KEYWORD_ANY] = { is_any, "a value" },
	[KEYWORD_BOOLEAN] = { is_boolean, "true or false" },
	[KEYWORD_STRING] = { is_string, "a string" },
	[KEYWORD_URI_REFERENCE] = { is_string, "a URI reference" },
	[KEYWORD_URI] = { is_string, "a URI" },
	[KEYWORD_ID] = { is_id, "a URI reference without a fragment" },
	[KEYWORD_ANCHOR] = { is_anchor, "a name: [A-Za-z_][A-Za-z0-9._-]*" },
	[KEYWORD_VOCABULARIES] = { is_vocabularies, "an object of true and false" },
	[KEYWORD_TYPES] = { is_types,
		"null, boolean, integer, number, string, array, object, or an array "
		"of these, none twice" },
	[KEYWORD_NUMBER] = { is_number, "a number" },
	[KEYWORD_POSITIVE] = { is_positive, "a number above 0" },
	[KEYWORD_COUNT] = { is_count, "an integer from 0" },
	[KEYWORD_ARRAY] = { is_array, "an array" },
	[KEYWORD_STRINGS] = { is_strings, "an array of strings, none twice" },
	[KEYWORD_STRINGS_MAP] = { is_strings_map,
		"an object of arrays of strings, none twice" },
	[KEYWORD_REGEX] = { is_string, "a regular expression" },
};

bool schema_keyword_takes(
	const struct keyword *k, struct json *j, uint32_t value, struct err *e)
{
	if (kinds[k->kind].test(j, value))
		return true;
	if (strcmp(k->name, "items") == 0 && json_is(j, value, JSON_ARRAY))
		return err_set(e,
			"must be a schema: the list of draft-07 is "
			"prefixItems in 2020-12");
	return err_set(e, "must be %s", kinds[k->kind].words);
}
