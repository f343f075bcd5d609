/* SPDX-License-Identifier: MIT */
/*
 * The reader goes once over the bytes, without recursion: the containers that
 * are still open form a chain through their nodes. Until a container is
 * closed its `next` is the one around it, its `count` the items so far, and
 * its `end` a filter of the keys seen. A key's `count` is its key_mark().
 *
 * An escaped string's `count` is 0, or 1 plus the place of its unescaped form
 * in `scratch`: four bytes of length, then the characters. An escape, the
 * quotes and the comma or bracket behind a string are at least those four
 * bytes longer than what they stand for, so `scratch` is made as large as the
 * text before the first string goes in, and never moves.
 */
#include "base/json.h"

#include <assert.h>
#include <endian.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_lex.h"
#include "base/keyset.h"
#include "base/mem.h"
#include "base/text.h"

#define FEW_KEYS 32 /* up to here keys are compared one with another */

/* Of a key in an error: columns, and bytes that have more columns than those. */
#define SHOWN_COLUMNS 40
#define SHOWN_BYTES 1000

struct reader {
	struct json *j;
	const char *end;
	uint32_t open;  /* the innermost open container, or JSON_NONE */
	unsigned depth; /* containers open */
	unsigned max_depth;
	struct err *e;
};

void json_fini(struct json *j)
{
	free(j->node);
	buf_fini(&j->scratch);
	keyset_free(j->keys);
	*j = (struct json){ 0 };
}

/* Errors. All return NULL, so that a reading function can return them. */

static const char *fail(struct reader *r, const char *at, const char *what)
{
	err_set(r->e, "%s at byte %zu", what, (size_t)(at - r->j->text));
	return NULL;
}

/* "WHAT "FOREIGN" at byte N" */
static const char *fail_on(
	struct reader *r, const char *at, const char *what, struct str foreign)
{
	struct buf clean = { 0 }, cut = { 0 };

	if (foreign.n > SHOWN_BYTES)
		foreign.n = SHOWN_BYTES;
	text_clean(&clean, foreign);
	text_cut(&cut, buf_view(&clean), SHOWN_COLUMNS);
	if (cut.len > SHOWN_BYTES / 4) { /* marks on everything */
		buf_reset(&cut);
		text_cut(&cut, buf_view(&clean), SHOWN_COLUMNS / 4);
	}
	err_set(r->e, "%s \"%.*s\" at byte %zu", what, STR_ARG(buf_view(&cut)),
		(size_t)(at - r->j->text));
	buf_fini(&clean);
	buf_fini(&cut);
	return NULL;
}

/* "WHAT, but the text ends at byte N" or "WHAT, not "x" at byte N" */
static const char *fail_expected(struct reader *r, const char *at, const char *what)
{
	char text[64];
	uint32_t c;
	size_t n = utf8_decode(at, (size_t)(r->end - at), &c);

	snprintf(text, sizeof(text), "%s, %s", what,
		at == r->end ? "but the text ends" : "not");
	if (at == r->end)
		return fail(r, at, text);
	return fail_on(r, at, text, (struct str){ at, n > 0 ? n : 1 });
}

/* What stands between the quotes. */
static struct str inside(const struct json *j, uint32_t n)
{
	struct str s = json_raw(j, n);

	return (struct str){ s.p + 1, s.n - 2 };
}

static void keep_unescaped(struct json *j, uint32_t n)
{
	struct buf *b = &j->scratch;
	uint32_t len;
	char *to;

	if (b->len == 0)
		buf_room(b, j->len + sizeof(len));
	j->node[n].count = (uint32_t)b->len + 1;
	to = b->data + b->len;
	len = (uint32_t)lex_unescape(inside(j, n), to + sizeof(len));
	memcpy(to, &len, sizeof(len));
	b->len += sizeof(len) + len;
	assert(b->len < b->cap);
}

struct str json_str_escaped(struct json *j, uint32_t n)
{
	const char *kept;
	uint32_t len;

