/* SPDX-License-Identifier: MIT */
/*
 * Keys that a person has put elsewhere: lines `map SCREEN KEY COMMAND` and
 * `unmap SCREEN KEY`, from a file or from `:`. What always holds: only a
 * capital letter acts; what confirms an act is none; a key has one meaning on
 * a screen; and Esc, `:`, Ctrl-C and Ctrl-Z stay, so that there is a way out.
 */
#ifndef VIEWS_KEYMAP_H
#define VIEWS_KEYMAP_H

#include "views/row.h"
#include "views/view.h"

#define KEYMAP_MOST 128 /* lines */
#define KEYMAP_LINE 100 /* bytes of what a key may stand for */
#define KEYMAP_KEYS 64  /* of a text that names keys */

struct keymap_row {
	unsigned screens; /* ON() of each */
	int key;
	enum action action;     /* of a name alone, else ACTION_NONE */
	char line[KEYMAP_LINE]; /* as behind `:`; "": nothing */
};

struct keymap { /* zeroed: every key is as in action_rows */
	size_t n;
	struct keymap_row row[KEYMAP_MOST];
};

/* Where keys are named: hints and help say those in force there. */
struct key_names {
	const struct keymap *map;
	unsigned screen;
	bool replay;
};

/*
 * Takes `map ...` or `unmap ...`. False, and `why` says what is wrong and what to do,
 * and nothing has changed.
 */
bool keymap_take(struct keymap *m, const struct view *const *views, struct str line,
	char why[ROW_TEXT]);
/* What was said of that key on that screen; NULL: nothing, it is what it always was. */
const struct keymap_row *keymap_find(const struct keymap *m, unsigned screen, int key);
/* The keys that do `a` there, "" if none does. */
const char *keymap_keys(
	const struct key_names *names, enum action a, char out[KEYMAP_KEYS]);
/* Names of keys as a hint has them ("j k"), each as the one in force; names NULL: as
 * they are. */
const char *keymap_shown(
	const struct key_names *names, const char *keys, char out[KEYMAP_KEYS]);
/* The lines that hold, as they could stand in a file, each with LF. */
void keymap_write(
	const struct keymap *m, const struct view *const *views, struct buf *out);

#endif
