/* SPDX-License-Identifier: MIT */
/*
 * A surface as an SVG picture, for a report or a chat. Lines, arrows and bars
 * are drawn, not written: they meet whatever font the reader has. Colours are
 * those of the light theme, and of the dark one where the reader prefers it.
 */
#ifndef TUI_SURFACE_SVG_H
#define TUI_SURFACE_SVG_H

#include "tui/surface.h"

/* Adds the whole document; `title` is what a reader of screens is told first. */
void surface_svg(const struct surface *s, struct str title, struct buf *out);

/* Adds `s`, cleaned, as text or as the value of an attribute of XML. */
void svg_text(struct buf *out, struct str s);
/* 0xRRGGBB of one of the 256 colours. */
unsigned svg_rgb(int colour);

#endif
