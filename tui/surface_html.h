/* SPDX-License-Identifier: MIT */
/*
 * A surface as a page that a browser shows: its text in rows, which can be marked and
 * copied, in the colours of the light theme or the dark one. It loads nothing and runs
 * nothing, and says so to the browser.
 */
#ifndef TUI_SURFACE_HTML_H
#define TUI_SURFACE_HTML_H

#include "tui/surface.h"

/* Adds the whole document. */
void surface_html(const struct surface *s, struct str title, struct buf *out);

#endif
