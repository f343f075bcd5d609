/* SPDX-License-Identifier: MIT */
/*
 * For fuzzers of lines of JSON: what libFuzzer tries next is mostly JSON again. A value,
 * a name or a member of one line goes, comes twice, or comes from elsewhere in the input.
 * A third of the time libFuzzer's own changes to bytes are made. To be included in one
 * file of a fuzzer.
 */
#ifndef TESTS_FUZZ_MUTATE_H
#define TESTS_FUZZ_MUTATE_H

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"

#define MUTATE_DEPTH 200

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);

struct mutation {
	unsigned seed;
	struct str all;
	struct json into, from; /* two of its lines; may be the same */
	size_t cut, end;        /* bytes of `into` that are replaced ... */
	struct buf by;          /* ... by this */
};

static uint32_t draw(struct mutation *m, size_t n)
{
	return (uint32_t)((size_t)rand_r(&m->seed) % n);
}

/* A line, the long ones more often; false if it is no JSON. */
static bool draw_line(struct mutation *m, struct json *j)
{
	size_t start = draw(m, m->all.n), end = start;

	while (start > 0 && m->all.p[start - 1] != '\n')
		start--;
	while (end < m->all.n && m->all.p[end] != '\n')
		end++;
	return json_read(j, m->all.p + start, end - start, MUTATE_DEPTH, NULL);
}

static bool is_key(const struct json *j, uint32_t n)
{
	uint32_t end = j->node[n].end;

	while (end < j->len && strchr(" \t\r", j->text[end]) != NULL)
		end++;
	return json_is(j, n, JSON_STRING) && end < j->len && j->text[end] == ':';
}

/* A node that is, or is not, a name; JSON_NONE if none was found soon. */
static uint32_t draw_node(struct mutation *m, const struct json *j, bool key)
{
	for (int tries = 0; tries < 20; tries++) {
		uint32_t n = draw(m, j->count);

		if (is_key(j, n) == key)
			return n;
	}
	return JSON_NONE;
}

static void add_constant(struct mutation *m)
{
	static const char *const values[] = { "null", "true", "false", "0", "1", "-1",
		"0.5", "1e400", "5e-324", "1.0", "12345678901234567890", "\"\"", "\"a\"",
		"\"2026-05-01\"", "\"a\\u0000b\"", "\"\\u00e9\"", "[]", "{}", "[1,2]",
		"{\"a\":1}", "\"/a\"", "\"#\"", "\"string\"", "[\"string\",\"null\"]",
		"{\"type\":\"string\"}", "{\"$ref\":\"#\"}", "{\"enum\":[\"a\",1]}",
		"{\"type\":\"integer\",\"minimum\":1}",
		"\"escalate_to_a_if_not_progressed_within_5m\"" };

	buf_str(&m->by, values[draw(m, sizeof(values) / sizeof(*values))]);
}

static void add_other(struct mutation *m, bool key)
{
	uint32_t n = draw_node(m, &m->from, key);

	if (n != JSON_NONE)
		buf_slice(&m->by, json_raw(&m->from, n));
	else if (key)
		buf_str(&m->by, "\"a\"");
	else
		add_constant(m);
}

static void add_value(struct mutation *m)
{
	if (draw(m, 3) == 0)
		add_constant(m);
	else
		add_other(m, false);
}

/* A value stands in a new one. */
static void wrap(struct mutation *m, uint32_t n)
{
	static const struct {
		const char *before, *behind;
	} around[] = { { "[", "]" }, { "{\"a\":", "}" }, { "{\"not\":", "}" },
		{ "{\"anyOf\":[", ",{\"type\":\"null\"}]}" }, { "{\"allOf\":[", "]}" },
		{ "{\"items\":", "}" }, { "{\"properties\":{\"a\":", "}}" } };
	uint32_t i = draw(m, sizeof(around) / sizeof(*around));

	buf_str(&m->by, around[i].before);
	buf_slice(&m->by, json_raw(&m->into, n));
	buf_str(&m->by, around[i].behind);
}

static void replace(struct mutation *m)
{
	bool key = draw(m, 4) == 0;
	uint32_t n = draw_node(m, &m->into, key);

	if (n == JSON_NONE)
		return;
	m->cut = m->into.node[n].start;
	m->end = m->into.node[n].end;
	if (key)
		add_other(m, true);
	else if (draw(m, 8) == 0)
		wrap(m, n);
	else
		add_value(m);
}

/* An element or a member goes, with one comma beside it. */
static void take_away(struct mutation *m)
{
	bool key = draw(m, 2) == 0;
	uint32_t n = draw_node(m, &m->into, key);
	const char *p = m->into.text;

	if (n == JSON_NONE || n == 0)
		return;
	m->cut = m->into.node[n].start;
	m->end = m->into.node[key ? n + 1 : n].end;
	if (p[m->end] == ',')
		m->end++;
	else if (p[m->cut - 1] == ',')
		m->cut--;
}

static void put_in(struct mutation *m)
{
	uint32_t n = draw_node(m, &m->into, false), key;

	if (n == JSON_NONE || json_type(&m->into, n) < JSON_ARRAY)
		return;
	m->cut = m->end = m->into.node[n].start + 1;
	if (json_is(&m->into, n, JSON_OBJECT)) {
		key = draw_node(m, &m->from, true);
		if (key == JSON_NONE)
			return;
		buf_slice(&m->by, json_raw(&m->from, key));
		buf_char(&m->by, ':');
		if (draw(m, 2) == 0)
			buf_slice(&m->by, json_raw(&m->from, key + 1));
		else
			add_value(m);
	} else {
		add_value(m);
	}
	if (m->into.node[n].count > 0)
		buf_char(&m->by, ',');
}

/* The new size; 0 where nothing was changed, or too much. */
static size_t put_together(struct mutation *m, uint8_t *data, size_t most)
{
	size_t before = (size_t)(m->into.text - m->all.p) + m->cut;
	size_t behind = (size_t)(m->into.text - m->all.p) + m->end;
	size_t n = before + m->by.len + (m->all.n - behind);

	if (n > most || (m->by.len == 0 && before == behind))
		return 0;
	memmove(data + before + m->by.len, data + behind, m->all.n - behind);
	if (m->by.len > 0)
		memcpy(data + before, m->by.data, m->by.len);
	return n;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
	static void (*const ways[])(struct mutation *) = { replace, replace, replace,
		take_away, put_in, put_in };
	struct mutation m = { .seed = seed, .all = { (const char *)data, size } };
	size_t n = 0;

	if (size > 0 && draw(&m, 3) > 0 && draw_line(&m, &m.into) &&
		draw_line(&m, &m.from)) {
		ways[draw(&m, sizeof(ways) / sizeof(*ways))](&m);
		n = put_together(&m, data, most);
	}
	json_fini(&m.into);
	json_fini(&m.from);
	buf_fini(&m.by);
	return n > 0 ? n : LLVMFuzzerMutate(data, size, most);
}

#endif
