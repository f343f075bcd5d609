/* SPDX-License-Identifier: MIT */
/*
 * Foreign text in a Markdown page: whatever it is, it stays text, in its cell and in its
 * line. Control characters go through text_clean(), what Markdown reads as markup gets a
 * backslash.
 */
#ifndef CONTRACT_MARKDOWN_H
#define CONTRACT_MARKDOWN_H

#include "base/buf.h"

#define MARKDOWN_BYTES 600 /* of one text; what is longer loses its end */

void markdown_text(struct buf *out, struct str s);
/* As code where it is plain, a pointer or a name; else as text. */
void markdown_code(struct buf *out, struct str s);

#endif
