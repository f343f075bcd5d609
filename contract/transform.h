/* SPDX-License-Identifier: MIT */
/*
 * A few lines that change an artifact, in a small language of its own:
 *
 *   move /a /b      the value at /a goes to /b, which is not there yet
 *   rename /a/x y   the member x of /a is called y from here on, in its place
 *   set /x 5        /x is this JSON, whether it was there or not; its parent is
 *   drop /y         what is at /y goes; it need not be there
 *
 * A pointer is that of RFC 6901; one with blanks, and a name with blanks, stands in the
 * quotes of a JSON string. Lines are done in order, all or none; what no line names keeps
 * its bytes and its place. Empty lines and those with # in front say nothing.
 */
#ifndef CONTRACT_TRANSFORM_H
#define CONTRACT_TRANSFORM_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"

#define TRANSFORM_STEPS 64
#define TRANSFORM_BYTES 16384 /* of all lines */
#define TRANSFORM_DEPTH 62    /* of what comes out: as deep as an artifact may be */

enum transform_verb { TRANSFORM_MOVE, TRANSFORM_RENAME, TRANSFORM_SET, TRANSFORM_DROP };

struct transform_step {
	enum transform_verb verb;
	struct str at;   /* a pointer; slices of `text` */
	struct str more; /* a pointer, a name, a value: by the verb */
	unsigned line;   /* from 1 */
};

struct transform {
	struct transform_step step[TRANSFORM_STEPS];
	size_t n; /* 0: changes nothing */
	struct buf text;
};

/* False with the reason, "line 2: ...", where it is none; then nothing is kept. */
bool transform_read(struct str lines, struct transform *out, struct err *e);
void transform_fini(struct transform *t);

/*
 * Adds the changed artifact to `out`, of at most so many bytes. False with the reason,
 * "/a: not there (line 2)", and nothing added. `artifact` is JSON.
 */
bool transform_apply(const struct transform *t, struct str artifact, size_t most,
	struct buf *out, struct err *e);

#endif
