/* SPDX-License-Identifier: MIT */
/* What the files of the shell share and nobody else includes. */
#ifndef VIEWS_SHELL_OWN_H
#define VIEWS_SHELL_OWN_H

#include "tui/prompt.h"
#include "views/claims.h"
#include "views/command.h"
#include "views/desk.h"
#include "views/frame.h"
#include "views/help.h"
#include "views/keep.h"
#include "views/ops.h"
#include "views/sent.h"
#include "views/sheet.h"
#include "views/shell.h"
#include "views/transform_page.h"
#include "views/values.h"
#include "views/why.h"

#define SHELL_DEAF SECOND          /* after another row came under the cursor */
#define SHELL_STARTLE (SECOND / 4) /* after one came where none was */
#define SHELL_SHUT SECOND          /* after a sheet closed by itself: keys were for it */
#define SHELL_BURST (SECOND / 2)   /* between two keys of somebody who is typing */
#define SHELL_SAID (8 * SECOND)    /* how long a line is shown */
#define SHELL_WISHES 16

enum input {
	INPUT_NONE,
	INPUT_COMMAND,
	INPUT_FILTER,
	INPUT_COPY,
	INPUT_QUIT,
	INPUT_LEAVE
};

/* The handoff under the cursor, as it was when last looked. */
struct under {
	uint32_t place; /* NONE */
	uint32_t attempt;
	struct digest digest;
	uint8_t state;
};

/* The note of a sheet that closed by itself, for when it is opened again. */
struct draft {
	char handoff[132]; /* the first of them; "": there is none */
	size_t n;
	enum action action;
	char note[1024];
};

struct shell {
	struct desk desk;
	struct sheet sheet;
	struct draft draft;
	struct claims claims;
	struct watch watch;
	struct verdict verdict;
	struct help help;
	struct sent sent;
	struct keep keep;
	struct restore_page restore;
	struct transform_page transform;
	struct ops ops;
	struct ops_page ops_page;
	struct why why;
	struct values values;
	void *state[SCREENS]; /* of the views */
	enum screen screen;
	enum input input;
	struct prompt command, filter;
	bool pasting; /* between the brackets of a paste */
	bool paste_told;

	char said[ROW_TEXT]; /* foreign text perhaps: cleaned where it is drawn */
	enum style said_style;
	bool said_off; /* it is about the link, and over once that is well */
	int64_t said_at;

	struct under under;
	int64_t deaf_until; /* tick: the six do nothing before */
	int64_t shut_until; /* tick: until then what is typed was for a sheet */
	bool shut_told;

	struct rect body;       /* its size at the last drawing */
	struct surface picture; /* what it showed when it was frozen */
	bool frozen;
	int64_t frozen_at, frozen_now; /* tick; the hub's clock */
	uint64_t frozen_events;

	struct wish *wish[SHELL_WISHES]; /* a queue */
	struct buf copied;               /* what the last WISH_COPY is about */
	size_t wishes;
	bool leave;       /* WISH_QUIT once nothing is to be sent */
	int64_t leave_by; /* tick: answers are waited for until then */
	int64_t ctrl_c;   /* tick of the last one */
	int64_t bell;     /* tick of the last one */
	char epoch[40];   /* of the journal that the views are about, "": none yet */
	uint32_t rung;    /* how many were shipping soon, at the last look */
	enum clock_face clock;
	struct world last; /* the numbers of the last world; its pointers are not used */
	int rows, cols;    /* of the last drawing */
};

extern const struct view *const shell_views[SCREENS];

/* The world as views see it: with the desk and the clock face. */
struct world shell_world(struct shell *s, const struct world *w);
void shell_tell(struct shell *s, const struct world *w, enum style style, const char *fmt,
	...) __attribute__((format(printf, 4, 5)));
/* A wish at the end of the queue, zeroed but for its kind; NULL if the queue is full. */
struct wish *shell_want(struct shell *s, enum wish_kind kind);
/* Looks at what is under the cursor; `own`: the operator moved, no change of its own. */
void shell_look(struct shell *s, const struct world *w, bool own);
/* For as long as `shut` what is typed acts on nothing: it was for the sheet. */
void shell_close_sheet(
	struct shell *s, const struct world *w, const char *why, int64_t shut);
/* Puts back what was kept of its note, into a sheet that has opened. */
void shell_fill_note(struct shell *s);
/* Where a view or a page says that one wants to be. */
void shell_go(struct shell *s, const struct world *w, const struct outcome *o);
/* To where that handoff is now: Review, Dead, or its events in the log. */
void shell_open_handoff(struct shell *s, const struct world *w, struct str id);
/* Hands an action to the view that is shown and does what it asks. */
void shell_act(struct shell *s, const struct world *w, enum action a, struct str arg);
void shell_do(struct shell *s, const struct world *w, enum action a, struct str arg);
void shell_thaw(struct shell *s);

/* --- shell_transform.c -------------------------------------------------------- */

void shell_transform_open(
	struct shell *s, const struct world *w, const struct outcome *o);
void shell_transform_key(struct shell *s, const struct world *w, int key);

/* --- shell_keep.c ------------------------------------------------------------- */

void shell_restore_open(struct shell *s);
void shell_restore_key(struct shell *s, const struct world *w, int key);

/* --- shell_ops.c -------------------------------------------------------------- */

/* The sheet was confirmed, and it is by canary, or goes on with one. */
void shell_ops_begin(struct shell *s, const struct world *w);
void shell_ops_key(struct shell *s, const struct world *w, int key);
/* The line of one that is pending or goes on; false: there is none. */
bool shell_ops_line(const struct shell *s, const struct world *w, char out[ROW_TEXT]);
/* Whether leaving has to be asked for; then it is. */
bool shell_ops_stays(struct shell *s);
void shell_ops_leave_hint(const struct shell *s, struct surface *row);
/* The answer to that; true: it leaves. */
bool shell_ops_leaves(struct shell *s, const struct world *w, int key);

/* --- shell_mute.c ----------------------------------------------------------- */

/* What stands behind `:mute` or, where it `ends`, `:unmute`. */
void shell_mute(struct shell *s, const struct world *w, bool ends, struct str arg);

/* --- shell_needs.c ---------------------------------------------------------- */

/* What an action would need to do something; the key is what was pressed for it. */
void shell_say_needs(struct shell *s, const struct world *w, const struct action_row *r,
	const char *key);
/* "approve is off: no connection ...", for as long as that is so. */
void shell_say_off(
	struct shell *s, const struct world *w, const char *what, const char *why);
/* One line that says why one of the six does nothing now; true if it does not. */
bool shell_is_off(struct shell *s, const struct world *w, enum action a);
/* What the key would be for, or that it is none. */
void shell_unknown_key(struct shell *s, const struct world *w, int key);

#endif
