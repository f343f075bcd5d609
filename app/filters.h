/* SPDX-License-Identifier: MIT */
/* The operator's file of saved filters: "filters" beside the decisions, one a line. */
#ifndef APP_FILTERS_H
#define APP_FILTERS_H

#include "base/buf.h"
#include "base/err.h"

/* Empty where there is none. */
void filters_read(struct buf *out);
/* All of it, whole or not at all. */
bool filters_write(struct str text, struct err *e);

#endif
