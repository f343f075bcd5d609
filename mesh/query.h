/* SPDX-License-Identifier: MIT */
/*
 * The one language of filters: `conf<.7 edge:billing>ledger !agent:kyc`. Compiled once,
 * then asked of rows; what a row is (a handoff, an edge, an item of `seam ls`) says its
 * struct query_row. docs/OPERATING.md, "Finding", is what it means. What always holds: a
 * text that cannot be understood gives no query and says where and what instead; what a
 * query costs a row is bounded by its length and by the fuel that the caller puts in.
 */
#ifndef MESH_QUERY_H
#define MESH_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"

#define QUERY_LONGEST 512 /* bytes of a text */
#define QUERY_TERMS 24
#define QUERY_VALUES 16 /* of one term, a comma between two */
#define QUERY_FUEL 100000
#define QUERY_VISITS 5000 /* values of an artifact that one place looks at */

/* What rows are; a query is of one or several. */
enum query_kind {
	QUERY_HANDOFFS = 1 << 0,
	QUERY_EDGES = 1 << 1,
	QUERY_AGENTS = 1 << 2,
	QUERY_CONTRACTS = 1 << 3,
	QUERY_GROUPS = 1 << 4, /* of dead letters */
	QUERY_EVENTS = 1 << 5,
	QUERY_FINDINGS = 1 << 6, /* drift and loops */
	QUERY_INCIDENTS = 1 << 7,
};

enum query_name {
	QUERY_ID,
	QUERY_EDGE,
	QUERY_FROM,
	QUERY_TO,
	QUERY_AGENT,
	QUERY_CONTRACT,
	QUERY_VERSION,
	QUERY_STATE,
	QUERY_CONF,
	QUERY_REASON,
	QUERY_DETAIL,
	QUERY_FAULT,
	QUERY_VIOLATION,
	QUERY_INCIDENT,
	QUERY_BY,
	QUERY_AGE,
	QUERY_DUE,
	QUERY_ATTEMPT,
	QUERY_VALUE,
	QUERY_FALLBACK,
	QUERY_TEXT,
	QUERY_RATE,
	QUERY_DEAD,
	QUERY_WAITS,
	QUERY_MODEL,
	QUERY_TYPE,
	QUERY_TIME,
	QUERY_STANDING,
	QUERY_COUNT,
	QUERY_TAG,
	QUERY_NAMES,
	QUERY_MEMBER = QUERY_NAMES, /* of an item of JSON, by its own name */
};

enum query_type {
	QUERY_WORDS,   /* text: `:` `=` `!=` `:~` */
	QUERY_NUMBER,  /* also `<` `<=` `>` `>=` */
	QUERY_SPAN,    /* a duration, in seconds */
	QUERY_ORDINAL, /* a version, 1.10.0 */
	QUERY_MOMENT,  /* a time, as RFC 3339 in UTC or as 03:04:05 */
	QUERY_ANY,     /* as the value is */
};

/* One name of the language: completion, help and OPERATING.md are made of these rows. */
struct query_field {
	const char *name, *also; /* also: what it is called elsewhere, or NULL */
	enum query_type type;
	unsigned kinds;     /* that have it */
	bool plain;         /* a word without a field is looked for in it */
	const char *member; /* of an item of `seam ls`, NULL: it is made of several */
	const char *help;
};

extern const struct query_field query_fields[QUERY_NAMES];
/* What a kind's rows are called: "handoffs". */
const char *query_kind_name(enum query_kind kind);

/* What may stand behind its name: ": = :~", "< > =". */
const char *query_operators(enum query_type type);

struct query;

/*
 * NULL where `text` is not understood; `e` then says the term, what is wrong, where and
 * what would do. NULL without an error: there is no term in it. `members`: names of JSON
 * members between blanks that the rows have beside the fields of `kinds`; NULL. They must
 * outlive the query. Where there is no kind, words are looked for in them.
 */
struct query *query_compile(
	struct str text, unsigned kinds, const char *members, struct err *e);
void query_free(struct query *q);

struct query_value {
	struct str text;
	double number; /* where is_number */
	bool is_number;
};

enum query_look {
	QUERY_LOOKED,
	QUERY_NOT_YET, /* the artifact is not at hand */
	QUERY_NOTHING, /* it has none */
};

struct query_row {
	/*
	 * The nth value of a field, from 0; false: no more. `name` is QUERY_MEMBER with
	 * the `member` meant. The text may stand in `scratch`.
	 */
	bool (*value)(struct query_row *row, enum query_name name, struct str member,
		unsigned nth, struct query_value *out);
	/* What query_find() says of its artifact. NULL: rows of this kind have none. */
	enum query_look (*look)(
		struct query_row *row, const struct query *q, uint32_t *found);
	void *arg;
	char scratch[240];
};

enum query_verdict {
	QUERY_NO,
	QUERY_YES,
	QUERY_UNKNOWN, /* the artifact is not at hand, or the fuel did not suffice */
};

enum query_verdict query_judge(
	const struct query *q, struct query_row *row, uint64_t *fuel);

/* Whether one of its terms is of that field. */
bool query_asks(const struct query *q, enum query_name name);
/* Whether anything in it asks for artifacts. */
bool query_looks(const struct query *q);
/*
 * Which of the places that it asks for hold: a bit each. `root` is the event or item,
 * `artifact` and `value` (what the contract says is at stake) may be JSON_NONE.
 */
uint32_t query_find(const struct query *q, struct json *j, uint32_t root,
	uint32_t artifact, uint32_t value, uint64_t *fuel);

/*
 * `{"from":"planner"}` for the hub, if the query is nothing but that; false: it has to be
 * judged here.
 */
bool query_is_exact(const struct query *q, struct buf *out);

/* Adds `s` so that it is one word of a text, in quotes where it has to be. */
void query_quote(struct buf *out, struct str s);

/* The same behind an operator: `edge=` and a name. */
void query_quote_value(struct buf *out, struct str s);

/* The field of that name, or by another one it has; QUERY_NAMES. */
enum query_name query_named(struct str name);

#endif
