/* SPDX-License-Identifier: MIT */
/* The page behind `?`: keys of this screen, then all, from the table of actions. */
#ifndef VIEWS_HELP_H
#define VIEWS_HELP_H

#include "tui/prompt.h"
#include "views/keymap.h"
#include "views/topics.h"
#include "views/view.h"

struct help {
	bool open, searching;
	bool asked;                /* :help WORD began it: what goes back closes it */
	bool cut;                  /* w: lines of the page are cut, not wrapped */
	size_t top, lines, height; /* the last two as they were drawn */
	struct prompt search;
	const struct keymap *map;  /* what is mapped: the shell's, before each drawing */
	const struct topic *topic; /* instead of the keys; NULL */
	const char *barred;        /* why some actions are dim; NULL: none is */
	bool replay;               /* of a recording: the shell's, before each drawing */
};

void help_init(struct help *h);
void help_fini(struct help *h);
void help_open(struct help *h);
/* At a topic, or where there is none of that name, at what has the word in it. */
void help_topic(struct help *h, struct str word);
/* One key while it is open; it closes itself. */
void help_key(struct help *h, int key);
/* Over all of `s`; `title` is that of the screen. */
void help_draw(struct help *h, enum screen screen, const char *title, struct surface *s);
/* The hint line of the page, or its search field. */
void help_draw_hint(const struct help *h, struct surface *s);

#endif
