/* SPDX-License-Identifier: MIT */
/*
 * A set of byte strings, to find out whether one is there twice. It hashes
 * with a secret of its own, so that nobody outside can choose strings that
 * collide; no order and no result depends on it. The strings are slices, each
 * below 4 GiB, of what the caller owns until the set is cleared or freed.
 */
#ifndef BASE_KEYSET_H
#define BASE_KEYSET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct keyset;

struct keyset *keyset_new(void);
void keyset_free(struct keyset *k);
/* Empties the set and makes room for `count` strings, reusing its memory. */
void keyset_clear(struct keyset *k, size_t count);
/* False if the string is in the set already. At most `count` are added. */
bool keyset_add(struct keyset *k, struct str s);

#endif
