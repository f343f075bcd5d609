/* SPDX-License-Identifier: MIT */
/* For jansson, which reads numbers as reals and no NUL in a key: what is beyond it, as
 * strings that it takes. */
#ifndef APP_QUOTE_NUMBERS_H
#define APP_QUOTE_NUMBERS_H

#include "base/buf.h"

/* Adds the JSON text `text`, in which each very long number stands in quotes, and a
 * NUL as "^@". */
void quote_numbers(struct buf *out, struct str text);

#endif
