/* SPDX-License-Identifier: MIT */
/*
 * What is different between two artifacts: a line for each place, named by its JSON
 * Pointer, with - before what was there and + before what is; what is the same is only
 * counted. Work and lines are bounded, and it is said where that is met.
 */
#ifndef VIEWS_CHANGES_H
#define VIEWS_CHANGES_H

#include "views/detail.h"

#define CHANGES_LINES 400

struct changes {
	size_t places, same; /* that differ; that do not */
	size_t left_out;     /* lines for which there was no room */
};

/* Adds the lines to `l`: `a` is what was, `b` what is. */
struct changes changes_add(
	struct lines *l, struct json *a, uint32_t from, struct json *b, uint32_t to);

#endif
