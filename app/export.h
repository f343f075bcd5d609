/* SPDX-License-Identifier: MIT */
/* Where `:export` writes: a file that was not there before, whole or not at all. */
#ifndef APP_EXPORT_H
#define APP_EXPORT_H

#include "base/str.h"

/*
 * Writes `bytes` to `path`: a new file, or a folder, in which it is called `name`;
 * "" is the folder that one is in, `~/` the home. Where `name` is taken there it
 * becomes flow-2.svg and so on; a file that was named is never overwritten. What was
 * done, or why not, is told in `message`.
 */
void export_write(
	const char *name, const char *path, struct str bytes, char message[300]);

#endif
