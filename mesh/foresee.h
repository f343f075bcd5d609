/* SPDX-License-Identifier: MIT */
/* Lines of the log (mesh/mesh.h) of what is still to come in a recording. */
#ifndef MESH_FORESEE_H
#define MESH_FORESEE_H

#include "mesh/event.h"
#include "mesh/mesh.h"

/* With the places of `whole`, the mesh at the end: here its handoff may not be yet. */
void log_foresee(const struct mesh *whole, const struct event *e, struct log_line *out);

#endif
