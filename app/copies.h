/* SPDX-License-Identifier: MIT */
/*
 * Copies of what the console discarded: files of JSON lines, for the operator alone, in
 * the folder `discarded` of the operator's state. One has its name only when it is whole
 * and on the disk.
 */
#ifndef APP_COPIES_H
#define APP_COPIES_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

/* Adds lines to copy `name`; `last`: it is whole. `path`: where it is then. */
bool copies_add(
	const char *name, struct str lines, bool last, char path[400], struct err *e);
/* The newest, the newest first. */
void copies_read(void (*take)(void *arg, const char *name, struct str text), void *arg);

#endif
