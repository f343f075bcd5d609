/* SPDX-License-Identifier: MIT */
/*
 * The state of the console; for the console*.c files only. console.c is the loop,
 * console_frame.c keys and frames, console_wishes.c what the shell wishes for,
 * console_asks.c what is asked of the hub, console_visit.c other worlds.
 */
#ifndef APP_CONSOLE_OWN_H
#define APP_CONSOLE_OWN_H

#include <stdio.h>

#include "app/console.h"
#include "app/edit.h"
#include "app/ops_store.h"
#include "app/rewind.h"
#include "tui/surface.h"
#include "views/live_view.h"
#include "views/shell.h"

#define CONSOLE_FRAME (SECOND / 30)

struct sent;

struct console {
	struct console_options o;
	struct console *outer; /* that this one is a visit of; NULL */
	struct rewind rewind;
	char rewind_to[32]; /* what stood behind :rewind, "": its end */
	char visit[1024];   /* to be made once the turn is over; "": none */
	bool ended;         /* by a signal, or because the terminal has gone */
	struct shell *shell;
	struct surface surface;
	struct world world;
	struct live_view live; /* of `outer`, as it was drawn last */
	struct sent *sent;
	uint64_t asked; /* of the last WISH_ASK, while it is not answered; 0 */
	int64_t asked_at;
	int signals;
	bool stop, dirty, bell, no_clipboard;
	bool layout;             /* of an earlier session was looked for */
	bool sheet_new;          /* a sheet has opened, and no frame has it yet */
	uint64_t sheet_frame;    /* the one that has it, while it was not seen; 0 */
	bool digest;             /* asked for, and not made yet */
	bool complete;           /* a frame with all that the hub has was shown */
	char title[SHELL_TITLE]; /* that was shown last */
	bool own_title;          /* somebody has set one */
	int64_t next_frame;
	int64_t rate_at;
	uint64_t rate_events;
	double rate;
	struct buf reply;
	struct ops_store *ops;
	FILE *record; /* of decisions, NULL until the first */
	bool record_cut, record_told;
	struct buf filters, workspaces; /* as they were read or written last */
	struct edit edit;
};

/* --- console.c ----------------------------------------------------------------- */

/* Brings `c->world` up to now. */
void console_world(struct console *c);
/* What is on the screen from now on, until one leaves it. */
void console_begin(struct console *c);
void console_loop(struct console *c);
void console_fini(struct console *c);

/* --- console_frame.c ----------------------------------------------------------- */

void console_read_keys(struct console *c);
/* A frame that is complete is there to be shown for the first time. */
bool console_has_news(const struct console *c);
/* Draws what there is; nothing is asked for. */
void console_paint(struct console *c);
void console_draw(struct console *c);
/* Milliseconds until something is to be done by itself. */
int console_patience(struct console *c);

/* --- console_wishes.c ---------------------------------------------------------- */

/* All that the shell wishes for. */
void console_fulfil(struct console *c);
/* The console's file; what the command line says goes before it. */
void console_configure(struct console *c);
void console_load_filters(struct console *c);
void console_begin_ops(struct console *c);
/* Once there is one. */
void console_say_digest(struct console *c);
void console_look_at_editor(struct console *c);

/* --- console_asks.c ------------------------------------------------------------ */

void console_send_decision(struct console *c, const struct wish *w);
void console_send_claim(struct console *c, const struct wish *w);
/* The tutorial's, which nobody else hears of. */
void console_play_decision(struct console *c, const struct wish *w);
/* Members of any other request; its answer is said in words. */
void console_ask(struct console *c, const char *members);
void console_take_replies(struct console *c);
/* What was not answered in time is said to be so; the shell sends it again. */
void console_give_up(struct console *c);
/* Nobody waits for answers any more. */
void console_forget_sent(struct console *c);

/* --- console_visit.c ----------------------------------------------------------- */

/* Goes where c->visit says, and comes back. */
void console_visit(struct console *c);
/* The console's part of a rewind: the events are asked for, and shown when they are
 * here. */
void console_visit_rewind(struct console *c);

#endif
