/* SPDX-License-Identifier: MIT */
/*
 * The language behind `:`: a name from the table of actions or of a screen,
 * then its argument. The six that change the mesh have no command: a line of
 * small letters must not lead to a decision.
 */
#ifndef VIEWS_COMMAND_H
#define VIEWS_COMMAND_H

#include "views/view.h"

struct command {
	enum action action; /* ACTION_NONE: it is none, `why` says so */
	enum action named;  /* the same, and what is no command: the six */
	int screen;         /* of ACTION_SCREEN */
	struct str arg;
	char why[120];
};

void command_read(struct str line, const struct view *const *views, bool replay,
	struct command *out);
/* Completes the first word; a prompt_complete_fn, `arg` is the SCREENS views. */
bool command_complete(void *arg, struct str before, unsigned nth, struct buf *out);

#endif
