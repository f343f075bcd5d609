/* SPDX-License-Identifier: MIT */
/*
 * Where operations of the console (views/ops.h) are stored: a file each in the folder
 * `ops` of the operator's state, lines at its end. One that a console goes on with is
 * locked, so that no other reads or continues it meanwhile.
 */
#ifndef APP_OPS_STORE_H
#define APP_OPS_STORE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

struct ops_store;

struct ops_store *ops_store_open(void);
void ops_store_close(struct ops_store *s);

/* Adds lines to the file of operation `id`; `sync`: and waits for the disk. */
bool ops_store_add(
	struct ops_store *s, const char *id, struct str lines, bool sync, struct err *e);
/* Gives the text of the newest files, the oldest of them first, but of those that are
 * locked. */
void ops_store_read(
	struct ops_store *s, void (*take)(void *arg, struct str text), void *arg);

#endif
