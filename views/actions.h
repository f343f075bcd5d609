/* SPDX-License-Identifier: MIT */
/*
 * Everything a key or a command can do, as one const table: name, keys, where
 * it holds, what it does. Help, the hint lines, `:` and the README's key list
 * come from it.
 */
#ifndef VIEWS_ACTIONS_H
#define VIEWS_ACTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum action {
	ACTION_NONE,
	/* moving, in every list */
	ACTION_DOWN,
	ACTION_UP,
	ACTION_LEFT,
	ACTION_RIGHT,
	ACTION_TOP,
	ACTION_BOTTOM,
	ACTION_PAGE_DOWN,
	ACTION_PAGE_UP,
	ACTION_HALF_DOWN,
	ACTION_HALF_UP,
	ACTION_OPEN,      /* Enter: drill in, never sends */
	ACTION_BACK,      /* Esc, q */
	ACTION_NEXT_PANE, /* Tab */
	ACTION_PREV_PANE,
	ACTION_NEXT_TAB, /* ] : tabs of the detail */
	ACTION_PREV_TAB,
	ACTION_MARK,
	ACTION_MARK_ALL,
	ACTION_SORT,
	ACTION_REVERSE, /* S: the order the other way round */
	ACTION_TROUBLE, /* f: only trouble */
	ACTION_NEXT_TROUBLE,
	ACTION_PREV_TROUBLE,
	ACTION_VIEW, /* v: graph, table, matrix */
	ACTION_EGO,
	ACTION_EDIT, /* e on Review: the artifact, in an editor */
	ACTION_RELAYOUT,
	ACTION_ZOOM,
	ACTION_WRAP,
	ACTION_HANDOFFS,  /* o: those that the row is about */
	ACTION_CAUSE_ROW, /* o: the row that this one came out of */
	ACTION_QUIET,     /* Z: quiet time in or out */
	ACTION_DIFF,      /* d: the next version to compare with */
	ACTION_COPY,
	ACTION_FILTER,  /* a text in the language of filters; "" clears */
	ACTION_SAVE,    /* the filter, under a name */
	ACTION_FILTERS, /* the page of those that are saved */
	ACTION_CAUSE,   /* o: to what the row came out of */
	ACTION_JUMP_BACK,
	ACTION_JUMP_ON,
	/* the six that act; the shell opens their sheet */
	ACTION_APPROVE,
	ACTION_REJECT,
	ACTION_ESCALATE,
	ACTION_HOLD,
	ACTION_REQUEUE,
	ACTION_DISCARD,
	ACTION_CLAIM, /* who is on it; no act */
	/* the shell's own */
	ACTION_SCREEN, /* with the screen's name */
	ACTION_UNDO,
	ACTION_FREEZE,
	ACTION_CLOCK,
	ACTION_HELP,
	ACTION_COMMAND,
	ACTION_REDRAW,
	ACTION_SENT,
	ACTION_OPS,
	ACTION_RESTORE,
	ACTION_TRANSFORM, /* of dead letters */
	ACTION_WHY,
	ACTION_MESH,
	ACTION_RECONNECT,
	ACTION_SUSPEND,
	ACTION_SET,
	ACTION_EXPORT, /* with what, and perhaps where to */
	ACTION_MUTE,   /* with what, its name and how long */
	ACTION_UNMUTE,
	ACTION_NOTE, /* with a text, of what is under the cursor */
	ACTION_TAG,
	ACTION_TITLE,
	ACTION_RADIUS, /* b: what came out of a handoff; with its id */
	ACTION_MAP,    /* with a screen, a key and a command */
	ACTION_UNMAP,
	ACTION_SOURCE, /* with a file */
	ACTION_TUTORIAL,
	ACTION_REWIND, /* r: what has happened here, as a recording */
	ACTION_MOUSE,
	ACTION_SPLIT, /* with a screen, and perhaps a filter */
	ACTION_VSPLIT,
	ACTION_OTHER, /* C-w, and what of the two screens */
	ACTION_ONLY,
	ACTION_WORKSPACE, /* with its name */
	ACTION_WORKSPACES,
	ACTION_QUIT,
	/* a recording */
	ACTION_PLAY,
	ACTION_STEP,
	ACTION_STEP_BACK,
	ACTION_FORWARD, /* 10 s */
	ACTION_BACKWARD,
	ACTION_NEXT_POINT, /* mark or trouble */
	ACTION_PREV_POINT,
	ACTION_FASTER,
	ACTION_SLOWER,
	ACTION_NORMAL,
	ACTION_GOTO,     /* with a time or an event's number */
	ACTION_SET_MARK, /* with a note */
	ACTION_MARKS,
	ACTION_LIVE, /* back to the mesh behind it */
	ACTION_BAR,  /* the keys to the bar, or back */
	/* no key: the shell tells a view that its marks have been acted on */
	ACTION_UNMARK,
	ACTIONS
};

/* Where a row holds: a bit for each enum screen (views/view.h). */
#define ON(screen) (1u << (screen))
#define ON_ALL (~0u)

/* BY_OPERATOR: live, and what it leads to is an operator's to do: off for an observer. */
enum action_mode {
	IN_LIVE = 1,
	IN_REPLAY = 2,
	IN_BOTH = 3,
	OPERATORS = 4,
	BY_OPERATOR = IN_LIVE | OPERATORS
};

struct action_row {
	const char *name;  /* behind `:`, in tests; NULL for what has no name */
	const char *keys;  /* names of tui/keys.h between blanks, "" if none */
	const char *brief; /* beside the key in a hint line */
	const char *help;  /* one line, in help and the README */
	const char *arg;   /* what may follow the name behind `:`; NULL: nothing */
	unsigned screens, modes;
	bool acts; /* one of the six that change the mesh */
};

extern const struct action_row action_rows[ACTIONS];

/* The six and C: about the handoff that one looks at, and off without a link. */
static inline bool action_is_about_row(enum action a)
{
	return action_rows[a].acts || a == ACTION_CLAIM;
}

/* What a key does on a screen; ACTION_NONE: nothing. */
enum action action_of_key(int key, unsigned screen, bool replay);
/* The action of that name, whatever the screen; ACTION_NONE if none has it. */
enum action action_named(struct str name);
/* The first key of an action in that mode, "" if it has none. */
const char *action_key(enum action a, char out[16]);

#endif
