/* SPDX-License-Identifier: MIT */
/*
 * The console without its terminal and its sockets: keys and a world in,
 * cells and wishes out. app/console.c gives it a real terminal and a real hub,
 * the screen tests (tests/screens) a recording and a key script.
 */
#ifndef VIEWS_SHELL_H
#define VIEWS_SHELL_H

#include "tui/keys.h"
#include "views/view.h"

struct shell;

struct shell *shell_new(void);
void shell_free(struct shell *s);

/* Lines 1 to 3, the body, the message or undo line, the hint line. Any size. */
void shell_draw(struct shell *s, const struct world *w, struct surface *out);
/*
 * What the window's title says of the last drawing: "seam !!2 prod-eu-1". Foreign
 * text is in it.
 */
#define SHELL_TITLE 128
void shell_title(const struct shell *s, const struct world *w, char out[SHELL_TITLE]);
/* One key. */
void shell_key(struct shell *s, const struct world *w, int key);
/* A command line as behind `:`; false and a message on the screen if it is none. */
bool shell_command(struct shell *s, const struct world *w, struct str line);
/*
 * Time has passed or the mesh has changed: pending decisions become due, open
 * sheets check what they are bound to. Call before shell_draw().
 */
void shell_tick(struct shell *s, const struct world *w);
/* Microseconds until something on the screen changes by itself; -1: nothing. */
int64_t shell_patience(const struct shell *s, const struct world *w);

/* What the shell wants of the world outside, one at a time; false: nothing more. */
enum wish_kind {
	/*
	 * Send `decide` to the hub, then shell_answer(). Without any answer it comes
	 * again after 5 s, under the same decision id.
	 */
	WISH_DECIDE,
	WISH_QUIT,
	WISH_SUSPEND,
	WISH_REDRAW,
	WISH_RECONNECT,
	WISH_DIGEST,    /* say where this console is, and the digest of its mesh */
	WISH_DROP_KEYS, /* a sheet has opened: what was typed ahead is void */
	WISH_BELL,
	WISH_COPY,   /* copy */
	WISH_SET,    /* "theme mono", "glyphs ascii", "bell off" ...: text */
	WISH_REPLAY, /* a recording is to move: replay, text */
	WISH_ASK,    /* send these members to the hub, then shell_asked(): text */
	WISH_RECORD, /* write `line` to the local file of decisions, before sending */
	WISH_CLAIM /* send `claim` or `release`; what refuses it: shell_claim_refused() */
};

struct wish {
	enum wish_kind kind;
	/* WISH_DECIDE: the members of docs/PROTOCOL.md's `decide`; all NUL-terminated */
	char decision[64], handoff[132], digest[72], action[12], operator_name[132];
	char target[68], until[28]; /* "" if absent */
	char note[1024];
	uint32_t attempt;
	/* WISH_CLAIM: action is "claim" or "release"; handoff, operator_name */
	unsigned seconds;
	bool take;
	enum action replay; /* ACTION_PLAY ... ACTION_SET_MARK */
	char text[4096];
	/* WISH_DECIDE: of the journal that it was decided on, "" while not known */
	char epoch[40];
	struct str copy; /* of any length, NUL behind it; dies with the next key */
	struct str line; /* WISH_RECORD: the same; dies with the next wish */
};

bool shell_wish(struct shell *s, struct wish *out);

/* A line of the program around it ("copied to the clipboard") above the hints. */
void shell_say(struct shell *s, const struct world *w, const char *text);
/* Goes to a screen as its digit does. */
void shell_show(struct shell *s, const struct world *w, enum screen screen);
/* For tests: where names of decisions come from instead of base/digest. */
void shell_names(struct shell *s, void (*name)(void *arg, char out[33]), void *arg);

/* What became of a `decide` that was sent. */
struct answer {
	const char *decision;
	bool ok;
	const char *code, *message; /* of an error */
	/* of already_decided and too_late, "" where absent */
	const char *action, *operator_name, *time;
	const char *epoch; /* of the journal that answered; NULL, "": not known */
	bool no_answer;    /* nothing came in time, or the link broke: it is sent again */
};

void shell_answer(struct shell *s, const struct world *w, const struct answer *a);
/* The hub refused what WISH_CLAIM asked of this handoff. */
void shell_claim_refused(struct shell *s, const struct world *w, const char *handoff,
	const char *code, const char *message);
/* What became of a WISH_ASK, in words. */
void shell_asked(struct shell *s, const struct world *w, bool ok, const char *said);

#endif
