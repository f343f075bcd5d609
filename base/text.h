/* SPDX-License-Identifier: MIT */
/*
 * Text from the mesh is hostile. Everything that goes to a screen, a log, a
 * title or a clipboard passes through text_clean() first, and only through it:
 * by character, never by escape sequence (a malformed sequence fools a
 * pattern). After it a string has only printable characters whose widths
 * text_width() knows, so that it cannot move the cursor, change colour, hide
 * or reorder what stands beside it.
 *
 *   C0 (ESC, BS, CR, BEL, LF, TAB ...), DEL      ^[ ^H ^M ... ^?
 *   C1 (U+0080..U+009F)                          <U+009B>
 *   a byte that is not UTF-8                     <9B>
 *   bidi controls, line and paragraph separator,
 *   invisible and format characters, tags,
 *   private use, noncharacters, unassigned       <U+202E>
 *   combining marks beyond the second in a row   <U+0301>
 *   all other characters                         as they are
 *
 * ZWJ and variation selectors count as invisible: what they join is shown
 * side by side.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct buf;

/*
 * Reads one character of at most `n` bytes at `p`. Returns its length in
 * bytes and its code point in *c, or 0 where the bytes are no valid UTF-8
 * (overlong forms, surrogates and what is above U+10FFFF included) or n == 0.
 */
size_t utf8_decode(const char *p, size_t n, uint32_t *c);
/* Writes `c` (a valid scalar value) as UTF-8 to `out` and returns its length. */
size_t utf8_encode(uint32_t c, char out[4]);
bool utf8_valid(struct str s);

/*
 * Columns that a cleaned character takes: 0 (combining), 1 or 2; -1 for one
 * that text_clean() would replace. From a table of our own, so that layout is
 * the same on every machine and in every locale.
 */
int text_width_of(uint32_t c);
/* Columns of a cleaned string. */
size_t text_width(struct str s);

/* Adds the printable form of `s` to `out`; returns how many characters (or bad bytes)
 * were replaced. */
size_t text_clean(struct buf *out, struct str s);
/*
 * Adds `s` (cleaned already) cut to `columns`: where it is cut the last
 * column is '~'. Nothing is added to fill. Returns the columns used.
 */
size_t text_cut(struct buf *out, struct str s, size_t columns);

/* The first bytes of a UTF-8 text, at most `most`, never cut within a character. */
struct str text_head(struct str s, size_t most);
/* As much of it as has room in `to`, never cut within a character, and a NUL. */
void text_copy(char *to, size_t room, struct str s);

/* Whether a UTF-8 text holds C0, DEL or C1. */
bool text_has_controls(struct str s);

/* docs/PROTOCOL.md, Words: `[a-z0-9][a-z0-9._-]{0,63}` */
bool text_is_agent(struct str s);
/* docs/PROTOCOL.md, Words: `[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}` */
bool text_is_id(struct str s);
/* Nothing but blanks and tabs, or nothing at all. */
bool text_is_blank(struct str s);

#endif
