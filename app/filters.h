/* SPDX-License-Identifier: MIT */
/* The operator's files of lines beside the decisions: "filters", "workspaces". */
#ifndef APP_FILTERS_H
#define APP_FILTERS_H

#include "base/buf.h"
#include "base/err.h"

/* Empty where there is none. */
void filters_read(const char *name, struct buf *out);
/*
 * Lines, each with its name in front, whole or not at all. `was` is what was read or
 * written last: what another console has changed since stays, and it becomes what is
 * there now.
 */
bool filters_write(const char *name, struct str text, struct buf *was, struct err *e);

#endif
