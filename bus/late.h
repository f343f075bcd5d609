/* SPDX-License-Identifier: MIT */
/*
 * Libraries that few starts need, and that bring along ten or thirty others: they are
 * loaded when they are needed, for every other start would take half as long again.
 */
#ifndef BUS_LATE_H
#define BUS_LATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct late_symbol {
	const char *name;
	void *to; /* where its address is put */
};

/*
 * Loads the first of `files` (NULL behind the last) that is there, for good, and finds
 * all `count` symbols in it. False with what to install.
 */
bool late_load(const char *const *files, const struct late_symbol *symbols, size_t count,
	struct err *e);

#endif
