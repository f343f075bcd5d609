/* SPDX-License-Identifier: MIT */
/*
 * What can be read off a JSON Schema 2020-12 without an artifact: the types it may admit,
 * what a local `$ref` leads to, and whether two say the same. Nothing is fetched. What
 * cannot be told here is said to be so, and who asks takes it for the worse.
 */
#ifndef CONTRACT_OUTLINE_H
#define CONTRACT_OUTLINE_H

#include <stdbool.h>
#include <stdint.h>

#include "contract/contract.h"

/* Types as bits; `number` is both of the last two. */
enum outline_type {
	TYPE_NULL = 1 << 0,
	TYPE_BOOLEAN = 1 << 1,
	TYPE_OBJECT = 1 << 2,
	TYPE_ARRAY = 1 << 3,
	TYPE_STRING = 1 << 4,
	TYPE_WHOLE = 1 << 5,
	TYPE_FRACTION = 1 << 6,
};

#define TYPES_ALL 0x7fu
#define TYPES_NUMBER (TYPE_WHOLE | TYPE_FRACTION)

/*
 * A schema and the JSON that it stands in; `j` must outlive it. Every look at it costs
 * some of `fuel`, which those that are looked at together share. When it is gone all
 * answers come at once, and mean nothing: who asked looks at the fuel before he tells.
 */
struct outline_doc {
	struct json *j;
	uint32_t root;
	uint32_t widest; /* object: its number of members */
	bool has_ids;    /* parts with an `$id` of their own: no `$ref` is followed */
	uint64_t *fuel;
};

/* A schema in it, or one that is not written down: that of a member nobody names. */
struct outline {
	const struct outline_doc *doc;
	uint32_t n; /* a node, or: */
};

#define OUTLINE_ANYTHING (UINT32_MAX - 1)
#define OUTLINE_NOTHING (UINT32_MAX - 2)

struct outline_doc outline_doc(struct json *j, uint32_t root, uint64_t *fuel);
/* That of a contract's schema. */
struct outline_doc outline_of_contract(const struct contract *c, uint64_t *fuel);
/* Pays for work of others on it; false where there is no fuel left. */
bool outline_spend(struct outline o, uint64_t cost);
/* The schema at node `n`; anything for JSON_NONE. `true`, `{}` and `false` become theirs.
 */
struct outline outline_at(const struct outline_doc *d, uint32_t n);

/* A keyword's value, or JSON_NONE. */
uint32_t outline_keyword(struct outline o, const char *name);
/* The same as a schema: anything where it is absent. */
struct outline outline_sub(struct outline o, const char *name);
/* How many keywords it has that can refuse an artifact. */
unsigned outline_asserts(struct outline o);

enum outline_ref {
	REF_NONE,
	REF_LOCAL,   /* *target is what it leads to */
	REF_FOREIGN, /* of another document: the same words mean the same */
	REF_UNKNOWN
};

enum outline_ref outline_ref(struct outline o, struct outline *target);

/*
 * Goes on to what stands behind a `$ref` that stands alone and a union with null, which
 * is how generators write what may be absent. True where null was in such a union.
 */
bool outline_follow(struct outline *o);

/* The types that it may admit; it admits no others. */
unsigned outline_types(struct outline o);

/* Two schemas, compared step by step: knows a `$ref` that leads back to where it came
 * from. */
#define OUTLINE_STACK 128

struct outline_walk {
	unsigned depth;
	unsigned
		base; /* of the question that is asked: what came before is another one */
	struct {
		struct outline a, b;
	} pair[OUTLINE_STACK];
};

enum outline_enter { ENTER_NEW, ENTER_AGAIN, ENTER_NEVER /* given up */ };

enum outline_enter outline_enter(
	struct outline_walk *w, struct outline a, struct outline b);
void outline_leave(struct outline_walk *w);

/* Whether they say the same, word for word but for annotations. */
bool outline_same(struct outline_walk *w, struct outline a, struct outline b);
/* Whether a keyword says the same in both, or is in neither. */
bool outline_same_keyword(
	struct outline_walk *w, struct outline a, struct outline b, const char *name);
/* Whether node `n` of the one document is the same value as `m` of the other. */
bool outline_same_value(struct outline a, uint32_t n, struct outline b, uint32_t m);
/* What a member of this name is in a keyword that is an object; JSON_NONE. */
uint32_t outline_named(struct outline o, const char *keyword, struct str name);

#endif
