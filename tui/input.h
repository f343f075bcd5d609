/* SPDX-License-Identifier: MIT */
/*
 * Bytes from a terminal to keys; no terminal, no clock. Our own rather than
 * the one of curses because of what that does with a sequence it does not
 * know: it hands it on byte by byte, and the answer to a query (ESC [ 1 ; 2 R)
 * or Ctrl-Up on the wrong TERM (ESC [ 1 ; 5 A) would press keys that decide.
 * What always holds: no byte of an escape sequence ever becomes a character,
 * complete or cut, known or not (what is not known is dropped); and what was pasted
 * between the marks of bracketed paste comes between K_PASTE_BEGIN and K_PASTE_END.
 *
 * An ESC and a character at once are the keys Esc and that character: Alt-x and
 * a quick Esc x are the same bytes. Times are microseconds of clock_mono().
 */
#ifndef TUI_INPUT_H
#define TUI_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A lone ESC is the key when nothing follows for this long. */
#define INPUT_ESC_US (25 * 1000)
/* A sequence that has begun is dropped when it does not go on for this long. */
#define INPUT_SEQUENCE_US (250 * 1000)
/* A paste whose end never comes is over when nothing comes for this long. */
#define INPUT_PASTE_US (2000 * 1000)

struct input { /* zeroed: ready */
	unsigned char bytes[4096];
	size_t len, at;        /* what is in `bytes`, and how far it is read */
	int64_t fed_at;        /* when the last byte came */
	unsigned char seq[64]; /* the sequence that is under way */
	size_t seq_len;
	int state;
	bool pasting;
	bool reported; /* a cursor report is there to be taken */
	int report_row, report_col;
	bool mouse; /* set from outside: clicks and the wheel are keys, else dropped */
	int mouse_row, mouse_col;
	bool answered; /* a status report is there to be taken */
};

/* Room for bytes; feed at most this many. Grows as input_next() is called. */
size_t input_room(const struct input *in);
void input_feed(struct input *in, const void *bytes, size_t n, int64_t now);
/* The next key, or K_NONE. */
int input_next(struct input *in, int64_t now);
/* Microseconds until input_next() may have a key without more bytes; -1: never. */
int64_t input_wait(const struct input *in, int64_t now);
/* Where the mouse was at the last of its keys, from 0. */
void input_mouse(const struct input *in, int *row, int *col);
/* Takes the last cursor report (ESC [ row ; col R, from 1) if one came. */
bool input_report(struct input *in, int *row, int *col);
/* Takes a status report (ESC [ 0 n), the answer to PULSE_ASK, if one came. */
bool input_answered(struct input *in);

#endif
