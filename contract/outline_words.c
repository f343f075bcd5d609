/* SPDX-License-Identifier: MIT */
#include "contract/outline_words.h"
#include "base/text.h"

#define VALUE_BYTES 32 /* of a value that is shown as it stands */
#define LISTED 4       /* values of an `enum` */
#define SHOWN 3        /* keywords behind the type */

static const struct {
	unsigned types;
	const char *name;
} names[] = {
	{ TYPE_STRING, "string" },
	{ TYPES_NUMBER, "number" },
	{ TYPE_WHOLE, "integer" },
	{ TYPE_FRACTION, "a fraction" },
	{ TYPE_BOOLEAN, "boolean" },
	{ TYPE_OBJECT, "object" },
	{ TYPE_ARRAY, "array" },
	{ TYPE_NULL, "null" },
};

/* What says most about a value, in this order. */
static const char *const telling[] = { "const", "enum", "format", "pattern", "minimum",
	"exclusiveMinimum", "maximum", "exclusiveMaximum", "minLength", "maxLength",
	"minItems", "maxItems", "anyOf", "oneOf", "allOf", "not", "$ref", NULL };

static void type_words(struct buf *out, unsigned types)
{
	const char *between = "";

	if (types == 0)
		buf_str(out, "none");
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if ((types & names[i].types) != names[i].types)
			continue;
		buf_fmt(out, "%s%s", between, names[i].name);
		between = " or ";
		types &= ~names[i].types;
	}
}

static void value_words(struct buf *out, struct json *j, uint32_t n)
{
	bool text = json_is(j, n, JSON_STRING);
	struct str s = text ? json_str(j, n) : json_raw(j, n);
	bool cut = s.n > VALUE_BYTES;

	if (json_is(j, n, JSON_ARRAY)) {
		buf_fmt(out, "%u of them", j->node[n].count);
		return;
	}
	if (json_is(j, n, JSON_OBJECT)) {
		buf_str(out, "{...}");
		return;
	}
	buf_slice(out, cut ? text_head(s, VALUE_BYTES - 3) : s);
	if (cut)
		buf_str(out, "...");
}

static bool is_short_list(const struct json *j, uint32_t n)
{
	if (!json_is(j, n, JSON_ARRAY) || j->node[n].count > LISTED)
		return false;
	for (uint32_t i = n + 1; i < j->node[n].next; i = j->node[i].next) {
		if (json_is(j, i, JSON_ARRAY) || json_is(j, i, JSON_OBJECT))
			return false;
	}
	return true;
}

static void one_keyword(struct buf *out, struct json *j, const char *name, uint32_t n)
{
	buf_fmt(out, "%s: ", name);
	if (!is_short_list(j, n)) {
		value_words(out, j, n);
		return;
	}
	for (uint32_t i = n + 1; i < j->node[n].next; i = j->node[i].next) {
		if (i > n + 1)
			buf_str(out, " | ");
		value_words(out, j, i);
	}
}

/* The first `most` of these keywords that it has; how many there were. */
static unsigned keyword_words(struct buf *out, struct outline o, const char *const *list,
	unsigned most, bool first)
{
	unsigned found = 0;

	for (; *list != NULL; list++) {
		uint32_t n = outline_keyword(o, *list);

		if (n == JSON_NONE || ++found > most)
			continue;
		if (!first || found > 1)
			buf_str(out, ", ");
		one_keyword(out, o.doc->j, *list, n);
	}
	return found;
}

void outline_type_words(struct buf *out, unsigned types)
{
	if (types == TYPES_ALL) {
		buf_str(out, "anything");
		return;
	}
	buf_str(out, "{type: ");
	type_words(out, types);
	buf_char(out, '}');
}

void outline_words(struct buf *out, struct outline o, bool null)
{
	unsigned types = outline_types(o) | (null ? TYPE_NULL : 0);
	bool typed = types != TYPES_ALL;

	if (o.n == OUTLINE_ANYTHING || o.n == OUTLINE_NOTHING) {
		buf_str(out,
			o.n == OUTLINE_ANYTHING ? "anything"
				: null          ? "{type: null}"
						: "nothing");
		return;
	}
	buf_char(out, '{');
	if (typed) {
		buf_str(out, "type: ");
		type_words(out, types);
	}
	if (keyword_words(out, o, telling, SHOWN, !typed) > SHOWN)
		buf_str(out, ", ...");
	buf_char(out, '}');
	if (null && (outline_types(o) & TYPE_NULL))
		buf_str(out, " or null"); /* which its type does not tell */
}

void outline_keyword_words(
	struct buf *out, struct outline o, bool null, const char *const *list)
{
	size_t start = out->len;

	buf_char(out, '{');
	if (keyword_words(out, o, list, UINT32_MAX, true) == 0) {
		out->len = start;
		outline_type_words(out, outline_types(o) | (null ? TYPE_NULL : 0));
		return;
	}
	buf_char(out, '}');
}
