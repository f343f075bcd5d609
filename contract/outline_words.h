/* SPDX-License-Identifier: MIT */
/*
 * A schema in a few words: `{type: string, format: date}`, `anything`, `nothing`. They
 * hold foreign text: clean it before it is shown.
 */
#ifndef CONTRACT_OUTLINE_WORDS_H
#define CONTRACT_OUTLINE_WORDS_H

#include "contract/outline.h"

/* `null`: it is one with null, outline_follow(). */
void outline_words(struct buf *out, struct outline o, bool null);
/* `{type: string or null}` */
void outline_type_words(struct buf *out, unsigned types);
/*
 * The words of some keywords, `{minimum: 1}`; of its type where it has none of them.
 * `names` ends with NULL.
 */
void outline_keyword_words(
	struct buf *out, struct outline o, bool null, const char *const *names);

#endif
