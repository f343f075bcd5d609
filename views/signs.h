/* SPDX-License-Identifier: MIT */
/*
 * What the signs on the screens mean, as one const table: help, the manual
 * page and docs/OPERATING.md say it from here.
 */
#ifndef VIEWS_SIGNS_H
#define VIEWS_SIGNS_H

struct sign {
	const char *sign;  /* as it is drawn in UTF-8 */
	const char *means; /* one sentence */
};

/* Ended by a row without a sign. */
extern const struct sign signs[];

#endif
