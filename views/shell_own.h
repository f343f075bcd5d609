/* SPDX-License-Identifier: MIT */
/* What the files of the shell share and nobody else includes. */
#ifndef VIEWS_SHELL_OWN_H
#define VIEWS_SHELL_OWN_H

#include "tui/prompt.h"
#include "views/cases.h"
#include "views/claims.h"
#include "views/command.h"
#include "views/complete.h"
#include "views/desk.h"
#include "views/frame.h"
#include "views/help.h"
#include "views/keep.h"
#include "views/keymap.h"
#include "views/lesson.h"
#include "views/ops.h"
#include "views/pick.h"
#include "views/record.h"
#include "views/sent.h"
#include "views/sheet.h"
#include "views/shell.h"
#include "views/transform_page.h"
#include "views/values.h"
#include "views/why.h"

#define SHELL_DEAF SECOND           /* after another row came under the cursor */
#define SHELL_STARTLE (SECOND / 4)  /* after one came where none was */
#define SHELL_SHUT SECOND           /* after a sheet closed by itself: keys were for it */
#define SHELL_BURST (SECOND / 2)    /* between two keys of somebody who is typing */
#define SHELL_SAID (8 * SECOND)     /* how long a line is shown */
#define SHELL_WELCOME (60 * SECOND) /* or until the third key */
#define SHELL_WISHES 16
#define SHELL_LAYOUTS (2 * SECOND) /* between two that are to be kept */

enum input {
	INPUT_NONE,
	INPUT_COMMAND,
	INPUT_FILTER,
	INPUT_COPY,
	INPUT_WINDOW, /* C-w: what of the two screens */
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

#define SHELL_PLACES 100

/* Where somebody was: a screen, and what its cursor was on. */
struct spot {
	enum screen screen;
	char what[132];
};

/* The artifact that is in an editor. */
struct editing {
	struct bound
		bound;   /* of what it was when the editor opened; handoff "": of none */
	struct buf was;  /* the artifact in one line */
	struct buf text; /* for the editor */
};

enum split_way { SPLIT_ANY, SPLIT_BESIDE };

/* The other one of two screens: shell_split.c. */
struct split {
	bool open, zoomed;
	bool second; /* the keys are with the one that is drawn right or below */
	enum split_way way;
	enum screen screen;
	void *state[SCREENS];
	struct key_names names;
	struct rect other; /* of the body, at the last drawing; no rows: not drawn */
};

struct shell {
	struct desk desk;
	struct sheet sheet;
	struct draft draft;
	struct claims claims;
	struct editing editing;
	struct watch watch;
	struct cases cases;
	struct verdict verdict;
	struct help help;
	struct lesson lesson; /* of the tutorial */
	struct keymap map;
	struct key_names names; /* of the screen that is drawn */
	struct sent sent;
	struct keep keep;
	struct restore_page restore;
	struct transform_page transform;
	struct ops ops;
	struct ops_page ops_page;
	struct why why;
	struct pick marks_page, workspaces_page;
	bool on_bar; /* of a recording: it has the keys; shell_on_bar() */
	bool naming; /* what stands behind `:` is the note of a mark */
	struct values values;
	struct record record;
	void *state[SCREENS]; /* of the views */
	enum screen screen;
	enum input input;
	struct prompt command, filter;
	struct complete complete;           /* of the filter */
	char filter_was[QUERY_LONGEST + 4]; /* before `/`: Esc puts it back */
	char filter_here[132];              /* and under the cursor */
	struct split split;
	struct workspaces *workspaces;
	struct buf workspaces_text; /* what the last WISH_WORKSPACES is about */
	struct saved saved;
	struct buf saved_text;           /* what the last WISH_FILTERS is about */
	struct spot place[SHELL_PLACES]; /* oldest first */
	size_t places, place_at;         /* from there on they lie ahead */
	bool jumping;
	bool (*files)(void *arg, struct str begin, unsigned nth, struct buf *out);
	void *files_arg;
	bool pasting;    /* between the brackets of a paste */
	bool paste_goes; /* it began in a text field */
	bool mouse;      /* it is on */

	char said[ROW_TEXT]; /* foreign text perhaps: cleaned where it is drawn */
	enum style said_style;
	bool said_off; /* it is about the link, and over once that is well */
	int64_t said_at;

	struct under under;
	int64_t deaf_until; /* tick: the six do nothing before */
	int64_t shut_until; /* tick: until then what is typed was for a sheet */
	bool shut_told;

	struct slide slide;     /* of the body: what is cut, from where on */
	struct rect body;       /* its size at the last drawing */
	struct surface picture; /* what it showed when it was frozen */
	bool frozen;
	int64_t frozen_at, frozen_now; /* tick; the hub's clock */
	uint64_t frozen_events;

