/* SPDX-License-Identifier: MIT */
/* What the fuzzers share that take lines of JSON. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	digest_start();
	return 0;
}

static inline void complain(const char *what)
{
	fprintf(stderr, "%s: %s\n", program_invocation_short_name, what);
	abort();
}

/* Up to a newline; of its own, so that a read behind it is seen: line_free(). */
static inline struct str line_of(struct str *rest)
{
	const char *end = rest->n == 0 ? NULL : memchr(rest->p, '\n', rest->n);
	size_t n = end == NULL ? rest->n : (size_t)(end - rest->p);
	char *own = xmalloc(n > 0 ? n : 1);

	if (n > 0)
		memcpy(own, rest->p, n);
	*rest = str_skip(*rest, end == NULL ? n : n + 1);
	return (struct str){ own, n };
}

static inline void line_free(struct str line)
{
	free((void *)(uintptr_t)line.p);
}

/* Adds the value `n` with the members of each object in it from the last to the first. */
static inline void add_reversed(struct buf *out, const struct json *j, uint32_t n)
{
	uint32_t count = j->node[n].count, i = n + 1;
	bool object = json_is(j, n, JSON_OBJECT);
	uint32_t *at;

	if (!object && !json_is(j, n, JSON_ARRAY)) {
		buf_slice(out, json_raw(j, n));
		return;
	}
	at = xcalloc((size_t)count + 1, sizeof(*at));
	for (uint32_t k = 0; k < count; k++, i = j->node[object ? i + 1 : i].next)
		at[k] = i;
	buf_char(out, object ? '{' : '[');
	for (uint32_t k = 0; k < count; k++) {
		uint32_t one = at[object ? count - 1 - k : k];

		buf_str(out, k > 0 ? "," : "");
		if (object) {
			buf_slice(out, json_raw(j, one++));
			buf_char(out, ':');
		}
		add_reversed(out, j, one);
	}
	buf_char(out, object ? '}' : ']');
	free(at);
}

#endif
