/* SPDX-License-Identifier: MIT */
/*
 * A line editor for ':' and '/' and notes. It owns its text and history. What
 * always holds: the text is valid UTF-8 of printable characters, no longer
 * than PROMPT_MAX bytes, and the cursor stands between characters, never
 * between one and its combining marks. Pasted text is text: what would be a
 * key is dropped, a line end or tab is a blank, and nothing in it can finish.
 */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"
#include "tui/surface.h"

#define PROMPT_MAX 1024
#define PROMPT_HISTORY 100

/*
 * Adds to `out` the `nth` (from 0) way to complete `before`, the text left of
 * the cursor: what shall stand in its place, whole. False: there are no more.
 * The order must not change from call to call.
 */
typedef bool prompt_complete_fn(
	void *arg, struct str before, unsigned nth, struct buf *out);

enum prompt_did {
	PROMPT_IGNORED,   /* not a key of the prompt (arrows up without history, F-keys,
			     Tab) */
	PROMPT_EDITED,    /* taken; perhaps the text is another */
	PROMPT_DONE,      /* Enter */
	PROMPT_CANCELLED, /* Esc, Ctrl-C, Backspace in an empty line */
};

struct prompt {           /* private but for `label`, `complete`, `complete_arg` */
	struct str label; /* ":" or "note "; borrowed */
	prompt_complete_fn *complete; /* for Tab; NULL: Tab is ignored */
	void *complete_arg;
	struct buf text;
	size_t cursor; /* byte offset */
	bool pasting;
	char *history[PROMPT_HISTORY]; /* oldest first */
	size_t n_history, browsing;    /* browsing == n_history: the draft */
	struct buf draft;              /* what was there before the browsing */
	struct buf stem;               /* before the first Tab */
	size_t nth;                    /* 0: no completion under way */
	struct buf sought;             /* what Ctrl-R looks for */
	bool seeking;
};

/* A zeroed prompt is an empty one without history. */
void prompt_fini(struct prompt *p);
/* Empties the line; label, completion and history stay. */
void prompt_reset(struct prompt *p);
/* Puts in what fits of `text` (cleaned as a paste), the cursor at its end. */
void prompt_set(struct prompt *p, struct str text);
/* The line as it stands; dies with the next call that edits. */
struct str prompt_text(const struct prompt *p);
/* Adds the line to the history, once if it repeats the last; not if empty. */
void prompt_remember(struct prompt *p);
/* The same with a line of long ago. */
void prompt_recall(struct prompt *p, struct str line);
/*
 * Insertion, Left Right Home End Ctrl-A Ctrl-E Ctrl-B Ctrl-F, Backspace
 * Delete Ctrl-D, Ctrl-U (to the beginning) Ctrl-K (to the end) Ctrl-W (word),
 * Up Down Ctrl-P Ctrl-N (history), Ctrl-R (the newest line of it that has in it what
 * was typed, again for an older one), Tab, Enter, Esc, Ctrl-C.
 */
enum prompt_did prompt_key(struct prompt *p, int key);
/* Draws label and line over the row, scrolled so that the cursor, which it sets, shows.
 */
void prompt_draw(const struct prompt *p, struct surface *s, int row, enum style style);

#endif
