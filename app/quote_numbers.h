/* SPDX-License-Identifier: MIT */
/* For whoever reads numbers as reals: those that may be beyond one, as strings. */
#ifndef APP_QUOTE_NUMBERS_H
#define APP_QUOTE_NUMBERS_H

#include "base/buf.h"

/* Adds the JSON text `text`, in which each very long number stands in quotes. */
void quote_numbers(struct buf *out, struct str text);

#endif
