/* SPDX-License-Identifier: MIT */
/*
 * A compiled schema, for the files that make it and run it.
 *
 * A document is a text and its nodes. A resource is a part of it with a URI of its own
 * (`$id`). Each subschema that is reached becomes one struct step: which types it
 * takes, and its keywords as operations, those for one type of value together, so that
 * a check looks only at what applies. The order of the groups is that of enum group.
 */
#ifndef CONTRACT_SCHEMA_OWN_H
#define CONTRACT_SCHEMA_OWN_H

#include "contract/decimal.h"
#include "contract/schema.h"
#include "contract/schema_value.h"

#define NO_STEP UINT32_MAX

/* Types as bits; a number that is an integer has both of its bits. */
enum {
	TYPE_NULL = 1,
	TYPE_BOOLEAN = 2,
	TYPE_INTEGER = 4,
	TYPE_NUMBER = 8,
	TYPE_STRING = 16,
	TYPE_ARRAY = 32,
	TYPE_OBJECT = 64,
	TYPE_ALL = 127
};

enum vocabulary {
	VOCABULARY_CORE = 1,
	VOCABULARY_APPLICATOR = 2,
	VOCABULARY_UNEVALUATED = 4,
	VOCABULARY_VALIDATION = 8,
	VOCABULARY_META_DATA = 16,
	VOCABULARY_FORMAT = 32,
	VOCABULARY_CONTENT = 64,
	VOCABULARY_STANDARD = 127,
	VOCABULARY_FORMAT_ASSERTION = 128
};

struct anchor {
	struct str name;
	uint32_t node;
	bool dynamic;
};

struct resource {
	uint32_t document, node; /* where it stands */
	char *uri;               /* without fragment, "" if it has none */
	unsigned vocabularies;
	struct anchor *anchor;
	size_t anchors, cap;
};

struct document {
	char *uri; /* that it was found by */
	char *text;
	struct json j;
	uint32_t *step;  /* of each node: its step, or NO_STEP */
	bool *is_schema; /* of each node: it has been looked at as one */
};

enum group {
	FOR_ALL, /* these first: references and combinations */
	FOR_NUMBER,
	FOR_STRING,
	FOR_ARRAY,
	FOR_OBJECT,
	AT_LAST, /* what needs to know what the others have looked at */
	GROUPS
};

/* The keywords that decide something; some stand for several (see struct members). */
enum operation {
	OP_REF,         /* a: step */
	OP_DYNAMIC_REF, /* a: step, b: dynamic anchor's name */
	OP_ALL_OF,      /* a: place in lists, b: how many */
	OP_ANY_OF,
	OP_ONE_OF,
	OP_NOT,   /* a: step */
	OP_IF,    /* a, b, c: steps; b and c may be missing */
	OP_ITEMS, /* a: place in lists, b: how many are prefix, c: the rest's or none */
	OP_CONTAINS, /* a: step, b and c: at least and at most */
	OP_UNIQUE,
	OP_MEMBERS,            /* a: place in members */
	OP_NAMES,              /* a: step */
	OP_DEPENDENT_REQUIRED, /* a: node of the document */
	OP_DEPENDENT_SCHEMAS,  /* a: node of the document, b: place in lists */
	OP_UNEVALUATED_ITEMS,  /* a: step */
	OP_UNEVALUATED_PROPERTIES,
	/* from here on they look at the value alone */
	OP_CONST,      /* a: node of the document; b, c: as below, or c is 0 */
	OP_ENUM,       /* a: node of the document, an array */
	OP_ENUM_TEXTS, /* the same; b: place in texts, c: how many */
	OP_MINIMUM,    /* a: place in bounds */
	OP_EXCLUSIVE_MINIMUM,
	OP_MAXIMUM,
	OP_EXCLUSIVE_MAXIMUM,
	OP_MULTIPLE_OF,
	OP_MIN_LENGTH, /* a: how many */
	OP_MAX_LENGTH,
	OP_PATTERN, /* a: place in patterns */
	OP_FORMAT,  /* a: enum format */
	OP_MIN_ITEMS,
	OP_MAX_ITEMS,
	OP_MIN_PROPERTIES,
	OP_MAX_PROPERTIES
};

