/* SPDX-License-Identifier: MIT */
/* The operator's files of lines beside the decisions: "filters", "workspaces". */
#ifndef APP_FILTERS_H
#define APP_FILTERS_H

#include "base/buf.h"
#include "base/err.h"

/* Empty where there is none. */
void filters_read(const char *name, struct buf *out);
/* All of it, whole or not at all. */
bool filters_write(const char *name, struct str text, struct err *e);

#endif
