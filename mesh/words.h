/* SPDX-License-Identifier: MIT */
/*
 * Texts that stay as long as the mesh: ids, and words that many handoffs share
 * and each keeps a pointer to. They stand close together, without the block of
 * memory that each would have of its own; none is freed before all are.
 */
#ifndef MESH_WORDS_H
#define MESH_WORDS_H

#include "base/table.h"

struct words {
	struct words_chunk *chunk; /* private */
	size_t used;
	char **word; /* those of words_share() */
	uint32_t count;
	size_t cap;
	struct table by_text;
};

void words_init(struct words *w);
void words_fini(struct words *w);

/* A copy with a NUL behind it. */
char *words_keep(struct words *w, struct str s);
/* The same copy for the same text; NULL for absent. */
char *words_share(struct words *w, struct str s);

#endif
