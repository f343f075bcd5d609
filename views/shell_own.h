/* SPDX-License-Identifier: MIT */
/* What the files of the shell share and nobody else includes. */
#ifndef VIEWS_SHELL_OWN_H
#define VIEWS_SHELL_OWN_H

#include "tui/prompt.h"
#include "views/claims.h"
#include "views/command.h"
#include "views/complete.h"
#include "views/desk.h"
#include "views/frame.h"
#include "views/help.h"
#include "views/sent.h"
#include "views/sheet.h"
#include "views/shell.h"
#include "views/values.h"
#include "views/why.h"

#define SHELL_DEAF SECOND          /* after another row came under the cursor */
#define SHELL_STARTLE (SECOND / 4) /* after one came where none was */
#define SHELL_SHUT SECOND          /* after a sheet closed by itself: keys were for it */
#define SHELL_BURST (SECOND / 2)   /* between two keys of somebody who is typing */
#define SHELL_SAID (8 * SECOND)    /* how long a line is shown */
#define SHELL_WISHES 16

enum input { INPUT_NONE, INPUT_COMMAND, INPUT_FILTER, INPUT_COPY, INPUT_QUIT };

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

#define SHELL_PLACES 100

/* Where somebody was: a screen, and what its cursor was on. */
struct spot {
	enum screen screen;
	char what[132];
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
	struct why why;
	struct values values;
	void *state[SCREENS]; /* of the views */
	enum screen screen;
	enum input input;
	struct prompt command, filter;
	struct complete complete;           /* of the filter */
	char filter_was[QUERY_LONGEST + 4]; /* before `/`: Esc puts it back */
	char filter_here[132];              /* and under the cursor */
	struct saved saved;
	struct buf saved_text;           /* what the last WISH_FILTERS is about */
	struct spot place[SHELL_PLACES]; /* oldest first */
	size_t places, place_at;         /* from there on they lie ahead */
	bool jumping;
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

/* --- shell_find.c ----------------------------------------------------------- */

/* `/`: asks for a filter, or for what to search in the text that is open. */
void shell_ask_filter(struct shell *s, const struct world *w);
void shell_filter_takes(struct shell *s, const struct world *w, int key);
/* The line above the prompt: what is wrong with it, or what its field means. */
bool shell_filter_line(const struct shell *s, const struct world *w, char out[ROW_TEXT],
	enum style *style);
/* A filter of the list, whatever text is open over it. */
void shell_set_filter(struct shell *s, const struct world *w, struct str text);
/* `:save NAME` */
void shell_save_filter(struct shell *s, const struct world *w, struct str name);
/* `o` */
void shell_to_cause(struct shell *s, const struct world *w);
/* One is about to go elsewhere. */
void shell_leave_place(struct shell *s, const struct world *w);
void shell_jump(struct shell *s, const struct world *w, bool back);

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
