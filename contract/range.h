/* SPDX-License-Identifier: MIT */
/*
 * Ranges of versions, in the grammar of npm: `^1.2`, `~1.2.3`, `1.x`, `1`, `*`, ``,
 * `>=1 <3`, `1.2 - 2.3`, `^1 || ^2`. Versions are MAJOR.MINOR.PATCH; there are no
 * pre-releases and no builds, and a range that names one is refused. So all that stands
 * between two
 * `||` comes down to one span of versions without a hole.
 */
#ifndef CONTRACT_RANGE_H
#define CONTRACT_RANGE_H

#include "contract/contract.h"

#define RANGE_SPANS 16

struct span {
	struct version from, below; /* from <= v < below */
};

struct range {
	unsigned spans; /* 0: it takes no version, as `<0` */
	struct span span[RANGE_SPANS];
};

/* False with the reason, and the byte where it shows, where `s` is no range. */
bool range_read(struct str s, struct range *out, struct err *e);
bool range_takes(const struct range *r, struct version v);
/* Whether it takes one version alone. */
bool range_is_one(const struct range *r);
/* Whether there is a version, in force or not, that both take. */
bool range_meets(const struct range *a, const struct range *b);

/* Below 0, 0 or above it, as strcmp(). */
int version_cmp(struct version a, struct version b);

#define VERSION_TEXT 36
/* "1.2.0" */
const char *version_text(struct version v, char out[VERSION_TEXT]);

#endif
