/* SPDX-License-Identifier: MIT */
/*
 * The operator's editor, on a file of its own under the state folder (0600, its folder
 * 0700). The file is named after what it is of, so what was kept is found again.
 */
#ifndef APP_EDIT_H
#define APP_EDIT_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/buf.h"
#include "views/shell.h"

struct edit {
	pid_t pid; /* of the editor; 0: none runs */
	char *path;
	struct buf text; /* what came back */
	char why[200];   /* there was no editor, or no file */
};

void edit_fini(struct edit *e);
/* Starts it; the terminal must be given back before. False with `why`. */
bool edit_start(struct edit *e, const struct wish *w);
/* Whether it has ended; then `text` is what came back, or `why` says why not. */
bool edit_ended(struct edit *e);
/* The file of what `w` is about: malloc'ed. */
char *edit_path(const char *handoff, unsigned attempt, const char *digest);

#endif
