/* SPDX-License-Identifier: MIT */
/* The counters as members of a JSON object that is open: docs/PROTOCOL.md, "Standings and
 * counters". */
#ifndef BUS_COUNTERS_H
#define BUS_COUNTERS_H

#include "base/buf.h"
#include "mesh/mesh.h"

void out_counters(struct buf *b, const struct mesh *m);

#endif
