/* SPDX-License-Identifier: MIT */
/*
 * The metaschema of 2020-12 and its vocabularies (Core 8.1, Validation appendix),
 * written from the table of keywords: which there are and what each may be given.
 */
#include "base/json_out.h"
#include "contract/schema_own.h"

#define ROOT "https://json-schema.org/draft/2020-12/"

const char schema_dialect[] = ROOT "schema";

static const struct {
	const char *name;
	enum vocabulary bit;
} vocabularies[] = {
	{ "core", VOCABULARY_CORE },
	{ "applicator", VOCABULARY_APPLICATOR },
	{ "unevaluated", VOCABULARY_UNEVALUATED },
	{ "validation", VOCABULARY_VALIDATION },
	{ "meta-data", VOCABULARY_META_DATA },
	{ "format-annotation", VOCABULARY_FORMAT },
	{ "content", VOCABULARY_CONTENT },
	{ "format-assertion", VOCABULARY_FORMAT_ASSERTION },
};

#define COUNT (sizeof(vocabularies) / sizeof(*vocabularies))
#define STANDARD (COUNT - 1) /* all but the last */

/* What a keyword may be given, as a schema. */
#define SCHEMA "{\"$dynamicRef\":\"#meta\"}"
#define STRINGS                                                                          \
	"{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"uniqueItems\":true}"
#define MAP_OF(schema) "{\"type\":\"object\",\"additionalProperties\":" schema "}"
#define TYPE_NAMES                                                                       \
	"{\"enum\":[\"array\",\"boolean\",\"integer\",\"null\",\"number\",\"object\","   \
	"\"string\"]}"

static const char *const kinds[] = {
	[KEYWORD_SCHEMA] = SCHEMA,
	[KEYWORD_SCHEMAS] = "{\"type\":\"array\",\"minItems\":1,\"items\":" SCHEMA "}",
	[KEYWORD_SCHEMA_MAP] = MAP_OF(SCHEMA),
	[KEYWORD_PATTERN_MAP] = "{\"type\":\"object\",\"additionalProperties\":" SCHEMA
				",\"propertyNames\":{\"format\":\"regex\"}}",
	[KEYWORD_ANY] = "true",
	[KEYWORD_BOOLEAN] = "{\"type\":\"boolean\"}",
	[KEYWORD_STRING] = "{\"type\":\"string\"}",
	[KEYWORD_URI_REFERENCE] = "{\"type\":\"string\",\"format\":\"uri-reference\"}",
	[KEYWORD_URI] = "{\"type\":\"string\",\"format\":\"uri\"}",
	[KEYWORD_ID] = "{\"type\":\"string\",\"format\":\"uri-reference\","
		       "\"pattern\":\"^[^#]*#?$\"}",
	[KEYWORD_ANCHOR] = "{\"type\":\"string\","
			   "\"pattern\":\"^[A-Za-z_][-A-Za-z0-9._]*$\"}",
	[KEYWORD_VOCABULARIES] = "{\"type\":\"object\",\"additionalProperties\":"
				 "{\"type\":\"boolean\"},\"propertyNames\":"
				 "{\"type\":\"string\",\"format\":\"uri\"}}",
	[KEYWORD_TYPES] =
		"{\"anyOf\":[" TYPE_NAMES ",{\"type\":\"array\",\"items\":" TYPE_NAMES
		",\"minItems\":1,\"uniqueItems\":true}]}",
	[KEYWORD_NUMBER] = "{\"type\":\"number\"}",
	[KEYWORD_POSITIVE] = "{\"type\":\"number\",\"exclusiveMinimum\":0}",
	[KEYWORD_COUNT] = "{\"type\":\"integer\",\"minimum\":0}",
	[KEYWORD_ARRAY] = "{\"type\":\"array\",\"items\":true}",
	[KEYWORD_STRINGS] = STRINGS,
	[KEYWORD_STRINGS_MAP] = MAP_OF(STRINGS),
	[KEYWORD_REGEX] = "{\"type\":\"string\",\"format\":\"regex\"}",
};

static void add_used(struct buf *b, size_t i)
{
	buf_fmt(b, "\"%svocab/%s\":true", ROOT, vocabularies[i].name);
}

static void add_vocabulary(struct buf *b, size_t i)
{
	bool first = true;

	buf_fmt(b, "{\"$schema\":\"%s\",\"$id\":\"%smeta/%s\",\"$vocabulary\":{",
		schema_dialect, ROOT, vocabularies[i].name);
	add_used(b, i);
	buf_str(b,
		"},\"$dynamicAnchor\":\"meta\",\"type\":[\"object\",\"boolean\"],"
		"\"properties\":{");
	for (const struct keyword *k = schema_keywords; k->name != NULL; k++) {
		bool of_format = k->vocabulary == VOCABULARY_FORMAT &&
			vocabularies[i].bit == VOCABULARY_FORMAT_ASSERTION;

		if (k->vocabulary != vocabularies[i].bit && !of_format)
			continue;
		buf_fmt(b, "%s\"%s\":%s", first ? "" : ",", k->name, kinds[k->kind]);
		first = false;
	}
	buf_str(b, "}}");
}

static void add_metaschema(struct buf *b)
{
	buf_fmt(b, "{\"$schema\":\"%s\",\"$id\":\"%s\",\"$vocabulary\":{", schema_dialect,
		schema_dialect);
	for (size_t i = 0; i < STANDARD; i++) {
		buf_str(b, i > 0 ? "," : "");
		add_used(b, i);
	}
	buf_str(b, "},\"$dynamicAnchor\":\"meta\",\"allOf\":[");
	for (size_t i = 0; i < STANDARD; i++)
		buf_fmt(b, "%s{\"$ref\":\"meta/%s\"}", i > 0 ? "," : "",
			vocabularies[i].name);
	/* what earlier drafts had under other names */
	buf_str(b,
		"],\"type\":[\"object\",\"boolean\"],\"properties\":{"
		"\"definitions\":" MAP_OF(
			SCHEMA) ",\"dependencies\":{\"type\":\"object\","
				"\"additionalProperties\":{\"anyOf\":[" SCHEMA "," STRINGS
				"]}}}}");
}

bool schema_meta(struct str uri, struct buf *text)
{
	struct buf one = { 0 };
	bool found = str_is(uri, schema_dialect);

	if (found)
		add_metaschema(text);
	for (size_t i = 0; i < COUNT && !found; i++) {
		buf_reset(&one);
		buf_fmt(&one, "%smeta/%s", ROOT, vocabularies[i].name);
		found = str_eq(uri, buf_view(&one));
		if (found)
			add_vocabulary(text, i);
	}
	buf_fini(&one);
	return found;
}

unsigned schema_vocabulary(struct str uri)
{
	static const char prefix[] = ROOT "vocab/";

	if (!str_starts(uri, prefix))
		return 0;
	uri = str_skip(uri, sizeof(prefix) - 1);
	for (size_t i = 0; i < COUNT; i++) {
		if (str_is(uri, vocabularies[i].name))
			return vocabularies[i].bit;
	}
	return 0;
}
