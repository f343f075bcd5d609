/* SPDX-License-Identifier: MIT */
/* What both ways of an image share. */
#ifndef MESH_IMAGE_OWN_H
#define MESH_IMAGE_OWN_H

#include "mesh/image_io.h"

#define IMAGE_MAGIC "seam mesh image\n"
#define IMAGE_PLACES (UINT64_C(1) << 31)

/* A number that changes with every table of members, and with what values mean. */
uint64_t image_layout(void);

/* The events that wait for their offer (mesh/early.c). */
void early_save(const struct mesh *m, struct image_out *o);
void early_load(struct mesh *m, struct image_in *in);

#endif
