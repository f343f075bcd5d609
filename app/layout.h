/* SPDX-License-Identifier: MIT */
/* The flow graph's layout of each mesh, a file below the state folder. */
#ifndef APP_LAYOUT_H
#define APP_LAYOUT_H

#include <stdbool.h>

#include "base/buf.h"

/* Adds what was saved for that mesh; false if there is nothing of use. */
bool layout_load(const char *mesh, struct buf *out);
/* Whole or not at all. That it cannot be written is no trouble: it is laid out anew. */
void layout_save(const char *mesh, struct str text);

#endif
