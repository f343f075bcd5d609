/* SPDX-License-Identifier: MIT */
/*
 * A read-only view of JSON text: one flat array of nodes over the bytes, no
 * allocation per value, each value with its byte range. The text is not
 * copied and must outlive the view.
 *
 * Accepts RFC 8259 in UTF-8, and refuses what docs/PROTOCOL.md ("Events") refuses:
 * duplicate keys (compared after unescaping), invalid UTF-8, lone surrogates
 * (raw or escaped), a number with a fraction or exponent that is no finite
 * double, a byte order mark, bytes behind the value, nesting deeper than
 * asked. Integers may have any length and \u0000 is a valid character.
 *
 * Nodes stand in document order. An object's node is followed by its first
 * key (a string node), that key's value with its whole subtree, the next key,
 * and so on; an array's by its elements. `next` of a node is the index behind
 * its subtree, so siblings are walked with i = node[i].next.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

enum json_type {
	JSON_NULL,
	JSON_FALSE,
	JSON_TRUE,
	JSON_NUMBER,
	JSON_STRING,
	JSON_ARRAY,
	JSON_OBJECT
};

#define JSON_NONE UINT32_MAX /* "no such node" */

struct json_node {
	uint32_t start, end; /* the value's bytes are text[start..end) */
	uint32_t next;       /* index of the node behind this value */
	uint32_t count;      /* object: members, array: elements, else private */
	uint8_t type;        /* enum json_type */
	uint8_t escaped;     /* string: holds at least one backslash */
	uint8_t integer;     /* number: no fraction and no exponent */
	uint8_t spare;
};

struct json {
	const char *text;
	size_t len;
	struct json_node *node; /* node[0] is the root */
	uint32_t count;
	/* private */
	size_t cap;
	struct buf scratch;
	struct keyset *keys;
};

/* A zeroed struct json is ready for json_read(), and may be read into again. */
void json_fini(struct json *j);

/*
 * Reads `text` into `j`, reusing its memory. `max_depth` counts containers
 * (`[[]]` is 2 deep). At most 2^32-2 bytes. On failure says what and at which
 * byte, e.g. "duplicate key \"a\" at byte 17", with foreign text cleaned; the
 * view is then empty.
 */
bool json_read(
	struct json *j, const char *text, size_t len, unsigned max_depth, struct err *e);

/*
 * For people, who have the text in an editor: "... at byte 17" of the reason, where a
 * text could not be read, becomes "... at line 2, column 5", in characters.
 */
void json_err_line(struct err *e, struct str text);

static inline enum json_type json_type(const struct json *j, uint32_t n)
{
	return (enum json_type)j->node[n].type;
}

static inline bool json_is(const struct json *j, uint32_t n, enum json_type t)
{
	return n != JSON_NONE && j->node[n].type == t;
}

/* The bytes of a value as they stand in the text: strings with their quotes. */
static inline struct str json_raw(const struct json *j, uint32_t n)
{
	return (struct str){ j->text + j->node[n].start,
		j->node[n].end - j->node[n].start };
}

/* The value of member `name` of object `n`; JSON_NONE if none, or no object. */
uint32_t json_member(const struct json *j, uint32_t n, const char *name);
uint32_t json_find(const struct json *j, uint32_t n, struct str name);
/* Element `i` of array `n`, or JSON_NONE. */
uint32_t json_element(const struct json *j, uint32_t n, uint32_t i);
/*
 * The value at RFC 6901 pointer `p` below `n` ("" is `n` itself), or JSON_NONE.
 */
uint32_t json_pointer(const struct json *j, uint32_t n, struct str p);

struct str json_str_escaped(struct json *j, uint32_t n); /* for json_str() */
/*
 * A string node's characters, unescaped. Without escapes a slice of the text;
 * else a slice that lives until the next json_read() or json_fini() of `j`.
 */
static inline struct str json_str(struct json *j, uint32_t n)
{
	const struct json_node *node = &j->node[n];

	if (node->type == JSON_STRING && !node->escaped)
		return (struct str){ j->text + node->start + 1,
			node->end - node->start - 2 };
	return json_str_escaped(j, n);
}

/*
 * A number for a key, made of its characters: equal keys have equal marks, others
 * seldom. json_mark() is that of any text.
 */
uint32_t json_mark(struct str text);
static inline uint32_t json_key_mark(struct json *j, uint32_t key)
{
	const struct json_node *n = &j->node[key];

	if (!n->escaped && n->count != 0)
		return n->count;
	return json_mark(json_str(j, key)); /* of many keys the reader makes none */
}

/* Whether string node `n` unescapes to `z`. False for other types and JSON_NONE. */
bool json_string_is(const struct json *j, uint32_t n, const char *z);

/* A number's value. Integers too long for a double's range give ±HUGE_VAL. */
double json_number(const struct json *j, uint32_t n);
/* True and the value if `n` is a number with integer syntax that fits. */
bool json_int(const struct json *j, uint32_t n, int64_t *value);

/* Adds the text of `n` without white space between tokens; other bytes stay. */
void json_compact(struct buf *out, const struct json *j, uint32_t n);

#endif
