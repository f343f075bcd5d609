/* SPDX-License-Identifier: MIT */
/*
 * Marks of a recording, each with a note perhaps: beside it, in a file of the
 * same name with ".marks" behind it, a line each. What is no mark there is
 * left out.
 */
#ifndef APP_MARKS_H
#define APP_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

#define MARKS_MOST 1000
#define MARK_NOTE 200 /* bytes */

struct marks {
	int64_t *time; /* ascending */
	char **note;   /* of each; "": none */
	size_t n, cap, cap_note;
	char *path; /* NULL: they are not kept */
};

void marks_open(struct marks *m, const char *recording);
void marks_fini(struct marks *m);
/* The place of that time, or where it would be put. */
size_t marks_at(const struct marks *m, int64_t time);
bool marks_has(const struct marks *m, int64_t time);
/* False: there are too many. A note that cannot be in a line is cut before that. */
bool marks_set(struct marks *m, int64_t time, struct str note);
void marks_forget(struct marks *m, int64_t time);
/* False: they could not be written, or are of what has no place. */
bool marks_save(const struct marks *m, struct err *e);

#endif
