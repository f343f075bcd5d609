/* SPDX-License-Identifier: MIT */
/* `:workspace`: the screens as they stand, kept under a name, and shown again. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/shell_own.h"
#include "views/workspace.h"

static struct workspaces *all_of(struct shell *s)
{
	if (s->workspaces == NULL)
		s->workspaces = xcalloc(1, sizeof(*s->workspaces));
	return s->workspaces;
}

void shell_load_workspaces(struct shell *s, struct str lines)
{
	workspaces_read(all_of(s), lines);
}

static bool keep(struct shell *s)
{
	buf_reset(&s->workspaces_text);
	workspaces_write(all_of(s), &s->workspaces_text);
	return shell_want(s, WISH_WORKSPACES) != NULL;
}

/* --- saving ----------------------------------------------------------------- */

static void save(struct shell *s, const struct world *w, struct str name)
{
	const struct split *p = &s->split;
	struct workspace x = { .split = p->open,
		.beside = p->way == SPLIT_BESIDE,
		.second = p->second,
		.zoomed = p->zoomed };
	struct err e = { "" };

	if (name.n < sizeof(x.name))
		memcpy(x.name, name.p, name.n);
	workspace_take(&x.half[p->second], s->screen, s->state[s->screen]);
	if (p->open)
		workspace_take(&x.half[!p->second], p->screen, p->state[p->screen]);
	if (!workspace_put(all_of(s), &x, &e))
		shell_tell(s, w, STYLE_WARNING, "%s", e.text);
	else if (keep(s))
		shell_tell(s, w, STYLE_NORMAL,
			"kept: :workspace %s, or seam --workspace %s", x.name, x.name);
}

static void forget(struct shell *s, const struct world *w, struct str name)
{
	struct workspace *x = workspace_find(all_of(s), name);
	int n = name.n < 40 ? (int)name.n : 40;

	if (x == NULL) {
		shell_tell(s, w, STYLE_WARNING, "there is no workspace %.*s", n, name.p);
		return;
	}
	workspace_forget(s->workspaces, x);
	if (keep(s))
		shell_tell(s, w, STYLE_NORMAL, "%.*s is forgotten", n, name.p);
}

/* --- showing ---------------------------------------------------------------- */

/* A fresh state, but for the graph, which stays where it is laid out. */
static void give(const struct workspace_half *h, const struct world *w, void **state)
{
	const struct view *v = shell_views[h->screen];
	struct outcome o = { .go = -1 };

	if (h->screen != SCREEN_FLOW) {
		v->close(*state);
		*state = v->open();
	}
	workspace_give(h, *state);
	if (v->filter == NULL)
		return;
	v->act(*state, w, ACTION_FILTER, str_of(h->filter), &o);
	free(o.handoffs);
	free(o.copy);
	free(o.ask);
}

static void show(struct shell *s, const struct world *w, const struct workspace *x)
{
	enum split_way way = x->beside ? SPLIT_BESIDE : SPLIT_ANY;

	shell_leave_place(s, w);
	if (s->split.open && s->split.second)
		shell_split_other(s, w); /* back to where the graph is that is kept */
	shell_split_drop(s);
	s->screen = x->half[0].screen;
	give(&x->half[0], w, &s->state[s->screen]);
	if (x->split) {
		shell_split_begin(s, way, x->half[1].screen);
		give(&x->half[1], w, &s->split.state[s->split.screen]);
		if (x->second)
			shell_split_other(s, w);
		s->split.zoomed = x->zoomed;
	}
	shell_show(s, w, s->screen);
	shell_tell(s, w, STYLE_NORMAL, "workspace %s", x->name);
}

void shell_workspace(struct shell *s, const struct world *w, bool lists, struct str arg)
{
	const struct workspace *x;

	if (lists || arg.n == 0) {
		shell_workspaces_open(s);
	} else if (str_starts(arg, "save ")) {
		save(s, w, str_skip(arg, 5));
	} else if (str_starts(arg, "forget ")) {
		forget(s, w, str_skip(arg, 7));
	} else if ((x = workspace_find(all_of(s), arg)) != NULL) {
		show(s, w, x);
	} else {
		shell_tell(s, w, STYLE_WARNING,
			"there is no workspace %.*s: :workspaces lists them",
			arg.n < 40 ? (int)arg.n : 40, arg.p);
	}
}
