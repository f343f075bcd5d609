/* SPDX-License-Identifier: MIT */
/*
 * Who looks at the offers of many handoffs, one after the other, and finds that one is
 * not here asks for those behind it too: then old ones cost one way to the hub for many.
 */
#ifndef VIEWS_AHEAD_H
#define VIEWS_AHEAD_H

#include "views/world.h"

#define AHEAD 48 /* events that are asked for at the same time */

/*
 * `at` is not here: asks for those up to `n` behind it. `*asked`, zeroed at first, is up
 * to where that has been done. What does not stay here until it is looked at is asked for
 * again by itself, so this ends however large they are.
 */
void ahead_ask(const struct world *w, size_t *asked, size_t at, size_t n,
	uint32_t (*place)(const void *arg, size_t i), const void *arg);

#endif
