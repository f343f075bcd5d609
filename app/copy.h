/* SPDX-License-Identifier: MIT */
/* What `c` copies: always into a file, and to the terminal's clipboard where it has one.
 */
#ifndef APP_COPY_H
#define APP_COPY_H

#include <stdbool.h>

#include "base/str.h"

#define COPY_SAID 400
#define COPY_MOST (4 * 1024 * 1024) /* bytes */

/*
 * Cleans it line by line and keeps it; `said` is where it is now, and where not. Without
 * `clipboard` only the file is written.
 */
void copy_keep(struct str text, bool clipboard, char said[COPY_SAID]);

#endif