	assert(json_is(j, n, JSON_STRING));
	if (j->node[n].count == 0)
		keep_unescaped(j, n);
	kept = j->scratch.data + j->node[n].count - 1;
	memcpy(&len, kept, sizeof(len));
	return (struct str){ kept + sizeof(len), len };
}

/* Keys: is one there twice? */

static bool fail_duplicate(struct reader *r, uint32_t key)
{
	fail_on(r, r->j->text + r->j->node[key].start, "duplicate key",
		json_str(r->j, key));
	return false;
}

/* Of an object with more than FEW_KEYS, when it is closed. */
static bool keys_differ(struct reader *r, uint32_t object)
{
	struct json *j = r->j;
	uint32_t key = object + 1;

	if (j->keys == NULL)
		j->keys = keyset_new();
	keyset_clear(j->keys, j->node[object].count);
	for (uint32_t i = 0; i < j->node[object].count; i++) {
		if (!keyset_add(j->keys, json_str(j, key)))
			return fail_duplicate(r, key);
		key = j->node[key + 1].next;
	}
	return true;
}

/*
 * Equal keys have equal marks, and others seldom: it is made of the first
 * eight bytes, the last and the length. Up to `end` bytes may be read.
 */
static inline uint32_t key_mark(struct str key, const char *end)
{
	uint64_t word = 0;

	if (end - key.p >= 8) {
		memcpy(&word, key.p, 8);
		word = le64toh(word);
		if (key.n < 8)
			word &= (UINT64_C(1) << 8 * key.n) - 1;
	} else {
		for (size_t i = 0; i < key.n; i++)
			word |= (uint64_t)(unsigned char)key.p[i] << 8 * i;
	}
	if (key.n > 8)
		word ^= (uint64_t)key.n << 32 ^ (unsigned char)key.p[key.n - 1];
	return (uint32_t)(word * UINT64_C(0x9e3779b97f4a7c15) >> 32);
}

static bool key_is_new_among(
	struct reader *r, uint32_t key, struct str name, uint32_t mark)
{
	struct json *j = r->j;

	for (uint32_t k = r->open + 1; k != key; k = j->node[k + 1].next)
		if ((j->node[k].count == mark || j->node[k].escaped) &&
			str_eq(json_str(j, k), name))
			return fail_duplicate(r, key);
	return true;
}

/* Looks at key `key` of the open object. Above FEW_KEYS that waits. */
static inline bool check_key(struct reader *r, uint32_t key)
{
	struct json_node *object = &r->j->node[r->open], *node = &r->j->node[key];
	struct str name;
	uint32_t mark, bit;

	if (object->count > FEW_KEYS)
		return true;
	if (node->escaped) {
		name = json_str(r->j, key);
		mark = key_mark(name, name.p + name.n);
	} else {
		name = inside(r->j, key);
		mark = node->count = key_mark(name, r->end);
	}
	bit = UINT32_C(1) << (mark >> 27);
	if ((object->end & bit) != 0 && !key_is_new_among(r, key, name, mark))
		return false;
	object->end |= bit;
	return true;
}

uint32_t json_mark(struct str text)
{
	return key_mark(text, text.p + text.n);
}

/* Numbers. */

static inline struct json_node *add_node(
	struct reader *r, enum json_type type, const char *start, const char *end)
{
	struct json *j = r->j;
	struct json_node *n;

	if (j->count == j->cap)
		xgrow(&j->node, &j->cap, (size_t)j->count + 1, sizeof(*j->node));
	n = &j->node[j->count++];
	*n = (struct json_node){ .start = (uint32_t)(start - j->text),
		.end = (uint32_t)(end - j->text),
		.next = j->count,
		.type = (uint8_t)type };
	return n;
}

/* At least one digit, or NULL. */
static const char *need_digits(struct reader *r, const char *p)
{
	const char *end = lex_digits(p, r->end);

	return end > p ? end : fail_expected(r, p, "expected a digit");
}

