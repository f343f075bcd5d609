/* SPDX-License-Identifier: MIT */
/* What the line behind `:` needs of the disk: lines of before, and names of files. */
#ifndef APP_CONSOLE_LINES_H
#define APP_CONSOLE_LINES_H

#include "views/shell.h"

/* $XDG_STATE_HOME/seam/history, the newest lines of it; what is in it is text, no keys.
 */
void lines_recall(struct shell *s);
/* Adds one. Mode 0600; it is written anew when it has grown long. */
void lines_keep(const char *line);
/* For shell_files(); arg is not used. */
bool lines_file(void *arg, struct str begin, unsigned nth, struct buf *out);
/* True once on this machine and account, for who has never seen the console. */
bool lines_first_time(void);

#endif
