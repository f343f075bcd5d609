/* SPDX-License-Identifier: MIT */
/*
 * The drawing characters and what stands for them where they cannot be shown.
 * Views draw lines, arrows and bars in Unicode always; the surface keeps them
 * so, and they are mapped only on the way out (term_flush(), surface_dump()).
 * The map is one character for one character of the same width, so a layout
 * never depends on it. Foreign text is not touched here.
 */
#ifndef TUI_GLYPH_H
#define TUI_GLYPH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum glyphs {
	GLYPHS_AUTO,  /* only as a wish: the terminal and the locale decide */
	GLYPHS_UTF8,  /* as drawn */
	GLYPHS_ACS,   /* light lines of the VT100 set with square corners, else ASCII */
	GLYPHS_ASCII, /* - | + > = . : o */
};

/* What `c` becomes; `c` itself where it is no drawing character. */
uint32_t glyph_map(enum glyphs to, uint32_t c);

/* "auto", "utf8", "acs", "ascii". */
const char *glyphs_name(enum glyphs g);
/* False where `name` is none of them; *out is then as it was. */
bool glyphs_named(struct str name, enum glyphs *out);

#endif
