/* SPDX-License-Identifier: MIT */
/* What a query is made of; for the mesh/query*.c files only. */
#ifndef MESH_QUERY_OWN_H
#define MESH_QUERY_OWN_H

#include "contract/pattern.h"
#include "mesh/query.h"

enum query_op {
	OP_HAS, /* `:` contains, whatever the case; of numbers: is */
	OP_MATCHES,
	OP_IS,
	OP_LESS,
	OP_LESS_OR,
	OP_MORE,
	OP_MORE_OR,
	OP_THERE, /* a place in the artifact, alone */
};

/* What stands behind the operator, one of several. */
struct wanted {
	struct str text; /* as it was written, without quotes */
	struct str low;  /* in lower case; for `a>b` what is before the > */
	struct str low_to;
	bool arrow;  /* it is `a>b` of an edge */
	bool quoted; /* so that "null" is a word */
	bool is_number;
	double number; /* also of a duration: seconds */
};

struct term {
	bool not, place; /* place: into the artifact, or `value` */
	bool plain;      /* a word without a field */
	enum query_name name;
	enum query_op op;
	struct str member;  /* of QUERY_MEMBER */
	struct str pointer; /* of a place; of `value` it is empty */
	bool in_artifact, is_value;
	unsigned bit; /* of a place: which of *found it is */
	struct wanted *wanted;
	size_t wanteds;
	struct pattern *pattern;
};

struct query {
	char *text; /* all slices point into it, or into `low` */
	char *low;
	struct term term[QUERY_TERMS];
	size_t terms;
	size_t group[QUERY_TERMS]; /* of each term, ascending: one of them has to hold */
	struct wanted wanted[QUERY_TERMS * QUERY_VALUES];
	size_t wanteds;
	unsigned places, kinds;
	const char *members; /* borrowed */
	bool exact;
};

/* --- query_words.c ---------------------------------------------------------- */

bool query_read_number(struct str s, double *out);
/* Negative too, "-5m"; in seconds. */
bool query_read_span(struct str s, double *out);
bool query_is_ordinal(struct str s);
/* Below, at or above 0: 1.9.0 comes before 1.10.0. */
int query_compare_ordinals(struct str a, struct str b);
int query_compare_text(struct str a, struct str b);
/* Whether `low`, which is in lower case, stands in `text` in any. Of ASCII. */
bool query_has(struct str text, struct str low);
/* The name that comes nearest, of the fields of `kinds` and `members`; "" if none does.
 */
struct str query_nearest(struct str name, unsigned kinds, const char *members);
/* The next word of `*list`, a blank between two; n is 0 behind the last. */
struct str query_next_word(struct str *list);

/* --- query_place.c ---------------------------------------------------------- */

/* Whether a JSON value is what the term wants. */
bool query_holds(const struct term *t, struct json *j, uint32_t n, uint64_t *fuel);
/* Whether a value of a row is. */
bool query_value_holds(
	const struct term *t, const struct query_value *v, uint64_t *fuel, bool *gave_up);

#endif
