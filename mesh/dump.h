/* SPDX-License-Identifier: MIT */
/*
 * The canonical dump of a mesh: what stands, as lines of text that are the same
 * wherever the same events were folded: in the hub, in a console, from a
 * recording, before and after a restart. Its digest is `mesh` in the counters
 * (docs/PROTOCOL.md, "Standings and counters"). What only shows how it went (the log,
 * rates, when an incident began) is not in it.
 */
#ifndef MESH_DUMP_H
#define MESH_DUMP_H

#include "base/buf.h"
#include "mesh/mesh.h"

/*
 * Handoffs are digested in blocks by where they were first offered, so that only
 * blocks in which something changed are written out again.
 */
struct digest mesh_digest(struct mesh *m);
/* Digests up to `blocks` of what changed; false if nothing is left to do. */
bool mesh_digest_some(struct mesh *m, size_t blocks);

/* The lines themselves; `put` takes one after another. */
typedef void dump_line(void *user, struct str line);
void mesh_dump(const struct mesh *m, dump_line *put, void *user);

#endif
