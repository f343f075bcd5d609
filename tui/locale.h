/* SPDX-License-Identifier: MIT */
/* What the environment says of characters. */
#ifndef TUI_LOCALE_H
#define TUI_LOCALE_H

#include <stdbool.h>

/* Sets LC_CTYPE from the environment. Returns whether it is UTF-8. */
bool locale_set(void);

#endif
