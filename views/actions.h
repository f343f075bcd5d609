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
	ACTION_TROUBLE, /* f: only trouble */
	ACTION_NEXT_TROUBLE,
	ACTION_PREV_TROUBLE,
	ACTION_VIEW, /* v: graph, table, matrix */
	ACTION_EGO,
	ACTION_RELAYOUT,
	ACTION_ZOOM,
	ACTION_WRAP,
	ACTION_COPY,
	ACTION_FILTER, /* a plain substring in this list; "" clears */
	/* the six that act; the shell opens their sheet */
	ACTION_APPROVE,
	ACTION_REJECT,
	ACTION_ESCALATE,
	ACTION_HOLD,
	ACTION_REQUEUE,
	ACTION_DISCARD,
	/* the shell's own */
	ACTION_SCREEN, /* with the screen's name */
	ACTION_UNDO,
	ACTION_FREEZE,
	ACTION_CLOCK,
	ACTION_HELP,
	ACTION_COMMAND,
	ACTION_REDRAW,
	ACTION_RECONNECT,
	ACTION_SUSPEND,
	ACTION_SET,
	ACTION_QUIT,
	/* a recording */
	ACTION_PLAY,
	ACTION_STEP,
	ACTION_STEP_BACK,
	ACTION_FORWARD,  /* 10 s */
	ACTION_BACKWARD,
	ACTION_NEXT_POINT, /* mark or trouble */
	ACTION_PREV_POINT,
	ACTION_FASTER,
	ACTION_SLOWER,
	ACTION_NORMAL,
	ACTION_GOTO, /* with a time or an event's number */
	ACTION_SET_MARK,
	ACTIONS
};

#endif