/* The fraction and the exponent, where there are any. */
static const char *read_fraction(struct reader *r, const char *p)
{
	if (p < r->end && *p == '.')
		p = need_digits(r, p + 1);
	if (p != NULL && p < r->end && (*p | 0x20) == 'e') {
		p++;
		p += p < r->end && (*p == '+' || *p == '-');
		p = need_digits(r, p);
	}
	return p;
}

static const char *read_number(struct reader *r, const char *start)
{
	const char *p = start + (*start == '-'), *whole;

	p = whole = p < r->end && *p == '0' ? p + 1 : need_digits(r, p);
	if (p == NULL || (p = read_fraction(r, p)) == NULL)
		return NULL;
	if (p != whole && !lex_is_finite((struct str){ start, (size_t)(p - start) }))
		return fail(r, start, "a number beyond a finite double");
	add_node(r, JSON_NUMBER, start, p)->integer = p == whole;
	return p;
}

/* Strings. */

/* Behind the characters outside ASCII that begin at `p`. */
static const char *read_beyond_ascii(struct reader *r, const char *p)
{
	while (p < r->end && (unsigned char)*p >= 0x80) {
		uint32_t c;
		size_t n = utf8_decode(p, (size_t)(r->end - p), &c);

		if (n == 0)
			return fail(r, p, "invalid UTF-8");
		p += n;
	}
	return p;
}

/* Behind what is at `p`, which is no plain character and no quote. */
static const char *read_special(struct reader *r, const char *p)
{
	uint32_t c;
	size_t n;

	if (p == r->end)
		return fail(r, p, "the text ends inside a string");
	if ((unsigned char)*p >= 0x80)
		return read_beyond_ascii(r, p);
	if (*p != '\\')
		return fail(r, p, "a control character inside a string");
	n = lex_escape(p, r->end, &c);
	return n > 0 ? p + n : fail(r, p, "no valid escape");
}

static inline const char *read_string(struct reader *r, const char *start)
{
	const char *p = lex_plain(start + 1, r->end);
	bool escaped = false;

	while (p == r->end || *p != '"') {
		escaped |= p < r->end && *p == '\\';
		p = read_special(r, p);
		if (p == NULL)
			return NULL;
		p = lex_plain(p, r->end);
	}
	add_node(r, JSON_STRING, start, p + 1)->escaped = escaped;
	return p + 1;
}

/* Values. */

static const char *read_word(
	struct reader *r, const char *p, const char *word, enum json_type type)
{
	size_t n = strlen(word);

	if ((size_t)(r->end - p) < n || memcmp(p, word, n) != 0)
		return fail_expected(r, p, "expected a value");
	add_node(r, type, p, p + n);
	return p + n;
}

/* Makes the container that begins at `p` the open one. */
static const char *open_container(struct reader *r, const char *p)
{
	if (r->depth == r->max_depth) {
		err_set(r->e, "nested deeper than %u at byte %zu", r->max_depth,
			(size_t)(p - r->j->text));
		return NULL;
	}
	r->depth++;
	add_node(r, *p == '{' ? JSON_OBJECT : JSON_ARRAY, p, r->j->text)->next = r->open;
	r->open = r->j->count - 1;
	return lex_spaces(p + 1, r->end);
}

/* `p` is at the closing bracket of the open container. */
static const char *close_container(struct reader *r, const char *p)
{
	struct json_node *n = &r->j->node[r->open];
	uint32_t closed = r->open;

	r->open = n->next;
	r->depth--;
	n->end = (uint32_t)(p + 1 - r->j->text);
	n->next = r->j->count;
	if (n->type == JSON_OBJECT && n->count > FEW_KEYS && !keys_differ(r, closed))
		return NULL;
	return p + 1;
}

