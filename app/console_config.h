/* SPDX-License-Identifier: MIT */
/* console.conf: settings and keys of one person, read at start and by `:source`. */
#ifndef APP_CONSOLE_CONFIG_H
#define APP_CONSOLE_CONFIG_H

#include "app/command.h"
#include "views/shell.h"

/*
 * Reads a file into the shell. How many faults it has, each a line of `told`; then
 * nothing of it holds. `named`: somebody named it, so that it has to be there.
 */
size_t config_read(struct shell *s, const struct world *w, const char *path, bool named,
	struct buf *told);
/* What --config names, else console.conf of this user; the caller frees. */
char *config_path(const struct args *a);
/* The first of what is told, for the line above the hints. */
void config_say(struct shell *s, const struct world *w, size_t faults, struct buf *told);
/* `seam --check-config`: all of it, on standard error. */
enum status config_check(const struct args *a);

#endif
