/* SPDX-License-Identifier: MIT */
/* JSON for people: a member a line, two blanks a level. */
#ifndef BASE_JSON_PRETTY_H
#define BASE_JSON_PRETTY_H

#include "base/json.h"

/* Adds value `n` in lines, without one behind the last; scalars stay as they stand. */
void json_pretty(struct buf *out, const struct json *j, uint32_t n);

#endif