static inline const char *read_value(struct reader *r, const char *p)
{
	if (p == r->end)
		return fail_expected(r, p, "expected a value");
	switch (*p) {
	case '"':
		return read_string(r, p);
	case '{':
	case '[':
		return open_container(r, p);
	case 'n':
		return read_word(r, p, "null", JSON_NULL);
	case 'f':
		return read_word(r, p, "false", JSON_FALSE);
	case 't':
		return read_word(r, p, "true", JSON_TRUE);
	default:
		if (*p == '-' || lex_is_digit(*p))
			return read_number(r, p);
		return fail_expected(r, p, "expected a value");
	}
}

/* A key and its colon, up to where the value begins. */
static inline const char *read_key(struct reader *r, const char *p)
{
	uint32_t key = r->j->count;

	if (p == r->end || *p != '"')
		return fail_expected(r, p, "expected a key");
	p = read_string(r, p);
	if (p == NULL || !check_key(r, key))
		return NULL;
	p = lex_spaces(p, r->end);
	if (p == r->end || *p != ':')
		return fail_expected(r, p, "expected a colon");
	return lex_spaces(p + 1, r->end);
}

/* What follows in the open container: its end, or one more item. */
static inline const char *read_next(struct reader *r, const char *p)
{
	struct json_node *n = &r->j->node[r->open];
	bool object = n->type == JSON_OBJECT;

	p = lex_spaces(p, r->end);
	if (p < r->end && *p == (object ? '}' : ']'))
		return close_container(r, p);
	if (n->count > 0) {
		if (p == r->end || *p != ',')
			return fail_expected(
				r, p, object ? "expected , or }" : "expected , or ]");
		p = lex_spaces(p + 1, r->end);
	}
	n->count++;
	if (object)
		p = read_key(r, p);
	return p != NULL ? read_value(r, p) : NULL;
}

