/* SPDX-License-Identifier: MIT */
/* What an offer named where no contract of its edge holds for it, in words for people. */
#ifndef VIEWS_UNRULED_H
#define VIEWS_UNRULED_H

#include "mesh/mesh.h"

/*
 * "names no contract; this edge has a/1.0.0", "b/1.0.0, which is not of this edge (it has
 * a/1.0.0)", "c/1.0.0, which is not in force here": `named` is what the offer named,
 * "" where it named nothing. Foreign text.
 */
void unruled_words(
	struct buf *b, const struct mesh *m, const struct handoff *h, struct str named);
/* The same in a few words, "names no contract". */
const char *unruled_brief(const struct mesh *m, const struct handoff *h);

#endif
