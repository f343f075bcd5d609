/* SPDX-License-Identifier: MIT */
/* Files that appear under their name whole or not at all. */
#ifndef BUS_FILES_H
#define BUS_FILES_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

/* Brings the entry of the folder that `path` is in to the disk. */
void sync_folder(const char *path);
/*
 * Gives `from`, whose bytes are on disk, the name `to`, never in place of a file
 * that is there; false with errno.
 */
bool rename_new(const char *from, const char *to);

/* Adds the whole of a regular file of at most so many bytes; else says why not. */
bool file_read(const char *path, size_t most, struct buf *out, struct err *e);

#endif