static bool read_text(struct reader *r)
{
	const char *p = r->j->text;

	if (r->j->len >= UINT32_MAX)
		return err_set(r->e, "the text is longer than 4 GiB");
	if (r->j->len >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
		return fail(r, p, "a byte order mark") != NULL;
	p = read_value(r, lex_spaces(p, r->end));
	while (p != NULL && r->open != JSON_NONE)
		p = read_next(r, p);
	if (p == NULL)
		return false;
	p = lex_spaces(p, r->end);
	if (p != r->end)
		return fail_expected(r, p, "expected the end") != NULL;
	return true;
}

bool json_read(
	struct json *j, const char *text, size_t len, unsigned max_depth, struct err *e)
{
	struct reader r = { .j = j, .open = JSON_NONE, .max_depth = max_depth, .e = e };

	j->text = len > 0 ? text : "";
	j->len = len;
	j->count = 0;
	j->scratch.len = 0;
	r.end = j->text + len;
	if (read_text(&r))
		return true;
	j->count = 0;
	return false;
}

void json_err_line(struct err *e, struct str text)
{
	static const char mark[] = " at byte ";
	size_t line = 1, column = 1, at;
	char *found = NULL, *end;

	for (char *p = e->text; (p = strstr(p, mark)) != NULL; p++)
		found = p;
	if (found == NULL)
		return;
	at = strtoull(found + sizeof(mark) - 1, &end, 10);
	for (size_t i = 0; *end == '\0' && i < at && i < text.n; i++) {
		line += text.p[i] == '\n';
		column = text.p[i] == '\n'                          ? 1
			: ((unsigned char)text.p[i] & 0xc0) == 0x80 ? column
								    : column + 1;
	}
	if (*end == '\0')
		snprintf(found, sizeof(e->text) - (size_t)(found - e->text),
			" at line %zu, column %zu", line, column);
}

/* Looking things up. */

static bool string_is(const struct json *j, uint32_t n, struct str want)
{
	struct str s = inside(j, n);

	return j->node[n].escaped ? lex_unescapes_to(s, want) : str_eq(s, want);
}

bool json_string_is(const struct json *j, uint32_t n, const char *z)
{
	return json_is(j, n, JSON_STRING) && string_is(j, n, str_of(z));
}

uint32_t json_find(const struct json *j, uint32_t n, struct str name)
{
	uint32_t key = n + 1;

	if (!json_is(j, n, JSON_OBJECT))
		return JSON_NONE;
	for (uint32_t i = 0; i < j->node[n].count; i++) {
		if (string_is(j, key, name))
			return key + 1;
		key = j->node[key + 1].next;
	}
	return JSON_NONE;
}

uint32_t json_member(const struct json *j, uint32_t n, const char *name)
{
	return json_find(j, n, str_of(name));
}

uint32_t json_element(const struct json *j, uint32_t n, uint32_t i)
{
	uint32_t at = n + 1;

	if (!json_is(j, n, JSON_ARRAY) || i >= j->node[n].count)
		return JSON_NONE;
	while (i-- > 0)
		at = j->node[at].next;
	return at;
}

/* An array index by RFC 6901: no sign, no leading zero. */
static uint32_t find_element(const struct json *j, uint32_t n, struct str token)
{
	uint64_t i = 0;

	if (token.n < 1 || token.n > 10 || (token.n > 1 && token.p[0] == '0'))
		return JSON_NONE;
	for (size_t k = 0; k < token.n; k++) {
		if (!lex_is_digit(token.p[k]))
			return JSON_NONE;
		i = i * 10 + (uint64_t)(token.p[k] - '0');
	}
	return i < JSON_NONE ? json_element(j, n, (uint32_t)i) : JSON_NONE;
}

/* Writes a pointer's token with ~0 and ~1 undone; false if it has another ~. */
static bool untilde(struct buf *out, struct str token)
{
	for (size_t i = 0; i < token.n; i++) {
		char c = token.p[i];

		if (c == '~') {
			i++;
			if (i == token.n || (token.p[i] != '0' && token.p[i] != '1'))
				return false;
			c = token.p[i] == '0' ? '~' : '/';
		}
		buf_char(out, c);
	}
	return true;
}

static uint32_t find_token(const struct json *j, uint32_t n, struct str token)
{
	struct buf name = { 0 };
	uint32_t found = JSON_NONE;

	if (json_is(j, n, JSON_ARRAY))
		return find_element(j, n, token);
	if (token.n == 0 || memchr(token.p, '~', token.n) == NULL)
		return json_find(j, n, token);
	if (untilde(&name, token))
		found = json_find(j, n, buf_view(&name));
	buf_fini(&name);
	return found;
}

uint32_t json_pointer(const struct json *j, uint32_t n, struct str p)
{
	while (n != JSON_NONE && p.n > 0) {
		const char *slash;
		struct str token;

		if (p.p[0] != '/')
			return JSON_NONE;
		p = str_skip(p, 1);
		slash = p.n > 0 ? memchr(p.p, '/', p.n) : NULL;
		token = (struct str){ p.p, slash != NULL ? (size_t)(slash - p.p) : p.n };
		n = find_token(j, n, token);
		p = str_skip(p, token.n);
	}
	return n;
}

/* Values. */

double json_number(const struct json *j, uint32_t n)
{
	assert(json_is(j, n, JSON_NUMBER));
	return lex_number(json_raw(j, n));
}

bool json_int(const struct json *j, uint32_t n, int64_t *value)
{
	return json_is(j, n, JSON_NUMBER) && j->node[n].integer &&
		lex_int(json_raw(j, n), value);
}

/* The bytes from the string that begins at `p` up to behind its end. */
static const char *string_end(const char *p, const char *end)
{
	for (p = lex_plain(p + 1, end); *p != '"'; p = lex_plain(p, end))
		p += *p == '\\' ? 2 : 1;
	return p + 1;
}

void json_compact(struct buf *out, const struct json *j, uint32_t n)
{
	struct str s = json_raw(j, n);
	const char *p = s.p, *end = s.p + s.n;

	while (p < end) {
		const char *run = p = lex_spaces(p, end);

		while (p < end && !lex_is_space(*p))
			p = *p == '"' ? string_end(p, end) : p + 1;
		buf_add(out, run, (size_t)(p - run));
	}
}
