/* SPDX-License-Identifier: MIT */
/* What sample.c and sample_settle.c share, and nobody else. */
#ifndef CONTRACT_SAMPLE_OWN_H
#define CONTRACT_SAMPLE_OWN_H

#include "contract/sample.h"

void sample_free(struct sample *s);
void sample_text(struct sample_texts *t, struct str s);
/* Counts a distinct value; what is one too many ends the counting. */
void sample_value(
	struct sample *s, struct str text, enum sample_type type, uint64_t count);
/* The texts of the keys of `rest`, from now on. */
struct sample_texts *sample_keys(struct sample *s);
/* The place of a member, or SAMPLE_MEMBERS. */
uint32_t sample_find(struct sample *s, struct str key);
/* The shapes are not known any more: members went, or others came. */
void sample_forget_shapes(struct sample *s);

#endif
