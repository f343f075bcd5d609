/* SPDX-License-Identifier: MIT */
/*
 * Workspaces: which screens are shown, where, with what filter, order and
 * picture, under a name. They are the operator's, kept in a file by who has
 * one; here they are text, a line each, with tabs between the parts.
 */
#ifndef VIEWS_WORKSPACE_H
#define VIEWS_WORKSPACE_H

#include "base/buf.h"
#include "base/err.h"
#include "mesh/query.h"
#include "views/view.h"

#define WORKSPACES_MOST 32
#define WORKSPACE_NAME 24
#define WORKSPACE_KNOBS 200

struct workspace {
	char name[WORKSPACE_NAME];
	bool split, beside, zoomed;
	bool second; /* the keys are with the second one */
	struct workspace_half {
		enum screen screen;
		char knobs[WORKSPACE_KNOBS]; /* "sort=2 reversed=1" */
		char filter[QUERY_LONGEST + 4];
	} half[2];
};

struct workspaces {
	struct workspace one[WORKSPACES_MOST]; /* by name */
	size_t n;
};

/* What is no workspace is left out. */
void workspaces_read(struct workspaces *all, struct str lines);
void workspaces_write(const struct workspaces *all, struct buf *out);
/* NULL: there is none of that name. */
struct workspace *workspace_find(const struct workspaces *all, struct str name);
/* In place of the one of that name; false: it is no name, or there is no room. */
bool workspace_put(struct workspaces *all, const struct workspace *w, struct err *e);
void workspace_forget(struct workspaces *all, struct workspace *w);

/* A half from the state of its view, and back into a fresh one: all but the filter. */
void workspace_take(struct workspace_half *h, enum screen screen, void *state);
void workspace_give(const struct workspace_half *h, void *state);

#endif
