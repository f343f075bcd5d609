/* SPDX-License-Identifier: MIT */
/* How often a letter was put back by hand, and whether it always died of the same. */
#ifndef VIEWS_AGAIN_H
#define VIEWS_AGAIN_H

#include "mesh/mesh.h"

struct again {
	unsigned times; /* 0: never */
	bool same;      /* of one cause each time, and of that again now */
};

struct again again_of(const struct mesh *m, const struct handoff *h);

#endif
