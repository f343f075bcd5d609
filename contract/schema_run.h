/* SPDX-License-Identifier: MIT */
/*
 * One check under way. A frame is a step that is being looked at; the frames around it
 * are the way that was taken there: what `$dynamicRef` asks for, and where an error is.
 */
#ifndef CONTRACT_SCHEMA_RUN_H
#define CONTRACT_SCHEMA_RUN_H

#include "contract/schema_own.h"

#define RUN_DEPTH 1000 /* frames */

/* What a check may cost: values looked at; see also pattern_match(). */
#define RUN_FUEL 200000
#define RUN_FUEL_EACH 32 /* and so much more for each node of the text */
#define PATTERN_FUEL 1000000

struct frame {
	const struct frame *up;
	const struct step *step;
	uint32_t via; /* the value of the `$ref` that led here, JSON_NONE: none did */
};

struct check {
	struct schema *s;
	struct schema_run *r;
	struct json *j;
	uint64_t fuel, pattern_fuel;
	uint32_t top; /* the node that is checked */
	unsigned depth;
	bool gave_up;
	unsigned quiet;               /* errors are not told: within `not`, `if` ... */
	struct schema_errors *errors; /* NULL: nobody asks why */
};

/*
 * Whether value `n` holds what a step says. `marks` is where to note which of its members
 * or elements a keyword has looked at (a place in the run's words, from 1), 0: nobody
 * asks.
 */
bool run_step(struct check *c, uint32_t step, uint32_t n, const struct frame *up,
	uint32_t via, size_t marks);

/* So much work is done at once, beside looking at values. */
static inline void run_charge(struct check *c, uint64_t cost)
{
	c->fuel -= c->fuel < cost ? c->fuel : cost;
}

/* Whether the text holds the pattern; the check may be given up meanwhile. */
bool run_pattern(struct check *c, uint32_t pattern, struct str s);

/* --- schema_members.c ------------------------------------------------------ */

bool run_members(struct check *c, const struct frame *f, const struct op *o, uint32_t n,
	size_t marks);
bool run_items(struct check *c, const struct frame *f, const struct op *o, uint32_t n,
	size_t marks);
bool run_contains(struct check *c, const struct frame *f, const struct op *o, uint32_t n,
	size_t marks);
bool run_unevaluated(struct check *c, const struct frame *f, const struct op *o,
	uint32_t n, size_t marks);
bool run_unique(struct check *c, const struct frame *f, const struct op *o, uint32_t n);

/* Room for one bit for each child of `n`, all 0. Given back with run_marks_end(). */
size_t run_marks(struct check *c, uint32_t n);
void run_marks_end(struct check *c, size_t marks);

static inline void run_mark(struct check *c, size_t marks, uint32_t child)
{
	if (marks != 0)
		c->r->word[marks - 1 + child / 64] |= UINT64_C(1) << child % 64;
}

static inline bool run_marked(const struct check *c, size_t marks, uint32_t child)
{
	return c->r->word[marks - 1 + child / 64] >> child % 64 & 1;
}

/* Adds what `from` has to `to`, both of `n`. */
void run_marks_add(struct check *c, uint32_t n, size_t to, size_t from);

/* --- schema_error.c -------------------------------------------------------- */

/* Notes an error, if somebody asks; returns false. `value`: the keyword's value. */
bool run_fail(struct check *c, const struct frame *f, uint32_t value, uint32_t n);
/* The same for a member that is missing. */
bool run_fail_missing(struct check *c, const struct frame *f, uint32_t value, uint32_t n,
	struct str name);
/*
 * Whether errors are being noted, so that one may go on behind the first. When there is
 * one more than there is room for nobody looks for others.
 */
static inline bool run_tells(const struct check *c)
{
	return c->errors != NULL && c->quiet == 0 && c->errors->all <= SCHEMA_ERRORS &&
		!c->gave_up && c->fuel > 0;
}

/* Drops the errors behind the first `count`. */
void run_forget(struct check *c, size_t count, uint64_t all);
/*
 * Of the branches of anyOf or oneOf, each with its errors from at[i] to before
 * at[i + 1], keeps those of the one that comes nearest to fitting value `n`.
 */
void run_keep_nearest(struct check *c, uint32_t n, const size_t *at, uint32_t branches);

#endif
