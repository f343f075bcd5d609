/* SPDX-License-Identifier: MIT */
/* What is told to a terminal beside its frames: switches, its title, its clipboard. */
#ifndef TUI_OSC_H
#define TUI_OSC_H

#include <stdbool.h>

#include "base/buf.h"
#include "tui/term.h"

/* Ends whatever sequence a frame was cut in. */
#define STRING_END "\033\\"
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
#define TITLE_PUSH "\033[22;2t"
#define TITLE_POP "\033[23;2t"

/* Appends `title` as a title takes it: ASCII, cut, one mark for each other character. */
void osc_title(struct buf *out, struct str title);
/*
 * Appends what offers `text` to the clipboard, through GNU screen too; nothing where it
 * is too long, or the terminal, which `has` one itself or not, is in no tmux or screen.
 */
enum term_copied osc_copy(struct buf *out, struct str text, bool has);

#endif