	struct wish *wish[SHELL_WISHES]; /* a queue */
	struct buf copied;               /* what the last WISH_COPY is about */
	struct buf exported;             /* what the last WISH_EXPORT is about */
	struct buf layout;               /* what the last WISH_LAYOUT is about */
	int64_t layout_at;               /* tick: not before */
	size_t wishes;
	bool leave;       /* WISH_QUIT once nothing is to be sent */
	int64_t leave_by; /* tick: answers are waited for until then */
	int64_t welcome;  /* tick: until then the first-time line stands */
	int welcome_keys;
	int64_t ctrl_c; /* tick of the last one */
	int64_t bell;   /* tick of the last one */
	char epoch[40]; /* of the journal that the views are about, "": none yet */
	uint32_t rung;  /* how many were shipping soon, at the last look */
	enum clock_face clock;
	struct world last; /* the numbers of the last world; its pointers are not used */
	int rows, cols;    /* of the last drawing */
};

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
/* The same, because what it is about is not what it was: their rows say so. */
void shell_close_changed(struct shell *s, const struct world *w, const char *why);
/* Puts back what was kept of its note, into a sheet that has opened. */
void shell_fill_note(struct shell *s);
/* Where a view or a page says that one wants to be. */
void shell_go(struct shell *s, const struct world *w, const struct outcome *o);
/* To where that handoff is now: Review, Dead, or its events in the log. */
/* True where `word` is the id of one, which is shown. */
bool shell_open_named(struct shell *s, const struct world *w, struct str word);
void shell_open_handoff(struct shell *s, const struct world *w, struct str id);
/* Hands an action to the view that is shown and does what it asks. */
void shell_act(struct shell *s, const struct world *w, enum action a, struct str arg);
/* What a view said to a key, on the line for it. */
void shell_take_told(struct shell *s, const struct world *w, const struct outcome *o);
void shell_copy_out(struct shell *s, struct str text);

/* --- shell_do.c ------------------------------------------------------------- */

void shell_do(struct shell *s, const struct world *w, enum action a, struct str arg);
/* Leaves, or asks first. */
void shell_quit(struct shell *s);
/* Takes back what is pending. */
void shell_undo(struct shell *s, const struct world *w);
void shell_thaw(struct shell *s);

/* --- shell_freeze.c --------------------------------------------------------- */

void shell_freeze(struct shell *s, const struct world *w);
void shell_draw_frozen(struct shell *s, const struct world *w, struct surface *body);

/* --- shell_split.c ---------------------------------------------------------- */

/* Over all of the body: one screen, or both. */
void shell_split_draw(struct shell *s, const struct world *w, struct surface *body);
/* A second one that has not the keys; whatever there is room for. */
void shell_split_begin(struct shell *s, enum split_way way, enum screen screen);
/* The other one is not there any more. */
void shell_split_drop(struct shell *s);
/* Its states are of a mesh that is not there any more. */
void shell_split_renew(struct shell *s);
/* Of the one that was there before the other came. */
void *shell_split_first(const struct shell *s, enum screen screen);
/* The keys go to the other one. */
void shell_split_other(struct shell *s, const struct world *w);
/* One step back; false: there is one screen only. */
bool shell_split_close(struct shell *s, const struct world *w);
/* Goes to the other one, if that is it that shows this screen. */
bool shell_split_goes(struct shell *s, const struct world *w, int screen);
bool shell_split_do(
	struct shell *s, const struct world *w, enum action a, struct str arg);
/* The key behind C-w. */
void shell_split_window(struct shell *s, const struct world *w, int key);
void shell_split_window_hint(const struct shell *s, struct surface *row);
bool shell_split_tab(struct shell *s, const struct world *w, int key);
bool shell_split_busy(const struct shell *s, const struct world *w);
/* Whether that cell of the screen is the other one's. */
bool shell_split_is_other(const struct shell *s, int row, int col);

/* --- shell_bar.c ------------------------------------------------------------ */

/* Whether the bar of the recording has the keys. */
bool shell_on_bar(const struct shell *s, const struct world *w);
/* Tab past the last pane goes to the bar; true: it was that, or one from it. */
bool shell_bar_tab(struct shell *s, const struct world *w, int key);
/* `:bar` */
void shell_go_live(struct shell *s, const struct world *w, enum action a, struct str arg);
void shell_bar_turn(
	struct shell *s, const struct world *w, enum action a, struct str arg);
/* A key for the bar; false: it is none. */
bool shell_bar_takes(struct shell *s, const struct world *w, int key);
void shell_set_mark(
	struct shell *s, const struct world *w, enum action a, struct str arg);
void shell_marks_draw(struct shell *s, const struct world *w, struct surface *body);
void shell_marks_key(struct shell *s, const struct world *w, int key);
void shell_marks_hint(struct surface *row);
/* What of the keys of a recording a wish carries out. */
void shell_move_recording(struct shell *s, enum action a, struct str arg);

/* --- shell_pages.c ---------------------------------------------------------- */

/* Something lies over the screen. */
bool shell_page_is_open(const struct shell *s);
/* And takes the next key as it is: a text, or the answer to what it asked. */
bool shell_page_types(const struct shell *s);
/* All but the lines that change artifacts: another page lies over these. */
void shell_pages_close(struct shell *s);
/* A key for the page over the screen, or the screen. */
void shell_page_key(struct shell *s, const struct world *w, int key);
/* What every page has: `:`, and `?` for what it is about. True: the key was one of them.
 */
bool shell_page_takes(struct shell *s, const struct world *w, int key);
/* An action of the screen is about to be done: what lies over it goes. False: it must
 * not be done, and why was said. */
bool shell_page_gives_way(
	struct shell *s, const struct world *w, const struct action_row *r);

/* --- shell_list.c ----------------------------------------------------------- */

/* A page that lists what the operator keeps: filters, workspaces, marks. */
bool shell_list_is_open(const struct shell *s);
bool shell_draw_list(struct shell *s, const struct world *w, struct surface *body);
void shell_list_hint(const struct shell *s, struct surface *row);
void shell_list_key(struct shell *s, const struct world *w, int key);

/* --- shell_slide.c ---------------------------------------------------------- */

/* `h` and `l` where the screen has no use for them: what is cut slides by. */
void shell_slide(struct shell *s, const struct world *w, enum action a);
/* The same over a page where nothing is typed; true: it was one of them. */
bool shell_slide_page(struct shell *s, const struct world *w, int key);
/* Another page or picture begins at its left. */
void shell_slide_back(struct shell *s, enum action a);

/* --- shell_workspace.c ------------------------------------------------------ */

/* `:workspace`, `:workspaces` */
void shell_workspace(struct shell *s, const struct world *w, bool lists, struct str arg);

/* --- shell_workspaces.c ----------------------------------------------------- */

void shell_workspaces_open(struct shell *s);
void shell_workspaces_draw(struct shell *s, struct surface *body);
void shell_workspaces_hint(const struct shell *s, struct surface *row);
void shell_workspaces_key(struct shell *s, const struct world *w, int key);

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

/* --- shell_transform.c -------------------------------------------------------- */

void shell_transform_open(
	struct shell *s, const struct world *w, const struct outcome *o);
void shell_transform_key(struct shell *s, const struct world *w, int key);

/* --- shell_keep.c ------------------------------------------------------------- */

/* What of the desk is to be copied next. */
bool shell_keep_wish(struct shell *s, struct wish *out);
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

/* --- shell_export.c --------------------------------------------------------- */

/* Asks for the flow graph's layout to be kept, if it is another one. */
void shell_keep_layout(struct shell *s, const struct world *w);

/* What stands behind `:export`. */
void shell_export(struct shell *s, const struct world *w, struct str arg);

/* --- shell_edit.c ----------------------------------------------------------- */

/* What `e` does. */
void shell_edit(struct shell *s, const struct world *w, uint32_t handoff);

/* --- shell_notes.c ---------------------------------------------------------- */

/* `:note`, `:tag`, `:title`: of what is under the cursor. */
void shell_note(struct shell *s, const struct world *w, enum action a, struct str arg);
/* `b`, `:radius ID` */
void shell_radius(struct shell *s, const struct world *w, struct str id);
/* What a view asks of the hub. */
void shell_ask(struct shell *s, const struct world *w, const char *members);
/* What the keys are about just now; false: nothing. */
bool shell_subject(struct shell *s, const struct world *w, enum noted_what *what,
	char name[NOTED_NAME]);

/* --- shell_config.c --------------------------------------------------------- */

/* What stands behind `:map`, or `:unmap` where it `ends`. */
void shell_map(struct shell *s, const struct world *w, bool ends, struct str arg);
void shell_want_source(struct shell *s, const struct world *w, struct str arg);
/* The key that it stands for; K_NONE: what it is for has been done. */
int shell_mapped(struct shell *s, const struct world *w, int key);

/* --- shell_visit.c ---------------------------------------------------------- */

/* Wants another world for a while: "tutorial", "rewind", or a file. */
void shell_visit(struct shell *s, const struct world *w, struct str what);
/* "/x", "./x", "~/x", "x.jsonl", "x.zst": no handoff is called so by anybody sane. */
bool shell_is_file(struct str name);
/* The line for who is here for the first time, while it is due. */
void shell_draw_welcome(
	const struct shell *s, const struct world *w, struct surface *row);

/* --- shell_complete.c ------------------------------------------------------- */

/* What stands behind `:` goes into the history, and out as a wish unless it is secret. */
void shell_remember(struct shell *s);
/* A prompt_complete_fn; `arg` is the shell. */
bool shell_complete(void *arg, struct str before, unsigned nth, struct buf *out);

/* --- shell_needs.c ---------------------------------------------------------- */

/* What an action would need to do something; the key is what was pressed for it. */
void shell_say_needs(struct shell *s, const struct world *w, const struct action_row *r,
	const char *key);
/* "approve is off: no connection ...", for as long as that is so. */
void shell_say_off(
	struct shell *s, const struct world *w, const char *what, const char *why);
/* One line that says why one of the six does nothing now; true if it does not. */
/* It is for an operator's key, and this is none: said. */
bool shell_is_barred(struct shell *s, const struct world *w, enum action a);
void shell_draw_command(
	const struct shell *s, const struct world *w, struct surface *row);
bool shell_is_off(struct shell *s, const struct world *w, enum action a);
/* What the key would be for, or that it is none. */
void shell_unknown_key(struct shell *s, const struct world *w, int key);

#endif
