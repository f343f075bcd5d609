/* SPDX-License-Identifier: MIT */
/*
 * seam.baseline: what retention leaves behind (docs/PROTOCOL.md, "Retention").
 * The hub says the sums as they stand; then everything up to `cut` that nobody
 * waits for leaves the mesh, and may leave the journal. A journal that was cut
 * folds to the same mesh as the one that was not: from here on.
 */
#ifndef MESH_BASELINE_H
#define MESH_BASELINE_H

#include "base/buf.h"
#include "mesh/mesh.h"

/* The data of a baseline that cuts at this hubsequence, as a JSON object. */
void baseline_write(struct buf *b, const struct mesh *m, uint64_t cut);

/*
 * The part of it about what rests on other handoffs (mesh/baseline_links.c): which faults
 * stand, which inputs are awaited, and the circles.
 */
void baseline_write_links(struct buf *b, const struct mesh *m, uint64_t cut);
void baseline_fold_links(struct mesh *m, const struct event *e);

/*
 * Whether the fold rests on every event of this type, so that none may ever go: the
 * operators' log, which is also what is muted; contracts, on which offers rest; and
 * from where on hooks are owed something.
 */
bool baseline_keeps(struct str type);

/*
 * The handoffs that a baseline at `cut` takes out of the mesh, oldest first, at most
 * `most` of them: their places. Returns how many.
 */
size_t baseline_drops(const struct mesh *m, uint64_t cut, uint32_t *places, size_t most);
/* The highest cut, at most `cut`, that drops no more than `most` handoffs. */
uint64_t baseline_cut(const struct mesh *m, uint64_t cut, size_t most);

#endif
