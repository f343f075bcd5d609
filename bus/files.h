/* SPDX-License-Identifier: MIT */
/* Files that are read, and files that appear under their name whole or not at all. */
#ifndef BUS_FILES_H
#define BUS_FILES_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/err.h"

/* Brings the entry of the folder that `path` is in to the disk. */
void sync_folder(const char *path);
/* The folders that `path` is in, mode 0700 where they are not there. */
bool folders_above(const char *path, struct err *e);
/*
 * Gives `from`, whose bytes are on disk, the name `to`, never in place of a file
 * that is there; false with errno.
 */
bool rename_new(const char *from, const char *to);

/* False with errno where not all of it could be written. */
bool write_all(int fd, struct str text);

/* "a folder", "a FIFO" ... of what is no regular file. */
const char *file_kind(mode_t mode);
/*
 * A file to be read, `-` is standard input: a regular one, or a pipe of the shell,
 * `<(...)`. What would wait for ever, a FIFO that nobody writes to, is refused. NULL with
 * the reason, which does not name it. file_close() leaves standard input open.
 */
FILE *file_open(const char *path, struct err *e);
void file_close(FILE *f);

/* Adds the whole of such a file, of at most so many bytes; else says why not. */
bool file_read(const char *path, size_t most, struct buf *out, struct err *e);

#endif
