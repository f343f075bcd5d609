/* SPDX-License-Identifier: MIT */
/* Where things lie: XDG base directories, and what ships with seam. */
#ifndef APP_PATHS_H
#define APP_PATHS_H

#include <stdbool.h>

#include "base/str.h"

/* $HOME, or the login's home. */
const char *home_path(void);
/* "$XDG_STATE_HOME/seam/<name>", or below ~/.local/state; the caller frees. */
char *state_path(const char *name);
/*
 * The folder `name` that ships with seam ("contracts"): beside the program in
 * a source tree (fixtures/), else where it was installed. NULL if there is none.
 */
char *share_path(const char *name);
/* The journal of a mesh: "main" has main.journal, so that two on one machine have two. */
char *journal_default(const char *name);
/* The same below $XDG_CONFIG_HOME, else ~/.config. */
char *config_home(const char *name);
/* Makes the folders that `path` is in, readable by nobody else. */
void make_folders(char *path);
/* All of them, itself included. */
void make_folder(const char *path);
/*
 * Another file takes the place of `path` whole: who reads it never finds half of one, and
 * two that write at once do not mix. On the disk where `sync`. False with errno.
 */
bool write_whole(const char *path, struct str text, bool sync);
/* This program's own file, for starting it again; the caller frees. */
char *own_path(void);

#endif
