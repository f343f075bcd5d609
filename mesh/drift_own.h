/* SPDX-License-Identifier: MIT */
/* What the drift*.c files share and nobody else includes. */
#ifndef MESH_DRIFT_OWN_H
#define MESH_DRIFT_OWN_H

#include "mesh/drift.h"

/* Its words are set by the caller. */
struct drift *drift_add(struct drifts *d, enum drift_kind kind);

void drift_find_mixed(struct drifts *d, const struct mesh *m, uint32_t edge);
void drift_find_unknown(struct drifts *d, const struct mesh *m, uint32_t edge);
void drift_find_no_signal(struct drifts *d, const struct mesh *m, uint32_t edge);

#endif
