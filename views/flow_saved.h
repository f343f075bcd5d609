/* SPDX-License-Identifier: MIT */
/*
 * The layout of the flow graph from one session to the next: the same mesh looks
 * the same. It is text here; who keeps the file is outside.
 */
#ifndef VIEWS_FLOW_SAVED_H
#define VIEWS_FLOW_SAVED_H

#include "base/buf.h"

#define FLOW_SAVED_MAX (256 * 1024) /* bytes; what is larger is not looked at */

/* What was saved; of use until the graph is first laid out. `state` is the screen's. */
void flow_saved_give(void *state, struct str text);
/* Adds what is to be saved if that has changed since it was last asked; else false. */
bool flow_saved_take(void *state, const char *mesh, struct buf *out);

#endif
