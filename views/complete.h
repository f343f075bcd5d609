/* SPDX-License-Identifier: MIT */
/*
 * What Tab offers behind `/`: names of fields, then values that have been seen, places in
 * artifacts, and filters that were saved. Foreign words: the prompt cleans them.
 */
#ifndef VIEWS_COMPLETE_H
#define VIEWS_COMPLETE_H

#include "views/filter.h"
#include "views/saved.h"

#define COMPLETE_MOST 300 /* words that are offered */

struct complete {
	const struct world *world; /* NULL but while a key is taken */
	const struct saved *saved;
	unsigned kinds;   /* of the list: what fields there are */
	uint32_t handoff; /* under the cursor: its artifact comes first */
};

/* A prompt_complete_fn; `arg` is a struct complete. */
bool complete_filter(void *arg, struct str before, unsigned nth, struct buf *out);

/* What the last term's field means: "conf  0 to 1 ...", "" if it has none. */
const char *complete_help(struct str text, unsigned kinds, char out[120]);

#endif
