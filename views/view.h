/* SPDX-License-Identifier: MIT */
/*
 * A screen of the console: one file, one const struct view, one row in
 * views/shell.c. A view draws into the body of the surface (between the three
 * header lines and the hint line) and turns named actions into outcomes. It
 * never draws outside, sends, or writes the mesh.
 */
#ifndef VIEWS_VIEW_H
#define VIEWS_VIEW_H

#include <stddef.h>

#include "base/str.h"
#include "mesh/query.h"
#include "tui/surface.h"
#include "views/actions.h"
#include "views/world.h"

enum screen {
	SCREEN_NOW,
	SCREEN_FLOW,
	SCREEN_REVIEW,
	SCREEN_DEAD,
	SCREEN_INCIDENTS,
	SCREEN_REGISTRY,
	SCREEN_LOG,
	SCREENS
};

#define NOTED_NAME (NOTED_NAME_BYTES + 1)

/* What must follow an action; several may be set. */
struct outcome {
	bool handled;
	char message[200];                 /* for the line above the hints, "" none */
	int go;                            /* screen to show, -1: stay */
	char go_handoff[132];              /* select this handoff there, "" */
	char go_edge[132];                 /* or this edge, "from>to", or agent; "" */
	char go_filter[QUERY_LONGEST + 4]; /* or a filter, behind a `/`; "" */
	/* a decision sheet to open: an action and the handoffs it is about */
	enum action decide; /* ACTION_NONE: no sheet */
	uint32_t *handoffs; /* places in the mesh; malloc'ed, the shell frees */
	size_t n_handoffs;
	char rehearsal[200]; /* what putting them back would come to; "": not known */
	size_t n_hidden;     /* of them, how many a filter hides just now */
	bool slid; /* under the cursor is now what the operator has not seen there */
	bool bell;
	bool edit;  /* the first of `handoffs` is to be edited */
	char *copy; /* malloc'ed text for the clipboard, the shell frees */
	char *ask;  /* malloc'ed members of a request to the hub that is no decision */
};

/* A member of a view's state, a bool or an enum, that may be set before it is drawn. */
struct knob {
	const char *name;
	size_t at, size; /* of the member */
	unsigned most;
};

#define KNOB(type, member, called, largest)                                              \
	{                                                                                \
		.name = (called), .at = offsetof(type, member),                          \
		.size = sizeof(((type *)0)->member), .most = (largest)                   \
	}

struct view {
	const char *name;    /* "review": also the command :review */
	const char *title;   /* "Review", in the tab line */
	char digit;          /* key that shows it */
	void *(*open)(void); /* a state of its own, freed by close */
	void (*close)(void *state);
	/* Count and worst severity for the tab: "7!!"; writes at most `room` bytes. */
	void (*tab)(const struct world *w, char *out, size_t room);
	/* Draws over all of `s` (the body). */
	void (*draw)(void *state, const struct world *w, struct surface *s);
	/* One named action (key or command); sets *out, which comes zeroed with go = -1.
	 */
	void (*act)(void *state, const struct world *w, enum action a, struct str arg,
		struct outcome *out);
	/* Selects a handoff, an edge ("from>to"), /FILTER; false if it is not here. NULL:
	 * cannot. */
	bool (*select)(void *state, const struct world *w, struct str what);
	/* What stands in the hint line at this width. */
	void (*hint)(void *state, const struct world *w, struct surface *s);
	/*
	 * The handoff that the six capitals are about, of several the first, NONE if
	 * there is none: the shell drops them for a second after it changed by itself.
	 * NULL: not known here.
	 */
	uint32_t (*under)(void *state, const struct world *w);
	/* What stands behind `/` here; NULL: there is no list to filter. */
	const struct filter *(*filter)(void *state);
	/* What of it a workspace keeps, which shows the list; NULL: `filter`. */
	const struct filter *(*listed)(void *state);
	unsigned kinds; /* of its rows: enum query_kind */
	/* It looks further with each drawing: soon again. NULL: never. */
	bool (*busy)(void *state, const struct world *w);
	/*
	 * What select() would come back to: a handoff, an edge, an agent; "". NULL: what
	 * is under the cursor.
	 */
	void (*here)(void *state, const struct world *w, char out[132]);
	/* A text is open here: `/` searches in it, and n and N go on. NULL: never. */
	bool (*reads)(void *state);
	/* Which pane has the cursor, counted as Tab goes through them; NULL: one. */
	unsigned (*pane)(void *state);
	/* What a workspace keeps of its state, ended by a row without a name; NULL:
	 * nothing. */
	const struct knob *knobs;
	/* What `:note` and `:tag` write of, and `b` asks of; false: of nothing. NULL: the
	 * handoff under the cursor. */
	bool (*noted)(void *state, const struct world *w, enum noted_what *what,
		char name[NOTED_NAME]);
};

extern const struct view view_now, view_flow, view_review, view_dead, view_incidents,
	view_registry, view_log;

#endif
