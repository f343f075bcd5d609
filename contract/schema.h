/* SPDX-License-Identifier: MIT */
/*
 * JSON Schema 2020-12, https://json-schema.org/draft/2020-12: a schema is compiled once
 * into a program, which is run over the nodes of base/json.h. `format` is an annotation
 * unless asked for. Nothing is fetched: a schema stands alone, but for what the caller
 * gives. Work is bounded: a check that costs too much is given up, and says so.
 */
#ifndef CONTRACT_SCHEMA_H
#define CONTRACT_SCHEMA_H

#include "base/err.h"
#include "base/json.h"

#define SCHEMA_DEPTH 200 /* of schemas, and of what is checked */

struct schema;

struct schema_options {
	struct str uri;     /* where the schema stands, {NULL, 0}: nowhere */
	bool assert_format; /* `format` decides */
	/*
	 * The text of the document that `uri` (absolute, without fragment) stands for;
	 * false if there is none. NULL: there are no others.
	 */
	bool (*find)(void *arg, struct str uri, struct buf *text);
	void *arg;
	/*
	 * Is told everything that is wrong, not only the first: the pointer is into the
	 * document that is compiled, "" the top. May be NULL.
	 */
	void (*fault)(void *arg, const char *pointer, const char *why);
	void *arg_fault;
};

/*
 * NULL where it is no schema that can be used: `e` says why, and where by a JSON
 * Pointer ("/properties/a/type: must be ..."). `o` may be NULL. `text` is copied.
 */
struct schema *schema_compile(
	struct str text, const struct schema_options *o, struct err *e);
void schema_free(struct schema *s);

enum verdict {
	SCHEMA_VALID,
	SCHEMA_INVALID,
	SCHEMA_GAVE_UP /* it would have cost too much: neither of the two */
};

/* What checks share: their memory. A zeroed one is ready; not for two threads. */
struct schema_run {
	uint64_t *word; /* private */
	size_t used, cap;
};

void schema_run_fini(struct schema_run *r);

/* Whether value `node` of `j` holds what the schema says. Changes nothing in `j` that
 * shows. */
enum verdict schema_check(
	struct schema *s, struct schema_run *r, struct json *j, uint32_t node);

/* One place where it does not. All texts are foreign: clean them before they are shown.
 */
struct schema_error {
	char *at;       /* JSON Pointer of what is wrong, or missing: "/due_date" */
	char *instance; /* instanceLocation: where the keyword was applied */
	char *keyword;  /* keywordLocation: through references */
	char *absolute; /* absoluteKeywordLocation, "" where the schema has no URI */
	char *found;    /* "string", "missing", "number" ... */
	char *expected; /* "integer", "minimum 0", "one of ..." */
	char *message;  /* for people, behind `at`: "string, not integer" */
};

#define SCHEMA_ERRORS 64 /* so many are told */

struct schema_errors {
	struct schema_error error[SCHEMA_ERRORS];
	size_t count;
	uint64_t all; /* how many there were; SCHEMA_ERRORS + 1: more than are told */
};

void schema_errors_fini(struct schema_errors *e);

/*
 * The same, and why: the output `basic` (Core 12.4.2). Of an anyOf or oneOf of which no
 * branch fits, the errors of the branch that comes nearest stand before its own. To look
 * at all costs more than to find the first: it may be given up, with what was found so
 * far, where schema_check() was not.
 */
enum verdict schema_explain(struct schema *s, struct schema_run *r, struct json *j,
	uint32_t node, struct schema_errors *out);

#endif