struct op {
	uint8_t kind;   /* enum operation */
	uint32_t value; /* node of the keyword's value */
	uint32_t a, b, c;
};

struct check;
struct pattern_dfa;

struct step {
	/* Whether a value fits, as long as nobody asks why; NULL: run_step() finds out.
	 */
	bool (*quick)(struct check *c, const struct step *t, const struct json_node *x);
	union { /* for that: */
		struct {
			int64_t least, most; /* a number's value, a text's bytes */
		};
		const struct pattern_dfa *dfa;
		struct {
			uint32_t text, texts; /* place, and how many */
		};
	};
	uint32_t document, node; /* where the subschema stands */
	uint32_t resource;
	uint32_t type_node; /* of the value of `type`, JSON_NONE: there is none */
	uint8_t types;      /* those it takes */
	bool always, never; /* true, false */
	bool simple;        /* all its operations look at the value alone */
	bool straight;      /* all its operations apply to whatever has the type */
	bool marks;         /* it has unevaluatedItems or unevaluatedProperties */
	bool compiled;
	uint32_t op[GROUPS + 1]; /* group g: from op[g] to before op[g + 1] */
};

/* What a number is held against. */
struct bound {
	struct decimal exact;
	bool whole; /* it is `value`, which is less than that */
	int64_t value;
};

#define BOUND_LIMIT INT64_C(1000000000)

/* A name that `properties` or `required` tells of. */
struct property {
	struct str name;
	uint32_t mark; /* json_mark() of it */
	uint32_t step; /* NO_STEP: it is only required */
	bool required;
};

struct name_pattern {
	uint32_t pattern, step;
};

/* `properties`, `required`, `patternProperties`, `additionalProperties` of one schema. */
struct members {
	uint32_t first, count; /* in the properties */
	uint32_t required;     /* how many of them are */
	uint32_t slot, mask;   /* a hash table: places from 1, 0 is empty */
	uint32_t first_pattern, patterns;
	uint32_t rest;                     /* step of additionalProperties, or NO_STEP */
	uint32_t required_node, rest_node; /* of the keywords' values, or JSON_NONE */
};

struct dynamic { /* where a dynamic anchor stands in a resource */
	uint32_t resource, name, step;
};

/* Arrays that grow: xgrow(). */
#define LIST(type)                                                                       \
	struct {                                                                         \
		type *at;                                                                \
		uint32_t count;                                                          \
		size_t cap;                                                              \
	}

struct schema {
	struct document **document; /* each stays where it is */
	uint32_t documents;
	size_t cap_documents;
	LIST(struct resource) resources;
	LIST(struct step) steps;
	LIST(struct op) ops;
	LIST(uint32_t) lists; /* of steps */
	LIST(struct bound) bounds;
	LIST(struct pattern *) patterns;
	LIST(struct members) members;
	LIST(struct property) properties;
	LIST(struct name_pattern) name_patterns;
	LIST(uint32_t) slots;
	LIST(struct str) texts; /* of the documents, without escapes */
	LIST(struct str) dynamic_names;
	LIST(struct dynamic) dynamics;
	uint64_t pattern_work; /* that is left to make patterns fast */
	uint32_t root;
	bool assert_format;
};

#define ADD(list, ...)                                                                   \
	(xgrow(&(list).at, &(list).cap, (size_t)(list).count + 1, sizeof(*(list).at)),   \
		(list).at[(list).count] = __VA_ARGS__, (list).count++)

static inline struct json *schema_json(const struct schema *s, const struct step *t)
{
	return &s->document[t->document]->j;
}

/* --- schema_keyword.c: all that 2020-12 has ---------------------------------- */

