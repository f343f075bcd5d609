/* SPDX-License-Identifier: MIT */
/* The words for what contract/diff.h found. They hold foreign text: clean it. */
#ifndef CONTRACT_DIFF_WORDS_H
#define CONTRACT_DIFF_WORDS_H

#include "contract/diff.h"

/* "/due_date", "confidence.at", "the artifact" */
const char *diff_place(const struct difference *one);
/* "{format: date} -> {type: string}" */
void diff_change_words(struct buf *out, const struct difference *one);
/*
 * "breaks a taker of @3", "harmless: a human is asked more often". `of` is the version
 * that was, NULL for a schema that has none.
 */
void diff_who_words(
	struct buf *out, const struct difference *one, const struct version *of);
/* The name of a set of `enum breaks`, for programs: "nobody", "taker", "sender", "both".
 */
const char *breaks_name(unsigned breaks);

/*
 * "compatible", "compatible, but a weaker check: on_violation", "not compatible: 2
 * differences break a taker, 1 a sender of 1.2.0"
 */
void diff_verdict_words(struct buf *out, const struct diff *d, const struct version *of);

/*
 * What the number says of it: "breaking, and the version says so (1 -> 2)". Nothing where
 * nothing breaks and it fits. Returns whether who takes the old version is told: by a
 * number that his range does not take, or there is nothing to tell.
 */
bool diff_version_words(
	struct buf *out, const struct diff *d, struct version was, struct version is);

#endif
