/* SPDX-License-Identifier: MIT */
/*
 * Base64 with padding (RFC 4648, section 4). Ours, since libsodium's takes the same
 * time for every byte, which keys need and a snapshot of a hundred megabytes does not.
 */
#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include <stdbool.h>

#include "base/buf.h"

/* Adds `in` as base64. */
void base64_write(struct buf *out, struct str in);
/* Adds what padded base64 stands for; false, and nothing added, where it is none. */
bool base64_read(struct buf *out, struct str in);

#endif
