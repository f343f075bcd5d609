/* SPDX-License-Identifier: MIT */
#include "contract/shape.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/mem.h"

void shape_fini(struct shape *s)
{
	free(s->pair);
	*s = (struct shape){ 0 };
}

/* What a path is continued by: the type that ends it, an array's elements, a member. */
enum { TURN_MEMBER = 16, TURN_ELEMENT };

static uint64_t go(uint64_t path, unsigned char turn, struct str name)
{
	struct hash_key key = hash_key_here();
	char head[sizeof(path) + 1];

	memcpy(head, &path, sizeof(path));
	head[sizeof(path)] = (char)turn;
	return hash128_of(&key, (struct str){ head, sizeof(head) }, name).a;
}

static void note(struct shape *s, uint64_t path, enum json_type type)
{
	struct str none = { NULL, 0 };

	if (type == JSON_FALSE)
		type = JSON_TRUE;
	xgrow(&s->pair, &s->cap, s->pairs + 1, sizeof(*s->pair));
	s->pair[s->pairs++] = go(path, (unsigned char)type, none);
}

static void walk(struct shape *s, struct json *j, uint32_t n, uint64_t path)
{
	uint32_t end = j->node[n].next;
	struct str none = { NULL, 0 };
	uint64_t below;

	note(s, path, json_type(j, n));
	if (json_is(j, n, JSON_ARRAY)) {
		below = go(path, TURN_ELEMENT, none);
		for (uint32_t i = n + 1; i < end; i = j->node[i].next)
			walk(s, j, i, below);
	} else if (json_is(j, n, JSON_OBJECT)) {
		for (uint32_t key = n + 1; key < end; key = j->node[key + 1].next)
			walk(s, j, key + 1, go(path, TURN_MEMBER, json_str(j, key)));
	}
}

static int by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

uint64_t shape_of(struct shape *s, struct json *j, uint32_t artifact)
{
	size_t n = 0;

	s->pairs = 0;
	walk(s, j, artifact, 0);
	qsort(s->pair, s->pairs, sizeof(*s->pair), by_value);
	for (size_t i = 0; i < s->pairs; i++) {
		if (n == 0 || s->pair[i] != s->pair[n - 1])
			s->pair[n++] = s->pair[i];
	}
	return hash64((struct str){ (const char *)s->pair, n * sizeof(*s->pair) });
}

void shape_pointer(struct buf *out, const struct json *j, uint32_t top, struct str at)
{
	while (at.n > 0) {
		const char *end = memchr(at.p + 1, '/', at.n - 1);
		struct str token = { at.p, end != NULL ? (size_t)(end - at.p) : at.n };

		if (json_is(j, top, JSON_ARRAY))
			buf_str(out, "/*");
		else
			buf_slice(out, token);
		top = top == JSON_NONE ? JSON_NONE : json_pointer(j, top, token);
		at = str_skip(at, token.n);
	}
}
