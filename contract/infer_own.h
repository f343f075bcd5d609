/* SPDX-License-Identifier: MIT */
/* What contract/infer*.c share, and nobody else. */
#ifndef CONTRACT_INFER_OWN_H
#define CONTRACT_INFER_OWN_H

#include "base/buf.h"
#include "contract/infer.h"

/* Writing the schema: where it is, and how deep it may go. */
struct schema_writer {
	struct infer *f;
	struct buf *out;
	struct buf at;    /* JSON Pointer, as in the artifact; `*` for an element */
	unsigned deepest; /* levels that are written */
	uint64_t of; /* objects in which the next place might have been; 0: no matter */
};

/* The schema of what was seen, as one JSON value. */
void infer_schema(struct schema_writer *w, const struct sample *s);

/* The same doubt at the same place is told once. */
void infer_doubt(struct infer *f, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* --- judgements on one sample: infer_judge.c ------------------------------- */

/* Whether its values are so few, and new ones so long ago, that there are no others. */
bool sample_is_choice(const struct sample *s);
/* Whether no other key is to be expected. */
bool sample_keys_stand(const struct sample *s);
/*
 * The sets of members that are enough, where each object has exactly one of them; 0 if
 * they are not two or more, or not to be relied on. A field that is always there is in
 * all.
 */
#define VARIANTS 4
uint32_t sample_variants(
	const struct sample *s, const struct sample_shape *variant[VARIANTS]);
/* Whether its numbers go up and up, as a counter's do. */
bool sample_climbs(const struct sample *s);
/* Bounds with room for what was not seen; false where none can be told. */
bool sample_lower(const struct sample *s, double *bound);
bool sample_upper(const struct sample *s, const char *name, double *bound);
/* What its strings begin with, one and all: letters and a separator. Its length. */
uint32_t texts_prefix(const struct sample_texts *t);
/* Lengths that hold: each false where none can be told. */
bool texts_least(const struct sample_texts *t, uint32_t *n);
bool texts_most(const struct sample_texts *t, uint32_t *n);
/* A word for how sure somebody is: its numbers are in 0..1. */
bool name_is_confidence(const char *name);
bool name_is_share(const char *name);

#endif
