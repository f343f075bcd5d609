/* SPDX-License-Identifier: MIT */
/* `:workspaces`: those that are saved, and what each of them shows. */
#include <stdio.h>

#include "views/format.h"
#include "views/pane.h"
#include "views/shell_own.h"
#include "views/workspace.h"

static size_t count(const struct shell *s)
{
	return s->workspaces != NULL ? s->workspaces->n : 0;
}

void shell_workspaces_open(struct shell *s)
{
	shell_pages_close(s);
	pick_open(&s->workspaces_page);
}

/* "Review  conf<.7  sort=2" */
static void tell_half(const struct workspace_half *h, struct buf *out)
{
	buf_str(out, shell_views[h->screen]->title);
	if (h->filter[0] != '\0')
		buf_fmt(out, "  /%s", h->filter);
	if (h->knobs[0] != '\0')
		buf_fmt(out, "  %s", h->knobs);
}

static void draw_one(
	const struct pick *p, const struct workspace *x, size_t i, struct surface *body)
{
	int row = pick_row(p, i, body);
	struct buf text = { 0 };

	if (row < 0)
		return;
	tell_half(&x->half[0], &text);
	if (x->split) {
		buf_str(&text, x->beside ? "  |  " : "  +  ");
		tell_half(&x->half[1], &text);
	}
	if (x->zoomed)
		buf_str(&text, "  zoomed");
	surface_text(body, row, 2, WORKSPACE_NAME, STYLE_KEY, str_of(x->name));
	surface_text(
		body, row, 2 + WORKSPACE_NAME, TO_EDGE, STYLE_NORMAL, buf_view(&text));
	buf_fini(&text);
}

void shell_workspaces_draw(struct shell *s, struct surface *body)
{
	char n[FORMAT_TEXT];

	surface_clear(body);
	surface_rule(body, 0,
		&(struct rule){ .title = STR("WORKSPACES  saved"),
			.right = str_of(format_count(count(s), n)) });
	pick_fit(&s->workspaces_page, count(s), body->rows);
	if (count(s) == 0)
		surface_text(body, 2, 3, TO_EDGE, STYLE_MUTED,
			STR("None is saved: :workspace save NAME keeps what is shown."));
	for (size_t i = 0; i < count(s); i++)
		draw_one(&s->workspaces_page, &s->workspaces->one[i], i, body);
}

void shell_workspaces_hint(const struct shell *s, struct surface *row)
{
	static const struct pane_hint hints[] = {
		{ "Enter", "show it" },
		{ "d", "forget it" },
		{ "j k", "move" },
		{ "Esc", "close" },
	};
	const struct pick *p = &s->workspaces_page;

	if (p->sure && p->at < count(s))
		surface_fmt(row, 0, 1, TO_EDGE, STYLE_NEEDS_YOU,
			"forget workspace %s?  y forgets it, any other key keeps it",
			s->workspaces->one[p->at].name);
	else
		pane_hint_row(row, hints, sizeof(hints) / sizeof(*hints), row->cols);
}

static void command(struct shell *s, const struct world *w, const char *verb)
{
	char line[WORKSPACE_NAME + 8];

	snprintf(line, sizeof(line), "%s%s", verb,
		s->workspaces->one[s->workspaces_page.at].name);
	shell_workspace(s, w, false, str_of(line));
}

void shell_workspaces_key(struct shell *s, const struct world *w, int key)
{
	struct pick *p = &s->workspaces_page;
	enum action a = action_of_key(key, SCREEN_LOG, false);
	bool sure = p->sure, any = p->at < count(s);

	p->sure = false;
	if (sure && key == 'y' && any)
		command(s, w, "forget ");
	else if (sure)
		shell_tell(s, w, STYLE_NORMAL, "it is kept");
	else if (pick_move(p, a, count(s)))
		return;
	else if (a == ACTION_OPEN && any)
		command(s, w, "");
	else if (key == 'd' && any)
		p->sure = true;
	else if (a == ACTION_BACK || key == K_CTRL('c'))
		p->open = false;
	else
		shell_tell(s, w, STYLE_MUTED, "Enter shows it, d forgets it, Esc closes");
}
