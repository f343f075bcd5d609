/* SPDX-License-Identifier: MIT */
/*
 * fixtures/hostile/cases.jsonl: words that mean to be more than text, and what must be
 * seen of them. fixtures/README.md says what the classes are.
 */
#ifndef TESTS_HOSTILE_H
#define TESTS_HOSTILE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "base/text.h"

struct hostile {
	char *name, *class;
	struct str bytes, seen; /* none where JSON alone can spell it */
	char *json;             /* as JSON has it, in quotes; NULL: it is no UTF-8 */
	bool refused;           /* an event with it is none */
};

static inline struct str hostile_copy(struct str s)
{
	return (struct str){ xmemdup(s.p, s.n), s.n };
}

static inline struct str hostile_unhex(struct str hex)
{
	struct buf out = { 0 };

	for (size_t i = 0; i + 1 < hex.n; i += 2) {
		char two[3] = { hex.p[i], hex.p[i + 1] };

		buf_char(&out, (char)strtol(two, NULL, 16));
	}
	return (struct str){ out.data, out.len };
}

static inline struct str hostile_member(struct json *doc, const char *name)
{
	uint32_t at = json_member(doc, 0, name);

	return at == JSON_NONE ? (struct str){ 0 } : hostile_copy(json_str(doc, at));
}

static inline char *hostile_text(struct str s)
{
	return xmemdup(s.p, s.n);
}

static inline bool hostile_read(struct hostile *h, char *line)
{
	struct json doc = { 0 };
	struct str raw;
	struct err err;

	if (!json_read(&doc, line, strcspn(line, "\n"), 4, &err)) {
		fprintf(stderr, "fixtures/hostile: %s\n", err.text);
		return false;
	}
	*h = (struct hostile){ .bytes = hostile_member(&doc, "text"),
		.seen = hostile_member(&doc, "seen") };
	h->name = (char *)hostile_member(&doc, "name").p;
	h->class = (char *)hostile_member(&doc, "class").p;
	h->refused = json_member(&doc, 0, "json") != JSON_NONE;
	if (h->refused) {
		h->json = (char *)hostile_member(&doc, "json").p;
	} else if (json_member(&doc, 0, "text") != JSON_NONE) {
		raw = json_raw(&doc, json_member(&doc, 0, "text"));
		h->json = hostile_text(raw);
	} else {
		raw = hostile_member(&doc, "hex");
		h->bytes = hostile_unhex(raw);
		free((void *)raw.p);
	}
	json_fini(&doc);
	return true;
}

/* All of them, kept for as long as the process lives. NULL where there are none. */
static inline const struct hostile *hostile_cases(size_t *n)
{
	static struct hostile all[256];
	static size_t count;
	FILE *f = count == 0 ? fopen("fixtures/hostile/cases.jsonl", "rb") : NULL;
	char line[65536];

	while (f != NULL && count < 256 && fgets(line, sizeof(line), f) != NULL &&
		hostile_read(&all[count], line))
		count++;
	if (f != NULL)
		fclose(f);
	*n = count;
	return count > 0 ? all : NULL;
}

/* Those of them that stand in JSON, and an event may have; `i` counts on and on. */
static inline const struct hostile *hostile_at(size_t i)
{
	static const struct hostile *good[256];
	static size_t n;

	if (n == 0) {
		size_t count;
		const struct hostile *all = hostile_cases(&count);

		for (size_t k = 0; k < count; k++)
			if (all[k].json != NULL && !all[k].refused)
				good[n++] = &all[k];
		if (n == 0)
			abort();
	}
	return good[i % n];
}

/* What may stand in a cell, or in a text that was cleaned: by ranges of its own. */
static inline bool hostile_is_plain(uint32_t c)
{
	return !((c < 0x20 && c != 0) || (c >= 0x7f && c < 0xa0) || c == 0xad ||
		c == 0x34f || c == 0x61c || c == 0x115f || c == 0x1160 || c == 0x17b4 ||
		c == 0x17b5 || (c >= 0x180b && c <= 0x180f) ||
		(c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
		(c >= 0x2060 && c <= 0x206f) || c == 0x3164 ||
		(c >= 0xd800 && c <= 0xf8ff) || (c >= 0xfdd0 && c <= 0xfdef) ||
		(c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff || c == 0xffa0 ||
		(c >= 0xfff9 && c <= 0xfffb) || (c & 0xfffe) == 0xfffe ||
		(c >= 0xe0000 && c <= 0xe0fff) || c >= 0xf0000);
}

#endif
