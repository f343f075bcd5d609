/* SPDX-License-Identifier: MIT */
/* References between schemas: RFC 3986, section 5, for `$id` and `$ref`. */
#ifndef CONTRACT_URI_H
#define CONTRACT_URI_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

/* Adds what `ref` means where `base` is the document: 5.2, strict. "" is no base. */
void uri_resolve(struct buf *out, struct str base, struct str ref);
/* Takes what is behind the # off *uri; {NULL, 0} if there is no #. */
struct str uri_take_fragment(struct str *uri);
/* Adds `s` with its %XX undone; false if one of them is no such thing. */
bool uri_decode(struct buf *out, struct str s);

#endif
