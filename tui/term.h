/* SPDX-License-Identifier: MIT */
/*
 * The terminal, and the only one who writes to it. There is one, so this is a
 * module with a state and not an object. screen.h (curses) makes bytes of
 * cells, tty.h carries them: so bytes and time are known, everything goes out
 * in order, and the way back (term_crash()) needs nothing that a signal
 * handler may not do.
 *
 * Signals: none is caught or changed here. SIGWINCH: call term_resized().
 * SIGTSTP: term_suspend(). SIGCONT: term_resume(), then term_size(). Ctrl-C,
 * Ctrl-Z, Ctrl-S and Ctrl-Q come as keys; Ctrl-\ stays the way to kill (SIGQUIT).
 *
 * A turn of the loop: poll term_fd() for at most term_wait() milliseconds,
 * then term_key() until K_NONE, then at most one term_flush().
 */
#ifndef TUI_TERM_H
#define TUI_TERM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "tui/glyph.h"
#include "tui/style.h"

struct surface;

struct term_options {
	enum theme theme;   /* a wish */
	enum glyphs glyphs; /* a wish; AUTO probes once for wide box characters */
	bool no_title;      /* leave the window title alone */
};

/*
 * Takes the terminal on standard input and output. Sets LC_CTYPE from the
 * environment. False, with nothing changed: no tty, TERM unset, dumb, unknown
 * or without cursor addressing. The screen changes at the first term_flush().
 */
bool term_open(const struct term_options *options, struct err *e);
/* Gives it back as it was. May be called at any time, any number of times. */
void term_close(void);
/*
 * The same for handlers of fatal signals: async-signal-safe, frees nothing.
 * Nothing but _exit() or a re-raised signal may follow.
 */
void term_crash(void);

/* Gives the terminal back for a while; term_resume() takes it again. */
void term_leave(void);
/*
 * Takes it again and reads the size; the next flush repaints all. In a
 * background job nothing is taken or written until it is in the foreground;
 * then K_RESIZE comes.
 */
void term_resume(void);
/*
 * What Ctrl-Z does: leaves, stops the job as a shell expects it, and resumes
 * when it is continued. Where no shell could continue it, it resumes at once.
 */
void term_suspend(void);

void term_size(int *rows, int *cols);
/* Reads the size anew after SIGWINCH. True if it is another. */
bool term_resized(void);

/* To be polled for reading; ask each turn: -1 while the terminal is not ours. */
int term_fd(void);
/* The next key (keys.h), K_NONE when there is none. Never blocks. */
int term_key(void);
/*
 * Milliseconds after which term_key() must be called even if nothing can be
 * read (a lone Esc, a frame that is still to be written); -1: never. Without
 * it there is no Esc.
 */
int term_wait(void);
/* Clicks and the wheel as keys, or not (as at the start); off whenever the terminal is
 * given back. */
void term_set_mouse(bool on);
/* Where the last of them was, from 0. */
void term_mouse(int *row, int *col);
/*
 * Drops every key that was pressed until now (before a sheet opens). A paste
 * or a sequence that is under way stays under way.
 */
void term_drop_keys(void);

/*
 * Shows `s`, which should have the terminal's size (what is larger is cut,
 * what is missing is blank). Writes only what changed since the last flush.
 * Never blocks: while the tty has not taken the last frame, or a terminal that
 * answers (pulse.h) has not seen it, nothing is drawn, that is counted, and
 * K_REDRAW comes when it has.
 */
void term_flush(const struct surface *s);
/*
 * Whether the terminal has seen this frame (the value of term_stats()->flushes when it
 * was flushed), as far as it says such things at all: else true.
 */
bool term_has_seen(uint64_t frame);
/* A slow line: it took long until the last frame was there, or it is not there yet. */
bool term_is_slow(void);
/* The next flush repaints everything (Ctrl-L, something else wrote there). */
void term_redraw(void);

struct term_stats {
	uint64_t flushes;    /* that had something to write */
	uint64_t skipped;    /* that the tty was not ready for */
	uint64_t bytes;      /* written in all */
	uint64_t pending;    /* bytes of the last frame that the tty has not taken */
	uint64_t last_bytes; /* of the last flush; 0: nothing had changed */
	uint64_t last_us;    /* microseconds the last flush took */
	uint64_t
		last_write_us; /* until the tty had taken the last frame: the slow line */
};

const struct term_stats *term_stats(void);

/* What is in use now (never a wish), and a new wish: repaints. */
enum theme term_theme(void);
void term_set_theme(enum theme wish);
enum glyphs term_glyphs(void);
void term_set_glyphs(enum glyphs wish);

/* The window title (cleaned, ASCII, 80 columns), if this terminal has one. */
void term_title(struct str title);
void term_bell(void);
/*
 * Offers `text` to the terminal's clipboard (OSC 52), through GNU screen too. Whether it
 * takes it cannot be known; tmux does where its set-clipboard is on.
 */
enum term_copied {
	TERM_COPIED,
	TERM_COPIED_TMUX,  /* to tmux, which has a will of its own */
	TERM_COPY_LONG,    /* more than they take (56 kB) */
	TERM_COPY_UNKNOWN, /* this terminal has no clipboard that we know of */
};
enum term_copied term_copy(struct str text);

#endif
