/* SPDX-License-Identifier: MIT */
/*
 * jansson as the judge of base/json.c: both accept the same texts and read
 * the same values. The exceptions, which base/json.h asks for:
 *
 *   integers of any length   jansson reads those that do not fit 64 bits as
 *                            doubles, and none beyond a double's range
 *   \u0000 in a key          jansson refuses it
 *   nesting                  JUDGE_DEPTH here; jansson counts to 2048
 *
 * and one that is a fault of jansson 2.14: behind a number or a word it loses
 * a raw NUL byte. A byte 01, as little allowed anywhere, goes to it instead.
 *
 * A text that may fall under one of the first two is judged once more with
 * just that replaced, so that an exception hides no other difference.
 */
#ifndef TESTS_JSON_JUDGE_H
#define TESTS_JSON_JUDGE_H

#include <stdlib.h>
#include <string.h>

/*
 * Names that jansson.h and base/json.h both use get another one for jansson.
 * Its macros json_is_...() name the wrong enum now: ask json_typeof().
 */
#define json_type jansson_type
#define JSON_NULL JANSSON_NULL
#define JSON_FALSE JANSSON_FALSE
#define JSON_TRUE JANSSON_TRUE
#define JSON_STRING JANSSON_STRING
#define JSON_ARRAY JANSSON_ARRAY
#define JSON_OBJECT JANSSON_OBJECT
#include <jansson.h>
#undef json_type
#undef JSON_NULL
#undef JSON_FALSE
#undef JSON_TRUE
#undef JSON_STRING
#undef JSON_ARRAY
#undef JSON_OBJECT

#include "base/json.h"
#include "base/mem.h"

#define JUDGE_DEPTH 64
#define JUDGE_FLAGS (JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL)

#define JUDGE_LONG 300 /* digits that may be too many for a double */

/* Of a text that jansson accepts. */
static unsigned judge_depth(struct str s)
{
	unsigned depth = 0, deepest = 0;
	bool quoted = false;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			quoted = !quoted;
		else if (quoted)
			i += s.p[i] == '\\';
		else if (s.p[i] == '[' || s.p[i] == '{')
			deepest = ++depth > deepest ? depth : deepest;
		else if (s.p[i] == ']' || s.p[i] == '}')
			depth--;
	}
	return deepest;
}

static json_t *judge_load(struct str s)
{
	char *copy = xmemdup(s.p, s.n);
	json_error_t e;
	json_t *v;

	for (size_t i = 0; i < s.n; i++)
		copy[i] += copy[i] == '\0';
	v = json_loadb(copy, s.n, JUDGE_FLAGS, &e);
	if (v == NULL && json_error_code(&e) == json_error_numeric_overflow)
		v = json_loadb(copy, s.n, JUDGE_FLAGS | JSON_DECODE_INT_AS_REAL, &e);
	free(copy);
	return v;
}

static bool judge_same(struct json *j, uint32_t n, json_t *v);

static bool judge_same_object(struct json *j, uint32_t n, json_t *v)
{
	uint32_t key = n + 1;
	void *i;

	if (j->node[n].type != JSON_OBJECT || j->node[n].count != json_object_size(v))
		return false;
	for (i = json_object_iter(v); i != NULL; i = json_object_iter_next(v, i)) {
		struct str name = { json_object_iter_key(i),
			json_object_iter_key_len(i) };

		if (!str_eq(json_str(j, key), name) || !json_string_is(j, key, name.p) ||
			!judge_same(j, key + 1, json_object_iter_value(i)))
			return false;
		key = j->node[key + 1].next;
	}
	return key == j->node[n].next;
}

static bool judge_same_array(struct json *j, uint32_t n, json_t *v)
{
	uint32_t at = n + 1;

	if (j->node[n].type != JSON_ARRAY || j->node[n].count != json_array_size(v))
		return false;
	for (size_t i = 0; i < json_array_size(v); i++) {
		if (!judge_same(j, at, json_array_get(v, i)))
			return false;
		at = j->node[at].next;
	}
	return at == j->node[n].next;
}

static bool judge_same_scalar(struct json *j, uint32_t n, json_t *v)
{
	int64_t i;

	switch (json_typeof(v)) {
	case JANSSON_STRING:
		return json_is(j, n, JSON_STRING) &&
			str_eq(json_str(j, n),
				(struct str){
					json_string_value(v), json_string_length(v) });
	case JSON_INTEGER:
		return json_int(j, n, &i) && i == json_integer_value(v);
	case JSON_REAL:
		return json_is(j, n, JSON_NUMBER) &&
			json_number(j, n) == json_real_value(v);
	case JANSSON_TRUE:
		return json_is(j, n, JSON_TRUE);
	case JANSSON_FALSE:
		return json_is(j, n, JSON_FALSE);
	default:
		return json_is(j, n, JSON_NULL);
	}
}

static bool judge_same(struct json *j, uint32_t n, json_t *v)
{
	if (json_typeof(v) == JANSSON_OBJECT)
		return judge_same_object(j, n, v);
	if (json_typeof(v) == JANSSON_ARRAY)
		return judge_same_array(j, n, v);
	return judge_same_scalar(j, n, v) && j->node[n].next == n + 1;
}

/* What the two disagree about, or NULL. `widened`: only we may accept it. */
static const char *judge_once(struct json *j, struct str s, bool widened)
{
	bool ours = json_read(j, s.p, s.n, JUDGE_DEPTH, NULL);
	json_t *v = judge_load(s);
	const char *verdict = NULL;

	if (v == NULL)
		verdict = ours && !widened ? "accepted, jansson refuses it" : NULL;
	else if (judge_depth(s) > JUDGE_DEPTH)
		verdict = ours ? "accepted, though too deep" : NULL;
	else if (!ours)
		verdict = "refused, jansson accepts it";
	else if (!judge_same(j, 0, v))
		verdict = "read as another value than jansson's";
	json_decref(v);
	return verdict;
}

static size_t judge_digits(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n;
}

/* A copy without \u0000 and long rows of digits; true if it had any. */
static bool judge_replace(char *copy, size_t len)
{
	bool replaced = false;
	size_t n;

	for (size_t i = 0; i < len; i += n) {
		n = judge_digits((struct str){ copy + i, len - i });
		if (n >= JUDGE_LONG) {
			memset(copy + i + 1, ' ', n - 1);
			copy[i] = '1';
			replaced = true;
		} else if (n == 0) {
			n = copy[i] == '\\' ? 2 : 1;
			if (len - i >= 6 && memcmp(copy + i, "\\u0000", 6) == 0) {
				memcpy(copy + i, "\\uf8f3", 6);
				replaced = true;
			}
		}
	}
	return replaced;
}

/* What json_read() and jansson disagree about, or NULL. */
static const char *judge(struct json *j, struct str s)
{
	char *copy = xmemdup(s.p, s.n);
	bool widened = judge_replace(copy, s.n);
	const char *verdict = judge_once(j, s, widened);

	if (verdict == NULL && widened)
		verdict = judge_once(j, (struct str){ copy, s.n }, false);
	free(copy);
	return verdict;
}

#endif
