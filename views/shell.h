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

/* All screens, by number. */
extern const struct view *const shell_views[SCREENS];

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
/* A click or a notch of the wheel (K_CLICK, K_WHEEL_...) at a cell of the last drawing.
 */
void shell_mouse(struct shell *s, const struct world *w, int key, int row, int col);
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
	WISH_DROP_KEYS, /* a sheet has opened or gone: what was typed ahead is void */
	WISH_BELL,
	WISH_COPY,       /* copy */
	WISH_EXPORT,     /* write `copy` to a new file: text is its name, note where to */
	WISH_LAYOUT,     /* keep `copy` for the mesh `text`: shell_layout() of the next
			    session */
	WISH_SET,        /* "theme mono", "glyphs ascii", "bell off" ...: text */
	WISH_REPLAY,     /* a recording is to move: replay, text */
	WISH_ASK,        /* send these members to the hub, then shell_asked(): text */
	WISH_RECORD,     /* write `line` to the local file of decisions, before sending */
	WISH_FILTERS,    /* write `line`, all of it, to the operator's file of filters */
	WISH_WORKSPACES, /* the same of workspaces */
	/*
	 * Write `copy` to a file of the operator's own, unless one is kept of the same
	 * handoff, attempt and digest; run an editor on it, then shell_edited().
	 */
	WISH_EDIT,
	WISH_CLAIM, /* send `claim` or `release`; what refuses it: shell_claim_refused()
		     */
	WISH_KEEP, /* append `line` to the copy `text` of what is to be discarded; `sync`:
		      it is whole, then shell_kept() */
	WISH_COPIES, /* read the copies, the newest first: shell_copy() for each */
	WISH_OPS, /* append `line` to what is stored of operation `text`, and bring it to
		    the disk where `sync`; what fails: shell_ops_failed() */
	WISH_VISIT,   /* show "tutorial", "rewind" or a file, and come back: text */
	WISH_HISTORY, /* keep this line that was typed behind `:`: text */
	WISH_SOURCE   /* read the file `text`, then shell_source() */
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
	struct str artifact; /* WISH_DECIDE: as it was changed; dies with the next wish */
	bool restore;        /* WISH_DECIDE: a requeue of what was discarded */
	bool sync;
	struct str copy; /* of any length, NUL behind it; dies with the next key */
	struct str line; /* WISH_RECORD: the same; dies with the next wish */
};

bool shell_wish(struct shell *s, struct wish *out);

/*
 * The lines of a file: `set`, `map`, `unmap`. How many of them are wrong, each told in
 * `told` as "name:line: why"; then nothing of the file holds.
 */
size_t shell_source(struct shell *s, const struct world *w, const char *name,
	struct str text, struct buf *told);

/* A line that was typed behind `:` in another life, the oldest first. */
void shell_recall(struct shell *s, struct str line);
/* The nth file (from 0) whose path begins so, for completion; false: no more. */
void shell_files(struct shell *s,
	bool (*files)(void *arg, struct str begin, unsigned nth, struct buf *out),
	void *arg);

/* No sheet is open, nothing is being typed. */
bool shell_is_idle(const struct shell *s);
/* Whether clicks are wanted. */
bool shell_has_mouse(const struct shell *s);
void shell_set_mouse(struct shell *s, bool on);
struct live_view;
/* How it stands in a mesh that is not on the screen: `out` points into the shell. */
void shell_live_look(struct shell *s, const struct world *w, struct live_view *out);
/* It is the very first time: one line says how to go on, for a while. */
void shell_welcome(struct shell *s, const struct world *w);

/* A line of the program around it ("copied to the clipboard") above the hints. */
void shell_say(struct shell *s, const struct world *w, const char *text);
/* What the last WISH_LAYOUT of this mesh was, in whatever session; before it is synced.
 */
void shell_layout(struct shell *s, struct str text);
/* Goes to a screen as its digit does. */
void shell_show(struct shell *s, const struct world *w, enum screen screen);
/* What the operator's file of filters holds. */
void shell_load_filters(struct shell *s, struct str lines);
/* The same of workspaces. */
void shell_load_workspaces(struct shell *s, struct str lines);
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
/* What came back from an editor. */
struct edited {
	struct str text;  /* of the file */
	const char *path; /* of it */
	const char *why;  /* there was no editor, or no file: in words; else NULL */
};
/* Whether the file is needed no more: nothing was changed in it. */
bool shell_edited(struct shell *s, const struct world *w, const struct edited *e);
/* What became of a WISH_KEEP: where it is, or why it could not be written. */
void shell_kept(struct shell *s, const struct world *w, bool ok, const char *what);
void shell_copy(struct shell *s, const char *name, struct str text);
/* What was stored of an operation (views/ops.h), oldest first; false: it is none. */
bool shell_ops_load(struct shell *s, struct str text);
void shell_ops_failed(
	struct shell *s, const struct world *w, const char *op, const char *why);
/* What became of a WISH_ASK, in words. */
void shell_asked(struct shell *s, const struct world *w, bool ok, const char *said);

#endif
