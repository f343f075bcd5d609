/* SPDX-License-Identifier: MIT */
/* The counters as members of a JSON object that is open: docs/PROTOCOL.md, "Standings and
 * counters"; and `mesh`, the digest of all that stands (mesh/dump.h). */
#ifndef BUS_COUNTERS_H
#define BUS_COUNTERS_H

#include "base/buf.h"
#include "mesh/mesh.h"

void out_counters(struct buf *b, struct mesh *m);

#endif
