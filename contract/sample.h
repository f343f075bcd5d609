/* SPDX-License-Identifier: MIT */
/*
 * What was seen at one place of many JSON values, and at the places below it: types,
 * ranges, lengths, the distinct values while they are few, the members and how often
 * each was there. All of it is bounded, whatever the values are: places, distinct
 * values, keys and depth. What had no room is marked, so that nobody takes it for
 * what was not there.
 */
#ifndef CONTRACT_SAMPLE_H
#define CONTRACT_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/json.h"

#define SAMPLE_DEPTH 20    /* below that only types are seen */
#define SAMPLE_PLACES 4096 /* of one sampling */
#define SAMPLE_VALUES 12   /* distinct ones, kept; more are too many to tell apart */
#define SAMPLE_VALUE_BYTES 64
#define SAMPLE_KEY_BYTES 128
#define SAMPLE_MEMBERS 256 /* of an object; more are data, not names */
#define SAMPLE_SHAPES 16   /* sets of members that are told apart; more are too many */

enum sample_type {
	SAMPLE_NULL,
	SAMPLE_BOOLEAN,
	SAMPLE_INTEGER, /* without fraction and exponent, as it stood there */
	SAMPLE_REAL,
	SAMPLE_STRING,
	SAMPLE_ARRAY,
	SAMPLE_OBJECT,
	SAMPLE_TYPES
};

struct sample_value { /* a distinct string or integer */
	char *text;   /* unescaped; NUL-terminated, and without one inside */
	enum sample_type type;
	uint64_t count;
};

struct sample_texts { /* what strings have in common */
	uint64_t count;
	uint32_t shortest, longest; /* characters */
	unsigned always, ever;      /* enum text_kind */
	char prefix[32];
	uint32_t prefix_bytes;
};

struct sample_shape {                      /* objects with the same members */
	uint64_t has[SAMPLE_MEMBERS / 64]; /* a bit for each place in `member` */
	uint64_t count;
};

struct sample_shapes {
	struct sample_shape shape[SAMPLE_SHAPES];
	uint32_t shapes;
	bool many;           /* they were more, or cannot be told apart: none are kept */
	uint64_t last_shape; /* `of[SAMPLE_OBJECT]` when the last new one came */
};

struct sample_member {
	char *key;
	uint64_t hash;         /* of the key: most others are told apart by it */
	struct sample *sample; /* its `count`: in how many of the objects */
};

struct sample {
	uint64_t count;
	uint64_t of[SAMPLE_TYPES];

	double least, most, sum; /* of all numbers; of their absolute values */
	bool endless;            /* one of them is beyond what a double can say */
	uint64_t at_least;       /* how many equal `least` */
	uint64_t records;        /* how many were above all before them */
	uint64_t units;          /* how many are within 0..1 */

	struct sample_texts texts;

	struct sample_value value[SAMPLE_VALUES];
	uint32_t values;
	bool many;           /* they were more, or longer: none are kept */
	uint64_t last_value; /* `count` when the last new one came */
	uint64_t fallbacks;  /* strings and objects that read as one */

	uint32_t fewest, longest; /* elements of the arrays */
	struct sample *items;     /* all elements, NULL if there was none */

	struct sample_member *member;
	uint32_t members, hint;
	size_t members_cap;
	uint64_t last_key;            /* `of[SAMPLE_OBJECT]` when the last new key came */
	struct sample_shapes *shapes; /* NULL if there was no object */
	struct sample *rest;       /* values of keys that look like data; NULL if none */
	struct sample_texts *keys; /* those keys; NULL as well */
	bool unseen;               /* there was more below than there is room for */
};

struct sampling {
	struct sample *root; /* NULL before the first value */
	uint32_t places;
	bool full; /* a place had no room */
};

void sampling_fini(struct sampling *g);
void sample_add(struct sampling *g, struct json *j, uint32_t node);
/*
 * When all are seen: members that are there now and then, each under its own key, are
 * taken together into `rest`. Safe to do twice.
 */
void sample_settle(struct sampling *g);

/* The member of this name, or NULL. */
struct sample *sample_member(const struct sample *s, const char *key);
/* Whether nothing but this type was seen, and at least once. */
bool sample_is(const struct sample *s, enum sample_type only);

#endif