enum keyword_kind {
	KEYWORD_SCHEMA,
	KEYWORD_SCHEMAS,    /* an array of them, not empty */
	KEYWORD_SCHEMA_MAP, /* an object of them */
	KEYWORD_PATTERN_MAP,
	KEYWORD_ANY,
	KEYWORD_BOOLEAN,
	KEYWORD_STRING,
	KEYWORD_URI_REFERENCE,
	KEYWORD_URI,
	KEYWORD_ID,
	KEYWORD_ANCHOR,
	KEYWORD_VOCABULARIES,
	KEYWORD_TYPES,
	KEYWORD_NUMBER,
	KEYWORD_POSITIVE,
	KEYWORD_COUNT,
	KEYWORD_ARRAY,
	KEYWORD_STRINGS,     /* an array of them, none twice */
	KEYWORD_STRINGS_MAP, /* an object of such arrays */
	KEYWORD_REGEX
};

struct keyword {
	const char *name;
	enum vocabulary vocabulary;
	enum keyword_kind kind;
};

extern const struct keyword schema_keywords[]; /* ended by one without a name */
const struct keyword *schema_keyword(struct str name);
/* Whether the value is what the keyword takes; else `e` says what it must be. */
bool schema_keyword_takes(
	const struct keyword *k, struct json *j, uint32_t value, struct err *e);
/* TYPE_... of "string" ..., 0 if it is no type. */
unsigned schema_type_named(struct str name);
/* "string", "integer" ... of one of the bits. */
const char *schema_type_name(unsigned bit);

/* --- schema_meta.c: the metaschema, written from the keywords ------------------ */

extern const char schema_dialect[]; /* its URI */
/* The text of the metaschema or of one of its vocabularies; false if `uri` is none. */
bool schema_meta(struct str uri, struct buf *text);
/* The vocabulary with this URI, 0 if it is none of 2020-12. */
unsigned schema_vocabulary(struct str uri);

/* --- schema_load.c: documents and what they are called ------------------------- */

struct loading {
	struct schema *s;
	const struct schema_options *o;
	struct err *e;
	bool failed; /* e has the first fault */
	unsigned faults;
};

/* Something is wrong at a node; the first goes into the error. */
void schema_fault(struct loading *l, uint32_t document, uint32_t node, const char *why);

/* Takes over the text, reads it and finds its resources; NO_STEP and `e` if it is bad. */
uint32_t schema_add_document(struct loading *l, struct str uri, struct buf *text);
/* Looks for resources and anchors in the schema at `node`, once. */
bool schema_scan(struct loading *l, uint32_t document, uint32_t node, uint32_t resource);
/* The innermost resource that holds the node. */
uint32_t schema_resource_of(const struct schema *s, uint32_t document, uint32_t node);
/* What a `$ref` in `resource` means; false and `e` if it is nothing. */
struct target {
	uint32_t document, node;
	struct str anchor; /* the plain name in its fragment, else {NULL, 0} */
};
bool schema_resolve(
	struct loading *l, uint32_t resource, struct str ref, struct target *out);
const struct anchor *schema_anchor(const struct resource *r, struct str name);

/* --- schema_ends.c ------------------------------------------------------------- */

/* False where a schema comes back to itself without going down into the value. */
bool schema_ends(const struct schema *s, struct err *e);

/* --- schema_leaf.c ------------------------------------------------------------- */

/* Chooses what is quick for a step; the schema is compiled, without a fault. */
void schema_quicken(const struct schema *s, struct step *t);

/* --- schema_path.c ------------------------------------------------------------- */

/* Adds the JSON Pointer from `top` down to `node`, which is in it. */
void schema_pointer(struct buf *out, struct json *j, uint32_t top, uint32_t node);

/* --- schema_members.c ------------------------------------------------------------ */

/* What `m` says of the member whose key this is; NULL: nothing by its name. */
const struct property *schema_property(
	const struct schema *s, const struct members *m, struct json *j, uint32_t key);

#endif
